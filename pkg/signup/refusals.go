package signup

import (
	"strconv"
	"strings"

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

// refusal tells why POST /api/v1/accounts made no account, or that nobody
// knows whether it did.
func (f *Flow) refusal(s *session, answer *mastodon.Error) *Error {
	f.mu.Lock()
	defer f.mu.Unlock()
	p := Problem{Message: cut(plainText(answer.Message), maxMessage), RequestID: answer.RequestID, Handover: s.snapshot.Server.SignUpURL}
	refused := &Error{Problem: p, Err: answer}
	switch status := answer.Status; {
	case status == 0, status < 300:
		// Sent, or even accepted, but the answer did not arrive whole.
		refused.Code, refused.Retryable = CodeLostAnswer, true
		refused.Handover = s.snapshot.Server.SignInURL
	case status == 429:
		refused.Code, refused.Retryable, refused.RetryAt = CodeRateLimited, true, resetAt(answer.RateLimit)
	case status >= 500:
		refused.Code, refused.Retryable = CodeServerError, true
	case status == 403 && !s.instance.Registrations.Enabled:
		// The form was for an invite, and a closed server says no more about one
		// that is not valid.
		refused.Code = CodeInvalid
		refused.Fields = []FieldProblem{{Field: string(FieldNameInviteCode), Code: "ERR_INVALID", Origin: "server", Message: refused.Message}}
	case status == 401, status == 403, status == 404, status == 405, status == 410:
		refused.Code = CodeSignUpRefused
	case answer.Code == mastodon.CodeDuplicate:
		refused.Code, refused.Retryable = CodeDuplicate, true
	case strings.Contains(answer.Message, "registration is not open"):
		refused.Code = CodeSignUpRefused
	case answer.Code == mastodon.CodeUnreadable:
		refused.Code, refused.Retryable = CodeBadAnswer, true
	default:
		refused.Code, refused.Retryable = CodeInvalid, true
		refused.Fields = s.fieldProblemsLocked(answer)
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
		p := FieldProblem{Field: line(field.Field), Code: line(field.Code), Origin: "server", Message: plainText(field.Description)}
		if p.Code == "" {
			p.Code = codeOfSentence(field.Description)
		}
		switch p.Code {
		case "ERR_TOO_LONG", "ERR_TOO_SHORT", "ERR_BELOW_LIMIT":
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
func (s *session) wayOutLocked(field, code string) *WayOut {
	switch FieldName(field) {
	case FieldNameUsername:
		if code == "ERR_TAKEN" || code == "ERR_RESERVED" {
			return &WayOut{Kind: "another-name"}
		}
	case FieldNameEmail:
		switch code {
		case "ERR_TAKEN":
			return &WayOut{Kind: "sign-in", URL: s.snapshot.Server.SignInURL}
		case "ERR_BLOCKED", "ERR_UNREACHABLE":
			return &WayOut{Kind: "another-address"}
		}
	}
	return nil
}

// Where servers send no code, their sentence tells it.
var sentenceCodes = []struct{ part, code string }{
	{"already been taken", "ERR_TAKEN"},
	{"can't be blank", "ERR_BLANK"},
	{"disallowed", "ERR_BLOCKED"},
	{"does not seem to exist", "ERR_UNREACHABLE"},
	{"is too long", "ERR_TOO_LONG"},
}

func codeOfSentence(sentence string) string {
	for _, known := range sentenceCodes {
		if strings.Contains(sentence, known.part) {
			return known.code
		}
	}
	return "ERR_INVALID"
}

// firstNumber is the first number in a sentence, 0 if there is none.
func firstNumber(sentence string) int {
	start := strings.IndexAny(sentence, "0123456789")
	if start < 0 {
		return 0
	}
	end := start
	for end < len(sentence) && isDigit(sentence[end]) {
		end++
	}
	n, err := strconv.ParseInt(sentence[start:end], 10, 32)
	if err != nil {
		return 0
	}
	return int(n)
}
