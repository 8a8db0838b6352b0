// Package mastodon speaks the part of the Mastodon API that makes an account:
// the instance and its documents, apps, tokens, accounts and the confirmation
// of their addresses; what Pleroma and Akkoma want besides; and the documents
// that lead from a domain of handles to its server.
//
// A [Client] talks to one [Server] through a [Doer], the package's only seam:
// pkg/nethttp is one for native programs, pkg/jsbridge one for browsers.
// Whatever a server answers becomes a value or an [*Error].
//
// This package does not retry, wait, cache, log, start goroutines or ask the
// clock, and it decides nothing: pkg/signup does.
package mastodon
