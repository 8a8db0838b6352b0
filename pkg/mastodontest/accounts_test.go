package mastodontest_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What servers say about tokens.
const (
	invalidToken = `{"error":"The access token is invalid"}`
	revokedToken = `{"error":"The access token was revoked"}`
	needsUser    = `{"error":"This method requires an authenticated user"}`
	outsideScope = `{"error":"This action is outside the authorized scopes"}`
	unconfirmed  = `{"error":"Your login is missing a confirmed e-mail address"}`
	// Of 2.7.
	unconfirmed27 = `{"error":"Email confirmation is not completed"}`
	pending       = `{"error":"Your login is currently pending approval"}`
	disabled      = `{"error":"Your login is currently disabled"}`
	foreignApp    = `{"error":"This method is only available to the application the user originally signed-up with"}`
	notAwaiting   = `{"error":"This method is only available while the e-mail is awaiting confirmation"}`
	wantsApp      = `{"error":"This method requires an client credentials authentication"}`
	forbidden     = `{"error":"Forbidden"}`
	notFound      = `{"error":"Not Found"}`
	notAllowed    = `{"error":"This action is not allowed"}`
)

var base64url43 = regexp.MustCompile(`^[A-Za-z0-9_-]{43}$`)

// §0.1: a reason is kept from 3.0 on, a time zone from 4.2.
// §1.1: 13 POST /api/v1/accounts.
// §1.7: the new token has all scopes of the app.
func TestASignUpAnswersWithTheAccountsToken(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register("read write:accounts")
		v.appToken = v.token("write:accounts")
		created := v.create("locale", `"pt-BR"`, "time_zone", `"Europe/Vienna"`, "reason", `"I like it"`)
		token := created.text(t, "access_token")
		assert.Regexp(t, base64url43, token)
		assert.NotEqual(t, v.appToken, token)
		// The account's token has all scopes of the app, not those of the app's token.
		v.answers(created, 200, `{"access_token":"`+token+`","token_type":"Bearer","scope":"read write:accounts","created_at":1786104200}`)

		users := v.server.Users()
		require.Len(t, users, 1)
		want := mastodontest.User{Username: "alice", Email: "alice@example.org", State: mastodontest.Unconfirmed, Locale: "pt-BR",
			TimeZone: "Europe/Vienna", Reason: "I like it", IP: "203.0.113.7", CreatedAt: noon}
		if !since(version, "4.2") {
			want.TimeZone = ""
		}
		if !since(version, "3.0") {
			want.Reason = ""
		}
		assert.Equal(t, want, users[0])
	})
}

// §3: unknown locales and time zones are stored as none.
func TestAnUnknownLocaleAndTimeZoneAreStoredAsNone(t *testing.T) {
	v := visit(t, mastodontest.Settings{Version: "4.2.4"})
	v.signUp("locale", `"en_US"`, "time_zone", `"Mars/Base"`)
	assert.Empty(t, v.server.Users()[0].Locale)
	assert.Empty(t, v.server.Users()[0].TimeZone)
}

// §8: from 4.2.4 on each version takes any, and keeps those it knows.
func TestALocaleIsKnownByItsVersion(t *testing.T) {
	for version, known := range map[string]string{"4.2.9": "fr-QC", "4.3.23": "fr-CA", "4.6.5": "nan-TW"} {
		v := visit(t, mastodontest.Settings{Version: version})
		v.signUp("locale", `"`+known+`"`)
		assert.Equal(t, known, v.server.Users()[0].Locale, version)
	}
	for version, unknown := range map[string]string{"4.2.9": "ia", "4.3.23": "fr-QC", "4.5.15": "nan-TW", "4.6.5": "zh"} {
		v := visit(t, mastodontest.Settings{Version: version})
		v.signUp("locale", `"`+unknown+`"`)
		assert.Empty(t, v.server.Users()[0].Locale, version)
	}
}

