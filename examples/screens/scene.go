package main

import (
	"slices"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// scene is a scenario that ends with one screen.
type scene struct {
	Name  string `json:"name"` // also the first part of its server's name
	Title string `json:"title"`
	Part  string `json:"part"`
	// What the visitor sees in the end: the screen, and words of its sentence.
	Screen string   `json:"screen"`
	Says   []string `json:"says"`

	Server     string            `json:"-"` // what the attribute says; by default the origin of the scene's server
	Attributes map[string]string `json:"-"` // others of the element
	Query      string            `json:"-"` // of the page's address
	Steps      []step            `json:"-"`

	adapt   func(*mastodontest.Settings)
	prepare func(*mastodontest.Server)
	choice  map[string]func(*mastodontest.Settings)           // what is different about other servers, by the second part of their names
	beside  func(first *mastodontest.Settings, second string) // there is a second server, at this origin
}

// step is something that the visitor or the server's staff do once a screen is
// there.
type step struct {
	On    string            `json:"on"`              // the screen
	Fill  map[string]string `json:"fill,omitempty"`  // what is typed, by field; then the form is sent
	Solve bool              `json:"solve,omitempty"` // with Fill: the captcha's solution as well
	Pick  string            `json:"pick,omitempty"`  // a button is clicked that says so
	Call  string            `json:"call,omitempty"`  // a verb of the element
	With  string            `json:"with,omitempty"`  // its argument
	Later int               `json:"later,omitempty"` // that many days pass, then the page is loaded again
	At    string            `json:"-"`               // with Staff: which of the other servers
	Staff bool              `json:"staff,omitempty"` // the server or its staff do something

	act func(*mastodontest.Server)
}

// scenes are all scenes in the order of a visit.
var scenes = slices.Concat(choosing, beforeTheForm, theForm, submitting, after)

func findScene(name string) (scene, bool) {
	i := slices.IndexFunc(scenes, func(s scene) bool { return s.Name == name })
	if i < 0 {
		return scene{}, false
	}
	return scenes[i], true
}

// alice is what most visitors type.
var alice = map[string]string{
	"username": "alice", "email": "alice@example.org", "password": "correct horse battery staple",
	"agreement": "yes", "reason": "I draw seaweed, and would like to see what others find.",
}

// typed is what alice types, but for some fields.
func typed(changes ...string) map[string]string {
	values := map[string]string{}
	for name, value := range alice {
		values[name] = value
	}
	for i := 0; i < len(changes); i += 2 {
		values[changes[i]] = changes[i+1]
	}
	return values
}

// signsUp fills in the form and sends it.
func signsUp(changes ...string) step { return step{On: "form", Fill: typed(changes...)} }

// calls has the page call a verb of the element.
func calls(on, verb, with string) step { return step{On: on, Call: verb, With: with} }

// does lets the server or its staff act.
func does(on string, act func(*mastodontest.Server)) step { return step{On: on, Staff: true, act: act} }

func approves(s *mastodontest.Server)  { _ = s.Approve("alice") }
func rejects(s *mastodontest.Server)   { _ = s.Reject("alice") }
func suspends(s *mastodontest.Server)  { _ = s.Suspend("alice") }
func disables(s *mastodontest.Server)  { _ = s.Disable("alice") }
func confirmed(s *mastodontest.Server) { _ = s.Confirm("alice") }

// asked makes the widget ask for the account's status at once.
func asked(on string) step { return calls(on, "refresh", "") }
