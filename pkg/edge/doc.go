// Package edge is the broker that a careful site puts between its pages and
// the servers they sign people up with: it keeps the app's client secret to
// itself and hands out the app's token.
//
//	handler := edge.New(edge.Config{
//		Servers: []string{"example.social"},
//		Sites:   []edge.Site{{ReturnURL: "https://www.example.org/joined", AppName: "Example"}},
//		Store:   edge.NewMemory(),
//		Doer:    nethttp.New(nil),
//	})
//
// It has one route:
//
//	POST /v1/app-token
//	Origin: https://www.example.org
//	Content-Type: application/x-www-form-urlencoded
//
//	server=example.social&return_url=https%3A%2F%2Fwww.example.org%2Fjoined
//
// The answer is that of a server's own /oauth/token:
//
//	{"access_token":"…","token_type":"Bearer","scope":"read:accounts write:accounts","created_at":1785000000}
//
// and so are refusals, {"error":"code","error_description":"sentence"}:
//
//	400 invalid_request          a parameter is missing or not readable
//	403 origin_not_listed        the page is of no listed site
//	403 server_not_listed        the server is not listed
//	403 return_url_not_listed    the return URL is not that of the page's site
//	403 server_refused           the server takes no app
//	404 not_found, 405 method_not_allowed, 413 invalid_request
//	429 rate_limited             by the server; with X-RateLimit-* as it sent them, and Retry-After
//	500 misconfigured            the log says what the owner must change
//	500 server_error             a defect of this package; the log has the trace
//	502 server_unavailable       the server does not answer, or not as one
//	503 temporarily_unavailable  the storage fails
//
// It calls listed servers only, and only to register the app and get its
// token: accounts are created by the visitor's own browser. The Origin header
// is a fence for browsers; other programs can write any. What they get behind
// it is a token that any program can get from the server itself.
//
// The handler knows no Cloudflare. The program in wasm/edge puts it on a
// Worker, or behind a port.
package edge
