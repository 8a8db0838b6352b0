package signup

import (
	"context"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// cannotRevoke is the detail of what no other try changes.
const cannotRevoke = "cannot-revoke"

// Revoke gives the new account's token back, once the account is ready and
// nobody needs the token any more. POST /oauth/revoke
//
// The token is forgotten too where it cannot be given back, with the detail
// "cannot-revoke": CodeBroker, because only the app that made the account can
// do that, and the broker keeps the app to itself but has no such call, or no
// such app any more; CodeNotSupported where the server has no such call. There is no error where a browser cannot read the
// answer. After any other error Revoke can be called again.
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
	failed := f.revoke(ctx, s, account)
	if failed != nil && failed.Detail != cannotRevoke {
		return failed
	}
	f.mu.Lock()
	s.account.Token = ""
	f.mu.Unlock()
	if failed != nil {
		return failed
	}
	return nil
}

func (f *Flow) revoke(ctx context.Context, s *session, account ticket) *Error {
	if account.Token == "" {
		return nil
	}
	ctx, stop := f.within(ctx, s, answerLimit)
	defer stop()
	if account.ClientID == "" {
		return f.revokeByBroker(ctx, s, account.Token)
	}
	app := &mastodon.App{ClientID: account.ClientID, ClientSecret: account.ClientSecret}
	err := s.client.RevokeToken(ctx, app, account.Token)
	if err == nil || s.revokedUnseen(err) {
		return nil
	}
	failed := failure(ctx, err)
	// Beside its API, such a server answers with any page.
	if answer := serverError(err); s.dialect.mayNotRevoke && failed.Code == CodeBadAnswer && answer.Status >= 400 {
		return &Error{Problem: Problem{Code: CodeNotSupported, Detail: cannotRevoke}, Err: err}
	}
	return failed
}

func (f *Flow) revokeByBroker(ctx context.Context, s *session, token string) *Error {
	cannot := &Error{Problem: Problem{Code: CodeBroker, Detail: cannotRevoke}}
	if f.config.Broker == "" { // as when the account was made
		return cannot
	}
	err := f.broker(s).Revoke(ctx, token)
	if err == nil {
		return nil
	}
	if failed := brokerFailure(ctx, err); failed.Retryable || failed.Code == CodeAborted {
		return failed
	}
	return cannot
}

// revokedUnseen reports whether a token may be worthless though nobody can see
// that.
func (s *session) revokedUnseen(err error) bool {
	answer := serverError(err)
	return s.dialect.revokesUnseen && answer != nil && answer.Code == mastodon.CodeUnreachable &&
		(answer.Cause == "" || answer.Cause == mastodon.CauseCORS)
}
