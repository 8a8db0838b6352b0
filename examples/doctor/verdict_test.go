package main

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryKindOfServerGetsItsVerdict(t *testing.T) {
	type settings = mastodontest.Settings
	const canSignUp = "People can sign up at example.social with the widget"
	for name, c := range map[string]struct {
		settings settings
		code     int
		verdict  string
		rows     map[string]string // of the table, by their names
		next     string            // a part of it
	}{
		"open": {code: 0, verdict: canSignUp + ".",
			rows: map[string]string{"the widget shows": "the form", "the form asks": "username, email, password, agreement",
				"software": "Mastodon 4.5.15", "open": "yes", "approval": "no", "age": "not asked", "single sign-on": "none announced", "username check": "yes",
				"privacy policy": "in place: https://example.social/privacy-policy", "about": "in place: https://example.social/about"},
			next: `Put this on your page: <fedi-signup server="example.social"></fedi-signup>`},
		"open, an old one": {settings: settings{Version: "4.2.0", NoInvites: true}, code: 0, verdict: canSignUp + ".",
			rows: map[string]string{"software": "Mastodon 4.2.0", "invites": "not with the widget; not everyone there may invite",
				"POST /oauth/revoke": "(token given back) blocked: no Access-Control-Allow-Origin preflight 200"}},
		"open, a very old one": {settings: settings{Version: "3.4.0"}, code: 0, verdict: canSignUp + ".",
			rows: map[string]string{"software": "Mastodon 3.4.0", "privacy policy": "by a link: https://example.social/terms", "about": "by a link: https://example.social/about/more",
				"GET /api/v2/instance": "the terms allowed 404 none", "GET /api/v1/instance": "the terms, older allowed 200 exposed"}},
		"open, the newest": {settings: settings{Version: "4.6.0"}, code: 0, verdict: canSignUp + ".", rows: map[string]string{"software": "Mastodon 4.6.0"}},
		"approval with a reason": {settings: settings{Registrations: mastodontest.Approval, RequireReason: true}, code: 0, verdict: canSignUp + "; its staff review every account.",
			rows: map[string]string{"approval": "staff review every account, a reason is required", "the form asks": "username, email, password, reason, agreement"}},
		"approval, reason optional": {settings: settings{Registrations: mastodontest.Approval}, code: 0, verdict: canSignUp + "; its staff review every account.",
			rows: map[string]string{"approval": "staff review every account, a reason is optional", "the form asks": "username, email, password, reason (optional), agreement"}},
		"minimum age": {settings: settings{MinAge: 16}, code: 0, verdict: canSignUp + ".",
			rows: map[string]string{"age": "at least 16, the date of birth is asked", "the form asks": "username, email, password, date of birth, agreement"}},
		"limited federation": {settings: settings{LimitedFederation: true}, code: 0, verdict: canSignUp + ".",
			rows: map[string]string{"limited federation": "yes: it tells little to people without an account", "username check": "no", "privacy policy": "by a link: https://example.social/privacy-policy"}},
		"rules and terms": {settings: settings{Rules: []mastodontest.Rule{{Text: "Be kind"}, {Text: "Stay"}}, Terms: &mastodontest.Terms{EffectiveDate: "2026-01-01", HTML: "<p>Terms</p>"}}, code: 0, verdict: canSignUp + ".",
			rows: map[string]string{"rules": "2", "terms of service": "in place: https://example.social/terms-of-service"}},
		"handles of another domain": {settings: settings{Domain: "people.example.social"}, code: 0, verdict: canSignUp + ".",
			rows: map[string]string{"handles": "@…@people.example.social, the API is at example.social"}},
		"closed": {settings: settings{Version: "4.2.0", Registrations: mastodontest.Closed, ClosedMessage: "<p>Ask <b>us</b> &amp; wait</p>"}, code: 1,
			verdict: "Not with the widget: example.social isn't accepting new sign-ups.", rows: map[string]string{"open": "no", "closed because": "Ask us & wait"},
			next: "From Mastodon 4.3 on, the widget accepts invites"},
		"closed, and takes no invites": {settings: settings{Software: mastodontest.GoToSocial, Version: "0.18.3", Registrations: mastodontest.Closed}, code: 1,
			verdict: "Not with the widget: example.social isn't accepting new sign-ups.", next: "Only its staff (staff@example.social) can open it."},
		"closed, but for invites": {settings: settings{Registrations: mastodontest.Closed}, code: 1, verdict: canSignUp + ", but only with an invite.",
			rows: map[string]string{"invites": "with the widget; anyone there may invite", "open": "no", "with an invite it asks": "username, email, password, invite code, agreement"},
			next: `With an invite, put this on your page: <fedi-signup server="example.social" invite="CODE"></fedi-signup>`},
		"single sign-on": {settings: settings{SSOURL: "https://sso.example/new"}, code: 1, verdict: "Not with the widget: example.social has people sign up at https://sso.example/new.",
			rows: map[string]string{"single sign-on": "https://sso.example/new", "open": "yes"}, next: "links to https://sso.example/new"},
		"GoToSocial, when it took apps": {settings: settings{Software: mastodontest.GoToSocial, Version: "0.18.3"}, code: 0, verdict: canSignUp + "; its staff review every account.",
			rows: map[string]string{"software": "GoToSocial 0.18.3", "captcha": "none", "username check": "yes"}},
		"GoToSocial": {settings: settings{Software: mastodontest.GoToSocial, Version: "0.19.2"}, code: 1, verdict: "Not with the widget: GoToSocial 0.19.2 has no sign-up API that the widget knows.",
			rows: map[string]string{"software": "GoToSocial 0.19.2", "captcha": "none", "invites": "not with the widget; not everyone there may invite"}, next: "links to https://example.social/signup"},
		"Akkoma": {settings: settings{Software: mastodontest.Akkoma, Captcha: true}, code: 0, verdict: canSignUp + ".",
			rows: map[string]string{"software": "Akkoma 3.16.0", "captcha": "in the form", "the form asks": "username, email, password, captcha solution, agreement",
				"GET /api/v1/pleroma/captcha": "(the captcha) allowed 200 none"}},
		"Akkoma, closed": {settings: settings{Software: mastodontest.Akkoma, Registrations: mastodontest.Closed}, code: 1, verdict: canSignUp + ", but only with an invite.",
			rows: map[string]string{"invites": "with the widget", "POST /api/v1/pleroma/accounts/confirmation_resend": "(the email again) allowed preflight 204"}},
		"Akkoma with a captcha that cannot be had": {settings: settings{Software: mastodontest.Akkoma, Captcha: true, CaptchaBroken: true}, code: 1,
			verdict: "Not with the widget: example.social wants a captcha solved on its own page.",
			rows:    map[string]string{"captcha": "on the server's own page"}, next: "links to https://example.social/registration"},
		"Akkoma without a captcha": {settings: settings{Software: mastodontest.Akkoma}, code: 0, verdict: canSignUp + ".", rows: map[string]string{"captcha": "none"}},
		"Pleroma":                  {settings: settings{Software: mastodontest.Pleroma}, code: 0, verdict: canSignUp + ".", rows: map[string]string{"software": "Pleroma 2.5.0"}},
		"Friendica":                {settings: settings{Software: mastodontest.Friendica, Version: "2024.12"}, code: 1, verdict: "Not with the widget: Friendica 2024.12 has no sign-up API that the widget knows."},
		"Mitra":                    {settings: settings{Software: mastodontest.Mitra, Version: "5.10.0"}, code: 1, verdict: "Not with the widget: Mitra 5.10.0 has no sign-up API that the widget knows."},
		"Pixelfed, which browsers cannot read": {settings: settings{Software: mastodontest.Pixelfed, Version: "0.11.13"}, code: 1, verdict: "Not with the widget: Pixelfed 0.11.13 has no sign-up API that the widget knows.",
			rows: map[string]string{"software": "Pixelfed 0.11.13"}},
		"software that nodeinfo alone names": {settings: settings{Software: "peertube", Version: "6.1.0"}, code: 1, verdict: "Not with the widget: PeerTube 6.1.0 has no sign-up API that the widget knows.",
			rows: map[string]string{"software": "PeerTube 6.1.0", "open": "yes"}},
	} {
		t.Run(name, func(t *testing.T) {
			server := mastodontest.New(c.settings)
			v := lookAtOne(t, server)
			assert.Equal(t, c.code, v.code)
			assert.Equal(t, c.verdict, v.verdict())
			assert.Empty(t, v.stderr)
			for name, row := range c.rows {
				assert.Equal(t, row, v.row(name), name)
			}
			assert.Contains(t, v.stdout, c.next)
			for _, r := range server.Requests() {
				assert.Contains(t, []string{http.MethodGet, http.MethodOptions}, r.Method, "%s %s may create something", r.Method, r.Path)
			}
		})
	}
}

