//go:build js && wasm

package jsbridge

import (
	"syscall/js"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fakeNamespace answers as Cloudflare's KV does: null for what is not there.
func fakeNamespace() js.Value {
	return js.Global().Get("Function").New(`
		const texts = new Map();
		return {
			texts,
			get: async (key) => {
				if (key === "broken") throw new Error("KV GET failed: 500");
				return texts.has(key) ? texts.get(key).text : null;
			},
			put: async (key, text, options) => {
				if (options.expirationTtl < 60) throw new Error("KV PUT failed: 400 Invalid expiration_ttl");
				texts.set(key, { text, options });
			},
		};`).Invoke()
}

func TestKVKeepsTexts(t *testing.T) {
	namespace := fakeNamespace()
	kv, err := NewKV(namespace)
	require.NoError(t, err)

	text, found, err := kv.Get(t.Context(), "app/example.social")
	require.NoError(t, err)
	assert.False(t, found)
	assert.Empty(t, text)

	require.NoError(t, kv.Put(t.Context(), "app/example.social", "grün", 0))
	text, found, err = kv.Get(t.Context(), "app/example.social")
	require.NoError(t, err)
	assert.True(t, found)
	assert.Equal(t, "grün", text)
	options := namespace.Get("texts").Call("get", "app/example.social").Get("options")
	assert.True(t, options.Get("expirationTtl").IsUndefined(), "kept for good")

	require.NoError(t, kv.Put(t.Context(), "empty", "", 5*time.Minute))
	_, found, err = kv.Get(t.Context(), "empty")
	require.NoError(t, err)
	assert.True(t, found, "an empty text is one")
	options = namespace.Get("texts").Call("get", "empty").Get("options")
	assert.Equal(t, 300, options.Get("expirationTtl").Int())
}

func TestKVTellsWhatFailed(t *testing.T) {
	kv, err := NewKV(fakeNamespace())
	require.NoError(t, err)

	_, found, err := kv.Get(t.Context(), "broken")
	assert.ErrorContains(t, err, "KV GET failed: 500")
	assert.False(t, found)
	assert.ErrorContains(t, kv.Put(t.Context(), "brief", "text", time.Second), "Invalid expiration_ttl")

	throws := js.Global().Get("Function").New(`return { get() { throw "text" }, put() { throw null } }`).Invoke()
	kv, err = NewKV(throws)
	require.NoError(t, err)
	_, _, err = kv.Get(t.Context(), "any")
	assert.EqualError(t, err, "jsbridge: KV get threw")
	assert.EqualError(t, kv.Put(t.Context(), "any", "text", 0), "jsbridge: KV put threw")
}

func TestOnlyANamespaceIsTakenForOne(t *testing.T) {
	for name, binding := range map[string]js.Value{
		"missing": js.Undefined(), "null": js.Null(), "a text": js.ValueOf("APPS"), "another object": js.ValueOf(map[string]any{}),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := NewKV(binding)
			assert.EqualError(t, err, "jsbridge: not a KV namespace")
		})
	}
}
