package signup

import (
	"strconv"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// accountPages are the paths of the pages where one software has people sign
// up, sign in and reset a forgotten password.
func accountPages(software string) (signUp, signIn, reset string) {
	switch {
	case mastodonLike(software):
		return "/auth/sign_up", "/auth/sign_in", "/auth/password/new"
	case software == mastodon.SoftwareGoToSocial: // resets no passwords
		return "/signup", "/settings", "/settings"
	case pleromaLike(software):
		return "/registration", "/login", "/password-reset"
	}
	signUp = "/"
	if _, known, ok := strings.Cut(otherSignUpPages, " "+software+":"); ok {
		signUp, _, _ = strings.Cut(known, " ")
	}
	return signUp, "/", "/"
}

// Where people sign up with software that does not take it by API. That which
// is not here, such as Misskey and Mitra, has its form on the first page.
const otherSignUpPages = " pixelfed:/register friendica:/register peertube:/signup lemmy:/signup piefed:/auth/register" +
	" mbin:/register kbin:/register funkwhale:/signup hubzilla:/register loops:/register vernissage:/register epicyon:/register "

func mastodonLike(software string) bool {
	switch software {
	case mastodon.SoftwareMastodon, mastodon.SoftwareGlitch, mastodon.SoftwareHometown:
		return true
	}
	return false
}

func pleromaLike(software string) bool {
	return software == mastodon.SoftwareAkkoma || software == mastodon.SoftwarePleroma
}

// resends tells whether the server sends the confirmation mail again when asked.
func resends(software string) bool { return software != mastodon.SoftwareGoToSocial }

// signInWith is what people sign in with.
func signInWith(software string) string {
	if pleromaLike(software) {
		return string(FieldNameUsername)
	}
	return string(FieldNameEmail)
}

// takesSignUps tells whether people can sign up by API with this software. The
// others have pages of their own for it.
func takesSignUps(software string) bool {
	return mastodonLike(software) || pleromaLike(software) || software == mastodon.SoftwareGoToSocial
}

// takesInvites tells whether a code can be sent along with a sign-up: in
// Mastodon since 4.3, the first version to tell that of its API.
func takesInvites(i *mastodon.Instance) bool {
	return i.APIVersions["mastodon"] >= 2 && mastodonLike(i.Software.Name) || pleromaLike(i.Software.Name)
}

// profile is the path of an account's public page.
func profile(software, username string) string {
	if pleromaLike(software) {
		return "/users/" + username
	}
	return "/@" + username
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
		Host: server.Host(), Domain: i.Domain, Title: cut(line(plainText(i.Title)), maxTitle), Description: cut(plainText(i.Description), maxDescription),
		Icon: i.Icon, Software: cut(i.Software.Name, maxWord), SoftwareTitle: cut(i.Software.Title(), maxWord), Version: cut(line(i.Version), maxWord),
		ApprovalRequired: i.Registrations.ApprovalRequired, ContactEmail: mailbox(i.ContactEmail),
		SignUpURL: server.URL(signUp), SignInURL: server.URL(signIn), ResetURL: server.URL(reset), SignInWith: signInWith(i.Software.Name),
	}
}

// mailbox is a server's mail address if it is one, and nothing but one.
func mailbox(address string) string {
	_, domain, _ := strings.Cut(address, "@")
	if len(emailProblems(address)) > 0 || line(address) != address || strings.ContainsAny(domain, "/?#") {
		return ""
	}
	if _, err := mastodon.ParseServer(domain); err != nil {
		return ""
	}
	return address
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

// locale is the language of the mail and of the account in the spelling that
// the server knows.
func locale(i *mastodon.Instance, wanted []string) string {
	if i.Software.Name == mastodon.SoftwareGoToSocial { // any language tag will do
		for _, tag := range wanted {
			if tag = strings.ReplaceAll(tag, "_", "-"); isLanguageTag(tag) {
				return tag
			}
		}
	}
	return chooseLocale(localesOf(i), wanted, i.Languages)
}

// isLanguageTag tells whether a text has the form of one: de, gsw-CH, zh-Hant-TW.
func isLanguageTag(tag string) bool {
	for i, part := range strings.Split(tag, "-") {
		if part == "" || len(part) > 8 || i == 0 && (len(part) < 2 || !isLetter(part[0])) {
			return false
		}
		for j := 0; j < len(part); j++ {
			if !isLetter(part[j]) && !isDigit(part[j]) {
				return false
			}
		}
	}
	return true
}

// release is the version of Mastodon that a server is or follows, 402 for 4.2;
// 0 if it does not tell. A fork with a version of its own names Mastodon's
// first, but for old ones.
func release(i *mastodon.Instance) int {
	switch version := i.APIVersions["mastodon"]; {
	case version >= 10:
		return 406
	case version >= 7:
		return 405
	case version >= 6:
		return 404
	case version >= 2:
		return 403
	}
	if !mastodonLike(i.Software.Name) {
		return 0
	}
	major, rest, _ := strings.Cut(i.Version, ".")
	if minor, _, ok := strings.Cut(rest, "."); ok {
		x, err := strconv.Atoi(major)
		y, yErr := strconv.Atoi(minor)
		if err == nil && yErr == nil && x < 100 && y < 100 && x > 1 {
			return x*100 + y
		}
	}
	return 0
}

// takesReasons tells whether a server has somebody to read why people want to
// join: since Mastodon 3.0.
func takesReasons(i *mastodon.Instance) bool {
	version := release(i)
	return version == 0 || version >= 300
}

// localesOf lists the locales that are safe to send to a server: what is not
// on its own list it refuses before 4.2.4.
func localesOf(i *mastodon.Instance) []string {
	version := release(i)
	if version == 0 {
		version = 300
		if i.APIVersion == 2 {
			version = 400
		}
	}
	known := locales30
	for _, added := range []struct {
		since   int
		locales string
	}{{304, locales34}, {305, locales35}, {401, locales41}, {403, locales43}, {406, locales46}} {
		if version >= added.since {
			known += " " + added.locales
		}
	}
	if version >= 401 && version < 403 {
		return append(strings.Fields(known), frenchOfQuebec)
	}
	if version >= 403 {
		return append(strings.Fields(known), frenchOfCanada)
	}
	return strings.Fields(known)
}
