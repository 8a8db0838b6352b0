package edge

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// refusal is an answer of the shape that OAuth gives to errors. It is kept and
// shared as JSON.
type refusal struct {
	Status   int
	Code     string
	Sentence string    // for developers
	Until    time.Time // with a server's 429: when it is asked again
	// Limit is what the server said about its limit, if anything.
	Limit *mastodon.RateLimit

	settled bool // follows from the settings and the question alone
	cause   error
}

func refuse(status int, code, sentence string) *refusal {
	return &refusal{Status: status, Code: code, Sentence: sentence}
}

// settledRefusal is one that the same question gets until the settings change.
func settledRefusal(status int, code, sentence string) *refusal {
	return &refusal{Status: status, Code: code, Sentence: sentence, settled: true}
}

var (
	originNotListed    = settledRefusal(http.StatusForbidden, "origin_not_listed", "This service is not for this page's site.")
	serverNotListed    = settledRefusal(http.StatusForbidden, "server_not_listed", "This service is not for that server.")
	returnURLNotListed = settledRefusal(http.StatusForbidden, "return_url_not_listed",
		"That return URL is not the one that this service has for the page's site.")
	unreadableQuestion = settledRefusal(http.StatusBadRequest, "invalid_request",
		"Send the parameters server and return_url as a form (application/x-www-form-urlencoded).")
	noInvite = settledRefusal(http.StatusBadRequest, "invalid_request",
		"Send the parameters server and code, which has letters and digits.")
	noServer = settledRefusal(http.StatusBadRequest, "invalid_request",
		"Send the parameter server.")
	misconfigured = settledRefusal(http.StatusInternalServerError, "misconfigured",
		"The owner must correct the settings of this service. Its log says which.")
	tooLarge    = refuse(http.StatusRequestEntityTooLarge, "invalid_request", "The request is too large.")
	unavailable = refuse(http.StatusBadGateway, "server_unavailable", "The server does not answer as it should.")
)

// Error gives the code and the cause.
func (r *refusal) Error() string {
	if r.cause == nil {
		return "edge: " + r.Code
	}
	return r.cause.Error()
}

// Unwrap returns what the server or the storage answered.
func (r *refusal) Unwrap() error { return r.cause }

// check reports whether a kept one is whole.
func (r refusal) check() error {
	if r.Status < 400 || r.Code == "" {
		return errors.New("no refusal")
	}
	return nil
}

// refusalOf tells a page why there is no token.
func refusalOf(err error) *refusal {
	var known *refusal
	if errors.As(err, &known) {
		return known
	}
	r := &refusal{cause: err}
	var e *mastodon.Error
	switch {
	case !errors.As(err, &e):
		r.Status, r.Code, r.Sentence = http.StatusServiceUnavailable, "temporarily_unavailable", "The storage of this service does not answer."
	case e.Code == mastodon.CodeRateLimited:
		r.Status, r.Code, r.Sentence = http.StatusTooManyRequests, "rate_limited", "The server takes no more requests for now."
		r.Until, r.Limit = throttledUntil(e.RateLimit)
	case e.Code == mastodon.CodeUnreachable, e.Code == mastodon.CodeUnreadable, e.Code == mastodon.CodeServerError:
		r.Status, r.Code, r.Sentence = unavailable.Status, unavailable.Code, unavailable.Sentence
	default:
		r.Status, r.Code, r.Sentence = http.StatusForbidden, "server_refused", "The server takes no app from this service."
	}
	return r
}

const (
	// untoldThrottle is how long a server is left alone that does not say when
	// its limit ends, or names a time that has passed.
	untoldThrottle = time.Minute
	// longestThrottle is the longest window that Mastodon's limits have. Whoever
	// names a later end is asked again then.
	longestThrottle = 30 * time.Minute
)

// throttledUntil is when to ask a server again that has answered 429, and its
// limit with that end.
func throttledUntil(limit *mastodon.RateLimit) (time.Time, *mastodon.RateLimit) {
	now := time.Now()
	if limit == nil {
		return now.Add(untoldThrottle), nil
	}
	wait := time.UnixMilli(limit.ResetAt).Sub(now)
	if wait <= 0 {
		wait = untoldThrottle
	}
	until := now.Add(min(wait, longestThrottle))
	return until, &mastodon.RateLimit{Limit: limit.Limit, Remaining: limit.Remaining, ResetAt: until.UnixMilli()}
}

// answer passes a server's limit on in its own headers, for whoever reads this
// as an answer of the server, and in Retry-After for everybody else.
func (r *refusal) answer(w http.ResponseWriter) {
	if r.settled {
		repeatable(w, settled)
	}
	if !r.Until.IsZero() {
		repeatable(w, time.Until(r.Until))
		wait := max(0, time.Until(r.Until)+time.Second-1)
		w.Header().Set("Retry-After", strconv.Itoa(int(wait/time.Second)))
	}
	if r.Limit != nil {
		w.Header().Set("X-RateLimit-Limit", strconv.Itoa(r.Limit.Limit))
		w.Header().Set("X-RateLimit-Remaining", strconv.Itoa(r.Limit.Remaining))
		w.Header().Set("X-RateLimit-Reset", time.UnixMilli(r.Limit.ResetAt).UTC().Format(time.RFC3339Nano))
	}
	answer(w, r.Status, struct {
		Error       string `json:"error"`
		Description string `json:"error_description"`
	}{r.Code, r.Sentence})
}
