package edge

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

const (
	// maxApps is how many apps a site has with a server at most. A server takes
	// five registrations in ten minutes.
	maxApps = 5
	// window is in what time Mastodon takes 300 calls with one token. It begins
	// at multiples of its length.
	window = 5 * time.Minute
	// turnLength is how many visitors get one app's token in a window before it
	// is the next app's turn: most make one call with it, some a few.
	turnLength = 240
	// uses is how many visitors a script in front may give a token before it
	// asks again, so that what it gives is counted in time.
	uses = 60
)

// turn is kept under "turn/" and a registration's key: whose turn it is of the
// apps of a site and a server.
type turn struct {
	Window time.Time          // when it began
	Given  int                // how many visitors got a token in it
	Apps   int                // how many apps there can be in it; 0 for as many as are needed
	UsedUp [maxApps]time.Time // until when a server takes no more calls with an app's token
}

// check tells what is wrong with it.
func (t turn) check() error {
	if t.Given < 0 || t.Apps < 0 || t.Apps > maxApps {
		return errors.New("no turn")
	}
	return nil
}

// order lists the apps whose token may be given, the one whose turn it is
// first, and reports whether all have had theirs in this window.
func (t turn) order(now time.Time) (apps []int, over bool) {
	most := t.Apps
	if most == 0 {
		most = maxApps
	}
	for app := range most {
		if !now.Before(t.UsedUp[app]) {
			apps = append(apps, app)
		}
	}
	if len(apps) == 0 {
		return nil, true
	}
	n := max(0, t.Given-1) / turnLength
	if over = n >= len(apps); over { // all bear it alike then
		n = t.Given / uses % len(apps)
	}
	// Those before take the place of one that cannot be had.
	return append([]int{apps[n]}, apps[:n]...), over
}

// soonest is when the first of the used up apps can be used again.
func (t turn) soonest(now time.Time) time.Time {
	var soonest time.Time
	for _, until := range t.UsedUp {
		if now.Before(until) && (soonest.IsZero() || until.Before(soonest)) {
			soonest = until
		}
	}
	return soonest
}

// turnOf changes whose turn it is, and tells it.
func (b *broker) turnOf(ctx context.Context, key string, change func(*turn)) turn {
	b.counts.Lock()
	defer b.counts.Unlock()
	t, _ := recall[turn](ctx, b.shared, "turn/"+key)
	if now := time.Now().UTC().Truncate(window); !t.Window.Equal(now) {
		t.Window, t.Given, t.Apps = now, 0, 0
	}
	change(&t)
	_ = b.shared.Put(ctx, "turn/"+key, encoded(t), longestThrottle+window)
	return t
}

// appKey names what the registration of one of several apps is kept under.
func appKey(key string, app int) string {
	if app == 0 {
		return key
	}
	return key + "/" + strconv.Itoa(app)
}

// inTurn gets the token of the app whose turn it is, in the place that counts.
func (b *broker) inTurn(ctx context.Context, server mastodon.Server, s site, q question) (keptToken, *refusal) {
	key := registrationKey(server, s)
	t := b.turnOf(ctx, key, func(t *turn) { t.Given += q.Given })
	told := b.appWith(ctx, key, q.Refused)
	if told >= 0 && q.UsedUp {
		t = b.checkUse(ctx, server, key, told, q.Refused)
	}
	apps, over := t.order(time.Now())
	if len(apps) == 0 {
		until := t.soonest(time.Now())
		return keptToken{}, &refusal{Status: http.StatusTooManyRequests, Code: "rate_limited", Sentence: "The server takes no more requests for now.", Until: until}
	}
	if told >= 0 && !q.UsedUp {
		apps = []int{told} // the others would not mend it
	}
	token, refused := b.firstOf(ctx, server, s, apps, q.Refused)
	if refused != nil {
		return keptToken{}, refused
	}
	if token.Uses = uses; over {
		token.Uses = 0
		if end := t.Window.Add(window); end.Before(token.Until) {
			token.Until = end
		}
	}
	if now, found := recall[keptToken](ctx, b.shared, "token/"+key); !found || now != token {
		b.save(ctx, "token/"+key, token, tokenLife)
	}
	return token, nil
}

// firstOf gets the token of the first app that can be had. One that cannot is
// not asked for by every visitor of the window.
func (b *broker) firstOf(ctx context.Context, server mastodon.Server, s site, apps []int, not string) (token keptToken, refused *refusal) {
	for i, app := range apps {
		if token, refused = b.tokenOf(ctx, server, s, app, not); refused == nil {
			break
		}
		if i == 0 && app > 0 {
			b.turnOf(ctx, registrationKey(server, s), func(t *turn) { t.Apps = app })
		}
	}
	return token, refused
}

// appWith finds the app whose token this is; -1 for none.
func (b *broker) appWith(ctx context.Context, key, token string) int {
	for app := range maxApps {
		if own, found := recall[ownToken](ctx, b.shared, "own/"+appKey(key, app)); found && own.AccessToken == token {
			return app
		}
	}
	return -1
}

// checkUse asks the server whether a token is used up, as somebody says, and
// skips its app until the server takes calls with it again.
func (b *broker) checkUse(ctx context.Context, server mastodon.Server, key string, app int, token string) turn {
	_, err := b.shared.Once(ctx, "use/"+appKey(key, app), func() string {
		if b.askedLately(ctx, appKey(key, app), token) {
			return ""
		}
		limit, err := mastodon.NewClient(server, b.doer).AppLimit(ctx, token)
		var e *mastodon.Error
		switch {
		case errors.As(err, &e) && e.Code == mastodon.CodeRateLimited:
			limit = e.RateLimit
		case err != nil || limit == nil || limit.Remaining > 0:
			return ""
		}
		until, _ := throttledUntil(limit)
		b.log.Printf("%s takes no more calls with one of its tokens for now", server)
		b.turnOf(ctx, key, func(t *turn) { t.UsedUp[app] = until })
		return ""
	})
	if err != nil {
		b.log.Printf("%s: waiting for whether a token is used up: %v", server, err)
	}
	return b.turnOf(ctx, key, func(*turn) {})
}
