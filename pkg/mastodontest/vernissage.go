package mastodontest

import "net/http"

// routeVernissage answers as Vernissage does: at the place of Mastodon's older
// instance document it has one of its own, with other members, which does not
// name it; NodeInfo does. The rest of its API is its own as well.
func (s *Server) routeVernissage(c *call) reply {
	if a, ok := s.describes(c); ok {
		return a
	}
	switch {
	case c.is(http.MethodGet, "/api/v1/instance"):
		return s.vernissageInstance(c)
	case c.URL.Path == "/", c.URL.Path == "/register", c.URL.Path == "/login":
		return s.frontPage()
	case c.wantsJSON():
		return jsonReply(http.StatusNotFound, object{"error", true, "reason", "Not Found"})
	}
	return notFoundPage()
}

func (s *Server) vernissageInstance(c *call) reply {
	set := s.settings
	rules := []object{}
	for i, rule := range set.Rules {
		rules = append(rules, object{"id", i + 1, "text", rule.Text})
	}
	return jsonReply(http.StatusOK, object{
		"uri", c.origin, "title", set.Title, "description", set.Description, "longDescription", "", "email", set.ContactEmail,
		"version", set.Version, "thumbnail", "", "languages", set.Languages, "rules", rules,
		"registrationOpened", set.Registrations == Open, "registrationByApprovalOpened", set.Registrations == Approval,
		"registrationByInvitationsOpened", !set.NoInvites,
		"configuration", object{"statuses", object{"maxCharacters", 500, "maxMediaAttachments", 4, "charactersReservedPerUrl", 23},
			"attachments", object{"supportedMimeTypes", []string{"image/png", "image/jpeg"}, "imageSizeLimit", 10485760}},
		"stats", object{"userCount", len(s.users), "statusCount", 0, "domainCount", 1},
	})
}
