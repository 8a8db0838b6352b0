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

// revokedUnseen tells whether a token may be worthless though the answer does
// not say so.
func (s *session) revokedUnseen(err error) bool {
	answer := serverError(err)
	return answer != nil && s.dialect.revokedUnseen != nil && s.dialect.revokedUnseen(answer)
}

// Forget forgets the account, whatever became of it, and opens its server anew
// as for somebody else. Its token is revoked as far as that can be done. It
// fits the screens confirm, review, ready, stopped and returned.
func (f *Flow) Forget(ctx context.Context) error {
	old, revoking, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	f.mu.Lock()
	screen, account := old.snapshot.Screen, old.account
	switch screen {
	case ScreenConfirm, ScreenReview, ScreenReady, ScreenStopped, ScreenReturned:
	default:
		f.mu.Unlock()
		end()
		return notNow(string(screen))
	}
	rest(&old.stopPolling)
	old.account.Token = ""
	f.seenReturn(old)
	f.mu.Unlock()
	if key := ticketKey(old.server); account.same(load[ticket](f.store, key)) { // else another tab made another one
		f.store.Delete(key)
	}
	revoking, stop := f.limit(revoking, old, slowAfter)
	_ = f.revoke(revoking, old, account)
	stop()
	end()
	s, ctx, end, err := f.beginSession(ctx, old.server)
	if err != nil {
		return err
	}
	defer end()
	f.publish()
	return f.visit(ctx, s, true)
}
