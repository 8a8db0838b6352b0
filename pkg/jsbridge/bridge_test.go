//go:build js && wasm

package jsbridge

import (
	"context"
	"errors"
	"io"
	"strings"
	"syscall/js"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// eval runs the body of a JavaScript function and returns its result.
func eval(body string, args ...any) safejs.Value {
	return safejs.Safe(js.Global().Get("Function").New("...args", body).Invoke(args...))
}

// awaited waits for what a method of exports returned.
func awaited(t *testing.T, value safejs.Value) (safejs.Value, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	return Await(ctx, value)
}

func TestAwaitReturnsWhatAPromiseResolvesTo(t *testing.T) {
	for _, body := range []string{"return Promise.resolve('yes')", "return new Promise(r => setTimeout(r, 1, 'yes'))"} {
		value, err := awaited(t, eval(body))
		require.NoError(t, err)
		text, err := value.String()
		require.NoError(t, err)
		assert.Equal(t, "yes", text)
	}
}

func TestAwaitTurnsAnyReasonIntoAnError(t *testing.T) {
	for reason, text := range map[string]string{
		"new TypeError('failed to fetch')": "TypeError: failed to fetch",
		"'a text'":                         "a text",
		"null":                             "rejected without a reason",
		"undefined":                        "rejected without a reason",
		"7":                                "rejected without a reason",
		"{}":                               "",
	} {
		_, err := awaited(t, eval("return Promise.reject("+reason+")"))
		require.Error(t, err, reason)
		assert.Equal(t, text, err.Error(), reason)
	}
	_, err := awaited(t, eval("return 7"))
	assert.Error(t, err, "what is no promise")
}

func TestAwaitEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Await(ctx, eval("return new Promise(() => {})"))
	assert.ErrorIs(t, err, context.Canceled)
}

// told is an error that crosses with more than its sentence.
type told struct{}

func (told) Error() string                { return "refused" }
func (told) MarshalJSON() ([]byte, error) { return []byte(`{"code":"rate-limited"}`), nil }

func TestAMethodsPromiseAlwaysSettles(t *testing.T) {
	exports := NewExports()
	defer exports.Release()
	results := map[string]func() (any, error){
		"nothing":  func() (any, error) { return nil, nil },
		"text":     func() (any, error) { return "grün", nil },
		"list":     func() (any, error) { return Texts{"a", `"b"`}, nil },
		"object":   func() (any, error) { return List([]told{{}}), nil },
		"error":    func() (any, error) { return nil, errors.New("oops") },
		"told":     func() (any, error) { return nil, told{} },
		"panic":    func() (any, error) { panic("boom") },
		"stranger": func() (any, error) { return struct{}{}, nil },
	}
	for name, result := range results {
		exports.Async(name, func(context.Context, Args) (any, error) { return result() })
	}
	call := func(name string) (safejs.Value, error) {
		promise, err := exports.object.Call(name)
		require.NoError(t, err)
		return awaited(t, promise)
	}
	for name, wanted := range map[string]any{"text": "grün", "list": `["a","\"b\""]`, "object": `[{"code":"rate-limited"}]`} {
		value, err := call(name)
		require.NoError(t, err, name)
		assert.True(t, value.Equal(safejs.Safe(js.ValueOf(wanted))), name)
	}
	value, err := call("nothing")
	require.NoError(t, err)
	assert.True(t, value.IsUndefined())

	for name, message := range map[string]string{
		"error": "Error: oops", "told": "Error: refused", "panic": "Error: jsbridge: panic: boom",
		"stranger": "Error: jsbridge: a value of this type does not cross",
	} {
		_, err := call(name)
		assert.EqualError(t, err, message)
	}
}

