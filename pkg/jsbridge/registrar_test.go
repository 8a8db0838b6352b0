//go:build js && wasm

package jsbridge

import (
	"context"
	"syscall/js"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func registrar(t *testing.T, ask string) Registrar {
	r, err := NewRegistrar(js.Global().Get("Function").New("return { ask: " + ask + " }").Invoke())
	require.NoError(t, err)
	return r
}

func TestARegistrarAnswers(t *testing.T) {
	answer, err := registrar(t, "async (key, question) => `${key}: ${question}`").Ask(t.Context(), "example.social/1", "grün?")
	require.NoError(t, err)
	assert.Equal(t, "example.social/1: grün?", answer)
}

func TestARegistrarThatFailsIsAnError(t *testing.T) {
	for ask, want := range map[string]string{
		`async () => { throw new Error("overloaded") }`: "overloaded",
		`() => { throw null }`:                          "jsbridge: ask threw",
		`async () => 5`:                                 "the answer is no text",
	} {
		_, err := registrar(t, ask).Ask(t.Context(), "key", "question")
		assert.ErrorContains(t, err, want, ask)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := registrar(t, "() => new Promise(() => {})").Ask(ctx, "key", "question")
	assert.ErrorIs(t, err, context.Canceled)
}

func TestOnlyARegistrarIsTakenForOne(t *testing.T) {
	for name, object := range map[string]js.Value{
		"missing": js.Undefined(), "null": js.Null(), "a text": js.ValueOf("REGISTRAR"), "another object": js.ValueOf(map[string]any{}),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := NewRegistrar(object)
			assert.EqualError(t, err, "jsbridge: not a registrar")
		})
	}
}
