// Package nethttp carries pkg/mastodon's requests over net/http, for programs
// outside the browser.
package nethttp

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

const userAgent = "fedi-signup (+https://github.com/fedi-signup/fedi-signup)"

// New returns a Doer over a client, or over one with the default transport if
// client is nil. Cookies are neither sent nor kept. Redirects are followed as
// the client would, but only from a GET: a redirected POST would lose its body
// or send secrets to another server. No server learns from a Referer about another,
// or gets a token that was meant for another.
func New(client *http.Client) mastodon.Doer {
	if client == nil {
		client = &http.Client{}
	}
	own := *client
	own.Jar = nil
	own.CheckRedirect = func(next *http.Request, via []*http.Request) error {
		if via[0].Method != http.MethodGet {
			return http.ErrUseLastResponse
		}
		next.Header.Del("Referer")
		if first := via[0].URL; next.URL.Scheme != first.Scheme || next.URL.Host != first.Host {
			next.Header.Del("Authorization")
		}
		if client.CheckRedirect != nil {
			return client.CheckRedirect(next, via)
		}
		if len(via) >= 10 {
			return errRedirects
		}
		return nil
	}
	return doer{&own}
}

type doer struct{ client *http.Client }

func (d doer) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	var body io.Reader
	if r.Body != nil {
		body = bytes.NewReader(r.Body)
	}
	request, err := http.NewRequestWithContext(ctx, r.Method, r.URL, body)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", userAgent)
	for name, value := range r.Header {
		request.Header.Set(name, value)
	}
	response, err := d.client.Do(request)
	if err != nil {
		return nil, explained(err)
	}
	header := make(map[string]string, len(response.Header))
	for name, values := range response.Header {
		header[strings.ToLower(name)] = strings.Join(values, ", ")
	}
	answer := &mastodon.Response{Status: response.StatusCode, Header: header, Body: response.Body}
	if last := response.Request; last != nil && last.URL.String() != request.URL.String() {
		answer.URL = last.URL.String()
	}
	return answer, nil
}

var errRedirects = errors.New("stopped after 10 redirects")

// explained adds why no answer arrived, where that is known.
func explained(err error) error {
	var dns *net.DNSError
	var timeout net.Error
	cause := mastodon.Cause("")
	switch {
	case errors.Is(err, context.Canceled):
	case errors.Is(err, errRedirects):
		cause = mastodon.CauseRedirects
	case errors.As(err, &timeout) && timeout.Timeout(): // or the context's deadline
		cause = mastodon.CauseTimeout
	case errors.As(err, &dns):
		cause = mastodon.CauseDNS
	case errors.Is(err, syscall.ECONNREFUSED):
		cause = mastodon.CauseRefused
	case errors.Is(err, syscall.ENETUNREACH):
		cause = mastodon.CauseOffline
	case errors.Is(err, http.ErrSchemeMismatch), strings.Contains(err.Error(), ": tls: "):
		// crypto/tls exports few of its errors, but all of them begin alike.
		cause = mastodon.CauseTLS
	}
	if cause == "" {
		return err
	}
	return &mastodon.NoAnswer{Cause: cause, Err: err}
}
