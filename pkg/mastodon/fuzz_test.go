package mastodon_test

import (
	"encoding/json"
	"math"
	"net/url"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/require"
)

// answered are the calls of the API, each with answers that it is made for.
var answered = []struct {
	call  func(t *testing.T, d *answering) error
	seeds []string
}{
	{func(t *testing.T, d *answering) error {
		i, err := client(t, d).Instance(t.Context())
		if err == nil {
			require.NotEmpty(t, i.Title)
			require.NotEmpty(t, i.Domain)
			require.Contains(t, []int{1, 2}, i.APIVersion)
			require.Equal(t, strings.ToLower(i.Software.Name), i.Software.Name)
			require.True(t, utf8.ValidString(i.Software.Title()))
			require.True(t, i.ActiveUsers >= 0 && i.ActiveUsers <= math.MaxInt32)
			require.True(t, i.Registrations.MinAge >= 0 && i.Registrations.MinAge < 200)
			require.True(t, strings.HasPrefix(i.Server.Origin(), "https://"))
		}
		return err
	}, []string{instance45, instanceV1, `{"uri":"https://example.social","version":"2.7.2 (compatible; Akkoma 3.16.0)","rules":[{"id":1,"text":"x","translations":{"de":{}}}]}`,
		`{"version":"1.0.5+3.5.2","pleroma":{"metadata":{"account_activation_required":true,"birthday_required":true,"birthday_min_age":5844}}}`,
		`{"version":"4.5.3+glitch","registrations":{"min_age":"16.0"},"api_versions":{"mastodon":4294967298},"usage":{"users":{"active_month":1e99}}}`,
		`{"version":"4.0.0 (not true; really snac/2.52)"}`, `{"version":"takahe/0.10.1"}`, `{"version":"(compatible; "}`, `{"version":"/"}`, `{"version":"+"}`, `{"version":"ü/1"}`,
		`{"version":"3.5.3+0.18.3+git-abc1234"}`, `{"version":"0.19.2","source_url":"https://codeberg.org/superseriousbusiness/gotosocial"}`}},
	{func(t *testing.T, d *answering) error { // the older document
		i, err := client(t, byPath{"/api/v1/instance": "200 " + d.body}).Instance(t.Context())
		if err == nil {
			require.Equal(t, 1, i.APIVersion)
			require.NotEmpty(t, i.Title)
		}
		return err
	}, []string{instanceV1, `{"uri":"https://example.social","version":"2.7.2 (compatible; Pleroma 2.5.0)","pleroma":{"metadata":{"birthday_required":true,"birthday_min_age":"5844"}}}`}},
	{func(t *testing.T, d *answering) error {
		_, err := client(t, d).TermsOfService(t.Context(), "")
		return err
	},
		[]string{`{"effective_date":"2026-05-01","effective":true,"content":"<p>","succeeded_by":null}`}},
	{func(t *testing.T, d *answering) error { _, err := client(t, d).PrivacyPolicy(t.Context()); return err },
		[]string{`{"updated_at":"2022-10-07T00:00:00+00:00","content":"<p>"}`}},
	{func(t *testing.T, d *answering) error {
		_, err := client(t, d).ExtendedDescription(t.Context())
		return err
	},
		[]string{`{"updated_at":null,"content":"<p>"}`}},
	{func(t *testing.T, d *answering) error {
		_, err := client(t, d).RegisterApp(t.Context(), mastodon.AppRegistration{})
		return err
	}, []string{`{"id":"1","name":"W","scopes":["read"],"redirect_uri":"a\nb","client_id":"i","client_secret":"s"}`}},
	{func(t *testing.T, d *answering) error {
		token, err := client(t, d).AppToken(t.Context(), &mastodon.App{}, "")
		if err == nil {
			require.NotEmpty(t, token.AccessToken)
			require.Less(t, token.CreatedAt.Year(), 40_000)
		}
		return err
	}, []string{tokenBody, `{"access_token":"a","created_at":1e99}`}},
	{func(t *testing.T, d *answering) error {
		_, err := client(t, d).CreateAccount(t.Context(), "app-token", mastodon.Registration{})
		return err
	}, []string{`{"error":"Validation failed","details":{"email":[{"error":"ERR_TAKEN","description":"taken"}]}}`,
		`{"error":"{\"nickname\":[\"has already been taken\"]}"}`, `{"error":"invalid_client","error_description":"x"}`,
		`{"error":"x","errors":[{"source":{"pointer":"/a"},"message":"b"}]}`, `{"error":"Bad Request: reason should be at least 40 chars"}`,
		`{"identifier":"awaiting_approval","message":"x"}`}},
	{func(t *testing.T, d *answering) error {
		_, err := client(t, d).VerifyAccount(t.Context(), "t")
		return err
	},
		[]string{`{"id":7,"username":"alice","acct":"alice","url":"https://example.social/@alice"}`}},
	{func(t *testing.T, d *answering) error {
		_, err := client(t, d).EmailConfirmed(t.Context(), "t")
		return err
	}, []string{"true", "false"}},
	{func(t *testing.T, d *answering) error { _, err := client(t, d).NodeInfo(t.Context()); return err },
		[]string{`{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://example.social/nodeinfo/2.0"}]}`,
			`{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.1","href":"http://web.example:8443/?x"}]}`}},
	{func(t *testing.T, d *answering) error {
		server, err := client(t, d).HostMeta(t.Context())
		requireNamed(t, server, err)
		return err
	}, []string{hostMeta, `<Link rel='lrdd' template="https://a.b/">`, `<!-- <a "b' --><L template="https://a.b" rel = "lrdd">`, `<">`, `<='>'>`,
		`{"links":[{"rel":"lrdd","template":"https://a.b/{uri}"}]}`}},
	{func(t *testing.T, d *answering) error {
		server, err := client(t, d).WebFinger(t.Context(), "alice@example.com")
		requireNamed(t, server, err)
		return err
	}, []string{`{"links":[{"rel":"self","type":"application/activity+json","href":"https://a.b/users/alice"}]}`}},
	{func(t *testing.T, d *answering) error {
		captcha, err := client(t, d).Captcha(t.Context())
		if err == nil && captcha.Type != "none" {
			require.NotEmpty(t, captcha.Token)
			require.Regexp(t, "^(https://|data:image/)", captcha.Image)
			require.True(t, captcha.Seconds >= 0 && captcha.Seconds <= math.MaxInt32)
		}
		return err
	}, []string{nativeCaptcha, `{"type":"none"}`}},
}

