package edge_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The secrets and the answer that Cloudflare documents for tests.
const (
	alwaysPasses = "1x0000000000000000000000000000000AA"
	alwaysFails  = "2x0000000000000000000000000000000AA"
	alreadySpent = "3x0000000000000000000000000000000AA"
	dummy        = "XXXX.DUMMY.TOKEN.XXXX"
)

// turnstile is a Doer to Cloudflare's siteverify, as it is documented, and to
// servers. An answer that begins with "once" is good once.
type turnstile struct {
	mastodon.Doer
	asked *[]url.Values
	spent map[string]bool
	fail  func() (*mastodon.Response, error)
}

func (d turnstile) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if r.URL != "https://challenges.cloudflare.com/turnstile/v0/siteverify" {
		return d.Doer.Do(ctx, r)
	}
	form, _ := url.ParseQuery(string(r.Body))
	*d.asked = append(*d.asked, form)
	if d.fail != nil {
		return d.fail()
	}
	says := func(text string) (*mastodon.Response, error) {
		return &mastodon.Response{Status: 200, Header: map[string]string{}, Body: body(text)}, nil
	}
	answer := form.Get("response")
	switch secret := form.Get("secret"); {
	case secret == alwaysFails:
		return says(`{"success":false,"error-codes":["invalid-input-response"],"messages":[]}`)
	case secret == alreadySpent, d.spent[answer]:
		return says(`{"success":false,"error-codes":["timeout-or-duplicate"],"messages":[]}`)
	case secret != alwaysPasses:
		return says(`{"success":false,"error-codes":["invalid-input-secret"],"messages":[]}`)
	}
	d.spent[answer] = strings.HasPrefix(answer, "once")
	return says(`{"success":true,"error-codes":[],"challenge_ts":"2026-11-28T12:00:00.000Z","hostname":"example.com","metadata":{"interactive":false}}`)
}

// challenging is a broker that wants a challenge solved.
func challenging(t *testing.T, secret string, fail func() (*mastodon.Response, error)) (*setup, *[]url.Values) {
	asked := &[]url.Values{}
	s := start(t, func(c *edge.Config) {
		c.Turnstile = secret
		c.Doer = turnstile{c.Doer, asked, map[string]bool{}, fail}
	})
	t.Cleanup(func() {
		assert.NotContains(t, s.log.String()+s.answers.String(), secret)
		assert.NotContains(t, s.log.String(), dummy)
	})
	return s, asked
}

// solved asks with an answer to the challenge.
func (s *setup) solved(solution string) answer {
	form := url.Values{"server": {"example.social"}, "return_url": {returnURL}, "challenge": {solution}}.Encode()
	r := post(origin, "example.social", returnURL)
	r.Body, r.ContentLength = body(form), int64(len(form))
	return s.do(r)
}

func TestATokenIsForThoseWhoSolvedTheChallenge(t *testing.T) {
	s, asked := challenging(t, alwaysPasses, nil)
	a := s.ask()
	assert.Equal(t, http.StatusForbidden, a.Status)
	assert.Equal(t, "challenge_required", a.Code)
	assert.Equal(t, "max-age=60", a.Header.Get(repeat), "which a script in front can say")
	assert.Empty(t, s.server.Requests(), "nothing is registered for those who did not")
	assert.Empty(t, *asked)

	a = s.solved(dummy)
	require.Equal(t, http.StatusOK, a.Status, a.Body)
	assert.NotEmpty(t, a.Token)
	assert.Empty(t, a.Header.Get(repeat), "nobody gets it by another's answer")
	assert.Equal(t, []url.Values{{"secret": {alwaysPasses}, "response": {dummy}}}, *asked, "and Cloudflare learns nothing else")

	require.Equal(t, http.StatusOK, s.solved("once").Status)
	assert.Equal(t, "challenge_failed", s.solved("once").Code, "an answer is good once")
	assert.Equal(t, "challenge_required", s.ask().Code)
	assert.Equal(t, "challenge_failed", s.solved(strings.Repeat("x", 2049)).Code)
	assert.Equal(t, 1, s.registrations())

	asks := len(*asked)
	strange := post("https://evil.example", "example.social", returnURL)
	assert.Equal(t, "origin_not_listed", s.do(strange).Code)
	assert.Len(t, *asked, asks)
}

func TestAnswersThatAreNotGood(t *testing.T) {
	for secret, code := range map[string]string{alwaysFails: "challenge_failed", alreadySpent: "challenge_failed", "wrong-secret-of-the-owner": "misconfigured"} {
		s, _ := challenging(t, secret, nil)
		assert.Equal(t, code, s.solved(dummy).Code)
		assert.Empty(t, s.server.Requests())
		if code == "misconfigured" {
			assert.Contains(t, s.log.String(), "TURNSTILE_SECRET")
		}
	}
}

func TestWithoutCloudflaresWordThereIsNoToken(t *testing.T) {
	says := func(status int, text string) func() (*mastodon.Response, error) {
		return func() (*mastodon.Response, error) {
			return &mastodon.Response{Status: status, Header: map[string]string{}, Body: body(text)}, nil
		}
	}
	for name, fail := range map[string]func() (*mastodon.Response, error){
		"no answer": func() (*mastodon.Response, error) { return nil, errors.New("cannot send " + dummy) },
		"silent": func() (*mastodon.Response, error) {
			time.Sleep(10 * time.Second)
			return nil, context.DeadlineExceeded
		},
		"a page":         says(200, "<title>Moved</title>"),
		"an error":       says(503, `{"success":true}`),
		"internal error": says(200, `{"success":false,"error-codes":["internal-error"]}`),
		"endless":        says(200, `{"success":true,"x":"`+strings.Repeat("x", 1<<20)+`"}`),
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, _ := challenging(t, alwaysPasses, fail)
				a := s.solved(dummy)
				assert.Equal(t, http.StatusServiceUnavailable, a.Status)
				assert.Equal(t, "temporarily_unavailable", a.Code)
				assert.Empty(t, s.server.Requests())
			})
		})
	}
}

func TestASiteKeyInPlaceOfTheSecretIsNoticed(t *testing.T) {
	err := edge.Config{Servers: []string{"example.social"}, Sites: []edge.Site{{ReturnURL: returnURL}}, Store: edge.NewMemory(),
		Turnstile: "0x4AAAAAAABkMYinukE8nzYS"}.Check()
	assert.ErrorContains(t, err, "TURNSTILE_SECRET is the site key")
}
