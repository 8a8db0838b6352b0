//go:build !js

package main

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAnswersAreCounted(t *testing.T) {
	m := &metrics{answers: map[int]uint64{}}
	counted := m.counted(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/none" {
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	for _, path := range []string{"/", "/none", "/"} {
		counted.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, path, nil))
	}
	recorder := httptest.NewRecorder()
	m.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	assert.Contains(t, recorder.Body.String(), "\nfedi_signup_edge_answers_total{status=\"200\"} 2\nfedi_signup_edge_answers_total{status=\"404\"} 1\n")
}
