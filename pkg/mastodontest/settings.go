package mastodontest

import "time"

// Software is the kind of server that is simulated. Names other than the
// constants ("misskey", "peertube", "lemmy") stand for software without
// Mastodon's API, which only nodeinfo names.
type Software string

// The kinds of servers.
const (
	Mastodon   Software = ""
	Hometown   Software = "hometown"   // a fork of Mastodon, with versions of its own
	GoToSocial Software = "gotosocial" // since 0.19 it takes no sign-ups by apps
	Akkoma     Software = "akkoma"
	Pleroma    Software = "pleroma"
	Pixelfed   Software = "pixelfed"   // imitates Mastodon, but for sign-ups, and keeps other sites' pages out
	Friendica  Software = "friendica"  // imitates Mastodon, but for sign-ups
	Mitra      Software = "mitra"      // imitates Mastodon, but gives apps no tokens
	Snac       Software = "snac"       // has an older instance document, and accounts of its command line alone
	Vernissage Software = "vernissage" // has an instance document of its own
	Hollo      Software = "hollo"      // is for its owner alone
	Epicyon    Software = "epicyon"    // imitates Mastodon's instance documents, and hides its name
)

// Mode is how a server takes new people.
type Mode int

// The modes of registration.
const (
	Open     Mode = iota // an account works once its address is confirmed
	Approval             // staff look at every account as well; Mastodon from 2.9.2 on, before it is open
	Closed
)

// Settings are the switches of a simulated server. The zero value is an open
// Mastodon 4.5 without rules. IPs are single ones or prefixes ("192.0.2.0/24"),
// usernames whole ones or parts ("*word*"), domains cover those below them. The
// versions in the comments are Mastodon's.
type Settings struct {
	Software Software
	Version  string // the software's own; by default Mastodon 4.5.15, GoToSocial 0.19.2, Akkoma 3.16.0, Pleroma 2.5.0 …

	MastodonInVersion bool // GoToSocial: the instance document tells a version of Mastodon before its own

	// AccountsAt is the origin of a server whose handles bear the name of this
	// one. This one is then an ordinary web site that tells where that server
	// is; AddUser makes handles known to it.
	AccountsAt string

	Origin       string // of the server's links; by default as each request addressed it
	Domain       string // stands in handles; by default the host of each request
	Title        string
	Description  string
	StatusPage   string // address of a page that tells how the server is, in the document from 4.1 on
	Icon         string // address of a picture, in the document from 4.3 on
	ContactEmail string
	Languages    []string // by default English
	Rules        []Rule   // in the document from 3.4 on

	Registrations Mode
	ClosedMessage string // the HTML of what staff wrote in Markdown; in the document while registrations are closed
	NoInvites     bool   // only staff may make invites, says the older instance document
	RequireReason bool   // from 3.0 on; the API enforces it in every mode, though the document has it in Approval only
	MinAge        int    // years; from 4.4 on
	Wants         []Want // parameters that only this server has, required of each sign-up
	SingleUser    bool
	SSOOnly       bool   // refuses sign-ups without saying so beforehand
	SSOURL        string // registrations.url, from 4.2 on

	Captcha       bool // Mastodon from 4.2 on: on the page that the confirmation mail leads to. Akkoma and Pleroma: on sign-up
	CaptchaBroken bool // Akkoma and Pleroma: what makes captchas does not answer

	Terms         *Terms // from 4.4 on
	PrivacyPolicy string // HTML, from 4.0 on

	Lag        bool // instance documents stay up to three minutes behind these settings, as Mastodon keeps them
	Nginx      bool // the proxy that Mastodon ships stands before it, and keeps public answers for five minutes more
	WindingUp  bool // Mastodon's self-destruct: every call of the API is 410
	StartingUp bool // GoToSocial is not ready yet: everything is 503

	LimitedFederation          bool
	DisallowUnauthenticatedAPI bool

	ReservedNames      []string // instead of the version's own list, from 4.5 on
	BlockedDomains     []string // of mail addresses, by list
	BlockedMailHosts   []string // domains of mail addresses whose mail host is blocked, found by DNS
	UnreachableDomains []string // domains of mail addresses without any host; those without a dot have none anyway
	BannedEmails       []string // addresses of people who were thrown out
	BlockedIPs         []string // may not sign up
	DeniedIPs          []string // get "Forbidden" for everything
	ApprovalRules      ApprovalRules

	TwoFactorForEverybody bool // from 4.6 on: an account is unusable until it has a second factor
	ConfirmationOff       bool // Akkoma and Pleroma: accounts need not confirm their address
	ManualSignIn          bool // Akkoma and Pleroma: a sign-up answers without a token although the account works
	PlainUsernames        bool // Akkoma and Pleroma: letters and digits only
	BirthdayRequired      bool // Pleroma from 2.5 on
	BirthdayMinAge        int  // days; Pleroma from 2.5 on, of whoever tells a birthday

	Now func() time.Time // by default time.Now
}

// Want is a parameter that a server with changes of its own requires, and tells of
// in its refusals alone.
type Want struct {
	Name    string // of the parameter, and in the details of a refusal
	Pattern string // regular expression that values match; empty: whatever is not blank
}

// Rule is one of the server's rules; its hint is sent from 4.3 on, its
// translations, by locale, from 4.4 on.
type Rule struct {
	Text         string
	Hint         string
	Translations map[string]RuleText
}

// RuleText is a rule in one language.
type RuleText struct {
	Text string `json:"text"`
	Hint string `json:"hint"`
}

// Terms are published terms of service.
type Terms struct {
	EffectiveDate string // YYYY-MM-DD
	HTML          string
	Next          *Terms // published already, to replace them later
}

// ApprovalRules make staff look at some accounts in every mode, without being
// mentioned anywhere.
type ApprovalRules struct {
	IPs       []string
	Domains   []string // of mail addresses
	Usernames []string // from 4.5 on
}

// Invite is an invitation to the server, honoured by Mastodon from 4.3 on, and
// by Akkoma and Pleroma while they are closed.
type Invite struct {
	Code           string
	MaxUses        int       // 0 for no limit
	Expires        time.Time // zero for never
	BypassApproval bool      // from 4.6 on the inviter's role decides; before, every invite bypasses approval
	By             string    // username of who invites; worth nothing while that account is disabled or suspended

	uses int
}
