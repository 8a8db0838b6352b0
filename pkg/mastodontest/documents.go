package mastodontest

import (
	"net/http"
	"strings"
	"time"
)

const stockPrivacyPolicy = "<h3>What information do we collect?</h3>\n<p>Basic account information, posts, IPs and other metadata.</p>\n"

// document finds what answers below /api/v1/instance/; nil if the version has
// no such document.
func (s *Server) document(name string) func(*call) reply {
	f := s.features
	var answer func(*call) reply
	switch date, dated := strings.CutPrefix(name, "terms_of_service/"); {
	case name == "rules" && f.rulesAPI:
		answer = func(*call) reply { return jsonReply(http.StatusOK, s.rules()) }
	case name == "privacy_policy" && f.v2:
		answer = s.privacyPolicy
	case name == "extended_description" && f.v2:
		answer = s.extendedDescription
	case name == "languages" && f.languagesAPI:
		answer = postLanguages
	case name == "terms_of_service" && f.terms:
		answer = s.currentTerms
	case dated && f.terms:
		answer = func(c *call) reply { return s.termsOf(c, date) }
	default:
		return nil
	}
	return func(c *call) reply {
		if t := s.validToken(c); s.settings.LimitedFederation && (t == nil || t.user == nil) {
			return s.needsUser()
		}
		a := s.public(answer(c))
		if a.status != http.StatusOK && !s.features.cachesUnknownTerms {
			a.header.Set("Cache-Control", "private, no-store")
		}
		return a
	}
}

func (s *Server) privacyPolicy(c *call) reply {
	content, updated := s.settings.PrivacyPolicy, c.now.UTC().Format("2006-01-02T00:00:00+00:00")
	if content == "" {
		content, updated = stockPrivacyPolicy, "2022-10-07T00:00:00+00:00"
	}
	return jsonReply(http.StatusOK, object{"updated_at", updated, "content", content})
}

func (s *Server) extendedDescription(*call) reply {
	return jsonReply(http.StatusOK, object{"updated_at", nil, "content", "<p>" + escapeHTML(s.settings.Description) + "</p>\n"})
}

// postLanguages are those of posts, not of the interface.
func postLanguages(*call) reply {
	return jsonReply(http.StatusOK, []object{{"code", "en", "name", "English"}, {"code", "de", "name", "German"}})
}

// currentTerms answers with the terms in force, or with those to come if there
// are no others.
func (s *Server) currentTerms(c *call) reply {
	terms := s.settings.Terms
	if terms == nil {
		return errorReply(http.StatusNotFound, s.features.unknownTermsText)
	}
	for terms.Next != nil && terms.Next.EffectiveDate <= today(c) {
		terms = terms.Next
	}
	return terms.reply(c)
}

func (s *Server) termsOf(c *call, date string) reply {
	for terms := s.settings.Terms; terms != nil; terms = terms.Next {
		if terms.EffectiveDate == date {
			return terms.reply(c)
		}
	}
	return errorReply(http.StatusNotFound, textNotFound)
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
