package edge

import (
	"context"
	"encoding/json"
	"io"
	"net/http"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Registrar reaches the one place where the apps of a site and a server are
// registered, however many handlers there are in the world. On a Worker it is a
// Durable Object. NewRegistration answers there.
type Registrar interface {
	// Ask puts a question to the place of a key, and returns its answer.
	Ask(ctx context.Context, key, question string) (answer string, err error)
}

// registrationQuestion is what a Registrar carries.
type registrationQuestion struct {
	Server    string
	ReturnURL string
	question
}

// askPlace gets the token from the place where all ask.
func (b *broker) askPlace(ctx context.Context, server mastodon.Server, s site, q question) reply {
	key := registrationKey(server, s)
	text, err := b.place.Ask(ctx, key, encoded(registrationQuestion{server.Origin(), s.returnURL, q}))
	got, whole := decoded[reply](text, err == nil)
	if !whole {
		b.log.Printf("%s: the place of the registration does not answer: %v", server, err)
		return reply{Refusal: &refusal{Status: http.StatusServiceUnavailable, Code: "temporarily_unavailable",
			Sentence: "The storage of this service does not answer."}}
	}
	if got.Token != nil {
		_ = b.shared.Put(ctx, "token/"+key, encoded(got.Token), sharedLife)
	}
	return got
}

// NewRegistration returns the handler of the place that a Registrar reaches,
// for handlers of New with the same settings and for nobody else. Shared and
// Store are the place's own there. The body of a request is the question, that
// of the answer is what Ask returns.
func NewRegistration(config Config) http.Handler {
	config.Registrar = nil
	config.Log = orDefault(config.Log)
	b, err := newBroker(config)
	return guarded(config.Log, func(w http.ResponseWriter, r *http.Request) {
		if err != nil {
			answer(w, http.StatusOK, reply{Refusal: misconfigured})
			return
		}
		answer(w, http.StatusOK, b.registration(r))
	})
}

func (b *broker) registration(r *http.Request) reply {
	var asked registrationQuestion
	text, err := io.ReadAll(io.LimitReader(r.Body, maxBody))
	if err != nil || json.Unmarshal(text, &asked) != nil {
		return reply{Refusal: unreadableQuestion}
	}
	server, err := mastodon.ParseServer(asked.Server)
	s, listed := b.sites[asked.ReturnURL]
	if err != nil || !b.servers[server] || !listed { // settings that differ, during a deploy
		return reply{Refusal: serverNotListed}
	}
	token, refused := b.token(r.Context(), server, s, asked.question)
	if refused != nil {
		return reply{Refusal: refused}
	}
	return reply{Token: &token}
}
