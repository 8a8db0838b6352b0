package edge_test

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// says is a Doer to a server that says something else at one path.
type says struct {
	mastodon.Doer
	path, body string
}

func (d says) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if !strings.HasSuffix(r.URL, d.path) {
		return d.Doer.Do(ctx, r)
	}
	return &mastodon.Response{Status: 200, Body: body(d.body)}, nil
}

func object(members map[string]any) string {
	text, err := json.Marshal(members)
	if err != nil {
		panic(err)
	}
	return string(text)
}

func TestOnlyWhatIsATokenIsHandedOut(t *testing.T) {
	const enough = "read:accounts write:accounts"
	for name, test := range map[string]struct {
		token, kind, scope any
		handedOut          string // the scope; empty: refused
	}{
		"as Mastodon's":                     {"ZA-Yj3aBD8U8Cm7lKUp-lm9O9BmDgdhHzDeqsY8tlL0", "Bearer", enough, enough},
		"with all that a token may have":    {"aZ09-._~+/==", "Bearer", enough, enough},
		"with claims":                       {strings.Repeat("x", 4096), "Bearer", enough, enough},
		"of another letter case":            {"token", "bearer", enough, enough},
		"with broader scopes":               {"token", "Bearer", "read write follow push", "read write follow push"},
		"with scopes in another order":      {"token", "Bearer", "write:accounts  read:accounts ", "write:accounts read:accounts"},
		"with a scope of its kind and more": {"token", "Bearer", "profile write read:accounts", "profile write read:accounts"},
		"without a scope: as asked":         {"token", "Bearer", nil, enough},
		"with an empty scope: as asked":     {"token", "Bearer", "", enough},

		"none":                         {"", "Bearer", enough, ""},
		"too long":                     {strings.Repeat("x", 4097), "Bearer", enough, ""},
		"with a line break":            {"token\r\nSet-Cookie: a=b", "Bearer", enough, ""},
		"with a space":                 {"to ken", "Bearer", enough, ""},
		"with a quote":                 {`to"ken`, "Bearer", enough, ""},
		"with padding within":          {"to=ken", "Bearer", enough, ""},
		"of padding alone":             {"==", "Bearer", enough, ""},
		"with markup":                  {"<script>", "Bearer", enough, ""},
		"in another script":            {"tökén", "Bearer", enough, ""},
		"with NUL":                     {"tok\x00en", "Bearer", enough, ""},
		"a number":                     {7, "Bearer", enough, ""},
		"of another type":              {"token", "MAC", enough, ""},
		"of a type that begins alike":  {"token", "Bearer ", enough, ""},
		"of no type":                   {"token", nil, enough, ""},
		"with one scope":               {"token", "Bearer", "read:accounts", ""},
		"with scopes that begin alike": {"token", "Bearer", "read:accounts:own write:account", ""},
		"with the other broad scope":   {"token", "Bearer", "read:accounts follow", ""},
		"with a scope in quotes":       {"token", "Bearer", `read:accounts "write:accounts"`, ""},
		"with quotes beside":           {"token", "Bearer", enough + ` "push"`, ""},
		"with a scope in control":      {"token", "Bearer", enough + " \x1b[2J", ""},
		"with endless scopes":          {"token", "Bearer", enough + strings.Repeat(" x", 500), ""},
	} {
		t.Run(name, func(t *testing.T) {
			answered := object(map[string]any{"access_token": test.token, "token_type": test.kind, "scope": test.scope, "created_at": 1785000000})
			s := start(t, func(c *edge.Config) { c.Doer = says{c.Doer, "/oauth/token", answered} })
			a := s.ask()
			if test.handedOut != "" {
				assert.Equal(t, http.StatusOK, a.Status, a.Body)
				assert.Equal(t, test.token, a.Token)
				assert.Equal(t, "Bearer", a.TokenType)
				assert.Equal(t, test.handedOut, a.Scope)
				assert.EqualValues(t, 1785000000, a.CreatedAt)
				return
			}
			assert.Equal(t, http.StatusBadGateway, a.Status, a.Body)
			assert.Equal(t, "server_unavailable", a.Code)
			assert.Contains(t, s.log.String(), "example.social: mastodon: get app token: unreadable", "the owner is told")
			if token, _ := test.token.(string); token != "" && token != "token" {
				assert.NotContains(t, s.log.String(), token)
			}
		})
	}
}

func TestOnlyCredentialsAreKept(t *testing.T) {
	for name, app := range map[string]map[string]any{
		"a long secret":      {"client_id": "id", "client_secret": strings.Repeat("x", 1025)},
		"a long id":          {"client_id": strings.Repeat("x", 1025), "client_secret": "secret"},
		"with a line break":  {"client_id": "id", "client_secret": "sec\nret"},
		"in another script":  {"client_id": "ïd", "client_secret": "secret"},
		"without a secret":   {"client_id": "id"},
		"a secret of blanks": {"client_id": "id", "client_secret": "\t"},
	} {
		t.Run(name, func(t *testing.T) {
			store := edge.NewMemory()
			s := start(t, func(c *edge.Config) { c.Store, c.Doer = store, says{c.Doer, "/api/v1/apps", object(app)} })
			a := s.ask()
			assert.Equal(t, http.StatusBadGateway, a.Status)
			assert.Contains(t, s.log.String(), "example.social: mastodon: register app: unreadable")
			assert.Zero(t, s.sent("/oauth/token"), "nothing is done with them")
		})
	}
}

// holds is storage in which somebody put something.
type holds struct {
	edge.Store
	prefix, text string
}

func (h holds) Get(ctx context.Context, key string) (string, bool, error) {
	if strings.HasPrefix(key, h.prefix) {
		return h.text, true, nil
	}
	return h.Store.Get(ctx, key)
}

func TestWhatIsKeptIsCheckedAsWell(t *testing.T) {
	token := func(text, kind, scope string) string {
		return object(map[string]any{"access_token": text, "token_type": kind, "scope": scope})
	}
	const enough = "read:accounts write:accounts"
	for name, kept := range map[string]holds{
		"a miss":                {nil, "", "<null>"},
		"nothing":               {nil, "", ""},
		"null":                  {nil, "", "null"},
		"an empty object":       {nil, "", "{}"},
		"a list":                {nil, "", "[]"},
		"broken off":            {nil, "", `{"access_token":"tok`},
		"of other types":        {nil, "", `{"access_token":1,"client_id":2}`},
		"endless":               {nil, "token/", token("kept", "Bearer", enough) + strings.Repeat(" ", 1<<20)},
		"no token":              {nil, "token/", token("", "Bearer", enough)},
		"no token's characters": {nil, "token/", token("kept\r\ntoken", "Bearer", enough)},
		"a long token":          {nil, "token/", token(strings.Repeat("x", 4097), "Bearer", enough)},
		"no bearer":             {nil, "token/", token("kept", "", enough)},
		"too little scope":      {nil, "token/", token("kept", "Bearer", "read:accounts")},
		"no scope":              {nil, "token/", token("kept", "Bearer", "")},
		"an app without id":     {nil, "app/", `{"client_secret":"kept"}`},
		"an app's odd secret":   {nil, "app/", `{"client_id":"kept","client_secret":"a\u0000b"}`},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, func(c *edge.Config) { c.Store = holds{c.Store, kept.prefix, kept.text} })
			a := s.ask()
			require.Equal(t, http.StatusOK, a.Status, a.Body)
			assert.NotContains(t, a.Token, "kept")
			assert.NotEmpty(t, a.Token)
			assert.Equal(t, 1, s.registrations())
		})
	}
}
