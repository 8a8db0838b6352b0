package signup

// The types of this file cross to JavaScript as JSON; the widget's TypeScript
// is generated from them.

// Screen is what the visitor sees now.
type Screen string

// A flow goes from loading to ready, or ends at one of the doors
// closed, elsewhere, stopped and failed.
const (
	ScreenLoading    Screen = "loading"    // the server is being asked
	ScreenForm       Screen = "form"       // the visitor types
	ScreenSubmitting Screen = "submitting" // the account is being made
	ScreenConfirm    Screen = "confirm"    // the confirmation email is on its way
	ScreenReview     Screen = "review"     // confirmed, awaiting approval by the server's staff
	ScreenReady      Screen = "ready"      // the account works
	ScreenReturned   Screen = "returned"   // the page's address is that of the link in an email, which anybody can write, and no account is known
	ScreenClosed     Screen = "closed"     // the server takes no new people
	ScreenElsewhere  Screen = "elsewhere"  // people sign up there, but only on the server's own page
	ScreenStopped    Screen = "stopped"    // the account was rejected, suspended, disabled or is gone
	ScreenFailed     Screen = "failed"     // the server cannot be used now
)

// Snapshot is the whole state of a flow at one moment. It is a plain value
// that never changes once published. Times are milliseconds since the Unix
// epoch; 0 stands for none.
type Snapshot struct {
	Screen       Screen       `json:"screen"`                 // what the visitor sees
	Server       *Server      `json:"server,omitempty"`       // absent until the instance document was read
	Fields       []Field      `json:"fields"`                 // what the form asks, in order
	Asked        []AskedField `json:"asked,omitempty"`        // what the form asks after those, because a refusal named fields that only this server knows
	Rules        []Rule       `json:"rules"`                  // the server's rules, in its order
	RulesLeftOut int          `json:"rulesLeftOut,omitempty"` // how many more rules the server has, too many to be read here
	Documents    []Document   `json:"documents"`              // what the agreement covers, and the about page
	Terms        string       `json:"terms,omitempty"`        // stands for what an agreement is given to: this server with these rules and documents

	Problems []FieldProblem `json:"problems"`          // everything wrong with the fields
	Problem  *Problem       `json:"problem,omitempty"` // what is wrong beyond the fields
	Captcha  *Captcha       `json:"captcha,omitempty"` // with the field captcha_solution, once it has arrived
	Slow     bool           `json:"slow,omitempty"`    // the server takes long to answer what the screen waits for

	Tries    *Tries   `json:"tries,omitempty"`    // known after the first refused submission
	Account  *Account `json:"account,omitempty"`  // from confirm on; also on failed, if one is known to wait there
	ResendAt int64    `json:"resendAt,omitempty"` // when the email may be sent again; 0 where the server cannot do that
	Resent   int      `json:"resent,omitempty"`   // how often it was sent again, so that each can be announced
	Consent  *Consent `json:"consent,omitempty"`  // from confirm on
	Follow   *Follow  `json:"follow,omitempty"`   // whom to follow, on ready
	Returned string   `json:"returned,omitempty"` // another server, whose email's link has this page's address
}

// FormVersion goes up whenever the meaning of a [Form] changes.
const FormVersion = 1

// Form is the form of a server as it was at one moment, for pages that show it
// before they can ask the server themselves. There is nothing of a visitor in it.
type Form struct {
	Version  int      `json:"version"`  // FormVersion
	At       int64    `json:"at"`       // when the server was asked
	Server   string   `json:"server"`   // its name as it was asked for, without anything around it: example.social
	Snapshot Snapshot `json:"snapshot"` // on the screen form
}

