package signup

import (
	"errors"
	"strconv"

	"github.com/valyala/fastjson"
)

// All JSON of the flow is written and read here, as the tags of the types say.
// encoding/json would do it by itself, but makes the core half as large again
// with TinyGo.

// members writes a JSON object. Empty optional members are left out.
type members struct {
	arena  *fastjson.Arena
	object *fastjson.Value
}

func newMembers(a *fastjson.Arena) members { return members{a, a.NewObject()} }

func (m members) text(name, value string) { m.object.Set(name, m.arena.NewString(value)) }

// number takes an int64 because TinyGo's int holds no time in milliseconds.
func (m members) number(name string, n int64) {
	m.object.Set(name, m.arena.NewNumberString(strconv.FormatInt(n, 10)))
}

func (m members) flag(name string, value bool) {
	if value {
		m.object.Set(name, m.arena.NewTrue())
	} else {
		m.object.Set(name, m.arena.NewFalse())
	}
}

func (m members) optionalText(name, value string) {
	if value != "" {
		m.text(name, value)
	}
}

func (m members) optionalNumber(name string, n int64) {
	if n != 0 {
		m.number(name, n)
	}
}

func (m members) optionalFlag(name string, value bool) {
	if value {
		m.flag(name, true)
	}
}

// writer is a type that writes its members.
type writer interface{ write(m members) }

func valueOf(a *fastjson.Arena, w writer) *fastjson.Value {
	m := newMembers(a)
	w.write(m)
	return m.object
}

func (m members) nested(name string, w writer) { m.object.Set(name, valueOf(m.arena, w)) }

func list[T writer](m members, name string, items []T) {
	array := m.arena.NewArray()
	for i, item := range items {
		array.SetArrayItem(i, valueOf(m.arena, item))
	}
	m.object.Set(name, array)
}

func marshal(w writer) ([]byte, error) {
	var a fastjson.Arena
	return valueOf(&a, w).MarshalTo(nil), nil
}

// MarshalJSON writes the snapshot as the widget reads it.
func (s Snapshot) MarshalJSON() ([]byte, error) { return marshal(s) }

func (s Snapshot) write(m members) {
	m.text("screen", string(s.Screen))
	if s.Server != nil {
		m.nested("server", s.Server)
	}
	list(m, "fields", s.Fields)
	list(m, "rules", s.Rules)
	list(m, "documents", s.Documents)
	m.optionalText("terms", s.Terms)
	list(m, "problems", s.Problems)
	if s.Problem != nil {
		m.nested("problem", s.Problem)
	}
	if s.Captcha != nil {
		m.nested("captcha", s.Captcha)
	}
	m.optionalFlag("slow", s.Slow)
	if s.Tries != nil {
		m.nested("tries", s.Tries)
	}
	if s.Account != nil {
		m.nested("account", s.Account)
	}
	m.optionalNumber("resendAt", s.ResendAt)
	m.optionalNumber("resent", int64(s.Resent))
	if s.Consent != nil {
		m.nested("consent", s.Consent)
	}
	if s.Follow != nil {
		m.nested("follow", s.Follow)
	}
	m.optionalText("returned", s.Returned)
}

func (s *Server) write(m members) {
	m.text("host", s.Host)
	m.text("domain", s.Domain)
	m.text("title", s.Title)
	m.optionalText("description", s.Description)
	m.optionalText("icon", s.Icon)
	m.optionalText("software", s.Software)
	m.optionalText("softwareTitle", s.SoftwareTitle)
	m.optionalText("version", s.Version)
	m.optionalFlag("approvalRequired", s.ApprovalRequired)
	m.optionalText("contactEmail", s.ContactEmail)
	m.text("signUpUrl", s.SignUpURL)
	m.text("signInWith", s.SignInWith)
	m.text("signInUrl", s.SignInURL)
	m.text("resetUrl", s.ResetURL)
}

