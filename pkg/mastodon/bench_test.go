package mastodon_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// A large server: thirty rules in twenty languages.
func BenchmarkInstance(b *testing.B) {
	translations := []string{}
	for i := range 20 {
		translations = append(translations, fmt.Sprintf(`"l%d":{"text":%q,"hint":%q}`, i, strings.Repeat("Be kind. ", 8), strings.Repeat("To everybody. ", 20)))
	}
	rule := `{"id":"1","text":"Be kind.","hint":"","translations":{` + strings.Join(translations, ",") + `}}`
	body := `{"domain":"example.social","version":"4.5.15","rules":[` + strings.Repeat(rule+",", 29) + rule + `]}`
	c := client(b, &answering{status: 200, body: body})
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Instance(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

// The worst that a server can answer: as much as is read, all of it details.
func BenchmarkLargestRefusal(b *testing.B) {
	details := []string{}
	for i := range 12_000 {
		details = append(details, fmt.Sprintf(`"field_%d":[{"error":"ERR_ODD","description":"is odd in some way"}]`, i))
	}
	body := `{"error":"Validation failed","details":{` + strings.Join(details, ",") + `}}`
	c := client(b, &answering{status: 422, body: body})
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		_, err := c.CreateAccount(b.Context(), "app-token", mastodon.Registration{Username: "alice", Password: "correct horse"})
		if !mastodon.HasCode(err, mastodon.CodeInvalid) {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseServer(b *testing.B) {
	for b.Loop() {
		if _, err := mastodon.ParseServer("https://münchen.social/@me"); err != nil {
			b.Fatal(err)
		}
	}
}
