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

// akkomaCreate answers POST /api/v1/accounts.
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
	if given := c.param("birthday"); given != "" && s.hasBirthdays() {
		if _, err := time.Parse(time.DateOnly, given); err != nil {
			return akkomaSchemaError("/birthday", "Invalid format. Expected :date")
		}
	}
	if c.param("email") == "" && !s.settings.ConfirmationOff {
		return errorReply(http.StatusBadRequest, "Missing parameter: email")
	}
	if s.settings.Captcha {
		if problem := s.captchaProblem(c); problem != "" {
			return akkomaRefusal(object{"captcha", []string{problem}})
		}
	}
	invite, problem := s.akkomaInvite(c)
	if problem != "" {
		return errorReply(http.StatusBadRequest, problem)
	}
	if problems := s.akkomaProblems(c); len(problems) > 0 {
		return akkomaRefusal(problems)
	}
	u := &user{id: s.nextID(), username: c.param("username"), email: strings.ToLower(c.param("email")), password: c.param("password"),
		locale: c.param("language"), reason: c.param("reason"), ip: c.ip, app: t.app, origin: c.origin, created: c.now,
		confirmed: s.settings.ConfirmationOff, approved: !s.wantsApproval()}
	if invite != nil {
		invite.uses++
		u.inviteCode = invite.Code
	}
	s.users = append(s.users, u)
	return s.akkomaSuccess(c, t, u)
}

// akkomaSuccess has a token for an account that works already, and says what
// is missing for others.
func (s *Server) akkomaSuccess(c *call, t *token, u *user) reply {
	registered := func(message, identifier string) reply {
		return jsonReply(http.StatusOK, object{"message", "You have been registered. " + message, "identifier", identifier})
	}
	switch {
	case !u.confirmed:
		s.sendConfirmation(u, c.now)
		return registered("Please check your email for further instructions.", "missing_confirmed_email")
	case !u.approved:
		return registered("You'll be able to log in once your account is approved.", "awaiting_approval")
	case s.settings.ManualSignIn:
		return registered("Please log in.", "manual_login_required")
	}
	return jsonReply(http.StatusOK, s.akkomaTokenBody(s.issueToken(t.app, u, t.app.scopes, c.now), c))
}

// akkomaInvite finds the invitation that a closed server wants.
func (s *Server) akkomaInvite(c *call) (invite *Invite, problem string) {
	if s.settings.Registrations != Closed {
		return nil, ""
	}
	for _, known := range s.invites {
		if known.Code != c.param("token") {
			continue
		}
		if !s.isValid(known, c.now) {
			return nil, "Expired token"
		}
		return known, ""
	}
	return nil, "Invalid token"
}

var akkomaReserved = strings.Fields(`about api auth inbox main media oauth objects proxy push registration relay search settings
	status tag users web mfa`)

var (
	akkomaUsernames      = regexp.MustCompile(`^[a-zA-Z\d_-]+$`)
	akkomaPlainUsernames = regexp.MustCompile(`^[a-zA-Z\d]+$`)
)

// akkomaProblems lists what is wrong with a sign-up, by its own names of the
// fields.
func (s *Server) akkomaProblems(c *call) object {
	username, email := c.param("username"), strings.ToLower(c.param("email"))
	usernames := akkomaUsernames
	if s.settings.PlainUsernames {
		usernames = akkomaPlainUsernames
	}
	var problems object
	add := func(name, problem string) { problems = append(problems, name, []string{problem}) }
	switch {
	case username == "":
		add("nickname", descriptionBlank)
	case !usernames.MatchString(username):
		add("nickname", "has invalid format")
	case slices.Contains(akkomaReserved, strings.ToLower(username)):
		add("nickname", "is reserved")
	case s.userByName(username) != nil:
		add("nickname", descriptionTaken)
	}
	switch {
	case email == "":
	case !simpleEmail.MatchString(email):
		add("email", "has invalid format")
	case s.userByEmail(email) != nil:
		add("email", descriptionTaken)
	}
	if c.param("password") == "" {
		add("password", descriptionBlank)
	}
	if utf8.RuneCountInString(c.param("reason")) > 500 {
		add("registration_reason", "should be at most 500 character(s)")
	}
	if s.hasBirthdays() {
		if problem := s.pleromaBirthday(c); problem != "" {
			add("birthday", problem)
		}
	}
	return problems
}

// pleromaBirthday is what is wrong with a date of birth. The age is counted in
// whole days of UTC.
func (s *Server) pleromaBirthday(c *call) string {
	birthday, err := time.Parse(time.DateOnly, c.param("birthday"))
	if err != nil {
		if s.settings.BirthdayRequired {
			return descriptionBlank
		}
		return ""
	}
	today := c.now.UTC().Truncate(24 * time.Hour)
	if int(today.Sub(birthday)/(24*time.Hour)) < s.settings.BirthdayMinAge {
		return "Invalid age"
	}
	return ""
}

// akkomaResend answers POST /api/v1/pleroma/accounts/confirmation_resend.
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
