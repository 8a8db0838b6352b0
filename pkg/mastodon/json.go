package mastodon

import (
	"errors"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// maxWords is how many words of a list are read that says what a server knows:
// languages, scopes, versions.
const maxWords = 100

var errNotExpected = errors.New("the answer is not the expected JSON")

func decodeObject(body []byte) (jsontext.Object, error) {
	v, err := jsontext.Parse(body)
	if err != nil || !v.IsObject() {
		return jsontext.Object{}, errNotExpected
	}
	return v.Object(), nil
}

func decodeList(body []byte) (jsontext.Value, error) {
	v, err := jsontext.Parse(body)
	if err != nil || !v.IsList() {
		return jsontext.Value{}, errNotExpected
	}
	return v, nil
}

func decodeBool(body []byte) (bool, error) {
	v, _ := jsontext.Parse(body)
	if flag, ok := v.Bool(); ok {
		return flag, nil
	}
	return false, errNotExpected
}

// refusalBody is what a refused call says of itself.
type refusalBody struct {
	message   string
	oauthCode string
	fields    []FieldError
}

func decodeRefusal(body []byte) (refusalBody, error) {
	o, err := decodeObject(body)
	if err != nil {
		return refusalBody{}, err
	}
	r := refusalBody{message: o.Text("error")}
	if description := o.Text("error_description"); description != "" {
		if isCode(r.message) {
			r.oauthCode = r.message
		}
		r.message = description
	} else if isOAuthCode(r.message) {
		r.oauthCode = r.message
	}
	for name, list := range o.Object("details").Members() {
		for item := range list.Items() {
			entry := item.Object()
			r.fields = append(r.fields, FieldError{Field: name, Code: entry.Text("error"), Description: entry.Text("description")})
		}
	}
	if strings.HasPrefix(r.message, "{") { // Akkoma: JSON inside the string
		if inner, err := decodeObject([]byte(r.message)); err == nil {
			r.message, r.fields = akkomaRefusal(inner)
		}
	}
	if len(r.fields) == 0 { // Akkoma: a request that does not fit the schema
		for item := range o.Items("errors") {
			entry := item.Object()
			pointer := entry.Object("source").Text("pointer")
			if name := pointer[strings.LastIndexByte(pointer, '/')+1:]; name != "" {
				message := entry.Text("message")
				r.fields = append(r.fields, FieldError{Field: akkomaField(name), Code: akkomaCode(message, "ERR_INVALID"), Description: message})
			}
		}
	}
	return r, nil
}

// isCode tells a code, which programs compare, from a sentence: OAuth's own
// codes and those that a broker adds are words joined by underscores.
func isCode(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '_' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return text != "" && len(text) <= 40
}

func isOAuthCode(text string) bool {
	switch Code(text) {
	case CodeInvalidClient, CodeInvalidGrant, CodeInvalidRequest, CodeInvalidScope, CodeUnauthorizedClient, CodeUnsupportedGrant:
		return true
	}
	return false
}

const fieldCaptcha = "captcha_solution"

// akkomaField is Mastodon's name for what Akkoma names.
func akkomaField(name string) string {
	switch name {
	case "nickname":
		return "username"
	case "registration_reason":
		return "reason"
	case "captcha":
		return fieldCaptcha
	case "token":
		return "invite_code"
	case "birthday":
		return "date_of_birth"
	}
	return name
}

// akkomaCodes are Mastodon's codes for what Akkoma says in words. Where it is
// the captcha that is wrong, a new one may be right.
var akkomaCodes = [][2]string{
	{"already been taken", "ERR_TAKEN"},
	{"can't be blank", "ERR_BLANK"},
	{"Missing ", "ERR_BLANK"},
	{"should be at most", "ERR_TOO_LONG"},
	{"should be at least", "ERR_TOO_SHORT"},
	{"has invalid format", "ERR_INVALID"},
	{"is invalid", "ERR_INVALID"},
	{"is reserved", "ERR_RESERVED"},
	{"Invalid nickname", "ERR_RESERVED"},
	{"Invalid age", "ERR_BELOW_LIMIT"},
	{"CAPTCHA expired", "ERR_EXPIRED"},
	{"CAPTCHA already used", "ERR_EXPIRED"},
}

func akkomaCode(description, otherwise string) string {
	for _, known := range akkomaCodes {
		if strings.Contains(description, known[0]) {
			return known[1]
		}
	}
	return otherwise
}

// akkomaRefusal reads {"nickname":["has already been taken"]}.
func akkomaRefusal(inner jsontext.Object) (message string, fields []FieldError) {
	var said []string
	for name, list := range inner.Members() {
		field, otherwise := akkomaField(name), ""
		if field == fieldCaptcha {
			otherwise = "ERR_INVALID"
		}
		for _, description := range list.Texts(maxWords) {
			fields = append(fields, FieldError{Field: field, Code: akkomaCode(description, otherwise), Description: description})
			if field != fieldCaptcha { // of which they are whole sentences
				description = field + " " + description
			}
			said = append(said, description)
		}
	}
	return strings.Join(said, ", "), fields
}

// encodeRegistration writes the body of POST /api/v1/accounts. Empty members
// are left out: a null address makes some servers fail.
func encodeRegistration(r Registration) []byte {
	var w jsontext.Writer
	w.BeginObject()
	w.Name("agreement")
	w.Bool(r.Agreement)
	for _, member := range [][2]string{
		{"username", r.Username}, {"email", r.Email}, {"password", r.Password}, {"locale", r.Locale}, {"time_zone", r.TimeZone},
		{"reason", r.Reason}, {"date_of_birth", r.DateOfBirth}, {"invite_code", r.InviteCode},
		{"captcha_token", r.CaptchaToken}, {"captcha_solution", r.CaptchaSolution}, {"captcha_answer_data", r.CaptchaAnswerData},
		{"token", r.InviteToken}, {"language", r.Language}, {"birthday", r.Birthday},
	} {
		w.OptionalText(member[0], member[1])
	}
	w.EndObject()
	return w.Bytes()
}

// encodeEmail writes the body of POST /api/v1/emails/confirmations.
func encodeEmail(email string) []byte {
	var w jsontext.Writer
	w.BeginObject()
	w.OptionalText("email", email)
	w.EndObject()
	return w.Bytes()
}
