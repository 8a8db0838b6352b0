package mastodontest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/mail"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	passwordvalidator "github.com/wagslane/go-password-validator"
	"golang.org/x/text/language"
)

// takesApps reports whether this GoToSocial lets apps sign people up.
func (s *Server) takesApps() bool { return compareVersions(s.settings.Version, "0.19") < 0 }

// gotosocialUser is the account of a call, if it is confirmed and approved:
// before, and after a rejection, its token counts as nobody's.
func (s *Server) gotosocialUser(c *call) (*user, reply, bool) {
	t := s.validToken(c)
	switch {
	case t == nil:
		return nil, errorReply(http.StatusUnauthorized, "Unauthorized: token not supplied"), false
	case t.user != nil && t.user.state() != Active:
		return nil, errorReply(http.StatusUnauthorized, "Unauthorized: application not supplied"), false
	case t.user == nil:
		return nil, errorReply(http.StatusUnauthorized, gotosocialUnauthorized), false
	}
	return t.user, reply{}, true
}

// What GoToSocial takes in a day, and keeps waiting for its staff.
const (
	gotosocialDailyLimit = 10
	gotosocialBacklog    = 20
)

// gotosocialCreate answers POST /api/v1/accounts.
func (s *Server) gotosocialCreate(c *call) reply {
	t := s.validToken(c)
	if _, refusal, ok := s.gotosocialUser(c); !ok && (!s.takesApps() || t == nil || t.user != nil) {
		return refusal
	}
	if !s.takesApps() && !t.allows("write", "write:accounts") {
		return errorReply(http.StatusForbidden, "Forbidden: token has insufficient scope permission")
	}
	if problem := s.gotosocialProblem(c); problem != "" {
		return errorReply(http.StatusBadRequest, "Bad Request: "+problem)
	}
	if problem := s.gotosocialLimit(c.now); problem != "" {
		return errorReply(http.StatusUnprocessableEntity, "Unprocessable Entity: "+problem)
	}
	username, email := c.param("username"), c.param("email") // whose letter case makes another address
	_, domain, _ := strings.Cut(email, "@")
	switch {
	case coversDomain(s.settings.BlockedDomains, strings.ToLower(domain)):
		return errorReply(http.StatusInternalServerError, "Internal Server Error")
	case s.userByEmail(email) != nil:
		return errorReply(http.StatusConflict, "Conflict: email address "+email+" is not available")
	case s.userByName(username) != nil:
		return errorReply(http.StatusConflict, "Conflict: username "+username+" is not available")
	}
	locale, _ := language.Parse(c.param("locale"))
	u := &user{id: s.nextID(), username: username, email: email, password: c.param("password"), locale: locale.String(),
		ip: c.ip, app: t.app, origin: c.origin, created: c.now}
	if s.settings.RequireReason {
		u.reason = c.param("reason")
	}
	s.users = append(s.users, u)
	s.sendConfirmation(u, c.now)
	return jsonReply(http.StatusOK, s.issueToken(t.app, u, t.app.scopes, c.now).body())
}

// gotosocialLimit tells why nobody can sign up at the moment.
func (s *Server) gotosocialLimit(now time.Time) string {
	today, waiting := 0, 0
	for _, u := range s.users {
		switch {
		case !u.approved:
			waiting++
		case now.Sub(u.created) < 24*time.Hour:
			today++
		}
	}
	switch {
	case today >= gotosocialDailyLimit:
		return fmt.Sprintf("this instance has hit its limit of new sign-ups for today (%d); you can try again tomorrow", gotosocialDailyLimit)
	case waiting >= gotosocialBacklog:
		return fmt.Sprintf("this instance's sign-up backlog is currently full (%d sign-ups pending approval); you must wait until some pending sign-ups are handled by the admin(s)", gotosocialBacklog)
	}
	return ""
}

// gotosocialProblem is the first thing that is wrong with a sign-up.
func (s *Server) gotosocialProblem(c *call) string {
	agreed, problem := gotosocialAgreement(c)
	if problem != "" {
		return problem
	}
	if missing := gotosocialMissing(c, agreed); len(missing) > 0 {
		return strings.Join(missing, "\n")
	}
	if s.settings.Registrations == Closed {
		return "registration is not open for this server"
	}
	for _, problem := range []string{
		gotosocialUsername(c.param("username")), gotosocialEmail(c.param("email")), gotosocialPassword(c.param("password")),
		gotosocialLocale(c.param("locale")), s.gotosocialReason(c.param("reason")),
	} {
		if problem != "" {
			return problem
		}
	}
	return ""
}

