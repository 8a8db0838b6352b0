package edge_test

import (
	"bytes"
	"encoding/json"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	origin    = "https://www.example.org"
	returnURL = "https://www.example.org/joined?from=mail"
)

// setup is a broker in front of a simulated server, all within the process.
type setup struct {
	t       *testing.T
	server  *mastodontest.Server
	handler http.Handler

	mu      sync.Mutex
	log     bytes.Buffer
	answers bytes.Buffer // all that pages were told, but for the tokens
}

// start makes a broker for example.social and two sites. When the test ends, it
// makes sure that no secret got out.
func start(t *testing.T, change func(*edge.Config)) *setup {
	s := &setup{t: t, server: mastodontest.New(mastodontest.Settings{})}
	config := edge.Config{
		Servers: []string{"example.social", "other.example"},
		Sites:   []edge.Site{{ReturnURL: returnURL, AppName: "Example"}, {ReturnURL: "https://blog.example.org"}},
		Store:   edge.NewMemory(),
		Doer:    nethttp.New(s.server.Client()),
		Log:     log.New(s, "", 0),
	}
	if change != nil {
		change(&config)
	}
	s.handler = edge.New(config)
	t.Cleanup(func() {
		for _, secret := range s.secrets() {
			assert.NotContains(t, s.log.String(), secret)
			assert.NotContains(t, s.answers.String(), secret)
		}
	})
	return s
}

// Write takes the log.
func (s *setup) Write(line []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.Write(line)
}

// secrets are the client credentials that the broker sent.
func (s *setup) secrets() []string {
	var secrets []string
	for _, request := range s.server.Requests() {
		form, _ := url.ParseQuery(request.Body)
		for _, name := range []string{"client_id", "client_secret"} {
			if secret := form.Get(name); secret != "" {
				secrets = append(secrets, secret)
			}
		}
	}
	return secrets
}

// registrations counts the apps that the broker asked for.
func (s *setup) registrations() int { return s.sent("/api/v1/apps") }

func (s *setup) sent(path string) (count int) {
	for _, request := range s.server.Requests() {
		if request.Path == path {
			count++
		}
	}
	return count
}

// answer is what a page gets.
type answer struct {
	Status      int
	Header      http.Header
	Body        string
	Token       string `json:"access_token"`
	TokenType   string `json:"token_type"`
	Scope       string `json:"scope"`
	CreatedAt   int64  `json:"created_at"`
	Code        string `json:"error"`
	Description string `json:"error_description"`
}

func (s *setup) do(r *http.Request) answer {
	recorder := httptest.NewRecorder()
	s.handler.ServeHTTP(recorder, r)
	a := answer{Status: recorder.Code, Header: recorder.Header(), Body: recorder.Body.String()}
	if a.Body != "" {
		require.Equal(s.t, "application/json; charset=utf-8", a.Header.Get("Content-Type"))
		require.NoError(s.t, json.Unmarshal([]byte(a.Body), &a), a.Body)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.answers.WriteString(a.Body)
	return a
}

func post(origin, server, returnURL string) *http.Request {
	form := url.Values{"server": {server}, "return_url": {returnURL}}
	r := httptest.NewRequest(http.MethodPost, "/v1/app-token", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if origin != "" {
		r.Header.Set("Origin", origin)
	}
	return r
}

// ask asks as a page of the first site does.
func (s *setup) ask() answer { return s.do(post(origin, "example.social", returnURL)) }
