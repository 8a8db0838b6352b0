package mastodontest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// §0.1: calls are there from their version on.
func TestCallsCameWithVersions(t *testing.T) {
	for call, from := range map[string]string{
		"GET /api/v1/instance":                        "",
		"GET /api/v1/accounts/verify_credentials":     "",
		"GET /api/v1/apps/verify_credentials":         "",
		"POST /api/v1/apps":                           "",
		"POST /api/v1/accounts":                       "",
		"GET /api/v1/instance/rules":                  "3.4",
		"GET /api/v1/accounts/lookup":                 "3.4",
		"POST /api/v1/emails/confirmations":           "3.4",
		"GET /api/v2/instance":                        "4.0",
		"GET /api/v1/instance/privacy_policy":         "4.0",
		"GET /api/v1/instance/extended_description":   "4.0",
		"GET /api/v1/instance/languages":              "4.2",
		"GET /api/v1/emails/check_confirmation":       "4.2",
		"GET /.well-known/oauth-authorization-server": "4.3",
		"GET /api/v1/instance/terms_of_service":       "4.4",
	} {
		t.Run(call, func(t *testing.T) {
			method, path, _ := strings.Cut(call, " ")
			eachVersion(t, func(t *testing.T, version string) {
				v := visit(t, mastodontest.Settings{Version: version, Terms: &mastodontest.Terms{EffectiveDate: "2026-05-01"}})
				v.server.AddUser("carol", "carol@example.org")
				answer := v.call(method, path+"?acct=carol", "")
				if since(version, from) {
					assert.NotEqual(t, 404, answer.status)
				} else {
					v.answers(answer, 404, notFound)
				}
			})
		})
	}
}

// §2: v1 has each field from its version on.
func TestTheOlderInstanceDocumentGrewWithVersions(t *testing.T) {
	for field, around := range map[string][2]string{
		"registrations":     {"2.7.1", "2.7.2"},
		"short_description": {"2.9.1", "2.9.2"},
		"approval_required": {"2.9.1", "2.9.2"},
		"invites_enabled":   {"3.1.3", "3.1.4"},
		"rules":             {"3.3.0", "3.4.0"},
	} {
		for i, version := range around {
			document := visit(t, mastodontest.Settings{Version: version}).get("/api/v1/instance")
			assert.Equal(t, i == 1, strings.Contains(document.body, `"`+field+`":`), "%s in %s", field, version)
			for _, always := range []string{"uri", "title", "description", "email", "version", "languages", "contact_account", "thumbnail"} {
				assert.Contains(t, document.body, `"`+always+`":`, version)
			}
		}
	}
}

// §0.1: approval is a mode from 2.9.2 on.
func TestApprovalCameWith292(t *testing.T) {
	for version, state := range map[string]string{"2.9.1": mastodontest.Active, "2.9.2": mastodontest.Pending} {
		v := visit(t, mastodontest.Settings{Version: version, Registrations: mastodontest.Approval})
		v.signUp()
		require.NoError(t, v.server.Confirm("alice"))
		assert.Equal(t, state, v.state(), version)
	}
}

// §0.1: 403 and 404 are JSON from 4.0 on.
// §1: before 4.0 who takes anything got a page for a 403 or 404, up to 3.0 nothing.
func TestRefusalsWereNoJSONBefore40(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version, Registrations: mastodontest.Closed})
		v.register(ourScopes)
		create := func(accept string) got {
			return v.call(http.MethodPost, "/api/v1/accounts", entry(), "Accept", accept, "Content-Type", "application/json", "Authorization", "Bearer "+v.appToken)
		}
		v.answers(create("application/json"), 403, forbidden)
		v.answers(v.get("/api/v1/nothing"), 404, notFound)
		for status, answer := range map[int]got{403: create("*/*"), 404: v.get("/api/v1/nothing", "Accept", "*/*")} {
			assert.Equal(t, status, answer.status)
			kind := answer.header.Get("Content-Type")
			switch {
			case since(version, "4.0"):
				assert.Contains(t, kind, "application/json")
			case since(version, "3.1"):
				assert.Contains(t, kind, "text/html")
				assert.Contains(t, answer.body, "<h1>")
			default:
				assert.Empty(t, answer.body)
			}
		}
		page := v.get("/api/v1/nothing", "Accept", "text/html")
		assert.Equal(t, !since(version, "4.0"), strings.Contains(page.body, "<h1>"), "who wants a page gets one")
	})
}

// §1.2: 401 in the words of 3.0 where strangers see nothing.
func TestTheSentenceForStrangersChanged(t *testing.T) {
	for version, sentence := range map[string]string{
		"3.0.0": "This API requires an authenticated user", "3.4.0": "This method requires an authenticated user",
	} {
		v := visit(t, mastodontest.Settings{Version: version, LimitedFederation: true})
		v.register("read")
		v.answers(v.getAs(v.appToken, "/api/v1/apps/verify_credentials"), 401, refusal(sentence))
		v.answers(v.getAs(v.appToken, "/api/v1/accounts/verify_credentials"), 422, needsUser)
	}
}

// §0.1: 3.4 resends to working accounts only (mastodon/mastodon#17743, #16348).
func TestResendingWasOfNoUseIn34(t *testing.T) {
	for version, status := range map[string]int{"3.3.0": 404, "3.4.0": 403, "3.4.10": 403, "3.5.0": 200} {
		v := visit(t, mastodontest.Settings{Version: version})
		answer := v.postJSON(confirmations, v.signUp(), "{}")
		assert.Equal(t, status, answer.status, version)
		if status == 403 {
			v.answers(answer, 403, unconfirmed)
			assert.Len(t, v.server.Mails(), 1, "the one of the sign-up")
		}
	}
}

