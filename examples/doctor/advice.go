package main

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// advise says what the owner of a site can do.
func (x *examination) advise() {
	r := x.report
	add := func(advice string) { r.Next = append(r.Next, advice) }
	staff := "its staff"
	if r.Facts != nil && r.Facts.Contact != "" {
		staff += " (" + clean(r.Facts.Contact, 100) + ")"
	}
	switch r.Verdict {
	case VerdictYes:
		add("Put this on your page: " + tag(r.Server, ""))
	case VerdictInvite:
		add("With an invite, put this on your page: " + tag(r.Server, "CODE"))
	}
	if r.Register == nil && (r.Verdict == VerdictYes || r.Verdict == VerdictInvite) {
		add(x.tryIt())
	}
	if s := x.signedUp(); s != nil && s.Code == mastodon.CodeForbidden && r.Verdict == VerdictNo {
		add("Look again in a quarter of an hour, and from another network: by then its documents say so if it was closed.")
	} else if s != nil && len(s.Differs) > 0 {
		add("Look again in a quarter of an hour: what differs then is a setting that its documents do not tell.")
	}
	if p := r.Problem; r.Verdict == VerdictUnknown {
		add(retry(p, staff))
	} else if p != nil {
		x.adviseOn(p, staff, add)
	}
	x.adviseOnCalls(staff, add)
}

// tryIt says what --register is good for.
func (x *examination) tryIt() string {
	const app = "servers take five in ten minutes from one network"
	if x.tellsWhatIsMissing() {
		return "To see what it requires right now, whatever its documents say, use --register: it registers an app (" + app +
			") and sends an empty sign-up, which can't create an account but uses one of the five tries that a network has in half an hour."
	}
	return "To see whether it registers an app for the widget, use --register; " + app + "."
}

// signedUp is the answer to the empty sign-up; nil if none was sent.
func (x *examination) signedUp() *SignUp {
	if x.report.Register == nil {
		return nil
	}
	return x.report.Register.SignUp
}

// tag is what the owner puts on the page.
func tag(server, invite string) string {
	if invite != "" {
		invite = ` invite="` + invite + `"`
	}
	return `<fedi-signup server="` + server + `"` + invite + "></fedi-signup>"
}

func (x *examination) adviseOn(p *signup.Problem, staff string, add func(string)) {
	switch p.Code {
	case signup.CodeClosed:
		if x.report.Verdict == VerdictNo {
			add("Only " + staff + " can open it. The widget shows what the server says of it.")
		}
		if f := x.report.Facts; x.report.Verdict == VerdictNo && f != nil && isMastodon(f.Software) {
			add("From Mastodon 4.3 on, the widget accepts invites to closed servers.")
		}
	case signup.CodeExternal, signup.CodeSignUpRefused, signup.CodeNotSupported, signup.CodeCaptcha:
		if p.Handover != "" {
			add("Nothing to do on your page: the widget says so, and links to " + clean(p.Handover, 200))
		}
	}
}

// retry says what may lead to a verdict.
func retry(p *signup.Problem, staff string) string {
	cause := mastodon.Cause("")
	if p != nil {
		cause = mastodon.Cause(p.Detail)
	}
	switch cause {
	case mastodon.CauseDNS:
		return "Is the name right?"
	case mastodon.CauseTLS:
		return "Browsers refuse it too, until " + staff + " fix the certificate."
	case mastodon.CauseTimeout:
		return "Look again later, or give it longer with --timeout."
	}
	return "Look again later."
}

// adviseOnCalls says what to do about each kind of obstacle, once.
func (x *examination) adviseOnCalls(staff string, add func(string)) {
	var blocked []string
	onlyApp, hidden, open := true, false, false
	for _, c := range x.report.Calls {
		switch {
		case c.Result == ResultAllowed:
			open = true
		case c.Result == ResultBlocked && x.asksTheAPI(c) && (c.Needed || strings.HasPrefix(c.Path, "/api/")):
			blocked = append(blocked, c.name())
			onlyApp = onlyApp && (c.Path == "/api/v1/apps" || c.Path == "/oauth/token")
		}
		hidden = hidden || c.RateLimit == RateLimitHidden
	}
	if len(blocked) > 0 && x.mayServeTheWidget() && x.doorBehind() == nil && !x.isBehind() {
		what := "use its API"
		if open {
			what = "call " + strings.Join(blocked, ", ")
		}
		advice := "Ask " + staff + " to let pages of other sites " + what + ": all answers, refusals too, need Access-Control-Allow-Origin: *."
		if isMastodon(x.report.Facts.Software) {
			advice += " Mastodon sends it by itself, so look at what is in front of it (proxy, firewall, CDN)."
		}
		add(advice)
		if onlyApp {
			add("Or run the edge Worker, which gets the app's token for the page (attribute broker).")
		}
	}
	if x.isBehind() {
		found := attribute(x.plain.Server())
		add("Name the server itself, and look at it as well: " + tag(found, ""))
	}
	if x.report.Verdict == VerdictNo && x.report.Facts == nil {
		add("Is it a Mastodon-compatible server? Neither /api/v2/instance nor /.well-known/nodeinfo says so.")
	}
	if x.walledOff() {
		add("That may be for programs like this one only: look at it with a browser as well.")
	}
	if hidden {
		add("Its X-RateLimit-* headers are not in Access-Control-Expose-Headers: visitors are not told how many tries they have left, nor when to try again.")
	}
}
