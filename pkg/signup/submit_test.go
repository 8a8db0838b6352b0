package signup_test

import (
	"bytes"
	"context"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnAccountIsMadeWithWhatTheVisitorTyped(t *testing.T) {
	for _, version := range []string{"4.2.0", "4.3.0", "4.4.0", "4.5.0", "4.6.0"} {
		t.Run(version, func(t *testing.T) {
			journey(t, mastodontest.Settings{Version: version}, nil, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Prepare(v.Context()))
				before := len(v.server.Requests())
				require.NoError(v, v.flow.Submit(v.Context(), with(func(values *signup.Values) { values.Username, values.Email = " alice ", " alice@example.org" })))
				assert.Len(v, v.server.Requests(), before+1, "one request and no more")
				assert.Equal(v, []signup.Screen{signup.ScreenLoading, signup.ScreenForm, signup.ScreenSubmitting, signup.ScreenConfirm}, v.screens())

				users := v.server.Users()
				require.Len(v, users, 1)
				assert.Equal(v, "alice", users[0].Username)
				assert.Equal(v, "alice@example.org", users[0].Email)
				assert.Equal(v, "de", users[0].Locale)
				if version == "4.2.0" {
					assert.Empty(v, users[0].TimeZone, "it might be refused there")
				} else {
					assert.Equal(v, "Europe/Vienna", users[0].TimeZone)
				}

				now := v.flow.Snapshot()
				require.NotNil(v, now.Account)
				assert.Equal(v, "alice", now.Account.Username)
				assert.Equal(v, "@alice@"+now.Server.Domain, now.Account.Handle)
				assert.Equal(v, "a•••@example.org", now.Account.Email)
				assert.Equal(v, "https://example.social/@alice", now.Account.URL)
				assert.Equal(v, in(time.Minute), now.ResendAt)
				assert.Empty(v, v.flow.AccessToken(), "not before the account is ready")
			})
		})
	}
}

func TestTheConsentSaysWhatWasAgreedTo(t *testing.T) {
	settings := mastodontest.Settings{
		Rules: []mastodontest.Rule{{Text: "Be kind"}, {Text: "No spam"}},
		Terms: &mastodontest.Terms{EffectiveDate: "2026-05-01", HTML: "<p>Terms</p>"},
	}
	journey(t, settings, nil, func(v *visitor) {
		v.open()
		require.NoError(v, v.flow.Prepare(v.Context()))
		require.NoError(v, v.flow.Prepare(v.Context()))
		assert.Equal(v, 1, v.posts("/api/v1/instance/privacy_policy"))
		require.NoError(v, v.flow.Submit(v.Context(), values()))
		consent := v.flow.Snapshot().Consent
		require.NotNil(v, consent)
		assert.Equal(v, in(0), consent.At)
		assert.Equal(v, []string{"1", "2"}, consent.RuleIDs)
		require.Len(v, consent.Documents, 2)
		assert.Equal(v, signup.DocumentKindPrivacyPolicy, consent.Documents[0].Kind)
		assert.Equal(v, "2022-10-07", consent.Documents[0].Date)
		assert.Equal(v, signup.ConsentDocument{Kind: signup.DocumentKindTermsOfService, URL: "https://example.social/terms-of-service", Date: "2026-05-01", ComesIntoForce: true}, consent.Documents[1])
	})
}

func TestNothingIsSentThatTheServerWouldRefuse(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		wrong := with(func(values *signup.Values) { values.Password, values.Agreement = "short", false })
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), wrong))
		assert.Len(v, failed.Fields, 2)
		now := v.flow.Snapshot()
		assert.Equal(v, signup.ScreenForm, now.Screen)
		assert.Equal(v, failed.Fields, now.Problems)
		assert.Equal(v, now.Problems, v.flow.Check(wrong))
		assert.Zero(v, v.posts(accountsPath))
		assert.NotContains(v, v.screens(), signup.ScreenSubmitting)
	})
}

