package mastodontest_test

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What was seen on running servers of Mastodon 4.3.23, 4.5.15, 4.6.5 and
// 4.7.0-alpha.2, beyond the calls of the recordings.
var running = []string{"4.3.23", "4.5.15", "4.6.5", "4.7.0-alpha.2"}

func (v *visitor) enabled() bool {
	v.Helper()
	_, document := members(v.get("/api/v2/instance").body)
	_, registrations := members(string(document["registrations"]))
	return string(registrations["enabled"]) == "true"
}

// Seen: documents stay three minutes behind the settings.
func TestDocumentsStayThreeMinutesBehind(t *testing.T) {
	for _, version := range running {
		v := visit(t, mastodontest.Settings{Version: version, Lag: true})
		v.register(ourScopes)
		assert.True(t, v.enabled())
		v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
		v.now = noon.Add(179 * time.Second)
		assert.True(t, v.enabled(), "still the old one")
		assert.Equal(t, true, v.get("/api/v1/instance").field(t, "registrations") == false, "made only now")
		v.answers(v.create(), 403, refusal("Forbidden")) // which is the truth
		v.now = noon.Add(180 * time.Second)
		assert.False(t, v.enabled())
	}
}

// Seen: the proxy that Mastodon ships keeps documents for five minutes more, with the rate headers of whoever came first.
func TestTheShippedProxyKeepsDocumentsForFiveMinutesMore(t *testing.T) {
	v := visit(t, mastodontest.Settings{Lag: true, Nginx: true})
	v.enabled()
	v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
	v.now = noon.Add(299 * time.Second)
	v.from("198.51.100.9")
	kept := v.get("/api/v2/instance")
	assert.Equal(t, "299", kept.header.Get("X-RateLimit-Remaining"))
	v.get("/api/v2/instance")
	assert.Equal(t, "299", v.get("/api/v2/instance").header.Get("X-RateLimit-Remaining"), "nobody is counted")
	assert.Empty(t, kept.header.Get("Age"))
	assert.True(t, v.enabled())
	v.now = noon.Add(300 * time.Second)
	assert.False(t, v.enabled())
	assert.Equal(t, "298", v.get("/api/v2/instance", "Origin", "https://other.example").header.Get("X-RateLimit-Remaining"), "one more for each site")
}

// Seen: a browser keeps them for five minutes of its own, which makes thirteen at worst.
func TestABrowserKeepsDocumentsForFiveMinutesOfItsOwn(t *testing.T) {
	v := visit(t, mastodontest.Settings{Lag: true, Nginx: true})
	v.get("/api/v2/instance", "Origin", "https://first.example")
	v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
	v.now = noon.Add(179 * time.Second)
	assert.True(t, v.enabled(), "kept by Mastodon")
	v.now = noon.Add(478 * time.Second)
	v.client = v.server.Browser("203.0.113.7")
	assert.True(t, v.enabled(), "kept by the proxy")
	v.now = noon.Add(777 * time.Second)
	asked := len(v.server.Received(http.MethodGet, "/api/v2/instance"))
	assert.True(t, v.enabled(), "kept by the browser")
	assert.Len(t, v.server.Received(http.MethodGet, "/api/v2/instance"), asked)
	assert.Contains(t, v.get("/api/v2/instance", "Cache-Control", "no-cache").body, `"enabled":false`, "who asks past it gets the truth")
	assert.False(t, v.enabled(), "and has it from then on")
	assert.Len(t, v.server.Received(http.MethodGet, "/api/v2/instance"), asked+1)
}

// Seen: a browser asks whether what it has is still good.
func TestABrowserAsksWhetherWhatItHasIsStillGood(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.client = v.server.Browser("203.0.113.7")
	first := v.get("/api/v2/instance")
	v.now = noon.Add(301 * time.Second)
	again := v.get("/api/v2/instance")
	assert.Equal(t, first.body, again.body)
	asked := v.server.Received(http.MethodGet, "/api/v2/instance")
	require.Len(t, asked, 2)
	assert.Equal(t, first.header.Get("ETag"), asked[1].Header.Get("If-None-Match"))
	assert.Equal(t, http.StatusNotModified, asked[1].Status)
	v.get("/api/v2/instance")
	assert.Len(t, v.server.Received(http.MethodGet, "/api/v2/instance"), 2, "fresh again")
	for _, never := range []string{"/api/v1/accounts/verify_credentials", "/api/v1/nothing"} {
		v.get(never)
		v.get(never)
		assert.Len(t, v.server.Received(http.MethodGet, never), 2, never)
	}
}

