//go:build js && wasm

package jsbridge

import (
	"context"
	"syscall/js"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fakeIsolate is as a Worker's script has it, for requests that stay.
func fakeIsolate() js.Value {
	return js.Global().Get("Function").New(`
		const running = new Map();
		return {
			texts: new Map(),
			once: async (key, work) => {
				// Work begins later: the call into Go lets other goroutines call this.
				if (!running.has(key)) running.set(key, Promise.resolve().then(work).finally(() => running.delete(key)));
				return running.get(key);
			},
		};`).Invoke()
}

func TestTheProgramsOfAnIsolateKnowEachOthersTexts(t *testing.T) {
	object := fakeIsolate()
	one, err := NewIsolate(object)
	require.NoError(t, err)
	another, err := NewIsolate(object)
	require.NoError(t, err)

	_, found, err := another.Get(t.Context(), "token/example.social")
	require.NoError(t, err)
	assert.False(t, found)

	for _, text := range []string{"grün", "", "<null>", "\x00\u2028\U0001f3f4"} {
		require.NoError(t, one.Put(t.Context(), "token/example.social", text, time.Minute))
		kept, found, err := another.Get(t.Context(), "token/example.social")
		require.NoError(t, err)
		assert.True(t, found)
		assert.Equal(t, text, kept)
	}

	require.NoError(t, one.Put(t.Context(), "token/example.social", "brief", time.Millisecond))
	assert.Eventually(t, func() bool {
		_, found, err = another.Get(t.Context(), "token/example.social")
		return err == nil && !found
	}, 10*time.Second, time.Millisecond, "it ends")
	require.NoError(t, one.Put(t.Context(), "token/example.social", "for good", 0))
	kept, _, err := another.Get(t.Context(), "token/example.social")
	require.NoError(t, err)
	assert.Equal(t, "for good", kept)
}

func TestTheProgramsOfAnIsolateDoTheSameOnce(t *testing.T) {
	object := fakeIsolate()
	runs := 0
	release := make(chan struct{})
	texts := make(chan string)
	for range 20 {
		program, err := NewIsolate(object)
		require.NoError(t, err)
		go func() {
			text, err := program.Once(t.Context(), "example.social", func() string {
				runs++
				<-release
				return "result"
			})
			assert.NoError(t, err)
			texts <- text
		}()
	}
	time.AfterFunc(10*time.Millisecond, func() { close(release) })
	for range 20 {
		assert.Equal(t, "result", <-texts)
	}
	assert.Equal(t, 1, runs)
}

func TestWaitingForAnotherProgramEndsWithItsContext(t *testing.T) {
	isolate, err := NewIsolate(fakeIsolate())
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	forever := make(chan struct{})
	defer close(forever)
	_, err = isolate.Once(ctx, "example.social", func() string { <-forever; return "" })
	assert.ErrorIs(t, err, context.DeadlineExceeded)
}

func TestWorkThatPanicsIsAnError(t *testing.T) {
	isolate, err := NewIsolate(fakeIsolate())
	require.NoError(t, err)
	_, err = isolate.Once(t.Context(), "example.social", func() string { panic("a defect") })
	assert.ErrorContains(t, err, "a defect")
}

func TestOnlyAnIsolateIsTakenForOne(t *testing.T) {
	for name, object := range map[string]js.Value{
		"missing": js.Undefined(), "null": js.Null(), "a text": js.ValueOf("ISOLATE"), "another object": js.ValueOf(map[string]any{}),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := NewIsolate(object)
			assert.EqualError(t, err, "jsbridge: not an isolate")
		})
	}
}
