package signup_test

import (
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryServerLeadsToItsFormOrToADoor(t *testing.T) {
	type settings = mastodontest.Settings
	const page = "https://" + host
	for name, c := range map[string]struct {
		settings settings
		invite   string
		screen   signup.Screen
		fields   string
		problem  signup.Problem
	}{
		"open, 4.2":           {settings: settings{Version: "4.2.0"}, screen: signup.ScreenForm, fields: "username email password agreement"},
		"open, 4.3":           {settings: settings{Version: "4.3.0"}, screen: signup.ScreenForm, fields: "username email password agreement"},
		"open, 4.4":           {settings: settings{Version: "4.4.0"}, screen: signup.ScreenForm, fields: "username email password agreement"},
		"open, 4.5":           {settings: settings{Version: "4.5.0"}, screen: signup.ScreenForm, fields: "username email password agreement"},
		"open, 4.6":           {settings: settings{Version: "4.6.0"}, screen: signup.ScreenForm, fields: "username email password agreement"},
		"approval, reason":    {settings: settings{Registrations: mastodontest.Approval, RequireReason: true}, screen: signup.ScreenForm, fields: "username email password reason! agreement"},
		"approval, no reason": {settings: settings{Registrations: mastodontest.Approval}, screen: signup.ScreenForm, fields: "username email password reason agreement"},
		"approval, 4.3":       {settings: settings{Registrations: mastodontest.Approval, RequireReason: true, Version: "4.3.0"}, screen: signup.ScreenForm, fields: "username email password reason agreement"},
		"minimum age":         {settings: settings{MinAge: 16}, screen: signup.ScreenForm, fields: "username email password date_of_birth agreement"},
		"limited federation":  {settings: settings{LimitedFederation: true}, screen: signup.ScreenForm, fields: "username email password agreement"},
		"closed":              {settings: settings{Registrations: mastodontest.Closed}, screen: signup.ScreenClosed, fields: "invite_code", problem: signup.Problem{Code: signup.CodeClosed, Handover: page + "/about"}},
		"closed with a message": {settings: settings{Registrations: mastodontest.Closed, ClosedMessage: `<p>Ask <a href="https://x.example">us</a> &amp; wait</p>`}, screen: signup.ScreenClosed, fields: "invite_code", problem: signup.Problem{Code: signup.CodeClosed, Message: "Ask us & wait",
			Notice: []signup.TextPart{{Text: "Ask "}, {Text: "us", URL: "https://x.example"}, {Text: " & wait"}}, Handover: page + "/about"}},
		"closed with an invite":    {settings: settings{Registrations: mastodontest.Closed}, invite: page + "/invite/AbC123xy", screen: signup.ScreenForm, fields: "username email password invite_code agreement"},
		"another server's invite":  {settings: settings{Registrations: mastodontest.Closed}, invite: "https://other.social/invite/AbC123xy", screen: signup.ScreenClosed, fields: "invite_code", problem: signup.Problem{Code: signup.CodeClosed, Handover: page + "/about"}},
		"an invite before 4.3":     {settings: settings{Registrations: mastodontest.Closed, Version: "4.2.0"}, invite: "AbC123xy", screen: signup.ScreenClosed, problem: signup.Problem{Code: signup.CodeClosed, Handover: page + "/about"}},
		"an invite where all may":  {invite: "AbC123xy", screen: signup.ScreenForm, fields: "username email password invite_code agreement"},
		"single sign-on elsewhere": {settings: settings{SSOURL: "https://sso.example/new"}, screen: signup.ScreenElsewhere, problem: signup.Problem{Code: signup.CodeExternal, Handover: "https://sso.example/new"}},
		"GoToSocial":               {settings: settings{Software: mastodontest.GoToSocial}, screen: signup.ScreenElsewhere, problem: signup.Problem{Code: signup.CodeNotSupported, Handover: page + "/signup"}},
		"GoToSocial, closed":       {settings: settings{Software: mastodontest.GoToSocial, Registrations: mastodontest.Closed}, screen: signup.ScreenClosed, problem: signup.Problem{Code: signup.CodeClosed, Handover: page + "/about"}},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, func(config *signup.Config) { config.Invite = c.invite }, func(v *visitor) {
				now := v.open()
				assert.Equal(v, c.screen, now.Screen)
				fields := ""
				for _, f := range now.Fields {
					fields += " " + string(f.Name)
					if f.Name == signup.FieldNameReason && f.Required {
						fields += "!"
					}
				}
				if c.fields != "" {
					c.fields = " " + c.fields
				}
				assert.Equal(v, c.fields, fields)
				if c.problem.Code == "" {
					assert.Nil(v, now.Problem)
				} else if assert.NotNil(v, now.Problem) {
					assert.Equal(v, c.problem, *now.Problem)
				}
				assert.Equal(v, []signup.Screen{signup.ScreenLoading, c.screen}, v.screens())
				assert.Zero(v, v.posts(appsPath), "nothing is registered before somebody wants it")
			})
		})
	}
}

