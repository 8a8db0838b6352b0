package mastodontest

import "net/http"

const stockPrivacyPolicy = "<h3>What information do we collect?</h3>\n<p>Basic account information, posts, IPs and other metadata.</p>\n"

// document answers below /api/v1/instance/.
func (s *Server) document(c *call, name string) reply {
	f := s.features
	if s.settings.LimitedFederation {
		if t := s.validToken(c); t == nil || t.user == nil {
			return errorReply(http.StatusUnauthorized, textNeedsUser)
		}
	}
	switch name {
	case "rules":
		return public(jsonReply(http.StatusOK, s.rules()))
	case "privacy_policy":
		content, updated := s.settings.PrivacyPolicy, c.now.UTC().Format("2006-01-02T00:00:00+00:00")
		if content == "" {
			content, updated = stockPrivacyPolicy, "2022-10-07T00:00:00+00:00"
		}
		return public(jsonReply(http.StatusOK, object{"updated_at", updated, "content", content}))
	case "extended_description":
		return public(jsonReply(http.StatusOK, object{"updated_at", nil, "content", "<p>" + escapeHTML(s.settings.Description) + "</p>\n"}))
	case "languages":
		return public(jsonReply(http.StatusOK, []object{{"code", "en", "name", "English"}, {"code", "de", "name", "German"}}))
	}
	if terms := s.settings.Terms; f.terms && name == "terms_of_service" {
		if terms == nil {
			return errorReply(http.StatusNotFound, f.unknownTermsMessage)
		}
		return public(s.termsReply(c))
	} else if f.terms && len(name) > len("terms_of_service/") && name[:len("terms_of_service/")] == "terms_of_service/" {
		if terms == nil || name[len("terms_of_service/"):] != terms.EffectiveDate {
			return errorReply(http.StatusNotFound, textNotFound)
		}
		return public(s.termsReply(c))
	}
	return errorReply(http.StatusNotFound, "Not Found")
}

func (s *Server) termsReply(c *call) reply {
	terms := s.settings.Terms
	return jsonReply(http.StatusOK, object{"effective_date", terms.EffectiveDate,
		"effective", terms.EffectiveDate <= c.now.UTC().Format("2006-01-02"), "content", terms.HTML, "succeeded_by", nil})
}
