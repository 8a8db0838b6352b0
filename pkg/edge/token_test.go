package edge_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
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

// page sends requests as a page of the first site does: to the broker, and to
// the server itself.
type page struct{ s *setup }

func (p page) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Origin", origin)
	if r.URL.Host != "edge.example.org" {
		return p.s.server.Client().Transport.RoundTrip(r)
	}
	a := p.s.do(r)
	return &http.Response{StatusCode: a.Status, Header: a.Header, Body: body(a.Body), Request: r}, nil
}

type readCloser struct{ *strings.Reader }

func (readCloser) Close() error { return nil }

func body(text string) readCloser { return readCloser{strings.NewReader(text)} }

func TestAVisitorSignsUpWithABrokeredToken(t *testing.T) {
	s := start(t, nil)
	doer := nethttp.New(&http.Client{Transport: page{s}})
	server, err := mastodon.ParseServer("example.social")
	require.NoError(t, err)

	token, err := mastodon.NewBroker(doer, "https://edge.example.org", server, returnURL).Token(t.Context(), mastodon.TokenQuestion{})
	require.NoError(t, err)
	assert.Equal(t, "Bearer", token.TokenType)
	assert.Equal(t, "read:accounts write:accounts", token.Scope)
	assert.WithinDuration(t, time.Now(), token.CreatedAt, time.Minute)
	created, err := mastodon.NewClient(server, doer).CreateAccount(t.Context(), token.AccessToken, mastodon.Registration{
		Username: "alice", Email: "alice@example.org", Password: "correct horse battery", Agreement: true, Locale: "en"})
	require.NoError(t, err)
	assert.NotEmpty(t, created.Token.AccessToken)

	mail := s.server.Mails()[0]
	assert.Contains(t, mail.Text, "return to Example", "the mail names the app")
	visitor := s.server.Client()
	visitor.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	response, err := visitor.Get(mail.Link)
	require.NoError(t, err)
	defer response.Body.Close()
	assert.Equal(t, returnURL+"&fedi-signup=example.social", response.Header.Get("Location"), "its link leads back to the site, and tells of which server the mail was")
}

func TestTheSameRegistrationServesAfterARestart(t *testing.T) {
	store := edge.NewMemory()
	var doer mastodon.Doer
	first := start(t, func(c *edge.Config) { c.Store, doer = store, c.Doer })
	second := start(t, func(c *edge.Config) { c.Store, c.Doer = store, doer })
	token := first.ask().Token
	require.NotEmpty(t, token)
	assert.Equal(t, token, second.ask().Token)
	assert.Equal(t, 1, first.registrations())
}

func TestEachServerAndSiteHasItsRegistration(t *testing.T) {
	var apps []string
	s := start(t, func(c *edge.Config) { c.Doer = watched{c.Doer, &apps} })
	tokens := map[string]bool{}
	for _, r := range []*http.Request{
		post(origin, "example.social", returnURL),
		post(origin, "other.example", returnURL),
		post("https://blog.example.org", "example.social", "https://blog.example.org/"),
	} {
		a := s.do(r)
		require.Equal(t, http.StatusOK, a.Status, a.Body)
		tokens[a.Token] = true
	}
	assert.Len(t, tokens, 3)
	assert.Equal(t, []string{
		"https://example.social/api/v1/apps Example https://www.example.org/joined?from=mail&fedi-signup=example.social https://www.example.org read:accounts write:accounts",
		"https://other.example/api/v1/apps Example https://www.example.org/joined?from=mail&fedi-signup=other.example https://www.example.org read:accounts write:accounts",
		"https://example.social/api/v1/apps blog.example.org https://blog.example.org/?fedi-signup=example.social https://blog.example.org read:accounts write:accounts",
	}, apps)
}

// watched notes the apps that are registered.
type watched struct {
	mastodon.Doer
	apps *[]string
}

func (w watched) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if strings.HasSuffix(r.URL, "/api/v1/apps") {
		form, _ := url.ParseQuery(string(r.Body))
		*w.apps = append(*w.apps, strings.Join([]string{r.URL, form.Get("client_name"), form.Get("redirect_uris"), form.Get("website"), form.Get("scopes")}, " "))
	}
	return w.Doer.Do(ctx, r)
}

