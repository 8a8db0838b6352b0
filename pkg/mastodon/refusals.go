package mastodon

import (
	"cmp"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// This file reads refusals: from the status to a code, and on to what a
// server's words tell besides. No other compares a server's sentence, and
// whoever calls goes by the code.

// ForbiddenText is all that Mastodon says to a network that is blocked.
const ForbiddenText = "Forbidden"

// refusal turns an answer outside 2xx into an error.
func refusal(op string, status int, header map[string]string, body []byte) *Error {
	e := &Error{Op: op, Status: status, RateLimit: parseRateLimit(header), RequestID: requestID(header)}
	e.Code = codeOfStatus(status)
	o, err := decodeObject(body)
	if err != nil {
		if status == 403 && strings.TrimSpace(string(body)) == ForbiddenText {
			e.Message = ForbiddenText
		} else if e.Code.needsWords() {
			e.Code, e.Err = CodeUnreadable, err
		}
		return e
	}
	e.readMessage(o)
	if isOAuthCode(e.OAuthCode) && !e.MayPass() {
		e.Code = Code(e.OAuthCode)
	}
	e.readFields(o)
	if e.Message == "" && e.Code != CodeInvalid && e.Code.needsWords() {
		e.Code, e.Err = CodeUnreadable, errNotExpected
	}
	if code, known := codeOfMessage(e.Message, status); known && len(e.Fields) == 0 {
		e.Code = code
	}
	return e
}

func codeOfStatus(status int) Code {
	switch {
	case status == 401:
		return CodeUnauthorized
	case status == 403:
		return CodeForbidden
	case status == 404:
		return CodeNotFound
	case status == 405 || status == 406 || status == 501:
		return CodeUnsupported
	case status == 410:
		return CodeGone
	case status == 429:
		return CodeRateLimited
	case status == 400 || status == 409 || status == 413 || status == 422:
		return CodeInvalid
	case status >= 500:
		return CodeServerError
	}
	return CodeUnreadable
}

// needsWords reports whether a code stands for what only the server's own
// software can tell, and always does in words. A proxy or a wall before it
// answers with the same statuses, but with a page, nothing or JSON of its own.
func (c Code) needsWords() bool {
	switch c {
	case CodeUnauthorized, CodeForbidden, CodeNotFound, CodeUnsupported, CodeInvalid:
		return true
	}
	return false
}

// readMessage reads the sentence of a refusal, and OAuth's own code where there
// is one in its place or beside it.
func (e *Error) readMessage(o jsontext.Object) {
	e.Message = o.Text("error")
	description := o.Text("error_description")
	if isOAuthCode(e.Message) || description != "" && isCode(e.Message) {
		e.OAuthCode = e.Message
	}
	e.Message = cmp.Or(description, e.Message)
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

// messages are whole sentences, or the beginning of one, that tell more than
// their status. Those of an account's state are English on servers of every
// language, and the only way to tell the states apart.
var messages = []struct {
	status int // 0: any that blames the request
	begin  string
	code   Code
}{
	{403, "Your login is missing a confirmed e-mail address", CodeUnconfirmed},
	{403, "Email confirmation is not completed", CodeUnconfirmed}, // Mastodon 2.7
	{403, "Your login is currently pending approval", CodePending},
	{403, "Your login is currently disabled", CodeDisabled},
	{0, "Duplicate record", CodeDuplicate},
	{403, "Invalid credentials", CodeUnauthorized}, // Akkoma and Pleroma, of a token
	// GoToSocial
	{0, "Bad Request: registration is not open", CodeClosed},
	{0, "Unprocessable Entity: this instance has hit its limit of new sign-ups", CodeDailyLimit},
	{0, "Unprocessable Entity: this instance's sign-up backlog", CodeBacklog},
}

func codeOfMessage(message string, status int) (code Code, known bool) {
	for _, m := range messages {
		if (m.status == status || m.status == 0 && codeOfStatus(status) == CodeInvalid) && strings.HasPrefix(message, m.begin) {
			return m.code, true
		}
	}
	return "", false
}

// readFields reads what is wrong with which parameter, from the first place
// that tells: Mastodon's details, the JSON or the list in Akkoma's refusals, or
// a sentence.
func (e *Error) readFields(o jsontext.Object) {
	for _, member := range o.Object("details").Members() {
		for _, item := range member.Value.Items() {
			entry := item.Object()
			e.addField(member.Name, FieldCode(entry.Text("error")), entry.Text("description"))
		}
	}
	if strings.HasPrefix(e.Message, "{") {
		if inner, err := decodeObject([]byte(e.Message)); err == nil {
			e.Fields = nil
			e.readAkkomaFields(inner)
		}
	}
	if len(e.Fields) == 0 {
		for _, item := range o.Items("errors") { // Akkoma: a request that does not fit the schema
			entry := item.Object()
			pointer := entry.Object("source").Text("pointer")
			if name := pointer[strings.LastIndexByte(pointer, '/')+1:]; name != "" {
				e.addField(akkomaField(name), "", entry.Text("message"))
			}
		}
	}
	if len(e.Fields) == 0 && e.Code == CodeInvalid {
		e.readFieldsOfMessage()
	}
}

func (e *Error) addField(name string, code FieldCode, description string) {
	if code == "" {
		code = codeOfDescription(description, FieldCodeInvalid)
	}
	e.Fields = append(e.Fields, FieldError{Field: name, Code: code, Description: description})
}

// readAkkomaFields reads {"nickname":["has already been taken"]}.
func (e *Error) readAkkomaFields(inner jsontext.Object) {
	var said []string
	for _, member := range inner.Members() {
		field := akkomaField(member.Name)
		for _, description := range member.Value.Texts(maxWords) {
			e.addField(field, "", description)
			if field != fieldCaptcha { // of which they are whole sentences
				description = field + " " + description
			}
			said = append(said, description)
		}
	}
	e.Message = strings.Join(said, ", ")
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

// descriptions tell the code where a server sends none.
var descriptions = []struct {
	part string
	code FieldCode
}{
	{"already been taken", FieldCodeTaken},
	{"can't be blank", FieldCodeBlank},
	{"Missing ", FieldCodeBlank},
	{"disallowed", FieldCodeBlocked},
	{"does not seem to exist", FieldCodeUnreachable},
	{"is too long", FieldCodeTooLong},
	{"should be at most", FieldCodeTooLong},
	{"should be no more than", FieldCodeTooLong},
	{"should be at least", FieldCodeTooShort},
	{"not included in the list", FieldCodeInclusion},
	{"is reserved", FieldCodeReserved},
	{"Invalid nickname", FieldCodeReserved},
	{"Invalid age", FieldCodeBelowLimit},
	{"CAPTCHA expired", FieldCodeExpired},
	{"CAPTCHA already used", FieldCodeExpired},
}

func codeOfDescription(description string, otherwise FieldCode) FieldCode {
	for _, d := range descriptions {
		if strings.Contains(description, d.part) {
			return d.code
		}
	}
	return otherwise
}

// beginnings tell the field where a server names it within a sentence only,
// and the code unless the rest of the sentence does.
var beginnings = []struct {
	begin, field string
	code         FieldCode
}{
	// GoToSocial
	{"username ", "username", FieldCodeInvalid},
	{"email address ", "email", FieldCodeInvalid},
	{"mail: ", "email", FieldCodeInvalid},
	{"password is only ", "password", FieldCodeTooWeak},
	{"password ", "password", FieldCodeInvalid},
	{"reason ", "reason", FieldCodeInvalid},
	{"language: ", "locale", FieldCodeInvalid},
	{"agreement ", "agreement", FieldCodeAccepted},
	{"no username ", "username", FieldCodeBlank},
	{"no email ", "email", FieldCodeBlank},
	{"no password ", "password", FieldCodeBlank},
	{"no reason ", "reason", FieldCodeBlank},
	{"no language ", "locale", FieldCodeBlank},
	{"'AccountCreateRequest.Username' ", "username", FieldCodeBlank},
	{"'AccountCreateRequest.Email' ", "email", FieldCodeBlank},
	{"'AccountCreateRequest.Password' ", "password", FieldCodeBlank},
	{"'AccountCreateRequest.Agreement' ", "agreement", FieldCodeAccepted},
	{"'AccountCreateRequest.Locale' ", "locale", FieldCodeBlank},
	// Akkoma
	{"Missing parameter: email", "email", FieldCodeBlank},
	{"Invalid token", "invite_code", FieldCodeInvalid},
	{"Expired token", "invite_code", FieldCodeInvalid},
	// Mastodon before 3.4
	{"Validation failed: Locale ", "locale", FieldCodeInvalid},
}

// readFieldsOfMessage reads GoToSocial's refusals: "Conflict: username alice is
// not available", "Bad Request: password is only 39% strength, …"; and those
// of others that are nothing but a sentence: "Expired token".
func (e *Error) readFieldsOfMessage() {
	text, conflict := strings.CutPrefix(e.Message, "Conflict: ")
	text = strings.TrimPrefix(strings.TrimPrefix(text, "Bad Request: "), "given ")
	for _, text := range strings.Split(strings.TrimPrefix(text, "Key: "), "\nKey: ") { // all that is missing, line by line
		for _, b := range beginnings {
			rest, ok := strings.CutPrefix(text, b.begin)
			if !ok {
				continue
			}
			code := codeOfDescription(rest, b.code)
			if conflict {
				code = FieldCodeTaken
			}
			e.addField(b.field, code, text)
			break
		}
	}
}
