// Command screens shows every screen of the widget in every scenario, side by
// side on one page, each played against a simulated server of its own:
//
//	go run ./examples/screens
//
// Beside it, in examples/configurator, one tries looks and languages in each of
// them, and copies what a site needs.
//
// The servers listen on one port under names of their own (open.localhost …),
// so that the browser treats them as the sites that they would be in real life.
package main

import (
	"context"
	"encoding/json"
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
	site := flag.String("site", "127.0.0.1:8090", "`address` of the page; port 0 for any")
	server := flag.String("server", "127.0.0.1:8091", "`address` of the simulated servers; port 0 for any")
	widget := flag.String("widget", "widget/dist", "`folder` of the built widget")
	configurator := flag.String("configurator", "examples/configurator", "`folder` of the configurator")
	list := flag.Bool("list", false, "print the scenes as JSON and do nothing else")
	flag.Parse()

	if *list {
		_ = json.NewEncoder(os.Stdout).Encode(scenes)
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Stdout, *site, *server, *widget, *configurator); err != nil {
		fmt.Fprintln(os.Stderr, "screens:", err)
		os.Exit(1)
	}
}

// run serves until the context ends. It prints where, once both listen.
func run(ctx context.Context, out io.Writer, siteAddress, serverAddress, widget, configurator string) error {
	return tidepool.Serve(ctx, widget, siteAddress, serverAddress, func(site, server net.Listener) (http.Handler, http.Handler) {
		t := newTheatre("http://"+site.Addr().String(), server.Addr().(*net.TCPAddr).Port)
		fmt.Fprintf(out, "Open %s, or %[1]s/configurator/ (Ctrl-C ends)\n", t.site)
		return newSite(t, os.DirFS(widget), os.DirFS(configurator)), t
	})
}
