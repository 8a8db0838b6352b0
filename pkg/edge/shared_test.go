package edge_test

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// together lets many visitors ask at the same time.
func (s *setup) together(visitors int) []answer {
	answers := make([]answer, visitors)
	var all sync.WaitGroup
	for i := range answers {
		all.Go(func() { answers[i] = s.ask() })
	}
	all.Wait()
	return answers
}

func TestManyVisitorsShareOneRegistration(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		s.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: time.Second})
		s.server.Fail(mastodontest.Fault{Path: "/oauth/token", Delay: time.Second})
		answers := s.together(200)
		require.NotEmpty(t, answers[0].Token)
		for _, a := range answers {
			assert.Equal(t, answers[0].Token, a.Token, a.Body)
		}
		assert.Equal(t, 1, s.registrations())
		assert.Equal(t, 1, s.sent("/oauth/token"))

		time.Sleep(24 * time.Hour)
		assert.Equal(t, answers[0].Token, s.ask().Token, "a server gives the same token again")
		assert.Equal(t, 1, s.registrations())
		assert.Equal(t, 2, s.sent("/oauth/token"))
		assert.Equal(t, "registered an app with example.social for "+returnURL+"\n", s.log.String())
	})
}

func TestAVisitorWhoLeavesDoesNotCostARegistration(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		s.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: 2 * time.Second})
		visit, leave := context.WithCancel(t.Context())
		go s.do(post(origin, "example.social", returnURL).WithContext(visit))
		synctest.Wait() // for the registration to be under way
		time.AfterFunc(time.Second, leave)
		for _, a := range s.together(20) {
			assert.Equal(t, http.StatusOK, a.Status, a.Body)
		}
		assert.Equal(t, 1, s.registrations())
	})
}

func TestManyVisitorsShareOneFailure(t *testing.T) {
	for name, test := range map[string]struct {
		fault  mastodontest.Fault
		status int
		took   time.Duration
	}{
		"down":   {mastodontest.Fault{Delay: time.Second, Drop: true}, http.StatusBadGateway, time.Second},
		"silent": {mastodontest.Fault{Delay: time.Hour}, http.StatusBadGateway, 10 * time.Second},
		"full":   {mastodontest.Fault{Delay: time.Second, Status: 429}, http.StatusTooManyRequests, time.Second},
		"closed": {mastodontest.Fault{Delay: time.Second, Status: 403, Body: `{"error":"Forbidden"}`}, http.StatusForbidden, time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := start(t, nil)
				test.fault.Times = mastodontest.Always
				s.server.Fail(test.fault)
				began := time.Now()
				for _, a := range s.together(200) {
					assert.Equal(t, test.status, a.Status, a.Body)
				}
				assert.Equal(t, test.took, time.Since(began), "nobody waits for longer than the server took")
				assert.Equal(t, 1, s.registrations())
			})
		})
	}
}

// panicsOnce is a Doer with a defect that shows once.
type panicsOnce struct {
	mastodon.Doer
	done *atomic.Bool
}

func (p panicsOnce) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if p.done.CompareAndSwap(false, true) {
		time.Sleep(time.Second)
		panic("a defect")
	}
	return p.Doer.Do(ctx, r)
}

func TestWhoWaitsForWhatBreaksOffDoesItAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, func(c *edge.Config) { c.Doer = panicsOnce{c.Doer, &atomic.Bool{}} })
		var failed int
		for _, a := range s.together(20) {
			if a.Status != http.StatusOK {
				assert.Equal(t, "server_error", a.Code)
				failed++
			}
		}
		assert.Equal(t, 1, failed)
		assert.Equal(t, 1, s.registrations())
	})
}

// late is storage of which a reader learns a minute after the writer wrote.
type late struct{ edge.Store }

func (l late) Put(ctx context.Context, key, text string, life time.Duration) error {
	time.AfterFunc(time.Minute, func() { _ = l.Store.Put(ctx, key, text, life) })
	return nil
}

func TestStorageThatIsLateCostsNoRegistration(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, func(c *edge.Config) { c.Store = late{c.Store} })
		for range 90 {
			assert.Equal(t, http.StatusOK, s.ask().Status)
			time.Sleep(time.Second)
		}
		assert.Equal(t, 1, s.registrations())
	})
}

func TestHandlersThatShareRegisterOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		shared, nowhere := edge.NewMemory(), late{edge.NewMemory()}
		first := start(t, func(c *edge.Config) { c.Shared, c.Store = shared, nowhere })
		second := start(t, func(c *edge.Config) { c.Shared, c.Store = shared, nowhere })
		first.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: time.Second})
		var all sync.WaitGroup
		var a, b answer
		all.Go(func() { a = first.ask() })
		synctest.Wait()
		all.Go(func() { b = second.ask() })
		all.Wait()
		require.NotEmpty(t, a.Token)
		assert.Equal(t, a.Token, b.Token)
		assert.Equal(t, 1, first.registrations())
		assert.Zero(t, second.registrations())
	})
}