// stateAnswers are what the calls of a sign-up answer in one state of a token.
type stateAnswers struct{ verify, check, resend, app, create string }

// before changes the answers of a current version to those of an older one.
func (a stateAnswers) before(version, state string) stateAnswers {
	if !since(version, "4.3") && state == "of another scope" {
		a.app = "403 " + outsideScope // which needs read there
	}
	if state == "suspended" && !since(version, "4.0") { // it was told by calls that need a working account, and in the end
		a = stateAnswers{"403 " + unconfirmed, "", "200 {}", "200", "403 " + wantsApp}
	}
	if !since(version, "4.2") {
		a.check = "404 " + notFound
	}
	switch {
	case !since(version, "3.4"):
		a.resend = "404 " + notFound
	case !since(version, "3.5") && a.resend == "403 "+foreignApp:
		a.resend = "422 " + needsUser
	case !since(version, "3.5") && (a.resend == "200 {}" || a.resend == "403 "+notAwaiting && a.verify != "200"):
		a.resend = a.verify // it wanted an account that works
	}
	if state == "disabled, unconfirmed" && !since(version, "3.1") {
		a.verify = "403 " + disabled
	}
	if !since(version, "3.0") && a.verify == "403 "+unconfirmed {
		a.verify = "403 " + unconfirmed27
	}
	return a
}