// Every refusal of Mastodon's, as its answers spell it. Most are found before
// anything is sent, but servers differ and have the last word.
func TestEveryRefusalOfTheServerIsShown(t *testing.T) {
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		taken    bool
		values   signup.Values
		body     string // instead of the simulated server's
		want     []signup.FieldProblem
	}{
		"username taken": {taken: true, values: with(func(v *signup.Values) { v.Email = "other@example.org" }), want: []signup.FieldProblem{
			{Field: "username", Code: "ERR_TAKEN", Message: "has already been taken", WayOut: &signup.WayOut{Kind: "another-name"}}}},
		"e-mail taken": {taken: true, values: with(func(v *signup.Values) { v.Username = "bob" }), want: []signup.FieldProblem{
			{Field: "email", Code: "ERR_TAKEN", Message: "has already been taken", WayOut: &signup.WayOut{Kind: "sign-in", URL: "https://example.social/auth/sign_in"}}}},
		"username reserved": {values: with(func(v *signup.Values) { v.Username = "i_love_mastodon" }), want: []signup.FieldProblem{
			{Field: "username", Code: "ERR_RESERVED", Message: "is reserved", WayOut: &signup.WayOut{Kind: "another-name"}}}},
		"e-mail provider blocked": {settings: mastodontest.Settings{BlockedDomains: []string{"example.org"}}, values: values(), want: []signup.FieldProblem{
			{Field: "email", Code: "ERR_BLOCKED", Message: "uses a disallowed e-mail provider", WayOut: &signup.WayOut{Kind: "another-address"}}}},
		"e-mail unreachable": {settings: mastodontest.Settings{UnreachableDomains: []string{"example.org"}}, values: values(), want: []signup.FieldProblem{
			{Field: "email", Code: "ERR_UNREACHABLE", Message: "does not seem to exist", WayOut: &signup.WayOut{Kind: "another-address"}}}},
		"reason asked for by surprise": {settings: mastodontest.Settings{RequireReason: true}, values: values(), want: []signup.FieldProblem{
			{Field: "reason", Code: "ERR_BLANK", Message: "can't be blank"}}},

		"username blank":    {body: details("username", "ERR_BLANK", "can't be blank"), want: []signup.FieldProblem{{Field: "username", Code: "ERR_BLANK", Message: "can't be blank"}}},
		"username invalid":  {body: details("username", "ERR_INVALID", "must contain only letters, numbers and underscores"), want: []signup.FieldProblem{{Field: "username", Code: "ERR_INVALID", Message: "must contain only letters, numbers and underscores"}}},
		"username too long": {body: details("username", "ERR_TOO_LONG", "is too long (maximum is 30 characters)"), want: []signup.FieldProblem{{Field: "username", Code: "ERR_TOO_LONG", Message: "is too long (maximum is 30 characters)", Limit: 30}}},
		"e-mail blank":      {body: details("email", "ERR_BLANK", "can't be blank"), want: []signup.FieldProblem{{Field: "email", Code: "ERR_BLANK", Message: "can't be blank"}}},
		"e-mail invalid twice": {body: `{"error":"Validation failed: E-mail address is invalid, E-mail address is invalid","details":{"email":[{"error":"ERR_INVALID","description":"is invalid"},{"error":"ERR_INVALID","description":"is invalid"}]}}`,
			want: []signup.FieldProblem{{Field: "email", Code: "ERR_INVALID", Message: "is invalid"}, {Field: "email", Code: "ERR_INVALID", Message: "is invalid"}}},
		"e-mail too long":        {body: details("email", "ERR_TOO_LONG", "is too long (maximum is 320 characters)"), want: []signup.FieldProblem{{Field: "email", Code: "ERR_TOO_LONG", Message: "is too long (maximum is 320 characters)", Limit: 320}}},
		"password blank":         {body: details("password", "ERR_BLANK", "can't be blank"), want: []signup.FieldProblem{{Field: "password", Code: "ERR_BLANK", Message: "can't be blank"}}},
		"password too short":     {body: details("password", "ERR_TOO_SHORT", "is too short (minimum is 12 characters)"), want: []signup.FieldProblem{{Field: "password", Code: "ERR_TOO_SHORT", Message: "is too short (minimum is 12 characters)", Limit: 12}}},
		"password too long":      {body: details("password", "ERR_TOO_LONG", "ist zu lang"), want: []signup.FieldProblem{{Field: "password", Code: "ERR_TOO_LONG", Message: "ist zu lang", Limit: 72}}},
		"agreement":              {body: details("agreement", "ERR_ACCEPTED", "must be accepted"), want: []signup.FieldProblem{{Field: "agreement", Code: "ERR_ACCEPTED", Message: "must be accepted"}}},
		"reason too long":        {body: details("reason", "ERR_TOO_LONG", "is too long (maximum is 420 characters)"), want: []signup.FieldProblem{{Field: "reason", Code: "ERR_TOO_LONG", Message: "is too long (maximum is 420 characters)", Limit: 420}}},
		"date of birth blank":    {body: details("date_of_birth", "ERR_BLANK", "can't be blank"), want: []signup.FieldProblem{{Field: "date_of_birth", Code: "ERR_BLANK", Message: "can't be blank"}}},
		"date of birth invalid":  {body: details("date_of_birth", "ERR_INVALID", "is invalid"), want: []signup.FieldProblem{{Field: "date_of_birth", Code: "ERR_INVALID", Message: "is invalid"}}},
		"too young":              {body: details("date_of_birth", "ERR_BELOW_LIMIT", "is below the age limit"), want: []signup.FieldProblem{{Field: "date_of_birth", Code: "ERR_BELOW_LIMIT", Message: "is below the age limit"}}},
		"unknown field and code": {body: details("phone", "ERR_NEW", "<b>is</b> new"), want: []signup.FieldProblem{{Field: "phone", Code: "ERR_NEW", Message: "is new"}}},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, func(c *signup.Config) { c.Languages = []string{"en"} }, func(v *visitor) {
				if c.taken {
					v.server.AddUser("alice", "alice@example.org")
				}
				if c.body != "" {
					v.server.Fail(mastodontest.Fault{Method: "POST", Path: accountsPath, Times: 1, Status: 422, Body: c.body})
					c.values = values()
				}
				v.open()
				for i := range c.want {
					c.want[i].Origin = "server"
				}
				failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), c.values))
				assert.Equal(v, c.want, failed.Fields)
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenForm, now.Screen)
				assert.Equal(v, c.want, now.Problems)
				assert.Nil(v, now.Problem)
				assert.Equal(v, 1, v.posts(accountsPath))
				if c.body == "" {
					require.NotNil(v, now.Tries)
					assert.Equal(v, 4, now.Tries.Left)
					assert.Equal(v, 5, now.Tries.Limit)
				}
			})
		})
	}
}

func details(field, code, description string) string {
	return `{"error":"Validation failed: ` + description + `","details":{"` + field + `":[{"error":"` + code + `","description":"` + description + `"}]}}`
}

func TestAReasonThatTheServerAsksForIsGiven(t *testing.T) {
	journey(t, mastodontest.Settings{RequireReason: true}, nil, func(v *visitor) {
		v.open()
		v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
		var reason *signup.Field
		now := v.flow.Snapshot()
		for i, f := range now.Fields {
			if f.Name == signup.FieldNameReason {
				reason = &now.Fields[i]
			}
		}
		require.NotNil(v, reason)
		assert.Equal(v, signup.Field{Name: signup.FieldNameReason, Required: true, MaxLength: 420, Why: "server-asked"}, *reason)
		assert.Equal(v, signup.FieldNameAgreement, now.Fields[len(now.Fields)-1].Name, "the agreement comes last")
		v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, 1, v.posts(accountsPath), "it is checked here from now on")
		require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason = "I like it here" })))
		assert.Equal(v, "I like it here", v.server.Users()[0].Reason)
	})
}

func TestMinimumAgeAndReasonAreSentWhereAsked(t *testing.T) {
	settings := mastodontest.Settings{Registrations: mastodontest.Approval, RequireReason: true, MinAge: 16}
	journey(t, settings, nil, func(v *visitor) {
		v.open()
		require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason, v.DateOfBirth = "I like it here", "1980-02-01" })))
		assert.Equal(v, "I like it here", v.server.Users()[0].Reason)
	})
}

