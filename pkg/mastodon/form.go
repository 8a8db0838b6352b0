package mastodon

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// encodeForm writes application/x-www-form-urlencoded.
func encodeForm(pairs [][2]string) []byte {
	var b strings.Builder
	for _, pair := range pairs {
		if pair[1] == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(pair[0])
		b.WriteByte('=')
		b.WriteString(escape(pair[1]))
	}
	return []byte(b.String())
}

// escape percent-encodes all but the unreserved characters.
func escape(text string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if c := text[i]; ascii.IsAlphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '~' {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}
