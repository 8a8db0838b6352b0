package edge

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

const invitePath = "/v1/invite"

// inviteCode is one that can be put into an address as it is. Mastodon's have
// eight characters.
var inviteCode = regexp.MustCompile(`^[A-Za-z0-9]{1,100}$`)

// inviteLife is for how long an answer about an invite holds: it may be used up
// at any time.
const inviteLife = 30 * time.Second

// mostInvites is how many invites are asked of a server in a minute, by whoever
// tries them.
const mostInvites = 60

// serveInvite asks a server about an invite, which its pages tell programs but
// no page of another site.
func (b *broker) serveInvite(w http.ResponseWriter, r *http.Request, _ string) {
	query, _ := url.ParseQuery(r.URL.RawQuery)
	server, err := mastodon.ParseServer(query.Get("server"))
	code := query.Get("code")
	switch {
	case err != nil || !inviteCode.MatchString(code):
		noInvite.answer(w)
		return
	case !b.servers[server]:
		serverNotListed.answer(w)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	if refused := b.spare(ctx, "invite/"+server.Origin(), mostInvites); refused != nil {
		refused.answer(w)
		return
	}
	var state mastodon.InviteState
	err = b.call(ctx, server, "invite", func(client *mastodon.Client) (err error) {
		state, err = client.Invite(ctx, code)
		return err
	})
	if err != nil {
		refusalOf(err).answer(w)
		return
	}
	repeatable(w, inviteLife)
	answer(w, http.StatusOK, struct {
		State mastodon.InviteState `json:"state"`
	}{state})
}
