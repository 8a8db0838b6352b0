//go:build js && wasm

package jsbridge

import (
	"errors"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
	"github.com/hack-pad/safejs"
)

// Marshaler is a value that crosses to JavaScript as the JSON text that it
// writes of itself.
type Marshaler interface{ MarshalJSON() ([]byte, error) }

// Unmarshaler is a value that is read from JSON text.
type Unmarshaler interface{ UnmarshalJSON([]byte) error }

// List makes the items cross as one JSON array.
func List[T Marshaler](items []T) Marshaler {
	var all list
	for _, item := range items {
		all = append(all, item)
	}
	return all
}

type list []Marshaler

func (l list) MarshalJSON() ([]byte, error) {
	var w jsontext.Writer
	w.BeginList()
	for _, item := range l {
		one, err := item.MarshalJSON()
		if err != nil {
			return nil, err
		}
		w.Raw(one)
	}
	w.EndList()
	return w.Bytes(), nil
}

// Texts makes strings cross as one JSON array.
type Texts []string

// MarshalJSON writes the array.
func (t Texts) MarshalJSON() ([]byte, error) {
	var w jsontext.Writer
	w.Texts(t)
	return w.Bytes(), nil
}

// record makes an object that has these members and no others: browsers look
// for options on Object.prototype too, where pages put things.
func record(members map[string]any) (safejs.Value, error) {
	class, err := safejs.Global().Get("Object")
	if err != nil {
		return safejs.Undefined(), err
	}
	object, err := class.Call("create", safejs.Null())
	if err != nil {
		return safejs.Undefined(), err
	}
	for name, value := range members {
		if inner, ok := value.(map[string]any); ok {
			if value, err = record(inner); err != nil {
				return safejs.Undefined(), err
			}
		}
		if err := object.Set(name, value); err != nil {
			return safejs.Undefined(), err
		}
	}
	return object, nil
}

// textMember reads a member that is a string; empty if it is something else.
func textMember(v safejs.Value, name string) string {
	member, err := v.Get(name)
	if err != nil || member.Type() != safejs.TypeString {
		return ""
	}
	text, _ := member.String()
	return text
}

// toJS makes a result of Go cross: texts and truth values as they are, exports
// as their object, structure as JSON text.
func toJS(value any) (any, error) {
	switch v := value.(type) {
	case nil:
		return safejs.Undefined(), nil
	case string, bool:
		return v, nil
	case *Exports:
		return v.object, nil
	case Marshaler:
		text, err := v.MarshalJSON()
		return string(text), err
	}
	return nil, errors.New("jsbridge: a value of this type does not cross")
}

// Args are what JavaScript called a function with.
type Args []safejs.Value

// ArgumentError tells that JavaScript called a function with something else than
// it takes. It crosses with the code "bad-argument".
type ArgumentError struct{ Wanted string }

// Error tells what was wanted.
func (e *ArgumentError) Error() string { return "jsbridge: the argument is not " + e.Wanted }

// MarshalJSON writes the code.
func (e *ArgumentError) MarshalJSON() ([]byte, error) { return []byte(`{"code":"bad-argument"}`), nil }

func (a Args) at(i int) (value safejs.Value) {
	if i >= len(a) {
		return safejs.Undefined()
	}
	defer func() {
		if recover() != nil {
			value = safejs.Undefined()
		}
	}()
	_ = a[i].Type() // Go panics at a BigInt, of which it has no type
	return a[i]
}

// Text is a string argument. The error is an [*ArgumentError].
func (a Args) Text(i int) (string, error) {
	if a.at(i).Type() != safejs.TypeString {
		return "", &ArgumentError{"a text"}
	}
	return a.at(i).String()
}

// Flag is a truth value. The error is an [*ArgumentError].
func (a Args) Flag(i int) (bool, error) {
	if a.at(i).Type() != safejs.TypeBoolean {
		return false, &ArgumentError{"true or false"}
	}
	return a.at(i).Bool()
}

// JSON reads an argument that is JSON text. The error is an [*ArgumentError].
func (a Args) JSON(i int, into Unmarshaler) error {
	text, err := a.Text(i)
	if err == nil {
		err = into.UnmarshalJSON([]byte(text))
	}
	if err != nil {
		return &ArgumentError{"what is expected"}
	}
	return nil
}

// Object is a JSON object, to be read member by member.
type Object = jsontext.Object

// Object reads an argument that is the JSON text of an object; false if it is
// none.
func (a Args) Object(i int) (Object, bool) {
	text, _ := a.Text(i) // an empty one is no object
	v, err := jsontext.Parse([]byte(text))
	return v.Object(), err == nil && v.IsObject()
}

// Func is a function argument, to be called with a value as JSON text; with an
// empty text, which is none, for a value that cannot be written. It must not
// throw.
func (a Args) Func(i int) func(value Marshaler) {
	function := a.at(i)
	return func(value Marshaler) {
		_, _ = function.Invoke(jsonOf(value)) // it does not throw
	}
}

// jsonOf is what a value writes of itself; empty if it cannot.
func jsonOf(value Marshaler) string {
	text, err := value.MarshalJSON()
	if err != nil {
		return ""
	}
	return string(text)
}
