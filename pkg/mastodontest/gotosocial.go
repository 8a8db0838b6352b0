package mastodontest

import (
	"maps"
	"net/http"
	"strings"
	"time"
)

const gotosocialUnauthorized = "Unauthorized: user not supplied or not authorized"

// routeGoToSocial answers as GoToSocial does.
func (s *Server) routeGoToSocial(c *call) reply {
	limits, exceeded := s.count(c)
	a := errorReply(http.StatusTooManyRequests, "rate limit reached")
	if !exceeded {
		a = s.gotosocial(c)
	}
	maps.Copy(a.header, limits)
	return a
}

func (s *Server) gotosocial(c *call) reply {
	if a, ok := s.describes(c); ok {
		return a
	}
	path := c.URL.Path
	if accept := c.Header.Get("Accept"); strings.HasPrefix(path, "/api/") && accept != "" && !c.wantsJSON() && !strings.Contains(accept, "*/*") {
		return errorReply(http.StatusNotAcceptable, "Not Acceptable: no format can be offered for Accept header "+accept)
	}
	switch {
	case c.Method == http.MethodGet && path == "/api/v2/instance":
		return s.gotosocialV2(c)
	case c.Method == http.MethodGet && path == "/api/v1/instance":
		return s.gotosocialV1(c)
	case c.Method == http.MethodGet && path == "/api/v1/instance/rules":
		return jsonReply(http.StatusOK, s.rules())
	case c.is(http.MethodPost, "/api/v1/apps"):
		return s.gotosocialApp(c)
	case c.is(http.MethodPost, "/oauth/token"):
		return s.gotosocialToken(c)
	case c.is(http.MethodPost, "/api/v1/accounts"):
		return s.gotosocialCreate(c)
	case c.is(http.MethodGet, "/api/v1/accounts/verify_credentials"):
		u, refusal, ok := s.gotosocialUser(c)
		if !ok {
			return refusal
		}
		return jsonReply(http.StatusOK, s.account(c, u))
	case c.is(http.MethodGet, "/api/v1/accounts/lookup"):
		return s.gotosocialLookup(c)
	case path == "/confirm_email":
		return s.gotosocialConfirm(c)
	case path == picturePath:
		return picture()
	case path == "/signup", path == "/about", path == "/settings":
		return s.frontPage()
	}
	return errorReply(http.StatusNotFound, "Not Found")
}

// gotosocialLookup answers accounts only.
func (s *Server) gotosocialLookup(c *call) reply {
	if _, refusal, ok := s.gotosocialUser(c); !ok {
		return refusal
	}
	u := s.userByName(strings.TrimPrefix(c.param("acct"), "@"))
	if u == nil {
		return errorReply(http.StatusNotFound, "Not Found")
	}
	return jsonReply(http.StatusOK, s.account(c, u))
}

// gotosocialVersion is what the instance documents tell: with the commit, which
// a plus sign joins since 0.14.
func (s *Server) gotosocialVersion() string {
	joint := "+"
	if compareVersions(s.settings.Version, "0.14") < 0 {
		joint = " "
	}
	version := s.settings.Version + joint + "git-57cb4fe"
	if s.settings.MastodonInVersion {
		return "3.5.3+" + strings.ReplaceAll(version, " ", "-")
	}
	return version
}

func gotosocialThrottles(_ *Server, c *call) []throttle {
	return []throttle{{"network", networkOf(c.ip), 300, 5 * time.Minute}}
}

func gotosocialCORS(*Server, *call) (corsRule, bool) {
	return corsRule{methods: "POST,PUT,DELETE,GET,PATCH,OPTIONS", maxAge: "120",
		headers: "Origin,Content-Length,Content-Type,Authorization,Idempotency-Key,Upgrade,Connection,Sec-Websocket-Key,Sec-Websocket-Protocol,Sec-Websocket-Version",
		expose:  "Link,X-RateLimit-Reset,X-RateLimit-Limit,X-RateLimit-Remaining,X-Request-Id"}, true
}

