//go:build js && wasm

package jsbridge

import (
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/hack-pad/safejs"
)

// Host is what a page lends to the core: fetch, a storage with get, set and
// remove, and ascii, which reads names. None of its functions throws.
type Host struct{ object safejs.Value }

// Doer sends requests with the page's fetch. Where one fails, it finds out why
// as far as a page can.
func (h Host) Doer() mastodon.Doer {
	fetch, _ := h.object.Get("fetch") // without one, requests fail
	return doer{fetch: fetch, page: true, asked: map[string]bool{}}
}

// Store is the page's storage of one kind: "session", "local" or "none".
func (h Host) Store(kind string) Store { return Store{h.object, kind} }

// Store keeps small texts for the page.
type Store struct {
	host safejs.Value
	kind string
}

// Get returns what is kept under a key.
func (s Store) Get(key string) (string, bool) {
	value, err := s.host.Call("get", s.kind, key)
	if err != nil || value.Type() != safejs.TypeString {
		return "", false
	}
	text, err := value.String()
	return text, err == nil
}

// Set keeps a text, if the page can.
func (s Store) Set(key, value string) { _, _ = s.host.Call("set", s.kind, key, value) }

// Delete forgets what is kept under a key.
func (s Store) Delete(key string) { _, _ = s.host.Call("remove", s.kind, key) }
