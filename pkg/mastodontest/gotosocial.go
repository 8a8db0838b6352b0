package mastodontest

import (
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

const gotosocialUnauthorized = "Unauthorized: user not supplied or not authorized"

// routeGoToSocial answers as GoToSocial does.
func (s *Server) routeGoToSocial(c *call) reply {
	if s.settings.StartingUp {
		a := pageReply(http.StatusServiceUnavailable, "<h1>503</h1><p>This server is starting up.</p>")
		a.header["Retry-After"] = []string{"5", "5"}
		return a
	}
	limits, exceeded := s.count(c)
	a := errorReply(http.StatusTooManyRequests, "rate limit reached")
	if !exceeded {
		a = s.gotosocial(c)
	}
	maps.Copy(a.header, limits)
	return a
}

func (s *Server) gotosocial(c *call) reply {
	path := c.URL.Path
	accept := c.Header.Get("Accept")
	switch {
	case c.Method == http.MethodOptions:
		return reply{status: http.StatusMethodNotAllowed, header: http.Header{"Content-Type": {"text/plain"}}, body: []byte("405 method not allowed")}
	case path == "/.well-known/nodeinfo":
		var links []object
		for _, version := range []string{"2.0", "2.1"} {
			links = append(links, object{"rel", "http://nodeinfo.diaspora.software/ns/schema/" + version, "href", c.origin + "/nodeinfo/" + version})
		}
		return jsonReply(http.StatusOK, object{"links", links})
	case path == "/nodeinfo/2.0", path == "/nodeinfo/2.1":
		return s.gotosocialNodeInfo(strings.TrimPrefix(path, "/nodeinfo/"))
	case strings.HasPrefix(path, "/api/") && !offersJSON(accept) && strings.Contains(accept, "html"):
		return pageReply(http.StatusNotAcceptable, "<h1>406</h1><p>Not Acceptable: no format can be offered for Accept header "+escapeHTML(accept)+"</p>")
	case strings.HasPrefix(path, "/api/") && !offersJSON(accept):
		return errorReply(http.StatusNotAcceptable, "Not Acceptable: no format can be offered for Accept header "+accept)
	}
	if a, ok := s.describes(c); ok {
		if a.status == http.StatusNotFound {
			return errorReply(http.StatusNotFound, "Not Found")
		}
		return a
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
	case c.is(http.MethodPost, "/oauth/revoke") && !s.takesApps():
		return jsonReply(http.StatusOK, object{})
	case path == "/signup", path == "/about", path == "/settings", path == "/login":
		return s.frontPage()
	}
	return errorReply(http.StatusNotFound, "Not Found")
}

// offersJSON reports whether somebody who takes such answers takes JSON.
func offersJSON(accept string) bool {
	for part := range strings.SplitSeq(accept, ",") {
		kind, _, _ := strings.Cut(part, ";")
		switch strings.TrimSpace(kind) {
		case "", "*/*", "application/*", "application/json":
			return true
		}
	}
	return false
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

// gotosocialThrottles count the API for clients separately.
func gotosocialThrottles(_ *Server, c *call) []throttle {
	group := "others"
	if strings.HasPrefix(c.URL.Path, "/api/") {
		group = "client API"
	}
	return []throttle{{group, networkOf(c.ip), 300, 5 * time.Minute}}
}

// gotosocialCORS tells its own pages nothing.
func gotosocialCORS(s *Server, c *call) (corsRule, bool) {
	return corsRule{methods: "POST,PUT,DELETE,GET,PATCH,OPTIONS", maxAge: "120",
			headers: "Origin,Content-Length,Content-Type,Authorization,Idempotency-Key,Upgrade,Connection,Sec-Websocket-Key,Sec-Websocket-Protocol,Sec-Websocket-Version",
			expose:  "Link,X-RateLimit-Reset,X-RateLimit-Limit,X-RateLimit-Remaining,X-Request-Id,Connection,Sec-WebSocket-Accept,Upgrade"},
		c.Header.Get("Origin") != c.origin && !s.settings.StartingUp
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
	if t := s.tokens[c.accessToken()]; t != nil && !t.allows("write", "write:applications") { // an unknown one is none
		return errorReply(http.StatusForbidden, "Forbidden: token has insufficient scope permission")
	}
	for _, name := range []string{"redirect_uris", "scopes"} {
		if value, there := c.params[name]; there {
			if _, isText := value.(string); !isText {
				return errorReply(http.StatusBadRequest, "Bad Request: json: cannot unmarshal array into Go struct field ApplicationCreateRequest."+name+" of type string")
			}
		}
	}
	redirects := c.param("redirect_uris")
	switch {
	case c.param("client_name") == "":
		return errorReply(http.StatusBadRequest, "Bad Request: "+gotosocialRequired("ApplicationCreateRequest", "ClientName"))
	case redirects == "" && s.takesApps():
		return errorReply(http.StatusBadRequest, "Bad Request: "+gotosocialRequired("ApplicationCreateRequest", "RedirectURIs"))
	case redirects == "":
		redirects = "urn:ietf:wg:oauth:2.0:oob"
	}
	if len(c.param("client_name")) > 1024 {
		return errorReply(http.StatusBadRequest, "Bad Request: client_name must be less than 1024 bytes")
	}
	a := &app{id: "01" + strings.ToUpper(newSecret()[:24]), name: c.param("client_name"), website: c.param("website"),
		redirectText: redirects, created: c.now, scopes: strings.Fields(c.param("scopes")), clientID: newSecret(), clientSecret: newSecret()}
	if len(a.scopes) == 0 {
		a.scopes = []string{"read"}
	}
	s.apps[a.clientID] = a
	body := object{"id", a.id, "name", a.name, "redirect_uri", a.redirectText, "client_id", a.clientID, "client_secret", a.clientSecret, "vapid_key", vapidKey}
	if !s.takesApps() {
		body = append(body, "created_at", a.created.UTC().Format("2006-01-02T15:04:05.000Z"), "redirect_uris", a.redirects(), "scopes", a.scopes)
	}
	return jsonReply(http.StatusOK, body)
}

func (s *Server) gotosocialToken(c *call) reply {
	refused := func(status int, code, description string) reply {
		return jsonReply(status, object{"error", code, "error_description", http.StatusText(status) + ": " + description})
	}
	var missing []string
	for _, name := range []string{"grant_type", "client_id", "client_secret", "redirect_uri"} {
		if c.param(name) == "" {
			missing = append(missing, name+" was not set in the token request form")
		}
	}
	a := s.apps[c.param("client_id")]
	switch {
	case missing != nil:
		return refused(http.StatusBadRequest, "invalid_request", strings.Join(missing, ": "))
	case c.param("grant_type") != "client_credentials":
		return refused(http.StatusBadRequest, "unsupported_grant_type", "unsupported_grant_type")
	case a == nil && s.takesApps(): // the words of its database
		return refused(http.StatusBadRequest, "sql: no rows in result set", "sql: no rows in result set")
	case a == nil:
		problem := "func5: no application found with client id " + c.param("client_id")
		return refused(http.StatusBadRequest, problem, problem)
	case a.clientSecret != c.param("client_secret"):
		return refused(http.StatusBadRequest, "invalid_client", "Client authentication failed")
	case !s.takesApps() && !slices.Contains(a.redirects(), c.param("redirect_uri")):
		return refused(http.StatusForbidden, "invalid_request", "redirect URI does not match that of the application")
	case !slices.ContainsFunc(a.redirects(), func(redirect string) bool { return hostOf(redirect) == hostOf(c.param("redirect_uri")) }):
		return refused(http.StatusBadRequest, "invalid redirect uri", "invalid redirect uri")
	}
	scopes := strings.Fields(c.param("scope"))
	for _, scope := range scopes {
		broad, _, _ := strings.Cut(scope, ":")
		if !s.takesApps() && !(&token{scopes: a.scopes}).allows(scope, broad) {
			return jsonReply(http.StatusForbidden, object{"error", "invalid_scope", "error_description", "Forbidden: requested scope was not covered by client scope"})
		}
	}
	t := s.issueToken(a, nil, scopes, c.now)
	return jsonReply(http.StatusOK, append(t.body(), "expires_in", 7200))
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// gotosocialNodeInfo answers with the document of a version of NodeInfo.
func (s *Server) gotosocialNodeInfo(version string) reply {
	software := object{"name", s.flavour.name, "version", s.settings.Version}
	if version == "2.1" {
		software = append(software, "repository", "https://codeberg.org/superseriousbusiness/gotosocial")
	}
	return jsonReply(http.StatusOK, object{
		"version", version, "software", software, "protocols", []string{"activitypub"},
		"services", object{"inbound", []any{}, "outbound", []any{}}, "openRegistrations", s.takesPeople(),
		"usage", object{"users", object{"total", len(s.users)}}, "metadata", object{},
	})
}
