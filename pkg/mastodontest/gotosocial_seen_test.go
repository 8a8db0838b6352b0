package mastodontest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What was seen on running servers of GoToSocial: 0.18.3, which takes sign-ups
// by apps, and 0.20.0-rc1, which does not. Where no version is named, 0.18.3.

// eachGoToSocial runs a test on both.
func eachGoToSocial(t *testing.T, test func(t *testing.T, v *visitor, takesApps bool)) {
	for _, version := range []string{"0.18.3", "0.20.0-rc1"} {
		t.Run(version, func(t *testing.T) {
			test(t, visitGoToSocial(t, mastodontest.Settings{Version: version}), version == "0.18.3")
		})
	}
}

// Seen: what GoToSocial says of a reason, with its prefix.
func TestWhatGoToSocialSaysOfAReason(t *testing.T) {
	v := visitGoToSocial018(t, mastodontest.Settings{RequireReason: true})
	assert.NotContains(t, v.get("/api/v2/instance").body, "reason_required")
	for reason, says := range map[string]string{
		"":                       "no reason provided",
		"I like crabs":           "reason should be at least 40 chars but 'I like crabs' was 12",
		strings.Repeat("x", 501): "reason should be no more than 500 chars but given reason was 501",
	} {
		v.answers(v.createStrong("reason", `"`+reason+`"`), 400, refusal("Bad Request: "+says))
	}
}

// Seen: GoToSocial takes any language that it can read, and needs one.
func TestGoToSocialTakesAnyLanguageThatItCanRead(t *testing.T) {
	for locale, says := range map[string]string{
		`"en_US"`: "", `"en-US"`: "", `"tlh"`: "",
		`"xx"`: `language: subtag \"xx\" is well-formed but unknown`, `"jp"`: `language: subtag \"jp\" is well-formed but unknown`,
		`"cn"`: `language: subtag \"cn\" is well-formed but unknown`, `"de-formal"`: `language: subtag \"formal\" is well-formed but unknown`,
		`"not a locale"`: "language: tag is not well-formed",
		"":               "Key: 'AccountCreateRequest.Locale' Error:Field validation for 'Locale' failed on the 'required' tag",
	} {
		v := visitGoToSocial018(t, mastodontest.Settings{})
		answer := v.createStrong("locale", locale)
		if says == "" {
			assert.Equal(t, 200, answer.status, locale)
		} else {
			v.answers(answer, 400, refusal("Bad Request: "+says))
		}
	}
}

// Seen: GoToSocial has no reserved names, and its own idea of passwords.
func TestGoToSocialHasNoReservedNames(t *testing.T) {
	for _, name := range []string{"admin", "root", "about"} {
		v := visitGoToSocial018(t, mastodontest.Settings{})
		assert.Equal(t, 200, v.createStrong("username", `"`+name+`"`, "password", `"correct horse"`).status, name)
	}
	v := visitGoToSocial018(t, mastodontest.Settings{})
	assert.Contains(t, v.createStrong("password", `"password123"`).body, "password is only 86% strength, try including")
	assert.Contains(t, v.createStrong("agreement", "1").body, "json: cannot unmarshal number")
	assert.Contains(t, v.createStrong("agreement", "null").body, "Error:Field validation for 'Agreement' failed on the 'required' tag")
}

// Seen: to GoToSocial the letter case of an address makes another one, and the address is looked at first.
func TestTheLetterCaseOfAnAddressCountsForGoToSocial(t *testing.T) {
	v := visitGoToSocial018(t, mastodontest.Settings{})
	require.Equal(t, 200, v.createStrong().status)
	v.answers(v.createStrong(), 409, refusal("Conflict: email address alice@example.org is not available"))
	v.answers(v.createStrong("email", `"Alice@example.org"`), 409, refusal("Conflict: username alice is not available"))
	assert.Equal(t, 200, v.createStrong("email", `"Alice@example.org"`, "username", `"alice2"`).status)
}

// Seen: a blocked mail domain breaks GoToSocial.
func TestABlockedMailDomainBreaksGoToSocial(t *testing.T) {
	v := visitGoToSocial018(t, mastodontest.Settings{BlockedDomains: []string{"example.org"}})
	v.answers(v.createStrong(), 500, refusal("Internal Server Error"))
	assert.Empty(t, v.server.Users())
}

