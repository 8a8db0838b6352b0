package mastodon_test

import (
	"context"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/require"
)

// answering is a Doer that gives the same answer to every request, and keeps
// the last one.
type answering struct {
	status int
	header map[string]string
	body   string
	reader io.Reader // instead of body
	err    error
	url    string // after redirects
	last   *mastodon.Request
	paths  []string
	closed int
}

func (d *answering) Do(_ context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	d.last = r
	d.paths = append(d.paths, strings.TrimPrefix(r.URL, "https://example.social"))
	if d.err != nil {
		return nil, d.err
	}
	var body io.Reader = strings.NewReader(d.body)
	if d.reader != nil {
		body = d.reader
	}
	return &mastodon.Response{Status: d.status, Header: d.header, Body: closer{body, &d.closed}, URL: d.url}, nil
}

type closer struct {
	io.Reader
	closed *int
}

func (c closer) Close() error {
	*c.closed++
	return nil
}

// byPath answers by the path of a request; 404 in JSON where it has nothing.
type byPath map[string]string

func (d byPath) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	body, ok := d[strings.TrimPrefix(r.URL, "https://example.social")]
	if !ok {
		return (&answering{status: 404, body: `{"error":"Not Found"}`}).Do(ctx, r)
	}
	status := 200
	if code, rest, found := strings.Cut(body, " "); found && len(code) == 3 {
		if number, err := strconv.Atoi(code); err == nil {
			status, body = number, rest
		}
	}
	return (&answering{status: status, body: body}).Do(ctx, r)
}

// web answers by the whole address of a request, and follows redirects:
// "-> https://…". What it does not have is a 404.
type web map[string]string

func (d web) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	a := &answering{status: 200, body: d[r.URL]}
	for {
		to, redirected := strings.CutPrefix(a.body, "-> ")
		if !redirected {
			break
		}
		a.url, a.body = to, d[to]
	}
	if a.body == "" {
		a.status, a.body = 404, `{"error":"Not Found"}`
	}
	return a.Do(ctx, r)
}

func client(t testing.TB, doer mastodon.Doer) *mastodon.Client {
	t.Helper()
	server, err := mastodon.ParseServer("example.social")
	require.NoError(t, err)
	return mastodon.NewClient(server, doer)
}

func asError(t *testing.T, err error) *mastodon.Error {
	t.Helper()
	var e *mastodon.Error
	require.ErrorAs(t, err, &e)
	return e
}