// §0.1: second factors may be demanded from 4.6 on.
// §1.1: 14 GET …/emails/check_confirmation.
// §1.1: one scope of several will do, by its exact name.
// §1.2: 401 for tokens that are invalid or revoked, or no user's.
// §1.2: 403 outside the scopes, 422 where a user is needed.
// §4: each state of a token has its answers, call by call.
func TestEachStateOfATokenHasItsAnswers(t *testing.T) {
	const ok, yes, no = "200", "200 true", "200 false"
	type calls = stateAnswers
	states := []struct {
		name  string
		reach func(v *visitor) string // brings about the state and returns the token
		want  calls
		from  string // version
	}{
		{"none", func(v *visitor) string { return "" },
			calls{"401 " + invalidToken, "401 " + needsUser, "401 " + invalidToken, "401 " + invalidToken, "401 " + invalidToken}, ""},
		{"unknown", func(v *visitor) string { return "nonsense" },
			calls{"401 " + invalidToken, "401 " + needsUser, "401 " + invalidToken, "401 " + invalidToken, "401 " + invalidToken}, ""},
		{"revoked", func(v *visitor) string {
			token := v.signUp()
			v.form("/oauth/revoke", "client_id", v.clientID, "client_secret", v.clientSecret, "token", token)
			return token
		}, calls{"401 " + revokedToken, "401 " + revokedToken, "401 " + revokedToken, "401 " + revokedToken, "401 " + revokedToken}, ""},
		{"app token", func(v *visitor) string { return v.appToken },
			calls{"422 " + needsUser, "401 " + needsUser, "403 " + foreignApp, ok, "proceeds"}, ""},
		{"unconfirmed", func(v *visitor) string { return v.signUp() },
			calls{"403 " + unconfirmed, no, "200 {}", ok, "403 " + wantsApp}, ""},
		{"unconfirmed, approved", func(v *visitor) string {
			token := v.signUp()
			require.NoError(v, v.server.Approve("alice"))
			return token
		}, calls{"403 " + unconfirmed, no, "200 {}", ok, "403 " + wantsApp}, ""},
		{"pending", func(v *visitor) string {
			v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Approval })
			token := v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			return token
		}, calls{"403 " + pending, yes, "403 " + notAwaiting, ok, "403 " + wantsApp}, "2.9.2"},
		{"approved", func(v *visitor) string {
			v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Approval })
			token := v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			require.NoError(v, v.server.Approve("alice"))
			return token
		}, calls{ok, yes, "403 " + notAwaiting, ok, "403 " + wantsApp}, ""},
		{"active", func(v *visitor) string {
			token := v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			return token
		}, calls{ok, yes, "403 " + notAwaiting, ok, "403 " + wantsApp}, ""},
		{"disabled", func(v *visitor) string {
			token := v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			require.NoError(v, v.server.Disable("alice"))
			return token
		}, calls{"403 " + disabled, yes, "403 " + notAwaiting, ok, "403 " + wantsApp}, ""},
		{"disabled, unconfirmed", func(v *visitor) string {
			token := v.signUp()
			require.NoError(v, v.server.Disable("alice"))
			return token
		}, calls{"403 " + unconfirmed, no, "200 {}", ok, "403 " + wantsApp}, ""},
		{"without the second factor", func(v *visitor) string {
			v.server.Update(func(s *mastodontest.Settings) { s.TwoFactorForEverybody = true })
			token := v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			return token
		}, calls{"403 " + disabled, yes, "403 " + notAwaiting, ok, "403 " + wantsApp}, "4.6"},
		{"suspended", func(v *visitor) string {
			token := v.signUp()
			require.NoError(v, v.server.Suspend("alice"))
			return token
		}, calls{"403 " + disabled, "403 " + disabled, "403 " + disabled, "403 " + disabled, "403 " + disabled}, ""},
		{"rejected", func(v *visitor) string {
			token := v.signUp()
			require.NoError(v, v.server.Reject("alice"))
			return token
		}, calls{"401 " + invalidToken, "401 " + needsUser, "401 " + invalidToken, "401 " + invalidToken, "401 " + invalidToken}, ""},
		{"without the scope", func(v *visitor) string { return v.token("profile") },
			calls{"422 " + needsUser, "403 " + outsideScope, "403 " + outsideScope, ok, "403 " + outsideScope}, "4.3"},
		{"of another scope", func(v *visitor) string { return v.token("read:statuses") },
			calls{"403 " + outsideScope, "403 " + outsideScope, "403 " + outsideScope, ok, "403 " + outsideScope}, ""},
	}
	eachVersion(t, func(t *testing.T, version string) {
		for _, state := range states {
			if state.from != "" && !since(version, state.from) {
				continue
			}
			t.Run(state.name, func(t *testing.T) {
				v := visit(t, mastodontest.Settings{Version: version})
				scopes := "read read:accounts read:statuses write:accounts"
				if since(version, "4.3") {
					scopes += " profile"
				}
				v.register(scopes)
				token := state.reach(v)
				sum := func(g got) string {
					if g.status == 200 && strings.HasPrefix(g.body, `{"`) {
						return ok
					}
					return strconv.Itoa(g.status) + " " + g.body
				}
				want := state.want.before(version, state.name)
				assert.Equal(t, want.verify, sum(v.getAs(token, "/api/v1/accounts/verify_credentials")), "verify_credentials")
				assert.Equal(t, want.check, sum(v.getAs(token, "/api/v1/emails/check_confirmation")), "check_confirmation")
				assert.Equal(t, want.app, sum(v.getAs(token, "/api/v1/apps/verify_credentials")), "apps/verify_credentials")
				created := sum(v.postJSON("/api/v1/accounts", token, "{}"))
				if want.create == "proceeds" || want.create == "403 "+wantsApp && !since(version, "4.4") {
					assert.Contains(t, created, "422 ")
				} else {
					assert.Equal(t, want.create, created, "create")
				}
				assert.Equal(t, want.resend, sum(v.postJSON("/api/v1/emails/confirmations", token, "")), "emails/confirmations")
			})
		}
	})
}

// §1: the token may be a parameter.
func TestTheTokenMayTravelAsAParameter(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	token := v.signUp()
	v.answers(v.get("/api/v1/emails/check_confirmation?access_token="+token), 200, "false")
	v.answers(v.get("/api/v1/emails/check_confirmation?bearer_token="+token), 200, "false")
	v.answers(v.get("/api/v1/emails/check_confirmation?access_token="+token, "Authorization", "Bearer nonsense"), 401, needsUser)
}

