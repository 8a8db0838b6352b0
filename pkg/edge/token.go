package edge

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// scopes are those that a sign-up needs: to create the account and to follow
// its confirmation. Servers compare them as exact strings.
const scopes = "read:accounts write:accounts"

// patience is how long a page waits for a server at most.
const patience = 10 * time.Second

// tokenLife is how long a token is kept before the server is asked for it
// again. It gives the same one, or says that it has deleted the app: for that
// long, and as long as it is shared, visitors may get a token that is worthless.
const tokenLife = 5 * time.Minute

// broker hands out app tokens.
type broker struct {
	servers   map[mastodon.Server]bool
	sites     map[string]site // by return URL
	origins   map[string]bool // of the sites
	store     Store
	shared    Shared
	place     Registrar
	doer      mastodon.Doer
	log       *log.Logger
	given     int        // by a script in front, of the last answer to the same question
	fronted   bool       // by a script that repeats answers
	turnstile string     // the secret of the challenge; empty for none
	counts    sync.Mutex // held while it counts
}

// redirectURI is where the link in a server's mail leads: the site's return
// URL, by which the page learns which server sent the mail.
func (s site) redirectURI(server mastodon.Server) string {
	return mastodon.MarkedReturnURL(s.returnURL, server)
}

// registrationKey names what a registration is kept under. There is one for
// each server and site: the redirect URI and the name are part of what the
// server registers, because its mail links to the one and names the other. When
// the owner changes them, a new registration is made.
func registrationKey(server mastodon.Server, s site) string {
	hash := sha256.Sum256([]byte(strings.Join([]string{server.Origin(), s.redirectURI(server), s.appName, scopes}, "\n")))
	return server.Host() + "/" + hex.EncodeToString(hash[:8])
}

// credentials are kept under "app/" and an app's key.
type credentials struct {
	ClientID     string `json:"client_id"`
	ClientSecret string `json:"client_secret"`
}

// appToken is what is handed out.
type appToken struct {
	AccessToken string `json:"access_token"`
	TokenType   string `json:"token_type"`
	Scope       string `json:"scope"`
	CreatedAt   int64  `json:"created_at,omitempty"` // seconds since the Unix epoch
}

// keptToken is what is handed out now, under "token/" and a registration's key.
// It has a key of its own because storage at the edge takes one change of a key
// in a second.
type keptToken struct {
	appToken
	Until time.Time `json:"until"`          // however late a storage is
	Uses  int       `json:"uses,omitempty"` // how many visitors it may be given before it is asked for again; 0 for any number
}

// check tells what is wrong with a kept token.
func (k keptToken) check() error {
	if !k.young() {
		return errors.New("the token has been kept for too long")
	}
	return k.appToken.check()
}

func (k keptToken) young() bool { return time.Now().Before(k.Until) }

// ownToken is the token of one app, under "own/" and the app's key. It is known
// for longer than it is handed out.
type ownToken struct{ keptToken }

// check tells what is wrong with it.
func (o ownToken) check() error { return o.appToken.check() }

// renewPause is how long nobody's word makes the broker ask the server again
// about a token of which it has asked.
const renewPause = time.Minute

// question is what a page asks of a token, or several at once.
type question struct {
	Refused string `json:",omitempty"` // a token that the server refused
	UsedUp  bool   `json:",omitempty"` // because too many calls were made with it
	Given   int    `json:",omitempty"` // how many visitors have got a token since it was asked for, this one included
}

// token gets the token of a site's app on a server. It is another one than the
// refused, if that is not empty, where the server gives another.
func (b *broker) token(ctx context.Context, server mastodon.Server, s site, q question) (keptToken, *refusal) {
	// A visitor who leaves must not cost a registration: servers take few.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	if b.place == nil {
		return b.inTurn(ctx, server, s, q)
	}
	key := registrationKey(server, s)
	if q.Given <= 1 { // else the place has to know
		token, found, err := load[keptToken](ctx, b, "token/"+key)
		switch {
		case err != nil:
			return keptToken{}, refusalOf(err)
		case found && token.AccessToken != q.Refused:
			return token, nil
		}
	}
	// The place knows by itself what is the same.
	return b.once(ctx, server, key+"/"+q.Refused+"/"+strconv.FormatBool(q.UsedUp), func() reply { return b.askPlace(ctx, server, s, q) })
}

// once gives a reply to all who ask for the same key at the same time.
func (b *broker) once(ctx context.Context, server mastodon.Server, key string, work func() reply) (keptToken, *refusal) {
	text, err := b.shared.Once(ctx, key, func() string { return encoded(work()) })
	got, whole := decoded[reply](text, err == nil)
	switch {
	case !whole:
		b.log.Printf("%s: waiting for another's token: %v", server, err)
		return keptToken{}, unavailable
	case got.Refusal != nil:
		return keptToken{}, got.Refusal
	}
	return *got.Token, nil
}

