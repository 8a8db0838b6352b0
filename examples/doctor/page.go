package main

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
)

// origin is the site that the page seems to be on.
const origin = "https://site.example"

// page sends requests as the widget on a page of another site does. It is a
// Doer that keeps from its caller what a browser would keep from the page, and
// notes for each call whether the page got its answer.
type page struct {
	fetch mastodon.Doer // holds every answer against its headers
	plain mastodon.Doer // for what browsers ask on their own

	mu    sync.Mutex
	calls []Call
}

func newPage(transport http.RoundTripper) *page {
	return &page{
		fetch: nethttp.New(&http.Client{Transport: fetching{transport}}),
		plain: nethttp.New(&http.Client{Transport: transport}),
	}
}

// Do fails where a browser would.
func (p *page) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	c := callOf(r.Method, r.URL)
	response, err := p.do(ctx, r, &c)
	p.mu.Lock()
	defer p.mu.Unlock()
	if i := slices.IndexFunc(p.calls, c.same); i >= 0 {
		p.calls[i] = c
	} else {
		p.calls = append(p.calls, c)
	}
	return response, err
}

func (p *page) do(ctx context.Context, r *mastodon.Request, c *Call) (*mastodon.Response, error) {
	if headers := unsafeHeaders(r.Header); len(headers) > 0 {
		if err := p.preflight(ctx, r.URL, c, headers); err != nil {
			return nil, err
		}
	}
	response, err := p.fetch.Do(ctx, r)
	var hidden *hiddenError
	switch {
	case errors.As(err, &hidden):
		c.Status = hidden.status
		return nil, c.block(hidden.Error())
	case err != nil:
		return nil, c.lose(ctx, err)
	}
	c.Status = response.Status
	if r.Method != http.MethodGet && response.Status >= 300 && response.Status < 400 {
		response.Body.Close()
		return nil, c.block("it is redirected, which the widget follows for GET alone")
	}
	c.RateLimit = rateLimitOf(response.Header)
	c.Result = ResultAllowed
	shown := *response
	shown.Header = shownHeaders(response.Header)
	return &shown, nil
}

// ask sends only the question that a browser puts before a request with these
// headers, and notes what the browser would do next.
func (p *page) ask(ctx context.Context, method, url string, headers ...string) {
	c := callOf(method, url)
	if p.preflight(ctx, url, &c, headers) == nil {
		c.Result = ResultAllowed
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if !slices.ContainsFunc(p.calls, c.same) { // an answer tells more
		p.calls = append(p.calls, c)
	}
}

func (p *page) preflight(ctx context.Context, url string, c *Call, headers []string) error {
	asked := map[string]string{"Origin": origin, "Access-Control-Request-Method": c.Method}
	if len(headers) > 0 {
		asked["Access-Control-Request-Headers"] = strings.Join(headers, ",")
	}
	response, err := p.plain.Do(ctx, &mastodon.Request{Method: http.MethodOptions, URL: url, Header: asked})
	if err != nil {
		return c.lose(ctx, err)
	}
	response.Body.Close()
	c.Preflight = response.Status
	if reason := preflightReason(response, c.Method, headers); reason != "" {
		return c.block(reason)
	}
	return nil
}

// blocked reports whether a browser kept any answer from the page.
func (p *page) blocked() bool {
	return slices.ContainsFunc(p.noted(), func(c Call) bool { return c.Result == ResultBlocked })
}

// noted are all calls so far, in the order in which they were first made.
func (p *page) noted() []Call {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.calls)
}

func callOf(method, url string) Call {
	_, address, _ := strings.Cut(url, "://")
	address, _, _ = strings.Cut(address, "?")
	host, path, _ := strings.Cut(address, "/")
	c := Call{Method: method, Host: host, Path: "/" + path}
	c.Purpose, c.Needed = purposeOf(c)
	return c
}

func (c Call) same(other Call) bool {
	return c.Method == other.Method && c.Host == other.Host && c.Path == other.Path
}

// block notes that a browser would keep the answer. The error is what the
// widget's own Doer gives then.
func (c *Call) block(reason string) error {
	c.Result, c.Reason = ResultBlocked, reason
	return &mastodon.NoAnswer{Cause: mastodon.CauseCORS, Err: errors.New(reason)}
}

// lose notes that there was no answer.
func (c *Call) lose(ctx context.Context, err error) error {
	c.Result, c.Reason = ResultUnanswered, "no answer in time"
	if ctx.Err() == nil {
		c.Reason = causeOf(err)
	}
	return err
}

// causeOf says in words why no answer came.
func causeOf(err error) string {
	cause := mastodon.Cause("")
	if none, ok := errors.AsType[*mastodon.NoAnswer](err); ok {
		cause = none.Cause
	}
	if failed, ok := errors.AsType[*url.Error](err); ok { // which repeats the address
		err = failed.Err
	}
	switch cause {
	case mastodon.CauseOffline:
		return "this computer is offline"
	case mastodon.CauseDNS:
		return "there is no server of this name (DNS)"
	case mastodon.CauseRefused:
		return "nothing is listening there"
	case mastodon.CauseTLS:
		return "its certificate or encryption is bad: " + clean(err.Error(), 200)
	case mastodon.CauseTimeout:
		return "no answer in time"
	case mastodon.CauseRedirects:
		return "it redirects in circles"
	}
	return "no answer: " + clean(err.Error(), 200)
}
