package main

import (
	"net/http"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

const accountsPath = "/api/v1/accounts"

// answers makes the next sign-up end with an answer.
func answers(status int, body string) func(*mastodontest.Server) {
	return func(s *mastodontest.Server) {
		s.Fail(mastodontest.Fault{Method: http.MethodPost, Path: accountsPath, Status: status, Body: body})
	}
}

var submitting = inPart("Submitting", []scene{
	{
		Name: "taken", Title: "The name is taken, and the address too", Screen: "form", Says: []string{"taken", "has an account with this address"},
		Steps: []step{signsUp("username", "marina", "email", "marina@example.org")},
	},
	{
		Name: "reserved", Title: "The name is reserved", Screen: "form", Says: []string{"is reserved on"},
		Steps: []step{signsUp("username", "moderator")},
	},
	{
		Name: "blocked-provider", Title: "The email provider is blocked", Screen: "form", Says: []string{"doesn't accept addresses"},
		Steps: []step{signsUp("email", "alice@throwaway.example")},
	},
	{
		Name: "unreachable-provider", Title: "The email provider cannot be reached", Screen: "form", Says: []string{"after the @"},
		Steps: []step{signsUp("email", "alice@nowhere.example")},
	},
	{
		Name: "wants", Title: "The server wants what no other does", Screen: "form", Says: []string{"Favourite pool", "This is required"},
		adapt: func(s *mastodontest.Settings) { s.Wants = []mastodontest.Want{{Name: "favourite_pool"}} },
		Steps: []step{signsUp()},
	},
	{
		Name: "too-young", Title: "Too young", Screen: "form", Says: []string{"at least 16 years old"},
		adapt: func(s *mastodontest.Settings) { s.MinAge = 16 },
		Steps: []step{signsUp("date_of_birth", "2020-01-31")},
	},
	{
		Name: "reason-after-all", Title: "A reason is wanted, though nothing said so", Screen: "form", Says: []string{"Why do you want to join?", "why you want to join"},
		adapt: func(s *mastodontest.Settings) { s.RequireReason = true },
		Steps: []step{signsUp()},
	},
	{
		Name: "unknown-problems", Title: "Unknown fields and codes", Screen: "form", Says: []string{"shoe size", "Is cursed"},
		prepare: answers(http.StatusUnprocessableEntity, `{"error":"Validation failed: Shoe size is wrong, Username is cursed","details":{"shoe_size":[{"error":"ERR_ODD","description":"the shoe size is wrong"}],"username":[{"error":"ERR_CURSED","description":"Is cursed"},{"error":"ERR_CURSED","description":"Is cursed"}]}}`),
		Steps:   []step{signsUp()},
	},
	{
		Name: "error-alone", Title: "A sentence and no details", Screen: "form", Says: []string{"the tide is too high"},
		prepare: answers(http.StatusUnprocessableEntity, `{"error":"Validation failed: the tide is too high"}`), Steps: []step{signsUp()},
	},
	{
		Name: "refused-without-words", Title: "Refused without a word", Screen: "form", Says: []string{"can't understand"},
		prepare: answers(http.StatusUnprocessableEntity, ``), Steps: []step{signsUp()},
	},
	{
		Name: "duplicate", Title: "Somebody was faster", Screen: "form", Says: []string{"It may have been you"},
		prepare: answers(http.StatusUnprocessableEntity, `{"error":"Duplicate record"}`), Steps: []step{signsUp()},
	},
	{
		Name: "fails", Title: "The server fails", Screen: "form", Says: []string{"Something went wrong on"},
		prepare: answers(http.StatusInternalServerError, `{"status":500,"error":"Internal Server Error"}`), Steps: []step{signsUp()},
	},
	{
		Name: "no-tries-left", Title: "No tries left", Screen: "form", Says: []string{"You can try again in"},
		prepare: func(s *mastodontest.Server) {
			client := s.ClientAt("127.0.0.1")
			for range 5 {
				if answer, err := client.Post("http://localhost"+accountsPath, "", http.NoBody); err == nil {
					answer.Body.Close()
				}
			}
		},
		Steps: []step{signsUp()},
	},
	{
		Name: "apps-throttled", Title: "Too many apps from this network", Screen: "form", Says: []string{"You can try again in"},
		prepare: func(s *mastodontest.Server) {
			client := s.ClientAt("127.0.0.1")
			for range 5 {
				if answer, err := client.Post("http://localhost/api/v1/apps", "", http.NoBody); err == nil {
					answer.Body.Close()
				}
			}
		},
		Steps: []step{signsUp()},
	},
	{
		Name: "lost-made", Title: "The answer was lost, the account was made", Screen: "form", Says: []string{"got lost", "most likely created"},
		prepare: func(s *mastodontest.Server) {
			s.Fail(mastodontest.Fault{Method: http.MethodPost, Path: accountsPath, Truncate: true})
		},
		Steps: []step{signsUp()},
	},
	{
		Name: "lost-unmade", Title: "The answer was lost, there is no account", Screen: "form", Says: []string{"got lost", "most likely no account was created"},
		// A browser itself sends again what breaks on a connection that was used before.
		prepare: fails(accountsPath, mastodontest.Fault{Method: http.MethodPost, Drop: true}),
		Steps:   []step{signsUp()},
	},
	{
		Name: "sso-only", Title: "Single sign-on that the server did not tell of", Screen: "form", Says: []string{"didn't accept this sign-up"},
		adapt: func(s *mastodontest.Settings) { s.SSOOnly = true }, Steps: []step{signsUp()},
	},
	{
		Name: "no-apps", Title: "The server takes no apps", Screen: "elsewhere", Says: []string{"doesn't let other sites"},
		prepare: fails("/api/v1/apps", mastodontest.Fault{Status: http.StatusForbidden, Body: `{"error":"This action is not allowed"}`}),
		Steps:   []step{signsUp()},
	},
	{
		Name: "patched-away", Title: "The server has no sign-up by API", Screen: "elsewhere", Says: []string{"doesn't accept sign-ups from other sites"},
		prepare: fails(accountsPath, mastodontest.Fault{Status: http.StatusNotFound, Body: `{"error":"Not Found"}`}),
		Steps:   []step{signsUp()},
	},
	{
		Name: "invite-used-up", Title: "The invite is used up", Screen: "form", Says: []string{"invite isn't valid"},
		adapt: closedTo, Attributes: map[string]string{"invite": inviteCode}, Steps: []step{signsUp()},
	},
	{
		Name: "captcha-wrong", Title: "The captcha is wrong", Screen: "form", Says: []string{"picture"},
		adapt: func(s *mastodontest.Settings) { s.Software, s.Captcha = mastodontest.Akkoma, true },
		Steps: []step{signsUp("captcha_solution", "wrong")},
	},
	{
		Name: "weak-password", Title: "GoToSocial: a password that is easy to guess", Screen: "form", Says: []string{"guess"},
		adapt: func(s *mastodontest.Settings) {
			s.Software, s.Version = mastodontest.GoToSocial, "0.18.3"
		},
		Steps: []step{signsUp("password", "password")},
	},
})
