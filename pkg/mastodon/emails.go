package mastodon

import (
	"context"
	"errors"
	"strings"
)

// EmailConfirmed reports whether the account's address is confirmed. Confirmed
// does not mean approved. Since Mastodon 4.2; the token needs read:accounts.
//
// GET /api/v1/emails/check_confirmation
func (c *Client) EmailConfirmed(ctx context.Context, token string) (bool, error) {
	a, err := exchange(ctx, c.doer, call{op: "check confirmation", method: "GET",
		url: c.server.URL("/api/v1/emails/check_confirmation"), token: token})
	if err != nil {
		return false, err
	}
	confirmed, err := decodeBool(a.body)
	if err != nil {
		return false, a.unreadable(err)
	}
	return confirmed, nil
}

// ResendConfirmation sends the confirmation email again, to another address if
// one is given. It needs the token of the app that made the account, and works
// only until the address is confirmed; 5 times in half an hour. What is wrong
// with the address is in the error's Fields. The address is sent with its
// domain in ASCII.
//
// POST /api/v1/emails/confirmations
// https://docs.joinmastodon.org/methods/emails/#confirmation
func (c *Client) ResendConfirmation(ctx context.Context, token, email string) error {
	_, err := exchange(ctx, c.doer, call{op: "resend confirmation", method: "POST",
		url: c.server.URL("/api/v1/emails/confirmations"), token: token, json: encodeEmail(email)})
	var refused *Error
	if errors.As(err, &refused) && refused.Code == CodeInvalid && len(refused.Fields) == 0 {
		refused.addField("email", "", refused.Message) // it can be about nothing else
	}
	return err
}

// ASCIIAddress is an email address with its domain as the network has it:
// alice@möwe.example becomes alice@xn--mwe-sna.example. It reports whether the
// domain can be brought into that form.
func ASCIIAddress(address string) (ascii string, ok bool) {
	at := strings.LastIndexByte(address, '@') + 1
	if at == 0 || isASCII(address[at:]) {
		return address, true
	}
	domain, ok := toASCII(address[at:])
	return address[:at] + domain, ok
}

func isASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

// sentAddress is the form in which an address goes out: to most of the others
// Mastodon answers 500.
func sentAddress(address string) string {
	ascii, ok := ASCIIAddress(address)
	if !ok {
		return address
	}
	return ascii
}
