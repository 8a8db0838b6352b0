package main

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	leftOn    = "or the setting “require a reason” was left on"
	notTold   = "? Whether a reason is required"
	canJoin   = "People can sign up at example.social with the widget."
	staffLook = "People can sign up at example.social with the widget; its staff review every account."
	oneTry    = "It costs one of the five tries that this network has there in half an hour (4 left)."
	refuses   = "Not with the widget: example.social refuses every sign-up: closed by now, sign-in by another site only, or this network is blocked there."
)

// Documents are as old as Mastodon and the proxy before it let them get. The
// answer to an empty sign-up is not.
func TestAnEmptySignUpAsksTheServerInsteadOfItsDocuments(t *testing.T) {
	type settings = mastodontest.Settings
	for name, c := range map[string]struct {
		settings settings
		change   func(*settings) // in the minute before
		fault    mastodontest.Fault
		code     int
		verdict  string
		says     []string
		not      []string
	}{
		"as its documents say": {settings: settings{Registrations: mastodontest.Approval, RequireReason: true, MinAge: 16}, verdict: staffLook,
			says: []string{"is refused for what is required at this moment: email, password, username, reason, agreement, date of birth.", oneTry},
			not:  []string{"but its documents", notTold}},
		"a reason all the same": {settings: settings{RequireReason: true}, verdict: canJoin,
			says: []string{"required at this moment: email, password, username, reason, agreement.", "It requires a reason, but its documents ask for none: they may be old, " + leftOn}, not: []string{notTold}},
		"a reason since a moment ago": {settings: settings{Registrations: mastodontest.Approval}, change: func(s *settings) { s.RequireReason = true }, verdict: staffLook,
			says: []string{"It requires a reason, but its documents do not: they may be old."}, not: []string{leftOn}},
		"no reason any more": {settings: settings{Registrations: mastodontest.Approval, RequireReason: true}, change: func(s *settings) { s.RequireReason = false }, verdict: staffLook,
			says: []string{"It requires no reason, but its documents do: they may be old."}},
		"a reason that 4.3 does not tell": {settings: settings{Version: "4.3.23", Registrations: mastodontest.Approval, RequireReason: true}, verdict: staffLook,
			says: []string{"username, reason, agreement.", "a reason is asked, whether it is required is not told"}, not: []string{"but its documents", notTold}},
		"no reason, as 4.3 does not tell": {settings: settings{Version: "4.3.23", Registrations: mastodontest.Approval}, verdict: staffLook,
			says: []string{"required at this moment: email, password, username, agreement."}, not: []string{"but its documents", notTold}},
		"an age since a moment ago": {change: func(s *settings) { s.MinAge = 16 }, verdict: canJoin,
			says: []string{"agreement, date of birth.", "It requires a date of birth, but its documents do not: they may be old.", "Look again in a quarter of an hour"}},
		"no age any more": {settings: settings{MinAge: 16}, change: func(s *settings) { s.MinAge = 0 }, verdict: canJoin,
			says: []string{"It requires no date of birth, but its documents do: they may be old."}},
		"just opened": {settings: settings{Registrations: mastodontest.Closed}, change: func(s *settings) { s.Registrations = mastodontest.Open }, code: 1,
			verdict: "People can sign up at example.social with the widget, but only with an invite.",
			says:    []string{"It takes new people, but its documents say that it is closed: they may be old."}},
		"closed": {settings: settings{Registrations: mastodontest.Closed}, code: 1,
			verdict: "People can sign up at example.social with the widget, but only with an invite.",
			says:    []string{"is refused: it takes nobody without an invite.", "? What it requires of invited people", oneTry}, not: []string{"they may be old"}},
		"just closed":        {change: func(s *settings) { s.Registrations = mastodontest.Closed }, code: 1, verdict: refuses, says: []string{"Its documents say that it is open: they may be old", "and from another network", oneTry}},
		"single sign-on":     {settings: settings{SSOOnly: true}, code: 1, verdict: refuses, says: []string{"is refused whatever is in it", "silent on a sign-in by another site"}},
		"a blocked network":  {settings: settings{BlockedIPs: []string{"192.0.2.0/24"}}, code: 1, verdict: refuses, says: []string{"is refused whatever is in it"}},
		"blocked by a 4.2":   {settings: settings{Version: "4.2.0", BlockedIPs: []string{"192.0.2.0/24"}}, code: 1, verdict: refuses},
		"one that has words": {settings: settings{Version: "3.3.0", RequireReason: true}, verdict: canJoin, says: []string{"is refused (422): Validation failed: ", "Reason can't be blank", notTold}},
		"five tries already": {fault: mastodontest.Fault{Status: 429, Body: `{"error":"Too many requests"}`}, verdict: canJoin,
			says: []string{"was not looked at: this network has already used its five tries."}, not: []string{"It costs"}},
		"a failure": {fault: mastodontest.Fault{Status: 500, Body: `{"error":"Internal Server Error"}`}, code: 3,
			verdict: "No verdict on example.social: it failed on an empty sign-up.", says: []string{"is refused (500): Internal Server Error"}},
		"a wall": {fault: mastodontest.Fault{Status: 403, Body: "<h1>Access denied</h1>"}, code: 1,
			verdict: "Not with the widget: example.social answers sign-ups unlike any Mastodon server (403).", says: []string{"is refused (403)."}},
		"anything goes": {fault: mastodontest.Fault{Status: 200, Body: `{"access_token":"t"}`}, code: 1,
			verdict: "Not with the widget: example.social answers sign-ups unlike any Mastodon server (200).", says: []string{"was accepted, which no Mastodon server does"}},
		"what pages cannot read": {fault: mastodontest.Fault{NoCORS: true}, code: 1,
			verdict: "Not with the widget: browsers keep pages from POST /api/v1/accounts (no Access-Control-Allow-Origin).", says: []string{"got no answer that a page can read."}},
		"a broken connection": {fault: mastodontest.Fault{Drop: true}, code: 3,
			verdict: "No verdict on example.social: POST /api/v1/accounts: no answer: connection reset by peer."},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c.settings.Lag, c.settings.Nginx = true, true
				server := mastodontest.New(c.settings)
				if c.change != nil {
					lookAtOne(t, server)
					time.Sleep(time.Minute)
					server.Update(c.change)
				}
				if c.fault != (mastodontest.Fault{}) {
					c.fault.Method, c.fault.Path = http.MethodPost, "/api/v1/accounts"
					server.Fail(c.fault)
				}
				v := lookAtOne(t, server, "--register")
				assert.Equal(t, c.code, v.code)
				assert.Equal(t, c.verdict, v.verdict())
				for _, text := range c.says {
					assert.Contains(t, v.stdout, text)
				}
				_, told, _ := strings.Cut(v.stdout, "An empty sign-up")
				for _, text := range c.not {
					assert.NotContains(t, told, text)
				}
				assert.Empty(t, server.Users())
				assert.Len(t, server.Received(http.MethodPost, "/api/v1/accounts"), 1)
			})
		})
	}
}

