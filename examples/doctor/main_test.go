package main

import (
	"context"
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write testdata anew")

// golden compares a text with a file.
func golden(t *testing.T, file, text string) {
	t.Helper()
	file = "testdata/" + file
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
	}
	wanted, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(wanted), text)
}

func community() *mastodontest.Server {
	return mastodontest.New(mastodontest.Settings{
		Title: "Example Social", Domain: "people.example.social", Registrations: mastodontest.Approval, RequireReason: true, MinAge: 16,
		Rules: []mastodontest.Rule{{Text: "Be kind"}},
		Terms: &mastodontest.Terms{EffectiveDate: "1999-01-01", HTML: "<p>Terms</p>"},
	})
}

func TestTheTable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { golden(t, "table.txt", lookAtOne(t, community()).stdout) })
}

func TestTheJSON(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // whose time stands in the form
		golden(t, "report.json", lookAtOne(t, community(), "--json").stdout)
	})
	closed := lookAtOne(t, mastodontest.New(mastodontest.Settings{Version: "4.2.0", Registrations: mastodontest.Closed}), "--json")
	report := closed.reports(t)[0]
	assert.Equal(t, VerdictNo, report.Verdict)
	assert.Equal(t, signup.ScreenClosed, report.Screen)
	assert.Equal(t, signup.CodeClosed, report.Problem.Code)
	assert.Contains(t, closed.stdout, `"fields": []`, "lists are never null")
}

func TestSeveralServersAreToldOfInTheOrderGiven(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := mastodontest.New(mastodontest.Settings{Version: "4.2.0", Registrations: mastodontest.Closed})
		slow.Fail(mastodontest.Fault{Delay: 5 * time.Second})
		quick := mastodontest.New(mastodontest.Settings{})
		servers := network{"slow.example": slow.Client().Transport, "quick.example": quick.Client().Transport}
		v := run(t.Context(), servers, nil, "slow.example", "@me@quick.example", "https://nowhere.example/about")
		assert.Equal(t, 3, v.code, "what could not be looked at wins")
		first, second, third := strings.Index(v.stdout, "slow.example isn't accepting"), strings.Index(v.stdout, "can sign up at quick.example with"), strings.Index(v.stdout, "verdict on nowhere.example")
		assert.True(t, 0 <= first && first < second && second < third, v.stdout)
		assert.Empty(t, v.stderr)

		v = run(t.Context(), servers, nil, "slow.example", "--json", "quick.example")
		assert.Equal(t, 1, v.code)
		reports := v.reports(t)
		require.Len(t, reports, 2)
		assert.Equal(t, "slow.example", reports[0].Server)
		assert.Equal(t, "quick.example", reports[1].Server)
	})
}

func TestManyServersAreLookedAtAFewAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		servers, names := network{}, []string{}
		for _, letter := range "abcdefghij" {
			server := mastodontest.New(mastodontest.Settings{})
			server.Fail(mastodontest.Fault{Delay: 10 * time.Second})
			name := string(letter) + ".example"
			servers[name], names = server.Client().Transport, append(names, name)
		}
		started := time.Now()
		assert.Equal(t, 0, run(t.Context(), servers, nil, names...).code)
		assert.Equal(t, 30*time.Second, time.Since(started), "three rounds of four")
	})
}

func TestWrongNamesAreRefusedBeforeAnythingIsAsked(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{})
	v := lookAtOne(t, server, "example", "192.0.2.1", "https://me:secret@example.org", "exa mple.org", "ftp://example.org", "")
	assert.Equal(t, 2, v.code)
	assert.Empty(t, v.stdout)
	assert.Equal(t, `doctor: "example" is not a server name: it has no dot
doctor: "192.0.2.1" is not a server name: it is an IP address, but servers have names
doctor: "https://me:secret@example.org" is not a server name: it holds a password
doctor: "exa mple.org" is not a server name: it has a character that no name has
doctor: "ftp://example.org" is not a server name: it is an address, but not of a web page
doctor: "" is not a server name: it is empty
`, v.stderr)
	assert.Empty(t, server.Requests())
}

