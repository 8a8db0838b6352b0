package signup

import (
	"context"
	"strings"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// What an instance document says is minutes old at times, and not all that is
// required stands in it. What the answer to the sign-up says counts.

// askLocked has the form ask, from now on, for what a refusal named though the
// document did not. It reports whether there was anything.
func (s *session) askLocked(values Values, problems []FieldProblem) bool {
	contradicted := false
	for i, p := range problems {
		field := Field{Name: FieldName(p.Field), Required: p.Code == FieldCodeBlank, Why: WhyServerAsked}
		switch field.Name {
		case FieldNameReason:
			field.MinLength, field.MaxLength = s.dialect.reason.MinLength, s.dialect.reason.MaxLength
		case FieldNameDateOfBirth:
			field.Required, field.Unkept = true, s.dialect.dateOfBirth.Unkept
			if p.Code == FieldCodeBelowLimit && s.requirements.oldEnough(values.DateOfBirth) {
				problems[i].Limit = 0 // the limit is another one by now
				s.ageUnknown, contradicted = true, true
			}
		case FieldNameCaptcha:
			field.Required = true
		case FieldNameEmail: // which some servers leave to people
		default:
			s.askUnknownLocked(p)
			continue
		}
		if !s.requirements.asks(field.Name) || field.Required && !s.requirements.field(field.Name).Required {
			s.asked, contradicted = append(s.asked, field), true
		}
	}
	if contradicted {
		s.requirements = s.withAskedLocked(s.requirements)
	}
	return contradicted
}

const (
	maxAsked       = 3   // fields that nobody knows
	maxAskedName   = 40  // bytes
	maxAskedLength = 500 // characters of what is typed into one
)

// askUnknownLocked has the form ask for a field that only this server knows. What
// it says of the field later takes the place of what it said first.
func (s *session) askUnknownLocked(p FieldProblem) {
	if p.Code != FieldCodeBlank {
		return
	}
	asked := append([]AskedField(nil), s.unknown...) // the published ones do not change
	for i := range asked {
		if asked[i].Name == p.Field {
			asked[i].Message = p.Message
			s.unknown = asked
			return
		}
	}
	if len(asked) < maxAsked && mayBeAsked(p.Field) {
		s.unknown = append(asked, AskedField{Name: p.Field, Message: p.Message, MaxLength: maxAskedLength})
	}
}

// mayBeAsked reports whether a field of this name is drawn where a server wants
// it. It is none that is known, which the flow fills in itself, and none for a
// secret: no stranger is to ask for those.
func mayBeAsked(name string) bool {
	if len(name) > maxAskedName || name == "" || name[0] < 'a' || name[0] > 'z' {
		return false
	}
	for i := range len(name) {
		if c := name[i]; c != '_' && !ascii.IsDigit(c) && (c < 'a' || c > 'z') {
			return false
		}
	}
	switch FieldName(name) {
	case FieldNameUsername, FieldNameEmail, FieldNameDateOfBirth, FieldNameReason, FieldNameInviteCode, FieldNameAgreement,
		fieldLocale, fieldLanguage, fieldTimeZone, "lang", "birthday":
		return false
	}
	for _, part := range secretParts {
		if strings.Contains("_"+name+"_", part) {
			return false
		}
	}
	return true
}

// secretParts are in the names of secrets. Some are in other words too: a field too
// few is the smaller harm.
var secretParts = [...]string{"pass", "pwd", "secret", "token", "credential", "captcha", "auth", "cookie", "session", "private",
	"_pin", "otp", "mfa", "_key", "_seed", "_card", "_cvc", "_cvv", "_iban", "_ssn"}

// unknownProblemsLocked checks what was typed into the fields that only this server
// knows.
func (s *session) unknownProblemsLocked(v Values) (problems []FieldProblem) {
	for _, asked := range s.unknown {
		field := Field{Required: true, MaxLength: asked.MaxLength}
		for _, code := range field.lengthProblems(v.answer(asked.Name)) {
			problems = append(problems, FieldProblem{Field: asked.Name, Code: code, Origin: OriginLocal, Limit: field.limit(code)})
		}
	}
	return problems
}

// answer is what was typed into a field that only the server knows.
func (v Values) answer(name string) string {
	for _, a := range v.Asked {
		if a.Name == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// withAskedLocked adds what refusals asked for to what the document says.
func (s *session) withAskedLocked(r *requirements) *requirements {
	for _, field := range s.asked {
		r = r.require(field)
	}
	if s.ageUnknown {
		r = r.withoutAge()
	}
	return r
}

// readAgain reads the document once more after a refusal contradicted it. If
// there is none to be had, everything stays as it is.
func (f *Flow) readAgain(ctx context.Context, s *session) {
	ctx, stop := f.within(ctx, s, slowAfter)
	defer stop()
	found, err := s.client.Instance(ctx)
	if err != nil {
		return
	}
	_ = f.update(s, func(now *Snapshot) error {
		if now.Screen != ScreenForm {
			return errUnchanged
		}
		found.Domain = s.instance.Domain // which was proved
		s.ageUnknown = s.ageUnknown && found.Registrations.MinAge == s.instance.Registrations.MinAge
		captcha := s.requirements.asks(FieldNameCaptcha)
		s.useInstanceLocked(found, f.config.Languages, f.editions)
		s.requirements = s.withAskedLocked(requirementsOf(found, s.dialect, s.invite != "", time.Now()))
		if captcha {
			s.requirements = s.requirements.require(Field{Name: FieldNameCaptcha, Required: true})
		}
		now.Fields = s.requirements.fields
		return nil
	})
}