// The doctor says what the widget does: a flow in a page comes to the same
// screen, problem and fields.
func TestTheReportIsWhatAVisitorComesTo(t *testing.T) {
	for _, settings := range []mastodontest.Settings{
		{Registrations: mastodontest.Approval, MinAge: 13}, {Version: "4.2.0", Registrations: mastodontest.Closed},
		{SSOURL: "https://sso.example/new"}, {Software: mastodontest.GoToSocial}, {Software: mastodontest.Akkoma, Captcha: true}, {Software: mastodontest.Friendica},
	} {
		server := mastodontest.New(settings)
		flow := signup.New(signup.Config{Doer: newPage(server.Client().Transport)})
		defer flow.Close()
		_ = flow.Open(t.Context(), host)
		wanted := flow.Snapshot()
		got := lookAtOne(t, server, "--json").reports(t)[0]
		assert.Equal(t, wanted.Screen, got.Screen)
		assert.Equal(t, wanted.Problem, got.Problem)
		assert.Equal(t, wanted.Fields, got.Fields)
	}
}

func TestAServerThatCannotBeReachedIsSaidToBe(t *testing.T) {
	for name, c := range map[string]struct {
		fault   mastodontest.Fault
		verdict string
		next    string
	}{
		"the proxy's 502":  {mastodontest.ProxyDown(), "the server failed", "Look again later."},
		"a 500":            {mastodontest.Fault{Status: 500, Body: `{"error":"Internal Server Error"}`}, "the server failed", "Look again later."},
		"too many calls":   {mastodontest.Fault{Status: 429, Body: `{"error":"Too many requests"}`}, "it accepts no more calls from this network for a while", "Look again later."},
		"a bot challenge":  {mastodontest.BotChallenge(), "a firewall or a challenge for bots answers in its place", "look at it with a browser as well"},
		"no answer":        {mastodontest.Fault{Drop: true}, "no answer: connection reset by peer", "Look again later."},
		"redirect circles": {mastodontest.Fault{Redirect: mastodontest.Itself}, "it redirects in circles", "Look again later."},
	} {
		t.Run(name, func(t *testing.T) {
			server := mastodontest.New(mastodontest.Settings{})
			c.fault.Times = mastodontest.Always
			server.Fail(c.fault)
			v := lookAtOne(t, server)
			assert.Equal(t, 3, v.code)
			assert.Equal(t, "No verdict on example.social: "+c.verdict+".", v.verdict())
			assert.Contains(t, v.stdout, c.next)
			assert.NotContains(t, v.stdout, "GET /api/v1/accounts", "what does not answer is left alone")
		})
	}

	t.Run("a blocked network", func(t *testing.T) {
		v := lookAtOne(t, mastodontest.New(mastodontest.Settings{DeniedIPs: []string{"192.0.2.1"}}))
		assert.Equal(t, 3, v.code)
		assert.Equal(t, "No verdict on example.social: a firewall or a challenge for bots answers in its place.", v.verdict())
	})
	t.Run("unknown name", func(t *testing.T) {
		v := run(t.Context(), network{}, nil, "nowhere.example")
		assert.Equal(t, 3, v.code)
		assert.Equal(t, "No verdict on nowhere.example: there is no server of this name (DNS).", v.verdict())
		assert.Contains(t, v.stdout, "→ Is the name right?")
	})
	t.Run("nobody listens", func(t *testing.T) {
		server := httptest.NewServer(nil)
		server.Close()
		v := run(t.Context(), http.DefaultTransport, nil, server.URL)
		assert.Equal(t, 3, v.code)
		assert.Contains(t, v.verdict(), ": nothing is listening there.")
	})
	t.Run("a certificate of its own", func(t *testing.T) {
		server := httptest.NewUnstartedServer(mastodontest.New(mastodontest.Settings{}))
		server.Config.ErrorLog = log.New(io.Discard, "", 0)
		server.StartTLS()
		defer server.Close()
		v := run(t.Context(), http.DefaultTransport, nil, server.URL)
		assert.Equal(t, 3, v.code)
		assert.Contains(t, v.verdict(), "its certificate or encryption is bad: ")
		assert.Contains(t, v.verdict(), "x509")
		assert.Contains(t, v.stdout, "→ Browsers refuse it too")
	})
}

