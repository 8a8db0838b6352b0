package main

import (
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// factsOf are those in an instance document.
func factsOf(i *mastodon.Instance) *Facts {
	r := i.Registrations
	f := &Facts{
		Software: i.Software.Name, Name: i.Software.Title(), Version: i.Software.Version, Written: i.Version,
		Title: i.Title, API: i.Server.Host(), Domain: i.Domain, Contact: i.ContactEmail, ReadFrom: "/api/v2/instance",
		Open: r.Enabled, Approval: r.ApprovalRequired, ReasonTold: r.ReasonRequired != nil, MinAge: r.MinAge, SSO: r.URL,
		Invites: Invites{ByPeople: r.InvitesEnabled},
		Captcha: captchaOf(i.Software.Name), Rules: len(i.Rules), Documents: []Document{},
		LimitedFederation: i.LimitedFederation,
	}
	if i.APIVersion == 1 {
		f.ReadFrom = "/api/v1/instance"
	}
	for _, d := range []Document{
		{Kind: signup.DocumentKindPrivacyPolicy, URL: i.URLs.PrivacyPolicy},
		{Kind: signup.DocumentKindTermsOfService, URL: i.URLs.TermsOfService},
		{Kind: signup.DocumentKindAbout, URL: i.URLs.About},
	} {
		if d.URL != "" {
			f.Documents = append(f.Documents, d)
		}
	}
	return f
}

// factsOfNodeInfo are those in the document that all software has.
func factsOfNodeInfo(info *mastodon.NodeInfo, server mastodon.Server) *Facts {
	s := info.Software
	return &Facts{Software: s.Name, Name: s.Title(), Version: s.Version, Written: s.Version, API: server.Host(), ReadFrom: "nodeinfo",
		Open: info.OpenRegistrations, Captcha: captchaOf(s.Name), Documents: []Document{}}
}

// captchaOf tells what is known of the captcha before the form.
func captchaOf(software string) Captcha {
	if software == mastodon.SoftwareGoToSocial {
		return CaptchaNone
	}
	return CaptchaUnknown
}

// reasonUntold reports whether there may be a required reason that no document
// names. Others than these two require none.
func (f *Facts) reasonUntold() bool {
	return f.Reason != "" && !f.ReasonTold && (isMastodon(f.Software) || f.Software == mastodon.SoftwareGoToSocial)
}

func isMastodon(software string) bool {
	switch software {
	case mastodon.SoftwareMastodon, mastodon.SoftwareGlitch, mastodon.SoftwareHometown:
		return true
	}
	return false
}
