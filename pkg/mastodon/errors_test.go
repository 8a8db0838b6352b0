package mastodon_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type fields = []mastodon.FieldError

func TestEveryShapeOfARefusalIsUnderstood(t *testing.T) {
	for _, test := range []struct {
		name    string
		status  int
		body    string
		code    mastodon.Code
		message string
		fields  fields
	}{
		{"details of several fields, in the server's order", 422,
			`{"error":"Validation failed: E-mail address has already been taken, Username has already been taken","details":{"email":[{"error":"ERR_TAKEN","description":"has already been taken"}],"username":[{"error":"ERR_TAKEN","description":"has already been taken"}]}}`,
			mastodon.CodeInvalid, "Validation failed: E-mail address has already been taken, Username has already been taken",
			fields{{"email", "ERR_TAKEN", "has already been taken"}, {"username", "ERR_TAKEN", "has already been taken"}}},
		{"the same code twice", 422,
			`{"error":"Validation failed","details":{"email":[{"error":"ERR_INVALID","description":"is invalid"},{"error":"ERR_INVALID","description":"is invalid"}]}}`,
			mastodon.CodeInvalid, "Validation failed", fields{{"email", "ERR_INVALID", "is invalid"}, {"email", "ERR_INVALID", "is invalid"}}},
		{"unknown fields and codes", 422, `{"error":"No","details":{"shoe_size":[{"error":"ERR_ODD","description":"is odd"}]}}`,
			mastodon.CodeInvalid, "No", fields{{"shoe_size", "ERR_ODD", "is odd"}}},
		{"no details", 422, `{"error":"Duplicate record"}`, mastodon.CodeDuplicate, "Duplicate record", nil},
		{"null details", 422, `{"error":"No","details":null}`, mastodon.CodeInvalid, "No", nil},
		{"details of odd types", 422, `{"error":"No","details":{"email":"is bad","username":[7,null],"password":[{"error":3}]}}`,
			mastodon.CodeInvalid, "No", fields{{"username", "ERR_INVALID", ""}, {"username", "ERR_INVALID", ""}, {"password", "ERR_INVALID", ""}}},
		{"an error that is no text", 422, `{"error":{"a":1}}`, mastodon.CodeInvalid, "", nil},
		{"a null error", 500, `{"status":500,"error":null}`, mastodon.CodeServerError, "", nil},
		{"status and error", 500, `{"status":500,"error":"Internal Server Error"}`, mastodon.CodeServerError, "Internal Server Error", nil},
		{"malformed request", 400, `{"status":400,"error":"Bad Request"}`, mastodon.CodeInvalid, "Bad Request", nil},
		{"OAuth, with a description", 401, `{"error":"invalid_client","error_description":"Client authentication failed."}`,
			mastodon.CodeInvalidClient, "Client authentication failed.", nil},
		{"OAuth, without one", 400, `{"error":"invalid_scope"}`, mastodon.CodeInvalidScope, "invalid_scope", nil},
		{"a sentence in place of a code", 400, `{"error":"Something odd","error_description":"It is odd"}`, mastodon.CodeInvalid, "It is odd", nil},
		{"a description alone", 400, `{"error_description":"It is odd"}`, mastodon.CodeInvalid, "It is odd", nil},
		{"a number for an error", 400, `{"error":7}`, mastodon.CodeInvalid, "", nil},
		{"the same field twice", 422, `{"error":"No","details":{"email":[{"error":"ERR_A"}],"email":[{"error":"ERR_B"}]}}`,
			mastodon.CodeInvalid, "No", fields{{"email", "ERR_A", ""}, {"email", "ERR_B", ""}}},
		{"a broker's own code", 403, `{"error":"server_not_listed","error_description":"example.social is not on the list"}`,
			mastodon.CodeForbidden, "example.social is not on the list", nil},
		{"missing or unknown token", 401, `{"error":"The access token is invalid"}`, mastodon.CodeUnauthorized, "The access token is invalid", nil},
		{"Akkoma: missing or unknown token", 403, `{"error":"Invalid credentials"}`, mastodon.CodeUnauthorized, "Invalid credentials", nil},
		{"unconfirmed", 403, `{"error":"Your login is missing a confirmed e-mail address"}`, mastodon.CodeUnconfirmed, "Your login is missing a confirmed e-mail address", nil},
		{"unconfirmed, in 2.7", 403, `{"error":"Email confirmation is not completed"}`, mastodon.CodeUnconfirmed, "Email confirmation is not completed", nil},
		{"pending", 403, `{"error":"Your login is currently pending approval"}`, mastodon.CodePending, "Your login is currently pending approval", nil},
		{"disabled", 403, `{"error":"Your login is currently disabled"}`, mastodon.CodeDisabled, "Your login is currently disabled", nil},
		{"forbidden", 403, `{"error":"Forbidden"}`, mastodon.CodeForbidden, "Forbidden", nil},
		{"blocked network, plain text", 403, "Forbidden\n", mastodon.CodeForbidden, "Forbidden", nil},
		{"not found", 404, `{"error":"Record not found"}`, mastodon.CodeNotFound, "Record not found", nil},
		{"gone", 410, `{"error":"Gone"}`, mastodon.CodeGone, "Gone", nil},
		{"too many requests", 429, `{"error":"Too many requests"}`, mastodon.CodeRateLimited, "Too many requests", nil},
		{"too many requests, from a proxy", 429, "<h1>429</h1>", mastodon.CodeRateLimited, "", nil},
		{"a proxy's page", 502, "<html><h1>Bad gateway</h1></html>", mastodon.CodeServerError, "", nil},
		{"nothing", 503, "", mastodon.CodeServerError, "", nil},
		{"truncated", 422, `{"error":"Validation fai`, mastodon.CodeUnreadable, "", nil},
		{"a list", 422, `["no"]`, mastodon.CodeUnreadable, "", nil},
		{"a proxy's page for a password", 401, "<h1>401 Authorization Required</h1>", mastodon.CodeUnreadable, "", nil},
		{"a proxy's page for a refusal", 403, "<title>Just a moment...</title>", mastodon.CodeUnreadable, "", nil},
		{"a proxy's page for nothing there", 404, "<h1>404 Not Found</h1>", mastodon.CodeUnreadable, "", nil},
		{"a proxy's page for a method", 405, "<h1>405 Not Allowed</h1>", mastodon.CodeUnreadable, "", nil},
		{"nothing, for a password", 401, "", mastodon.CodeUnreadable, "", nil},
		{"nothing, for nothing there", 404, "", mastodon.CodeUnreadable, "", nil},
		{"a gateway's JSON", 401, `{"message":"Unauthorized"}`, mastodon.CodeUnreadable, "", nil},
		{"another gateway's JSON", 403, `{}`, mastodon.CodeUnreadable, "", nil},
		{"no such method", 405, `{"error":"Method Not Allowed"}`, mastodon.CodeUnsupported, "Method Not Allowed", nil},
		{"no JSON to be had", 406, `{"error":"Not Acceptable"}`, mastodon.CodeUnsupported, "Not Acceptable", nil},
		{"not implemented", 501, `{"error":"Not implemented"}`, mastodon.CodeUnsupported, "Not implemented", nil},
		{"a failure of OAuth's kind", 500, `{"error":"server_error","error_description":"Oops"}`, mastodon.CodeServerError, "Oops", nil},
		{"a server that is being wound up", 410, "<h1>Gone</h1>", mastodon.CodeGone, "", nil},
		{"a redirect that was not followed", 302, "", mastodon.CodeUnreadable, "", nil},
		{"Akkoma: JSON inside a string", 400, `{"error":"{\"nickname\":[\"has already been taken\"],\"email\":[\"has invalid format\"],\"registration_reason\":[\"should be at most 500 character(s)\"]}"}`,
			mastodon.CodeInvalid, "username has already been taken, email has invalid format, reason should be at most 500 character(s)",
			fields{{"username", "ERR_TAKEN", "has already been taken"}, {"email", "ERR_INVALID", "has invalid format"}, {"reason", "ERR_TOO_LONG", "should be at most 500 character(s)"}}},
		{"Akkoma: an old captcha", 400, `{"error":"{\"captcha\":[\"CAPTCHA expired\"]}"}`,
			mastodon.CodeInvalid, "CAPTCHA expired", fields{{"captcha_solution", "ERR_EXPIRED", "CAPTCHA expired"}}},
		{"Akkoma: a used captcha", 400, `{"error":"{\"captcha\":[\"CAPTCHA already used\"]}"}`,
			mastodon.CodeInvalid, "CAPTCHA already used", fields{{"captcha_solution", "ERR_EXPIRED", "CAPTCHA already used"}}},
		{"Akkoma: a captcha solved wrongly", 400, `{"error":"{\"captcha\":[\"Invalid CAPTCHA\"]}"}`,
			mastodon.CodeInvalid, "Invalid CAPTCHA", fields{{"captcha_solution", "ERR_INVALID", "Invalid CAPTCHA"}}},
		{"Akkoma: a captcha that it does not know", 400, `{"error":"{\"captcha\":[\"Invalid answer data\"]}"}`,
			mastodon.CodeInvalid, "Invalid answer data", fields{{"captcha_solution", "ERR_INVALID", "Invalid answer data"}}},
		{"Akkoma: no captcha to be had", 400, `{"error":"{\"captcha\":[\"Kocaptcha service unavailable\"]}"}`,
			mastodon.CodeInvalid, "Kocaptcha service unavailable", fields{{"captcha_solution", "ERR_INVALID", "Kocaptcha service unavailable"}}},
		{"Akkoma: a bad invite", 400, `{"error":"Invalid token"}`, mastodon.CodeInvalid, "Invalid token",
			fields{{"invite_code", "ERR_INVALID", "Invalid token"}}},
		{"Akkoma: an old invite", 400, `{"error":"Expired token"}`, mastodon.CodeInvalid, "Expired token",
			fields{{"invite_code", "ERR_INVALID", "Expired token"}}},
		{"Akkoma: no address", 400, `{"error":"Missing parameter: email"}`, mastodon.CodeInvalid, "Missing parameter: email",
			fields{{"email", "ERR_BLANK", "Missing parameter: email"}}},
		{"Akkoma: a reserved name and unknown fields", 400, `{"error":"{\"nickname\":[\"is reserved\"],\"bio\":[\"is odd\"]}"}`,
			mastodon.CodeInvalid, "username is reserved, bio is odd", fields{{"username", "ERR_RESERVED", "is reserved"}, {"bio", "ERR_INVALID", "is odd"}}},
		{"Akkoma: captcha", 400, `{"error":"{\"captcha\":[\"Invalid CAPTCHA (Missing parameter: captcha_solution)\"]}"}`,
			mastodon.CodeInvalid, "Invalid CAPTCHA (Missing parameter: captcha_solution)",
			fields{{"captcha_solution", "ERR_BLANK", "Invalid CAPTCHA (Missing parameter: captcha_solution)"}}},
		{"Akkoma: braces that are no JSON", 400, `{"error":"{oops"}`, mastodon.CodeInvalid, "{oops", nil},
		{"Akkoma: schema", 400, `{"error":"Invalid value","errors":[{"title":"Invalid value","source":{"pointer":"/agreement"},"message":"Missing field: agreement"}]}`,
			mastodon.CodeInvalid, "Invalid value", fields{{"agreement", "ERR_BLANK", "Missing field: agreement"}}},
		{"Akkoma: schema of several fields", 400, `{"error":"Missing field: username, Invalid string. Got: array","errors":[{"title":"Invalid value","source":{"pointer":"/username"},"message":"Missing field: username"},{"source":{"pointer":"/token"},"message":"Invalid string. Got: array"},{"source":{"pointer":""},"message":"odd"},7]}`,
			mastodon.CodeInvalid, "Missing field: username, Invalid string. Got: array",
			fields{{"username", "ERR_BLANK", "Missing field: username"}, {"invite_code", "ERR_INVALID", "Invalid string. Got: array"}}},
		{"Pleroma: throttled", 429, `{"error":"Throttled"}`, mastodon.CodeRateLimited, "Throttled", nil},
		{"GoToSocial: taken name", 409, `{"error":"Conflict: username alice is not available"}`,
			mastodon.CodeInvalid, "Conflict: username alice is not available", fields{{"username", "ERR_TAKEN", "username alice is not available"}}},
		{"GoToSocial: taken address", 409, `{"error":"Conflict: email address alice@example.org is not available"}`,
			mastodon.CodeInvalid, "Conflict: email address alice@example.org is not available",
			fields{{"email", "ERR_TAKEN", "email address alice@example.org is not available"}}},
		{"GoToSocial: weak password", 400, `{"error":"Bad Request: password is only 39% strength, try including more special characters"}`,
			mastodon.CodeInvalid, "Bad Request: password is only 39% strength, try including more special characters",
			fields{{"password", "ERR_TOO_WEAK", "password is only 39% strength, try including more special characters"}}},
		{"GoToSocial: bad name", 400, `{"error":"Bad Request: given username Al ice was invalid: must contain only lowercase letters"}`,
			mastodon.CodeInvalid, "Bad Request: given username Al ice was invalid: must contain only lowercase letters",
			fields{{"username", "ERR_INVALID", "username Al ice was invalid: must contain only lowercase letters"}}},
		{"GoToSocial: bad address", 400, `{"error":"Bad Request: mail: missing '@' or angle-addr"}`,
			mastodon.CodeInvalid, "Bad Request: mail: missing '@' or angle-addr", fields{{"email", "ERR_INVALID", "mail: missing '@' or angle-addr"}}},
		{"GoToSocial: short reason", 400, `{"error":"Bad Request: reason should be at least 40 chars but 'short' was 5"}`,
			mastodon.CodeInvalid, "Bad Request: reason should be at least 40 chars but 'short' was 5",
			fields{{"reason", "ERR_TOO_SHORT", "reason should be at least 40 chars but 'short' was 5"}}},
		{"GoToSocial: no agreement", 400, `{"error":"Bad Request: Key: 'AccountCreateRequest.Agreement' Error:Field validation for 'Agreement' failed on the 'required' tag"}`,
			mastodon.CodeInvalid, "Bad Request: Key: 'AccountCreateRequest.Agreement' Error:Field validation for 'Agreement' failed on the 'required' tag",
			fields{{"agreement", "ERR_ACCEPTED", "'AccountCreateRequest.Agreement' Error:Field validation for 'Agreement' failed on the 'required' tag"}}},
		{"GoToSocial: locale", 400, `{"error":"Bad Request: language: tag is not well-formed"}`,
			mastodon.CodeInvalid, "Bad Request: language: tag is not well-formed", fields{{"locale", "ERR_INVALID", "language: tag is not well-formed"}}},
		{"GoToSocial: long password", 400, `{"error":"Bad Request: password should be no more than 72 bytes, provided password was 80 bytes"}`,
			mastodon.CodeInvalid, "Bad Request: password should be no more than 72 bytes, provided password was 80 bytes",
			fields{{"password", "ERR_TOO_LONG", "password should be no more than 72 bytes, provided password was 80 bytes"}}},
		{"GoToSocial: long reason", 400, `{"error":"Bad Request: reason should be no more than 500 chars but given reason was 501"}`,
			mastodon.CodeInvalid, "Bad Request: reason should be no more than 500 chars but given reason was 501",
			fields{{"reason", "ERR_TOO_LONG", "reason should be no more than 500 chars but given reason was 501"}}},
		{"GoToSocial: no reason", 400, `{"error":"Bad Request: no reason provided"}`, mastodon.CodeInvalid, "Bad Request: no reason provided",
			fields{{"reason", "ERR_BLANK", "no reason provided"}}},
		{"GoToSocial: an agreement that is false", 400, `{"error":"Bad Request: agreement to terms and conditions not given"}`,
			mastodon.CodeInvalid, "Bad Request: agreement to terms and conditions not given",
			fields{{"agreement", "ERR_ACCEPTED", "agreement to terms and conditions not given"}}},
		{"GoToSocial: several missing", 400, `{"error":"Bad Request: Key: 'AccountCreateRequest.Email' Error:Field validation for 'Email' failed on the 'required' tag\nKey: 'AccountCreateRequest.Locale' Error:Field validation for 'Locale' failed on the 'required' tag"}`,
			mastodon.CodeInvalid, "Bad Request: Key: 'AccountCreateRequest.Email' Error:Field validation for 'Email' failed on the 'required' tag\nKey: 'AccountCreateRequest.Locale' Error:Field validation for 'Locale' failed on the 'required' tag",
			fields{{"email", "ERR_BLANK", "'AccountCreateRequest.Email' Error:Field validation for 'Email' failed on the 'required' tag"},
				{"locale", "ERR_BLANK", "'AccountCreateRequest.Locale' Error:Field validation for 'Locale' failed on the 'required' tag"}}},
		{"GoToSocial: enough for today", 422, `{"error":"Unprocessable Entity: this instance has hit its limit of new sign-ups for today (10); you can try again tomorrow"}`,
			mastodon.CodeDailyLimit, "Unprocessable Entity: this instance has hit its limit of new sign-ups for today (10); you can try again tomorrow", nil},
		{"GoToSocial: too many await approval", 422, `{"error":"Unprocessable Entity: this instance's sign-up backlog is currently full (20 sign-ups pending approval); you must wait until some pending sign-ups are handled by the admin(s)"}`,
			mastodon.CodeBacklog, "Unprocessable Entity: this instance's sign-up backlog is currently full (20 sign-ups pending approval); you must wait until some pending sign-ups are handled by the admin(s)", nil},
		{"GoToSocial: apps are refused", 401, `{"error":"Unauthorized: user not supplied or not authorized"}`,
			mastodon.CodeUnauthorized, "Unauthorized: user not supplied or not authorized", nil},
		{"GoToSocial: no redirect URI for a token", 400, `{"error":"invalid_request","error_description":"Bad Request: redirect_uri was not set in the token request form"}`,
			mastodon.CodeInvalidRequest, "Bad Request: redirect_uri was not set in the token request form", nil},
		{"GoToSocial: rate limit", 429, `{"error":"rate limit reached"}`, mastodon.CodeRateLimited, "rate limit reached", nil},
		{"duplicate, with details", 422, `{"error":"Duplicate record","details":{"email":[{"error":"ERR_TAKEN","description":"has already been taken"}]}}`,
			mastodon.CodeInvalid, "Duplicate record", fields{{"email", "ERR_TAKEN", "has already been taken"}}},
		{"GoToSocial: closed", 400, `{"error":"Bad Request: registration is not open for this server"}`,
			mastodon.CodeClosed, "Bad Request: registration is not open for this server", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			doer := &answering{status: test.status, body: test.body, header: map[string]string{"x-request-id": "abc-1"}}
			_, err := client(t, doer).CreateAccount(t.Context(), "app-token", mastodon.Registration{Username: "alice"})
			e := asError(t, err)
			assert.Equal(t, test.status, e.Status)
			assert.Equal(t, test.code, e.Code)
			assert.Equal(t, test.message, e.Message)
			assert.Equal(t, test.fields, e.Fields)
			assert.Equal(t, "abc-1", e.RequestID)
			assert.True(t, mastodon.HasCode(err, test.code))
			assert.Equal(t, 1, doer.closed, "the body is closed")
		})
	}
}

