package mastodontest_test

import (
	"net/http"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// §2: what imitates Mastodon says so in its version.
func TestImitatorsNameThemselves(t *testing.T) {
	for software, version := range map[mastodontest.Software]string{
		mastodontest.Pixelfed:  "3.5.3 (compatible; Pixelfed 0.11.13)",
		mastodontest.Friendica: "2.8.0 (compatible; Friendica 2024.12)",
		mastodontest.Mitra:     "4.0.0 (compatible; Mitra 5.10.0)",
	} {
		t.Run(string(software), func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Software: software, Registrations: mastodontest.Approval})
			assert.Equal(t, version, v.get("/api/v1/instance").text(t, "version"))
			assert.Equal(t, version, v.get("/api/v2/instance").text(t, "version"))
			assert.Contains(t, v.get("/api/v1/instance").body, `"registrations":true,"approval_required":true`)
			assert.Contains(t, v.get("/api/v2/instance").body, `"registrations":{"enabled":true,"approval_required":true,"message":null}`)
			assert.Contains(t, v.get(v.get("/.well-known/nodeinfo").nodeInfo(t)).body, `"software":{"name":"`+string(software)+`",`)
			v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
			assert.Equal(t, false, v.get("/api/v1/instance").field(t, "registrations"))
			assert.Equal(t, 200, v.get("/").status)
			assert.Equal(t, 404, v.get("/nothing").status)
			assert.Contains(t, v.get("/nothing", "Accept", "text/html").header.Get("Content-Type"), "text/html")
		})
	}
}

// §9.3: Pixelfed has no call for sign-ups, and CORS for little.
// CORS is for .well-known alone, plus a header by hand on POST /apps.
func TestPixelfedTakesNoSignUpsAndKeepsPagesOut(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.Pixelfed})
	assert.Equal(t, 404, v.postJSON("/api/v1/accounts", "", entry()).status)
	for _, path := range []string{"/register", "/site/terms", "/site/privacy", "/site/about"} {
		assert.Equal(t, 200, v.get(path).status, path)
	}
	assert.Contains(t, v.get("/.well-known/nodeinfo").body, "/api/nodeinfo/2.0.json")
	assert.Contains(t, v.get("/api/nodeinfo/2.0.json").body, `"software":{"name":"pixelfed"`)
	readable := func(g got) bool { return g.header.Get("Access-Control-Allow-Origin") == "*" }
	for path, want := range map[string]bool{"/.well-known/nodeinfo": true, "/api/nodeinfo/2.0.json": false, "/api/v1/instance": false, "/api/v2/instance": false,
		"/register": false} {
		assert.Equal(t, want, readable(v.get(path, "Origin", "https://w.example")), path)
	}
	app := v.call(http.MethodPost, "/api/v1/apps", "client_name=W&redirect_uris=https://w.example",
		"Origin", "https://w.example", "Content-Type", "application/x-www-form-urlencoded")
	assert.Equal(t, 200, app.status)
	assert.True(t, readable(app))
	assert.False(t, readable(v.preflight("/api/v1/apps", "POST", "content-type")))
	assert.False(t, readable(v.call(http.MethodPost, "/oauth/token", "", "Origin", "https://w.example")))
}

// §9.3: Friendica has no call for sign-ups.
func TestFriendicaTakesNoSignUpsByTheAPI(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.Friendica})
	v.register(ourScopes)
	v.answers(v.create(), 404, `{"error":"Record not found"}`)
	assert.Equal(t, 200, v.get("/register").status)
}

// §9.3: Mitra gives apps no tokens, and takes one redirect.
func TestMitraGivesAppsNoTokens(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.Mitra})
	assert.Equal(t, 400, v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example\nhttps://w.example/2").status)
	app := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example")
	require.Equal(t, 200, app.status)
	token := v.form("/oauth/token", "grant_type", "client_credentials", "client_id", app.text(t, "client_id"), "client_secret", app.text(t, "client_secret"))
	assert.Equal(t, 400, token.status)
	assert.Equal(t, "unsupported_grant_type", token.text(t, "error"))
	assert.Equal(t, 401, v.postJSON("/api/v1/accounts", "", entry()).status)
}

// §9.3: Vernissage has a document of its own.
// As Vernissage's InstanceController documents it: camel case, a number for the
// id of a rule, three flags of its own for Mastodon's one, an address for uri.
func TestVernissageHasADocumentOfItsOwn(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.Vernissage, Registrations: mastodontest.Closed,
		Rules: []mastodontest.Rule{{Text: "Own pictures only"}}})
	document := v.get("/api/v1/instance")
	assert.Equal(t, "https://example.social", document.text(t, "uri"))
	assert.Equal(t, "1.27.0", document.text(t, "version"))
	assert.Contains(t, document.body, `"rules":[{"id":1,"text":"Own pictures only"}]`)
	assert.Contains(t, document.body, `"registrationOpened":false,"registrationByApprovalOpened":false,"registrationByInvitationsOpened":true`)
	assert.NotContains(t, document.body, `"registrations"`)
	assert.Equal(t, 404, v.get("/api/v2/instance").status)
	assert.Equal(t, 404, v.postJSON("/api/v1/accounts", "", entry()).status)
	assert.Contains(t, v.get(v.get("/.well-known/nodeinfo").nodeInfo(t)).body, `"software":{"name":"Vernissage","version":"1.27.0"}`)
	assert.Contains(t, v.get("/register").header.Get("Content-Type"), "text/html")
	v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Approval })
	assert.Contains(t, v.get("/api/v1/instance").body, `"registrationOpened":false,"registrationByApprovalOpened":true`)
}