func TestAClosedServerTakesTheInvited(t *testing.T) {
	settings := mastodontest.Settings{Registrations: mastodontest.Closed}
	invited := func(config *signup.Config) { config.Invite = "https://example.social/invite/AbC123xy" }
	t.Run("valid", func(t *testing.T) {
		journey(t, settings, invited, func(v *visitor) {
			v.server.AddInvite(mastodontest.Invite{Code: "AbC123xy"})
			v.open()
			require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.InviteCode = "AbC123xy" })))
			assert.Equal(v, "AbC123xy", v.server.Users()[0].InviteCode)
		})
	})
	t.Run("valid, without typing it", func(t *testing.T) {
		journey(t, settings, invited, func(v *visitor) {
			v.server.AddInvite(mastodontest.Invite{Code: "AbC123xy"})
			v.open()
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "AbC123xy", v.server.Users()[0].InviteCode)
		})
	})
	t.Run("not valid, then another", func(t *testing.T) {
		journey(t, settings, invited, func(v *visitor) {
			v.server.AddInvite(mastodontest.Invite{Code: "Other123"})
			v.open()
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.InviteCode = "AbC123xy" })))
			require.Len(v, failed.Fields, 1)
			assert.Equal(v, "invite_code", failed.Fields[0].Field)
			require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.InviteCode = "https://example.social/invite/Other123" })))
			assert.Equal(v, "Other123", v.server.Users()[0].InviteCode)
		})
	})
}

func TestRefusedSignUpsEndAtTheServersOwnPage(t *testing.T) {
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		fault    *mastodontest.Fault
		code     signup.Code
	}{
		"patched away":   {fault: &mastodontest.Fault{Status: 404, Body: `{"error":"Not Found"}`}, code: signup.CodeSignUpRefused},
		"no such method": {fault: &mastodontest.Fault{Status: 405, Body: `{"error":"Method Not Allowed"}`}, code: signup.CodeSignUpRefused},
		"shutting down":  {fault: &mastodontest.Fault{Status: 410, Body: `{"error":"Gone"}`}, code: signup.CodeSignUpRefused},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				now := v.open()
				if now.Screen == signup.ScreenForm {
					if c.fault != nil {
						c.fault.Path, c.fault.Times = accountsPath, 1
						v.server.Fail(*c.fault)
					}
					v.fails(c.code, v.flow.Submit(v.Context(), values()))
					now = v.flow.Snapshot()
				}
				assert.Equal(v, signup.ScreenElsewhere, now.Screen)
				require.NotNil(v, now.Problem)
				assert.Equal(v, c.code, now.Problem.Code)
				assert.Equal(v, now.Server.SignUpURL, now.Problem.Handover)
				v.fails(signup.CodeNotNow, v.flow.Submit(v.Context(), values()))
			})
		})
	}
}

// A 403 does not say why, and what the document says may be old.
func TestASignUpThatAnOpenServerForbidsStaysInTheForm(t *testing.T) {
	for name, c := range map[string]struct {
		lately func(*mastodontest.Settings)
		body   string
	}{
		"it has just closed":                  {lately: func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed }},
		"single-user mode, just now":          {lately: func(s *mastodontest.Settings) { s.SingleUser = true }},
		"single sign-on that says it is open": {lately: func(s *mastodontest.Settings) { s.SSOOnly = true }},
		"a network that is blocked":           {lately: func(s *mastodontest.Settings) { s.BlockedIPs = []string{"192.0.2.0/24"} }},
		"refused in plain text":               {lately: func(*mastodontest.Settings) {}, body: "Forbidden\n"},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{Lag: true}, nil, func(v *visitor) {
				assert.Equal(v, signup.ScreenForm, v.open().Screen)
				v.server.Update(c.lately)
				if c.body != "" {
					v.server.Fail(mastodontest.Fault{Path: accountsPath, Times: 1, Status: 403, Body: c.body})
				}
				failed := v.fails(signup.CodeForbidden, v.flow.Submit(v.Context(), values()))
				assert.Equal(v, "https://example.social/auth/sign_up", failed.Handover)
				assert.Empty(v, failed.Message)
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenForm, now.Screen)
				assert.Equal(v, signup.CodeForbidden, now.Problem.Code)
				require.NotNil(v, fieldOf(now, signup.FieldNameInviteCode), "who has an invite can try it")
				assert.False(v, fieldOf(now, signup.FieldNameInviteCode).Required)
				if name == "it has just closed" {
					v.server.AddInvite(mastodontest.Invite{Code: "AbC123xy"})
					require.NoError(v, v.flow.Submit(v.Context(), with(func(values *signup.Values) { values.InviteCode = "AbC123xy" })))
				}
			})
		})
	}
}

func TestServersThatAnswerNothingAnyMore(t *testing.T) {
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		fault    *mastodontest.Fault
		code     signup.Code
	}{
		"it is being wound up":       {settings: mastodontest.Settings{WindingUp: true}, code: signup.CodeGone},
		"this network has no access": {fault: &mastodontest.Fault{Times: mastodontest.Always, Status: 403, Body: "Forbidden"}, code: signup.CodeBlocked},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				if c.fault != nil {
					v.server.Fail(*c.fault)
				}
				failed := v.fails(c.code, v.flow.Open(v.Context(), host))
				assert.False(v, failed.Retryable)
				assert.Equal(v, signup.ScreenFailed, v.flow.Snapshot().Screen)
			})
		})
	}
}

func TestAnInviteIsNotToBlameForAWallBeforeTheServer(t *testing.T) {
	journey(t, mastodontest.Settings{Registrations: mastodontest.Closed}, func(c *signup.Config) { c.Invite = "AbC123xy" }, func(v *visitor) {
		v.open()
		v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 403, Body: strangers["a page"]})
		v.fails(signup.CodeBadAnswer, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		assert.Empty(v, v.flow.Snapshot().Problems)
		assert.Equal(v, "https://example.social/auth/sign_up", v.flow.Snapshot().Problem.Handover)
	})
}

