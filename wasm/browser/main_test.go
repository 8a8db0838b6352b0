//go:build js && wasm

package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"syscall/js"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/jsbridge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/hack-pad/safejs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// page plays the page that started the core: its host functions reach the
// simulated server, and it keeps the snapshots.
type page struct {
	t         *testing.T
	signup    js.Value
	snapshots []signup.Snapshot
}

func newPage(t *testing.T, server *mastodontest.Server) *page {
	return newPageWith(t, server, "")
}

// newPageWith is newPage with more options, as members of a JSON object.
func newPageWith(t *testing.T, server *mastodontest.Server, more string) *page {
	p := &page{t: t}
	host := js.Global().Get("Function").New(`
		const kept = new Map();
		return { get: (kind, key) => kept.get(key) ?? null, set: (kind, key, value) => void kept.set(key, value), remove: (kind, key) => void kept.delete(key),
			ascii: (name) => { try { return new URL("https://" + name).hostname } catch { return "" } } };`).Invoke()
	host.Set("fetch", p.fetch(server.Client()))
	var core js.Value
	handOver := p.function(func(args []js.Value) any {
		if len(args) == 0 {
			return host
		}
		core = args[0]
		return nil
	})
	js.Global().Set("fedi-signup hand-over", handOver)
	done := make(chan struct{})
	go func() {
		close(done)
		_ = exchange(t)
	}()
	<-done
	require.Eventually(t, func() bool { return core.Type() == js.TypeObject }, 5*time.Second, time.Millisecond)
	js.Global().Delete("fedi-signup hand-over")

	onSnapshot := p.function(func(args []js.Value) any {
		var s signup.Snapshot
		if err := unmarshal(args[0].String(), &s); err != nil {
			t.Error(err)
		}
		p.snapshots = append(p.snapshots, s)
		return nil
	})
	p.signup = core.Call("createSignup",
		`{"appName":"My site","returnUrl":"https://my.site/","languages":["en"],"persist":"session"`+more+`}`, onSnapshot)
	require.Equal(t, js.TypeObject, p.signup.Type())
	t.Cleanup(func() { _, _ = p.call("close") })
	return p
}

// exchange hands the core over; it never returns once that is done.
func exchange(t *testing.T) error {
	err := jsbridge.Serve(core)
	t.Error(err)
	return err
}

func unmarshal(text string, into any) error { return json.Unmarshal([]byte(text), into) }

func (p *page) function(call func(args []js.Value) any) js.Func {
	f := js.FuncOf(func(_ js.Value, args []js.Value) any { return call(args) })
	p.t.Cleanup(f.Release)
	return f
}

// fetch is a fetch that reaches the simulated server.
func (p *page) fetch(client *http.Client) js.Func {
	return p.function(func(args []js.Value) any {
		url, init := args[0].String(), args[1]
		var resolve, reject js.Value
		executor := js.FuncOf(func(_ js.Value, args []js.Value) any {
			resolve, reject = args[0], args[1]
			return nil
		})
		defer executor.Release()
		promise := js.Global().Get("Promise").New(executor)
		go func() {
			var body io.Reader
			if init.Get("body").Type() == js.TypeString {
				body = strings.NewReader(init.Get("body").String())
			}
			request, err := http.NewRequest(init.Get("method").String(), url, body)
			if err != nil {
				reject.Invoke(err.Error())
				return
			}
			names := js.Global().Get("Object").Call("keys", init.Get("headers"))
			for i := range names.Length() {
				name := names.Index(i).String()
				request.Header.Set(name, init.Get("headers").Get(name).String())
			}
			response, err := client.Do(request)
			if err != nil {
				reject.Invoke(js.Global().Get("TypeError").New("Failed to fetch"))
				return
			}
			defer response.Body.Close()
			text, _ := io.ReadAll(response.Body)
			headers := js.Global().Get("Headers").New()
			for name := range response.Header {
				headers.Call("set", name, response.Header.Get(name))
			}
			resolve.Invoke(js.Global().Get("Response").New(string(text), map[string]any{"status": response.StatusCode, "headers": headers}))
		}()
		return promise
	})
}

// call calls a verb and waits for its promise.
func (p *page) call(verb string, args ...any) (string, error) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	value, err := jsbridge.Await(ctx, safejs.Safe(p.signup.Call(verb, args...)))
	if err != nil || value.IsUndefined() {
		return "", err
	}
	return value.String()
}

