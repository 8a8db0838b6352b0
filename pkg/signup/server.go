package signup

import (
	"strconv"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// pages are where one software keeps its pages. An empty path is a page that
// it does not have, or not at a known place.
type pages struct {
	signUp, signIn, reset string
	privacy, terms, about string
}

func pagesOf(i *mastodon.Instance) pages {
	switch i.Software.Name {
	case mastodon.SoftwareGoToSocial:
		return pages{signUp: "/signup", signIn: "/settings", reset: "/settings", terms: "/about#rules", about: "/about"}
	case mastodon.SoftwareAkkoma, mastodon.SoftwarePleroma:
		return pages{signUp: "/registration", signIn: "/login", reset: "/password-reset", terms: "/static/terms-of-service.html", about: "/about"}
	case mastodon.SoftwarePixelfed:
		return pages{signUp: "/register", signIn: "/login", reset: "/password/reset", privacy: "/site/privacy", terms: "/site/terms", about: "/site/about"}
	}
	if !mastodonLike(i.Software.Name) {
		return pages{signUp: "/", signIn: "/", reset: "/"}
	}
	p := pages{signUp: "/auth/sign_up", signIn: "/auth/sign_in", reset: "/auth/password/new", privacy: "/privacy-policy", about: "/about"}
	if i.APIVersion == 1 {
		p.privacy, p.about = "/terms", "/about/more"
	}
	return p
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
	p := pagesOf(i)
	domain := i.Domain
	if domain == "" {
		domain = server.Host()
	}
	title := plainText(i.Title)
	if title == "" {
		title = domain
	}
	return &Server{
		Host: server.Host(), Domain: domain, Title: title, Description: plainText(i.Description),
		Icon: webURL(server, i.Icon, ""), Software: i.Software.Name, Version: i.Version,
		ApprovalRequired: i.Registrations.ApprovalRequired, ContactEmail: i.ContactEmail,
		SignUpURL: server.URL(p.signUp), SignInURL: server.URL(p.signIn), ResetURL: server.URL(p.reset),
	}
}

// webURL is an address that a server named, if it can be opened safely in a
// browser; a path is one on the server.
func webURL(server mastodon.Server, url, fallback string) string {
	lower := strings.ToLower(url)
	switch {
	case strings.HasPrefix(lower, "https://"), strings.HasPrefix(lower, "http://"):
		return url
	case strings.HasPrefix(url, "/") && !strings.HasPrefix(url, "//") && !strings.HasPrefix(url, `/\`):
		return server.URL(url)
	}
	return fallback
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
