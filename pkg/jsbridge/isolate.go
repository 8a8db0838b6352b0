//go:build js && wasm

package jsbridge

import (
	"context"
	"errors"
	"syscall/js"
	"time"

	"github.com/hack-pad/safejs"
)

// Isolate is what the requests of one Worker's isolate share, each of which
// runs a program of its own. It is an object with two members:
//
//	texts: Map<string, {text: string, ends?: number}>
//	once(key: string, work: () => Promise<string>): Promise<string>
//
// Times are in milliseconds since the Unix epoch.
type Isolate struct{ object, texts safejs.Value }

// NewIsolate takes the object as the Worker's script has it.
func NewIsolate(object js.Value) (Isolate, error) {
	i := Isolate{object: safejs.Safe(object)}
	if i.object.Type() != safejs.TypeObject {
		return i, errors.New("jsbridge: not an isolate")
	}
	var err error
	if i.texts, err = i.object.Get("texts"); err != nil || i.texts.Type() != safejs.TypeObject {
		return i, errors.New("jsbridge: not an isolate")
	}
	return i, nil
}

// Get returns the text of a key, and whether there is one.
func (i Isolate) Get(_ context.Context, key string) (string, bool, error) {
	kept, err := i.texts.Call("get", key)
	if err != nil || kept.Type() != safejs.TypeObject {
		return "", false, err
	}
	ends, err := kept.Get("ends")
	if err != nil {
		return "", false, err
	}
	if ends.Type() == safejs.TypeNumber {
		if end, err := ends.Float(); err != nil || int64(end) <= time.Now().UnixMilli() {
			return "", false, err
		}
	}
	return textMember(kept, "text"), true, nil
}

// Put keeps a text for some time; 0 is as long as the isolate lives.
func (i Isolate) Put(_ context.Context, key, text string, life time.Duration) error {
	kept := map[string]any{"text": text}
	if life > 0 {
		kept["ends"] = time.Now().Add(life).UnixMilli()
	}
	_, err := i.texts.Call("set", key, kept)
	return err
}

// Once runs work, and gives its text to all in this isolate who ask for the
// same key until it ends. If it breaks off, one of those runs theirs.
// The error is the context's, or says that there was a panic.
func (i Isolate) Once(ctx context.Context, key string, work func() string) (string, error) {
	start, err := safejs.FuncOf(func(safejs.Value, []safejs.Value) any {
		promise, err := newPromise(func() (any, error) { return work(), nil })
		if err != nil {
			return nil
		}
		return safejs.Unsafe(promise)
	})
	if err != nil {
		return "", err
	}
	promise, err := i.object.Call("once", key, start)
	if err != nil {
		return "", errors.New("jsbridge: once threw")
	}
	result, err := Await(ctx, promise)
	if err != nil {
		return "", err
	}
	start.Release()
	return result.String()
}
