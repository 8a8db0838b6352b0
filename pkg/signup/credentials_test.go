package signup_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
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

func TestOneAppServesEverybody(t *testing.T) {
	t.Run("preparing and submitting at once", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: appsPath, Times: 1, Delay: time.Second})
			prepared := make(chan error)
			for range 2 {
				go func() { prepared <- v.flow.Prepare(v.Context()) }()
			}
			synctest.Wait()
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			require.NoError(v, <-prepared)
			require.NoError(v, <-prepared)
			assert.Equal(v, 1, v.posts(appsPath))
			assert.Equal(v, 1, v.posts(tokenPath))
		})
	})
	t.Run("the next flow", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			v.again()
			v.signUp()
			assert.Equal(v, 1, v.posts(appsPath))
			assert.Equal(v, 1, v.posts(tokenPath))
		})
	})
	t.Run("but not with another return address", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			v.config.ReturnURL = "https://my.site/elsewhere"
			v.again()
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			assert.Equal(v, 2, v.posts(appsPath))
		})
	})
	t.Run("without a store", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Store = nil }, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			require.NoError(v, v.flow.Prepare(v.Context()))
			assert.Equal(v, 1, v.posts(appsPath))
			v.again()
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			assert.Equal(v, 2, v.posts(appsPath))
		})
	})
	t.Run("a store with nonsense", func(t *testing.T) {
		nonsense := store{"fedi-signup:app " + host + " https://my.site/welcome?fedi-signup=example.social read:accounts write:accounts": `{"clientId":`}
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Store = nonsense }, func(v *visitor) {
			v.signUp()
			assert.Equal(v, 1, v.posts(appsPath))
		})
	})
}

func TestTheAppIsRegisteredInTheSitesName(t *testing.T) {
	for name, c := range map[string]struct {
		edit           func(*signup.Config)
		app, returnURL string
	}{
		"as configured":        {func(*signup.Config) {}, "My site", "https://my.site/welcome?fedi-signup=example.social"},
		"a long name":          {func(c *signup.Config) { c.AppName = strings.Repeat("ä", 61) }, strings.Repeat("ä", 60), "https://my.site/welcome?fedi-signup=example.social"},
		"without a name":       {func(c *signup.Config) { c.AppName = " " }, "my.site", "https://my.site/welcome?fedi-signup=example.social"},
		"without anything":     {func(c *signup.Config) { c.AppName, c.ReturnURL = "", "" }, host, "https://example.social/auth/sign_in"},
		"only with a fragment": {func(c *signup.Config) { c.ReturnURL = "#/welcome" }, "My site", "https://example.social/auth/sign_in"},
	} {
		t.Run(name, func(t *testing.T) {
			var form string
			journey(t, mastodontest.Settings{}, func(config *signup.Config) {
				c.edit(config)
				config.Doer = watching(config.Doer, func(r *mastodon.Request) {
					if strings.HasSuffix(r.URL, appsPath) {
						form = string(r.Body)
					}
				})
			}, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Prepare(v.Context()))
				assert.Equal(v, c.app, formValue(v, form, "client_name"))
				assert.Equal(v, c.returnURL, formValue(v, form, "redirect_uris"))
				assert.Equal(v, "read:accounts write:accounts", formValue(v, form, "scopes"))
			})
		})
	}
}

func TestADeletedAppIsReplacedOnce(t *testing.T) {
	t.Run("before its token was asked for", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: tokenPath, Times: 1, Status: 503, Body: `{"error":"x"}`})
			v.fails(signup.CodeServerError, v.flow.Prepare(v.Context()))
			assert.Nil(v, v.flow.Snapshot().Problem, "Submit will try again")
			v.server.DeleteApps()
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, 2, v.posts(appsPath))
		})
	})
	t.Run("after", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			v.server.DeleteApps()
			v.again()
			v.open()
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, 2, v.posts(appsPath))
			assert.Equal(v, 2, v.posts(accountsPath))
		})
	})
}

