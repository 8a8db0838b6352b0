//go:build !js

package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSettingsAreCheckedBeforeTheyAreDeployed(t *testing.T) {
	delivered, err := os.ReadFile("../../wrangler.jsonc")
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "wrangler.jsonc")
	checked := func(changes ...string) error {
		require.NoError(t, os.WriteFile(path, []byte(strings.NewReplacer(changes...).Replace(string(delivered))), 0o600))
		return check(path)
	}
	assert.EqualError(t, checked(), "kv_namespaces: the id of APPS is missing: npx wrangler kv namespace create APPS prints it\n"+
		"SERVERS names no server\nSITES names no return URL", "as delivered")

	good := []string{`"SERVERS": ""`, `"SERVERS": "example.social"`, `"SITES": ""`, `"SITES": "https://www.example.org/joined"`,
		`"id": "00000000000000000000000000000000"`, `"id": "0123456789abcdef0123456789abcdef"`}
	assert.NoError(t, checked(good...))
	for wrong, want := range map[[2]string]string{
		{`"APP_NAME": ""`, `"APP_NAME": 5`}:             "vars: APP_NAME is no text: write it in quotation marks",
		{`"binding": "APPS"`, `"binding": "KV"`}:        "there is no storage: bind a KV namespace as APPS",
		{`"name": "REGISTRATIONS"`, `"name": "OTHERS"`}: "durable_objects: REGISTRATIONS is missing, without which each isolate registers apps of its own",
		{`"vars": {`, `"vars": [`}:                      path + " cannot be read: invalid character ':' after array element",
	} {
		assert.EqualError(t, checked(append(good, wrong[:]...)...), want)
	}
}

// The button reads both files at the root of the repository: what it asks owners for,
// and the words beside that.
func TestTheButtonExplainsWhatItAsksFor(t *testing.T) {
	read := func(name string, into any) {
		text, err := os.ReadFile("../../" + name)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(withoutComments(text), into))
	}
	var settings struct {
		Vars         map[string]string
		KVNamespaces []binding `json:"kv_namespaces"`
	}
	read("wrangler.jsonc", &settings)
	var button struct {
		Scripts    map[string]string
		Cloudflare struct {
			Bindings map[string]struct{ Description string }
		}
	}
	read("package.json", &button)
	asked := slices.Collect(maps.Keys(settings.Vars))
	for _, storage := range settings.KVNamespaces {
		asked = append(asked, storage.Binding)
	}
	assert.ElementsMatch(t, asked, slices.Collect(maps.Keys(button.Cloudflare.Bindings)))
	for name, explained := range button.Cloudflare.Bindings {
		assert.NotEmpty(t, explained.Description, name)
	}
	assert.Contains(t, button.Scripts, "build")
	assert.Contains(t, button.Scripts, "deploy", "which checks the settings first")
}
