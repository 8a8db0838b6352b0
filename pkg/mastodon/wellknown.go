package mastodon

import (
	"context"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// HostMeta finds which server answers for the domain of handles that the
// client was given: example.org may name social.example.org. CodeUnreadable:
// it names none.
//
// GET /.well-known/host-meta
// https://www.rfc-editor.org/rfc/rfc6415
func (c *Client) HostMeta(ctx context.Context) (Server, error) {
	a, err := c.get(ctx, "get host-meta", "/.well-known/host-meta")
	if err != nil {
		return Server{}, err
	}
	template := ""
	if o, err := decodeObject(a.body); err == nil {
		template = linkOf(o, "lrdd", "").Text("template")
	} else {
		template = lrddTemplate(string(a.body))
	}
	return a.named(c.server, template)
}

// WebFinger finds which server has an account, given as alice@example.org.
// CodeNotFound: nobody has that name; CodeUnreadable: no server is named.
//
// GET /.well-known/webfinger
// https://www.rfc-editor.org/rfc/rfc7033
func (c *Client) WebFinger(ctx context.Context, account string) (Server, error) {
	a, err := c.get(ctx, "get webfinger", "/.well-known/webfinger?resource=acct%3A"+escape(strings.TrimPrefix(account, "@")))
	if err != nil {
		return Server{}, err
	}
	o, _ := decodeObject(a.body) // what is none has no link
	return a.named(c.server, linkOf(o, "self", "activity").Text("href"))
}

// linkOf finds a link by its relation and a part of its type.
func linkOf(o jsontext.Object, rel, typePart string) jsontext.Object {
	for _, item := range o.Items("links") {
		if link := item.Object(); link.Text("rel") == rel && strings.Contains(link.Text("type"), typePart) {
			return link
		}
	}
	return jsontext.Object{}
}

// named is the server of an address in an answer.
func (a answer) named(by Server, address string) (Server, error) {
	if server, ok := by.named(address); ok {
		return server, nil
	}
	return Server{}, a.unreadable(errNotExpected)
}

// lrddTemplate finds the template of <Link rel="lrdd" template="…"/> in XML,
// whatever the order of the attributes.
func lrddTemplate(text string) string {
	for {
		_, rest, found := strings.Cut(text, "<")
		if !found {
			return ""
		}
		if comment, is := strings.CutPrefix(rest, "!--"); is {
			_, text, _ = strings.Cut(comment, "-->")
			continue
		}
		rel, template := "", ""
		for {
			at := strings.IndexAny(rest, `"'>`)
			if at < 0 {
				return ""
			}
			if rest[at] == '>' {
				text = rest[at+1:]
				break
			}
			value, after, closed := strings.Cut(rest[at+1:], rest[at:at+1])
			if !closed {
				return ""
			}
			switch before := strings.Fields(strings.ReplaceAll(rest[:at], "=", " ")); {
			case len(before) == 0:
			case before[len(before)-1] == "rel":
				rel = value
			case before[len(before)-1] == "template":
				template = value
			}
			rest = after
		}
		if rel == "lrdd" && template != "" {
			return template
		}
	}
}
