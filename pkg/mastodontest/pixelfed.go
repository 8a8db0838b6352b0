package mastodontest

import (
	"net/http"
	"strings"
)

// routePixelfed answers as Pixelfed does. It registers apps, and knows no
// sign-up by Mastodon's API.
func (s *Server) routePixelfed(c *call) reply {
	if a, ok := s.imitates(c, "3.5.3 (compatible; Pixelfed "+s.settings.Version+")", "https://github.com/pixelfed/pixelfed"); ok {
		return a
	}
	if a, ok := s.describes(c); ok {
		return a
	}
	switch path := c.URL.Path; path {
	case "/api/v1/apps":
		return s.registerApp(c)
	case "/oauth/token":
		return s.oauthToken(c)
	case "/", "/register", "/login", "/site/terms", "/site/privacy", "/site/about":
		return s.frontPage()
	}
	return notFoundPage()
}

// pixelfedCORS lets pages read what is well known, and what became of the
// registration of an app if it needed no preflight.
func pixelfedCORS(s *Server, c *call) (corsRule, bool) {
	if c.is(http.MethodPost, "/api/v1/apps") {
		return corsRule{headers: "none"}, true
	}
	return corsRule{methods: http.MethodGet, maxAge: "7200"}, strings.HasPrefix(c.URL.Path, "/.well-known/")
}
