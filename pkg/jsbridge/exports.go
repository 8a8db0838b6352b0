//go:build js && wasm

package jsbridge

import (
	"context"
	"errors"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/hack-pad/safejs"
)

// Exports is a JavaScript object whose methods are Go functions.
type Exports struct {
	object safejs.Value
	funcs  []safejs.Func
}

// NewExports returns an object without methods.
func NewExports() *Exports {
	object, _ := record(nil) // an empty object can always be made
	return &Exports{object: object}
}

// Release frees the methods. Calling one afterwards does nothing.
func (e *Exports) Release() {
	for _, f := range e.funcs {
		f.Release()
	}
	e.funcs = nil
}

// Sync adds a method that returns at once. It must not block: the page would
// hang. Its failure reads as undefined.
func (e *Exports) Sync(name string, method func(args Args) any) {
	e.add(name, func(args []safejs.Value) any {
		value, err := guarded(func() (any, error) { return toJS(method(args)) })
		if err != nil {
			return nil
		}
		return unwrapped(value)
	})
}

// Async adds a method that returns a promise. When its last argument is an
// AbortSignal, that cancels the context.
func (e *Exports) Async(name string, method func(ctx context.Context, args Args) (any, error)) {
	e.add(name, func(args []safejs.Value) any {
		ctx, stop := contextOf(args)
		promise, err := newPromise(func() (any, error) {
			defer stop()
			return method(ctx, args)
		})
		if err != nil {
			stop()
			return nil
		}
		return unwrapped(promise)
	})
}

func (e *Exports) add(name string, call func(args []safejs.Value) any) {
	f, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any { return call(args) })
	if err != nil {
		return
	}
	e.funcs = append(e.funcs, f)
	_ = e.object.Set(name, f) // a plain object takes every member
}

// unwrapped is what a callback may return: safejs.Value itself is not.
func unwrapped(value any) any {
	if v, ok := value.(safejs.Value); ok {
		return safejs.Unsafe(v)
	}
	return value
}

// contextOf makes a context that ends when the AbortSignal among the arguments
// fires. The returned function takes the listener off again.
func contextOf(args []safejs.Value) (context.Context, func()) {
	ctx, cancel := context.WithCancel(context.Background())
	if len(args) == 0 {
		return ctx, cancel
	}
	signal := args[len(args)-1]
	if signal.Type() != safejs.TypeObject {
		return ctx, cancel
	}
	if aborted, err := signal.Get("aborted"); err != nil || aborted.Type() != safejs.TypeBoolean {
		return ctx, cancel
	} else if already, _ := aborted.Bool(); already {
		cancel()
		return ctx, cancel
	}
	listener, err := safejs.FuncOf(func(safejs.Value, []safejs.Value) any {
		cancel()
		return nil
	})
	if err != nil {
		return ctx, cancel
	}
	_, _ = signal.Call("addEventListener", "abort", listener) // signals take listeners
	return ctx, func() {
		_, _ = signal.Call("removeEventListener", "abort", listener)
		listener.Release()
		cancel()
	}
}

// handOver names the function through which a core and its page meet. It is a
// member of the program's global object, which the page makes for it alone, so
// that no other script ever sees it.
const handOver = "fedi-signup hand-over"

// Serve hands a core over to the page that started the program, and takes the
// page's host object in exchange. It returns only if the page is not as it
// should be.
func Serve(core func(host Host) *Exports) error {
	function, err := safejs.Global().Get(handOver)
	if err != nil || function.Type() != safejs.TypeFunction {
		return errors.New("jsbridge: nobody takes the core")
	}
	object, err := function.Invoke()
	if err != nil {
		return err
	}
	host := Host{object}
	mastodon.ToASCII = host.ascii
	if _, err := function.Invoke(core(host).object); err != nil {
		return err
	}
	select {}
}
