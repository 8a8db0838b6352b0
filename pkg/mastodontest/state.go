package mastodontest

import (
	"crypto/rand"
	"encoding/base64"
	"slices"
	"strconv"
	"strings"
	"time"
)

type app struct {
	id           string
	name         string
	website      string
	redirectText string // as registered: one or more, separated by white space
	scopes       []string
	clientID     string
	clientSecret string
	created      time.Time
}

func (a *app) redirects() []string { return strings.Fields(a.redirectText) }

// redirect is where the link of a confirmation mail ends: the first line.
func (a *app) redirect() string {
	first, _, _ := strings.Cut(a.redirectText, "\n")
	return first
}

type token struct {
	value   string
	app     *app
	user    *user // nil: the app's own
	scopes  []string
	created time.Time
	revoked bool
}

// allows reports whether a token has one of these scopes, literally.
func (t *token) allows(scopes ...string) bool {
	return slices.ContainsFunc(scopes, func(scope string) bool { return slices.Contains(t.scopes, scope) })
}

type user struct {
	id               string
	username         string
	email            string
	unconfirmedEmail string
	password         string
	locale           string
	timeZone         string
	reason           string
	wanted           map[string]string
	inviteCode       string
	ip               string
	app              *app // that made the account
	origin           string
	created          time.Time

	confirmed         bool
	approved          bool
	disabled          bool
	suspended         bool
	memorial          bool // of somebody who died
	deleted           bool // for good; only the name stays
	madeAt            int  // entry of the log that was the newest then
	confirmationToken string
	confirmationSent  time.Time
	usedTokens        []string // of links that were opened
}

// Account states, as User tells them.
const (
	Unconfirmed = "unconfirmed"
	Pending     = "pending"
	Active      = "active"
	Disabled    = "disabled"
	Suspended   = "suspended"
	Deleted     = "deleted"
)

// User is an account of the simulated server.
type User struct {
	Username         string
	Email            string
	UnconfirmedEmail string // asked for, but not confirmed
	State            string // Unconfirmed, Pending, Active, Disabled, Suspended or Deleted
	Locale           string
	TimeZone         string
	Reason           string
	Wanted           map[string]string // what was sent of Settings.Wants, by name
	InviteCode       string
	IP               string // that signed up
	CreatedAt        time.Time
}

func (u *user) state() string {
	switch {
	case u.deleted:
		return Deleted
	case u.suspended:
		return Suspended
	case u.disabled, u.memorial:
		return Disabled
	case !u.confirmed:
		return Unconfirmed
	case !u.approved:
		return Pending
	}
	return Active
}

// Users lists the accounts, oldest first.
func (s *Server) Users() []User {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.purge(s.settings.Now())
	users := make([]User, len(s.users))
	for i, u := range s.users {
		users[i] = User{Username: u.username, Email: u.email, UnconfirmedEmail: u.unconfirmedEmail, State: u.state(),
			Locale: u.locale, TimeZone: u.timeZone, Reason: u.reason, Wanted: u.wanted, InviteCode: u.inviteCode, IP: u.ip, CreatedAt: u.created}
	}
	return users
}

// AddUser adds an account that works.
func (s *Server) AddUser(username, email string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.users = append(s.users, &user{id: s.nextID(), username: username, email: strings.ToLower(email),
		created: s.settings.Now(), confirmed: true, approved: true, madeAt: -1})
}

// AddInvite adds an invitation.
func (s *Server) AddInvite(invite Invite) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.invites = append(s.invites, &invite)
}

// DeleteApps forgets all apps and their tokens, as servers did that tidied up
// unused ones.
func (s *Server) DeleteApps() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.apps)
	clear(s.tokens)
}

// RevokeTokens makes all tokens worthless.
func (s *Server) RevokeTokens() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, t := range s.tokens {
		t.revoked = true
	}
}

func (s *Server) userByName(username string) *user {
	for _, u := range s.users {
		if strings.EqualFold(u.username, username) {
			return u
		}
	}
	return nil
}

