//go:build js && wasm

package jsbridge

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/hack-pad/safejs"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// GlobalDoer sends requests with the global fetch, as it is on a Worker.
func GlobalDoer() mastodon.Doer {
	fetch, _ := safejs.Global().Get("fetch") // without one, requests fail
	return doer{fetch: fetch}
}

// doer sends requests with a function that is like fetch.
type doer struct {
	fetch safejs.Value
	page  bool            // whether it is a page's fetch, which does not tell why it fails
	asked map[string]bool // addresses, by a page
}

func (d doer) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	if d.fetch.Type() != safejs.TypeFunction {
		return nil, errors.New("jsbridge: there is no fetch")
	}
	if err := d.unsent(ctx, r); err != nil {
		return nil, err
	}
	headers := make(map[string]any, len(r.Header))
	for name, value := range r.Header {
		headers[name] = value
	}
	redirect := "follow"
	if r.Method != "GET" {
		// A redirected POST would lose its body, or send secrets elsewhere.
		redirect = "manual"
	}
	init := map[string]any{
		"method":   r.Method,
		"headers":  headers,
		"redirect": redirect,
	}
	if r.Body != nil {
		init["body"] = string(r.Body)
	}
	url := r.URL
	if d.page && r.Method == "GET" {
		url = d.fresh(url)
	}
	response, abort, err := d.send(ctx, url, init)
	if err != nil {
		return nil, d.explained(ctx, r, err)
	}
	answer, err := readResponse(ctx, response, abort)
	if err != nil {
		abort()
	}
	return answer, err
}

// fresh is an address to ask. A service worker of the page may answer from a
// cache of its own, whatever fetch is told, so there what is asked again is
// another question. Only there: servers and browsers keep answers by address, too.
func (d doer) fresh(url string) string {
	again := d.asked[url]
	d.asked[url] = true
	if !again || member(navigator("serviceWorker"), "controller").Type() != safejs.TypeObject {
		return url
	}
	separator := "?"
	if strings.Contains(url, "?") {
		separator = "&"
	}
	return url + separator + "_=" + strconv.FormatInt(time.Now().UnixMilli(), 10)
}

// send gets the head of an answer. The returned function ends the transfer.
func (d doer) send(ctx context.Context, url string, init map[string]any) (response safejs.Value, abort func(), err error) {
	controller, err := newObject("AbortController")
	if err != nil {
		return response, nil, err
	}
	signal, err := controller.Get("signal")
	if err != nil {
		return response, nil, err
	}
	init["signal"] = signal
	options, err := record(init)
	if err != nil {
		return response, nil, err
	}
	abort = func() { _, _ = controller.Call("abort") }
	// fetch is invoked, not called as a method: a Worker's global is a proxy.
	promise, err := d.fetch.Invoke(url, options)
	if err != nil {
		return response, nil, errors.New("jsbridge: fetch threw")
	}
	if response, err = Await(ctx, promise); err != nil && ctx.Err() != nil {
		abort()
	}
	return response, abort, err
}

