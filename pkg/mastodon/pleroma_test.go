package mastodon_test

import (
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const nativeCaptcha = `{"type":"native","token":"t0ken","url":"data:image/png;base64,iVBORw0KGgo=","answer_data":"SFMyNTY.x","seconds_valid":300}`

func TestCaptchaIsReadFromWhereTheVersionHasIt(t *testing.T) {
	wanted := &mastodon.Captcha{Type: "native", Token: "t0ken", Image: "data:image/png;base64,iVBORw0KGgo=", AnswerData: "SFMyNTY.x", Seconds: 300}
	for name, doer := range map[string]byPath{
		"Akkoma":      {"/api/v1/pleroma/captcha": nativeCaptcha},
		"Pleroma 2.2": {"/api/pleroma/captcha": nativeCaptcha},
	} {
		t.Run(name, func(t *testing.T) {
			captcha, err := client(t, doer).Captcha(t.Context())
			require.NoError(t, err)
			assert.Equal(t, wanted, captcha)
		})
	}
	_, err := client(t, byPath{}).Captcha(t.Context())
	assert.True(t, mastodon.HasCode(err, mastodon.CodeNotFound))
	refused := &answering{status: 429, body: `{"error":"Throttled"}`}
	_, err = client(t, refused).Captcha(t.Context())
	assert.True(t, mastodon.HasCode(err, mastodon.CodeRateLimited))
	assert.Len(t, refused.paths, 1, "only an unknown path is a reason to ask again")
}

func TestCaptchaIsOneThatCanBeShownAndSolved(t *testing.T) {
	for name, test := range map[string]struct {
		body   string
		wanted *mastodon.Captcha
	}{
		"none":             {`{"type":"none"}`, &mastodon.Captcha{Type: "none"}},
		"kocaptcha":        {`{"type":"kocaptcha","token":"t","url":"https://captcha.example/a.png","answer_data":"a","seconds_valid":60}`, &mastodon.Captcha{Type: "kocaptcha", Token: "t", Image: "https://captcha.example/a.png", AnswerData: "a", Seconds: 60}},
		"without a clock":  {`{"type":"native","token":"t","url":"data:image/png;base64,"}`, &mastodon.Captcha{Type: "native", Token: "t", Image: "data:image/png;base64,"}},
		"a negative clock": {`{"type":"native","token":"t","url":"data:image/png;base64,","seconds_valid":-5}`, &mastodon.Captcha{Type: "native", Token: "t", Image: "data:image/png;base64,"}},
		"an open picture":  {`{"type":"kocaptcha","token":"t","url":"http://captcha.example/a.png"}`, nil},
		"a page":           {`{"type":"native","token":"t","url":"data:text/html,<script>"}`, nil},
		"a script":         {`{"type":"native","token":"t","url":"javascript:alert(1)"}`, nil},
		"a path":           {`{"type":"native","token":"t","url":"/captcha.png"}`, nil},
		"no picture":       {`{"type":"native","token":"t"}`, nil},
		"no token":         {`{"type":"native","url":"data:image/png;base64,"}`, nil},
		"no type":          {`{"token":"t","url":"data:image/png;base64,"}`, nil},
		"out of order":     {`{"error":"Kocaptcha service unavailable"}`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			captcha, err := client(t, &answering{status: 200, body: test.body}).Captcha(t.Context())
			assert.Equal(t, test.wanted, captcha)
			assert.Equal(t, test.wanted == nil, mastodon.HasCode(err, mastodon.CodeUnreadable), err)
		})
	}
	local, err := mastodon.ParseServer("http://localhost:4000")
	require.NoError(t, err)
	captcha, err := mastodon.NewClient(local, &answering{status: 200, body: `{"type":"kocaptcha","token":"t","url":"http://localhost:9093/a.png"}`}).Captcha(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "http://localhost:9093/a.png", captcha.Image)
}

func TestPleromaFindsTheNameInTheAddress(t *testing.T) {
	doer := &answering{status: 204}
	require.NoError(t, client(t, doer).ResendPleromaConfirmation(t.Context(), "al&ice"))
	assert.Equal(t, "POST", doer.last.Method)
	assert.Equal(t, []string{"/api/v1/pleroma/accounts/confirmation_resend?nickname=al%26ice"}, doer.paths)
	assert.Equal(t, map[string]string{"Accept": "application/json"}, doer.last.Header, "anything more would cost a preflight")
	assert.Nil(t, doer.last.Body)

	err := client(t, &answering{status: 429, body: `{"error":"Throttled"}`}).ResendPleromaConfirmation(t.Context(), "alice")
	assert.True(t, mastodon.HasCode(err, mastodon.CodeRateLimited))
}
