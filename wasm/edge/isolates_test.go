//go:build !js

package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// isolates is the built Worker as several isolates run it, behind visitors who
// can leave. All tests share one, because it takes seconds to start.
type isolates struct{ *program }

// at asks a certain isolate.
func (p isolates) at(isolate, method, path, from, form string) answer {
	return p.do(method, path, from, form, "X-At", isolate)
}

// leaver asks and then waits until it is told to leave.
func (p isolates) leaver(isolate, path, form string) (left <-chan int) {
	statuses := make(chan int, 1)
	go func() {
		r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, p.url+path, strings.NewReader(form))
		if err != nil {
			panic(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", origin)
		r.Header.Set("X-At", isolate)
		r.Header.Set("X-Leaves", "yes")
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			statuses <- 0
			return
		}
		_ = response.Body.Close()
		statuses <- response.StatusCode
	}()
	return statuses
}

func (p isolates) leave() { p.do(http.MethodPost, "/leave", origin, "") }

func TestIsolates(t *testing.T) {
	if testing.Short() {
		t.Skip("starts programs")
	}
	t.Parallel()
	server := mastodontest.Start(t, mastodontest.Settings{})
	crowded := mastodontest.Start(t, mastodontest.Settings{})
	full := mastodontest.Start(t, mastodontest.Settings{})
	p := isolates{run(t, exec.Command(builtWorker(t), "testdata/isolates.mjs",
		strings.Join([]string{server.URL, crowded.URL, full.URL}, " "), returnURL))}
	everywhere := []string{"edge", "edge2"}

	t.Run("a visitor who leaves costs nobody else", func(t *testing.T) {
		server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: 3 * time.Second})
		left := p.leaver("edge", "/v1/app-token", question(server.URL))
		require.Eventually(t, func() bool { return len(server.Received(http.MethodPost, "/api/v1/apps")) == 1 }, time.Minute, 10*time.Millisecond)
		p.leave()
		assert.Equal(t, 499, <-left)
		for _, a := range p.together(20, func() answer { return p.ask(origin, server.URL) }) {
			assert.Equal(t, http.StatusOK, a.Status, a.Body)
		}
		assert.Len(t, server.Received(http.MethodPost, "/api/v1/apps"), 1)
		assert.Len(t, server.Received(http.MethodPost, "/oauth/token"), 1)
	})

	t.Run("the first visitors of all isolates make one registration", func(t *testing.T) {
		crowded.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: time.Second})
		var next atomic.Int64
		answers := p.together(60, func() answer {
			return p.at(everywhere[next.Add(1)%2], http.MethodPost, "/v1/app-token", origin, question(crowded.URL))
		})
		for _, a := range answers {
			require.Equal(t, http.StatusOK, a.Status, a.Body)
			assert.Equal(t, answers[0].Token, a.Token)
		}
		assert.Len(t, crowded.Received(http.MethodPost, "/api/v1/apps"), 1)
		assert.Len(t, crowded.Received(http.MethodPost, "/oauth/token"), 1)
	})

	t.Run("an app that the server forgot is registered again once, though tokens are kept", func(t *testing.T) {
		ask := func(isolate, refused string) answer {
			a := p.at(isolate, http.MethodPost, "/v1/app-token", origin, question(crowded.URL)+"&refused="+refused)
			require.Equal(t, http.StatusOK, a.Status, a.Body)
			return a
		}
		before := p.ask(origin, crowded.URL).Token
		crowded.DeleteApps()
		assert.Equal(t, before, p.ask(origin, crowded.URL).Token)
		var next atomic.Int64
		answers := p.together(20, func() answer { return ask(everywhere[next.Add(1)%2], before) })
		assert.NotEqual(t, before, answers[0].Token)
		for _, a := range answers {
			assert.Equal(t, answers[0].Token, a.Token)
		}
		for _, isolate := range everywhere { // by another way than repeating an answer
			assert.Equal(t, answers[0].Token, ask(isolate, before+"&again").Token)
			assert.Equal(t, answers[0].Token, ask(isolate, "another").Token)
		}
		assert.Len(t, crowded.Received(http.MethodPost, "/api/v1/apps"), 2)
	})

	t.Run("under load a further app has its turn in all isolates", func(t *testing.T) {
		seen := map[string]int{}
		for i := range 14 { // so that one of the two windows that they may fall in has enough
			for _, a := range p.together(60, func() answer {
				return p.at(everywhere[i%2], http.MethodPost, "/v1/app-token", origin, question(crowded.URL)+"&crowd")
			}) {
				require.Equal(t, http.StatusOK, a.Status, a.Body)
				seen[a.Token]++
			}
		}
		assert.Greater(t, len(seen), 1)
		assert.Len(t, crowded.Received(http.MethodPost, "/api/v1/apps"), 1+len(seen), "each of them once, besides the forgotten one")
	})

	t.Run("a server that takes no more is left alone by all isolates", func(t *testing.T) {
		full.Fail(mastodontest.Fault{Path: "/api/v1/apps", Times: mastodontest.Always, Status: 429, Body: `{"error":"Too many requests"}`})
		for _, isolate := range everywhere {
			a := p.at(isolate, http.MethodPost, "/v1/app-token", origin, question(full.URL)+"&at="+isolate)
			assert.Equal(t, "rate_limited", a.Code)
			assert.NotEmpty(t, a.Header.Get("Retry-After"))
		}
		assert.Len(t, full.Received(http.MethodPost, "/api/v1/apps"), 1)
	})

	t.Run("where a challenge has to be solved, nobody gets a token by another's answer", func(t *testing.T) {
		ask := func(solution string) answer {
			return p.at("challenging", http.MethodPost, "/v1/app-token", origin, question(server.URL)+"&challenge="+solution)
		}
		for range 2 {
			assert.Equal(t, "challenge_required", ask("").Code)
		}
		for _, solution := range []string{"first", "second"} {
			a := ask(solution)
			assert.Equal(t, http.StatusOK, a.Status, a.Body)
			assert.NotEmpty(t, a.Token)
			assert.Equal(t, "challenge_failed", ask(solution).Code)
		}
	})

	t.Run("work of whoever is no more is taken over", func(t *testing.T) {
		left := p.leaver("work", "/work/endless", "")
		asked := func(visitors string) {
			t.Helper()
			require.Eventually(t, func() bool { return p.at("work", http.MethodGet, "/work/endless", origin, "").Body == visitors }, time.Minute, 10*time.Millisecond)
		}
		asked("1")
		var all sync.WaitGroup
		all.Go(func() {
			for _, a := range p.together(10, func() answer { return p.at("work", http.MethodPost, "/work/endless", origin, "") }) {
				assert.Equal(t, "run 2", a.Body)
			}
		})
		asked("11")
		p.leave()
		assert.Equal(t, 499, <-left)
		all.Wait()
	})

	t.Run("work that fails is done anew by those who wait", func(t *testing.T) {
		bodies := map[string]int{}
		for _, a := range p.together(10, func() answer { return p.at("work", http.MethodPost, "/work/failing", origin, "") }) {
			bodies[a.Body]++
		}
		assert.Equal(t, map[string]int{"Error: a defect": 1, "run 2": 9}, bodies)
	})

	// told is what the stand-in for Go says: how often it was started, and what
	// it was asked.
	type told struct {
		Starts, Given    int
		Question, Origin string
	}
	token := func(isolate, from, form string) (told, answer) {
		t.Helper()
		a := p.at(isolate, http.MethodPost, "/v1/app-token", from, form)
		var got told
		require.NoError(t, json.Unmarshal([]byte(a.Body), &got), a.Body)
		assert.Equal(t, form, got.Question, "an answer is to the question")
		assert.Equal(t, from, got.Origin, "and to whoever asked it")
		assert.Equal(t, from, a.Header.Get("Allowed"))
		assert.Empty(t, a.Header.Get("Front-Cache-Control"))
		return got, a
	}

	t.Run("an answer is given again, to the same question of the same origin", func(t *testing.T) {
		for i, form := range []string{"life=60", "life=60&server=a", "life=60&server=b"} {
			for range 3 {
				got, _ := token("front", origin, form)
				assert.Equal(t, 2*i+1, got.Starts)
				got, _ = token("front", "https://blog.example.org", form)
				assert.Equal(t, 2*i+2, got.Starts)
			}
		}
		for i := range 3 {
			got, _ := token("front", origin, "for no time")
			assert.Equal(t, 7+i, got.Starts)
		}
	})

	t.Run("an answer for so many is given to them, and Go is told to how many", func(t *testing.T) {
		const form = "life=600&uses=3"
		first, _ := token("front", origin, form)
		assert.Zero(t, first.Given)
		for range 3 {
			got, _ := token("front", origin, form)
			assert.Equal(t, first.Starts, got.Starts)
		}
		next, _ := token("front", origin, form)
		assert.Equal(t, first.Starts+1, next.Starts)
		assert.Equal(t, 3, next.Given)
	})

	t.Run("an old answer is given while Go is asked for another", func(t *testing.T) {
		const form = "life=1&rest=600"
		first, _ := token("front", origin, form)
		before := first.Starts
		require.Eventually(t, func() bool {
			got, _ := token("front", origin, form)
			return got.Starts > before
		}, time.Minute, 10*time.Millisecond)
		got, _ := token("front", origin, form)
		assert.LessOrEqual(t, got.Starts, before+2, "not by each of those who come meanwhile")
	})

	t.Run("and if that fails, until it is asked again", func(t *testing.T) {
		const form = "life=1&rest=600&down"
		seen := map[int]bool{}
		require.Eventually(t, func() bool {
			got, a := token("front", origin, form)
			require.Equal(t, http.StatusOK, a.Status)
			seen[got.Starts] = true
			return len(seen) > 1
		}, time.Minute, 10*time.Millisecond)
	})

	t.Run("what an answer says of a wait counts down, until it ends", func(t *testing.T) {
		first, _ := token("front", origin, "life=62")
		require.Eventually(t, func() bool {
			again, a := token("front", origin, "life=62")
			left, err := strconv.Atoi(a.Header.Get("Retry-After"))
			return err == nil && left < 30 && again.Starts == first.Starts
		}, time.Minute, 10*time.Millisecond)
		first, _ = token("front", origin, "life=1")
		require.Eventually(t, func() bool {
			again, a := token("front", origin, "life=1")
			return again.Starts > first.Starts && a.Header.Get("Retry-After") == "30"
		}, time.Minute, 10*time.Millisecond)
	})

	t.Run("another isolate finds it, one with other settings does not", func(t *testing.T) {
		first, _ := token("front", origin, "life=61")
		require.Greater(t, first.Starts, 1)
		require.Eventually(t, func() bool { // the cache is written after the answer
			again, _ := token("front2", origin, "life=61")
			return again.Starts == first.Starts
		}, time.Minute, 10*time.Millisecond)
		other, _ := token("front3", origin, "life=61")
		assert.Equal(t, 1, other.Starts)
	})

	t.Run("an address that makes Go start too often is told, and gets what is repeated", func(t *testing.T) {
		token("limited", origin, "life=600")
		for tries := 0; ; tries++ {
			a := p.at("limited", http.MethodPost, "/v1/app-token", origin, "new="+strconv.Itoa(tries))
			if a.Status == http.StatusTooManyRequests {
				assert.Equal(t, "rate_limited", a.Code)
				assert.Equal(t, "60", a.Header.Get("Retry-After"))
				assert.Equal(t, "*", a.Header.Get("Access-Control-Allow-Origin"))
				break
			}
			require.Less(t, tries, 20)
		}
		token("limited", origin, "life=600")
	})

	t.Run("what is the same for everybody starts no Go", func(t *testing.T) {
		before, _ := token("front", origin, "none")
		known := edge.NewFront()
		for path, answers := range known.Paths {
			assert.Equal(t, answers.Preflight.Status, p.at("front", http.MethodOptions, path, origin, "").Status)
			other := p.at("front", http.MethodPut, path, origin, "any")
			assert.Equal(t, answers.Otherwise.Body, other.Body)
			for name, value := range answers.Otherwise.Header {
				assert.Equal(t, value, other.Header.Get(name), name)
			}
		}
		for _, path := range []string{"/", "/v1/none", "/core-go.0123456789ab.wasm", "/constructor", "/__proto__"} {
			assert.Equal(t, known.NotFound.Body, p.at("front", http.MethodGet, path, origin, "").Body)
		}
		after, _ := token("front", origin, "none")
		assert.Equal(t, before.Starts+1, after.Starts)
	})
}

// together asks from many places at the same time.
func (p *program) together(visitors int, ask func() answer) []answer {
	answers := make([]answer, visitors)
	var all sync.WaitGroup
	for i := range answers {
		all.Go(func() { answers[i] = ask() })
	}
	all.Wait()
	return answers
}