// GoToSocial refuses an app that it has forgotten in the words of its database.
func TestAForgottenAppIsReplacedHoweverItIsRefused(t *testing.T) {
	t.Run("while the form is open", func(t *testing.T) {
		journey(t, gotosocial(nil), inABrowser, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			v.server.DeleteApps()
			require.NoError(v, v.flow.Submit(v.Context(), withReason()))
			assert.Equal(v, 2, v.posts(appsPath))
		})
	})
	t.Run("after a reload", func(t *testing.T) {
		journey(t, gotosocial(nil), inABrowser, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			v.server.DeleteApps()
			v.again()
			v.open()
			require.NoError(v, v.flow.Submit(v.Context(), withReason()))
			assert.Equal(v, 2, v.posts(appsPath))
		})
	})
	for name, refusal := range map[string]mastodontest.Fault{
		"by any refusal":   {Status: 403, Body: `{"error":"This app is not allowed here"}`},
		"though not twice": {Status: 400, Body: `{"error":"sql: no rows in result set","error_description":"sql: no rows in result set"}`, Times: mastodontest.Always},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Prepare(v.Context()))
				v.server.DeleteApps()
				v.again()
				v.open()
				refusal.Path = tokenPath
				v.server.Fail(refusal)
				err := v.flow.Submit(v.Context(), values())
				if refusal.Times == mastodontest.Always {
					v.fails(signup.CodeAppRefused, err)
				} else {
					require.NoError(v, err)
				}
				assert.Equal(v, 2, v.posts(appsPath))
			})
		})
	}
	t.Run("but not where something else answers in the server's place", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: tokenPath, Status: 503, Body: "{}"})
			v.fails(signup.CodeServerError, v.flow.Prepare(v.Context()))
			v.server.Fail(mastodontest.Fault{Path: tokenPath, Status: 403, Body: strangers["a page"]})
			v.fails(signup.CodeBadAnswer, v.flow.Prepare(v.Context()))
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, 1, v.posts(appsPath))
		})
	})
}

func TestADeletedAppIsForgottenAtOnce(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		v.server.Fail(mastodontest.Fault{Path: tokenPath, Drop: true})
		v.fails(signup.CodeUnreachable, v.flow.Prepare(v.Context()))
		v.server.DeleteApps()
		v.server.Fail(mastodontest.Fault{Path: appsPath, Status: 503, Body: "{}"})
		v.fails(signup.CodeServerError, v.flow.Prepare(v.Context()))
		assert.Empty(v, v.config.Store)
	})
}

func TestATokenThatIsRefusedAgainEndsAtTheServersOwnPage(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		v.server.Fail(mastodontest.Fault{Path: accountsPath, Times: 2, Status: 401, Body: `{"error":"Unauthorized: user not supplied or not authorized"}`})
		failed := v.fails(signup.CodeSignUpRefused, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, "https://example.social/auth/sign_up", failed.Handover)
		assert.Equal(v, signup.ScreenElsewhere, v.flow.Snapshot().Screen)
		assert.Equal(v, 2, v.posts(accountsPath))
	})
}

func TestNoTryIsSpentOnANewTokenWhenNoneIsLeft(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.server.AddUser("alice", "other@example.org")
		v.open()
		for range 4 {
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
		}
		v.server.DeleteApps()
		failed := v.fails(signup.CodeRateLimited, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username = "bob" })))
		assert.Greater(v, failed.RetryAt, in(0))
		assert.Equal(v, 5, v.posts(accountsPath))
		time.Sleep(time.Until(time.UnixMilli(failed.RetryAt)) + time.Second)
		require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username = "bob" })))
	})
}

