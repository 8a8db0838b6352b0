package mastodon

import (
	"errors"

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

func decodeBool(body []byte) (bool, error) {
	v, _ := jsontext.Parse(body)
	if flag, ok := v.Bool(); ok {
		return flag, nil
	}
	return false, errNotExpected
}

// encodeRegistration writes the body of POST /api/v1/accounts. Empty members
// are left out: a null address makes some servers fail.
func encodeRegistration(r Registration) []byte {
	var w jsontext.Writer
	w.BeginObject()
	w.Name("agreement")
	w.Bool(r.Agreement)
	for _, member := range append([][2]string{
		{"username", r.Username}, {"email", sentAddress(r.Email)}, {"password", r.Password}, {"locale", r.Locale}, {"lang", r.Lang}, {"time_zone", r.TimeZone},
		{"reason", r.Reason}, {"date_of_birth", r.DateOfBirth}, {"invite_code", r.InviteCode},
		{"captcha_token", r.CaptchaToken}, {"captcha_solution", r.CaptchaSolution}, {"captcha_answer_data", r.CaptchaAnswerData},
		{"token", r.InviteToken}, {"language", r.Language}, {"birthday", r.Birthday},
	}, r.Asked...) {
		w.OptionalText(member[0], member[1])
	}
	w.EndObject()
	return w.Bytes()
}

// encodeEmail writes the body of POST /api/v1/emails/confirmations.
func encodeEmail(email string) []byte {
	var w jsontext.Writer
	w.BeginObject()
	w.OptionalText("email", sentAddress(email))
	w.Name("lang") // of a refusal, in the only language that is read here
	w.Text("en")
	w.EndObject()
	return w.Bytes()
}
