package mastodontest

import "net/http"

// routeHollo answers as Hollo does: its instance document is Mastodon's newer
// one with a bare version of its own, and always closed. Nothing in its API
// signs people up.
func (s *Server) routeHollo(c *call) reply {
	if a, ok := s.describes(c); ok {
		return a
	}
	switch {
	case c.is(http.MethodGet, "/api/v2/instance"):
		return s.holloInstance(c)
	case c.URL.Path == "/", c.URL.Path == "/login":
		return s.frontPage()
	}
	return notFoundPage()
}

func (s *Server) holloInstance(c *call) reply {
	host := s.domain(c.origin)
	return jsonReply(http.StatusOK, object{
		"api_versions", object{"mastodon", 2}, "domain", host, "title", host, "version", s.settings.Version,
		"source_url", "https://github.com/fedify-dev/hollo", "description", "A Hollo instance at " + host,
		"usage", object{"users", object{"active_month", 0}},
		"thumbnail", object{"url", c.origin + "/public/favicon.png", "blurhash", nil, "versions", object{}},
		"icon", []object{{"src", c.origin + "/public/favicon.png", "size", "500x500"}}, "languages", s.settings.Languages,
		"configuration", object{"accounts", object{"max_featured_tags", 10}, "translation", object{"enabled", false}},
		"registrations", object{"enabled", false, "approval_required", true, "message", nil},
		"contact", object{"email", s.settings.ContactEmail, "account", object{"username", "owner"}}, "rules", []object{},
	})
}
