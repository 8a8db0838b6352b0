package mastodon

import (
	"context"
	"io"
)

// Doer performs one HTTP exchange. It sends no cookies and follows redirects
// of GET requests. An error means that no answer arrived; it wraps a
// [*NoAnswer] where the Doer knows why.
type Doer interface {
	Do(ctx context.Context, request *Request) (*Response, error)
}

// Request is what a [Doer] sends.
type Request struct {
	Method string
	URL    string
	Header map[string]string
	Body   []byte // nil for none
}

// Response is what a [Doer] receives. The caller closes the body; it may stop
// reading at any point.
type Response struct {
	Status int
	Header map[string]string // lower-case names; several values joined with ", "
	Body   io.ReadCloser
	URL    string // where the answer came from after redirects; empty if there were none
}

// Cause tells why no answer arrived.
type Cause string

// The causes of a [NoAnswer]. Browsers tell few of them apart.
const (
	CauseOffline   Cause = "offline"   // this device has no network, and nothing was sent
	CauseDNS       Cause = "dns"       // the name is unknown
	CauseRefused   Cause = "refused"   // nobody listens there
	CauseTLS       Cause = "tls"       // the server's certificate or encryption is bad
	CauseTimeout   Cause = "timeout"   // it took too long
	CauseRedirects Cause = "redirects" // they go in circles
	CauseCORS      Cause = "cors"      // there is an answer, but pages of other sites may not read it
)

// Unsent reports whether, for this cause, certainly nothing was sent.
func (c Cause) Unsent() bool {
	return c == CauseOffline || c == CauseDNS || c == CauseRefused
}

// NoAnswer is why no answer arrived, as far as a [Doer] knows.
type NoAnswer struct {
	Cause Cause
	Err   error
}

// Error gives the cause and what is behind it.
func (e *NoAnswer) Error() string { return string(e.Cause) + ": " + e.Err.Error() }

// Unwrap returns what is behind the cause.
func (e *NoAnswer) Unwrap() error { return e.Err }
