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
	textUnconfirmed    = "Your login is missing a confirmed e-mail address"
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
	limits, exceeded := s.count(c)
	if !exceeded && !strings.HasPrefix(c.URL.Path, "/api/") {
		limits = nil // told by the API alone
	}
	var a reply
	switch {
	case exceeded:
		a = jsonReply(http.StatusTooManyRequests, object{"error", "Too many requests"})
		a.header.Set("Content-Type", "application/json")
	case c.malformed:
		a = unforeseen(c, http.StatusBadRequest)
	case strings.HasPrefix(c.URL.Path, "/api/"):
		a = s.api(c)
	case strings.HasPrefix(c.URL.Path, "/oauth/"):
		a = s.oauth(c)
	default:
		a = s.page(c)
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
	if strings.HasPrefix(c.URL.Path, "/api/") && !exceeded {
		if h.Get("Cache-Control") == "" {
			h.Set("Cache-Control", "private, no-store")
		}
		if h.Get("Vary") == "" {
			h.Set("Vary", "Authorization, Origin")
		}
	}
	if a.status == http.StatusUnauthorized && h.Get("WWW-Authenticate") == "" {
		h.Set("WWW-Authenticate", `Bearer realm="Doorkeeper", error="invalid_token", error_description="The access token is invalid"`)
	}
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

// api answers below /api/.
func (s *Server) api(c *call) reply {
	// From 4.0 on the owner's suspension comes before everything else.
	if t := s.validToken(c); t != nil && t.user != nil {
		if t.user.suspended {
			return errorReply(http.StatusForbidden, textDisabled)
		}
		if s.settings.LimitedFederation {
			if a, stopped := s.accountState(t.user); stopped {
				return a
			}
		}
	}
	path := c.URL.Path
	get := c.Method == http.MethodGet || c.Method == http.MethodHead
	post := c.Method == http.MethodPost
	switch {
	case get && path == "/api/v2/instance":
		return public(s.instanceV2(c))
	case get && path == "/api/v1/instance":
		return public(s.instanceV1(c))
	case post && path == "/api/v1/apps":
		return s.registerApp(c)
	case post && path == "/api/v1/accounts":
		return s.createAccount(c)
	case get && path == "/api/v1/emails/check_confirmation":
		return s.checkConfirmation(c)
	case post && path == "/api/v1/emails/confirmations":
		return s.resendConfirmation(c)
	case get && path == "/api/v1/accounts/verify_credentials":
		return s.verifyAccount(c)
	case get && path == "/api/v1/apps/verify_credentials":
		return s.verifyApp(c)
	case get && path == "/api/v1/accounts/lookup":
		return s.lookup(c)
	case get && strings.HasPrefix(path, "/api/v1/instance/"):
		return s.document(c, strings.TrimPrefix(path, "/api/v1/instance/"))
	}
	return errorReply(http.StatusNotFound, "Not Found")
}

// public marks an answer that caches may keep.
func public(a reply) reply {
	if a.status == http.StatusOK {
		a.header.Set("Cache-Control", "max-age=300, public, stale-while-revalidate=30, stale-if-error=86400")
		a.header.Set("Vary", "Origin")
	}
	return a
}

// page answers what is made for people, and the documents of other protocols.
func (s *Server) page(c *call) reply {
	if a, ok := s.describes(c); ok {
		return a
	}
	path := c.URL.Path
	switch {
	case path == "/auth/confirmation":
		return s.confirmationPage(c)
	case path == "/.well-known/oauth-authorization-server" && s.features.credentialApp:
		return s.authorizationServer(c)
	case strings.HasPrefix(path, "/invite/"):
		return s.invitePage(c, strings.TrimPrefix(path, "/invite/"))
	case path == "/about/more":
		return redirectReply(http.StatusMovedPermanently, c.origin+"/about")
	case path == "/terms" && s.features.terms:
		return redirectReply(http.StatusMovedPermanently, c.origin+"/terms-of-service")
	case path == "/terms":
		return redirectReply(http.StatusMovedPermanently, c.origin+"/privacy-policy")
	case path == "/about", path == "/privacy-policy", (path == "/terms-of-service" || strings.HasPrefix(path, "/terms-of-service/")) && s.features.terms,
		path == "/auth/sign_up", path == "/auth/sign_in", path == "/auth/password/new":
		return pageReply(http.StatusOK, "<h1>"+escapeHTML(s.settings.Title)+"</h1><p>"+escapeHTML(path)+"</p>")
	case path == picturePath:
		return picture()
	case isProfile(path):
		if u := s.userByName(strings.TrimPrefix(strings.TrimPrefix(path, "/users/"), "/@")); u != nil {
			return pageReply(http.StatusOK, "<h1>@"+escapeHTML(u.username)+"@"+escapeHTML(s.domain(c.origin))+"</h1>")
		}
	}
	if c.wantsJSON() {
		return errorReply(http.StatusNotFound, "Not Found")
	}
	return pageReply(http.StatusNotFound, "<h1>The page you are looking for isn't here.</h1>")
}

// invitePage answers apps that ask whether an invitation is still good.
func (s *Server) invitePage(c *call, code string) reply {
	if !s.features.inviteCodes || !c.wantsJSON() {
		return pageReply(http.StatusOK, "<h1>Sign up on "+escapeHTML(s.settings.Title)+"</h1>")
	}
	if s.settings.SSOOnly || s.settings.SingleUser || coversIP(s.settings.BlockedIPs, c.ip) {
		return errorReply(http.StatusForbidden, textNotAllowed)
	}
	for _, invite := range s.invites {
		if invite.Code != code {
			continue
		}
		if !s.isValid(invite, c.now) {
			return errorReply(http.StatusUnauthorized, "This invite is not valid")
		}
		return jsonReply(http.StatusOK, object{"invite_code", code, "instance_api_url", c.origin + "/api/v2/instance"})
	}
	return errorReply(http.StatusNotFound, textNotFound)
}

func escapeHTML(text string) string { return html.EscapeString(text) }
