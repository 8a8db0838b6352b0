package signup_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestADomainOfHandlesLeadsToItsServer(t *testing.T) {
	const web = "social.example.social"
	for name, domain := range map[string]struct {
		settings mastodontest.Settings
		faults   []mastodontest.Fault
	}{
		"by a redirect": {mastodontest.Settings{AccountsAt: "https://" + web}, []mastodontest.Fault{
			{Path: v2Path, Redirect: "https://" + web + v2Path}}},
		"by host-meta": {mastodontest.Settings{AccountsAt: "https://" + web}, nil},
		"by WebFinger": {mastodontest.Settings{AccountsAt: "https://" + web}, []mastodontest.Fault{
			{Path: "/.well-known/host-meta", Status: 404}}},
		"where its own pages are HTML": {mastodontest.Settings{AccountsAt: "https://" + web}, []mastodontest.Fault{
			{Path: "/api/*", Times: 2, Status: 200, Body: "<html>Hello</html>"}}},
		"where its own pages are closed to others'": {mastodontest.Settings{AccountsAt: "https://" + web}, []mastodontest.Fault{
			{Path: "/api/*", Times: 2, Status: 404, NoCORS: true}}},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{Domain: host}, func(c *signup.Config) {
				site := mastodontest.New(domain.settings)
				for _, fault := range domain.faults {
					site.Fail(fault)
				}
				c.Doer = browser(routed(c.Doer, map[string]*mastodontest.Server{host: site}))
			}, func(v *visitor) {
				now := v.open()
				require.Equal(v, signup.ScreenForm, now.Screen)
				assert.Equal(v, web, now.Server.Host)
				assert.Equal(v, host, now.Server.Domain)
				assert.Equal(v, "https://"+web+"/auth/sign_up", now.Server.SignUpURL)
				require.NoError(v, v.flow.Submit(v.Context(), values()))
				now = v.flow.Snapshot()
				assert.Equal(v, "@alice@"+host, now.Account.Handle)
				assert.Equal(v, "https://"+web+"/@alice", now.Account.URL)
				assert.Contains(v, v.config.Store.(store)["fedi-signup:account "+web], "alice")
				require.NoError(v, v.server.Confirm("alice"))
				time.Sleep(soon)
				assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
			})
		})
	}
}

// routed sends what is for one of the other servers there, redirects included.
func routed(own mastodon.Doer, others map[string]*mastodontest.Server) mastodon.Doer {
	inner := hosts(own, others)
	return doer(func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
		response, err := inner.Do(ctx, r)
		if err != nil || response.Header["location"] == "" || r.Method != "GET" {
			return response, err
		}
		response.Body.Close()
		next := *r
		next.URL = response.Header["location"]
		if response, err = inner.Do(ctx, &next); err == nil {
			response.URL = next.URL
		}
		return response, err
	})
}

func TestServersThatNameEachOtherEndTheSearch(t *testing.T) {
	journey(t, mastodontest.Settings{AccountsAt: "https://" + host}, func(c *signup.Config) {
		other := mastodontest.New(mastodontest.Settings{AccountsAt: "https://" + host})
		c.Doer = hosts(c.Doer, map[string]*mastodontest.Server{"other.social": other})
	}, func(v *visitor) {
		failed := v.fails(signup.CodeNotSupported, v.flow.Open(v.Context(), "other.social"))
		assert.Equal(v, "https://example.social/", failed.Handover, "the server that was named")
		assert.Equal(v, 1, v.posts(v2Path))
	})
}

func TestASiteThatIsNoServerIsToldSo(t *testing.T) {
	journey(t, mastodontest.Settings{AccountsAt: "https://" + host}, nil, func(v *visitor) {
		failed := v.fails(signup.CodeNotSupported, v.flow.Open(v.Context(), host))
		assert.False(v, failed.Retryable)
		assert.Equal(v, signup.ScreenFailed, v.flow.Snapshot().Screen)
	})
}

func TestADomainThatDoesNotTellItsServerNowMayDoSoAnotherTime(t *testing.T) {
	const web = "social.example.social"
	down := mastodontest.Fault{Status: 503, Body: "<h1>Down</h1>"}
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		faults   map[string]mastodontest.Fault
		code     signup.Code
		then     signup.Screen // once it answers
	}{
		"host-meta":    {mastodontest.Settings{AccountsAt: "https://" + web}, map[string]mastodontest.Fault{"host-meta": {Drop: true}, "webfinger": {Status: 404}}, signup.CodeUnreachable, signup.ScreenForm},
		"webfinger":    {mastodontest.Settings{AccountsAt: "https://" + web}, map[string]mastodontest.Fault{"host-meta": {Status: 404}, "webfinger": {Drop: true}}, signup.CodeUnreachable, signup.ScreenForm},
		"both":         {mastodontest.Settings{AccountsAt: "https://" + web}, map[string]mastodontest.Fault{"host-meta": down, "webfinger": down}, signup.CodeServerError, signup.ScreenForm},
		"its software": {mastodontest.Settings{Software: "misskey"}, map[string]mastodontest.Fault{"nodeinfo": {Drop: true}}, signup.CodeUnreachable, signup.ScreenElsewhere},
		"too often":    {mastodontest.Settings{Software: "misskey"}, map[string]mastodontest.Fault{"nodeinfo": {Status: 429}}, signup.CodeRateLimited, signup.ScreenElsewhere},
	} {
		t.Run(name, func(t *testing.T) {
			site := mastodontest.New(c.settings)
			journey(t, mastodontest.Settings{Domain: host}, func(config *signup.Config) {
				config.Doer = routed(config.Doer, map[string]*mastodontest.Server{host: site})
			}, func(v *visitor) {
				for path, fault := range c.faults {
					fault.Path = "/.well-known/" + path
					site.Fail(fault)
				}
				failed := v.fails(c.code, v.flow.Open(v.Context(), host))
				assert.True(v, failed.Retryable)
				assert.Equal(v, signup.ScreenFailed, v.flow.Snapshot().Screen)
				assert.Equal(v, c.then, v.open().Screen)
			})
		})
	}
}

