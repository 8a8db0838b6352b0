package signup

import (
	"context"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Revoke gives the new account's token back, once the account is ready and
// nobody needs the token any more, and forgets the account. POST /oauth/revoke
//
// Only the app that made the account can revoke its token. A broker keeps the
// app to itself: then the token is forgotten and the error is CodeBroker.
// After any other error Revoke can be called again.
func (f *Flow) Revoke(ctx context.Context) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	f.mu.Lock()
	screen, account := s.snapshot.Screen, s.account
	if screen == ScreenReady {
		f.store.Delete(ticketKey(s.server))
		if account.ClientID == "" {
			s.account.Token = ""
		}
	}
	f.mu.Unlock()
	switch {
	case screen != ScreenReady:
		return notNow(string(screen))
	case account.Token == "":
		return nil
	case account.ClientID == "":
		return &Error{Problem: Problem{Code: CodeBroker, Detail: "cannot-revoke"}}
	}
	app := &mastodon.App{ClientID: account.ClientID, ClientSecret: account.ClientSecret}
	if err := s.client.RevokeToken(ctx, app, account.Token); err != nil {
		return failure(ctx, err)
	}
	f.mu.Lock()
	s.account.Token = ""
	f.mu.Unlock()
	return nil
}
