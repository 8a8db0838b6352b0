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
	to := u.email
	if u.unconfirmedEmail != "" {
		to = u.unconfirmedEmail
	}
	link := u.origin + s.flavour.confirmation + url.QueryEscape(u.confirmationToken)
	action := "Verify e-mail address"
	if s.flavour.rails && u.app != nil {
		link += "&redirect_to_app=true"
		action = "Confirm and return to " + u.app.name
	}
	text := "You have created an account on " + s.domain(u.origin) + " with this e-mail address. You are one click away from activating it."
	if s.wantsApproval() {
		text = "You have applied for an account on " + s.domain(u.origin) + " with this e-mail address. Once you confirm it, we will review your application."
	}
	s.mail(Mail{To: to, Kind: MailConfirmation, Username: u.username, Link: link,
		Subject: s.settings.Title + ": Confirmation instructions for " + s.domain(u.origin),
		Text:    text + "\n\n" + action + ":\n" + link + "\n"})
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
		return pageReply(http.StatusOK, "<h1>Resend confirmation instructions</h1><p>Confirmation token is invalid</p>")
	case used && s.features.secondVisitPage:
		if u.state() == Pending {
			return pageReply(http.StatusOK, "<h1>Awaiting review</h1><p>Your application is awaiting review by our staff.</p>")
		}
		page := "<h1>Your e-mail address is confirmed</h1>"
		if returns {
			page += `<p><a href="` + escapeHTML(u.app.redirect()) + `">Back to ` + escapeHTML(u.app.name) + "</a></p>"
		}
		return pageReply(http.StatusOK, page)
	case used:
		return pageReply(http.StatusOK, "<h1>Resend confirmation instructions</h1><p>E-mail address was already confirmed, please try logging in</p>")
	case c.now.Sub(u.confirmationSent) > linkLifetime:
		return pageReply(http.StatusOK, "<h1>Resend confirmation instructions</h1><p>E-mail address needs to be confirmed within 2 days, please request a new one</p>")
	case s.settings.Captcha && s.features.captchaPage && c.Method == http.MethodGet:
		return pageReply(http.StatusOK, `<h1>Security check</h1><form method="post" action="/auth/confirmation"><input type="hidden" name="confirmation_token" value="`+
			escapeHTML(value)+`"><input type="hidden" name="redirect_to_app" value="`+escapeHTML(c.param("redirect_to_app"))+`"><button>I am human</button></form>`)
	}
	s.confirm(u)
	switch {
	case returns && !s.features.firstRedirect && strings.Contains(u.app.redirectText, "\n"):
		// Several lines make no address to lead to.
		return reply{status: http.StatusFound, header: http.Header{}}
	case returns:
		return redirectReply(http.StatusFound, u.app.redirect())
	}
	return redirectReply(http.StatusFound, c.origin+"/auth/sign_in")
}
