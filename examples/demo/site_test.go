package main

import (
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// demo is a running demo and what a person does with it.
type demo struct {
	t     *testing.T
	stage *stage
	site  string
}

func start(t *testing.T) *demo {
	t.Helper()
	d := &demo{t: t}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { d.stage.ServeHTTP(w, r) }))
	t.Cleanup(server.Close)
	site := httptest.NewUnstartedServer(nil)
	d.site = "http://" + site.Listener.Addr().String()
	d.stage = newStage(d.site, server.URL)
	site.Config.Handler = newSite(d.stage, fstest.MapFS{"fedi-signup.js": {Data: []byte("export {}")}, "core.wasm": {Data: []byte("\x00asm")}})
	site.Start()
	t.Cleanup(site.Close)
	return d
}

func (d *demo) read(answer *http.Response, err error) (int, string) {
	d.t.Helper()
	require.NoError(d.t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	require.NoError(d.t, err)
	return answer.StatusCode, html.UnescapeString(string(text))
}

func (d *demo) open(path string) (int, string) {
	d.t.Helper()
	return d.read(http.Get(d.site + path))
}

func (d *demo) post(path string, form url.Values) (int, string) {
	d.t.Helper()
	return d.read(http.PostForm(d.site+path, form))
}

func (d *demo) play(scenario string) {
	d.t.Helper()
	status, _ := d.post("/desk/scenario", url.Values{"scenario": {scenario}})
	require.Equal(d.t, http.StatusOK, status)
}

// signUp makes an account as the widget does.
func (d *demo) signUp(username string) {
	d.t.Helper()
	app := d.api("/api/v1/apps", "", url.Values{"client_name": {"Tidepool"}, "redirect_uris": {d.site + "/"}, "scopes": {"read:accounts write:accounts"}})
	token := d.api("/oauth/token", "", url.Values{"grant_type": {"client_credentials"}, "scope": {"read:accounts write:accounts"},
		"client_id": {app["client_id"].(string)}, "client_secret": {app["client_secret"].(string)}})
	d.api("/api/v1/accounts", token["access_token"].(string), url.Values{"username": {username}, "email": {username + "@example.org"},
		"password": {"correct horse"}, "agreement": {"true"}, "reason": {"I like <crabs>"}})
}

func TestEveryPageCarriesTheStrictPolicy(t *testing.T) {
	d := start(t)
	for _, path := range []string{"/", "/?invite=LowTide8", "/desk", "/desk/mail", "/desk/moderators", "/desk/requests", "/desk/now",
		"/static/desk.js", "/widget/fedi-signup.js", "/no-such-page"} {
		t.Run(path, func(t *testing.T) {
			answer, err := http.Get(d.site + path)
			require.NoError(t, err)
			defer answer.Body.Close()
			policy := answer.Header.Get("Content-Security-Policy")
			for _, directive := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'",
				"connect-src 'self' https: " + d.stage.server, "require-trusted-types-for 'script'", "trusted-types fedi-signup"} {
				assert.Contains(t, policy, directive)
			}
			assert.NotContains(t, policy, "unsafe-inline")
			text, err := io.ReadAll(answer.Body)
			require.NoError(t, err)
			for _, inline := range []string{"<style", " style=", " onclick=", "<script>"} {
				assert.NotContains(t, string(text), inline)
			}
		})
	}
}

func TestHomePageEmbedsTheWidgetAroundALinkThatWorks(t *testing.T) {
	d := start(t)
	_, text := d.open("/")
	assert.Contains(t, text, `<fedi-signup server="`+d.stage.server+`" app-name="Tidepool">`)
	assert.NotContains(t, text, "invite=")
	_, link, _ := strings.Cut(text, `<a class="button" href="`)
	link, _, _ = strings.Cut(link, `"`)
	status, _ := d.read(http.Get(link))
	assert.Equal(t, http.StatusOK, status, link)
}

func TestGoingBackShowsWhatIsNow(t *testing.T) {
	d := start(t)
	for _, path := range []string{"/", "/desk"} {
		answer, err := http.Get(d.site + path)
		require.NoError(t, err)
		answer.Body.Close()
		assert.Equal(t, "no-store", answer.Header.Get("Cache-Control"), path)
	}
}

func TestInvitationLetterHandsItsCodeToTheWidget(t *testing.T) {
	_, text := start(t).open("/?invite=LowTide8")
	assert.Contains(t, text, `invite="LowTide8"`)
}

func TestCoreIsServedAsWebAssembly(t *testing.T) {
	answer, err := http.Get(start(t).site + "/widget/core.wasm")
	require.NoError(t, err)
	answer.Body.Close()
	assert.Equal(t, "application/wasm", answer.Header.Get("Content-Type"))
}

func TestUnknownPageSaysSo(t *testing.T) {
	status, text := start(t).open("/no-such-page")
	assert.Equal(t, http.StatusNotFound, status)
	assert.Contains(t, text, "There is no page /no-such-page.")
}
