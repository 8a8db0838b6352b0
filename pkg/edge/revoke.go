package edge

import (
	"context"
	"net/http"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

const revokePath = "/v1/revoke"

// mostRevocations is how many tokens are given back to a server in a minute.
const mostRevocations = 120

// serveRevoke gives an account's token back to its server, which takes it only
// from the app that made the account.
func (b *broker) serveRevoke(w http.ResponseWriter, r *http.Request, origin string) {
	form, server, s, refused := b.read(w, r, origin)
	if refused != nil {
		refused.answer(w)
		return
	}
	token := form.Get("token")
	if !isBearerToken(token) {
		unreadableQuestion.answer(w)
		return
	}
	// A visitor who leaves wants it revoked all the same.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), patience)
	defer cancel()
	if refused := b.revoke(ctx, server, s, token); refused != nil {
		refused.answer(w)
		return
	}
	answer(w, http.StatusOK, struct{}{})
}

func (b *broker) revoke(ctx context.Context, server mastodon.Server, s site, token string) *refusal {
	if refused := b.spare(ctx, "revoke/"+server.Origin(), mostRevocations); refused != nil {
		return refused
	}
	// The app's own token is in the hands of all visitors, and no one's to revoke.
	var known, account bool
	err := b.call(ctx, server, "account", func(client *mastodon.Client) error {
		_, err := client.VerifyAccount(ctx, token)
		switch {
		case err == nil, mastodon.HasCode(err, mastodon.CodeUnconfirmed), mastodon.HasCode(err, mastodon.CodePending), mastodon.HasCode(err, mastodon.CodeDisabled):
			known, account = true, true
		case mastodon.HasCode(err, mastodon.CodeUnauthorized):
		case mastodon.HasCode(err, mastodon.CodeForbidden), mastodon.HasCode(err, mastodon.CodeInvalid):
			known = true
		default:
			return err
		}
		return nil
	})
	switch {
	case err != nil:
		return refusalOf(err)
	case !known: // it is worthless already
		return nil
	case !account:
		return tokenNotOurs
	}
	key := registrationKey(server, s)
	for n := range maxApps {
		app, found, err := load[credentials](ctx, b, "app/"+appKey(key, n))
		switch {
		case err != nil:
			return refusalOf(err)
		case !found:
			continue
		}
		foreign := false
		err = b.call(ctx, server, "revoke", func(client *mastodon.Client) error {
			err := client.RevokeToken(ctx, &mastodon.App{ClientID: app.ClientID, ClientSecret: app.ClientSecret}, token)
			if foreign = mastodon.HasCode(err, mastodon.CodeUnauthorizedClient); foreign {
				return nil
			}
			return err
		})
		if err != nil || !foreign {
			return asRefusal(err)
		}
	}
	return tokenNotOurs
}

// asRefusal is refusalOf, where nil is none.
func asRefusal(err error) *refusal {
	if err == nil {
		return nil
	}
	return refusalOf(err)
}

var tokenNotOurs = refuse(http.StatusForbidden, "token_not_ours", "That token is of no account that this site's app made.")
