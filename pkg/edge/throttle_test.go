package edge_test

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAThrottledRegistrationTellsWhenToComeBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		for range 5 { // others behind the same address
			response, err := s.server.Client().PostForm("https://example.social/api/v1/apps", url.Values{})
			require.NoError(t, err)
			_ = response.Body.Close()
		}
		time.Sleep(time.Minute + 500*time.Millisecond)
		a := s.ask()
		assert.Equal(t, http.StatusTooManyRequests, a.Status)
		assert.Equal(t, "rate_limited", a.Code)
		assert.Equal(t, "540", a.Header.Get("Retry-After"))
		assert.Equal(t, "5", a.Header.Get("X-RateLimit-Limit"))
		assert.Equal(t, "0", a.Header.Get("X-RateLimit-Remaining"))

		server, err := mastodon.ParseServer("example.social")
		require.NoError(t, err)
		_, err = mastodon.NewBroker(nethttp.New(&http.Client{Transport: page{s}}), "https://edge.example.org", server, returnURL).Token(t.Context(), mastodon.TokenQuestion{})
		var refused *mastodon.Error
		require.ErrorAs(t, err, &refused)
		assert.Equal(t, mastodon.CodeRateLimited, refused.Code)
		require.NotNil(t, refused.RateLimit, "clients read it as from the server itself")
		assert.Equal(t, 9*time.Minute, time.Until(time.UnixMilli(refused.RateLimit.ResetAt)).Truncate(time.Second))

		time.Sleep(9 * time.Minute)
		assert.Equal(t, http.StatusOK, s.ask().Status)
	})
}

func TestAThrottledServerIsLeftAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		for range 5 { // others behind the same address
			response, err := s.server.Client().PostForm("https://example.social/api/v1/apps", url.Values{})
			require.NoError(t, err)
			_ = response.Body.Close()
		}
		require.Equal(t, http.StatusTooManyRequests, s.ask().Status)
		require.Equal(t, 6, s.registrations())
		logged := s.log.String()
		time.Sleep(4*time.Minute + 500*time.Millisecond)
		for _, a := range append(s.together(50), s.do(post("https://blog.example.org", "example.social", "https://blog.example.org/"))) {
			assert.Equal(t, http.StatusTooManyRequests, a.Status, "another site's visitor, too")
			assert.Equal(t, "rate_limited", a.Code)
			assert.Equal(t, "360", a.Header.Get("Retry-After"), "what is left of it")
			assert.Equal(t, "5", a.Header.Get("X-RateLimit-Limit"))
			reset, err := time.Parse(time.RFC3339, a.Header.Get("X-RateLimit-Reset"))
			require.NoError(t, err)
			assert.Equal(t, 6*time.Minute, time.Until(reset).Round(time.Second))
		}
		assert.Equal(t, 6, s.registrations(), "the server is not asked")
		assert.Equal(t, logged, s.log.String(), "and the owner is told once")
		s.do(post(origin, "other.example", returnURL))
		assert.Equal(t, 7, s.registrations(), "another server may have room")

		time.Sleep(6 * time.Minute)
		assert.Equal(t, http.StatusOK, s.ask().Status)
	})
}

func TestWhoHasATokenNeedsNotWaitForAThrottledServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		token := s.ask().Token
		s.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Status: 429, Times: mastodontest.Always})
		other := post("https://blog.example.org", "example.social", "https://blog.example.org/")
		require.Equal(t, http.StatusTooManyRequests, s.do(other).Status)
		assert.Equal(t, token, s.ask().Token)
		time.Sleep(tokenLife + time.Second)
		assert.Equal(t, token, s.ask().Token, "the app's next token is no registration")
	})
}

const tokenLife = 7 * time.Minute // in storage, and as long as it is shared

// throttling is a Doer to a server that answers 429 with headers of its own.
type throttling struct {
	mastodon.Doer
	path   string
	header map[string]string
	asked  *int
}

func (d throttling) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if !strings.HasSuffix(r.URL, d.path) {
		return d.Doer.Do(ctx, r)
	}
	*d.asked++
	return &mastodon.Response{Status: 429, Header: d.header, Body: body(`{"error":"Too many requests"}`)}, nil
}

func TestAThrottlesEndIsBelievedWithinReason(t *testing.T) {
	limit := func(reset string) map[string]string {
		return map[string]string{"x-ratelimit-limit": "5", "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset}
	}
	at := func(wait time.Duration) func() map[string]string {
		return func() map[string]string { return limit(time.Now().Add(wait).UTC().Format(time.RFC3339Nano)) }
	}
	is := func(reset string) func() map[string]string {
		return func() map[string]string { return limit(reset) }
	}
	for name, test := range map[string]struct {
		header  func() map[string]string
		seconds int
		told    bool // what the server's limit is
	}{
		"soon":                   {at(500 * time.Millisecond), 1, true},
		"in ten minutes":         {at(10 * time.Minute), 600, true},
		"as seconds":             {func() map[string]string { return limit(strconv.FormatInt(time.Now().Add(90*time.Second).Unix(), 10)) }, 90, true},
		"in a year":              {at(365 * 24 * time.Hour), 1800, true},
		"in the year 9999":       {is("9999-12-31T23:59:59Z"), 1800, true},
		"in more than a century": {is("1099511627775"), 1800, true},
		"in the past":            {at(-time.Hour), 60, true},
		"at the epoch":           {is("1970-01-01T00:00:00Z"), 60, true},
		"untold":                 {func() map[string]string { return nil }, 60, false},
		"no time":                {is("soon"), 60, false},
		"a negative time":        {is("-1"), 60, false},
	} {
		for _, path := range []string{"/api/v1/apps", "/oauth/token"} {
			t.Run(name+" "+path, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					asked := 0
					s := start(t, func(c *edge.Config) { c.Doer = throttling{c.Doer, path, test.header(), &asked} })
					first := s.ask()
					assert.Equal(t, http.StatusTooManyRequests, first.Status)
					assert.Equal(t, strconv.Itoa(test.seconds), first.Header.Get("Retry-After"))
					if test.told {
						reset, err := time.Parse(time.RFC3339, first.Header.Get("X-RateLimit-Reset"))
						require.NoError(t, err)
						assert.LessOrEqual(t, time.Until(reset), time.Duration(test.seconds)*time.Second)
					} else {
						assert.Empty(t, first.Header.Get("X-RateLimit-Reset"))
					}
					if test.seconds > 1 {
						time.Sleep(time.Duration(test.seconds-1) * time.Second)
						assert.Equal(t, http.StatusTooManyRequests, s.ask().Status)
						assert.Equal(t, 1, asked)
					}
					time.Sleep(time.Second)
					s.ask()
					assert.Equal(t, 2, asked, "it is asked again")
				})
			})
		}
	}
}
