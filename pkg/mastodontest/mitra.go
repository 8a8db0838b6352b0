package mastodontest

import "net/http"

// routeMitra answers as Mitra does: it imitates Mastodon, but its apps have
// one redirect address and get no tokens of their own, so that none can sign
// up. In which words it refuses the contract does not say.
func (s *Server) routeMitra(c *call) reply {
	if a, ok := s.imitates(c, "4.0.0 (compatible; Mitra "+s.settings.Version+")", "https://codeberg.org/silverpill/mitra"); ok {
		return a
	}
	if a, ok := s.describes(c); ok {
		return a
	}
	switch {
	case c.is(http.MethodPost, "/api/v1/apps"):
		if len((&app{redirectText: s.redirects(c)}).redirects()) > 1 {
			return errorReply(http.StatusBadRequest, "invalid redirect URI")
		}
		return s.registerApp(c)
	case c.is(http.MethodPost, "/oauth/token"):
		return oauthError(http.StatusBadRequest, errUnsupportedGrant[0], errUnsupportedGrant[1])
	case c.is(http.MethodPost, "/api/v1/accounts"), c.is(http.MethodGet, "/api/v1/accounts/verify_credentials"):
		return errorReply(http.StatusUnauthorized, "access token is invalid")
	case c.URL.Path == "/", c.URL.Path == "/registration", c.URL.Path == "/login":
		return s.frontPage()
	case c.wantsJSON():
		return errorReply(http.StatusNotFound, "not found")
	}
	return notFoundPage()
}
