package edge_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// frame asks for the page as a browser does that puts it into a frame.
func (s *setup) frame() *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, "/v1/isolated", nil)
	r.Header.Set("Sec-Fetch-Dest", "iframe")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	recorder := httptest.NewRecorder()
	s.handler.ServeHTTP(recorder, r)
	return recorder
}

// directives are those of a content security policy, by name.
func directives(t *testing.T, policy string) map[string]string {
	found := map[string]string{}
	for _, directive := range strings.Split(policy, "; ") {
		name, value, _ := strings.Cut(directive, " ")
		require.NotContains(t, found, name)
		found[name] = value
	}
	return found
}

func TestThePageOfTheFrameIsForTheSitesAlone(t *testing.T) {
	s := start(t, func(c *edge.Config) { c.Servers = append(c.Servers, "http://127.0.0.1:3000") })
	page := s.frame()
	require.Equal(t, http.StatusOK, page.Code, page.Body)
	header := page.Header()
	assert.Equal(t, "text/html; charset=utf-8", header.Get("Content-Type"))
	assert.Equal(t, map[string]string{
		"default-src":               "'none'",
		"script-src":                "'self' 'wasm-unsafe-eval'",
		"connect-src":               "'self' https: http://127.0.0.1:3000",
		"img-src":                   "data: https: http://127.0.0.1:3000",
		"base-uri":                  "'none'",
		"form-action":               "'none'",
		"frame-ancestors":           "https://blog.example.org https://www.example.org",
		"require-trusted-types-for": "'script'",
		"trusted-types":             "fedi-signup",
	}, directives(t, header.Get("Content-Security-Policy")))
	assert.Contains(t, page.Body.String(), `data-hosts="https://blog.example.org https://www.example.org"`, "which its script holds messages against")
	assert.NotContains(t, page.Body.String(), "turnstile")
	for name, value := range map[string]string{
		"Access-Control-Allow-Origin": "", // a script of a page could do nothing with it
		"Cache-Control":               "no-store",
		"Origin-Agent-Cluster":        "?1",
		"Referrer-Policy":             "no-referrer",
		"X-Content-Type-Options":      "nosniff",
		repeat:                        "max-age=60",
	} {
		assert.Equal(t, value, header.Get(name), name)
	}
	assert.Contains(t, header.Get("Permissions-Policy"), "camera=()")
}

func TestThePageOfTheFrameHasTheTurnstileThatTheSettingsWant(t *testing.T) {
	s := start(t, func(c *edge.Config) { c.Turnstile = "1x0000000000000000000000000000000AA" })
	page := s.frame()
	assert.Contains(t, page.Body.String(), `<script src="https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit" async>`)
	policy := directives(t, page.Header().Get("Content-Security-Policy"))
	assert.Equal(t, "'self' 'wasm-unsafe-eval' https://challenges.cloudflare.com", policy["script-src"])
	assert.Equal(t, "https://challenges.cloudflare.com", policy["frame-src"])
	assert.NotContains(t, policy, "require-trusted-types-for")
}

func TestAMisconfiguredServiceGivesNoPageForAFrame(t *testing.T) {
	s := start(t, func(c *edge.Config) { c.Sites = nil })
	page := s.frame()
	assert.Equal(t, http.StatusInternalServerError, page.Code)
	assert.Contains(t, page.Header().Get("Content-Security-Policy"), "frame-ancestors 'none'")
}

// own is a request of the page of the frame, which is of this service's origin.
func own(r *http.Request) *http.Request {
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return r
}

func TestThePageOfTheFrameAsksForEachSite(t *testing.T) {
	s := start(t, nil)
	for _, listed := range []string{returnURL, "https://blog.example.org/"} {
		a := s.do(own(post("https://edge.example", "example.social", listed)))
		assert.Equal(t, http.StatusOK, a.Status, a.Body)
	}
	assert.Equal(t, "return_url_not_listed", s.do(own(post("https://edge.example", "example.social", "https://evil.example/"))).Code)
	assert.Equal(t, "server_not_listed", s.do(own(post("https://edge.example", "evil.example", returnURL))).Code)
	query := url.Values{"server": {"example.social"}}.Encode()
	ask := func() *http.Request { return httptest.NewRequest(http.MethodGet, "/v1/form?"+query, nil) }
	assert.Equal(t, http.StatusOK, s.do(own(ask())).Status, "browsers name no origin then")
	assert.Equal(t, "origin_not_listed", s.do(ask()).Code)

	stranger := post("https://evil.example", "example.social", returnURL)
	stranger.Header.Set("Sec-Fetch-Site", "cross-site")
	assert.Equal(t, "origin_not_listed", s.do(stranger).Code)
}
