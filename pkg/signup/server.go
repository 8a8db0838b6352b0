package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// serverOf is what a visitor is told about the server.
func serverOf(server mastodon.Server, i *mastodon.Instance, d *dialect) *Server {
	shown := &Server{
		Host: server.Host(), Domain: i.Domain, Title: cut(line(plainText(i.Title)), maxTitle), Description: cut(plainText(i.Description), maxDescription),
		Icon: i.Icon, Software: cut(i.Software.Name, maxWord), SoftwareTitle: cut(i.Software.Title(), maxWord), Version: cut(line(i.Version), maxWord),
		ActiveUsers: i.ActiveUsers, ApprovalRequired: i.Registrations.ApprovalRequired, ContactEmail: mailbox(i.ContactEmail), StatusURL: i.URLs.Status,
		SignUpURL: server.URL(d.signUp), SignInURL: server.URL(d.signIn), ResetURL: server.URL(d.reset), SignInWith: string(d.signInWith),
	}
	if d.clients != "" {
		shown.ClientsURL = server.URL(d.clients)
	}
	return shown
}

// mailbox is a server's email address, if it is exactly one.
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
