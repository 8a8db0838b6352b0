package main

// Options are what a page tells the core about itself when it makes a flow.
// signup.Config says what they mean. They cross as JSON; their TypeScript is
// generated from here.
type Options struct {
	AppName    string   `json:"appName"`
	AppWebsite string   `json:"appWebsite,omitempty"`
	ReturnURL  string   `json:"returnUrl"`
	Broker     string   `json:"broker,omitempty"`
	Languages  []string `json:"languages"`
	TimeZone   string   `json:"timeZone,omitempty"`
	Invite     string   `json:"invite,omitempty"`
	Follow     string   `json:"follow,omitempty"`
	Returned   string   `json:"returned,omitempty"`
	Persist    string   `json:"persist" tstype:"'session' | 'local' | 'none'"` // where a waiting account is kept
}
