//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
)

// check tells what is wrong with the settings in a wrangler.jsonc, before they
// are deployed.
func check(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var settings struct {
		Vars          map[string]any `json:"vars"`
		KVNamespaces  []binding      `json:"kv_namespaces"`
		DurableObject struct {
			Bindings []binding `json:"bindings"`
		} `json:"durable_objects"`
	}
	if err := json.Unmarshal(withoutComments(text), &settings); err != nil {
		return fmt.Errorf("%s cannot be read: %w", path, err)
	}
	var problems []error
	vars := map[string]string{}
	for name, value := range settings.Vars {
		text, isText := value.(string)
		if !isText {
			problems = append(problems, fmt.Errorf("vars: %s is no text: write it in quotation marks", name))
		}
		vars[name] = text
	}
	var apps, places bool
	for _, b := range settings.KVNamespaces {
		if b.Binding != "APPS" {
			continue
		}
		apps = true
		if strings.Trim(b.ID, "0") == "" {
			problems = append(problems, errors.New("kv_namespaces: the id of APPS is missing: npx wrangler kv namespace create APPS prints it"))
		}
	}
	for _, b := range settings.DurableObject.Bindings {
		places = places || b.Name == "REGISTRATIONS"
	}
	if !places {
		problems = append(problems, errors.New("durable_objects: REGISTRATIONS is missing, without which each isolate registers apps of its own"))
	}
	config := edge.FromEnv(func(name string) string { return vars[name] })
	if apps {
		config.Store = edge.NewMemory()
	}
	return errors.Join(append(problems, config.Check())...)
}

type binding struct {
	Binding string `json:"binding"`
	Name    string `json:"name"`
	ID      string `json:"id"`
}

// withoutComments is JSON of a text with comments that fill their lines, which
// are those of the file as it is delivered.
func withoutComments(text []byte) []byte {
	var lines [][]byte
	for line := range bytes.Lines(text) {
		if !bytes.HasPrefix(bytes.TrimSpace(line), []byte("//")) {
			lines = append(lines, line)
		}
	}
	return bytes.Join(lines, nil)
}
