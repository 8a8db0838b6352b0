package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// release is one of Mastodon's, 402 for 4.2; 0 where a server does not tell.
type release int

const (
	mastodon30 release = 300
	mastodon34 release = 304
	mastodon35 release = 305
	mastodon40 release = 400
	mastodon41 release = 401
	mastodon43 release = 403
	mastodon44 release = 404
	mastodon45 release = 405
	mastodon46 release = 406
)

// The names that every server keeps for itself. From 4.5 on the list belongs to
// the staff, so that nothing certain can be said.
const (
	reserved27 = "admin support help root webmaster administrator mod moderator"
	reserved44 = reserved27 + " abuse account accounts administration admins helpdesk instance moderators mods owner security server staff"
)

// mastodonDialect is that of Mastodon and of the forks that follow its releases.
func mastodonDialect(i *mastodon.Instance) *dialect {
	since := releaseOf(i)
	d := &dialect{
		signUp: "/auth/sign_up", signIn: "/auth/sign_in", reset: "/auth/password/new",
		profile: "/@", follow: "/authorize_interaction?uri=acct%3A",
		signInWith: FieldNameEmail,

		takesSignUps:       true,
		takesReasons:       since == 0 || since >= mastodon30,
		username:           Field{MaxLength: 30, Pattern: "[A-Za-z0-9_]+"},
		usernameCharacters: digits + letters + capitals + "_",
		email:              Field{Required: true},
		password:           Field{MinLength: 8, MaxLength: 72},
		reason:             Field{Required: wantsReason(i), MaxLength: 420},
		dateOfBirth:        Field{Unkept: true},
		locales:            localesOf(since, i.APIVersion),
		// 4.2.0 to 4.2.3 refused zones that they did not know.
		takesZone: since >= mastodon43,

		resends:         true,
		wantsTwoFactor:  since >= mastodon46,
		linkLife:        2 * oneDay,
		unconfirmedLife: 7 * oneDay,
		datesDocuments:  i.APIVersion == 2,
	}
	if d.refusesIn = d.locales; since < mastodon34 {
		d.refusesIn = []string{"en"} // there is nothing but the sentence to read
	}
	switch {
	case since < mastodon44:
		d.reserved = strings.Fields(reserved27)
	case since < mastodon45:
		d.reserved = strings.Fields(reserved44)
	}
	if since >= mastodon43 {
		d.invites.page, d.tellsInvites = "/invite/", true
	} else {
		d.unconfirmedLife = 2 * oneDay
		d.revokesUnseen = true
	}
	return d
}

// releaseOf is the release that a server is or follows. Since 4.3 the version
// of the API tells it; a fork with a version of its own names Mastodon's first,
// but for old ones.
func releaseOf(i *mastodon.Instance) release {
	switch api := i.APIVersions["mastodon"]; {
	case api >= 10:
		return mastodon46
	case api >= 7:
		return mastodon45
	case api >= 6:
		return mastodon44
	case api >= 2:
		return mastodon43
	}
	major, rest, _ := strings.Cut(i.Version, ".")
	if minor, _, ok := strings.Cut(rest, "."); ok {
		x, ok := ascii.Number(major, 10, 99)
		y, yOK := ascii.Number(minor, 10, 99)
		if ok && yOK && x > 1 {
			return release(x*100 + y)
		}
	}
	return 0
}

// localesOf lists the locales that are safe to send: what is not on its own
// list a server refuses before 4.2.4.
func localesOf(since release, apiVersion int) []string {
	if since == 0 {
		since = mastodon30
		if apiVersion == 2 {
			since = mastodon40
		}
	}
	known := locales30
	for _, added := range []struct {
		since   release
		locales string
	}{{mastodon34, locales34}, {mastodon35, locales35}, {mastodon41, locales41}, {mastodon43, locales43}, {mastodon46, locales46}} {
		if since >= added.since {
			known += " " + added.locales
		}
	}
	switch {
	case since >= mastodon43:
		known += " " + frenchOfCanada
	case since >= mastodon41:
		known += " " + frenchOfQuebec
	}
	return strings.Fields(known)
}
