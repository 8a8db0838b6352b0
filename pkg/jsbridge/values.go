//go:build js && wasm

package jsbridge

import (
	"encoding/json"

	"github.com/hack-pad/safejs"
)

// textMember reads a member that is a string; empty if it is something else.
func textMember(v safejs.Value, name string) string {
	member, err := v.Get(name)
	if err != nil || member.Type() != safejs.TypeString {
		return ""
	}
	text, _ := member.String()
	return text
}

// toJS makes a result of Go cross: texts, numbers and truth values as they
// are, exports as their object, all else as JSON text.
func toJS(value any) (any, error) {
	switch v := value.(type) {
	case nil:
		return safejs.Undefined(), nil
	case string, bool, int, safejs.Value:
		return v, nil
	case *Exports:
		return v.object, nil
	}
	text, err := json.Marshal(value)
	return string(text), err
}

// Args are what JavaScript called a function with. Missing ones read as zero
// values.
type Args []safejs.Value

func (a Args) at(i int) safejs.Value {
	if i >= len(a) {
		return safejs.Undefined()
	}
	return a[i]
}

// Text is a string argument; empty if it is something else.
func (a Args) Text(i int) string {
	if a.at(i).Type() != safejs.TypeString {
		return ""
	}
	text, _ := a.at(i).String()
	return text
}

// Flag is a truth value; false if it is something else.
func (a Args) Flag(i int) bool {
	if a.at(i).Type() != safejs.TypeBoolean {
		return false
	}
	flag, _ := a.at(i).Bool()
	return flag
}

// JSON reads an argument that is JSON text.
func (a Args) JSON(i int, into any) error {
	return json.Unmarshal([]byte(a.Text(i)), into)
}

// Func is a function argument, to be called with a value as JSON text. It must
// not throw.
func (a Args) Func(i int) func(value any) {
	function := a.at(i)
	return func(value any) {
		if text, err := json.Marshal(value); err == nil {
			_, _ = function.Invoke(string(text)) // it does not throw
		}
	}
}
