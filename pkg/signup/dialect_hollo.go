package signup

import "github.com/fedi-signup/fedi-signup/pkg/mastodon"

// holloDialect is that of Hollo, a server for its owner alone. Its document is
// read like any other: it says that it is closed. If one is ever open, people
// sign up on its own pages.
func holloDialect() *dialect {
	d := otherDialect(mastodon.SoftwareHollo)
	d.signIn = "/login"
	d.takesSignUps, d.refusesApps = true, true
	return d
}
