// Package mastodontest is a Mastodon-compatible server in the process: the
// part of one that an account's sign-up meets, for tests and demonstrations.
//
//	s := mastodontest.Start(t, mastodontest.Settings{Registrations: mastodontest.Approval})
//	// sign up at s.URL as an app would, then
//	http.Get(s.ConfirmationLink("alice@example.org"))
//	s.Approve("alice")
//
// It answers as Mastodon 2.7 to 4.6 and main ("4.7.0-alpha.2") do, by
// [Settings].Version: the same bodies, the same order and repetition of what is
// wrong, the same headers for pages of other sites, the same limits on calls.
// Settings are the switches of the server and of its staff; Fail makes requests
// go wrong; Mails and Requests tell what happened. Desk does as much over HTTP,
// for programs that are not written in Go.
//
// [Settings].Software makes it another kind of server. Hometown is Mastodon
// under a name of its own; a version with "+glitch" is glitch-soc's. GoToSocial,
// Akkoma and Pleroma answer what makes them different, captchas that a person
// can read included ([Server.LastCaptcha] solves them). Pixelfed, Friendica and
// Mitra describe themselves as Mastodon does and take no sign-ups by the API.
// Snac makes accounts only from its command line. Any other name is software
// without Mastodon's API, which only nodeinfo names. [Settings].AccountsAt
// makes it a web site that is only the domain in the handles of another server.
//
// It shares no code with the client of this module, so that a mistake in one
// shows against the other.
//
// A [Directory] is a list of servers like the one at api.joinmastodon.org.
//
// Settings.Lag, Nginx and [Server.Browser] are the caches that let instance
// documents be minutes old.
//
// It does not simulate: federation, posts and everything else that needs an
// account; signing in on pages; limits on pages and on paging; texts in other
// languages than English, German and French; checks of addresses by real DNS;
// the grants authorization_code and password (always refused); the times that
// all this takes.
// Of the ways to write a date that Mastodon reads it knows the common ones.
//
// What is known of some software is little. Of Friendica, Mitra and Pixelfed
// there is what a client needs to recognise them; in which words they refuse a
// sign-up, and which pages may read Friendica's, Mitra's and snac's answers, is
// a guess. So are the link in Akkoma's mails, and WebFinger, which answers about
// accounts and about the server itself.
//
// # Files
//
//   - settings.go: what can be set; versions.go: what each release has;
//     flavour.go: what each software has
//   - server.go: the way of a request; call.go, reply.go: what it asks and gets;
//     transport.go: requests without a socket; log.go: what was received
//   - faults.go, throttle.go, cors.go: what may stop it; caches.go: what may
//     answer in its place
//   - state.go: apps, tokens, accounts; staff.go: what the server's staff do
//     with them; mail.go: the mails and where their links lead; desk.go: all of
//     it over HTTP
//   - mastodon.go: its routes: instance.go, documents.go, apps.go, oauth.go,
//     accounts.go, emails.go, pages.go; validation.go, locales.go: what a
//     sign-up may say; languages.go: in which language it is refused
//   - akkoma.go, akkoma_accounts.go, captcha.go: Akkoma and Pleroma
//   - gotosocial.go, gotosocial_accounts.go: GoToSocial
//   - imitation.go: what imitations have in common; epicyon.go, friendica.go,
//     hollo.go, mitra.go, pixelfed.go, snac.go, vernissage.go: one each;
//     other.go: the rest
//   - hostmeta.go: domains in handles; directory.go: lists of servers
//   - doc_conformance.go: what all this is held to
package mastodontest
