package mastodontest

import (
	"net/http"
	"slices"
	"strings"
)

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
	case path == picturePath:
		return picture()
	case s.isPage(path):
		return pageReply(http.StatusOK, "<h1>"+escapeHTML(s.settings.Title)+"</h1><p>"+escapeHTML(path)+"</p>")
	case isProfile(path):
		if u := s.userByName(strings.TrimPrefix(strings.TrimPrefix(path, "/users/"), "/@")); u != nil {
			return pageReply(http.StatusOK, "<h1>@"+escapeHTML(u.username)+"@"+escapeHTML(s.domain(c.origin))+"</h1>")
		}
	}
	if moved := s.movedPage(path); moved != "" {
		return redirectReply(http.StatusMovedPermanently, c.origin+moved)
	}
	if c.wantsJSON() {
		return errorReply(http.StatusNotFound, "Not Found")
	}
	return pageReply(http.StatusNotFound, "<h1>The page you are looking for isn't here.</h1>")
}

// isPage reports whether a version has a page for people at a path.
func (s *Server) isPage(path string) bool {
	pages := []string{"/auth/sign_up", "/auth/sign_in", "/auth/password/new", "/about"}
	if s.features.aboutMore {
		pages = append(pages, "/about/more", "/terms")
	} else {
		pages = append(pages, "/privacy-policy")
	}
	return slices.Contains(pages, path) ||
		s.features.terms && (path == "/terms-of-service" || strings.HasPrefix(path, "/terms-of-service/"))
}

// movedPage is where a page went that older versions had.
func (s *Server) movedPage(path string) string {
	switch {
	case path == "/about/more":
		return "/about"
	case path == "/terms" && s.features.terms:
		return "/terms-of-service"
	case path == "/terms":
		return "/privacy-policy"
	}
	return ""
}

// invitePage answers apps that ask whether an invitation is still good.
func (s *Server) invitePage(c *call, code string) reply {
	if !s.features.inviteCodes || !c.wantsJSON() {
		return pageReply(http.StatusOK, "<h1>Sign up on "+escapeHTML(s.settings.Title)+"</h1>")
	}
	a := notStored(s.inviteState(c, code))
	a.header.Set("Vary", "Authorization")
	return a
}

// inviteState tells whether an invitation is still good.
func (s *Server) inviteState(c *call, code string) reply {
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
