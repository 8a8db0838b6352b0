package signup

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestServersHTMLIsShownAsPlainText(t *testing.T) {
	for name, c := range map[string]struct{ html, text string }{
		"plain":                       {"We are full.", "We are full."},
		"paragraphs and breaks":       {"<p>We are full.</p><p>Try<br>later<br />please.</p>", "We are full.\n\nTry\nlater\nplease."},
		"links keep their text":       {`Ask <a href="https://x.example/?a>b" title='>'>the staff</a>.`, "Ask the staff."},
		"scripts and styles go":       {"a<script>alert('</p>')</script>b<STYLE>p{}</style>c", "abc"},
		"a script without an end":     {"a<script>alert(1)", "a"},
		"comments go":                 {"a<!-- <b>no</b> -->b<!-- open", "ab"},
		"named references":            {"Tom &amp; Jerry&nbsp;&lt;3 &quot;x&quot; &hellip;", `Tom & Jerry <3 "x" …`},
		"typographic references":      {"&ldquo;We&rsquo;re full&rdquo; &lsquo;now&lsquo; &ndash; &mdash; it&apos;s", "“We’re full” ‘now‘ – — it's"},
		"numeric references":          {"&#65;&#x42;&#X1F600;", "AB😀"},
		"references that mean no one": {"&unknown; &#0; &#xD800; &#99999999; AT&T &;", "&unknown; &#0; &#xD800; &#99999999; AT&T &;"},
		"lone signs":                  {"1 < 2 <3 & <", "1 < 2 <3 & <"},
		"an unfinished tag":           {`before<a href="https://x`, "before"},
		"resolved once only":          {"&amp;lt;b&amp;gt;", "&lt;b&gt;"},
		"white space":                 {"  a \t b\n\n\n\n c  ", "a b\n\nc"},
		"headings and lists":          {"<h1>No</h1><ul><li>a</li><li>b</li></ul>", "No\n\na\nb"},
		"nothing":                     {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.text, plainText(c.html))
		})
	}
}

func FuzzPlainText(f *testing.F) {
	f.Add("<p>a &amp; b</p>")
	f.Add("<a href='>'>&#x1F600;</a")
	f.Fuzz(func(t *testing.T, html string) {
		text := plainText(html)
		assert.Equal(t, strings.TrimSpace(text), text)
		assert.NotContains(t, text, "\n\n\n")
	})
}

func TestALongTextOfReferencesIsReadAtOnce(t *testing.T) {
	assert.Equal(t, strings.Repeat("&", maxHTML), plainText(strings.Repeat("&", 1<<20)), "and not to its end")
}
