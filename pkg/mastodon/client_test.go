package mastodon_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const tokenBody = `{"access_token":"abc","token_type":"Bearer","scope":"read:accounts write:accounts","created_at":1785000000}`

func TestRegisterAppSendsAFormThatNeedsNoPreflight(t *testing.T) {
	doer := &answering{status: 200, body: `{"id":"563419","name":"Widget","website":null,"scopes":["read:accounts","write:accounts"],
	 "redirect_uris":["https://w.example/done"],"redirect_uri":"https://w.example/done","client_id":"id","client_secret":"s","client_secret_expires_at":0}`}
	app, err := client(t, doer).RegisterApp(t.Context(), mastodon.AppRegistration{
		Name: "Wörk & play", RedirectURI: "https://w.example/done?a=b", Scopes: "read:accounts write:accounts"})
	require.NoError(t, err)
	assert.Equal(t, &mastodon.App{ID: "563419", Name: "Widget", RedirectURI: "https://w.example/done",
		Scopes: []string{"read:accounts", "write:accounts"}, ClientID: "id", ClientSecret: "s"}, app)
	assert.Equal(t, "POST", doer.last.Method)
	assert.Equal(t, map[string]string{"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}, doer.last.Header)
	assert.Equal(t, "client_name=W%C3%B6rk%20%26%20play&redirect_uris=https%3A%2F%2Fw.example%2Fdone%3Fa%3Db&scopes=read%3Aaccounts%20write%3Aaccounts",
		string(doer.last.Body), "without the website, which is empty")
}

func TestRegisterAppNeedsCredentialsInTheAnswer(t *testing.T) {
	_, err := client(t, &answering{status: 200, body: `{"id":"1","name":"Widget"}`}).RegisterApp(t.Context(), mastodon.AppRegistration{})
	assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable))
}

func TestAppTokenSendsWhatEverySoftwareWants(t *testing.T) {
	doer := &answering{status: 200, body: tokenBody}
	token, err := client(t, doer).AppToken(t.Context(),
		&mastodon.App{ClientID: "id", ClientSecret: "s", RedirectURI: "https://w.example/"}, "write:accounts")
	require.NoError(t, err)
	assert.Equal(t, &mastodon.Token{AccessToken: "abc", TokenType: "Bearer", Scope: "read:accounts write:accounts",
		CreatedAt: time.Unix(1785000000, 0).UTC()}, token)
	assert.Equal(t, "https://example.social/oauth/token", doer.last.URL)
	assert.Equal(t, "grant_type=client_credentials&client_id=id&client_secret=s&scope=write%3Aaccounts&redirect_uri=https%3A%2F%2Fw.example%2F", string(doer.last.Body))
}

func TestABrokerIsAskedForAToken(t *testing.T) {
	for typed, name := range map[string]string{"example.social": "example.social", "http://127.0.0.1:8081": "http%3A%2F%2F127.0.0.1%3A8081"} {
		doer := &answering{status: 200, body: tokenBody}
		server, err := mastodon.ParseServer(typed)
		require.NoError(t, err)
		broker := mastodon.NewBroker(doer, "https://edge.example/", server, "https://w.example/")
		token, err := broker.Token(t.Context(), mastodon.TokenQuestion{})
		require.NoError(t, err)
		assert.Equal(t, "abc", token.AccessToken)
		assert.Equal(t, "https://edge.example/v1/app-token", doer.last.URL)
		assert.Equal(t, "server="+name+"&return_url=https%3A%2F%2Fw.example%2F", string(doer.last.Body))
		_, err = broker.Token(t.Context(), mastodon.TokenQuestion{Refused: "a/b="})
		require.NoError(t, err)
		assert.Equal(t, "server="+name+"&return_url=https%3A%2F%2Fw.example%2F&refused=a%2Fb%3D", string(doer.last.Body))
		_, err = broker.Token(t.Context(), mastodon.TokenQuestion{Refused: "a/b=", UsedUp: true})
		require.NoError(t, err)
		assert.Equal(t, "server="+name+"&return_url=https%3A%2F%2Fw.example%2F&refused=a%2Fb%3D&why=used_up", string(doer.last.Body))
	}
}

