package mastodontest

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
)

// command is one thing that can be asked at the desk.
type command struct {
	name  string
	takes string // parameters, as they stand in an address
	does  string
	run   func(*Server, url.Values) (string, error)
}

// done is what a command answers that has nothing to tell.
const done = "ok"

var commands = []command{
	{"mode", "mode=open|approval|closed", "how the server takes new people", deskMode},
	{"reason", "reason=on|off", "whether people must say why they come", deskSwitch("reason", func(set *Settings, on bool) { set.RequireReason = on })},
	{"lag", "lag=on|off", "whether instance documents stay minutes behind what is set here", deskSwitch("lag", func(set *Settings, on bool) { set.Lag = on })},
	{"minage", "years=16", "how old people must be; without years: of any age", deskMinAge},
	{"rule", "text=TEXT", "adds a rule; without text: takes all away", deskRule},
	{"invite", "from=staff|member", "makes an invitation, of staff unless said otherwise, and prints its code", deskInvite},
	{"expired-invite", "", "makes an invitation that has expired, and prints its code", deskExpiredInvite},
	{"confirm", "user=NAME", "confirms the address of an account", deskVerb((*Server).Confirm)},
	{"approve", "user=NAME", "lets an account in that waits for staff", deskVerb((*Server).Approve)},
	{"reject", "user=NAME", "deletes an account that waits for staff", deskVerb((*Server).Reject)},
	{"disable", "user=NAME", "locks an account out of what needs a working one", deskVerb((*Server).Disable)},
	{"enable", "user=NAME", "takes that back", deskVerb((*Server).Enable)},
	{"reset-password", "user=NAME", "revokes all tokens of an account", deskVerb((*Server).ResetPassword)},
	{"memorialize", "user=NAME", "makes an account a memorial", deskVerb((*Server).Memorialize)},
	{"suspend", "user=NAME", "locks an account out of everything", deskVerb((*Server).Suspend)},
	{"delete", "user=NAME", "deletes an account for good", deskVerb((*Server).Delete)},
	{"link", "email=ADDRESS", "prints the newest confirmation link that was sent there", deskLink},
	{"mails", "email=ADDRESS", "prints the subjects of the mails that were sent there, oldest first, as JSON", deskMails},
	{"users", "", "prints the accounts as JSON", deskUsers},
	{"requests", "", "prints what was asked and answered as JSON, without headers and bodies", deskRequests},
	{"wait", "for=49h", "moves the clock on, so that links lapse and throttles open", deskWait},
}

// Desk is the server's state over HTTP, for programs that are not written in
// Go. GET /?do=COMMAND answers with a line of text; GET / alone explains the
// commands. Whoever reaches it may do everything: it belongs on a port of this
// machine that is not the server's.
func (s *Server) Desk() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		query := r.URL.Query()
		name := query.Get("do")
		if name == "" {
			fmt.Fprint(w, deskHelp())
			return
		}
		i := slices.IndexFunc(commands, func(known command) bool { return known.name == name })
		if i < 0 {
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprintf(w, "there is no command %q", name)
			return
		}
		said, err := commands[i].run(s, query)
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			said = err.Error()
		}
		fmt.Fprint(w, said)
	})
}

func deskHelp() string {
	var text strings.Builder
	text.WriteString("The desk of a simulated server: GET /?do=COMMAND&… answers with a line of text.\n\n")
	for _, known := range commands {
		usage := known.name
		if known.takes != "" {
			usage += "&" + known.takes
		}
		fmt.Fprintf(&text, "%-30s %s\n", usage, known.does)
	}
	return text.String()
}

func deskMode(s *Server, query url.Values) (string, error) {
	modes := map[string]Mode{"open": Open, "approval": Approval, "closed": Closed}
	mode, known := modes[query.Get("mode")]
	if !known {
		return "", fmt.Errorf("there is no mode %q: open, approval or closed", query.Get("mode"))
	}
	s.Update(func(set *Settings) { set.Registrations = mode })
	return done, nil
}