// Server is what a visitor sees of the server.
type Server struct {
	Host             string `json:"host"`                                     // answers the API and shows the pages: example.social
	Domain           string `json:"domain"`                                   // stands in handles; often equal to Host
	Title            string `json:"title"`                                    // what the server calls itself
	Description      string `json:"description,omitempty"`                    // plain text
	Icon             string `json:"icon,omitempty"`                           // address of an image
	Software         string `json:"software,omitempty"`                       // mastodon, gotosocial, akkoma …
	SoftwareTitle    string `json:"softwareTitle,omitempty"`                  // GoToSocial, Akkoma …
	Version          string `json:"version,omitempty"`                        // of the software, as it tells it
	ActiveUsers      int    `json:"activeUsers,omitempty"`                    // of the last month; 0 if unknown
	ApprovalRequired bool   `json:"approvalRequired,omitempty"`               // staff look at every sign-up
	ContactEmail     string `json:"contactEmail,omitempty"`                   // address of its staff
	StatusURL        string `json:"statusUrl,omitempty"`                      // page that tells how the server is
	SignUpURL        string `json:"signUpUrl"`                                // the server's own sign-up page
	SignInWith       string `json:"signInWith" tstype:"'email' | 'username'"` // what its log-in asks for beside the password
	SignInURL        string `json:"signInUrl"`                                // page where people log in
	ClientsURL       string `json:"clientsUrl,omitempty"`                     // lists apps to use an account with, where the server's own pages are not for that
	ResetURL         string `json:"resetUrl"`                                 // where a forgotten password is reset
}

// FieldName names a field as POST /api/v1/accounts does.
type FieldName string

// What a form can ask for.
const (
	FieldNameUsername    FieldName = "username"         // the part of the handle before the domain
	FieldNameEmail       FieldName = "email"            // where the confirmation goes
	FieldNamePassword    FieldName = "password"         // a new one
	FieldNameDateOfBirth FieldName = "date_of_birth"    // YYYY-MM-DD
	FieldNameReason      FieldName = "reason"           // why they would like to join, for staff to read
	FieldNameInviteCode  FieldName = "invite_code"      // a code, or the link that holds it
	FieldNameCaptcha     FieldName = "captcha_solution" // the characters in the picture of Snapshot.Captcha
	FieldNameAgreement   FieldName = "agreement"        // to the rules and the documents, a box to tick
)

// Field is one question of the form. Limits of 0 are no limits.
type Field struct {
	Name      FieldName `json:"name"`                // what is asked
	Required  bool      `json:"required"`            // whether the server insists on it
	MinLength int       `json:"minLength,omitempty"` // characters
	MaxLength int       `json:"maxLength,omitempty"` // characters
	MaxBytes  int       `json:"maxBytes,omitempty"`  // of the UTF-8 form
	Entropy   int       `json:"entropy,omitempty"`   // how hard to guess it has to be, in bits
	Pattern   string    `json:"pattern,omitempty"`   // as in HTML's pattern attribute
	MinAge    int       `json:"minAge,omitempty"`    // years
	Latest    string    `json:"latest,omitempty"`    // last allowed date, YYYY-MM-DD
	Why       Why       `json:"why,omitempty"`       // why it is asked, if not every server asks
	Unkept    bool      `json:"unkept,omitempty"`    // the server checks it, and keeps nothing of it
}

// AskedField is a field that only this server knows, which it wanted in a refusal.
// It is required. Its name is made of a-z, 0-9 and _, and never that of a secret.
type AskedField struct {
	Name      string `json:"name"`              // the server's own
	Message   string `json:"message,omitempty"` // what the server said of it, plain text
	MaxLength int    `json:"maxLength"`         // characters
}

// Why tells why a field is asked that not every server asks.
type Why string

// The reasons for a field.
const (
	WhyApproval    Why = "approval"     // staff look at every sign-up
	WhyMinAge      Why = "min-age"      // people have to be of an age
	WhyServerAsked Why = "server-asked" // the server refused to go on without it
)

// Rule is one of the server's rules, with its translations by language tag.
type Rule struct {
	ID           string              `json:"id"`                     // the server's, for the consent
	Text         string              `json:"text"`                   // the rule, plain text
	Hint         string              `json:"hint,omitempty"`         // more about it, plain text
	Translations map[string]RuleText `json:"translations,omitempty"` // by language tag: de, pt-BR
}

