package signup

import (
	"context"
	"time"
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
		default:
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
		f.useInstanceLocked(s, found)
		s.requirements = s.withAskedLocked(requirementsOf(found, s.dialect, s.invite != "", time.Now()))
		if captcha {
			s.requirements = s.requirements.require(Field{Name: FieldNameCaptcha, Required: true})
		}
		now.Fields = s.requirements.fields
		return nil
	})
}
