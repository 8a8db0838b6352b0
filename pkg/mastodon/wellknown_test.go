package mastodon_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const hostMeta = `<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" template="https://social.example.com/.well-known/webfinger?resource={uri}"/>
</XRD>`

func TestHostMetaNamesTheServerOfADomain(t *testing.T) {
	const link = "https://social.example.com/.well-known/webfinger?resource={uri}"
	for name, body := range map[string]string{
		"as Mastodon writes it":     hostMeta,
		"as Friendica writes it":    `<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0' xmlns:hm='x'><hm:Host>example.com</hm:Host><Link rel='lrdd' type="application/xrd+xml" template='` + link + `' /><Link rel="http://oexchange.org/spec/0.8/rel/resident-target" href="https://other.example/x"/></XRD>`,
		"another order":             `<XRD><Link template="` + link + `" type="application/jrd+json" rel="lrdd"></Link></XRD>`,
		"over several lines":        "<XRD><Link\n\trel = \"lrdd\"\n\ttemplate = \"" + link + "\"\n/></XRD>",
		"a prefix":                  `<x:XRD><x:Link rel="lrdd" template="` + link + `"/></x:XRD>`,
		"a bracket in an attribute": `<XRD><Link rel="lrdd" title="a > b < c" template="` + link + `"/></XRD>`,
		"after other links":         `<XRD><Link rel="describedby" template="https://other.example/"/><Link rel="lrdd"/><Link rel="lrdd" template="` + link + `"/></XRD>`,
		"after a comment":           `<XRD><!-- <Link rel="lrdd" template="https://other.example/"/> it's old --><Link rel="lrdd" template="` + link + `"/></XRD>`,
		"in JSON":                   `{"links":[{"rel":"describedby","template":"https://other.example/"},{"rel":"lrdd","template":"` + link + `"}]}`,
		"an old address":            `<XRD><Link rel="lrdd" template="http://social.example.com/webfinger/{uri}"/></XRD>`,
	} {
		t.Run(name, func(t *testing.T) {
			doer := &answering{status: 200, body: body}
			server, err := client(t, doer).HostMeta(t.Context())
			require.NoError(t, err)
			assert.Equal(t, "https://social.example.com", server.Origin())
			assert.Equal(t, []string{"/.well-known/host-meta"}, doer.paths)
		})
	}
}

func TestHostMetaWithoutAServerSaysSo(t *testing.T) {
	for name, body := range map[string]string{
		"another relation":      strings.Replace(hostMeta, "lrdd", "lrd", 1),
		"no template":           strings.Replace(hostMeta, "template", "href", 1),
		"a relative address":    strings.Replace(hostMeta, "https://social.example.com", "", 1),
		"another scheme":        strings.Replace(hostMeta, "https://", "ftp://", 1),
		"a password":            strings.Replace(hostMeta, "social.", "me:secret@social.", 1),
		"an address of a host":  strings.Replace(hostMeta, "social.example.com", "192.0.2.7", 1),
		"the visitor's machine": strings.Replace(hostMeta, "https://social.example.com", "http://localhost:8080", 1),
		"the same by https":     strings.Replace(hostMeta, "social.example.com", "127.0.0.1:8443", 1),
		"one of its names":      strings.Replace(hostMeta, "social.example.com", "db.localhost", 1),
		"its newer address":     strings.Replace(hostMeta, "social.example.com", "[::1]:8443", 1),
		"no link":               "<XRD></XRD>",
		"a comment alone":       `<XRD><!-- <Link rel="lrdd" template="https://other.example/"/> --></XRD>`,
		"an open comment":       `<XRD><!-- <Link rel="lrdd" template="https://other.example/"/>`,
		"truncated":             hostMeta[:strings.Index(hostMeta, "/.well-known")],
		"half a tag":            `<Link rel="lrdd"`,
		"nameless attributes":   `<"lrdd" = "https://other.example/">`,
		"JSON without links":    `{"links":{"rel":"lrdd"}}`,
		"a page":                "<!DOCTYPE html><html lang='en'><body><p>rel=\"lrdd\" template=\"https://other.example/\"</p>",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client(t, &answering{status: 200, body: body}).HostMeta(t.Context())
			assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable), err)
		})
	}
	_, err := client(t, byPath{}).HostMeta(t.Context())
	assert.True(t, mastodon.HasCode(err, mastodon.CodeNotFound))
}

func TestALocalServerMayNameALocalOne(t *testing.T) {
	local, err := mastodon.ParseServer("http://127.0.0.1:8081")
	require.NoError(t, err)
	body := `<XRD><Link rel="lrdd" template="http://localhost:3000/.well-known/webfinger?resource={uri}"/></XRD>`
	server, err := mastodon.NewClient(local, &answering{status: 200, body: body}).HostMeta(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "http://localhost:3000", server.Origin())
}

func TestWebFingerNamesTheServerOfAnAccount(t *testing.T) {
	for name, links := range map[string]string{
		"as Mastodon writes it": `{"rel":"http://webfinger.net/rel/profile-page","type":"text/html","href":"https://other.example/@alice"},
			{"rel":"self","type":"application/activity+json","href":"https://social.example.com/users/alice"},
			{"rel":"http://ostatus.org/schema/1.0/subscribe","template":"https://social.example.com/authorize_interaction?uri={uri}"}`,
		"the long type":      `{"rel":"self","type":"application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"","href":"https://social.example.com/users/alice"}`,
		"beside other types": `{"rel":"self","type":"text/html","href":"https://other.example/"},{"rel":"self","type":"application/activity+json","href":"https://social.example.com/u/1"}`,
	} {
		t.Run(name, func(t *testing.T) {
			for _, account := range []string{"alice@example.com", "@alice@example.com"} {
				doer := &answering{status: 200, body: `{"subject":"acct:alice@example.com","links":[` + links + `]}`}
				server, err := client(t, doer).WebFinger(t.Context(), account)
				require.NoError(t, err)
				assert.Equal(t, "https://social.example.com", server.Origin())
				assert.Equal(t, []string{"/.well-known/webfinger?resource=acct%3Aalice%40example.com"}, doer.paths)
			}
		})
	}
}

