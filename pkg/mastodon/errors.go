package mastodon

import (
	"context"
	"errors"
	"strconv"
	"strings"
)

// Code tells what a failed call means for the caller.
type Code string

// The codes of an [Error].
const (
	CodeUnreachable  Code = "unreachable" // no answer arrived
	CodeUnreadable   Code = "unreadable"  // an answer, but not one of this API: that of a proxy before the server, for example
	CodeUnauthorized Code = "unauthorized"
	CodeUnconfirmed  Code = "unconfirmed" // the account's address is not confirmed yet
	CodePending      Code = "pending"     // the account awaits approval
	CodeDisabled     Code = "disabled"    // disabled, suspended, or in want of two-factor authentication
	CodeForbidden    Code = "forbidden"
	CodeNotFound     Code = "not-found"
	CodeUnsupported  Code = "unsupported" // the server has no such call, or none that answers in JSON
	CodeGone         Code = "gone"        // the server is shutting down
	CodeInvalid      Code = "invalid"     // Fields or Message say what
	CodeClosed       Code = "closed"      // it takes no new people
	CodeDailyLimit   Code = "daily-limit" // it takes no more new people today
	CodeBacklog      Code = "backlog"     // it takes none while so many wait for its staff
	CodeDuplicate    Code = "duplicate"   // somebody took the same name or address at the same moment
	CodeRateLimited  Code = "rate-limited"
	CodeServerError  Code = "server-error"

	// OAuth's own.
	CodeInvalidClient      Code = "invalid_client" // the app is unknown to the server, or no longer known
	CodeInvalidGrant       Code = "invalid_grant"
	CodeInvalidRequest     Code = "invalid_request"
	CodeInvalidScope       Code = "invalid_scope"
	CodeUnauthorizedClient Code = "unauthorized_client" // the token is another app's
	CodeUnsupportedGrant   Code = "unsupported_grant_type"
)

// Error is why a call failed. It never holds a token, a password or a client
// secret.
type Error struct {
	Op        string // what was attempted: "create account"
	Status    int    // HTTP status; 0 if no answer arrived
	Code      Code
	Cause     Cause        // with CodeUnreachable, as far as it is known
	OAuthCode string       // the code in the refusal's own words, where OAuth or a broker gives it one: "server_not_listed"
	Message   string       // the server's own sentence, perhaps with HTML
	Fields    []FieldError // the server's order
	RateLimit *RateLimit   // nil if the server does not tell
	RequestID string       // X-Request-Id, for the server's staff
	Err       error        // the cause, if no answer arrived or it could not be read
}

// FieldError is one thing wrong with one parameter. There may be several of
// one parameter, even with the same code.
type FieldError struct {
	Field       string // the parameter's name; the server may send unknown ones
	Code        FieldCode
	Description string // without the field's name: "can't be blank"
}

// FieldCode tells what is wrong with a parameter. A server may send others than
// these; where it sends none, its sentence tells.
type FieldCode string

// The codes of a [FieldError].
const (
	FieldCodeBlank       FieldCode = "ERR_BLANK"
	FieldCodeTaken       FieldCode = "ERR_TAKEN"
	FieldCodeReserved    FieldCode = "ERR_RESERVED"
	FieldCodeInvalid     FieldCode = "ERR_INVALID" // also where nothing finer is known
	FieldCodeTooShort    FieldCode = "ERR_TOO_SHORT"
	FieldCodeTooLong     FieldCode = "ERR_TOO_LONG"
	FieldCodeTooWeak     FieldCode = "ERR_TOO_WEAK"    // a password that is too easy to guess
	FieldCodeBelowLimit  FieldCode = "ERR_BELOW_LIMIT" // too young
	FieldCodeAccepted    FieldCode = "ERR_ACCEPTED"    // not agreed to
	FieldCodeInclusion   FieldCode = "ERR_INCLUSION"   // not on the server's list
	FieldCodeBlocked     FieldCode = "ERR_BLOCKED"     // a provider of mail that the server does not take
	FieldCodeUnreachable FieldCode = "ERR_UNREACHABLE" // a domain that takes no email
	FieldCodeExpired     FieldCode = "ERR_EXPIRED"     // a captcha that was too old
)

// Error tells what was attempted, and how it failed.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("mastodon: ")
	b.WriteString(e.Op)
	b.WriteString(": ")
	b.WriteString(string(e.Code))
	if e.Status != 0 {
		b.WriteString(" (")
		b.WriteString(strconv.Itoa(e.Status))
		b.WriteString(")")
	}
	if e.Message != "" {
		b.WriteString(": ")
		b.WriteString(strings.ToValidUTF8(e.Message[:min(len(e.Message), 1000)], ""))
	}
	if e.Err != nil {
		b.WriteString(": ")
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

// Unwrap returns the cause, for example context.Canceled.
func (e *Error) Unwrap() error { return e.Err }

// MayPass reports whether the same call may go well another time: no answer
// came, there were too many, or the server failed.
func (e *Error) MayPass() bool {
	switch e.Code {
	case CodeUnreachable:
		return e.Cause != CauseCORS
	case CodeRateLimited, CodeServerError:
		return true
	}
	return false
}

// Refused reports whether err is a server's own refusal: no failure that may
// pass, and no answer of something before the server.
func Refused(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Code != CodeUnreachable && e.Code != CodeUnreadable && !e.MayPass()
}

// HasCode reports whether err is an [*Error] with this code.
func HasCode(err error, code Code) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == code
}

// causeOf tells why no answer arrived.
func causeOf(err error) Cause {
	var known *NoAnswer
	switch {
	case errors.As(err, &known):
		return known.Cause
	case errors.Is(err, context.DeadlineExceeded):
		return CauseTimeout
	}
	return ""
}

var errTooLarge = errors.New("the answer is larger than 1 MiB")

// requestID is the name that a server gave a request, if it is one to be told.
func requestID(header map[string]string) string {
	if id := header["x-request-id"]; len(id) <= 100 {
		return id
	}
	return ""
}
