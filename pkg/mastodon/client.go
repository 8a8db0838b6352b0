package mastodon

import (
	"context"
	"errors"
	"io"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// Client calls the API of one server. Each of its methods makes one request,
// but for Instance, NodeInfo and Captcha, which may make two. Their errors are
// [*Error].
type Client struct {
	server Server
	doer   Doer
}

// NewClient returns a client of a server.
func NewClient(server Server, doer Doer) *Client {
	return &Client{server: server, doer: doer}
}

// Server is the server that the client calls.
func (c *Client) Server() Server { return c.server }

// maxBody is the size of an answer that is still read, in bytes.
const maxBody = 1 << 20

// call is one request. The form or the JSON is its body.
type call struct {
	op      string
	method  string
	url     string
	token   string
	form    [][2]string // empty values are left out
	json    []byte
	secrets []string // that the form or the JSON holds; the token is one without saying
}

// get reads a path without a token.
func (c *Client) get(ctx context.Context, op, path string) (answer, error) {
	return exchange(ctx, c.doer, call{op: op, method: "GET", url: c.server.URL(path)})
}

// answer is a 2xx answer.
type answer struct {
	op        string
	status    int
	url       string // where it came from after redirects; empty without
	body      []byte
	rateLimit *RateLimit
	requestID string
}

// unreadable is the error of an answer whose body is not what it should be.
func (a answer) unreadable(err error) *Error {
	return &Error{Op: a.op, Status: a.status, Code: CodeUnreadable, RateLimit: a.rateLimit, RequestID: a.requestID, Err: err}
}

// exchange sends a call. A form needs no preflight, so that browsers send it
// at once; JSON and the Authorization header need one.
func exchange(ctx context.Context, doer Doer, c call) (answer, error) {
	request := &Request{Method: c.method, URL: c.url, Header: map[string]string{"Accept": "application/json"}}
	switch {
	case c.form != nil:
		request.Body = encodeForm(c.form)
		request.Header["Content-Type"] = "application/x-www-form-urlencoded"
	case c.json != nil:
		request.Body = c.json
		request.Header["Content-Type"] = "application/json"
	}
	if c.token != "" {
		request.Header["Authorization"] = "Bearer " + c.token
	}
	response, err := doer.Do(ctx, request)
	if err != nil {
		return answer{}, c.unreachable(err)
	}
	defer response.Body.Close()
	a := answer{op: c.op, status: response.Status, url: response.URL,
		rateLimit: parseRateLimit(response.Header), requestID: requestID(response.Header)}
	a.body, err = readBody(response)
	if errors.Is(err, errTooLarge) {
		return a, a.unreadable(err)
	}
	if err != nil {
		return a, c.unreachable(err)
	}
	if a.status < 200 || a.status > 299 {
		e := refusal(c.op, a.status, response.Header, a.body)
		c.redactRefusal(e)
		return a, e
	}
	return a, nil
}

// unreachable is the error of a call to which no whole answer arrived.
func (c call) unreachable(err error) *Error {
	return &Error{Op: c.op, Code: CodeUnreachable, Cause: causeOf(err), Err: c.redactCause(err)}
}

// readBody reads an answer of at most maxBody bytes.
func readBody(response *Response) ([]byte, error) {
	if length, ok := ascii.Number(response.Header["content-length"], 10, 1<<50); ok && length > maxBody {
		return nil, errTooLarge
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, maxBody+1))
	if err == nil && len(body) > maxBody {
		return nil, errTooLarge
	}
	return body, err
}
