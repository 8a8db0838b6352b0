package mastodon

import (
	"context"
	"strings"
)

// AppRegistration is what an app tells a server about itself.
type AppRegistration struct {
	Name        string // at most 60 characters; named in the confirmation email
	RedirectURI string // absolute, without a fragment; the confirmation email's link leads there
	Scopes      string // separated by spaces
	Website     string // absolute address; may be empty
}

// App is an app that a server knows.
type App struct {
	ID           string
	Name         string
	Website      string
	RedirectURI  string
	Scopes       []string // empty before Mastodon 4.3
	ClientID     string
	ClientSecret string
}

// RegisterApp makes an app known to the server. Servers take 5 of them in ten
// minutes from one network. The request is a form, so that a browser sends it
// without a preflight.
//
// POST /api/v1/apps
// https://docs.joinmastodon.org/methods/apps/#create
func (c *Client) RegisterApp(ctx context.Context, r AppRegistration) (*App, error) {
	const op = "register app"
	a, err := exchange(ctx, c.doer, call{op: op, method: "POST", url: c.server.URL("/api/v1/apps"), form: [][2]string{
		{"client_name", r.Name}, {"redirect_uris", r.RedirectURI}, {"scopes", r.Scopes}, {"website", r.Website}}})
	if err != nil {
		return nil, err
	}
	app, err := decodeApp(a.body)
	if err == nil && (app.ClientID == "" || app.ClientSecret == "") {
		err = errNotExpected
	}
	if err != nil {
		return nil, a.unreadable(err)
	}
	return app, nil
}

func decodeApp(body []byte) (*App, error) {
	o, err := decodeObject(body)
	if err != nil {
		return nil, err
	}
	redirect, _, _ := strings.Cut(o.Text("redirect_uri"), "\n")
	return &App{
		ID: o.Identifier("id"), Name: o.Text("name"), Website: o.Text("website"), RedirectURI: redirect,
		Scopes: o.Texts("scopes", maxWords), ClientID: o.Text("client_id"), ClientSecret: o.Text("client_secret"),
	}, nil
}

// AppLimit asks how many more calls the server takes with a token; nil where it
// does not tell. The asking is a call itself.
//
// GET /api/v1/apps/verify_credentials
// https://docs.joinmastodon.org/methods/apps/#verify_credentials
func (c *Client) AppLimit(ctx context.Context, token string) (*RateLimit, error) {
	a, err := exchange(ctx, c.doer, call{op: "verify app", method: "GET", url: c.server.URL("/api/v1/apps/verify_credentials"), token: token})
	return a.rateLimit, err
}
