package edge

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// scopes are those that a sign-up needs: to create the account and to follow
// its confirmation. Servers compare them as exact strings.
const scopes = "read:accounts write:accounts"

// patience is how long a page waits for a server at most.
const patience = 10 * time.Second

// tokenLife is how long a token is handed out before the server is asked for
// it again. It gives the same one, or tells that it has deleted the app: so
// long may visitors get a token that is worthless.
const tokenLife = 5 * time.Minute

// broker hands out app tokens.
type broker struct {
	servers map[mastodon.Server]bool
	sites   map[string]site          // by return URL
	origins map[string]bool          // of the sites
	turns   map[string]chan struct{} // by registration; full while one request gets the token, so that none registers twice
	store   Store
	doer    mastodon.Doer
	log     *log.Logger
}

// redirectURI is where the link in a server's mail leads: the site's return
// URL, by which the page learns of which server the mail was.
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

// credentials are kept under "app/" and a registration's key.
type credentials struct {
	ClientID     string `json:"client_id"`
	ClientSecret string `json:"client_secret"`
}

// appToken is kept under "token/" and a registration's key, and handed out. It
// has a key of its own because storage at the edge takes one change of a key
// in a second.
type appToken struct {
	AccessToken string `json:"access_token"`
	TokenType   string `json:"token_type"`
	Scope       string `json:"scope"`
	CreatedAt   int64  `json:"created_at,omitempty"` // seconds since the Unix epoch
}

// token gets the token of a site's app on a server: the one at hand, a new one,
// or one of a new app. The error is a [*mastodon.Error], or else the storage's.
func (b *broker) token(ctx context.Context, server mastodon.Server, s site) (appToken, error) {
	// A visitor who leaves must not cost a registration: servers take few.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	key := registrationKey(server, s)
	select {
	case b.turns[key] <- struct{}{}:
		defer func() { <-b.turns[key] }()
	case <-ctx.Done(): // those before waited for the server all the time
		return appToken{}, &mastodon.Error{Op: "wait for app token", Code: mastodon.CodeUnreachable, Err: ctx.Err()}
	}
	token, found, err := load[appToken](ctx, b, "token/"+key)
	if err != nil || found {
		return token, err
	}
	client := mastodon.NewClient(server, b.doer)
	app, found, err := load[credentials](ctx, b, "app/"+key)
	if err != nil {
		return appToken{}, err
	}
	if found {
		token, err = b.requestToken(ctx, client, s, app)
		if !mastodon.HasCode(err, mastodon.CodeInvalidClient) {
			return token, err
		}
		b.log.Printf("%s no longer knows the app of %s", server, s.returnURL)
	}
	registered, err := client.RegisterApp(ctx, mastodon.AppRegistration{
		Name: s.appName, RedirectURI: s.redirectURI(server), Scopes: scopes, Website: s.origin})
	if err != nil {
		b.log.Printf("%s: %v", server, err)
		return appToken{}, err
	}
	b.log.Printf("registered an app with %s for %s", server, s.returnURL)
	app = credentials{ClientID: registered.ClientID, ClientSecret: registered.ClientSecret}
	b.save(ctx, "app/"+key, app, 0)
	return b.requestToken(ctx, client, s, app)
}

func (b *broker) requestToken(ctx context.Context, client *mastodon.Client, s site, app credentials) (appToken, error) {
	got, err := client.AppToken(ctx, &mastodon.App{
		ClientID: app.ClientID, ClientSecret: app.ClientSecret, RedirectURI: s.redirectURI(client.Server())}, scopes)
	if err != nil {
		b.log.Printf("%s: %v", client.Server(), err)
		return appToken{}, err
	}
	token := appToken{AccessToken: got.AccessToken, TokenType: "Bearer", Scope: got.Scope}
	if !got.CreatedAt.IsZero() {
		token.CreatedAt = got.CreatedAt.Unix()
	}
	key := "token/" + registrationKey(client.Server(), s)
	b.save(ctx, key, token, tokenLife)
	return token, nil
}

// load reads what is kept under a key. What it cannot read is as good as
// nothing.
func load[T any](ctx context.Context, b *broker, key string) (kept T, found bool, err error) {
	text, found, err := b.store.Get(ctx, key)
	if err != nil {
		b.log.Printf("storage: get %s: %v", key, err)
		return kept, false, fmt.Errorf("edge: storage: %w", err)
	}
	return kept, found && json.Unmarshal([]byte(text), &kept) == nil, nil
}

// save keeps a value. The visitor at hand is served all the same where it
// fails.
func (b *broker) save(ctx context.Context, key string, value any, life time.Duration) {
	text, err := json.Marshal(value)
	if err == nil {
		err = b.store.Put(ctx, key, string(text), life)
	}
	if err != nil {
		b.log.Printf("storage: put %s: %v", key, err)
	}
}
