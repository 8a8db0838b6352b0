package signup

import (
	"context"
	"errors"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Open reads what a server asks of new people and leads to the form or to a
// door. An account of that server that still waits is resumed instead.
// GET /api/v2/instance, else /api/v1/instance; without either
// /.well-known/host-meta, /.well-known/webfinger and /.well-known/nodeinfo
//
// What is typed for a server will do: example.social, an address of one of its
// pages, @me@example.social. Open can be called again for another server or
// for another try; it cancels what ran. A door is no error, only failed is.
func (f *Flow) Open(ctx context.Context, input string) error {
	server, bad := mastodon.ParseServer(input)
	s, ctx, end, err := f.beginSession(ctx, server)
	if err != nil {
		return err
	}
	defer end()
	f.publish()
	if bad != nil {
		return f.fail(s, badServer(bad))
	}
	return f.readServer(ctx, s, false)
}

// beginSession replaces the session by a new one that still loads; publish
// must follow. It starts a verb like begin.
func (f *Flow) beginSession(caller context.Context, server mastodon.Server) (s *session, ctx context.Context, end func(), err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s = f.newSessionLocked(server)
	if caller.Err() != nil {
		return nil, nil, nil, aborted(context.Cause(caller))
	}
	if f.closed {
		return nil, nil, nil, aborted(errClosed)
	}
	s.previous = f.session
	if s.previous.previous != nil { // another Open, which this one cancels
		s.previous = s.previous.previous
	}
	f.session.cancel(errReopened)
	f.session = s
	f.enqueueLocked(s)
	ctx, end = f.joinLocked(caller, s)
	return s, ctx, end, nil
}

// readServer leads from loading to the server's screen; ignoreAccount passes over what
// became of an earlier account.
func (f *Flow) readServer(ctx context.Context, s *session, ignoreAccount bool) error {
	ctx, stop := f.limit(ctx, s, answerLimit)
	defer stop()
	found, err := discover(ctx, f.config.Doer, s.server)
	if err != nil {
		failed := openFailure(ctx, err)
		if failed.Code == CodeAborted {
			f.goBack(s)
			return failed
		}
		failed.Handover = found.Server.URL(dialectOf(found).signUp)
		return f.fail(s, failed)
	}
	f.mu.Lock()
	f.useServerLocked(s, found.Server)
	s.useInstanceLocked(found, f.config.Languages, f.editions)
	f.mu.Unlock()
	if !ignoreAccount {
		if t := load[ticket](f.store, ticketKey(found.Server)); t.waits() || t.Screen == ScreenReady {
			return f.resume(ctx, s, t)
		}
	}
	f.mu.Lock()
	screen := s.firstScreenLocked(f.config.Invite)
	problem := s.doorLocked(screen)
	f.mu.Unlock()
	if screen == ScreenForm {
		err := f.openForm(ctx, s, s.invite)
		if refused, is := err.(*Error); is && refused.Code == CodeInvalid {
			return nil // the door of a closed server
		}
		return err
	}
	f.change(s, func(now *Snapshot) {
		now.Screen, now.Problem = screen, problem
		if screen == ScreenClosed && s.takesInvites() {
			now.Fields = []Field{{Name: FieldNameInviteCode, Required: true}}
		}
	})
	return nil
}

// openFailure tells why no server was found.
func openFailure(ctx context.Context, err error) *Error {
	failed := failure(ctx, err)
	if failed.Code == CodeRateLimited {
		failed.Detail = "opening"
	}
	answer := serverError(err)
	if failed.Code != CodeBadAnswer || answer.Status < 400 || !noInstance(err) {
		return failed
	}
	// A proxy's 404 says here as much as a server's own.
	failed.Code, failed.Retryable = CodeNotSupported, false
	switch {
	case answer.Code == mastodon.CodeGone:
		failed.Code = CodeGone
	case answer.Code == mastodon.CodeForbidden && answer.Message == mastodon.ForbiddenText:
		failed.Code = CodeBlocked
	}
	return failed
}

func badServer(err error) *Error {
	p := Problem{Code: CodeBadServer}
	var bad *mastodon.ServerError
	if errors.As(err, &bad) {
		p.Detail = string(bad.Reason)
	}
	return &Error{Problem: p, Err: err}
}

// useInstanceLocked makes the session one of a known server, whose documents have
// these editions.
func (s *session) useInstanceLocked(found *mastodon.Instance, languages []string, editions map[string]edition) {
	s.instance, s.dialect = found, dialectOf(found)
	now := &s.snapshot
	now.Server = serverOf(s.server, s.instance, s.dialect)
	now.Rules, now.RulesLeftOut = rulesOf(s.instance, languages)
	now.Documents = documentsOf(s.instance)
	now.Terms = s.termsLocked(editions)
}

// takesInvites reports whether a code can be sent along with a sign-up.
func (s *session) takesInvites() bool { return s.dialect.invites.page != "" }

// firstScreenLocked decides between the form and the doors.
func (s *session) firstScreenLocked(invite string) Screen {
	i := s.instance
	if s.takesInvites() {
		s.invite = inviteFor(s.server, s.dialect.invites, invite)
	}
	switch {
	case !s.dialect.takesSignUps:
		return ScreenElsewhere
	case s.returned:
		// The account was made elsewhere: in another browser, or kept nowhere;
		// or somebody wrote the page's address by hand.
		return ScreenReturned
	case i.Registrations.URL != "":
		return ScreenElsewhere
	case !i.Registrations.Enabled && s.invite == "":
		return ScreenClosed
	case s.dialect.refusesApps:
		return ScreenElsewhere
	}
	return ScreenForm
}

// doorLocked is why a first screen is not the form; nil where there is nothing to say.
func (s *session) doorLocked(screen Screen) *Problem {
	switch external := s.instance.Registrations.URL; {
	case screen == ScreenClosed:
		return s.closedProblemLocked()
	case screen == ScreenElsewhere && s.dialect.takesSignUps && external != "":
		return &Problem{Code: CodeExternal, Handover: external}
	case screen == ScreenElsewhere:
		return &Problem{Code: CodeNotSupported, Handover: s.snapshot.Server.SignUpURL}
	}
	return nil
}

// closedProblemLocked is what a server says of taking no new people.
func (s *session) closedProblemLocked() *Problem {
	said := s.instance.Registrations.Message
	p := &Problem{Code: CodeClosed, Message: cut(plainText(said), maxMessage), Notice: textParts(said, s.server)}
	for _, d := range s.snapshot.Documents {
		if d.Kind == DocumentKindAbout {
			p.Handover = d.URL
		}
	}
	return p
}

// openForm leads to the form, with a captcha where the server wants one
// solved, from loading or closed; or to the door of a closed server where the
// invite is known to be no good.
func (f *Flow) openForm(ctx context.Context, s *session, invite string) error {
	if p := f.inviteProblem(ctx, s, invite); p.Code != "" {
		return f.refuseInvite(s, p)
	}
	f.mu.Lock()
	from := s.snapshot.Screen
	f.mu.Unlock()
	captcha, err := f.fetchCaptcha(ctx, s)
	if err != nil && err.Code == CodeAborted {
		f.goBack(s)
		return err
	}
	return f.update(s, func(now *Snapshot) error {
		if now.Screen != from {
			return notNow(string(now.Screen))
		}
		if err != nil {
			now.Screen, now.Fields, now.Problem = ScreenElsewhere, []Field{}, &err.Problem
			return nil
		}
		s.invite = invite
		s.requirements = requirementsOf(s.instance, s.dialect, invite != "", time.Now())
		now.Screen, now.Problem, now.Problems = ScreenForm, nil, []FieldProblem{}
		now.Fields = s.requirements.fields
		f.putCaptchaLocked(s, now, captcha)
		return nil
	})
}

// resume goes on with an account, on the screen where it is by now.
func (f *Flow) resume(ctx context.Context, s *session, t ticket) error {
	f.mu.Lock()
	s.account, s.kept = t, true
	f.forgetReturnLocked(s)
	f.mu.Unlock()
	var status state
	var account *mastodon.Account
	err := error(errUnchanged)
	if t.Token != "" {
		status, account, err = f.status(ctx, s, t.Screen == ScreenConfirm)
	}
	if err != nil && ctx.Err() != nil && context.Cause(ctx) != errTooLong {
		f.goBack(s)
		return aborted(context.Cause(ctx))
	}
	f.change(s, func(now *Snapshot) {
		now.Screen, now.Fields, now.Problem, now.Problems = t.Screen, []Field{}, t.readyProblem(now), []FieldProblem{}
		s.showAccountLocked(now)
		if err == nil { // else the poll finds out
			_ = f.arriveLocked(s, now, status, account)
		}
		f.pollLocked(s)
	})
	return nil
}

// fail ends an Open at the screen failed. An account that waits there is named;
// what of its handle is the server's is not known yet.
func (f *Flow) fail(s *session, failed *Error) error {
	f.change(s, func(now *Snapshot) {
		now.Screen, now.Problem = ScreenFailed, &failed.Problem
		if t := load[ticket](f.store, ticketKey(s.server)); failed.Retryable && t.waits() {
			now.Account = &Account{Username: t.Username, Handle: "@" + t.Username, Email: t.Email}
		}
	})
	return failed
}

// goBack returns from an aborted Open to the server that was open before.
func (f *Flow) goBack(s *session) {
	f.mu.Lock()
	defer f.publish()
	defer f.mu.Unlock()
	previous := s.previous
	if f.session != s || f.closed || previous == nil {
		return
	}
	previous.ctx, previous.cancel = context.WithCancelCause(f.ctx)
	f.session = previous
	f.pollLocked(previous)
	f.watchCaptchaLocked(previous)
	f.enqueueLocked(previous)
}
