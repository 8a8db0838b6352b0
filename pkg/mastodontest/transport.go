package mastodontest

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
)

// Client returns a client that calls the server in the process, without a
// socket, whatever host a request names. Its calls seem to come from
// 192.0.2.1.
func (s *Server) Client() *http.Client { return s.ClientAt("192.0.2.1") }

// ClientAt is Client for calls from another address.
func (s *Server) ClientAt(ip string) *http.Client {
	return &http.Client{Transport: transport{s, ip}}
}

type transport struct {
	server *Server
	ip     string
}

// errDropped is what a dropped connection looks like in the process.
var errDropped = errors.New("connection reset by peer")

// RoundTrip runs the handler in its own goroutine, so that a cancelled request
// returns at once, as over a network.
func (t transport) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	var body []byte
	if r.Body != nil {
		var err error
		body, err = io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil {
			return nil, err
		}
	}
	served := r.Clone(ctx)
	served.Body = io.NopCloser(bytes.NewReader(body))
	served.RequestURI = r.URL.RequestURI()
	served.RemoteAddr = t.ip + ":49152"
	if strings.Contains(t.ip, ":") {
		served.RemoteAddr = "[" + t.ip + "]:49152"
	}
	if served.Host == "" {
		served.Host = r.URL.Host
	}
	if _, named := served.Header["User-Agent"]; !named {
		served.Header.Set("User-Agent", "Go-http-client/1.1") // as over a network
	}
	if r.URL.Scheme == "https" {
		served.TLS = &tls.ConnectionState{}
	}
	done := make(chan *http.Response, 1)
	go func() {
		recorder := httptest.NewRecorder()
		defer func() {
			if dropped := recover(); dropped != nil {
				if dropped != http.ErrAbortHandler {
					panic(dropped)
				}
				done <- nil
				return
			}
			response := recorder.Result()
			if r.Method == http.MethodHead {
				response.Body = http.NoBody
			} else if promised := response.ContentLength; promised > int64(recorder.Body.Len()) {
				response.Body = io.NopCloser(io.MultiReader(response.Body, broken{}))
			}
			done <- response
		}()
		t.server.ServeHTTP(recorder, served)
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case response := <-done:
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if response == nil {
			return nil, errDropped
		}
		response.Request = r
		return response, nil
	}
}

// broken is the end of a body whose connection broke.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
