package mastodon

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/valyala/fastjson"
)

// All JSON is read and written here. Reading is lenient: a member that is
// missing, null or of another type than expected reads as its zero value, so
// that one odd member does not cost the rest.
//
// encoding/json would make the browser's core half as large again with TinyGo,
// and forgets the order of an object's members.

var errNotExpected = errors.New("the answer is not the expected JSON")

// object is a JSON object; the zero value is an empty one.
type object struct{ value *fastjson.Value }

func decodeObject(body []byte) (object, error) {
	v, err := fastjson.ParseBytes(body)
	if err != nil || v.Type() != fastjson.TypeObject {
		return object{}, errNotExpected
	}
	return object{v}, nil
}

func decodeList(body []byte) ([]object, error) {
	v, err := fastjson.ParseBytes(body)
	if err != nil || v.Type() != fastjson.TypeArray {
		return nil, errNotExpected
	}
	return objects(v), nil
}

func decodeBool(body []byte) (bool, error) {
	v, err := fastjson.ParseBytes(body)
	if err != nil {
		return false, errNotExpected
	}
	flag, err := v.Bool()
	if err != nil {
		return false, errNotExpected
	}
	return flag, nil
}

// member is nil for a missing one.
func (o object) member(name string) *fastjson.Value {
	if o.value == nil {
		return nil
	}
	return o.value.Get(name)
}

func (o object) text(name string) string {
	if v := o.member(name); v != nil {
		return string(v.GetStringBytes())
	}
	return ""
}

func (o object) flag(name string) bool {
	v := o.member(name)
	return v != nil && v.Type() == fastjson.TypeTrue
}

// optionalFlag is nil where the server does not say.
func (o object) optionalFlag(name string) *bool {
	if v := o.member(name); v != nil && (v.Type() == fastjson.TypeTrue || v.Type() == fastjson.TypeFalse) {
		flag := v.GetBool()
		return &flag
	}
	return nil
}

// number is 0 for what is no whole number.
func (o object) number(name string) int64 {
	if v := o.member(name); v != nil {
		return v.GetInt64()
	}
	return 0
}

func (o object) object(name string) object {
	if v := o.member(name); v != nil && v.Type() == fastjson.TypeObject {
		return object{v}
	}
	return object{}
}

// visit goes through the members in the order in which they were sent.
func (o object) visit(member func(name string, v *fastjson.Value)) {
	if o.value != nil {
		o.value.GetObject().Visit(func(key []byte, v *fastjson.Value) { member(string(key), v) })
	}
}

// eachObject goes through the members that are objects.
func (o object) eachObject(member func(name string, o object)) {
	o.visit(func(name string, v *fastjson.Value) {
		if v.Type() == fastjson.TypeObject {
			member(name, object{v})
		}
	})
}

// numbers reads an object of whole numbers; nil for an empty one.
func (o object) numbers() map[string]int {
	var numbers map[string]int
	o.visit(func(name string, v *fastjson.Value) {
		if numbers == nil {
			numbers = map[string]int{}
		}
		numbers[name] = v.GetInt()
	})
	return numbers
}

// objects reads a list of objects; what is no object reads as an empty one.
func (o object) objects(name string) []object {
	if v := o.member(name); v != nil {
		return objects(v)
	}
	return nil
}

func objects(v *fastjson.Value) []object {
	var list []object
	for _, item := range v.GetArray() {
		if item.Type() == fastjson.TypeObject {
			list = append(list, object{item})
		} else {
			list = append(list, object{})
		}
	}
	return list
}

// texts reads a list of strings.
func (o object) texts(name string) []string {
	if v := o.member(name); v != nil {
		return texts(v)
	}
	return nil
}

func texts(v *fastjson.Value) []string {
	var texts []string
	for _, item := range v.GetArray() {
		if item.Type() == fastjson.TypeString {
			texts = append(texts, string(item.GetStringBytes()))
		}
	}
	return texts
}

// identifier reads an id, which some servers send as a number.
func (o object) identifier(name string) string {
	if v := o.member(name); v != nil && v.Type() == fastjson.TypeNumber {
		return v.String()
	}
	return o.text(name)
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
	r := refusalBody{message: o.text("error")}
	if description := o.text("error_description"); description != "" {
		if isCode(r.message) {
			r.oauthCode = r.message
		}
		r.message = description
	} else if isOAuthCode(r.message) {
		r.oauthCode = r.message
	}
	o.object("details").visit(func(name string, v *fastjson.Value) {
		for _, entry := range objects(v) {
			r.fields = append(r.fields, FieldError{Field: name, Code: entry.text("error"), Description: entry.text("description")})
		}
	})
	if strings.HasPrefix(r.message, "{") { // Akkoma: JSON inside the string
		if inner, err := decodeObject([]byte(r.message)); err == nil {
			r.message, r.fields = akkomaRefusal(inner)
		}
	}
	if len(r.fields) == 0 { // Akkoma: a request that does not fit the schema
		for _, entry := range o.objects("errors") {
			pointer := entry.object("source").text("pointer")
			if name := pointer[strings.LastIndexByte(pointer, '/')+1:]; name != "" {
				message := entry.text("message")
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
func akkomaRefusal(inner object) (message string, fields []FieldError) {
	var said []string
	inner.visit(func(name string, v *fastjson.Value) {
		field, otherwise := akkomaField(name), ""
		if field == fieldCaptcha {
			otherwise = "ERR_INVALID"
		}
		for _, description := range texts(v) {
			fields = append(fields, FieldError{Field: field, Code: akkomaCode(description, otherwise), Description: description})
			if field != fieldCaptcha { // of which they are whole sentences
				description = field + " " + description
			}
			said = append(said, description)
		}
	})
	return strings.Join(said, ", "), fields
}

// encodeRegistration writes the body of POST /api/v1/accounts. Empty members
// are left out: a null address makes some servers fail.
func encodeRegistration(r Registration) []byte {
	body := []byte(`{"agreement":false`)
	if r.Agreement {
		body = []byte(`{"agreement":true`)
	}
	for _, member := range [][2]string{
		{"username", r.Username}, {"email", r.Email}, {"password", r.Password}, {"locale", r.Locale}, {"time_zone", r.TimeZone},
		{"reason", r.Reason}, {"date_of_birth", r.DateOfBirth}, {"invite_code", r.InviteCode},
		{"captcha_token", r.CaptchaToken}, {"captcha_solution", r.CaptchaSolution}, {"captcha_answer_data", r.CaptchaAnswerData},
		{"token", r.InviteToken}, {"language", r.Language},
	} {
		if member[1] != "" {
			body = append(body, `,"`+member[0]+`":`...)
			body = appendString(body, member[1])
		}
	}
	return append(body, '}')
}

// encodeEmail writes the body of POST /api/v1/emails/confirmations.
func encodeEmail(email string) []byte {
	if email == "" {
		return []byte("{}")
	}
	return append(appendString([]byte(`{"email":`), email), '}')
}

// appendString writes a JSON string. fastjson would quote as Go does, which
// no server reads ("\x7f", "\U0001fae9"). What is no UTF-8 becomes U+FFFD.
func appendString(to []byte, text string) []byte {
	const hex = "0123456789abcdef"
	to = append(to, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			to = append(to, '\\', byte(r))
		case r < ' ':
			to = append(to, `\u00`...)
			to = append(to, hex[r>>4], hex[r&15])
		default:
			to = utf8.AppendRune(to, r)
		}
	}
	return append(to, '"')
}
