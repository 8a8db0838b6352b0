package signup

import (
	"slices"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/dates"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// requirements is what one server's sign-up asks and refuses, where that is
// certain before asking.
type requirements struct {
	fields   []Field
	server   mastodon.Server
	dialect  *dialect
	ageLimit *ageLimit // nil where none is known
}

// ageLimit is how old people have to be at least: in years, or in days where the
// server counts those.
type ageLimit struct {
	years, days int
	inDays      bool
}

// latestBirth is the last date of birth that the server may accept, YYYY-MM-DD.
func (l *ageLimit) latestBirth(now time.Time) string {
	if l.inDays {
		return latestBirthday(now, l.days)
	}
	return latestBirth(now, l.years)
}

func (r *requirements) field(name FieldName) Field {
	for _, f := range r.fields {
		if f.Name == name {
			return f
		}
	}
	return Field{Name: name}
}

func (r *requirements) asks(name FieldName) bool {
	for _, f := range r.fields {
		if f.Name == name {
			return true
		}
	}
	return false
}

// require makes the form show a field because the server named it in a refusal.
func (r *requirements) require(field Field) *requirements {
	changed := *r
	changed.fields = nil
	done := false
	for _, f := range r.fields {
		if f.Name == field.Name {
			f.Required, done = f.Required || field.Required, true
		} else if f.Name == FieldNameAgreement && !done {
			changed.fields, done = append(changed.fields, field), true
		}
		changed.fields = append(changed.fields, f)
	}
	return &changed
}

// withoutAge is the form for a server whose age limit is not known.
func (r *requirements) withoutAge() *requirements {
	changed := *r
	changed.ageLimit = nil
	changed.fields = slices.Clone(r.fields)
	for i := range changed.fields {
		if f := &changed.fields[i]; f.Name == FieldNameDateOfBirth {
			f.MinAge, f.Latest = 0, ""
		}
	}
	return &changed
}

// oldEnough reports whether somebody is over the age limit by every clock.
func (r *requirements) oldEnough(born string) bool {
	return r.ageLimit != nil && born <= r.ageLimit.latestBirth(time.Now().Add(-2*oneDay))
}

// without is the form without a field.
func (r *requirements) without(name FieldName) *requirements {
	changed := *r
	changed.fields = nil
	for _, f := range r.fields {
		if f.Name != name {
			changed.fields = append(changed.fields, f)
		}
	}
	return &changed
}

// requirementsOf reads the form off an instance. An invite adds the field for
// it.
func requirementsOf(i *mastodon.Instance, d *dialect, invite bool, now time.Time) *requirements {
	r := &requirements{server: i.Server, dialect: d}
	username, email, password, reason := d.username, d.email, d.password, d.reason
	username.Name, username.Required = FieldNameUsername, true
	email.Name, email.MaxLength = FieldNameEmail, 320
	password.Name, password.Required = FieldNamePassword, true
	reason.Name = FieldNameReason
	r.fields = []Field{username, email, password}
	if minAge := i.Registrations.MinAge; minAge > 0 || i.Registrations.BirthdayRequired {
		r.ageLimit = &ageLimit{years: minAge, days: i.Registrations.MinAgeDays, inDays: i.Registrations.BirthdayRequired}
		r.fields = append(r.fields, Field{Name: FieldNameDateOfBirth, Required: true, MinAge: minAge, Latest: r.ageLimit.latestBirth(now), Why: WhyMinAge, Unkept: d.dateOfBirth.Unkept})
	}
	// Before 4.4 servers did not tell whether it is required.
	if i.Registrations.ApprovalRequired && d.takesReasons || reason.Required {
		reason.Why = WhyApproval
		r.fields = append(r.fields, reason)
	}
	if invite {
		// A closed server takes nobody without one; where none is typed, the one
		// that opened the form stands in.
		r.fields = append(r.fields, Field{Name: FieldNameInviteCode, Required: !i.Registrations.Enabled})
	}
	r.fields = append(r.fields, Field{Name: FieldNameAgreement, Required: true})
	return r
}

// latestBirth is the last date of birth that a server with this minimum age
// may accept, YYYY-MM-DD. It uses the latest date on Earth, because
// servers have their own time zones: nobody whom they allow is refused here.
// Counted back from 29 February to a year without one it is the 28th, as on
// servers.
func latestBirth(now time.Time, minAge int) string {
	year, month, day := dates.Of(now.Add(14 * time.Hour)).Date()
	year -= minAge
	if month == 2 && day == 29 && !dates.IsLeap(year) {
		day = 28
	}
	return dates.On(year, month, day).String()
}

// latestBirthday is the same for a server that counts days, and them in UTC.
func latestBirthday(now time.Time, minAge int) string {
	return (dates.Of(now) - dates.Day(minAge)).String()
}
