package main

import "github.com/fedi-signup/fedi-signup/pkg/mastodontest"

// directoryName is the name of the directory among those of the servers.
const directoryName = "directory"

// shore are the servers that are offered beside the scene's own. There is no
// more of the wreck than its name.
var shore = map[string]func(*mastodontest.Settings){
	"cove": func(s *mastodontest.Settings) {
		s.Title, s.Description = "Quiet Cove", "Birds, mostly waders. Tell us which one you saw last."
		s.Registrations, s.RequireReason = mastodontest.Approval, true
	},
	"reef": func(s *mastodontest.Settings) {
		s.Title, s.Description, s.Version = "The Reef", "Divers and their photographs.", "4.2.29"
		s.Registrations = mastodontest.Closed
	},
	"grotto": func(s *mastodontest.Settings) {
		s.Title, s.Description = "Grotto", "For friends of friends."
		s.Registrations = mastodontest.Closed
	},
	"wharf": func(s *mastodontest.Settings) {
		s.Title, s.Description, s.Software = "Wharf", "Ropes, boats and everything that floats.", mastodontest.GoToSocial
	},
	"wreck": nil,
}

const offered = "{server} {cove} {reef} {grotto} {wharf} {wreck}"

// directory is what the simulated directory lists.
var directory = mastodontest.Directory{
	{Domain: "tide.example", Description: "A general server by the sea, run by a cooperative.", Languages: []string{"en"}, Region: "europe", Categories: []string{"general"}, Category: "general",
		LastWeekUsers: 4210, TotalUsers: 52000, Ownership: "juridicial"},
	{Domain: "kelp.example", Description: "Painters, printmakers and people who press seaweed.", Languages: []string{"en", "fr"}, Region: "north_america", Categories: []string{"art"}, Category: "art",
		LastWeekUsers: 870, TotalUsers: 9100, ApprovalRequired: true, Ownership: "natural"},
	{Domain: "watt.example", Description: "Für alle, die gern im Schlick stehen.", Languages: []string{"de"}, Region: "europe", Categories: []string{"regional"}, Category: "regional",
		LastWeekUsers: 312, TotalUsers: 2400, Ownership: "natural"},
	{Domain: "lagoon.example", Description: "Music under water, and above it.", Languages: []string{"en", "pt"}, Region: "south_america", Categories: []string{"music"}, Category: "music",
		LastWeekUsers: 95, TotalUsers: 640, Ownership: "juridicial"},
}

var choosing = inPart("Choosing a server", []scene{
	{
		Name: "choose", Title: "Servers that the page names", Screen: "choose",
		Says:       []string{"Choose a server", "Tidepool", "Open to everyone", "1 active this month", "Quiet Cove", "Staff review sign-ups", "The Reef", "Not accepting sign-ups", "Invite only", "Sign-up on its own page", "Not answering"},
		Attributes: map[string]string{"servers": offered}, choice: shore,
	},
	{
		Name: "choose-and-join", Title: "From the choice to a working account", Screen: "ready", Says: []string{"Welcome", "Quiet Cove"},
		Attributes: map[string]string{"servers": offered}, choice: shore,
		Steps: []step{
			{On: "choose", Pick: "Not accepting sign-ups"},
			{On: "closed", Pick: "Choose another server"},
			{On: "choose", Pick: "Staff review sign-ups"},
			signsUp(),
			{On: "confirm", Staff: true, At: "cove", act: confirmed},
			asked("confirm"),
			{On: "review", Staff: true, At: "cove", act: approves},
			asked("review"),
		},
	},
	{
		Name: "directory", Title: "The servers of a directory", Screen: "choose",
		Says:       []string{"Servers found: 4", "tide.example", "4,210 active this week", "This list comes from directory.localhost"},
		Attributes: map[string]string{"servers": "directory", "directory": "{directory}"},
	},
	{
		Name: "directory-down", Title: "A directory that does not answer", Screen: "choose", Says: []string{"couldn't be loaded", "enter a server name"},
		Attributes: map[string]string{"servers": "directory", "directory": "{server}/servers"},
	},
})
