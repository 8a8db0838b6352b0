package mastodon_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/require"
)

// fuzzAnswers feeds any answer to a call: it returns a result or an *Error,
// and never panics.
func fuzzAnswers(f *testing.F, call func(t *testing.T, c *mastodon.Client) error, seeds ...string) {
	for _, seed := range append(seeds, "", "null", "[]", "{}", `{"error":"No"}`, `"text"`, "<html>", `{"a":`) {
		f.Add(200, seed)
		f.Add(422, seed)
	}
	f.Fuzz(func(t *testing.T, status int, body string) {
		if err := call(t, client(t, &answering{status: status, body: body})); err != nil {
			require.NotEmpty(t, asError(t, err).Code)
			require.NotEmpty(t, err.Error())
		}
	})
}

func FuzzInstance(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error {
		i, err := c.Instance(t.Context())
		if err == nil {
			require.NotEmpty(t, i.Title)
			require.NotEmpty(t, i.Domain)
		}
		return err
	}, instance45, `{"uri":"https://example.social","version":"2.7.2 (compatible; Akkoma 3.16.0)","rules":[{"id":1,"text":"x","translations":{"de":{}}}]}`)
}

func FuzzOlderInstance(f *testing.F) {
	for _, seed := range []string{instanceV1, "", "null", "[]", "{}", "<html>",
		`{"uri":"https://example.social","version":"2.7.2 (compatible; Akkoma 3.16.0)","rules":[{"id":1,"text":"x","translations":{"de":{}}}]}`,
		`{"version":"1.0.5+3.5.2","pleroma":{"metadata":{"account_activation_required":true}}}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		i, err := client(t, byPath{"/api/v1/instance": "200 " + body}).Instance(t.Context())
		if err != nil {
			require.Equal(t, mastodon.CodeUnreadable, asError(t, err).Code)
			return
		}
		require.Equal(t, 1, i.APIVersion)
		require.NotEmpty(t, i.Title)
	})
}

// Whatever a visitor types, servers read it as it was typed.
func FuzzRegistration(f *testing.F) {
	f.Add("correct horse", "Because\n\U0001FAE9")
	f.Add("\"\\\x7f\xff", "\u2028\U000E0062\x00")
	f.Fuzz(func(t *testing.T, one, other string) {
		doer := &answering{status: 200, body: tokenBody}
		sent := mastodon.Registration{Username: one, Email: other, Password: one, Agreement: len(one) > 3, Locale: other, TimeZone: one, Reason: other,
			DateOfBirth: one, InviteCode: other, CaptchaToken: one, CaptchaSolution: other, CaptchaAnswerData: one, InviteToken: other, Language: one}
		_, err := client(t, doer).CreateAccount(t.Context(), "app-token", sent)
		require.NoError(t, err)
		expected := map[string]any{"agreement": sent.Agreement}
		for name, text := range map[string]string{"username": one, "email": other, "password": one, "locale": other, "time_zone": one, "reason": other,
			"date_of_birth": one, "invite_code": other, "captcha_token": one, "captcha_solution": other, "captcha_answer_data": one, "token": other, "language": one} {
			if text != "" {
				expected[name] = string([]rune(text))
			}
		}
		requireBody(t, expected, doer)

		err = client(t, doer).ResendConfirmation(t.Context(), "token", one)
		require.NoError(t, err)
		expected = map[string]any{}
		if one != "" {
			expected["email"] = string([]rune(one))
		}
		requireBody(t, expected, doer)
	})
}

func requireBody(t *testing.T, expected map[string]any, doer *answering) {
	var body map[string]any
	require.NoError(t, json.Unmarshal(doer.last.Body, &body), "%q", doer.last.Body)
	require.Equal(t, expected, body)
}

func FuzzRefusal(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error {
		_, err := c.CreateAccount(t.Context(), "app-token", mastodon.Registration{})
		return err
	}, tokenBody, `{"error":"Validation failed","details":{"email":[{"error":"ERR_TAKEN","description":"taken"}]}}`,
		`{"error":"{\"nickname\":[\"has already been taken\"]}"}`, `{"error":"invalid_client","error_description":"x"}`,
		`{"error":"x","errors":[{"source":{"pointer":"/a"},"message":"b"}]}`, `{"error":"Bad Request: reason should be at least 40 chars"}`,
		`{"identifier":"awaiting_approval","message":"x"}`)
}

func FuzzRules(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error { _, err := c.Rules(t.Context()); return err },
		`[{"id":"1","text":"Be kind","hint":"x","translations":{"de":{"text":"Sei nett","hint":"y"}}}]`)
}

func FuzzTermsOfService(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error { _, err := c.TermsOfService(t.Context(), ""); return err },
		`{"effective_date":"2026-05-01","effective":true,"content":"<p>","succeeded_by":null}`)
}

func FuzzPrivacyPolicy(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error { _, err := c.PrivacyPolicy(t.Context()); return err },
		`{"updated_at":"2022-10-07T00:00:00+00:00","content":"<p>"}`)
}

func FuzzExtendedDescription(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error { _, err := c.ExtendedDescription(t.Context()); return err },
		`{"updated_at":null,"content":"<p>"}`)
}

func FuzzApp(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error {
		_, err := c.RegisterApp(t.Context(), mastodon.AppRegistration{})
		return err
	}, `{"id":"1","name":"W","scopes":["read"],"redirect_uri":"a\nb","client_id":"i","client_secret":"s"}`)
}

func FuzzToken(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error {
		token, err := c.AppToken(t.Context(), &mastodon.App{}, "")
		if err == nil {
			require.NotEmpty(t, token.AccessToken)
		}
		return err
	}, tokenBody, `{"access_token":"a","created_at":1e99}`)
}

func FuzzAccount(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error { _, err := c.VerifyAccount(t.Context(), "t"); return err },
		`{"id":7,"username":"alice","acct":"alice","url":"https://example.social/@alice"}`)
}

func FuzzEmailConfirmed(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error { _, err := c.EmailConfirmed(t.Context(), "t"); return err }, "true", "false")
}

func FuzzNodeInfo(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error { _, err := c.NodeInfo(t.Context()); return err },
		`{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://example.social/nodeinfo/2.0"}]}`,
		`{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"http://web.example:8443/?x"}]}`)
}

func FuzzHostMeta(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error {
		server, err := c.HostMeta(t.Context())
		if err == nil {
			requireNamed(t, server)
		}
		return err
	}, hostMeta, `<Link rel='lrdd' template="https://a.b/">`, `<!-- <a "b' --><L template="https://a.b" rel = "lrdd">`, `<">`, `<='>'>`,
		`{"links":[{"rel":"lrdd","template":"https://a.b/{uri}"}]}`)
}

