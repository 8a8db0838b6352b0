package signup_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const host = "example.social"

// visitor is somebody who signs up at a simulated server, in a bubble whose
// time is its own.
type visitor struct {
	*testing.T
	server *mastodontest.Server
	config signup.Config
	flow   *signup.Flow

	mu       sync.Mutex
	seen     []signup.Snapshot
	document []byte // that the server last answered
}

// journey lets a visitor meet a server. When it is over the flow is closed; a
// goroutine that is left then fails the test.
func journey(t *testing.T, settings mastodontest.Settings, edit func(*signup.Config), story func(v *visitor)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		v := &visitor{T: t, server: mastodontest.New(settings)}
		v.config = signup.Config{
			Doer: nethttp.New(v.server.Client()), Store: store{},
			AppName: "My site", ReturnURL: "https://my.site/welcome#top", Languages: []string{"de-AT", "en"}, TimeZone: "Europe/Vienna",
			OnChange: v.see,
		}
		if edit != nil {
			edit(&v.config)
		}
		v.config.Doer = &reader{v.config.Doer, v}
		v.flow = signup.New(v.config)
		defer func() {
			v.flow.Close()
			v.noSecrets()
		}()
		story(v)
	})
}

// reader keeps the instance document that passes.
type reader struct {
	mastodon.Doer
	v *visitor
}

func (r *reader) Do(ctx context.Context, request *mastodon.Request) (*mastodon.Response, error) {
	response, err := r.Doer.Do(ctx, request)
	const address = "https://" + host + "/api/v2/instance"
	if err != nil || response.Status != 200 || request.URL != address || response.URL != "" && response.URL != address {
		return response, err
	}
	document, err := io.ReadAll(response.Body)
	r.v.mu.Lock()
	defer r.v.mu.Unlock()
	if err == nil {
		r.v.document = document
	}
	response.Body = io.NopCloser(bytes.NewReader(document))
	return response, err
}

// formIn is the form that the document makes by itself.
func (v *visitor) formIn() (signup.Form, bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return signup.FormIn(v.document, host, v.config.Languages, time.Now())
}

// again starts a new flow with the same store, like a reload of the page.
func (v *visitor) again() {
	v.flow.Close()
	v.flow = signup.New(v.config)
}

func (v *visitor) see(s signup.Snapshot) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.seen = append(v.seen, s)
	reach(s)
}

func (v *visitor) screens() []signup.Screen {
	v.mu.Lock()
	defer v.mu.Unlock()
	var screens []signup.Screen
	for _, s := range v.seen {
		if len(screens) == 0 || screens[len(screens)-1] != s.Screen {
			screens = append(screens, s.Screen)
		}
	}
	return screens
}

func (v *visitor) noSecrets() {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, s := range v.seen {
		text := fmt.Sprintf("%+v %+v %+v %+v", s, s.Problem, s.Account, s.Consent)
		assert.NotContains(v, text, password)
		for _, user := range v.server.Users() {
			if user.Email == "" {
				continue
			}
			assert.NotContains(v, text, user.Email)
		}
	}
}

const password = "correct horse battery"

func values() signup.Values {
	return signup.Values{Username: "alice", Email: "alice@example.org", Password: password, Agreement: true}
}

func with(edit func(*signup.Values)) signup.Values {
	v := values()
	edit(&v)
	return v
}

func (v *visitor) open() signup.Snapshot {
	v.Helper()
	v.document = nil
	require.NoError(v, v.flow.Open(v.Context(), host))
	now := v.flow.Snapshot()
	// Whatever the document alone makes is what the flow finds.
	if form, ok := v.formIn(); ok && now.Account == nil && v.config.Returned == "" && v.config.Invite == "" {
		form.Snapshot.Slow = now.Slow
		require.Equal(v, now, form.Snapshot)
	}
	return now
}

// withReason are values with a reason that is long enough for everybody.
func withReason() signup.Values {
	return with(func(v *signup.Values) { v.Reason = strings.Repeat("because ", 6) })
}

// signUp leads to the screen confirm.
func (v *visitor) signUp() {
	v.Helper()
	require.Equal(v, signup.ScreenForm, v.open().Screen)
	require.NoError(v, v.flow.Submit(v.Context(), values()))
	require.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
}

