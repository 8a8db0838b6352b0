package signup

import (
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
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

func TestNothingInAServersTextChangesWhatStandsAroundIt(t *testing.T) {
	for text, want := range map[string]string{
		"a\x00b\x07c\x1bd\x7fe\u0080f\u009fg":        "abcdefg",
		"a\tb\rc\vd\fe\u0085f":                       "a b c d e f",
		"a\u2028b\u2029c":                            "a\nb\nc",
		"a\u202eb\u202cc\u202dd\u202ae\u202bf":       "abcdef",
		"a\u2066b\u2069c":                            "a\u2066b\u2069c",
		"a\u2067b":                                   "a\u2067b\u2069",
		"a\u2067b\u2068c":                            "a\u2067b\u2068c\u2069\u2069",
		"a\u2069b\u2069":                             "ab",
		"a\u2067b\nc\u2069d":                         "a\u2067b\u2069\ncd",
		"a\u206ab\ufff9c\ufffbd":                     "abcd",
		"\u05d0\u200f! \u200ea":                      "\u05d0\u200f! \u200ea", // marks bind nothing
		"\u0646\u0627\u0645\u0647\u200c\u0627\u06cc": "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc",
		"👩\u200d👩 🏴\U000e0067\U000e0062\U000e007f":   "👩\u200d👩 🏴\U000e0067\U000e0062\U000e007f",
		"&#8238;a&#x202e;b&#7;":                      "ab",
		"":                                           "",
	} {
		assert.Equal(t, want, plainText(text), "%q", text)
	}
	assert.Equal(t, "a b c", line("a\nb\n\n\u2028c"))
	assert.Equal(t, "abc", line("\u2068a\u2069\u2067b\u2066c"))
	deep := contained(strings.Repeat("\u2067", 1<<20))
	assert.Equal(t, strings.Repeat("\u2067", 8)+strings.Repeat("\u2069", 8), deep)
	parts := textParts("a\u202eb <a href='https://x.example/'>c\x07\u2067d</a> e", mastodon.Server{})
	assert.Equal(t, []TextPart{{Text: "ab "}, {Text: "c\u2067d", URL: "https://x.example/"}, {Text: " e\u2069"}}, parts)
}

func TestAnIsolateThatIsCutThroughEndsAllTheSame(t *testing.T) {
	assert.Equal(t, "a\u2067bc\u2069…", cut(tidy("a\u2067bcd\u2069"), 4))
}

func TestAContactIsOneMailboxOrNone(t *testing.T) {
	for address, one := range map[string]bool{
		"staff@example.social": true, "o'x+y@xn--bcher-kva.example": true, "büro@bücher.example": true,
		"": false, "staff": false, "a@b@example.social": false, "a@example.social, b@example.social": false, "Staff <a@example.social>": false,
		"a@example.social?bcc=b@c.example": false, "a@example.social/x": false, "a@example.social#x": false, "a@example": false,
		"a b@example.social": false, "a\u202eb@example.social": false, "a@example.social\u202e": false, "a\x07@example.social": false,
		"a@example.social\nBcc: b@c.example": false, "a@192.0.2.7": false, "a@exa_mple.social": false,
	} {
		assert.Equal(t, one, mailbox(address) != "", "%q", address)
	}
}