func TestANewNameOfTheAppIsRegistered(t *testing.T) {
	store := edge.NewMemory()
	start(t, func(c *edge.Config) { c.Store = store }).ask()
	s := start(t, func(c *edge.Config) { c.Store, c.Sites[0].AppName = store, "Another" })
	assert.Equal(t, http.StatusOK, s.ask().Status)
	assert.Equal(t, 1, s.registrations())
}

func TestARegistrationWhoseMailsDoNotTellTheServerIsMadeAnew(t *testing.T) {
	store := edge.NewMemory()
	hash := sha256.Sum256([]byte("https://example.social\n" + returnURL + "\nExample\nread:accounts write:accounts"))
	before := "token/example.social/" + hex.EncodeToString(hash[:8]) // as it was kept when return URLs had no mark
	require.NoError(t, store.Put(t.Context(), before, `{"access_token":"before"}`, 0))
	s := start(t, func(c *edge.Config) { c.Store = store })
	a := s.ask()
	assert.Equal(t, http.StatusOK, a.Status)
	assert.NotEqual(t, "before", a.Token)
	assert.Equal(t, 1, s.registrations())
}

func TestAnAppThatTheServerDeletedIsRegisteredAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		before := s.ask()
		require.Equal(t, http.StatusOK, before.Status)
		s.server.DeleteApps()
		time.Sleep(5 * time.Minute)
		after := s.ask()
		require.Equal(t, http.StatusOK, after.Status)
		assert.NotEqual(t, before.Token, after.Token)
		assert.Equal(t, 2, s.registrations())
		assert.Contains(t, s.log.String(), "example.social no longer takes the app of "+returnURL)
	})
}

func TestAnAppThatIsRefusedInOtherWordsIsRegisteredAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		s.server.Update(func(s *mastodontest.Settings) { s.Software, s.Version = mastodontest.GoToSocial, "0.18.3" })
		require.Equal(t, http.StatusOK, s.ask().Status)
		s.server.DeleteApps()
		time.Sleep(5 * time.Minute)
		a := s.ask()
		require.Equal(t, http.StatusOK, a.Status, a.Body)
		assert.Equal(t, 2, s.registrations())
		assert.Contains(t, s.log.String(), "sql: no rows in result set")
	})
}

func TestAServerThatKnowsNoAppIsNotAskedForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		s.ask()
		time.Sleep(5 * time.Minute)
		s.server.Fail(mastodontest.Fault{Path: "/oauth/token", Times: 100, Status: 401, Body: `{"error":"invalid_client","error_description":"Unknown client."}`})
		a := s.ask()
		assert.Equal(t, http.StatusForbidden, a.Status)
		assert.Equal(t, "server_refused", a.Code)
		assert.Equal(t, 2, s.registrations())
	})
}

