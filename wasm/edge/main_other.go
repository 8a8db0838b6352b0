//go:build !js

package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
)

func main() {
	address := flag.String("listen", "127.0.0.1:8787", "address to listen on")
	files := flag.String("files", "widget/dist", "folder of the widget's files")
	front := flag.Bool("front", false, "print the module of what the Worker's script answers without Go, and end")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "Usage: SERVERS=… SITES=… [APP_NAME=…] edge [flags]\nHands out app tokens and serves the widget's files. Apps are kept in memory.")
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

	config := edge.FromEnv(os.Getenv)
	config.Doer, config.Store = nethttp.New(nil), edge.NewMemory()
	static := http.FileServer(http.Dir(*files))
	http.Handle("/v1/", edge.New(config))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*") // pages of other sites load the scripts
		static.ServeHTTP(w, r)
	})
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("The edge is at http://%s\n", listener.Addr())
	log.Fatal(http.Serve(listener, nil))
}
