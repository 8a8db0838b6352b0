//go:build !js

package main

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"sync"
)

// metrics counts what the broker answered.
type metrics struct {
	mu      sync.Mutex
	answers map[int]uint64 // by status
}

// counted is a handler whose answers are counted.
func (m *metrics) counted(handler http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		seen := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		handler.ServeHTTP(seen, r)
		m.mu.Lock()
		defer m.mu.Unlock()
		m.answers[seen.status]++
	})
}

// ServeHTTP answers in the text form of Prometheus.
func (m *metrics) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	fmt.Fprint(w, "# HELP fedi_signup_edge_answers_total Answers of the broker, by status.\n# TYPE fedi_signup_edge_answers_total counter\n")
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, status := range slices.Sorted(maps.Keys(m.answers)) {
		fmt.Fprintf(w, "fedi_signup_edge_answers_total{status=\"%d\"} %d\n", status, m.answers[status])
	}
}

// statusWriter remembers the status.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}
