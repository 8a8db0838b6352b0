package mastodontest

import (
	"net/http"
	"strings"
)

// checkConfirmation answers GET /api/v1/emails/check_confirmation.
func (s *Server) checkConfirmation(c *call) reply {
	if s.tokens[c.accessToken()] == nil { // an unknown token is no token here
		return errorReply(http.StatusUnauthorized, textNeedsUser)
	}
	t, refusal, ok := s.requireToken(c, "read", "read:accounts")
	if !ok {
		return refusal
	}
	if t.user == nil {
		return errorReply(http.StatusUnauthorized, textNeedsUser)
	}
	return jsonReply(http.StatusOK, t.user.confirmed)
}

// resendConfirmation answers POST /api/v1/emails/confirmations.
func (s *Server) resendConfirmation(c *call) reply {
	t, refusal, ok := s.requireToken(c, "write", "write:accounts")
	if !ok {
		return refusal
	}
	u := t.user
	if s.features.resendUnusable {
		if u == nil {
			return errorReply(http.StatusUnprocessableEntity, textNeedsUser)
		}
		if a, stopped := s.accountState(u); stopped {
			return a
		}
	}
	switch {
	case u == nil || u.app != t.app:
		return errorReply(http.StatusForbidden, textForeignApp)
	case u.confirmed && u.unconfirmedEmail == "":
		return errorReply(http.StatusForbidden, textNotUnconfirmed)
	}
	email := strings.ToLower(strings.TrimSpace(c.param("email")))
	if email == "" || email == u.email {
		// The original address is no change: the mail goes where it last went.
		s.sendConfirmation(u, c.now)
		return jsonReply(http.StatusOK, object{})
	}
	var problems problems
	s.validateEmail(c, &problems, email, true, nil)
	if len(problems) > 0 {
		return errorReply(http.StatusUnprocessableEntity, problems.sentence(s.languageOf(c, u)))
	}
	u.unconfirmedEmail = email
	u.confirmationToken = "" // the old link is dead
	s.mail(Mail{To: u.email, Kind: MailEmailChanged, Username: u.username, Subject: "Mastodon: Email changed",
		Text: "The e-mail address for your account is being changed to: " + email})
	s.sendConfirmation(u, c.now)
	s.sendConfirmation(u, c.now) // the change sends one, and the call another
	return jsonReply(http.StatusOK, object{})
}
