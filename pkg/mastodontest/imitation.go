package mastodontest

import "net/http"

// imitatedV1 is an instance document as software makes it that imitates
// Mastodon: its own name stands in the version. more is appended.
func (s *Server) imitatedV1(c *call, version string, more ...any) reply {
	set := s.settings
	return jsonReply(http.StatusOK, append(object{
		"uri", s.domain(c.origin), "title", set.Title, "short_description", set.Description, "description", set.Description,
		"email", set.ContactEmail, "version", version, "urls", object{"streaming_api", "wss://" + s.domain(c.origin)},
		"thumbnail", c.origin + picturePath, "languages", set.Languages,
		"registrations", s.takesPeople(), "approval_required", s.wantsApproval(), "contact_account", nil,
	}, more...))
}

// imitatedV2 is the newer document of such software.
func (s *Server) imitatedV2(c *call, version, source string) reply {
	set := s.settings
	return jsonReply(http.StatusOK, object{
		"domain", s.domain(c.origin), "title", set.Title, "version", version, "source_url", source, "description", set.Description,
		"usage", object{"users", object{"active_month", len(s.users)}}, "thumbnail", object{"url", c.origin + picturePath},
		"languages", set.Languages, "configuration", object{"urls", object{"streaming", "wss://" + s.domain(c.origin)}},
		"registrations", object{"enabled", s.takesPeople(), "approval_required", s.wantsApproval(), "message", nil},
		"contact", object{"email", set.ContactEmail, "account", nil}, "rules", s.rules(),
	})
}

// imitates answers the instance documents and the picture of such software.
func (s *Server) imitates(c *call, version, source string) (reply, bool) {
	if c.Method != http.MethodGet && c.Method != http.MethodHead {
		return reply{}, false
	}
	switch c.URL.Path {
	case "/api/v1/instance":
		return s.imitatedV1(c, version, "rules", s.rules()), true
	case "/api/v2/instance":
		return s.imitatedV2(c, version, source), true
	case picturePath:
		return picture(), true
	}
	return reply{}, false
}
