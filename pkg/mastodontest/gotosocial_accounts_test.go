package mastodontest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// visitGoToSocial018 visits a release that lets apps sign people up.
func visitGoToSocial018(t *testing.T, settings mastodontest.Settings) *visitor {
	settings.Version = "0.18.3"
	v := visitGoToSocial(t, settings)
	v.register("read write")
	return v
}

// strong passes GoToSocial's check of passwords.
const strong = `"correct horse battery staple"`

func (v *visitor) createStrong(changes ...string) got {
	v.Helper()
	return v.create(append([]string{"password", strong, "locale", `"en"`}, changes...)...)
}

// §9.1: one error at a time, by each rule.
// Seen on 0.18.3, with the user check lifted.
func TestGoToSocialRefusesOneThingAtATime(t *testing.T) {
	long := strings.Repeat("x", 501)
	required := func(names ...string) string {
		var lines []string
		for _, name := range names {
			lines = append(lines, fmt.Sprintf(`Key: 'AccountCreateRequest.%[1]s' Error:Field validation for '%[1]s' failed on the 'required' tag`, name))
		}
		return strings.Join(lines, `\n`)
	}
	for name, test := range map[string]struct {
		settings mastodontest.Settings
		changes  []string
		says     string
	}{
		"weak password": {changes: []string{"password", `"secret"`},
			says: "password is only 47% strength, try including more special characters, using uppercase letters, using numbers or using a longer password"},
		"password of 73 bytes": {changes: []string{"password", `"` + strings.Repeat("ä", 36) + `1"`},
			says: "password should be no more than 72 bytes, provided password was 73 bytes"},
		"username":                {changes: []string{"username", `"Al ice"`}, says: "given username Al ice was invalid: must contain only lowercase letters, numbers, and underscores, max 64 characters"},
		"upper case":              {changes: []string{"username", `"Alice"`}, says: "given username Alice was invalid: must contain only lowercase letters, numbers, and underscores, max 64 characters"},
		"address":                 {changes: []string{"email", `"foo"`}, says: "mail: missing '@' or angle-addr"},
		"agreement":               {changes: []string{"agreement", "false"}, says: required("Agreement")},
		"agreement of text":       {changes: []string{"agreement", `"true"`}, says: "json: cannot unmarshal string into Go struct field AccountCreateRequest.agreement of type bool"},
		"locale":                  {changes: []string{"locale", `"not a locale"`}, says: "language: tag is not well-formed"},
		"locale left out":         {changes: []string{"locale", ""}, says: required("Locale")},
		"nothing":                 {changes: []string{"username", "", "email", "", "password", "", "agreement", "", "locale", ""}, says: required("Username", "Email", "Password", "Agreement", "Locale")},
		"username before address": {changes: []string{"username", `"Al ice"`, "email", `"foo"`}, says: "given username Al ice was invalid: must contain only lowercase letters, numbers, and underscores, max 64 characters"},
		"short reason":            {settings: mastodontest.Settings{RequireReason: true}, changes: []string{"reason", `"short"`}, says: "reason should be at least 40 chars but 'short' was 5"},
		"long reason":             {settings: mastodontest.Settings{RequireReason: true}, changes: []string{"reason", `"` + long + `"`}, says: "reason should be no more than 500 chars but given reason was 501"},
		"no reason":               {settings: mastodontest.Settings{RequireReason: true}, says: "no reason provided"},
		"closed":                  {settings: mastodontest.Settings{Registrations: mastodontest.Closed}, says: "registration is not open for this server"},
	} {
		t.Run(name, func(t *testing.T) {
			v := visitGoToSocial018(t, test.settings)
			v.answers(v.createStrong(test.changes...), 400, refusal("Bad Request: "+test.says))
			assert.Empty(t, v.server.Users())
		})
	}
}

// §9.1: forms have Go's booleans.
func TestGoToSocialTakesFormsWithGosBooleans(t *testing.T) {
	for value, status := range map[string]int{"1": 200, "t": 200, "T": 200, "true": 200, "TRUE": 200, "True": 200, "on": 400, "yes": 400, "0": 400} {
		v := visitGoToSocial018(t, mastodontest.Settings{})
		answer := v.call(http.MethodPost, "/api/v1/accounts",
			"username=alice&email=alice%40example.org&password=correct+horse+battery+staple&locale=en&agreement="+value,
			"Content-Type", "application/x-www-form-urlencoded", "Authorization", "Bearer "+v.appToken)
		assert.Equal(t, status, answer.status, value)
	}
}

// §9.1: 409 for what is taken.
func TestGoToSocialTellsWhatIsTakenByAConflict(t *testing.T) {
	v := visitGoToSocial018(t, mastodontest.Settings{})
	v.server.AddUser("alice", "alice@example.org")
	v.answers(v.createStrong("email", `"other@example.org"`), 409, refusal("Conflict: username alice is not available"))
	v.answers(v.createStrong("username", `"other"`), 409, refusal("Conflict: email address alice@example.org is not available"))
}

