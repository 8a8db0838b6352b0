package signup

import (
	"context"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// ReadForm reads the form of a server, as [Flow.Open] does, for pages that are to
// have it at hand. Translations of rules into the given languages, as BCP 47 tags,
// come before others. Where [Flow.Open] would lead to a door, the [*Error] names it.
// A captcha is left out: it is good for one visitor and a few minutes.
func ReadForm(ctx context.Context, doer mastodon.Doer, server string, languages []string) (Form, error) {
	flow := New(Config{Doer: doer, Languages: languages})
	defer flow.Close()
	named, err := mastodon.ParseServer(server)
	if err != nil {
		return Form{}, badServer(err)
	}
	at := time.Now().UnixMilli()
	if err := flow.Open(ctx, server); err != nil {
		return Form{}, err
	}
	now := flow.Snapshot()
	if now.Screen != ScreenForm {
		return Form{}, &Error{Problem: *now.Problem}
	}
	now.Captcha, now.Slow = nil, false
	return Form{Version: FormVersion, At: at, Server: named.Host(), Snapshot: now}, nil
}