func TestTooManyTriesWaitForTheClock(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.server.AddUser("alice", "other@example.org")
		v.open()
		for left := 4; left >= 0; left-- {
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, left, v.flow.Snapshot().Tries.Left)
		}
		failed := v.fails(signup.CodeRateLimited, v.flow.Submit(v.Context(), values()))
		now := v.flow.Snapshot()
		assert.Equal(v, signup.ScreenForm, now.Screen)
		require.NotNil(v, now.Problem)
		assert.Equal(v, failed.Problem, *now.Problem)
		assert.True(v, now.Problem.Retryable)
		assert.Zero(v, now.Tries.Left)
		assert.Equal(v, now.Problem.RetryAt, now.Tries.ResetAt)
		assert.Greater(v, now.Problem.RetryAt, in(0))
		assert.LessOrEqual(v, now.Problem.RetryAt, in(30*time.Minute))

		time.Sleep(time.Until(time.UnixMilli(now.Problem.RetryAt)) + time.Second)
		require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username = "bob" })))
		assert.Nil(v, v.flow.Snapshot().Problem)
	})
}

func TestFailuresOfTheServerKeepTheForm(t *testing.T) {
	for name, c := range map[string]struct {
		fault mastodontest.Fault
		code  signup.Code
		text  string
	}{
		"500":             {mastodontest.Fault{Status: 500, Body: `{"status":500,"error":"Internal Server Error"}`}, signup.CodeServerError, "Internal Server Error"},
		"502 in HTML":     {mastodontest.Fault{Status: 502, Body: "<html>Bad gateway</html>"}, signup.CodeServerError, ""},
		"503":             {mastodontest.Fault{Status: 503, Body: `{"error":"There was a temporary problem serving your request, please try again"}`}, signup.CodeServerError, "There was a temporary problem serving your request, please try again"},
		"no answer":       {mastodontest.Fault{Drop: true}, signup.CodeLostAnswer, ""},
		"half an answer":  {mastodontest.Fault{Truncate: true}, signup.CodeLostAnswer, ""},
		"HTML for 200":    {mastodontest.Fault{Status: 200, Body: "<html>Hello</html>"}, signup.CodeLostAnswer, ""},
		"error alone":     {mastodontest.Fault{Status: 422, Body: `{"error":"Validation failed: Something"}`}, signup.CodeInvalid, "Validation failed: Something"},
		"nothing at all":  {mastodontest.Fault{Status: 422, Body: `{}`}, signup.CodeInvalid, ""},
		"bad request":     {mastodontest.Fault{Status: 400, Body: `{"status":400,"error":"Bad Request"}`}, signup.CodeInvalid, "Bad Request"},
		"a wall":          {mastodontest.Fault{Status: 401, Body: strangers["a page"]}, signup.CodeBadAnswer, ""},
		"a wall of JSON":  {mastodontest.Fault{Status: 401, Body: strangers["JSON"]}, signup.CodeBadAnswer, ""},
		"a bot's page":    {mastodontest.Fault{Status: 403, Body: strangers["a page"]}, signup.CodeBadAnswer, ""},
		"an empty 403":    {mastodontest.Fault{Status: 403}, signup.CodeBadAnswer, ""},
		"404 in HTML":     {mastodontest.Fault{Status: 404, Body: strangers["a page"]}, signup.CodeBadAnswer, ""},
		"405 in HTML":     {mastodontest.Fault{Status: 405, Body: strangers["a page"]}, signup.CodeBadAnswer, ""},
		"a teapot's HTML": {mastodontest.Fault{Status: 418, Body: `<html>short and stout</html>`}, signup.CodeBadAnswer, ""},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Prepare(v.Context()))
				c.fault.Path, c.fault.Times = accountsPath, 1
				v.server.Fail(c.fault)
				failed := v.fails(c.code, v.flow.Submit(v.Context(), values()))
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenForm, now.Screen)
				require.NotNil(v, now.Problem)
				assert.Equal(v, failed.Problem, *now.Problem)
				assert.True(v, now.Problem.Retryable)
				assert.Contains(v, now.Problem.Message, c.text)
				time.Sleep(time.Hour)
				assert.Equal(v, 1, v.posts(accountsPath), "never sent again by itself")
			})
		})
	}
}

func TestALocaleThatTheServerRefusesIsLeftOut(t *testing.T) {
	refused := `{"error":"Validation failed: Locale is not included in the list","details":{"locale":[{"error":"ERR_INCLUSION","description":"is not included in the list"}]}}`
	t.Run("while tries are left", func(t *testing.T) {
		// A server whose list is shorter than that of its version.
		journey(t, mastodontest.Settings{Version: "4.2.0"}, func(c *signup.Config) {
			c.Doer = watching(c.Doer, func(r *mastodon.Request) {
				r.Body = bytes.Replace(r.Body, []byte(`"locale":"de"`), []byte(`"locale":"xx"`), 1)
			})
		}, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, 2, v.posts(accountsPath))
			assert.Empty(v, v.server.Users()[0].Locale)
		})
	})
	t.Run("the time zone as well", func(t *testing.T) {
		journey(t, mastodontest.Settings{Version: "4.3.0"}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Times: 1, Status: 422, Body: details("time_zone", "ERR_INCLUSION", "is not included in the list")})
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Empty(v, failed.Fields, "it is no field of the form")
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Empty(v, v.server.Users()[0].TimeZone)
			assert.Equal(v, "de", v.server.Users()[0].Locale)
		})
	})
	t.Run("the visitor tries again if nobody knows how many tries are left", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Times: 1, Status: 422, Body: refused})
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			now := v.flow.Snapshot()
			assert.Equal(v, signup.ScreenForm, now.Screen)
			assert.Empty(v, now.Problems)
			require.NotNil(v, now.Problem)
			assert.True(v, now.Problem.Retryable)
			assert.Equal(v, 1, v.posts(accountsPath))
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Empty(v, v.server.Users()[0].Locale)
		})
	})
	t.Run("not with other problems", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Times: 1, Status: 422, Body: `{"error":"Validation failed","details":{"locale":[{"error":"ERR_INCLUSION","description":"x"}],"email":[{"error":"ERR_BLOCKED","description":"y"}]}}`})
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			require.Len(v, failed.Fields, 1)
			assert.Equal(v, "email", failed.Fields[0].Field)
		})
	})
}