func TestAServerOnThisMachineIsNamedWithItsScheme(t *testing.T) {
	server := mastodontest.Start(t, mastodontest.Settings{})
	v := run(t.Context(), http.DefaultTransport, nil, server.URL+"/about")
	assert.Equal(t, 0, v.code)
	assert.Contains(t, v.stdout, `<fedi-signup server="`+server.URL+`"></fedi-signup>`)
}

func TestAWebSiteIsNoServer(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/.well-known/nodeinfo" {
			http.NotFound(w, r)
		}
		_, _ = w.Write([]byte("<h1>My holidays</h1>"))
	}))
	defer site.Close()
	v := run(t.Context(), http.DefaultTransport, nil, site.URL)
	assert.Equal(t, 1, v.code)
	assert.True(t, strings.HasPrefix(v.verdict(), "Not with the widget: "), v.verdict())
	assert.Contains(t, v.stdout, "→ Is it a Mastodon-compatible server?")
}

func TestTheServerBehindADomainOfHandlesIsFound(t *testing.T) {
	behind := mastodontest.New(mastodontest.Settings{Domain: "example.org"})
	domain := mastodontest.New(mastodontest.Settings{AccountsAt: "https://example.social"})
	servers := network{"example.org": domain.Client().Transport, host: behind.Client().Transport}
	v := run(t.Context(), servers, nil, "example.org")
	assert.Equal(t, 0, v.code)
	assert.Equal(t, "People can sign up at example.org with the widget.", v.verdict())
	assert.Equal(t, "@…@example.org, the API is at example.social", v.row("handles"))
	assert.Equal(t, "(the server) allowed 200 none", v.row("GET example.org/.well-known/host-meta"))
	assert.Equal(t, "the account allowed preflight 200", v.row("POST /api/v1/accounts"))
	assert.NotContains(t, v.stdout, "Ask its staff", "the domain need not answer for the server")

	domain.Fail(mastodontest.Fault{NoCORS: true, Times: mastodontest.Always})
	v = run(t.Context(), servers, nil, "example.org")
	assert.Equal(t, 1, v.code)
	assert.Equal(t, "Not with the widget: browsers keep pages from finding the server behind example.org (no Access-Control-Allow-Origin).", v.verdict())
	assert.Contains(t, v.stdout, `Name the server itself, and look at it as well: <fedi-signup server="example.social"></fedi-signup>`)
}

