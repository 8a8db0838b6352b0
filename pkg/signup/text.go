package signup

import (
	"strings"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// plainText extracts the text of a piece of HTML: tags and comments go,
// paragraphs and breaks become line ends, character references are resolved.
// The result is text, not HTML: it may hold "<" again and must be shown as
// text.
func plainText(html string) string { return tidy(flatten(html, nil)) }

// flatten is the text of html with all its white space. If links is not nil it
// gets the address of each link, and the link's text stands between marks.
func flatten(html string, links *[]string) string {
	if len(html) > maxHTML {
		html = strings.ToValidUTF8(html[:maxHTML], "")
	}
	var b strings.Builder
	inLink := false
	for html != "" {
		i := strings.IndexAny(html, "<&")
		if i < 0 {
			b.WriteString(html)
			break
		}
		b.WriteString(html[:i])
		html = html[i:]
		if html[0] == '&' {
			text, rest := characterReference(html)
			b.WriteString(text)
			html = rest
			continue
		}
		name, rest, ok := tag(html)
		if !ok { // a lone "<" is text
			b.WriteByte('<')
			html = html[1:]
			continue
		}
		whole := html[:len(html)-len(rest)]
		html = rest
		switch name {
		case "script", "style":
			if end := indexFold(html, "</"+name); end >= 0 {
				html = html[end:]
			} else {
				html = ""
			}
		case "a", "/a":
			if links == nil {
				break
			}
			if inLink {
				b.WriteString(linkEnd)
			}
			if inLink = name == "a"; inLink {
				*links = append(*links, href(whole))
				b.WriteString(linkStart)
			}
		case "br", "p", "/p", "div", "/div", "li", "/ul", "/ol", "tr", "blockquote",
			"h1", "h2", "h3", "h4", "h5", "h6", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6":
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// tag reads the tag, comment or declaration at the start of html. The name is
// lower-case and starts with "/" in an end tag.
func tag(html string) (name, rest string, ok bool) {
	if strings.HasPrefix(html, "<!--") {
		_, rest, _ = strings.Cut(html[len("<!--"):], "-->")
		return "", rest, true
	}
	i := 1
	if i < len(html) && html[i] == '/' {
		i++
	}
	if i >= len(html) || !ascii.IsLetter(html[i]) && html[i] != '!' && html[i] != '?' {
		return "", "", false
	}
	end := i
	for end < len(html) && (ascii.IsLetter(html[end]) || ascii.IsDigit(html[end])) {
		end++
	}
	name = ascii.Lower(html[1:end])
	var quote byte // a quoted attribute value may hold ">"
	for ; end < len(html); end++ {
		switch c := html[end]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && html[end-1] == '=':
			quote = c
		case c == '>':
			return name, html[end+1:], true
		}
	}
	return name, "", true
}

// entity resolves the named references that servers' texts use; what is not
// here stays as it is.
func entity(name string) string {
	switch name {
	case "amp":
		return "&"
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "quot":
		return `"`
	case "apos":
		return "'"
	case "nbsp":
		return " "
	case "ndash":
		return "–"
	case "mdash":
		return "—"
	case "hellip":
		return "…"
	case "lsquo":
		return "‘"
	case "rsquo":
		return "’"
	case "ldquo":
		return "“"
	case "rdquo":
		return "”"
	}
	return ""
}

// characterReference resolves the reference at the start of html, which is an
// ampersand.
func characterReference(html string) (text, rest string) {
	end := strings.IndexByte(html[:min(len(html), 11)], ';') // not looked for to the end of a long text again and again
	if end < 2 {
		return "&", html[1:]
	}
	name, rest := html[1:end], html[end+1:]
	if text := entity(name); text != "" {
		return text, rest
	}
	if digits, ok := strings.CutPrefix(name, "#"); ok {
		base := int64(10)
		if hex, ok := strings.CutPrefix(ascii.Lower(digits), "x"); ok {
			digits, base = hex, 16
		}
		code, ok := ascii.Number(digits, base, utf8.MaxRune)
		if ok && code != 0 && utf8.ValidRune(rune(code)) {
			return string(rune(code)), rest
		}
	}
	return "&", html[1:]
}

// tidy is a server's text as it can be shown: without what would change how the
// text around it shows, runs of white space joined, line ends kept, at most one
// empty line.
func tidy(text string) string {
	var lines []string
	for _, line := range strings.Split(contained(text), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" && (len(lines) == 0 || lines[len(lines)-1] == "") {
			continue
		}
		lines = append(lines, line)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func indexFold(s, lower string) int {
	for i := 0; i+len(lower) <= len(s); i++ {
		if ascii.EqualFold(s[i:i+len(lower)], lower) {
			return i
		}
	}
	return -1
}

// line is tidy for what is shown in one line, inside sentences of ours: without
// isolates too.
func line(text string) string {
	text = contained(text)
	for _, isolate := range []string{"\u2066", "\u2067", "\u2068", "\u2069"} {
		text = strings.ReplaceAll(text, isolate, "")
	}
	return strings.Join(strings.Fields(text), " ")
}

// contained drops control characters, embeddings and overrides of the writing
// direction, and ends each line's isolates with the line. Line and paragraph
// separators end lines. What is no UTF-8 stays, because it marks links.
func contained(text string) string {
	const popIsolate = "\u2069"
	var b strings.Builder
	isolates := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		character := text[i : i+size]
		i += size
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029':
			b.WriteString(strings.Repeat(popIsolate, isolates) + "\n")
			isolates = 0
		case r == '\t' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085':
			b.WriteByte(' ')
		case r < ' ', r >= 0x7f && r < 0xa0, '\u202a' <= r && r <= '\u202e', '\u206a' <= r && r <= '\u206f', '\ufff9' <= r && r <= '\ufffb':
		case '\u2066' <= r && r <= '\u2068':
			if isolates < maxIsolates {
				isolates++
				b.WriteString(character)
			}
		case character == popIsolate:
			if isolates > 0 {
				isolates--
				b.WriteString(character)
			}
		default:
			b.WriteString(character)
		}
	}
	return b.String() + strings.Repeat(popIsolate, isolates)
}

// maxIsolates is how deep isolates may nest, for the sake of the work alone.
const maxIsolates = 8
