package mastodontest

import (
	"net/http"
	"slices"
	"time"
)

// Request is a request that the server received. It holds whatever was sent,
// secrets included.
type Request struct {
	At     time.Time
	Method string
	Path   string
	Query  string
	Origin string // the page that sent it
	IP     string
	Header http.Header
	Body   string
	Status int // of the answer; 0 while there is none
}

// Requests lists what the server received, oldest first, preflights included.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.log)
}

// Received lists the requests of one method and path, oldest first.
func (s *Server) Received(method, path string) []Request {
	return slices.DeleteFunc(s.Requests(), func(r Request) bool { return r.Method != method || r.Path != path })
}

// arrive writes a request into the log and finds the fault that happens to it.
func (s *Server) arrive(c *call) (*Fault, int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = append(s.log, Request{At: s.settings.Now(), Method: c.Method, Path: c.URL.Path, Query: c.URL.RawQuery,
		Origin: c.Header.Get("Origin"), IP: c.ip, Header: c.Header.Clone(), Body: string(c.body)})
	return s.takeFault(c.Request), len(s.log) - 1
}

func (s *Server) leave(entry, status int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log[entry].Status = status
}