func TestWrongUsageIsExplained(t *testing.T) {
	for _, args := range [][]string{{}, {"--json"}, {"--timeout", "0s", host}, {"--timeout", "soon", host}, {"--wrong", host}} {
		v := run(t.Context(), network{}, nil, args...)
		assert.Equal(t, 2, v.code, "%q", args)
		assert.Contains(t, v.stderr, "usage: doctor", "%q", args)
		assert.Empty(t, v.stdout, "%q", args)
	}
	v := run(t.Context(), network{}, nil, "--help")
	assert.Equal(t, 0, v.code)
	assert.Contains(t, v.stderr, "-register")
}

func TestASlowServerIsGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := mastodontest.New(mastodontest.Settings{})
		server.Fail(mastodontest.Fault{Delay: time.Hour, Times: mastodontest.Always})
		started := time.Now()
		v := lookAtOne(t, server, "--timeout", "4s")
		assert.Equal(t, 4*time.Second, time.Since(started))
		assert.Equal(t, 3, v.code)
		assert.Equal(t, "No verdict on example.social: no answer in time.", v.verdict())
		assert.Contains(t, v.stdout, "--timeout")
		assert.Contains(t, lookAtOne(t, server, "--json").stdout, `"detail": "timeout"`)

		v = lookAtOne(t, server, "--timeout", "2h") // longer than the widget waits
		assert.Equal(t, 3, v.code)
		assert.Equal(t, "No verdict on example.social: no answer in time.", v.verdict())
	})
}

func TestACallThatIsNotAnsweredInTimeIsNamed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := mastodontest.New(mastodontest.Settings{})
		server.Fail(mastodontest.Fault{Path: "/api/v1/accounts/verify_credentials", Delay: time.Hour})
		v := lookAtOne(t, server)
		assert.Equal(t, 3, v.code)
		assert.Equal(t, "No verdict on example.social: GET /api/v1/accounts/verify_credentials: no answer in time.", v.verdict())
	})
}

func TestProgressIsToldWhileItTakesLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := mastodontest.New(mastodontest.Settings{})
		server.Fail(mastodontest.Fault{Delay: 7 * time.Second})
		progress := time.NewTicker(patience)
		defer progress.Stop()
		v := run(t.Context(), network{"slow.example": server.Client().Transport, host: mastodontest.New(mastodontest.Settings{}).Client().Transport},
			progress.C, host, "slow.example", "--json")
		assert.Equal(t, strings.Repeat("doctor: 1 of 2 looked at, waiting for slow.example\n", 2), v.stderr)
		assert.True(t, json.Valid([]byte(v.stdout)), "progress stays out of what programs read")
	})
}

func TestAnInterruptEndsIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := mastodontest.New(mastodontest.Settings{})
		server.Fail(mastodontest.Fault{Delay: time.Hour})
		ctx, interrupt := context.WithCancel(t.Context())
		time.AfterFunc(time.Second, interrupt)
		v := run(ctx, network{host: server.Client().Transport}, nil, host)
		assert.Equal(t, visit{code: 130, stderr: "doctor: interrupted\n"}, v)
	})
}

func TestAStrangersTextsDoNotControlTheTerminal(t *testing.T) {
	v := lookAtOne(t, mastodontest.New(mastodontest.Settings{Version: "4.2.0", Registrations: mastodontest.Closed,
		ClosedMessage: "<p>No\x1b[2J\u202e\u009b31m\nnews " + strings.Repeat("long ", 100) + "</p>", ContactEmail: "a\x07@example.social"}))
	for _, control := range []string{"\x1b", "\u202e", "\u009b", "\x07"} {
		assert.NotContains(t, v.stdout, control)
	}
	assert.Contains(t, v.row("closed because"), "No[2J31m news long")
	assert.Less(t, len(v.row("closed because")), 250)
}

// created lists what may have made a server keep something.
func created(server *mastodontest.Server) (paths []string) {
	for _, r := range server.Requests() {
		if r.Method != http.MethodGet && r.Method != http.MethodOptions {
			paths = append(paths, r.Method+" "+r.Path)
		}
	}
	return paths
}