func TestARejectionIsAnErrorWithWhatTheGoErrorTells(t *testing.T) {
	reason := safejs.Unsafe(newError(told{}))
	assert.True(t, reason.InstanceOf(js.Global().Get("Error")))
	assert.Equal(t, "refused", reason.Get("message").String())
	assert.Equal(t, `{"code":"rate-limited"}`, reason.Get("json").String())
	assert.True(t, safejs.Unsafe(newError(errors.New("plain"))).Get("json").IsUndefined())
}

// A page that gets an empty text knows that something is wrong; one that gets
// nothing would wait for ever.
func TestWhatCannotBeWrittenCrossesAsAnEmptyText(t *testing.T) {
	got := js.Global().Get("Array").New()
	Args{eval("return text => args[0].push(text)", got)}.Func(0)(broken{})
	require.Equal(t, 1, got.Length())
	assert.Equal(t, js.ValueOf(""), got.Index(0))
	assert.Equal(t, js.ValueOf(""), safejs.Unsafe(newError(broken{})).Get("json"))
}

type broken struct{}

func (broken) Error() string                { return "broken" }
func (broken) MarshalJSON() ([]byte, error) { return nil, errors.New("it cannot be written") }

// What Go quotes as \x7f or \U000e0062, JSON.parse does not read.
func TestWhatCrossesIsReadByThePage(t *testing.T) {
	texts := Texts{"a \x7f \" \\ \n \v \x00", "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F \U0001FAE9", "\u2028\xff"}
	expected := "a \x7f \" \\ \n \v \x00|\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F \U0001FAE9|\u2028\ufffd"
	for name, value := range map[string]Marshaler{"texts": texts, "list": List([]Texts{texts[:1], texts[1:]}), "none": List([]Texts{texts, nil})} {
		text, err := toJS(value)
		require.NoError(t, err, name)
		read, err := eval("return JSON.parse(args[0]).flat().join('|')", text).String()
		require.NoError(t, err, name)
		assert.Equal(t, expected, read, name)
	}
}

func TestAnAbortSignalCancelsAMethod(t *testing.T) {
	exports := NewExports()
	defer exports.Release()
	exports.Async("wait", func(ctx context.Context, args Args) (any, error) {
		<-ctx.Done()
		text, _ := args.Text(0)
		return nil, errors.New(text + " " + ctx.Err().Error())
	})
	for name, abort := range map[string]string{
		"before": "controller.abort(); const promise = exports.wait('waiting', controller.signal);",
		"while":  "const promise = exports.wait('waiting', controller.signal); setTimeout(() => controller.abort(), 1);",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := awaited(t, eval("const [exports] = args; const controller = new AbortController();"+abort+"return promise;",
				safejs.Unsafe(exports.object)))
			assert.EqualError(t, err, "Error: waiting context canceled")
		})
	}
}

func TestASettledMethodTakesItsListenerOffTheSignal(t *testing.T) {
	exports := NewExports()
	defer exports.Release()
	exports.Async("quick", func(context.Context, Args) (any, error) { return nil, nil })
	signal := eval(`return { aborted: false, added: 0, removed: 0, addEventListener() { this.added++; }, removeEventListener() { this.removed++; } }`)
	promise, err := exports.object.Call("quick", safejs.Unsafe(signal))
	require.NoError(t, err)
	_, err = awaited(t, promise)
	require.NoError(t, err)
	assert.Equal(t, 1, safejs.Unsafe(signal).Get("added").Int())
	assert.Equal(t, 1, safejs.Unsafe(signal).Get("removed").Int())
}

func TestASyncMethodGivesBackExports(t *testing.T) {
	exports, inner := NewExports(), NewExports()
	defer exports.Release()
	defer inner.Release()
	inner.Sync("name", func(Args) any { return "inner" })
	exports.Sync("make", func(args Args) any {
		if inside, _ := args.Flag(0); inside {
			return inner
		}
		panic("no")
	})
	object := safejs.Unsafe(exports.object)
	assert.Equal(t, "inner", object.Call("make", true).Call("name").String())
	assert.True(t, object.Call("make", false).IsNull(), "a panic ends nothing")
}

