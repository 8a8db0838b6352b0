package main

import (
	"net/http"
	"slices"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// verb is something that moderators do to an account.
type verb struct {
	Name  string // in forms
	Title string
	act   func(*mastodontest.Server, string) error
}

var (
	toApplicants = []verb{
		{"approve", "Approve", (*mastodontest.Server).Approve},
		{"reject", "Reject", (*mastodontest.Server).Reject},
	}
	toMembers = []verb{
		{"suspend", "Suspend", (*mastodontest.Server).Suspend},
		{"disable", "Disable", (*mastodontest.Server).Disable},
	}
)

// member is an account with what can be done to it.
type member struct {
	mastodontest.User
	Verbs []verb
}

// moderators lists the accounts, newest first.
func (s *site) moderators(w http.ResponseWriter, _ *http.Request) {
	var members []member
	for _, u := range slices.Backward(s.stage.current().server.Users()) {
		m := member{User: u}
		switch u.State {
		case mastodontest.Pending:
			m.Verbs = toApplicants
		case mastodontest.Unconfirmed, mastodontest.Active:
			m.Verbs = toMembers
		}
		members = append(members, m)
	}
	s.show(w, http.StatusOK, "moderators", page{Title: "Moderators", Live: true, Content: members})
}

func (s *site) moderate(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("verb")
	for _, v := range slices.Concat(toApplicants, toMembers) {
		if v.Name != name {
			continue
		}
		if err := v.act(s.stage.current().server, r.PostFormValue("username")); err != nil {
			s.problem(w, http.StatusNotFound, "There is no account “"+r.PostFormValue("username")+"”.")
			return
		}
		http.Redirect(w, r, "/desk/moderators", http.StatusSeeOther)
		return
	}
	s.problem(w, http.StatusBadRequest, "Moderators cannot “"+name+"”.")
}

// waiting counts the accounts that moderators should decide about.
func (s scene) waiting() int {
	n := 0
	for _, u := range s.server.Users() {
		if u.State == mastodontest.Pending {
			n++
		}
	}
	return n
}
