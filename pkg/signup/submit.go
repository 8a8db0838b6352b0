package signup

import (
	"context"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Check finds everything in the values that the server would certainly
// refuse. It asks nobody and publishes nothing. Without a form there is
// nothing to check.
func (f *Flow) Check(values Values) []FieldProblem {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.session.requirements == nil {
		return []FieldProblem{}
	}
	return f.session.requirements.check(values.tidied(), time.Now())
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
// the form stays. If the request was sent but its answer was lost, the account
// may exist: CodeLostAnswer; if that is because ctx ended, the error is
// CodeAborted and the snapshot tells of the lost answer.
func (f *Flow) Submit(ctx context.Context, values Values) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	values = values.tidied()
	var refused *Error
	err = f.update(s, func(now *Snapshot) error {
		if now.Screen != ScreenForm {
			return notNow(string(now.Screen))
		}
		now.Problem = nil
		now.Problems = s.requirements.check(values, time.Now())
		if len(now.Problems) > 0 {
			refused = &Error{Problem: Problem{Code: CodeInvalid}, Fields: now.Problems}
			return nil
		}
		now.Screen = ScreenSubmitting
		return nil
	})
	if err != nil {
		return err
	}
	if refused == nil {
		var created *mastodon.Created
		if created, refused = f.create(ctx, s, values); refused == nil {
			f.created(s, values, created)
			return nil
		}
		f.refuse(s, refused)
		if ctx.Err() != nil {
			return aborted(context.Cause(ctx))
		}
	}
	return refused
}

// create sends the values, more than once only where that is sure to help.
func (f *Flow) create(ctx context.Context, s *session, values Values) (*mastodon.Created, *Error) {
	renewed := false
	for {
		token, err := f.appToken(ctx, s)
		if err != nil {
			failed := failure(ctx, err)
			f.mu.Lock()
			failed.Handover = s.snapshot.Server.SignUpURL
			f.mu.Unlock()
			return nil, failed
		}
		if ctx.Err() != nil {
			return nil, aborted(context.Cause(ctx))
		}
		created, err := s.client.CreateAccount(ctx, token, f.registration(s, values))
		if err == nil {
			return created, nil
		}
		answer := serverError(err)
		if answer == nil {
			return nil, failure(ctx, err)
		}
		triesLeft := f.countTries(s, answer)
		if answer.Status == 401 && !renewed {
			f.dropToken(s)
			renewed = true
			if answer.RateLimit == nil || triesLeft {
				continue
			}
			return nil, &Error{Problem: Problem{Code: CodeRateLimited, RetryAt: resetAt(answer.RateLimit), Retryable: true, RequestID: answer.RequestID}, Err: err}
		}
		refused := f.refusal(s, answer)
		if f.omitRefused(s, answer) && triesLeft {
			continue
		}
		return nil, refused
	}
}

// registration is the request for the values. Only what the form asks is sent.
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
	if code := inviteFor(s.server, v.InviteCode); code != "" && s.requirements.asks(FieldNameInviteCode) {
		r.InviteCode = code
	}
	if !s.omitLocale {
		r.Locale = locale(s.instance, f.config.Languages)
	}
	// Versions 4.2.0 to 4.2.3 refused zones that they did not know; those that
	// tell an API version do not.
	if !s.omitTimeZone && s.instance.APIVersions["mastodon"] >= 2 {
		r.TimeZone = f.config.TimeZone
	}
	return r
}

// countTries keeps how many tries are left, and tells whether there are any.
func (f *Flow) countTries(s *session, answer *mastodon.Error) bool {
	limit := answer.RateLimit
	if limit == nil {
		return false
	}
	left := limit.Remaining
	if answer.Status == 429 {
		left = 0
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	s.snapshot.Tries = &Tries{Left: left, Limit: limit.Limit, ResetAt: resetAt(limit)}
	return left > 0
}

// omitRefused leaves the locale and the time zone out from now on if they were
// refused. It tells whether that may help: something new is left out, and
// nothing was refused that is the visitor's part.
func (f *Flow) omitRefused(s *session, answer *mastodon.Error) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	omitted, ours := false, true
	for _, field := range answer.Fields {
		switch {
		case field.Field == fieldLocale && !s.omitLocale:
			s.omitLocale, omitted = true, true
		case field.Field == fieldTimeZone && !s.omitTimeZone:
			s.omitTimeZone, omitted = true, true
		case field.Field != fieldLocale && field.Field != fieldTimeZone:
			ours = false
		}
	}
	return omitted && ours
}

// refuse publishes why there is no account.
func (f *Flow) refuse(s *session, refused *Error) {
	f.change(s, func(now *Snapshot) {
		now.Screen = ScreenForm
		switch {
		case refused.Code == CodeAborted:
		case refused.Code == CodeInvalid:
			now.Problems = refused.Fields
			if len(refused.Fields) == 0 {
				now.Problem = &refused.Problem
			}
			for _, p := range refused.Fields {
				if p.Field == string(FieldNameReason) && !s.requirements.asks(FieldNameReason) {
					s.requirements = s.requirements.require(Field{Name: FieldNameReason, Required: p.Code == "ERR_BLANK", MaxLength: 420, Why: "server-asked"})
					now.Fields = s.requirements.fields
				}
			}
		case !refused.Retryable: // this way is shut, the server's own page is not
			now.Screen = ScreenElsewhere
			now.Problem = &refused.Problem
		default:
			now.Problem = &refused.Problem
		}
	})
}

// created goes on to the waiting for a new account.
func (f *Flow) created(s *session, values Values, created *mastodon.Created) {
	now := time.Now()
	f.change(s, func(snapshot *Snapshot) {
		t := ticket{
			Username: values.Username, Email: masked(values.Email), Screen: ScreenConfirm,
			Consent:  s.consent(now),
			ClientID: s.app.ClientID, ClientSecret: s.app.ClientSecret,
		}
		if created.Token != nil {
			t.Token = created.Token.AccessToken
			t.ResendAt = now.Add(resendPause).UnixMilli()
		}
		s.account = t
		snapshot.Screen = t.Screen
		s.show(snapshot)
		switch {
		case created.Token == nil && created.Identifier == "awaiting_approval":
			snapshot.Screen = ScreenReview
		case created.Token == nil && created.Identifier == "manual_login_required",
			created.Token != nil && worksAtOnce(s.instance.Software.Name):
			snapshot.Screen = ScreenReady
		}
		f.saveTicket(s, snapshot.Screen)
		f.poll(s)
	})
}

// consent records what the visitor agreed to.
func (s *session) consent(at time.Time) *Consent {
	c := &Consent{At: at.UnixMilli(), RuleIDs: []string{}, Documents: []ConsentDocument{}}
	for _, rule := range s.snapshot.Rules {
		c.RuleIDs = append(c.RuleIDs, rule.ID)
	}
	for _, d := range s.snapshot.Documents {
		if d.Agreed {
			c.Documents = append(c.Documents, ConsentDocument{Kind: d.Kind, URL: d.URL, Date: s.dates[d.Kind]})
		}
	}
	return c
}
