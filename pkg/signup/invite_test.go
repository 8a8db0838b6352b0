package signup_test

import (
	"context"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnInviteOpensTheFormOfAClosedServer(t *testing.T) {
	closed := mastodontest.Settings{Registrations: mastodontest.Closed, ClosedMessage: "<p>Ask a friend</p>"}
	for name, invite := range map[string]string{
		"code": " AbC123xy ", "link": "https://example.social/invite/AbC123xy", "link with a tail": "example.social/invite/AbC123xy?x=1",
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, closed, nil, func(v *visitor) {
				v.server.AddInvite(mastodontest.Invite{Code: "AbC123xy"})
				assert.Equal(v, "Ask a friend", v.open().Problem.Message)
				require.NoError(v, v.flow.UseInvite(v.Context(), invite))
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenForm, now.Screen)
				assert.Nil(v, now.Problem)
				assert.True(v, v.asks(signup.FieldNameInviteCode), "so that it can be corrected")
				v.fails(signup.CodeNotNow, v.flow.UseInvite(v.Context(), invite))
				require.NoError(v, v.flow.Submit(v.Context(), values()))
				assert.Equal(v, "AbC123xy", v.server.Users()[0].InviteCode)
			})
		})
	}
	for name, c := range map[string]struct{ invite, code string }{
		"nothing":               {"  ", "ERR_BLANK"},
		"another server's link": {"https://other.social/invite/AbC123xy", "ERR_INVALID"},
		"some page":             {"https://example.social/about", "ERR_INVALID"},
		"rubbish":               {"please let me in!", "ERR_INVALID"},
	} {
		t.Run(name+" is refused at once", func(t *testing.T) {
			journey(t, closed, nil, func(v *visitor) {
				v.open()
				asked := len(v.server.Requests())
				failed := v.fails(signup.CodeInvalid, v.flow.UseInvite(v.Context(), c.invite))
				assert.Equal(v, []signup.FieldProblem{{Field: "invite_code", Code: signup.FieldCode(c.code), Origin: "local"}}, failed.Fields)
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenClosed, now.Screen)
				assert.Equal(v, failed.Fields, now.Problems)
				assert.Equal(v, signup.CodeClosed, now.Problem.Code)
				assert.Len(v, v.server.Requests(), asked)
				require.NoError(v, v.flow.UseInvite(v.Context(), "AbC123xy"))
				assert.Empty(v, v.flow.Snapshot().Problems)
			})
		})
	}
	t.Run("what the server refuses is corrected in the form", func(t *testing.T) {
		journey(t, closed, nil, func(v *visitor) {
			v.server.AddInvite(mastodontest.Invite{Code: "Other123"})
			v.open()
			require.NoError(v, v.flow.UseInvite(v.Context(), "AbC123xy"))
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "invite_code", failed.Fields[0].Field)
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
			require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.InviteCode = "Other123" })))
		})
	})
	for name, settings := range map[string]mastodontest.Settings{
		"an open server":      {},
		"Mastodon before 4.3": {Version: "4.2.0", Registrations: mastodontest.Closed},
		"GoToSocial":          {Software: mastodontest.GoToSocial, Registrations: mastodontest.Closed},
	} {
		t.Run("not at "+name, func(t *testing.T) {
			journey(t, settings, nil, func(v *visitor) {
				now := v.open()
				assert.False(v, now.Screen == signup.ScreenClosed && v.asks(signup.FieldNameInviteCode))
				v.fails(signup.CodeNotNow, v.flow.UseInvite(v.Context(), "AbC123xy"))
			})
		})
	}
}

