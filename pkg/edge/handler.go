package edge

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"net/url"
	"runtime/debug"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

const tokenPath = "/v1/app-token"

// maxBody is the size of a request that is still read, in bytes: a server's
// name and a return URL, each character of it percent-encoded.
const maxBody = 8 << 10

// route is what answers one path.
type route struct {
	method string
	serve  func(b *broker, w http.ResponseWriter, r *http.Request, origin string)
	page   bool // for the browser itself, which names no origin
}

var routes = map[string]route{
	tokenPath:    {method: http.MethodPost, serve: (*broker).serveToken},
	formPath:     {method: http.MethodGet, serve: (*broker).serveForm},
	invitePath:   {method: http.MethodGet, serve: (*broker).serveInvite},
	revokePath:   {method: http.MethodPost, serve: (*broker).serveRevoke},
	isolatedPath: {method: http.MethodGet, serve: (*broker).serveIsolated, page: true},
}

// New returns the handler of the routes in the package's description. With a
// Config that it cannot work with, every request to them is answered with the
// code misconfigured, and the log says what to change.
func New(config Config) http.Handler {
	config.Log = orDefault(config.Log)
	b, err := newBroker(config)
	return guarded(config.Log, func(w http.ResponseWriter, r *http.Request) {
		route, found := routes[r.URL.Path]
		switch {
		case !found:
			everybody(w)
			refuse(http.StatusNotFound, "not_found", "There is nothing at this address.").answer(w)
		case r.Method == http.MethodOptions:
			preflight(w, route.method)
		case r.Method != route.method:
			everybody(w)
			w.Header().Set("Allow", "OPTIONS, "+route.method)
			refuse(http.StatusMethodNotAllowed, "method_not_allowed", "Send a "+route.method+" request.").answer(w)
		case err != nil:
			config.Log.Printf("misconfigured: %v", err)
			everybody(w) // which sites are listed is not known
			misconfigured.answer(w)
		default:
			b.serve(w, r, route)
		}
	})
}

func orDefault(logger *log.Logger) *log.Logger {
	if logger == nil {
		return log.Default()
	}
	return logger
}

// everybody lets any page read an answer that tells nothing about anybody.
func everybody(w http.ResponseWriter) { w.Header().Set("Access-Control-Allow-Origin", "*") }

// preflight answers the question that browsers ask before some requests. It
// gives nothing away: the request itself is refused to pages of other sites.
// The widget needs none, other clients may.
func preflight(w http.ResponseWriter, method string) {
	everybody(w)
	w.Header().Set("Allow", "OPTIONS, "+method)
	w.Header().Set("Access-Control-Allow-Methods", method)
	w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
	w.Header().Set("Access-Control-Max-Age", "86400")
	w.WriteHeader(http.StatusNoContent)
}

// guarded answers also where the handler panics: a panic would end the whole
// program on a Worker, and would read as a blocked request to the page.
func guarded(logger *log.Logger, handler http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cache-Control", "no-store")
		header.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Vary", "Origin")
		header.Set("X-Content-Type-Options", "nosniff")
		defer func() {
			if cause := recover(); cause != nil {
				logger.Printf("panic: %v\n%s", cause, debug.Stack())
				refuse(http.StatusInternalServerError, "server_error", "Something went wrong in this service.").answer(w)
			}
		}()
		handler(w, r)
	})
}

func (b *broker) serve(w http.ResponseWriter, r *http.Request, to route) {
	if to.page || fromIsolated(r) {
		to.serve(b, w, r, "")
		return
	}
	origin := originOf(r)
	if !b.origins[origin] {
		originNotListed.answer(w)
		return
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	w.Header().Set("Access-Control-Expose-Headers", "Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset")
	to.serve(b, w, r, origin)
}

// fromIsolated tells whether the page of the isolated frame asks, which is this
// service's own. No script of a page can write that header.
func fromIsolated(r *http.Request) bool { return r.Header.Get("Sec-Fetch-Site") == "same-origin" }

// originOf is the origin of the page that asks; empty where the request names
// none, or several: a Worker's header comes split at its commas.
func originOf(r *http.Request) string {
	if origins := r.Header.Values("Origin"); len(origins) == 1 {
		return origins[0]
	}
	return ""
}

// formOf is what a request brings as a form.
func formOf(w http.ResponseWriter, r *http.Request) (url.Values, *refusal) {
	if r.ContentLength > maxBody { // refused unread: a body that is read half harms a Worker's connection
		return nil, tooLarge
	}
	if r.Body != nil { // as it may be on a Worker
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	}
	if err := r.ParseForm(); err != nil {
		var exceeded *http.MaxBytesError
		if errors.As(err, &exceeded) {
			return nil, tooLarge
		}
		return nil, unreadableQuestion
	}
	return r.PostForm, nil
}

// listed is the server that a form names, and the site, if the page is of it.
// The page of the isolated frame, which has no origin here, is of every site.
func (b *broker) listed(form url.Values, origin string) (mastodon.Server, site, *refusal) {
	server, err := mastodon.ParseServer(form.Get("server"))
	if err != nil || form.Get("return_url") == "" {
		return server, site{}, unreadableQuestion
	}
	if !b.servers[server] {
		return server, site{}, serverNotListed
	}
	returnURL, _, _ := parseReturnURL(form.Get("return_url"))
	s, found := b.sites[returnURL]
	if !found || origin != "" && s.origin != origin {
		return server, site{}, returnURLNotListed
	}
	return server, s, nil
}

// read is a form and the server and site that it is about.
func (b *broker) read(w http.ResponseWriter, r *http.Request, origin string) (form url.Values, server mastodon.Server, s site, refused *refusal) {
	if form, refused = formOf(w, r); refused == nil {
		server, s, refused = b.listed(form, origin)
	}
	return form, server, s, refused
}

func (b *broker) serveToken(w http.ResponseWriter, r *http.Request, origin string) {
	form, server, s, refused := b.read(w, r, origin)
	if refused != nil {
		refused.answer(w)
		return
	}
	q := question{Refused: form.Get("refused"), UsedUp: form.Get("why") == "used_up", Given: b.given + 1}
	if q.Refused != "" && !isBearerToken(q.Refused) {
		unreadableQuestion.answer(w)
		return
	}
	if refused := b.challenged(r.Context(), form.Get("challenge")); refused != nil {
		refused.answer(w)
		return
	}
	token, refused := b.token(r.Context(), server, s, q)
	if refused != nil {
		refused.answer(w)
		return
	}
	if b.turnstile != "" { // nobody gets it by another's answer
		answer(w, http.StatusOK, token.appToken)
		return
	}
	life := time.Until(token.Until)
	if token.AccessToken == q.Refused { // there was no other now
		repeatable(w, min(life, renewPause))
	} else {
		repeatableFor(w, life, token.Uses)
	}
	answer(w, http.StatusOK, token.appToken)
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // fails only where the caller has left
}
