package edge

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"runtime/debug"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

const tokenPath = "/v1/app-token"

// maxBody is the size of a request that is still read, in bytes: a server's
// name and a return URL, each character of it percent-encoded.
const maxBody = 8 << 10

// New returns the handler of the routes in the package's description. With a
// Config that it cannot work with, every request is answered with the code
// misconfigured, and the log says what to change.
func New(config Config) http.Handler {
	if config.Log == nil {
		config.Log = log.Default()
	}
	b, err := newBroker(config)
	if err != nil {
		return guarded(config.Log, func(w http.ResponseWriter, _ *http.Request) {
			config.Log.Printf("misconfigured: %v", err)
			refuse(http.StatusInternalServerError, "misconfigured",
				"The owner must correct the settings of this service. Its log says which.").answer(w)
		})
	}
	return guarded(config.Log, b.serve)
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

func (b *broker) serve(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != tokenPath {
		refuse(http.StatusNotFound, "not_found", "There is only POST "+tokenPath+".").answer(w)
		return
	}
	origin := originOf(r)
	if b.origins[origin] {
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Expose-Headers", "Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset")
	}
	switch {
	case r.Method != http.MethodPost && r.Method != http.MethodOptions:
		w.Header().Set("Allow", "OPTIONS, POST")
		refuse(http.StatusMethodNotAllowed, "method_not_allowed", "Send a POST request.").answer(w)
	case !b.origins[origin]:
		refuse(http.StatusForbidden, "origin_not_listed", "This service is not for this page's site.").answer(w)
	case r.Method == http.MethodOptions: // the widget needs no preflight, other clients may
		w.Header().Set("Allow", "OPTIONS, POST")
		w.Header().Set("Access-Control-Allow-Methods", "POST")
		w.Header().Set("Access-Control-Allow-Headers", "Content-Type")
		w.Header().Set("Access-Control-Max-Age", "86400")
		w.WriteHeader(http.StatusNoContent)
	default:
		b.serveToken(w, r, origin)
	}
}

// originOf is the origin of the page that asks; empty where the request names
// none, or several: a Worker's header comes split at its commas.
func originOf(r *http.Request) string {
	if origins := r.Header.Values("Origin"); len(origins) == 1 {
		return origins[0]
	}
	return ""
}

func (b *broker) serveToken(w http.ResponseWriter, r *http.Request, origin string) {
	if r.ContentLength > maxBody { // refused unread: a body that is read half harms a Worker's connection
		tooLarge.answer(w)
		return
	}
	if r.Body != nil { // as it may be on a Worker
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	}
	if err := r.ParseForm(); err != nil {
		var exceeded *http.MaxBytesError
		if errors.As(err, &exceeded) {
			tooLarge.answer(w)
			return
		}
		r.PostForm = nil
	}
	server, err := mastodon.ParseServer(r.PostForm.Get("server"))
	if err != nil || r.PostForm.Get("return_url") == "" {
		refuse(http.StatusBadRequest, "invalid_request",
			"Send the parameters server and return_url as a form (application/x-www-form-urlencoded).").answer(w)
		return
	}
	if !b.servers[server] {
		refuse(http.StatusForbidden, "server_not_listed", "This service is not for that server.").answer(w)
		return
	}
	returnURL, _, _ := parseReturnURL(r.PostForm.Get("return_url"))
	s, listed := b.sites[returnURL]
	if !listed || s.origin != origin {
		refuse(http.StatusForbidden, "return_url_not_listed", "That return URL is not the one that this service has for the page's site.").answer(w)
		return
	}
	token, refused := b.token(r.Context(), server, s)
	if refused != nil {
		refused.answer(w)
		return
	}
	answer(w, http.StatusOK, token)
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // fails only where the caller has left
}