// §1.2: WWW-Authenticate explains a refused token.
func TestARefusedTokenIsExplainedInAHeader(t *testing.T) {
	v := visit(t, mastodontest.Settings{Version: "4.6.5"})
	v.register(ourScopes)
	assert.Equal(t, `Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"`,
		v.get("/api/v1/accounts/verify_credentials").header.Get("WWW-Authenticate"))
	explained := func() string {
		return v.getAs(v.token("write:accounts"), "/api/v1/accounts/verify_credentials").header.Get("WWW-Authenticate")
	}
	assert.Contains(t, explained(), `Bearer realm="Doorkeeper", error="insufficient_scope"`)
	v.server.Update(func(s *mastodontest.Settings) { s.Version = "4.5.15" })
	assert.Empty(t, explained(), "before 4.6 a lack of scopes is not")
}

// §1.2: 403 where nobody may sign up.
// §1.7: closed, single-user and sign-on-only servers take nobody, nor do blocked networks.
func TestSomeServersTakeNobody(t *testing.T) {
	type settings = mastodontest.Settings
	for name, test := range map[string]struct {
		settings settings
		before43 string // the answer of 4.0 to 4.2
	}{
		"closed":           {settings{Registrations: mastodontest.Closed}, forbidden},
		"one person's":     {settings{SingleUser: true}, forbidden},
		"single sign-on":   {settings{SSOOnly: true}, forbidden},
		"blocked address":  {settings{BlockedIPs: []string{"203.0.113.7"}}, notAllowed},
		"blocked network":  {settings{BlockedIPs: []string{"203.0.113.0/24"}}, notAllowed},
		"closed + blocked": {settings{Registrations: mastodontest.Closed, BlockedIPs: []string{"203.0.113.7"}}, forbidden},
	} {
		t.Run(name, func(t *testing.T) {
			for _, version := range versions {
				test.settings.Version = version
				test.settings.Now = nil
				v := visit(t, test.settings)
				v.register(ourScopes)
				want := forbidden
				if since(version, "4.0") && !since(version, "4.3") {
					want = test.before43
				}
				v.answers(v.create(), 403, want)
				// Only afterwards would the entries be looked at.
				v.answers(v.postJSON("/api/v1/accounts", v.appToken, "{}"), 403, want)
			}
		})
	}
}

// §1.7: each check stops the request before the next.
func TestTheChecksOfASignUpComeInOrder(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register("read write")
	appToken, readOnly, userToken := v.appToken, v.token("read"), v.signUp()
	v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
	create := func(token string) got { return v.postJSON("/api/v1/accounts", token, "{}") }
	v.from("198.51.100.1")
	require.NoError(t, v.server.Suspend("alice"))
	v.answers(create(userToken), 403, disabled)
	v.answers(create("nonsense"), 401, invalidToken)
	v.answers(create(readOnly), 403, outsideScope)
	v.answers(create(appToken), 403, forbidden)
	v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Open })
	assert.Equal(t, 422, create(appToken).status)
	v.answers(create(userToken), 429, tooMany)
}

// §0.1: sign-ups take app tokens only from 4.4 on.
// §1.7: an account's token is refused from 4.4 on, even where nobody may sign up.
func TestAnAccountsTokenIsRefusedBeforeTheDoor(t *testing.T) {
	for version, want := range map[string]string{"4.3.23": forbidden, "4.4.22": wantsApp} {
		v := visit(t, mastodontest.Settings{Version: version})
		token := v.signUp()
		v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
		v.answers(v.postJSON("/api/v1/accounts", token, "{}"), 403, want)
	}
}

