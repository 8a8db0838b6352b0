package edge_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
)

// nameless is a Doer that sends no name of its own, as a Worker's fetch.
type nameless struct{ client *http.Client }

func (d nameless) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	request, err := http.NewRequestWithContext(ctx, r.Method, r.URL, strings.NewReader(string(r.Body)))
	if err != nil {
		return nil, err
	}
	request.Header["User-Agent"] = nil
	for name, value := range r.Header {
		request.Header.Set(name, value)
	}
	response, err := d.client.Do(request)
	if err != nil {
		return nil, err
	}
	return &mastodon.Response{Status: response.StatusCode, Body: response.Body}, nil
}

func TestTheServiceNamesItselfToServers(t *testing.T) {
	server := mastodontest.New(mastodontest.Settings{Software: mastodontest.GoToSocial, Version: "0.18.3"})
	s := start(t, func(c *edge.Config) { c.Doer = nameless{server.Client()} })
	a := s.ask()
	assert.Equal(t, http.StatusOK, a.Status, a.Body)
	for _, request := range server.Requests() {
		assert.Contains(t, request.Header.Get("User-Agent"), "fedi-signup-edge", request.Path)
	}
}

func TestAServersWordsAreOneLineOfTheLog(t *testing.T) {
	words := `{"error":"No.\nregistered an app with evil.example\r\u001b[2J\u2028\u202e` + strings.Repeat("ä", 10_000) + `"}`
	s := start(t, nil)
	s.server.Fail(mastodontest.Fault{Path: "/api/v1/apps", Status: 403, Body: words})
	s.ask()
	line, rest, _ := strings.Cut(s.log.String(), "\n")
	assert.Empty(t, rest)
	assert.Contains(t, line, "example.social: mastodon: register app: forbidden (403): No. registered an app with evil.example")
	assert.NotContains(t, line, "\x1b")
	assert.NotContains(t, line, "\u202e")
	assert.Less(t, len(line), 600)
}
