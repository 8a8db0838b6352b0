package main

import (
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"

	"github.com/fedi-signup/fedi-signup/examples/internal/tidepool"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// theatre holds the simulated servers of all scenes, and is the handler of all
// their names.
type theatre struct {
	site string // origin
	port int    // of the servers

	mu      sync.Mutex
	servers map[string]*mastodontest.Server // by scene
}

func newTheatre(site string, port int) *theatre {
	return &theatre{site: site, port: port, servers: map[string]*mastodontest.Server{}}
}

// origin is where the server of a scene is.
func (t *theatre) origin(name string) string {
	return fmt.Sprintf("http://%s.localhost:%d", name, t.port)
}

// begin starts a scene from the beginning, with a server that knows nobody but
// marina.
func (t *theatre) begin(s scene) {
	settings := tidepool.Server(t.site + tidepool.PicturePath)
	if s.adapt != nil {
		s.adapt(&settings)
	}
	if s.beside != nil {
		second := settings
		second.Domain = strings.TrimPrefix(t.origin(s.Name), "http://")
		t.put("web-"+s.Name, mastodontest.New(second))
		s.beside(&settings, t.origin("web-"+s.Name))
	}
	for name, adapt := range s.choice {
		if adapt == nil {
			continue
		}
		other := tidepool.Server(t.site + tidepool.PicturePath)
		other.Domain, other.Icon = "", ""
		adapt(&other)
		t.put(s.Name+"-"+name, mastodontest.New(other))
	}
	server := mastodontest.New(settings)
	server.AddUser("marina", "marina@example.org")
	if s.prepare != nil {
		s.prepare(server)
	}
	t.put(s.Name, server)
}

func (t *theatre) put(name string, server *mastodontest.Server) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.servers[name] = server
}

// server is the one of a scene, nil before the scene began.
func (t *theatre) server(name string) *mastodontest.Server {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.servers[name]
}

// ServeHTTP answers as the server that the request names.
func (t *theatre) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		host = r.Host
	}
	name, _, _ := strings.Cut(host, ".")
	if name == directoryName {
		directory.ServeHTTP(w, r)
		return
	}
	server := t.server(name)
	if server == nil {
		http.Error(w, "no scene has this server", http.StatusNotFound)
		return
	}
	server.ServeHTTP(w, r)
}
