package mastodon_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
)

var ctx = context.Background()

// exampleClient talks to a simulated server.
func exampleClient(settings mastodontest.Settings) (*mastodon.Client, *mastodontest.Server) {
	simulated := mastodontest.New(settings)
	server, err := mastodon.ParseServer("example.social")
	if err != nil {
		panic(err)
	}
	return mastodon.NewClient(server, nethttp.New(simulated.Client())), simulated
}

const scopes = "read:accounts write:accounts"

// exampleApp registers an app and gets its token.
func exampleApp(client *mastodon.Client) (*mastodon.App, string) {
	app, err := client.RegisterApp(ctx, mastodon.AppRegistration{Name: "My site", RedirectURI: "https://my.site/welcome", Scopes: scopes})
	if err != nil {
		panic(err)
	}
	token, err := client.AppToken(ctx, app, scopes)
	if err != nil {
		panic(err)
	}
	return app, token.AccessToken
}

// exampleAccount signs Alice up.
func exampleAccount(client *mastodon.Client) (*mastodon.App, string) {
	app, appToken := exampleApp(client)
	created, err := client.CreateAccount(ctx, appToken, mastodon.Registration{
		Username: "alice", Email: "alice@example.org", Password: "correct horse", Agreement: true})
	if err != nil {
		panic(err)
	}
	return app, created.Token.AccessToken
}

func ExampleParseServer() {
	server, err := mastodon.ParseServer("@me@bücher.example")
	fmt.Println(server, err)
	_, err = mastodon.ParseServer("mastodon")
	fmt.Println(err)
	// Output:
	// xn--bcher-kva.example <nil>
	// mastodon: "mastodon" names no server: no-dot
}

func ExampleClient_Instance() {
	client, _ := exampleClient(mastodontest.Settings{Title: "Example", Registrations: mastodontest.Approval, MinAge: 16})
	instance, err := client.Instance(ctx)
	if err != nil {
		panic(err)
	}
	fmt.Println(instance.Title, instance.Software.Name)
	fmt.Println(instance.Registrations.Enabled, instance.Registrations.ApprovalRequired, instance.Registrations.MinAge)
	// Output:
	// Example mastodon
	// true true 16
}

func ExampleClient_TermsOfService() {
	client, _ := exampleClient(mastodontest.Settings{Terms: &mastodontest.Terms{EffectiveDate: "2026-05-01", HTML: "<p>Terms</p>"}})
	terms, err := client.TermsOfService(ctx, "")
	fmt.Println(terms.EffectiveDate, terms.Content, err)
	// Output: 2026-05-01 <p>Terms</p> <nil>
}

func ExampleClient_PrivacyPolicy() {
	client, _ := exampleClient(mastodontest.Settings{})
	policy, err := client.PrivacyPolicy(ctx)
	fmt.Println(policy.UpdatedAt, err)
	// Output: 2022-10-07T00:00:00+00:00 <nil>
}

func ExampleClient_ExtendedDescription() {
	client, _ := exampleClient(mastodontest.Settings{Description: "For birds"})
	description, err := client.ExtendedDescription(ctx)
	fmt.Print(description.Content, err)
	// Output:
	// <p>For birds</p>
	// <nil>
}

func ExampleClient_RegisterApp() {
	client, _ := exampleClient(mastodontest.Settings{})
	app, err := client.RegisterApp(ctx, mastodon.AppRegistration{
		Name: "My site", RedirectURI: "https://my.site/welcome", Scopes: "read:accounts write:accounts"})
	fmt.Println(app.Name, app.Scopes, err)
	// Output: My site [read:accounts write:accounts] <nil>
}

func ExampleClient_AppToken() {
	client, _ := exampleClient(mastodontest.Settings{})
	app, _ := exampleApp(client)
	token, err := client.AppToken(ctx, app, "write:accounts")
	fmt.Println(token.Scope, err)
	// Output: write:accounts <nil>
}

func ExampleBroker() {
	doer := &answering{status: 200, body: `{"access_token":"…","token_type":"Bearer","scope":"read:accounts write:accounts"}`}
	server, err := mastodon.ParseServer("example.social")
	if err != nil {
		panic(err)
	}
	token, err := mastodon.NewBroker(doer, "https://broker.my.site", server, "https://my.site/welcome").Token(ctx, mastodon.TokenQuestion{})
	fmt.Println(doer.last.Method, doer.last.URL)
	fmt.Println(token.Scope, err)
	// Output:
	// POST https://broker.my.site/v1/app-token
	// read:accounts write:accounts <nil>
}

func ExampleClient_LookupAccount() {
	client, simulated := exampleClient(mastodontest.Settings{})
	simulated.AddUser("alice", "alice@example.org")
	account, err := client.LookupAccount(ctx, "Alice")
	fmt.Println(account.URL, err)
	_, err = client.LookupAccount(ctx, "bob")
	fmt.Println(mastodon.HasCode(err, mastodon.CodeNotFound))
	// Output:
	// https://example.social/@alice <nil>
	// true
}

func ExampleClient_CreateAccount() {
	client, simulated := exampleClient(mastodontest.Settings{})
	simulated.AddUser("alice", "alice@example.org")
	_, token := exampleApp(client)
	_, err := client.CreateAccount(ctx, token, mastodon.Registration{
		Username: "alice", Email: "someone@example.org", Password: "short", Agreement: true})
	var refusal *mastodon.Error
	if errors.As(err, &refusal) {
		for _, field := range refusal.Fields {
			fmt.Println(field.Field, field.Code, field.Description)
		}
		fmt.Println("tries left:", refusal.RateLimit.Remaining)
	}
	// Output:
	// password ERR_TOO_SHORT is too short (minimum is 8 characters)
	// username ERR_TAKEN has already been taken
	// tries left: 4
}