// RuleText is a rule in one language.
type RuleText struct {
	Text string `json:"text"`           // the rule
	Hint string `json:"hint,omitempty"` // more about it
}

// DocumentKind tells what a document is.
type DocumentKind string

// The pages that servers have.
const (
	DocumentKindPrivacyPolicy  DocumentKind = "privacy-policy"   // what the server does with what it knows of people
	DocumentKindTermsOfService DocumentKind = "terms-of-service" // the contract
	DocumentKindAbout          DocumentKind = "about"            // what the server is, and who runs it
)

// Document is a page of the server that the visitor should know.
type Document struct {
	Kind   DocumentKind `json:"kind"`   // which it is
	URL    string       `json:"url"`    // the server's own page with it
	Agreed bool         `json:"agreed"` // whether the agreement covers it
}

// DocumentText is a document read through the API. HTML comes from the server
// as it is and must only be shown in a sandboxed frame.
type DocumentText struct {
	Kind DocumentKind `json:"kind"`           // which it is
	HTML string       `json:"html"`           // not made harmless
	Date string       `json:"date,omitempty"` // effective or last changed, YYYY-MM-DD

	ComesIntoForce bool   `json:"comesIntoForce,omitempty"` // at Date, and not before
	SucceededBy    string `json:"succeededBy,omitempty"`    // date of the version that takes its place, YYYY-MM-DD
}

// Why the text of a document cannot be had, in the Detail of [Flow.Document]'s
// CodeNotSupported; empty where that is not known.
const (
	DetailMembersOnly = "members-only" // the server shows it to its own members
	DetailEmpty       = "empty"        // nothing is written in it
)

// Values is what the visitor typed.
type Values struct {
	Username    string       `json:"username"`                   // without @ and domain
	Email       string       `json:"email"`                      // as typed
	Password    string       `json:"password"`                   // goes into the one request that makes the account
	DateOfBirth string       `json:"date_of_birth,omitempty"`    // YYYY-MM-DD
	Reason      string       `json:"reason,omitempty"`           // why they would like to join
	InviteCode  string       `json:"invite_code,omitempty"`      // a code, or the link that holds it
	Captcha     string       `json:"captcha_solution,omitempty"` // the characters in the picture
	Agreement   bool         `json:"agreement"`                  // whether the box was ticked
	Asked       []AskedValue `json:"asked,omitempty"`            // for Snapshot.Asked; others are not sent
	Terms       string       `json:"terms,omitempty"`            // Snapshot.Terms that the agreement was given to; empty: those that stand now
}

// AskedValue is what was typed into a field of Snapshot.Asked.
type AskedValue struct {
	Name  string `json:"name"`  // of the field
	Value string `json:"value"` // as typed
}

// FieldProblem is one thing wrong with one field.
type FieldProblem struct {
	Field   string    `json:"field"`                            // a FieldName, or an unknown one that the server named
	Code    FieldCode `json:"code" tstype:"FieldCode | string"` // a server's unknown ones pass through
	Origin  Origin    `json:"origin"`                           // who found it
	Message string    `json:"message,omitempty"`                // the server's own words
	Limit   int       `json:"limit,omitempty"`                  // the number the code speaks of
	WayOut  *WayOut   `json:"wayOut,omitempty"`                 // what to do where correcting the field is not the answer
}

// FieldCode tells what is wrong with a field, as servers name it.
type FieldCode string

