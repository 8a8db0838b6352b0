package signup_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A script is what a server answers: for each answer a line "-- path status",
// then the body. The line may go on with headers, name=value, and with the
// address that redirects led to. Answers of one path are given in turn, the
// last one for ever; a path without one is a 404, the status 0 no answer.
type scripted struct {
	mu      sync.Mutex
	answers map[string][]mastodon.Response
	bodies  map[string][]string
	asked   int
}

// echo stands in a script for the password, where a server could know it.
const echo = "{password}"

func script(text string) *scripted {
	s := &scripted{answers: map[string][]mastodon.Response{}, bodies: map[string][]string{}}
	for section := range strings.SplitSeq("\n"+text, "\n-- ") {
		head, body, _ := strings.Cut(section, "\n")
		words := strings.Fields(head)
		if len(words) < 2 {
			continue
		}
		status, _ := strconv.Atoi(words[1])
		answer := mastodon.Response{Status: status, Header: map[string]string{}}
		for _, word := range words[2:] {
			if name, value, ok := strings.Cut(word, "="); ok && !strings.Contains(name, ":") {
				answer.Header[name] = value
			} else {
				answer.URL = word
			}
		}
		if words[0] == accountsPath {
			body = strings.ReplaceAll(body, echo, password)
			for name, value := range answer.Header {
				answer.Header[name] = strings.ReplaceAll(value, echo, password)
			}
		}
		s.answers[words[0]] = append(s.answers[words[0]], answer)
		s.bodies[words[0]] = append(s.bodies[words[0]], body)
	}
	return s
}

func (s *scripted) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked++
	address, err := url.Parse(r.URL)
	if err != nil {
		return nil, err
	}
	path := address.Path
	answers := s.answers[path]
	if len(answers) == 0 {
		return &mastodon.Response{Status: 404, Header: map[string]string{}, Body: io.NopCloser(strings.NewReader(`{"error":"Record not found"}`))}, nil
	}
	answer, body := answers[0], s.bodies[path][0]
	if len(answers) > 1 {
		s.answers[path], s.bodies[path] = answers[1:], s.bodies[path][1:]
	}
	if answer.Status == 0 {
		return nil, errors.New("no answer")
	}
	answer.Body = io.NopCloser(strings.NewReader(body))
	return &answer, ctx.Err()
}

// recording writes the script of what a server answers.
type recording struct {
	mastodon.Doer
	script *strings.Builder
}

func (d recording) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	answer, err := d.Doer.Do(ctx, r)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	answer.Body.Close()
	answer.Body = io.NopCloser(bytes.NewReader(body))
	address, err := url.Parse(r.URL)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(d.script, "-- %s %d", address.Path, answer.Status)
	for _, name := range slices.Sorted(maps.Keys(answer.Header)) {
		if strings.HasPrefix(name, "x-r") { // limits and the request's name
			fmt.Fprintf(d.script, " %s=%s", name, answer.Header[name])
		}
	}
	if answer.URL != "" {
		d.script.WriteString(" " + answer.URL)
	}
	fmt.Fprintf(d.script, "\n%s\n", body)
	return answer, nil
}

// everything does with a flow whatever a visitor can do.
func everything(t *testing.T, flow *signup.Flow, values signup.Values) {
	ctx := t.Context()
	tell := func(err error) {
		if err == nil {
			return
		}
		var failed *signup.Error
		require.ErrorAs(t, err, &failed)
		require.NotEmpty(t, failed.Code)
		require.Less(t, len(err.Error()), 10_000)
		require.NotContains(t, err.Error(), password)
		assertCrosses(t, failed)
	}
	tell(flow.Open(ctx, host))
	if flow.Snapshot().Screen == signup.ScreenClosed {
		tell(flow.UseInvite(ctx, "abcdefgh"))
	}
	tell(flow.Prepare(ctx))
	for _, kind := range []signup.DocumentKind{signup.DocumentKindPrivacyPolicy, signup.DocumentKindTermsOfService, signup.DocumentKindAbout} {
		text, err := flow.Document(ctx, kind)
		tell(err)
		if err == nil {
			assertCrosses(t, text)
		}
	}
	_, err := flow.Available(ctx, values.Username)
	tell(err)
	_, err = flow.Suggest(ctx, values.Username)
	tell(err)
	tell(flow.NewCaptcha(ctx))
	for range 2 {
		for _, p := range flow.Check(values) {
			assertCrosses(t, p)
		}
		values.Terms = flow.Snapshot().Terms
		tell(flow.Submit(ctx, values))
		time.Sleep(time.Minute)
	}
	tell(flow.Resend(ctx, "other@example.org"))
	tell(flow.Refresh(ctx))
	time.Sleep(2 * time.Minute)
	tell(flow.Revoke(ctx))
	tell(flow.Forget(ctx))
}