func TestTheAnswerToAnEmptySignUpIsInTheReport(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := mastodontest.New(mastodontest.Settings{Lag: true, Nginx: true})
		lookAtOne(t, server)
		server.Update(func(s *mastodontest.Settings) { s.MinAge = 16 })
		report := lookAtOne(t, server, "--register", "--json").reports(t)[0]
		left := 4
		assert.Equal(t, []string{"It requires a date of birth, but its documents do not: they may be old."}, report.Register.SignUp.Differs)
		assert.Equal(t, []string{"email", "password", "username", "agreement", "date_of_birth"}, report.Register.SignUp.Required)
		assert.Equal(t, &left, report.Register.SignUp.TriesLeft)

		time.Sleep(9 * time.Minute)
		report = lookAtOne(t, server, "--register", "--json").reports(t)[0]
		assert.Equal(t, 16, report.Facts.MinAge, "by now its documents say so as well")
		assert.Empty(t, report.Register.SignUp.Differs)
	})
}

// Neither makes an account of an empty sign-up, but both refuse it in the same
// words whether they are open or closed, with a reason or without.
func TestNoEmptySignUpIsSentWhereItTellsNothing(t *testing.T) {
	for name, settings := range map[string]mastodontest.Settings{
		"GoToSocial": {Software: mastodontest.GoToSocial, Version: "0.18.3"}, "Akkoma": {Software: mastodontest.Akkoma},
		"Akkoma without mails": {Software: mastodontest.Akkoma, ConfirmationOff: true}, "Pleroma": {Software: mastodontest.Pleroma},
	} {
		t.Run(name, func(t *testing.T) {
			server := mastodontest.New(settings)
			v := lookAtOne(t, server, "--register")
			assert.Equal(t, 0, v.code)
			assert.Equal(t, []string{"POST /api/v1/apps", "POST /oauth/token"}, created(server))
			assert.Contains(t, v.stdout, "No empty sign-up was sent: it would be refused for the missing username, whatever else is required.")

			settings.RequireReason = true
			open := refusalOfNothing(t, settings)
			settings.Registrations = mastodontest.Closed
			assert.Equal(t, open, refusalOfNothing(t, settings))
			assert.Contains(t, open, "sername")
		})
	}
}