func TestArgumentsOfOtherTypesAreToldSo(t *testing.T) {
	args := Args{safejs.Safe(js.ValueOf(7)), safejs.Null(), safejs.Safe(js.ValueOf("text"))}
	for _, i := range []int{0, 1, 3} {
		_, err := args.Text(i)
		assert.Equal(t, `{"code":"bad-argument"}`, safejs.Unsafe(newError(err)).Get("json").String())
	}
	text, err := args.Text(2)
	require.NoError(t, err)
	assert.Equal(t, "text", text)
	var wrong *ArgumentError
	_, err = args.Flag(2)
	require.ErrorAs(t, err, &wrong)
	for i := range 4 {
		require.ErrorAs(t, args.JSON(i, &picky{}), &wrong)
	}
}

// picky takes no JSON.
type picky struct{}

func (*picky) UnmarshalJSON([]byte) error { return errors.New("no") }

func hostOf(members string) Host { return Host{eval("return {" + members + "}")} }

func TestAStoreKeepsTextsForThePage(t *testing.T) {
	host := hostOf(`kept: new Map(), get(kind, key) { return this.kept.get(kind + key) ?? null; },
		set(kind, key, value) { this.kept.set(kind + key, value); }, remove(kind, key) { this.kept.delete(kind + key); }`)
	store := host.Store("session")
	_, ok := store.Get("key")
	assert.False(t, ok)
	store.Set("key", "grün")
	text, ok := store.Get("key")
	assert.True(t, ok)
	assert.Equal(t, "grün", text)
	_, ok = host.Store("local").Get("key")
	assert.False(t, ok, "kinds are apart")
	store.Delete("key")
	_, ok = store.Get("key")
	assert.False(t, ok)
}

// answer reads a whole answer of the host's fetch.
func answer(t *testing.T, ctx context.Context, host Host, r *mastodon.Request) (*mastodon.Response, string, error) {
	t.Helper()
	response, err := host.Doer().Do(ctx, r)
	if err != nil {
		return nil, "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return response, string(body), err
}

func TestFetchCarriesARequestAndItsAnswer(t *testing.T) {
	host := hostOf(`fetch: async (url, init) => new Response(
		JSON.stringify([url, init.method, init.headers, init.body ?? null, init.redirect]), { status: 422, headers: { "X-Request-Id": "abc" } })`)
	response, body, err := answer(t, t.Context(), host, &mastodon.Request{Method: "POST", URL: "https://example.social/api",
		Header: map[string]string{"Accept": "application/json"}, Body: []byte("grün=1")})
	require.NoError(t, err)
	assert.Equal(t, 422, response.Status)
	assert.Equal(t, "abc", response.Header["x-request-id"])
	assert.JSONEq(t, `["https://example.social/api","POST",{"Accept":"application/json"},"grün=1","manual"]`, body, "only a GET may be redirected")

	_, body, err = answer(t, t.Context(), hostOf(`fetch: async (url, init) => new Response("body" in init ? "with" : null)`),
		&mastodon.Request{Method: "GET", URL: "https://example.social/"})
	require.NoError(t, err)
	assert.Empty(t, body, "an answer without a body is an empty one")
}

func TestFetchIsToldNothingThatAPagePutOnEveryObject(t *testing.T) {
	eval(`Object.prototype.integrity = "sha256-x"; Object.prototype["X-Odd"] = "odd";
		Object.defineProperty(Object.prototype, "redirect", { configurable: true, get: () => "error", set() {} })`)
	defer eval(`delete Object.prototype.integrity; delete Object.prototype["X-Odd"]; delete Object.prototype.redirect`)
	host := hostOf(`fetch: async (url, init) => new Response([init.redirect, init.integrity, init.headers.Accept, init.headers["X-Odd"]].join())`)
	_, body, err := answer(t, t.Context(), host, &mastodon.Request{Method: "GET", URL: "https://example.social/",
		Header: map[string]string{"Accept": "application/json"}})
	require.NoError(t, err)
	assert.Equal(t, "follow,,application/json,", body)
}

func TestFetchFailuresAreErrors(t *testing.T) {
	for name, fetch := range map[string]string{
		"rejects": "fetch: () => Promise.reject(new TypeError('Failed to fetch'))", "is missing": "", "returns nothing": "fetch: () => undefined",
		"is redirected": "fetch: async () => ({ status: 0, type: 'opaqueredirect' })",
		"breaks off":    "fetch: async () => new Response(new ReadableStream({ pull(c) { c.error(new TypeError('network error')); } }))",
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := answer(t, t.Context(), hostOf(fetch), &mastodon.Request{Method: "GET", URL: "https://example.social/"})
			require.Error(t, err)
		})
	}
}

