package mastodontest

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"strconv"
	"strings"
)

// domain is what stands in handles.
func (s *Server) domain(origin string) string {
	if s.settings.Domain != "" {
		return s.settings.Domain
	}
	_, host, _ := strings.Cut(origin, "://")
	return host
}

// takesPeople and wantsApproval are all that an instance document tells of the
// mode.
func (s *Server) takesPeople() bool {
	return s.settings.Registrations != Closed && !s.settings.SingleUser && s.settings.Software != Snac
}

func (s *Server) wantsApproval() bool {
	return s.settings.Registrations == Approval && s.features.approval
}

func (s *Server) instanceV2(c *call) reply {
	set, f := s.settings, s.features
	body := object{
		"domain", s.domain(c.origin), "title", set.Title, "version", set.Version,
		"source_url", "https://github.com/mastodon/mastodon", "description", set.Description,
		"usage", object{"users", object{"active_month", len(s.users)}},
		"thumbnail", object{"url", c.origin + picturePath},
	}
	if f.hints {
		icons := []object{}
		if set.Icon != "" {
			for _, size := range []int{36, 72, 144, 192} {
				wide := strconv.Itoa(size)
				icons = append(icons, object{"src", set.Icon, "size", wide + "x" + wide})
			}
		}
		body = append(body, "icon", icons)
	}
	urls := object{"streaming", "wss://" + s.domain(c.origin)}
	if f.statusURL {
		var status any
		if set.StatusPage != "" {
			status = set.StatusPage
		}
		urls = append(urls, "status", status)
	}
	if f.terms {
		var terms any
		if set.Terms != nil {
			terms = c.origin + "/terms-of-service"
		}
		urls = append(urls, "about", c.origin+"/about", "privacy_policy", c.origin+"/privacy-policy", "terms_of_service", terms)
	}
	configuration := object{"urls", urls}
	if f.hints {
		configuration = append(configuration, "vapid", object{"public_key", vapidKey})
	}
	configuration = append(configuration, "accounts", s.accountLimits())
	if f.terms {
		configuration = append(configuration, "limited_federation", set.LimitedFederation)
	}
	var message any
	if !s.takesPeople() {
		message = orNull(set.ClosedMessage)
	}
	registrations := object{"enabled", s.takesPeople(), "approval_required", s.takesPeople() && s.wantsApproval()}
	if f.age {
		registrations = append(registrations, "reason_required", s.wantsApproval() && set.RequireReason)
	}
	registrations = append(registrations, "message", message)
	if f.age {
		var minAge any
		if set.MinAge > 0 {
			minAge = set.MinAge
		}
		registrations = append(registrations, "min_age", minAge)
	}
	if f.ssoURL {
		registrations = append(registrations, "url", orNull(set.SSOURL))
	}
	body = append(body, "languages", set.Languages, "configuration", configuration, "registrations", registrations)
	if f.apiVersion > 0 {
		versions := object{"mastodon", f.apiVersion}
		if f.glitch {
			versions = append(versions, "glitch", 1)
		}
		body = append(body, "api_versions", versions)
	}
	if f.wrapstodon {
		body = append(body, "wrapstodon", nil)
	}
	return s.public(jsonReply(http.StatusOK, append(body,
		"contact", object{"email", set.ContactEmail, "account", nil}, "rules", s.rules())))
}

func (s *Server) accountLimits() object {
	limits := object{"max_featured_tags", 10, "max_pinned_statuses", 5}
	if s.features.limitsInDocument {
		limits = append(limits, "max_display_name_length", 30, "max_note_length", 500)
	}
	return limits
}

func (s *Server) instanceV1(c *call) reply {
	set, f := s.settings, s.features
	body := object{"uri", s.domain(c.origin), "title", set.Title}
	if f.approval {
		body = append(body, "short_description", set.Description)
	}
	body = append(body, "description", set.Description, "email", set.ContactEmail, "version", set.Version,
		"urls", object{"streaming_api", "wss://" + s.domain(c.origin)},
		"stats", object{"user_count", len(s.users), "status_count", 0, "domain_count", 0},
		"thumbnail", c.origin+picturePath, "languages", set.Languages)
	if f.tellsRegistrations {
		body = append(body, "registrations", s.takesPeople())
	}
	if f.approval {
		body = append(body, "approval_required", s.wantsApproval())
	}
	if f.tellsInvites {
		body = append(body, "invites_enabled", !set.NoInvites)
	}
	if f.configurationV1 {
		body = append(body, "configuration", object{"accounts", s.accountLimits()})
	}
	body = append(body, "contact_account", nil)
	if f.rulesAPI {
		body = append(body, "rules", s.rules())
	}
	if f.glitch {
		body = append(body, "max_toot_chars", 500, "poll_limits", object{"max_options", 5})
	}
	a := s.public(jsonReply(http.StatusOK, body))
	if f.terms {
		a.header.Set("Deprecation", "@1668384000")
	}
	return a
}

func (s *Server) rules() []object {
	rules := []object{}
	for i, rule := range s.settings.Rules {
		told := object{"id", strconv.Itoa(i + 1), "text", rule.Text}
		if s.features.hints {
			told = append(told, "hint", rule.Hint)
		}
		if s.features.terms {
			translations := rule.Translations
			if translations == nil {
				translations = map[string]RuleText{}
			}
			told = append(told, "translations", translations)
		}
		rules = append(rules, told)
	}
	return rules
}

// nodeInfoLinks answers GET /.well-known/nodeinfo.
func (s *Server) nodeInfoLinks(c *call) reply {
	a := jsonReply(http.StatusOK, object{"links", []object{{
		"rel", "http://nodeinfo.diaspora.software/ns/schema/2.0", "href", c.origin + s.nodeInfoPath()}}})
	a.header.Set("Cache-Control", "max-age=259200, public")
	return a
}

// nodeInfoPath is where the nodeinfo document is.
func (s *Server) nodeInfoPath() string {
	switch s.settings.Software {
	case Pixelfed:
		return "/api/nodeinfo/2.0.json"
	case Snac:
		return "/nodeinfo_2_0"
	case Vernissage:
		return "/api/v1/nodeinfo/2.0"
	}
	return "/nodeinfo/2.0"
}

// picturePath is where the picture of the instance document is.
const picturePath = "/packs/media/images/preview.png"

func picture() reply {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 120, 63))); err != nil {
		panic(err) // it is written to memory
	}
	return reply{status: http.StatusOK, header: http.Header{"Content-Type": {"image/png"}}, body: b.Bytes()}
}

// nodeInfo answers with the nodeinfo document.
func (s *Server) nodeInfo() reply {
	var metadata any = object{}
	switch {
	case s.features.nodeMetadataList:
		metadata = []any{}
	case s.features.hints:
		metadata = object{"nodeName", s.settings.Title, "nodeDescription", s.settings.Description}
	}
	a := jsonReply(http.StatusOK, object{
		"version", "2.0", "software", object{"name", s.flavour.name, "version", s.settings.Version}, "protocols", []string{"activitypub"},
		"services", object{"outbound", []any{}, "inbound", []any{}},
		"usage", object{"users", object{"total", len(s.users), "activeMonth", len(s.users), "activeHalfyear", len(s.users)}, "localPosts", 0},
		"openRegistrations", s.takesPeople(), "metadata", metadata,
	})
	a.header.Set("Cache-Control", "max-age=1800, public")
	if s.flavour.rails {
		a.header.Set("Vary", "Accept, Origin")
	}
	return a
}
