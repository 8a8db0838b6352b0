package main

import (
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// admit says what cannot be known from outside.
func (x *examination) admit() {
	r, f := x.report, x.report.Facts
	if f == nil || !x.mayServeTheWidget() {
		return
	}
	add := func(unknown string) { r.Unknown = append(r.Unknown, unknown) }
	answer := x.signedUp()
	asked := answer != nil && len(answer.Required) > 0
	ofMastodon, hasForm := isMastodon(f.Software), x.seen.Screen == signup.ScreenForm
	switch {
	case !hasForm || asked:
	case f.reasonUntold() && f.Software == mastodon.SoftwareGoToSocial:
		add("Whether a reason is required: its documents do not say, and an empty sign-up is refused before that is looked at. By default it is.")
	case f.reasonUntold():
		add("Whether a reason is required: before Mastodon 4.4 no document says.")
	case ofMastodon && f.Open && !f.Approval:
		add("Whether a reason is required all the same: its documents say so only while staff approve.")
	}
	switch {
	case !ofMastodon || !hasForm:
	case r.Screen == signup.ScreenClosed:
		add("What it requires of invited people: a reason may be required, and some of them may have to wait for its staff.")
	case !f.Approval:
		add("Who has to wait for its staff all the same: a mail domain, a network or a name may need approval.")
	}
	if ofMastodon {
		add("How old its documents are: what staff change may take 8 minutes to show, or 13 for a visitor who comes back. Until then the form may ask too much or too little.")
	}
}