// refusalOfNothing is what a server answers to an empty sign-up.
func refusalOfNothing(t *testing.T, settings mastodontest.Settings) string {
	t.Helper()
	server := mastodontest.New(settings)
	at, err := mastodon.ParseServer(host)
	require.NoError(t, err)
	client := mastodon.NewClient(at, nethttp.New(server.Client()))
	app, err := client.RegisterApp(t.Context(), mastodon.AppRegistration{Name: "x", RedirectURI: origin + "/", Scopes: "write:accounts"})
	require.NoError(t, err)
	token, err := client.AppToken(t.Context(), app, "write:accounts")
	require.NoError(t, err)
	_, err = client.CreateAccount(t.Context(), token.AccessToken, mastodon.Registration{})
	assert.Empty(t, server.Users())
	require.Error(t, err)
	return err.Error()
}

func TestWhatCannotBeKnownIsSaid(t *testing.T) {
	const lag, waits = "How old its documents are: ", "Who has to wait for its staff all the same: a mail domain, a network or a name may need approval."
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		unknown  []string // how each line begins
	}{
		"open":                {mastodontest.Settings{}, []string{"Whether a reason is required all the same: its documents say so only while staff approve.", waits, lag}},
		"approval":            {mastodontest.Settings{Registrations: mastodontest.Approval}, []string{lag}},
		"approval before 4.4": {mastodontest.Settings{Version: "4.3.23", Registrations: mastodontest.Approval}, []string{"Whether a reason is required: before Mastodon 4.4 no document says.", lag}},
		"with an invite":      {mastodontest.Settings{Registrations: mastodontest.Closed}, []string{"What it requires of invited people: ", lag}},
		"closed":              {mastodontest.Settings{Version: "4.2.0", Registrations: mastodontest.Closed}, []string{lag}},
		"GoToSocial": {mastodontest.Settings{Software: mastodontest.GoToSocial, Version: "0.18.3", Registrations: mastodontest.Approval, RequireReason: true},
			[]string{"Whether a reason is required: its documents do not say, and an empty sign-up is refused before that is looked at. By default it is."}},
		"Akkoma":   {mastodontest.Settings{Software: mastodontest.Akkoma, Registrations: mastodontest.Approval}, []string{}},
		"PeerTube": {mastodontest.Settings{Software: "peertube"}, []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			server := mastodontest.New(c.settings)
			report := lookAtOne(t, server, "--json").reports(t)[0]
			require.Len(t, report.Unknown, len(c.unknown))
			for i, begin := range c.unknown {
				assert.True(t, strings.HasPrefix(report.Unknown[i], begin), report.Unknown[i])
				assert.Contains(t, lookAtOne(t, server).stdout, "  ? "+begin)
			}
		})
	}
}
