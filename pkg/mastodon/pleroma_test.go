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

func TestPleromasWishesCountInBothDocuments(t *testing.T) {
	const (
		version  = `"version":"2.7.2 (compatible; Pleroma 2.9.1)"`
		fork     = `"version":"2.7.2 (compatible; unfathomably-be 3.5.0+unfathomably-be)"`
		rebased  = `"version":"2.7.2 (compatible; Pleroma 2.5.54-640-gacbec640.develop+soapbox)"`
		imitator = `"version":"4.2.1 (compatible; Iceshrimp.NET/2024.1-beta4)"`
	)
	wishes := func(birthday string) string {
		return `,"pleroma":{"metadata":{"account_activation_required":false,` + birthday + `}}}`
	}
	for name, c := range map[string]struct {
		document string
		software string
		wants    mastodon.Registrations // of them, the date of birth
	}{
		"16 years":              {version + wishes(`"birthday_required":true,"birthday_min_age":5844`), "pleroma", mastodon.Registrations{BirthdayRequired: true, MinAgeDays: 5844, MinAge: 16}},
		"16 years as a text":    {version + wishes(`"birthday_required":true,"birthday_min_age":"5844"`), "pleroma", mastodon.Registrations{BirthdayRequired: true, MinAgeDays: 5844, MinAge: 16}},
		"16 years as a float":   {version + wishes(`"birthday_required":true,"birthday_min_age":5844.0`), "pleroma", mastodon.Registrations{BirthdayRequired: true, MinAgeDays: 5844, MinAge: 16}},
		"18 without leap days":  {version + wishes(`"birthday_required":true,"birthday_min_age":6570`), "pleroma", mastodon.Registrations{BirthdayRequired: true, MinAgeDays: 6570, MinAge: 18}},
		"any age":               {version + wishes(`"birthday_required":true,"birthday_min_age":0`), "pleroma", mastodon.Registrations{BirthdayRequired: true}},
		"no age":                {version + wishes(`"birthday_required":true,"birthday_min_age":null`), "pleroma", mastodon.Registrations{BirthdayRequired: true}},
		"an age before birth":   {version + wishes(`"birthday_required":true,"birthday_min_age":-1`), "pleroma", mastodon.Registrations{BirthdayRequired: true}},
		"an age of Methuselah":  {version + wishes(`"birthday_required":true,"birthday_min_age":99999999999`), "pleroma", mastodon.Registrations{BirthdayRequired: true, MinAgeDays: 54750, MinAge: 150}},
		"only of who tells":     {version + wishes(`"birthday_required":false,"birthday_min_age":5844`), "pleroma", mastodon.Registrations{}},
		"Rebased":               {rebased + wishes(`"birthday_required":true,"birthday_min_age":5844`), "pleroma", mastodon.Registrations{BirthdayRequired: true, MinAgeDays: 5844, MinAge: 16}},
		"another fork":          {fork + wishes(`"birthday_required":true,"birthday_min_age":5844`), "pleroma", mastodon.Registrations{BirthdayRequired: true, MinAgeDays: 5844, MinAge: 16}},
		"what only imitates it": {imitator + `,"pleroma":{"metadata":{"post_formats":["text/plain"],"birthday_required":true}}}`, "iceshrimp.net", mastodon.Registrations{}},
	} {
		for path, members := range map[string]string{"/api/v2/instance": `"registrations":{"enabled":true}`, "/api/v1/instance": `"registrations":true`} {
			t.Run(name+" "+path, func(t *testing.T) {
				i, err := client(t, byPath{path: "{" + members + "," + c.document}).Instance(t.Context())
				require.NoError(t, err)
				assert.Equal(t, c.software, i.Software.Name)
				assert.Equal(t, c.wants, mastodon.Registrations{BirthdayRequired: i.Registrations.BirthdayRequired,
					MinAgeDays: i.Registrations.MinAgeDays, MinAge: i.Registrations.MinAge})
				assert.Equal(t, c.software == "pleroma", i.AccountActivationRequired != nil && !*i.AccountActivationRequired)
			})
		}
	}
}

func TestPleromasRefusalsOfABirthdayAreOfTheDateOfBirth(t *testing.T) {
	for body, code := range map[string]string{
		`{"error":"{\"birthday\":[\"can't be blank\"]}"}`: "ERR_BLANK",
		`{"error":"{\"birthday\":[\"Invalid age\"]}"}`:    "ERR_BELOW_LIMIT",
		`{"error":"x","errors":[{"title":"Invalid value","source":{"pointer":"/birthday"},"message":"Invalid format. Expected :date"}]}`: "ERR_INVALID",
	} {
		_, err := client(t, &answering{status: 400, body: body}).CreateAccount(t.Context(), "app-token", mastodon.Registration{})
		fields := asError(t, err).Fields
		require.Len(t, fields, 1)
		assert.Equal(t, []string{"date_of_birth", code}, []string{fields[0].Field, string(fields[0].Code)})
	}
}