func TestASecondSubmitWaitsForNothingAndSendsNothing(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		v.server.Fail(mastodontest.Fault{Path: accountsPath, Times: 1, Delay: 50 * time.Second})
		first := make(chan error)
		go func() { first <- v.flow.Submit(v.Context(), values()) }()
		synctest.Wait()
		assert.Equal(v, signup.ScreenSubmitting, v.flow.Snapshot().Screen)
		v.fails(signup.CodeNotNow, v.flow.Submit(v.Context(), values()))
		assert.NoError(v, <-first)
		assert.Equal(v, 1, v.posts(accountsPath))
	})
}

func TestVerbsThatDoNotFitTheScreenSayNotNow(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		verbs := map[string]func() error{
			"submit":    func() error { return v.flow.Submit(v.Context(), values()) },
			"prepare":   func() error { return v.flow.Prepare(v.Context()) },
			"resend":    func() error { return v.flow.Resend(v.Context(), "") },
			"refresh":   func() error { return v.flow.Refresh(v.Context()) },
			"revoke":    func() error { return v.flow.Revoke(v.Context()) },
			"available": func() error { _, err := v.flow.Available(v.Context(), "alice"); return err },
			"suggest":   func() error { _, err := v.flow.Suggest(v.Context(), "alice"); return err },
			"document":  func() error { _, err := v.flow.Document(v.Context(), signup.DocumentKindAbout); return err },
		}
		for _, verb := range verbs {
			v.fails(signup.CodeNotNow, verb())
		}
		assert.Empty(v, v.flow.Check(values()))
		v.open()
		for _, name := range []string{"resend", "refresh", "revoke"} {
			v.fails(signup.CodeNotNow, verbs[name]())
		}
		require.NoError(v, v.flow.Submit(v.Context(), values()))
		for _, name := range []string{"submit", "prepare", "revoke"} {
			v.fails(signup.CodeNotNow, verbs[name]())
		}
	})
}

func TestChangesAreToldOneAtATimeInOrderAndMayCallBack(t *testing.T) {
	var mu sync.Mutex
	var told []signup.Screen
	busy := false
	var flow *signup.Flow
	journey(t, mastodontest.Settings{}, func(c *signup.Config) {
		c.OnChange = func(s signup.Snapshot) {
			mu.Lock()
			assert.False(t, busy)
			busy = true
			mu.Unlock()
			flow.Snapshot()
			flow.Check(values())
			time.Sleep(time.Second)
			if s.Screen == signup.ScreenForm {
				assert.NoError(t, flow.Submit(context.Background(), values()))
			}
			mu.Lock()
			told = append(told, s.Screen)
			busy = false
			mu.Unlock()
		}
	}, func(v *visitor) {
		flow = v.flow
		go v.flow.SetVisible(false)
		v.open()
		mu.Lock()
		defer mu.Unlock()
		assert.Equal(v, []signup.Screen{signup.ScreenLoading, signup.ScreenForm, signup.ScreenSubmitting, signup.ScreenConfirm}, told)
	})
}

func TestAnAbortedVerbLeavesTheScreenWhereItWas(t *testing.T) {
	abort := func(v *visitor, after time.Duration, verb func(ctx context.Context) error) error {
		ctx, cancel := context.WithTimeout(v.Context(), after)
		defer cancel()
		return verb(ctx)
	}
	t.Run("before it began", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			ctx, cancel := context.WithCancel(v.Context())
			cancel()
			v.fails(signup.CodeAborted, v.flow.Open(ctx, host))
			assert.Equal(v, signup.ScreenLoading, v.flow.Snapshot().Screen)
			v.open()
			v.fails(signup.CodeAborted, v.flow.Submit(ctx, values()))
			v.fails(signup.CodeAborted, v.flow.Prepare(ctx))
			v.fails(signup.CodeAborted, v.flow.Refresh(ctx))
			v.fails(signup.CodeAborted, v.flow.Resend(ctx, ""))
			v.fails(signup.CodeAborted, v.flow.Revoke(ctx))
			_, err := v.flow.Available(ctx, "alice")
			v.fails(signup.CodeAborted, err)
			_, err = v.flow.Suggest(ctx, "alice")
			v.fails(signup.CodeAborted, err)
			_, err = v.flow.Document(ctx, signup.DocumentKindAbout)
			v.fails(signup.CodeAborted, err)
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		})
	})
	t.Run("open", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.server.Fail(mastodontest.Fault{Path: v2Path, Times: 1, Delay: time.Minute})
			v.fails(signup.CodeAborted, abort(v, time.Second, func(ctx context.Context) error { return v.flow.Open(ctx, host) }))
			assert.Equal(v, signup.ScreenLoading, v.flow.Snapshot().Screen)
			assert.Nil(v, v.flow.Snapshot().Problem)
			v.open()
		})
	})
	t.Run("open of another server", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: v2Path, Times: 2, Delay: time.Minute})
			first := make(chan error)
			go func() { first <- v.flow.Open(v.Context(), "first.social") }()
			synctest.Wait()
			v.fails(signup.CodeAborted, abort(v, time.Second, func(ctx context.Context) error { return v.flow.Open(ctx, "second.social") }))
			v.fails(signup.CodeAborted, <-first)
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
			assert.Equal(v, host, v.flow.Snapshot().Server.Host)
			require.NoError(v, v.flow.Submit(v.Context(), values()), "the form works as before")
		})
	})
	t.Run("open while an account waits", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.server.Fail(mastodontest.Fault{Path: v2Path, Times: 1, Delay: time.Minute})
			v.fails(signup.CodeAborted, abort(v, time.Second, func(ctx context.Context) error { return v.flow.Open(ctx, "other.social") }))
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(10 * time.Second)
			assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		})
	})
	t.Run("submit before anything was sent", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: appsPath, Times: 1, Delay: time.Minute})
			v.fails(signup.CodeAborted, abort(v, time.Second, func(ctx context.Context) error { return v.flow.Submit(ctx, values()) }))
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
			assert.Nil(v, v.flow.Snapshot().Problem)
			assert.Zero(v, v.posts(accountsPath))
			require.NoError(v, v.flow.Submit(v.Context(), values()))
		})
	})
	t.Run("submit after the request was sent", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Times: 1, Delay: time.Minute})
			v.fails(signup.CodeAborted, abort(v, time.Second, func(ctx context.Context) error { return v.flow.Submit(ctx, values()) }))
			now := v.flow.Snapshot()
			assert.Equal(v, signup.ScreenForm, now.Screen)
			require.NotNil(v, now.Problem)
			assert.Equal(v, signup.CodeLostAnswer, now.Problem.Code)
		})
	})
	t.Run("refresh", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.server.Fail(mastodontest.Fault{Path: checkPath, Times: 1, Delay: time.Minute})
			v.fails(signup.CodeAborted, abort(v, time.Second, v.flow.Refresh))
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
			assert.Nil(v, v.flow.Snapshot().Problem)
		})
	})
	t.Run("resend", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			time.Sleep(time.Minute)
			v.server.Fail(mastodontest.Fault{Path: resendPath, Times: 1, Delay: time.Minute})
			v.fails(signup.CodeAborted, abort(v, time.Second, func(ctx context.Context) error { return v.flow.Resend(ctx, "") }))
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
			assert.Nil(v, v.flow.Snapshot().Problem)
			require.NoError(v, v.flow.Resend(v.Context(), ""))
		})
	})
}

