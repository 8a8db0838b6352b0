// Command edge is the broker of pkg/edge as a Cloudflare Worker. Compiled for
// another platform, it is an ordinary web server.
//
// The Worker serves the files of the widget as static assets, in front of Go:
// each request that reaches Go starts a Go program. Only /v1/* does.
//
//	./build.sh edge   builds everything and runs it locally, on Cloudflare's own runtime
//
// To deploy it, build it as above and then, in wasm/edge:
//
//  1. npx wrangler kv namespace create APPS
//     makes the storage of the client credentials. Put the id that it prints
//     into wrangler.jsonc.
//  2. Set SERVERS, SITES and APP_NAME there, as edge.FromEnv describes them.
//  3. npx wrangler deploy
//
// Then pages use <fedi-signup broker="https://the Worker's address" …>, with
// the return URL that SITES names.
package main
