package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// examination is what is known of one server so far.
type examination struct {
	asked  mastodon.Server
	page   *page            // as browsers let the widget see the server
	plain  *mastodon.Client // as everybody else sees it
	flow   *signup.Flow     // the widget's own
	seen   signup.Snapshot
	report *Report
	kept   store // what the flow keeps: with register its app

	unhindered *signup.Snapshot // where the flow would lead if browsers let it; nil if they do
	invited    *signup.Snapshot // where it leads with an invite; nil if it was not tried
}

// check finds out about one server. Without register it sends nothing that
// makes the server keep something.
func check(ctx context.Context, server mastodon.Server, transport http.RoundTripper, register bool) *Report {
	x := &examination{
		asked:  server,
		page:   newPage(transport),
		report: &Report{Server: attribute(server), Fields: []signup.Field{}, Unknown: []string{}, Next: []string{}},
		kept:   store{},
	}
	x.plain = x.plainAt(server)
	x.open(ctx)
	defer func() { x.flow.Close() }()
	if x.answered() {
		x.readFacts(ctx)
		if x.mayServeTheWidget() {
			x.tryCalls(ctx)
		}
	}
	if register {
		x.register(ctx)
	}
	x.report.Calls = x.page.noted()
	x.conclude()
	return x.report
}

// attribute is how the widget's attribute server names it: on this machine with
// the scheme, because without one https is meant.
func attribute(server mastodon.Server) string {
	if strings.HasPrefix(server.Origin(), "http:") {
		return server.Origin()
	}
	return server.Host()
}

// anInvite stands for one: servers look at it only when the account is made.
const anInvite = "invite"

// open goes where a visitor of the widget goes, with an invite as well. Where a
// browser is in the way the flow goes on without one.
func (x *examination) open(ctx context.Context) {
	server := x.plain.Server().Origin()
	x.flow = x.opened(ctx, x.page, server, "")
	x.seen = x.flow.Snapshot()
	x.report.Screen, x.report.Problem = x.seen.Screen, x.seen.Problem
	if ctx.Err() != nil {
		// The flow was cancelled. The widget's visitor would go on waiting.
		x.report.Screen = signup.ScreenFailed
		x.report.Problem = &signup.Problem{Code: signup.CodeUnreachable, Detail: string(mastodon.CauseTimeout), Retryable: true}
	}
	switch x.report.Screen {
	case signup.ScreenForm, signup.ScreenClosed:
		flow := x.opened(ctx, x.page, server, anInvite)
		seen := flow.Snapshot()
		x.invited = &seen
		if x.seen.Screen == signup.ScreenClosed {
			x.flow, flow, x.seen = flow, x.flow, seen
		}
		flow.Close()
	case signup.ScreenFailed:
		if x.page.blocked() {
			flow := x.opened(ctx, x.page.plain, server, "")
			seen := flow.Snapshot()
			x.unhindered = &seen
			flow.Close()
		}
	}
	if x.seen.Screen == signup.ScreenForm {
		x.report.Fields = x.seen.Fields
	}
}

func (x *examination) opened(ctx context.Context, doer mastodon.Doer, server, invite string) *signup.Flow {
	flow := signup.New(signup.Config{Doer: doer, Store: x.kept, AppName: "fedi-signup doctor", ReturnURL: origin + "/", Invite: invite})
	_ = flow.Open(ctx, server) // the snapshot says so
	return flow
}

// answered reports whether anything came from the server.
func (x *examination) answered() bool {
	for _, c := range x.page.noted() {
		if c.Status != 0 {
			return true
		}
	}
	return false
}

