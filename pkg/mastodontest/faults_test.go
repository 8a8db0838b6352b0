package mastodontest_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// wires are the two ways to reach a server.
func wires(t *testing.T, test func(t *testing.T, server *mastodontest.Server, client *http.Client, url string)) {
	t.Run("socket", func(t *testing.T) {
		server := mastodontest.Start(t, mastodontest.Settings{})
		client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
		test(t, server, client, server.URL+"/api/v2/instance")
	})
	t.Run("in the process", func(t *testing.T) {
		server := mastodontest.New(mastodontest.Settings{})
		test(t, server, server.Client(), origin+"/api/v2/instance")
	})
}

// Its own: a dropped request has no answer and no effect.
func TestADroppedRequestHasNoAnswerAndNoEffect(t *testing.T) {
	wires(t, func(t *testing.T, server *mastodontest.Server, client *http.Client, url string) {
		server.Fail(mastodontest.Fault{Drop: true})
		_, err := client.Get(url)
		require.Error(t, err)
		response, err := client.Get(url)
		require.NoError(t, err)
		defer response.Body.Close()
		assert.Equal(t, "299", response.Header.Get("X-RateLimit-Remaining"), "the lost one was not counted")
		requests := server.Requests()
		require.Len(t, requests, 2)
		assert.Equal(t, []int{0, 200}, []int{requests[0].Status, requests[1].Status})
	})
}

// Its own: a dropped answer has its effect.
func TestADroppedAnswerHasItsEffect(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register(ourScopes)
	v.server.Fail(mastodontest.Fault{Path: "/api/v1/accounts", Drop: true, AfterWork: true})
	r, err := http.NewRequest(http.MethodPost, origin+"/api/v1/accounts", strings.NewReader(entry()))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+v.appToken)
	_, err = v.client.Do(r)
	require.Error(t, err)
	assert.Len(t, v.server.Users(), 1)
}

// Its own: a truncated answer breaks in the middle.
func TestATruncatedAnswerBreaksInTheMiddle(t *testing.T) {
	wires(t, func(t *testing.T, server *mastodontest.Server, client *http.Client, url string) {
		whole, err := client.Get(url)
		require.NoError(t, err)
		defer whole.Body.Close()
		all, err := io.ReadAll(whole.Body)
		require.NoError(t, err)

		server.Fail(mastodontest.Fault{Truncate: true})
		response, err := client.Get(url)
		require.NoError(t, err)
		defer response.Body.Close()
		assert.Equal(t, 200, response.StatusCode)
		half, err := io.ReadAll(response.Body)
		require.ErrorIs(t, err, io.ErrUnexpectedEOF)
		assert.Equal(t, string(all[:len(all)/2]), string(half))
	})
}

// Its own: another answer may come instead.
func TestAnotherAnswerMayComeInstead(t *testing.T) {
	for body, kind := range map[string]string{
		`{"error":"Duplicate record"}`: "application/json; charset=utf-8",
		`[]`:                           "application/json; charset=utf-8",
		"<h1>Bad gateway</h1>":         "text/html; charset=utf-8",
		"upstream timed out":           "text/plain; charset=utf-8",
		"":                             "text/plain; charset=utf-8",
	} {
		v := visit(t, mastodontest.Settings{})
		v.register(ourScopes)
		v.server.Fail(mastodontest.Fault{Method: http.MethodPost, Path: "/api/v1/accounts", Status: 422, Body: body})
		answer := v.create()
		v.answers(answer, 422, body)
		assert.Equal(t, kind, answer.header.Get("Content-Type"))
		assert.Empty(t, v.server.Users(), "the server did nothing")
		assert.Equal(t, 200, v.create().status)
	}
}

// Its own: a proxy's answer cannot be read by pages.
func TestAProxysAnswerCannotBeReadByPages(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	for _, noCORS := range []bool{true, false} {
		for _, status := range []int{0, 503} {
			v.server.Fail(mastodontest.Fault{Status: status, NoCORS: noCORS})
			answer := v.get("/api/v2/instance", "Origin", "https://w.example")
			assert.Equal(t, noCORS, answer.header.Get("Access-Control-Allow-Origin") == "")
			assert.Equal(t, noCORS, answer.header.Get("Access-Control-Expose-Headers") == "")
		}
	}
}