// §1.2: 403 as text for a denied network.
// Seen: a network without access gets a text with 403 for everything, which pages may read.
func TestADeniedNetworkGetsNothing(t *testing.T) {
	v := visit(t, mastodontest.Settings{DeniedIPs: []string{"203.0.113.7"}})
	denied := v.get("/api/v2/instance", "Origin", "https://w.example")
	v.answers(denied, 403, "Forbidden\n")
	assert.Equal(t, "*", denied.header.Get("Access-Control-Allow-Origin"))
	assert.Equal(t, "text/plain", denied.header.Get("Content-Type"))
	v.from("203.0.113.8")
	assert.Equal(t, 200, v.get("/api/v2/instance").status)
}

// §0.1: invites work by the API from 4.3 on.
// §0.1: roles of inviters count from 4.6 on.
// §3: invites open closed servers, and what else by version.
func TestInvitesOpenDoors(t *testing.T) {
	type settings = mastodontest.Settings
	type invite = mastodontest.Invite
	closed, approval := settings{Registrations: mastodontest.Closed}, settings{Registrations: mastodontest.Approval}
	for name, test := range map[string]struct {
		versions string
		settings settings
		invite   invite
		status   int
		confirm  string // state after the address is confirmed
	}{
		"closed":                        {"4.3.23 4.4.22 4.5.15", closed, invite{}, 200, mastodontest.Active},
		"closed, before invites count":  {"4.2.0 4.2.9", closed, invite{}, 403, ""},
		"closed, role may not bypass":   {"4.6.5", closed, invite{}, 200, mastodontest.Pending},
		"closed, role may bypass":       {"4.6.5", closed, invite{BypassApproval: true}, 200, mastodontest.Active},
		"approval":                      {"4.3.23 4.4.22 4.5.15", approval, invite{}, 200, mastodontest.Active},
		"approval, before":              {"4.2.9", approval, invite{}, 200, mastodontest.Pending},
		"approval, role may not bypass": {"4.6.5", approval, invite{}, 200, mastodontest.Pending},
		"expired":                       {"4.3.23 4.6.5", closed, invite{Expires: noon}, 403, ""},
		"expired, where not needed":     {"4.3.23 4.6.5", approval, invite{Expires: noon}, 200, mastodontest.Pending},
		"used up":                       {"4.3.23 4.6.5", closed, invite{MaxUses: 1}, 403, ""},
		"uses left":                     {"4.5.15", closed, invite{MaxUses: 2}, 200, mastodontest.Active},
		"against a rule": {"4.3.23 4.5.15", settings{ApprovalRules: mastodontest.ApprovalRules{Domains: []string{"example.org"}}},
			invite{}, 200, mastodontest.Pending},
		"blocked domain":               {"4.3.23 4.5.15", settings{BlockedDomains: []string{"example.org"}}, invite{}, 200, mastodontest.Active},
		"blocked domain, found by DNS": {"4.6.5", settings{BlockedDomains: []string{"example.org"}}, invite{}, 422, ""},
		"blocked mail host":            {"4.3.23 4.6.5", settings{BlockedMailHosts: []string{"example.org"}}, invite{}, 422, ""},
		"reason required all the same": {"4.3.23 4.6.5", settings{Registrations: mastodontest.Approval, RequireReason: true}, invite{}, 422, ""},
	} {
		t.Run(name, func(t *testing.T) {
			for _, version := range strings.Fields(test.versions) {
				test.settings.Version = version
				test.settings.Now = nil
				v := visit(t, test.settings)
				test.invite.Code = "Abcd1234"
				v.server.AddInvite(test.invite)
				v.register(ourScopes)
				if test.invite.MaxUses > 0 {
					require.Equal(t, 200, v.create("username", `"first"`, "email", `"first@example.org"`, "invite_code", `"Abcd1234"`).status)
				}
				created := v.create("invite_code", `"Abcd1234"`)
				assert.Equal(t, test.status, created.status, "%s: %s", version, created.body)
				if test.status != 200 {
					continue
				}
				require.NoError(t, v.server.Confirm("alice"))
				for _, user := range v.server.Users() {
					if user.Username == "alice" {
						assert.Equal(t, test.confirm, user.State, version)
					}
				}
			}
		})
	}
}

