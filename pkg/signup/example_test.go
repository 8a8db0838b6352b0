package signup_test

import (
	"context"
	"fmt"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// A whole sign-up, against a simulated server.
func Example() {
	server := mastodontest.New(mastodontest.Settings{Title: "Example"})
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()

	ready := make(chan struct{})
	flow := signup.New(signup.Config{
		Doer:      nethttp.New(server.Client()), // against a real one: nethttp.New(nil)
		AppName:   "My site",
		ReturnURL: "https://my.site/welcome",
		Languages: []string{"en"},
		OnChange: func(s signup.Snapshot) {
			fmt.Println(s.Screen)
			if s.Screen == signup.ScreenReady {
				close(ready)
			}
		},
	})
	defer flow.Close()

	if err := flow.Open(ctx, "https://example.social/about"); err != nil {
		fmt.Println(err)
		return
	}
	for _, field := range flow.Snapshot().Fields {
		fmt.Println(" ", field.Name)
	}
	err := flow.Submit(ctx, signup.Values{
		Username: "alice", Email: "alice@example.org", Password: "correct horse battery", Agreement: true,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("  email to", flow.Snapshot().Account.Email)

	if err := server.Confirm("alice"); err != nil { // the visitor opens the link in the email
		fmt.Println(err)
		return
	}
	if err := flow.Refresh(ctx); err != nil { // the flow also asks by itself
		fmt.Println(err)
		return
	}
	<-ready
	fmt.Println("  welcome", flow.Snapshot().Account.Handle)
	// Output:
	// loading
	// form
	//   username
	//   email
	//   password
	//   agreement
	// submitting
	// confirm
	//   email to a•••@example.org
	// ready
	//   welcome @alice@example.social
}

// Everything that is wrong with the values is told at once, before anything is
// sent.
func ExampleFlow_Check() {
	server := mastodontest.New(mastodontest.Settings{MinAge: 16})
	flow := signup.New(signup.Config{Doer: nethttp.New(server.Client())})
	defer flow.Close()
	if err := flow.Open(context.Background(), "example.social"); err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range flow.Check(signup.Values{Username: "al ice", Email: "alice@example", Password: "secret"}) {
		fmt.Println(p.Field, p.Code)
	}
	// Output:
	// username ERR_INVALID
	// email ERR_INVALID
	// password ERR_TOO_SHORT
	// date_of_birth ERR_BLANK
	// agreement ERR_ACCEPTED
}

// A server that takes nobody new is a door, not an error.
func ExampleFlow_Open() {
	server := mastodontest.New(mastodontest.Settings{Registrations: mastodontest.Closed, ClosedMessage: "<p>We are full.</p>"})
	flow := signup.New(signup.Config{Doer: nethttp.New(server.Client())})
	defer flow.Close()
	if err := flow.Open(context.Background(), "example.social"); err != nil {
		fmt.Println(err)
		return
	}
	now := flow.Snapshot()
	fmt.Println(now.Screen, now.Problem.Message, now.Problem.Handover)
	// Output: closed We are full. https://example.social/about
}

// Whoever was invited to a closed server finds its form.
func ExampleFlow_UseInvite() {
	server := mastodontest.New(mastodontest.Settings{Registrations: mastodontest.Closed})
	server.AddInvite(mastodontest.Invite{Code: "AbC123xy"})
	flow := signup.New(signup.Config{Doer: nethttp.New(server.Client())})
	defer flow.Close()
	ctx := context.Background()
	if err := flow.Open(ctx, "example.social"); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(flow.Snapshot().Screen, "asks for", flow.Snapshot().Fields[0].Name)
	fmt.Println(flow.UseInvite(ctx, "https://other.social/invite/AbC123xy"))
	if err := flow.UseInvite(ctx, "https://example.social/invite/AbC123xy"); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(flow.Snapshot().Screen)
	// Output:
	// closed asks for invite_code
	// signup: invalid, invite_code ERR_INVALID
	// form
}