// Seen: an empty sign-up tells what is required, at the price of one try.
func TestAnEmptySignUpTellsWhatIsRequired(t *testing.T) {
	type settings = mastodontest.Settings
	for name, test := range map[string]struct {
		settings settings
		status   int
		tells    []string
	}{
		"open":                   {settings{}, 422, nil},
		"a reason":               {settings{Registrations: mastodontest.Approval, RequireReason: true}, 422, []string{"reason"}},
		"a reason, on an open":   {settings{RequireReason: true}, 422, []string{"reason"}},
		"a date of birth":        {settings{MinAge: 16}, 422, []string{"date_of_birth"}},
		"closed":                 {settings{Registrations: mastodontest.Closed}, 403, nil},
		"sign-on elsewhere only": {settings{SSOOnly: true}, 403, nil},
		"a blocked network":      {settings{BlockedIPs: []string{"203.0.113.0/24"}}, 403, nil},
	} {
		for _, version := range running[1:] {
			test.settings.Version, test.settings.Now = version, nil
			v := visit(t, test.settings)
			v.register(ourScopes)
			empty := v.postJSON("/api/v1/accounts", v.appToken, "{}")
			assert.Equal(t, test.status, empty.status, name)
			assert.Equal(t, "4", empty.header.Get("X-RateLimit-Remaining"), name)
			if test.status == 403 {
				v.answers(empty, 403, refusal("Forbidden"))
				continue
			}
			details := `"` + strings.Join(append([]string{"agreement", "email", "password", "username"}, test.tells...), `" "`) + `"`
			_, all := members(empty.body)
			named, _ := members(string(all["details"]))
			assert.ElementsMatch(t, strings.Fields(strings.ReplaceAll(details, `"`, "")), named, name)
		}
	}
}

// Seen: a required reason holds in every mode, though only approval tells.
func TestARequiredReasonHoldsInEveryMode(t *testing.T) {
	for _, version := range running {
		v := visit(t, mastodontest.Settings{Version: version, RequireReason: true})
		v.server.AddInvite(mastodontest.Invite{Code: "Good1234", BypassApproval: true})
		v.register(ourScopes)
		assert.NotContains(t, v.get("/api/v2/instance").body, `"reason_required":true`)
		assert.Contains(t, v.create().body, `"reason":[{"error":"ERR_BLANK"`)
		v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
		assert.NotContains(t, v.get("/api/v2/instance").body, `"reason_required":true`)
		assert.Contains(t, v.create("invite_code", `"Good1234"`).body, `"reason":[{"error":"ERR_BLANK"`)
		assert.Equal(t, 200, v.create("invite_code", `"Good1234"`, "reason", `"crabs"`).status)
	}
}

// Seen: an open server can make people wait, and no document tells.
func TestAnOpenServerCanMakePeopleWait(t *testing.T) {
	for _, rules := range []mastodontest.ApprovalRules{
		{IPs: []string{"203.0.113.0/24"}}, {Domains: []string{"example.org"}}, {Usernames: []string{"*lic*"}},
	} {
		v := visit(t, mastodontest.Settings{ApprovalRules: rules})
		token := v.signUp()
		assert.Contains(t, v.get("/api/v2/instance").body, `"approval_required":false`)
		verify := func() got { return v.getAs(token, "/api/v1/accounts/verify_credentials") }
		v.answers(verify(), 403, refusal("Your login is missing a confirmed e-mail address"))
		v.get(v.server.ConfirmationLink("alice@example.org"))
		v.answers(verify(), 403, refusal("Your login is currently pending approval"))
	}
}

// Seen: an invitation is worth what its giver is.
func TestAnInvitationIsWorthWhatItsGiverIs(t *testing.T) {
	for version, state := range map[string]string{"4.5.15": mastodontest.Active, "4.6.5": mastodontest.Pending} {
		v := visit(t, mastodontest.Settings{Version: version, Registrations: mastodontest.Approval})
		v.server.AddUser("marina", "marina@example.org")
		v.server.AddInvite(mastodontest.Invite{Code: "Good1234", By: "marina"})
		v.signUp("invite_code", `"Good1234"`)
		v.get(v.server.ConfirmationLink("alice@example.org"))
		assert.Equal(t, state, v.server.Users()[1].State, version)

		require.NoError(t, v.server.Disable("marina"))
		page := v.get("/invite/Good1234", "Origin", "https://w.example")
		v.answers(page, 401, refusal("This invite is not valid"))
		assert.Empty(t, page.header.Get("Access-Control-Allow-Origin"))
		v.signUp("invite_code", `"Good1234"`, "username", `"bob"`, "email", `"bob@example.org"`)
		v.get(v.server.ConfirmationLink("bob@example.org"))
		assert.Equal(t, mastodontest.Pending, v.server.Users()[2].State, "as without it")
		v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
		v.answers(v.create("invite_code", `"Good1234"`), 403, refusal("Forbidden"))
	}
}

