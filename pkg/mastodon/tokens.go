package mastodon

import (
	"context"
	"time"
)

// Token is an access token.
type Token struct {
	AccessToken string
	TokenType   string // "Bearer"
	Scope       string // separated by spaces
	CreatedAt   time.Time
}

// AppToken asks for a token of the app itself (grant client_credentials). The
// scope must be among the app's. Servers give the same token to everybody who
// asks with the same app and scope.
//
// POST /oauth/token
// https://docs.joinmastodon.org/methods/oauth/#token
func (c *Client) AppToken(ctx context.Context, app *App, scope string) (*Token, error) {
	return requestToken(ctx, c.doer, call{op: "get app token", method: "POST", url: c.server.URL("/oauth/token"), form: [][2]string{
		{"grant_type", "client_credentials"}, {"client_id", app.ClientID}, {"client_secret", app.ClientSecret},
		{"scope", scope},
		{"redirect_uri", app.RedirectURI}, // GoToSocial demands it
	}, secrets: []string{app.ClientID, app.ClientSecret}})
}

func requestToken(ctx context.Context, doer Doer, c call) (*Token, error) {
	a, err := exchange(ctx, doer, c)
	if err != nil {
		return nil, err
	}
	token, err := decodeToken(a.body)
	if err != nil {
		return nil, a.unreadable(err)
	}
	return token, nil
}

// RevokeToken makes a token of the app worthless. The server answers alike for
// a token that it does not know. Before Mastodon 4.3 a browser cannot read the
// answer, though the token is revoked.
//
// POST /oauth/revoke
// https://docs.joinmastodon.org/methods/oauth/#revoke
func (c *Client) RevokeToken(ctx context.Context, app *App, token string) error {
	_, err := exchange(ctx, c.doer, call{op: "revoke token", method: "POST", url: c.server.URL("/oauth/revoke"), form: [][2]string{
		{"token", token}, {"client_id", app.ClientID}, {"client_secret", app.ClientSecret}}, secrets: []string{token, app.ClientID, app.ClientSecret}})
	return err
}

func decodeToken(body []byte) (*Token, error) {
	o, err := decodeObject(body)
	if err != nil {
		return nil, err
	}
	t := &Token{AccessToken: o.Text("access_token"), TokenType: o.Text("token_type"), Scope: o.Text("scope")}
	if t.AccessToken == "" {
		return nil, errNotExpected
	}
	if at := o.Int64("created_at"); at > 0 && at <= latestTime {
		t.CreatedAt = time.Unix(at, 0).UTC()
	}
	return t, nil
}
