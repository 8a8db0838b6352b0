package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// The names that Pleroma keeps for itself.
const reservedPleroma = "about api auth inbox main media oauth objects proxy push registration relay search settings status tag users web mfa"

// pleromaDialect is that of Pleroma and of Akkoma.
func pleromaDialect(i *mastodon.Instance) *dialect {
	return &dialect{
		signUp: "/registration", signIn: "/login", reset: "/password-reset",
		profile: "/users/", follow: "/ostatus_subscribe?acct=",
		signInWith: FieldNameUsername,

		takesSignUps:       true,
		takesReasons:       true,
		wantsCaptcha:       true,
		invites:            inviteForm{page: "/registration/", more: "-_="},
		username:           Field{Pattern: `[A-Za-z0-9_\-]+`},
		usernameCharacters: digits + letters + capitals + "_-",
		reserved:           strings.Fields(reservedPleroma),
		email:              Field{Required: i.AccountActivationRequired == nil || *i.AccountActivationRequired},
		reason:             Field{Required: wantsReason(i), MaxLength: 500},
		locales:            localesOf(0, i.APIVersion),
		rename: func(r *mastodon.Registration) {
			r.InviteToken, r.InviteCode = r.InviteCode, ""
			r.Language, r.Locale = r.Locale, ""
			r.Birthday, r.DateOfBirth = r.DateOfBirth, ""
		},

		tokenMeansReady: true,
		resends:         true,
		resendsByName:   true,
		unconfirmedLife: 7 * oneDay,
		mayNotRevoke:    true,
	}
}