func (f Field) write(m members) {
	m.text("name", string(f.Name))
	m.flag("required", f.Required)
	m.optionalNumber("minLength", int64(f.MinLength))
	m.optionalNumber("maxLength", int64(f.MaxLength))
	m.optionalNumber("maxBytes", int64(f.MaxBytes))
	m.optionalNumber("entropy", int64(f.Entropy))
	m.optionalText("pattern", f.Pattern)
	m.optionalNumber("minAge", int64(f.MinAge))
	m.optionalText("latest", f.Latest)
	m.optionalText("why", f.Why)
}

func (r Rule) write(m members) {
	m.text("id", r.ID)
	m.text("text", r.Text)
	m.optionalText("hint", r.Hint)
	if len(r.Translations) > 0 {
		translations := newMembers(m.arena)
		for language, text := range r.Translations {
			translations.nested(language, text)
		}
		m.object.Set("translations", translations.object)
	}
}

func (t RuleText) write(m members) {
	m.text("text", t.Text)
	m.optionalText("hint", t.Hint)
}

func (d Document) write(m members) {
	m.text("kind", string(d.Kind))
	m.text("url", d.URL)
	m.flag("agreed", d.Agreed)
}

// MarshalJSON writes the text as the widget reads it.
func (t DocumentText) MarshalJSON() ([]byte, error) { return marshal(t) }

func (t DocumentText) write(m members) {
	m.text("kind", string(t.Kind))
	m.text("html", t.HTML)
	m.optionalText("date", t.Date)
}

// MarshalJSON writes the problem as the widget reads it.
func (p FieldProblem) MarshalJSON() ([]byte, error) { return marshal(p) }

func (p FieldProblem) write(m members) {
	m.text("field", p.Field)
	m.text("code", p.Code)
	m.text("origin", p.Origin)
	m.optionalText("message", p.Message)
	m.optionalNumber("limit", int64(p.Limit))
	if p.WayOut != nil {
		m.nested("wayOut", p.WayOut)
	}
}

func (w *WayOut) write(m members) {
	m.text("kind", w.Kind)
	m.optionalText("url", w.URL)
}

func (p *Problem) write(m members) {
	m.text("code", string(p.Code))
	m.optionalText("detail", p.Detail)
	m.optionalText("message", p.Message)
	if len(p.Notice) > 0 {
		list(m, "notice", p.Notice)
	}
	m.optionalNumber("retryAt", p.RetryAt)
	m.optionalFlag("retryable", p.Retryable)
	m.optionalText("handover", p.Handover)
	m.optionalText("requestId", p.RequestID)
}

func (t TextPart) write(m members) {
	m.text("text", t.Text)
	m.optionalText("url", t.URL)
}

func (c *Captcha) write(m members) {
	m.text("image", c.Image)
	m.number("expiresAt", c.ExpiresAt)
}

// MarshalJSON writes what a caller in JavaScript may know of the error.
func (e *Error) MarshalJSON() ([]byte, error) { return marshal(e) }

func (e *Error) write(m members) {
	e.Problem.write(m)
	if len(e.Fields) > 0 {
		list(m, "fields", e.Fields)
	}
}

func (t *Tries) write(m members) {
	m.number("left", int64(t.Left))
	m.number("limit", int64(t.Limit))
	m.number("resetAt", t.ResetAt)
}

func (a *Account) write(m members) {
	m.text("username", a.Username)
	m.text("handle", a.Handle)
	m.text("email", a.Email)
	m.text("url", a.URL)
	m.optionalText("webMail", a.WebMail)
	m.flag("watched", a.Watched)
}

func (f *Follow) write(m members) {
	m.text("handle", f.Handle)
	m.text("url", f.URL)
}

func (c *Consent) write(m members) {
	m.number("at", c.At)
	ids := m.arena.NewArray()
	for i, id := range c.RuleIDs {
		ids.SetArrayItem(i, m.arena.NewString(id))
	}
	m.object.Set("ruleIds", ids)
	list(m, "documents", c.Documents)
}

func (d ConsentDocument) write(m members) {
	m.text("kind", string(d.Kind))
	m.text("url", d.URL)
	m.optionalText("date", d.Date)
}