// Seen: of two equal sign-ups at once one is a duplicate record.
func TestOfTwoEqualSignUpsAtOnceOneIsADuplicateRecord(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		v := visit(t, mastodontest.Settings{Now: time.Now})
		v.register(ourScopes)
		v.server.Fail(mastodontest.Fault{Method: http.MethodPost, Path: "/api/v1/accounts", Delay: time.Second})
		slow := make(chan got)
		go func() { slow <- v.create() }()
		synctest.Wait()
		assert.Equal(t, 200, v.create().status)
		v.answers(<-slow, 422, refusal("Duplicate record"))
		assert.Contains(t, v.create().body, "ERR_TAKEN", "a moment later")
		assert.Len(t, v.server.Users(), 1)
	})
}

// Seen: a mail domain that is not ASCII breaks it seven times in eight.
func TestAMailDomainThatIsNotASCIIBreaksIt(t *testing.T) {
	for _, version := range running {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register(ourScopes)
		broken := 0
		for i := range 40 {
			v.now = noon.Add(time.Duration(i) * time.Hour)
			if v.create("email", `"x@möwe.example"`).status == 500 {
				broken++
			} else {
				require.NoError(t, v.server.Reject("alice"))
			}
		}
		assert.Equal(t, 35, broken)
		token := v.signUp("email", `"x@xn--mwe-sna.example"`)
		v.answers(v.postJSON(confirmations, token, `{"email":"y@möwe.example"}`), 200, "{}")
	}
}

// Seen: refusals speak the language of the call.
func TestRefusalsSpeakTheLanguageOfTheCall(t *testing.T) {
	v := visit(t, mastodontest.Settings{Version: "4.6.5"})
	v.register(ourScopes)
	const english, german, french = "Validation failed: Password can't be blank", "Gültigkeitsprüfung ist fehlgeschlagen: Passwort muss ausgefüllt werden",
		"La validation a échoué : Mot de passe doit être rempli(e)"
	for i, test := range []struct{ accept, lang, says string }{
		{"", "", english}, {"de-AT, en;q=0.5", "", german}, {"fr", "", french}, {"fr", "de", german}, {"de", "en", english},
		{"de", "klingon", german}, {"ja, de", "", english},
	} {
		v.now = noon.Add(time.Duration(i) * time.Hour)
		changes := []string{"password", `""`, "locale", `"de"`}
		if test.lang != "" {
			changes = append(changes, "lang", `"`+test.lang+`"`)
		}
		answer := v.call(http.MethodPost, "/api/v1/accounts", entry(changes...), "Content-Type", "application/json",
			"Authorization", "Bearer "+v.appToken, "Accept-Language", test.accept)
		assert.Equal(t, test.says, answer.text(t, "error"), test)
	}
	v.now = noon.Add(9 * time.Hour)
	long := v.create("password", `"short"`, "username", `"`+strings.Repeat("a", 31)+`"`, "date_of_birth", `"x"`, "lang", `"de"`)
	assert.Contains(t, long.body, "Passwort ist zu kurz (weniger als 8 Zeichen), Profilname ist zu lang (mehr als 30 Zeichen)")
}

// Seen: a refused correction speaks the account's language, unless the call names another.
func TestARefusedCorrectionSpeaksTheAccountsLanguage(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.server.AddUser("bob", "bob@example.org")
	token := v.signUp("locale", `"de"`)
	v.answers(v.postJSON(confirmations, token, `{"email":"bob@example.org"}`), 422,
		refusal("Gültigkeitsprüfung ist fehlgeschlagen: E-Mail-Adresse ist bereits vergeben"))
	v.answers(v.postJSON(confirmations, token, `{"email":"bob@example.org","lang":"en"}`), 422,
		refusal("Validation failed: E-mail address has already been taken"))
}

// Seen: a suspended person's address is taken, in other spellings too.
func TestASuspendedPersonsAddressIsTaken(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.server.AddUser("mallory", "mal.lory@example.org")
	v.register(ourScopes)
	require.NoError(t, v.server.Suspend("mallory"))
	taken := `{"error":"ERR_TAKEN","description":"has already been taken"}`
	assert.Contains(t, v.create("email", `"mallory+x@example.org"`).body, `"email":[`+taken+`]`)
	assert.Contains(t, v.create("email", `"mal.lory@example.org"`).body, `"email":[`+taken+","+taken+`]`)
}

