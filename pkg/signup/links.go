package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Marks around a link's text, which no valid text holds.
const (
	linkStart = "\xfe"
	linkEnd   = "\xff"
)

// textParts is the text of a piece of HTML like plainText, with its links and
// with the addresses that stand in it as they are. Addresses are of web pages
// or mailboxes; all else that a link can lead to is only text.
func textParts(html string, server mastodon.Server) []TextPart {
	var links []string
	text := tidy(flatten(strings.ToValidUTF8(html, ""), &links))
	var parts []TextPart
	for _, link := range links {
		before, rest, _ := strings.Cut(text, linkStart)
		label, after, _ := strings.Cut(rest, linkEnd)
		text = after
		parts = appendText(parts, before)
		url := linkAddress(server, link)
		switch {
		case url == "":
			parts = appendText(parts, label)
		case strings.TrimSpace(label) == "": // a picture
			parts = append(parts, TextPart{Text: url, URL: url})
		default:
			parts = append(parts, TextPart{Text: label, URL: url})
		}
	}
	return cutParts(appendText(parts, text))
}

// appendText appends a text that is no link, but for the addresses in it.
func appendText(parts []TextPart, text string) []TextPart {
	plain := 0 // where the text begins that is no link
	for i := 0; i < len(text); i++ {
		if !strings.HasPrefix(text[i:], "https://") && !strings.HasPrefix(text[i:], "http://") {
			continue
		}
		url := text[i:]
		for end, c := range url {
			if c <= ' ' || strings.ContainsRune("<>\"“”«»", c) {
				url = url[:end]
				break
			}
		}
		trailing := ".,;:!?'…"
		if !strings.Contains(url, "(") {
			trailing += ")"
		}
		if url = strings.TrimRight(url, trailing); strings.HasSuffix(url, "/") && strings.Count(url, "/") == 2 {
			continue // nothing follows
		}
		if i > plain {
			parts = append(parts, TextPart{Text: text[plain:i]})
		}
		parts = append(parts, TextPart{Text: url, URL: url})
		plain = i + len(url)
		i = plain - 1
	}
	if plain < len(text) {
		parts = append(parts, TextPart{Text: text[plain:]})
	}
	return parts
}

// linkAddress is where a link on a server's page leads; empty if that is
// neither a web page nor a mailbox.
func linkAddress(server mastodon.Server, href string) string {
	for i := 0; i < len(href); i++ {
		if href[i] < ' ' { // browsers drop these, and read what is left
			return ""
		}
	}
	href = strings.ReplaceAll(strings.TrimSpace(href), " ", "%20")
	if href == "" {
		return ""
	}
	if scheme, rest, ok := strings.Cut(href, ":"); ok && !strings.ContainsAny(scheme, "/?#") {
		scheme = ascii.Lower(scheme)
		if scheme == "mailto" || strings.HasPrefix(rest, "//") && (scheme == "https" || scheme == "http") {
			return scheme + ":" + rest
		}
		return ""
	}
	switch {
	case strings.HasPrefix(href, "//"):
		return "https:" + href
	case href[0] == '/':
		return server.URL(href)
	}
	return server.URL("/" + href)
}

// href is the address in the start tag of a link.
func href(tag string) string {
	for {
		i := indexFold(tag, "href")
		if i < 1 {
			return ""
		}
		alone := strings.IndexByte(" \t\r\n/\"'", tag[i-1]) >= 0 // and not data-href
		tag = tag[i+len("href"):]
		value, ok := strings.CutPrefix(strings.TrimLeft(tag, " \t\r\n"), "=")
		if !ok || !alone {
			continue
		}
		value = strings.TrimLeft(value, " \t\r\n")
		end := strings.IndexAny(value, " \t\r\n>")
		if value != "" && (value[0] == '"' || value[0] == '\'') {
			quote := value[:1]
			value = value[1:]
			end = strings.Index(value, quote)
		}
		if end >= 0 {
			value = value[:end]
		}
		return resolved(value)
	}
}

// resolved is a text with its character references resolved.
func resolved(text string) string {
	var b strings.Builder
	for {
		before, _, found := strings.Cut(text, "&")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		character, rest := characterReference(text[len(before):])
		b.WriteString(character)
		text = rest
	}
}