// fails checks the code of a verb's error.
func (v *visitor) fails(code signup.Code, err error) *signup.Error {
	v.Helper()
	var failed *signup.Error
	require.ErrorAs(v, err, &failed)
	require.Equal(v, code, failed.Code, "%v", err)
	assert.NotContains(v, err.Error(), password)
	reachCode(code)
	return failed
}

// posts counts what was sent to a path.
func (v *visitor) posts(path string) (n int) {
	for _, r := range v.server.Requests() {
		if r.Path == path && r.Method != "OPTIONS" {
			n++
		}
	}
	return n
}

const (
	appsPath     = "/api/v1/apps"
	tokenPath    = "/oauth/token"
	accountsPath = "/api/v1/accounts"
	checkPath    = "/api/v1/emails/check_confirmation"
	resendPath   = "/api/v1/emails/confirmations"
	verifyPath   = "/api/v1/accounts/verify_credentials"
	v2Path       = "/api/v2/instance"
	v1Path       = "/api/v1/instance"
	revokePath   = "/oauth/revoke"
	lookupPath   = "/api/v1/accounts/lookup"
)

type store map[string]string

var storeLock sync.Mutex // of all stores

func (s store) Get(key string) (string, bool) {
	storeLock.Lock()
	defer storeLock.Unlock()
	v, ok := s[key]
	return v, ok
}

func (s store) Set(key, value string) {
	storeLock.Lock()
	defer storeLock.Unlock()
	s[key] = value
}

func (s store) Delete(key string) {
	storeLock.Lock()
	defer storeLock.Unlock()
	delete(s, key)
}

// ticket is the account that the store keeps, "" for none.
func (s store) ticket() string { return s["fedi-signup:account "+host] }

// What the journeys came by.
var reached = struct {
	sync.Mutex
	screens map[signup.Screen]bool
	codes   map[signup.Code]bool
	fields  map[string]bool
}{screens: map[signup.Screen]bool{}, codes: map[signup.Code]bool{}, fields: map[string]bool{}}

func reach(s signup.Snapshot) {
	reached.Lock()
	defer reached.Unlock()
	reached.screens[s.Screen] = true
	if s.Problem != nil {
		reached.codes[s.Problem.Code] = true
	}
	for _, p := range s.Problems {
		if p.Origin == "server" {
			reached.fields[p.Field+" "+string(p.Code)] = true
		}
	}
}

func reachCode(code signup.Code) {
	reached.Lock()
	defer reached.Unlock()
	reached.codes[code] = true
}

// Every screen, every code, and every refusal that Mastodon has.
var (
	allScreens  = constants[signup.Screen]("Screen")
	allCodes    = slices.DeleteFunc(constants[signup.Code]("Code"), func(c signup.Code) bool { return c == signup.CodeInternal }) // which has no journey
	allRefusals = []string{
		"username ERR_BLANK", "username ERR_TAKEN", "username ERR_INVALID", "username ERR_TOO_LONG", "username ERR_RESERVED",
		"email ERR_BLANK", "email ERR_TAKEN", "email ERR_INVALID", "email ERR_TOO_LONG", "email ERR_UNREACHABLE", "email ERR_BLOCKED",
		"password ERR_BLANK", "password ERR_TOO_SHORT", "password ERR_TOO_LONG",
		"agreement ERR_ACCEPTED", "reason ERR_BLANK", "reason ERR_TOO_LONG",
		"date_of_birth ERR_BLANK", "date_of_birth ERR_INVALID", "date_of_birth ERR_BELOW_LIMIT",
	}
)

// constants are the values of all constants of a type that crosses to the widget.
func constants[T ~string](name string) (values []T) {
	text, err := os.ReadFile("snapshot.go")
	if err != nil {
		panic(err)
	}
	for _, found := range regexp.MustCompile(`(?m)^\t`+name+`\w+ +`+name+` += "([^"]+)"`).FindAllStringSubmatch(string(text), -1) {
		values = append(values, T(found[1]))
	}
	return values
}

