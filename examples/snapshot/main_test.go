package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func snapshotOf(t *testing.T, settings mastodontest.Settings) (string, error) {
	var out bytes.Buffer
	err := run(t.Context(), &out, nethttp.New(mastodontest.New(settings).Client()), "example.social", []string{"de"})
	return out.String(), err
}

func TestAFormCanStandInAPage(t *testing.T) {
	text, err := snapshotOf(t, mastodontest.Settings{Title: "Sea & shore", Rules: []mastodontest.Rule{{Text: "1 < 2"}}})
	require.NoError(t, err)
	assert.NotContains(t, text, "<")
	var form map[string]any
	require.NoError(t, json.Unmarshal([]byte(text), &form))
	snapshot := form["snapshot"].(map[string]any)
	assert.Equal(t, "Sea & shore", snapshot["server"].(map[string]any)["title"])
	assert.Equal(t, "1 < 2", snapshot["rules"].([]any)[0].(map[string]any)["text"])
	assert.EqualValues(t, signup.FormVersion, form["version"])
}

func TestWhyThereIsNoForm(t *testing.T) {
	for expected, settings := range map[string]mastodontest.Settings{
		"example.social has no form to show: it takes no new people now":           {Registrations: mastodontest.Closed},
		"example.social has no form to show: people sign up on its own pages only": {Software: mastodontest.Snac},
	} {
		text, err := snapshotOf(t, settings)
		assert.Empty(t, text)
		assert.EqualError(t, err, expected)
	}
}
