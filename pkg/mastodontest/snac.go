package mastodontest

import "net/http"

// routeSnac answers as snac does: it has an older instance document, whose
// version says that it is not Mastodon's, and makes accounts only from its
// command line.
func (s *Server) routeSnac(c *call) reply {
	set := s.settings
	switch {
	case c.is(http.MethodGet, "/api/v1/instance"):
		return jsonReply(http.StatusOK, object{
			"uri", s.domain(c.origin), "title", set.Title, "short_description", set.Description, "description", set.Description,
			"email", set.ContactEmail, "version", "4.0.0 (not true; really snac/" + set.Version + ")", "languages", set.Languages,
			"registrations", false, "approval_required", false, "invites_enabled", false, "contact_account", nil, "rules", []any{},
		})
	case c.is(http.MethodPost, "/api/v1/apps"):
		return s.registerApp(c)
	case c.URL.Path == "/":
		return s.frontPage()
	}
	if a, ok := s.describes(c); ok {
		return a
	}
	return notFoundPage()
}
