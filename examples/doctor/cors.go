package main

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// The rules by which browsers let a page read the answers of another site, for
// requests without cookies.

// fetching sends each request, those after a redirect too, in the name of the
// page, and fails where the answer does not let the page read it.
type fetching struct{ transport http.RoundTripper }

// hiddenError is an answer that a browser keeps from the page.
type hiddenError struct {
	status int
	reason string
}

func (e *hiddenError) Error() string { return e.reason }

func (f fetching) RoundTrip(r *http.Request) (*http.Response, error) {
	from := origin
	if leftItsOrigin(r) {
		from = "null"
	}
	sent := r.Clone(r.Context())
	sent.Header.Set("Origin", from)
	response, err := f.transport.RoundTrip(sent)
	if err != nil {
		return nil, err
	}
	reason := originReason(response.Header.Values("Access-Control-Allow-Origin"), from)
	if reason == "" {
		return response, nil
	}
	response.Body.Close()
	if response.StatusCode >= 300 && response.StatusCode < 400 {
		reason += ", on a redirect"
	}
	return nil, &hiddenError{response.StatusCode, reason}
}

// leftItsOrigin reports whether redirects led from one origin to another, after
// which browsers no longer say who asks.
func leftItsOrigin(r *http.Request) bool {
	for r.Response != nil && r.Response.Request != nil {
		before := r.Response.Request
		if before.URL.Scheme != r.URL.Scheme || before.URL.Host != r.URL.Host {
			return true
		}
		r = before
	}
	return false
}

// originReason tells why a page must not read an answer with these values of
// Access-Control-Allow-Origin; empty if it may.
func originReason(allowed []string, from string) string {
	switch {
	case len(allowed) == 0:
		return "no Access-Control-Allow-Origin"
	case len(allowed) > 1 || strings.Contains(allowed[0], ","):
		return "more than one Access-Control-Allow-Origin"
	case allowed[0] != "*" && allowed[0] != from:
		return "Access-Control-Allow-Origin is " + clean(allowed[0], 60) + " only"
	}
	return ""
}

// preflightReason tells why a browser would not send the request after this
// answer; empty if it would.
func preflightReason(r *mastodon.Response, method string, headers []string) string {
	var allowed []string
	if value, there := r.Header["access-control-allow-origin"]; there {
		allowed = []string{value}
	}
	if reason := originReason(allowed, origin); reason != "" {
		return reason
	}
	if r.Status < 200 || r.Status > 299 {
		return fmt.Sprintf("the preflight is answered with %d", r.Status)
	}
	if methods := list(r.Header["access-control-allow-methods"]); method != http.MethodGet && method != http.MethodPost &&
		!slices.Contains(methods, strings.ToLower(method)) && !slices.Contains(methods, "*") {
		return method + " is not in Access-Control-Allow-Methods"
	}
	named := list(r.Header["access-control-allow-headers"])
	for _, header := range headers {
		// The star never covers Authorization.
		if !slices.Contains(named, header) && (header == "authorization" || !slices.Contains(named, "*")) {
			return http.CanonicalHeaderKey(header) + " is not in Access-Control-Allow-Headers"
		}
	}
	return ""
}

// unsafeHeaders are the headers, in small letters and sorted, for which
// browsers ask before they send them.
func unsafeHeaders(header map[string]string) []string {
	var names []string
	for name, value := range header {
		switch name = strings.ToLower(name); name {
		case "accept", "accept-language", "content-language":
			continue
		case "content-type":
			kind, _, _ := strings.Cut(value, ";")
			if kind == "application/x-www-form-urlencoded" || kind == "multipart/form-data" || kind == "text/plain" {
				continue
			}
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// shownHeaders are those of an answer's headers that a page may read.
func shownHeaders(header map[string]string) map[string]string {
	exposed := list(header["access-control-expose-headers"])
	shown := map[string]string{}
	for name, value := range header {
		switch name {
		case "cache-control", "content-language", "content-length", "content-type", "expires", "last-modified", "pragma":
			shown[name] = value
		default:
			if slices.Contains(exposed, name) || slices.Contains(exposed, "*") {
				shown[name] = value
			}
		}
	}
	return shown
}

// rateLimitOf reports whether a page learns how many calls are left.
func rateLimitOf(header map[string]string) RateLimit {
	names := []string{"x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"}
	shown := shownHeaders(header)
	for _, name := range names {
		if _, sent := header[name]; !sent {
			return RateLimitNone
		}
	}
	for _, name := range names {
		if _, readable := shown[name]; !readable {
			return RateLimitHidden
		}
	}
	return RateLimitExposed
}

// list reads a header's list, in small letters.
func list(value string) []string {
	items := strings.Split(strings.ToLower(value), ",")
	for i, item := range items {
		items[i] = strings.TrimSpace(item)
	}
	return items
}
