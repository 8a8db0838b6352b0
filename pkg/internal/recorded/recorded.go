// Package recorded replays what real servers answered, for tests: a second
// server beside the simulated one, which nobody of this project wrote. The
// recordings, and what stands in them, are in pkg/mastodontest/testdata/real.
package recorded

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// Host is the name of each recorded server.
const Host = "example.social"

// Call is one call and what was answered.
type Call struct {
	ID  string `json:"id"`
	Req struct {
		Method string `json:"method"`
		Path   string `json:"path"`
		Body   string `json:"body"`
	} `json:"req"`
	Status  int               `json:"status"`
	Headers map[string]string `json:"headers"`
	Body    json.RawMessage   `json:"body"`
}

// Path is the call's path without the query.
func (c *Call) Path() string {
	path, _, _ := strings.Cut(c.Req.Path, "?")
	return path
}

// isJSON reports whether the answer was JSON. The text of another one stands as
// a text in the recording.
func (c *Call) isJSON() bool { return len(c.Body) > 0 && c.Body[0] != '"' }

// Recording is what the server of one version answered.
type Recording struct {
	Version string
	Calls   []*Call // in the order in which they were made
}

// All reads all recordings.
func All(t testing.TB) []*Recording {
	t.Helper()
	var all []*Recording
	for _, version := range []string{"4.3.23", "4.5.15", "4.6.5"} {
		text, err := os.ReadFile("../mastodontest/testdata/real/mastodon-" + version + ".jsonl")
		if err != nil {
			t.Fatal(err)
		}
		r := &Recording{Version: version}
		for line := range bytes.Lines(text) {
			c := &Call{}
			if err := json.Unmarshal(line, c); err != nil {
				t.Fatalf("Mastodon %s: %v in %.100s", version, err, line)
			}
			r.Calls = append(r.Calls, c)
		}
		all = append(all, r)
	}
	return all
}

// Server answers each call as a recorded server did. What it answers to a call
// is the newest that was played.
type Server struct {
	*Recording
	t             testing.TB
	mu            sync.Mutex
	playing       map[string]*Call // by method and path
	registrations json.RawMessage  // in the instance document; nil for those that stand there
}

// Start is a server of the recording. At first it is open, takes the sign-up,
// and the account waits for its confirmation.
func (r *Recording) Start(t testing.TB) *Server {
	t.Helper()
	s := &Server{Recording: r, t: t, playing: map[string]*Call{}}
	s.Play("doc /api/v2/instance", "doc /api/v1/instance", "doc privacy_policy", "doc extended_description", "doc terms_of_service",
		"doc /.well-known/nodeinfo", "doc nodeinfo", "app plain", "token plain", "acct success", "look free", "life revoke")
	s.PlayLife("unconfirmed")
	return s
}

func (s *Server) find(id string) *Call {
	s.t.Helper()
	for _, c := range s.Calls {
		if c.ID == id {
			return c
		}
	}
	s.t.Fatalf("Mastodon %s: no call %q was recorded", s.Version, id)
	return nil
}

// Play gives the answers of these calls from now on, to every call with the
// same method and path. The registrations of another mode, which were recorded
// alone, go into the instance document.
func (s *Server) Play(ids ...string) {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, id := range ids {
		c := s.find(id)
		if strings.HasSuffix(id, " registrations") {
			s.registrations = c.Body
			continue
		}
		s.playing[c.Req.Method+" "+c.Path()] = c
	}
}

// PlayLife gives the answers that an account's token got in a state.
func (s *Server) PlayLife(state string) {
	s.t.Helper()
	s.Play("life "+state+" vc", "life "+state+" check", "life "+state+" resend", "life "+state+" app")
}

// Client is an HTTP client whose calls all reach the server.
func (s *Server) Client() *http.Client { return &http.Client{Transport: s} }

// RoundTrip answers a request. A call that was not recorded fails the test.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if r.Body != nil {
		defer r.Body.Close()
	}
	c := s.playing[r.Method+" "+r.URL.Path]
	if c == nil {
		s.t.Errorf("Mastodon %s: %s %s was not recorded", s.Version, r.Method, r.URL.Path)
		return nil, fmt.Errorf("%s %s was not recorded", r.Method, r.URL.Path)
	}
	header := http.Header{"Content-Type": {"application/json; charset=utf-8"}}
	for name, value := range c.Headers {
		header.Set(name, value)
	}
	if header.Get("X-RateLimit-Limit") != "" { // whose end was not recorded
		header.Set("X-RateLimit-Reset", time.Now().UTC().Add(5*time.Minute).Format("2006-01-02T15:04:05.000000Z"))
	}
	body := s.body(c)
	return &http.Response{StatusCode: c.Status, Header: header, Body: io.NopCloser(strings.NewReader(body)),
		ContentLength: int64(len(body)), Request: r, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1}, nil
}

// examples stand in for what every run has its own of.
var examples = strings.NewReplacer(
	"<43>", strings.Repeat("Ex4mple_", 5)+"43-", "<n>", "1", "<key>", "BKey=", "<code>", "AbCd1234",
	"<time>", "2026-08-01T10:00:00.000", `"<epoch>"`, "1785578400",
	"<origin>", "https://"+Host, "<host>", Host, "<name>", "alice",
)

// body is the text of an answer, with examples where the recording has none.
func (s *Server) body(c *Call) string {
	if !c.isJSON() {
		var text string
		if err := json.Unmarshal(c.Body, &text); err != nil {
			s.t.Errorf("Mastodon %s, %s: %v", s.Version, c.ID, err)
		}
		return examples.Replace(text)
	}
	text := examples.Replace(string(c.Body))
	var o map[string]any
	if c.Status != http.StatusOK || json.Unmarshal([]byte(text), &o) != nil {
		return text
	}
	whole, err := json.Marshal(s.whole(c, o))
	if err != nil {
		s.t.Errorf("Mastodon %s, %s: %v", s.Version, c.ID, err)
	}
	return string(whole)
}

// whole is the document of which a recording tells only what matters.
func (s *Server) whole(c *Call, o map[string]any) map[string]any {
	switch c.Path() {
	case "/api/v2/instance":
		registrations := o["registrations"]
		if s.registrations != nil {
			registrations = s.registrations
		}
		return map[string]any{"domain": Host, "title": "Mastodon", "version": s.Version,
			"registrations": registrations, "rules": o["rules"], "api_versions": o["api_versions"],
			"configuration": map[string]any{"urls": o["urls"], "limited_federation": o["limited"]}}
	case "/api/v1/instance":
		o["uri"], o["title"], o["version"] = Host, "Mastodon", s.Version
	case "/nodeinfo/2.0":
		return map[string]any{"version": "2.0", "openRegistrations": o["open"],
			"software": map[string]any{"name": o["software"], "version": s.Version}}
	case "/api/v1/instance/privacy_policy", "/api/v1/instance/extended_description":
		return map[string]any{"updated_at": "2026-08-01T10:00:00Z", "content": "<p>Be kind.</p>"}
	case "/api/v1/accounts/verify_credentials", "/api/v1/accounts/lookup":
		return map[string]any{"id": "1", "username": "alice", "acct": "alice", "url": "https://" + Host + "/@alice"}
	}
	return o
}
