package mastodontest

import (
	"fmt"
	"html"
	"net/http"
	"strings"
)

// The texts in which Mastodon refuses, as far as they occur more than once.
const (
	textInvalidToken   = "The access token is invalid"
	textRevokedToken   = "The access token was revoked"
	textNeedsUser      = "This method requires an authenticated user"
	textScope          = "This action is outside the authorized scopes"
	textDisabled       = "Your login is currently disabled"
	textNotFound       = "Record not found"
	textNotAllowed     = "This action is not allowed"
	textDuplicate      = "Duplicate record"
	textPending        = "Your login is currently pending approval"
	textNotUnconfirmed = "This method is only available while the e-mail is awaiting confirmation"
	textForeignApp     = "This method is only available to the application the user originally signed-up with"
	textAppTokenOnly   = "This method requires an client credentials authentication"
)

// routeMastodon answers as Mastodon does.
func (s *Server) routeMastodon(c *call) reply {
	if coversIP(s.settings.DeniedIPs, c.ip) {
		return reply{status: http.StatusForbidden, header: http.Header{"Content-Type": {"text/plain"}}, body: []byte("Forbidden\n")}
	}
	if s.settings.WindingUp && strings.HasPrefix(c.URL.Path, "/api/") {
		a := pageReply(http.StatusGone, "<title>The page you were looking for doesn't exist here anymore.</title><h1>This server is being closed for good.</h1>")
		a.header.Set("Content-Type", "*/*; charset=utf-8")
		return a
	}
	limits, exceeded := s.count(c)
	var a reply
	switch {
	case exceeded:
		a = jsonReply(http.StatusTooManyRequests, object{"error", "Too many requests"})
		a.header.Set("Content-Type", "application/json")
		a.header.Set("Cache-Control", "no-cache")
	case c.malformed:
		a, limits = unreadable(c), nil
	case strings.HasPrefix(c.URL.Path, "/api/"):
		answer := s.endpoint(c)
		if answer == nil {
			limits = nil // only calls that exist have them
		}
		a = s.api(c, answer)
	case strings.HasPrefix(c.URL.Path, "/oauth/"):
		a = s.oauth(c)
	default:
		a = s.page(c)
	}
	if !exceeded && !strings.HasPrefix(c.URL.Path, "/api/") {
		limits = nil // only the API has them
	}
	h := a.header
	for name := range limits {
		h.Set(name, limits.Get(name))
	}
	h.Set("Server", "Mastodon")
	h.Set("X-Request-Id", fmt.Sprintf("%08x-0000-4000-8000-%012x", len(s.log), c.now.Unix()))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("X-XSS-Protection", "0")
	h.Set("Referrer-Policy", "same-origin")
	if strings.HasPrefix(c.URL.Path, "/api/") && !exceeded && !c.malformed {
		setDefault(h, "Cache-Control", "private, no-store")
		setDefault(h, "Vary", "Authorization, Origin")
	}
	if a.status == http.StatusUnauthorized && strings.HasPrefix(c.URL.Path, "/api/") && h.Get("WWW-Authenticate") == "" {
		h.Set("WWW-Authenticate", `Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"`)
	}
	return a
}

func setDefault(h http.Header, name, value string) {
	if h.Get(name) == "" {
		h.Set(name, value)
	}
}

// unreadable answers a body that is not what its type says: before the
// application, whose headers it lacks.
func unreadable(c *call) reply {
	a := unforeseen(c, http.StatusBadRequest)
	a.header.Set("Content-Type", strings.Replace(a.header.Get("Content-Type"), "utf-8", "UTF-8", 1))
	return a
}

// unforeseen answers as Rails does when the application has no answer.
func unforeseen(c *call, status int) reply {
	switch text := http.StatusText(status); {
	case c.wantsJSON():
		return jsonReply(status, object{"status", status, "error", text})
	case status == http.StatusBadRequest:
		return reply{status: status, header: http.Header{"Content-Type": {"text/html; charset=utf-8"}}}
	default:
		return pageReply(status, "<h1>"+text+"</h1>")
	}
}

// api answers below /api/, where there is an answer.
func (s *Server) api(c *call, answer func(*call) reply) reply {
	if answer == nil {
		a := s.refusal(c, http.StatusNotFound)
		a.header.Set("Vary", "Accept, Origin")
		return a
	}
	if t := s.validToken(c); t != nil && t.user != nil {
		if t.user.suspended && s.features.suspendedEverywhere {
			return errorReply(http.StatusForbidden, textDisabled)
		}
		if s.settings.LimitedFederation {
			if a, stopped := s.accountState(t.user); stopped {
				return a
			}
		}
	}
	return answer(c)
}

// endpoint finds what answers a call of the API; nil if the version has no
// such call.
func (s *Server) endpoint(c *call) func(*call) reply {
	path, f := c.URL.Path, s.features
	switch c.Method {
	case http.MethodGet, http.MethodHead:
		switch {
		case path == "/api/v2/instance" && f.v2:
			return func(c *call) reply { return s.lagging(c, s.instanceV2) }
		case path == "/api/v1/instance":
			return func(c *call) reply { return s.lagging(c, s.instanceV1) }
		case path == "/api/v1/emails/check_confirmation" && f.checkConfirmation:
			return s.checkConfirmation
		case path == "/api/v1/accounts/verify_credentials":
			return s.verifyAccount
		case path == "/api/v1/apps/verify_credentials":
			return s.verifyApp
		case path == "/api/v1/accounts/lookup" && f.lookup:
			return s.lookup
		case strings.HasPrefix(path, "/api/v1/instance/"):
			return s.document(strings.TrimPrefix(path, "/api/v1/instance/"))
		}
	case http.MethodPost:
		switch {
		case path == "/api/v1/apps":
			return s.registerApp
		case path == "/api/v1/accounts":
			return s.createAccount
		case path == "/api/v1/emails/confirmations" && f.resend:
			return s.resendConfirmation
		}
	}
	return nil
}

// refusal answers 403 or 404 where the application has no text of its own.
// Before 4.0 only callers who ask for JSON get some.
func (s *Server) refusal(c *call, status int) reply {
	switch text := http.StatusText(status); {
	case s.features.jsonErrors, c.wantsJSON():
		return errorReply(status, text)
	case s.features.emptyErrors && !strings.Contains(c.Header.Get("Accept"), "html"):
		return reply{status: status, header: http.Header{}}
	default:
		return pageReply(status, "<h1>"+text+"</h1>")
	}
}

// public marks an answer that caches may keep, but where strangers see little.
func (s *Server) public(a reply) reply {
	if s.settings.LimitedFederation {
		return a
	}
	a.header.Set("Cache-Control", "max-age=300, public, stale-while-revalidate=30, stale-if-error=86400")
	a.header.Set("Vary", "Accept, Origin")
	return a
}

func escapeHTML(text string) string { return html.EscapeString(text) }
