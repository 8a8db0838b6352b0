package nethttp_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestARequestArrivesAsItWasMade(t *testing.T) {
	var got *http.Request
	var body []byte
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = r
		body, _ = io.ReadAll(r.Body)
		w.Header().Add("X-Several", "a")
		w.Header().Add("X-Several", "b")
		w.WriteHeader(http.StatusTeapot)
		_, _ = io.WriteString(w, "short and stout")
	}))
	defer server.Close()
	response, err := nethttp.New(nil).Do(t.Context(), &mastodon.Request{
		Method: "POST", URL: server.URL + "/api?x=y", Header: map[string]string{"Accept": "application/json"}, Body: []byte("a=b")})
	require.NoError(t, err)
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	assert.Equal(t, "POST", got.Method)
	assert.Equal(t, "/api?x=y", got.URL.String())
	assert.Equal(t, "application/json", got.Header.Get("Accept"))
	assert.Contains(t, got.Header.Get("User-Agent"), "fedi-signup")
	assert.Empty(t, got.Header.Get("Referer"))
	assert.Equal(t, "a=b", string(body))
	assert.Equal(t, http.StatusTeapot, response.Status)
	assert.Equal(t, "a, b", response.Header["x-several"])
	assert.Equal(t, "short and stout", string(answer))
}

func TestNoCookieIsKept(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		assert.Empty(t, r.Cookies())
		http.SetCookie(w, &http.Cookie{Name: "session", Value: "1"})
	}))
	defer server.Close()
	jar, err := cookiejar.New(nil)
	require.NoError(t, err)
	doer := nethttp.New(&http.Client{Jar: jar})
	for range 2 {
		response, err := doer.Do(t.Context(), &mastodon.Request{Method: "GET", URL: server.URL})
		require.NoError(t, err)
		response.Body.Close()
	}
}

func TestOnlyAGetFollowsARedirect(t *testing.T) {
	var elsewhere []*http.Request
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { elsewhere = append(elsewhere, r) }))
	defer other.Close()
	server := httptest.NewServer(http.RedirectHandler(other.URL, http.StatusTemporaryRedirect))
	defer server.Close()
	send := func(method string) int {
		response, err := nethttp.New(nil).Do(t.Context(), &mastodon.Request{Method: method, URL: server.URL,
			Header: map[string]string{"Authorization": "Bearer secret"}, Body: []byte("password=secret")})
		require.NoError(t, err)
		response.Body.Close()
		return response.Status
	}
	assert.Equal(t, http.StatusTemporaryRedirect, send("POST"))
	assert.Empty(t, elsewhere)
	assert.Equal(t, http.StatusOK, send("GET"))
	require.Len(t, elsewhere, 1)
	assert.Empty(t, elsewhere[0].Header.Get("Authorization"), "another port is another server")
	assert.Empty(t, elsewhere[0].Header.Get("Referer"))
}

func TestARedirectWithinTheServerKeepsTheToken(t *testing.T) {
	var arrived *http.Request
	mux := http.NewServeMux()
	mux.Handle("/old", http.RedirectHandler("/new", http.StatusMovedPermanently))
	mux.HandleFunc("/new", func(_ http.ResponseWriter, r *http.Request) { arrived = r })
	server := httptest.NewServer(mux)
	defer server.Close()
	response, err := nethttp.New(nil).Do(t.Context(), &mastodon.Request{Method: "GET", URL: server.URL + "/old",
		Header: map[string]string{"Authorization": "Bearer secret"}})
	require.NoError(t, err)
	response.Body.Close()
	require.NotNil(t, arrived)
	assert.Equal(t, "Bearer secret", arrived.Header.Get("Authorization"))
	assert.Empty(t, arrived.Header.Get("Referer"))
}

func TestARedirectLoopEnds(t *testing.T) {
	server := httptest.NewServer(http.RedirectHandler("/", http.StatusFound))
	defer server.Close()
	_, err := nethttp.New(nil).Do(t.Context(), &mastodon.Request{Method: "GET", URL: server.URL})
	assert.ErrorContains(t, err, "redirects")

	own := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return errors.New("none at all") }}
	_, err = nethttp.New(own).Do(t.Context(), &mastodon.Request{Method: "GET", URL: server.URL})
	assert.ErrorContains(t, err, "none at all")
}

func TestWhatCannotBeSentIsAnError(t *testing.T) {
	doer := nethttp.New(nil)
	_, err := doer.Do(t.Context(), &mastodon.Request{Method: "GET", URL: "http://[::1"})
	require.Error(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = doer.Do(ctx, &mastodon.Request{Method: "GET", URL: "http://127.0.0.1:1/"})
	require.ErrorIs(t, err, context.Canceled)
}
