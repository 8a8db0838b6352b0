package mastodontest

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
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
	windows  map[string]int // calls counted by throttle, key and window
	lastID   int
}

// New returns a server that listens nowhere: use it as a handler, or through
// Client.
func New(settings Settings) *Server {
	s := &Server{
		apps: map[string]*app{}, tokens: map[string]*token{}, windows: map[string]int{},
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
	a := s.flavour.route(s, c)
	s.addCORS(c, &a)
	return a
}

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

// purge deletes accounts whose address was not confirmed in time and, as
// Mastodon did for a while, apps a day old that nobody used.
func (s *Server) purge(now time.Time) {
	for _, u := range slices.Clone(s.users) {
		if s.flavour.rails && !u.confirmed && !u.deleted && now.Sub(u.confirmationSent) > time.Duration(s.features.unconfirmedDays)*24*time.Hour {
			s.deleteUser(u)
		}
	}
	if !s.features.deletesUnusedApps {
		return
	}
	used := map[*app]bool{}
	for _, t := range s.tokens {
		used[t.app] = true
	}
	for _, u := range s.users {
		used[u.app] = true
	}
	for id, a := range s.apps {
		if !used[a] && now.Sub(a.created) > 24*time.Hour {
			delete(s.apps, id)
		}
	}
}