// A broker can ask what no browser can.
func TestABrokerTellsAtOnceWhetherAnInviteIsGood(t *testing.T) {
	closed := mastodontest.Settings{Registrations: mastodontest.Closed, ClosedMessage: "<p>Ask a friend</p>"}
	saying := func(asked *[]string, status int, body string) func(*signup.Config) {
		return func(c *signup.Config) {
			c.Broker = "https://edge.example"
			c.Doer = answering(c.Doer, func(r *mastodon.Request) *mastodon.Response {
				question, is := strings.CutPrefix(r.URL, c.Broker+"/v1/invite?server=example.social&code=")
				if !is {
					return nil
				}
				*asked = append(*asked, question)
				return answer(status, body)
			})
		}
	}
	for name, c := range map[string]struct {
		status int
		body   string
		code   signup.FieldCode // none: the form opens
	}{
		"good":               {200, `{"state":"good"}`, ""},
		"spent":              {200, `{"state":"spent"}`, signup.FieldCodeExpired},
		"unknown":            {200, `{"state":"unknown"}`, signup.FieldCodeInvalid},
		"a state to come":    {200, `{"state":"new"}`, ""},
		"a broker of before": {404, `{"error":"not_found"}`, ""},
		"too many":           {429, `{"error":"rate_limited"}`, ""},
		"no JSON":            {200, `<html>`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			var asked []string
			journey(t, closed, saying(&asked, c.status, c.body), func(v *visitor) {
				check := func(err error) {
					t.Helper()
					now := v.flow.Snapshot()
					if c.code == "" {
						require.NoError(v, err)
						assert.Equal(v, signup.ScreenForm, now.Screen)
						return
					}
					assert.Equal(v, signup.ScreenClosed, now.Screen)
					assert.Equal(v, "Ask a friend", now.Problem.Message)
					assert.Equal(v, []signup.FieldProblem{{Field: "invite_code", Code: c.code, Origin: "server"}}, now.Problems)
					assert.True(v, v.asks(signup.FieldNameInviteCode))
				}
				v.open()
				err := v.flow.UseInvite(v.Context(), "https://example.social/invite/AbC123xy")
				check(err)
				if c.code != "" {
					assert.Equal(v, v.flow.Snapshot().Problems, v.fails(signup.CodeInvalid, err).Fields)
				}
				v.config.Invite = "AbC123xy"
				v.again()
				v.open()
				check(nil)
				assert.Equal(v, []string{"AbC123xy", "AbC123xy"}, asked)
			})
		})
	}
	t.Run("none", func(t *testing.T) {
		var asked []string
		journey(t, closed, saying(&asked, 200, "{}"), func(v *visitor) {
			own := v.config.Doer
			v.config.Doer = doer(func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
				if strings.HasPrefix(r.URL, v.config.Broker) {
					<-ctx.Done()
					return nil, ctx.Err()
				}
				return own.Do(ctx, r)
			})
			v.again()
			v.open()
			require.NoError(v, v.flow.UseInvite(v.Context(), "AbC123xy"))
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen, "after some seconds")
		})
	})
	t.Run("an open server needs none", func(t *testing.T) {
		var asked []string
		journey(t, mastodontest.Settings{}, saying(&asked, 200, "{}"), func(v *visitor) {
			v.config.Invite = "AbC123xy"
			v.again()
			assert.Equal(v, signup.ScreenForm, v.open().Screen)
			assert.Empty(v, asked)
		})
	})
}

func TestAnInvitePromisesNothing(t *testing.T) {
	invited := func(c *signup.Config) { c.Invite = "AbC123xy" }
	byMember := mastodontest.Invite{Code: "AbC123xy"}
	t.Run("it excuses from no reason", func(t *testing.T) {
		journey(t, mastodontest.Settings{Registrations: mastodontest.Approval, RequireReason: true}, invited, func(v *visitor) {
			v.server.AddInvite(byMember)
			now := v.open()
			assert.True(v, now.Server.ApprovalRequired)
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, []signup.FieldProblem{{Field: "reason", Code: "ERR_BLANK", Origin: "local"}}, failed.Fields)
		})
	})
	t.Run("nor where a closed server asks for one unasked", func(t *testing.T) {
		journey(t, mastodontest.Settings{Registrations: mastodontest.Closed, RequireReason: true}, invited, func(v *visitor) {
			v.server.AddInvite(byMember)
			v.open()
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "reason", failed.Fields[0].Field)
			require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason = "I like crabs" })))
		})
	})
	for version, screen := range map[string]signup.Screen{"4.5.15": signup.ScreenReady, "4.6.5": signup.ScreenReview} {
		t.Run("nor from approval, from 4.6 on: "+version, func(t *testing.T) {
			journey(t, mastodontest.Settings{Version: version, Registrations: mastodontest.Approval}, invited, func(v *visitor) {
				v.server.AddInvite(byMember)
				v.open()
				require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason = "I like crabs" })))
				require.NoError(v, v.server.Confirm("alice"))
				require.NoError(v, v.flow.Refresh(v.Context()))
				assert.Equal(v, screen, v.flow.Snapshot().Screen)
			})
		})
	}
}