func TestWebFingerWithoutAServerSaysSo(t *testing.T) {
	for name, links := range map[string]string{
		"none": "", "another relation": `{"rel":"me","type":"application/activity+json","href":"https://social.example.com/"}`,
		"another type": `{"rel":"self","type":"text/html","href":"https://social.example.com/"}`,
		"no address":   `{"rel":"self","type":"application/activity+json"}`,
		"a path":       `{"rel":"self","type":"application/activity+json","href":"/users/alice"}`,
		"odd members":  `{"rel":1,"type":[],"href":{}},null,7`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client(t, &answering{status: 200, body: `{"links":[` + links + `]}`}).WebFinger(t.Context(), "alice@example.com")
			assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable), err)
		})
	}
	_, err := client(t, byPath{}).WebFinger(t.Context(), "alice@example.com")
	assert.True(t, mastodon.HasCode(err, mastodon.CodeNotFound))
}

func nodeInfoIndex(version, href string) string {
	return `{"links":[{"rel":"https://www.w3.org/ns/activitystreams#Application","href":"https://example.social/x"},null,` +
		`{"rel":"http://nodeinfo.diaspora.software/ns/schema/` + version + `","href":"` + href + `"}]}`
}

const nodeInfoDocument = `{"version":"2.0","software":{"name":"Mastodon","version":"4.5.3"},"openRegistrations":true}`

func TestNodeInfoFollowsTheLinkToItsDocument(t *testing.T) {
	for name, pages := range map[string]web{
		"2.0":        {"index": nodeInfoIndex("2.0", "https://example.social/nodeinfo/2.0"), "https://example.social/nodeinfo/2.0": nodeInfoDocument},
		"2.1":        {"index": nodeInfoIndex("2.1", "https://example.social/nodeinfo/2.1.json?x=y"), "https://example.social/nodeinfo/2.1.json?x=y": nodeInfoDocument},
		"http":       {"index": nodeInfoIndex("2.0", "http://example.social/nodeinfo/2.0"), "https://example.social/nodeinfo/2.0": nodeInfoDocument},
		"web domain": {"index": nodeInfoIndex("2.0", "https://web.example/nodeinfo/2.0"), "https://web.example/nodeinfo/2.0": nodeInfoDocument},
		"a domain that redirects to its web domain": {"index": "-> https://web.example/.well-known/nodeinfo",
			"https://web.example/.well-known/nodeinfo": nodeInfoIndex("2.0", "https://web.example/nodeinfo/2.0"),
			"https://web.example/nodeinfo/2.0":         nodeInfoDocument},
	} {
		t.Run(name, func(t *testing.T) {
			pages["https://example.social/.well-known/nodeinfo"] = pages["index"]
			info, err := client(t, pages).NodeInfo(t.Context())
			require.NoError(t, err)
			assert.Equal(t, &mastodon.NodeInfo{Software: mastodon.Software{Name: "mastodon", Version: "4.5.3"}, OpenRegistrations: true}, info)
		})
	}
}

// keptFromPages is a Doer of a browser's page that can read what is well known
// and nothing else.
type keptFromPages struct{ mastodon.Doer }

func (d keptFromPages) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if !strings.Contains(r.URL, "/.well-known/") {
		return nil, &mastodon.NoAnswer{Cause: mastodon.CauseCORS, Err: errors.New("Failed to fetch")}
	}
	return d.Doer.Do(ctx, r)
}

func TestPixelfedIsKnownByWhereItsNodeInfoIs(t *testing.T) {
	kept := keptFromPages{web{"https://example.social/.well-known/nodeinfo": nodeInfoIndex("2.0", "https://example.social/api/nodeinfo/2.0.json")}}
	info, err := client(t, kept).NodeInfo(t.Context())
	require.NoError(t, err)
	assert.Equal(t, &mastodon.NodeInfo{Software: mastodon.Software{Name: mastodon.SoftwarePixelfed}}, info)
}

func TestNodeInfoFollowsNoOtherLink(t *testing.T) {
	for name, index := range map[string]string{
		"version 1":             nodeInfoIndex("1.0", "https://example.social/nodeinfo/1.0"),
		"a path":                nodeInfoIndex("2.0", "/nodeinfo/2.0"),
		"no path":               nodeInfoIndex("2.0", "https://example.social"),
		"the visitor's machine": nodeInfoIndex("2.0", "http://localhost:8080/nodeinfo/2.0"),
		"the network's inside":  nodeInfoIndex("2.0", "https://192.0.2.7/nodeinfo/2.0"),
		"a password":            nodeInfoIndex("2.0", "https://a:b@example.social/nodeinfo/2.0"),
		"another scheme":        nodeInfoIndex("2.0", "ftp://example.social/nodeinfo/2.0"),
		"no links":              `{"links":null}`,
	} {
		t.Run(name, func(t *testing.T) {
			doer := &answering{status: 200, body: index}
			_, err := client(t, doer).NodeInfo(t.Context())
			assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable), err)
			assert.Len(t, doer.paths, 1)
		})
	}
	_, err := client(t, web{"https://example.social/.well-known/nodeinfo": nodeInfoIndex("2.0", "https://example.social/nodeinfo/2.0")}).NodeInfo(t.Context())
	assert.True(t, mastodon.HasCode(err, mastodon.CodeNotFound))
}
