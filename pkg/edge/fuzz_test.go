package edge_test

import (
	"bytes"
	"context"
	"encoding/json"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// stranger is a Doer to servers that answer anything.
type stranger struct {
	t      *testing.T
	bodies map[string]string // by path
	status int
}

func (d stranger) Do(_ context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	u, err := url.Parse(r.URL)
	if err != nil || u.Scheme != "https" || u.Host != "example.social" && u.Host != "xn--bcher-kva.example" || r.Method != http.MethodPost {
		d.t.Errorf("asks %s", r.URL)
	}
	body, known := d.bodies[u.Path]
	if !known {
		d.t.Errorf("asks %s", r.URL)
	}
	return &mastodon.Response{Status: d.status, Body: readCloser{strings.NewReader(body)}}, nil
}

// asked is what a page of the site is told by a broker of two servers, and
// what the broker logs.
func asked(t *testing.T, doer stranger, r *http.Request) (*httptest.ResponseRecorder, string) {
	var logged bytes.Buffer
	handler := edge.New(edge.Config{
		Servers: []string{"example.social", "bücher.example"},
		Sites:   []edge.Site{{ReturnURL: returnURL}},
		Store:   edge.NewMemory(), Doer: doer, Log: log.New(&logged, "", 0),
	})
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, r)
	return recorder, logged.String()
}

func FuzzWhatServersAnswer(f *testing.F) {
	f.Add(200, `{"client_id":"id","client_secret":"secret"}`, `{"access_token":"token","token_type":"Bearer","scope":"read write"}`)
	f.Add(200, `{"client_id":"id","client_secret":"secret"}`, `{"access_token":"to\nken","token_type":"bearer"}`)
	f.Add(422, `{"error":"No.\nregistered"}`, "")
	f.Add(429, "", "")
	f.Add(307, "<", "[")
	f.Fuzz(func(t *testing.T, status int, app, token string) {
		recorder, logged := asked(t, stranger{t, map[string]string{"/api/v1/apps": app, "/oauth/token": token}, status},
			post(origin, "example.social", returnURL))
		var a answer
		if err := json.Unmarshal(recorder.Body.Bytes(), &a); err != nil {
			t.Fatalf("%q: %v", recorder.Body, err)
		}
		switch recorder.Code {
		case 200:
			if strings.IndexFunc(a.Token+a.Scope, func(r rune) bool { return r < ' ' || r > '~' }) >= 0 || a.Token == "" || a.TokenType != "Bearer" {
				t.Errorf("hands out %q", recorder.Body)
			}
		case 403, 429, 502:
			if a.Code == "" || a.Token != "" {
				t.Errorf("refuses with %q", recorder.Body)
			}
		default:
			t.Errorf("answers %d", recorder.Code)
		}
		lines := strings.Split(strings.TrimSuffix(logged, "\n"), "\n")
		if len(lines) > 2 {
			t.Errorf("logs %q", logged)
		}
		for _, line := range lines {
			if strings.IndexFunc(line, func(r rune) bool { return !unicode.IsGraphic(r) }) >= 0 {
				t.Errorf("logs %q", logged)
			}
		}
	})
}

func FuzzQuestionsReachListedServersOnly(f *testing.F) {
	f.Add(origin, "example.social", returnURL)
	f.Add(origin, "https://xn--bcher-kva.example", returnURL)
	f.Add(origin, "BÜCHER.example:443", "https://WWW.example.org:443/joined?from=mail")
	f.Add(origin, "example.social@evil.example", returnURL)
	f.Add(origin, "https://example.social.evil.example/", returnURL)
	f.Add(origin+"/", "example.social\nevil.example", returnURL+"\x00")
	f.Fuzz(func(t *testing.T, from, server, page string) {
		if strings.ContainsAny(from, "\r\n\x00") { // such a header does not arrive
			return
		}
		doer := stranger{t, map[string]string{
			"/api/v1/apps": `{"client_id":"id","client_secret":"secret"}`,
			"/oauth/token": `{"access_token":"token","token_type":"Bearer"}`,
		}, 200}
		recorder, _ := asked(t, doer, post(from, server, page))
		if recorder.Code == 200 && from != origin {
			t.Errorf("hands out a token to %q", from)
		}
		if allowed := recorder.Header().Get("Access-Control-Allow-Origin"); allowed != "" && allowed != origin {
			t.Errorf("lets %q read it", allowed)
		}
	})
}
