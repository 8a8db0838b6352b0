package edge

import (
	"errors"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// The longest texts that are taken from a server, in bytes. Tokens that carry
// claims have about a thousand.
const (
	maxToken      = 4096
	maxScope      = 1024
	maxCredential = 1024
)

// checked is a server's token in the form in which it is handed out. The error
// never holds what is wrong.
func checked(t *mastodon.Token) (appToken, error) {
	token := appToken{AccessToken: t.AccessToken, TokenType: t.TokenType, Scope: strings.Join(strings.Fields(t.Scope), " ")}
	if strings.EqualFold(token.TokenType, "Bearer") {
		token.TokenType = "Bearer"
	}
	if token.Scope == "" { // RFC 6749, 5.1: as was asked for
		token.Scope = scopes
	}
	if !t.CreatedAt.IsZero() {
		token.CreatedAt = t.CreatedAt.Unix()
	}
	return token, token.check()
}

// check tells what is wrong with a token.
func (t appToken) check() error {
	switch {
	case !isBearerToken(t.AccessToken):
		return errors.New("the access token has not the form of RFC 6750")
	case t.TokenType != "Bearer":
		return errors.New("the token is of another type than Bearer")
	case !isScope(t.Scope):
		return errors.New("the scope has not the form of RFC 6749")
	case !covers(t.Scope):
		return errors.New("the token's scope is less than was asked for")
	}
	return nil
}

// check tells what is wrong with an app's credentials.
func (c credentials) check() error {
	if !isCredential(c.ClientID) || !isCredential(c.ClientSecret) {
		return errors.New("the client credentials have not the form of RFC 6749")
	}
	return nil
}

// isBearerToken reports whether a text is a b64token (RFC 6750, 2.1).
func isBearerToken(text string) bool {
	body := strings.TrimRight(text, "=")
	return body != "" && len(text) <= maxToken && all(body, func(c byte) bool {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-._~+/", c) >= 0
	})
}

// isScope reports whether a text is a list of scopes (RFC 6749, 3.3).
func isScope(text string) bool {
	return text != "" && len(text) <= maxScope && all(text, func(c byte) bool {
		return ' ' <= c && c <= '~' && c != '"' && c != '\\'
	})
}

// isCredential reports whether a text is a client id or secret (RFC 6749, A.1).
func isCredential(text string) bool {
	return text != "" && len(text) <= maxCredential && all(text, func(c byte) bool { return ' ' <= c && c <= '~' })
}

func all(text string, allowed func(byte) bool) bool {
	for i := range len(text) {
		if !allowed(text[i]) {
			return false
		}
	}
	return true
}

// covers reports whether a scope holds all that a sign-up needs. A broad scope
// ("write") holds the narrow ones ("write:accounts").
func covers(granted string) bool {
	have := strings.Fields(granted)
	for _, wanted := range strings.Fields(scopes) {
		broad, _, _ := strings.Cut(wanted, ":")
		if !slices.Contains(have, wanted) && !slices.Contains(have, broad) {
			return false
		}
	}
	return true
}