func TestTheVisitorIsToldAboutTheServer(t *testing.T) {
	settings := mastodontest.Settings{Title: "Example", Description: "A <b>place</b>", ContactEmail: "staff@example.social", StatusPage: "https://status.example.social/"}
	journey(t, settings, nil, func(v *visitor) {
		now := v.open()
		require.NotNil(v, now.Server)
		assert.Equal(v, host, now.Server.Host)
		assert.Equal(v, "Example", now.Server.Title)
		assert.Equal(v, "A place", now.Server.Description)
		assert.Equal(v, "staff@example.social", now.Server.ContactEmail)
		assert.Equal(v, "https://status.example.social/", now.Server.StatusURL)
		assert.Equal(v, "https://example.social/auth/sign_up", now.Server.SignUpURL)
		assert.Equal(v, "https://example.social/auth/sign_in", now.Server.SignInURL)
		assert.Equal(v, "https://example.social/auth/password/new", now.Server.ResetURL)
	})
}

func TestWhatIsNoServerIsRefusedWithAReason(t *testing.T) {
	for _, input := range []string{"", "example", "https://", "mailto:alice@example.social"} {
		t.Run(input, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				failed := v.fails(signup.CodeBadServer, v.flow.Open(v.Context(), input))
				assert.NotEmpty(v, failed.Detail)
				assert.Equal(v, signup.ScreenFailed, v.flow.Snapshot().Screen)
				assert.Equal(v, signup.CodeBadServer, v.flow.Snapshot().Problem.Code)
				assert.Empty(v, v.server.Requests())
			})
		})
	}
}

func TestAServerThatCannotBeReadFailsAndCanBeTriedAgain(t *testing.T) {
	for name, c := range map[string]struct {
		fault     mastodontest.Fault
		code      signup.Code
		retryable bool
		page      string // where it can be tried
	}{
		"no answer":        {mastodontest.Fault{Drop: true}, signup.CodeUnreachable, true, "/"},
		"cut off":          {mastodontest.Fault{Status: 200, Body: `{"domain":"exa`}, signup.CodeBadAnswer, true, "/auth/sign_up"},
		"HTML":             {mastodontest.Fault{Status: 200, Body: "<!doctype html><title>x</title>"}, signup.CodeBadAnswer, true, "/auth/sign_up"},
		"a bad gateway":    {mastodontest.Fault{Status: 502, Body: "<html>Bad gateway</html>"}, signup.CodeServerError, true, "/"},
		"an error":         {mastodontest.Fault{Status: 500, Body: `{"error":"Internal Server Error"}`}, signup.CodeServerError, true, "/"},
		"too many":         {mastodontest.Fault{Status: 429, Body: `{"error":"Too many requests"}`}, signup.CodeRateLimited, true, "/"},
		"patched away":     {mastodontest.Fault{Status: 404, Body: `{"error":"Not Found"}`}, signup.CodeNotSupported, false, "/auth/sign_up"},
		"not implemented":  {mastodontest.Fault{Status: 501, Body: `{"error":"Not implemented"}`}, signup.CodeNotSupported, false, "/auth/sign_up"},
		"not for all":      {mastodontest.Fault{Status: 401, Body: `{"error":"This method requires an authenticated user"}`}, signup.CodeNotSupported, false, "/auth/sign_up"},
		"no server at all": {mastodontest.Fault{Status: 404, Body: `<html>Not here</html>`, Path: "*"}, signup.CodeNotSupported, false, "/"},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				if c.fault.Path == "" {
					c.fault.Path = "/api/*"
				}
				c.fault.Times = 10
				v.server.Fail(c.fault)
				failed := v.fails(c.code, v.flow.Open(v.Context(), host))
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenFailed, now.Screen)
				assert.Equal(v, failed.Problem, *now.Problem)
				assert.Equal(v, c.retryable, now.Problem.Retryable)
				assert.Equal(v, c.code == signup.CodeRateLimited, now.Problem.Detail == "opening")
				assert.Equal(v, "https://example.social"+c.page, now.Problem.Handover)
				v.server.ClearFaults()
				now = v.open()
				assert.Equal(v, signup.ScreenForm, now.Screen)
				assert.Nil(v, now.Problem)
			})
		})
	}
}

