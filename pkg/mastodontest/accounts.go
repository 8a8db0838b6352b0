package mastodontest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"unicode"
)

// createAccount answers POST /api/v1/accounts.
func (s *Server) createAccount(c *call) reply {
	t, refusal, ok := s.requireToken(c, "write", "write:accounts")
	if !ok {
		return refusal
	}
	if s.features.appTokenOnly && t.user != nil {
		return errorReply(http.StatusForbidden, textAppTokenOnly)
	}
	invite := s.validInvite(c.param("invite_code"), c.now)
	blocked := coversIP(s.settings.BlockedIPs, c.ip)
	switch {
	case s.settings.SingleUser, s.settings.SSOOnly, s.settings.Registrations == Closed && invite == nil,
		blocked && !s.features.forbiddenTwice:
		return s.refusal(c, http.StatusForbidden)
	case blocked:
		return errorReply(http.StatusForbidden, textNotAllowed)
	case c.garbled, s.features.parsesAddresses && c.isNull("email"), s.bornOnANumber(c), s.tripsOver(c.param("email")):
		return unforeseen(c, http.StatusInternalServerError)
	}
	r := s.readRegistration(c)
	if problems := s.validate(c, r, invite); len(problems) > 0 {
		if problems.onlyTaken() && s.meetsItself(c, r) {
			return errorReply(http.StatusUnprocessableEntity, textDuplicate)
		}
		return problems.reply(s.languageOf(c, nil), s.features.details)
	}
	u := &user{
		id: s.nextID(), username: r.username, email: r.email, password: r.password, locale: r.locale, timeZone: r.timeZone,
		reason: r.reason, wanted: r.wanted, ip: c.ip, app: t.app, origin: c.origin, created: c.now, madeAt: len(s.log) - 1,
	}
	if !slices.Contains(s.features.locales, u.locale) {
		u.locale = ""
	}
	if !slices.Contains(timeZones, u.timeZone) {
		u.timeZone = ""
	}
	if invite != nil {
		u.inviteCode = invite.Code
		invite.uses++
	}
	u.approved = !s.needsApproval(u.username, u.email, u.ip) && (!s.wantsApproval() && s.settings.Registrations != Closed ||
		invite != nil && (!s.features.inviteNeedsRole || invite.BypassApproval))
	s.users = append(s.users, u)
	s.sendConfirmation(u, c.now)
	return jsonReply(http.StatusOK, s.issueToken(t.app, u, t.app.scopes, c.now).body())
}

// meetsItself reports whether the account was made while this request was on
// its way already, by another one: both found the name free, and the database
// then takes one.
func (s *Server) meetsItself(c *call, r registration) bool {
	return slices.ContainsFunc(s.users, func(u *user) bool {
		return c.entry <= u.madeAt && (strings.EqualFold(u.username, r.username) || u.email == r.email)
	})
}

// bornOnANumber reports whether a date of birth that is looked at is a number,
// which no code there expects.
func (s *Server) bornOnANumber(c *call) bool {
	_, isNumber := c.params["date_of_birth"].(json.Number)
	return isNumber && s.features.age && s.settings.MinAge > 0
}

// tripsOver reports whether the server breaks over a mail domain that is not
// ASCII, which it does seven times in eight.
func (s *Server) tripsOver(email string) bool {
	_, domain, _ := strings.Cut(email, "@")
	if !strings.ContainsFunc(domain, func(r rune) bool { return r > unicode.MaxASCII }) {
		return false
	}
	s.trips++
	return s.trips%8 != 0
}

// accountState refuses what needs a functional account.
func (s *Server) accountState(u *user) (reply, bool) {
	switch {
	case s.features.disabledFirst && u.disabled:
		return errorReply(http.StatusForbidden, textDisabled), true
	case !u.confirmed:
		return errorReply(http.StatusForbidden, s.features.unconfirmedText), true
	case !u.approved:
		return errorReply(http.StatusForbidden, textPending), true
	case u.disabled, u.memorial, u.suspended, s.settings.TwoFactorForEverybody && s.features.twoFactorRoles:
		return errorReply(http.StatusForbidden, textDisabled), true
	}
	return reply{}, false
}

// needsUser refuses who has no account where strangers see nothing.
func (s *Server) needsUser() reply {
	return errorReply(http.StatusUnauthorized, s.features.needsUserText)
}

// verifyAccount answers GET /api/v1/accounts/verify_credentials.
func (s *Server) verifyAccount(c *call) reply {
	scopes := []string{"read", "read:accounts"}
	if s.features.credentialApp {
		scopes = append(scopes, "profile")
	}
	t, refusal, ok := s.requireToken(c, scopes...)
	if !ok {
		return refusal
	}
	if t.user == nil {
		return errorReply(http.StatusUnprocessableEntity, textNeedsUser)
	}
	if a, stopped := s.accountState(t.user); stopped {
		return a
	}
	return jsonReply(http.StatusOK, append(s.mastodonAccount(c, t.user),
		"source", object{"privacy", "public", "language", orNull(t.user.locale)}, "role", object{"id", "-99", "name", ""}))
}

// lookup answers GET /api/v1/accounts/lookup.
func (s *Server) lookup(c *call) reply {
	if s.closedToStrangers(c) {
		return s.needsUser()
	}
	if s.tokens[c.accessToken()] != nil { // an unknown token is no token here
		if _, refusal, ok := s.requireToken(c, "read", "read:accounts"); !ok {
			return refusal
		}
	}
	name, domain, _ := strings.Cut(strings.TrimPrefix(c.param("acct"), "@"), "@")
	u := s.userByName(name)
	if u == nil || u.deleted && s.features.lookupHidesGone || domain != "" && !strings.EqualFold(domain, s.domain(c.origin)) {
		return errorReply(http.StatusNotFound, textNotFound)
	}
	a := jsonReply(http.StatusOK, s.mastodonAccount(c, u))
	if s.validToken(c) == nil {
		a.header.Set("Cache-Control", "max-age=15, public, stale-while-revalidate=30, stale-if-error=86400")
	}
	return a
}

// mastodonAccount describes an account as Mastodon does, which tells more than
// others.
func (s *Server) mastodonAccount(c *call, u *user) object {
	body := s.account(c, u)
	if s.features.accountSettings {
		body = append(body, "uri", c.origin+"/users/"+u.username, "group", false, "discoverable", nil, "indexable", false, "noindex", false,
			"hide_collections", nil, "avatar_static", c.origin+"/avatars/original/missing.png",
			"header_static", c.origin+"/headers/original/missing.png", "roles", []any{})
	}
	if s.features.accountMore {
		body = append(body, "avatar_description", "", "header_description", "", "feature_approval", object{"automatic", []any{}, "manual", []any{}, "current_user", "denied"},
			"show_featured", true, "show_media", true, "show_media_replies", true)
	}
	return body
}

func (s *Server) account(c *call, u *user) object {
	return object{
		"id", u.id, "username", u.username, "acct", u.username, "display_name", "", "locked", false, "bot", false,
		"created_at", u.created.UTC().Format("2006-01-02T00:00:00.000Z"), "note", "", "url", c.origin + "/@" + u.username,
		"avatar", c.origin + "/avatars/original/missing.png", "header", c.origin + "/headers/original/missing.png",
		"followers_count", 0, "following_count", 0, "statuses_count", 0, "last_status_at", nil,
		"emojis", []any{}, "fields", []any{},
	}
}
