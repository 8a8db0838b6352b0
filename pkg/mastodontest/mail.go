package mastodontest

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// The kinds of mail.
const (
	MailConfirmation = "confirmation"
	MailEmailChanged = "email-changed" // to the old address, when a new one was asked for
	MailApproved     = "approved"
)

// Mail is a mail that the server sent.
type Mail struct {
	At       time.Time
	To       string
	Kind     string
	Username string
	Subject  string
	Text     string
	Link     string // of a confirmation: what its button opens
}

// Mails lists the mails that were sent, oldest first.
func (s *Server) Mails() []Mail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.mails)
}

// ConfirmationLink is the link in the last confirmation mail to an address;
// empty if there was none.
func (s *Server) ConfirmationLink(address string) string {
	for _, m := range slices.Backward(s.Mails()) {
		if m.Kind == MailConfirmation && m.To == address {
			return m.Link
		}
	}
	return ""
}

func (s *Server) mail(m Mail) {
	m.At = s.settings.Now()
	s.mails = append(s.mails, m)
}

// linkLifetime is how long a link in a confirmation mail works.
const linkLifetime = 48 * time.Hour

// sendConfirmation mails a link, a fresh one if the last has expired.
func (s *Server) sendConfirmation(u *user, now time.Time) {
	if u.confirmationToken == "" || now.Sub(u.confirmationSent) > linkLifetime {
		u.confirmationToken = newSecret()[:20]
		u.confirmationSent = now
	}
	subject := s.settings.Title + ": Confirmation instructions for " + s.domain(u.origin)
	if s.flavour.rails {
		subject = "Mastodon: Confirmation instructions for " + s.domain(u.origin)
	}
	to, returns := u.email, s.flavour.rails && u.app != nil
	if u.unconfirmedEmail != "" { // the mail to a corrected address forgets the app
		to, returns, subject = u.unconfirmedEmail, false, "Mastodon: Confirm email for "+s.domain(u.origin)
	}
	link := u.origin + s.flavour.confirmation + url.QueryEscape(u.confirmationToken)
	action := "Verify e-mail address"
	if returns {
		link += "&redirect_to_app=true"
		action = "Confirm and return to " + u.app.name
	}
	text := "You have created an account on " + s.domain(u.origin) + " with this e-mail address. You are one click away from activating it."
	if s.wantsApproval() {
		text = "You have applied for an account on " + s.domain(u.origin) + " with this e-mail address. Once you confirm it, we will review your application."
	}
	s.mail(Mail{To: to, Kind: MailConfirmation, Username: u.username, Link: link,
		Subject: subject, Text: text + "\n\n" + action + ":\n" + link + "\n"})
}

// confirmationPage answers the link of a confirmation mail.
func (s *Server) confirmationPage(c *call) reply {
	value := c.param("confirmation_token")
	var u *user
	used := false
	for _, candidate := range s.users {
		if value != "" && candidate.confirmationToken == value {
			u = candidate
		} else if slices.Contains(candidate.usedTokens, value) {
			u, used = candidate, true
		}
	}
	returns := u != nil && u.app != nil && c.param("redirect_to_app") == "true"
	switch {
	case u == nil:
		return s.resendPage("Confirmation token is invalid")
	case used:
		return s.resendPage("E-mail address was already confirmed, please try logging in")
	case c.now.Sub(u.confirmationSent) > linkLifetime:
		return s.resendPage("E-mail address needs to be confirmed within 2 days, please request a new one")
	case s.settings.Captcha && s.features.captchaPage && c.Method == http.MethodGet:
		return notStored(pageReply(http.StatusOK, `<h1>Security check</h1><form method="post" action="/auth/confirmation"><input type="hidden" name="confirmation_token" value="`+
			escapeHTML(value)+`"><input type="hidden" name="redirect_to_app" value="`+escapeHTML(c.param("redirect_to_app"))+`"><button>I am human</button></form>`))
	}
	s.confirm(u)
	a := redirectReply(http.StatusFound, c.origin+"/auth/sign_in")
	switch {
	case returns && !s.features.firstRedirect && strings.Contains(u.app.redirectText, "\n"):
		a.header.Del("Location") // several lines make no address to lead to
	case returns:
		a = redirectReply(http.StatusFound, u.app.redirect())
	}
	a.header.Set("Content-Type", "text/html; charset=utf-8")
	return notStored(a)
}

// resendPage is what a link leads to that confirms nothing.
func (s *Server) resendPage(why string) reply {
	a := notStored(pageReply(http.StatusOK, "<title>Resend confirmation link - "+escapeHTML(s.settings.Title)+
		"</title><h1>Resend confirmation link</h1><p>"+why+"</p>"))
	a.header.Set("Vary", "Accept")
	return a
}

func notStored(a reply) reply {
	a.header.Set("Cache-Control", "private, no-store")
	return a
}