// §9.1: 422 for the daily limit (10) and the full backlog (20).
func TestGoToSocialTakesSoManyADayAndKeepsSoManyWaiting(t *testing.T) {
	next := func(v *visitor, n int) got {
		name := fmt.Sprintf("user%d", n)
		return v.createStrong("username", `"`+name+`"`, "email", `"`+name+`@example.org"`)
	}
	t.Run("backlog", func(t *testing.T) {
		v := visitGoToSocial018(t, mastodontest.Settings{})
		for n := range 20 {
			require.Equal(t, 200, next(v, n).status)
		}
		full := next(v, 20)
		v.answers(full, 422, refusal("Unprocessable Entity: this instance's sign-up backlog is currently full (20 sign-ups pending approval); you must wait until some pending sign-ups are handled by the admin(s)"))
		require.NoError(t, v.server.Reject("user3"))
		assert.Equal(t, 200, next(v, 20).status)
	})
	t.Run("day", func(t *testing.T) {
		v := visitGoToSocial018(t, mastodontest.Settings{})
		for n := range 10 {
			require.Equal(t, 200, next(v, n).status)
			require.NoError(t, v.server.Approve(fmt.Sprintf("user%d", n)))
		}
		over := next(v, 10)
		v.answers(over, 422, refusal("Unprocessable Entity: this instance has hit its limit of new sign-ups for today (10); you can try again tomorrow"))
		v.now = noon.Add(24 * time.Hour)
		assert.Equal(t, 200, next(v, 10).status)
	})
}

// §9.1: up to 0.18 they may; a button confirms, and until staff approve the token is nobody's.
func TestGoToSocial018SignsPeopleUp(t *testing.T) {
	v := visitGoToSocial018(t, mastodontest.Settings{RequireReason: true})
	reason := strings.Repeat("because ", 6)
	created := v.createStrong("reason", `"`+reason+`"`, "locale", `"EN-us"`)
	require.Equal(t, 200, created.status, created.body)
	assert.Equal(t, "Bearer", created.text(t, "token_type"))
	token := created.text(t, "access_token")
	user := v.server.Users()[0]
	assert.Equal(t, []string{"alice", "en-US", reason, mastodontest.Unconfirmed}, []string{user.Username, user.Locale, user.Reason, user.State})

	verify := func() got { return v.getAs(token, "/api/v1/accounts/verify_credentials") }
	v.answers(verify(), 401, noGTSApp)
	v.answers(v.getAs(token, "/api/v1/accounts/lookup?acct=alice"), 401, noGTSApp)
	link := v.server.ConfirmationLink("alice@example.org")
	assert.True(t, strings.HasPrefix(link, "https://example.social/confirm_email?token="), link)
	page := v.get(link, "Accept", "text/html")
	assert.Contains(t, page.body, "<button>")
	assert.Equal(t, mastodontest.Unconfirmed, v.server.Users()[0].State, "looking is not enough")
	assert.Equal(t, 200, v.call(http.MethodPost, link, "").status)
	assert.Equal(t, mastodontest.Pending, v.server.Users()[0].State)
	v.answers(verify(), 401, noGTSApp)
	assert.Contains(t, v.get(link).body, "<button>", "as before")
	assert.Equal(t, 404, v.get("/confirm_email?token=nonsense").status)

	require.NoError(t, v.server.Approve("alice"))
	assert.Equal(t, "alice", verify().text(t, "username"))
	assert.Equal(t, "alice", v.getAs(token, "/api/v1/accounts/lookup?acct=@alice").text(t, "username"))
	v.answers(v.getAs(token, "/api/v1/accounts/lookup?acct=bob"), 404, `{"error":"Not Found"}`)
	require.NoError(t, v.server.Reject("alice"))
	v.answers(verify(), 401, noGTSApp)
}

// Seen: scopes mean nothing to GoToSocial 0.18.
func TestScopesMeanNothingToGoToSocial018(t *testing.T) {
	v := visitGoToSocial(t, mastodontest.Settings{Version: "0.18.3"})
	v.register("read")
	v.token("admin:write")
	assert.Equal(t, 200, v.createStrong().status)
}

// §9.1: the version joins its commit by a plus sign since 0.14.
// Seen on 0.18.3 and 0.20.0-rc1: a plus sign joins the commit since 0.14; if
// the admin asks, a version of Mastodon stands before its own, and then no space.
func TestGoToSocialWritesItsVersionAsItsReleasesDo(t *testing.T) {
	for version, c := range map[string]struct{ plain, masked string }{
		"0.13.3":     {"0.13.3 git-57cb4fe", "3.5.3+0.13.3-git-57cb4fe"},
		"0.14.0":     {"0.14.0+git-57cb4fe", "3.5.3+0.14.0+git-57cb4fe"},
		"0.18.3":     {"0.18.3+git-57cb4fe", "3.5.3+0.18.3+git-57cb4fe"},
		"0.19.2":     {"0.19.2+git-57cb4fe", "3.5.3+0.19.2+git-57cb4fe"},
		"0.20.0-rc1": {"0.20.0-rc1+git-57cb4fe", "3.5.3+0.20.0-rc1+git-57cb4fe"},
	} {
		v := visitGoToSocial(t, mastodontest.Settings{Version: version})
		for _, path := range []string{"/api/v1/instance", "/api/v2/instance"} {
			assert.Equal(t, c.plain, v.get(path).text(t, "version"))
		}
		v.server.Update(func(s *mastodontest.Settings) { s.MastodonInVersion = true })
		for _, path := range []string{"/api/v1/instance", "/api/v2/instance"} {
			assert.Equal(t, c.masked, v.get(path).text(t, "version"))
		}
	}
}