// deskSwitch is a command that sets something on or off.
func deskSwitch(name string, set func(*Settings, bool)) func(*Server, url.Values) (string, error) {
	return func(s *Server, query url.Values) (string, error) {
		state := query.Get(name)
		if state != "on" && state != "off" {
			return "", fmt.Errorf("%s is on or off, not %q", name, state)
		}
		s.Update(func(settings *Settings) { set(settings, state == "on") })
		return done, nil
	}
}

func deskMinAge(s *Server, query url.Values) (string, error) {
	years := 0
	if text := query.Get("years"); text != "" {
		var err error
		if years, err = strconv.Atoi(text); err != nil || years < 0 {
			return "", fmt.Errorf("%q is no number of years", text)
		}
	}
	s.mu.Lock()
	known := s.flavour.rails
	s.mu.Unlock()
	if !known {
		return "", errors.New("this software has no minimum age")
	}
	s.Update(func(set *Settings) { set.MinAge = years })
	return done, nil
}

func deskRule(s *Server, query url.Values) (string, error) {
	s.Update(func(set *Settings) {
		if text := query.Get("text"); text == "" {
			set.Rules = nil
		} else {
			set.Rules = append(slices.Clip(set.Rules), Rule{Text: text})
		}
	})
	return done, nil
}

func deskInvite(s *Server, query url.Values) (string, error) {
	from := query.Get("from")
	if from != "" && from != "staff" && from != "member" {
		return "", fmt.Errorf("an invitation is from staff or a member, not %q", from)
	}
	code := rand.Text()[:8]
	s.AddInvite(Invite{Code: code, BypassApproval: from != "member"})
	return code, nil
}

func deskExpiredInvite(s *Server, _ url.Values) (string, error) {
	code := rand.Text()[:8]
	s.AddInvite(Invite{Code: code, Expires: s.now().Add(-time.Second)})
	return code, nil
}

// deskVerb is a command of staff about an account.
func deskVerb(act func(*Server, string) error) func(*Server, url.Values) (string, error) {
	return func(s *Server, query url.Values) (string, error) { return done, act(s, query.Get("user")) }
}

func deskLink(s *Server, query url.Values) (string, error) {
	link := s.ConfirmationLink(query.Get("email"))
	if link == "" {
		return "", fmt.Errorf("no confirmation was sent to %q", query.Get("email"))
	}
	return link, nil
}

func deskMails(s *Server, query url.Values) (string, error) {
	subjects := []string{}
	for _, m := range s.Mails() {
		if m.To == query.Get("email") {
			subjects = append(subjects, m.Subject)
		}
	}
	return inOneLine(subjects)
}

func deskUsers(s *Server, _ url.Values) (string, error) {
	users := []object{}
	for _, u := range s.Users() {
		users = append(users, object{"username", u.Username, "email", u.Email, "unconfirmed_email", orNull(u.UnconfirmedEmail),
			"state", u.State, "locale", orNull(u.Locale), "time_zone", orNull(u.TimeZone), "reason", orNull(u.Reason),
			"invite_code", orNull(u.InviteCode), "ip", u.IP, "created_at", u.CreatedAt})
	}
	return inOneLine(users)
}

func deskRequests(s *Server, _ url.Values) (string, error) {
	requests := []object{}
	for _, r := range s.Requests() {
		requests = append(requests, object{"at", r.At, "method", r.Method, "path", r.Path, "origin", orNull(r.Origin), "ip", r.IP, "status", r.Status})
	}
	return inOneLine(requests)
}

func inOneLine(value any) (string, error) {
	line, err := json.Marshal(value)
	return string(line), err
}

func deskWait(s *Server, query url.Values) (string, error) {
	passed, err := time.ParseDuration(query.Get("for"))
	if err != nil || passed < 0 {
		return "", fmt.Errorf("%q is no time to wait, as 90s, 30m or 49h are", query.Get("for"))
	}
	s.Update(func(set *Settings) {
		before := set.Now
		set.Now = func() time.Time { return before().Add(passed) }
	})
	return done, nil
}
