package main

import (
	"math"
	"net/http"
	"strings"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// scenario is a mood of the simulated server.
type scenario struct {
	Name  string // in forms and tests
	Title string
	Says  string // what a visitor should expect, in a sentence or two

	adapt   func(*mastodontest.Settings)
	prepare func(*mastodontest.Server)
}

// inviteCode lets people in while registrations are closed.
const inviteCode = "LowTide8"

// visitor is where the browser of the demo's visitor calls from.
const visitor = "127.0.0.1"

var scenarios = []scenario{
	{
		Name: "open", Title: "Open",
		Says: "Anybody may sign up. The account works as soon as its address is confirmed.",
	},
	{
		Name: "approval", Title: "Approval",
		Says: "Moderators look at every account and want to know why people come. Approve or reject it on their page.",
		adapt: func(s *mastodontest.Settings) {
			s.Registrations, s.RequireReason = mastodontest.Approval, true
		},
	},
	{
		Name: "minimum-age", Title: "Minimum age",
		Says:  "People must be 16. The form asks for the date of birth.",
		adapt: func(s *mastodontest.Settings) { s.MinAge = 16 },
	},
	{
		Name: "wants", Title: "Wants something of its own",
		Says:  "The server requires what no other does, and tells only in its refusal. The form asks for it then.",
		adapt: func(s *mastodontest.Settings) { s.Wants = []mastodontest.Want{{Name: "favourite_pool"}} },
	},
	{
		Name: "closed", Title: "Closed",
		Says: "The server takes nobody now, and says so.",
		adapt: func(s *mastodontest.Settings) {
			s.Registrations = mastodontest.Closed
			s.ClosedMessage = "<p>We take new people again in spring, when the volunteers are back.</p>"
		},
	},
	{
		Name: "invite-only", Title: "Invite only",
		Says: "The server takes nobody, except with an invite. Open the invitation letter to have one.",
		adapt: func(s *mastodontest.Settings) {
			s.Registrations = mastodontest.Closed
			s.ClosedMessage = "<p>Ask a friend who is here already for an invite.</p>"
		},
		prepare: func(s *mastodontest.Server) {
			s.AddInvite(mastodontest.Invite{Code: inviteCode, BypassApproval: true})
		},
	},
	{
		Name: "throttled", Title: "Throttled",
		Says: "Somebody in your network has used up the five sign-ups of this half hour. The form says when to try again.",
		adapt: func(s *mastodontest.Settings) {
			// The half hours are those of the clock: one that is about to end is too short to be seen.
			const halfHour, enough = 30 * time.Minute, 5 * time.Minute
			if now := time.Now(); now.Add(enough).Truncate(halfHour).After(now) {
				s.Now = func() time.Time { return time.Now().Add(enough) }
			}
		},
		prepare: func(s *mastodontest.Server) {
			client := s.ClientAt(visitor)
			for range 5 {
				if answer, err := client.Post("http://localhost/api/v1/accounts", "", http.NoBody); err == nil {
					answer.Body.Close()
				}
			}
		},
	},
	{
		Name: "gotosocial", Title: "GoToSocial",
		Says: "Other software, which takes sign-ups on its own page only. The widget leads there.",
		adapt: func(s *mastodontest.Settings) {
			s.Software = mastodontest.GoToSocial
		},
	},
	{
		Name: "gotosocial-018", Title: "GoToSocial 0.18",
		Says: "An older version of it, which takes sign-ups from other sites. Passwords must be hard to guess, and moderators look at every account.",
		adapt: func(s *mastodontest.Settings) {
			s.Software, s.Version, s.RequireReason = mastodontest.GoToSocial, "0.18.3", true
		},
	},
	{
		Name: "akkoma", Title: "Akkoma with captcha",
		Says: "Other software, which wants a captcha solved, and hands out no token before the address is confirmed.",
		adapt: func(s *mastodontest.Settings) {
			s.Software, s.Captcha = mastodontest.Akkoma, true
		},
	},
	{
		Name: "slow", Title: "Slow",
		Says: "Every answer takes a second.",
		prepare: func(s *mastodontest.Server) {
			s.Fail(mastodontest.Fault{Times: math.MaxInt, Delay: time.Second})
		},
	},
	{
		Name: "broken", Title: "Broken",
		Says: "The server is down: something in front of it answers 503. Switch to another scenario and try again.",
		prepare: func(s *mastodontest.Server) {
			s.Fail(mastodontest.Fault{Times: math.MaxInt, Status: http.StatusServiceUnavailable, NoCORS: true,
				Body: "<h1>503 Service Unavailable</h1>"})
		},
	},
}

func findScenario(name string) (scenario, bool) {
	for _, s := range scenarios {
		if s.Name == name {
			return s, true
		}
	}
	return scenario{}, false
}

func scenarioNames() string {
	names := make([]string, len(scenarios))
	for i, s := range scenarios {
		names[i] = s.Name
	}
	return strings.Join(names, ", ")
}
