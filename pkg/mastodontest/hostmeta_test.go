package mastodontest_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lrdd asks a host where it tells about handles.
func (v *visitor) lrdd(origin string) string {
	v.Helper()
	answer := v.get(origin+"/.well-known/host-meta", "Origin", "https://w.example")
	require.Equal(v, 200, answer.status)
	assert.Equal(v, "*", answer.header.Get("Access-Control-Allow-Origin"))
	assert.Contains(v, answer.header.Get("Content-Type"), "xml")
	var document struct {
		Links []struct {
			Rel      string `xml:"rel,attr"`
			Template string `xml:"template,attr"`
		} `xml:"Link"`
	}
	require.NoError(v, xml.Unmarshal([]byte(answer.body), &document))
	require.Len(v, document.Links, 1)
	assert.Equal(v, "lrdd", document.Links[0].Rel)
	return document.Links[0].Template
}

// §2: the domain in handles need not be the host of the API.
func TestADomainOfHandlesLeadsToItsServer(t *testing.T) {
	v := visit(t, mastodontest.Settings{AccountsAt: "https://social.example.org", Title: "Bakery"})
	v.server.AddUser("carol", "carol@example.org")
	const site = "https://example.org"
	assert.Equal(t, "https://social.example.org/.well-known/webfinger?resource={uri}", v.lrdd(site))
	for resource, self := range map[string]string{
		"acct:example.org@example.org": "https://social.example.org/actor",
		"acct:carol@example.org":       "https://social.example.org/users/carol",
		"acct:CAROL@EXAMPLE.ORG":       "https://social.example.org/users/carol",
		"acct:nobody@example.org":      "",
		"acct:carol@elsewhere.example": "",
	} {
		answer := v.get(site+"/.well-known/webfinger?resource="+resource, "Origin", "https://w.example")
		assert.Equal(t, "*", answer.header.Get("Access-Control-Allow-Origin"), resource)
		if self == "" {
			assert.Equal(t, 404, answer.status, resource)
			continue
		}
		assert.Equal(t, "application/jrd+json; charset=utf-8", answer.header.Get("Content-Type"), resource)
		assert.Contains(t, answer.body, `{"rel":"self","type":"application/activity+json","href":"`+self+`"}`, resource)
	}
	for _, path := range []string{"/api/v2/instance", "/api/v1/instance", "/.well-known/nodeinfo", "/nodeinfo/2.0", "/auth/sign_up"} {
		answer := v.get(site+path, "Origin", "https://w.example")
		assert.Equal(t, 404, answer.status, path)
		assert.Contains(t, answer.header.Get("Content-Type"), "text/html", path)
		assert.Equal(t, strings.HasPrefix(path, "/.well-known/"), answer.header.Get("Access-Control-Allow-Origin") != "", path)
	}
	assert.Contains(t, v.get(site+"/").body, "Bakery")
}

// Its own: WebFinger and host-meta tell of its own handles.
func TestServersTellAboutTheirOwnHandles(t *testing.T) {
	for _, software := range []mastodontest.Software{mastodontest.Mastodon, mastodontest.GoToSocial, mastodontest.Akkoma, mastodontest.Pleroma,
		mastodontest.Pixelfed, mastodontest.Friendica, mastodontest.Mitra} {
		t.Run(string(software), func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Software: software, Domain: "example.org"})
			assert.Equal(t, "https://example.social/.well-known/webfinger?resource={uri}", v.lrdd("https://example.social"))
			answer := v.get("/.well-known/webfinger?resource=acct:example.org@example.org", "Origin", "https://w.example")
			assert.Contains(t, answer.body, `"href":"https://example.social/actor"`)
			assert.Equal(t, "*", answer.header.Get("Access-Control-Allow-Origin"))
			assert.Equal(t, 400, v.get("/.well-known/webfinger").status)
		})
	}
}