func TestServersThatAreClosedInOtherWays(t *testing.T) {
	t.Run("single-user mode", func(t *testing.T) {
		journey(t, mastodontest.Settings{SingleUser: true}, nil, func(v *visitor) {
			assert.Equal(v, signup.ScreenClosed, v.open().Screen)
		})
	})
	t.Run("sign-up on a page of its own wins over everything", func(t *testing.T) {
		settings := mastodontest.Settings{SSOURL: "https://sso.example/new", Registrations: mastodontest.Closed}
		journey(t, settings, func(c *signup.Config) { c.Invite = "AbC123xy" }, func(v *visitor) {
			now := v.open()
			assert.Equal(v, signup.ScreenElsewhere, now.Screen)
			assert.Equal(v, signup.Problem{Code: signup.CodeExternal, Handover: "https://sso.example/new"}, *now.Problem)
		})
	})
}

func TestAServerOfALimitedFederationTellsStrangersLittle(t *testing.T) {
	journey(t, mastodontest.Settings{LimitedFederation: true, Rules: []mastodontest.Rule{{Text: "Be kind"}}, Terms: &mastodontest.Terms{HTML: "<p>x</p>", EffectiveDate: "2026-05-01"}}, nil, func(v *visitor) {
		assert.Equal(v, "Be kind", v.open().Rules[0].Text, "they are in the instance document as well")
		available, err := v.flow.Available(v.Context(), "alice")
		require.NoError(v, err)
		assert.Equal(v, signup.AvailabilityUnknown, available)
		_, err = v.flow.Document(v.Context(), signup.DocumentKindPrivacyPolicy)
		failed := v.fails(signup.CodeNotSupported, err)
		assert.Equal(v, "https://example.social/privacy-policy", failed.Handover)
		assert.Equal(v, signup.DetailMembersOnly, failed.Detail)
		require.NoError(v, v.flow.Submit(v.Context(), values()))
		require.NoError(v, v.flow.Refresh(v.Context()))
		assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
		sleepUntilResend(v)
		failed = v.fails(signup.CodeResendRefused, v.flow.Resend(v.Context(), ""))
		assert.Equal(v, "Your login is missing a confirmed e-mail address", failed.Message)
		assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
		require.NoError(v, v.server.Confirm("alice"))
		require.NoError(v, v.flow.Refresh(v.Context()))
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
	})
}

func TestAnAddressWithAnInviteThatIsNoneDoesNoHarm(t *testing.T) {
	for name, invite := range map[string]string{
		"another server's": "https://other.social/invite/AbC123xy", "a script": "javascript:alert(1)", "control": "AbC\x00123",
		"a direction": "\u202eyx321CbA", "endless": strings.Repeat("a", 1<<20), "endless link": "https://example.social/invite/" + strings.Repeat("a", 101),
	} {
		t.Run(name, func(t *testing.T) {
			configure := func(c *signup.Config) { c.Invite = invite }
			journey(t, mastodontest.Settings{}, configure, func(v *visitor) {
				v.open()
				assert.False(v, v.asks(signup.FieldNameInviteCode))
				require.NoError(v, v.flow.Submit(v.Context(), values()))
			})
			journey(t, mastodontest.Settings{Registrations: mastodontest.Closed}, configure, func(v *visitor) {
				assert.Equal(v, signup.ScreenClosed, v.open().Screen)
			})
		})
	}
	t.Run("a code that nobody gave out, where all may join", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Invite = "Nobodys1" }, func(v *visitor) {
			v.open()
			require.NoError(v, v.flow.Submit(v.Context(), values()))
		})
	})
}