func TestAnAppThatIsNotHad(t *testing.T) {
	for name, c := range map[string]struct {
		path   string
		fault  mastodontest.Fault
		code   signup.Code
		detail string
		screen signup.Screen
	}{
		"refused":           {appsPath, mastodontest.Fault{Status: 422, Body: `{"error":"Validation failed: Application website is not a valid URL"}`}, signup.CodeAppRefused, "", signup.ScreenElsewhere},
		"too many":          {appsPath, mastodontest.Fault{Status: 429, Body: `{"error":"Too many requests"}`}, signup.CodeRateLimited, "app-registration", signup.ScreenForm},
		"no answer":         {appsPath, mastodontest.Fault{Drop: true}, signup.CodeUnreachable, "", signup.ScreenForm},
		"cut off":           {appsPath, mastodontest.Fault{Status: 200, Body: `{"client_`}, signup.CodeBadAnswer, "", signup.ScreenForm},
		"HTML":              {appsPath, mastodontest.Fault{Status: 200, Body: "<html>"}, signup.CodeBadAnswer, "", signup.ScreenForm},
		"a wall":            {appsPath, mastodontest.Fault{Status: 401, Body: strangers["a page"]}, signup.CodeBadAnswer, "", signup.ScreenForm},
		"a bot's page":      {appsPath, mastodontest.Fault{Status: 403, Body: strangers["a page"]}, signup.CodeBadAnswer, "", signup.ScreenForm},
		"nothing there":     {appsPath, mastodontest.Fault{Status: 404}, signup.CodeBadAnswer, "", signup.ScreenForm},
		"an error":          {appsPath, mastodontest.Fault{Status: 500, Body: `{"error":"Internal Server Error"}`}, signup.CodeServerError, "", signup.ScreenForm},
		"no token for it":   {tokenPath, mastodontest.Fault{Status: 400, Body: `{"error":"invalid_scope","error_description":"The requested scope is invalid, unknown, or malformed."}`}, signup.CodeAppRefused, "", signup.ScreenElsewhere},
		"unknown at once":   {tokenPath, mastodontest.Fault{Status: 401, Body: `{"error":"invalid_client","error_description":"Client authentication failed"}`}, signup.CodeAppRefused, "", signup.ScreenElsewhere},
		"token: no answer":  {tokenPath, mastodontest.Fault{Drop: true}, signup.CodeUnreachable, "", signup.ScreenForm},
		"token: HTML":       {tokenPath, mastodontest.Fault{Status: 200, Body: "<html>"}, signup.CodeBadAnswer, "", signup.ScreenForm},
		"token: a wall":     {tokenPath, mastodontest.Fault{Status: 401, Body: strangers["a page"]}, signup.CodeBadAnswer, "", signup.ScreenForm},
		"token: an error":   {tokenPath, mastodontest.Fault{Status: 502, Body: "<html>"}, signup.CodeServerError, "", signup.ScreenForm},
		"token: half of it": {tokenPath, mastodontest.Fault{Status: 200, Body: `{"client_`}, signup.CodeBadAnswer, "", signup.ScreenForm},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				v.open()
				c.fault.Path, c.fault.Times = c.path, 1
				v.server.Fail(c.fault)
				failed := v.fails(c.code, v.flow.Submit(v.Context(), values()))
				now := v.flow.Snapshot()
				assert.Equal(v, c.screen, now.Screen)
				require.NotNil(v, now.Problem)
				assert.Equal(v, failed.Problem, *now.Problem)
				assert.Equal(v, c.detail, now.Problem.Detail)
				assert.Equal(v, "https://example.social/auth/sign_up", now.Problem.Handover)
				assert.Zero(v, v.posts(accountsPath), "no try is spent")
				if c.screen == signup.ScreenForm {
					require.NoError(v, v.flow.Submit(v.Context(), values()), "once more")
				}
			})
		})
	}
}

func TestAReturnAddressThatIsTooLongIsNamed(t *testing.T) {
	long := func(length int) func(*signup.Config) {
		return func(c *signup.Config) { c.ReturnURL = "https://site.example/" + strings.Repeat("a", length) }
	}
	journey(t, mastodontest.Settings{}, long(2000), func(v *visitor) {
		v.open()
		failed := v.fails(signup.CodeAppRefused, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, "return-url", failed.Detail)
		assert.Equal(v, "https://example.social/auth/sign_up", v.flow.Snapshot().Problem.Handover)
	})
	journey(t, mastodontest.Settings{}, long(1900), func(v *visitor) {
		v.open()
		require.NoError(v, v.flow.Submit(v.Context(), values()))
	})
}

