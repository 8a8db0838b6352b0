package main

import (
	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/jsbridge"
	"github.com/syumai/workers"
	"github.com/syumai/workers/cloudflare"
)

func main() {
	config := edge.FromEnv(cloudflare.Getenv)
	config.Doer = jsbridge.GlobalDoer()
	if apps, err := jsbridge.NewKV(cloudflare.GetBinding("APPS")); err == nil {
		config.Store = apps // without it, the log tells what is missing
	}
	if isolate, err := jsbridge.NewIsolate(cloudflare.GetBinding("ISOLATE")); err == nil {
		config.Shared = isolate
	}
	workers.Serve(edge.New(config))
}