func (s *Server) gotosocialV2(c *call) reply {
	set, domain := s.settings, s.domain(c.origin)
	urls := object{"streaming", "wss://" + domain}
	registrations := object{"enabled", set.Registrations != Closed, "approval_required", true, "message", nil}
	if compareVersions(set.Version, "0.20") >= 0 {
		urls = append(urls, "about", c.origin+"/about", "privacy_policy", nil, "terms_of_service", c.origin+"/about#rules")
		registrations = append(registrations, "min_age", nil, "reason_required", set.RequireReason)
	}
	return jsonReply(http.StatusOK, object{
		"domain", domain, "account_domain", domain, "title", set.Title, "version", s.gotosocialVersion(),
		"source_url", "https://codeberg.org/superseriousbusiness/gotosocial", "description", set.Description,
		"usage", object{"users", object{"active_month", 0}}, "thumbnail", object{"url", c.origin + picturePath},
		"languages", set.Languages, "configuration", object{"urls", urls}, "registrations", registrations,
		"contact", object{"email", set.ContactEmail, "account", nil}, "rules", s.rules(),
	})
}

func (s *Server) gotosocialV1(c *call) reply {
	set, domain := s.settings, s.domain(c.origin)
	return jsonReply(http.StatusOK, object{
		"uri", domain, "account_domain", domain, "title", set.Title, "description", set.Description,
		"short_description", set.Description, "email", set.ContactEmail, "version", s.gotosocialVersion(),
		"languages", set.Languages, "registrations", set.Registrations != Closed, "approval_required", true,
		"invites_enabled", false, "urls", object{"streaming_api", "wss://" + domain},
		"stats", object{"user_count", len(s.users), "status_count", 0, "domain_count", 0}, "rules", s.rules(),
	})
}

func (s *Server) gotosocialApp(c *call) reply {
	if t := c.accessToken(); t != "" && (s.tokens[t] == nil || !s.tokens[t].allows("write", "write:applications")) {
		return errorReply(http.StatusForbidden, "Forbidden: token has insufficient scope permission")
	}
	redirects, isText := c.params["redirect_uris"].(string)
	if _, there := c.params["redirect_uris"]; there && !isText {
		return errorReply(http.StatusBadRequest, "Bad Request: json: cannot unmarshal array into Go struct field ApplicationCreateRequest.redirect_uris of type string")
	}
	if c.param("client_name") == "" {
		return errorReply(http.StatusBadRequest, "Bad Request: Key: 'ApplicationCreateRequest.ClientName' Error:Field validation for 'ClientName' failed on the 'required' tag")
	}
	if len(c.param("client_name")) > 1024 {
		return errorReply(http.StatusBadRequest, "Bad Request: client_name must be less than 1024 bytes")
	}
	if redirects == "" {
		redirects = "urn:ietf:wg:oauth:2.0:oob"
	}
	a := &app{id: "01" + strings.ToUpper(newSecret()[:24]), name: c.param("client_name"), website: c.param("website"),
		redirectText: redirects, created: c.now, scopes: strings.Fields(c.param("scopes")), clientID: newSecret(), clientSecret: newSecret()}
	if len(a.scopes) == 0 {
		a.scopes = []string{"read"}
	}
	s.apps[a.clientID] = a
	return jsonReply(http.StatusOK, object{"id", a.id, "name", a.name, "redirect_uri", a.redirectText,
		"redirect_uris", a.redirects(), "client_id", a.clientID, "client_secret", a.clientSecret, "scopes", a.scopes})
}

func (s *Server) gotosocialToken(c *call) reply {
	for _, name := range []string{"grant_type", "client_id", "client_secret", "redirect_uri"} {
		if c.param(name) == "" {
			return jsonReply(http.StatusBadRequest, object{"error", "invalid_request",
				"error_description", "Bad Request: " + name + " was not set in the token request form"})
		}
	}
	a := s.apps[c.param("client_id")]
	if a == nil || a.clientSecret != c.param("client_secret") {
		return jsonReply(http.StatusUnauthorized, object{"error", "invalid_client", "error_description", "Client authentication failed"})
	}
	scopes := strings.Fields(c.param("scope"))
	for _, scope := range scopes {
		broad, _, _ := strings.Cut(scope, ":")
		if !(&token{scopes: a.scopes}).allows(scope, broad) {
			return jsonReply(http.StatusForbidden, object{"error", "invalid_scope", "error_description", "Forbidden: requested scope was not covered by client scope"})
		}
	}
	t := s.issueToken(a, nil, scopes, c.now)
	return jsonReply(http.StatusOK, append(t.body(), "expires_in", 7200))
}