func TestCreateAccountSendsJSONWithoutEmptyMembers(t *testing.T) {
	doer := &answering{status: 200, body: tokenBody, header: map[string]string{
		"x-ratelimit-limit": "5", "x-ratelimit-remaining": "4", "x-ratelimit-reset": "2026-08-07T12:30:00.000000Z"}}
	created, err := client(t, doer).CreateAccount(t.Context(), "app-token", mastodon.Registration{
		Username: "alice", Email: "alice@example.org", Password: `p"ä\ss`, Agreement: true, Locale: "de"})
	require.NoError(t, err)
	assert.Equal(t, "abc", created.Token.AccessToken)
	assert.Equal(t, 4, created.RateLimit.Remaining)
	assert.Equal(t, "Bearer app-token", doer.last.Header["Authorization"])
	assert.JSONEq(t, `{"username":"alice","email":"alice@example.org","password":"p\"ä\\ss","locale":"de","agreement":true}`, string(doer.last.Body))

	_, err = client(t, doer).CreateAccount(t.Context(), "app-token", mastodon.Registration{Username: "alice", Reason: "r",
		TimeZone: "Europe/Berlin", DateOfBirth: "2000-02-03", InviteCode: "AbC123xy"})
	require.NoError(t, err)
	assert.JSONEq(t, `{"username":"alice","agreement":false,"reason":"r","time_zone":"Europe/Berlin","date_of_birth":"2000-02-03","invite_code":"AbC123xy"}`, string(doer.last.Body))

	_, err = client(t, doer).CreateAccount(t.Context(), "app-token", mastodon.Registration{Username: "alice", Agreement: true,
		CaptchaToken: "t", CaptchaSolution: "6 f", CaptchaAnswerData: "a", InviteToken: "i", Language: "de"})
	require.NoError(t, err)
	assert.JSONEq(t, `{"username":"alice","agreement":true,"captcha_token":"t","captcha_solution":"6 f","captcha_answer_data":"a","token":"i","language":"de"}`, string(doer.last.Body))
}

func TestWhateverIsTypedIsSentAsValidJSON(t *testing.T) {
	for name, typed := range map[string]string{
		"quotes and backslashes": `p"ä\ss/</script>`, "lines": "a\r\n\tb", "control characters": "\x00\x07\x1f\x7f\"",
		"new emoji beside a line break": "\n\U0001FAE9", "a flag of tags": "\n\U0001F3F4\U000E0067\U000E007F", "joiners": "\n\u200d\u2028\ufeff",
	} {
		t.Run(name, func(t *testing.T) {
			doer := &answering{status: 200, body: tokenBody}
			_, err := client(t, doer).CreateAccount(t.Context(), "app-token", mastodon.Registration{Password: typed, Reason: typed, Agreement: true})
			require.NoError(t, err)
			var sent map[string]any
			require.NoError(t, json.Unmarshal(doer.last.Body, &sent))
			assert.Equal(t, map[string]any{"password": typed, "reason": typed, "agreement": true}, sent)
		})
	}
	doer := &answering{status: 200, body: "{}"}
	require.NoError(t, client(t, doer).ResendConfirmation(t.Context(), "user-token", "a\xff\x7f@b.example"))
	assert.JSONEq(t, `{"lang":"en","email":"a\ufffd\u007f@b.example"}`, string(doer.last.Body))
}

func TestCreateAccountWithoutAToken(t *testing.T) {
	created, err := client(t, &answering{status: 200, body: `{"message":"Check your mail","identifier":"missing_confirmed_email"}`}).
		CreateAccount(t.Context(), "app-token", mastodon.Registration{})
	require.NoError(t, err)
	assert.Equal(t, &mastodon.Created{Identifier: "missing_confirmed_email", Message: "Check your mail"}, created)
}

func TestLookupAccountAsksWithoutAToken(t *testing.T) {
	doer := &answering{status: 200, body: `{"id":7,"username":"alice","acct":"alice","display_name":"A","url":"https://example.social/@alice"}`}
	account, err := client(t, doer).LookupAccount(t.Context(), "al&ice")
	require.NoError(t, err)
	assert.Equal(t, &mastodon.Account{ID: "7", Username: "alice", Acct: "alice", DisplayName: "A", URL: "https://example.social/@alice"}, account)
	assert.Equal(t, []string{"/api/v1/accounts/lookup?acct=al%26ice"}, doer.paths)
	assert.NotContains(t, doer.last.Header, "Authorization")
}

func TestVerifyAccountNeedsAnAccountInTheAnswer(t *testing.T) {
	doer := &answering{status: 200, body: `{"id":"7","username":"alice"}`}
	account, err := client(t, doer).VerifyAccount(t.Context(), "user-token")
	require.NoError(t, err)
	assert.Equal(t, "alice", account.Username)
	assert.Equal(t, "Bearer user-token", doer.last.Header["Authorization"])
	_, err = client(t, &answering{status: 200, body: `{"id":"7"}`}).VerifyAccount(t.Context(), "user-token")
	assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable))
}

func TestEmailConfirmedReadsABareTruthValue(t *testing.T) {
	for body, wanted := range map[string]bool{"true": true, "false": false} {
		confirmed, err := client(t, &answering{status: 200, body: body}).EmailConfirmed(t.Context(), "user-token")
		require.NoError(t, err)
		assert.Equal(t, wanted, confirmed)
	}
	for _, body := range []string{"", `"true"`, "null", "1", "{}"} {
		_, err := client(t, &answering{status: 200, body: body}).EmailConfirmed(t.Context(), "user-token")
		assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable), body)
	}
}

