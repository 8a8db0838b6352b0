package mastodon

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"strings"
)

// All JSON is read and written here. Reading is lenient: a member that is
// missing, null or of another type than expected reads as its zero value, so
// that one odd member does not cost the rest.

var errNotExpected = errors.New("the answer is not the expected JSON")

// object is a JSON object.
type object map[string]any

func decodeObject(body []byte) (object, error) {
	var o object
	if err := json.Unmarshal(body, &o); err != nil || o == nil {
		return nil, errNotExpected
	}
	return o, nil
}

func decodeList(body []byte) ([]any, error) {
	var list []any
	if err := json.Unmarshal(body, &list); err != nil || list == nil {
		return nil, errNotExpected
	}
	return list, nil
}

func decodeBool(body []byte) (bool, error) {
	var value *bool
	if err := json.Unmarshal(body, &value); err != nil || value == nil {
		return false, errNotExpected
	}
	return *value, nil
}

func (o object) text(key string) string {
	text, _ := o[key].(string)
	return text
}

func (o object) flag(key string) bool {
	flag, _ := o[key].(bool)
	return flag
}

// optionalFlag is nil where the server does not say.
func (o object) optionalFlag(key string) *bool {
	if flag, ok := o[key].(bool); ok {
		return &flag
	}
	return nil
}

func (o object) number(key string) int { return number(o[key]) }

func (o object) object(key string) object {
	inner, _ := o[key].(map[string]any)
	return inner
}

func (o object) list(key string) []any {
	list, _ := o[key].([]any)
	return list
}

// texts reads a list of strings.
func (o object) texts(key string) []string {
	var texts []string
	for _, item := range o.list(key) {
		if text, ok := item.(string); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

func number(value any) int {
	n, ok := value.(float64)
	if !ok || math.IsNaN(n) || math.Abs(n) > 1<<53 {
		return 0
	}
	return int(n)
}

// identifier reads an id, which some servers send as a number.
func (o object) identifier(key string) string {
	if n, ok := o[key].(float64); ok {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return o.text(key)
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
		r.oauthCode, r.message = r.message, description
	} else if isOAuthCode(r.message) {
		r.oauthCode = r.message
	}
	for _, name := range memberNames(body, "details") {
		for _, item := range o.object("details").list(name) {
			entry, _ := item.(map[string]any)
			r.fields = append(r.fields, FieldError{
				Field: name, Code: object(entry).text("error"), Description: object(entry).text("description")})
		}
	}
	if strings.HasPrefix(r.message, "{") { // Akkoma: JSON inside the string
		if inner, err := decodeObject([]byte(r.message)); err == nil {
			r.message, r.fields = akkomaRefusal(inner, memberNames([]byte(r.message)))
		}
	}
	if len(r.fields) == 0 { // Akkoma: a request that does not fit the schema
		for _, item := range o.list("errors") {
			entry, _ := item.(map[string]any)
			pointer := object(entry).object("source").text("pointer")
			name := pointer[strings.LastIndexByte(pointer, '/')+1:]
			if name == "" {
				continue
			}
			r.fields = append(r.fields, FieldError{Field: name, Code: "ERR_INVALID", Description: object(entry).text("message")})
		}
	}
	return r, nil
}

func isOAuthCode(text string) bool {
	switch Code(text) {
	case CodeInvalidClient, CodeInvalidGrant, CodeInvalidRequest, CodeInvalidScope, CodeUnauthorizedClient, CodeUnsupportedGrant:
		return true
	}
	return false
}

// What Akkoma calls Mastodon's parameters, and how it words Mastodon's codes.
var (
	akkomaFields = map[string]string{"nickname": "username", "registration_reason": "reason"}
	akkomaCodes  = []struct{ part, code string }{
		{"already been taken", "ERR_TAKEN"},
		{"can't be blank", "ERR_BLANK"},
		{"should be at most", "ERR_TOO_LONG"},
		{"should be at least", "ERR_TOO_SHORT"},
		{"has invalid format", "ERR_INVALID"},
		{"is invalid", "ERR_INVALID"},
		{"is reserved", "ERR_RESERVED"},
		{"Missing parameter: email", "ERR_BLANK"},
	}
)

// akkomaRefusal reads {"nickname":["has already been taken"]}.
func akkomaRefusal(inner object, names []string) (message string, fields []FieldError) {
	var said []string
	for _, name := range names {
		field := name
		if known, ok := akkomaFields[name]; ok {
			field = known
		}
		for _, description := range inner.texts(name) {
			code := ""
			for _, c := range akkomaCodes {
				if strings.Contains(description, c.part) {
					code = c.code
					break
				}
			}
			fields = append(fields, FieldError{Field: field, Code: code, Description: description})
			said = append(said, field+" "+description)
		}
	}
	return strings.Join(said, ", "), fields
}

// memberNames lists the names of an object's members in the order in which
// they were sent, which maps forget. The object is the body itself or lies in
// the named member of it.
func memberNames(body []byte, within ...string) []string {
	decoder := json.NewDecoder(bytes.NewReader(body))
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return nil
	}
	var names []string
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return nil
		}
		name, _ := token.(string)
		var value json.RawMessage
		if decoder.Decode(&value) != nil {
			return nil
		}
		if len(within) > 0 && name == within[0] {
			return memberNames(value, within[1:]...)
		}
		names = append(names, name)
	}
	if len(within) > 0 {
		return nil
	}
	return unique(names)
}

func unique(names []string) []string {
	seen := map[string]bool{}
	kept := names[:0]
	for _, name := range names {
		if !seen[name] {
			seen[name] = true
			kept = append(kept, name)
		}
	}
	return kept
}

// encodeRegistration writes the body of POST /api/v1/accounts. Empty members
// are left out: a null address makes some servers fail.
func encodeRegistration(r Registration) ([]byte, error) {
	return json.Marshal(struct {
		Username    string `json:"username,omitempty"`
		Email       string `json:"email,omitempty"`
		Password    string `json:"password,omitempty"`
		Agreement   bool   `json:"agreement"`
		Locale      string `json:"locale,omitempty"`
		TimeZone    string `json:"time_zone,omitempty"`
		Reason      string `json:"reason,omitempty"`
		DateOfBirth string `json:"date_of_birth,omitempty"`
		InviteCode  string `json:"invite_code,omitempty"`
	}(r))
}

// encodeEmail writes the body of POST /api/v1/emails/confirmations.
func encodeEmail(email string) ([]byte, error) {
	return json.Marshal(struct {
		Email string `json:"email,omitempty"`
	}{email})
}
