package signup

import (
	"context"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Revoke gives the new account's token back, once the account is ready and
// nobody needs the token any more. POST /oauth/revoke
//
// Only the app that made the account can revoke its token. A broker keeps the
// app to itself: then the token is forgotten and the error is CodeBroker. It is
// forgotten without an error where the server cannot tell, or does not know,
// how tokens are revoked. After any other error Revoke can be called again.
func (f *Flow) Revoke(ctx context.Context) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	f.mu.Lock()
	screen, account := s.snapshot.Screen, s.account
	f.mu.Unlock()
	if screen != ScreenReady {
		return notNow(string(screen))
	}
	err = f.revoke(ctx, s, account)
	if err == nil || account.ClientID == "" {
		f.mu.Lock()
		s.account.Token = ""
		f.mu.Unlock()
	}
	return err
}

func (f *Flow) revoke(ctx context.Context, s *session, account ticket) error {
	switch {
	case account.Token == "":
		return nil
	case account.ClientID == "":
		return &Error{Problem: Problem{Code: CodeBroker, Detail: "cannot-revoke"}}
	}
	ctx, stop := f.within(ctx, s, answerLimit)
	defer stop()
	app := &mastodon.App{ClientID: account.ClientID, ClientSecret: account.ClientSecret}
	err := s.client.RevokeToken(ctx, app, account.Token)
	if err == nil || s.revokedUnseen(err) {
		return nil
	}
	return failure(ctx, err)
}

// revokedUnseen reports whether a token may be worthless though the answer does
// not say so.
func (s *session) revokedUnseen(err error) bool {
	answer := serverError(err)
	return answer != nil && s.dialect.revokedUnseen != nil && s.dialect.revokedUnseen(answer)
}
