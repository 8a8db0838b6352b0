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

// FormIn makes the form out of an instance document (v2) that was read already, and
// asks nobody anything. There is none where [ReadForm] would have to ask, or would
// lead to a door: where the document leaves open what software it is of or whose name
// stands in handles, and where a captcha has to be solved.
func FormIn(document []byte, server string, languages []string, now time.Time) (form Form, ok bool) {
	named, err := mastodon.ParseServer(server)
	if err != nil {
		return Form{}, false
	}
	found, ok := mastodon.InstanceIn(document, named)
	if !ok {
		return Form{}, false
	}
	s := &session{server: named, snapshot: Snapshot{Screen: ScreenForm, Problems: []FieldProblem{}}}
	s.useInstanceLocked(found, languages, nil)
	if s.firstScreenLocked("") != ScreenForm || s.dialect.wantsCaptcha {
		return Form{}, false
	}
	s.snapshot.Fields = requirementsOf(found, s.dialect, false, now).fields
	return Form{Version: FormVersion, At: now.UnixMilli(), Server: named.Host(), Snapshot: s.snapshot}, true
}
