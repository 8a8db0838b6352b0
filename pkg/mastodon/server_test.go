package mastodon_test

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

func TestParseServerTakesWhatPeopleType(t *testing.T) {
	for typed, origin := range map[string]string{
		"example.social":                    "https://example.social",
		"  example.social\n":                "https://example.social",
		"EXAMPLE.Social.":                   "https://example.social",
		"https://example.social/about":      "https://example.social",
		"http://example.social":             "https://example.social",
		"HTTPS://example.social?x#y":        "https://example.social",
		"//example.social/":                 "https://example.social",
		"example.social/@me":                "https://example.social",
		"@me@example.social":                "https://example.social",
		"me@example.social":                 "https://example.social",
		"acct:me@example.social":            "https://example.social",
		"example.social:8443":               "https://example.social:8443",
		"https://example.social:443":        "https://example.social",
		"a.b.c.example.social":              "https://a.b.c.example.social",
		"xn--bcher-kva.example":             "https://xn--bcher-kva.example",
		"bücher.example":                    "https://xn--bcher-kva.example",
		"BÜCHER.example":                    "https://xn--bcher-kva.example",
		"例え。テスト":                            "https://xn--r8jz45g.xn--zckzah",
		"ｅｘａｍｐｌｅ．ｓｏｃｉａｌ":                    "https://example.social",
		"@me@мастодон.рф":                   "https://xn--80aiwgdbsi.xn--p1ai",
		"localhost":                         "https://localhost",
		"http://localhost:3000/about":       "http://localhost:3000",
		"http://127.0.0.1:8081":             "http://127.0.0.1:8081",
		"http://[::1]:8081":                 "http://[::1]:8081",
		"http://mastodon.localhost":         "http://mastodon.localhost",
		"http://127.0.0.1.example.social":   "https://127.0.0.1.example.social",
		"https://example.social:0443/about": "https://example.social",
		"http://example.social:80/about":    "https://example.social",
		"http://example.social:8080":        "https://example.social:8080",
		"example.social:":                   "https://example.social",
		"example.social/to?u=https://a.b":   "https://example.social",
		"example.social?u=https://a.b":      "https://example.social",
		"acct:me@EXAMPLE.social":            "https://example.social",
	} {
		server, err := mastodon.ParseServer(typed)
		if assert.NoError(t, err, "%q", typed) {
			assert.Equal(t, origin, server.Origin(), "%q", typed)
		}
	}
}

func TestParseServerRefusesWhatIsNoServerAndSaysWhy(t *testing.T) {
	for typed, reason := range map[string]mastodon.Reason{
		"":                                    mastodon.ReasonEmpty,
		"   ":                                 mastodon.ReasonEmpty,
		"https://":                            mastodon.ReasonEmpty,
		"@":                                   mastodon.ReasonEmpty,
		"ftp://example.social":                mastodon.ReasonScheme,
		"javascript:alert(1)":                 mastodon.ReasonScheme,
		"mailto:me@example.social":            mastodon.ReasonScheme,
		"https://me:secret@example.social":    mastodon.ReasonCredentials,
		"example.social:99999":                mastodon.ReasonPort,
		"example.social:0":                    mastodon.ReasonPort,
		"example.social:http":                 mastodon.ReasonPort,
		"192.0.2.7":                           mastodon.ReasonIPAddress,
		"0x7f.1":                              mastodon.ReasonIPAddress,
		"[2001:db8::1]":                       mastodon.ReasonIPAddress,
		"127.0.0.300":                         mastodon.ReasonIPAddress,
		"127.0.0.08":                          mastodon.ReasonIPAddress,
		"1.2.3.99999999999999999999":          mastodon.ReasonIPAddress,
		"example.0x":                          mastodon.ReasonIPAddress,
		"2001:db8::1":                         mastodon.ReasonIPAddress,
		"://example.social":                   mastodon.ReasonScheme,
		"mastodon":                            mastodon.ReasonNoDot,
		"example social":                      mastodon.ReasonBadCharacter,
		"exa_mple.social":                     mastodon.ReasonBadCharacter,
		"example.social\x00":                  mastodon.ReasonBadCharacter,
		"<b>.social":                          mastodon.ReasonBadCharacter,
		"\xff.social":                         mastodon.ReasonBadCharacter,
		"example..social":                     mastodon.ReasonBadLabel,
		"-example.social":                     mastodon.ReasonBadLabel,
		"example-.social":                     mastodon.ReasonBadLabel,
		strings.Repeat("a", 64) + ".social":   mastodon.ReasonBadLabel,
		strings.Repeat("ü", 1<<20) + ".a":     mastodon.ReasonBadLabel,
		strings.Repeat("abc.", 64) + "social": mastodon.ReasonTooLong,
	} {
		_, err := mastodon.ParseServer(typed)
		var refused *mastodon.ServerError
		if assert.ErrorAs(t, err, &refused, "%q", typed) {
			assert.Equal(t, reason, refused.Reason, "%q", typed)
			assert.Equal(t, typed, refused.Input)
			assert.Contains(t, err.Error(), string(reason))
		}
	}
}

func TestAServerKnowsItsAddresses(t *testing.T) {
	server, err := mastodon.ParseServer("http://localhost:3000")
	require.NoError(t, err)
	assert.Equal(t, "localhost:3000", server.Host())
	assert.Equal(t, "localhost:3000", server.String())
	assert.Equal(t, "http://localhost:3000/api/v2/instance", server.URL("/api/v2/instance"))
	again, err := mastodon.ParseServer(server.Origin())
	require.NoError(t, err)
	assert.Equal(t, server, again)
}

func FuzzParseServer(f *testing.F) {
	for _, seed := range []string{"example.social", "https://bücher.example/about", "@me@例え.テスト", "http://[::1]:8081", "ü", "a.b:1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, input string) {
		server, err := mastodon.ParseServer(input)
		if err != nil {
			return
		}
		again, err := mastodon.ParseServer(server.Origin())
		require.NoError(t, err)
		require.Equal(t, server, again, "what was understood is understood alike")
		for _, r := range server.Host() {
			require.Less(t, r, rune(0x80))
		}
	})
}

func TestNamesAreReadAsBrowsersReadThem(t *testing.T) {
	table, err := os.ReadFile("testdata/names.txt")
	require.NoError(t, err)
	for line := range strings.Lines(string(table)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		quoted, wanted, _ := strings.Cut(line, "\t")
		name, err := strconv.Unquote(quoted)
		require.NoError(t, err, line)
		server, err := mastodon.ParseServer(name)
		var refused *mastodon.ServerError
		if errors.As(err, &refused) {
			assert.Equal(t, wanted, "("+string(refused.Reason)+")", quoted)
		} else {
			assert.Equal(t, wanted, server.Host(), quoted)
		}
	}
}

// What is understood is understood alike when it comes back, decomposed, in
// capitals or encoded.
func FuzzNamesInOtherScripts(f *testing.F) {
	for _, seed := range []string{"bücher", "例え", "почта", "ελλάδα", "한국", "ไทย", "münchen-ost", "ñandú1", "中国互联网", "xn--bcher-kva", "xn--a", "ﬀ", "e\u0301", "نامه\u200cای"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, label string) {
		server, err := mastodon.ParseServer(label + ".example")
		if err != nil {
			return
		}
		for _, form := range []string{norm.NFD.String(label) + ".example", norm.NFC.String(label) + ".example", server.Host(), strings.ToUpper(server.Host())} {
			again, err := mastodon.ParseServer(form)
			require.NoError(t, err, "%q", form)
			require.Equal(t, server, again, "%q", form)
		}
	})
}
