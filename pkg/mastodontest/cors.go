package mastodontest

import (
	"net/http"
	"strings"
)

// corsRule is what a server lets pages of other sites do with some paths.
type corsRule struct {
	methods     string
	expose      string
	maxAge      string
	headers     string // of requests; empty: as Mastodon, which allows whatever is asked for and tells all of it with every answer
	credentials bool
}

const allMethods = "POST, PUT, DELETE, GET, PATCH, OPTIONS"

// mastodonCORS goes by the path alone.
func (s *Server) mastodonCORS(c *call) (corsRule, bool) {
	path := c.URL.Path
	rule := corsRule{maxAge: s.features.corsMaxAge}
	switch {
	case strings.HasPrefix(path, "/api/"):
		rule.methods = allMethods
		rule.expose = "Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id"
		if s.features.asyncRefreshExposed {
			rule.expose = strings.Replace(rule.expose, "Link", "Link, Mastodon-Async-Refresh", 1)
		}
	case path == "/oauth/token", path == "/oauth/revoke" && s.features.revokeCORS:
		rule.methods = http.MethodPost
	case path == "/oauth/userinfo" && s.features.userinfo:
		rule.methods = "GET, POST"
	case strings.HasPrefix(path, "/.well-known/"), isProfile(path),
		strings.HasPrefix(path, "/nodeinfo/") && s.features.revokeCORS:
		rule.methods = http.MethodGet
	default:
		return corsRule{}, false
	}
	return rule, true
}

// isProfile matches /@name and /users/name.
func isProfile(path string) bool {
	name, found := strings.CutPrefix(path, "/@")
	if !found {
		name, found = strings.CutPrefix(path, "/users/")
	}
	return found && name != "" && !strings.Contains(name, "/")
}

// apiCORS lets pages read the API and what describes the server.
func apiCORS(_ *Server, c *call) (corsRule, bool) {
	path := c.URL.Path
	return corsRule{methods: allMethods, maxAge: "7200"}, strings.HasPrefix(path, "/api/") || strings.HasPrefix(path, "/oauth/") ||
		strings.HasPrefix(path, "/.well-known/") || strings.HasPrefix(path, "/nodeinfo/")
}

// wellKnownCORS lets pages read what describes the server.
func wellKnownCORS(_ *Server, c *call) (corsRule, bool) {
	return corsRule{methods: http.MethodGet, maxAge: "7200"}, strings.HasPrefix(c.URL.Path, "/.well-known/")
}

func isPreflight(r *http.Request) bool {
	return r.Method == http.MethodOptions && r.Header.Get("Origin") != "" && r.Header.Get("Access-Control-Request-Method") != ""
}

// preflight answers a browser's question whether it may ask. It never counts
// against a throttle.
func (s *Server) preflight(c *call) (reply, bool) {
	if !isPreflight(c.Request) {
		return reply{}, false
	}
	a := reply{status: http.StatusOK, header: http.Header{}}
	rule, ok := s.flavour.cors(s, c)
	if !ok {
		return a, true
	}
	wanted := c.Header.Get("Access-Control-Request-Headers")
	if rule.headers != "" {
		a.status = http.StatusNoContent
		wanted = rule.headers
	} else {
		if !allows(rule.methods, c.Header.Get("Access-Control-Request-Method")) {
			return a, true
		}
	}
	rule.set(a.header)
	a.header.Set("Access-Control-Allow-Methods", rule.methods)
	a.header.Set("Access-Control-Max-Age", rule.maxAge)
	if wanted != "" {
		a.header.Set("Access-Control-Allow-Headers", wanted)
	}
	return a, true
}

// allows reports whether a list of methods ("GET, POST") holds one.
func allows(methods, method string) bool {
	for listed := range strings.SplitSeq(methods, ", ") {
		if listed == method {
			return true
		}
	}
	return false
}

// set writes the headers that every answer has.
func (rule corsRule) set(header http.Header) {
	header.Set("Access-Control-Allow-Origin", "*")
	header.Set("Access-Control-Expose-Headers", rule.expose)
	if rule.credentials {
		header.Set("Access-Control-Allow-Credentials", "true")
	}
	if rule.headers == "" {
		header.Set("Access-Control-Allow-Methods", rule.methods)
		header.Set("Access-Control-Max-Age", rule.maxAge)
	}
}

// addCORS lets pages of other sites read an answer where the server does.
func (s *Server) addCORS(c *call, a *reply) {
	rule, ok := s.flavour.cors(s, c)
	if !ok {
		return
	}
	if rule.headers == "" && a.header.Get("Vary") == "" {
		a.header.Set("Vary", "Origin")
	}
	if c.Header.Get("Origin") != "" {
		rule.set(a.header)
	}
}