func (p *page) last() signup.Snapshot {
	p.t.Helper()
	require.NotEmpty(p.t, p.snapshots)
	return p.snapshots[len(p.snapshots)-1]
}

const alice = `{"username":"alice","email":"alice@example.org","password":"correct horse","agreement":true}`

func TestAPageTakesAVisitorThroughAWholeSignUp(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{Title: "Example", Rules: []mastodontest.Rule{{Text: "Be kind"}}})
	p := newPage(t, server)
	_, err := p.call("open", "example.social")
	require.NoError(t, err)
	assert.Equal(t, signup.ScreenForm, p.last().Screen)
	assert.Equal(t, "Example", p.last().Server.Title)
	assert.Equal(t, "Be kind", p.last().Rules[0].Text)

	_, err = p.call("prepare", "")
	require.NoError(t, err)
	available, err := p.call("available", "alice")
	require.NoError(t, err)
	assert.Equal(t, "free", available)
	problems, err := p.call("check", `{"username":"al ice","agreement":true}`)
	require.NoError(t, err)
	assert.Contains(t, problems, `"field":"username","code":"ERR_INVALID","origin":"local"`)
	document, err := p.call("document", "privacy-policy")
	require.NoError(t, err)
	assert.Contains(t, document, `"kind":"privacy-policy"`)

	_, err = p.call("submit", alice)
	require.NoError(t, err)
	assert.Equal(t, signup.ScreenConfirm, p.last().Screen)
	assert.Equal(t, "@alice@example.social", p.last().Account.Handle)

	require.NoError(t, server.Confirm("alice"))
	_, err = p.call("refresh")
	require.NoError(t, err)
	assert.Equal(t, signup.ScreenReady, p.last().Screen)
	token, err := p.call("accessToken")
	require.NoError(t, err)
	assert.NotEmpty(t, token)
	_, err = p.call("revoke")
	require.NoError(t, err)
	token, err = p.call("accessToken")
	require.NoError(t, err)
	assert.Empty(t, token)
	for _, snapshot := range p.snapshots {
		text, err := json.Marshal(snapshot)
		require.NoError(t, err)
		assert.NotContains(t, string(text), "correct horse")
	}
}

func TestAVerbThatFailsRejectsWithItsCode(t *testing.T) {
	p := newPage(t, mastodontest.New(mastodontest.Settings{}))
	_, err := p.call("open", "mastodon")
	require.ErrorContains(t, err, "bad-server")
	_, err = p.call("submit", alice)
	require.ErrorContains(t, err, "not-now")
	_, err = p.call("document", "shoe-size")
	require.Error(t, err)
}

func TestWhatAVerbDoesNotTakeIsNotActedOn(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{})
	p := newPage(t, server)
	_, err := p.call("open", "example.social")
	require.NoError(t, err)
	_, err = p.call("submit", alice)
	require.NoError(t, err)
	seen, asked := len(p.snapshots), len(server.Requests())
	for verb, wrong := range map[string][]any{
		"submit": {"no JSON", "null", "[]", "7", "", 7}, "check": {"null", js.Null(), "[]"}, "setVisible": {"true", 1, js.Null()},
		"open": {7, js.Null(), true}, "useInvite": {7}, "available": {7}, "suggest": {7}, "resend": {5, js.Null()}, "document": {7},
	} {
		for _, value := range append(wrong, js.Undefined(), js.Global().Get("Symbol").Get("iterator"), map[string]any{}) {
			_, err := p.call(verb, value, nil)
			require.ErrorContains(t, err, "jsbridge: the argument is not ", verb)
		}
		_, err = p.call(verb)
		require.ErrorContains(t, err, "jsbridge: the argument is not ", verb)
	}
	assert.Len(t, p.snapshots, seen)
	assert.Len(t, server.Requests(), asked)
}

