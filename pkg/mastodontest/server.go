package mastodontest

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Server is a simulated server. It is an [http.Handler] and may be used by
// many goroutines.
type Server struct {
	URL string // the origin where Start listens; empty after New

	mu       sync.Mutex
	settings Settings
	flavour  flavour
	features features
	apps     map[string]*app   // by client id
	tokens   map[string]*token // by access token
	users    []*user
	invites  []*Invite
	captchas []*captcha
	mails    []Mail
	log      []Request
	faults   []*Fault
	windows  map[string]int       // calls counted by throttle, key and window
	ends     map[string]time.Time // of windows that begin with a first call
	lastID   int
	trips    int // over mail domains that are not ASCII

	documents map[string]keptReply // that lag
	proxied   map[string]keptReply // by nginx
}

// New returns a server that listens nowhere: use it as a handler, or through
// Client.
func New(settings Settings) *Server {
	s := &Server{
		apps: map[string]*app{}, tokens: map[string]*token{}, windows: map[string]int{}, ends: map[string]time.Time{},
		documents: map[string]keptReply{}, proxied: map[string]keptReply{},
	}
	s.apply(settings)
	return s
}

// TB is the part of [testing.TB] that Start needs.
type TB interface {
	Helper()
	Cleanup(func())
}

// Start returns a server that listens on this machine until the test ends.
func Start(t TB, settings Settings) *Server {
	t.Helper()
	s := New(settings)
	listener := httptest.NewServer(s)
	t.Cleanup(listener.Close)
	s.URL = listener.URL
	return s
}

// Update flips switches of a running server.
func (s *Server) Update(change func(*Settings)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	settings := s.settings
	if settings.Version == s.flavour.version {
		settings.Version = "" // another kind of software has another one
	}
	change(&settings)
	s.apply(settings)
}

func (s *Server) apply(settings Settings) {
	s.flavour = flavourOf(settings)
	if settings.Version == "" {
		settings.Version = s.flavour.version
	}
	if settings.Title == "" {
		settings.Title = "Example"
	}
	if settings.Description == "" {
		settings.Description = "A place for examples."
	}
	if settings.ContactEmail == "" {
		settings.ContactEmail = "staff@example.social"
	}
	if len(settings.Languages) == 0 {
		settings.Languages = []string{"en"}
	}
	if settings.Now == nil {
		settings.Now = time.Now
	}
	s.settings, s.features = settings, imitatedFeatures
	if s.flavour.rails {
		s.features = featuresOf(mastodonVersion(settings.Version))
		s.features.glitch = strings.Contains(settings.Version, "+glitch")
	}
}

// now is the time on the server's clock.
func (s *Server) now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.settings.Now()
}

// maxBody is the size of a request that is read, in bytes.
const maxBody = 1 << 20

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(io.LimitReader(r.Body, maxBody))
	c := newCall(r, body)
	fault, entry := s.arrive(c)
	c.entry = entry
	if fault != nil && fault.Delay > 0 {
		timer := time.NewTimer(fault.Delay)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-r.Context().Done():
			panic(http.ErrAbortHandler)
		}
	}
	if fault != nil && fault.Drop && !fault.AfterWork {
		panic(http.ErrAbortHandler)
	}
	var a reply
	if fault != nil && fault.Status != 0 {
		a = s.failed(c, fault)
	} else {
		a = s.answer(c)
	}
	if fault != nil && fault.NoCORS {
		for name := range a.header {
			if strings.HasPrefix(name, "Access-Control-") {
				a.header.Del(name)
			}
		}
	}
	s.leave(entry, a.status)
	if fault != nil && fault.Drop {
		panic(http.ErrAbortHandler)
	}
	for name, values := range a.header {
		w.Header()[name] = values
	}
	if fault != nil && fault.Truncate {
		// What was promised and does not come makes the connection break.
		w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
		a.body = a.body[:len(a.body)/2]
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body)
}

// failed answers as a fault wants.
func (s *Server) failed(c *call, fault *Fault) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	kind := "text/plain; charset=utf-8"
	switch {
	case strings.HasPrefix(fault.Body, "{"), strings.HasPrefix(fault.Body, "["):
		kind = "application/json; charset=utf-8"
	case strings.HasPrefix(fault.Body, "<"):
		kind = "text/html; charset=utf-8"
	}
	a := reply{status: fault.Status, header: http.Header{"Content-Type": {kind}}, body: []byte(fault.Body)}
	switch fault.Redirect {
	case "":
	case Itself:
		a.header.Set("Location", c.origin+c.URL.RequestURI())
	default:
		a.header.Set("Location", fault.Redirect)
	}
	s.addCORS(c, &a)
	return a
}

// answer works on a request. All work happens under one lock.
func (s *Server) answer(c *call) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.now = s.settings.Now()
	if s.settings.Origin != "" {
		c.origin = s.settings.Origin
	}
	s.purge(c.now)
	if s.flavour.teapot && c.UserAgent() == "" {
		return errorReply(http.StatusTeapot, "I'm a teapot: no user-agent sent with request")
	}
	if a, ok := s.preflight(c); ok {
		return a
	}
	if a, ok := s.fromNginx(c); ok && s.settings.Nginx {
		return conditional(c, a)
	}
	a := s.flavour.route(s, c)
	s.addCORS(c, &a)
	if s.settings.Nginx {
		s.intoNginx(c, a)
	}
	if s.flavour.rails {
		a = conditional(c, a)
	}
	return a
}