func TestWhatServersAnswerInstead(t *testing.T) {
	for name, test := range map[string]struct {
		fault  mastodontest.Fault
		status int
		code   string
	}{
		"the connection breaks":      {mastodontest.Fault{Path: "/api/v1/apps", Drop: true}, 502, "server_unavailable"},
		"no answer in time":          {mastodontest.Fault{Path: "/oauth/token", Delay: time.Hour}, 502, "server_unavailable"},
		"an answer broken off":       {mastodontest.Fault{Path: "/oauth/token", Truncate: true}, 502, "server_unavailable"},
		"overload":                   {mastodontest.Fault{Path: "/api/v1/apps", Status: 503, Body: `{"error":"Try again"}`}, 502, "server_unavailable"},
		"an error of OAuth's kind":   {mastodontest.Fault{Path: "/oauth/token", Status: 500, Body: `{"error":"server_error","error_description":"Oops"}`}, 502, "server_unavailable"},
		"sent elsewhere":             {mastodontest.Fault{Path: "/oauth/token", Status: 307, Redirect: "https://evil.example/"}, 502, "server_unavailable"},
		"an endless answer":          {mastodontest.Fault{Path: "/api/v1/apps", Status: 200, Body: `{"client_id":"` + strings.Repeat("x", 1<<20)}, 502, "server_unavailable"},
		"a proxy's page":             {mastodontest.Fault{Path: "/api/v1/apps", Status: 200, Body: "<title>One moment</title>"}, 502, "server_unavailable"},
		"apps are refused":           {mastodontest.Fault{Path: "/api/v1/apps", Status: 403, Body: `{"error":"Forbidden"}`}, 403, "server_refused"},
		"no API":                     {mastodontest.Fault{Path: "/api/v1/apps", Status: 404, Body: `{"error":"Not Found"}`}, 403, "server_refused"},
		"a proxy's refusal":          {mastodontest.Fault{Path: "/api/v1/apps", Status: 403, Body: "<title>Checking that you are human</title>"}, 502, "server_unavailable"},
		"the grant is not supported": {mastodontest.Fault{Path: "/oauth/token", Status: 400, Body: `{"error":"unsupported_grant_type","error_description":"No."}`}, 403, "server_refused"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := start(t, nil)
				s.server.Fail(test.fault)
				began := time.Now()
				a := s.ask()
				assert.Equal(t, test.status, a.Status)
				assert.Equal(t, test.code, a.Code)
				assert.NotEmpty(t, a.Description)
				assert.Equal(t, origin, a.Header.Get("Access-Control-Allow-Origin"), "the page can read it")
				assert.LessOrEqual(t, time.Since(began), 10*time.Second)
				assert.Contains(t, s.log.String(), "example.social: ", "the owner is told")

				assert.Equal(t, http.StatusOK, s.ask().Status, "once the server is well again")
				assert.LessOrEqual(t, s.registrations(), 2)
				if test.fault.Path == "/oauth/token" {
					assert.Equal(t, 1, s.registrations(), "an app without a token is kept")
				}
			})
		})
	}
}

func TestAServerThatRepeatsTheSecretDoesNotSpreadIt(t *testing.T) {
	s := start(t, func(c *edge.Config) { c.Doer = echo{c.Doer} })
	a := s.ask()
	assert.Equal(t, "server_refused", a.Code)
	assert.Contains(t, s.log.String(), "client_id=…&client_secret=…", "its words reach the owner")
}

// echo answers a request for a token with its body.
type echo struct{ mastodon.Doer }

func (e echo) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	response, err := e.Doer.Do(ctx, r)
	if err == nil && strings.HasSuffix(r.URL, "/oauth/token") {
		_ = response.Body.Close()
		return &mastodon.Response{Status: 400, Body: body(`{"error":"invalid_request","error_description":"Cannot read ` + string(r.Body) + `"}`)}, nil
	}
	return response, err
}

// brokenStore fails as told.
type brokenStore struct {
	edge.Store
	get, put error
}

func (s brokenStore) Get(ctx context.Context, key string) (string, bool, error) {
	if s.get != nil {
		return "", false, s.get
	}
	return s.Store.Get(ctx, key)
}

func (s brokenStore) Put(ctx context.Context, key, text string, life time.Duration) error {
	if s.put != nil {
		return s.put
	}
	return s.Store.Put(ctx, key, text, life)
}

func TestWithoutStorageNoAppIsRegistered(t *testing.T) {
	s := start(t, func(c *edge.Config) { c.Store = brokenStore{Store: c.Store, get: errors.New("KV GET failed: 500")} })
	a := s.ask()
	assert.Equal(t, http.StatusServiceUnavailable, a.Status)
	assert.Equal(t, "temporarily_unavailable", a.Code)
	assert.Zero(t, s.registrations())
	assert.Contains(t, s.log.String(), "KV GET failed: 500")
}

func TestAVisitorIsServedThoughNothingCanBeKept(t *testing.T) {
	s := start(t, func(c *edge.Config) {
		c.Store = brokenStore{Store: c.Store, put: errors.New("KV PUT failed: 429 Too Many Requests")}
	})
	assert.Equal(t, http.StatusOK, s.ask().Status)
	assert.Contains(t, s.log.String(), "storage: put app/example.social/")
}