func TestCloseEndsWhateverRuns(t *testing.T) {
	for name, c := range map[string]struct {
		path  string
		after time.Duration
		verb  func(v *visitor) error
	}{
		"nothing yet":      {},
		"loading":          {v2Path, 20 * time.Second, func(v *visitor) error { return v.flow.Open(v.Context(), host) }},
		"preparing":        {appsPath, 20 * time.Second, func(v *visitor) error { v.open(); return v.flow.Prepare(v.Context()) }},
		"making an app":    {appsPath, 20 * time.Second, func(v *visitor) error { v.open(); return v.flow.Submit(v.Context(), values()) }},
		"asking":           {checkPath, 20 * time.Second, func(v *visitor) error { v.signUp(); return v.flow.Refresh(v.Context()) }},
		"resending":        {resendPath, 80 * time.Second, func(v *visitor) error { v.signUp(); time.Sleep(time.Minute); return v.flow.Resend(v.Context(), "") }},
		"waiting":          {"", 2 * time.Minute, func(v *visitor) error { v.signUp(); return nil }},
		"waiting unseen":   {"", 2 * time.Minute, func(v *visitor) error { v.signUp(); v.flow.SetVisible(false); return nil }},
		"looking up names": {lookupPath, 20 * time.Second, func(v *visitor) error { v.open(); _, err := v.flow.Suggest(v.Context(), "alice"); return err }},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				done := make(chan error, 1)
				if c.path != "" {
					v.server.Fail(mastodontest.Fault{Path: c.path, Times: 1, Delay: time.Hour})
				}
				if c.verb != nil {
					go func() { done <- c.verb(v) }()
				}
				time.Sleep(c.after)
				v.flow.Close()
				told := len(v.seen)
				if c.path != "" {
					v.fails(signup.CodeAborted, <-done)
				}
				v.fails(signup.CodeAborted, v.flow.Open(v.Context(), host))
				v.fails(signup.CodeAborted, v.flow.Submit(v.Context(), values()))
				v.flow.SetVisible(true)
				v.flow.Close()
				time.Sleep(time.Hour)
				assert.Len(v, v.seen, told, "nothing is told after Close")
			})
		})
	}
}

func TestTheServersSentencesComeInTheLanguageOfThePage(t *testing.T) {
	journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Languages = []string{"de-AT"} }, func(v *visitor) {
		v.server.AddUser("alice", "other@example.org")
		v.open()
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, signup.FieldCodeTaken, failed.Fields[0].Code)
		assert.Equal(v, "ist bereits vergeben", failed.Fields[0].Message)
	})
}

func TestASignUpOnItsWayIsNotLost(t *testing.T) {
	for name, leave := range map[string]func(v *visitor){
		"another server is opened": func(v *visitor) { require.NoError(v, v.flow.Open(v.Context(), "other.social")) },
		"the flow is closed":       func(v *visitor) { v.flow.Close() },
	} {
		// submit leaves while the server works, and returns when the sign-up ended, and how.
		submit := func(v *visitor, fault mastodontest.Fault) (time.Duration, error) {
			v.open()
			fault.Path = accountsPath
			v.server.Fail(fault)
			done := make(chan error)
			go func() { done <- v.flow.Submit(v.Context(), values()) }()
			time.Sleep(time.Second)
			left := time.Now()
			go leave(v)
			err := <-done
			return time.Since(left), err
		}
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				after, err := submit(v, mastodontest.Fault{Delay: 5 * time.Second})
				require.NoError(v, err)
				assert.Equal(v, 4*time.Second, after)
				assert.NotContains(v, v.screens()[len(v.screens())-1:], signup.ScreenConfirm, "it is another server's turn")
				v.again()
				assert.Equal(v, signup.ScreenConfirm, v.open().Screen)
				assert.Equal(v, "@alice@example.social", v.flow.Snapshot().Account.Handle)
				assert.Equal(v, 1, v.posts(accountsPath))
			})
		})
		t.Run(name+", and the answer is lost", func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				_, err := submit(v, mastodontest.Fault{Delay: 5 * time.Second, Drop: true, AfterWork: true})
				v.fails(signup.CodeLostAnswer, err)
			})
		})
		t.Run(name+", and no answer comes", func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				after, err := submit(v, mastodontest.Fault{Delay: time.Hour})
				v.fails(signup.CodeLostAnswer, err)
				assert.Equal(v, time.Minute, after)
			})
		})
	}
}