// FuzzAnswers feeds any answer to each call, for all of its requests: it
// returns a result or an *Error, and never panics.
func FuzzAnswers(f *testing.F) {
	for i, each := range answered {
		for _, seed := range append(each.seeds, "", "null", "[]", "{}", `{"error":"No"}`, `"text"`, "<html>", `{"a":`, "\ufeff{}", strings.Repeat("[", 70)) {
			f.Add(i, 200, "", seed)
			f.Add(i, 422, "5 4 2026-08-07T12:30:00.123456Z", seed)
		}
	}
	f.Add(0, 429, "5 0 1786105800", "")
	f.Add(0, 429, "-1 x", "")
	f.Add(0, 403, "4294967296 4294967296 99999999999999999999", "")
	f.Fuzz(func(t *testing.T, which, status int, limits, body string) {
		limit := append(strings.Split(limits, " "), "", "", "")
		doer := &answering{status: status, body: body, header: map[string]string{
			"x-ratelimit-limit": limit[0], "x-ratelimit-remaining": limit[1], "x-ratelimit-reset": limit[2], "x-request-id": limits}}
		err := answered[uint(which)%uint(len(answered))].call(t, doer)
		require.LessOrEqual(t, len(doer.paths), 4, "requests")
		if err == nil {
			return
		}
		failed := asError(t, err)
		require.NotEmpty(t, failed.Code)
		require.NotEmpty(t, err.Error())
		if told := failed.RateLimit; told != nil {
			require.True(t, told.Remaining >= 0 && told.Remaining <= math.MaxInt32)
			require.True(t, told.Limit >= 0 && told.Limit <= math.MaxInt32)
			require.Positive(t, told.ResetAt)
		}
	})
}

// requireNamed makes sure that an answer names no server that a visitor could
// not have typed, nor one on the visitor's own machine.
func requireNamed(t *testing.T, server mastodon.Server, err error) {
	if err != nil {
		return
	}
	typed, err := mastodon.ParseServer(server.Origin())
	require.NoError(t, err)
	require.Equal(t, typed, server)
	require.True(t, strings.HasPrefix(server.Origin(), "https://"))
}

// Whatever a visitor types, servers read it as it was typed.
func FuzzRegistration(f *testing.F) {
	f.Add("correct horse", "Because\n\U0001FAE9")
	f.Add("\"\\\x7f\xff", "\u2028\U000E0062\x00")
	f.Fuzz(func(t *testing.T, one, other string) {
		doer := &answering{status: 200, body: tokenBody}
		sent := mastodon.Registration{Username: one, Email: other, Password: one, Agreement: len(one) > 3, Locale: other, TimeZone: one, Reason: other,
			DateOfBirth: one, InviteCode: other, CaptchaToken: one, CaptchaSolution: other, CaptchaAnswerData: one, InviteToken: other, Language: one, Lang: other}
		_, err := client(t, doer).CreateAccount(t.Context(), "app-token", sent)
		require.NoError(t, err)
		expected := map[string]any{"agreement": sent.Agreement}
		for name, text := range map[string]string{"username": one, "email": sentAddress(other), "password": one, "locale": other, "time_zone": one, "reason": other,
			"date_of_birth": one, "invite_code": other, "captcha_token": one, "captcha_solution": other, "captcha_answer_data": one, "token": other, "language": one, "lang": other} {
			if text != "" {
				expected[name] = string([]rune(text))
			}
		}
		requireBody(t, expected, doer)

		err = client(t, doer).ResendConfirmation(t.Context(), "token", one)
		require.NoError(t, err)
		expected = map[string]any{"lang": "en"}
		if one != "" {
			expected["email"] = string([]rune(sentAddress(one)))
		}
		requireBody(t, expected, doer)
	})
}

func sentAddress(address string) string {
	if ascii, ok := mastodon.ASCIIAddress(address); ok {
		return ascii
	}
	return address
}

func requireBody(t *testing.T, expected map[string]any, doer *answering) {
	var body map[string]any
	require.NoError(t, json.Unmarshal(doer.last.Body, &body), "%q", doer.last.Body)
	require.Equal(t, expected, body)
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
