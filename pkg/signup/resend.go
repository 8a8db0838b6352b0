package signup

import (
	"context"
	"strings"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// resendPause is how long the visitor waits between two mails. The server
// sends five in half an hour.
const resendPause = time.Minute

// Resend has the confirmation email sent again; to another address if email is
// not empty. It fits the screen confirm, from Snapshot.ResendAt on.
// POST /api/v1/emails/confirmations, Akkoma and Pleroma
// /api/v1/pleroma/accounts/confirmation_resend
//
// An account without a token keeps its address: another one is CodeResendRefused
// with the detail "address-stays". The first address cannot come back once
// another one was given: for the server that is no change, and it would still
// write to the other one; that is ERR_UNCHANGED.
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
	f.takeOverTicket(s)
	var token, username string
	var failed *Error
	err = f.update(s, func(now *Snapshot) error {
		token, username = s.account.Token, s.account.Username
		switch {
		case now.Screen != ScreenConfirm, token == "" && !s.dialect.resendsByName, s.resending:
			return notNow(string(now.Screen))
		case time.Now().UnixMilli() < now.ResendAt:
			return &Error{Problem: Problem{Code: CodeRateLimited, RetryAt: now.ResendAt, Retryable: true}}
		}
		now.Problem, now.Problems = nil, s.addressProblemsLocked(email)
		switch {
		case len(now.Problems) > 0:
			failed = &Error{Problem: Problem{Code: CodeInvalid}, Fields: now.Problems}
		case token == "" && email != "":
			failed = &Error{Problem: Problem{Code: CodeResendRefused, Detail: "address-stays"}}
			now.Problem = &failed.Problem
		default:
			s.resending = true
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case failed != nil:
		return failed
	}
	ctx, stop := f.limit(ctx, s, answerLimit)
	defer stop()
	if token == "" {
		err = s.client.ResendPleromaConfirmation(ctx, username)
	} else {
		err = s.client.ResendConfirmation(ctx, token, email)
	}
	f.mu.Lock()
	s.resending = false
	f.mu.Unlock()
	if err == nil {
		f.change(s, func(now *Snapshot) {
			s.account.mailed(time.Now(), s.dialect.linkLife, s.account.Original != addressMark(s.server, s.account.Username, email), email)
			s.showAccountLocked(now)
			f.saveTicketLocked(s, now.Screen, nil)
		})
		return nil
	}
	failed = resendFailure(ctx, err)
	if failed.Code == CodeResendRefused && token != "" && f.refresh(ctx, s) == nil {
		// Mostly there is nothing to confirm any more.
		if screen := f.Snapshot().Screen; screen == ScreenReview || screen == ScreenReady {
			return nil
		}
	}
	f.change(s, func(now *Snapshot) {
		switch {
		case now.Screen != ScreenConfirm, failed.Code == CodeAborted:
		case failed.Code == CodeInvalid:
			for i, p := range failed.Fields {
				failed.Fields[i].WayOut = s.wayOutLocked(p.Field, p.Code)
			}
			now.Problems = failed.Fields
		default:
			if failed.RetryAt > 0 {
				s.account.ResendAt = failed.RetryAt
				s.showAccountLocked(now)
				f.saveTicketLocked(s, now.Screen, nil)
			}
			now.Problem = &failed.Problem
		}
	})
	return failed
}

// addressProblemsLocked checks an address that is to replace the account's; empty is
// none.
func (s *session) addressProblemsLocked(email string) []FieldProblem {
	problems := []FieldProblem{}
	if email == "" {
		return problems
	}
	codes := emailProblems(email)
	if s.account.Corrected && s.account.Original == addressMark(s.server, s.account.Username, email) {
		codes = append(codes, FieldCodeUnchanged)
	}
	for _, code := range codes {
		problems = append(problems, FieldProblem{Field: string(FieldNameEmail), Code: code, Origin: OriginLocal})
	}
	return problems
}

// mailed notes another mail: to another address, to the first one typed again,
// or, without an address, to the same one as before.
func (t *ticket) mailed(now time.Time, linkLife time.Duration, another bool, email string) {
	if email != "" && another {
		t.Email, t.Corrected = masked(email), true
	}
	if email != "" && another || now.Sub(time.UnixMilli(t.At)) >= linkLife {
		t.At = now.UnixMilli() // otherwise the email has the same link again
	}
	t.Resent++
	t.ResendAt = now.Add(resendPause).UnixMilli()
}

// resendFailure tells why no email was sent.
func resendFailure(ctx context.Context, err error) *Error {
	failed := failure(ctx, err)
	answer := serverError(err)
	if failed.Code == CodeRateLimited {
		failed.Detail = "resend"
	}
	if failed.Code != CodeBadAnswer || answer.Code == mastodon.CodeUnreadable {
		return failed
	}
	if answer.Code != mastodon.CodeInvalid {
		failed.Code, failed.Retryable = CodeResendRefused, false
		return failed
	}
	p := FieldProblem{Field: string(FieldNameEmail), Code: FieldCodeInvalid, Origin: OriginServer, Message: failed.Message}
	for _, field := range answer.Fields {
		if field.Field == p.Field {
			p.Code = FieldCode(field.Code)
		}
	}
	failed.Code, failed.Fields = CodeInvalid, []FieldProblem{p}
	return failed
}