func TestMain(m *testing.M) {
	code := m.Run()
	everything := flag.Lookup("test.run").Value.String() == "" && !testing.Short() && flag.Lookup("test.list").Value.String() == ""
	if code == 0 && everything {
		var missing []string
		for _, s := range allScreens {
			if !reached.screens[s] {
				missing = append(missing, "screen "+string(s))
			}
		}
		for _, c := range allCodes {
			if !reached.codes[c] {
				missing = append(missing, "code "+string(c))
			}
		}
		for _, f := range allRefusals {
			if !reached.fields[f] {
				missing = append(missing, "refusal "+f)
			}
		}
		if len(missing) > 0 {
			fmt.Println("no journey reaches " + strings.Join(missing, ", "))
			code = 1
		}
	}
	os.Exit(code)
}

func ms(t time.Time) int64 { return t.UnixMilli() }

func in(d time.Duration) int64 { return ms(time.Now().Add(d)) }

// doer is a Doer made of a function.
type doer func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error)

func (d doer) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	return d(ctx, r)
}

// answer is a server's answer.
func answer(status int, body string) *mastodon.Response {
	return &mastodon.Response{Status: status, Header: map[string]string{}, Body: io.NopCloser(strings.NewReader(body))}
}

// answering puts in answers of its own where instead returns one.
func answering(own mastodon.Doer, instead func(*mastodon.Request) *mastodon.Response) doer {
	return func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
		if response := instead(r); response != nil {
			return response, nil
		}
		return own.Do(ctx, r)
	}
}

// watching shows every request to look.
func watching(own mastodon.Doer, look func(*mastodon.Request)) doer {
	return answering(own, func(r *mastodon.Request) *mastodon.Response {
		look(r)
		return nil
	})
}

// altering puts in one answer to the first request to a path.
func altering(own mastodon.Doer, path string, first func() *mastodon.Response) doer {
	done := false
	return answering(own, func(r *mastodon.Request) *mastodon.Response {
		if done || !strings.HasSuffix(r.URL, path) {
			return nil
		}
		done = true
		return first()
	})
}

// withLocale is a Doer that asks for another locale than the flow.
func withLocale(own mastodon.Doer, locale string) doer {
	return watching(own, func(r *mastodon.Request) {
		r.Body = bytes.Replace(r.Body, []byte(`"locale":"de"`), []byte(`"locale":"`+locale+`"`), 1)
	})
}

// browser is a Doer that keeps from pages what a browser would: answers that
// do not allow it. Preflights are left out; what they decide is the server's.
func browser(own mastodon.Doer) doer {
	return func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
		sent := *r
		sent.Header = map[string]string{"Origin": "https://my.site"}
		for name, value := range r.Header {
			sent.Header[name] = value
		}
		response, err := own.Do(ctx, &sent)
		if err == nil && response.Header["access-control-allow-origin"] != "*" {
			response.Body.Close()
			return nil, &mastodon.NoAnswer{Cause: mastodon.CauseCORS, Err: errors.New("Failed to fetch")}
		}
		return response, err
	}
}

// inABrowser has a journey's requests made as a page makes them.
func inABrowser(c *signup.Config) { c.Doer = browser(c.Doer) }

// gotosocial is the last release of GoToSocial that takes apps' sign-ups, as it
// is installed: staff approve, and want to know why.
func gotosocial(edit func(*mastodontest.Settings)) mastodontest.Settings {
	s := mastodontest.Settings{Software: mastodontest.GoToSocial, Version: "0.18.3", Registrations: mastodontest.Approval, RequireReason: true}
	if edit != nil {
		edit(&s)
	}
	return s
}

// hosts sends requests to other simulated servers by their host.
func hosts(own mastodon.Doer, others map[string]*mastodontest.Server) doer {
	return func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
		address, err := url.Parse(r.URL)
		if err != nil {
			return nil, err
		}
		if other := others[address.Host]; other != nil {
			return nethttp.New(other.Client()).Do(ctx, r)
		}
		return own.Do(ctx, r)
	}
}

func formValue(t testing.TB, form, name string) string {
	values, err := url.ParseQuery(form)
	require.NoError(t, err)
	return values.Get(name)
}
