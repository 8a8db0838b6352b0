package mastodontest

import (
	"net/http"
	"strings"
	"time"
)

// Fault is something that goes wrong with requests. It leaves alone the
// preflights of browsers, unless Method is OPTIONS.
type Fault struct {
	Method string // empty: any
	Path   string // as the request's, or ending with * for all below; empty: any
	Times  int    // for that many requests; 0 for one

	Drop      bool          // the connection breaks before the server does anything
	AfterWork bool          // with Drop: after it did everything
	Delay     time.Duration // before anything else
	Status    int           // is answered instead, with Body, before the server does anything
	Body      string
	Truncate  bool // the connection breaks when half of the answer's body is sent
	NoCORS    bool // the headers that let a page read the answer are missing, as from a proxy
}

func (f *Fault) matches(r *http.Request) bool {
	if f.Method != r.Method && (f.Method != "" || isPreflight(r)) {
		return false
	}
	if below, ok := strings.CutSuffix(f.Path, "*"); ok {
		return strings.HasPrefix(r.URL.Path, below)
	}
	return f.Path == "" || f.Path == r.URL.Path
}

// Fail makes the next matching requests fail. Faults of one kind of request
// happen in the order in which they were asked for.
func (s *Server) Fail(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f.Times = max(f.Times, 1)
	s.faults = append(s.faults, &f)
}

// ClearFaults takes back what Fail asked for.
func (s *Server) ClearFaults() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// takeFault finds the fault that happens to a request.
func (s *Server) takeFault(r *http.Request) *Fault {
	for i, f := range s.faults {
		if !f.matches(r) {
			continue
		}
		happens := *f
		if f.Times--; f.Times == 0 {
			s.faults = append(s.faults[:i:i], s.faults[i+1:]...)
		}
		return &happens
	}
	return nil
}
