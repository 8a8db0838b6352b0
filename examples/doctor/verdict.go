package main

import (
	"net/http"
	"strconv"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// conclude judges by where the flow led and by which calls a browser lets
// through, and says so.
func (x *examination) conclude() {
	r := x.report
	var why string
	r.Verdict, why = x.verdict()
	switch r.Verdict {
	case VerdictYes:
		r.Sentence = "People can sign up at " + r.Server + " with the widget"
		if f := r.Facts; f != nil && f.Approval {
			r.Sentence += "; its staff review every account"
		}
	case VerdictInvite:
		r.Sentence = "People can sign up at " + r.Server + " with the widget, but only with an invite"
	case VerdictNo:
		r.Sentence = "Not with the widget: " + why
	case VerdictUnknown:
		r.Sentence = "No verdict on " + r.Server + ": " + why
	}
	r.Sentence += "."
	x.admit()
	x.advise()
}

func (x *examination) verdict() (v Verdict, why string) {
	r := x.report
	if x.seen.Screen == signup.ScreenForm {
		for _, c := range r.Calls {
			if !c.Needed || !x.asksTheAPI(c) {
				continue
			}
			switch c.Result {
			case ResultBlocked:
				return VerdictNo, "browsers keep pages from " + c.name() + " (" + c.Reason + ")"
			case ResultUnanswered:
				return VerdictUnknown, c.name() + ": " + c.Reason
			}
		}
		if r.Register != nil && r.Register.Problem != nil && r.Register.Problem.Code != signup.CodeRateLimited {
			return x.refusedApp(r.Register.Problem)
		}
		if s := x.signedUp(); s != nil {
			if v, why = x.refusedSignUp(s); v != "" {
				return v, why
			}
		}
		if r.Screen == signup.ScreenClosed {
			return VerdictInvite, ""
		}
		return VerdictYes, ""
	}
	if x.walledOff() {
		return VerdictUnknown, "a firewall or a challenge for bots answers in its place"
	}
	if v, why = x.door(r.Problem); v != "" {
		return v, why
	}
	for _, c := range r.Calls {
		switch {
		case c.Result == ResultUnanswered:
			return VerdictUnknown, c.Reason
		case c.Result == ResultBlocked:
			return x.blocked(c)
		}
	}
	return VerdictUnknown, string(r.Problem.Code)
}

// door judges by what a visitor sees instead of the form; empty if that
// needs a closer look.
func (x *examination) door(p *signup.Problem) (v Verdict, why string) {
	server := x.report.Server
	switch p.Code {
	case signup.CodeClosed:
		return VerdictNo, server + " isn't accepting new sign-ups"
	case signup.CodeExternal:
		return VerdictNo, server + " has people sign up at " + clean(p.Handover, 200)
	case signup.CodeSignUpRefused:
		return VerdictNo, x.software() + " accepts no sign-ups from apps"
	case signup.CodeGone:
		return VerdictNo, server + " is closing down for good"
	case signup.CodeBlocked:
		return VerdictUnknown, server + " doesn't answer this network"
	case signup.CodeCaptcha:
		return VerdictNo, server + " wants a captcha solved on its own page"
	case signup.CodeNotSupported:
		return VerdictNo, x.software() + " has no sign-up API that the widget knows"
	case signup.CodeBadAnswer:
		return VerdictNo, server + " doesn't answer like a Mastodon-compatible server"
	case signup.CodeServerError:
		return VerdictUnknown, "the server failed"
	case signup.CodeRateLimited:
		return VerdictUnknown, "it accepts no more calls from this network for a while"
	}
	return "", ""
}

// blocked judges a server whose instance document browsers keep from the page.
func (x *examination) blocked(c Call) (Verdict, string) {
	if p := x.doorBehind(); p != nil {
		if v, why := x.door(p); v != "" {
			return v, why
		}
	}
	if x.isBehind() {
		return VerdictNo, "browsers keep pages from finding the server behind " + x.report.Server + " (" + c.Reason + ")"
	}
	return VerdictNo, "browsers keep pages from reading " + c.name() + " (" + c.Reason + ")"
}

// isBehind reports whether the domain that was given only leads to the server,
// without browsers.
func (x *examination) isBehind() bool { return x.unhindered != nil && x.plain.Server() != x.asked }

// walledOff reports whether nothing but refusals comes from there, to whoever
// asks.
func (x *examination) walledOff() bool {
	refused := false
	for _, c := range x.report.Calls {
		if refused = c.Status == http.StatusForbidden; !refused {
			break
		}
	}
	return refused && x.report.Facts == nil
}

// refusedApp judges a server that gave the flow no app or no token for it.
func (x *examination) refusedApp(p *signup.Problem) (Verdict, string) {
	if p.Code == signup.CodeServerError || p.Code == signup.CodeUnreachable {
		return VerdictUnknown, "it failed to register an app"
	}
	return VerdictNo, x.report.Server + " registers no app or gives it no token (" + reasonOf(p) + ")"
}

// refusedSignUp judges a server by its answer to an empty sign-up; empty if it
// refused no more than it must.
func (x *examination) refusedSignUp(s *SignUp) (v Verdict, why string) {
	switch {
	case s.Code == mastodon.CodeForbidden && x.report.Facts.Open:
		return VerdictNo, x.report.Server + " refuses every sign-up: " + forbidden
	case s.Code == mastodon.CodeForbidden, s.Code == mastodon.CodeInvalid, s.Code == mastodon.CodeRateLimited:
		return "", ""
	case s.Code == mastodon.CodeServerError:
		return VerdictUnknown, "it failed on an empty sign-up"
	}
	return VerdictNo, x.report.Server + " answers sign-ups unlike any Mastodon server (" + strconv.Itoa(s.Status) + ")"
}

// software names what runs there, for people.
func (x *examination) software() string {
	if f := x.report.Facts; f != nil && f.Name != "" {
		return f.software()
	}
	return x.report.Server
}

// asksTheAPI tells a call of the server from one of a domain that only names
// it.
func (x *examination) asksTheAPI(c Call) bool { return c.Host == x.plain.Server().Host() }

func (c Call) name() string { return c.Method + " " + c.Path }
