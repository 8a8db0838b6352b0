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
// real life. Once both listen, play makes their handlers.
func Serve(ctx context.Context, widget, siteAddress, serverAddress string, play func(site, server net.Listener) (siteHandler, serverHandler http.Handler)) error {
	if _, err := os.Stat(filepath.Join(widget, "fedi-signup.js")); err != nil {
		return fmt.Errorf("there is no built widget in %s: run ./build.sh build first", widget)
	}
	return Both(ctx, Place{"site", "-site", siteAddress}, Place{"simulated server", "-server", serverAddress}, play)
}

// Place is where one of two handlers listens, and what sets that.
type Place struct{ Name, Flag, Address string }

func (p Place) listen() (net.Listener, error) {
	listener, err := net.Listen("tcp", p.Address)
	if err != nil {
		return nil, fmt.Errorf("%s: %w (choose another address with %s)", p.Name, err, p.Flag)
	}
	return listener, nil
}

// Both serves two handlers until the context ends. Once both listen, play makes
// them.
func Both(ctx context.Context, first, second Place, play func(first, second net.Listener) (http.Handler, http.Handler)) error {
	one, err := first.listen()
	if err != nil {
		return err
	}
	defer one.Close()
	other, err := second.listen()
	if err != nil {
		return err
	}
	defer other.Close()

	ended := make(chan error, 2)
	serve := func(listener net.Listener, handler http.Handler) *http.Server {
		s := &http.Server{Handler: handler, ReadHeaderTimeout: 10 * time.Second, ErrorLog: log.New(io.Discard, "", 0)}
		go func() { ended <- s.Serve(listener) }()
		return s
	}
	oneHandler, otherHandler := play(one, other)
	defer serve(other, otherHandler).Close()
	defer serve(one, oneHandler).Close()
	select {
	case <-ctx.Done():
		return nil
	case err := <-ended:
		return errors.Join(errors.New("a listener ended"), err)
	}
}