// §1.1: 20 GET /invite/:code.
// §3: an invite's page tells programs whether it is good.
func TestAnInviteCanBeAskedAbout(t *testing.T) {
	v := visit(t, mastodontest.Settings{Version: "4.5.15"})
	v.server.AddInvite(mastodontest.Invite{Code: "Good1234"})
	v.server.AddInvite(mastodontest.Invite{Code: "Late1234", Expires: noon.Add(-time.Hour)})
	good := v.get("/invite/Good1234", "Origin", "https://w.example")
	v.answers(good, 200, `{"invite_code":"Good1234","instance_api_url":"https://example.social/api/v2/instance"}`)
	assert.Empty(t, good.header.Get("Access-Control-Allow-Origin"), "no page can read it")
	v.answers(v.get("/invite/Late1234"), 401, `{"error":"This invite is not valid"}`)
	v.answers(v.get("/invite/None1234"), 404, `{"error":"Record not found"}`)
	v.server.Update(func(s *mastodontest.Settings) { s.SSOOnly = true })
	v.answers(v.get("/invite/Good1234"), 403, notAllowed)
	assert.Contains(t, v.get("/invite/Good1234", "Accept", "text/html").header.Get("Content-Type"), "text/html")
	v.server.Update(func(s *mastodontest.Settings) { s.Version = "4.2.9" })
	assert.Contains(t, v.get("/invite/Good1234").header.Get("Content-Type"), "text/html")
}

// §1.1: 12 GET /api/v1/accounts/lookup.
// §1.2: 404 for a name that nobody has.
// §1.6: finds in any case, with @, in every state, without a token.
func TestLookupTellsWhetherANameIsTaken(t *testing.T) {
	eachVersionFrom(t, "3.4", func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.signUp()
		for _, acct := range []string{"alice", "ALICE", "@alice", "alice@Example.social"} {
			found := v.get("/api/v1/accounts/lookup?acct=" + acct)
			assert.Equal(t, "alice", found.text(t, "acct"), acct)
			assert.Contains(t, found.header.Get("Cache-Control"), "max-age=15")
		}
		for _, acct := range []string{"bob", "", "alice@other.example", "admin"} {
			v.answers(v.get("/api/v1/accounts/lookup?acct="+acct), 404, `{"error":"Record not found"}`)
		}
		require.NoError(t, v.server.Suspend("alice"))
		assert.Equal(t, 200, v.get("/api/v1/accounts/lookup?acct=alice").status)
		v.answers(v.getAs(v.token("write:accounts"), "/api/v1/accounts/lookup?acct=alice"), 403, outsideScope)
		withToken := v.getAs(v.token("read:accounts"), "/api/v1/accounts/lookup?acct=alice")
		assert.Equal(t, 200, withToken.status)
		assert.Equal(t, "private, no-store", withToken.header.Get("Cache-Control"))
	})
}

