package mastodontest

import "net/http"

// routeFriendica answers as Friendica does: it imitates Mastodon, but for
// sign-ups. How it refuses them the contract does not say; here it does as if
// it knew no such call.
func (s *Server) routeFriendica(c *call) reply {
	if a, ok := s.imitates(c, "2.8.0 (compatible; Friendica "+s.settings.Version+")", "https://git.friendi.ca/friendica/friendica"); ok {
		return a
	}
	if a, ok := s.describes(c); ok {
		return a
	}
	switch {
	case c.is(http.MethodPost, "/api/v1/apps"):
		return s.registerApp(c)
	case c.is(http.MethodPost, "/oauth/token"):
		return s.oauthToken(c)
	case c.URL.Path == "/", c.URL.Path == "/register", c.URL.Path == "/login":
		return s.frontPage()
	case c.wantsJSON():
		return errorReply(http.StatusNotFound, textNotFound)
	}
	return notFoundPage()
}
