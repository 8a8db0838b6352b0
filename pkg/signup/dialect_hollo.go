package signup

import "github.com/fedi-signup/fedi-signup/pkg/mastodon"

// holloDialect is that of Hollo, a server for its owner alone. Its document is
// asked like others': it says that it is closed. Should one ever be open, that
// is for its own pages.
func holloDialect() *dialect {
	d := otherDialect(mastodon.SoftwareHollo)
	d.signIn = "/login"
	d.takesSignUps, d.refusesApps = true, true
	return d
}
