package edge

import (
	"context"
	"maps"
	"strings"
	"time"
	"unicode"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// userAgent names this service to the servers' staff. A Worker sends none on
// its own, and GoToSocial answers nobody without one.
const userAgent = "fedi-signup-edge (+https://github.com/fedi-signup/fedi-signup)"

// named is a Doer that says who asks.
type named struct{ doer mastodon.Doer }

func (n named) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	request := *r
	request.Header = maps.Clone(r.Header)
	request.Header["User-Agent"] = userAgent
	return n.doer.Do(ctx, &request)
}

// call asks a server for one kind of thing, unless it said that it wants to be
// left alone. Its limits count by the network that asks, so what it said holds
// for whoever asks from here, and for nobody elsewhere.
func (b *broker) call(ctx context.Context, server mastodon.Server, kind string, ask func(*mastodon.Client) error) error {
	key := "limit/" + kind + "/" + server.Origin()
	if limited, found := recall[refusal](ctx, b.shared, key); found {
		return &limited
	}
	err := ask(mastodon.NewClient(server, b.doer))
	if err == nil {
		return nil
	}
	b.log.Printf("%s: %s", server, loggable(err))
	refused := refusalOf(err)
	if !refused.Until.IsZero() {
		_ = b.shared.Put(ctx, key, encoded(refused), time.Until(refused.Until))
	}
	return refused
}

// maxLogged is how much of a server's words the log takes, in bytes.
const maxLogged = 500

// loggable is an error in one line of the log, whatever a server wrote into it.
func loggable(err error) string {
	text := err.Error()
	if len(text) > maxLogged {
		text = text[:maxLogged] + "…"
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsGraphic(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}