// readFacts reads what the server tells, past the browser's rules.
func (x *examination) readFacts(ctx context.Context) {
	seen := x.seen
	if x.unhindered != nil {
		seen = *x.unhindered
	}
	if seen.Server != nil && seen.Server.Host != x.plain.Server().Host() { // another one is meant
		if server, err := mastodon.ParseServer(seen.Server.Host); err == nil {
			x.plain = x.plainAt(server)
		}
	}
	instance, err := x.plain.Instance(ctx)
	if err != nil {
		if info, err := x.plain.NodeInfo(ctx); err == nil {
			x.report.Facts = factsOfNodeInfo(info, x.plain.Server())
		}
		return
	}
	x.plain = x.plainAt(instance.Server)
	f := factsOf(instance)
	if claimed := instance.Claimed.Host(); claimed != "" {
		if seen.Server != nil && seen.Server.Domain == claimed {
			f.Domain = claimed
		} else {
			f.Claimed = claimed
		}
	}
	if instance.APIVersion == 2 {
		f.Invites.ByPeople = x.invitesByPeople(ctx)
	}
	if x.invited != nil {
		f.Invites.ByWidget = slices.ContainsFunc(x.invited.Fields, func(field signup.Field) bool { return field.Name == signup.FieldNameInviteCode })
	}
	if len(x.report.Fields) > 0 && f.Captcha == CaptchaUnknown && !isMastodon(f.Software) {
		f.Captcha = CaptchaNone // unless the form asks for one
	}
	for _, field := range x.report.Fields {
		switch {
		case field.Name == signup.FieldNameReason && field.Required:
			f.Reason = "required"
		case field.Name == signup.FieldNameReason:
			f.Reason = "optional"
		case field.Name == signup.FieldNameCaptcha:
			f.Captcha = CaptchaForm
		}
	}
	if p := x.report.Problem; p != nil {
		switch p.Code {
		case signup.CodeClosed:
			f.Message = p.Message
		case signup.CodeCaptcha:
			f.Captcha = CaptchaPage
		}
	}
	x.report.Facts = f
}

func (x *examination) plainAt(server mastodon.Server) *mastodon.Client {
	return mastodon.NewClient(server, x.page.plain)
}

// maxAnswer is the size of an answer that is still read, in bytes.
const maxAnswer = 1 << 20

// invitesByPeople reads what only the older document tells; nil if it does
// not.
func (x *examination) invitesByPeople(ctx context.Context) *bool {
	response, err := x.page.plain.Do(ctx, &mastodon.Request{Method: http.MethodGet, URL: x.plain.Server().URL("/api/v1/instance"),
		Header: map[string]string{"Accept": "application/json"}})
	if err != nil {
		return nil
	}
	defer response.Body.Close()
	var document struct {
		InvitesEnabled *bool `json:"invites_enabled"`
	}
	if json.NewDecoder(io.LimitReader(response.Body, maxAnswer)).Decode(&document) != nil {
		return nil
	}
	return document.InvitesEnabled
}

// mayServeTheWidget reports whether the server has the calls of a sign-up, open
// or not.
func (x *examination) mayServeTheWidget() bool {
	for _, p := range []*signup.Problem{x.report.Problem, x.doorBehind()} {
		if p != nil && p.Code == signup.CodeNotSupported {
			return false
		}
	}
	return x.report.Facts != nil && x.report.Facts.ReadFrom != "nodeinfo"
}

// doorBehind is what visitors would see if their browsers let them through;
// nil if they would come to the form, or if browsers are not in the way.
func (x *examination) doorBehind() *signup.Problem {
	if x.unhindered == nil {
		return nil
	}
	return x.unhindered.Problem
}

const (
	noToken = "none" // no server knows it
	aName   = "fedi_signup"
)

// tryCalls tries, of all calls that the widget may make, those that change
// nothing, and asks about the others as a browser does.
func (x *examination) tryCalls(ctx context.Context) {
	f := x.report.Facts
	for i, d := range f.Documents {
		_, err := x.flow.Document(ctx, d.Kind)
		f.Documents[i].InPlace = err == nil
	}
	if x.seen.Screen == signup.ScreenForm {
		f.UsernameCheck = "no"
		if available, err := x.flow.Available(ctx, aName); err == nil && available != signup.AvailabilityUnknown {
			f.UsernameCheck = "yes"
		}
	}
	server := x.plain.Server()
	client := mastodon.NewClient(server, x.page)
	x.page.ask(ctx, http.MethodPost, server.URL("/api/v1/apps"))
	x.page.ask(ctx, http.MethodPost, server.URL("/oauth/token"))
	x.page.ask(ctx, http.MethodPost, server.URL("/api/v1/accounts"), "authorization", "content-type")
	switch f.Software {
	case mastodon.SoftwareAkkoma, mastodon.SoftwarePleroma:
		x.page.ask(ctx, http.MethodPost, server.URL("/api/v1/pleroma/accounts/confirmation_resend"))
	case mastodon.SoftwareGoToSocial: // has neither
	default:
		_, _ = client.EmailConfirmed(ctx, noToken)
		x.page.ask(ctx, http.MethodPost, server.URL("/api/v1/emails/confirmations"), "authorization", "content-type")
	}
	// Refused, as it must be: pages have to be able to read refusals too.
	_, _ = client.VerifyAccount(ctx, noToken)
	x.page.ask(ctx, http.MethodPost, server.URL("/oauth/revoke"))
}
