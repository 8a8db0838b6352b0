package mastodon

import (
	"strings"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// Server is the address of one server: the origin that answers its API. It is
// a comparable value; the zero value is no server.
type Server struct {
	scheme string
	host   string // with the port, if one was given
}

// Host is the server's name, with the port if it has one: "example.social",
// "localhost:3000". Names in other scripts are in their ASCII form (xn--…).
func (s Server) Host() string { return s.host }

// Origin is the server's address: "https://example.social".
func (s Server) Origin() string { return s.scheme + "://" + s.host }

// URL is the address of a path on the server. The path starts with "/".
func (s Server) URL(path string) string { return s.Origin() + path }

// String is the server's name.
func (s Server) String() string { return s.host }

// named is the server of an address that this one names. One of another
// machine names none on the visitor's own.
func (s Server) named(address string) (Server, bool) {
	named, err := ParseServer(webAddress(address))
	return named, err == nil && (!named.loopback() || s.loopback())
}

// loopback reports whether the server is on this machine.
func (s Server) loopback() bool {
	name, _, _ := splitPort(s.host)
	return name == "[::1]" || name == "localhost" || strings.HasSuffix(name, ".localhost") || isLoopbackIPv4(strings.Split(name, "."))
}

// Reason tells why a text names no server.
type Reason string

// The reasons of a [ServerError].
const (
	ReasonEmpty        Reason = "empty"
	ReasonScheme       Reason = "scheme"        // an address, but not of a web page
	ReasonCredentials  Reason = "credentials"   // an address with a password in it
	ReasonPort         Reason = "port"          // no number from 1 to 65535
	ReasonIPAddress    Reason = "ip-address"    // servers have names
	ReasonNoDot        Reason = "no-dot"        // a single word
	ReasonBadCharacter Reason = "bad-character" // one that no name has
	ReasonBadLabel     Reason = "bad-label"     // empty, too long, with a hyphen at its end, or xn-- with nothing that it could stand for
	ReasonTooLong      Reason = "too-long"
)

// ServerError says why a text names no server.
type ServerError struct {
	Input  string
	Reason Reason
}

// Error gives the text and the reason.
func (e *ServerError) Error() string {
	return "mastodon: " + string(jsontext.AppendText(nil, e.Input)) + " names no server: " + string(e.Reason)
}

// ParseServer reads what people type where a server is asked for: a name
// ("example.social"), an address of one of its pages
// ("https://example.social/about") or a handle ("@me@example.social"), in any
// script. The server is reached by https whatever was typed; only on this
// machine (localhost, 127.0.0.1, [::1]) "http://" is kept, for development.
// The error is a [*ServerError].
func ParseServer(input string) (Server, error) {
	text := strings.TrimSpace(input)
	refuse := func(r Reason) (Server, error) { return Server{}, &ServerError{Input: input, Reason: r} }
	if text == "" {
		return refuse(ReasonEmpty)
	}
	scheme := "https"
	if before, after, ok := strings.Cut(text, "://"); ok && !strings.ContainsAny(before, "/?#") {
		scheme = ascii.Lower(before)
		if scheme != "https" && scheme != "http" {
			return refuse(ReasonScheme)
		}
		text, _, _ = strings.Cut(after, "?")
		text, _, _ = strings.Cut(text, "#")
		text, _, _ = strings.Cut(text, "/")
		if strings.Contains(text, "@") {
			return refuse(ReasonCredentials)
		}
	} else {
		lower := ascii.Lower(text)
		for _, opaque := range []string{"javascript:", "data:", "mailto:", "file:", "about:", "blob:"} {
			if strings.HasPrefix(lower, opaque) {
				return refuse(ReasonScheme)
			}
		}
		text = strings.TrimPrefix(text, "acct:")
		text = strings.TrimPrefix(text, "//")
		text, _, _ = strings.Cut(text, "?")
		text, _, _ = strings.Cut(text, "#")
		text, _, _ = strings.Cut(text, "/")
		text = text[strings.LastIndexByte(text, '@')+1:]
	}
	name, port, reason := splitPort(text)
	if reason != "" {
		return refuse(reason)
	}
	if name == "" {
		return refuse(ReasonEmpty)
	}
	if strings.HasPrefix(name, "[") {
		if name != "[::1]" {
			return refuse(ReasonIPAddress)
		}
	} else if name, reason = hostName(name); reason != "" {
		return refuse(reason)
	}
	if port != "" && !(scheme == "https" && port == "443") && !(scheme == "http" && port == "80") {
		name += ":" + port
	}
	server := Server{scheme: scheme, host: name}
	if !server.loopback() {
		server.scheme = "https"
	}
	return server, nil
}

// splitPort takes the port off a host. A port with leading zeros loses them.
func splitPort(host string) (name, port string, reason Reason) {
	from := strings.LastIndexByte(host, ']') + 1
	if strings.Count(host[from:], ":") > 1 {
		return "", "", ReasonIPAddress
	}
	i := strings.IndexByte(host[from:], ':')
	if i < 0 {
		return host, "", ""
	}
	name, digits := host[:from+i], host[from+i+1:]
	if digits == "" {
		return name, "", ""
	}
	if number, ok := ascii.Number(digits, 10, 1<<16-1); !ok || number == 0 {
		return "", "", ReasonPort
	}
	return name, strings.TrimLeft(digits, "0"), ""
}

// hostName brings a name into the form that the network uses.
func hostName(name string) (string, Reason) {
	foreign := false
	for i := 0; i < len(name); i++ {
		switch {
		case name[i] >= utf8.RuneSelf:
			foreign = true
		case !ascii.IsAlphanumeric(name[i]) && name[i] != '-' && name[i] != '.':
			return "", ReasonBadCharacter
		}
	}
	for _, label := range strings.Split(name, ".") {
		if len(label) > 63*utf8.UTFMax {
			return "", ReasonBadLabel
		}
	}
	if len(name) > 253*utf8.UTFMax {
		return "", ReasonTooLong
	}
	if foreign {
		network, ok := toNetwork(name)
		if !ok {
			return "", ReasonBadCharacter
		}
		name = network
	}
	name = strings.TrimSuffix(ascii.Lower(name), ".")
	labels := strings.Split(name, ".")
	for _, label := range labels {
		if reason := badLabel(label); reason != "" {
			return "", reason
		}
	}
	switch {
	case len(name) > 253:
		return "", ReasonTooLong
	case isNumber(labels[len(labels)-1]) && !isLoopbackIPv4(labels): // a name's last label is never a number
		return "", ReasonIPAddress
	case len(labels) == 1 && name != "localhost":
		return "", ReasonNoDot
	}
	return name, ""
}

// toNetwork brings a name in another script into the form that the network
// uses; false if there is none. Some browsers would take a full-width per cent
// sign for the beginning of an escape.
func toNetwork(name string) (string, bool) {
	if !utf8.ValidString(name) || strings.ContainsAny(name, "％﹪") {
		return "", false
	}
	return toASCII(name)
}

// isNumber reports whether browsers would read a label as a part of an IP address.
func isNumber(label string) bool {
	digits := "0123456789"
	if hex, ok := strings.CutPrefix(label, "0x"); ok {
		label, digits = hex, "0123456789abcdef"
	}
	return strings.Trim(label, digits) == ""
}

func isLoopbackIPv4(labels []string) bool {
	if len(labels) != 4 || labels[0] != "127" {
		return false
	}
	for _, label := range labels {
		if _, ok := ascii.Number(label, 10, 255); !ok || label != "0" && label[0] == '0' {
			return false
		}
	}
	return true
}

// badLabel tells why no name has a label, which is in small letters; empty if
// one can have it.
func badLabel(label string) Reason {
	for i := 0; i < len(label); i++ {
		if !ascii.IsAlphanumeric(label[i]) && label[i] != '-' {
			return ReasonBadCharacter
		}
	}
	if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' || isEncoded(label) && !standsForAName(label) {
		return ReasonBadLabel
	}
	return ""
}