// Seen: before GoToSocial's staff say yes, and after a no, all tokens look alike.
func TestBeforeApprovalAllTokensLookAlike(t *testing.T) {
	for name, act := range map[string]func(*mastodontest.Server) error{
		"unconfirmed":               func(*mastodontest.Server) error { return nil },
		"approved, but unconfirmed": func(s *mastodontest.Server) error { return s.Approve("alice") },
		"confirmed":                 func(s *mastodontest.Server) error { return s.Confirm("alice") },
		"rejected":                  func(s *mastodontest.Server) error { return s.Reject("alice") },
	} {
		t.Run(name, func(t *testing.T) {
			v := visitGoToSocial018(t, mastodontest.Settings{})
			token := v.createStrong().text(t, "access_token")
			require.NoError(t, act(v.server))
			v.answers(v.getAs(token, "/api/v1/accounts/verify_credentials"), 401, noGTSApp)
		})
	}
}

// Seen: WebFinger tells pages of GoToSocial's names, unconfirmed ones too.
func TestWebFingerTellsPagesOfGoToSocialsNames(t *testing.T) {
	v := visitGoToSocial018(t, mastodontest.Settings{})
	require.Equal(t, 200, v.createStrong().status)
	for name, status := range map[string]int{"alice": 200, "nobody": 404} {
		answer := v.get("/.well-known/webfinger?resource=acct:"+name+"@example.social", "Origin", "https://w.example")
		assert.Equal(t, status, answer.status)
		assert.Equal(t, "*", answer.header.Get("Access-Control-Allow-Origin"))
		assert.Equal(t, status == 404, answer.body == refusal("Not Found"))
	}
}

// Seen: GoToSocial registers apps with a redirect, since 0.19 without, and never with lists.
func TestGoToSocialsAppsAreRegisteredByTexts(t *testing.T) {
	eachGoToSocial(t, func(t *testing.T, v *visitor, takesApps bool) {
		app := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example/done\nhttps://w.example/b")
		names, _ := members(app.body)
		wanted := strings.Fields("id name redirect_uri client_id client_secret vapid_key")
		without := 400
		if !takesApps {
			wanted, without = append(wanted, "created_at", "redirect_uris", "scopes"), 200
		}
		assert.Equal(t, wanted, names)
		assert.Equal(t, without, v.form("/api/v1/apps", "client_name", "W").status)
		for _, lists := range []string{`"redirect_uris":["https://w.example"]`, `"redirect_uris":"https://w.example","scopes":["read"]`} {
			refused := v.postJSON("/api/v1/apps", "", `{"client_name":"W",`+lists+`}`)
			assert.Equal(t, 400, refused.status)
			assert.Contains(t, refused.text(t, "error"), "json: cannot unmarshal array")
		}
	})
}

// Seen: GoToSocial refuses tokens in the words of its database and of its functions.
func TestGoToSocialRefusesTokens(t *testing.T) {
	eachGoToSocial(t, func(t *testing.T, v *visitor, takesApps bool) {
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
		assert.Equal(t, 200, request().status)
		several := request("redirect_uri", "", "client_secret", "")
		assert.Equal(t, "invalid_request", several.text(t, "error"))
		assert.Contains(t, several.body, "client_secret was not set in the token request form: redirect_uri was not set in the token request form")
		unknown := request("client_id", "nobody's")
		assert.Equal(t, 400, unknown.status)
		otherHost, otherPath := request("redirect_uri", "https://x.example/done"), request("redirect_uri", "https://w.example/b")
		if takesApps {
			assert.Equal(t, "sql: no rows in result set", unknown.text(t, "error"))
			assert.Equal(t, "invalid redirect uri", otherHost.text(t, "error"))
			assert.Equal(t, 200, otherPath.status)
		} else {
			assert.Equal(t, "func5: no application found with client id nobody's", unknown.text(t, "error"))
			assert.Equal(t, []int{403, 403}, []int{otherHost.status, otherPath.status})
		}
		for name, refused := range map[string]got{"invalid_client": request("client_secret", "x"), "unsupported_grant_type": request("grant_type", "password")} {
			assert.Equal(t, 400, refused.status)
			assert.Equal(t, name, refused.text(t, "error"))
		}
	})
}

