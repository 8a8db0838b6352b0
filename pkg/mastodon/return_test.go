package mastodon_test

import (
	"net/url"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheReturnMarkIsAddedToThePagesAddress(t *testing.T) {
	for page, wanted := range map[string]string{
		"https://my.site/":             "https://my.site/?fedi-signup=example.social",
		"https://my.site":              "https://my.site?fedi-signup=example.social",
		"https://my.site/?a=b":         "https://my.site/?a=b&fedi-signup=example.social",
		"https://my.site/join#top":     "https://my.site/join?fedi-signup=example.social",
		"https://my.site/?a=b#top?x=y": "https://my.site/?a=b&fedi-signup=example.social",
		"http://localhost:8080/join?a": "http://localhost:8080/join?a&fedi-signup=example.social",
		"https://my.site/?a=%26&b=ü":   "https://my.site/?a=%26&b=ü&fedi-signup=example.social",
	} {
		server, err := mastodon.ParseServer("example.social")
		require.NoError(t, err)
		assert.Equal(t, wanted, mastodon.MarkedReturnURL(page, server), page)
	}
}

func TestTheReturnMarkNamesTheServerAsItsHostIs(t *testing.T) {
	for _, typed := range []string{"bücher.example", "example.social:8443", "http://[::1]:3000"} {
		server, err := mastodon.ParseServer(typed)
		require.NoError(t, err)
		marked, err := url.Parse(mastodon.MarkedReturnURL("https://my.site/?a=b", server))
		require.NoError(t, err)
		assert.Equal(t, url.Values{"a": {"b"}, mastodon.ReturnMark: {server.Host()}}, marked.Query())
	}
}
