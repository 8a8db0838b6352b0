package mastodontest

import (
	"net/http"
	"strings"
	"time"
)

// routeAkkoma answers as Akkoma 3.16 does, and as the Pleroma that it came
// from.
func (s *Server) routeAkkoma(c *call) reply {
	if _, exceeded := s.count(c); exceeded {
		return errorReply(http.StatusTooManyRequests, "Throttled")
	}
	if a, ok := s.describes(c); ok {
		return a
	}
	path := c.URL.Path
	switch {
	case c.Method == http.MethodGet && path == "/api/v1/instance":
		return s.akkomaInstance(c)
	case c.Method == http.MethodGet && path == "/api/v2/instance" && s.settings.Software == Pleroma && compareVersions(s.settings.Version, "2.6") >= 0:
		return s.pleromaV2(c)
	case c.is(http.MethodGet, s.captchaPath()):
		return s.showCaptcha(c)
	case strings.HasPrefix(path, captchaPictures):
		return s.captchaPicture(strings.TrimPrefix(path, captchaPictures))
	case c.is(http.MethodPost, "/api/v1/apps"):
		return s.akkomaApp(c)
	case c.is(http.MethodPost, "/oauth/token"):
		return s.akkomaToken(c)
	case c.is(http.MethodPost, "/api/v1/accounts"):
		return s.akkomaCreate(c)
	case c.is(http.MethodPost, "/api/v1/pleroma/accounts/confirmation_resend"):
		return s.akkomaResend(c)
	case c.is(http.MethodGet, "/api/v1/apps/verify_credentials"):
		t := s.validToken(c)
		if t == nil || t.user == nil {
			return errorReply(http.StatusForbidden, "Invalid credentials.")
		}
		return jsonReply(http.StatusOK, object{"name", t.app.name, "website", orNull(t.app.website), "vapid_key", "BPk"})
	case c.is(http.MethodGet, "/api/v1/accounts/verify_credentials"):
		if t := s.validToken(c); t == nil || t.user == nil || t.user.state() != Active {
			return errorReply(http.StatusForbidden, "Invalid credentials.")
		}
		return jsonReply(http.StatusOK, s.account(c, s.validToken(c).user))
	case c.is(http.MethodGet, "/api/v1/accounts/lookup"):
		u := s.userByName(c.param("acct"))
		if u == nil {
			return errorReply(http.StatusNotFound, textNotFound)
		}
		return jsonReply(http.StatusOK, s.account(c, u))
	case path == "/auth/confirmation":
		return s.confirmationPage(c)
	case path == "/", path == "/about", path == "/registration", path == "/static/terms-of-service.html":
		return s.frontPage()
	case path == picturePath:
		return picture()
	case strings.HasPrefix(path, "/api/"):
		return errorReply(http.StatusNotFound, "Not implemented")
	}
	return notFoundPage()
}

// captchaPath was another one in Pleroma 2.2.
func (s *Server) captchaPath() string {
	if s.settings.Software == Pleroma && compareVersions(s.settings.Version, "2.3") < 0 {
		return "/api/pleroma/captcha"
	}
	return "/api/v1/pleroma/captcha"
}

func akkomaThrottles(_ *Server, c *call) []throttle {
	switch {
	case c.is(http.MethodPost, "/api/v1/accounts"):
		return []throttle{{"sign-up", networkOf(c.ip), 25, 30 * time.Minute}}
	case c.is(http.MethodPost, "/api/v1/pleroma/accounts/confirmation_resend"):
		return []throttle{{"confirmations", networkOf(c.ip), 5, 144 * time.Minute}}
	}
	return nil
}

func akkomaCORS(*Server, *call) (corsRule, bool) {
	return corsRule{methods: "POST,PUT,DELETE,GET,PATCH,OPTIONS", maxAge: "86400", credentials: true,
		headers: "Authorization,Content-Type,Idempotency-Key",
		expose:  "Link,X-RateLimit-Reset,X-RateLimit-Limit,X-RateLimit-Remaining,X-Request-Id,Idempotency-Key"}, true
}

