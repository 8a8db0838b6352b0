//go:build !js

package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
)

// farewell is how long requests may still take once the program is told to end:
// longer than a page waits for a server.
const farewell = 15 * time.Second

func main() {
	address := flag.String("listen", "127.0.0.1:8787", "address to listen on")
	files := flag.String("files", "widget/dist", "folder of the widget's files")
	store := flag.String("store", "", "file that keeps the apps; without it they are kept in memory, and registered anew after each start")
	counts := flag.String("metrics", "", "address to serve counts of answers at, in the text form of Prometheus; not for the open network")
	front := flag.Bool("front", false, "print the module of what the Worker's script answers without Go, and end")
	settings := flag.String("check", "", "say what is wrong with the settings in this wrangler.jsonc, and end")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "Usage: SERVERS=… SITES=… [APP_NAME=…] edge [flags]\nHands out app tokens and serves the widget's files. GET /healthz answers as long as it runs.")
		flag.PrintDefaults()
	}
	flag.Parse()
	if *front {
		text, err := json.Marshal(edge.NewFront())
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("export default %s;\n", text)
		return
	}

	if *settings != "" {
		if err := check(*settings); err != nil {
			log.Fatalf("The settings cannot be deployed:\n%v", err)
		}
		return
	}

	config := edge.FromEnv(os.Getenv)
	config.Doer, config.Store = nethttp.New(outward(config.Servers)), edge.NewMemory()
	if *store != "" {
		file, err := edge.NewFile(*store)
		if err != nil {
			log.Fatal(err)
		}
		config.Store = file
	}
	if err := config.Check(); err != nil {
		log.Fatalf("The settings cannot be used:\n%v", err)
	}
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stderr, nil))) // what package log prints, too
	answers := &metrics{answers: map[int]uint64{}}
	if *counts != "" {
		listener, err := net.Listen("tcp", *counts)
		if err != nil {
			log.Fatal(err)
		}
		server := &http.Server{Handler: answers, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}
		go func() { log.Fatal(server.Serve(listener)) }()
	}
	if err := serve(*address, routes(config, answers, *files)); err != nil {
		log.Fatal(err)
	}
}

// routes are those of the Worker, and /healthz.
func routes(config edge.Config, answers *metrics, files string) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/v1/", answers.counted(edge.New(config)))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Cache-Control", "no-store")
		fmt.Fprintln(w, "ok")
	})
	static := http.FileServer(http.Dir(files))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*") // pages of other sites load the scripts
		static.ServeHTTP(w, r)
	})
	return mux
}

// serve answers until the program is told to end, and then what was asked before.
func serve(address string, handler http.Handler) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Printf("The edge is at http://%s\n", listener.Addr())
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      time.Minute, // the widget's files over a slow line
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	stop() // a second signal ends it at once
	last, cancel := context.WithTimeout(context.Background(), farewell)
	defer cancel()
	if err := server.Shutdown(last); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}
