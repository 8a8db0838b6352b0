package signup

import (
	"context"
	"strings"
	"time"
)

// resendPause is how long the visitor waits between two mails. The server
// sends five in half an hour.
const resendPause = time.Minute

// Resend has the confirmation mail sent again; to another address if email is
// not empty. It fits the screen confirm, from Snapshot.ResendAt on.
// POST /api/v1/emails/confirmations
//
// A wrong address comes back as CodeInvalid with problems of the field email.
// If there is nothing to confirm any more the status is asked instead.
func (f *Flow) Resend(ctx context.Context, email string) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	email = strings.TrimSpace(email)
	var token string
	var refused *Error
	err = f.update(s, func(now *Snapshot) error {
		token = s.account.Token
		switch {
		case now.Screen != ScreenConfirm, token == "", s.resending:
			return notNow(string(now.Screen))
		case time.Now().UnixMilli() < now.ResendAt:
			return &Error{Problem: Problem{Code: CodeRateLimited, RetryAt: now.ResendAt, Retryable: true}}
		}
		now.Problem, now.Problems = nil, []FieldProblem{}
		if email != "" {
			for _, code := range emailProblems(email) {
				now.Problems = append(now.Problems, FieldProblem{Field: string(FieldNameEmail), Code: code, Origin: "local"})
			}
		}
		if len(now.Problems) > 0 {
			refused = &Error{Problem: Problem{Code: CodeInvalid}, Fields: now.Problems}
			return nil
		}
		s.resending = true
		return nil
	})
	switch {
	case err != nil:
		return err
	case refused != nil:
		return refused
	}
	err = s.client.ResendConfirmation(ctx, token, email)
	f.mu.Lock()
	s.resending = false
	f.mu.Unlock()
	if err == nil {
		f.change(s, func(now *Snapshot) {
			if email != "" {
				s.account.Email = masked(email)
			}
			s.account.Resent++
			s.account.ResendAt = time.Now().Add(resendPause).UnixMilli()
			s.show(now)
			f.saveTicket(s, now.Screen)
		})
		return nil
	}
	refused = resendRefusal(ctx, err)
	if refused.Code == CodeResendRefused && f.refresh(ctx, s) == nil {
		// Mostly there is nothing to confirm any more.
		if screen := f.Snapshot().Screen; screen == ScreenReview || screen == ScreenReady {
			return nil
		}
	}
	f.change(s, func(now *Snapshot) {
		switch {
		case now.Screen != ScreenConfirm, refused.Code == CodeAborted:
		case refused.Code == CodeInvalid:
			for i, p := range refused.Fields {
				refused.Fields[i].WayOut = s.wayOut(p.Field, p.Code)
			}
			now.Problems = refused.Fields
		default:
			if refused.RetryAt > 0 {
				s.account.ResendAt = refused.RetryAt
				s.show(now)
				f.saveTicket(s, now.Screen)
			}
			now.Problem = &refused.Problem
		}
	})
	return refused
}

// resendRefusal tells why no mail was sent.
func resendRefusal(ctx context.Context, err error) *Error {
	refused := failure(ctx, err)
	answer := serverError(err)
	if refused.Code != CodeBadAnswer || answer.Status < 400 {
		return refused
	}
	switch answer.Status {
	case 400, 409, 422:
		refused.Code = CodeInvalid
		refused.Fields = []FieldProblem{{Field: string(FieldNameEmail), Code: codeOfSentence(answer.Message),
			Origin: "server", Message: refused.Message}}
	default:
		refused.Code, refused.Retryable = CodeResendRefused, false
	}
	return refused
}