// Seen: what staff do to an account shows at its token.
func TestWhatStaffDoShowsAtTheToken(t *testing.T) {
	const verify, check = "/api/v1/accounts/verify_credentials", "/api/v1/emails/check_confirmation"
	active := func() (*visitor, string) {
		v := visit(t, mastodontest.Settings{})
		token := v.signUp()
		require.NoError(t, v.server.Confirm("alice"))
		return v, token
	}
	v, token := active()
	require.NoError(t, v.server.ResetPassword("alice"))
	v.answers(v.getAs(token, verify), 401, refusal("The access token was revoked"))
	assert.Equal(t, 200, v.create("username", `"bob"`, "email", `"bob@example.org"`).status, "the app's token is not the account's")
	v, token = active()
	require.NoError(t, v.server.Memorialize("alice"))
	v.answers(v.getAs(token, verify), 403, refusal("Your login is currently disabled"))
	v.answers(v.getAs(token, check), 200, "true")
	v, token = active()
	v.server.DeleteApps()
	v.answers(v.getAs(token, verify), 401, refusal("The access token is invalid"))
}

// Seen: limited federation keeps documents to members, and lets people sign up.
func TestLimitedFederationLetsPeopleSignUp(t *testing.T) {
	for _, version := range running {
		v := visit(t, mastodontest.Settings{Version: version, LimitedFederation: true, Rules: []mastodontest.Rule{{Text: "Be kind"}}})
		for _, path := range []string{"/api/v1/instance", "/api/v2/instance"} {
			document := v.get(path)
			assert.Equal(t, 200, document.status)
			assert.Equal(t, "private, no-store", document.header.Get("Cache-Control"), path)
			assert.Contains(t, document.body, "Be kind")
		}
		for _, path := range []string{"/api/v1/instance/rules", "/api/v1/instance/privacy_policy"} {
			v.answers(v.get(path), 401, refusal("This method requires an authenticated user"))
		}
		v.signUp()
	}
}

// Seen: sign-on elsewhere only looks open, with an address or without.
func TestSignOnElsewhereOnlyLooksOpen(t *testing.T) {
	for _, version := range running {
		v := visit(t, mastodontest.Settings{Version: version, SSOOnly: true})
		v.register(ourScopes)
		assert.True(t, v.enabled())
		assert.Contains(t, v.get("/api/v2/instance").body, `"url":null`)
		v.answers(v.create(), 403, refusal("Forbidden"))
		v.server.Update(func(s *mastodontest.Settings) { s.SSOURL = "https://id.example/join" })
		assert.Contains(t, v.get("/api/v2/instance").body, `"url":"https://id.example/join"`)
		v.server.Update(func(s *mastodontest.Settings) { s.SSOOnly, s.SingleUser = false, true })
		assert.False(t, v.enabled())
	}
}

// Seen: a server that is wound up answers the API with 410 alone.
func TestAServerThatIsWoundUpIsGone(t *testing.T) {
	v := visit(t, mastodontest.Settings{WindingUp: true})
	for _, path := range []string{"/api/v2/instance", "/api/v1/instance", "/api/v1/accounts/lookup?acct=alice", "/api/v1/nothing"} {
		gone := v.get(path, "Origin", "https://w.example")
		assert.Equal(t, 410, gone.status)
		assert.Equal(t, "*/*; charset=utf-8", gone.header.Get("Content-Type"))
		assert.Equal(t, "*", gone.header.Get("Access-Control-Allow-Origin"))
		assert.Contains(t, gone.body, "<h1>")
	}
	assert.Equal(t, 410, v.postJSON("/api/v1/apps", "", "{}").status)
	assert.Equal(t, 200, v.get("/nodeinfo/2.0").status)
}

// Seen: a message about closed registrations keeps its HTML, scripts too.
func TestTheClosedMessageKeepsItsHTML(t *testing.T) {
	const message = `<p>Back in <b>spring</b>.</p><script>alert(1)</script>`
	v := visit(t, mastodontest.Settings{Registrations: mastodontest.Closed, ClosedMessage: message})
	_, document := members(v.get("/api/v2/instance").body)
	_, registrations := members(string(document["registrations"]))
	assert.JSONEq(t, marshalled(message), string(registrations["message"]))
}

// Seen: errors of OAuth are explained in a header, whatever their status.
func TestErrorsOfOAuthAreExplainedInAHeader(t *testing.T) {
	for _, version := range running {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register(ourScopes)
		refused := v.form("/oauth/token", "grant_type", "client_credentials", "client_id", v.clientID, "client_secret", v.clientSecret, "scope", "nonsense")
		assert.Equal(t, 400, refused.status)
		assert.True(t, strings.HasPrefix(refused.header.Get("WWW-Authenticate"), `Bearer realm="Doorkeeper", error="invalid_scope"`))
	}
}
