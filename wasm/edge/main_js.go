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
	if cloudflare.GetBinding("REGISTRATION").Truthy() {
		workers.Serve(edge.NewRegistration(config))
		return
	}
	config.Front = true
	if given := cloudflare.GetBinding("GIVEN"); given.Truthy() {
		config.Given = given.Int()
	}
	if registrar, err := jsbridge.NewRegistrar(cloudflare.GetBinding("REGISTRAR")); err == nil {
		config.Registrar = registrar
	}
	workers.Serve(edge.New(config))
}
