package mastodon

import (
	"context"
	"errors"
)

// InviteState tells what a server says of an invite.
type InviteState string

// The states of an invite.
const (
	InviteGood    InviteState = "good"
	InviteSpent   InviteState = "spent"   // it has expired or was used up, or whoever made it may invite nobody any more
	InviteUnknown InviteState = "unknown" // there is none with this code
)

// Invite asks about an invite. Mastodon tells programs from 4.3 on, and no
// browser: the answer has no CORS headers.
//
// GET /invite/:code
func (c *Client) Invite(ctx context.Context, code string) (InviteState, error) {
	a, err := c.get(ctx, "ask about invite", "/invite/"+escape(code))
	var refused *Error
	switch {
	case errors.As(err, &refused) && refused.Code == CodeUnauthorized:
		return InviteSpent, nil
	case errors.As(err, &refused) && refused.Code == CodeNotFound:
		return InviteUnknown, nil
	case err != nil:
		return "", err
	}
	o, err := decodeObject(a.body)
	if err == nil && o.Text("invite_code") == "" {
		err = errNotExpected
	}
	if err != nil {
		return "", a.unreadable(err)
	}
	return InviteGood, nil
}