func TestCloseWaitsForTheChangeThatIsToldAndTellsNoMore(t *testing.T) {
	var told []signup.Screen
	journey(t, mastodontest.Settings{}, func(c *signup.Config) {
		c.OnChange = func(s signup.Snapshot) {
			time.Sleep(time.Second)
			told = append(told, s.Screen)
		}
	}, func(v *visitor) {
		go func() { _ = v.flow.Open(v.Context(), host) }()
		synctest.Wait()
		v.fails(signup.CodeBadServer, v.flow.Open(v.Context(), ""))
		v.flow.Close()
		assert.Equal(v, []signup.Screen{signup.ScreenLoading}, told)
		time.Sleep(time.Minute)
		assert.Len(v, told, 1)
	})
}

func TestAnotherServerCanBeOpenedAtAnyTime(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		require.NoError(v, v.flow.Open(v.Context(), "other.social"))
		now := v.flow.Snapshot()
		assert.Equal(v, signup.ScreenForm, now.Screen)
		assert.Nil(v, now.Account)
		polls := v.posts(checkPath)
		time.Sleep(time.Minute)
		assert.Equal(v, polls, v.posts(checkPath), "the first account is not asked for any more")
		require.NoError(v, v.flow.Open(v.Context(), host))
		assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen, "but not forgotten either")
	})
}

func TestNamesAreLookedUp(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.server.AddUser("alice", "other@example.org")
		v.server.AddUser("alice_", "another@example.org")
		v.open()
		for name, want := range map[string]signup.Availability{
			"alice": signup.AvailabilityTaken, "ALICE": signup.AvailabilityTaken, " bob ": signup.AvailabilityFree,
			"": signup.AvailabilityUnknown, "al ice": signup.AvailabilityUnknown,
		} {
			got, err := v.flow.Available(v.Context(), name)
			require.NoError(v, err)
			assert.Equal(v, want, got, name)
		}
		names, err := v.flow.Suggest(v.Context(), "alice")
		require.NoError(v, err)
		assert.Equal(v, []string{"the_alice", "alice2", "its_alice"}, names)
		v.server.Fail(mastodontest.Fault{Path: lookupPath, Times: 2, Status: 500, Body: "{}"})
		_, err = v.flow.Available(v.Context(), "carol")
		v.fails(signup.CodeServerError, err)
		_, err = v.flow.Suggest(v.Context(), "carol")
		v.fails(signup.CodeServerError, err)
		assert.Nil(v, v.flow.Snapshot().Problem, "a hint that is missing is no problem")
	})
}

func TestAServerThatTellsStrangersNothingIsAskedOnce(t *testing.T) {
	journey(t, mastodontest.Settings{LimitedFederation: true}, nil, func(v *visitor) {
		v.open()
		for range 3 {
			got, err := v.flow.Available(v.Context(), "alice")
			require.NoError(v, err)
			assert.Equal(v, signup.AvailabilityUnknown, got)
		}
		names, err := v.flow.Suggest(v.Context(), "alice")
		require.NoError(v, err)
		assert.Len(v, names, 3)
		assert.Equal(v, 1, v.posts(lookupPath))
	})
	t.Run("and says so as a refusal", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: lookupPath, Times: 2, Status: 403, Body: `{"error":"This action is not allowed"}`})
			for range 2 {
				got, err := v.flow.Available(v.Context(), "alice")
				require.NoError(v, err)
				assert.Equal(v, signup.AvailabilityUnknown, got)
			}
			assert.Equal(v, 1, v.posts(lookupPath))
		})
	})
}

func TestANameIsTakenByWhoBearsIt(t *testing.T) {
	for body, availability := range map[string]signup.Availability{
		`{"id":"7","username":"Alice","acct":"Alice"}`:              signup.AvailabilityTaken,
		`{"id":"7","username":"alice"}`:                             signup.AvailabilityTaken,
		`{"id":"7","username":"bob","acct":"bob"}`:                  signup.AvailabilityUnknown,
		`{"id":"7","username":"alice","acct":"alice@other.social"}`: signup.AvailabilityUnknown,
	} {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: lookupPath, Status: 200, Body: body})
			got, err := v.flow.Available(v.Context(), "alice")
			require.NoError(v, err)
			assert.Equal(v, availability, got, body)
		})
	}
}

func TestWhatAStrangerAnswersSaysNothingOfAName(t *testing.T) {
	for _, status := range []int{401, 403, 404} {
		for name, body := range strangers {
			t.Run(strconv.Itoa(status)+" "+name, func(t *testing.T) {
				journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
					v.open()
					v.server.Fail(mastodontest.Fault{Path: lookupPath, Status: status, Body: body})
					got, err := v.flow.Available(v.Context(), "alice")
					v.fails(signup.CodeBadAnswer, err)
					assert.Equal(v, signup.AvailabilityUnknown, got)
					got, err = v.flow.Available(v.Context(), "alice")
					require.NoError(v, err)
					assert.Equal(v, signup.AvailabilityFree, got)
				})
			})
		}
	}
}

