package signup_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

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

// The most languages that a document can hold: the page stands still while they are read.
func BenchmarkManyLanguages(b *testing.B) {
	var translations strings.Builder
	for i := range 50_000 {
		translations.WriteString(`"` + strconv.FormatInt(int64(i), 36) + `":{"text":"t"},`)
	}
	document := []byte(`{"version":"4.5.3","source_url":"https://github.com/mastodon/mastodon","domain":"example.social","registrations":{"enabled":true},` +
		`"rules":[{"id":"1","text":"Be kind.","translations":{` + translations.String() + `"de":{"text":"Sei nett."}}}]}`)
	for b.Loop() {
		form, ok := signup.FormIn(document, host, []string{"de"}, time.Now())
		if !ok || form.Snapshot.Rules[0].Translations["de"].Text != "Sei nett." {
			b.Fatal("there is no form")
		}
	}
}