func ExampleClient_EmailConfirmed() {
	client, simulated := exampleClient(mastodontest.Settings{})
	_, token := exampleAccount(client)
	fmt.Println(client.EmailConfirmed(ctx, token))
	if err := simulated.Confirm("alice"); err != nil {
		panic(err)
	}
	fmt.Println(client.EmailConfirmed(ctx, token))
	// Output:
	// false <nil>
	// true <nil>
}

func ExampleClient_ResendConfirmation() {
	client, simulated := exampleClient(mastodontest.Settings{})
	_, token := exampleAccount(client)
	err := client.ResendConfirmation(ctx, token, "alice@example.com")
	fmt.Println(len(simulated.Mails()) > 1, err)
	// Output: true <nil>
}

func ExampleClient_VerifyAccount() {
	client, simulated := exampleClient(mastodontest.Settings{})
	_, token := exampleAccount(client)
	_, err := client.VerifyAccount(ctx, token)
	fmt.Println(mastodon.HasCode(err, mastodon.CodeUnconfirmed))
	if err := simulated.Confirm("alice"); err != nil {
		panic(err)
	}
	account, err := client.VerifyAccount(ctx, token)
	fmt.Println(account.Username, err)
	// Output:
	// true
	// alice <nil>
}

func ExampleClient_RevokeToken() {
	client, _ := exampleClient(mastodontest.Settings{})
	app, token := exampleAccount(client)
	fmt.Println(client.RevokeToken(ctx, app, token))
	_, err := client.VerifyAccount(ctx, token)
	fmt.Println(mastodon.HasCode(err, mastodon.CodeUnauthorized))
	// Output:
	// <nil>
	// true
}

func ExampleClient_NodeInfo() {
	client, _ := exampleClient(mastodontest.Settings{Version: "4.3.23"})
	info, err := client.NodeInfo(ctx)
	fmt.Println(info.Software.Name, info.Software.Version, err)
	// Output: mastodon 4.3.23 <nil>
}

func ExampleClient_HostMeta() {
	doer := byPath{"/.well-known/host-meta": `<XRD><Link rel="lrdd" template="https://social.example.com/.well-known/webfinger?resource={uri}"/></XRD>`}
	server, err := mastodon.ParseServer("@alice@example.social")
	if err != nil {
		panic(err)
	}
	fmt.Println(mastodon.NewClient(server, doer).HostMeta(ctx))
	// Output: social.example.com <nil>
}

func ExampleClient_WebFinger() {
	doer := byPath{"/.well-known/webfinger?resource=acct%3Aalice%40example.social": `{"subject":"acct:alice@example.social",
		"links":[{"rel":"self","type":"application/activity+json","href":"https://social.example.com/users/alice"}]}`}
	server, err := mastodon.ParseServer("@alice@example.social")
	if err != nil {
		panic(err)
	}
	fmt.Println(mastodon.NewClient(server, doer).WebFinger(ctx, "@alice@example.social"))
	// Output: social.example.com <nil>
}

func ExampleClient_Captcha() {
	client, simulated := exampleClient(mastodontest.Settings{Software: mastodontest.Akkoma, Captcha: true})
	_, token := exampleApp(client)
	captcha, err := client.Captcha(ctx)
	if err != nil {
		panic(err)
	}
	created, err := client.CreateAccount(ctx, token, mastodon.Registration{
		Username: "alice", Email: "alice@example.org", Password: "correct horse", Agreement: true, Language: "de",
		CaptchaToken: captcha.Token, CaptchaAnswerData: captcha.AnswerData, CaptchaSolution: simulated.CaptchaSolution(captcha.Token)})
	fmt.Println(captcha.Type, captcha.Seconds, created.Identifier, err)
	// Output: native 300 missing_confirmed_email <nil>
}

func ExampleClient_ResendPleromaConfirmation() {
	client, simulated := exampleClient(mastodontest.Settings{Software: mastodontest.Akkoma})
	_, token := exampleApp(client)
	_, err := client.CreateAccount(ctx, token, mastodon.Registration{
		Username: "alice", Email: "alice@example.org", Password: "correct horse", Agreement: true})
	if err != nil {
		panic(err)
	}
	before := len(simulated.Mails())
	err = client.ResendPleromaConfirmation(ctx, "alice")
	fmt.Println(len(simulated.Mails())-before, err)
	// Output: 1 <nil>
}

func ExampleMarkedReturnURL() {
	server, err := mastodon.ParseServer("example.social")
	if err != nil {
		panic(err)
	}
	fmt.Println(mastodon.MarkedReturnURL("https://my.site/welcome", server))
	// Output: https://my.site/welcome?fedi-signup=example.social
}

func ExampleSoftware_Title() {
	fmt.Println(mastodon.Software{Name: mastodon.SoftwareGoToSocial}.Title())
	// Output: GoToSocial
}

func ExampleRateLimit() {
	now := time.Date(2026, 8, 7, 12, 10, 0, 0, time.UTC)
	client, _ := exampleClient(mastodontest.Settings{Now: func() time.Time { return now }})
	_, token := exampleApp(client)
	for {
		_, err := client.CreateAccount(ctx, token, mastodon.Registration{})
		var refusal *mastodon.Error
		if errors.As(err, &refusal) && refusal.Status == http.StatusTooManyRequests {
			fmt.Println(refusal.Code, "until", time.UnixMilli(refusal.RateLimit.ResetAt).UTC().Format(time.TimeOnly))
			return
		}
	}
	// Output: rate-limited until 12:30:00
}
