//go:build !js

package main

import (
	"context"
	"net/http"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withLeavers runs the built Worker behind visitors who can leave.
func withLeavers(t *testing.T, server string) *program {
	if testing.Short() {
		t.Skip("starts programs")
	}
	return run(t, exec.Command(builtWorker(t), "testdata/leaving.mjs", server, returnURL))
}

// leaver asks and then waits until it is told to leave.
func (p *program) leaver(path, form string) (left <-chan int) {
	statuses := make(chan int, 1)
	go func() {
		r, err := http.NewRequestWithContext(context.Background(), http.MethodPost, p.url+path, strings.NewReader(form))
		if err != nil {
			panic(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", origin)
		r.Header.Set("X-Leaves", "yes")
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			statuses <- 0
			return
		}
		_ = response.Body.Close()
		statuses <- response.StatusCode
	}()
	return statuses
}

func (p *program) leave() { p.do(http.MethodPost, "/leave", origin, "") }

func TestAVisitorWhoLeavesAWorkerCostsNobodyElse(t *testing.T) {
	server := mastodontest.Start(t, mastodontest.Settings{})
	server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: 3 * time.Second})
	p := withLeavers(t, server.URL)
	left := p.leaver("/v1/app-token", question(server.URL))
	require.Eventually(t, func() bool { return len(server.Received(http.MethodPost, "/api/v1/apps")) == 1 }, time.Minute, 10*time.Millisecond)
	p.leave()
	assert.Equal(t, 499, <-left)
	for _, a := range p.together(20, func() answer { return p.ask(origin, server.URL) }) {
		assert.Equal(t, http.StatusOK, a.Status, a.Body)
	}
	assert.Len(t, server.Received(http.MethodPost, "/api/v1/apps"), 1)
	assert.Len(t, server.Received(http.MethodPost, "/oauth/token"), 1)
}

func TestWorkOfWhoeverIsNoMoreIsTakenOver(t *testing.T) {
	p := withLeavers(t, "http://127.0.0.1:1")
	left := p.leaver("/work/endless", "")
	asked := func(visitors string) {
		t.Helper()
		require.Eventually(t, func() bool { return p.do(http.MethodGet, "/work/asked", origin, "").Body == visitors }, time.Minute, 10*time.Millisecond)
	}
	asked("1")
	var all sync.WaitGroup
	all.Go(func() {
		for _, a := range p.together(10, func() answer { return p.do(http.MethodPost, "/work/endless", origin, "") }) {
			assert.Equal(t, "run 2", a.Body)
		}
	})
	asked("11")
	p.leave()
	assert.Equal(t, 499, <-left)
	all.Wait()
}

func TestWorkThatFailsIsDoneAnewByThoseWhoWait(t *testing.T) {
	p := withLeavers(t, "http://127.0.0.1:1")
	bodies := map[string]int{}
	for _, a := range p.together(10, func() answer { return p.do(http.MethodPost, "/work/failing", origin, "") }) {
		bodies[a.Body]++
	}
	assert.Equal(t, map[string]int{"Error: a defect": 1, "run 2": 9}, bodies)
}

// together asks from many places at the same time.
func (p *program) together(visitors int, ask func() answer) []answer {
	answers := make([]answer, visitors)
	var all sync.WaitGroup
	for i := range answers {
		all.Go(func() { answers[i] = ask() })
	}
	all.Wait()
	return answers
}
