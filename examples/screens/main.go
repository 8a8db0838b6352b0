// Command screens shows every screen of the widget in every scenario, side by
// side on one page, each played against a simulated server of its own:
//
//	go run ./examples/screens
//
// The servers listen on one port under names of their own (open.localhost …),
// so that the browser treats them as the sites that they would be in life.
package main

import (
	"context"
	"encoding/json"
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
	site := flag.String("site", "127.0.0.1:8090", "`address` of the page; port 0 for any")
	servers := flag.String("servers", "127.0.0.1:8091", "`address` of the simulated servers; port 0 for any")
	widget := flag.String("widget", "widget/dist", "`folder` of the built widget")
	list := flag.Bool("list", false, "print the scenes as JSON and do nothing else")
	flag.Parse()

	if *list {
		_ = json.NewEncoder(os.Stdout).Encode(scenes)
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Stdout, *site, *servers, *widget); err != nil {
		fmt.Fprintln(os.Stderr, "screens:", err)
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
		return fmt.Errorf("page: %w (choose another address with -site)", err)
	}
	defer siteListener.Close()
	serverListener, err := net.Listen("tcp", serverAddress)
	if err != nil {
		return fmt.Errorf("simulated servers: %w (choose another address with -servers)", err)
	}
	defer serverListener.Close()

	t := newTheatre("http://"+siteListener.Addr().String(), serverListener.Addr().(*net.TCPAddr).Port)
	ended := make(chan error, 2)
	serve := func(listener net.Listener, handler http.Handler) *http.Server {
		s := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ErrorLog: log.New(io.Discard, "", 0)}
		go func() { ended <- s.Serve(listener) }()
		return s
	}
	defer serve(serverListener, t).Close()
	defer serve(siteListener, newSite(t, os.DirFS(widget))).Close()
	fmt.Fprintf(out, "Open %s (Ctrl-C ends)\n", t.site)

	select {
	case <-ctx.Done():
		return nil
	case err := <-ended:
		return errors.Join(errors.New("a listener ended"), err)
	}
}
