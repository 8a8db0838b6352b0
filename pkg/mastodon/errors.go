package mastodon

import (
	"context"
	"errors"
	"strconv"
	"strings"
)

// Code tells what a failed call means for the caller. OAuth codes
// ("invalid_client" …) are passed on as the server sends them.
type Code string

// The codes of an [Error].
const (
	CodeUnreachable  Code = "unreachable" // no answer arrived
	CodeUnreadable   Code = "unreadable"  // an answer, but not one of this API
	CodeUnauthorized Code = "unauthorized"
	CodeUnconfirmed  Code = "unconfirmed" // the account's address is not confirmed yet
	CodePending      Code = "pending"     // the account awaits approval
	CodeDisabled     Code = "disabled"    // disabled, suspended, or in want of two-factor authentication
	CodeForbidden    Code = "forbidden"
	CodeNotFound     Code = "not-found"
	CodeGone         Code = "gone"      // the server is shutting down
	CodeInvalid      Code = "invalid"   // Fields or Message say what
	CodeDuplicate    Code = "duplicate" // somebody took the same name or address at the same moment
	CodeRateLimited  Code = "rate-limited"
	CodeServerError  Code = "server-error"

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
	Code        string // ERR_BLANK, ERR_TAKEN …; empty if the server sends none
	Description string // without the field's name: "can't be blank"
}

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

// HasCode tells whether err is an [*Error] with this code.
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

// The sentences in which servers tell an account's state, in English on
// servers of every language. All share status 403, so they are the only way
// to tell the states apart.
var accountStates = map[string]Code{
	"Your login is missing a confirmed e-mail address": CodeUnconfirmed,
	"Email confirmation is not completed":              CodeUnconfirmed, // Mastodon 2.7
	"Your login is currently pending approval":         CodePending,
	"Your login is currently disabled":                 CodeDisabled,
}

// requestID is the name that a server gave a request, if it is one to be told.
func requestID(header map[string]string) string {
	if id := header["x-request-id"]; len(id) <= 100 {
		return id
	}
	return ""
}

// refusal turns an answer outside 2xx into an error.
func refusal(op string, status int, header map[string]string, body []byte) *Error {
	e := &Error{Op: op, Status: status, RateLimit: parseRateLimit(header), RequestID: requestID(header)}
	e.Code = statusCode(status)
	answer, err := decodeRefusal(body)
	if err != nil {
		// A proxy's page, plain text or nothing: the status says all there is,
		// unless it blames the request, which no such page can explain.
		if e.Code == CodeInvalid {
			e.Code, e.Err = CodeUnreadable, err
		}
		if status == 403 && strings.TrimSpace(string(body)) == "Forbidden" {
			e.Message = "Forbidden"
		}
		return e
	}
	e.Message, e.Fields = answer.message, answer.fields
	if code, ok := accountStates[answer.message]; ok && status == 403 {
		e.Code = code
	} else if answer.oauthCode != "" && status != 429 {
		e.Code = Code(answer.oauthCode)
	}
	if len(e.Fields) == 0 && e.Code == CodeInvalid {
		e.Fields = fieldsOfSentence(e.Message)
		if e.Message == "Duplicate record" {
			e.Code = CodeDuplicate
		}
	}
	return e
}

func statusCode(status int) Code {
	switch {
	case status == 401:
		return CodeUnauthorized
	case status == 403:
		return CodeForbidden
	case status == 404:
		return CodeNotFound
	case status == 410:
		return CodeGone
	case status == 429:
		return CodeRateLimited
	case status == 400 || status == 406 || status == 409 || status == 413 || status == 422:
		return CodeInvalid
	case status >= 500:
		return CodeServerError
	}
	return CodeUnreadable
}

// GoToSocial and Akkoma name the field only within a sentence, one at a time.
var sentences = []struct{ begin, field, code string }{
	{"username ", "username", "ERR_INVALID"},
	{"email address ", "email", "ERR_INVALID"},
	{"mail: ", "email", "ERR_INVALID"},
	{"password is only ", "password", "ERR_TOO_WEAK"},
	{"password ", "password", "ERR_INVALID"},
	{"reason ", "reason", "ERR_INVALID"},
	{"language: ", "locale", "ERR_INVALID"},
	{"agreement ", "agreement", "ERR_ACCEPTED"},
	{"no username ", "username", "ERR_BLANK"},
	{"no email ", "email", "ERR_BLANK"},
	{"no password ", "password", "ERR_BLANK"},
	{"no reason ", "reason", "ERR_BLANK"},
	{"no language ", "locale", "ERR_BLANK"},
	{"'AccountCreateRequest.Username' ", "username", "ERR_BLANK"},
	{"'AccountCreateRequest.Email' ", "email", "ERR_BLANK"},
	{"'AccountCreateRequest.Password' ", "password", "ERR_BLANK"},
	{"'AccountCreateRequest.Agreement' ", "agreement", "ERR_ACCEPTED"},
	{"'AccountCreateRequest.Locale' ", "locale", "ERR_BLANK"},
	{"Missing parameter: email", "email", "ERR_BLANK"},
	{"Invalid token", "invite_code", "ERR_INVALID"},
	{"Expired token", "invite_code", "ERR_INVALID"},
}

// fieldsOfSentence reads GoToSocial's refusals: "Conflict: username alice is
// not available", "Bad Request: password is only 39% strength, …"; and those
// of Akkoma's that are no JSON: "Expired token".
func fieldsOfSentence(message string) (fields []FieldError) {
	text, conflict := strings.CutPrefix(message, "Conflict: ")
	text = strings.TrimPrefix(strings.TrimPrefix(text, "Bad Request: "), "given ")
	for _, text := range strings.Split(strings.TrimPrefix(text, "Key: "), "\nKey: ") { // all that is missing, line by line
		for _, s := range sentences {
			rest, ok := strings.CutPrefix(text, s.begin)
			if !ok {
				continue
			}
			code := s.code
			switch {
			case conflict:
				code = "ERR_TAKEN"
			case strings.HasPrefix(rest, "should be at least"):
				code = "ERR_TOO_SHORT"
			case strings.HasPrefix(rest, "should be no more than"):
				code = "ERR_TOO_LONG"
			}
			fields = append(fields, FieldError{Field: s.field, Code: code, Description: text})
			break
		}
	}
	return fields
}