func TestWhatAServerAskedForCrosses(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{Wants: []mastodontest.Want{{Name: "favourite_pool"}, {Name: "tide"}}})
	p := newPage(t, server)
	_, err := p.call("open", "example.social")
	require.NoError(t, err)
	_, err = p.call("submit", alice)
	require.ErrorContains(t, err, "invalid")
	assert.Equal(t, []signup.AskedField{{Name: "favourite_pool", Message: "can't be blank", MaxLength: 500}, {Name: "tide", Message: "can't be blank", MaxLength: 500}}, p.last().Asked)
	answered := strings.TrimSuffix(alice, "}") + `,"asked":[{"name":"favourite_pool","value":"The deep one"},{"name":"tide","value":"low"}]}`
	problems, err := p.call("check", answered)
	require.NoError(t, err)
	assert.Equal(t, "[]", problems)
	_, err = p.call("submit", answered)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{"favourite_pool": "The deep one", "tide": "low"}, server.Users()[0].Wanted)
}

// The tags are what the widget's TypeScript is generated from.
func TestOptionsAreReadAsTheirTagsSay(t *testing.T) {
	options := Options{AppName: "a", AppWebsite: "b", ReturnURL: "c", Broker: "d", Languages: []string{"e", "f"},
		TimeZone: "g", Invite: "h", Follow: "i", Returned: "j", Persist: "k"}
	text, err := json.Marshal(options)
	require.NoError(t, err)
	given, ok := jsbridge.Args{safejs.Safe(js.ValueOf(string(text)))}.Object(0)
	require.True(t, ok)
	assert.Equal(t, options, optionsOf(given))
	for _, wrong := range []any{"", "[]", "null", "{", 7} {
		_, ok := jsbridge.Args{safejs.Safe(js.ValueOf(wrong))}.Object(0)
		assert.False(t, ok, wrong)
	}
}

func TestAClosedServerIsEnteredWithAnInvite(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{Registrations: mastodontest.Closed, ClosedMessage: `Ask <a href="https://x.example">us</a>`})
	server.AddInvite(mastodontest.Invite{Code: "AbC123xy"})
	p := newPageWith(t, server, `,"follow":"@bob@example.org","returned":"other.social"`)
	_, err := p.call("open", "example.social")
	require.NoError(t, err)
	assert.Equal(t, signup.ScreenClosed, p.last().Screen)
	assert.Equal(t, []signup.TextPart{{Text: "Ask "}, {Text: "us", URL: "https://x.example"}}, p.last().Problem.Notice)
	assert.Equal(t, "other.social", p.last().Returned)
	_, err = p.call("useInvite", "what?")
	require.ErrorContains(t, err, "invalid")
	_, err = p.call("useInvite", "https://example.social/invite/AbC123xy")
	require.NoError(t, err)
	assert.Equal(t, signup.ScreenForm, p.last().Screen)
	_, err = p.call("submit", alice)
	require.NoError(t, err)
	require.NoError(t, server.Confirm("alice"))
	_, err = p.call("refresh")
	require.NoError(t, err)
	require.NotNil(t, p.last().Follow)
	assert.Equal(t, "@bob@example.org", p.last().Follow.Handle)
	_, err = p.call("forget")
	require.NoError(t, err)
	assert.Equal(t, signup.ScreenClosed, p.last().Screen)
}

func TestACaptchaIsReplacedOnDemand(t *testing.T) {
	p := newPage(t, mastodontest.New(mastodontest.Settings{Software: mastodontest.Akkoma, Captcha: true}))
	_, err := p.call("newCaptcha")
	require.ErrorContains(t, err, "not-now")
	_, err = p.call("open", "example.social")
	require.NoError(t, err)
	first := p.last().Captcha
	require.NotNil(t, first)
	_, err = p.call("newCaptcha")
	require.NoError(t, err)
	assert.NotEqual(t, first.Image, p.last().Captcha.Image)
}

func TestATakenNameIsSuggestedAround(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{})
	server.AddUser("alice", "alice@example.org")
	p := newPage(t, server)
	_, err := p.call("open", "example.social")
	require.NoError(t, err)
	names, err := p.call("suggest", "alice")
	require.NoError(t, err)
	var list []string
	require.NoError(t, unmarshal(names, &list))
	assert.NotEmpty(t, list)
	assert.NotContains(t, list, "alice")
}

func TestAVerbBeforeItsTimeSaysSo(t *testing.T) {
	p := newPage(t, mastodontest.New(mastodontest.Settings{}))
	_, err := p.call("setVisible", false)
	require.NoError(t, err)
	_, err = p.call("resend", "")
	require.ErrorContains(t, err, "not-now")
}
