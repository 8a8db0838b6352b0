package signup

import (
	"strings"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// ticket is what an account needs until it is ready: enough to go on after a
// reload, and nothing of what the visitor typed that is not shown anyway. Once
// it is ready, what is left of it tells that to reloads and to other tabs; once
// it is stopped, to other tabs alone.
type ticket struct {
	Token     string   `json:"token,omitempty"` // none where nobody can ask, nor once it is ready
	Username  string   `json:"username"`
	Email     string   `json:"email"` // masked
	Screen    Screen   `json:"screen"`
	Problem   Code     `json:"problem,omitempty"` // with ready
	At        int64    `json:"at"`                // when the last mail with a fresh link was sent, when it became ready or stopped
	ResendAt  int64    `json:"resendAt,omitempty"`
	Resent    int      `json:"resent,omitempty"`
	Consent   *Consent `json:"consent,omitempty"`
	Original  int64    `json:"original,omitempty"`  // addressMark of the address the account was made with
	Corrected bool     `json:"corrected,omitempty"` // another one was given since

	// The app that made the account: only it can revoke the token.
	ClientID     string `json:"clientId,omitempty"`
	ClientSecret string `json:"clientSecret,omitempty"`
}

const oneDay = 24 * time.Hour

// How long is known what became of an account.
const (
	unwatchedLife = 7 * oneDay // servers delete what is not confirmed by then
	readyLife     = oneDay
)

// same reports whether what is stored is of this account.
func (t ticket) same(stored ticket) bool {
	return stored.Username == t.Username && (stored.Token == t.Token || !stored.waits())
}

// waits reports whether the account is not ready yet.
func (t ticket) waits() bool { return t.Screen == ScreenConfirm || t.Screen == ScreenReview }

// readyProblem is what a ready account still needs before it works.
func (t ticket) readyProblem(now *Snapshot) *Problem {
	if t.Problem == "" {
		return nil
	}
	return &Problem{Code: t.Problem, Handover: now.Server.SignInURL}
}

func (t ticket) usable() bool {
	age := time.Since(time.UnixMilli(t.At))
	switch {
	case t.Username == "":
		return false
	case t.waits():
		return t.Token != "" || age < unwatchedLife
	}
	return (t.Screen == ScreenReady || t.Screen == ScreenStopped) && age < readyLife
}

// addressMark tells an address from others without telling it, salted with
// whose it is.
func addressMark(server mastodon.Server, username, address string) int64 {
	address, _ = mastodon.ASCIIAddress(address)
	return int64(noText.and(server.Host() + " " + username + " " + ascii.Lower(address)))
}

// showAccountLocked puts the account into the snapshot.
func (s *session) showAccountLocked(now *Snapshot) {
	t := s.account
	now.Account = &Account{Username: t.Username, Handle: "@" + t.Username + "@" + now.Server.Domain, Email: t.Email,
		URL: s.server.URL(s.dialect.profile + t.Username), WebMail: webMail(t.Email), Watched: t.Token != "", ApprovalOnly: s.dialect.unknownUntilApproved,
		LinkDays: int(s.dialect.linkLife / oneDay), LifeDays: int(s.dialect.unconfirmedLife / oneDay)}
	now.ResendAt, now.Resent, now.Consent = t.ResendAt, t.Resent, t.Consent
}

// saveTicketLocked keeps the account for after a reload, unless another tab forgot it
// or put another one in its place.
func (f *Flow) saveTicketLocked(s *session, screen Screen, problem *Problem) {
	key := ticketKey(s.server)
	s.account.Screen = screen
	stored := load[ticket](f.store, key)
	if s.kept && (!s.account.same(stored) || s.account.waits() && !stored.waits()) {
		return
	}
	kept := s.account
	if !kept.waits() {
		kept = ticket{Username: kept.Username, Screen: screen, At: time.Now().UnixMilli()}
	}
	if screen == ScreenReady {
		kept.Email, kept.Consent = s.account.Email, s.account.Consent
		if problem != nil {
			kept.Problem = problem.Code
		}
	}
	save(f.store, key, kept)
	s.kept = s.account.same(load[ticket](f.store, key))
}

// takeOverTicket takes over what another tab did for the account: another email,
// another address.
func (f *Flow) takeOverTicket(s *session) {
	_ = f.update(s, func(now *Snapshot) error {
		stored, own := load[ticket](f.store, ticketKey(s.server)), s.account
		if !s.kept || !stored.waits() || !own.same(stored) || stored.ResendAt == own.ResendAt && stored.Resent == own.Resent {
			return errUnchanged
		}
		s.account = stored
		s.showAccountLocked(now)
		return nil
	})
}

// masked hides an email address from whoever looks over a shoulder, while its
// owner still knows it: a•••@example.org.
func masked(address string) string {
	if address == "" { // some servers need none
		return ""
	}
	local, domain, _ := strings.Cut(address, "@")
	for _, first := range local {
		local = string(first)
		break
	}
	return local + "•••@" + domain
}
