package mastodontest_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
)

const (
	noGTSToken = `{"error":"Unauthorized: token not supplied"}`
	noGTSApp   = `{"error":"Unauthorized: application not supplied"}`
	noGTSUser  = `{"error":"Unauthorized: user not supplied or not authorized"}`
)

func visitGoToSocial(t *testing.T, settings mastodontest.Settings) *visitor {
	settings.Software = mastodontest.GoToSocial
	return visit(t, settings)
}

// §9.1: apps may not sign people up since 0.19.
func TestGoToSocialRefusesAppsThatSignUp(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	v.register("read write")
	v.answers(v.create(), 401, noGTSUser)
	v.answers(v.postJSON("/api/v1/accounts", v.appToken, "{}"), 401, noGTSUser)
	v.answers(v.getAs(v.appToken, "/api/v1/accounts/verify_credentials"), 401, noGTSUser)
	v.answers(v.postJSON("/api/v1/accounts", "", entry()), 401, noGTSToken)
	v.answers(v.get("/api/v1/accounts/lookup?acct=alice"), 401, noGTSToken)
	v.answers(v.getAs(v.appToken, "/api/v1/accounts/lookup?acct=alice"), 401, noGTSUser)
	assert.Empty(t, v.server.Users())
}

// §9.1: 418 for who has no User-Agent.
func TestGoToSocialAnswersNobodyWithoutAName(t *testing.T) {
	const teapot = `{"error":"I'm a teapot: no user-agent sent with request"}`
	v := visitGoToSocial(t, mastodontest.Settings{})
	for method, path := range map[string]string{"GET": "/api/v2/instance", "POST": "/api/v1/apps", "PATCH": "/.well-known/nodeinfo", "PUT": "/"} {
		v.answers(v.call(method, path, "", "User-Agent", "", "Origin", origin), 418, teapot)
	}
	preflight := v.call("OPTIONS", "/api/v1/accounts", "", "User-Agent", "", "Origin", origin, "Access-Control-Request-Method", "POST")
	v.answers(preflight, 418, teapot)
	assert.Empty(t, preflight.header.Get("Access-Control-Allow-Origin"))
	assert.Equal(t, 200, v.call("GET", "/api/v2/instance", "", "User-Agent", "x").status)
	assert.Equal(t, 200, v.get("/api/v2/instance").status, "Go's own client names itself")
	assert.Equal(t, 200, visit(t, mastodontest.Settings{}).call("GET", "/api/v2/instance", "", "User-Agent", "").status, "Mastodon asks for no name")
}

// §9.1: what others have and it lacks is 404.
func TestGoToSocialLacksWhatOthersHave(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	for _, path := range []string{"/api/v1/emails/check_confirmation", "/api/v1/instance/terms_of_service", "/api/v1/instance/privacy_policy",
		"/api/v1/instance/extended_description", "/api/v1/apps/verify_credentials", "/.well-known/oauth-authorization-server"} {
		v.answers(v.get(path), 404, `{"error":"Not Found"}`)
	}
	v.answers(v.postJSON("/api/v1/emails/confirmations", "", "{}"), 404, `{"error":"Not Found"}`)
}

// §9.1: the documents tell more than the approval since 0.20 only.
// Seen on 0.18.3 and 0.20.0-rc1.
func TestGoToSocialDescribesItself(t *testing.T) {
	const (
		terse   = `"registrations":{"enabled":true,"approval_required":true,"message":null}`
		wordier = `"registrations":{"enabled":true,"approval_required":true,"message":null,"min_age":null,"reason_required":true}`
		pages   = `"about":"https://example.social/about","privacy_policy":null,"terms_of_service":"https://example.social/about#rules"`
	)
	for version, tells := range map[string]bool{"0.18.3": false, "0.19.2": false, "0.20.0-rc1": true} {
		v := visitGoToSocial(t, mastodontest.Settings{Version: version, Domain: "handles.example", RequireReason: true, Rules: []mastodontest.Rule{{Text: "Be kind"}}})
		newer, older := v.get("/api/v2/instance"), v.get("/api/v1/instance")
		assert.Equal(t, tells, strings.Contains(newer.body, wordier), version)
		assert.Equal(t, !tells, strings.Contains(newer.body, terse), version)
		assert.Equal(t, tells, strings.Contains(newer.body, pages), version)
		assert.NotContains(t, newer.body, `"terms"`)
		assert.Equal(t, "handles.example", newer.text(t, "domain"))
		assert.Equal(t, "handles.example", older.text(t, "uri"), "a bare name")
		for _, document := range []got{newer, older} {
			assert.Equal(t, "handles.example", document.text(t, "account_domain"))
		}
		assert.Equal(t, true, older.field(t, "approval_required"))
		v.answers(v.get("/api/v1/instance/rules"), 200, `[{"id":"1","text":"Be kind"}]`)
		assert.Contains(t, v.get(v.get("/.well-known/nodeinfo").nodeInfo(t)).body, `"software":{"name":"gotosocial","version":"`+version+`"}`)
		assert.Contains(t, v.get("/signup").header.Get("Content-Type"), "text/html")
		v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
		assert.Equal(t, false, v.get("/api/v1/instance").field(t, "registrations"))
	}
}

