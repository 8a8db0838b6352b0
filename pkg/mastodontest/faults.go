package mastodontest

import (
	"math"
	"net/http"
	"strings"
	"time"
)

// Fault is something that goes wrong with requests. It leaves alone the
// preflights of browsers, unless Method is OPTIONS or Preflights is set.
type Fault struct {
	Method     string // empty: any
	Path       string // as the request's, or ending with * for all below; empty: any
	Times      int    // for that many requests; 0 for one; Always
	Preflights bool   // those of the requests as well, as before a proxy

	Drop      bool          // the connection breaks before the server does anything
	AfterWork bool          // with Drop: after it did everything
	Delay     time.Duration // before anything else
	Status    int           // is answered instead, with Body, before the server does anything
	Body      string
	Redirect  string // the answer leads to this address, or to Itself; Status 302 unless set
	Truncate  bool   // the connection breaks when half of the answer's body is sent
	NoCORS    bool   // the headers that let a page read the answer are missing, as from a proxy
}

// Always is the Times of a fault that lasts until ClearFaults.
const Always = math.MaxInt

// Itself is the Redirect of a fault that sends requests in circles.
const Itself = "itself"

// ProxyDown is what a visitor gets from the proxy before a server that is
// down: a page with status 502 that no page of another site can read.
func ProxyDown() Fault {
	return Fault{Times: Always, Preflights: true, Status: http.StatusBadGateway, NoCORS: true,
		Body: "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"}
}

// BotChallenge is what a visitor gets from a network that wants to see a
// browser first: a page with status 403 that no page of another site can read.
func BotChallenge() Fault {
	return Fault{Times: Always, Preflights: true, Status: http.StatusForbidden, NoCORS: true,
		Body: "<html><head><title>Just a moment...</title></head><body><h1>Checking that you are human</h1></body></html>"}
}

func (f *Fault) matches(r *http.Request) bool {
	method := r.Method
	if isPreflight(r) && f.Method != http.MethodOptions {
		if !f.Preflights {
			return false
		}
		method = r.Header.Get("Access-Control-Request-Method")
	}
	if f.Method != "" && f.Method != method {
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
	if f.Redirect != "" && f.Status == 0 {
		f.Status = http.StatusFound
	}
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
