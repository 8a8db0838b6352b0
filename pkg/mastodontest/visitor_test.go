package mastodontest_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const origin = "https://example.social"

// The versions of Mastodon that differ from each other.
var versions = []string{"2.7.0", "3.0.0", "3.4.0", "3.5.0", "4.0.0", "4.1.0", "4.2.0", "4.2.9", "4.3.23", "4.4.22", "4.5.15", "4.6.5", "4.7.0-alpha.2"}

// noon is within a window of every throttle, not at its edge.
var noon = time.Date(2026, 8, 7, 12, 3, 20, 123456000, time.UTC)

// visitor calls a simulated server as an app does.
type visitor struct {
	*testing.T
	server *mastodontest.Server
	client *http.Client
	now    time.Time

	clientID, clientSecret, appToken string
}

// visit starts a server whose clock is the visitor's.
func visit(t *testing.T, settings mastodontest.Settings) *visitor {
	t.Helper()
	v := &visitor{T: t, now: noon}
	if settings.Now == nil {
		settings.Now = func() time.Time { return v.now }
	}
	v.server = mastodontest.New(settings)
	v.from("203.0.113.7")
	return v
}

// from makes the visitor call from another address.
func (v *visitor) from(ip string) {
	v.client = v.server.ClientAt(ip)
	v.client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
}

// got is an answer.
type got struct {
	status int
	header http.Header
	body   string
}

func (g got) field(t testing.TB, name string) any {
	t.Helper()
	var object map[string]any
	require.NoError(t, json.Unmarshal([]byte(g.body), &object), g.body)
	return object[name]
}

func (g got) text(t testing.TB, name string) string {
	t.Helper()
	text, _ := g.field(t, name).(string)
	return text
}

// call sends a request; headers are name, value, name, value …
func (v *visitor) call(method, path, body string, headers ...string) got {
	v.Helper()
	target := path
	if strings.HasPrefix(path, "/") {
		target = origin + path
	}
	r, err := http.NewRequestWithContext(v.Context(), method, target, strings.NewReader(body))
	require.NoError(v, err)
	r.Header.Set("Accept", "application/json")
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := v.client.Do(r)
	require.NoError(v, err)
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	require.NoError(v, err)
	return got{response.StatusCode, response.Header, string(read)}
}

func (v *visitor) get(path string, headers ...string) got {
	v.Helper()
	return v.call(http.MethodGet, path, "", headers...)
}

func (v *visitor) getAs(token, path string) got {
	v.Helper()
	return v.get(path, "Authorization", "Bearer "+token)
}

func (v *visitor) postJSON(path, token, body string) got {
	v.Helper()
	headers := []string{"Content-Type", "application/json"}
	if token != "" {
		headers = append(headers, "Authorization", "Bearer "+token)
	}
	return v.call(http.MethodPost, path, body, headers...)
}

// form posts name, value, name, value …
func (v *visitor) form(path string, pairs ...string) got {
	v.Helper()
	values := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		values.Add(pairs[i], pairs[i+1])
	}
	return v.call(http.MethodPost, path, values.Encode(), "Content-Type", "application/x-www-form-urlencoded")
}

// register makes the visitor's app; it asks for a token of the same scopes.
func (v *visitor) register(scopes string) {
	v.Helper()
	app := v.form("/api/v1/apps", "client_name", "Widget", "redirect_uris", "https://w.example/done", "scopes", scopes)
	require.Equal(v, 200, app.status, app.body)
	v.clientID, v.clientSecret = app.text(v, "client_id"), app.text(v, "client_secret")
	v.appToken = v.token(scopes)
}

func (v *visitor) token(scopes string) string {
	v.Helper()
	token := v.form("/oauth/token", "grant_type", "client_credentials", "client_id", v.clientID, "client_secret", v.clientSecret,
		"redirect_uri", "https://w.example/done", "scope", scopes)
	require.Equal(v, 200, token.status, token.body)
	return token.text(v, "access_token")
}

const ourScopes = "read:accounts write:accounts"

// entry is what somebody types, as JSON, with changes: name, JSON value …; an
// empty value leaves the parameter out.
func entry(changes ...string) string {
	fields := []string{"username", `"alice"`, "email", `"alice@example.org"`, "password", `"correct horse"`, "agreement", "true"}
	for i := 0; i < len(changes); i += 2 {
		changed := false
		for j := 0; j < len(fields); j += 2 {
			if fields[j] == changes[i] {
				fields[j+1], changed = changes[i+1], true
			}
		}
		if !changed {
			fields = append(fields, changes[i], changes[i+1])
		}
	}
	var members []string
	for i := 0; i < len(fields); i += 2 {
		if fields[i+1] != "" {
			members = append(members, `"`+fields[i]+`":`+fields[i+1])
		}
	}
	return "{" + strings.Join(members, ",") + "}"
}

func (v *visitor) create(changes ...string) got {
	v.Helper()
	return v.postJSON("/api/v1/accounts", v.appToken, entry(changes...))
}

// signUp makes alice's account and returns her token.
func (v *visitor) signUp(changes ...string) string {
	v.Helper()
	if v.appToken == "" {
		v.register(ourScopes)
	}
	created := v.create(changes...)
	require.Equal(v, 200, created.status, created.body)
	return created.text(v, "access_token")
}

// answers asserts status and body, byte by byte.
func (v *visitor) answers(g got, status int, body string) {
	v.Helper()
	assert.Equal(v, body, g.body)
	assert.Equal(v, status, g.status)
}

func refusal(sentence string) string { return `{"error":"` + sentence + `"}` }

// eachVersion runs a test for all versions.
func eachVersion(t *testing.T, test func(t *testing.T, version string)) { eachVersionFrom(t, "", test) }

// eachVersionFrom runs a test for the versions from one on.
func eachVersionFrom(t *testing.T, from string, test func(t *testing.T, version string)) {
	for _, version := range versions {
		if since(version, from) {
			t.Run(version, func(t *testing.T) { test(t, version) })
		}
	}
}

// since reports whether a version of the list is at least another.
func since(version, wanted string) bool { return version >= wanted }
