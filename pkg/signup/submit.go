package signup

import (
	"context"
	"slices"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Check finds everything in the values that the server would certainly
// refuse, and an agreement to something else than what is shown. It asks nobody
// and publishes nothing. Without a form there is
// nothing to check.
func (f *Flow) Check(values Values) []FieldProblem {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.session.requirements == nil {
		return []FieldProblem{}
	}
	return f.session.checkLocked(values.tidied())
}

// Submit creates the account and leads to confirm. POST /api/v1/accounts
//
// The server counts each try, refused ones too, and takes five in half an hour
// from one network. So nothing is sent if Check finds a problem, and nothing
// is sent twice, except that the first try is repeated if the server refused
// something that the visitor has no part in: a stale app token, the locale,
// the time zone.
//
// Refused values come back as CodeInvalid with all problems of all fields, and
// the form stays; where name and address are taken, and nobody looked whether
// the name was free, as CodeDuplicate. If certainly nothing was sent, for want of
// a network for example, the error is CodeUnreachable, and the values can be
// submitted again.
// If the request was sent but its answer was lost, the account may exist:
// CodeLostAnswer; if that is because ctx ended, the error is CodeAborted and the
// snapshot tells of the lost answer. Its detail comes a few seconds later, when
// the name was looked up.
//
// If an account of this server waits in the store, because another tab made
// one meanwhile, that one is shown instead: CodeNotNow with the detail
// "account-waits".
//
// Once the request is on its way, neither Open nor Close cancels it: an account
// that is made is kept in the store, and Submit returns nil.
func (f *Flow) Submit(caller context.Context, values Values) error {
	s, ctx, end, err := f.begin(caller)
	if err != nil {
		return err
	}
	defer end()
	values = values.tidied()
	f.mu.Lock()
	screen := s.snapshot.Screen
	f.mu.Unlock()
	if screen == ScreenForm {
		if t := load[ticket](f.store, ticketKey(s.server)); t.waits() {
			_ = f.resume(ctx, s, t)
			return notNow("account-waits")
		}
	}
	var failed *Error
	err = f.update(s, func(now *Snapshot) error {
		if now.Screen != ScreenForm {
			return notNow(string(now.Screen))
		}
		stopLocked(&s.stopResolving)
		now.Problem = nil
		now.Problems = s.checkLocked(values)
		if len(now.Problems) == 0 && !s.captchaGoodLocked() {
			now.Problems = append(now.Problems, FieldProblem{Field: string(FieldNameCaptcha), Code: FieldCodeExpired, Origin: OriginLocal})
		}
		if len(now.Problems) > 0 {
			failed = &Error{Problem: Problem{Code: CodeInvalid}, Fields: now.Problems}
			return nil
		}
		s.agreed = f.consentLocked(s)
		now.Screen = ScreenSubmitting
		return nil
	})
	if err != nil {
		return err
	}
	if failed == nil {
		var created *mastodon.Created
		if created, failed = f.sendValues(ctx, s, values); failed == nil {
			f.showCreated(s, values, created)
			return nil
		}
		if f.showSubmitFailure(s, values, failed) {
			f.readAgain(ctx, s)
		}
	}
	f.mu.Lock()
	good := s.snapshot.Screen != ScreenForm || s.captchaGoodLocked()
	f.mu.Unlock()
	if !good {
		_ = f.renewCaptcha(ctx, s) // its failure is in the snapshot
	}
	if caller.Err() != nil {
		return aborted(context.Cause(caller))
	}
	return failed
}

// sendValues is createAccount with a limit. Where something was taken at the same
// moment, it tells the visitor's own account from somebody else's.
func (f *Flow) sendValues(ctx context.Context, s *session, values Values) (*mastodon.Created, *Error) {
	limited, stop := f.limit(ctx, s, submitLimit)
	defer stop()
	created, failed := f.createAccount(limited, s, values)
	if failed != nil && (failed.Code == CodeInvalid || failed.Code == CodeDuplicate) {
		failed = f.ownOrTaken(limited, s, values, failed)
	}
	return created, failed
}

// ownOrTaken finds out who is in the way of a sign-up. It is the visitor's own new
// account where the name was free, and is taken now as well as the address:
// browsers send a request again by themselves where a connection that was used
// before breaks, and the server may have done its work by then. Where nobody
// knows whether the name was free, it may be.
func (f *Flow) ownOrTaken(ctx context.Context, s *session, v Values, failed *Error) *Error {
	f.mu.Lock()
	free := slices.Contains(s.free, v.Username)
	f.mu.Unlock()
	taken := func(field FieldName) bool {
		return slices.ContainsFunc(failed.Fields, func(p FieldProblem) bool { return p.Field == string(field) && p.Code == FieldCodeTaken })
	}
	duplicate, named := failed.Code == CodeDuplicate, taken(FieldNameUsername)
	if !duplicate && !(taken(FieldNameEmail) && (free || named)) {
		return failed
	}
	if !named { // some servers name the first problem alone, or none
		if now, err := f.lookup(ctx, s, v.Username); err != nil || now != AvailabilityTaken {
			return failed
		}
	}
	switch {
	case free:
		return &Error{Problem: Problem{Code: CodeLostAnswer, Detail: string(AvailabilityTaken), Retryable: true,
			Handover: s.snapshot.Server.SignInURL, RequestID: failed.RequestID}, Err: failed.Err}
	case duplicate:
		failed.Fields = []FieldProblem{{Field: string(FieldNameUsername), Code: FieldCodeTaken, Origin: OriginServer,
			WayOut: s.wayOutLocked(string(FieldNameUsername), FieldCodeTaken)}}
	default:
		failed.Code, failed.Message = CodeDuplicate, ""
	}
	return failed
}

// createAccount sends the values, more than once only where that is sure to help.
func (f *Flow) createAccount(ctx context.Context, s *session, values Values) (*mastodon.Created, *Error) {
	renewed := false
	for {
		token, err := f.appToken(ctx, s)
		if err != nil {
			failed := failure(ctx, err)
			failed.Handover = s.snapshot.Server.SignUpURL
			return nil, failed
		}
		if ctx.Err() != nil {
			return nil, failure(ctx, ctx.Err())
		}
		f.mu.Lock()
		captcha, shown := s.captcha, s.snapshot.Captcha
		f.mu.Unlock()
		sent, stop := untilAnswered(ctx)
		created, err := s.client.CreateAccount(sent, token, f.registration(s, values))
		stop()
		if err == nil {
			return created, nil
		}
		answer := serverError(err)
		if answer == nil {
			return nil, failure(ctx, err)
		}
		// A token is looked at before the captcha, which is still good then.
		if answer.Cause.Unsent() || answer.Code == mastodon.CodeUnauthorized {
			f.mu.Lock()
			s.captcha, s.snapshot.Captcha = captcha, shown
			f.watchCaptchaLocked(s)
			f.mu.Unlock()
		}
		if f.usedUp(s, answer) && !renewed {
			renewed = true
			f.dropToken(s, true)
			if again, err := f.appToken(ctx, s); err == nil && again != token {
				continue
			}
		}
		triesLeft := f.countTries(s, answer)
		if answer.Code == mastodon.CodeUnauthorized && !renewed {
			f.dropToken(s, false)
			renewed = true
			if answer.RateLimit == nil || triesLeft {
				continue
			}
			return nil, &Error{Problem: Problem{Code: CodeRateLimited, RetryAt: resetAt(answer.RateLimit), Retryable: true, RequestID: answer.RequestID}, Err: err}
		}
		failed := f.submitFailure(s, answer)
		if f.omitLocaleOrZone(s, answer) && triesLeft {
			continue
		}
		return nil, failed
	}
}

// untilAnswered is ctx for a request whose answer must not be lost: it does
// not end with the session, but at last after submitLimit.
func untilAnswered(ctx context.Context) (sent context.Context, stop func()) {
	sent, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	unhook := context.AfterFunc(ctx, func() {
		cause := context.Cause(ctx)
		if cause == errReopened || cause == errClosed {
			sleep(sent, submitLimit)
			cause = errTooLong
		}
		cancel(cause)
	})
	return sent, func() {
		unhook()
		cancel(nil)
	}
}

// registration is the request for the values. Only what the form asks is sent.
// The captcha in it is used up.
func (f *Flow) registration(s *session, v Values) mastodon.Registration {
	f.mu.Lock()
	defer f.mu.Unlock()
	r := mastodon.Registration{Username: v.Username, Email: v.Email, Password: v.Password, Agreement: v.Agreement, InviteCode: s.invite}
	if s.requirements.asks(FieldNameDateOfBirth) {
		r.DateOfBirth = v.DateOfBirth
	}
	if s.requirements.asks(FieldNameReason) {
		r.Reason = v.Reason
	}
	if code := inviteFor(s.server, s.dialect.invites, v.InviteCode); code != "" && s.requirements.asks(FieldNameInviteCode) {
		r.InviteCode = code
	}
	for _, field := range s.unknown {
		r.Asked = append(r.Asked, [2]string{field.Name, v.answer(field.Name)})
	}
	r.Locale = f.localeLocked(s)
	if len(s.dialect.refusesIn) > 0 {
		r.Lang = chooseLocale(s.dialect.refusesIn, f.config.Languages, nil)
	}
	if !s.omitTimeZone && s.dialect.takesZone {
		r.TimeZone = f.config.TimeZone
	}
	if s.dialect.rename != nil {
		s.dialect.rename(&r)
	}
	if c := s.captcha; c != nil {
		r.CaptchaToken, r.CaptchaAnswerData, r.CaptchaSolution = c.Token, c.AnswerData, v.Captcha
		f.putCaptchaLocked(s, &s.snapshot, nil)
	}
	return r
}

func (f *Flow) localeLocked(s *session) string {
	return s.dialect.locale(f.config.Languages, s.instance.Languages, s.badLocales)
}

// manyTries is more than any server takes of one network, and less than it
// takes with one token.
const manyTries = 100

// usedUp reports whether a server took as many calls with a broker's token as it
// takes: those of all visitors of the site count. Nobody's tries are meant then.
func (f *Flow) usedUp(s *session, answer *mastodon.Error) bool {
	return f.config.Broker != "" && answer.Code == mastodon.CodeRateLimited && !s.dialect.limitsAll &&
		answer.RateLimit != nil && answer.RateLimit.Limit >= manyTries
}

// countTries keeps how many tries are left, where that is told of sign-ups
// alone, and reports whether there are any.
func (f *Flow) countTries(s *session, answer *mastodon.Error) bool {
	limit := answer.RateLimit
	if limit == nil || f.usedUp(s, answer) {
		return false
	}
	left := limit.Remaining
	if answer.Code == mastodon.CodeRateLimited {
		left = 0
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if !s.dialect.limitsAll {
		s.snapshot.Tries = &Tries{Left: left, Limit: limit.Limit, ResetAt: resetAt(limit)}
	}
	return left > 0
}

// omitLocaleOrZone sends this locale and the time zone no more if they were
// refused. It reports whether trying again may help: something new is left
// out, and nothing else was refused.
func (f *Flow) omitLocaleOrZone(s *session, answer *mastodon.Error) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	omitted, ours := false, true
	for _, field := range answer.Fields {
		switch {
		case !sentUnasked(field.Field):
			ours = false
		case field.Field == fieldTimeZone:
			omitted = omitted || !s.omitTimeZone
			s.omitTimeZone = true
		default:
			if locale := f.localeLocked(s); locale != "" {
				s.badLocales, omitted = append(s.badLocales, locale), true
			}
		}
	}
	return omitted && ours
}

// showSubmitFailure publishes why there is no account. It reports whether that
// contradicts the instance document.
func (f *Flow) showSubmitFailure(s *session, values Values, failed *Error) (contradicted bool) {
	f.change(s, func(now *Snapshot) {
		now.Screen, now.Problems = ScreenForm, failed.Fields
		if now.Problems == nil {
			now.Problems = []FieldProblem{}
		}
		switch {
		case failed.Code == CodeAborted:
		case failed.Code == CodeInvalid:
			if len(failed.Fields) == 0 {
				now.Problem = &failed.Problem
			}
			contradicted = s.askLocked(values, failed.Fields)
			now.Fields, now.Asked = s.requirements.fields, s.unknown
		case failed.Code == CodeForbidden:
			contradicted = true // the document says that it is open
			now.Problem = &failed.Problem
			if s.takesInvites() && !s.requirements.asks(FieldNameInviteCode) {
				s.asked = append(s.asked, Field{Name: FieldNameInviteCode})
				s.requirements = s.withAskedLocked(s.requirements)
				now.Fields = s.requirements.fields
			}
		case failed.Code == CodeClosed: // only software without invites says so
			now.Screen, now.Problem, now.Fields = ScreenClosed, &failed.Problem, []Field{}
			now.Asked = nil
		case !failed.Retryable: // this way is shut, the server's own page is not
			now.Screen = ScreenElsewhere
			now.Problem = &failed.Problem
		default:
			now.Problem = &failed.Problem
		}
		if failed.Code == CodeLostAnswer && failed.Detail == "" {
			f.resolveLostAnswerLocked(s, now.Problem, values.Username)
		}
	})
	return contradicted
}
