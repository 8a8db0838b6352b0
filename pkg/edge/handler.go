package edge

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"

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
			refusal{http.StatusInternalServerError, "misconfigured",
				"The owner must correct the settings of this service. Its log says which."}.answer(w)
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
				refusal{http.StatusInternalServerError, "server_error", "Something went wrong in this service."}.answer(w)
			}
		}()
		handler(w, r)
	})
}

func (b *broker) serve(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != tokenPath {
		refusal{http.StatusNotFound, "not_found", "There is only POST " + tokenPath + "."}.answer(w)
		return
	}
	origin := r.Header.Get("Origin")
	if b.origins[origin] {
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Expose-Headers", "Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset")
	}
	switch {
	case r.Method != http.MethodPost && r.Method != http.MethodOptions:
		w.Header().Set("Allow", "OPTIONS, POST")
		refusal{http.StatusMethodNotAllowed, "method_not_allowed", "Send a POST request."}.answer(w)
	case !b.origins[origin]:
		refusal{http.StatusForbidden, "origin_not_listed", "This service is not for this page's site."}.answer(w)
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

func (b *broker) serveToken(w http.ResponseWriter, r *http.Request, origin string) {
	if r.ContentLength > maxBody { // refused unread: a Worker's connection suffers from a body that is read half
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
		refusal{http.StatusBadRequest, "invalid_request",
			"Send the parameters server and return_url as a form (application/x-www-form-urlencoded)."}.answer(w)
		return
	}
	if !b.servers[server] {
		refusal{http.StatusForbidden, "server_not_listed", "This service is not for that server."}.answer(w)
		return
	}
	returnURL, _, _ := parseReturnURL(r.PostForm.Get("return_url"))
	s, listed := b.sites[returnURL]
	if !listed || s.origin != origin {
		refusal{http.StatusForbidden, "return_url_not_listed", "That return URL is not the one that this service has for the page's site."}.answer(w)
		return
	}
	token, err := b.token(r.Context(), server, s)
	if err != nil {
		limitHeaders(w.Header(), err)
		refusalOf(err).answer(w)
		return
	}
	answer(w, http.StatusOK, token)
}

// limitHeaders passes on what a server tells of its limit, for whoever reads
// this answer as one of the server, and as Retry-After for everybody else.
func limitHeaders(header http.Header, err error) {
	var e *mastodon.Error
	if !errors.As(err, &e) || e.Code != mastodon.CodeRateLimited || e.RateLimit == nil {
		return
	}
	header.Set("X-RateLimit-Limit", strconv.Itoa(e.RateLimit.Limit))
	header.Set("X-RateLimit-Remaining", strconv.Itoa(e.RateLimit.Remaining))
	header.Set("X-RateLimit-Reset", e.RateLimit.Reset.UTC().Format(time.RFC3339Nano))
	wait := max(0, time.Until(e.RateLimit.Reset)+time.Second-1)
	header.Set("Retry-After", strconv.Itoa(int(wait/time.Second)))
}

// refusal is an answer of the shape that OAuth gives to errors. The sentence
// is for developers.
type refusal struct {
	status   int
	code     string
	sentence string
}

var tooLarge = refusal{http.StatusRequestEntityTooLarge, "invalid_request", "The request is too large."}

func refusalOf(err error) refusal {
	var e *mastodon.Error
	if !errors.As(err, &e) {
		return refusal{http.StatusServiceUnavailable, "temporarily_unavailable", "The storage of this service does not answer."}
	}
	switch {
	case e.Code == mastodon.CodeRateLimited:
		return refusal{http.StatusTooManyRequests, "rate_limited", "The server takes no more requests for now."}
	case e.Code == mastodon.CodeUnreachable, e.Code == mastodon.CodeUnreadable, e.Status >= 500:
		return refusal{http.StatusBadGateway, "server_unavailable", "The server does not answer as it should."}
	}
	return refusal{http.StatusForbidden, "server_refused", "The server takes no app from this service."}
}

func (r refusal) answer(w http.ResponseWriter) {
	answer(w, r.status, struct {
		Error       string `json:"error"`
		Description string `json:"error_description"`
	}{r.code, r.sentence})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // fails only where the caller has left
}
