package main

import (
	"net/http"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
)

const allowOrigin = "Access-Control-Allow-Origin"

// meddled lets the doctor look at a server through a proxy.
func meddled(t *testing.T, meddle func(*http.Request, *http.Response), args ...string) visit {
	t.Helper()
	server := mastodontest.New(mastodontest.Settings{})
	return run(t.Context(), network{host: proxy{server.Client().Transport, meddle}}, nil, append(args, host)...)
}

func TestWhatABrowserKeepsFromPagesIsNoSignUp(t *testing.T) {
	preflightOf := func(r *http.Request, path string) bool { return r.Method == http.MethodOptions && r.URL.Path == path }
	for name, c := range map[string]struct {
		meddle  func(*http.Request, *http.Response)
		verdict string
		row     string
		want    string
		next    string
	}{
		"no CORS at all": {func(_ *http.Request, a *http.Response) { a.Header.Del(allowOrigin) },
			"browsers keep pages from reading GET /api/v2/instance (no Access-Control-Allow-Origin)",
			"GET /api/v2/instance", "the terms blocked: no Access-Control-Allow-Origin 200",
			"Ask its staff (staff@example.social) to let pages of other sites use its API"},
		"CORS for another site": {func(_ *http.Request, a *http.Response) { a.Header.Set(allowOrigin, "https://app.example") },
			"browsers keep pages from reading GET /api/v2/instance (Access-Control-Allow-Origin is https://app.example only)",
			"GET /api/v2/instance", "the terms blocked: Access-Control-Allow-Origin is https://app.example only 200", "use its API"},
		"CORS twice, by the server and its proxy": {func(_ *http.Request, a *http.Response) { a.Header.Add(allowOrigin, "*") },
			"browsers keep pages from reading GET /api/v2/instance (more than one Access-Control-Allow-Origin)",
			"GET /api/v2/instance", "the terms blocked: more than one Access-Control-Allow-Origin 200", "look at what is in front of it"},
		"preflight of the sign-up unanswered": {func(r *http.Request, a *http.Response) {
			if preflightOf(r, "/api/v1/accounts") {
				a.StatusCode = http.StatusMethodNotAllowed
			}
		}, "browsers keep pages from POST /api/v1/accounts (the preflight is answered with 405)",
			"POST /api/v1/accounts", "the account blocked: the preflight is answered with 405 preflight 405", "call POST /api/v1/accounts:"},
		"Authorization not allowed": {func(r *http.Request, a *http.Response) {
			if preflightOf(r, "/api/v1/accounts") {
				a.Header.Set("Access-Control-Allow-Headers", "*")
			}
		}, "browsers keep pages from POST /api/v1/accounts (Authorization is not in Access-Control-Allow-Headers)",
			"POST /api/v1/accounts", "the account blocked: Authorization is not in Access-Control-Allow-Headers preflight 200", "call POST /api/v1/accounts:"},
		"refusals without CORS": {func(r *http.Request, a *http.Response) {
			if a.StatusCode >= 400 {
				a.Header.Del(allowOrigin)
			}
		}, "browsers keep pages from GET /api/v1/accounts/verify_credentials (no Access-Control-Allow-Origin)",
			"GET /api/v1/accounts/verify_credentials", "the account's state blocked: no Access-Control-Allow-Origin 401, preflight 200",
			"all answers, refusals too, need Access-Control-Allow-Origin: *"},
		"no app tokens for pages": {func(r *http.Request, a *http.Response) {
			if r.URL.Path == "/oauth/token" {
				a.Header.Del(allowOrigin)
			}
		}, "browsers keep pages from POST /oauth/token (no Access-Control-Allow-Origin)",
			"POST /oauth/token", "its token blocked: no Access-Control-Allow-Origin preflight 200", "attribute broker"},
	} {
		t.Run(name, func(t *testing.T) {
			v := meddled(t, c.meddle)
			assert.Equal(t, 1, v.code)
			assert.Equal(t, "Not with the widget: "+c.verdict+".", v.verdict())
			assert.Equal(t, c.want, v.row(c.row))
			assert.Contains(t, v.stdout, c.next)
			assert.Equal(t, "Mastodon 4.5.15", v.row("software"), "the facts are told all the same")
		})
	}
}

