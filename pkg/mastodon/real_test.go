package mastodon_test

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/internal/recorded"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// realCalls are the client's calls of which answers were recorded.
var realCalls = map[string]func(context.Context, *mastodon.Client) (any, error){
	"GET /api/v2/instance": func(ctx context.Context, c *mastodon.Client) (any, error) { return c.Instance(ctx) },
	"GET /api/v1/instance/privacy_policy": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.PrivacyPolicy(ctx)
	},
	"GET /api/v1/instance/extended_description": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.ExtendedDescription(ctx)
	},
	"GET /api/v1/instance/terms_of_service": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.TermsOfService(ctx, "")
	},
	"GET /nodeinfo/2.0": func(ctx context.Context, c *mastodon.Client) (any, error) { return c.NodeInfo(ctx) },
	"POST /api/v1/apps": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.RegisterApp(ctx, mastodon.AppRegistration{Name: "Club", RedirectURI: "https://club.example/done", Scopes: "read:accounts"})
	},
	"POST /oauth/token": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.AppToken(ctx, &mastodon.App{ClientID: "id", ClientSecret: "s"}, "read:accounts")
	},
	"POST /api/v1/accounts": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.CreateAccount(ctx, "t", mastodon.Registration{Username: "alice"})
	},
	"GET /api/v1/accounts/lookup": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.LookupAccount(ctx, "alice")
	},
	"GET /api/v1/accounts/verify_credentials": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.VerifyAccount(ctx, "t")
	},
	"GET /api/v1/emails/check_confirmation": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return c.EmailConfirmed(ctx, "t")
	},
	"POST /api/v1/emails/confirmations": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return nil, c.ResendConfirmation(ctx, "t", "alice@example.org")
	},
	"POST /oauth/revoke": func(ctx context.Context, c *mastodon.Client) (any, error) {
		return nil, c.RevokeToken(ctx, &mastodon.App{ClientID: "id", ClientSecret: "s"}, "t")
	},
}

// realCodes are those that a status alone does not tell.
var realCodes = map[string]mastodon.Code{
	"token wrong secret": mastodon.CodeInvalidClient, "token wider scope": mastodon.CodeInvalidScope,
	"token no scope": mastodon.CodeInvalidScope, "token no grant": mastodon.CodeInvalidRequest,
	"token bad grant": mastodon.CodeUnsupportedGrant, "token bad grant 4.3.23": mastodon.CodeInvalidGrant,
	"life unconfirmed vc": mastodon.CodeUnconfirmed, "life appr unconfirmed vc": mastodon.CodeUnconfirmed,
	"life approved before mail vc": mastodon.CodeUnconfirmed, "life pending vc": mastodon.CodePending,
	"life disabled vc": mastodon.CodeDisabled, "life suspended vc": mastodon.CodeDisabled, "life suspended check": mastodon.CodeDisabled,
	"life revoke wrong client": mastodon.CodeUnauthorizedClient,
}

var codesByStatus = map[int]mastodon.Code{
	400: mastodon.CodeInvalid, 401: mastodon.CodeUnauthorized, 403: mastodon.CodeForbidden, 404: mastodon.CodeNotFound,
	422: mastodon.CodeInvalid, 429: mastodon.CodeRateLimited, 500: mastodon.CodeServerError,
}

func TestEveryAnswerOfRealServersIsRead(t *testing.T) {
	met := map[string]bool{}
	for _, real := range recorded.All(t) {
		for _, call := range real.Calls {
			do := realCalls[call.Req.Method+" "+call.Path()]
			switch {
			case do == nil: // not the client's
				continue
			case call.ID == "acct bad json */*": // the client asks for JSON
				continue
			case strings.HasPrefix(call.ID, "limit app ") && call.Status == 200: // whose body was not recorded
				continue
			}
			met[call.Req.Method+" "+call.Path()] = true
			t.Run(real.Version+" "+call.ID, func(t *testing.T) {
				server := real.Start(t)
				server.Play(call.ID)
				_, err := do(t.Context(), client(t, nethttp.New(server.Client())))
				if call.Status == 200 {
					require.NoError(t, err)
				} else {
					assertRealRefusal(t, real.Version, call, err)
				}
			})
		}
	}
	assert.Len(t, met, len(realCalls), "there are answers to each call")
}