func TestDocumentsAreReadThroughTheAPI(t *testing.T) {
	settings := mastodontest.Settings{Description: "By the sea", Terms: &mastodontest.Terms{EffectiveDate: "1999-05-01", HTML: "<p>Be good</p>"}}
	journey(t, settings, nil, func(v *visitor) {
		v.open()
		for _, kind := range []signup.DocumentKind{signup.DocumentKindPrivacyPolicy, signup.DocumentKindTermsOfService, signup.DocumentKindAbout} {
			text, err := v.flow.Document(v.Context(), kind)
			require.NoError(v, err, kind)
			assert.Equal(v, kind, text.Kind)
		}
		terms, err := v.flow.Document(v.Context(), signup.DocumentKindTermsOfService)
		require.NoError(v, err)
		assert.Equal(v, "1999-05-01", terms.Date)
		assert.True(v, strings.Contains(terms.HTML, "good"))
		assert.False(v, terms.ComesIntoForce)
		assert.Empty(v, terms.SucceededBy)
		_, err = v.flow.Document(v.Context(), "cookies")
		v.fails(signup.CodeNotSupported, err)
	})
	t.Run("and are not in force yet, or not for long", func(t *testing.T) {
		journey(t, settings, nil, func(v *visitor) {
			date := func(months int) string { return time.Now().AddDate(0, months, 0).Format(time.DateOnly) }
			v.server.Update(func(s *mastodontest.Settings) {
				s.Terms = &mastodontest.Terms{EffectiveDate: date(1), HTML: "<p>Be good</p>",
					Next: &mastodontest.Terms{EffectiveDate: date(2), HTML: "<p>Be better</p>"}}
			})
			v.open()
			terms, err := v.flow.Document(v.Context(), signup.DocumentKindTermsOfService)
			require.NoError(v, err)
			assert.Equal(v, &signup.DocumentText{Kind: signup.DocumentKindTermsOfService, HTML: "<p>Be good</p>",
				Date: date(1), ComesIntoForce: true, SucceededBy: date(2)}, terms)
		})
	})
	t.Run("but nothing is written", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Times: 1, Status: 200, Body: `{"updated_at":null,"content":""}`})
			_, err := v.flow.Document(v.Context(), signup.DocumentKindAbout)
			failed := v.fails(signup.CodeNotSupported, err)
			assert.Equal(v, signup.DetailEmpty, failed.Detail)
			assert.Equal(v, "https://example.social/about", failed.Handover)
		})
	})
	t.Run("or are pages only", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			_, err := v.flow.Document(v.Context(), signup.DocumentKindTermsOfService)
			v.fails(signup.CodeNotSupported, err)
			v.server.Fail(mastodontest.Fault{Times: 1, Status: 404, Body: `{"error":"Not Found"}`})
			_, err = v.flow.Document(v.Context(), signup.DocumentKindPrivacyPolicy)
			assert.Equal(v, "https://example.social/privacy-policy", v.fails(signup.CodeNotSupported, err).Handover)
		})
	})
}

func TestALostAnswerMayHaveMadeAnAccount(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		v.server.Fail(mastodontest.Fault{Path: accountsPath, Drop: true, AfterWork: true})
		failed := v.fails(signup.CodeLostAnswer, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, "https://example.social/auth/sign_in", failed.Handover)
		got, err := v.flow.Available(v.Context(), "alice")
		require.NoError(v, err)
		assert.Equal(v, signup.AvailabilityTaken, got, "which tells what probably happened")
		assert.Len(v, v.server.Users(), 1)
	})
}

func TestAWaitingVerbCanBeAborted(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		v.server.Fail(mastodontest.Fault{Path: appsPath, Delay: time.Hour})
		ctx, cancel := context.WithCancel(v.Context())
		first, second := make(chan error), make(chan error)
		go func() { first <- v.flow.Prepare(v.Context()) }()
		synctest.Wait()
		go func() { second <- v.flow.Submit(ctx, values()) }()
		synctest.Wait()
		cancel()
		failed := v.fails(signup.CodeAborted, <-second)
		assert.ErrorIs(v, failed, context.Canceled)
		assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		v.flow.Close()
		v.fails(signup.CodeAborted, <-first)
	})
}

func TestAnErrorSaysWhatIsWrong(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		assert.EqualError(v, v.flow.Open(v.Context(), ""), `signup: bad-server (empty): mastodon: "" names no server: empty`)
		v.open()
		assert.EqualError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Password, v.Agreement = "", false })),
			"signup: invalid, password ERR_BLANK, agreement ERR_ACCEPTED")
		v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 422, Body: `{"error":"Duplicate record"}`})
		assert.EqualError(v, v.flow.Submit(v.Context(), values()), "signup: duplicate: Duplicate record")
	})
}

func TestRefusalsOfOtherSoftwareAreOfTheSameFields(t *testing.T) {
	for name, c := range map[string]struct {
		software mastodontest.Software
		version  string
		status   int
		body     string
		want     []signup.FieldProblem
	}{
		"Akkoma, several": {mastodontest.Akkoma, "", 400, `{"error":"{\"nickname\":[\"has already been taken\"],\"bio\":[\"is odd\"]}"}`, []signup.FieldProblem{
			{Field: "username", Code: "ERR_TAKEN", Message: "has already been taken", WayOut: &signup.WayOut{Kind: "another-name"}},
			{Field: "bio", Code: "ERR_INVALID", Message: "is odd"}}},
		"GoToSocial, name taken": {mastodontest.GoToSocial, "0.18.3", 409, `{"error":"Conflict: username alice is not available"}`, []signup.FieldProblem{
			{Field: "username", Code: "ERR_TAKEN", Message: "username alice is not available", WayOut: &signup.WayOut{Kind: "another-name"}}}},
		"GoToSocial, weak password": {mastodontest.GoToSocial, "0.18.3", 400, `{"error":"Bad Request: password is only 39% strength, try including more special characters"}`, []signup.FieldProblem{
			{Field: "password", Code: "ERR_TOO_WEAK", Message: "password is only 39% strength, try including more special characters"}}},
		"GoToSocial, short reason": {mastodontest.GoToSocial, "0.18.3", 400, `{"error":"Bad Request: reason should be at least 50 chars but 'short' was 5"}`, []signup.FieldProblem{
			{Field: "reason", Code: "ERR_TOO_SHORT", Message: "reason should be at least 50 chars but 'short' was 5", Limit: 50}}},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{Software: c.software, Version: c.version}, nil, func(v *visitor) {
				require.Equal(v, signup.ScreenForm, v.open().Screen)
				v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: c.status, Body: c.body})
				for i := range c.want {
					c.want[i].Origin = "server"
				}
				failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason = strings.Repeat("because ", 6) })))
				assert.Equal(v, c.want, failed.Fields)
			})
		})
	}
}
