package tidepool

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// Serve runs an example until the context ends: a site with the built widget
// of a folder, and what it signs people up on. They listen on ports of their
// own, so that the browser treats them as the two sites that they would be in
// life. Once both listen, play makes their handlers.
func Serve(ctx context.Context, widget, siteAddress, serverAddress string, play func(site, server net.Listener) (siteHandler, serverHandler http.Handler)) error {
	if _, err := os.Stat(filepath.Join(widget, "fedi-signup.js")); err != nil {
		return fmt.Errorf("there is no built widget in %s: run ./build.sh build first", widget)
	}
	site, err := net.Listen("tcp", siteAddress)
	if err != nil {
		return fmt.Errorf("site: %w (choose another address with -site)", err)
	}
	defer site.Close()
	server, err := net.Listen("tcp", serverAddress)
	if err != nil {
		return fmt.Errorf("simulated server: %w (choose another address with -server)", err)
	}
	defer server.Close()

	ended := make(chan error, 2)
	serve := func(listener net.Listener, handler http.Handler) *http.Server {
		s := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ErrorLog: log.New(io.Discard, "", 0)}
		go func() { ended <- s.Serve(listener) }()
		return s
	}
	siteHandler, serverHandler := play(site, server)
	defer serve(server, serverHandler).Close()
	defer serve(site, siteHandler).Close()
	select {
	case <-ctx.Done():
		return nil
	case err := <-ended:
		return errors.Join(errors.New("a listener ended"), err)
	}
}
