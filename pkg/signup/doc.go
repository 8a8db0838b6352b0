// Package signup takes a person from the name of a Mastodon-compatible server
// to a working account there.
//
// A [Flow] is a state machine without a user interface. It reads what the
// server asks, checks what was typed, creates the account, waits for the
// confirmation email and the server's staff, and tells of every change with a
// [Snapshot]: a plain value that holds all that there is to draw. The visitor's
// acts are its verbs:
//
//	flow := signup.New(signup.Config{Doer: doer, AppName: "My site", ReturnURL: "https://my.site/welcome", OnChange: draw})
//	defer flow.Close()
//	err := flow.Open(ctx, "example.social")   // loading → form, or a door
//	err = flow.Submit(ctx, values)            // form → submitting → confirm
//	                                          // confirm → review → ready, on its own
//
// Every end is a door: the screens closed, elsewhere, stopped and failed come
// with a [Problem] that says why and, where there is one, with the page on
// which the visitor can go on. A closed server may still take an invite
// ([Flow.UseInvite]), and whatever became of an account, [Flow.Forget] makes
// room for the next one.
//
// The package does no input or output of its own: requests go through
// [mastodon.Doer], what is to outlive the flow goes to a [Store]. It builds for
// every platform, WebAssembly by TinyGo included.
//
// # Files
//
//   - flow.go: the state and its lock; session.go: what is known of one server;
//     gate.go: a lock that can be waited for
//   - one verb each: open.go, submit.go (created.go: what follows), resend.go,
//     forget.go, revoke.go, invite.go, captcha.go, names.go, documents.go, and
//     wait.go for what is asked while the visitor waits
//   - dialect.go and dialect_*.go: what servers do in their own way
//   - discover.go: from a name to a server; form.go: to its form alone
//   - server.go, rules.go, requirements.go: from an instance document to what
//     the visitor sees; bounds.go: how much of it; text.go, links.go: its HTML
//     as text
//   - check.go, username.go, entropy.go: what a server would refuse; asked.go:
//     what it asks for only in a refusal
//   - locale.go: which language a sign-up asks for
//   - problems.go, errors.go: what went wrong
//   - credentials.go: the app, its registration and its token; store.go,
//     ticket.go: what is kept of it and of the account
//   - terms.go: what an agreement is given for
//   - lost.go, slow.go: answers that get lost or take long
//   - webmail.go, follow.go: where a visitor can go on
//   - snapshot.go, json.go: what crosses to JavaScript
package signup
