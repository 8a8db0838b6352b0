package mastodontest

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var scopeNames = strings.Fields(`read profile write
	write:accounts write:blocks write:bookmarks write:collections write:conversations write:favourites write:filters
	write:follows write:lists write:media write:mutes write:notifications write:reports write:statuses
	read:accounts read:blocks read:bookmarks read:collections read:favourites read:filters read:follows read:lists
	read:mutes read:notifications read:search read:statuses follow push
	admin:read admin:read:accounts admin:read:reports admin:read:domain_allows admin:read:domain_blocks
	admin:read:ip_blocks admin:read:email_domain_blocks admin:read:canonical_email_blocks
	admin:write admin:write:accounts admin:write:reports admin:write:domain_allows admin:write:domain_blocks
	admin:write:ip_blocks admin:write:email_domain_blocks admin:write:canonical_email_blocks`)

// scopes lists what the server can grant.
func (s *Server) scopes() []string {
	return slices.DeleteFunc(slices.Clone(scopeNames), func(name string) bool {
		return name == "profile" && !s.features.profileScope || strings.HasSuffix(name, ":collections") && !s.features.collections
	})
}

const vapidKey = "BCk-QqERU0q-CfYZjcuB6lnyyOYfJ2AifKqfeGIm7Z-HiTU5T9eTG5GxVA0_OH5mMlI4UkkDTpaZwozy0TzdZ2M="

// registerApp answers POST /api/v1/apps.
func (s *Server) registerApp(c *call) reply {
	a := &app{name: c.param("client_name"), website: c.param("website"), redirectText: s.redirects(c), created: c.now}
	switch scopes := c.params["scopes"].(type) {
	case string:
		a.scopes = strings.Fields(scopes)
	default: // missing, null or, by mistake, a list
		a.scopes = []string{"read"}
	}
	if problems := s.appProblems(a); len(problems) > 0 {
		return errorReply(http.StatusUnprocessableEntity, "Validation failed: "+strings.Join(problems, ", "))
	}
	a.id, a.clientID, a.clientSecret = s.nextID(), newSecret(), newSecret()
	s.apps[a.clientID] = a
	body := append(s.application(a), "client_id", a.clientID, "client_secret", a.clientSecret)
	if s.features.secretExpiry {
		body = append(body, "client_secret_expires_at", 0)
	}
	return jsonReply(http.StatusOK, body)
}

// redirects reads one address, several in a text or, from 4.3 on, a list.
func (s *Server) redirects(c *call) string {
	switch v := c.params["redirect_uris"].(type) {
	case string:
		return v
	case []any:
		var list []string
		for _, item := range v {
			if text, ok := item.(string); ok && s.features.credentialApp {
				list = append(list, text)
			}
		}
		return strings.Join(list, "\n")
	}
	return ""
}

func (s *Server) appProblems(a *app) []string {
	var problems []string
	if strings.TrimSpace(a.name) == "" {
		problems = append(problems, "Application name can't be blank")
	} else if utf8.RuneCountInString(a.name) > 60 {
		problems = append(problems, "Application name is too long (maximum is 60 characters)")
	}
	if len(a.redirects()) == 0 {
		problems = append(problems, "Redirect URI can't be blank")
	}
	for _, redirect := range a.redirects() {
		for _, problem := range redirectProblems(redirect) {
			problems = append(problems, "Redirect URI "+problem)
		}
	}
	if utf8.RuneCountInString(a.redirectText) > 2000 {
		problems = append(problems, "Redirect URI is too long (maximum is 2000 characters)")
	}
	known := s.scopes()
	if slices.ContainsFunc(a.scopes, func(scope string) bool { return !slices.Contains(known, scope) }) {
		problems = append(problems, s.features.scopesText)
	}
	if a.website != "" {
		if site, err := url.Parse(a.website); err != nil || site.Host == "" || site.Scheme != "https" && site.Scheme != "http" || len(a.website) > 2000 {
			problems = append(problems, "Application website is not a valid URL")
		}
	}
	return problems
}

func redirectProblems(redirect string) []string {
	if redirect == "urn:ietf:wg:oauth:2.0:oob" {
		return nil
	}
	u, err := url.Parse(redirect)
	if err != nil || strings.ContainsFunc(redirect, func(r rune) bool { return r > unicode.MaxASCII }) {
		return []string{"must be a valid URI."}
	}
	var problems []string
	switch u.Scheme {
	case "javascript", "data", "vbscript":
		problems = append(problems, "is forbidden by the server.")
	}
	switch {
	case u.Fragment != "" || strings.HasSuffix(redirect, "#"):
		problems = append(problems, "cannot contain a fragment.")
	case u.Scheme == "":
		problems = append(problems, "must be an absolute URI.")
	case u.Opaque != "":
		problems = append(problems, "must specify a scheme.")
	case u.Host == "" && (u.Scheme == "http" || u.Scheme == "https"):
		problems = append(problems, "must be a valid URI.")
	}
	return problems
}

// application describes an app without its secrets.
func (s *Server) application(a *app) object {
	body := object{"id", a.id, "name", a.name, "website", orNull(a.website)}
	if s.features.credentialApp {
		body = append(body, "scopes", a.scopes, "redirect_uris", a.redirects())
	}
	return append(body, "vapid_key", vapidKey, "redirect_uri", a.redirectText)
}

// verifyApp answers GET /api/v1/apps/verify_credentials.
func (s *Server) verifyApp(c *call) reply {
	if s.closedToStrangers(c) {
		return s.needsUser()
	}
	var scopes []string
	if s.features.verifyAppNeedsRead {
		scopes = []string{"read"}
	}
	t, refusal, ok := s.requireToken(c, scopes...)
	if !ok {
		return refusal
	}
	if s.features.verifyAppNeedsRead {
		return jsonReply(http.StatusOK, object{"name", t.app.name, "website", orNull(t.app.website), "vapid_key", vapidKey})
	}
	return jsonReply(http.StatusOK, s.application(t.app))
}

// closedToStrangers reports whether the server wants a user for what is
// otherwise public, and the call has none.
func (s *Server) closedToStrangers(c *call) bool {
	t := s.validToken(c)
	return (s.settings.LimitedFederation || s.settings.DisallowUnauthenticatedAPI) && (t == nil || t.user == nil)
}
