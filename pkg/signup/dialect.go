package signup

import (
	"slices"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// dialect is what one software, or one release of it, does differently from
// others. It is put together once, from the instance document. Only the files
// named dialect_ know software by name: support for another one is another
// file, and its line in dialectOf.
type dialect struct {
	// Paths of its pages. profile is followed by a username; follow by
	// user%40host, and empty where people are followed from their own page.
	signUp, signIn, reset, profile, follow string

	clients string // the page that lists apps to use an account with, where its own pages are not for that

	signInWith FieldName // what people sign in with, besides the password

	// What it takes a sign-up with.
	takesSignUps       bool // from apps at all; otherwise only on its own pages
	refusesApps        bool // it has the call, but for people who are there already
	takesReasons       bool // somebody reads why people want to join
	wantsCaptcha       bool // if its staff want one
	invites            inviteForm
	tellsInvites       bool // whether they are good, but not to browsers
	username           Field
	usernameCharacters string   // that a name may have
	reserved           []string // names that are certainly refused, lower-case
	webFinger          bool     // tells strangers who is there by that alone
	email              Field
	password           Field
	reason             Field
	dateOfBirth        Field
	anyLanguage        bool     // it takes any language tag
	locales            []string // otherwise these are safe to send
	refusesIn          []string // languages of its refusals' sentences, if a call can choose
	limitsAll          bool     // its limits are those of all calls, and not of sign-ups
	failsOnMail        bool     // it fails on addresses of a mail provider that it does not take
	takesZone          bool     // a time zone that it does not know does no harm
	rename             func(*mastodon.Registration)

	// What comes after it.
	tokenMeansReady      bool          // it gives no token before the account works
	resends              bool          // it sends the confirmation mail again
	resendsByName        bool          // also to those who have no token
	unknownUntilApproved bool          // it takes the account's token only then
	wantsTwoFactor       bool          // a role may demand it, and "disabled" may mean that
	linkLife             time.Duration // of the link in an email; 0 where that is not known
	unconfirmedLife      time.Duration // of an account that nobody confirms
	datesDocuments       bool          // through the API
	revokesUnseen        bool          // a browser can send it a revocation, but not read the answer
	mayNotRevoke         bool          // it may have no such call
}

// inviteForm is how invites are written; the zero form is no invite's.
type inviteForm struct {
	page string // path of the page that a link leads to, before the code
	more string // what is in codes besides letters and digits
}

// What usernameCharacters are made of.
const (
	digits   = "0123456789"
	letters  = "abcdefghijklmnopqrstuvwxyz"
	capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

func dialectOf(i *mastodon.Instance) *dialect {
	switch i.Software.Name {
	case mastodon.SoftwareMastodon, mastodon.SoftwareGlitch, mastodon.SoftwareHometown:
		return mastodonDialect(i)
	case mastodon.SoftwareGoToSocial:
		return gotosocialDialect(i)
	case mastodon.SoftwarePleroma, mastodon.SoftwareAkkoma:
		return pleromaDialect(i)
	case mastodon.SoftwareHollo:
		return holloDialect()
	}
	return otherDialect(i.Software.Name)
}

// wantsReason reports whether a document says that a reason is required.
func wantsReason(i *mastodon.Instance) bool {
	required := i.Registrations.ReasonRequired
	return required != nil && *required
}

// locale is the language of the email and of the account in the spelling that
// the server knows, but none that it has refused; empty if nothing is left.
func (d *dialect) locale(wanted, serverLanguages, refused []string) string {
	chosen := chooseLocale(d.locales, wanted, serverLanguages)
	if !d.anyLanguage {
		if refused != nil { // it has one of its own
			return ""
		}
		return chosen
	}
	var locales []string
	for _, tag := range wanted {
		locales = append(locales, languageTag(tag), matchLocale(d.locales, tag))
	}
	for _, locale := range append(locales, chosen, "en") {
		if locale != "" && !slices.Contains(refused, locale) {
			return locale
		}
	}
	return ""
}