func TestOnlyRegisterMakesTheServerKeepSomething(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{})
	v := lookAtOne(t, server)
	assert.Empty(t, created(server))
	assert.Contains(t, v.stdout, "use --register")

	v = lookAtOne(t, server, "--register")
	assert.Equal(t, 0, v.code)
	assert.Equal(t, []string{"POST /api/v1/apps", "POST /oauth/token", "POST /api/v1/accounts"}, created(server))
	assert.JSONEq(t, `{"agreement":false,"lang":"en"}`, server.Received(http.MethodPost, "/api/v1/accounts")[0].Body)
	assert.Contains(t, v.stdout, "Registered an app there and got its token. Servers take five apps in ten minutes from one network.")
	assert.Equal(t, "an app allowed 200 exposed", v.row("POST /api/v1/apps"))
	assert.Equal(t, "the account allowed 422, preflight 200 exposed", v.row("POST /api/v1/accounts"))
	assert.NotContains(t, v.stdout, "use --register")
	assert.Empty(t, server.Users())
}

func TestRegisterTellsWhatBecameOfTheApp(t *testing.T) {
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		fault    mastodontest.Fault
		code     int
		verdict  string
		sentence string
	}{
		"refused": {fault: mastodontest.Fault{Path: "/api/v1/apps", Status: 403, Body: `{"error":"No apps here"}`}, code: 1,
			verdict:  "Not with the widget: example.social registers no app or gives it no token (No apps here).",
			sentence: "No app was registered: No apps here."},
		"no token": {fault: mastodontest.Fault{Path: "/oauth/token", Status: 401, Body: `{"error":"invalid_client"}`}, code: 1,
			verdict:  "Not with the widget: example.social registers no app or gives it no token (invalid_client).",
			sentence: "Registered an app there, but a page gets no token for it (invalid_client)."},
		"five already": {fault: mastodontest.Fault{Path: "/api/v1/apps", Status: 429, Body: `{"error":"Too many requests"}`}, code: 0,
			verdict:  "People can sign up at example.social with the widget.",
			sentence: "No app was registered: there were five in ten minutes from this network already."},
		"a failure": {fault: mastodontest.Fault{Path: "/api/v1/apps", Status: 500, Body: `{"error":"Internal Server Error"}`}, code: 3,
			verdict:  "No verdict on example.social: it failed to register an app.",
			sentence: "No app was registered: "},
		"unreadable": {fault: mastodontest.Fault{Path: "/api/v1/apps", NoCORS: true}, code: 1,
			verdict:  "Not with the widget: browsers keep pages from POST /api/v1/apps (no Access-Control-Allow-Origin).",
			sentence: "Registered an app there, but a page gets no token for it ("},
		"redirected": {fault: mastodontest.Fault{Path: "/api/v1/apps", Redirect: "/elsewhere"}, code: 1,
			verdict:  "Not with the widget: browsers keep pages from POST /api/v1/apps (it is redirected, which the widget follows for GET alone).",
			sentence: "No app was registered: "},
		"behind an invite": {settings: mastodontest.Settings{Registrations: mastodontest.Closed}, code: 1,
			verdict:  "People can sign up at example.social with the widget, but only with an invite.",
			sentence: "Registered an app there and got its token."},
	} {
		t.Run(name, func(t *testing.T) {
			server := mastodontest.New(c.settings)
			if c.fault.Path != "" {
				c.fault.Method = http.MethodPost
				server.Fail(c.fault)
			}
			v := lookAtOne(t, server, "--register")
			assert.Equal(t, c.code, v.code)
			assert.Equal(t, c.verdict, v.verdict())
			assert.Contains(t, v.stdout, c.sentence)
		})
	}

	t.Run("where there is no form", func(t *testing.T) {
		for _, settings := range []mastodontest.Settings{{Software: mastodontest.GoToSocial}, {Version: "4.2.0", Registrations: mastodontest.Closed}} {
			server := mastodontest.New(settings)
			v := lookAtOne(t, server, "--register")
			assert.Empty(t, created(server))
			assert.Contains(t, v.stdout, "No app was registered: visitors don't get to the form.")
		}
	})
}