// gotosocialAgreement reads a JSON boolean, or what Go takes for one in a form.
func gotosocialAgreement(c *call) (agreed bool, problem string) {
	switch v := c.params["agreement"].(type) {
	case bool:
		return v, ""
	case json.Number:
		return false, "json: cannot unmarshal number into Go struct field AccountCreateRequest.agreement of type bool"
	case string:
		if c.isJSON() {
			return false, "json: cannot unmarshal string into Go struct field AccountCreateRequest.agreement of type bool"
		}
		agreed, err := strconv.ParseBool(v)
		if err != nil {
			return false, err.Error()
		}
		return agreed, ""
	}
	return false, ""
}

// gotosocialMissing lists what was left out, in the words of a library for Go.
func gotosocialMissing(c *call, agreed bool) []string {
	var missing []string
	for _, name := range []string{"Username", "Email", "Password", "Agreement", "Locale"} {
		if name == "Agreement" && !agreed || name != "Agreement" && c.param(strings.ToLower(name)) == "" {
			missing = append(missing, gotosocialRequired("AccountCreateRequest", name))
		}
	}
	return missing
}

// gotosocialRequired is what a library for Go says of a member that is missing.
func gotosocialRequired(of, name string) string {
	return fmt.Sprintf("Key: '%[1]s.%[2]s' Error:Field validation for '%[2]s' failed on the 'required' tag", of, name)
}

var gotosocialUsernames = regexp.MustCompile(`^[a-z0-9_]{1,64}$`)

func gotosocialUsername(username string) string {
	if gotosocialUsernames.MatchString(username) {
		return ""
	}
	return "given username " + username + " was invalid: must contain only lowercase letters, numbers, and underscores, max 64 characters"
}

func gotosocialEmail(email string) string {
	if _, err := mail.ParseAddress(email); err != nil {
		return err.Error()
	}
	return ""
}

// gotosocialEntropy is how many bits a password must be worth.
const gotosocialEntropy = 60

func gotosocialPassword(password string) string {
	if len(password) > 72 {
		return fmt.Sprintf("password should be no more than 72 bytes, provided password was %d bytes", len(password))
	}
	err := passwordvalidator.Validate(password, gotosocialEntropy)
	if err == nil {
		return ""
	}
	strength := int(100 * passwordvalidator.GetEntropy(password) / gotosocialEntropy)
	return strings.ReplaceAll(err.Error(), "insecure password", fmt.Sprintf("password is only %d%% strength", strength))
}

func gotosocialLocale(locale string) string {
	if _, err := language.Parse(locale); err != nil {
		return err.Error()
	}
	return ""
}

func (s *Server) gotosocialReason(reason string) string {
	length := utf8.RuneCountInString(reason)
	switch {
	case !s.settings.RequireReason:
		return ""
	case length == 0:
		return "no reason provided"
	case length < 40:
		return fmt.Sprintf("reason should be at least 40 chars but '%s' was %d", reason, length)
	case length > 500:
		return fmt.Sprintf("reason should be no more than 500 chars but given reason was %d", length)
	}
	return ""
}

// gotosocialConfirm answers the link of a mail: with a button, which posts to
// the same address, however often it is opened.
func (s *Server) gotosocialConfirm(c *call) reply {
	value := c.URL.Query().Get("token")
	for _, u := range s.users {
		fresh := value != "" && u.confirmationToken == value
		if !fresh && !slices.Contains(u.usedTokens, value) {
			continue
		}
		if c.Method == http.MethodPost {
			if fresh {
				s.confirm(u)
			}
			return pageReply(http.StatusOK, "<h1>Email address confirmed</h1><p>Thanks "+escapeHTML(u.username)+
				"! An admin will look at your application.</p>")
		}
		return pageReply(http.StatusOK, `<h1>Hello `+escapeHTML(u.username)+`!</h1><form method="post" action="/confirm_email?token=`+
			escapeHTML(value)+`"><button>Confirm email address</button></form>`)
	}
	return notFoundPage()
}
