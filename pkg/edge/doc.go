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
// Its routes:
//
//	POST /v1/app-token  hands out the app's token
//	POST /v1/revoke     gives an account's token back to its server
//	GET  /v1/invite     tells whether an invite is good
//	GET  /v1/form       gives the form of a server, for pages that are to show it at once
//	GET  /v1/isolated   the page of a frame that keeps the form from the scripts around it
//
// The first of them:
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
// A page to which the server refused that token asks again, with the token as
// the parameter refused, and gets another as soon as there is one. If the
// server takes no more calls with it, why=used_up says so. Where the settings want
// a challenge solved, its answer comes as the parameter challenge, and is good for
// one token: the service asks Cloudflare, and nothing is registered before.
//
// A token of an account (parameters server, return_url and token) is given back
// only if one of the site's apps made the account: only its app can do that, and
// the app's own token is nobody's to give back. The answer is {}.
//
// Of an invite (server and code) the server tells programs alone. The answer is
// {"state":"good"}, "spent" or "unknown".
//
// The form of a server (parameter server) is a signup.Form, which tells when the
// server was asked: a minute ago at most, or up to an hour more while it is read
// anew for those who come next. If nobody signs up there by a form, it is
// {"version":…,"at":…,"server":"example.social","door":"closed"}, with the code
// of the door: closed, external-sign-up, not-supported, captcha or gone.
//
// The page of the frame holds the widget, from the files beside this service, and
// may ask for each site. Only pages of the sites can frame it, and its script
// speaks with nobody else. See below for what that keeps from whom.
//
// Refusals are of that shape too, {"error":"code","error_description":"sentence"}:
//
//	400 invalid_request          a parameter is missing or not readable
//	403 challenge_required       the visitor has to solve the challenge first
//	403 challenge_failed         the answer is not good, or was used before
//	403 origin_not_listed        the page is of no listed site
//	403 server_not_listed        the server is not listed
//	403 return_url_not_listed    the return URL is not that of the page's site
//	403 server_refused           the server takes no app, or not this question
//	403 token_not_ours           the token is of no account that the site's app made
//	404 not_found, 405 method_not_allowed, 413 invalid_request
//	429 rate_limited             by the server; with Retry-After, and X-RateLimit-* as it sent them;
//	                             or by this service, for questions that strangers can make it ask
//	500 misconfigured            the log says what the owner must change; any page can read this
//	500 server_error             a defect of this package; the log has the trace
//	502 server_unavailable       the server does not answer, or not as one
//	503 temporarily_unavailable  the storage fails, or whoever checks the challenge
//
// It calls listed servers only: accounts are created by the visitor's own
// browser.
//
// # Few calls
//
// An app is registered once for each server and site, and kept. A server takes
// 300 calls with one token in five minutes, so that under load a site has up to
// five apps, which take turns: another is registered, and used from then on, when
// 240 visitors in five minutes got the token of the one before, as counted in the
// one place. A script in front counts for it, and says so each time it has given
// a token to 60. An app whose token a page says is used up is left out until the
// server takes it again, if the server says the same. Where no further app can be
// had, those that there are go on. Those who ask
// at the same time wait for one request of the server and get what it brings,
// failures too; it goes on even if whoever came first has left. After a 429 the
// server is left alone until its limit ends: for a minute if it does not say
// when, and for half an hour at most. Where handlers are many, a Registrar
// leads them to one place that does this for all.
//
// A token is kept for five minutes. Whoever says that the server refuses it, or
// that it is used up, makes the broker ask the server, once a minute; a new app
// is registered only if the server itself then refuses the app, or its calls.
//
// A script in front of the handler may answer for it, as NewFront and the
// header Front-Cache-Control say. Of one server, 60 invites are asked about in a
// minute, and 120 tokens given back. What is the same for everybody (preflights,
// 404, 405) any page may read.
//
// # What it protects, and what not
//
// The client secret stays here: no page, no visitor and no log ever has it. So
// nobody else can be the site's app to a server.
//
// The token is no such secret. It is the app's own (client_credentials, with
// the scopes read:accounts and write:accounts), opens no account, and is the
// same for all visitors of a site; each sees it in the requests of their
// own browser. With it, anybody can send sign-ups that look like the app's to
// the server's staff, and can use up the 300 calls that a server takes with one
// token in five minutes. Whoever asks on and on can so use up all five apps, which
// holds up the visitors of that time.
//
// The Origin header is a fence for browsers: it keeps pages of other sites from
// getting the token. A program outside a browser can send any Origin, and
// gets it. What limits sign-ups then is the server: 5 from one network in half an
// hour, a mail to confirm, perhaps approval. Fences against programs are a limit
// for each address, which the Worker has in front, and a Turnstile, if the
// settings have its secret: then each token costs an answer that was not used
// before. Its answers bind nobody to a browser: whoever solves it can hand the
// token on.
//
// The isolated frame keeps what is typed, and the account's token, from the
// scripts of the page around it: another origin's script can read nothing in it,
// and what it tells the page holds no secret. What the page says of the form
// (server, texts, colours) counts, but accounts are made only with the listed
// servers, since tokens are for those alone. A page that means harm can still show
// a form of its own in the frame's place. This service's own origin must not be
// the page's, and whoever can change its files can read all.
//
// Servers and the storage are not trusted: tokens, scopes and credentials are
// accepted only in the form of RFC 6749 and RFC 6750, and with at least the
// scopes that were asked for.
//
// # Against RFC 9700, Best Current Practice for OAuth 2.0 Security
//
//	2.1    redirects             there is no authorization request, so no code, state or PKCE,
//	                             and nothing to mix up or to inject; each app has one redirect URI,
//	                             which the settings name
//	2.1.2  implicit grant        not used
//	2.2.1  replay of tokens      not prevented: servers bind tokens to no sender; see above what
//	                             whoever has it can do
//	2.2.2  refresh tokens        there are none
//	2.3    least privilege       the two scopes that a sign-up needs; an app, and so a token, is of
//	                             one server and one site
//	2.4    password grant        not used; the visitor's password never comes here
//	2.5    client authentication by secret, the only way that servers offer, and only from here
//	2.6    transport             https to servers and pages, but on this machine; no address from
//	                             outside is called
//	4.2, 4.3 referrers, history  tokens and secrets stand in bodies and headers alone; answers say
//	                             no-store and no-referrer
//	4.11, 4.12 redirects         this service sends none; those of servers to a POST are not followed
//	4.13   reverse proxies       no header of a proxy is believed, but the Worker's own address of
//	                             the visitor, which counts for its limit
//	4.10   leaked tokens         an account's token is worthless to pages of other sites here, and can
//	                             be given back (RFC 7009) by the page that has it
//	4.16   clickjacking          answers can be in no frame, but for the page that is made for one, which
//	                             only pages of the sites can frame; it gives nothing away by a click
//
// # Against OAuth 2.0 for Browser-Based Applications
//
// Of its three patterns this is the token-mediating backend: the confidential
// client is here, and the token goes to the page. There are no sessions and no
// cookies, because the token is nobody's in particular; so there is no cross-site
// request to forge. Of what it asks of such a backend, and of what scripts that a page
// did not want can do:
//
//	5.1.1  a token taken once     the app's opens no account, and is used up by its limit of calls;
//	                              the account's is in the page's memory and, while it waits, in the
//	                              storage that the site chose: the isolated frame keeps it from there
//	5.1.2  taken again and again  the same; there are no refresh tokens that would last longer
//	5.1.3  new tokens asked for   not prevented in the page, which is the pattern's weakness: its
//	                              scripts can ask here, as often as the limits allow. No account's
//	                              token can be had so, as there is no login to repeat in silence
//	5.1.4  requests through the   not prevented in the page; in the frame, it would have to be a
//	       visitor's browser      script of this service
//	6.2    confidential client    the secret is here, in KV or a file, and never in a browser
//	6.2    tokens to the page     by POST, with no-store; scopes and server are not the page's choice
//	6.2    cookies, CSRF          none, and so nothing to forge
//	6.2    CORS                   the lists of origins, of return URLs and of servers; never "*" for
//	                              an answer that differs between sites
//	8      storage of tokens      the app's in memory alone; the account's comes here only to be given
//	                              back, and is then neither kept nor logged
//
// The handler knows no Cloudflare. The program in wasm/edge puts it on a
// Worker, or behind a port.
package edge
