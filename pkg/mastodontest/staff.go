package mastodontest

import "fmt"

// Approve lets a pending account in.
func (s *Server) Approve(username string) error {
	return s.moderate(username, func(u *user) {
		if !u.approved {
			u.approved = true
			s.mail(Mail{To: u.email, Kind: MailApproved, Username: u.username, Subject: "Welcome to " + s.settings.Title,
				Text: "Your application was approved. You can log in now."})
		}
	})
}

// Reject deletes a pending account.
func (s *Server) Reject(username string) error {
	return s.moderate(username, s.deleteUser)
}

// Suspend locks an account out of everything.
func (s *Server) Suspend(username string) error {
	return s.moderate(username, func(u *user) { u.suspended = true })
}

// Disable locks an account out of what needs a functional one.
func (s *Server) Disable(username string) error {
	return s.moderate(username, func(u *user) { u.disabled = true })
}

// Memorialize makes an account a memorial, which nobody can use any more.
func (s *Server) Memorialize(username string) error {
	return s.moderate(username, func(u *user) { u.memorial = true })
}

// ResetPassword signs somebody out everywhere: all tokens are revoked.
func (s *Server) ResetPassword(username string) error {
	return s.moderate(username, func(u *user) {
		for _, t := range s.tokens {
			t.revoked = t.revoked || t.user == u
		}
	})
}

// Enable takes Disable back.
func (s *Server) Enable(username string) error {
	return s.moderate(username, func(u *user) { u.disabled = false })
}

// Delete deletes an account for good. Its name stays taken.
func (s *Server) Delete(username string) error {
	return s.moderate(username, func(u *user) {
		u.deleted, u.email, u.unconfirmedEmail = true, "", ""
		s.deleteTokens(u)
	})
}

// Confirm confirms an account's address without its mail.
func (s *Server) Confirm(username string) error {
	return s.moderate(username, s.confirm)
}

func (s *Server) moderate(username string, act func(*user)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.userByName(username)
	if u == nil {
		return fmt.Errorf("mastodontest: there is no account %q", username)
	}
	act(u)
	return nil
}