func TestHiddenRateLimitsAreToldOf(t *testing.T) {
	v := meddled(t, func(_ *http.Request, a *http.Response) { a.Header.Del("Access-Control-Expose-Headers") })
	assert.Equal(t, 0, v.code, "people can sign up all the same")
	assert.Equal(t, "the terms allowed 200 hidden", v.row("GET /api/v2/instance"))
	assert.Contains(t, v.stdout, "visitors are not told how many tries they have left")

	v = meddled(t, func(_ *http.Request, a *http.Response) { a.Header.Set("Access-Control-Expose-Headers", "*") })
	assert.Equal(t, "the terms allowed 200 exposed", v.row("GET /api/v2/instance"))
	assert.NotContains(t, v.stdout, "tries they have left")
}

// Browsers hold each answer of a chain of redirects against the rules, and say
// "null" once it led from one site to another.
func TestRedirectsNeedCORSToo(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{})
	look := func(edit func(*http.Response), behind http.RoundTripper) visit {
		front := proxy{server.Client().Transport, func(r *http.Request, a *http.Response) {
			a.StatusCode = http.StatusFound
			a.Header.Set("Location", "https://example.social"+r.URL.Path)
			edit(a)
		}}
		return run(t.Context(), network{"example.org": front, host: behind}, nil, "example.org")
	}
	keep := func(*http.Response) {}
	assert.Equal(t, 0, look(keep, server.Client().Transport).code)

	v := look(func(a *http.Response) { a.Header.Del(allowOrigin) }, server.Client().Transport)
	assert.Equal(t, 1, v.code)
	assert.Equal(t, "Not with the widget: browsers keep pages from finding the server behind example.org (no Access-Control-Allow-Origin, on a redirect).", v.verdict())
	assert.Equal(t, "the terms blocked: no Access-Control-Allow-Origin, on a redirect 302", v.row("GET example.org/api/v2/instance"))
	assert.Contains(t, v.stdout, `Name the server itself, and look at it as well: <fedi-signup server="example.social"></fedi-signup>`)

	v = look(keep, proxy{server.Client().Transport, func(r *http.Request, a *http.Response) {
		a.Header.Set(allowOrigin, origin) // which is not who asks any more
	}})
	assert.Equal(t, 1, v.code)
	assert.Contains(t, v.row("GET example.org/api/v2/instance"), "Access-Control-Allow-Origin is https://site.example only")
	for _, r := range server.Requests() {
		if strings.HasPrefix(r.Path, "/api/v2/") && r.Origin != "" {
			assert.Contains(t, []string{origin, "null"}, r.Origin)
		}
	}
}

func TestAPageSeesOnlyTheHeadersThatAreExposed(t *testing.T) {
	shown := shownHeaders(map[string]string{"content-type": "application/json", "x-request-id": "1", "retry-after": "5",
		"access-control-expose-headers": "Link, X-Request-Id"})
	assert.Equal(t, map[string]string{"content-type": "application/json", "x-request-id": "1"}, shown)

	for exposed, tellsWhen := range map[string]bool{"X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset": true, "Link": false} {
		v := meddled(t, func(_ *http.Request, a *http.Response) {
			a.StatusCode = http.StatusTooManyRequests
			a.Header.Set("Access-Control-Expose-Headers", exposed)
		}, "--json")
		problem := v.reports(t)[0].Problem
		assert.Equal(t, signup.CodeRateLimited, problem.Code)
		assert.Equal(t, tellsWhen, problem.RetryAt != 0, "a visitor is told when to try again")
	}
}

func TestOnlySomeHeadersNeedAQuestionFirst(t *testing.T) {
	assert.Empty(t, unsafeHeaders(map[string]string{"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}))
	assert.Equal(t, []string{"authorization", "content-type"},
		unsafeHeaders(map[string]string{"Content-Type": "application/json", "Authorization": "Bearer x", "Accept": "*/*"}))
}