func TestResendConfirmationNamesAnAddressOnlyIfItChanges(t *testing.T) {
	for email, body := range map[string]string{
		"": `{"lang":"en"}`, "b@example.org": `{"lang":"en","email":"b@example.org"}`, "b@Möwe.example": `{"lang":"en","email":"b@xn--mwe-sna.example"}`,
	} {
		doer := &answering{status: 200, body: "{}"}
		require.NoError(t, client(t, doer).ResendConfirmation(t.Context(), "user-token", email))
		assert.JSONEq(t, body, string(doer.last.Body))
	}
}

func TestRevokeTokenSendsAForm(t *testing.T) {
	doer := &answering{status: 200, body: "{}"}
	require.NoError(t, client(t, doer).RevokeToken(t.Context(), &mastodon.App{ClientID: "id", ClientSecret: "s"}, "user-token"))
	assert.Equal(t, "token=user-token&client_id=id&client_secret=s", string(doer.last.Body))
	assert.NotContains(t, doer.last.Header, "Authorization")
}

func TestDocuments(t *testing.T) {
	doer := byPath{
		"/api/v1/instance/terms_of_service":            `{"effective_date":"2026-05-01","effective":true,"content":"<p>T</p>","succeeded_by":null}`,
		"/api/v1/instance/terms_of_service/2025-01-01": `{"effective_date":"2025-01-01","effective":true,"content":"<p>Old</p>","succeeded_by":"2026-05-01"}`,
		"/api/v1/instance/privacy_policy":              `{"updated_at":"2022-10-07T00:00:00+00:00","content":"<p>P</p>"}`,
		"/api/v1/instance/extended_description":        `{"updated_at":null,"content":"<p>E</p>"}`,
	}
	c := client(t, doer)
	terms, err := c.TermsOfService(t.Context(), "")
	require.NoError(t, err)
	assert.Equal(t, &mastodon.TermsOfService{EffectiveDate: "2026-05-01", Effective: true, Content: "<p>T</p>"}, terms)
	old, err := c.TermsOfService(t.Context(), "2025-01-01")
	require.NoError(t, err)
	assert.Equal(t, "2026-05-01", old.SucceededBy)
	privacy, err := c.PrivacyPolicy(t.Context())
	require.NoError(t, err)
	assert.Equal(t, &mastodon.PrivacyPolicy{UpdatedAt: "2022-10-07T00:00:00+00:00", Content: "<p>P</p>"}, privacy)
	about, err := c.ExtendedDescription(t.Context())
	require.NoError(t, err)
	assert.Equal(t, &mastodon.ExtendedDescription{Content: "<p>E</p>"}, about)
	assert.Equal(t, "example.social", c.Server().Host())
}

func TestEveryVerbPassesOnThatAnAnswerIsUnreadable(t *testing.T) {
	app := &mastodon.App{}
	var c *mastodon.Client
	calls := map[string]func() error{
		"Instance":            func() error { _, err := c.Instance(t.Context()); return err },
		"HostMeta":            func() error { _, err := c.HostMeta(t.Context()); return err },
		"WebFinger":           func() error { _, err := c.WebFinger(t.Context(), "a@b.example"); return err },
		"Captcha":             func() error { _, err := c.Captcha(t.Context()); return err },
		"TermsOfService":      func() error { _, err := c.TermsOfService(t.Context(), ""); return err },
		"PrivacyPolicy":       func() error { _, err := c.PrivacyPolicy(t.Context()); return err },
		"ExtendedDescription": func() error { _, err := c.ExtendedDescription(t.Context()); return err },
		"RegisterApp":         func() error { _, err := c.RegisterApp(t.Context(), mastodon.AppRegistration{}); return err },
		"AppToken":            func() error { _, err := c.AppToken(t.Context(), app, ""); return err },
		"LookupAccount":       func() error { _, err := c.LookupAccount(t.Context(), "a"); return err },
		"NodeInfo":            func() error { _, err := c.NodeInfo(t.Context()); return err },
	}
	for name, call := range calls {
		for _, body := range []string{`"text"`, "", "plain text", "<!DOCTYPE html><p title='It'>Hi", `{"links":[{"rel":"self","type":"application/activi`, "[null", "\x00\xff"} {
			c = client(t, &answering{status: 200, body: body})
			assert.True(t, mastodon.HasCode(call(), mastodon.CodeUnreadable), name+" "+body)
		}
		c = client(t, &answering{status: 503, body: "<h1>Unavailable</h1>"})
		assert.True(t, mastodon.HasCode(call(), mastodon.CodeServerError), name)
	}
}
