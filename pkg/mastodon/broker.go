package mastodon

import (
	"context"
	"strings"
)

// Broker calls a site's own service that keeps the secret of its app with a
// server (pkg/edge), so that a page needs none.
type Broker struct {
	doer      Doer
	address   string
	server    Server
	returnURL string
}

// NewBroker returns the broker at an address, for one server and the site whose
// confirmation emails lead to the return URL.
func NewBroker(doer Doer, address string, server Server, returnURL string) *Broker {
	return &Broker{doer: doer, address: strings.TrimSuffix(address, "/"), server: server, returnURL: returnURL}
}

// TokenQuestion is what a broker is told by who asks for a token.
type TokenQuestion struct {
	Refused   string // a token that the server no longer takes; empty for none
	UsedUp    bool   // because too many calls were made with it
	Challenge string // the answer to what the broker wants solved first, good once
}

// Token asks for an app token of the server, of which the broker keeps some for
// minutes. It answers as /oauth/token does.
//
// POST /v1/app-token of the broker
func (b *Broker) Token(ctx context.Context, q TokenQuestion) (*Token, error) {
	form := b.form([2]string{"refused", q.Refused}, [2]string{"challenge", q.Challenge})
	if q.UsedUp {
		form = append(form, [2]string{"why", "used_up"})
	}
	return requestToken(ctx, b.doer, call{op: "get brokered app token", method: "POST", url: b.address + "/v1/app-token", form: form,
		secrets: []string{q.Refused, q.Challenge}})
}

// Invite asks about an invite to the server, which a browser cannot. The state
// is empty where the broker does not know.
//
// GET /v1/invite of the broker
func (b *Broker) Invite(ctx context.Context, code string) InviteState {
	a, err := exchange(ctx, b.doer, call{op: "ask about invite", method: "GET",
		url: b.address + "/v1/invite?server=" + escape(b.name()) + "&code=" + escape(code)})
	if err != nil {
		return ""
	}
	o, _ := decodeObject(a.body)
	return InviteState(o.Text("state"))
}

// Revoke makes the token of an account worthless that the site's app made.
//
// POST /v1/revoke of the broker
func (b *Broker) Revoke(ctx context.Context, token string) error {
	_, err := exchange(ctx, b.doer, call{op: "revoke token", method: "POST", url: b.address + "/v1/revoke",
		form: b.form([2]string{"token", token}), secrets: []string{token}})
	return err
}

// form names the server and the site, and what else is asked.
func (b *Broker) form(more ...[2]string) [][2]string {
	return append([][2]string{{"server", b.name()}, {"return_url", b.returnURL}}, more...)
}

// name is the server's, as the broker knows it.
func (b *Broker) name() string {
	if b.server.scheme == "http" {
		return b.server.Origin()
	}
	return b.server.Host()
}
