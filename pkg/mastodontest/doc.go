// Package mastodontest is a Mastodon-compatible server in the process: the
// part of one that an account's sign-up meets, for tests and demonstrations.
//
//	s := mastodontest.Start(t, mastodontest.Settings{Registrations: mastodontest.Approval})
//	// sign up at s.URL as an app would, then
//	http.Get(s.ConfirmationLink("alice@example.org"))
//	s.Approve("alice")
//
// It answers as Mastodon 4.2 to 4.6 does, by [Settings].Version: the same
// bodies, the same order and repetition of what is wrong, the same headers for
// pages of other sites, the same limits on calls. Settings are the switches of
// the server and of its staff; Fail makes requests go wrong; Mails and Requests
// tell what happened. GoToSocial and Akkoma answer what makes them different.
//
// It shares no code with the client of this module, so that a mistake in one
// shows against the other.
//
// It does not simulate: federation, posts and everything else that needs an
// account; signing in on pages; the caches that let instance documents be
// minutes old; limits on pages and on paging; texts in other languages than
// English; checks of addresses by real DNS; invites whose creator lost the
// account; the grants authorization_code and password (always refused); servers
// in self-destruct; the times that all this takes.
// Where servers send the mail to a corrected address twice, it sends one.
// GoToSocial's moderation and Akkoma's invitations are missing. Of the ways to
// write a date that Mastodon reads it knows the common ones.
package mastodontest
