package nethttp_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

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

// transport is a network of one function.
type transport func(*http.Request) *http.Response

func (t transport) RoundTrip(r *http.Request) (*http.Response, error) { return t(r), nil }

func TestARedirectOutOfEncryptionLosesTheToken(t *testing.T) {
	var open http.Header
	network := transport(func(r *http.Request) *http.Response {
		answer := &http.Response{StatusCode: http.StatusFound, Header: http.Header{"Location": {"http://example.social/x"}}, Body: http.NoBody, Request: r}
		if r.URL.Scheme == "http" {
			open, answer.StatusCode = r.Header, http.StatusOK
		}
		return answer
	})
	_, err := nethttp.New(&http.Client{Transport: network}).Do(t.Context(), &mastodon.Request{Method: "GET",
		URL: "https://example.social/x", Header: map[string]string{"Authorization": "Bearer secret"}})
	require.NoError(t, err)
	require.NotNil(t, open)
	assert.Empty(t, open.Get("Authorization"))
}

func TestAnAnswerTellsWhereItCameFromAfterRedirects(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer other.Close()
	mux := http.NewServeMux()
	mux.Handle("/away", http.RedirectHandler(other.URL+"/there?a=b", http.StatusFound))
	mux.HandleFunc("/here", func(http.ResponseWriter, *http.Request) {})
	server := httptest.NewServer(mux)
	defer server.Close()
	for path, wanted := range map[string]string{"/away": other.URL + "/there?a=b", "/here": "", "/nowhere": ""} {
		response, err := nethttp.New(nil).Do(t.Context(), &mastodon.Request{Method: "GET", URL: server.URL + path})
		require.NoError(t, err)
		response.Body.Close()
		assert.Equal(t, wanted, response.URL, path)
	}
	response, err := nethttp.New(nil).Do(t.Context(), &mastodon.Request{Method: "POST", URL: server.URL + "/away"})
	require.NoError(t, err)
	response.Body.Close()
	assert.Empty(t, response.URL, "a redirect that is not followed")
}

func TestARedirectLoopEnds(t *testing.T) {
	server := httptest.NewServer(http.RedirectHandler("/", http.StatusFound))
	defer server.Close()
	_, err := nethttp.New(nil).Do(t.Context(), &mastodon.Request{Method: "GET", URL: server.URL})
	assert.ErrorContains(t, err, "redirects")
	assert.Equal(t, mastodon.CauseRedirects, causeOf(err))

	own := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return errors.New("none at all") }}
	_, err = nethttp.New(own).Do(t.Context(), &mastodon.Request{Method: "GET", URL: server.URL})
	assert.ErrorContains(t, err, "none at all")
}

func causeOf(err error) mastodon.Cause {
	var known *mastodon.NoAnswer
	if errors.As(err, &known) {
		return known.Cause
	}
	return ""
}

func get(ctx context.Context, client *http.Client, url string) error {
	response, err := nethttp.New(client).Do(ctx, &mastodon.Request{Method: "GET", URL: url})
	if err == nil {
		response.Body.Close()
	}
	return err
}

func TestABadCertificateIsTold(t *testing.T) {
	quiet := func(s *httptest.Server) *httptest.Server {
		s.Config.ErrorLog = log.New(io.Discard, "", 0)
		return s
	}
	untrusted := quiet(httptest.NewTLSServer(nil))
	defer untrusted.Close()
	plain := quiet(httptest.NewServer(nil))
	defer plain.Close()
	old := quiet(httptest.NewUnstartedServer(nil))
	old.TLS = &tls.Config{MaxVersion: tls.VersionTLS11}
	old.StartTLS()
	defer old.Close()
	asking := quiet(httptest.NewUnstartedServer(nil))
	asking.TLS = &tls.Config{ClientAuth: tls.RequireAnyClientCert, MaxVersion: tls.VersionTLS12}
	asking.StartTLS()
	defer asking.Close()
	for name, test := range map[string]struct {
		client *http.Client
		url    string
	}{
		"of an unknown authority":         {nil, untrusted.URL},
		"of another name":                 {untrusted.Client(), strings.Replace(untrusted.URL, "127.0.0.1", "localhost", 1)},
		"none: an open port":              {nil, strings.Replace(plain.URL, "http:", "https:", 1)},
		"an outdated protocol":            {old.Client(), old.URL},
		"a certificate that is asked for": {asking.Client(), asking.URL},
		"garbage":                         {nil, "https://" + garbage(t)},
	} {
		t.Run(name, func(t *testing.T) {
			err := get(t.Context(), test.client, test.url)
			require.Error(t, err)
			assert.Equal(t, mastodon.CauseTLS, causeOf(err), err)
		})
	}
	require.NoError(t, get(t.Context(), untrusted.Client(), untrusted.URL))
}