func TestWhyNoAnswerCameIsTold(t *testing.T) {
	for _, cause := range []mastodon.Cause{"", mastodon.CauseOffline, mastodon.CauseDNS, mastodon.CauseRefused, mastodon.CauseTLS,
		mastodon.CauseTimeout, mastodon.CauseRedirects, mastodon.CauseCORS} {
		t.Run(string(cause), func(t *testing.T) {
			broken := true
			journey(t, mastodontest.Settings{}, func(c *signup.Config) {
				own := c.Doer
				c.Doer = doer(func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
					if broken {
						return nil, &mastodon.NoAnswer{Cause: cause, Err: errors.New("x")}
					}
					return own.Do(ctx, r)
				})
			}, func(v *visitor) {
				failed := v.fails(signup.CodeUnreachable, v.flow.Open(v.Context(), host))
				assert.Equal(v, string(cause), failed.Detail)
				assert.True(v, failed.Retryable)
				assert.Equal(v, "https://example.social/", failed.Handover)
				assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
				broken = false
				assert.Equal(v, signup.ScreenForm, v.open().Screen, "when tried again")
			})
		})
	}
}

func TestAProxyBeforeTheServerLooksLikeAGapInCORS(t *testing.T) {
	for name, fault := range map[string]mastodontest.Fault{"502": mastodontest.ProxyDown(), "bot challenge": mastodontest.BotChallenge()} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Doer = browser(c.Doer) }, func(v *visitor) {
				v.server.Fail(fault)
				failed := v.fails(signup.CodeUnreachable, v.flow.Open(v.Context(), host))
				assert.Equal(v, "cors", failed.Detail)
				assert.True(v, failed.Retryable)
				assert.Equal(v, "https://example.social/", failed.Handover)
			})
		})
	}
	t.Run("502 that can be read", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.server.Fail(mastodontest.ProxyDown())
			v.fails(signup.CodeServerError, v.flow.Open(v.Context(), host))
		})
	})
	t.Run("redirects in circles", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.server.Fail(mastodontest.Fault{Times: mastodontest.Always, Redirect: mastodontest.Itself})
			failed := v.fails(signup.CodeUnreachable, v.flow.Open(v.Context(), host))
			assert.Equal(v, "redirects", failed.Detail)
		})
	})
}

func TestASlowServerIsSaidToBeSlowAndGivenUpInTheEnd(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.server.Fail(mastodontest.Fault{Path: v2Path, Delay: 10 * time.Second})
		done := make(chan error)
		go func() { done <- v.flow.Open(v.Context(), host) }()
		time.Sleep(5 * time.Second)
		assert.False(v, v.flow.Snapshot().Slow)
		time.Sleep(2 * time.Second)
		assert.True(v, v.flow.Snapshot().Slow)
		assert.Equal(v, signup.ScreenLoading, v.flow.Snapshot().Screen)
		require.NoError(v, <-done)
		assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		assert.False(v, v.flow.Snapshot().Slow)
		told := len(v.seen)
		time.Sleep(time.Hour)
		assert.Len(v, v.seen, told)

		v.server.Fail(mastodontest.Fault{Path: v2Path, Delay: time.Hour})
		began := time.Now()
		failed := v.fails(signup.CodeUnreachable, v.flow.Open(v.Context(), host))
		assert.Equal(v, 30*time.Second, time.Since(began))
		assert.Equal(v, "timeout", failed.Detail)
		assert.True(v, failed.Retryable)
		assert.Equal(v, signup.ScreenFailed, v.flow.Snapshot().Screen)
		assert.False(v, v.flow.Snapshot().Slow)
	})
	t.Run("unless the visitor goes elsewhere", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.server.Fail(mastodontest.Fault{Path: v2Path, Delay: time.Hour})
			done := make(chan error)
			go func() { done <- v.flow.Open(v.Context(), host) }()
			time.Sleep(7 * time.Second)
			require.NoError(v, v.flow.Open(v.Context(), "other.social"))
			v.fails(signup.CodeAborted, <-done)
			synctest.Wait()
			assert.False(v, v.flow.Snapshot().Slow)
		})
	})
}
