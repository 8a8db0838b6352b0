//go:build js && wasm

package jsbridge

import (
	"context"
	"errors"

	"github.com/hack-pad/safejs"
)

// result is how a promise settled.
type result struct {
	value safejs.Value
	err   error
}

// Await waits for a promise. A rejection becomes an [*Error]. When the context
// ends first, Await returns at once and the promise is left alone.
func Await(ctx context.Context, promise safejs.Value) (safejs.Value, error) {
	settled := make(chan result, 1)
	var onResolve, onReject safejs.Func
	release := func() {
		onResolve.Release()
		onReject.Release()
	}
	onResolve, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		release()
		settled <- result{value: first(args)}
		return nil
	})
	if err != nil {
		return safejs.Undefined(), err
	}
	onReject, err = safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		release()
		settled <- result{err: errorOf(first(args))}
		return nil
	})
	if err != nil {
		onResolve.Release()
		return safejs.Undefined(), err
	}
	if _, err := promise.Call("then", onResolve, onReject); err != nil {
		release()
		return safejs.Undefined(), errors.New("jsbridge: not a promise")
	}
	select {
	case r := <-settled:
		return r.value, r.err
	case <-ctx.Done():
		return safejs.Undefined(), context.Cause(ctx)
	}
}

func first(args []safejs.Value) safejs.Value {
	if len(args) == 0 {
		return safejs.Undefined()
	}
	return args[0]
}

// newPromise runs work in a goroutine of its own and returns a promise of its
// result. The promise always settles; a rejection is an Error.
func newPromise(work func() (any, error)) (safejs.Value, error) {
	var resolve, reject safejs.Value
	executor, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		resolve, reject = args[0], args[1]
		return nil
	})
	if err != nil {
		return safejs.Undefined(), err
	}
	constructor, err := safejs.Global().Get("Promise")
	if err != nil {
		return safejs.Undefined(), err
	}
	promise, err := constructor.New(executor)
	executor.Release() // it ran already
	if err != nil {
		return safejs.Undefined(), err
	}
	go func() {
		value, err := guarded(work)
		if err == nil {
			var converted any
			if converted, err = toJS(value); err == nil {
				_, err = resolve.Invoke(converted)
			}
		}
		if err != nil {
			_, _ = reject.Invoke(newError(err)) // nobody is left to tell
		}
	}()
	return promise, nil
}

// panicked makes an error of what a panic was given. Without package fmt, which
// is a sixth of TinyGo's core.
func panicked(cause any) error {
	text := "of an unknown kind"
	switch cause := cause.(type) {
	case string:
		text = cause
	case error:
		text = cause.Error()
	}
	return errors.New("jsbridge: panic: " + text)
}

// guarded turns a panic of work into an error, where the compiler lets it.
func guarded(work func() (any, error)) (value any, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			value, err = nil, panicked(cause)
		}
	}()
	return work()
}