func TestFetchTellsWhereAnAnswerCameFromAfterRedirects(t *testing.T) {
	for name, test := range map[string]struct{ members, url string }{
		"redirected":     {"redirected: true, url: 'https://www.example.social/there'", "https://www.example.social/there"},
		"not redirected": {"redirected: false, url: 'https://example.social/here'", ""},
		"not told":       {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			response, body, err := answer(t, t.Context(), hostOf(`fetch: async () => {
				const answer = { status: 200, headers: new Headers(), body: new Response("text").body, `+test.members+` };
				return answer; }`), &mastodon.Request{Method: "GET", URL: "https://example.social/here"})
			require.NoError(t, err)
			assert.Equal(t, test.url, response.URL)
			assert.Equal(t, "text", body)
		})
	}
}

// network is a fetch that fails in the page's mode and answers by the rules of
// the others; it notes in globalThis.sent what was asked.
func network(noCORS, manual string) string {
	return `fetch: (url, init) => {
		globalThis.sent.push([url, init.method ?? "GET", init.mode ?? "cors", init.redirect ?? "follow", init.body ?? "", Object.keys(init.headers ?? {}).length]);
		globalThis.signal = init.signal;
		if (init.mode === "no-cors") { ` + noCORS + ` }
		if (init.redirect === "manual" && init.method !== "POST") { ` + manual + ` }
		return Promise.reject(new TypeError("Failed to fetch"));
	}`
}

// online sets what the browser knows of its network, as JavaScript.
func online(t *testing.T, value string) {
	before := eval(`const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
		Object.defineProperty(globalThis, "navigator", { configurable: true, value: ` + value + ` });
		globalThis.sent = [];
		return () => { delete globalThis.sent; delete globalThis.signal; delete globalThis.navigator;
			if (before) Object.defineProperty(globalThis, "navigator", before); }`)
	t.Cleanup(func() { _, _ = before.Invoke() })
}

// sent is what network noted, as JSON.
func sent() string {
	return js.Global().Get("JSON").Call("stringify", js.Global().Get("sent")).String()
}

func causeOf(err error) mastodon.Cause {
	var known *mastodon.NoAnswer
	if errors.As(err, &known) {
		return known.Cause
	}
	return ""
}

const (
	opaque         = `return Promise.resolve({ type: "opaque", status: 0 });`
	opaqueRedirect = `return Promise.resolve({ type: "opaqueredirect", status: 0 });`
	basic          = `return Promise.resolve({ type: "basic", status: 200 });`

	askedFirst      = `["https://example.social/api","GET","cors","follow","",1]`
	askedUnread     = `["https://example.social/api","GET","no-cors","follow","",0]`
	askedUnfollowed = `["https://example.social/api","GET","cors","manual","",0]`
	posted          = `["https://example.social/api","POST","cors","manual","a=b",1]`
)

