package signup_test

import (
	"slices"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Anybody can write another's name into an instance document. One above or
// below the server's own need not be in the same hands either: many people have
// one below masto.host, github.io or co.uk.
func TestHandlesAreOfADomainOnlyIfThatSaysSoToo(t *testing.T) {
	for _, names := range []struct{ at, claimed string }{
		{"example.social", "handles.example"},
		{"tenant.masto.host", "masto.host"},
		{"town.example", "social.town.example"},
	} {
		handlesOf(t, names.at, names.claimed)
	}
}

func handlesOf(t *testing.T, at, claimed string) {
	type settings = mastodontest.Settings
	for name, c := range map[string]struct {
		domain settings
		fault  mastodontest.Fault
		handle string
		most   int // requests to the domain
	}{
		"by host-meta":            {settings{AccountsAt: "https://" + at}, mastodontest.Fault{}, claimed, 1},
		"by WebFinger":            {settings{AccountsAt: "https://" + at}, mastodontest.Fault{Path: "/.well-known/host-meta", Status: 404}, claimed, 2},
		"by a redirect":           {settings{}, mastodontest.Fault{Path: "/.well-known/host-meta", Redirect: "https://" + at + "/.well-known/host-meta"}, claimed, 2},
		"of another server":       {settings{AccountsAt: "https://other.social"}, mastodontest.Fault{}, at, 1},
		"of itself":               {settings{}, mastodontest.Fault{}, at, 2},
		"of none":                 {settings{}, mastodontest.Fault{Status: 404, Times: mastodontest.Always}, at, 2},
		"not to pages":            {settings{AccountsAt: "https://" + at}, mastodontest.Fault{NoCORS: true, Times: mastodontest.Always}, at, 2},
		"not before it is tired":  {settings{AccountsAt: "https://" + at}, mastodontest.Fault{Delay: time.Hour, Times: mastodontest.Always}, at, 2},
		"but not by an open door": {settings{AccountsAt: "https://" + at}, mastodontest.Fault{Path: "/.well-known/*", Redirect: "https://" + claimed + "/", Times: mastodontest.Always}, at, 4},
	} {
		t.Run(claimed+" "+name, func(t *testing.T) {
			site := mastodontest.New(c.domain)
			journey(t, settings{Domain: claimed}, func(config *signup.Config) {
				if c.fault != (mastodontest.Fault{}) {
					site.Fail(c.fault)
				}
				config.Doer = browser(routed(config.Doer, map[string]*mastodontest.Server{claimed: site}))
			}, func(v *visitor) {
				began := time.Now()
				require.NoError(v, v.flow.Open(v.Context(), at))
				now := v.flow.Snapshot()
				require.Equal(v, signup.ScreenForm, now.Screen)
				assert.LessOrEqual(v, time.Since(began), 5*time.Second)
				assert.LessOrEqual(v, len(site.Requests()), c.most)
				assert.Equal(v, at, now.Server.Host)
				assert.Equal(v, c.handle, now.Server.Domain)
				assert.Equal(v, "https://"+at+"/auth/sign_in", now.Server.SignInURL)
				require.NoError(v, v.flow.Submit(v.Context(), values()))
				assert.Equal(v, "@alice@"+c.handle, v.flow.Snapshot().Account.Handle)
			})
		})
	}
}

func TestADomainThatLeadsToItsServerIsNotAskedAgain(t *testing.T) {
	journey(t, mastodontest.Settings{Domain: "handles.example"}, func(c *signup.Config) {
		site := mastodontest.New(mastodontest.Settings{AccountsAt: "https://" + host})
		c.Doer = hosts(c.Doer, map[string]*mastodontest.Server{"handles.example": site})
		t.Cleanup(func() {
			asked := slices.DeleteFunc(site.Requests(), func(r mastodontest.Request) bool { return r.Path != "/.well-known/host-meta" })
			assert.Len(t, asked, 1)
		})
	}, func(v *visitor) {
		require.NoError(v, v.flow.Open(v.Context(), "handles.example"))
		assert.Equal(v, "handles.example", v.flow.Snapshot().Server.Domain)
		assert.Equal(v, host, v.flow.Snapshot().Server.Host)
	})
}

func TestAServersOwnNameCostsNoRequest(t *testing.T) {
	for _, domain := range []string{"", host, "social", "bank.example\u202e"} {
		journey(t, mastodontest.Settings{Domain: domain}, nil, func(v *visitor) {
			v.open()
			assert.Len(v, v.server.Requests(), 1, domain)
		})
	}
}

func TestWhatAServerSaysOfItselfStaysInItsPlace(t *testing.T) {
	const rlo = "\u202e"
	document := `{"domain":"bank.example` + rlo + `","title":"Town\n` + rlo + `\u0007Bank","version":"4.5.0` + rlo + `\n","description":"a` + rlo + `b",
	 "source_url":"https://github.com/mastodon/mastodon","registrations":{"enabled":true},"contact":{"email":"a@bank.example, b@c.example"},
	 "thumbnail":{"url":"https://x.example/\n"},"icon":[{"src":"https://x.example/\u0000","size":"96x96"}],
	 "configuration":{"urls":{"about":"https://x.example/ about","privacy_policy":"https://x.example/privacy"}},
	 "rules":[{"id":"1\n` + rlo + `","text":"Be ` + rlo + `kind\n\n\nto all","hint":"\u0000","translations":{"de":{"text":"Sei` + rlo + ` nett","hint":""}}}]}`
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.server.Fail(mastodontest.Fault{Path: v2Path, Status: 200, Body: document})
		now := v.open()
		require.Equal(v, signup.ScreenForm, now.Screen)
		assert.Equal(v, host, now.Server.Domain)
		assert.Equal(v, "Town Bank", now.Server.Title)
		assert.Equal(v, "4.5.0", now.Server.Version)
		assert.Equal(v, "ab", now.Server.Description)
		assert.Empty(v, now.Server.ContactEmail)
		assert.Empty(v, now.Server.Icon)
		assert.Equal(v, []signup.Rule{{ID: "1", Text: "Be kind\n\nto all", Translations: map[string]signup.RuleText{"de": {Text: "Sei nett"}}}}, now.Rules)
		assert.Equal(v, []signup.Document{{Kind: signup.DocumentKindPrivacyPolicy, URL: "https://x.example/privacy", Agreed: true}}, now.Documents)

		v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 422, Body: `{"error":"a` + rlo + `b","details":{"use` + rlo + `rname":[{"error":"ERR_` + rlo + `TAKEN","description":"is` + rlo + ` taken"}]}}`})
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, "username", failed.Fields[0].Field)
		assert.Equal(v, signup.FieldCodeTaken, failed.Fields[0].Code)
		assert.Equal(v, "is taken", failed.Fields[0].Message)
	})
	journey(t, mastodontest.Settings{Software: "misskey"}, nil, func(v *visitor) {
		v.server.Fail(mastodontest.Fault{Path: "/nodeinfo/2.0", Status: 200, Body: `{"software":{"name":"Miss` + rlo + `key \"x\"","version":"1` + rlo + `\n2"}}`})
		now := v.open()
		assert.Equal(v, []string{"misskey-x", "Misskey-x", "1 2"}, []string{now.Server.Software, now.Server.SoftwareTitle, now.Server.Version})
	})
}