func FuzzWebFinger(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error {
		server, err := c.WebFinger(t.Context(), "alice@example.com")
		if err == nil {
			requireNamed(t, server)
		}
		return err
	}, `{"links":[{"rel":"self","type":"application/activity+json","href":"https://a.b/users/alice"}]}`)
}

// requireNamed makes sure that an answer names no server that a visitor could
// not have typed, nor one on the visitor's own machine.
func requireNamed(t *testing.T, server mastodon.Server) {
	typed, err := mastodon.ParseServer(server.Origin())
	require.NoError(t, err)
	require.Equal(t, typed, server)
	require.True(t, strings.HasPrefix(server.Origin(), "https://"))
}

func FuzzCaptcha(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error {
		captcha, err := c.Captcha(t.Context())
		if err == nil && captcha.Type != "none" {
			require.NotEmpty(t, captcha.Token)
			require.Regexp(t, "^(https://|data:image/)", captcha.Image)
			require.GreaterOrEqual(t, captcha.Seconds, 0)
		}
		return err
	}, nativeCaptcha, `{"type":"none"}`)
}

func FuzzSoftware(f *testing.F) {
	for _, seed := range []string{"4.5.3+glitch", "2.7.2 (compatible; Akkoma 3.16.0)", "4.0.0 (not true; really snac/2.52)", "takahe/0.10.1", "(compatible; ", "/", "+", "ü/1"} {
		f.Add(seed, "")
	}
	f.Add("0.19.2", "https://codeberg.org/superseriousbusiness/gotosocial")
	f.Fuzz(func(t *testing.T, version, source string) {
		body, err := json.Marshal(map[string]string{"version": version, "source_url": source})
		require.NoError(t, err)
		i, err := client(t, &answering{status: 200, body: string(body)}).Instance(t.Context())
		if err == nil {
			require.Equal(t, strings.ToLower(i.Software.Name), i.Software.Name)
			require.True(t, utf8.ValidString(i.Software.Title()))
		}
	})
}

func FuzzMarkedReturnURL(f *testing.F) {
	f.Add("https://my.site/?a=b#c")
	f.Add("??")
	f.Fuzz(func(t *testing.T, page string) {
		server, err := mastodon.ParseServer("http://[::1]:3000")
		require.NoError(t, err)
		given, err := url.Parse(page)
		if err != nil || given.Query().Has(mastodon.ReturnMark) {
			return
		}
		marked, err := url.Parse(mastodon.MarkedReturnURL(page, server))
		require.NoError(t, err)
		require.Equal(t, server.Host(), marked.Query().Get(mastodon.ReturnMark))
		require.Equal(t, given.EscapedPath(), marked.EscapedPath())
		require.Empty(t, marked.Fragment)
	})
}

func FuzzAuthorizationServer(f *testing.F) {
	fuzzAnswers(f, func(t *testing.T, c *mastodon.Client) error { _, err := c.AuthorizationServer(t.Context()); return err },
		`{"issuer":"https://example.social/","scopes_supported":["read"]}`)
}

func FuzzRateLimit(f *testing.F) {
	f.Add("5", "4", "2026-08-07T12:30:00.123456Z")
	f.Add("5", "0", "1786105800")
	f.Add("-1", "x", "")
	f.Fuzz(func(t *testing.T, limit, remaining, reset string) {
		doer := &answering{status: 429, header: map[string]string{
			"x-ratelimit-limit": limit, "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset}}
		_, err := client(t, doer).Rules(t.Context())
		if told := asError(t, err).RateLimit; told != nil {
			require.GreaterOrEqual(t, told.Remaining, 0)
			require.False(t, told.Reset.IsZero())
		}
	})
}
