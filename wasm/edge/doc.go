// Command edge is the broker of pkg/edge as a Cloudflare Worker. Compiled for
// another platform, it is an ordinary web server.
//
// The Worker serves the files of the widget as static assets, in front of all
// else. What no file answers comes to a script (worker.mjs), because each
// request that reaches Go starts a Go program, which costs ten times what all
// else does. The script decides nothing: it answers preflights, other methods
// and addresses where nothing is with what Go wrote at the build
// (edge.NewFront), and repeats an answer of Go to the same question of the same
// origin for as long as Go says, from the isolate's memory or else from the cache
// of the place. Of several equal questions at the same time only one reaches Go.
// What these programs have to share they keep in the memory of their isolate
// (isolate.mjs). Isolates all over the world ask one Durable Object for each
// registration (registration.mjs), which runs Go in its turn: so an app is
// registered once, and a server that wants to be left alone is. KV, which may be
// a minute late, spares most of them the way there.
//
// What the broker protects and what it does not is in the description of
// pkg/edge. In short: the client secret stays here; the app's token goes to
// whoever asks with the Origin of a listed site, which programs outside a
// browser can claim. An address that makes Go start too often is told to wait,
// where the settings bind a rate limit as LIMIT.
//
//	./build.sh edge         builds everything and runs it locally, on Cloudflare's own runtime
//	./build.sh bench edge   measures it against a plain JavaScript Worker
//
// To deploy it, build it (./build.sh edge --build) and then, in wasm/edge:
//
//  1. npx wrangler kv namespace create APPS
//     makes the storage of the client credentials. Put the id that it prints
//     into wrangler.jsonc, at the root of the repository, where a button finds it too.
//  2. Set SERVERS, SITES and APP_NAME there, as edge.FromEnv describes them.
//     TURNSTILE_SECRET, if there is one, is a secret: npx wrangler secret put.
//  3. npm run deploy
//     checks the settings, says what is wrong with them, or deploys.
//
// The same as an ordinary web server, behind a proxy that speaks https:
//
//	SERVERS=… SITES=… go run ./wasm/edge -store FILE
//
// Then pages use <fedi-signup broker="https://the Worker's address" …>, with
// the return URL that SITES names.
package main
