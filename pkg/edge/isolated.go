package edge

import (
	"fmt"
	"html"
	"net/http"
	"slices"
	"strings"
)

const isolatedPath = "/v1/isolated"

// turnstileOrigin is where Cloudflare has the script of its Turnstile.
const turnstileOrigin = "https://challenges.cloudflare.com"

// isolatedPage is what a frame with the form holds: the widget, which lies
// beside this service, and the script that speaks with the page around it, if
// that is one of those that the page names.
const isolatedPage = `<!doctype html>
<html lang="en" data-hosts="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign-up</title>
<link rel="icon" href="data:,">
%s<script type="module" src="../fedi-signup.js"></script>
<script type="module" src="../isolated.js"></script>
</head>
<body></body>
</html>
`

// serveIsolated gives the page of the frame that keeps a form from the scripts
// of the page around it. Only pages of the sites can frame it.
func (b *broker) serveIsolated(w http.ResponseWriter, _ *http.Request, _ string) {
	hosts := strings.Join(b.hosts(), " ")
	var scripts string
	if b.turnstile != "" {
		scripts = `<script src="` + turnstileOrigin + `/turnstile/v0/api.js?render=explicit" async></script>` + "\n"
	}
	header := w.Header()
	header.Set("Content-Security-Policy", b.isolatedPolicy(hosts))
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Cross-Origin-Resource-Policy", "cross-origin") // to be framed, where that is asked for
	header.Set("Origin-Agent-Cluster", "?1")                   // no page of the same site comes near by document.domain
	header.Set("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()")
	repeatable(w, settled)
	fmt.Fprintf(w, isolatedPage, html.EscapeString(hosts), scripts)
}

// hosts are the origins of the sites.
func (b *broker) hosts() []string {
	hosts := make([]string, 0, len(b.origins))
	for origin := range b.origins {
		hosts = append(hosts, origin)
	}
	slices.Sort(hosts)
	return hosts
}

// isolatedPolicy is the policy that the widget's README promises to be enough,
// with the servers of this machine, which speak http.
func (b *broker) isolatedPolicy(hosts string) string {
	anywhere := "https:"
	for server := range b.servers {
		if strings.HasPrefix(server.Origin(), "http://") {
			anywhere += " " + server.Origin()
		}
	}
	policy := []string{
		"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self' " + anywhere, "img-src data: " + anywhere,
		"base-uri 'none'", "form-action 'none'", "frame-ancestors " + hosts,
	}
	if b.turnstile == "" {
		policy = append(policy, "require-trusted-types-for 'script'", "trusted-types fedi-signup")
	} else { // whose script knows no Trusted Types
		policy[1] += " " + turnstileOrigin
		policy = append(policy, "frame-src "+turnstileOrigin)
	}
	return strings.Join(policy, "; ")
}