// assertRealRefusal holds an error against the answer in the recording.
func assertRealRefusal(t *testing.T, version string, call *recorded.Call, err error) {
	t.Helper()
	var refused *mastodon.Error
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, call.Status, refused.Status)
	code := codesByStatus[call.Status]
	for _, name := range []string{call.ID, call.ID + " " + version} {
		if finer, known := realCodes[name]; known {
			code = finer
		}
	}
	assert.Equal(t, code, refused.Code)
	var body struct {
		Error            string
		ErrorDescription string `json:"error_description"`
		Details          map[string][]struct{ Error, Description string }
	}
	require.NoError(t, json.Unmarshal(call.Body, &body))
	message := body.Error
	if body.ErrorDescription != "" {
		message = body.ErrorDescription
	}
	assert.NotEmpty(t, message)
	assert.Equal(t, message, refused.Message)
	var fields []mastodon.FieldError
	for name, problems := range body.Details {
		for _, p := range problems {
			fields = append(fields, mastodon.FieldError{Field: name, Code: mastodon.FieldCode(p.Error), Description: p.Description})
		}
	}
	switch call.ID { // these have no details
	case "life resend taken":
		fields = []mastodon.FieldError{{Field: "email", Code: mastodon.FieldCodeTaken, Description: message}}
	case "life resend invalid":
		fields = []mastodon.FieldError{{Field: "email", Code: mastodon.FieldCodeInvalid, Description: message}}
	}
	assert.ElementsMatch(t, fields, refused.Fields)
	if left, ok := call.Headers["x-ratelimit-remaining"]; ok && assert.NotNil(t, refused.RateLimit) {
		assert.Equal(t, left, strconv.Itoa(refused.RateLimit.Remaining))
	}
}

// The older document is read where the newer one is missing.
func TestTheOlderDocumentOfRealServersIsRead(t *testing.T) {
	for _, real := range recorded.All(t) {
		t.Run(real.Version, func(t *testing.T) {
			own := nethttp.New(real.Start(t).Client())
			i, err := client(t, missing{own, "/api/v2/instance"}).Instance(t.Context())
			require.NoError(t, err)
			assert.Equal(t, 1, i.APIVersion)
			assert.Equal(t, real.Version, i.Version)
			assert.Equal(t, mastodon.SoftwareMastodon, i.Software.Name)
			assert.True(t, i.Registrations.Enabled)
			assert.False(t, i.Registrations.ApprovalRequired)
			require.NotNil(t, i.Registrations.InvitesEnabled)
			assert.True(t, *i.Registrations.InvitesEnabled)
		})
	}
}

// missing is a Doer to which a server answers that it has no such path.
type missing struct {
	mastodon.Doer
	path string
}

func (m missing) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if strings.HasSuffix(r.URL, m.path) {
		return (&answering{status: 404, body: `{"error":"Not Found"}`}).Do(ctx, r)
	}
	return m.Doer.Do(ctx, r)
}

func TestTheDocumentOfRealServersTellsOfTheSignUp(t *testing.T) {
	for _, real := range recorded.All(t) {
		for mode, want := range map[string]mastodon.Registrations{
			"":                     {Enabled: true},
			"appr registrations":   {Enabled: true, ApprovalRequired: true},
			"closed registrations": {},
		} {
			t.Run(real.Version+" "+mode, func(t *testing.T) {
				server := real.Start(t)
				if mode != "" {
					server.Play(mode)
				}
				i, err := client(t, nethttp.New(server.Client())).Instance(t.Context())
				require.NoError(t, err)
				if real.Version != "4.3.23" { // from 4.4 on
					required := want.ApprovalRequired // as these servers were set
					want.ReasonRequired = &required
				}
				assert.Equal(t, want, i.Registrations)
				assert.Equal(t, 2, i.APIVersion)
				assert.Equal(t, map[string]int{"mastodon": map[string]int{"4.3.23": 2, "4.5.15": 7, "4.6.5": 11}[real.Version]}, i.APIVersions)
				assert.Equal(t, mastodon.URLs{About: "https://example.social/about", PrivacyPolicy: "https://example.social/privacy-policy"}, i.URLs)
				assert.Equal(t, "example.social", i.Domain)
				assert.False(t, i.LimitedFederation)
			})
		}
	}
}