func TestADomainThatAServerOnlyClaimsIsToldSo(t *testing.T) {
	impostor := mastodontest.New(mastodontest.Settings{Domain: "example.org"})
	other := mastodontest.New(mastodontest.Settings{})
	v := run(t.Context(), network{"example.org": other.Client().Transport, host: impostor.Client().Transport}, nil, host)
	assert.Equal(t, 0, v.code)
	assert.Equal(t, "@…@example.social, not @…@example.org: that domain does not lead to this server", v.row("handles"))
}

func TestAServerElsewhereIsFound(t *testing.T) {
	behind := mastodontest.New(mastodontest.Settings{Domain: "example.org"})
	front := proxy{mastodontest.New(mastodontest.Settings{}).Client().Transport, func(r *http.Request, response *http.Response) {
		response.StatusCode = http.StatusMovedPermanently
		response.Header.Set("Location", "https://example.social"+r.URL.Path)
	}}
	v := run(t.Context(), network{"example.org": front, host: behind.Client().Transport}, nil, "--json", "example.org")
	require.Equal(t, 0, v.code, v.stdout)
	report := v.reports(t)[0]
	assert.Equal(t, "example.org", report.Server)
	assert.Equal(t, host, report.Facts.API)
	assert.Equal(t, "example.org", report.Facts.Domain)
	assert.NotEmpty(t, behind.Received(http.MethodOptions, "/api/v1/accounts"), "the calls are tried where they will go")
}
