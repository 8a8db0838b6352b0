package signup

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
)

func TestLinksOfAMessageStayLinks(t *testing.T) {
	here, err := mastodon.ParseServer("example.social")
	assert.NoError(t, err)
	text := func(s string) TextPart { return TextPart{Text: s} }
	link := func(s, url string) TextPart { return TextPart{Text: s, URL: url} }
	for name, c := range map[string]struct {
		html  string
		parts []TextPart
	}{
		"nothing":                    {"", nil},
		"text":                       {"Come <b>back</b> later &amp; bring cake", []TextPart{text("Come back later & bring cake")}},
		"a link":                     {`Ask <a class="x" href="https://x.example/a?b=1&amp;c=2" rel=nofollow>us</a>.`, []TextPart{text("Ask "), link("us", "https://x.example/a?b=1&c=2"), text(".")}},
		"several lines":              {`<p>One <a href='http://x.example'>two</a></p><p>three</p>`, []TextPart{text("One "), link("two", "http://x.example"), text("\n\nthree")}},
		"without quotes":             {`<A HREF=https://x.example/y>z</A>`, []TextPart{link("z", "https://x.example/y")}},
		"a mail box":                 {`<a href="mailto:staff@x.example">write</a>`, []TextPart{link("write", "mailto:staff@x.example")}},
		"a path":                     {`<a href="/about">about</a>`, []TextPart{link("about", "https://example.social/about")}},
		"a page beside":              {`<a href="about">about</a>`, []TextPart{link("about", "https://example.social/about")}},
		"a place on the page":        {`<a href="#rules">rules</a>`, []TextPart{link("rules", "https://example.social/#rules")}},
		"without a scheme":           {`<a href="//x.example">x</a>`, []TextPart{link("x", "https://x.example")}},
		"a path with a space":        {`<a href=" https://x.example/a b ">x</a>`, []TextPart{link("x", "https://x.example/a%20b")}},
		"with markup within":         {`<a href="https://x.example"><b>x</b> y</a>`, []TextPart{link("x y", "https://x.example")}},
		"a picture":                  {`<a href="https://x.example"><img src=y></a>`, []TextPart{link("https://x.example", "https://x.example")}},
		"never closed":               {`see <a href="https://x.example">x`, []TextPart{text("see "), link("x", "https://x.example")}},
		"one within another":         {`<a href="https://x.example">x<a href="https://y.example">y</a>`, []TextPart{link("x", "https://x.example"), link("y", "https://y.example")}},
		"a script":                   {`<a href="javascript:alert(1)">x</a>`, []TextPart{text("x")}},
		"a script in disguise":       {"<a href=\" java\nscript:alert(1)\">x</a>", []TextPart{text("x")}},
		"a script in references":     {`<a href="&#106;avascript&colon;alert(1)">x</a>`, []TextPart{link("x", "https://example.social/javascript&colon;alert(1)")}},
		"data":                       {`<a href="data:text/html,x">x</a>`, []TextPart{text("x")}},
		"https without a host":       {`<a href="https:x">x</a>`, []TextPart{text("x")}},
		"an anchor":                  {`<a name="x">x</a> y`, []TextPart{text("x"), text(" y")}},
		"another attribute":          {`<a data-href="https://y.example" href="https://x.example">x</a>`, []TextPart{link("x", "https://x.example")}},
		"an attribute without value": {`<a href>x</a>`, []TextPart{text("x")}},
		"marks of its own":           {"a \xfe b \xff c", []TextPart{text("a b c")}},
		"bare":                       {"Apply at https://x.example/join, or not.", []TextPart{text("Apply at "), link("https://x.example/join", "https://x.example/join"), text(", or not.")}},
		"bare in parentheses":        {"(http://x.example/a)", []TextPart{text("("), link("http://x.example/a", "http://x.example/a"), text(")")}},
		"bare with parentheses":      {"https://x.example/a_(b)", []TextPart{link("https://x.example/a_(b)", "https://x.example/a_(b)")}},
		"bare in a sentence's end":   {"See https://x.example/.\nOr not", []TextPart{text("See "), link("https://x.example/", "https://x.example/"), text(".\nOr not")}},
		"a scheme alone":             {"https:// is safer than http://", []TextPart{text("https:// is safer than http://")}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.parts, textParts(c.html, here))
		})
	}
}

// What a server's staff write is a stranger's: it never becomes an address that
// acts, and no text is lost or made up.
func FuzzLinksOfAMessage(f *testing.F) {
	for _, seed := range []string{
		`Ask <a href="https://x.example/a?b=1&amp;c=2">us</a>.`, `<a href="java&#10;script:alert(1)">x</a>`, `<a href='//x'><a href=y>z`,
		"\xfe\xff<a href=\"https://x\">\xff", `https://x.example/(a) http:// <a/href=mailto:a@b>c</A>`, `<a href=" JavaScript:x">&lt;`,
	} {
		f.Add(seed)
	}
	here, err := mastodon.ParseServer("example.social")
	assert.NoError(f, err)
	f.Fuzz(func(t *testing.T, html string) {
		text := ""
		for _, part := range textParts(html, here) {
			assert.NotEmpty(t, part.Text)
			assert.True(t, utf8.ValidString(part.Text))
			if part.Text != part.URL {
				text += part.Text
			}
			if part.URL != "" {
				scheme, _, _ := strings.Cut(part.URL, ":")
				assert.Contains(t, []string{"https", "http", "mailto"}, scheme)
				assert.False(t, strings.ContainsFunc(part.URL, func(c rune) bool { return c <= ' ' }), "%q", part.URL)
			}
		}
		// What is dropped may leave an address behind: "http:/\x1e/x".
		plain := plainText(strings.ToValidUTF8(html, ""))
		if len(plain) <= maxMessage && !strings.Contains(plain, "://") && !strings.Contains(strings.ToLower(html), "href") {
			assert.Equal(t, strings.Fields(plain), strings.Fields(text))
		}
	})
}
