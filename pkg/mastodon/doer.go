package mastodon

import (
	"context"
	"io"
)

// Doer performs one HTTP exchange. It sends no cookies and follows redirects
// of GET requests. An error means that no answer arrived.
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
}
