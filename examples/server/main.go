// Command server is one simulated server, for whoever writes sign-up tools in
// whatever language:
//
//	go run ./examples/server -software mastodon -version 4.6.5
//
// It answers the calls of a sign-up as that version does. Beside it, at its
// desk, staff's part can be played over HTTP: the mode of registrations,
// invitations, decisions, the emails that were sent, and the clock.
//
//	curl 'http://127.0.0.1:8081/'                            # lists the commands
//	curl 'http://127.0.0.1:8081/?do=mode&mode=approval'
//	curl 'http://127.0.0.1:8081/?do=link&email=me@example.org'
//
// Who calls from this machine may name another address in X-Forwarded-For, as a
// proxy would, so that tests do not meet in the throttles.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/fedi-signup/fedi-signup/examples/internal/tidepool"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

func main() {
	software := flag.String("software", "mastodon", "`name` as NodeInfo tells it: mastodon, hometown, gotosocial, akkoma, pleroma, pixelfed …")
	version := flag.String("version", "", "`version` of that software; a usual one if it is left out. 4.5.15+glitch is glitch-soc's")
	listen := flag.String("listen", "127.0.0.1:8080", "`address` of the server; port 0 for any")
	desk := flag.String("desk", "127.0.0.1:8081", "`address` of its desk; port 0 for any")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Stdout, settings(*software, *version), *listen, *desk); err != nil {
		fmt.Fprintln(os.Stderr, "server:", err)
		os.Exit(1)
	}
}

// settings are those of a server that nobody has changed yet.
func settings(software, version string) mastodontest.Settings {
	set := mastodontest.Settings{Software: mastodontest.Software(software), Version: version}
	if software == "mastodon" {
		set.Software = mastodontest.Mastodon
	}
	return set
}

// run serves until the context ends. It prints where, once both listen.
func run(ctx context.Context, out io.Writer, settings mastodontest.Settings, listen, desk string) error {
	places := [2]tidepool.Place{{Name: "server", Flag: "-listen", Address: listen}, {Name: "desk", Flag: "-desk", Address: desk}}
	return tidepool.Both(ctx, places[0], places[1], func(server, desk net.Listener) (http.Handler, http.Handler) {
		fmt.Fprintf(out, "The server is http://%s, its desk http://%s (Ctrl-C ends both)\n", server.Addr(), desk.Addr())
		simulated := mastodontest.New(settings)
		return simulated, simulated.Desk()
	})
}
