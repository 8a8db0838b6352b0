package mastodontest

import (
	"net/http"
	"slices"
	"strings"
)

// oauthError answers as OAuth endpoints refuse.
func oauthError(status int, code, description string) reply {
	a := jsonReply(status, object{"error", code, "error_description", description})
	a.header.Set("Cache-Control", "no-store")
	a.header.Set("Vary", "Accept, Origin")
	a.header.Set("WWW-Authenticate", `Bearer realm="Doorkeeper", error="`+code+`", error_description="`+description+`"`)
	return a
}

var (
	errMissingGrant     = []string{"invalid_request", "Missing required parameter: grant_type."}
	errUnsupportedGrant = []string{"unsupported_grant_type", "The authorization grant type is not supported by the authorization server."}
	errInvalidScope     = []string{"invalid_scope", "The requested scope is invalid, unknown, or malformed."}
	errInvalidGrant     = []string{"invalid_grant", "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."}
	errInvalidClient    = []string{"invalid_client", "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method."}
	errForeignToken     = []string{"unauthorized_client", "You are not authorized to revoke this token"}
)

// unspecified is the Cache-Control of answers that set none.
const unspecified = "max-age=0, private, must-revalidate"

func (s *Server) oauth(c *call) reply {
	switch {
	case c.is(http.MethodPost, "/oauth/token"):
		return s.oauthToken(c)
	case c.is(http.MethodPost, "/oauth/revoke"):
		return s.oauthRevoke(c)
	}
	return s.refusal(c, http.StatusNotFound)
}

// client finds the app that a call authenticates as.
func (s *Server) client(c *call) *app {
	id, secret, ok := c.BasicAuth()
	if !ok {
		id, secret = c.param("client_id"), c.param("client_secret")
	}
	if a := s.apps[id]; a != nil && a.clientSecret == secret {
		return a
	}
	return nil
}

func (s *Server) oauthToken(c *call) reply {
	a := s.client(c)
	grant := c.param("grant_type")
	switch {
	case grant == "":
		return oauthError(http.StatusBadRequest, errMissingGrant[0], errMissingGrant[1])
	case grant == "password" && s.features.passwordGrant, grant == "authorization_code":
		if a == nil {
			return oauthError(http.StatusUnauthorized, errInvalidClient[0], errInvalidClient[1])
		}
		return oauthError(http.StatusBadRequest, errInvalidGrant[0], errInvalidGrant[1])
	case grant != "client_credentials":
		return oauthError(http.StatusBadRequest, errUnsupportedGrant[0], errUnsupportedGrant[1])
	case a == nil:
		return oauthError(http.StatusUnauthorized, errInvalidClient[0], errInvalidClient[1])
	}
	scopes := strings.Fields(c.param("scope"))
	if len(scopes) == 0 {
		scopes = []string{"read"}
	}
	granted := a.scopes
	if len(granted) == 0 { // an app without scopes of its own may ask for any
		granted = s.scopes()
	}
	for _, scope := range scopes {
		if !slices.Contains(granted, scope) {
			return oauthError(http.StatusBadRequest, errInvalidScope[0], errInvalidScope[1])
		}
	}
	answer := jsonReply(http.StatusOK, s.appToken(a, scopes, c).body())
	answer.header.Set("Cache-Control", "no-store")
	answer.header.Set("Vary", "Accept, Origin")
	return answer
}

// appToken gives everybody who asks with the same app and scopes the same token.
func (s *Server) appToken(a *app, scopes []string, c *call) *token {
	sorted := func(scopes []string) []string { return slices.Sorted(slices.Values(scopes)) }
	for _, t := range s.tokens {
		if t.app == a && t.user == nil && !t.revoked && slices.Equal(sorted(t.scopes), sorted(scopes)) {
			return t
		}
	}
	return s.issueToken(a, nil, scopes, c.now)
}

func (s *Server) oauthRevoke(c *call) reply {
	a := s.client(c)
	t := s.tokens[c.param("token")]
	if a == nil || t != nil && t.app != a {
		refused := oauthError(http.StatusForbidden, errForeignToken[0], errForeignToken[1])
		refused.header.Set("Cache-Control", "no-cache")
		refused.header.Del("WWW-Authenticate")
		return refused
	}
	if t != nil {
		t.revoked = true
	}
	done := jsonReply(http.StatusOK, object{})
	done.header.Set("Cache-Control", unspecified)
	done.header.Set("Vary", "Accept, Origin")
	return done
}

// validToken is the token of a call, nil without a good one.
func (s *Server) validToken(c *call) *token {
	if t := s.tokens[c.accessToken()]; t != nil && !t.revoked {
		return t
	}
	return nil
}

// requireToken refuses a call without a good token of one of these scopes.
func (s *Server) requireToken(c *call, scopes ...string) (*token, reply, bool) {
	t := s.tokens[c.accessToken()]
	switch {
	case t == nil:
		return nil, errorReply(http.StatusUnauthorized, textInvalidToken), false
	case t.revoked:
		a := errorReply(http.StatusUnauthorized, textRevokedToken)
		a.header.Set("WWW-Authenticate", `Bearer realm="Doorkeeper", error="invalid_token", error_description="`+textRevokedToken+`"`)
		return nil, a, false
	case len(scopes) > 0 && !t.allows(scopes...):
		a := errorReply(http.StatusForbidden, textScope)
		if s.features.scopesInHeader {
			a.header.Set("WWW-Authenticate", `Bearer realm="Doorkeeper", error="insufficient_scope", error_description="Access to this resource requires scope _`+strings.Join(scopes, " ")+`_."`)
		}
		return nil, a, false
	}
	return t, reply{}, true
}

func (s *Server) authorizationServer(c *call) reply {
	grants := []string{"authorization_code", "client_credentials"}
	if s.features.passwordGrant {
		grants = []string{"authorization_code", "password", "client_credentials"}
	}
	body := object{
		"issuer", c.origin + "/",
		"authorization_endpoint", c.origin + "/oauth/authorize",
		"token_endpoint", c.origin + "/oauth/token",
		"revocation_endpoint", c.origin + "/oauth/revoke",
	}
	if s.features.userinfo {
		body = append(body, "userinfo_endpoint", c.origin+"/oauth/userinfo")
	}
	a := jsonReply(http.StatusOK, append(body,
		"scopes_supported", s.scopes(),
		"response_types_supported", []string{"code"},
		"response_modes_supported", []string{"query", "fragment", "form_post"},
		"grant_types_supported", grants,
		"token_endpoint_auth_methods_supported", []string{"client_secret_basic", "client_secret_post"},
		"code_challenge_methods_supported", []string{"S256"},
		"service_documentation", "https://docs.joinmastodon.org/",
		"app_registration_endpoint", c.origin+"/api/v1/apps",
	))
	a.header.Set("Cache-Control", unspecified)
	return a
}