func TestAnAnswerThatCannotBeReadSaysSo(t *testing.T) {
	for name, body := range map[string]string{
		"empty": "", "HTML": "<!DOCTYPE html>", "truncated": `{"access_token":"abc`, "plain text": "ok", "null": "null", "another shape": `{"a":1}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client(t, &answering{status: 200, body: body}).CreateAccount(t.Context(), "app-token", mastodon.Registration{})
			e := asError(t, err)
			assert.Equal(t, mastodon.CodeUnreadable, e.Code)
			assert.Equal(t, 200, e.Status)
		})
	}
}

// counting counts what is read of an endless answer.
type counting struct{ n int }

func (c *counting) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	c.n += len(p)
	return len(p), nil
}

func TestAnAnswerOverOneMebibyteIsRefusedNotRead(t *testing.T) {
	t.Run("that says how long it is", func(t *testing.T) {
		body := &counting{}
		doer := &answering{status: 200, reader: body, header: map[string]string{"content-length": "1048577"}}
		_, err := client(t, doer).Instance(t.Context())
		assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable))
		assert.Zero(t, body.n)
		assert.Len(t, doer.paths, 1, "it is no reason to ask again")
	})
	t.Run("that does not", func(t *testing.T) {
		body := &counting{}
		doer := &answering{status: 200, reader: body}
		_, err := client(t, doer).PrivacyPolicy(t.Context())
		assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable))
		assert.LessOrEqual(t, body.n, 2<<20)
		assert.Equal(t, 1, doer.closed)
	})
}

func TestNoAnswerIsToldApartFromARefusal(t *testing.T) {
	cause := errors.New("no route to host")
	_, err := client(t, &answering{err: cause}).Instance(t.Context())
	e := asError(t, err)
	assert.Equal(t, mastodon.CodeUnreachable, e.Code)
	assert.Zero(t, e.Status)
	assert.ErrorIs(t, err, cause)

	_, err = client(t, &answering{err: context.Canceled}).Instance(t.Context())
	assert.ErrorIs(t, err, context.Canceled)

	broken := io.MultiReader(strings.NewReader(`{"version":`), failing{io.ErrUnexpectedEOF})
	_, err = client(t, &answering{status: 200, reader: broken}).Instance(t.Context())
	assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreachable), "an answer that broke off never arrived")
}

func TestTheCauseOfAMissingAnswerIsToldAsFarAsItIsKnown(t *testing.T) {
	tls := &mastodon.NoAnswer{Cause: mastodon.CauseTLS, Err: errors.New("certificate has expired")}
	for name, test := range map[string]struct {
		doer  *answering
		cause mastodon.Cause
	}{
		"known":                    {&answering{err: tls}, mastodon.CauseTLS},
		"known, further inside":    {&answering{err: fmt.Errorf("sending: %w", tls)}, mastodon.CauseTLS},
		"known, and a secret":      {&answering{err: fmt.Errorf("Bearer app-token: %w", tls)}, mastodon.CauseTLS},
		"unknown":                  {&answering{err: errors.New("Failed to fetch")}, ""},
		"too late":                 {&answering{err: context.DeadlineExceeded}, mastodon.CauseTimeout},
		"too late for the rest":    {&answering{status: 200, reader: failing{context.DeadlineExceeded}}, mastodon.CauseTimeout},
		"given up":                 {&answering{err: context.Canceled}, ""},
		"there is an answer":       {&answering{status: 502, body: "<h1>Bad gateway</h1>"}, ""},
		"an answer that broke off": {&answering{status: 200, reader: failing{io.ErrUnexpectedEOF}}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client(t, test.doer).VerifyAccount(t.Context(), "app-token")
			assert.Equal(t, test.cause, asError(t, err).Cause)
			assert.NotContains(t, err.Error(), "app-token")
		})
	}
	_, err := client(t, &answering{err: tls}).PrivacyPolicy(t.Context())
	require.EqualError(t, err, "mastodon: get privacy policy: unreachable: tls: certificate has expired")
	assert.ErrorIs(t, err, tls)
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestNoErrorEverHoldsASecret(t *testing.T) {
	const secret = `s3cr3t "sentinel"` // spelt differently in forms and in JSON
	const inForm, inJSON = `s3cr3t%20%22sentinel%22`, `s3cr3t \"sentinel\"`
	escaped := strconv.Quote(secret)
	app := &mastodon.App{ClientID: "id", ClientSecret: secret, RedirectURI: "https://w.example/"}
	verbs := map[string]func(*mastodon.Client) error{
		"AppToken":           func(c *mastodon.Client) error { _, err := c.AppToken(t.Context(), app, "read"); return err },
		"RevokeToken":        func(c *mastodon.Client) error { return c.RevokeToken(t.Context(), app, secret) },
		"VerifyAccount":      func(c *mastodon.Client) error { _, err := c.VerifyAccount(t.Context(), secret); return err },
		"EmailConfirmed":     func(c *mastodon.Client) error { _, err := c.EmailConfirmed(t.Context(), secret); return err },
		"ResendConfirmation": func(c *mastodon.Client) error { return c.ResendConfirmation(t.Context(), secret, "") },
		"CreateAccount": func(c *mastodon.Client) error {
			_, err := c.CreateAccount(t.Context(), secret, mastodon.Registration{Username: "a", Password: secret})
			return err
		},
	}
	answers := map[string]*answering{
		"no answer":            {err: errors.New("connection refused")},
		"an unsendable header": {err: errors.New(`invalid value "Bearer ` + secret + `"`)},
		"a body that breaks":   {status: 200, reader: failing{errors.New("after " + inForm)}},
		"a refusal":            {status: 422, body: `{"error":"No"}`},
		"an echo":              {status: 422, body: `{"error":` + escaped + `}`, header: map[string]string{"x-request-id": secret}},
		"an echo of a field":   {status: 422, body: `{"error":"No","details":{` + escaped + `:[{"error":` + escaped + `,"description":` + escaped + `}]}}`},
		"an echo of the form":  {status: 400, body: `{"error":"cannot parse token=` + inForm + `&"}`},
		"an echo of the JSON":  {status: 400, body: `{"error":` + strconv.Quote(`cannot parse {"password":"`+inJSON+`"}`) + `}`},
		"an OAuth echo":        {status: 401, body: `{"error":` + escaped + `,"error_description":` + escaped + `}`},
		"not JSON":             {status: 200, body: "<" + secret + ">"},
		"a proxy":              {status: 502, body: secret},
	}
	for verb, call := range verbs {
		for answer, doer := range answers {
			t.Run(verb+", "+answer, func(t *testing.T) {
				err := call(client(t, doer))
				if err == nil {
					return // revoking and resending need no body
				}
				e := asError(t, err)
				said := fmt.Sprintf("%s %#v %s", err, e.Fields, e.RequestID)
				if e.Err != nil {
					said += e.Err.Error()
				}
				assert.NotContains(t, said, "s3cr3t")
			})
		}
	}
}

func TestASecretThatLooksLikeACodeIsNone(t *testing.T) {
	_, err := client(t, &answering{status: 400, body: `{"error":"sentinelsecret","error_description":"No"}`}).VerifyAccount(t.Context(), "sentinelsecret")
	assert.Equal(t, mastodon.CodeInvalid, asError(t, err).Code)
	assert.Equal(t, "…", asError(t, err).OAuthCode)
}

func TestTheCodeInARefusalsOwnWordsIsKept(t *testing.T) {
	for body, code := range map[string]string{
		`{"error":"server_not_listed","error_description":"No"}`: "server_not_listed",
		`{"error":"invalid_scope","error_description":"No"}`:     "invalid_scope",
		`{"error":"invalid_scope"}`:                              "invalid_scope",
		`{"error":"no"}`:                                         "",
		`{"error":"No, never","error_description":"No"}`:         "",
	} {
		for _, status := range []int{400, 403, 429, 503} {
			_, err := client(t, &answering{status: status, body: body}).PrivacyPolicy(t.Context())
			assert.Equal(t, code, asError(t, err).OAuthCode, body)
		}
	}
}

func TestWhatMayPass(t *testing.T) {
	for _, c := range []struct {
		doer   mastodon.Doer
		passes bool
	}{
		{&answering{err: errors.New("no route to host")}, true},
		{&answering{err: &mastodon.NoAnswer{Cause: mastodon.CauseTimeout, Err: errors.New("late")}}, true},
		{&answering{err: &mastodon.NoAnswer{Cause: mastodon.CauseCORS, Err: errors.New("Failed to fetch")}}, false},
		{&answering{status: 429, body: `{"error":"Throttled"}`}, true},
		{&answering{status: 503}, true},
		{&answering{status: 501, body: `{"error":"Not implemented"}`}, false},
		{&answering{status: 404, body: `{"error":"Not Found"}`}, false},
		{&answering{status: 200, body: "<h1>Hello</h1>"}, false},
	} {
		_, err := client(t, c.doer).PrivacyPolicy(t.Context())
		assert.Equal(t, c.passes, asError(t, err).MayPass(), "%v", err)
	}
}

func TestACauseIsKnownEvenWithoutTheSecretsInIt(t *testing.T) {
	_, err := client(t, &answering{err: fmt.Errorf("Bearer user-token: %w", context.Canceled)}).VerifyAccount(t.Context(), "user-token")
	require.EqualError(t, err, "mastodon: verify account: unreachable: Bearer …: context canceled")
	assert.ErrorIs(t, err, context.Canceled)
}

func TestAnAnswerOfManyMembersIsReadInOneGo(t *testing.T) {
	var body strings.Builder
	body.WriteString(`{"error":"No","details":{"0":[{}]`)
	for n := 1; n < 80_000; n++ { // looking each up by its name would take ten seconds
		body.WriteString(`,"` + strconv.Itoa(n) + `":[]`)
	}
	body.WriteString(`}}`)
	_, err := client(t, &answering{status: 422, body: body.String()}).PrivacyPolicy(t.Context())
	assert.Len(t, asError(t, err).Fields, 1)
}

func TestAnErrorReadsAsASentence(t *testing.T) {
	_, err := client(t, &answering{status: 422, body: `{"error":"Duplicate record"}`}).CreateAccount(t.Context(), "app-token", mastodon.Registration{})
	require.EqualError(t, err, "mastodon: create account: duplicate (422): Duplicate record")
	_, err = client(t, &answering{err: errors.New("no route to host")}).PrivacyPolicy(t.Context())
	require.EqualError(t, err, "mastodon: get privacy policy: unreachable: no route to host")
	assert.False(t, mastodon.HasCode(nil, mastodon.CodeInvalid))
}
