package signup

import (
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// showCreated goes on to the waiting for a new account.
func (f *Flow) showCreated(s *session, values Values, created *mastodon.Created) {
	now := time.Now()
	f.change(s, func(snapshot *Snapshot) {
		screen := ScreenConfirm
		switch {
		case created.Token == nil && created.Identifier == "awaiting_approval":
			screen = ScreenReview
		case created.Token == nil && created.Identifier == "manual_login_required",
			created.Token != nil && s.dialect.tokenMeansReady:
			screen = ScreenReady
		}
		s.account = ticket{
			Username: values.Username, Email: masked(values.Email), At: now.UnixMilli(), Consent: s.agreed,
			Original: addressMark(s.server, values.Username, values.Email),
			ClientID: s.app.ClientID, ClientSecret: s.app.ClientSecret,
		}
		s.kept = false
		if created.Token != nil {
			s.account.Token = created.Token.AccessToken
		}
		if screen == ScreenConfirm && s.dialect.resends {
			s.account.ResendAt = now.Add(resendPause).UnixMilli()
		}
		snapshot.Screen = screen
		s.showAccountLocked(snapshot)
		f.saveTicketLocked(s, screen, nil)
		f.pollLocked(s)
	})
}
