package signup

import (
	"math"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// What the flow sends without asking the visitor.
const (
	fieldLocale   = "locale"
	fieldLanguage = "language"
	fieldTimeZone = "time_zone"
)

func sentUnasked(field string) bool {
	return field == fieldLocale || field == fieldLanguage || field == fieldTimeZone
}

// submitFailure tells why POST /api/v1/accounts made no account, or that nobody
// knows whether it did.
func (f *Flow) submitFailure(s *session, answer *mastodon.Error) *Error {
	f.mu.Lock()
	defer f.mu.Unlock()
	p := Problem{Message: cut(plainText(answer.Message), maxMessage), RequestID: answer.RequestID, Handover: s.snapshot.Server.SignUpURL}
	refused := &Error{Problem: p, Err: answer}
	switch code := answer.Code; {
	case answer.Cause.Unsent():
		refused.Code, refused.Retryable, refused.Detail = CodeUnreachable, true, string(answer.Cause)
	case code == mastodon.CodeUnreachable, answer.Status < 300:
		// Sent, or even accepted, but the answer did not arrive whole.
		refused.Code, refused.Retryable = CodeLostAnswer, true
		refused.Handover = s.snapshot.Server.SignInURL
	case code == mastodon.CodeRateLimited:
		refused.Code, refused.Retryable, refused.RetryAt = CodeRateLimited, true, resetAt(answer.RateLimit)
	case code == mastodon.CodeDailyLimit, code == mastodon.CodeBacklog:
		refused.Code, refused.Retryable, refused.Detail, refused.Message = CodeRateLimited, true, string(code), ""
	case code == mastodon.CodeClosed:
		refused.Problem = *s.closedProblemLocked()
		refused.RequestID = answer.RequestID
	case code == mastodon.CodeServerError:
		refused.Code, refused.Retryable = CodeServerError, true
		if s.dialect.failsOnMail {
			refused.Detail = "email"
		}
	case code == mastodon.CodeUnreadable:
		refused.Code, refused.Retryable = CodeBadAnswer, true
	case code == mastodon.CodeForbidden && !s.instance.Registrations.Enabled:
		// The form was for an invite, and a closed server says no more about one
		// that is not valid.
		refused.Code = CodeInvalid
		refused.Fields = []FieldProblem{{Field: string(FieldNameInviteCode), Code: FieldCodeInvalid, Origin: OriginServer, Message: refused.Message}}
	case code == mastodon.CodeForbidden:
		refused.Code, refused.Retryable = CodeForbidden, true
		if refused.Message == mastodon.ForbiddenText {
			refused.Message = "" // which says nothing
		}
	case code == mastodon.CodeDuplicate:
		refused.Code, refused.Retryable = CodeDuplicate, true
	case code == mastodon.CodeInvalid:
		refused.Code, refused.Retryable = CodeInvalid, true
		refused.Fields = s.fieldProblemsLocked(answer)
	default: // no values would do
		refused.Code = CodeSignUpRefused
	}
	return refused
}

// fieldProblemsLocked are all problems of all fields in the server's order, but not
// those of what the visitor has no part in.
func (s *session) fieldProblemsLocked(answer *mastodon.Error) []FieldProblem {
	problems := []FieldProblem{}
	for _, field := range answer.Fields {
		if sentUnasked(field.Field) {
			continue
		}
		p := FieldProblem{Field: line(field.Field), Code: FieldCode(line(string(field.Code))), Origin: OriginServer, Message: plainText(field.Description)}
		switch p.Code {
		case FieldCodeTooLong, FieldCodeTooShort, FieldCodeBelowLimit:
			if p.Limit = firstNumber(field.Description); p.Limit == 0 {
				p.Limit = s.requirements.field(FieldName(p.Field)).limit(p.Code)
			}
		}
		p.WayOut = s.wayOutLocked(p.Field, p.Code)
		problems = append(problems, p)
	}
	return s.requirements.bounded(problems)
}

// wayOutLocked is what to do where correcting the field is not the answer.
func (s *session) wayOutLocked(field string, code FieldCode) *WayOut {
	switch FieldName(field) {
	case FieldNameUsername:
		if code == FieldCodeTaken || code == FieldCodeReserved {
			return &WayOut{Kind: WayOutKindAnotherName}
		}
	case FieldNameEmail:
		switch code {
		case FieldCodeTaken:
			return &WayOut{Kind: WayOutKindSignIn, URL: s.snapshot.Server.SignInURL}
		case FieldCodeBlocked, FieldCodeUnreachable:
			return &WayOut{Kind: WayOutKindAnotherAddress}
		}
	}
	return nil
}

// firstNumber is the first number in a sentence, 0 if there is none.
func firstNumber(sentence string) int {
	start := strings.IndexAny(sentence, "0123456789")
	if start < 0 {
		return 0
	}
	end := start
	for end < len(sentence) && ascii.IsDigit(sentence[end]) {
		end++
	}
	n, _ := ascii.Number(sentence[start:end], 10, math.MaxInt32)
	return int(n)
}
