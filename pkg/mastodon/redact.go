package mastodon

import (
	"errors"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// redact takes a call's secrets out of a text, in every spelling in which they
// were sent. Shorter passwords than most servers take may be words of a
// sentence, so they stay.
func (c call) redact(text string) string {
	for _, secret := range append([]string{c.token}, c.secrets...) {
		if len(secret) < 8 {
			continue
		}
		quoted := jsontext.AppendText(nil, secret)
		for _, spelling := range []string{secret, escape(secret), string(quoted[1 : len(quoted)-1])} {
			text = strings.ReplaceAll(text, spelling, "…")
		}
	}
	return text
}

// redactRefusal cleans an error of what a server repeats of the request.
func (c call) redactRefusal(e *Error) {
	e.OAuthCode, e.Message, e.RequestID = c.redact(e.OAuthCode), c.redact(e.Message), c.redact(e.RequestID)
	for i, f := range e.Fields {
		e.Fields[i] = FieldError{Field: c.redact(f.Field), Code: FieldCode(c.redact(string(f.Code))), Description: c.redact(f.Description)}
	}
}

// redactCause cleans the error of a Doer: some name the header that they could
// not send, value and all.
func (c call) redactCause(err error) error {
	if text := err.Error(); c.redact(text) != text {
		return redactedError{c.redact(text), err}
	}
	return err
}

// redactedError still compares as its cause, but gives it to nobody.
type redactedError struct {
	text  string
	cause error
}

func (e redactedError) Error() string        { return e.text }
func (e redactedError) Is(target error) bool { return errors.Is(e.cause, target) }