// Seen: GoToSocial revokes nothing before 0.19.
func TestGoToSocialRevokesNothingBefore019(t *testing.T) {
	eachGoToSocial(t, func(t *testing.T, v *visitor, takesApps bool) {
		revoked := v.form("/oauth/revoke", "token", "x")
		if takesApps {
			assert.Equal(t, 404, revoked.status)
		} else {
			v.answers(revoked, 200, "{}")
		}
	})
}

// Seen: GoToSocial's link is a button, whoever opened it before, and leads nowhere.
func TestGoToSocialsLinkIsAButton(t *testing.T) {
	v := visitGoToSocial018(t, mastodontest.Settings{})
	require.Equal(t, 200, v.createStrong().status)
	link := v.server.ConfirmationLink("alice@example.org")
	for range 2 {
		page := v.get(link, "Accept", "text/html")
		assert.Equal(t, 200, page.status)
		assert.Contains(t, page.body, "<button>")
		assert.Contains(t, v.call(http.MethodPost, link, "").body, "Email address confirmed")
	}
}

// Seen: GoToSocial's own pages get no CORS headers, and OPTIONS without an origin 405.
func TestGoToSocialsCORS(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	exposed := v.get("/api/v2/instance", "Origin", "https://w.example").header.Get("Access-Control-Expose-Headers")
	for _, name := range strings.Fields("X-RateLimit-Reset X-RateLimit-Limit X-RateLimit-Remaining X-Request-Id Connection Upgrade Sec-WebSocket-Accept") {
		assert.Contains(t, exposed, name)
	}
	assert.Empty(t, v.get("/api/v2/instance", "Origin", origin).header.Get("Access-Control-Allow-Origin"))
	assert.Equal(t, 405, v.call(http.MethodOptions, "/api/v2/instance", "").status)
}

// Seen: while GoToSocial starts, everything is a page with 503 that pages cannot read.
func TestWhileGoToSocialStarts(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{StartingUp: true})
	for _, path := range []string{"/api/v2/instance", "/.well-known/nodeinfo", "/"} {
		answer := v.get(path, "Origin", "https://w.example")
		assert.Equal(t, 503, answer.status)
		assert.Contains(t, answer.header.Get("Content-Type"), "text/html")
		assert.Len(t, answer.header["Retry-After"], 2)
		assert.Empty(t, answer.header.Get("Access-Control-Allow-Origin"))
	}
	v.server.Update(func(s *mastodontest.Settings) { s.StartingUp = false })
	assert.Equal(t, 200, v.get("/api/v2/instance").status)
}

// Seen: snac 2.75 has the older document alone, whose version is not true.
func TestSnacHasTheOlderDocumentAlone(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.Snac})
	newer := v.get("/api/v2/instance")
	assert.Equal(t, 404, newer.status)
	assert.Contains(t, newer.header.Get("Content-Type"), "text/html")
	older := v.get("/api/v1/instance")
	assert.Equal(t, "4.0.0 (not true; really snac/2.75)", older.text(t, "version"))
	assert.Equal(t, false, older.field(t, "registrations"))
	assert.Equal(t, "https://example.social/nodeinfo_2_0", v.get("/.well-known/nodeinfo").nodeInfo(t))
	assert.Contains(t, v.get("/nodeinfo_2_0").body, `"software":{"name":"snac","version":"2.75"}`)
	assert.Contains(t, v.get("/nodeinfo_2_0").body, `"openRegistrations":false`)
	assert.Equal(t, 404, v.create().status)
}

// Seen: GoToSocial has NodeInfo 2.0 and 2.1, and counts people alone.
func TestGoToSocialHasTwoNodeInfos(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	v.server.AddUser("alice", "alice@example.org")
	for _, version := range []string{"2.0", "2.1"} {
		assert.Contains(t, v.get("/.well-known/nodeinfo").body, `"href":"https://example.social/nodeinfo/`+version+`"`)
		document := v.get("/nodeinfo/" + version)
		assert.Equal(t, version, document.text(t, "version"))
		assert.Contains(t, document.body, `"usage":{"users":{"total":1}}`)
	}
}

// Seen: GoToSocial has pages for settings and for signing in, and no client.
func TestGoToSocialHasNoClient(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{})
	for _, path := range []string{"/settings", "/login", "/signup"} {
		assert.Equal(t, 200, v.get(path, "Accept", "text/html").status)
	}
	assert.Equal(t, 404, v.get("/home", "Accept", "text/html").status)
}
