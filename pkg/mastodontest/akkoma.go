package mastodontest

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// routeAkkoma answers as Akkoma 3.16 does. Its captcha's solution is always
// CaptchaSolution.
func (s *Server) routeAkkoma(c *call) reply {
	if _, exceeded := s.count(c); exceeded {
		return errorReply(http.StatusTooManyRequests, "Throttled")
	}
	path := c.URL.Path
	switch {
	case c.Method == http.MethodGet && path == "/api/v1/instance":
		return s.akkomaInstance(c)
	case c.Method == http.MethodGet && path == "/api/v1/pleroma/captcha":
		return s.akkomaCaptcha()
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
	case path == "/.well-known/nodeinfo":
		return nodeInfoLinks(c)
	case path == "/nodeinfo/2.0":
		return s.nodeInfo("akkoma", s.settings.Version)
	case path == "/auth/confirmation":
		return s.confirmationPage(c)
	case path == "/", path == "/about", path == "/registration", path == "/static/terms-of-service.html":
		return pageReply(http.StatusOK, "<h1>"+escapeHTML(s.settings.Title)+"</h1>")
	case strings.HasPrefix(path, "/api/"):
		return errorReply(http.StatusNotFound, "Not implemented")
	}
	return pageReply(http.StatusNotFound, "<h1>Not found</h1>")
}

func (s *Server) akkomaInstance(c *call) reply {
	set := s.settings
	return jsonReply(http.StatusOK, object{
		"uri", c.origin, "title", set.Title, "description", set.Description, "short_description", set.Description,
		"version", "2.7.2 (compatible; Akkoma " + set.Version + ")", "email", set.ContactEmail,
		"urls", object{"streaming_api", "wss://" + s.domain(c.origin)}, "thumbnail", c.origin + "/instance/thumbnail.jpeg",
		"languages", set.Languages, "registrations", set.Registrations != Closed, "approval_required", s.wantsApproval(),
		"max_toot_chars", 5000,
		"pleroma", object{"metadata", object{"account_activation_required", !set.ConfirmationOff, "features", []string{"pleroma_api"}}},
	})
}

// CaptchaSolution solves every captcha of the simulated Akkoma.
const CaptchaSolution = "6 f 3 a"

const captchaLifetime = 300 * time.Second

func (s *Server) akkomaCaptcha() reply {
	if !s.settings.Captcha {
		return jsonReply(http.StatusOK, object{"type", "none"})
	}
	picture := image.NewGray(image.Rect(0, 0, 120, 40))
	for i := range picture.Pix {
		picture.Pix[i] = 0xff
	}
	for x := range 120 {
		picture.SetGray(x, 20+x%7, color.Gray{})
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		panic(err) // it is written to memory
	}
	value := newSecret()[:20]
	s.captchas[value] = s.settings.Now().Format(time.RFC3339)
	return jsonReply(http.StatusOK, object{"type", "native", "token", value,
		"url", "data:image/png;base64," + base64.StdEncoding.EncodeToString(b.Bytes()), "answer_data", "SFMyNTY." + value,
		"seconds_valid", int(captchaLifetime / time.Second)})
}

// captchaProblem checks and uses up a captcha; empty means solved.
func (s *Server) captchaProblem(c *call) string {
	for _, name := range []string{"captcha_solution", "captcha_token", "captcha_answer_data"} {
		if c.param(name) == "" {
			return "Invalid CAPTCHA (Missing parameter: " + name + ")"
		}
	}
	made, known := s.captchas[c.param("captcha_token")]
	at, _ := time.Parse(time.RFC3339, made)
	switch {
	case !known || c.param("captcha_answer_data") != "SFMyNTY."+c.param("captcha_token"):
		return "Invalid answer data"
	case made == "used":
		return "CAPTCHA already used"
	case c.now.Sub(at) > captchaLifetime:
		return "CAPTCHA expired"
	case c.param("captcha_solution") != CaptchaSolution:
		return "Invalid CAPTCHA"
	}
	s.captchas[c.param("captcha_token")] = "used"
	return ""
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
