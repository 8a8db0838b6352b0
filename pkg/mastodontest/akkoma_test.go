package mastodontest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func visitAkkoma(t *testing.T, settings mastodontest.Settings) *visitor {
	settings.Software = mastodontest.Akkoma
	v := visit(t, settings)
	v.register("read write")
	return v
}

// §9.2: refusals are JSON in a string.
func TestAkkomaPutsItsProblemsIntoAString(t *testing.T) {
	for name, test := range map[string]struct {
		settings mastodontest.Settings
		changes  []string
		body     string
	}{
		"blank":              {changes: []string{"username", `""`}, body: `{"error":"{\"nickname\":[\"can't be blank\"]}"}`},
		"blank password":     {changes: []string{"password", `""`}, body: `{"error":"{\"password\":[\"can't be blank\"]}"}`},
		"plain names only":   {settings: mastodontest.Settings{PlainUsernames: true}, changes: []string{"username", `"al-ice"`}, body: `{"error":"{\"nickname\":[\"has invalid format\"]}"}`},
		"taken":              {changes: []string{"username", `"Carol"`}, body: `{"error":"{\"nickname\":[\"has already been taken\"]}"}`},
		"reserved":           {changes: []string{"username", `"relay"`}, body: `{"error":"{\"nickname\":[\"is reserved\"]}"}`},
		"two fields":         {changes: []string{"username", `"al ice"`, "email", `"carol@example.org"`}, body: `{"error":"{\"nickname\":[\"has invalid format\"],\"email\":[\"has already been taken\"]}"}`},
		"no address":         {changes: []string{"email", `"foo"`}, body: `{"error":"{\"email\":[\"has invalid format\"]}"}`},
		"long reason":        {changes: []string{"reason", `"` + strings.Repeat("x", 501) + `"`}, body: `{"error":"{\"registration_reason\":[\"should be at most 500 character(s)\"]}"}`},
		"address left out":   {changes: []string{"email", ""}, body: `{"error":"Missing parameter: email"}`},
		"closed":             {settings: mastodontest.Settings{Registrations: mastodontest.Closed}, body: `{"error":"Invalid token"}`},
		"agreement left out": {changes: []string{"agreement", ""}, body: `{"error":"Missing field: agreement","errors":[{"title":"Invalid value","source":{"pointer":"/agreement"},"message":"Missing field: agreement"}]}`},
	} {
		t.Run(name, func(t *testing.T) {
			v := visitAkkoma(t, test.settings)
			v.server.AddUser("carol", "carol@example.org")
			v.answers(v.create(test.changes...), 400, test.body)
			assert.Len(t, v.server.Users(), 1)
		})
	}
}

// §9.2: a success may come without a token.
func TestAkkomasSuccessMayLackAToken(t *testing.T) {
	for name, test := range map[string]struct {
		settings   mastodontest.Settings
		identifier string
	}{
		"to be confirmed": {mastodontest.Settings{}, "missing_confirmed_email"},
		"to be both":      {mastodontest.Settings{Registrations: mastodontest.Approval}, "missing_confirmed_email"},
		"to sign in":      {mastodontest.Settings{ConfirmationOff: true, ManualSignIn: true}, "manual_login_required"},
		"to be approved":  {mastodontest.Settings{ConfirmationOff: true, Registrations: mastodontest.Approval}, "awaiting_approval"},
		"at once":         {mastodontest.Settings{ConfirmationOff: true}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			v := visitAkkoma(t, test.settings)
			created := v.create("agreement", "false") // its value is not looked at
			require.Equal(t, 200, created.status, created.body)
			assert.Equal(t, test.identifier, created.text(t, "identifier"))
			token := created.text(t, "access_token")
			assert.Equal(t, test.identifier == "", token != "")
			if token == "" {
				return
			}
			assert.Equal(t, "https://example.social/users/alice", created.text(t, "me"))
			assert.Equal(t, "alice", v.getAs(token, "/api/v1/accounts/verify_credentials").text(t, "username"))
			assert.Equal(t, "Widget", v.getAs(token, "/api/v1/apps/verify_credentials").text(t, "name"))
		})
	}
}

// §9.2: a sign-up needs an app's token.
func TestAkkomaNeedsAnAppsToken(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{})
	v.answers(v.postJSON("/api/v1/accounts", "", entry()), 403, `{"error":"Invalid credentials"}`)
	for _, path := range []string{"/api/v1/accounts/verify_credentials", "/api/v1/apps/verify_credentials"} {
		v.answers(v.getAs(v.appToken, path), 403, `{"error":"Invalid credentials."}`)
	}
	v.answers(v.form("/oauth/token", "grant_type", "client_credentials", "client_id", "nobody"), 400, `{"error":"Invalid credentials"}`)
	token := v.form("/oauth/token", "grant_type", "client_credentials", "client_id", v.clientID, "client_secret", v.clientSecret, "scope", "read")
	assert.Equal(t, "read write", token.text(t, "scope"), "all of the app's")
}

// §9.2: redirects are a text only.
func TestAkkomaTakesRedirectsAsATextOnly(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{})
	refused := v.postJSON("/api/v1/apps", "", `{"client_name":"W","redirect_uris":["https://w.example"]}`)
	assert.Equal(t, 400, refused.status)
	assert.Contains(t, refused.body, `"source":{"pointer":"/redirect_uris"}`)
	assert.Contains(t, v.postJSON("/api/v1/apps", "", `{}`).body, `"pointer":"/client_name"`)
	assert.Equal(t, "https://w.example", v.postJSON("/api/v1/apps", "", `{"client_name":"W","redirect_uris":"https://w.example"}`).text(t, "redirect_uri"))
}