// Its own: faults choose their requests.
func TestFaultsChooseTheirRequests(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	fails := func(method, path string) bool { return v.call(method, path, "").status == 599 }
	v.server.Fail(mastodontest.Fault{Path: "/api/v1/instance/*", Times: 2, Status: 599})
	v.server.Fail(mastodontest.Fault{Method: http.MethodPost, Status: 599})
	assert.False(t, fails("GET", "/api/v1/instance"))
	assert.True(t, fails("GET", "/api/v1/instance/rules"))
	assert.True(t, fails("POST", "/api/v1/instance/rules"), "those asked for first come first")
	assert.False(t, fails("GET", "/api/v1/instance/rules"))
	assert.True(t, fails("POST", "/oauth/token"))
	assert.False(t, fails("POST", "/oauth/token"))

	v.server.Fail(mastodontest.Fault{Times: 9, Status: 599})
	v.server.ClearFaults()
	assert.False(t, fails("GET", "/api/v2/instance"))
}

// Its own: faults leave preflights alone, unless they are meant.
func TestFaultsLeavePreflightsAloneUnlessMeant(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.server.Fail(mastodontest.Fault{Path: "/api/v1/accounts", Status: 503})
	assert.Equal(t, 200, v.preflight("/api/v1/accounts", "POST", "authorization").status)
	assert.Equal(t, 503, v.create().status)
	v.server.Fail(mastodontest.Fault{Method: http.MethodOptions, Status: 503})
	assert.Equal(t, 503, v.preflight("/api/v1/accounts", "POST", "authorization").status)
}

// Its own: a delay takes its time.
func TestADelayTakesItsTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := mastodontest.New(mastodontest.Settings{})
		server.Fail(mastodontest.Fault{Delay: time.Minute})
		began := time.Now()
		response, err := server.Client().Get(origin + "/api/v2/instance")
		require.NoError(t, err)
		defer response.Body.Close()
		assert.Equal(t, time.Minute, time.Since(began))
		assert.Equal(t, 200, response.StatusCode)
	})
}

// Its own: a delay ends with the caller.
func TestADelayEndsWithTheCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := mastodontest.New(mastodontest.Settings{})
		server.Fail(mastodontest.Fault{Delay: time.Hour, Times: 2})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, origin+"/api/v2/instance", nil)
		require.NoError(t, err)
		_, err = server.Client().Do(r)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		_, err = server.Client().Do(r)
		require.ErrorIs(t, err, context.DeadlineExceeded)
		synctest.Wait()
		for _, request := range server.Requests() {
			assert.Zero(t, request.Status)
		}
	})
}

type brokenBody struct{}

func (brokenBody) Read([]byte) (int, error) { return 0, errors.New("lost") }

// Its own: a request that cannot be read fails.
func TestARequestThatCannotBeReadFails(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{})
	_, err := server.Client().Post(origin+"/api/v1/apps", "application/json", brokenBody{})
	require.ErrorContains(t, err, "lost")
	assert.Empty(t, server.Requests())
}

// Its own: the log keeps what came in.
func TestTheLogKeepsWhatCameIn(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.preflight("/api/v1/apps", "POST", "content-type")
	v.call(http.MethodPost, "/api/v1/apps?x=1", "client_name=W", "Origin", "https://w.example", "Content-Type", "application/x-www-form-urlencoded")
	requests := v.server.Requests()
	require.Len(t, requests, 2)
	assert.Equal(t, http.MethodOptions, requests[0].Method)
	got := requests[1]
	assert.Equal(t, "application/json", got.Header.Get("Accept"))
	got.Header = nil
	assert.Equal(t, mastodontest.Request{At: noon, Method: "POST", Path: "/api/v1/apps", Query: "x=1", Origin: "https://w.example",
		IP: "203.0.113.7", Body: "client_name=W", Status: 422}, got)
	assert.Len(t, v.server.Received(http.MethodPost, "/api/v1/apps"), 1)
	assert.Empty(t, v.server.Received(http.MethodGet, "/api/v1/apps"))
}

// Its own: many may call at once.
func TestManyMayCallAtOnce(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register(ourScopes)
	var group sync.WaitGroup
	var mu sync.Mutex
	created := 0
	for i := range 8 {
		group.Go(func() {
			client := v.server.ClientAt("198.51.100." + string(rune('1'+i)))
			r, _ := http.NewRequest(http.MethodPost, origin+"/api/v1/accounts", strings.NewReader(entry()))
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Authorization", "Bearer "+v.appToken)
			response, err := client.Do(r)
			if !assert.NoError(t, err) {
				return
			}
			defer response.Body.Close()
			mu.Lock()
			defer mu.Unlock()
			if response.StatusCode == 200 {
				created++
			}
		})
		group.Go(func() {
			v.server.Update(func(s *mastodontest.Settings) { s.Title = "Busy" })
			v.server.Users()
			v.server.Mails()
			v.server.Requests()
		})
	}
	group.Wait()
	assert.Equal(t, 1, created, "a name is given once")
}