// The codes of field problems: those of [mastodon.FieldCode], then the flow's own.
const (
	FieldCodeBlank       FieldCode = "ERR_BLANK"       // it is needed
	FieldCodeTaken       FieldCode = "ERR_TAKEN"       // somebody else has it
	FieldCodeReserved    FieldCode = "ERR_RESERVED"    // the server keeps this name for itself
	FieldCodeInvalid     FieldCode = "ERR_INVALID"     // not of the form it has to have
	FieldCodeTooShort    FieldCode = "ERR_TOO_SHORT"   // shorter than Limit
	FieldCodeTooLong     FieldCode = "ERR_TOO_LONG"    // longer than Limit
	FieldCodeTooWeak     FieldCode = "ERR_TOO_WEAK"    // a password that is too easy to guess
	FieldCodeBelowLimit  FieldCode = "ERR_BELOW_LIMIT" // too young
	FieldCodeAccepted    FieldCode = "ERR_ACCEPTED"    // not agreed to
	FieldCodeInclusion   FieldCode = "ERR_INCLUSION"   // not on the server's list
	FieldCodeBlocked     FieldCode = "ERR_BLOCKED"     // a provider of mail that the server does not take
	FieldCodeUnreachable FieldCode = "ERR_UNREACHABLE" // a domain that takes no email
	FieldCodeExpired     FieldCode = "ERR_EXPIRED"     // a captcha that was too old, an invite that has expired or was used up
	FieldCodeUnchanged   FieldCode = "ERR_UNCHANGED"   // the address that the account has already
	FieldCodeChanged     FieldCode = "ERR_CHANGED"     // what the agreement was given to is not what stands now
	FieldCodeMore        FieldCode = "ERR_MORE"        // of no field: Limit more problems are left out
)

// Origin tells who found a problem.
type Origin string

// The origins of a problem.
const (
	OriginLocal  Origin = "local"  // the flow, before anything was sent
	OriginServer Origin = "server" // the server, in its refusal
)

// WayOut is what a visitor can do when correcting the field is not the answer.
type WayOut struct {
	Kind WayOutKind `json:"kind"`          // what can be done
	URL  string     `json:"url,omitempty"` // where, if on a page
}

// WayOutKind tells one way out from another.
type WayOutKind string

// The ways out.
const (
	WayOutKindSignIn         WayOutKind = "sign-in"         // at URL
	WayOutKindAnotherAddress WayOutKind = "another-address" // by another email address
	WayOutKindAnotherName    WayOutKind = "another-name"    // by another username
)

// Code names what is wrong beyond the fields.
type Code string

// Every problem that a flow can end in or wait for.
const (
	CodeBadServer     Code = "bad-server"          // what was given is no server's name; Detail says why
	CodeUnreachable   Code = "unreachable"         // no answer; Detail is a [mastodon.Cause], where it is known
	CodeNotSupported  Code = "not-supported"       // it answers, but not as a server with sign-up by API
	CodeClosed        Code = "closed"              // Notice holds what the server says of it
	CodeExternal      Code = "external-sign-up"    // single sign-on: Handover is the page
	CodeCaptcha       Code = "captcha"             // the server wants a captcha solved on its own page
	CodeAppRefused    Code = "app-refused"         // the server registers no app, or gives it no token; Detail is "return-url" where the address to return to is longer than servers take
	CodeSignUpRefused Code = "sign-up-refused"     // it takes no sign-ups by apps after all
	CodeForbidden     Code = "forbidden"           // it took none, and does not say why: it closed a moment ago, or to this network, or people sign in there by another site
	CodeBlocked       Code = "network-blocked"     // it answers nothing to this network
	CodeGone          Code = "gone"                // it is being closed for good
	CodeInvalid       Code = "invalid"             // Problems says what
	CodeRateLimited   Code = "rate-limited"        // RetryAt says until when; Detail is "opening" or "app-registration" before a sign-up was sent, "resend" where it is the account's, "daily-limit" or "backlog" where the server takes no more people for now
	CodeServerError   Code = "server-error"        // the server failed; Detail is "email" where it does so on addresses that it does not take
	CodeBadAnswer     Code = "bad-answer"          // the server's answer cannot be read
	CodeLostAnswer    Code = "lost-answer"         // sent, but no answer came; Detail is the [Availability] of the name since
	CodeDuplicate     Code = "duplicate"           // the name or the address is taken, and nobody knows whether by the visitor, a moment ago
	CodeBroker        Code = "broker"              // the site's broker hands out no token
	CodeRejected      Code = "rejected"            // staff declined, or the account was deleted
	CodeExpired       Code = "expired"             // never confirmed, so that the server deleted it
	CodeSuspended     Code = "suspended"           // staff suspended the account
	CodeDisabled      Code = "disabled"            // staff froze the account
	CodeTwoFactor     Code = "two-factor-required" // the account works, once two-factor is set up on the server
	CodeResendRefused Code = "resend-refused"      // no new mail; Message says why
	CodeNotNow        Code = "not-now"             // the verb does not fit the screen
	CodeAborted       Code = "aborted"             // the caller cancelled
	CodeInternal      Code = "internal"            // a fault of our own
)

