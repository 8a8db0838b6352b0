package signup

import (
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
)

func TestAHandleIsTakenInEveryForm(t *testing.T) {
	here, err := mastodon.ParseServer("new.social")
	assert.NoError(t, err)
	const page = "https://new.social/authorize_interaction?uri=acct%3A"
	for handle, want := range map[string]*Follow{
		"@alice@example.social":                        {"@alice@example.social", page + "alice%40example.social"},
		" alice@example.social ":                       {"@alice@example.social", page + "alice%40example.social"},
		"acct:al_ice@example.social":                   {"@al_ice@example.social", page + "al_ice%40example.social"},
		"https://example.social/@al.ice":               {"@al.ice@example.social", page + "al.ice%40example.social"},
		"https://example.social/users/alice/?x=@y.z#a": {"@alice@example.social", page + "alice%40example.social"},
		"@alice@Bücher.example":                        {"@alice@xn--bcher-kva.example", page + "alice%40xn--bcher-kva.example"},
		"@alice@localhost:3000":                        {"@alice@localhost:3000", page + "alice%40localhost%3A3000"},
		"":                                             nil,
		"alice":                                        nil,
		"@alice":                                       nil,
		"@alice@example":                               nil,
		"@al ice@example.social":                       nil,
		"@alice\"@example.social":                      nil,
		"https://example.social/about":                 nil,
		"https://example.social/@":                     nil,
		"https://example.social/@alice/1234":           nil,
		"javascript://example.social/@alice":           nil,
		"@alice@example.social@javascript:alert(1)":    nil,
	} {
		assert.Equal(t, want, followOn(here, dialectOf(server(mastodon.SoftwareGlitch, nil)).follow, handle), handle)
	}
}

func TestWhereToFollowDependsOnTheSoftware(t *testing.T) {
	here, err := mastodon.ParseServer("new.social")
	assert.NoError(t, err)
	for software, url := range map[string]string{
		mastodon.SoftwareHometown:   "https://new.social/authorize_interaction?uri=acct%3Aalice%40example.social",
		mastodon.SoftwareAkkoma:     "https://new.social/ostatus_subscribe?acct=alice%40example.social",
		mastodon.SoftwareGoToSocial: "https://example.social/@alice",
	} {
		assert.Equal(t, url, followOn(here, dialectOf(server(software, nil)).follow, "@alice@example.social").URL)
	}
}
