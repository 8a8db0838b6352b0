package signup

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/internal/dates"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// checkLocked finds everything in the values that the server would certainly
// refuse, and an agreement to something else.
func (s *session) checkLocked(v Values) []FieldProblem {
	problems := append(s.requirements.check(v, time.Now()), s.unknownProblemsLocked(v)...)
	if v.Agreement && v.Terms != "" && v.Terms != s.snapshot.Terms {
		problems = append(problems, FieldProblem{Field: string(FieldNameAgreement), Code: FieldCodeChanged, Origin: OriginLocal})
	}
	return problems
}

// check finds everything in the values that the server would certainly
// refuse. Each submission counts against the visitor, refused ones too.
func (r *requirements) check(v Values, now time.Time) []FieldProblem {
	problems := []FieldProblem{}
	add := func(name FieldName, codes ...FieldCode) {
		field := r.field(name)
		for _, code := range codes {
			p := FieldProblem{Field: string(name), Code: code, Origin: OriginLocal, Limit: field.limit(code)}
			if code == FieldCodeReserved {
				p.WayOut = &WayOut{Kind: WayOutKindAnotherName}
			}
			problems = append(problems, p)
		}
	}
	add(FieldNameUsername, r.usernameProblems(v.Username)...)
	if v.Email != "" || r.field(FieldNameEmail).Required {
		add(FieldNameEmail, emailProblems(v.Email)...)
	}
	add(FieldNamePassword, r.field(FieldNamePassword).passwordProblems(v.Password)...)
	if r.asks(FieldNameDateOfBirth) {
		add(FieldNameDateOfBirth, r.birthProblems(v.DateOfBirth, now)...)
	}
	if r.asks(FieldNameReason) {
		// Servers count a reason of white space as none.
		text := v.Reason
		if strings.TrimSpace(text) == "" {
			text = ""
		}
		add(FieldNameReason, r.field(FieldNameReason).lengthProblems(text)...)
	}
	if r.asks(FieldNameInviteCode) && v.InviteCode != "" && inviteFor(r.server, r.dialect.invites, v.InviteCode) == "" {
		add(FieldNameInviteCode, FieldCodeInvalid)
	}
	if r.asks(FieldNameCaptcha) {
		add(FieldNameCaptcha, r.field(FieldNameCaptcha).lengthProblems(v.Captcha)...)
	}
	if !v.Agreement {
		add(FieldNameAgreement, FieldCodeAccepted)
	}
	return problems
}

// lengthProblems checks a text against the limits of its field.
func (f Field) lengthProblems(text string) []FieldCode {
	length := utf8.RuneCountInString(text)
	switch {
	case text == "" && f.Required:
		return []FieldCode{FieldCodeBlank}
	case text == "":
		return nil
	case f.MinLength > 0 && length < f.MinLength:
		return []FieldCode{FieldCodeTooShort}
	case f.MaxLength > 0 && length > f.MaxLength, f.MaxBytes > 0 && len(text) > f.MaxBytes:
		return []FieldCode{FieldCodeTooLong}
	}
	return nil
}

// passwordProblems checks a password, also for how hard it is to guess. One of
// white space is none to servers.
func (f Field) passwordProblems(password string) []FieldCode {
	if strings.TrimSpace(password) == "" {
		password = ""
	}
	codes := f.lengthProblems(password)
	if codes == nil && f.Entropy > 0 && guessable(password, f.Entropy) {
		codes = []FieldCode{FieldCodeTooWeak}
	}
	return codes
}

// limit is the number that a code speaks of.
func (f Field) limit(code FieldCode) int {
	switch code {
	case FieldCodeTooShort:
		return f.MinLength
	case FieldCodeTooLong:
		return max(f.MaxLength, f.MaxBytes)
	case FieldCodeBelowLimit:
		return f.MinAge
	case FieldCodeTooWeak:
		return f.Entropy
	}
	return 0
}

// earliestBirth keeps out the year 90 for 1990, which is what browsers make of
// two digits, and servers take.
const earliestBirth = "1900-01-01"

func (r *requirements) birthProblems(date string, now time.Time) []FieldCode {
	if date == "" {
		return []FieldCode{FieldCodeBlank}
	}
	if _, ok := dates.Parse(date); !ok || date < earliestBirth {
		return []FieldCode{FieldCodeInvalid}
	}
	if r.ageLimit != nil && date > r.ageLimit.latestBirth(now) {
		return []FieldCode{FieldCodeBelowLimit}
	}
	return nil
}

// maxEmailLength is in characters, as Mastodon counts.
const maxEmailLength = 320

// emailProblems checks an email address. Servers want it bare, without a name,
// comment or quoting; and an address without a dot in its domain passes them
// but is a mistake.
func emailProblems(address string) []FieldCode {
	if address == "" {
		return []FieldCode{FieldCodeBlank}
	}
	var codes []FieldCode
	local, domain, _ := strings.Cut(address, "@")
	_, known := mastodon.ASCIIAddress(address)
	if local == "" || !known || !isDottedDomain(domain) || strings.ContainsAny(address, "%,\"()<>[]:;\\ \t\r\n\u00a0\u3000") {
		codes = append(codes, FieldCodeInvalid)
	}
	if utf8.RuneCountInString(address) > maxEmailLength {
		codes = append(codes, FieldCodeTooLong)
	}
	return codes
}

func isDottedDomain(domain string) bool {
	return strings.Contains(domain, ".") && !strings.Contains(domain, "@") && !strings.Contains("."+domain+".", "..")
}

// tidied is v as it is checked and sent: without the white space around what
// people paste. A password is left alone.
func (v Values) tidied() Values {
	v.Username = strings.TrimSpace(v.Username)
	v.Email = strings.TrimSpace(v.Email)
	v.DateOfBirth = strings.TrimSpace(v.DateOfBirth)
	v.InviteCode = strings.TrimSpace(v.InviteCode)
	v.Captcha = strings.TrimSpace(v.Captcha)
	return v
}
