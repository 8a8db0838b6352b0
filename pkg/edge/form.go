package edge

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"runtime/debug"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

const formPath = "/v1/form"

const (
	// formLife is how long the form of a server is given as it was read.
	formLife = time.Minute
	// formRest is how long after that, while it is read anew for the next.
	formRest = time.Hour
	// formPause is how long a server is left alone that gives no form now.
	formPause = 10 * time.Second
	// mostForms is how often the form of a server is read in a minute.
	mostForms = 30
)

// serverForm is what a page is told of a server, kept under "form/" and the
// server's origin: its form, or the door that is there in place of one.
type serverForm struct {
	At   int64           // when it was read, in milliseconds since the Unix epoch
	Text json.RawMessage // signup.Form, or door
}

// check tells what is wrong with it.
func (f serverForm) check() error {
	if len(f.Text) == 0 {
		return errors.New("no form")
	}
	return nil
}

func (f serverForm) age() time.Duration { return time.Since(time.UnixMilli(f.At)) }

// door is what a page is told of a server where nobody signs up by a form.
type door struct {
	Version int         `json:"version"`
	At      int64       `json:"at"`
	Server  string      `json:"server"`
	Door    signup.Code `json:"door"`
}

// doors are the codes that say something of the server, and not of the moment
// or of who asks.
var doors = map[signup.Code]bool{
	signup.CodeClosed: true, signup.CodeExternal: true, signup.CodeNotSupported: true, signup.CodeCaptcha: true, signup.CodeGone: true,
}

// serveForm gives the form of a server to a page that is to show it at once.
func (b *broker) serveForm(w http.ResponseWriter, r *http.Request, _ string) {
	query, _ := url.ParseQuery(r.URL.RawQuery)
	server, err := mastodon.ParseServer(query.Get("server"))
	switch {
	case err != nil:
		noServer.answer(w)
		return
	case !b.servers[server]:
		serverNotListed.answer(w)
		return
	}
	form, refused := b.form(r.Context(), server)
	if refused != nil {
		if refused.Until.IsZero() {
			repeatable(w, formPause)
		}
		refused.answer(w)
		return
	}
	repeatableWhileAsking(w, formLife-form.age(), formRest)
	answer(w, http.StatusOK, form.Text)
}

// form is that of a server, at most formLife old; older if no script in front
// sees to that it is read anew.
func (b *broker) form(ctx context.Context, server mastodon.Server) (serverForm, *refusal) {
	kept, found := recall[serverForm](ctx, b.shared, "form/"+server.Origin())
	switch {
	case found && kept.age() < formLife:
		return kept, nil
	case found && !b.fronted:
		go b.readAhead(context.WithoutCancel(ctx), server)
		return kept, nil
	}
	return b.readForm(ctx, server)
}

// readAhead reads a form for those who ask next.
func (b *broker) readAhead(ctx context.Context, server mastodon.Server) {
	defer func() {
		if cause := recover(); cause != nil {
			b.log.Printf("panic: %v\n%s", cause, debug.Stack())
		}
	}()
	_, _ = b.readForm(ctx, server)
}

// readForm reads a form once for all who ask at the same time.
func (b *broker) readForm(ctx context.Context, server mastodon.Server) (serverForm, *refusal) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	key := "form/" + server.Origin()
	text, err := b.shared.Once(ctx, key, func() string {
		form, refused := b.readFormOnce(ctx, server)
		if refused == nil {
			_ = b.shared.Put(ctx, key, encoded(form), formLife+formRest)
		}
		return encoded(formReply{form, refused})
	})
	got, whole := decoded[formReply](text, err == nil)
	switch {
	case !whole:
		return serverForm{}, unavailable
	case got.Refusal != nil:
		return serverForm{}, got.Refusal
	}
	return got.Form, nil
}

// formReply is what everybody gets who asks for the same form at the same time.
type formReply struct {
	Form    serverForm
	Refusal *refusal
}

// check tells what is wrong with it.
func (r formReply) check() error {
	if r.Refusal != nil {
		return r.Refusal.check()
	}
	return r.Form.check()
}

func (b *broker) readFormOnce(ctx context.Context, server mastodon.Server) (serverForm, *refusal) {
	limit := "limit/form/" + server.Origin()
	if limited, found := recall[refusal](ctx, b.shared, limit); found {
		return serverForm{}, &limited
	}
	if refused := b.spare(ctx, "form/"+server.Origin(), mostForms); refused != nil {
		return serverForm{}, refused
	}
	at := time.Now().UnixMilli()
	form, err := signup.ReadForm(ctx, b.doer, server.Origin(), nil)
	var failed *signup.Error
	switch {
	case err == nil:
		return serverForm{form.At, json.RawMessage(encoded(form))}, nil
	case errors.As(err, &failed) && doors[failed.Code]:
		return serverForm{at, json.RawMessage(encoded(door{signup.FormVersion, at, server.Host(), failed.Code}))}, nil
	case failed != nil && failed.Code == signup.CodeRateLimited:
		until, _ := throttledUntil(&mastodon.RateLimit{ResetAt: failed.RetryAt})
		refused := &refusal{Status: http.StatusTooManyRequests, Code: "rate_limited", Sentence: "The server takes no more requests for now.", Until: until}
		_ = b.shared.Put(ctx, limit, encoded(refused), time.Until(until))
		return serverForm{}, refused
	}
	b.log.Printf("%s: %s", server, loggable(err))
	return serverForm{}, unavailable
}