func TestServersThatKnowOnlyTheOlderDocument(t *testing.T) {
	journey(t, mastodontest.Settings{Version: "4.2.0", Registrations: mastodontest.Approval}, nil, func(v *visitor) {
		v.server.Fail(mastodontest.Fault{Path: v2Path, Status: 404, Body: `{"error":"Not Found"}`})
		now := v.open()
		require.Equal(v, signup.ScreenForm, now.Screen)
		assert.True(v, now.Server.ApprovalRequired)
		assert.Equal(v, []signup.Document{
			{Kind: signup.DocumentKindPrivacyPolicy, URL: "https://example.social/terms", Agreed: true},
			{Kind: signup.DocumentKindAbout, URL: "https://example.social/about/more"},
		}, now.Documents)
		require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason = "I like it here" })))
		assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
	})
}

func TestOtherSoftwareHasItsOwnPages(t *testing.T) {
	const none = `{"error":"Not Found"}`
	for name, c := range map[string]struct {
		v2, v1 string // the instance documents
		page   string
	}{
		"Pixelfed":           {none, `{"uri":"example.social","title":"Pix","version":"3.5.3 (compatible; Pixelfed 0.11.13)","registrations":true}`, "/register"},
		"Mitra":              {none, `{"uri":"example.social","title":"Mitra","version":"4.0.0 (compatible; Mitra 5.10.0)","registrations":true}`, "/"},
		"Friendica":          {none, `{"uri":"example.social","title":"Friendica","version":"2.8.0 (compatible; Friendica 2024.03)","registrations":true}`, "/register"},
		"Iceshrimp":          {`{"domain":"example.social","title":"Ice","version":"4.2.1 (compatible; Iceshrimp 2023.12)","registrations":{"enabled":true}}`, none, "/"},
		"its own with a URL": {`{"domain":"example.social","version":"4.2.1 (compatible; Sharkey 2024)","registrations":{"enabled":false,"url":"https://x.example"}}`, none, "/"},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				status := func(body string) int {
					if body == none {
						return 404
					}
					return 200
				}
				v.server.Fail(mastodontest.Fault{Path: v2Path, Status: status(c.v2), Body: c.v2})
				v.server.Fail(mastodontest.Fault{Path: v1Path, Status: status(c.v1), Body: c.v1})
				now := v.open()
				assert.Equal(v, signup.ScreenElsewhere, now.Screen)
				require.NotNil(v, now.Problem)
				assert.Equal(v, signup.Problem{Code: signup.CodeNotSupported, Handover: "https://example.social" + c.page}, *now.Problem)
				assert.Equal(v, "@"+host, "@"+now.Server.Domain)
			})
		})
	}
}

func TestAnAddressThatIsNotSafeIsNotHandedOn(t *testing.T) {
	journey(t, mastodontest.Settings{SSOURL: "javascript:alert(1)", Icon: "data:image/svg+xml,x"}, nil, func(v *visitor) {
		now := v.open()
		assert.Equal(v, signup.ScreenForm, now.Screen)
		assert.Empty(v, now.Server.Icon)
	})
}

