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
// could redirect there, and could claim on its own whatever stands in it.
func (c *Client) nodeInfoLink(index jsontext.Object) (Server, string) {
	for item := range index.Items("links") {
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

// AuthorizationServer is what a server says of its OAuth endpoints.
type AuthorizationServer struct {
	Issuer                  string
	AuthorizationEndpoint   string
	TokenEndpoint           string
	RevocationEndpoint      string
	AppRegistrationEndpoint string
	ScopesSupported         []string
	GrantTypesSupported     []string
}

// AuthorizationServer reads the server's OAuth metadata. Since Mastodon 4.3.
//
// GET /.well-known/oauth-authorization-server
func (c *Client) AuthorizationServer(ctx context.Context) (*AuthorizationServer, error) {
	o, err := c.getObject(ctx, "get authorization server", "/.well-known/oauth-authorization-server")
	if err != nil {
		return nil, err
	}
	return &AuthorizationServer{
		Issuer: o.Text("issuer"), AuthorizationEndpoint: o.Text("authorization_endpoint"),
		TokenEndpoint: o.Text("token_endpoint"), RevocationEndpoint: o.Text("revocation_endpoint"),
		AppRegistrationEndpoint: o.Text("app_registration_endpoint"),
		ScopesSupported:         o.Texts("scopes_supported", maxWords), GrantTypesSupported: o.Texts("grant_types_supported", maxWords),
	}, nil
}
