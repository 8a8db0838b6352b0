package mastodon_test

import (
	"encoding/json"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAServerHasHandlesOfItsOwnNameUntilAnotherIsProven(t *testing.T) {
	for _, c := range []struct{ at, said, domain, claimed string }{
		{"example.social", "example.social", "example.social", ""},
		{"example.social", "Example.Social.", "example.social", ""},
		{"example.social", "https://example.social/about", "example.social", ""},
		{"example.social", "", "example.social", ""},
		{"xn--bcher-kva.example", "bücher.example", "xn--bcher-kva.example", ""},
		{"xn--bcher-kva.example", "bu\u0308cher.example", "xn--bcher-kva.example", ""},
		{"example.social:8443", "example.social:8443", "example.social:8443", ""},

		{"social.example.org", "example.org", "social.example.org", "example.org"},
		{"a.b.example.org", "example.org", "a.b.example.org", "example.org"},
		{"example.org", "social.example.org", "example.org", "social.example.org"},
		{"www.example.org", "example.org", "www.example.org", "example.org"},
		{"tenant.masto.host", "masto.host", "tenant.masto.host", "masto.host"},
		{"evil.github.io", "github.io", "evil.github.io", "github.io"},
		{"x.co.uk", "co.uk", "x.co.uk", "co.uk"},
		{"example.social:8443", "example.social", "example.social:8443", "example.social"},
		{"mastodon.hosting.example", "example.org", "mastodon.hosting.example", "example.org"},
		{"social.example.org", "forum.example.org", "social.example.org", "forum.example.org"},
		{"notexample.org", "example.org", "notexample.org", "example.org"},
		{"example.org.evil.example", "example.org", "example.org.evil.example", "example.org"},
		{"example.social", "example.social:8443", "example.social", "example.social:8443"},
		{"example.social", "еxample.social", "example.social", "xn--xample-2of.social"},

		{"example.social", "localhost", "example.social", ""},
		{"example.social", "127.0.0.1:8080", "example.social", ""},
		{"example.social", "social", "example.social", ""},
		{"example.social", "192.0.2.7", "example.social", ""},
		{"example.social", "alice@bank.example", "example.social", ""},
		{"example.social", "bank.example#", "example.social", ""},
		{"example.social", "bank.example?x", "example.social", ""},
		{"example.social", "bank.example \u202egro", "example.social", ""},
		{"example.social", "bank\u0000.example", "example.social", ""},
		{"example.social", "bank.exa\u202emple", "example.social", ""},
		{"example.social", "\u2066bank.example\u2069", "example.social", ""},
		{"example.social", "bank.example\n@x", "example.social", ""},
		{"example.social", "javascript:alert(1)", "example.social", ""},
		{"example.social", "xn--a.example", "example.social", ""},

		{"http://localhost:3000", "tidepool.example", "tidepool.example", ""},
		{"http://127.0.0.1:8081", "127.0.0.1:8081", "127.0.0.1:8081", ""},
	} {
		for path, member := range map[string]string{"/api/v2/instance": "domain", "/api/v1/instance": "uri"} {
			server, err := mastodon.ParseServer(c.at)
			require.NoError(t, err)
			said, err := json.Marshal(c.said)
			require.NoError(t, err)
			document := `{"version":"4.5.0","registrations":true,"` + member + `":` + string(said) + `}`
			i, err := mastodon.NewClient(server, web{server.URL(path): document}).Instance(t.Context())
			require.NoError(t, err)
			assert.Equal(t, c.domain, i.Domain, "%s says %q", c.at, c.said)
			assert.Equal(t, c.claimed, i.Claimed.Host(), "%s says %q", c.at, c.said)
		}
	}
}

func TestGoToSocialsAccountDomainIsTheOneItClaims(t *testing.T) {
	i, err := client(t, byPath{"/api/v1/instance": `{"version":"0.18.3+git-1a2b3c4","uri":"example.social","account_domain":"social","registrations":true}`}).Instance(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "example.social", i.Domain)
	server, err := mastodon.ParseServer("gts.example.org")
	require.NoError(t, err)
	i, err = mastodon.NewClient(server, web{"https://gts.example.org/api/v2/instance": `{"version":"0.18.3+git-1a2b3c4","domain":"gts.example.org","account_domain":"example.org"}`}).Instance(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "gts.example.org", i.Domain)
	assert.Equal(t, "example.org", i.Claimed.Host())
}