func TestABrokerHandsOutTheToken(t *testing.T) {
	broker := func(answers ...mastodon.Response) func(*signup.Config) {
		return func(c *signup.Config) {
			own := c.Doer
			c.Broker = "https://edge.example"
			c.Doer = doer(func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
				if !strings.HasPrefix(r.URL, c.Broker) {
					return own.Do(ctx, r)
				}
				if len(answers) == 0 {
					return nil, errors.New("no answer")
				}
				answer := answers[0]
				answers = answers[1:]
				return &answer, nil
			})
		}
	}
	// The broker's app is one that the server knows.
	keeping := func(revoked func(token string) *mastodon.Response) func(*signup.Config) {
		return func(c *signup.Config) {
			own := c.Doer
			c.Broker = "https://edge.example"
			c.Doer = answering(own, func(r *mastodon.Request) *mastodon.Response {
				switch {
				case !strings.HasPrefix(r.URL, c.Broker):
					return nil
				case r.URL == c.Broker+"/v1/revoke":
					assert.Equal(t, host, formValue(t, string(r.Body), "server"))
					return revoked(formValue(t, string(r.Body), "token"))
				}
				assert.Equal(t, "https://my.site/welcome", formValue(t, string(r.Body), "return_url"), "it marks the page itself")
				s, err := mastodon.ParseServer(host)
				require.NoError(t, err)
				client := mastodon.NewClient(s, own)
				app, err := client.RegisterApp(context.Background(), mastodon.AppRegistration{Name: "Edge", RedirectURI: "https://my.site/welcome?fedi-signup=example.social", Scopes: "read:accounts write:accounts"})
				require.NoError(t, err)
				token, err := client.AppToken(context.Background(), app, "read:accounts write:accounts")
				require.NoError(t, err)
				return answer(200, `{"access_token":"`+token.AccessToken+`","token_type":"Bearer","scope":"read:accounts write:accounts","created_at":1785000000}`)
			})
		}
	}
	ready := func(v *visitor) (token string) {
		v.signUp()
		require.NoError(v, v.server.Confirm("alice"))
		time.Sleep(time.Minute)
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		require.NotEmpty(v, v.flow.AccessToken())
		return v.flow.AccessToken()
	}
	t.Run("and keeps the app, so that it gives the account's token back", func(t *testing.T) {
		var revoked []string
		answers := []*mastodon.Response{answer(502, `{"error":"server_unavailable"}`), answer(200, `{}`)}
		journey(t, mastodontest.Settings{}, keeping(func(token string) *mastodon.Response {
			revoked = append(revoked, token)
			return answers[len(revoked)-1]
		}), func(v *visitor) {
			token := ready(v)
			assert.True(v, v.fails(signup.CodeBroker, v.flow.Revoke(v.Context())).Retryable)
			assert.Equal(v, token, v.flow.AccessToken(), "it can be tried again")
			require.NoError(v, v.flow.Revoke(v.Context()))
			assert.Empty(v, v.flow.AccessToken())
			assert.Equal(v, []string{token, token}, revoked)
			assert.Zero(v, v.posts(revokePath))
		})
	})
	for name, refusal := range map[string]*mastodon.Response{
		"of before":        answer(404, `{"error":"not_found"}`),
		"with another app": answer(403, `{"error":"token_not_ours"}`),
	} {
		t.Run("and cannot give the account's token back: one "+name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, keeping(func(string) *mastodon.Response { return refusal }), func(v *visitor) {
				ready(v)
				assert.Equal(v, "cannot-revoke", v.fails(signup.CodeBroker, v.flow.Revoke(v.Context())).Detail)
				assert.Empty(v, v.flow.AccessToken())
			})
		})
	}
	t.Run("and another when the server has forgotten the app", func(t *testing.T) {
		var kept, asked []string
		journey(t, mastodontest.Settings{}, func(c *signup.Config) {
			own := c.Doer
			c.Broker = "https://edge.example"
			c.Doer = doer(func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
				if !strings.HasPrefix(r.URL, c.Broker) {
					return own.Do(ctx, r)
				}
				refused := formValue(t, string(r.Body), "refused")
				asked = append(asked, refused)
				if len(kept) == 0 || refused == kept[len(kept)-1] {
					s, err := mastodon.ParseServer(host)
					require.NoError(t, err)
					client := mastodon.NewClient(s, own)
					app, err := client.RegisterApp(ctx, mastodon.AppRegistration{Name: "Edge", RedirectURI: "https://my.site/welcome?fedi-signup=example.social", Scopes: "read:accounts write:accounts"})
					require.NoError(t, err)
					token, err := client.AppToken(ctx, app, "read:accounts write:accounts")
					require.NoError(t, err)
					kept = append(kept, token.AccessToken)
				}
				return answer(200, `{"access_token":"`+kept[len(kept)-1]+`","token_type":"Bearer","scope":"read:accounts write:accounts","created_at":1785000000}`), nil
			})
		}, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Prepare(v.Context()))
			v.server.DeleteApps()
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, []string{"", kept[0]}, asked)
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
		})
	})
	t.Run("and another when too many calls were made with it", func(t *testing.T) {
		var tokens, asked []string
		journey(t, mastodontest.Settings{}, func(c *signup.Config) {
			own := c.Doer
			c.Broker = "https://edge.example"
			c.Doer = doer(func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
				if !strings.HasPrefix(r.URL, c.Broker) {
					return own.Do(ctx, r)
				}
				asked = append(asked, formValue(t, string(r.Body), "refused")+" "+formValue(t, string(r.Body), "why"))
				return answer(200, `{"access_token":"`+tokens[min(len(asked), len(tokens))-1]+`","token_type":"Bearer"}`), nil
			})
		}, func(v *visitor) {
			s, err := mastodon.ParseServer(host)
			require.NoError(v, err)
			client := mastodon.NewClient(s, nethttp.New(v.server.ClientAt("198.51.100.1")))
			for range 2 {
				app, err := client.RegisterApp(v.Context(), mastodon.AppRegistration{Name: "Edge", RedirectURI: "https://my.site/welcome", Scopes: "read:accounts write:accounts"})
				require.NoError(v, err)
				token, err := client.AppToken(v.Context(), app, "read:accounts write:accounts")
				require.NoError(v, err)
				tokens = append(tokens, token.AccessToken)
			}
			spend := func(token string) {
				for i := range 300 {
					_, _ = mastodon.NewClient(s, nethttp.New(v.server.ClientAt(fmt.Sprintf("198.51.100.%d", i)))).AppLimit(v.Context(), token)
				}
			}
			v.open()
			spend(tokens[0])
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, []string{" ", tokens[0] + " used_up"}, asked)
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)

			// The broker has no other.
			require.NoError(v, v.flow.Forget(v.Context()))
			require.NoError(v, v.flow.Prepare(v.Context()))
			spend(tokens[1])
			failed := v.fails(signup.CodeRateLimited, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username, v.Email = "bob", "bob@example.org" })))
			assert.Greater(v, failed.RetryAt, in(0))
			assert.Nil(v, v.flow.Snapshot().Tries, "the calls of all are nobody's tries")
			assert.Equal(v, tokens[1]+" used_up", asked[len(asked)-1])
		})
	})
	t.Run("to those who solved its challenge", func(t *testing.T) {
		var asked []string
		journey(t, mastodontest.Settings{}, func(c *signup.Config) {
			c.Broker = "https://edge.example"
			c.Doer = answering(c.Doer, func(r *mastodon.Request) *mastodon.Response {
				if !strings.HasPrefix(r.URL, c.Broker) {
					return nil
				}
				asked = append(asked, formValue(t, string(r.Body), "challenge"))
				if asked[len(asked)-1] != "solved" {
					return answer(403, `{"error":"challenge_required","error_description":"Solve it."}`)
				}
				return answer(200, `{"access_token":"any","token_type":"Bearer"}`)
			})
		}, func(v *visitor) {
			v.open()
			v.fails(signup.CodeBroker, v.flow.Prepare(v.Context()))
			assert.Nil(v, v.flow.Snapshot().Problem)
			assert.True(v, v.fails(signup.CodeBroker, v.flow.Submit(v.Context(), values())).Retryable)
			v.flow.SolveChallenge("solved")
			require.NoError(v, v.flow.Prepare(v.Context()))
			_ = v.flow.Submit(v.Context(), values()) // the token is not the server's
			assert.Equal(v, []string{"", "", "solved", ""}, asked, "an answer is good once")
		})
	})
	for name, c := range map[string]struct {
		answer mastodon.Response
		code   signup.Code
		detail string
		screen signup.Screen
	}{
		"no answer":        {mastodon.Response{}, signup.CodeBroker, "unreachable", signup.ScreenForm},
		"server not known": {*answer(403, `{"error":"server_not_listed","error_description":"No."}`), signup.CodeBroker, "server_not_listed", signup.ScreenElsewhere},
		"too many":         {*answer(429, `{"error":"rate_limited","error_description":"Later."}`), signup.CodeRateLimited, "rate-limited", signup.ScreenForm},
		"a challenge":      {*answer(403, `{"error":"challenge_required","error_description":"Solve it."}`), signup.CodeBroker, "challenge_required", signup.ScreenForm},
		"server is down":   {*answer(502, `{"error":"server_unavailable","error_description":"Later."}`), signup.CodeBroker, "server_unavailable", signup.ScreenForm},
	} {
		t.Run(name, func(t *testing.T) {
			answers := []mastodon.Response{c.answer}
			if c.answer.Status == 0 {
				answers = nil
			}
			journey(t, mastodontest.Settings{}, broker(answers...), func(v *visitor) {
				v.open()
				failed := v.fails(c.code, v.flow.Submit(v.Context(), values()))
				assert.Equal(v, c.detail, failed.Detail)
				assert.Empty(v, failed.Message, "it is not the server that says so")
				assert.Equal(v, c.screen, v.flow.Snapshot().Screen)
				assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
				assert.Zero(v, v.posts(appsPath))
			})
		})
	}
}
