package signup_test

import (
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// opened is a flow at the form of a server with rules in some languages.
func opened(b *testing.B) *signup.Flow {
	server := mastodontest.New(mastodontest.Settings{Registrations: mastodontest.Approval, MinAge: 16, Rules: []mastodontest.Rule{
		{Text: "Be kind.", Translations: map[string]mastodontest.RuleText{"de": {Text: "Sei freundlich."}, "fr": {Text: "Sois gentil."}}},
		{Text: "No spam.", Hint: "Neither by hand."},
	}})
	flow := signup.New(signup.Config{Doer: nethttp.New(server.Client())})
	b.Cleanup(flow.Close)
	if err := flow.Open(b.Context(), host); err != nil {
		b.Fatal(err)
	}
	return flow
}

// What a snapshot costs that crosses to JavaScript.
func BenchmarkSnapshot(b *testing.B) {
	flow := opened(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := flow.Snapshot().MarshalJSON(); err != nil {
			b.Fatal(err)
		}
	}
}

// What each key in the form costs.
func BenchmarkCheck(b *testing.B) {
	flow := opened(b)
	b.ReportAllocs()
	for b.Loop() {
		flow.Check(values())
	}
}
