// Command demo serves a community's home page with the sign-up widget on it,
// and beside it a simulated server with its mail box and its moderators:
//
//	go run ./examples/demo
//
// The two listen on different ports, so that the browser treats them as the
// two sites that they would be in life.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
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
	if _, err := os.Stat(filepath.Join(widget, "fedi-signup.js")); err != nil {
		return fmt.Errorf("there is no built widget in %s: run ./build.sh build first", widget)
	}
	siteListener, err := net.Listen("tcp", siteAddress)
	if err != nil {
		return fmt.Errorf("site: %w (choose another address with -site)", err)
	}
	defer siteListener.Close()
	serverListener, err := net.Listen("tcp", serverAddress)
	if err != nil {
		return fmt.Errorf("simulated server: %w (choose another address with -server)", err)
	}
	defer serverListener.Close()

	stage := newStage(origin(siteListener), origin(serverListener))
	ended := make(chan error, 2)
	serve := func(listener net.Listener, handler http.Handler) *http.Server {
		s := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ErrorLog: log.New(io.Discard, "", 0)}
		go func() { ended <- s.Serve(listener) }()
		return s
	}
	defer serve(serverListener, stage).Close()
	defer serve(siteListener, newSite(stage, os.DirFS(widget))).Close()
	fmt.Fprintf(out, "Open %s (the simulated server is %s; Ctrl-C ends both)\n", stage.site, stage.server)

	select {
	case <-ctx.Done():
		return nil
	case err := <-ended:
		return errors.Join(errors.New("a listener ended"), err)
	}
}

func origin(listener net.Listener) string { return "http://" + listener.Addr().String() }