// §1.1: limited federation tells strangers little.
func TestServersMayHideFromStrangers(t *testing.T) {
	type settings = mastodontest.Settings
	documents := []string{"rules", "privacy_policy", "extended_description", "languages"}
	for name, set := range map[string]settings{"limited federation": {LimitedFederation: true}, "no strangers": {DisallowUnauthenticatedAPI: true}} {
		t.Run(name, func(t *testing.T) {
			v := visit(t, set)
			v.register(ourScopes)
			for _, path := range []string{"/api/v2/instance", "/api/v1/instance"} {
				assert.Equal(t, 200, v.get(path).status)
			}
			for _, document := range documents {
				answer := v.get("/api/v1/instance/" + document)
				if set.LimitedFederation {
					v.answers(answer, 401, needsUser)
				} else {
					assert.Equal(t, 200, answer.status, document)
				}
			}
			v.answers(v.get("/api/v1/accounts/lookup?acct=alice"), 401, needsUser)
			v.answers(v.getAs(v.appToken, "/api/v1/accounts/lookup?acct=alice"), 401, needsUser)
			v.answers(v.getAs(v.appToken, "/api/v1/apps/verify_credentials"), 401, needsUser)
			token := v.signUp() // stays possible
			for _, path := range []string{"/api/v1/emails/check_confirmation", "/api/v1/instance/rules", "/api/v2/instance"} {
				if answer := v.getAs(token, path); set.LimitedFederation {
					v.answers(answer, 403, unconfirmed)
				} else {
					assert.Equal(t, 200, answer.status, path)
				}
			}
			require.NoError(t, v.server.Confirm("alice"))
			assert.Equal(t, 200, v.getAs(token, "/api/v1/instance/rules").status)
			assert.Equal(t, 200, v.getAs(token, "/api/v1/accounts/lookup?acct=alice").status)
		})
	}
}

// §1.1: 16 GET …/accounts/verify_credentials.
func TestVerifyCredentialsDescribesTheAccount(t *testing.T) {
	v := visit(t, mastodontest.Settings{Domain: "example.org"})
	token := v.signUp("locale", `"de"`)
	require.NoError(t, v.server.Confirm("alice"))
	account := v.getAs(token, "/api/v1/accounts/verify_credentials")
	assert.Equal(t, "alice", account.text(t, "username"))
	assert.Equal(t, "https://example.social/@alice", account.text(t, "url"))
	source, _ := account.field(t, "source").(map[string]any)
	assert.Equal(t, "de", source["language"])
}

// §1: a .json suffix leads nowhere.
// §1.2: 404 for an unknown path.
func TestUnknownPathsOfTheAPIAreNotFound(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	for _, path := range []string{"/api/v1/accounts.json", "/api/v3/instance", "/api/v1/instance/nothing"} {
		v.answers(v.postJSON(path, "", "{}"), 404, `{"error":"Not Found"}`)
	}
	v.answers(v.get("/api/v1/accounts"), 404, `{"error":"Not Found"}`)
}

// Its own: verbs of staff need an account.
func TestVerbsOfStaffNeedAnAccount(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{})
	for _, verb := range []func(string) error{server.Confirm, server.Approve, server.Reject, server.Suspend, server.Disable, server.Delete} {
		assert.EqualError(t, verb("nobody"), `mastodontest: there is no account "nobody"`)
	}
}

// §4: unconfirmed accounts are deleted in the end.
// Seen: after seven days an unconfirmed account is gone, and its name free.
func TestUnconfirmedAccountsAreDeletedInTheEnd(t *testing.T) {
	const day = 24 * time.Hour
	for version, days := range map[string]time.Duration{"4.2.9": 2 * day, "4.3.23": 7 * day, "4.6.5": 7 * day} {
		t.Run(version, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Version: version})
			token := v.signUp()
			v.now = noon.Add(days)
			assert.Len(t, v.server.Users(), 1)
			v.now = v.now.Add(time.Second)
			assert.Empty(t, v.server.Users())
			v.answers(v.getAs(token, "/api/v1/accounts/verify_credentials"), 401, invalidToken)
			v.answers(v.get("/api/v1/accounts/lookup?acct=alice"), 404, `{"error":"Record not found"}`)
		})
	}
	t.Run("counted from the last fresh link", func(t *testing.T) {
		v := visit(t, mastodontest.Settings{})
		token := v.signUp()
		v.now = noon.Add(3 * day)
		require.Equal(t, 200, v.postJSON("/api/v1/emails/confirmations", token, "{}").status)
		v.now = noon.Add(10 * day)
		assert.Len(t, v.server.Users(), 1)
	})
}
