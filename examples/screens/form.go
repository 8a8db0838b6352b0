package main

import "github.com/fedi-signup/fedi-signup/pkg/mastodontest"

const inviteCode = "LowTide8"

func invites(s *mastodontest.Server) {
	s.AddInvite(mastodontest.Invite{Code: inviteCode, BypassApproval: true})
}

var theForm = inPart("The form", []scene{
	{Name: "open", Title: "Open", Screen: "form", Says: []string{"Create account"}},
	{
		Name: "approval", Title: "Approval, with a reason", Screen: "form", Says: []string{"Why do you want to join?", "Apply"},
		adapt: func(s *mastodontest.Settings) {
			s.Registrations, s.RequireReason = mastodontest.Approval, true
		},
	},
	{
		Name: "approval-unasked", Title: "Approval, the reason is optional", Screen: "form", Says: []string{"(optional)", "Apply"},
		adapt: func(s *mastodontest.Settings) { s.Registrations = mastodontest.Approval },
	},
	{
		Name: "age", Title: "Minimum age", Screen: "form", Says: []string{"Date of birth", "16"},
		adapt: func(s *mastodontest.Settings) { s.MinAge = 16 },
	},
	{
		Name: "german-rules", Title: "Rules in the visitor's language", Screen: "form", Says: []string{"Sei freundlich"},
		Attributes: map[string]string{"lang": "de"},
	},
	{
		Name: "invited", Title: "Closed, with an invite", Screen: "form", Says: []string{"Invite"},
		adapt: closedTo, prepare: invites, Attributes: map[string]string{"invite": inviteCode},
	},
	{
		Name: "limited-federation", Title: "Limited federation", Screen: "form", Says: []string{"Create account"},
		adapt: func(s *mastodontest.Settings) { s.LimitedFederation = true },
	},
	{Name: "mastodon-2-7", Title: "Mastodon 2.7", Screen: "form", Says: []string{"Create account"}, adapt: version("2.7.4")},
	{Name: "mastodon-3-5", Title: "Mastodon 3.5", Screen: "form", Says: []string{"Create account"}, adapt: version("3.5.0")},
	{Name: "hometown", Title: "Hometown", Screen: "form", Says: []string{"Create account"}, adapt: software(mastodontest.Hometown)},
	{
		Name: "gotosocial-018", Title: "GoToSocial 0.18", Screen: "form", Says: []string{"Apply"},
		adapt: func(s *mastodontest.Settings) {
			s.Software, s.Version, s.RequireReason = mastodontest.GoToSocial, "0.18.3", true
		},
	},
	{
		Name: "akkoma", Title: "Akkoma, with a captcha", Screen: "form", Says: []string{"Another picture"},
		adapt: func(s *mastodontest.Settings) { s.Software, s.Captcha = mastodontest.Akkoma, true },
	},
	{
		Name: "pleroma", Title: "Pleroma, with a captcha from elsewhere", Screen: "form", Says: []string{"Another picture"},
		adapt: func(s *mastodontest.Settings) { s.Software, s.Captcha = mastodontest.Pleroma, true },
	},
	{
		Name: "akkoma-free", Title: "Akkoma, without captcha and confirmation", Screen: "form", Says: []string{"Create account"},
		adapt: func(s *mastodontest.Settings) { s.Software, s.ConfirmationOff = mastodontest.Akkoma, true },
	},
	{
		Name: "captcha-broken", Title: "A captcha that does not come", Screen: "elsewhere", Says: []string{"person"},
		adapt: func(s *mastodontest.Settings) {
			s.Software, s.Captcha, s.CaptchaBroken = mastodontest.Akkoma, true, true
		},
	},
	{
		Name: "prefilled", Title: "Prefilled by the page", Screen: "form", Says: []string{"@limpet@"},
		Attributes: map[string]string{"username": "limpet", "email": "limpet@example.org"},
	},
	{
		Name: "everything-wrong", Title: "Everything wrong", Screen: "form", Says: []string{"Use only letters", "complete email address", "too short", "agree"},
		Steps: []step{{On: "form", Fill: map[string]string{"username": "ali ce!", "email": "alice", "password": "short"}}},
	},
	{
		Name: "nothing", Title: "Nothing filled in", Screen: "form", Says: []string{"Choose a username", "Enter your email address", "Choose a password"},
		Steps: []step{{On: "form", Fill: typed("username", "", "email", "", "password", "")}},
	},
})
