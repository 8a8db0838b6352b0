package edge

import (
	"bytes"
	"fmt"
	"log"
	"net/http"
	"strings"
	"time"
)

// frontCacheControl tells a script in front of the handler, in the way of RFC
// 9213, for how long it may give the same answer to the same question from the
// same origin. Caches elsewhere do not know it, and Cache-Control tells them
// no-store.
const frontCacheControl = "Front-Cache-Control"

// settled is how long refusals may be repeated that follow from the settings.
const settled = time.Minute

// repeatable lets the script in front give an answer again for some time.
func repeatable(w http.ResponseWriter, life time.Duration) { repeatableFor(w, life, 0) }

// repeatableFor lets it do so for some time and so many visitors, if that is
// not 0. Then it says how many that were when it asks again, as Config.Given.
func repeatableFor(w http.ResponseWriter, life time.Duration, visitors int) {
	seconds := int(life / time.Second)
	if seconds <= 0 {
		return
	}
	text := fmt.Sprintf("max-age=%d", seconds)
	if visitors > 0 {
		text += fmt.Sprintf(", uses=%d", visitors)
	}
	w.Header().Set(frontCacheControl, text)
}

// repeatableWhileAsking lets it do so for some time, and for some more while it
// asks for another answer. Meanwhile a failure is no such answer.
func repeatableWhileAsking(w http.ResponseWriter, life, rest time.Duration) {
	w.Header().Set(frontCacheControl, fmt.Sprintf("max-age=%d, stale-while-revalidate=%d", max(0, life/time.Second), rest/time.Second))
}

// Front is what a script in front of the handler needs to know to answer
// without it: nothing of it depends on the settings or on who asks.
type Front struct {
	Paths    map[string]FrontPath `json:"paths"`
	NotFound FrontAnswer          `json:"notFound"`
	// TooMany is for an address from which the handler is asked too often.
	TooMany FrontAnswer `json:"tooMany"`
	// Largest is the size of a request that the handler reads, in bytes.
	Largest int `json:"largest"`
	// CacheControl is the header of answers that may be repeated, in lower case.
	CacheControl string `json:"cacheControl"`
}

// tooManyPause is how long an address should wait, in seconds: as long as the
// window of the limit.
const tooManyPause = "60"

func tooMany(w http.ResponseWriter, _ *http.Request) {
	everybody(w)
	w.Header().Set("Access-Control-Expose-Headers", "Retry-After")
	w.Header().Set("Retry-After", tooManyPause)
	refuse(http.StatusTooManyRequests, "rate_limited", "There were too many requests from this address.").answer(w)
}

// FrontPath is what a path answers.
type FrontPath struct {
	Method    string      `json:"method"` // the one that the handler has to answer
	Preflight FrontAnswer `json:"preflight"`
	Otherwise FrontAnswer `json:"otherwise"` // to any other method
}

// FrontAnswer is an answer of the handler.
type FrontAnswer struct {
	Status int               `json:"status"`
	Header map[string]string `json:"headers"`
	Body   string            `json:"body"`
}

// NewFront asks a handler that knows no settings.
func NewFront() Front {
	handler := New(Config{})
	front := Front{
		Paths:        map[string]FrontPath{},
		NotFound:     recorded(handler, http.MethodGet, "/"),
		TooMany:      recorded(guarded(log.Default(), tooMany), http.MethodPost, tokenPath),
		Largest:      maxBody,
		CacheControl: strings.ToLower(frontCacheControl),
	}
	for path, route := range routes {
		front.Paths[path] = FrontPath{
			Method:    route.method,
			Preflight: recorded(handler, http.MethodOptions, path),
			Otherwise: recorded(handler, http.MethodTrace, path),
		}
	}
	return front
}

func recorded(handler http.Handler, method, path string) FrontAnswer {
	request, err := http.NewRequest(method, path, nil)
	if err != nil {
		panic(err) // a path of this package that is none
	}
	r := &recorder{header: http.Header{}}
	handler.ServeHTTP(r, request)
	answer := FrontAnswer{Status: r.status, Header: map[string]string{}, Body: r.body.String()}
	for name := range r.header {
		answer.Header[name] = r.header.Get(name)
	}
	return answer
}

// recorder is a ResponseWriter that keeps the answer.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header            { return r.header }
func (r *recorder) WriteHeader(status int)         { r.status = status }
func (r *recorder) Write(part []byte) (int, error) { return r.body.Write(part) }