func TestAPageFindsOutWhyItsRequestFailed(t *testing.T) {
	for name, test := range map[string]struct {
		navigator, noCORS, manual string
		cause                     mastodon.Cause
		sent                      string
	}{
		"no network":                       {"{ onLine: false }", "", "", mastodon.CauseOffline, "[" + askedFirst + "]"},
		"an answer that pages cannot read": {"{ onLine: true }", opaque, opaqueRedirect, mastodon.CauseCORS, "[" + askedFirst + "," + askedUnread + "]"},
		"redirects in circles":             {"{ onLine: true }", "", opaqueRedirect, mastodon.CauseRedirects, "[" + askedFirst + "," + askedUnread + "," + askedUnfollowed + "]"},
		"no answer at all":                 {"{ onLine: true }", "", "", "", "[" + askedFirst + "," + askedUnread + "," + askedUnfollowed + "]"},
		"an answer by chance":              {"{ onLine: true }", basic, basic, "", "[" + askedFirst + "," + askedUnread + "," + askedUnfollowed + "]"},
		"nothing for an answer":            {"{ onLine: true }", "return Promise.resolve();", "return Promise.resolve(null);", "", "[" + askedFirst + "," + askedUnread + "," + askedUnfollowed + "]"},
		"a browser that does not tell":     {"{}", opaque, "", mastodon.CauseCORS, "[" + askedFirst + "," + askedUnread + "]"},
		"no browser":                       {"undefined", "", "", "", "[" + askedFirst + "," + askedUnread + "," + askedUnfollowed + "]"},
	} {
		t.Run(name, func(t *testing.T) {
			online(t, test.navigator)
			_, _, err := answer(t, t.Context(), hostOf(network(test.noCORS, test.manual)), &mastodon.Request{
				Method: "GET", URL: "https://example.social/api", Header: map[string]string{"Authorization": "Bearer secret"}})
			assert.Equal(t, test.cause, causeOf(err))
			assert.ErrorContains(t, err, "TypeError: Failed to fetch")
			assert.Equal(t, test.sent, sent(), "and no token goes along")
			if test.cause == mastodon.CauseCORS {
				assert.True(t, js.Global().Get("signal").Get("aborted").Bool(), "what cannot be read is not transferred")
			}
		})
	}
}

func TestAPostIsNeverSentAgainToFindOutWhyItFailed(t *testing.T) {
	for name, test := range map[string]struct {
		navigator, noCORS string
		cause             mastodon.Cause
		sent              string
	}{
		"with a network":                       {"{ onLine: true }", opaque, "", "[" + posted + "]"},
		"without one, so it is not sent":       {"{ onLine: false }", "", mastodon.CauseOffline, "[" + askedUnread + "]"},
		"one that the browser does not see":    {"{ onLine: false }", opaque, "", "[" + askedUnread + "," + posted + "]"},
		"one that is gone when the post is on": {"{ get onLine() { return !globalThis.sent.length; } }", "", "", "[" + posted + "]"},
	} {
		t.Run(name, func(t *testing.T) {
			online(t, test.navigator)
			_, _, err := answer(t, t.Context(), hostOf(network(test.noCORS, opaqueRedirect)), &mastodon.Request{
				Method: "POST", URL: "https://example.social/api", Header: map[string]string{"Authorization": "Bearer secret"}, Body: []byte("a=b")})
			require.Error(t, err)
			assert.Equal(t, test.cause, causeOf(err))
			assert.Equal(t, test.sent, sent())
		})
	}
}

func TestAPostWhoseCallerHasGoneIsNotOffline(t *testing.T) {
	online(t, "{ onLine: false }")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(time.Millisecond, cancel)
	_, _, err := answer(t, ctx, hostOf(network("return new Promise(() => {});", "")), &mastodon.Request{Method: "POST", URL: "https://example.social/api"})
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, "["+askedUnread+"]", sent())
}

