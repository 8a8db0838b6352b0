package edge_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	window     = 5 * time.Minute
	turnLength = 240
	maxApps    = 5
)

// given counts the tokens that so many visitors get.
func (s *setup) given(visitors int) map[string]int {
	tokens := map[string]int{}
	for range visitors {
		a := s.ask()
		require.Equal(s.t, http.StatusOK, a.Status, a.Body)
		tokens[a.Token]++
	}
	return tokens
}

// usedUp asks as a page does whose token the server takes no more.
func (s *setup) usedUp(token string) answer {
	form := url.Values{"server": {"example.social"}, "return_url": {returnURL}, "refused": {token}, "why": {"used_up"}}.Encode()
	r := post(origin, "example.social", returnURL)
	r.Body, r.ContentLength = body(form), int64(len(form))
	return s.do(r)
}

// spend makes as many calls with a token as the server takes, from many networks.
func (s *setup) spend(token string) {
	for i := range 300 {
		r, err := http.NewRequest(http.MethodGet, "https://example.social/api/v1/apps/verify_credentials", nil)
		require.NoError(s.t, err)
		r.Header.Set("Authorization", "Bearer "+token)
		response, err := s.server.ClientAt("198.51.100." + strconv.Itoa(i%200)).Do(r)
		require.NoError(s.t, err)
		_ = response.Body.Close()
	}
}

func TestUnderLoadTheAppsTakeTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		time.Sleep(time.Minute) // within a window
		first := s.ask().Token
		assert.Equal(t, map[string]int{first: turnLength - 1}, s.given(turnLength-1), "one app serves an ordinary day")
		assert.Equal(t, 1, s.registrations())
		seen := map[string]bool{first: true}
		for app := 1; app < maxApps; app++ {
			next := s.given(turnLength)
			require.Len(t, next, 1, "one has its turn at a time")
			for token := range next {
				assert.False(t, seen[token])
				seen[token] = true
			}
			assert.Equal(t, app+1, s.registrations())
		}
		for token, visitors := range s.given(5 * turnLength) {
			assert.True(t, seen[token], "there is an end to it")
			assert.Equal(t, turnLength, visitors, "all bear it alike")
		}
		last := s.ask()
		assert.Equal(t, "max-age=240", last.Header.Get(repeat), "until the server counts anew")
		assert.Equal(t, maxApps, s.registrations())

		time.Sleep(window)
		assert.Equal(t, map[string]int{first: turnLength}, s.given(turnLength), "the server counts anew")
		s.given(2 * turnLength)
		assert.Equal(t, maxApps, s.registrations(), "nothing is registered twice")
		assert.Equal(t, maxApps+3, s.sent("/oauth/token"))
	})
}

func TestThereIsNoFurtherAppWhereTheServerTakesNone(t *testing.T) {
	for name, fault := range map[string]mastodontest.Fault{
		"too many": {Status: 429}, "refused": {Status: 403, Body: `{"error":"Forbidden"}`}, "down": {Drop: true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := start(t, nil)
				first := s.ask().Token
				s.given(turnLength - 1)
				fault.Path, fault.Times = "/api/v1/apps", mastodontest.Always
				s.server.Fail(fault)
				assert.Equal(t, map[string]int{first: turnLength}, s.given(turnLength), "the first goes on")
				assert.Equal(t, 2, s.registrations(), "and the server is asked once")
				time.Sleep(window)
				s.server.ClearFaults()
				s.given(turnLength + 1)
				assert.Equal(t, 3, s.registrations())
			})
		})
	}
}

func TestATokenThatIsUsedUpMakesRoomForAnother(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		used := s.ask().Token
		s.spend(used)
		for range 3 {
			a := s.usedUp(used)
			require.Equal(t, http.StatusOK, a.Status, a.Body)
			assert.NotEqual(t, used, a.Token)
			assert.Equal(t, a.Token, s.ask().Token, "for everybody")
		}
		assert.Equal(t, 2, s.registrations())
		assert.Equal(t, 301, s.sent("/api/v1/apps/verify_credentials"))
		time.Sleep(window)
		assert.Equal(t, used, s.ask().Token, "until the server takes it again")
		assert.Equal(t, 2, s.registrations())
	})
}

