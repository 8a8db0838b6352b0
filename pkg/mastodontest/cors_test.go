package mastodontest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
)

const everyMethod = "POST, PUT, DELETE, GET, PATCH, OPTIONS"

func (v *visitor) preflight(path, method, headers string) got {
	v.Helper()
	return v.call(http.MethodOptions, path, "", "Origin", "https://w.example",
		"Access-Control-Request-Method", method, "Access-Control-Request-Headers", headers)
}

// §0.1: more paths may be called by pages from 4.3 and 4.4 on.
// §5: each path is open to pages from its version on, for its methods.
func TestPagesOfOtherSitesMayCallSomePaths(t *testing.T) {
	for path, test := range map[string]struct {
		methods string
		from    string // version
	}{
		"/api/v1/accounts":                        {everyMethod, ""},
		"/api/v9/anything":                        {everyMethod, ""},
		"/oauth/token":                            {"POST", ""},
		"/oauth/revoke":                           {"POST", "4.3"},
		"/oauth/userinfo":                         {"GET, POST", "4.4"},
		"/.well-known/nodeinfo":                   {"GET", ""},
		"/.well-known/oauth-authorization-server": {"GET", ""},
		"/nodeinfo/2.0":                           {"GET", "4.3"},
		"/@alice":                                 {"GET", ""},
		"/users/alice":                            {"GET", ""},
		"/@alice/1":                               {"", ""},
		"/about":                                  {"", ""},
		"/privacy-policy":                         {"", ""},
		"/terms-of-service":                       {"", ""},
		"/auth/sign_up":                           {"", ""},
		"/auth/confirmation":                      {"", ""},
		"/invite/abcdefgh":                        {"", ""},
		"/oauth/authorize":                        {"", ""},
	} {
		t.Run(path, func(t *testing.T) {
			eachVersion(t, func(t *testing.T, version string) {
				v := visit(t, mastodontest.Settings{Version: version})
				allowed := test.methods != "" && since(version, test.from)
				answer := v.get(path, "Origin", "https://w.example")
				method, _, _ := strings.Cut(test.methods, ",")
				if method == "" {
					method = http.MethodGet
				}
				preflight := v.preflight(path, method, "authorization,content-type")
				assert.Equal(t, 200, preflight.status)
				assert.Empty(t, preflight.body)
				for _, h := range []http.Header{answer.header, preflight.header} {
					assert.Empty(t, h.Get("Access-Control-Allow-Credentials"))
					if !allowed {
						assert.Empty(t, h.Get("Access-Control-Allow-Origin"))
						continue
					}
					assert.Equal(t, "*", h.Get("Access-Control-Allow-Origin"))
					assert.Equal(t, test.methods, h.Get("Access-Control-Allow-Methods"))
					maxAge := "7200"
					if !since(version, "3.1") {
						maxAge = "1728000"
					}
					assert.Equal(t, maxAge, h.Get("Access-Control-Max-Age"))
				}
				if allowed {
					assert.Empty(t, preflight.header.Get("Vary"))
					assert.Contains(t, answer.header.Get("Vary"), "Origin")
					assert.Equal(t, "authorization,content-type", preflight.header.Get("Access-Control-Allow-Headers"))
					assert.Contains(t, v.get(path).header.Get("Vary"), "Origin", "caches must know, without an origin too")
				}
				assert.Empty(t, v.get(path).header.Get("Access-Control-Allow-Origin"))
			})
		})
	}
}

// §5: the limits' headers are exposed.
func TestPagesMayReadTheLimits(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		async := ""
		if since(version, "4.6") {
			async = "Mastodon-Async-Refresh, "
		}
		assert.Equal(t, "Link, "+async+"X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id",
			v.get("/api/v2/instance", "Origin", "https://w.example").header.Get("Access-Control-Expose-Headers"))
		elsewhere := v.get("/oauth/token", "Origin", "https://w.example").header
		assert.Equal(t, []string{""}, elsewhere.Values("Access-Control-Expose-Headers"))
	})
}

// §5: a preflight for another method gets nothing.
func TestAPreflightForAnotherMethodGetsNothing(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	answer := v.preflight("/oauth/token", "DELETE", "")
	assert.Equal(t, 200, answer.status)
	assert.Empty(t, answer.header.Get("Access-Control-Allow-Origin"))
	assert.Empty(t, answer.header.Get("Access-Control-Allow-Methods"))
}

// §5: preflights are not throttled.
func TestPreflightsAreNotCounted(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	for range 10 {
		assert.Equal(t, "*", v.preflight("/api/v1/accounts", "POST", "authorization").header.Get("Access-Control-Allow-Origin"))
	}
	v.register(ourScopes)
	v.left(v.create(), 5, 4, "2026-08-07T12:30:00.123456Z")
}

// §5: refusals are readable.
func TestPagesMayReadRefusals(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register(ourScopes)
	for range 6 {
		refused := v.call(http.MethodPost, "/api/v1/accounts", "{}", "Origin", "https://w.example",
			"Authorization", "Bearer "+v.appToken, "Content-Type", "application/json")
		assert.Contains(t, []int{422, 429}, refused.status)
		assert.Equal(t, "*", refused.header.Get("Access-Control-Allow-Origin"))
	}
}

// §5: OPTIONS without a question is no preflight.
func TestOptionsWithoutAQuestionIsNoPreflight(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	assert.Equal(t, 404, v.call(http.MethodOptions, "/api/v2/instance", "").status)
}

// §5: a form is worked on also where its answer is unreadable: revoke up to 4.2.
func TestARevocationThatPagesCannotReadHappensAllTheSame(t *testing.T) {
	v := visit(t, mastodontest.Settings{Version: "4.2.9"})
	token := v.signUp()
	answer := v.call(http.MethodPost, "/oauth/revoke", "client_id="+v.clientID+"&client_secret="+v.clientSecret+"&token="+token,
		"Origin", "https://w.example", "Content-Type", "application/x-www-form-urlencoded")
	assert.Equal(t, 200, answer.status)
	assert.Empty(t, answer.header.Get("Access-Control-Allow-Origin"))
	v.answers(v.getAs(token, "/api/v1/accounts/verify_credentials"), 401, revokedToken)
}
