package main

import (
	"crypto/rand"
	"fmt"
	"hash/fnv"
	"net/http"
	"sync"

	"github.com/fedi-signup/fedi-signup/examples/internal/tidepool"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// stage is where a scenario plays: it holds the simulated server, which a
// change of the scenario replaces by a new one. It is that server's handler.
type stage struct {
	site, server string // origins

	mu    sync.Mutex
	scene scene
}

// scene is one run of a scenario.
type scene struct {
	id       string // random, so that pages see that their server is gone
	scenario scenario
	server   *mastodontest.Server
}

func newStage(site, server string) *stage {
	s := &stage{site: site, server: server}
	s.play(scenarios[0])
	return s
}

// play starts a scenario, with a server that knows nobody yet.
func (s *stage) play(chosen scenario) {
	settings := tidepool.Server(s.site + tidepool.PicturePath)
	if chosen.adapt != nil {
		chosen.adapt(&settings)
	}
	server := mastodontest.New(settings)
	server.AddUser("marina", "marina@example.org")
	if chosen.prepare != nil {
		chosen.prepare(server)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.scene = scene{id: rand.Text(), scenario: chosen, server: server}
}

func (s *stage) current() scene {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.scene
}

// ServeHTTP answers as the simulated server.
func (s *stage) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.current().server.ServeHTTP(w, r)
}

// revision changes when a page about emails or accounts would.
func (s scene) revision() string {
	hash := fnv.New64a()
	fmt.Fprint(hash, s.id, s.server.Mails(), s.server.Users())
	return fmt.Sprintf("%x", hash.Sum64())
}
