package main

import (
	"net/http"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// mail is the mail box of everybody who signed up, newest first.
func (s *site) mail(w http.ResponseWriter, _ *http.Request) {
	var letters []letter
	for _, m := range slices.Backward(s.stage.current().server.Mails()) {
		letters = append(letters, newLetter(m))
	}
	s.show(w, http.StatusOK, "mail", page{Title: "Mail box", Live: true, Content: letters})
}

// letter is a mail, cut at the link in its text.
type letter struct {
	mastodontest.Mail
	Before, After string
}

func newLetter(m mastodontest.Mail) letter {
	before, after, _ := strings.Cut(m.Text, m.Link)
	return letter{m, strings.TrimSpace(before), strings.TrimSpace(after)}
}
