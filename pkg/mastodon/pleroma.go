package mastodon

import (
	"context"
	"strings"
)

// Captcha is a puzzle that Pleroma and Akkoma want solved before a sign-up. It
// is good for one try.
type Captcha struct {
	Type       string // "native", "kocaptcha"; "none" where the server wants none solved
	Token      string // sent back with the solution, as is AnswerData
	Image      string // address of the picture to read, which may be a data: address
	AnswerData string
	Seconds    int // how long it is good for; 0 if unknown
}

// maxPicture is the size of a captcha that is in its address. Real ones take a
// tenth.
const maxPicture = 200_000

// Captcha asks Pleroma or Akkoma for a new captcha. CodeNotFound: the server
// knows of none.
//
// GET /api/v1/pleroma/captcha, GET /api/pleroma/captcha
// https://docs.akkoma.dev/stable/development/API/pleroma_api/
func (c *Client) Captcha(ctx context.Context) (*Captcha, error) {
	const op = "get captcha"
	a, err := c.get(ctx, op, "/api/v1/pleroma/captcha")
	if HasCode(err, CodeNotFound) { // an older Pleroma
		a, err = c.get(ctx, op, "/api/pleroma/captcha")
	}
	if err != nil {
		return nil, err
	}
	captcha, err := c.decodeCaptcha(a.body)
	if err != nil {
		return nil, a.unreadable(err)
	}
	return captcha, nil
}

func (c *Client) decodeCaptcha(body []byte) (*Captcha, error) {
	o, err := decodeObject(body)
	if err != nil {
		return nil, err
	}
	if o.Text("type") == "none" {
		return &Captcha{Type: "none"}, nil
	}
	captcha := &Captcha{Type: o.Text("type"), Token: o.Text("token"), Image: o.Text("url"),
		AnswerData: o.Text("answer_data"), Seconds: max(o.Int("seconds_valid"), 0)}
	shown := len(captcha.Image) <= maxPicture && (strings.HasPrefix(captcha.Image, "data:image/") || strings.HasPrefix(captcha.Image, "https://") ||
		strings.HasPrefix(captcha.Image, "http://") && c.server.scheme == "http")
	if captcha.Type == "" || captcha.Token == "" || !shown {
		return nil, errNotExpected // nobody could solve it
	}
	return captcha, nil
}

// ResendPleromaConfirmation sends Pleroma's or Akkoma's confirmation email
// again. It needs no token, and does not say whether an account is unknown or
// confirmed already; 5 times in 2.4 hours. The name is in the address, where
// these servers look for it.
//
// POST /api/v1/pleroma/accounts/confirmation_resend
// https://docs.akkoma.dev/stable/development/API/pleroma_api/
func (c *Client) ResendPleromaConfirmation(ctx context.Context, username string) error {
	_, err := exchange(ctx, c.doer, call{op: "resend confirmation", method: "POST",
		url: c.server.URL("/api/v1/pleroma/accounts/confirmation_resend?nickname=" + escape(username))})
	return err
}