// garbage is the address of a listener that answers with what is no protocol.
func garbage(t *testing.T) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = io.WriteString(conn, "220 mail.example ESMTP\r\n")
			_, _ = io.Copy(io.Discard, conn)
		}
	}()
	return listener.Addr().String()
}

func TestAClosedPortIsTold(t *testing.T) {
	server := httptest.NewServer(nil)
	server.Close()
	assert.Equal(t, mastodon.CauseRefused, causeOf(get(t.Context(), nil, server.URL)))
}

func TestAnUnknownNameIsTold(t *testing.T) {
	for name, test := range map[string]struct {
		err   error
		cause mastodon.Cause
	}{
		"unknown":       {&net.DNSError{Err: "no such host", Name: "no.example", IsNotFound: true}, mastodon.CauseDNS},
		"out of order":  {&net.DNSError{Err: "server misbehaving", Name: "no.example", IsTemporary: true}, mastodon.CauseDNS},
		"too slow":      {&net.DNSError{Err: "i/o timeout", Name: "no.example", IsTimeout: true}, mastodon.CauseTimeout},
		"no network":    {os.NewSyscallError("connect", syscall.ENETUNREACH), mastodon.CauseOffline},
		"another error": {errors.New("odd"), ""},
	} {
		t.Run(name, func(t *testing.T) {
			broken := &http.Client{Transport: &http.Transport{DialContext: func(context.Context, string, string) (net.Conn, error) {
				return nil, &net.OpError{Op: "dial", Net: "tcp", Err: test.err}
			}}}
			err := get(t.Context(), broken, "https://no.example/")
			require.ErrorIs(t, err, test.err)
			assert.Equal(t, test.cause, causeOf(err))
		})
	}
}

func TestASilentServerIsTold(t *testing.T) {
	release := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-release:
		}
	}))
	defer server.Close()
	defer close(release)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	err := get(ctx, nil, server.URL)
	assert.Equal(t, mastodon.CauseTimeout, causeOf(err))
	require.ErrorIs(t, err, context.DeadlineExceeded)
	assert.Equal(t, mastodon.CauseTimeout, causeOf(get(t.Context(), &http.Client{Timeout: 10 * time.Millisecond}, server.URL)))

	ctx, cancel = context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, cancel)
	err = get(ctx, nil, server.URL)
	assert.Empty(t, causeOf(err), "who gives up knows why")
	require.ErrorIs(t, err, context.Canceled)
}

func TestTheClientsErrorsTellTheCause(t *testing.T) {
	down := httptest.NewServer(nil)
	down.Close()
	server, err := mastodon.ParseServer(down.URL)
	require.NoError(t, err)
	_, err = mastodon.NewClient(server, nethttp.New(nil)).Instance(t.Context())
	var unreachable *mastodon.Error
	require.ErrorAs(t, err, &unreachable)
	assert.Equal(t, mastodon.CodeUnreachable, unreachable.Code)
	assert.Equal(t, mastodon.CauseRefused, unreachable.Cause)
}

func TestAnInstanceBehindARedirectIsOfTheServerThatAnswers(t *testing.T) {
	answering := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, `{"version":"4.5.0","domain":"example.social"}`)
	}))
	defer answering.Close()
	redirecting := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, answering.URL+r.URL.Path, http.StatusMovedPermanently)
	}))
	defer redirecting.Close()
	server, err := mastodon.ParseServer(redirecting.URL)
	require.NoError(t, err)
	instance, err := mastodon.NewClient(server, nethttp.New(nil)).Instance(t.Context())
	require.NoError(t, err)
	assert.Equal(t, answering.URL, instance.Server.Origin())
	assert.Equal(t, answering.URL+"/about", instance.URLs.About)
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
