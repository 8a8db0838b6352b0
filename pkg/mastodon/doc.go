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
//
// # Files
//
//   - client.go: one call and its answer, at most so large; form.go, json.go:
//     what is sent and read; doer.go: the seam; redact.go: what errors must
//     not hold
//   - server.go, domain.go, idna.go, idna_js.go, punycode.go: names of servers
//   - instance.go, urls.go, documents.go: what a server says of itself
//   - software.go, proof.go, nodeinfo.go: what it runs
//   - wellknown.go: from a domain of handles to its server
//   - apps.go, tokens.go, invites.go, accounts.go, emails.go: the calls of a sign-up; broker.go:
//     those of a site's own broker;
//     pleroma.go: those that Pleroma and Akkoma have besides
//   - return.go: how the email's link leads back to a page
//   - errors.go, refusals.go, ratelimit.go: what went wrong
package mastodon
