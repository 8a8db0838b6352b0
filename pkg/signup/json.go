package signup

import (
	"errors"
	"maps"
	"slices"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// All JSON of the flow is written and read here, as the tags of the types say.

// writer is a type that writes its members. Empty optional ones are left out.
type writer interface{ write(w *jsontext.Writer) }

func object[T writer](w *jsontext.Writer, value T) {
	w.BeginObject()
	value.write(w)
	w.EndObject()
}

func nested[T writer](w *jsontext.Writer, name string, value T) {
	w.Name(name)
	object(w, value)
}

func list[T writer](w *jsontext.Writer, name string, items []T) {
	w.Name(name)
	w.BeginList()
	for _, item := range items {
		object(w, item)
	}
	w.EndList()
}

func marshal[T writer](value T) ([]byte, error) {
	var w jsontext.Writer
	object(&w, value)
	return w.Bytes(), nil
}

// MarshalJSON writes the snapshot as the widget reads it.
func (s Snapshot) MarshalJSON() ([]byte, error) { return marshal(s) }

func (s Snapshot) write(w *jsontext.Writer) {
	w.TextMember("screen", string(s.Screen))
	if s.Server != nil {
		nested(w, "server", s.Server)
	}
	list(w, "fields", s.Fields)
	if len(s.Asked) > 0 {
		list(w, "asked", s.Asked)
	}
	list(w, "rules", s.Rules)
	w.OptionalInt("rulesLeftOut", int64(s.RulesLeftOut))
	list(w, "documents", s.Documents)
	w.OptionalText("terms", s.Terms)
	list(w, "problems", s.Problems)
	if s.Problem != nil {
		nested(w, "problem", s.Problem)
	}
	if s.Captcha != nil {
		nested(w, "captcha", s.Captcha)
	}
	w.OptionalBool("slow", s.Slow)
	if s.Tries != nil {
		nested(w, "tries", s.Tries)
	}
	if s.Account != nil {
		nested(w, "account", s.Account)
	}
	w.OptionalInt("resendAt", s.ResendAt)
	w.OptionalInt("resent", int64(s.Resent))
	if s.Consent != nil {
		nested(w, "consent", s.Consent)
	}
	if s.Follow != nil {
		nested(w, "follow", s.Follow)
	}
	w.OptionalText("returned", s.Returned)
}

func (s *Server) write(w *jsontext.Writer) {
	w.TextMember("host", s.Host)
	w.TextMember("domain", s.Domain)
	w.TextMember("title", s.Title)
	w.OptionalText("description", s.Description)
	w.OptionalText("icon", s.Icon)
	w.OptionalText("software", s.Software)
	w.OptionalText("softwareTitle", s.SoftwareTitle)
	w.OptionalText("version", s.Version)
	w.OptionalInt("activeUsers", int64(s.ActiveUsers))
	w.OptionalBool("approvalRequired", s.ApprovalRequired)
	w.OptionalText("contactEmail", s.ContactEmail)
	w.OptionalText("statusUrl", s.StatusURL)
	w.TextMember("signUpUrl", s.SignUpURL)
	w.TextMember("signInWith", s.SignInWith)
	w.TextMember("signInUrl", s.SignInURL)
	w.OptionalText("clientsUrl", s.ClientsURL)
	w.TextMember("resetUrl", s.ResetURL)
}

func (f Field) write(w *jsontext.Writer) {
	w.TextMember("name", string(f.Name))
	w.BoolMember("required", f.Required)
	w.OptionalInt("minLength", int64(f.MinLength))
	w.OptionalInt("maxLength", int64(f.MaxLength))
	w.OptionalInt("maxBytes", int64(f.MaxBytes))
	w.OptionalInt("entropy", int64(f.Entropy))
	w.OptionalText("pattern", f.Pattern)
	w.OptionalInt("minAge", int64(f.MinAge))
	w.OptionalText("latest", f.Latest)
	w.OptionalText("why", string(f.Why))
	w.OptionalBool("unkept", f.Unkept)
}

func (f AskedField) write(w *jsontext.Writer) {
	w.TextMember("name", f.Name)
	w.OptionalText("message", f.Message)
	w.IntMember("maxLength", int64(f.MaxLength))
}

func (r Rule) write(w *jsontext.Writer) {
	w.TextMember("id", r.ID)
	w.TextMember("text", r.Text)
	w.OptionalText("hint", r.Hint)
	if len(r.Translations) > 0 {
		w.Name("translations")
		w.BeginObject()
		for _, language := range slices.Sorted(maps.Keys(r.Translations)) {
			nested(w, language, r.Translations[language])
		}
		w.EndObject()
	}
}

func (t RuleText) write(w *jsontext.Writer) {
	w.TextMember("text", t.Text)
	w.OptionalText("hint", t.Hint)
}

func (d Document) write(w *jsontext.Writer) {
	w.TextMember("kind", string(d.Kind))
	w.TextMember("url", d.URL)
	w.BoolMember("agreed", d.Agreed)
}

// MarshalJSON writes the form as the widget reads it.
func (f Form) MarshalJSON() ([]byte, error) { return marshal(f) }

func (f Form) write(w *jsontext.Writer) {
	w.IntMember("version", int64(f.Version))
	w.IntMember("at", f.At)
	w.TextMember("server", f.Server)
	nested(w, "snapshot", f.Snapshot)
}

// MarshalJSON writes the text as the widget reads it.
func (t DocumentText) MarshalJSON() ([]byte, error) { return marshal(t) }

func (t DocumentText) write(w *jsontext.Writer) {
	w.TextMember("kind", string(t.Kind))
	w.TextMember("html", t.HTML)
	w.OptionalText("date", t.Date)
	w.OptionalBool("comesIntoForce", t.ComesIntoForce)
	w.OptionalText("succeededBy", t.SucceededBy)
}

// MarshalJSON writes the problem as the widget reads it.
func (p FieldProblem) MarshalJSON() ([]byte, error) { return marshal(p) }

func (p FieldProblem) write(w *jsontext.Writer) {
	w.TextMember("field", p.Field)
	w.TextMember("code", string(p.Code))
	w.TextMember("origin", string(p.Origin))
	w.OptionalText("message", p.Message)
	w.OptionalInt("limit", int64(p.Limit))
	if p.WayOut != nil {
		nested(w, "wayOut", p.WayOut)
	}
}

func (o *WayOut) write(w *jsontext.Writer) {
	w.TextMember("kind", string(o.Kind))
	w.OptionalText("url", o.URL)
}

func (p *Problem) write(w *jsontext.Writer) {
	w.TextMember("code", string(p.Code))
	w.OptionalText("detail", p.Detail)
	w.OptionalText("message", p.Message)
	if len(p.Notice) > 0 {
		list(w, "notice", p.Notice)
	}
	w.OptionalInt("retryAt", p.RetryAt)
	w.OptionalBool("retryable", p.Retryable)
	w.OptionalText("handover", p.Handover)
	w.OptionalText("requestId", p.RequestID)
}

func (t TextPart) write(w *jsontext.Writer) {
	w.TextMember("text", t.Text)
	w.OptionalText("url", t.URL)
}

func (c *Captcha) write(w *jsontext.Writer) {
	w.TextMember("image", c.Image)
	w.IntMember("expiresAt", c.ExpiresAt)
}

// MarshalJSON writes what a caller in JavaScript may know of the error.
func (e *Error) MarshalJSON() ([]byte, error) { return marshal(e) }

func (e *Error) write(w *jsontext.Writer) {
	e.Problem.write(w)
	if len(e.Fields) > 0 {
		list(w, "fields", e.Fields)
	}
}

func (t *Tries) write(w *jsontext.Writer) {
	w.IntMember("left", int64(t.Left))
	w.IntMember("limit", int64(t.Limit))
	w.IntMember("resetAt", t.ResetAt)
}

func (a *Account) write(w *jsontext.Writer) {
	w.TextMember("username", a.Username)
	w.TextMember("handle", a.Handle)
	w.TextMember("email", a.Email)
	w.TextMember("url", a.URL)
	w.OptionalText("webMail", a.WebMail)
	w.BoolMember("watched", a.Watched)
	w.OptionalBool("approvalOnly", a.ApprovalOnly)
	w.OptionalInt("linkDays", int64(a.LinkDays))
	w.OptionalInt("lifeDays", int64(a.LifeDays))
}

func (f *Follow) write(w *jsontext.Writer) {
	w.TextMember("handle", f.Handle)
	w.TextMember("url", f.URL)
}

func (c *Consent) write(w *jsontext.Writer) {
	w.IntMember("at", c.At)
	w.Name("ruleIds")
	w.Texts(c.RuleIDs)
	w.OptionalInt("rulesLeftOut", int64(c.RulesLeftOut))
	list(w, "documents", c.Documents)
}

func (d ConsentDocument) write(w *jsontext.Writer) {
	w.TextMember("kind", string(d.Kind))
	w.TextMember("url", d.URL)
	w.OptionalText("date", d.Date)
	w.OptionalBool("comesIntoForce", d.ComesIntoForce)
}

func (c credentials) write(w *jsontext.Writer) {
	w.TextMember("clientId", c.ClientID)
	w.TextMember("clientSecret", c.ClientSecret)
	w.OptionalText("token", c.Token)
}

func (t ticket) write(w *jsontext.Writer) {
	w.OptionalText("token", t.Token)
	w.TextMember("username", t.Username)
	w.TextMember("email", t.Email)
	w.TextMember("screen", string(t.Screen))
	w.OptionalText("problem", string(t.Problem))
	w.IntMember("at", t.At)
	w.OptionalInt("resendAt", t.ResendAt)
	w.OptionalInt("resent", int64(t.Resent))
	if t.Consent != nil {
		nested(w, "consent", t.Consent)
	}
	w.OptionalInt("original", t.Original)
	w.OptionalBool("corrected", t.Corrected)
	w.OptionalText("clientId", t.ClientID)
	w.OptionalText("clientSecret", t.ClientSecret)
}

var errNoObject = errors.New("signup: not a JSON object")

// unmarshal parses an object. Members that are missing or of another type read
// as zero values.
func unmarshal(text []byte, read func(jsontext.Object)) error {
	v, err := jsontext.Parse(text)
	if err != nil || !v.IsObject() {
		return errNoObject
	}
	read(v.Object())
	return nil
}

// UnmarshalJSON reads what the widget collected.
func (v *Values) UnmarshalJSON(json []byte) error {
	return unmarshal(json, func(o jsontext.Object) {
		*v = Values{Username: o.Text("username"), Email: o.Text("email"), Password: o.Text("password"),
			DateOfBirth: o.Text("date_of_birth"), Reason: o.Text("reason"), InviteCode: o.Text("invite_code"),
			Captcha: o.Text("captcha_solution"), Agreement: o.Flag("agreement"), Terms: o.Text("terms")}
		for _, item := range o.Items("asked") {
			answer := item.Object()
			v.Asked = append(v.Asked, AskedValue{Name: answer.Text("name"), Value: answer.Text("value")})
		}
	})
}

func (c *credentials) read(o jsontext.Object) {
	*c = credentials{ClientID: o.Text("clientId"), ClientSecret: o.Text("clientSecret"), Token: o.Text("token")}
}

func (t *ticket) read(o jsontext.Object) {
	*t = ticket{Token: o.Text("token"), Username: o.Text("username"), Email: o.Text("email"),
		Screen: Screen(o.Text("screen")), Problem: Code(o.Text("problem")), At: o.Int64("at"),
		ResendAt: o.Int64("resendAt"), Resent: o.Int("resent"),
		Original: o.Int64("original"), Corrected: o.Flag("corrected"),
		ClientID: o.Text("clientId"), ClientSecret: o.Text("clientSecret")}
	if c := o.Get("consent"); c.IsObject() {
		t.Consent = &Consent{}
		t.Consent.read(c.Object())
	}
}

func (c *Consent) read(o jsontext.Object) {
	*c = Consent{At: o.Int64("at"), RuleIDs: []string{}, RulesLeftOut: o.Int("rulesLeftOut"), Documents: []ConsentDocument{}}
	c.RuleIDs = append(c.RuleIDs, o.Texts("ruleIds", maxRules)...)
	for _, item := range o.Items("documents") {
		d := item.Object()
		c.Documents = append(c.Documents, ConsentDocument{Kind: DocumentKind(d.Text("kind")), URL: d.Text("url"), Date: d.Text("date"), ComesIntoForce: d.Flag("comesIntoForce")})
	}
}
