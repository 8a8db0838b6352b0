//go:build js && wasm

package jsbridge

import (
	"context"
	"errors"
	"syscall/js"

	"github.com/hack-pad/safejs"
)

// Registrar reaches places that answer questions, one for each key. It is an
// object with one member:
//
//	ask(key: string, question: string): Promise<string>
type Registrar struct{ object safejs.Value }

// NewRegistrar takes the object as the Worker's script has it.
func NewRegistrar(object js.Value) (Registrar, error) {
	r := Registrar{safejs.Safe(object)}
	if r.object.Type() != safejs.TypeObject {
		return r, errors.New("jsbridge: not a registrar")
	}
	if ask, err := r.object.Get("ask"); err != nil || ask.Type() != safejs.TypeFunction {
		return r, errors.New("jsbridge: not a registrar")
	}
	return r, nil
}

// Ask puts a question to the place of a key, and returns its answer.
func (r Registrar) Ask(ctx context.Context, key, question string) (string, error) {
	promise, err := r.object.Call("ask", key, question)
	if err != nil {
		return "", errors.New("jsbridge: ask threw")
	}
	answer, err := Await(ctx, promise)
	if err != nil {
		return "", err
	}
	if answer.Type() != safejs.TypeString {
		return "", errors.New("jsbridge: the answer is no text")
	}
	return answer.String()
}