func TestWhoSaysFalselyThatATokenIsUsedUpCostsOneCallAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		good := s.ask().Token
		for range 10 {
			assert.Equal(t, good, s.usedUp(good).Token)
			assert.Equal(t, good, s.usedUp("another").Token)
		}
		assert.Equal(t, 1, s.sent("/api/v1/apps/verify_credentials"))
		time.Sleep(renewPause)
		s.usedUp(good)
		assert.Equal(t, 2, s.sent("/api/v1/apps/verify_credentials"))
		assert.Equal(t, 1, s.registrations())
	})
}

func TestWhenAllIsUsedUpEverybodyIsToldUntilWhen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		time.Sleep(time.Minute) // within a window
		for range maxApps {
			token := s.ask().Token
			s.spend(token)
			s.usedUp(token)
		}
		a := s.ask()
		assert.Equal(t, "rate_limited", a.Code)
		assert.Equal(t, "240", a.Header.Get("Retry-After"))
		assert.Equal(t, "max-age=240", a.Header.Get(repeat))
		assert.Equal(t, maxApps, s.registrations())
		time.Sleep(4 * time.Minute)
		assert.Equal(t, http.StatusOK, s.ask().Status)
	})
}

func TestTheFirstThatCanBeUsedAgainEndsTheWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		token := s.ask().Token
		s.spend(token)
		s.usedUp(token) // until the end of the window
		s.server.Fail(mastodontest.Fault{Path: "/api/v1/apps/verify_credentials", Times: mastodontest.Always, Status: 429, Body: `{"error":"Too many requests"}`})
		for range maxApps - 1 {
			s.usedUp(s.ask().Token) // for a minute
		}
		a := s.ask()
		assert.Equal(t, "rate_limited", a.Code)
		assert.Equal(t, "60", a.Header.Get("Retry-After"))
		time.Sleep(time.Minute)
		assert.Equal(t, http.StatusOK, s.ask().Status)
		assert.Equal(t, maxApps, s.registrations())
	})
}

// Another app's token helps no page to which the server refuses one, because all that app's
// tokens may be refused.
func TestTheAppWhoseTokenIsRefusedIsMadeAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		first := s.ask().Token
		s.given(turnLength - 1)
		second := s.ask().Token
		require.NotEqual(t, first, second)
		s.server.DeleteApps()
		fresh := s.refused(first).Token
		assert.NotContains(t, []string{first, second, ""}, fresh)
		assert.True(t, s.works(fresh))
		assert.Equal(t, 3, s.registrations())
		assert.True(t, s.works(s.refused(second).Token))
		assert.Equal(t, 4, s.registrations())
	})
}

// What a script in front has given counts where all count.
func TestWhatIsGivenInFrontCountsInOnePlace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &places{known: map[string]http.Handler{}}
		s := start(t, func(c *edge.Config) {
			c.Shared = edge.NewMemory()
			p.config = *c
		})
		isolate := func(given int) answer {
			config := p.config
			config.Shared, config.Registrar, config.Given = edge.NewMemory(), p, given
			s.handler = edge.New(config)
			return s.ask()
		}
		first := isolate(0).Token
		assert.Equal(t, first, isolate(59).Token)
		assert.Equal(t, first, isolate(59).Token)
		assert.Equal(t, first, isolate(59).Token)
		assert.Equal(t, first, isolate(0).Token, "what a new isolate gives is not counted yet")
		second := isolate(59).Token
		assert.NotEqual(t, first, second)
		assert.Equal(t, second, isolate(0).Token, "a new isolate finds it in the storage")
		s.spend(second)
		assert.NotEqual(t, second, s.usedUp(second).Token)
		assert.Equal(t, 3, s.registrations())
	})
}

func TestAQuestionOfAFrontIsNoParameter(t *testing.T) {
	s := start(t, nil)
	r := httptest.NewRequest(http.MethodPost, "/v1/app-token", body("server=example.social&given=100000&return_url="+url.QueryEscape(returnURL)))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", origin)
	s.do(r)
	s.given(turnLength - 1)
	assert.Equal(t, 1, s.registrations())
}