// §4: 2.7 and 3.0 said in other words what does not work.
func TestOldSentencesOfUnusableAccounts(t *testing.T) {
	for version, want := range map[string]struct{ unconfirmed, disabledToo string }{
		"2.7.0": {unconfirmed27, disabled}, "3.0.0": {unconfirmed, disabled}, "3.4.0": {unconfirmed, unconfirmed},
	} {
		v := visit(t, mastodontest.Settings{Version: version})
		token := v.signUp()
		v.answers(v.getAs(token, "/api/v1/accounts/verify_credentials"), 403, want.unconfirmed)
		require.NoError(t, v.server.Disable("alice"))
		v.answers(v.getAs(token, "/api/v1/accounts/verify_credentials"), 403, want.disabledToo)
	}
}

// §0.1: a suspension stops every call from 4.0 on.
// §1.2: 403 disabled on every call from 4.0 on.
func TestASuspensionStopsEveryCallFrom40On(t *testing.T) {
	for version, stopped := range map[string]bool{"3.5.0": false, "4.0.0": true} {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register("read write")
		token := v.signUp()
		require.NoError(t, v.server.Confirm("alice"))
		require.NoError(t, v.server.Suspend("alice"))
		v.answers(v.getAs(token, "/api/v1/accounts/verify_credentials"), 403, disabled)
		for _, path := range []string{"/api/v1/apps/verify_credentials", "/api/v1/instance"} {
			assert.Equal(t, stopped, v.getAs(token, path).status == 403, "%s in %s", path, version)
		}
	}
}

// §0.1: deleted names are not found from 4.7 on.
// §1.6: no deleted accounts from 4.7 on, though their names stay taken.
func TestLookupHidesDeletedAccountsFrom47On(t *testing.T) {
	for version, status := range map[string]int{"4.6.5": 200, "4.7.0-alpha.2": 404} {
		v := visit(t, mastodontest.Settings{Version: version})
		token := v.signUp()
		require.NoError(t, v.server.Delete("alice"))
		assert.Equal(t, mastodontest.Deleted, v.state())
		assert.Equal(t, status, v.get("/api/v1/accounts/lookup?acct=alice").status, version)
		v.answers(v.getAs(token, "/api/v1/accounts/verify_credentials"), 401, invalidToken)
		_, codes := refused(t, v.create())
		assert.Equal(t, "username TAKEN", codes, "the address is free again")
	}
}

// §0.1: the confirmation page has a captcha from 4.2 on.
// §4: the captcha before the confirmation came with 4.2.
func TestTheConfirmationPagesCaptchaCameWith42(t *testing.T) {
	for version, status := range map[string]int{"4.1.0": 302, "4.2.0": 200} {
		v := visit(t, mastodontest.Settings{Version: version, Captcha: true})
		v.signUp()
		assert.Equal(t, status, v.get(v.server.Mails()[0].Link).status, version)
	}
}

// §4: before 4.0 several redirects led nowhere (mastodon/mastodon#18523).
func TestSeveralRedirectsLedNowhereBefore40(t *testing.T) {
	for version, location := range map[string]string{"3.5.0": "", "4.0.0": "https://a.example/"} {
		v := visit(t, mastodontest.Settings{Version: version})
		app := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://a.example/\nhttps://b.example/", "scopes", "write")
		v.clientID, v.clientSecret = app.text(t, "client_id"), app.text(t, "client_secret")
		v.appToken = v.token("write")
		v.signUp()
		opened := v.get(v.server.Mails()[0].Link)
		assert.Equal(t, 302, opened.status, version)
		assert.Equal(t, location, opened.header.Get("Location"), version)
		assert.Equal(t, mastodontest.Active, v.state(), "it is confirmed all the same")
	}
}

// §2: forks name their Mastodon and act as it does.
// §9.3: glitch-soc and Hometown take sign-ups as Mastodon.
func TestForksNameTheirMastodon(t *testing.T) {
	for version, test := range map[string]struct {
		software mastodontest.Software
		newer    int    // status of the newer instance document
		api      string // api_versions
		name     string
	}{
		"4.5.15+glitch":            {mastodontest.Mastodon, 200, `{"mastodon":7,"glitch":1}`, "mastodon"},
		"4.2.10+hometown-1.1.1":    {mastodontest.Hometown, 200, "", "hometown"},
		"1.0.5+3.5.2":              {mastodontest.Hometown, 404, "", "hometown"},
		"4.6.0-rc.1":               {mastodontest.Mastodon, 200, `{"mastodon":10}`, "mastodon"},
		"4.3.0-nightly.2024-09-03": {mastodontest.Mastodon, 200, `{"mastodon":2}`, "mastodon"},
	} {
		t.Run(version, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Software: test.software, Version: version})
			assert.Equal(t, version, v.get("/api/v1/instance").text(t, "version"))
			assert.Equal(t, strings.Contains(version, "glitch"), strings.Contains(v.get("/api/v1/instance").body, `"max_toot_chars":500`))
			document := v.get("/api/v2/instance")
			require.Equal(t, test.newer, document.status)
			if test.newer == 200 {
				assert.Equal(t, test.api != "", strings.Contains(document.body, `"api_versions":`+test.api), document.body)
			}
			assert.Contains(t, v.get("/nodeinfo/2.0").body, `"software":{"name":"`+test.name+`","version":"`+version+`"}`)
			assert.NotEmpty(t, v.signUp())
		})
	}
}
