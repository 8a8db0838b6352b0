package main

// Options are what a page tells the core about itself when it makes a flow.
// signup.Config says what they mean. They cross as JSON; their TypeScript is
// generated from here.
type Options struct {
	AppName    string   `json:"appName"`                                       // what the site is called in the confirmation email and to the server's staff
	AppWebsite string   `json:"appWebsite,omitempty"`                          // its address there
	ReturnURL  string   `json:"returnUrl"`                                     // where the link in the email leads back to
	Broker     string   `json:"broker,omitempty"`                              // address of an edge that hands out app tokens, so that no secret of the app is in the page
	Languages  []string `json:"languages"`                                     // the visitor's, as tags, preferred first: de-AT, en
	TimeZone   string   `json:"timeZone,omitempty"`                            // the visitor's: Europe/Vienna
	Invite     string   `json:"invite,omitempty"`                              // a code, or the link that holds it
	Follow     string   `json:"follow,omitempty"`                              // somebody to follow, offered when the account is ready: @club@example.social
	Returned   string   `json:"returned,omitempty"`                            // the server whose email's link led to this page
	Persist    string   `json:"persist" tstype:"'session' | 'local' | 'none'"` // where a waiting account is kept
}
