package main

import (
	"net/http"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

func approvalMode(s *mastodontest.Settings) { s.Registrations = mastodontest.Approval }

func akkoma(s *mastodontest.Settings) { s.Software = mastodontest.Akkoma }

var after = inPart("After", []scene{
	{Name: "confirm", Title: "Check your email", Screen: "confirm", Says: []string{"alice@example.org", "Check now"}, Steps: []step{signsUp()}},
	{
		Name: "web-mail", Title: "Check your email, at a provider with web mail", Screen: "confirm", Says: []string{"Open your email"},
		Steps: []step{signsUp("email", "alice@gmail.com")},
	},
	{
		Name: "resent", Title: "The email was sent to another address", Screen: "confirm", Says: []string{"b•••@example.org", "Available in"},
		Attributes: map[string]string{"persist": "session"},
		Steps:      []step{signsUp(), {On: "confirm", Later: 1}, calls("confirm", "resend", "bert@example.org")},
	},
	{
		Name: "resend-taken", Title: "The other address is taken", Screen: "confirm", Says: []string{"has an account with this address"},
		Attributes: map[string]string{"persist": "session"},
		Steps:      []step{signsUp(), {On: "confirm", Later: 1}, calls("confirm", "resend", "marina@example.org")},
	},
	{
		Name: "status-unknown", Title: "The server does not answer meanwhile", Screen: "confirm", Says: []string{"isn't answering"},
		Steps: []step{signsUp(), does("confirm", func(s *mastodontest.Server) {
			s.Fail(mastodontest.Fault{Path: "/api/*", Drop: true, Times: mastodontest.Always})
		}), asked("confirm")},
	},
	{
		Name: "akkoma-confirm", Title: "Akkoma: check your email", Screen: "confirm", Says: []string{"alice@example.org"},
		adapt: akkoma, Steps: []step{signsUp()},
	},
	{
		Name: "gotosocial-confirm", Title: "GoToSocial 0.18: check your email", Screen: "confirm", Says: []string{"alice@example.org", "you'll get an email when they accept you"},
		adapt: func(s *mastodontest.Settings) { s.Software, s.Version = mastodontest.GoToSocial, "0.18.3" },
		Steps: []step{signsUp()},
	},
	{
		Name: "review", Title: "Waiting for approval", Screen: "review", Says: []string{"Waiting for approval"},
		adapt: approvalMode, Steps: []step{signsUp(), does("confirm", confirmed), asked("confirm")},
	},
	{
		Name: "akkoma-review", Title: "Akkoma: waiting for approval", Screen: "review", Says: []string{"Waiting for approval"},
		adapt: func(s *mastodontest.Settings) {
			s.Software, s.ConfirmationOff, s.Registrations = mastodontest.Akkoma, true, mastodontest.Approval
		},
		Steps: []step{signsUp()},
	},
	{
		Name: "ready", Title: "Ready", Screen: "ready", Says: []string{"Welcome!", "Log in"},
		Steps: []step{signsUp(), does("confirm", confirmed), asked("confirm")},
	},
	{
		Name: "approved", Title: "Approved", Screen: "ready", Says: []string{"Welcome!"},
		adapt: approvalMode,
		Steps: []step{signsUp(), does("confirm", confirmed), asked("confirm"), does("review", approves), asked("review")},
	},
	{
		Name: "follow", Title: "Ready, and somebody to follow", Screen: "ready", Says: []string{"@marina@tidepool.example"},
		Attributes: map[string]string{"follow": "@marina@tidepool.example"},
		Steps:      []step{signsUp(), does("confirm", confirmed), asked("confirm")},
	},
	{
		Name: "two-factor", Title: "Ready, but for two-factor authentication", Screen: "ready", Says: []string{"two-factor"},
		adapt: func(s *mastodontest.Settings) { s.Version, s.TwoFactorForEverybody = "4.6.5", true },
		Steps: []step{signsUp(), does("confirm", confirmed), asked("confirm")},
	},
	{
		Name: "akkoma-ready", Title: "Akkoma: ready at once", Screen: "ready", Says: []string{"Welcome!"},
		adapt: func(s *mastodontest.Settings) { s.Software, s.ConfirmationOff = mastodontest.Akkoma, true },
		Steps: []step{signsUp()},
	},
	{
		Name: "rejected", Title: "Rejected", Screen: "stopped", Says: []string{"didn't accept"},
		adapt: approvalMode,
		Steps: []step{signsUp(), does("confirm", confirmed), asked("confirm"), does("review", rejects), asked("review")},
	},
	{
		Name: "expired", Title: "Never confirmed", Screen: "stopped", Says: []string{"in time"},
		Attributes: map[string]string{"persist": "session"},
		Steps:      []step{signsUp(), does("confirm", rejects), {On: "confirm", Later: 8}},
	},
	{
		Name: "suspended", Title: "Suspended", Screen: "stopped", Says: []string{"suspended"},
		Steps: []step{signsUp(), does("confirm", suspends), asked("confirm")},
	},
	{
		Name: "disabled", Title: "Disabled", Screen: "stopped", Says: []string{"froze this account"},
		Steps: []step{signsUp(), does("confirm", func(s *mastodontest.Server) { confirmed(s); disables(s) }), asked("confirm")},
	},
	{
		Name: "returned", Title: "Back from the mail in another browser", Screen: "returned", Says: []string{"If you followed"},
		Query: "fedi-signup={host}",
	},
	{
		Name: "returned-approval", Title: "Back from the mail, and staff look next", Screen: "returned", Says: []string{"If you followed", "staff"},
		adapt: approvalMode, Query: "fedi-signup={host}",
	},
	{
		Name: "returned-elsewhere", Title: "Back from the mail of another server", Screen: "form", Says: []string{"rockpool.example", "confirmed there"},
		Query: "fedi-signup=rockpool.example",
	},
	{
		Name: "reloaded", Title: "Found again after a reload", Screen: "confirm", Says: []string{"a•••@example.org"},
		Attributes: map[string]string{"persist": "session"},
		Steps:      []step{signsUp(), {On: "confirm", Later: 1}},
	},
	{
		Name: "revoke-fails", Title: "Ready, though the token cannot be revoked", Screen: "ready", Says: []string{"Welcome!"},
		prepare: fails("/oauth/revoke", mastodontest.Fault{Status: http.StatusInternalServerError, Delay: time.Millisecond}),
		Steps:   []step{signsUp(), does("confirm", confirmed), asked("confirm")},
	},
})