func (c credentials) write(m members) {
	m.text("clientId", c.ClientID)
	m.text("clientSecret", c.ClientSecret)
	m.optionalText("token", c.Token)
}

func (t ticket) write(m members) {
	m.optionalText("token", t.Token)
	m.text("username", t.Username)
	m.text("email", t.Email)
	m.text("screen", string(t.Screen))
	m.optionalText("problem", string(t.Problem))
	m.number("at", t.At)
	m.optionalNumber("resendAt", t.ResendAt)
	m.optionalNumber("resent", int64(t.Resent))
	if t.Consent != nil {
		m.nested("consent", t.Consent)
	}
	m.optionalNumber("original", t.Original)
	m.optionalFlag("corrected", t.Corrected)
	m.optionalText("clientId", t.ClientID)
	m.optionalText("clientSecret", t.ClientSecret)
}

var errNoObject = errors.New("signup: not a JSON object")

// unmarshal parses an object. Members that are missing or of another type read
// as zero values.
func unmarshal(text []byte, read func(*fastjson.Value)) error {
	v, err := fastjson.ParseBytes(text)
	if err != nil || v.Type() != fastjson.TypeObject {
		return errNoObject
	}
	read(v)
	return nil
}

func text(v *fastjson.Value, name string) string { return string(v.GetStringBytes(name)) }

// UnmarshalJSON reads what the widget collected.
func (v *Values) UnmarshalJSON(json []byte) error {
	return unmarshal(json, func(o *fastjson.Value) {
		*v = Values{Username: text(o, "username"), Email: text(o, "email"), Password: text(o, "password"),
			DateOfBirth: text(o, "date_of_birth"), Reason: text(o, "reason"), InviteCode: text(o, "invite_code"),
			Captcha: text(o, "captcha_solution"), Agreement: o.GetBool("agreement"), Terms: text(o, "terms")}
	})
}

// UnmarshalJSON reads what a page says of itself.
func (p *Options) UnmarshalJSON(json []byte) error {
	return unmarshal(json, func(o *fastjson.Value) {
		*p = Options{AppName: text(o, "appName"), AppWebsite: text(o, "appWebsite"), ReturnURL: text(o, "returnUrl"),
			Broker: text(o, "broker"), TimeZone: text(o, "timeZone"), Invite: text(o, "invite"),
			Follow: text(o, "follow"), Returned: text(o, "returned"), Persist: text(o, "persist")}
		for _, language := range o.GetArray("languages") {
			p.Languages = append(p.Languages, string(language.GetStringBytes()))
		}
	})
}

func (c *credentials) read(o *fastjson.Value) {
	*c = credentials{ClientID: text(o, "clientId"), ClientSecret: text(o, "clientSecret"), Token: text(o, "token")}
}

func (t *ticket) read(o *fastjson.Value) {
	*t = ticket{Token: text(o, "token"), Username: text(o, "username"), Email: text(o, "email"),
		Screen: Screen(text(o, "screen")), Problem: Code(text(o, "problem")), At: o.GetInt64("at"),
		ResendAt: o.GetInt64("resendAt"), Resent: o.GetInt("resent"),
		Original: o.GetInt64("original"), Corrected: o.GetBool("corrected"),
		ClientID: text(o, "clientId"), ClientSecret: text(o, "clientSecret")}
	if consent := o.Get("consent"); consent != nil && consent.Type() == fastjson.TypeObject {
		t.Consent = &Consent{At: consent.GetInt64("at"), RuleIDs: []string{}, Documents: []ConsentDocument{}}
		for _, id := range consent.GetArray("ruleIds") {
			t.Consent.RuleIDs = append(t.Consent.RuleIDs, string(id.GetStringBytes()))
		}
		for _, d := range consent.GetArray("documents") {
			t.Consent.Documents = append(t.Consent.Documents,
				ConsentDocument{Kind: DocumentKind(text(d, "kind")), URL: text(d, "url"), Date: text(d, "date")})
		}
	}
}
