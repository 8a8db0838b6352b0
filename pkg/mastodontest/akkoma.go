package mastodontest

import (
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
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

func (s *Server) akkomaInstance(c *call) reply {
	name := "Akkoma"
	if s.settings.Software == Pleroma {
		name = "Pleroma"
	}
	return s.imitatedV1(c, "2.7.2 (compatible; "+name+" "+s.settings.Version+")", "max_toot_chars", 5000,
		"pleroma", object{"metadata", object{"account_activation_required", !s.settings.ConfirmationOff, "features", []string{"pleroma_api"}}})
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

func akkomaSchemaError(pointer, message string) reply {
	return jsonReply(http.StatusBadRequest, object{"error", message,
		"errors", []object{{"title", "Invalid value", "source", object{"pointer", pointer}, "message", message}}})
}

// akkomaRefusal puts its problems as JSON into a string.
func akkomaRefusal(problems object) reply {
	text, err := json.Marshal(problems)
	if err != nil {
		panic(err) // all values are made here
	}
	return errorReply(http.StatusBadRequest, string(text))
}

var akkomaReserved = strings.Fields(`about api auth inbox main media oauth objects proxy push registration relay search settings
	status tag users web mfa`)

var akkomaUsername = regexp.MustCompile(`^[a-zA-Z\d_-]+$`)

func (s *Server) akkomaCreate(c *call) reply {
	t := s.validToken(c)
	if t == nil {
		return errorReply(http.StatusForbidden, "Invalid credentials")
	}
	for _, name := range []string{"username", "password", "agreement"} {
		if _, there := c.params[name]; !there {
			return akkomaSchemaError("/"+name, "Missing field: "+name)
		}
	}
	if s.settings.Registrations == Closed {
		return errorReply(http.StatusBadRequest, "Invalid token")
	}
	if s.settings.Captcha {
		if problem := s.captchaProblem(c); problem != "" {
			return akkomaRefusal(object{"captcha", []string{problem}})
		}
	}
	username, email := c.param("username"), strings.ToLower(c.param("email"))
	var problems object
	switch {
	case !akkomaUsername.MatchString(username):
		problems = append(problems, "nickname", []string{"has invalid format"})
	case slices.Contains(akkomaReserved, strings.ToLower(username)):
		problems = append(problems, "nickname", []string{"is reserved"})
	case s.userByName(username) != nil:
		problems = append(problems, "nickname", []string{"has already been taken"})
	}
	switch {
	case email == "" && !s.settings.ConfirmationOff:
		return errorReply(http.StatusBadRequest, "Missing parameter: email")
	case email != "" && !simpleEmail.MatchString(email):
		problems = append(problems, "email", []string{"has invalid format"})
	case email != "" && s.userByEmail(email) != nil:
		problems = append(problems, "email", []string{"has already been taken"})
	}
	if utf8.RuneCountInString(c.param("reason")) > 500 {
		problems = append(problems, "registration_reason", []string{"should be at most 500 character(s)"})
	}
	if len(problems) > 0 {
		return akkomaRefusal(problems)
	}
	u := &user{id: s.nextID(), username: username, email: email, password: c.param("password"), reason: c.param("reason"),
		ip: c.ip, app: t.app, origin: c.origin, created: c.now, confirmed: s.settings.ConfirmationOff, approved: !s.wantsApproval()}
	s.users = append(s.users, u)
	switch {
	case !u.confirmed:
		s.sendConfirmation(u, c.now)
		return jsonReply(http.StatusOK, object{"message", "You have been registered. Please check your email for further instructions.",
			"identifier", "missing_confirmed_email"})
	case !u.approved:
		return jsonReply(http.StatusOK, object{"message", "You have been registered. You'll be able to log in once your account is approved.",
			"identifier", "awaiting_approval"})
	}
	return jsonReply(http.StatusOK, s.akkomaTokenBody(s.issueToken(t.app, u, t.app.scopes, c.now), c))
}

func (s *Server) akkomaResend(c *call) reply {
	u := s.userByName(c.param("nickname"))
	if email := c.param("email"); email != "" {
		u = s.userByEmail(strings.ToLower(email))
	}
	if u != nil && !u.confirmed {
		s.sendConfirmation(u, c.now)
	}
	return reply{status: http.StatusNoContent, header: http.Header{}}
}