// nodeInfo is the address in a list of nodeinfo links.
func (g got) nodeInfo(t *testing.T) string {
	t.Helper()
	links, _ := g.field(t, "links").([]any)
	link, _ := links[0].(map[string]any)
	return link["href"].(string)
}

// §9.1: apps are registered, redirects as a text.
func TestGoToSocialRegistersApps(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	app := v.form("/api/v1/apps", "client_name", "W")
	assert.Contains(t, app.body, `"redirect_uri":"urn:ietf:wg:oauth:2.0:oob"`)
	assert.Contains(t, app.body, `"redirect_uris":["urn:ietf:wg:oauth:2.0:oob"]`)
	assert.Contains(t, app.body, `"scopes":["read"]`)
	assert.NotContains(t, app.body, "client_secret_expires_at")
	assert.Len(t, app.text(t, "id"), len("01JBCDEFGHJKMNPQRSTVWXYZ00"))
	for _, bad := range []string{`{"client_name":"W","redirect_uris":["https://w.example"]}`, `{"client_name":"W","scopes":["read"]}`, `{}`, `{"client_name":"` + strings.Repeat("W", 1025) + `"}`} {
		refused := v.postJSON("/api/v1/apps", "", bad)
		assert.Equal(t, 400, refused.status)
		assert.Contains(t, refused.text(t, "error"), "Bad Request: ")
	}
	assert.Equal(t, 200, v.postJSON("/api/v1/apps", "nonsense", `{"client_name":"W"}`).status, "an unknown token is none")
}

// §9.1: the token's request needs the redirect.
func TestGoToSocialWantsTheRedirectInTheTokenRequest(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	v.register("read write")
	request := func(changes ...string) got {
		pairs := map[string]string{"grant_type": "client_credentials", "client_id": v.clientID, "client_secret": v.clientSecret,
			"redirect_uri": "https://w.example/done", "scope": "write"}
		for i := 0; i < len(changes); i += 2 {
			pairs[changes[i]] = changes[i+1]
		}
		var flat []string
		for name, value := range pairs {
			flat = append(flat, name, value)
		}
		return v.form("/oauth/token", flat...)
	}
	assert.EqualValues(t, 7200, request().field(t, "expires_in"))
	assert.Equal(t, 200, request("scope", "write:accounts").status, "write covers it")
	refused := request("scope", "follow")
	assert.Equal(t, 403, refused.status)
	assert.Equal(t, "invalid_scope", refused.text(t, "error"))
	v.answers(request("redirect_uri", ""), 400, `{"error":"invalid_request","error_description":"Bad Request: redirect_uri was not set in the token request form"}`)
	v.answers(request("client_id", ""), 400, `{"error":"invalid_request","error_description":"Bad Request: client_id was not set in the token request form"}`)
	assert.Equal(t, "invalid_client", request("client_secret", "wrong").text(t, "error"))
}

// §9.1: pages may send some headers.
func TestGoToSocialLetsPagesSendSomeHeaders(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	for _, path := range []string{"/api/v1/accounts", "/about"} {
		answer := v.preflight(path, "POST", "authorization,x-other")
		assert.Equal(t, http.StatusNoContent, answer.status)
		assert.Equal(t, "*", answer.header.Get("Access-Control-Allow-Origin"))
		assert.Equal(t, "120", answer.header.Get("Access-Control-Max-Age"))
		assert.Contains(t, answer.header.Get("Access-Control-Allow-Headers"), "Authorization")
		assert.NotContains(t, answer.header.Get("Access-Control-Allow-Headers"), "x-other")
		assert.Equal(t, "*", v.get(path, "Origin", "https://w.example").header.Get("Access-Control-Allow-Origin"))
	}
}

// §9.1: all calls count by network.
// Seen: GoToSocial's windows begin with the first call, the API's apart from others.
func TestGoToSocialLimitsByNetwork(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	v.left(v.get("/api/v2/instance"), 300, 299, "2026-08-07T12:08:20.000Z")
	for range 299 {
		v.get("/api/v1/instance")
	}
	v.answers(v.get("/api/v2/instance"), 429, `{"error":"rate limit reached"}`)
	assert.Equal(t, 200, v.get("/about").status, "which is counted by itself")
	v.now = noon.Add(5 * time.Minute)
	assert.Equal(t, 200, v.get("/api/v2/instance").status)
}

// §9.1: 406 for who takes no JSON.
// Seen: GoToSocial's 406 is a page for browsers.
func TestGoToSocialOffersJSONOnly(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	for accept, status := range map[string]int{"text/html": 406, "application/activity+json": 406, "application/json": 200, "*/*": 200, "text/html, */*;q=0.1": 200} {
		answer := v.get("/api/v2/instance", "Accept", accept)
		assert.Equal(t, status, answer.status, accept)
		assert.Equal(t, accept == "text/html", strings.Contains(answer.header.Get("Content-Type"), "html"), accept)
	}
}
