package mastodontest

import (
	"net/http"
	"strings"
)

// corsRule is what a server lets pages of other sites do with some paths.
type corsRule struct {
	methods string
	expose  string
}

const allMethods = "POST, PUT, DELETE, GET, PATCH, OPTIONS"

// corsRuleOf finds the rule of a path of Mastodon.
func (s *Server) corsRuleOf(path string) (corsRule, bool) {
	switch {
	case strings.HasPrefix(path, "/api/"):
		exposed := "Link, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id"
		if s.features.asyncRefreshExposed {
			exposed = "Link, Mastodon-Async-Refresh, X-RateLimit-Reset, X-RateLimit-Limit, X-RateLimit-Remaining, X-Request-Id"
		}
		return corsRule{allMethods, exposed}, true
	case path == "/oauth/token":
		return corsRule{methods: "POST"}, true
	case path == "/oauth/revoke" && s.features.revokeCORS:
		return corsRule{methods: "POST"}, true
	case path == "/oauth/userinfo" && s.features.userinfo:
		return corsRule{methods: "GET, POST"}, true
	case strings.HasPrefix(path, "/.well-known/"), isProfile(path),
		strings.HasPrefix(path, "/nodeinfo/") && s.features.revokeCORS:
		return corsRule{methods: "GET"}, true
	}
	return corsRule{}, false
}

// isProfile matches /@name and /users/name.
func isProfile(path string) bool {
	name, found := strings.CutPrefix(path, "/@")
	if !found {
		name, found = strings.CutPrefix(path, "/users/")
	}
	return found && name != "" && !strings.Contains(name, "/")
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
	switch s.settings.Software {
	case GoToSocial:
		a.status = http.StatusNoContent
		a.header.Set("Access-Control-Allow-Origin", "*")
		a.header.Set("Access-Control-Allow-Methods", "POST,PUT,DELETE,GET,PATCH,OPTIONS")
		a.header.Set("Access-Control-Allow-Headers", "Origin,Content-Length,Content-Type,Authorization,Idempotency-Key,Upgrade,Connection,Sec-Websocket-Key,Sec-Websocket-Protocol,Sec-Websocket-Version")
		a.header.Set("Access-Control-Max-Age", "120")
	case Akkoma:
		a.status = http.StatusNoContent
		a.header.Set("Access-Control-Allow-Origin", "*")
		a.header.Set("Access-Control-Allow-Credentials", "true")
		a.header.Set("Access-Control-Allow-Methods", "POST,PUT,DELETE,GET,PATCH,OPTIONS")
		a.header.Set("Access-Control-Allow-Headers", "Authorization,Content-Type,Idempotency-Key")
		a.header.Set("Access-Control-Max-Age", "86400")
	default:
		rule, ok := s.corsRuleOf(c.URL.Path)
		if !ok {
			break
		}
		a.header.Set("Vary", "Origin")
		wanted := c.Header.Get("Access-Control-Request-Method")
		for _, method := range strings.Split(rule.methods, ", ") {
			if method != wanted {
				continue
			}
			s.setCORS(rule, a.header)
			if asked := c.Header.Get("Access-Control-Request-Headers"); asked != "" {
				a.header.Set("Access-Control-Allow-Headers", asked)
			}
		}
	}
	return a, true
}

func (s *Server) setCORS(rule corsRule, header http.Header) {
	header.Set("Access-Control-Allow-Origin", "*")
	header.Set("Access-Control-Allow-Methods", rule.methods)
	header.Set("Access-Control-Expose-Headers", rule.expose)
	header.Set("Access-Control-Max-Age", "7200")
}

// addCORS lets pages of other sites read an answer where the server does.
func (s *Server) addCORS(c *call, a *reply) {
	asked := c.Header.Get("Origin") != ""
	switch s.settings.Software {
	case GoToSocial:
		if asked {
			a.header.Set("Access-Control-Allow-Origin", "*")
			a.header.Set("Access-Control-Expose-Headers", "Link,X-RateLimit-Reset,X-RateLimit-Limit,X-RateLimit-Remaining,X-Request-Id")
		}
	case Akkoma:
		if asked {
			a.header.Set("Access-Control-Allow-Origin", "*")
			a.header.Set("Access-Control-Allow-Credentials", "true")
			a.header.Set("Access-Control-Expose-Headers", "Link,X-RateLimit-Reset,X-RateLimit-Limit,X-RateLimit-Remaining,X-Request-Id,Idempotency-Key")
		}
	default:
		rule, ok := s.corsRuleOf(c.URL.Path)
		if !ok {
			return
		}
		if vary := a.header.Get("Vary"); vary == "" {
			a.header.Set("Vary", "Origin")
		} else if !strings.Contains(vary, "Origin") {
			a.header.Set("Vary", vary+", Origin")
		}
		if asked {
			s.setCORS(rule, a.header)
		}
	}
}
