package edge_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
)

const repeat = "Front-Cache-Control"

// What a script in front answers on its own is what the handler would answer.
func TestTheFrontAnswersAsTheHandlerDoes(t *testing.T) {
	front := edge.NewFront()
	s := start(t, nil)
	asHandler := func(method, path string, known edge.FrontAnswer) {
		for _, from := range []string{origin, "https://evil.example", ""} {
			r := httptest.NewRequest(method, path, strings.NewReader("any"))
			r.Header.Set("Origin", from)
			a := s.do(r)
			assert.Equal(t, a.Status, known.Status, "%s %s", method, path)
			assert.Equal(t, a.Body, known.Body)
			header := http.Header{}
			for name, value := range known.Header {
				header.Set(name, value)
			}
			assert.Equal(t, a.Header, header)
			assert.Equal(t, "*", a.Header.Get("Access-Control-Allow-Origin"))
			assert.Empty(t, a.Header.Get(repeat))
		}
	}
	asHandler(http.MethodGet, "/", front.NotFound)
	asHandler(http.MethodPost, "/v1/none", front.NotFound)
	assert.Equal(t, http.StatusTooManyRequests, front.TooMany.Status)
	assert.Equal(t, "60", front.TooMany.Header["Retry-After"])
	assert.Contains(t, front.TooMany.Body, `"rate_limited"`)
	assert.NotEmpty(t, front.Paths)
	for path, known := range front.Paths {
		asHandler(http.MethodOptions, path, known.Preflight)
		for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodHead, http.MethodTrace} {
			if method != known.Method {
				asHandler(method, path, known.Otherwise)
			}
		}
	}
}

func TestTheHandlerSaysForHowLongAnAnswerHolds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		assert.Equal(t, "max-age=300, uses=60", s.ask().Header.Get(repeat))
		time.Sleep(100 * time.Second)
		assert.Equal(t, "max-age=200, uses=60", s.ask().Header.Get(repeat), "as long as it is kept, and no longer")
		time.Sleep(200 * time.Second)
		assert.Equal(t, "max-age=300, uses=60", s.ask().Header.Get(repeat))
		assert.Equal(t, 2, s.sent("/oauth/token"))

		for _, refused := range []answer{
			s.do(post("https://evil.example", "example.social", returnURL)),
			s.do(post(origin, "evil.example", returnURL)),
			s.do(post(origin, "example.social", origin)),
			s.do(post(origin, "", returnURL)),
		} {
			assert.Equal(t, "max-age=60", refused.Header.Get(repeat), refused.Body)
		}
	})
}

func TestARefusalOfAServerHoldsUntilItsEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		s.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Status: 429})
		assert.Equal(t, "max-age=60", s.ask().Header.Get(repeat))
		time.Sleep(20 * time.Second)
		a := s.ask()
		assert.Equal(t, "max-age=40", a.Header.Get(repeat))
		assert.Equal(t, "40", a.Header.Get("Retry-After"))
		assert.Equal(t, 1, s.registrations())
	})
}

func TestAFailureIsNotRepeated(t *testing.T) {
	s := start(t, nil)
	s.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Status: 500})
	assert.Empty(t, s.ask().Header.Get(repeat))
	assert.Equal(t, http.StatusOK, s.ask().Status)
}

// forGood is storage that never forgets.
type forGood struct{ edge.Store }

func (f forGood) Put(ctx context.Context, key, text string, _ time.Duration) error {
	return f.Store.Put(ctx, key, text, 0)
}

func TestStorageThatKeepsForTooLongGivesNoOldToken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		kept := edge.NewMemory()
		var doer mastodon.Doer
		first := start(t, func(c *edge.Config) { c.Store, doer = forGood{kept}, c.Doer })
		first.ask()
		time.Sleep(6 * time.Minute)
		second := start(t, func(c *edge.Config) { c.Store, c.Doer = forGood{kept}, doer })
		assert.Equal(t, "max-age=300, uses=60", second.ask().Header.Get(repeat))
		assert.Equal(t, 2, first.sent("/oauth/token"))
		assert.Equal(t, 1, first.registrations())
	})
}
