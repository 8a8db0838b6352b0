package signup

import (
	"strconv"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// accountPages are the paths of the pages where one software has people sign
// up, sign in and reset a forgotten password.
func accountPages(software string) (signUp, signIn, reset string) {
	switch software {
	case mastodon.SoftwareMastodon, mastodon.SoftwareGlitch, mastodon.SoftwareHometown:
		return "/auth/sign_up", "/auth/sign_in", "/auth/password/new"
	case mastodon.SoftwareGoToSocial: // resets no passwords
		return "/signup", "/settings", "/settings"
	case mastodon.SoftwareAkkoma, mastodon.SoftwarePleroma:
		return "/registration", "/login", "/password-reset"
	case mastodon.SoftwarePixelfed:
		return "/register", "/login", "/password/reset"
	}
	return "/", "/", "/"
}

func mastodonLike(software string) bool {
	switch software {
	case mastodon.SoftwareMastodon, mastodon.SoftwareGlitch, mastodon.SoftwareHometown:
		return true
	}
	return false
}

// takesSignUps tells whether people can sign up by API with this software. The
// others have pages of their own for it.
func takesSignUps(software string) bool {
	switch software {
	case mastodon.SoftwareGoToSocial, mastodon.SoftwareAkkoma, mastodon.SoftwarePleroma:
		return true
	}
	return mastodonLike(software)
}

// worksAtOnce tells whether an account that comes with a token needs no
// confirmation any more.
func worksAtOnce(software string) bool {
	return software == mastodon.SoftwareAkkoma || software == mastodon.SoftwarePleroma
}

// refusesApps tells whether the server takes sign-ups from users only, which
// makes no sense for apps: GoToSocial from 0.19 on. Where it hides its version
// it is taken for a new one.
func refusesApps(i *mastodon.Instance) bool {
	if i.Software.Name != mastodon.SoftwareGoToSocial {
		return false
	}
	major, rest, _ := strings.Cut(i.Software.Version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	if n, err := strconv.Atoi(minor); major == "0" && err == nil {
		return n >= 19
	}
	return true
}

// serverOf is what a visitor is told about the server.
func serverOf(server mastodon.Server, i *mastodon.Instance) *Server {
	signUp, signIn, reset := accountPages(i.Software.Name)
	return &Server{
		Host: server.Host(), Domain: i.Domain, Title: plainText(i.Title), Description: plainText(i.Description),
		Icon: i.Icon, Software: i.Software.Name, Version: i.Version,
		ApprovalRequired: i.Registrations.ApprovalRequired, ContactEmail: i.ContactEmail,
		SignUpURL: server.URL(signUp), SignInURL: server.URL(signIn), ResetURL: server.URL(reset),
	}
}

// documentsOf lists the pages of a server that a visitor should know.
func documentsOf(i *mastodon.Instance) []Document {
	documents := []Document{}
	for _, d := range []Document{
		{Kind: DocumentKindPrivacyPolicy, URL: i.URLs.PrivacyPolicy, Agreed: true},
		{Kind: DocumentKindTermsOfService, URL: i.URLs.TermsOfService, Agreed: true},
		{Kind: DocumentKindAbout, URL: i.URLs.About},
	} {
		if d.URL != "" {
			documents = append(documents, d)
		}
	}
	return documents
}

// rulesOf are the server's rules with their translations.
func rulesOf(i *mastodon.Instance) []Rule {
	rules := []Rule{}
	for _, r := range i.Rules {
		rule := Rule{ID: r.ID, Text: r.Text, Hint: r.Hint}
		for tag, translation := range r.Translations {
			if rule.Translations == nil {
				rule.Translations = map[string]RuleText{}
			}
			rule.Translations[tag] = RuleText{Text: translation.Text, Hint: translation.Hint}
		}
		rules = append(rules, rule)
	}
	return rules
}

// locale is the language of the mail and of the account in the spelling that
// the server knows.
func locale(i *mastodon.Instance, wanted []string) string {
	if i.Software.Name == mastodon.SoftwareGoToSocial { // any language tag will do
		for _, tag := range wanted {
			if tag != "" {
				return strings.ReplaceAll(tag, "_", "-")
			}
		}
	}
	return chooseLocale(localesOf(i), wanted, i.Languages)
}

// localesOf lists the locales that are safe to send to a server.
func localesOf(i *mastodon.Instance) []string {
	known := locales30
	if i.APIVersion == 2 {
		known += " " + locales35
	}
	if version := i.APIVersions["mastodon"]; version >= 10 {
		known += " " + locales43 + " " + locales46
	} else if version >= 2 {
		known += " " + locales43
	}
	return strings.Fields(known)
}