// §9.3: Epicyon does not name itself.
// As Epicyon's mastoapiv1.py, mastoapiv2.py and daemon_get_nodeinfo.py have it.
func TestEpicyonHidesItsName(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.Epicyon})
	older, newer := v.get("/api/v1/instance"), v.get("/api/v2/instance", "Origin", "https://w.example")
	assert.Equal(t, "1.6.0", older.text(t, "version"))
	assert.Contains(t, older.body, `"urls":{},"version":"1.6.0"`)
	assert.Contains(t, older.body, `"registrations":true`)
	assert.Equal(t, "1.6.0", newer.text(t, "version"))
	assert.Contains(t, newer.body, `"registrations":{"enabled":true,"approval_required":false,"message":null}`)
	assert.Equal(t, "*", newer.header.Get("Access-Control-Allow-Origin"))
	info := v.get("/.well-known/nodeinfo").nodeInfo(t)
	refused := v.get(info, "Origin", "https://w.example")
	assert.Equal(t, 400, refused.status, "nobody knows where that comes from")
	assert.Empty(t, refused.header.Get("Access-Control-Allow-Origin"))
	assert.Contains(t, v.get(info, "Referer", "https://w.example/").body, `"software":{"name":"epicyon","version":"1.6.0"}`)
	for _, path := range []string{"/api/v1/accounts", "/api/v1/apps", "/oauth/token"} {
		assert.Equal(t, 404, v.postJSON(path, "", entry()).status, path)
	}
	assert.Equal(t, 200, v.get("/register").status)
}

// §9.3: software without Mastodon's API has NodeInfo alone.
func TestOtherSoftwareIsKnownByNodeInfoAlone(t *testing.T) {
	for _, software := range []mastodontest.Software{"misskey", "peertube", "lemmy"} {
		t.Run(string(software), func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Software: software, Version: "2025.1.0"})
			links := v.get("/.well-known/nodeinfo", "Origin", "https://w.example")
			info := v.get(links.nodeInfo(t), "Origin", "https://w.example")
			assert.Contains(t, info.body, `"software":{"name":"`+string(software)+`","version":"2025.1.0"}`)
			for _, g := range []got{links, info} {
				assert.Equal(t, "*", g.header.Get("Access-Control-Allow-Origin"))
			}
			for _, path := range []string{"/api/v1/instance", "/api/v2/instance", "/api/v1/apps", "/about"} {
				answer := v.get(path, "Origin", "https://w.example")
				assert.Equal(t, 404, answer.status, path)
				assert.Contains(t, answer.header.Get("Content-Type"), "text/html", path)
				assert.Empty(t, answer.header.Get("Access-Control-Allow-Origin"), path)
			}
			assert.Contains(t, v.get("/").header.Get("Content-Type"), "text/html")
		})
	}
}

// Its own: software may change while it runs.
func TestAServerMayChangeItsSoftwareWhileItRuns(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.server.Update(func(s *mastodontest.Settings) { s.Software = mastodontest.GoToSocial })
	assert.Contains(t, v.get("/nodeinfo/2.0").body, `"software":{"name":"gotosocial","version":"0.19.2"}`)
	v.server.Update(func(s *mastodontest.Settings) { s.Software, s.Version = mastodontest.Mastodon, "4.1.0" })
	v.server.Update(func(s *mastodontest.Settings) { s.Title = "Another" })
	assert.Equal(t, "4.1.0", v.get("/api/v2/instance").text(t, "version"))
}

// §9.3: Hollo is for its owner alone.
// As Hollo's src/api/v2/instance.ts has it.
func TestHolloIsForItsOwnerAlone(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.Hollo})
	instance := v.get("/api/v2/instance", "Origin", "https://w.example")
	assert.Equal(t, "0.7.0", instance.text(t, "version"))
	assert.Equal(t, "https://github.com/fedify-dev/hollo", instance.text(t, "source_url"))
	assert.Contains(t, instance.body, `"registrations":{"enabled":false,"approval_required":true,"message":null}`, "whatever is set")
	assert.Equal(t, "*", instance.header.Get("Access-Control-Allow-Origin"))
	for _, path := range []string{"/api/v1/accounts", "/oauth/token"} {
		assert.Equal(t, 404, v.postJSON(path, "", entry()).status, path)
	}
	assert.Equal(t, 200, v.get("/login").status)
}
