package edge_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// givenBack is what a page sends that gives a token back.
func givenBack(from, server, token string) *http.Request {
	form := url.Values{"server": {server}, "return_url": {returnURL}, "token": {token}}
	r := httptest.NewRequest(http.MethodPost, "/v1/revoke", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", from)
	return r
}

// revoke gives a token back as a page does.
func (s *setup) revoke(from, server, token string) answer {
	a := s.do(givenBack(from, server, token))
	assert.NotContains(s.t, a.Body, token)
	assert.NotContains(s.t, s.log.String(), token)
	return a
}

// account makes one with an app's token, and returns its own.
func (s *setup) account(appToken, name string) string {
	server, err := mastodon.ParseServer("example.social")
	require.NoError(s.t, err)
	created, err := mastodon.NewClient(server, nethttp.New(s.server.ClientAt("198.51.100.7"))).CreateAccount(s.t.Context(), appToken, mastodon.Registration{
		Username: name, Email: name + "@example.org", Password: "correct horse battery", Agreement: true, Locale: "en"})
	require.NoError(s.t, err)
	return created.Token.AccessToken
}

// works reports whether the server takes a token.
func (s *setup) works(token string) bool {
	r, err := http.NewRequest(http.MethodGet, "https://example.social/api/v1/apps/verify_credentials", nil)
	require.NoError(s.t, err)
	r.Header.Set("Authorization", "Bearer "+token)
	response, err := s.server.Client().Do(r)
	require.NoError(s.t, err)
	_ = response.Body.Close()
	return response.StatusCode == http.StatusOK
}

func TestAnAccountsTokenIsGivenBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		app := s.ask().Token
		s.given(turnLength)
		second := s.ask().Token
		require.NotEqual(t, app, second)
		waiting, ready, later := s.account(app, "alice"), s.account(app, "bob"), s.account(second, "carol")
		require.NoError(t, s.server.Confirm("bob"))
		for name, token := range map[string]string{"not confirmed": waiting, "ready": ready, "of another app of the site": later} {
			require.True(t, s.works(token))
			a := s.revoke(origin, "example.social", token)
			assert.Equal(t, http.StatusOK, a.Status, name+a.Body)
			assert.Empty(t, a.Header.Get(repeat))
			assert.False(t, s.works(token), name)
			assert.Equal(t, http.StatusOK, s.revoke(origin, "example.social", token).Status, "it is worthless already")
		}
		assert.True(t, s.works(app))
	})
}

func TestOnlyTokensOfTheSitesAccountsAreGivenBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		app := s.ask().Token
		blog := s.do(post("https://blog.example.org", "example.social", "https://blog.example.org/")).Token
		foreign, own := s.account(blog, "alice"), s.account(app, "bob")
		assert.Equal(t, "token_not_ours", s.revoke(origin, "example.social", foreign).Code)
		assert.True(t, s.works(foreign))
		assert.Equal(t, "token_not_ours", s.revoke(origin, "example.social", app).Code, "all visitors have it")
		assert.True(t, s.works(app))

		assert.Equal(t, "origin_not_listed", s.revoke("https://evil.example", "example.social", own).Code)
		assert.Equal(t, "return_url_not_listed", s.revoke("https://blog.example.org", "example.social", own).Code)
		assert.Equal(t, "server_not_listed", s.revoke(origin, "evil.example", own).Code)
		assert.Equal(t, "invalid_request", s.revoke(origin, "example.social", "a b").Code)
		assert.Equal(t, http.StatusRequestEntityTooLarge, s.revoke(origin, "example.social", strings.Repeat("x", 9000)).Status)
		assert.True(t, s.works(own))
	})
}

func TestATokenThatCannotBeGivenBackNow(t *testing.T) {
	for path, code := range map[string]string{"/api/v1/accounts/verify_credentials": "server_unavailable", "/oauth/revoke": "server_unavailable"} {
		t.Run(path, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := start(t, nil)
				token := s.account(s.ask().Token, "alice")
				s.server.Fail(mastodontest.Fault{Path: path, Delay: time.Hour})
				began := time.Now()
				assert.Equal(t, code, s.revoke(origin, "example.social", token).Code)
				assert.LessOrEqual(t, time.Since(began), 10*time.Second)
				assert.Equal(t, http.StatusOK, s.revoke(origin, "example.social", token).Status)
			})
		})
	}
}

func TestATokenIsGivenBackThoughItsVisitorLeaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		token := s.account(s.ask().Token, "alice")
		for _, path := range []string{"/api/v1/accounts/verify_credentials", "/oauth/revoke"} {
			s.server.Fail(mastodontest.Fault{Path: path, Delay: 2 * time.Second})
		}
		visit, leave := context.WithTimeout(t.Context(), time.Second)
		defer leave()
		s.do(givenBack(origin, "example.social", token).WithContext(visit))
		assert.False(t, s.works(token))
	})
}

func TestGivingTokensBackEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		for range 120 {
			require.Equal(t, http.StatusOK, s.revoke(origin, "example.social", "made-up-by-somebody").Status)
		}
		asked := len(s.server.Requests())
		time.Sleep(time.Second)
		a := s.revoke(origin, "example.social", "made-up-by-somebody")
		assert.Equal(t, "rate_limited", a.Code)
		assert.Equal(t, "59", a.Header.Get("Retry-After"))
		assert.Len(t, s.server.Requests(), asked)
		assert.Equal(t, http.StatusOK, s.revoke(origin, "other.example", "made-up-by-somebody").Status)
	})
}