func (s *Server) userByEmail(email string) *user {
	for _, u := range s.users {
		if u.email == email {
			return u
		}
	}
	return nil
}

func (s *Server) deleteUser(gone *user) {
	s.users = slices.DeleteFunc(s.users, func(u *user) bool { return u == gone })
	gone.deleted = true
	if !s.flavour.keepsTokens {
		s.deleteTokens(gone)
	}
}

func (s *Server) deleteTokens(gone *user) {
	for value, t := range s.tokens {
		if t.user == gone {
			delete(s.tokens, value)
		}
	}
}

// validInvite finds an invitation that may still be used.
func (s *Server) validInvite(code string, now time.Time) *Invite {
	if !s.features.inviteCodes || strings.TrimSpace(code) == "" {
		return nil
	}
	for _, invite := range s.invites {
		if invite.Code == code && s.isValid(invite, now) {
			return invite
		}
	}
	return nil
}

func (s *Server) isValid(invite *Invite, now time.Time) bool {
	if by := s.userByName(invite.By); by != nil && (by.disabled || by.suspended) {
		return false
	}
	return (invite.MaxUses == 0 || invite.uses < invite.MaxUses) && (invite.Expires.IsZero() || now.Before(invite.Expires))
}

// purge deletes accounts whose address was not confirmed in time and, as
// Mastodon did for a while, apps a day old that nobody used.
func (s *Server) purge(now time.Time) {
	for _, u := range slices.Clone(s.users) {
		if s.flavour.rails && !u.confirmed && !u.deleted && now.Sub(u.confirmationSent) > time.Duration(s.features.unconfirmedDays)*24*time.Hour {
			s.deleteUser(u)
		}
	}
	if !s.features.deletesUnusedApps {
		return
	}
	used := map[*app]bool{}
	for _, t := range s.tokens {
		used[t.app] = true
	}
	for _, u := range s.users {
		used[u.app] = true
	}
	for id, a := range s.apps {
		if !used[a] && now.Sub(a.created) > 24*time.Hour {
			delete(s.apps, id)
		}
	}
}

func (s *Server) nextID() string {
	s.lastID++
	return strconv.Itoa(110000 + s.lastID)
}

// newSecret makes 43 characters of base64url, as servers do for ids and tokens.
func newSecret() string {
	var b [32]byte
	_, _ = rand.Read(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

func (s *Server) issueToken(a *app, u *user, scopes []string, now time.Time) *token {
	t := &token{value: newSecret(), app: a, user: u, scopes: scopes, created: now}
	s.tokens[t.value] = t
	return t
}

// tokenBody is what a token request and a sign-up answer with.
func (t *token) body() object {
	return object{"access_token", t.value, "token_type", "Bearer", "scope", strings.Join(t.scopes, " "), "created_at", t.created.Unix()}
}

// confirm settles an account's address. On a server that is open by now the
// account is approved with it, unless a rule wants staff to look.
func (s *Server) confirm(u *user) {
	u.confirmed = true
	if u.unconfirmedEmail != "" {
		u.email, u.unconfirmedEmail = u.unconfirmedEmail, ""
	}
	if s.settings.Registrations != Closed && !s.wantsApproval() && !s.needsApproval(u.username, u.email, u.ip) {
		u.approved = true
	}
	u.usedTokens = append(u.usedTokens, u.confirmationToken)
	u.confirmationToken = ""
}

// needsApproval reports whether a rule makes staff look at an account. Those of
// GoToSocial look at all.
func (s *Server) needsApproval(username, email, ip string) bool {
	if s.settings.Software == GoToSocial {
		return true
	}
	_, domain, _ := strings.Cut(email, "@")
	rules := s.settings.ApprovalRules
	return coversIP(rules.IPs, ip) || coversDomain(rules.Domains, domain) || s.features.nameBlocks && s.coversUsername(rules.Usernames, username)
}