// Problem is what is wrong beyond the fields.
type Problem struct {
	Code      Code       `json:"code"`                // what it is
	Detail    string     `json:"detail,omitempty"`    // a finer code, such as the reason a server name is refused
	Message   string     `json:"message,omitempty"`   // the server's own words, plain text
	Notice    []TextPart `json:"notice,omitempty"`    // likewise with their links
	RetryAt   int64      `json:"retryAt,omitempty"`   // when trying again makes sense
	Retryable bool       `json:"retryable,omitempty"` // whether trying again makes sense at all
	Handover  string     `json:"handover,omitempty"`  // the page where the visitor can go on
	RequestID string     `json:"requestId,omitempty"` // for the server's staff
}

// TextPart is a piece of a text, with an address if it is a link. Line ends are
// in the text.
type TextPart struct {
	Text string `json:"text"`          // plain
	URL  string `json:"url,omitempty"` // where it leads, if it is a link
}

// Captcha is a puzzle that tells people from programs, good for one try.
type Captcha struct {
	Image     string `json:"image"`     // address of a picture, or the picture itself as a data: address
	ExpiresAt int64  `json:"expiresAt"` // it is replaced by then
}

// Tries counts the submissions that the server still takes from this network.
type Tries struct {
	Left    int   `json:"left"`    // how many more it takes
	Limit   int   `json:"limit"`   // how many it takes in all until ResetAt
	ResetAt int64 `json:"resetAt"` // when it counts anew
}

// Account is the account that was made.
type Account struct {
	Username     string `json:"username"`               // as the server has it
	Handle       string `json:"handle"`                 // @alice@example.social; @alice while the domain is not known
	Email        string `json:"email"`                  // masked: a•••@example.org
	URL          string `json:"url"`                    // its public profile
	WebMail      string `json:"webMail,omitempty"`      // where the mail can probably be read in a browser
	Watched      bool   `json:"watched"`                // whether the flow notices on its own what becomes of it
	ApprovalOnly bool   `json:"approvalOnly,omitempty"` // all that it notices is that staff accepted the account
	LinkDays     int    `json:"linkDays,omitempty"`     // how long the link in a mail works, where that is known
	LifeDays     int    `json:"lifeDays,omitempty"`     // after how many days the server deletes it if nobody confirms it, where that is known
}

// Follow is somebody whom the site suggests to follow.
type Follow struct {
	Handle string `json:"handle"` // @alice@example.social
	URL    string `json:"url"`    // where the new account can follow
}

// Consent records what the visitor agreed to.
type Consent struct {
	At           int64             `json:"at"`                     // when the box was ticked and the form sent
	RuleIDs      []string          `json:"ruleIds"`                // the rules that were shown
	RulesLeftOut int               `json:"rulesLeftOut,omitempty"` // how many more rules there were, which were not shown
	Documents    []ConsentDocument `json:"documents"`              // the documents that were linked
}

// ConsentDocument is one document of a Consent.
type ConsentDocument struct {
	Kind DocumentKind `json:"kind"`           // which it is
	URL  string       `json:"url"`            // the server's own page with it
	Date string       `json:"date,omitempty"` // its version, where the server tells: YYYY-MM-DD

	ComesIntoForce bool `json:"comesIntoForce,omitempty"` // at Date, and not before
}

// Availability reports whether a username seems free.
type Availability string

// The answers to "is this name free?".
const (
	AvailabilityFree    Availability = "free"    // nobody has it; the server may still reserve it
	AvailabilityTaken   Availability = "taken"   // somebody has it
	AvailabilityUnknown Availability = "unknown" // the server does not tell
)