// unsent is why a page's request other than GET is better not sent: without a
// network nobody could tell afterwards whether it went out. Some browsers take
// themselves for offline and are not, so one without a body goes first.
func (d doer) unsent(ctx context.Context, r *mastodon.Request) error {
	if !d.page || r.Method == "GET" || !offline() {
		return nil
	}
	_, abort, err := d.send(ctx, r.URL, map[string]any{"mode": "no-cors"})
	if err == nil {
		abort()
		return nil
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return &mastodon.NoAnswer{Cause: mastodon.CauseOffline, Err: err}
}

// explained finds out why a page's request failed, which browsers do not say. Only a GET may be asked again.
func (d doer) explained(ctx context.Context, r *mastodon.Request, err error) error {
	var cause mastodon.Cause
	switch {
	case !d.page || ctx.Err() != nil || r.Method != "GET":
		return err
	case offline():
		cause = mastodon.CauseOffline
	case d.answers(ctx, r.URL, "mode", "no-cors", "opaque"):
		cause = mastodon.CauseCORS
	case d.answers(ctx, r.URL, "redirect", "manual", "opaqueredirect"):
		cause = mastodon.CauseRedirects
	case ctx.Err() != nil:
		return context.Cause(ctx)
	default:
		return err
	}
	return &mastodon.NoAnswer{Cause: cause, Err: err}
}

// answers reports whether an address answers at all, which is all that a page
// can see of some answers.
func (d doer) answers(ctx context.Context, url, option, value, kind string) bool {
	response, abort, err := d.send(ctx, url, map[string]any{option: value})
	if err != nil || response.Type() != safejs.TypeObject {
		return false
	}
	abort()
	return textMember(response, "type") == kind
}

// offline reports whether the browser knows that there is no network.
func offline() bool {
	online, err := Args{navigator("onLine")}.Flag(0)
	return err == nil && !online
}

// navigator is a member of the browser's navigator, or undefined.
func navigator(name string) safejs.Value {
	return member(member(safejs.Global(), "navigator"), name)
}

// member is a member of an object, or undefined.
func member(of safejs.Value, name string) safejs.Value {
	if of.Type() != safejs.TypeObject {
		return safejs.Undefined()
	}
	value, err := of.Get(name)
	if err != nil {
		return safejs.Undefined()
	}
	return value
}

func newObject(constructor string) (safejs.Value, error) {
	class, err := safejs.Global().Get(constructor)
	if err != nil {
		return safejs.Undefined(), err
	}
	return class.New()
}

func readResponse(ctx context.Context, response safejs.Value, abort func()) (*mastodon.Response, error) {
	number, err := response.Get("status")
	if err != nil {
		return nil, err
	}
	status, err := number.Int()
	if err != nil {
		return nil, err
	}
	if status == 0 { // all that browsers show of a redirect that was not followed
		return nil, errors.New("jsbridge: redirected")
	}
	header, err := readHeaders(response)
	if err != nil {
		return nil, err
	}
	answer := &mastodon.Response{Status: status, Header: header, Body: io.NopCloser(eof{})}
	if member, err := response.Get("redirected"); err == nil {
		if redirected, _ := (Args{member}).Flag(0); redirected {
			answer.URL = textMember(response, "url")
		}
	}
	stream, err := response.Get("body")
	if err != nil {
		return nil, err
	}
	if stream.Type() != safejs.TypeObject { // an answer without a body
		return answer, nil
	}
	reader, err := stream.Call("getReader")
	if err != nil {
		return nil, err
	}
	answer.Body = &body{ctx: ctx, reader: reader, abort: abort}
	return answer, nil
}

// readHeaders copies the headers that the page may read, in two calls.
func readHeaders(response safejs.Value) (map[string]string, error) {
	headers, err := response.Get("headers")
	if err != nil {
		return nil, err
	}
	object, err := safejs.Global().Get("Object")
	if err != nil {
		return nil, err
	}
	members, err := object.Call("fromEntries", headers)
	if err != nil {
		return nil, err
	}
	jsonObject, err := safejs.Global().Get("JSON")
	if err != nil {
		return nil, err
	}
	text, err := jsonObject.Call("stringify", members)
	if err != nil {
		return nil, err
	}
	encoded, err := text.String()
	if err != nil {
		return nil, err
	}
	parsed, err := jsontext.Parse([]byte(encoded))
	if err != nil {
		return nil, err
	}
	header := map[string]string{}
	for _, member := range parsed.Object().Members() {
		header[member.Name] = member.Value.Text()
	}
	return header, nil
}

type eof struct{}

func (eof) Read([]byte) (int, error) { return 0, io.EOF }

// body reads an answer chunk by chunk, so that whoever reads can stop.
type body struct {
	ctx    context.Context
	reader safejs.Value
	abort  func()
	chunk  []byte
	err    error
}

func (b *body) Read(p []byte) (int, error) {
	for len(b.chunk) == 0 && b.err == nil {
		b.chunk, b.err = b.next()
	}
	if len(b.chunk) == 0 {
		return 0, b.err
	}
	n := copy(p, b.chunk)
	b.chunk = b.chunk[n:]
	return n, nil
}

func (b *body) next() ([]byte, error) {
	promise, err := b.reader.Call("read")
	if err != nil {
		return nil, err
	}
	read, err := Await(b.ctx, promise)
	if err != nil {
		return nil, err
	}
	value, err := read.Get("value")
	if err != nil {
		return nil, err
	}
	if value.Type() != safejs.TypeObject {
		return nil, io.EOF
	}
	length, err := value.Length()
	if err != nil {
		return nil, err
	}
	chunk := make([]byte, length)
	_, err = safejs.CopyBytesToGo(chunk, value)
	return chunk, err
}

// Close stops the transfer of what was not read.
func (b *body) Close() error {
	if b.err != io.EOF {
		b.abort()
	}
	return nil
}