func TestFindingOutEndsWithTheRequestsContext(t *testing.T) {
	for name, test := range map[string]struct{ noCORS, manual string }{
		"while it is asked again":  {"return new Promise(() => {});", opaqueRedirect},
		"while it is asked thrice": {"", "return new Promise(() => {});"},
	} {
		t.Run(name, func(t *testing.T) {
			online(t, "{ onLine: true }")
			ctx, cancel := context.WithCancel(t.Context())
			time.AfterFunc(time.Millisecond, cancel)
			_, _, err := answer(t, ctx, hostOf(network(test.noCORS, test.manual)), &mastodon.Request{Method: "GET", URL: "https://example.social/api"})
			require.ErrorIs(t, err, context.Canceled)
			assert.Empty(t, causeOf(err))
			assert.True(t, js.Global().Get("signal").Get("aborted").Bool())
		})
	}
}

func TestAWorkerFindsOutNothing(t *testing.T) {
	online(t, "{ onLine: false }")
	original := js.Global().Get("fetch")
	js.Global().Set("fetch", safejs.Unsafe(eval("return ({ "+network(opaque, opaqueRedirect)+" }).fetch")))
	defer js.Global().Set("fetch", original)
	_, err := GlobalDoer().Do(t.Context(), &mastodon.Request{Method: "GET", URL: "https://example.social/api", Header: map[string]string{"Accept": "*/*"}})
	require.EqualError(t, err, "TypeError: Failed to fetch")
	assert.Empty(t, causeOf(err))
	assert.Equal(t, "["+askedFirst+"]", sent())
}

func TestACauseReachesTheClientsErrors(t *testing.T) {
	online(t, "{ onLine: true }")
	server, err := mastodon.ParseServer("example.social")
	require.NoError(t, err)
	_, err = mastodon.NewClient(server, hostOf(network(opaque, "")).Doer()).Instance(t.Context())
	var unreachable *mastodon.Error
	require.ErrorAs(t, err, &unreachable)
	assert.Equal(t, mastodon.CodeUnreachable, unreachable.Code)
	assert.Equal(t, mastodon.CauseCORS, unreachable.Cause)
}

func TestACancelledRequestIsAborted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(time.Millisecond, cancel)
	host := hostOf(`fetch: (url, init) => { globalThis.seenSignal = init.signal; return new Promise(() => {}); }`)
	_, _, err := answer(t, ctx, host, &mastodon.Request{Method: "GET", URL: "https://example.social/"})
	require.ErrorIs(t, err, context.Canceled)
	assert.True(t, js.Global().Get("seenSignal").Get("aborted").Bool())
	js.Global().Delete("seenSignal")

	_, _, err = answer(t, ctx, hostOf("fetch: () => { throw new Error('it must not be called'); }"), &mastodon.Request{Method: "GET", URL: "x"})
	require.ErrorIs(t, err, context.Canceled)
}

func TestATooLargeAnswerIsNotReadToItsEnd(t *testing.T) {
	host := hostOf(`fetch: async (url, init) => { globalThis.sent = 0; globalThis.stopped = init.signal; return new Response(new ReadableStream({
		pull(c) { if (globalThis.sent > 1e8) c.close(); globalThis.sent += 65536; c.enqueue(new Uint8Array(65536)); } })); }`)
	server, err := mastodon.ParseServer("example.social")
	require.NoError(t, err)
	_, err = mastodon.NewClient(server, host.Doer()).PrivacyPolicy(t.Context())
	assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable))
	assert.Less(t, js.Global().Get("sent").Int(), 2<<20)
	assert.True(t, js.Global().Get("stopped").Get("aborted").Bool(), "the transfer was stopped")
	js.Global().Delete("sent")
	js.Global().Delete("stopped")
}

func TestServeNeedsAPage(t *testing.T) {
	err := Serve(func(Host) *Exports { return NewExports() })
	require.ErrorContains(t, err, "nobody takes the core")
	assert.True(t, strings.HasPrefix(err.Error(), "jsbridge: "))
}
