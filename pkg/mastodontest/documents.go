package mastodontest

import (
	"net/http"
	"strings"
	"time"
)

const stockPrivacyPolicy = "<h3>What information do we collect?</h3>\n<p>Basic account information, posts, IPs and other metadata.</p>\n"

// document answers below /api/v1/instance/.
func (s *Server) document(c *call, name string) reply {
	f := s.features
	if s.settings.LimitedFederation {
		if t := s.validToken(c); t == nil || t.user == nil {
			return s.needsUser()
		}
	}
	switch {
	case name == "rules" && f.rulesAPI:
		return public(jsonReply(http.StatusOK, s.rules()))
	case name == "privacy_policy" && f.v2:
		content, updated := s.settings.PrivacyPolicy, c.now.UTC().Format("2006-01-02T00:00:00+00:00")
		if content == "" {
			content, updated = stockPrivacyPolicy, "2022-10-07T00:00:00+00:00"
		}
		return public(jsonReply(http.StatusOK, object{"updated_at", updated, "content", content}))
	case name == "extended_description" && f.v2:
		return public(jsonReply(http.StatusOK, object{"updated_at", nil, "content", "<p>" + escapeHTML(s.settings.Description) + "</p>\n"}))
	case name == "languages" && f.languagesAPI:
		return public(jsonReply(http.StatusOK, []object{{"code", "en", "name", "English"}, {"code", "de", "name", "German"}}))
	}
	if terms := s.settings.Terms; f.terms && name == "terms_of_service" {
		if terms == nil {
			return errorReply(http.StatusNotFound, f.unknownTermsText)
		}
		for today := today(c); terms.Next != nil && terms.Next.EffectiveDate <= today; {
			terms = terms.Next
		}
		return public(terms.reply(c))
	} else if date, ok := strings.CutPrefix(name, "terms_of_service/"); ok && f.terms {
		for ; terms != nil; terms = terms.Next {
			if terms.EffectiveDate == date {
				return public(terms.reply(c))
			}
		}
		return errorReply(http.StatusNotFound, textNotFound)
	}
	return s.refusal(c, http.StatusNotFound)
}

func today(c *call) string { return c.now.UTC().Format(time.DateOnly) }

func (t *Terms) reply(c *call) reply {
	var next any
	if t.Next != nil {
		next = t.Next.EffectiveDate
	}
	return jsonReply(http.StatusOK, object{"effective_date", t.EffectiveDate,
		"effective", t.EffectiveDate <= today(c), "content", t.HTML, "succeeded_by", next})
}