// assertCrosses makes sure that a page can read what crosses, and that it
// holds no password.
func assertCrosses(t *testing.T, value interface{ MarshalJSON() ([]byte, error) }) {
	text, err := value.MarshalJSON()
	assert.NoError(t, err)
	assert.True(t, json.Valid(text), "%q", text)
	assert.True(t, utf8.Valid(text), "%q", text)
	assert.NotContains(t, string(text), password)
	if _, document := value.(*signup.DocumentText); !document {
		assert.Less(t, len(text), 1_500_000)
	}
}

// solved are values that every simulated server takes.
func solved() signup.Values {
	return with(func(v *signup.Values) {
		v.DateOfBirth, v.Reason, v.Captcha = "1990-02-03", "Because I like tidepools, and what lives in them.", "abc12"
	})
}

// FuzzFlow lets a server answer whatever it will, to everything that a visitor
// can do. What comes to the page can be read there and holds no password, and
// there is an end to what is asked.
func FuzzFlow(f *testing.F) {
	for _, seed := range scripts(f) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		synctest.Test(t, func(t *testing.T) {
			server := script(text)
			flow := signup.New(signup.Config{Doer: server, Store: store{}, AppName: "My site", ReturnURL: "https://my.site/welcome",
				Languages: []string{"de-AT", "en"}, TimeZone: "Europe/Vienna", Follow: "@club@example.social",
				OnChange: func(s signup.Snapshot) { assertCrosses(t, s) }})
			defer flow.Close()
			everything(t, flow, solved())
			require.Less(t, server.asked, 200)
		})
	})
}

// What a document makes by itself is what the flow makes of it.
func FuzzFormIn(f *testing.F) {
	for _, seed := range scripts(f) {
		if _, text, ok := strings.Cut("\n"+seed, "\n-- /api/v2/instance 200\n"); ok {
			document, _, _ := strings.Cut(text, "\n-- ")
			f.Add(document)
		}
	}
	f.Fuzz(func(t *testing.T, document string) {
		synctest.Test(t, func(t *testing.T) {
			languages := []string{"de-AT", "en"}
			form, ok := signup.FormIn([]byte(document), host, languages, time.Now())
			if !ok {
				return
			}
			flow := signup.New(signup.Config{Doer: script("-- /api/v2/instance 200\n" + document), Languages: languages})
			defer flow.Close()
			require.NoError(t, flow.Open(t.Context(), host))
			require.Equal(t, flow.Snapshot(), form.Snapshot)
			assertCrosses(t, form.Snapshot)
		})
	})
}

