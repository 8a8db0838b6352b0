package mastodon

import (
	"context"
	"errors"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// NodeInfo tells what software a server runs.
type NodeInfo struct {
	Software          Software
	OpenRegistrations bool
}

// NodeInfo reads the server's NodeInfo document, which every fediverse
// software has. Browsers can read it on Mastodon from 4.3 on.
//
// GET /.well-known/nodeinfo, then the document that it names
// https://nodeinfo.diaspora.software/protocol.html
func (c *Client) NodeInfo(ctx context.Context) (*NodeInfo, error) {
	const op = "get nodeinfo"
	a, err := c.get(ctx, op, "/.well-known/nodeinfo")
	if err != nil {
		return nil, err
	}
	index, err := decodeObject(a.body)
	if err != nil {
		return nil, a.unreadable(err)
	}
	server, path := c.nodeInfoLink(index)
	if path == "" {
		return nil, a.unreadable(errNotExpected)
	}
	o, err := NewClient(server, c.doer).getObject(ctx, op, path)
	if err != nil {
		var e *Error
		if errors.As(err, &e) && e.Cause == CauseCORS && path == pixelfedNodeInfo {
			return &NodeInfo{Software: Software{Name: SoftwarePixelfed}}, nil
		}
		return nil, err
	}
	software := Software{Name: softwareName(o.Object("software").Text("name")), Version: o.Object("software").Text("version")}
	if software.Name == SoftwareGoToSocial {
		software.Version = gotosocialVersion(software.Version)
	}
	return &NodeInfo{Software: software, OpenRegistrations: o.Flag("openRegistrations")}, nil
}

// pixelfedNodeInfo is where Pixelfed alone has the document, which it keeps
// from pages of other sites.
const pixelfedNodeInfo = "/api/nodeinfo/2.0.json"

// nodeInfoLink finds the document's server and path. A domain of handles names
// that of its web domain. One on yet another host is read as well: a server
// could redirect there anyway, or claim the same on its own host.
func (c *Client) nodeInfoLink(index jsontext.Object) (Server, string) {
	for _, item := range index.Items("links") {
		link := item.Object()
		if !strings.HasPrefix(link.Text("rel"), "http://nodeinfo.diaspora.software/ns/schema/2.") {
			continue
		}
		_, rest, _ := strings.Cut(link.Text("href"), "://")
		slash := strings.IndexByte(rest, '/')
		if server, ok := c.server.named(link.Text("href")); ok && slash >= 0 {
			return server, rest[slash:]
		}
	}
	return Server{}, ""
}