// §9.2: Akkoma's document tells its wishes.
func TestAkkomaDescribesItself(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{Registrations: mastodontest.Approval})
	v.answers(v.get("/api/v2/instance"), 404, `{"error":"Not implemented"}`)
	document := v.get("/api/v1/instance")
	assert.Equal(t, "2.7.2 (compatible; Akkoma 3.16.0)", document.text(t, "version"))
	assert.Contains(t, document.body, `"registrations":true,"approval_required":true`)
	assert.Contains(t, document.body, `"account_activation_required":true`)
	assert.NotContains(t, document.body, `"rules"`)
	assert.Contains(t, v.get(v.get("/.well-known/nodeinfo").nodeInfo(t)).body, `"software":{"name":"akkoma","version":"3.16.0"}`)
	assert.Equal(t, 200, v.get("/static/terms-of-service.html").status)
	assert.Equal(t, 404, v.get("/nothing").status)
	v.answers(v.get("/api/v1/accounts/lookup?acct=nobody"), 404, `{"error":"Record not found"}`)
	v.server.AddUser("carol", "carol@example.org")
	assert.Equal(t, "carol", v.get("/api/v1/accounts/lookup?acct=carol").text(t, "username"))
}

// §9.2: the confirmation is resent by address or name.
func TestAkkomaResendsTheConfirmation(t *testing.T) {
	const resend = "/api/v1/pleroma/accounts/confirmation_resend"
	v := visitAkkoma(t, mastodontest.Settings{})
	require.Equal(t, 200, v.create().status)
	v.answers(v.form(resend, "email", "alice@example.org"), http.StatusNoContent, "")
	assert.Len(t, v.server.Mails(), 2)
	v.answers(v.form(resend, "nickname", "alice"), http.StatusNoContent, "")
	assert.Len(t, v.server.Mails(), 3)
	for range 3 {
		v.answers(v.form(resend, "email", "nobody@example.org"), http.StatusNoContent, "")
	}
	v.answers(v.form(resend, "email", "alice@example.org"), 429, `{"error":"Throttled"}`)
	assert.Equal(t, 302, v.get(v.server.ConfirmationLink("alice@example.org")).status)
	assert.Equal(t, mastodontest.Active, v.server.Users()[0].State)
}

// §9.2: sign-ups are throttled.
func TestAkkomaThrottlesSignUps(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{})
	for range 25 {
		assert.NotEqual(t, 429, v.create().status)
	}
	throttled := v.create()
	v.answers(throttled, 429, `{"error":"Throttled"}`)
	assert.Empty(t, throttled.header.Get("X-RateLimit-Limit"))
}

// §9.2: pages may send some headers.
func TestAkkomaLetsPagesSendSomeHeaders(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{})
	preflight := v.preflight("/api/v1/accounts", "POST", "authorization")
	assert.Equal(t, http.StatusNoContent, preflight.status)
	assert.Equal(t, "86400", preflight.header.Get("Access-Control-Max-Age"))
	assert.Equal(t, "Authorization,Content-Type,Idempotency-Key", preflight.header.Get("Access-Control-Allow-Headers"))
	for _, h := range []http.Header{preflight.header, v.get("/about", "Origin", "https://w.example").header} {
		assert.Equal(t, "*", h.Get("Access-Control-Allow-Origin"))
		assert.Equal(t, "true", h.Get("Access-Control-Allow-Credentials"))
	}
}

// §9.2: a closed server wants an invite, and tells bad from late ones.
func TestAkkomaTakesInvitesWhileItIsClosed(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{Registrations: mastodontest.Closed})
	v.server.AddInvite(mastodontest.Invite{Code: "once", MaxUses: 1})
	v.server.AddInvite(mastodontest.Invite{Code: "late", Expires: noon})
	v.answers(v.create(), 400, `{"error":"Invalid token"}`)
	v.answers(v.create("token", `"nonsense"`), 400, `{"error":"Invalid token"}`)
	v.answers(v.create("token", `"late"`), 400, `{"error":"Expired token"}`)
	assert.Equal(t, 200, v.create("token", `"once"`).status)
	assert.Equal(t, "once", v.server.Users()[0].InviteCode)
	v.answers(v.create("token", `"once"`, "username", `"bob"`, "email", `"bob@example.org"`), 400, `{"error":"Expired token"}`)
	v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Open })
	assert.Equal(t, 200, v.create("token", `"nonsense"`, "username", `"bob"`, "email", `"bob@example.org"`).status, "it is not looked at")
}

// §9.2: language is that of the mail, locale is ignored, names have hyphens.
func TestAkkomaReadsItsOwnFields(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{})
	require.Equal(t, 200, v.create("username", `"al-ice"`, "password", `"x"`, "locale", `"fr"`, "language", `"de"`, "reason", `"I like it"`).status)
	user := v.server.Users()[0]
	assert.Equal(t, []string{"al-ice", "de", "I like it"}, []string{user.Username, user.Locale, user.Reason})
}

// §9.2: an account waits for its confirmation and for staff.
func TestAkkomasAccountsWaitForMailAndStaff(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{Registrations: mastodontest.Approval})
	require.Equal(t, 200, v.create().status)
	assert.Equal(t, mastodontest.Unconfirmed, v.state())
	assert.Equal(t, 302, v.get(v.server.ConfirmationLink("alice@example.org")).status)
	assert.Equal(t, mastodontest.Pending, v.state())
	require.NoError(t, v.server.Approve("alice"))
	assert.Equal(t, mastodontest.Active, v.state())
}
