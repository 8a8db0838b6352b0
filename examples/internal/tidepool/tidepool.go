// Package tidepool is the community that the examples are about: a made-up
// server, and the policy of the sites that embed its sign-up.
package tidepool

import (
	_ "embed"
	"net/http"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

//go:embed tidepool.svg
var picture []byte

// PicturePath is where Guarded sites serve the community's picture.
const PicturePath = "/tidepool.svg"

// Picture answers with the community's picture.
func Picture(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "image/svg+xml")
	_, _ = w.Write(picture)
}

// Guarded adds the policy that the widget promises to live with to a site that
// embeds sign-ups for servers at these origins, and sends forms of its own to
// forms: 'none' of the widget's is ever sent. Of a real server, whose origin is
// https, neither connect-src nor img-src need a word.
func Guarded(site http.Handler, servers, forms string) http.Handler {
	policy := strings.Join([]string{
		"default-src 'none'",
		"script-src 'self' 'wasm-unsafe-eval'",
		"connect-src 'self' https: " + servers,
		"style-src 'self'",
		"img-src 'self' https: " + servers,
		"frame-src 'self'", // the examples' own: scenes beside each other
		"form-action " + forms,
		"base-uri 'none'",
		"frame-ancestors 'self'",
		"require-trusted-types-for 'script'",
		"trusted-types fedi-signup",
	}, "; ")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-cache")
		site.ServeHTTP(w, r)
	})
}

// Server is the community's server as every example starts from, with a
// picture at the given address.
func Server(icon string) mastodontest.Settings {
	return mastodontest.Settings{
		Domain:       "tidepool.example",
		Title:        "Tidepool",
		Description:  "A server for people who look at the shore: tide tables, seaweed, birds, and photographs of very small crabs.",
		Icon:         icon,
		ContactEmail: "keepers@tidepool.example",
		Languages:    []string{"en", "de"},
		Rules: []mastodontest.Rule{
			{
				Text: "Be kind, above all to beginners.",
				Hint: "Nobody is born knowing a whelk from a winkle.",
				Translations: map[string]mastodontest.RuleText{
					"de": {Text: "Sei freundlich, vor allem zu Anfängern.", Hint: "Niemand kommt mit Muschelkunde zur Welt."},
				},
			},
			{
				Text: "No harassment, no discrimination.",
				Translations: map[string]mastodontest.RuleText{
					"de": {Text: "Keine Belästigung, keine Diskriminierung."},
				},
			},
			{
				Text: "Put a content warning on things that bite.",
				Hint: "Photographs of jellyfish are fine without.",
			},
		},
		Terms:              &mastodontest.Terms{EffectiveDate: "2026-01-15", HTML: "<h1>Terms</h1><p>Leave every rock as you found it.</p>"},
		PrivacyPolicy:      "<h1>Privacy</h1><p>We keep your address to write to you, and nothing for advertising.</p><p>Ask <a href=\"mailto:staff@tidepool.example\">our staff</a>, or read <a href=\"/about\">more about us</a>.</p>",
		BlockedDomains:     []string{"throwaway.example"},
		UnreachableDomains: []string{"nowhere.example"},
	}
}
