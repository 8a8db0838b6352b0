package signup

import (
	"context"
	"errors"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Error is what every verb of a [Flow] returns when it fails. It holds no
// secret.
type Error struct {
	Problem
	Fields []FieldProblem `json:"fields,omitempty"` // with CodeInvalid: everything wrong with the fields
	Err    error          `json:"-"`                // the cause, if there is one
}

// Error gives the code and, if there is one, the server's sentence.
func (e *Error) Error() string {
	text := "signup: " + string(e.Code)
	if e.Detail != "" {
		text += " (" + e.Detail + ")"
	}
	for _, p := range e.Fields {
		text += ", " + p.Field + " " + string(p.Code)
	}
	if e.Message != "" {
		text += ": " + e.Message
	} else if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// notNow is the error of a verb that does not fit the screen.
func notNow(detail string) *Error {
	return &Error{Problem: Problem{Code: CodeNotNow, Detail: detail}}
}

func aborted(cause error) *Error {
	return &Error{Problem: Problem{Code: CodeAborted}, Err: cause}
}

// failure turns the error of a request into the error of a verb. Refusals that
// mean something else to one verb are told apart by that verb.
func failure(ctx context.Context, err error) *Error {
	if cause := context.Cause(ctx); cause == errTooLong {
		return &Error{Problem: Problem{Code: CodeUnreachable, Detail: string(mastodon.CauseTimeout), Retryable: true}, Err: cause}
	} else if cause != nil {
		return aborted(cause)
	}
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	var answer *mastodon.Error
	if !errors.As(err, &answer) {
		return &Error{Problem: Problem{Code: CodeInternal, Retryable: true}, Err: err}
	}
	p := Problem{Message: cut(plainText(answer.Message), maxMessage), RequestID: answer.RequestID, Retryable: true}
	switch answer.Code {
	case mastodon.CodeUnreachable:
		p.Code, p.Detail = CodeUnreachable, string(answer.Cause)
	case mastodon.CodeRateLimited:
		p.Code = CodeRateLimited
		p.RetryAt = resetAt(answer.RateLimit)
	case mastodon.CodeServerError:
		p.Code = CodeServerError
	default:
		p.Code = CodeBadAnswer
	}
	return &Error{Problem: p, Err: err}
}

// serverError returns the server's answer inside an error, or nil.
func serverError(err error) *mastodon.Error {
	var answer *mastodon.Error
	errors.As(err, &answer)
	return answer
}

// The end of a window is told by the server's clock, and a page cannot read what
// time that shows.
const (
	longestWait  = 30 * time.Minute // the longest window that a visitor may run into
	shortestWait = 5 * time.Second  // no two clocks agree to the second
	untoldWait   = time.Minute      // where the end has passed by the visitor's clock
)

// resetAt is the time of a rate limit's end in milliseconds, 0 if unknown.
func resetAt(limit *mastodon.RateLimit) int64 {
	if limit == nil || limit.ResetAt == 0 {
		return 0
	}
	now := time.Now()
	wait := time.UnixMilli(limit.ResetAt).Sub(now)
	if wait <= 0 {
		wait = untoldWait
	}
	return now.Add(min(max(wait, shortestWait), longestWait)).UnixMilli()
}
