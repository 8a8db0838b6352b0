package edge_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// places has one for each registration.
type places struct {
	mu     sync.Mutex
	config edge.Config
	known  map[string]http.Handler
}

func (p *places) Ask(ctx context.Context, key, question string) (string, error) {
	p.mu.Lock()
	place, found := p.known[key]
	if !found {
		config := p.config
		config.Shared = edge.NewMemory()
		place = edge.NewRegistration(config)
		p.known[key] = place
	}
	p.mu.Unlock()
	recorder := httptest.NewRecorder()
	place.ServeHTTP(recorder, httptest.NewRequest(http.MethodPost, "/", strings.NewReader(question)).WithContext(ctx))
	return recorder.Body.String(), nil
}

// twoIsolates are handlers that share nothing but the places of their
// registrations, with storage in between that is late.
func twoIsolates(t *testing.T) (first, second *setup) {
	p := &places{known: map[string]http.Handler{}}
	first = start(t, func(c *edge.Config) {
		p.config = *c
		p.config.Store = late{c.Store}
		c.Store, c.Shared, c.Registrar = p.config.Store, edge.NewMemory(), p
	})
	second = start(t, func(c *edge.Config) {
		c.Store, c.Shared, c.Registrar = late{edge.NewMemory()}, edge.NewMemory(), p
	})
	return first, second
}

func TestAllTheWorldRegistersInOnePlace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		first, second := twoIsolates(t)
		first.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: time.Second})
		var all sync.WaitGroup
		var here, there []answer
		all.Go(func() { here = first.together(50) })
		all.Go(func() { there = second.together(50) })
		all.Wait()
		require.NotEmpty(t, here[0].Token)
		for _, a := range append(here, there...) {
			assert.Equal(t, here[0].Token, a.Token, a.Body)
		}
		assert.Equal(t, 1, first.registrations())
		assert.Equal(t, 1, first.sent("/oauth/token"))
		assert.Empty(t, second.server.Requests())
	})
}

func TestOnePlaceTellsAllTheWorldOfAThrottle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		first, second := twoIsolates(t)
		first.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Status: 429})
		assert.Equal(t, "rate_limited", first.ask().Code)
		a := second.ask()
		assert.Equal(t, "rate_limited", a.Code)
		assert.Equal(t, "60", a.Header.Get("Retry-After"))
		assert.Equal(t, 1, first.registrations())
		time.Sleep(time.Minute + time.Second)
		assert.Equal(t, http.StatusOK, second.ask().Status)
	})
}

// saying is a Registrar that answers as told.
type saying struct {
	answer string
	err    error
}

func (s saying) Ask(context.Context, string, string) (string, error) { return s.answer, s.err }

func TestAPlaceThatDoesNotAnswerCostsNoRegistration(t *testing.T) {
	for name, place := range map[string]saying{
		"an error": {err: errors.New("overloaded")}, "nothing": {}, "no reply": {answer: `{"Token":{"access_token":"a b"}}`},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, func(c *edge.Config) { c.Registrar = place })
			a := s.ask()
			assert.Equal(t, http.StatusServiceUnavailable, a.Status)
			assert.Equal(t, "temporarily_unavailable", a.Code)
			assert.Zero(t, s.registrations())
			assert.Contains(t, s.log.String(), "the place of the registration does not answer")
		})
	}
}

func TestAPlaceAnswersWithinItsSettingsOnly(t *testing.T) {
	s := start(t, nil)
	place := edge.NewRegistration(edge.Config{
		Servers: []string{"example.social"}, Sites: []edge.Site{{ReturnURL: returnURL}}, Store: edge.NewMemory(), Doer: panics{},
	})
	for _, question := range []string{
		"", "{}", `{"Server":"evil.example","ReturnURL":"` + returnURL + `"}`, `{"Server":"example.social","ReturnURL":"https://evil.example/"}`,
	} {
		recorder := httptest.NewRecorder()
		place.ServeHTTP(recorder, httptest.NewRequest(http.MethodPost, "/", strings.NewReader(question)))
		assert.Contains(t, recorder.Body.String(), `"Refusal"`, question)
	}
	assert.Empty(t, s.server.Requests())
}

// refused asks as a page does to which the server refused a token.
func (s *setup) refused(token string) answer {
	r := post(origin, "example.social", returnURL)
	form := "server=example.social&return_url=" + strings.ReplaceAll(returnURL, "?", "%3F") + "&refused=" + token
	r.Body, r.ContentLength = body(form), int64(len(form))
	return s.do(r)
}

func TestATokenThatTheServerRefusesIsReplaced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, elsewhere := twoIsolates(t)
		before := s.ask().Token
		s.server.DeleteApps()
		assert.Equal(t, before, s.ask().Token, "nobody knows yet")
		after := s.refused(before)
		require.Equal(t, http.StatusOK, after.Status, after.Body)
		assert.NotEqual(t, before, after.Token)
		assert.Equal(t, after.Token, s.ask().Token)
		for range 3 {
			assert.Equal(t, after.Token, s.refused(before).Token)
			assert.Equal(t, after.Token, elsewhere.refused(before).Token)
		}
		assert.Equal(t, 2, s.registrations())
		assert.Contains(t, s.log.String(), "example.social is said to refuse the token of "+returnURL)
	})
}

func TestAFalseWordCostsAServerOneCallAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		good := s.ask().Token
		for range 10 {
			a := s.refused(good)
			assert.Equal(t, good, a.Token)
			assert.Equal(t, "max-age=60", a.Header.Get(repeat), "not for as long as the token is kept")
			assert.Equal(t, good, s.refused("another").Token)
		}
		assert.Equal(t, 2, s.sent("/oauth/token"))
		time.Sleep(renewPause)
		s.refused(good)
		assert.Equal(t, 3, s.sent("/oauth/token"))
		assert.Equal(t, 1, s.registrations())
		assert.Equal(t, "invalid_request", s.refused("a%20b").Code)
	})
}

const renewPause = time.Minute

func TestThoseWhoWereRefusedAndThoseWhoAskFirstShareARegistration(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		before := s.ask().Token
		s.server.DeleteApps()
		s.server.Fail(mastodontest.Fault{Path: "/oauth/token", Delay: time.Second})
		s.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: time.Second})
		time.Sleep(5*time.Minute - time.Second)
		var all sync.WaitGroup
		for i := range 40 {
			all.Go(func() {
				time.Sleep(time.Duration(i) * 50 * time.Millisecond)
				a := s.refused(before)
				assert.NotEqual(t, before, a.Token, a.Body)
			})
			all.Go(func() {
				time.Sleep(time.Second + time.Duration(i)*50*time.Millisecond) // the token is no longer kept
				assert.NotEqual(t, before, s.ask().Token)
			})
		}
		all.Wait()
		assert.Equal(t, 2, s.registrations())
	})
}
