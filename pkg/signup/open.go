package signup

import (
	"context"
	"errors"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Open reads what a server asks of new people and leads to the form or to a
// door. An account of that server that still waits is resumed instead.
// GET /api/v2/instance, else /api/v1/instance
//
// What is typed for a server will do: example.social, an address of one of its
// pages, @me@example.social. Open can be called again for another server or
// for another try; it cancels what ran. A door is no error, only failed is.
func (f *Flow) Open(ctx context.Context, input string) error {
	server, err := mastodon.ParseServer(input)
	s := f.newSession(server)
	f.mu.Lock()
	if f.closed || ctx.Err() != nil {
		f.mu.Unlock()
		if err := context.Cause(ctx); err != nil {
			return aborted(err)
		}
		return aborted(errClosed)
	}
	s.previous = f.session
	if s.previous.previous != nil { // another Open, which this one cancels
		s.previous = s.previous.previous
	}
	f.session.cancel(errReopened)
	f.session = s
	f.enqueue(s)
	ctx, end := f.join(ctx, s)
	f.mu.Unlock()
	defer end()
	f.publish()

	if err != nil {
		return f.fail(s, badServer(err))
	}
	instance, err := s.client.Instance(ctx)
	if err != nil {
		failed := failure(ctx, err)
		if failed.Code == CodeAborted {
			f.goBack(s)
			return failed
		}
		if failed.Code == CodeBadAnswer && hasStatus(err, 401, 403, 404, 405, 406, 410, 501) && serverError(err).Code != mastodon.CodeUnreadable {
			failed.Code, failed.Retryable = CodeNotSupported, false
		}
		failed.Handover = server.URL("/")
		return f.fail(s, failed)
	}
	if t := load[ticket](f.store, ticketKey(server)); t.usable() {
		return f.resume(ctx, s, instance, t)
	}
	f.change(s, func(now *Snapshot) {
		s.settle(instance)
		s.enter(f.config, now)
	})
	return nil
}

func badServer(err error) *Error {
	p := Problem{Code: CodeBadServer}
	var bad *mastodon.ServerError
	if errors.As(err, &bad) {
		p.Detail = string(bad.Reason)
	}
	return &Error{Problem: p, Err: err}
}

// settle makes the session one of a known server. It needs Flow.mu.
func (s *session) settle(instance *mastodon.Instance) {
	s.previous = nil
	s.instance = instance
	now := &s.snapshot
	now.Server = serverOf(s.server, instance)
	now.Rules = rulesOf(instance)
	now.Documents = documentsOf(instance)
}

// enter decides between the form and the doors. It needs Flow.mu.
func (s *session) enter(config Config, now *Snapshot) {
	i := s.instance
	door := func(screen Screen, p Problem) { now.Screen, now.Problem = screen, &p }
	// Invites work by API from 4.3 on, which tells its API version.
	if i.APIVersions["mastodon"] >= 2 {
		s.invite = inviteFor(s.server, config.Invite)
	}
	switch {
	case !takesSignUps(i.Software.Name):
		door(ScreenElsewhere, Problem{Code: CodeNotSupported, Handover: now.Server.SignUpURL})
	case i.Registrations.URL != "":
		door(ScreenElsewhere, Problem{Code: CodeExternal, Handover: i.Registrations.URL})
	case !i.Registrations.Enabled && s.invite == "":
		p := Problem{Code: CodeClosed, Message: plainText(i.Registrations.Message), Notice: textParts(i.Registrations.Message, s.server)}
		for _, d := range now.Documents {
			if d.Kind == DocumentKindAbout {
				p.Handover = d.URL
			}
		}
		door(ScreenClosed, p)
	case refusesApps(i):
		door(ScreenElsewhere, Problem{Code: CodeSignUpRefused, Handover: now.Server.SignUpURL})
	default:
		s.requirements = requirementsOf(i, s.invite != "", time.Now())
		now.Screen, now.Fields = ScreenForm, s.requirements.fields
	}
}

// resume goes on with an account that waits, on the screen where it is by now.
func (f *Flow) resume(ctx context.Context, s *session, instance *mastodon.Instance, t ticket) error {
	f.mu.Lock()
	s.instance, s.account = instance, t
	f.mu.Unlock()
	status, account, err := f.status(ctx, s, t.Screen == ScreenConfirm)
	if err != nil && ctx.Err() != nil {
		f.goBack(s)
		return aborted(context.Cause(ctx))
	}
	f.change(s, func(now *Snapshot) {
		s.settle(instance)
		now.Screen = t.Screen
		s.show(now)
		if err == nil { // else the poll finds out
			_ = f.arrive(s, now, status, account)
		}
		f.poll(s)
	})
	return nil
}

// fail ends an Open at the screen failed.
func (f *Flow) fail(s *session, failed *Error) error {
	f.change(s, func(now *Snapshot) {
		s.previous = nil
		now.Screen, now.Problem = ScreenFailed, &failed.Problem
	})
	return failed
}

// goBack returns from an aborted Open to the server that was open before.
func (f *Flow) goBack(s *session) {
	f.mu.Lock()
	defer f.publish()
	defer f.mu.Unlock()
	previous := s.previous
	if f.session != s || f.closed {
		return
	}
	previous.ctx, previous.cancel = context.WithCancelCause(f.ctx)
	f.session = previous
	f.poll(previous)
	f.enqueue(previous)
}
