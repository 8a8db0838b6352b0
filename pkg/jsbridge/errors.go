//go:build js && wasm

package jsbridge

import (
	"errors"

	"github.com/hack-pad/safejs"
)

// Error is what JavaScript threw, or what a promise was rejected with.
type Error struct {
	Name    string // "TypeError"; empty for what was no Error
	Message string
}

// Error gives the name and the message.
func (e *Error) Error() string {
	if e.Name == "" {
		return e.Message
	}
	return e.Name + ": " + e.Message
}

// errorOf reads a reason, which may be anything: people throw strings.
func errorOf(reason safejs.Value) error {
	switch reason.Type() {
	case safejs.TypeObject, safejs.TypeFunction:
		return &Error{Name: textMember(reason, "name"), Message: textMember(reason, "message")}
	case safejs.TypeString:
		message, _ := reason.String()
		return &Error{Message: message}
	}
	return &Error{Message: "rejected without a reason"}
}

// newError makes a JavaScript Error of a Go error. What the Go error writes of
// itself as JSON becomes the Error's member "json", which is empty if it cannot.
func newError(err error) safejs.Value {
	constructor, failure := safejs.Global().Get("Error")
	if failure != nil {
		return safejs.Undefined()
	}
	made, failure := constructor.New(err.Error())
	if failure != nil {
		return safejs.Undefined()
	}
	var marshaler Marshaler
	if errors.As(err, &marshaler) {
		_ = made.Set("json", jsonOf(marshaler)) // an Error takes every member
	}
	return made
}
