package mastodontest

import "net/http"

// routeEpicyon answers as Epicyon does: it imitates both of Mastodon's instance
// documents, with bare versions of its own, and nothing that signs people up.
// NodeInfo it tells only to those who say where they come from.
func (s *Server) routeEpicyon(c *call) reply {
	if c.URL.Path == s.nodeInfoPath() && c.Header.Get("Referer") == "" {
		return reply{status: http.StatusBadRequest, header: http.Header{}}
	}
	if a, ok := s.describes(c); ok {
		return a
	}
	switch {
	case c.is(http.MethodGet, "/api/v1/instance"):
		return s.epicyonV1(c)
	case c.is(http.MethodGet, "/api/v2/instance"):
		return s.epicyonV2(c)
	case c.URL.Path == "/", c.URL.Path == "/register", c.URL.Path == "/login":
		return s.frontPage()
	}
	return reply{status: http.StatusNotFound, header: http.Header{}}
}

func (s *Server) epicyonV1(c *call) reply {
	set := s.settings
	return jsonReply(http.StatusOK, object{
		"approval_required", false, "invites_enabled", false, "registrations", s.takesPeople(),
		"contact_account", object{"acct", "admin", "username", "admin"}, "description", set.Description, "languages", set.Languages,
		"short_description", set.Description, "stats", object{"domain_count", 2, "status_count", 1, "user_count", len(s.users) + 1},
		"thumbnail", c.origin + "/login.png", "title", set.Title, "uri", s.domain(c.origin), "urls", object{}, "version", set.Version,
		"rules", s.rules(), "configuration", object{"statuses", object{"max_media_attachments", 1}},
	})
}

func (s *Server) epicyonV2(c *call) reply {
	set := s.settings
	return jsonReply(http.StatusOK, object{
		"domain", s.domain(c.origin), "title", set.Title, "version", set.Version, "source_url", "https://gitlab.com/bashrc2/epicyon",
		"description", set.Description, "usage", object{"users", object{"active_month", len(s.users) + 1}},
		"thumbnail", object{"url", c.origin + "/login.png"}, "languages", set.Languages,
		"configuration", object{"urls", object{}, "accounts", object{"max_featured_tags", 20}},
		"registrations", object{"enabled", s.takesPeople(), "approval_required", false, "message", nil},
		"contact", object{"email", nil, "account", object{"username", "admin"}}, "rules", s.rules(),
	})
}

// epicyonCORS lets pages read what it answers, but not its refusals.
func epicyonCORS(s *Server, c *call) (corsRule, bool) {
	rule, ok := apiCORS(s, c)
	return rule, ok && (c.URL.Path != s.nodeInfoPath() || c.Header.Get("Referer") != "")
}
