package edge_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// world is the way to many servers. An app's id tells the server and the page
// that it is of, and so does its token.
type world struct {
	mu     sync.Mutex
	well   bool           // again
	apps   map[string]int // registrations by app
	open   int            // requests that are under way, or whose answers are being read
	most   int            // of them at a time
	length int            // of all answers that were read, in bytes
}

// appOf names the app of a server and a page.
func appOf(server, returnURL string) string {
	return strings.NewReplacer("https://", "", "/", "-").Replace(server + "." + returnURL)
}

// travel is how long a request is on its way.
const travel = 100 * time.Millisecond

func (w *world) RoundTrip(r *http.Request) (*http.Response, error) {
	w.opens(1)
	time.Sleep(travel)
	w.mu.Lock()
	defer w.mu.Unlock()
	sent, _ := io.ReadAll(r.Body)
	form, _ := url.ParseQuery(string(sent))
	text := `{"access_token":"` + form.Get("client_id") + `","token_type":"Bearer","scope":"read:accounts write:accounts"}`
	if r.URL.Path == "/api/v1/apps" {
		app := appOf(r.URL.Host, strings.Split(form.Get("redirect_uris"), "?")[0])
		w.apps[app]++
		text = `{"client_id":"` + app + `","client_secret":"secret"}`
	}
	answer := &http.Response{StatusCode: http.StatusOK, Header: http.Header{"Content-Type": {"application/json"}}, Request: r}
	read := &reading{w: w, ctx: r.Context(), rest: text}
	answer.Body = read
	if w.well {
		return answer, nil
	}
	switch r.URL.Host {
	case "slow.example":
		read.wait = 2 * time.Second
	case "broken.example":
		answer.StatusCode, read.rest = http.StatusInternalServerError, "<title>Sorry</title>"
	case "reset.example":
		w.open--
		return nil, errors.New("connection reset by peer")
	case "silent.example":
		read.wait = time.Hour
	case "endless.example":
		read.more = strings.Repeat("x", 4<<10)
	case "trickling.example":
		read.wait, read.more = time.Second, "x"
	}
	return answer, nil
}

func (w *world) opens(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.open += n
	w.most = max(w.most, w.open)
}

// reading is the body of an answer.
type reading struct {
	w    *world
	ctx  context.Context
	wait time.Duration // before each part
	rest string
	more string // which comes again and again
}

func (r *reading) Read(into []byte) (int, error) {
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case <-time.After(r.wait):
	}
	if r.rest == "" {
		r.rest = r.more
	}
	if r.rest == "" {
		return 0, io.EOF
	}
	n := copy(into, r.rest)
	r.rest = r.rest[n:]
	r.w.mu.Lock()
	defer r.w.mu.Unlock()
	r.w.length += n
	return n, nil
}

func (r *reading) Close() error {
	r.w.opens(-1)
	return nil
}

// Of many servers some are down in every way that there is, while many visitors
// of several sites come at once.
func TestUnderLoadAFaultyServerHarmsNobodyElse(t *testing.T) {
	servers := map[string]int{
		"well.example": 200, "slow.example": 200, "broken.example": 502, "reset.example": 502,
		"silent.example": 502, "endless.example": 502, "trickling.example": 502,
	}
	pages := map[string]string{"https://www.example.org": "https://www.example.org/join", "https://blog.example.org": "https://blog.example.org/"}
	const visitors = 30 // of each site to each server
	synctest.Test(t, func(t *testing.T) {
		w := &world{apps: map[string]int{}}
		s := start(t, func(c *edge.Config) {
			c.Servers, c.Sites = nil, nil
			for server := range servers {
				c.Servers = append(c.Servers, server)
			}
			for _, page := range pages {
				c.Sites = append(c.Sites, edge.Site{ReturnURL: page, AppName: "Example"})
			}
			c.Doer = nethttp.New(&http.Client{Transport: w})
		})
		came := func(status func(server string) int) {
			t.Helper()
			began := time.Now()
			var all sync.WaitGroup
			for server := range servers {
				for site, page := range pages {
					for range visitors {
						all.Go(func() {
							recorder := httptest.NewRecorder()
							s.handler.ServeHTTP(recorder, post(site, server, page))
							took, got := time.Since(began), recorder.Body.String()
							if status(server) != recorder.Code {
								t.Errorf("%s at %s: %d %s", site, server, recorder.Code, got)
							}
							if recorder.Code == http.StatusOK {
								assert.Contains(t, got, `"access_token":"`+appOf(server, page)+`"`, "nobody gets another's answer")
							}
							assert.Equal(t, site, recorder.Header().Get("Access-Control-Allow-Origin"))
							switch server {
							case "well.example", "broken.example", "reset.example", "endless.example":
								assert.LessOrEqual(t, took, 2*travel, "%s: nobody waits for another's server", server)
							default:
								assert.LessOrEqual(t, took, 10*time.Second, server)
							}
						})
					}
				}
			}
			all.Wait()
		}
		came(func(server string) int { return servers[server] })
		for server := range servers {
			for _, page := range pages {
				assert.Equal(t, 1, w.apps[appOf(server, page)], "registrations with %s", server)
			}
		}
		assert.LessOrEqual(t, w.most, len(servers)*len(pages), "one request at a time for each registration")
		assert.LessOrEqual(t, w.length, len(pages)*(1<<20+64<<10), "of an endless answer no more is read than an answer can have")
		synctest.Wait()
		require.Zero(t, w.open, "nothing is left open")

		w.well = true
		came(func(string) int { return http.StatusOK })
		for server, status := range servers {
			for _, page := range pages {
				want := map[int]int{200: 1, 502: 2}[status]
				assert.Equal(t, want, w.apps[appOf(server, page)], "registrations with %s", server)
			}
		}
	})
}