// akkomaVersion is what the instance documents tell.
func (s *Server) akkomaVersion() string {
	name := "Akkoma"
	if s.settings.Software == Pleroma {
		name = "Pleroma"
	}
	return "2.7.2 (compatible; " + name + " " + s.settings.Version + ")"
}

func (s *Server) akkomaInstance(c *call) reply {
	return s.imitatedV1(c, s.akkomaVersion(), "max_toot_chars", 5000, "pleroma", s.akkomaExtension())
}

// hasBirthdays reports whether this is a Pleroma that can ask for them.
func (s *Server) hasBirthdays() bool {
	return s.settings.Software == Pleroma && compareVersions(s.settings.Version, "2.5") >= 0
}

// akkomaExtension is what both instance documents tell beyond Mastodon's.
func (s *Server) akkomaExtension() object {
	metadata := object{"account_activation_required", !s.settings.ConfirmationOff, "features", []string{"pleroma_api"}}
	if s.hasBirthdays() {
		metadata = append(metadata, "birthday_required", s.settings.BirthdayRequired, "birthday_min_age", s.settings.BirthdayMinAge)
	}
	return object{"metadata", metadata}
}

// pleromaV2 is the newer document, which Pleroma has since 2.6.
func (s *Server) pleromaV2(c *call) reply {
	set := s.settings
	return jsonReply(http.StatusOK, object{
		"domain", s.domain(c.origin), "title", set.Title, "version", s.akkomaVersion(), "source_url", "https://git.pleroma.social/pleroma/pleroma",
		"description", set.Description, "usage", object{"users", object{"active_month", len(s.users)}},
		"thumbnail", object{"url", c.origin + picturePath}, "languages", set.Languages,
		"configuration", object{"accounts", object{"max_featured_tags", 0}, "urls", object{"streaming", "wss://" + s.domain(c.origin), "status", nil}},
		"registrations", object{"enabled", s.takesPeople(), "approval_required", s.wantsApproval(), "message", nil, "url", nil},
		"contact", object{"email", set.ContactEmail, "account", nil}, "rules", s.rules(), "pleroma", s.akkomaExtension(),
	})
}

func (s *Server) akkomaApp(c *call) reply {
	a := &app{id: s.nextID(), name: c.param("client_name"), website: c.param("website"), redirectText: c.param("redirect_uris"), created: c.now,
		scopes: strings.Fields(c.param("scopes")), clientID: newSecret(), clientSecret: newSecret()}
	for _, name := range []string{"client_name", "redirect_uris"} {
		switch c.params[name].(type) {
		case nil:
			return akkomaSchemaError("/"+name, "Missing field: "+name)
		case []any:
			return akkomaSchemaError("/"+name, "Invalid string. Got: array")
		}
	}
	if len(a.scopes) == 0 {
		a.scopes = []string{"read"}
	}
	s.apps[a.clientID] = a
	return jsonReply(http.StatusOK, object{"id", a.id, "name", a.name, "client_id", a.clientID, "client_secret", a.clientSecret,
		"redirect_uri", a.redirectText, "website", orNull(a.website), "vapid_key", "BPk"})
}

func (s *Server) akkomaToken(c *call) reply {
	a := s.client(c)
	if a == nil || c.param("grant_type") != "client_credentials" {
		return errorReply(http.StatusBadRequest, "Invalid credentials")
	}
	return jsonReply(http.StatusOK, s.akkomaTokenBody(s.issueToken(a, nil, a.scopes, c.now), c))
}

func (s *Server) akkomaTokenBody(t *token, c *call) object {
	body := object{"id", s.nextID(), "token_type", "Bearer", "access_token", t.value, "refresh_token", newSecret(),
		"expires_in", 5184000, "scope", strings.Join(t.scopes, " "), "created_at", t.created.Unix()}
	if t.user != nil {
		body = append(body, "me", c.origin+"/users/"+t.user.username)
	}
	return body
}