func TestRulesComeWithTheirTranslations(t *testing.T) {
	settings := mastodontest.Settings{Rules: []mastodontest.Rule{
		{Text: "Be kind", Hint: "To all", Translations: map[string]mastodontest.RuleText{"de": {Text: "Sei nett", Hint: "Zu allen"}}},
		{Text: "No spam"},
	}}
	journey(t, settings, nil, func(v *visitor) {
		rules := v.open().Rules
		require.Len(v, rules, 2)
		assert.Equal(v, "Be kind", rules[0].Text)
		assert.Equal(v, "To all", rules[0].Hint)
		assert.Equal(v, signup.RuleText{Text: "Sei nett", Hint: "Zu allen"}, rules[0].Translations["de"])
		assert.Equal(v, "No spam", rules[1].Text)
	})
}

func TestRulesAreFoundAsLocalesAre(t *testing.T) {
	text := func(tag string) map[string]mastodontest.RuleText {
		return map[string]mastodontest.RuleText{tag: {Text: "in " + tag}}
	}
	for name, c := range map[string]struct {
		wanted []string
		there  string
		tag    string // under which it is found; empty: it is not
	}{
		"the same":                         {[]string{"pt-BR"}, "pt-BR", "pt-BR"},
		"pt finds pt-BR":                   {[]string{"pt"}, "pt-BR", "pt"},
		"pt-BR finds pt":                   {[]string{"pt-BR"}, "pt", "pt"},
		"another region":                   {[]string{"en-GB"}, "en-US", "en-GB"},
		"another name of the same":         {[]string{"nb"}, "no", "nb"},
		"a script that is named otherwise": {[]string{"zh-Hant-HK"}, "zh-TW", "zh-Hant-HK"},
		"no other script":                  {[]string{"zh-TW"}, "zh-CN", ""},
	} {
		t.Run(name, func(t *testing.T) {
			settings := mastodontest.Settings{Languages: []string{"la"}, Rules: []mastodontest.Rule{{Text: "Be kind", Translations: text(c.there)}}}
			journey(t, settings, func(config *signup.Config) { config.Languages = c.wanted }, func(v *visitor) {
				translations := v.open().Rules[0].Translations
				if c.tag != "" {
					assert.Equal(v, "in "+c.there, translations[c.tag].Text)
				} else {
					assert.NotContains(v, translations, c.wanted[0])
				}
			})
		})
	}
	t.Run("the rules as they are count for the server's language", func(t *testing.T) {
		settings := mastodontest.Settings{Languages: []string{"en"}, Rules: []mastodontest.Rule{
			{Text: "Be kind", Hint: "To all", Translations: text("de")}, {Text: "No spam"}}}
		// The page is in English, the browser German.
		journey(t, settings, func(c *signup.Config) { c.Languages = []string{"en", "de"} }, func(v *visitor) {
			rules := v.open().Rules
			assert.Equal(v, signup.RuleText{Text: "Be kind", Hint: "To all"}, rules[0].Translations["en"])
			assert.Equal(v, signup.RuleText{Text: "No spam"}, rules[1].Translations["en"])
		})
	})
}

func TestAnAccountThatWaitsIsNamedWhileItsServerIsDown(t *testing.T) {
	for name, fault := range map[string]mastodontest.Fault{
		"no answer": {Path: "/*", Times: mastodontest.Always, Drop: true}, "a proxy's page": mastodontest.ProxyDown(),
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				v.signUp()
				v.server.Fail(fault)
				v.again()
				require.Error(v, v.flow.Open(v.Context(), host))
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenFailed, now.Screen)
				assert.Equal(v, &signup.Account{Username: "alice", Handle: "@alice", Email: "a•••@example.org"}, now.Account)
				v.server.ClearFaults()
				now = v.open()
				assert.Equal(v, signup.ScreenConfirm, now.Screen)
				assert.Equal(v, "@alice@"+host, now.Account.Handle)
			})
		})
	}
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.server.Fail(mastodontest.ProxyDown())
		require.Error(v, v.flow.Open(v.Context(), host))
		assert.Nil(v, v.flow.Snapshot().Account, "nobody waits")
	})
}
