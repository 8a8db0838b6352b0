package main

import (
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// Verdict reports whether people can sign up at a server with the widget.
type Verdict string

// The verdicts.
const (
	VerdictYes     Verdict = "yes"
	VerdictInvite  Verdict = "invite"  // only with an invite
	VerdictNo      Verdict = "no"      // the widget says why, and links to where people can go on
	VerdictUnknown Verdict = "unknown" // the server cannot be reached or fails
)

// Report is what the doctor finds out about one server.
type Report struct {
	Server   string  `json:"server"`   // its name, as the widget's attribute server takes it
	Verdict  Verdict `json:"verdict"`  // yes, invite, no or unknown
	Sentence string  `json:"sentence"` // the verdict in words

	Screen  signup.Screen   `json:"screen"`            // that a visitor of the widget comes to: form, closed, elsewhere or failed
	Problem *signup.Problem `json:"problem,omitempty"` // that the visitor sees there
	Fields  []signup.Field  `json:"fields"`            // of the form, with an invite where only that leads to it

	Facts    *Facts    `json:"facts,omitempty"`    // absent if the server tells none
	Calls    []Call    `json:"calls"`              // of the widget, in the order in which they were tried
	Register *Register `json:"register,omitempty"` // with --register
	Unknown  []string  `json:"unknown"`            // what nobody can tell who only asks
	Next     []string  `json:"next"`               // what the site's owner can do
}

// Facts are what a server tells whoever asks, whether browsers may read it or
// not.
type Facts struct {
	Software string `json:"software"`          // mastodon, gotosocial …; empty if unknown
	Name     string `json:"name"`              // of the software, for people: GoToSocial
	Version  string `json:"version"`           // of the software: 0.19.2
	Written  string `json:"written"`           // the version as the server writes it: 0.19.2+git-57cb4fe
	Title    string `json:"title,omitempty"`   // of the server
	API      string `json:"api"`               // host that answers the API
	Domain   string `json:"domain,omitempty"`  // stands in handles: @alice@example.social
	Claimed  string `json:"claimed,omitempty"` // would stand there if the server had its way, but does not say that it is its server
	Contact  string `json:"contact,omitempty"` // email address of its staff
	ReadFrom string `json:"readFrom"`          // where this is from: /api/v2/instance, /api/v1/instance or nodeinfo

	Open              bool       `json:"open"`              // it takes new people, as far as it tells
	Approval          bool       `json:"approval"`          // its staff look at every sign-up
	Reason            string     `json:"reason"`            // why somebody wants to join, in the form: required, optional, or empty if not asked
	ReasonTold        bool       `json:"reasonTold"`        // its documents say whether that is required
	MinAge            int        `json:"minAge"`            // years; 0 for none
	Message           string     `json:"message,omitempty"` // why it is closed, as plain text
	Invites           Invites    `json:"invites"`
	SSO               string     `json:"sso,omitempty"` // address where people sign up instead (single sign-on)
	Captcha           Captcha    `json:"captcha"`
	Rules             int        `json:"rules"` // how many
	Documents         []Document `json:"documents"`
	UsernameCheck     string     `json:"usernameCheck"`     // whether it tells if a name is free: yes, no, or empty if it was not tried
	LimitedFederation bool       `json:"limitedFederation"` // it tells little to people without an account
}

// Invites tell what an invite is good for.
type Invites struct {
	ByWidget bool  `json:"byWidget"`           // the server takes codes by API
	ByPeople *bool `json:"byPeople,omitempty"` // whether everybody there may invite; absent if the server does not tell
}

// Captcha tells what kind of puzzle keeps out programs.
type Captcha string

// The kinds of captcha.
const (
	CaptchaNone    Captcha = "none"
	CaptchaForm    Captcha = "form"    // the widget draws it in its form
	CaptchaPage    Captcha = "page"    // it can be solved on the server's own page only
	CaptchaUnknown Captcha = "unknown" // Mastodon: if there is one, it is on the page to which the confirmation email leads
)

// Document is a page of the server that the visitor should know.
type Document struct {
	Kind    signup.DocumentKind `json:"kind"` // privacy-policy, terms-of-service or about
	URL     string              `json:"url"`
	InPlace bool                `json:"inPlace"` // visitors can read it without leaving the page
}

// Result tells what a browser does with the answer to a call.
type Result string

// The results.
const (
	ResultAllowed    Result = "allowed"
	ResultBlocked    Result = "blocked" // the browser keeps it from the page, or does not even send the call
	ResultUnanswered Result = "unanswered"
)

// RateLimit reports whether a page learns how many calls are left.
type RateLimit string

// What an answer tells of its limits.
const (
	RateLimitExposed RateLimit = "exposed"
	RateLimitHidden  RateLimit = "hidden" // it is sent, but not named in Access-Control-Expose-Headers
	RateLimitNone    RateLimit = "none"   // the server sends none with this call
)

// Call is one call of the widget, and whether it gets the answer.
type Call struct {
	Method    string    `json:"method"`
	Host      string    `json:"host"` // that is asked
	Path      string    `json:"path"`
	Purpose   string    `json:"purpose,omitempty"`   // what the widget gets by it
	Needed    bool      `json:"needed"`              // without it there is no sign-up with the widget
	Result    Result    `json:"result"`              // allowed, blocked or unanswered
	Reason    string    `json:"reason,omitempty"`    // why it is not allowed
	Status    int       `json:"status,omitempty"`    // of the answer; absent if the call was not sent
	Preflight int       `json:"preflight,omitempty"` // status of the answer to the browser's question beforehand; absent if it asks none
	RateLimit RateLimit `json:"rateLimit,omitempty"` // exposed, hidden or none; absent without an answer
}

// Register is what became of the app that the widget registers before it makes
// an account. Without an app and a problem none was tried, because visitors do
// not come to the form.
type Register struct {
	App     bool            `json:"app"`               // the server registered one
	Token   bool            `json:"token"`             // and gave it a token
	Problem *signup.Problem `json:"problem,omitempty"` // that a visitor would see
	SignUp  *SignUp         `json:"signUp,omitempty"`  // absent if none was sent: without a token, or where it would tell nothing
}

// SignUp is what the server answers to an empty sign-up. It can make no
// account, but what the answer says holds at this moment, whatever the
// documents say.
type SignUp struct {
	Status    int           `json:"status,omitempty"`    // of the answer; absent if none came
	Code      mastodon.Code `json:"code,omitempty"`      // invalid, forbidden, rate-limited …; absent if the server took it
	Message   string        `json:"message,omitempty"`   // the server's own
	Required  []string      `json:"required"`            // what the server names as missing, as POST /api/v1/accounts does; empty if it names nothing
	Differs   []string      `json:"differs"`             // where this contradicts the documents, in words
	TriesLeft *int          `json:"triesLeft,omitempty"` // of this network; absent if the server does not tell
}
