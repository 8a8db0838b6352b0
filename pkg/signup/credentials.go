package signup

import (
	"cmp"
	"context"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// scopes are those of the app and so of the visitor's token: enough to create
// the account, to ask for its state and to send the email again. Mastodon
// compares them as exact strings.
const scopes = "read:accounts write:accounts"

// Prepare gets the app's token, so that Submit need not. Call it on the first
// sign that somebody wants an account, not when a page is shown: it registers
// an app with the server, and a server takes few of those. It also looks up the
// dates of the documents, for the record of the consent. It does nothing the
// second time; a Submit meanwhile shares its work. A failure is not shown, because
// Submit tries again; but CodeRateLimited is, before the visitor has typed it all.
func (f *Flow) Prepare(ctx context.Context) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	f.mu.Lock()
	screen := s.snapshot.Screen
	f.mu.Unlock()
	if screen != ScreenForm && screen != ScreenSubmitting {
		return notNow(string(screen))
	}
	ctx, stop := f.within(ctx, s, answerLimit) // a Submit waits for it
	defer stop()
	if _, err := f.appToken(ctx, s); err != nil {
		if failed := failure(ctx, err); failed.Code == CodeRateLimited {
			failed.Handover = s.snapshot.Server.SignUpURL
			_ = f.update(s, func(now *Snapshot) error {
				if now.Screen != ScreenForm || now.Problem != nil {
					return errUnchanged
				}
				now.Problem = &failed.Problem
				return nil
			})
		}
		return err
	}
	f.readDates(ctx, s)
	return nil
}

// SolveChallenge keeps the answer to what the site's broker wants solved before
// it hands out a token, for the next time that it is asked: by Prepare or Submit.
func (f *Flow) SolveChallenge(answer string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.challenge = answer
}

// appToken is the token that creates accounts: the current one, one from the
// store or from the broker, or a new one.
func (f *Flow) appToken(ctx context.Context, s *session) (string, error) {
	if err := s.credentials.enter(ctx); err != nil {
		return "", failure(ctx, err)
	}
	defer s.credentials.leave()
	f.mu.Lock()
	app, refused := s.app, s.refused
	f.mu.Unlock()
	if app.Token != "" {
		return app.Token, nil
	}
	if f.config.Broker != "" {
		f.mu.Lock()
		refused.Challenge, f.challenge = f.challenge, ""
		f.mu.Unlock()
		token, err := f.broker(s).Token(ctx, refused)
		if err != nil {
			return "", brokerFailure(ctx, err)
		}
		f.keepApp(s, credentials{Token: token.AccessToken})
		return token.AccessToken, nil
	}
	key := credentialsKey(s.server, f.returnURL(s))
	if !app.usable() {
		app = load[credentials](f.store, key)
	}
	if app.usable() && app.Token == "" {
		token, err := f.tokenOf(ctx, s, app)
		switch {
		case err == nil:
			app.Token = token
		case mastodon.Refused(err):
			// Mostly the server deleted the app, and not every one says so; a new
			// one will do.
			f.store.Delete(key)
			app = credentials{}
		default:
			return "", f.appFailure(ctx, err, s)
		}
	}
	if app.Token == "" {
		registered, err := s.client.RegisterApp(ctx, mastodon.AppRegistration{
			Name: f.appName(s), RedirectURI: f.returnURL(s), Scopes: scopes, Website: f.config.AppWebsite})
		if err != nil {
			return "", f.appFailure(ctx, err, s)
		}
		app = credentials{ClientID: registered.ClientID, ClientSecret: registered.ClientSecret}
		save(f.store, key, app)
		// At once: some versions delete apps that have no token.
		if app.Token, err = f.tokenOf(ctx, s, app); err != nil {
			return "", f.appFailure(ctx, err, s)
		}
	}
	save(f.store, key, app)
	f.keepApp(s, app)
	return app.Token, nil
}

func (f *Flow) tokenOf(ctx context.Context, s *session, app credentials) (string, error) {
	token, err := s.client.AppToken(ctx, &mastodon.App{
		ClientID: app.ClientID, ClientSecret: app.ClientSecret, RedirectURI: f.returnURL(s)}, scopes)
	if err != nil {
		return "", err
	}
	return token.AccessToken, nil
}

func (f *Flow) keepApp(s *session, app credentials) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s.app = app
}

// dropToken forgets an app token that the server no longer takes. The app is
// tried again first, and a broker, which may have kept it for others, is told.
func (f *Flow) dropToken(s *session, usedUp bool) {
	f.mu.Lock()
	s.refused, s.app.Token = mastodon.TokenQuestion{Refused: s.app.Token, UsedUp: usedUp}, ""
	app := s.app
	f.mu.Unlock()
	if app.usable() {
		save(f.store, credentialsKey(s.server, f.returnURL(s)), app)
	}
}

// broker is the site's, for the session's server.
func (f *Flow) broker(s *session) *mastodon.Broker {
	return mastodon.NewBroker(f.config.Doer, f.config.Broker, s.server, cmp.Or(f.unmarkedReturnURL(), f.returnURL(s)))
}

// returnURL is where the link in the email ends: the first redirect URI of the
// app, which must not have a fragment.
func (f *Flow) returnURL(s *session) string {
	if url := f.unmarkedReturnURL(); url != "" {
		return mastodon.MarkedReturnURL(url, s.server)
	}
	return s.server.URL(s.dialect.signIn)
}

// unmarkedReturnURL is the site's page alone: a broker marks it itself.
func (f *Flow) unmarkedReturnURL() string {
	url, _, _ := strings.Cut(f.config.ReturnURL, "#")
	return url
}

// Longer ones are refused, both in characters.
const (
	maxAppName   = 60
	maxReturnURL = 2000
)

func (f *Flow) appName(s *session) string {
	name := strings.TrimSpace(f.config.AppName)
	if name == "" {
		if site, err := mastodon.ParseServer(f.config.ReturnURL); err == nil {
			name = site.Host()
		} else {
			name = s.server.Host()
		}
	}
	if runes := []rune(name); len(runes) > maxAppName {
		name = string(runes[:maxAppName])
	}
	return name
}

// appFailure tells why there is no app token.
func (f *Flow) appFailure(ctx context.Context, err error, s *session) *Error {
	failed := failure(ctx, err)
	switch failed.Code {
	case CodeRateLimited:
		failed.Detail = "app-registration"
	case CodeBadAnswer:
		if !mastodon.HasCode(err, mastodon.CodeUnreadable) {
			failed.Code, failed.Retryable = CodeAppRefused, false
			if len(f.returnURL(s)) > maxReturnURL {
				failed.Detail = "return-url"
			}
		}
	}
	return failed
}

// brokerFailure tells why the broker hands out no token. Detail is the
// broker's own code.
func brokerFailure(ctx context.Context, err error) *Error {
	failed := failure(ctx, err)
	if answer := serverError(err); answer != nil && failed.Code != CodeAborted {
		failed.Message = "" // the broker's words are no server's
		failed.Detail = string(answer.Code)
		if failed.Code != CodeRateLimited {
			failed.Code, failed.Detail = CodeBroker, cmp.Or(answer.OAuthCode, failed.Detail)
			failed.Retryable = answer.Code == mastodon.CodeUnreachable || answer.Code == mastodon.CodeServerError ||
				strings.HasPrefix(answer.OAuthCode, "challenge_") // which can be solved
		}
	}
	return failed
}
