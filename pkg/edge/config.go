package edge

import (
	"errors"
	"fmt"
	"log"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Config is what a broker works with.
type Config struct {
	Servers []string      // those that tokens are handed out for, as mastodon.ParseServer takes them
	Sites   []Site        // those whose pages may ask
	Store   Store         // keeps the apps
	Shared  Shared        // what requests know of each other; nil if all come to one handler
	Doer    mastodon.Doer // reaches the servers
	Log     *log.Logger   // for the owner, without secrets; nil for the standard one

	// Turnstile is the secret of a Turnstile of Cloudflare, which a visitor's page
	// has to solve before it gets a token; empty for none.
	Turnstile string

	// Front says that a script in front repeats answers, as NewFront describes.
	Front bool
	// Given is to how many visitors a script in front has given the last answer
	// to the question, where this handler answers but one.
	Given int

	// Registrar reaches the place where apps are registered, if that is elsewhere.
	Registrar Registrar
}

// Site is a site that signs people up.
type Site struct {
	// ReturnURL is the page that the link in the confirmation mail leads back
	// to, with mastodon.ReturnMark in its query: absolute, https, without a
	// fragment; http only on this machine. Pages of its origin may ask for
	// tokens.
	ReturnURL string
	// AppName is named in that mail, at most 60 characters. By default it is
	// the host of the return URL.
	AppName string
}

// FromEnv reads the servers and the sites from environment variables:
//
//	SERVERS           names of servers, separated by spaces
//	SITES             return URLs, separated by spaces
//	APP_NAME          the name of the app, for all sites; optional
//	TURNSTILE_SECRET  the secret of a Turnstile of Cloudflare; optional
func FromEnv(getenv func(name string) string) Config {
	config := Config{Servers: strings.Fields(getenv("SERVERS")), Turnstile: strings.TrimSpace(getenv("TURNSTILE_SECRET"))}
	for _, returnURL := range strings.Fields(getenv("SITES")) {
		config.Sites = append(config.Sites, Site{ReturnURL: returnURL, AppName: strings.TrimSpace(getenv("APP_NAME"))})
	}
	return config
}

// Check tells what New cannot work with, a line for each, for the owner.
func (c Config) Check() error {
	_, err := newBroker(c)
	return err
}

// newBroker checks a Config. Its errors are for the owner, and name the
// environment variables.
func newBroker(config Config) (*broker, error) {
	b := &broker{
		servers: map[mastodon.Server]bool{},
		sites:   map[string]site{},
		origins: map[string]bool{},
		store:   config.Store, shared: config.Shared, place: config.Registrar, doer: named{config.Doer}, log: config.Log,
		turnstile: config.Turnstile, fronted: config.Front, given: max(0, config.Given),
	}
	if b.shared == nil {
		b.shared = NewMemory()
	}
	var problems []error
	if len(config.Servers) == 0 {
		problems = append(problems, errors.New("SERVERS names no server"))
	}
	for _, name := range config.Servers {
		server, err := mastodon.ParseServer(name)
		if err != nil {
			problems = append(problems, fmt.Errorf("SERVERS: %w", err))
			continue
		}
		b.servers[server] = true
	}
	if strings.HasPrefix(config.Turnstile, "0x4") && len(config.Turnstile) < 30 {
		problems = append(problems, errors.New("TURNSTILE_SECRET is the site key, which pages have: put the secret key in its place"))
	}
	if len(config.Sites) == 0 {
		problems = append(problems, errors.New("SITES names no return URL"))
	}
	for _, listed := range config.Sites {
		s, err := parseSite(listed)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		b.sites[s.returnURL] = s
		b.origins[s.origin] = true
	}
	if b.store == nil {
		problems = append(problems, errors.New("there is no storage: bind a KV namespace as APPS"))
	}
	for server := range b.servers {
		for _, s := range b.sites {
			if len(s.redirectURI(server)) > maxRedirectURI {
				problems = append(problems, fmt.Errorf("SITES: %q is too long for %s", s.returnURL, server))
			}
		}
	}
	return b, errors.Join(problems...)
}

// site is a Site in the form that requests are compared with.
type site struct {
	returnURL string
	origin    string
	appName   string
}

// The limits of servers.
const (
	maxAppName     = 60   // characters
	maxRedirectURI = 2000 // bytes
)

func parseSite(s Site) (site, error) {
	returnURL, server, err := parseReturnURL(s.ReturnURL)
	if err != nil {
		return site{}, fmt.Errorf("SITES: %q %w", s.ReturnURL, err)
	}
	if utf8.RuneCountInString(s.AppName) > maxAppName {
		return site{}, fmt.Errorf("APP_NAME: %q is longer than %d characters", s.AppName, maxAppName)
	}
	name := s.AppName
	if name == "" {
		name = server.Host()
	}
	return site{returnURL: returnURL, origin: server.Origin(), appName: name}, nil
}

// parseReturnURL brings an address into the form in which browsers have it,
// and tells where it is. The error completes a sentence about the address.
func parseReturnURL(text string) (string, mastodon.Server, error) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return "", mastodon.Server{}, errors.New("is no address that begins with https://")
	}
	// The rules for the host of a server, and its form, are those of any origin.
	at, err := mastodon.ParseServer(text)
	switch {
	case err != nil:
		return "", at, fmt.Errorf("is no address of a page: %w", err)
	case !strings.HasPrefix(at.Origin(), u.Scheme+"://"):
		return "", at, errors.New("must begin with https://")
	case strings.Contains(text, "#"):
		return "", at, errors.New("has a fragment (#…), which servers refuse")
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return at.URL(path), at, nil
}
