//go:build js && wasm

package jsbridge

import (
	"context"
	"errors"
	"syscall/js"
	"time"

	"github.com/hack-pad/safejs"
)

// KV is a namespace of Cloudflare's key-value storage.
type KV struct{ namespace safejs.Value }

// NewKV takes the binding of a namespace as the runtime has it. The error says
// that the binding is missing or something else.
func NewKV(binding js.Value) (KV, error) {
	namespace := safejs.Safe(binding)
	if namespace.Type() != safejs.TypeObject {
		return KV{}, errors.New("jsbridge: not a KV namespace")
	}
	if get, err := namespace.Get("get"); err != nil || get.Type() != safejs.TypeFunction {
		return KV{}, errors.New("jsbridge: not a KV namespace")
	}
	return KV{namespace}, nil
}

// Get returns the text of a key, and whether there is one.
func (k KV) Get(ctx context.Context, key string) (string, bool, error) {
	value, err := k.await(ctx, "get", key)
	if err != nil || value.Type() != safejs.TypeString { // null where there is none
		return "", false, err
	}
	text, err := value.String()
	return text, err == nil, err
}

// Put keeps a text for some time, in whole seconds and at least a minute; 0
// means for ever.
func (k KV) Put(ctx context.Context, key, text string, life time.Duration) error {
	options := map[string]any{}
	if life > 0 {
		options["expirationTtl"] = int(life / time.Second)
	}
	_, err := k.await(ctx, "put", key, text, options)
	return err
}

func (k KV) await(ctx context.Context, method string, args ...any) (safejs.Value, error) {
	promise, err := k.namespace.Call(method, args...)
	if err != nil {
		return safejs.Undefined(), errors.New("jsbridge: KV " + method + " threw")
	}
	return Await(ctx, promise)
}