// reply is what everybody gets who asks for the same token at the same time. It
// has one of the two.
type reply struct {
	Token   *keptToken `json:",omitempty"`
	Refusal *refusal   `json:",omitempty"`
}

func (r reply) check() error {
	switch {
	case r.Token != nil:
		return r.Token.appToken.check() // it was young enough when it was taken
	case r.Refusal != nil:
		return r.Refusal.check()
	}
	return errors.New("no reply")
}

// tokenOf gets the token of one app, once for all who ask at the same time.
func (b *broker) tokenOf(ctx context.Context, server mastodon.Server, s site, app int, refused string) (keptToken, *refusal) {
	key := appKey(registrationKey(server, s), app)
	own, found, err := load[ownToken](ctx, b, "own/"+key)
	switch {
	case err != nil:
		return keptToken{}, refusalOf(err)
	case found && own.young() && own.AccessToken != refused:
		return own.keptToken, nil
	}
	return b.once(ctx, server, key, func() reply {
		token, err := b.obtain(ctx, server, s, key, refused)
		if err != nil {
			return reply{Refusal: refusalOf(err)}
		}
		return reply{Token: &token}
	})
}

// obtain gets a new token of an app, or one of a new app, unless somebody was
// quicker.
func (b *broker) obtain(ctx context.Context, server mastodon.Server, s site, key, refused string) (keptToken, error) {
	own, found := recall[ownToken](ctx, b.shared, "own/"+key)
	if found = found && own.young(); found {
		if own.AccessToken != refused || b.askedLately(ctx, key, refused) {
			return own.keptToken, nil
		}
		b.log.Printf("%s is said to refuse the token of %s", server, s.returnURL)
	}
	app, found, err := load[credentials](ctx, b, "app/"+key)
	if err != nil {
		return keptToken{}, err
	}
	if found {
		token, err := b.requestToken(ctx, server, s, key, app)
		if !mastodon.Refused(err) { // what a server says to an app that it has deleted differs
			return token, err
		}
		b.log.Printf("%s no longer takes the app of %s", server, s.returnURL)
	}
	if app, err = b.register(ctx, server, s, key); err != nil {
		return keptToken{}, err
	}
	return b.requestToken(ctx, server, s, key, app)
}

// askedLately reports whether the server was asked about an app's token a
// moment ago, because somebody said that it refuses it. From now on it was.
func (b *broker) askedLately(ctx context.Context, key, token string) bool {
	if _, lately := recall[renewal](ctx, b.shared, "renewal/"+key); lately {
		return true
	}
	_ = b.shared.Put(ctx, "renewal/"+key, encoded(renewal{token}), renewPause)
	return false
}

// renewal is kept under "renewal/" and an app's key: for a token of which the
// server was asked, because somebody said that it refuses it.
type renewal struct{ AccessToken string }

// check tells what is wrong with it.
func (r renewal) check() error {
	if !isBearerToken(r.AccessToken) {
		return errors.New("no renewal")
	}
	return nil
}

func (b *broker) register(ctx context.Context, server mastodon.Server, s site, key string) (app credentials, err error) {
	err = b.call(ctx, server, "apps", func(client *mastodon.Client) error {
		registered, err := client.RegisterApp(ctx, mastodon.AppRegistration{
			Name: s.appName, RedirectURI: s.redirectURI(server), Scopes: scopes, Website: s.origin})
		if err != nil {
			return err
		}
		app = credentials{ClientID: registered.ClientID, ClientSecret: registered.ClientSecret}
		return unreadable("register app", app.check())
	})
	if err == nil {
		b.log.Printf("registered an app with %s for %s", server, s.returnURL)
		b.save(ctx, "app/"+key, app, 0)
	}
	return app, err
}

func (b *broker) requestToken(ctx context.Context, server mastodon.Server, s site, key string, app credentials) (token keptToken, err error) {
	err = b.call(ctx, server, "token", func(client *mastodon.Client) error {
		got, err := client.AppToken(ctx, &mastodon.App{
			ClientID: app.ClientID, ClientSecret: app.ClientSecret, RedirectURI: s.redirectURI(server)}, scopes)
		if err != nil {
			return err
		}
		token.appToken, err = checked(got)
		token.Until = time.Now().Add(tokenLife)
		return unreadable("get app token", err)
	})
	if err == nil {
		b.save(ctx, "own/"+key, token, tokenLife)
	}
	return token, err
}

// unreadable is the error of an answer that is not what it should be.
func unreadable(op string, err error) error {
	if err == nil {
		return nil
	}
	return &mastodon.Error{Op: op, Code: mastodon.CodeUnreadable, Err: err}
}