// Its own: a redirect may lead anywhere, or in circles.
func TestARedirectMayLeadAnywhereOrInCircles(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.server.Fail(mastodontest.Fault{Path: "/api/v2/instance", Redirect: "https://other.example/x"})
	v.server.Fail(mastodontest.Fault{Path: "/api/v2/instance", Redirect: mastodontest.Itself, Status: http.StatusPermanentRedirect, NoCORS: true})
	elsewhere := v.get("/api/v2/instance", "Origin", "https://w.example")
	assert.Equal(t, http.StatusFound, elsewhere.status)
	assert.Equal(t, "https://other.example/x", elsewhere.header.Get("Location"))
	assert.Equal(t, "*", elsewhere.header.Get("Access-Control-Allow-Origin"))
	circle := v.get("/api/v2/instance?a=b", "Origin", "https://w.example")
	assert.Equal(t, http.StatusPermanentRedirect, circle.status)
	assert.Equal(t, "https://example.social/api/v2/instance?a=b", circle.header.Get("Location"))
	assert.Empty(t, circle.header.Get("Access-Control-Allow-Origin"))

	v.server.Fail(mastodontest.Fault{Redirect: mastodontest.Itself, Times: mastodontest.Always})
	_, err := v.server.Client().Get(origin + "/api/v2/instance")
	assert.ErrorContains(t, err, "stopped after 10 redirects")
}

// §5: errors of a proxy and bot challenges are not readable.
// Seen: the proxy of a server that is down answers 502, which pages cannot read.
func TestWhatStandsBeforeAServerAnswersInItsPlace(t *testing.T) {
	for name, test := range map[string]struct {
		fault  mastodontest.Fault
		status int
	}{
		"proxy":         {mastodontest.ProxyDown(), 502},
		"bot challenge": {mastodontest.BotChallenge(), 403},
	} {
		t.Run(name, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{})
			test.fault.Times = 2
			v.server.Fail(test.fault)
			for _, answer := range []got{v.preflight("/api/v1/accounts", "POST", "authorization"), v.get("/api/v2/instance", "Origin", "https://w.example")} {
				assert.Equal(t, test.status, answer.status)
				assert.Contains(t, answer.header.Get("Content-Type"), "text/html")
				assert.Contains(t, answer.body, "<h1>")
				assert.Empty(t, answer.header.Get("Access-Control-Allow-Origin"))
			}
			assert.Equal(t, 200, v.get("/api/v2/instance").status, "it is over")
		})
	}
}

// Its own: a fault of a method meets its preflight if that is wanted.
func TestAFaultOfAMethodMeetsItsPreflightIfWanted(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.server.Fail(mastodontest.Fault{Method: http.MethodPost, Preflights: true, Status: 502})
	assert.Equal(t, 200, v.preflight("/api/v1/accounts", "GET", "authorization").status)
	assert.Equal(t, 502, v.preflight("/api/v1/accounts", "POST", "authorization").status)
}

// §1.2: 422 duplicate, 500, 503 and 410 by Fail, readable by pages.
func TestTheAnswersOfBadDays(t *testing.T) {
	for status, body := range map[int]string{
		422: `{"error":"Duplicate record"}`,
		500: `{"status":500,"error":"Internal Server Error"}`,
		503: `{"error":"There was a temporary problem serving your request, please try again"}`,
		410: `{"error":"Gone"}`,
	} {
		v := visit(t, mastodontest.Settings{})
		v.server.Fail(mastodontest.Fault{Method: http.MethodPost, Path: "/api/v1/accounts", Status: status, Body: body})
		answer := v.call(http.MethodPost, "/api/v1/accounts", "{}", "Origin", "https://w.example")
		v.answers(answer, status, body)
		assert.Equal(t, "application/json; charset=utf-8", answer.header.Get("Content-Type"))
		assert.Equal(t, "*", answer.header.Get("Access-Control-Allow-Origin"))
	}
}
