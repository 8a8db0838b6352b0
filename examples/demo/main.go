// Command demo serves a community's home page with the sign-up widget on it,
// and beside it a simulated server with its mailbox and its moderators:
//
//	go run ./examples/demo
//
// The two listen on different ports, so that the browser treats them as the
// two sites that they would be in real life.
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
)

func main() {
	site := flag.String("site", "127.0.0.1:8080", "`address` of the site; port 0 for any")
	server := flag.String("server", "127.0.0.1:8081", "`address` of the simulated server; port 0 for any")
	widget := flag.String("widget", "widget/dist", "`folder` of the built widget")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Stdout, *site, *server, *widget); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}

// run serves until the context ends. It prints where, once both listen.
func run(ctx context.Context, out io.Writer, siteAddress, serverAddress, widget string) error {
	return tidepool.Serve(ctx, widget, siteAddress, serverAddress, func(site, server net.Listener) (http.Handler, http.Handler) {
		stage := newStage(origin(site), origin(server))
		fmt.Fprintf(out, "Open %s (the simulated server is %s; Ctrl-C ends both)\n", stage.site, stage.server)
		return newSite(stage, os.DirFS(widget)), stage
	})
}

func origin(listener net.Listener) string { return "http://" + listener.Addr().String() }
