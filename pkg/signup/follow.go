package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// followOn is whom to follow, and where: on this page of the account's own
// server, or else on the person's own. The handle may be written in any of its forms:
// @alice@example.social, acct:alice@example.social,
// https://example.social/@alice. It is nil if there is none.
func followOn(server mastodon.Server, page, handle string) *Follow {
	name, home, ok := parseHandle(handle)
	if !ok {
		return nil
	}
	f := &Follow{Handle: "@" + name + "@" + home.Host()}
	escaped := name + "%40" + strings.ReplaceAll(home.Host(), ":", "%3A")
	if page == "" {
		f.URL = home.URL("/@" + name)
	} else {
		f.URL = server.URL(page + escaped)
	}
	return f
}

func parseHandle(handle string) (name string, home mastodon.Server, ok bool) {
	handle = strings.TrimSpace(handle)
	if _, page, isURL := strings.Cut(handle, "://"); isURL {
		_, path, _ := strings.Cut(page, "/")
		path, _, _ = strings.Cut(path, "?")
		path, _, _ = strings.Cut(path, "#")
		name = strings.TrimSuffix(path, "/")
		if name, ok = strings.CutPrefix(name, "@"); !ok {
			name, ok = strings.CutPrefix(name, "users/")
		}
	} else {
		name, handle, ok = strings.Cut(strings.TrimPrefix(strings.TrimPrefix(handle, "acct:"), "@"), "@")
	}
	if !ok || name == "" {
		return "", home, false
	}
	for i := 0; i < len(name); i++ {
		if c := name[i]; !ascii.IsLetter(c) && !ascii.IsDigit(c) && strings.IndexByte("_-.", c) < 0 {
			return "", home, false
		}
	}
	home, err := mastodon.ParseServer(handle)
	return name, home, err == nil
}
