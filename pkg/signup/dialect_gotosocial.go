package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// gotosocialDialect is that of GoToSocial. It resets no passwords, and its
// staff approve everybody.
func gotosocialDialect(i *mastodon.Instance) *dialect {
	d := &dialect{
		signUp: "/signup", signIn: "/settings", reset: "/settings",
		profile:    "/@",
		clients:    "/login",
		signInWith: FieldNameEmail,

		takesSignUps:       true,
		refusesApps:        usersOnly(i.Software.Version),
		takesReasons:       true,
		username:           Field{MaxLength: 64, Pattern: "[a-z0-9_]+"},
		usernameCharacters: digits + letters + "_",
		webFinger:          true,
		email:              Field{Required: true},
		password:           Field{MaxBytes: 72, Entropy: 60},
		anyLanguage:        true,
		limitsAll:          true,
		failsOnMail:        true,
		locales:            localesOf(0, i.APIVersion),

		unknownUntilApproved: true,
		unconfirmedLife:      7 * oneDay,
		mayNotRevoke:         true,
	}
	// Before 0.20 it does not say whether it wants a reason, and by default it
	// does. Where it wants none, it ignores how long one is.
	if i.Registrations.ReasonRequired == nil || wantsReason(i) {
		d.reason = Field{Required: true, MinLength: 40, MaxLength: 500}
	}
	return d
}

// usersOnly reports whether a version takes sign-ups with the token of a user
// only, which makes no sense for apps: from 0.19 on. A server that hides its
// version is taken for a new one.
func usersOnly(version string) bool {
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	if n, ok := ascii.Number(minor, 10, 1000); major == "0" && ok {
		return n >= 19
	}
	return true
}
