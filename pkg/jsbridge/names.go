//go:build js && wasm

package jsbridge

import (
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/hack-pad/safejs"
)

// A program to which no page lends a URL parser, such as a Worker's, has one of
// its own. That one throws, which TinyGo could not catch, so a page lends one
// that does not: see Serve.
func init() { mastodon.ToASCII = globalASCII }

func globalASCII(name string) (string, bool) {
	parser, err := safejs.Global().Get("URL")
	if err != nil {
		return "", false
	}
	url, err := parser.New("https://" + name)
	if err != nil {
		return "", false
	}
	host := textMember(url, "hostname")
	return host, host != ""
}

// ascii is globalASCII by the page's function.
func (h Host) ascii(name string) (string, bool) {
	value, err := h.object.Call("ascii", name)
	if err != nil {
		return "", false
	}
	host, _ := Args{value}.Text(0)
	return host, host != ""
}
