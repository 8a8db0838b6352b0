package signup

import (
	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Store keeps texts by key beyond a flow: the credentials of the app and the
// account that waits for its confirmation. What it holds is secret. It may
// forget at any time; a Store that holds nothing works. Several goroutines may
// use it at once.
type Store interface {
	Get(key string) (value string, ok bool)
	Set(key, value string)
	Delete(key string)
}

type noStore struct{}

func (noStore) Get(string) (string, bool) { return "", false }
func (noStore) Set(string, string)        {}
func (noStore) Delete(string)             {}

// credentials are the app's at one server.
type credentials struct {
	ClientID     string `json:"clientId"`
	ClientSecret string `json:"clientSecret"`
	Token        string `json:"token,omitempty"` // the app's own
}

func (c credentials) usable() bool { return c.ClientID != "" && c.ClientSecret != "" }

const storePrefix = "fedi-signup:"

func ticketKey(server mastodon.Server) string {
	return storePrefix + "account " + server.Host()
}

func credentialsKey(server mastodon.Server, returnURL string) string {
	return storePrefix + "app " + server.Host() + " " + returnURL + " " + scopes
}

// load reads what save wrote; anything else is removed and ignored.
func load[T any, P interface {
	*T
	read(jsontext.Object)
	usable() bool
}](store Store, key string) (value T) {
	text, ok := store.Get(key)
	if !ok {
		return value
	}
	if err := unmarshal([]byte(text), P(&value).read); err != nil || !P(&value).usable() {
		store.Delete(key)
		var nothing T
		return nothing
	}
	return value
}

func save(store Store, key string, value writer) {
	text, _ := marshal(value) // it cannot fail
	store.Set(key, string(text))
}
