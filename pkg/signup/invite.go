package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// inviteCode reads the code out of an invite: the code itself or a link such
// as https://example.social/invite/AbC123xy. It is empty if there is none.
func inviteCode(invite string) string {
	code := strings.TrimSpace(invite)
	if i := strings.LastIndex(code, "/invite/"); i >= 0 {
		code = code[i+len("/invite/"):]
	}
	if i := strings.IndexAny(code, "?#"); i >= 0 {
		code = code[:i]
	}
	code = strings.TrimSuffix(code, "/")
	for i := 0; i < len(code); i++ {
		if !isLetter(code[i]) && !isDigit(code[i]) {
			return ""
		}
	}
	return code
}

// inviteFor is the code of an invite if it is one for this server: a link to
// another server's is not.
func inviteFor(server mastodon.Server, invite string) string {
	if i := strings.LastIndex(invite, "/invite/"); i >= 0 {
		from, err := mastodon.ParseServer(invite[:i])
		if err != nil || from.Host() != server.Host() {
			return ""
		}
	}
	return inviteCode(invite)
}
