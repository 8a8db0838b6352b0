package signup

import (
	"strings"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/valyala/fastjson"
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

// ticket is what an account needs until it is ready: enough to go on after a
// reload, and nothing of what the visitor typed that is not shown anyway. Once
// it is ready, what is left of it tells that to reloads and to other tabs.
type ticket struct {
	Token     string   `json:"token,omitempty"` // none where nobody can ask, nor once it is ready
	Username  string   `json:"username"`
	Email     string   `json:"email"` // masked
	Screen    Screen   `json:"screen"`
	Problem   Code     `json:"problem,omitempty"` // with ready
	At        int64    `json:"at"`                // when the last mail with a fresh link was sent, when it became ready
	ResendAt  int64    `json:"resendAt,omitempty"`
	Resent    int      `json:"resent,omitempty"`
	Consent   *Consent `json:"consent,omitempty"`
	Original  int64    `json:"original,omitempty"`  // addressMark of the address the account was made with
	Corrected bool     `json:"corrected,omitempty"` // another one was given since

	// The app that made the account: only it can revoke the token.
	ClientID     string `json:"clientId,omitempty"`
	ClientSecret string `json:"clientSecret,omitempty"`
}

// How long is known what became of an account.
const (
	unwatchedLife = 7 * 24 * time.Hour // servers delete what is not confirmed by then
	readyLife     = 24 * time.Hour
)

// waits tells whether the account is not ready yet.
func (t ticket) waits() bool { return t.Screen == ScreenConfirm || t.Screen == ScreenReview }

func (t ticket) usable() bool {
	age := time.Since(time.UnixMilli(t.At))
	switch {
	case t.Username == "":
		return false
	case t.waits():
		return t.Token != "" || age < unwatchedLife
	}
	return t.Screen == ScreenReady && age < readyLife
}

// addressMark tells an address from others without telling it: FNV-1a, salted
// with whose it is.
func addressMark(server mastodon.Server, username, address string) int64 {
	mark := uint32(2166136261)
	for _, c := range []byte(server.Host() + " " + username + " " + strings.ToLower(address)) {
		mark = (mark ^ uint32(c)) * 16777619
	}
	return int64(mark)
}

func (c credentials) usable() bool { return c.ClientID != "" && c.ClientSecret != "" }

const storePrefix = "fedi-signup:"

func ticketKey(server mastodon.Server) string {
	return storePrefix + "account " + server.Host()
}

func credentialsKey(server mastodon.Server, returnURL string) string {
	return storePrefix + "app " + server.Host() + " " + returnURL + " " + scopes
}

// load reads what save wrote; anything else is removed and as good as nothing.
func load[T any, P interface {
	*T
	read(*fastjson.Value)
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