// scripts are what each kind of server answers, and what goes wrong with them.
func scripts(f *testing.F) []string {
	f.Helper()
	all := []string{"", "-- /api/v2/instance 200\n{}",
		"-- /.well-known/nodeinfo 200\n" + `{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://example.social/n"}]}` +
			"\n-- /n 200\n" + `{"software":{"name":"misskey","version":"2025.1"}}`,
		"-- /.well-known/host-meta 200\n" + `<XRD><Link rel="lrdd" template="https://web.example/.well-known/webfinger?resource={uri}"/></XRD>`}
	opened := 0
	for i, settings := range []mastodontest.Settings{
		{Rules: []mastodontest.Rule{{Text: "Be kind.", Hint: "Always.", Translations: map[string]mastodontest.RuleText{"de": {Text: "Sei nett."}}}}, Description: "<p>Tide&shy;pool</p>"},
		{Registrations: mastodontest.Approval, MinAge: 16, RequireReason: true, Terms: &mastodontest.Terms{EffectiveDate: "2026-05-01", HTML: "<p>Terms"}},
		{Version: "2.7.2"}, {Version: "3.5.3"}, {Version: "4.2.0"}, {Version: "4.3.0"},
		{Software: mastodontest.Hometown}, {Software: mastodontest.GoToSocial, Version: "0.18.3"},
		{Software: mastodontest.Akkoma, Captcha: true}, {Software: mastodontest.Pleroma, BirthdayRequired: true, BirthdayMinAge: 5000},
		{Software: mastodontest.Akkoma, Registrations: mastodontest.Approval},
		{Registrations: mastodontest.Closed, ClosedMessage: `<p>Ask <a href="/about">us</a>, or https://chat.example/.</p>`},
		{Software: mastodontest.GoToSocial}, {Software: mastodontest.Pixelfed}, {Software: mastodontest.Friendica},
		{Software: mastodontest.Mitra}, {Software: mastodontest.Epicyon}, {Software: mastodontest.Vernissage}, {Software: "misskey"},
	} {
		server := mastodontest.New(settings)
		var told strings.Builder
		flow := signup.New(signup.Config{Doer: recording{nethttp.New(server.Client()), &told}, AppName: "My site", ReturnURL: "https://my.site/welcome", Languages: []string{"de-AT"}})
		_ = flow.Open(f.Context(), host)
		if flow.Snapshot().Screen == signup.ScreenForm {
			opened++
			for _, kind := range []signup.DocumentKind{signup.DocumentKindPrivacyPolicy, signup.DocumentKindTermsOfService, signup.DocumentKindAbout} {
				_, _ = flow.Document(f.Context(), kind)
			}
			_, _ = flow.Available(f.Context(), "alice")
			values := solved()
			values.Captcha, values.Terms = server.LastCaptcha(), flow.Snapshot().Terms
			require.NoError(f, flow.Submit(f.Context(), values), "settings %d", i)
			_ = server.Confirm("alice")
			_ = flow.Refresh(f.Context())
		}
		flow.Close()
		all = append(all, told.String())
	}
	require.Equal(f, 11, opened)
	for _, refusal := range []string{
		`422 x-request-id={password} x-ratelimit-limit=5 x-ratelimit-remaining=2 x-ratelimit-reset=2026-08-07T12:30:00Z` + "\n" +
			`{"error":"No: {password}","details":{"username":[{"error":"ERR_TAKEN","description":"{password} is taken"}],"reason":[{"error":"ERR_BLANK","description":"can't be blank"}],"{password}":[{"error":"ERR_{password}","description":"&lt;{password}"}]}}`,
		"422\n" + `{"error":"{\"nickname\":[\"has already been taken\"],\"captcha\":[\"Invalid CAPTCHA\"]}","identifier":"{password}"}`,
		"400\n" + `{"error":"x","errors":[{"source":{"pointer":"/locale"},"message":"{password}"}]}`,
		"422\n" + `{"error":"Validation failed: Locale is not included in the list"}`, "401\n" + `{"error":"invalid_client","error_description":"{password}"}`,
		"403\n" + `{"error":"<b>{password}"}`, "429 x-ratelimit-limit=5 x-ratelimit-remaining=0 x-ratelimit-reset=1786105800\n{}", "500\n<html>{password}", "0\n", "200\n{}",
		"200\n" + `{"identifier":"awaiting_approval","message":"{password}"}`,
	} {
		answers, _, _ := strings.Cut(all[4], "-- "+accountsPath+" ")
		all = append(all, answers+"-- "+accountsPath+" "+refusal+"\n-- "+resendPath+" 422\n{\"error\":\"No\"}")
	}
	return all
}
