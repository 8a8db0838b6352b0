package signup_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// returnFrom is what the page does when the link in a server's email has led to it.
func (v *visitor) returnFrom(server string) {
	v.config.Returned = server
	v.again()
}

func TestTheMailsLinkLeadsBackToThePageWithItsServer(t *testing.T) {
	for page, want := range map[string]string{
		"https://my.site/welcome#top": "https://my.site/welcome?fedi-signup=example.social",
		"https://my.site/?a=b":        "https://my.site/?a=b&fedi-signup=example.social",
		"":                            "https://example.social/auth/sign_in",
	} {
		t.Run(page, func(t *testing.T) {
			registered := ""
			journey(t, mastodontest.Settings{}, func(c *signup.Config) {
				c.ReturnURL = page
				c.Doer = watching(c.Doer, func(r *mastodon.Request) {
					if r.URL == "https://example.social"+appsPath {
						registered = formValue(t, string(r.Body), "redirect_uris")
					}
				})
			}, func(v *visitor) {
				v.signUp()
				assert.Equal(v, want, registered)
			})
		})
	}
}

func TestWhoReturnsFromTheMailSeesTheAccount(t *testing.T) {
	t.Run("in the same browser", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			v.returnFrom(host)
			now := v.open()
			assert.Equal(v, signup.ScreenReady, now.Screen, "asked at once")
			assert.Empty(v, now.Returned)
			v.again()
			assert.Equal(v, signup.ScreenReady, v.open().Screen, "twice")
		})
	})
	t.Run("awaiting approval", func(t *testing.T) {
		journey(t, mastodontest.Settings{Registrations: mastodontest.Approval}, nil, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			v.returnFrom(host)
			assert.Equal(v, signup.ScreenReview, v.open().Screen)
		})
	})
	for name, settings := range map[string]mastodontest.Settings{"open": {}, "closed meanwhile": {Registrations: mastodontest.Closed}} {
		t.Run("in another browser, "+name, func(t *testing.T) {
			journey(t, settings, func(c *signup.Config) { c.Returned = "https://Example.Social" }, func(v *visitor) {
				now := v.open()
				assert.Equal(v, signup.ScreenReturned, now.Screen)
				assert.Equal(v, "https://example.social/auth/sign_in", now.Server.SignInURL)
				assert.Empty(v, now.Fields)
				assert.Nil(v, now.Problem)
				assert.Empty(v, now.Returned)
				v.fails(signup.CodeNotNow, v.flow.Submit(v.Context(), values()))
				require.NoError(v, v.flow.Forget(v.Context()))
				assert.NotEqual(v, signup.ScreenReturned, v.flow.Snapshot().Screen, "for somebody else")
			})
		})
	}
	t.Run("once, if there is nothing any more", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Reject("alice"))
			v.returnFrom(host)
			assert.Equal(v, signup.ScreenStopped, v.open().Screen)
			assert.Equal(v, signup.ScreenForm, v.open().Screen)
		})
	})
	t.Run("on a page for another server", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Returned = "other.social" }, func(v *visitor) {
			v.signUp()
			for _, s := range v.seen {
				assert.Equal(v, "other.social", s.Returned, s.Screen)
			}
			require.NoError(v, v.flow.Open(v.Context(), "other.social"))
			assert.Equal(v, signup.ScreenReturned, v.flow.Snapshot().Screen)
			assert.Empty(v, v.flow.Snapshot().Returned)
		})
	})
	for name, from := range map[string]string{
		"nowhere": "what?", "a line of control": "example.social\x00\n", "beyond what a name holds": strings.Repeat("a", 250) + ".social",
		"a script": "javascript:alert(1)", "somebody's": "https://alice:secret@example.social", "a direction": "\u202elaicos.elpmaxe", "everywhere": strings.Repeat("x.", 1<<20),
	} {
		t.Run("from "+name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Returned = from }, func(v *visitor) {
				assert.Equal(v, signup.ScreenForm, v.open().Screen)
				assert.Empty(v, v.flow.Snapshot().Returned)
			})
		})
	}
	t.Run("from a server that makes no accounts here: its door", func(t *testing.T) {
		journey(t, mastodontest.Settings{Software: mastodontest.Friendica}, func(c *signup.Config) { c.Returned = host }, func(v *visitor) {
			assert.Equal(v, signup.ScreenElsewhere, v.open().Screen)
		})
	})
}

func TestAReadyAccountIsRememberedForADay(t *testing.T) {
	journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Follow = "@bob@example.org" }, func(v *visitor) {
		v.signUp()
		assert.Nil(v, v.flow.Snapshot().Follow)
		require.NoError(v, v.server.Confirm("alice"))
		time.Sleep(soon)
		before := v.flow.Snapshot()
		require.Equal(v, signup.ScreenReady, before.Screen)
		assert.Equal(v, &signup.Follow{Handle: "@bob@example.org", URL: "https://example.social/authorize_interaction?uri=acct%3Abob%40example.org"}, before.Follow)
		assert.NotContains(v, v.config.Store.(store).ticket(), "token")
		assert.NotContains(v, v.config.Store.(store).ticket(), "client")

		v.again()
		asked := len(v.server.Requests())
		now := v.open()
		assert.Equal(v, signup.ScreenReady, now.Screen)
		assert.Equal(v, before.Account.Handle, now.Account.Handle)
		assert.Equal(v, before.Consent, now.Consent)
		assert.Equal(v, before.Follow, now.Follow)
		assert.Len(v, v.server.Requests(), asked+1, "nobody is asked about it")
		assert.Empty(v, v.flow.AccessToken())
		require.NoError(v, v.flow.Revoke(v.Context()), "there is nothing to revoke")

		time.Sleep(24 * time.Hour)
		v.again()
		assert.Equal(v, signup.ScreenForm, v.open().Screen)
		assert.Empty(v, v.config.Store.(store).ticket())
	})
	t.Run("with what it lacks", func(t *testing.T) {
		journey(t, mastodontest.Settings{Version: "4.6.0", TwoFactorForEverybody: true}, nil, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			before := v.flow.Snapshot()
			require.Equal(v, signup.CodeTwoFactor, before.Problem.Code)
			v.again()
			assert.Equal(v, before.Problem, v.open().Problem)
		})
	})
}

func TestAForgottenAccountLeavesTheForm(t *testing.T) {
	ready := func(v *visitor) { require.NoError(v, v.server.Confirm("alice")); time.Sleep(soon) }
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		until    func(v *visitor)
		screen   signup.Screen
		revoked  int
	}{
		"confirm":        {mastodontest.Settings{}, func(*visitor) {}, signup.ScreenConfirm, 1},
		"review":         {mastodontest.Settings{Registrations: mastodontest.Approval}, ready, signup.ScreenReview, 1},
		"ready":          {mastodontest.Settings{}, ready, signup.ScreenReady, 1},
		"ready, revoked": {mastodontest.Settings{}, func(v *visitor) { ready(v); require.NoError(v, v.flow.Revoke(v.Context())) }, signup.ScreenReady, 1},
		"stopped":        {mastodontest.Settings{}, func(v *visitor) { require.NoError(v, v.server.Reject("alice")); time.Sleep(soon) }, signup.ScreenStopped, 1},
		"reloaded":       {mastodontest.Settings{}, func(v *visitor) { ready(v); v.again(); v.open() }, signup.ScreenReady, 0},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				v.signUp()
				c.until(v)
				require.Equal(v, c.screen, v.flow.Snapshot().Screen)
				require.NoError(v, v.flow.Forget(v.Context()))
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenForm, now.Screen)
				assert.Nil(v, now.Account)
				assert.Equal(v, c.revoked, v.posts(revokePath))
				assert.Empty(v, v.config.Store.(store).ticket())
				asked := len(v.server.Requests())
				time.Sleep(time.Hour)
				assert.Len(v, v.server.Requests(), asked)
				require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username, v.Email = "bob", "bob@example.org" })))
				assert.Equal(v, 1, v.posts(appsPath), "by the same app")
			})
		})
	}
	t.Run("though its token cannot be revoked", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.server.Fail(mastodontest.Fault{Path: revokePath, Delay: time.Hour})
			began := time.Now()
			require.NoError(v, v.flow.Forget(v.Context()))
			assert.Less(v, time.Since(began), 10*time.Second)
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		})
	})
	t.Run("and nobody asks for it, even if the visitor gives up", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.server.Fail(mastodontest.Fault{Path: v2Path, Delay: time.Hour})
			ctx, cancel := context.WithTimeout(v.Context(), time.Second)
			defer cancel()
			v.fails(signup.CodeAborted, v.flow.Forget(ctx))
			asked := len(v.server.Requests())
			time.Sleep(time.Hour)
			assert.Len(v, v.server.Requests(), asked)
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen, "where it was")
			require.NoError(v, v.flow.Forget(v.Context()))
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		})
	})
	t.Run("while its token is being revoked", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.server.Fail(mastodontest.Fault{Path: revokePath, Delay: time.Hour})
			time.Sleep(4 * time.Second)
			require.NoError(v, v.flow.Forget(v.Context()))
			assert.Zero(v, v.posts(checkPath))
			for _, s := range v.seen {
				assert.False(v, s.Slow)
			}
		})
	})
	t.Run("though the store does not", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Store = stuck{store{}} }, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.flow.Forget(v.Context()))
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		})
	})
	t.Run("not before there is one", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.fails(signup.CodeNotNow, v.flow.Forget(v.Context()))
			v.open()
			v.fails(signup.CodeNotNow, v.flow.Forget(v.Context()))
		})
	})
	t.Run("while the server does not answer", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.server.Fail(mastodontest.Fault{Path: v2Path, Status: 500, Body: "{}"})
			v.fails(signup.CodeServerError, v.flow.Forget(v.Context()))
			assert.Equal(v, signup.ScreenFailed, v.flow.Snapshot().Screen)
			assert.Equal(v, signup.ScreenForm, v.open().Screen)
		})
	})
}

// assertNothingWaits looks whether the store keeps more than that an account
// came to an end, which other tabs want to know.
func assertNothingWaits(v *visitor) {
	v.Helper()
	assert.Contains(v, v.config.Store.(store).ticket(), `"screen":"stopped"`)
	for _, gone := range []string{"oken", "client", "example.org", "consent"} {
		assert.NotContains(v, v.config.Store.(store).ticket(), gone)
	}
}

// tab is another flow on the same storage.
func (v *visitor) tab() *signup.Flow {
	config := v.config
	config.OnChange = reach
	flow := signup.New(config)
	v.Cleanup(flow.Close)
	return flow
}

func TestTwoTabsShareOneAccount(t *testing.T) {
	t.Run("the second shows what the first made", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			other := v.tab()
			defer other.Close()
			require.NoError(v, other.Open(v.Context(), host))
			v.signUp()
			failed := v.fails(signup.CodeNotNow, other.Submit(v.Context(), with(func(v *signup.Values) { v.Username = "alice2" })))
			assert.Equal(v, "account-waits", failed.Detail)
			assert.Equal(v, signup.ScreenConfirm, other.Snapshot().Screen)
			assert.Equal(v, "@alice@"+host, other.Snapshot().Account.Handle)
			assert.Len(v, v.server.Users(), 1)
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			assert.Equal(v, signup.ScreenReady, other.Snapshot().Screen)
		})
	})
	t.Run("one that revokes the token leaves the other one ready", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			other := v.tab()
			defer other.Close()
			require.NoError(v, other.Open(v.Context(), host))
			other.SetVisible(false)
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			require.NoError(v, v.flow.Revoke(v.Context()))
			other.SetVisible(true)
			time.Sleep(soon)
			assert.Equal(v, signup.ScreenReady, other.Snapshot().Screen)
			assert.Nil(v, other.Snapshot().Problem)
			assert.Empty(v, other.AccessToken())
		})
	})
	t.Run("a second account once the first is ready", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			other := v.tab()
			defer other.Close()
			require.NoError(v, other.Open(v.Context(), host))
			v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			require.NoError(v, other.Submit(v.Context(), with(func(v *signup.Values) { v.Username, v.Email = "bob", "bob@example.org" })))
			assert.Equal(v, signup.ScreenConfirm, other.Snapshot().Screen)
		})
	})
}

// bob is the second account of somebody whose first one is alice.
func bob() signup.Values {
	return with(func(v *signup.Values) { v.Username, v.Email = "bob", "bob@example.org" })
}

// twoTabs lets two tabs wait for alice. The second looks only when told.
func twoTabs(t *testing.T, settings mastodontest.Settings, story func(v *visitor, other *signup.Flow)) {
	journey(t, settings, nil, func(v *visitor) {
		v.signUp()
		other := v.tab()
		defer other.Close()
		require.NoError(v, other.Open(v.Context(), host))
		other.SetVisible(false)
		story(v, other)
	})
}

func look(other *signup.Flow) signup.Snapshot {
	other.SetVisible(true)
	time.Sleep(soon)
	return other.Snapshot()
}

func TestWhatOneTabDoesWithTheAccountTheOtherLearns(t *testing.T) {
	t.Run("forgotten: the form", func(t *testing.T) {
		twoTabs(t, mastodontest.Settings{}, func(v *visitor, other *signup.Flow) {
			require.NoError(v, v.flow.Forget(v.Context()))
			now := look(other)
			assert.Equal(v, signup.ScreenForm, now.Screen)
			assert.Nil(v, now.Problem)
			assert.Nil(v, now.Account)
			assert.Empty(v, v.config.Store.(store).ticket())
			asked := len(v.server.Requests())
			time.Sleep(time.Hour)
			assert.Len(v, v.server.Requests(), asked, "nobody is asked about it any more")
			require.NoError(v, other.Submit(v.Context(), bob()))
		})
	})
	t.Run("forgotten: the form, when asked for the status or another mail", func(t *testing.T) {
		for name, ask := range map[string]func(v *visitor, other *signup.Flow) error{
			"status": func(v *visitor, other *signup.Flow) error { return other.Refresh(v.Context()) },
			"mail": func(v *visitor, other *signup.Flow) error {
				time.Sleep(time.Minute)
				_ = other.Resend(v.Context(), "")
				return nil
			},
		} {
			t.Run(name, func(t *testing.T) {
				twoTabs(t, mastodontest.Settings{}, func(v *visitor, other *signup.Flow) {
					require.NoError(v, v.flow.Forget(v.Context()))
					require.NoError(v, ask(v, other))
					assert.Equal(v, signup.ScreenForm, other.Snapshot().Screen)
					assert.Nil(v, other.Snapshot().Problem)
				})
			})
		}
	})
	t.Run("another one in its place: that one", func(t *testing.T) {
		twoTabs(t, mastodontest.Settings{}, func(v *visitor, other *signup.Flow) {
			require.NoError(v, v.flow.Forget(v.Context()))
			require.NoError(v, v.flow.Submit(v.Context(), bob()))
			now := look(other)
			require.Equal(v, signup.ScreenConfirm, now.Screen)
			assert.Equal(v, "@bob@"+host, now.Account.Handle)
			v.again()
			assert.Equal(v, "@bob@"+host, v.open().Account.Handle, "and it is kept")
		})
	})
	t.Run("another one in its place, though the token could not be revoked", func(t *testing.T) {
		twoTabs(t, mastodontest.Settings{}, func(v *visitor, other *signup.Flow) {
			v.server.Fail(mastodontest.Fault{Path: revokePath, Times: 1, Drop: true})
			require.NoError(v, v.flow.Forget(v.Context()))
			require.NoError(v, v.flow.Submit(v.Context(), bob()))
			require.NoError(v, v.server.Confirm("alice"))
			assert.Equal(v, signup.ScreenReady, look(other).Screen)
			require.NoError(v, other.Forget(v.Context()))
			v.again()
			require.Equal(v, signup.ScreenConfirm, v.open().Screen, "it is kept")
			assert.Equal(v, "@bob@"+host, v.flow.Snapshot().Account.Handle)
		})
	})
	t.Run("rejected: both say so", func(t *testing.T) {
		twoTabs(t, mastodontest.Settings{}, func(v *visitor, other *signup.Flow) {
			require.NoError(v, v.server.Reject("alice"))
			time.Sleep(soon)
			require.Equal(v, signup.ScreenStopped, v.flow.Snapshot().Screen)
			now := look(other)
			require.Equal(v, signup.ScreenStopped, now.Screen)
			assert.Equal(v, signup.CodeRejected, now.Problem.Code)
		})
	})
	t.Run("ready, but for what it lacks: both say so", func(t *testing.T) {
		twoTabs(t, mastodontest.Settings{Version: "4.6.0", TwoFactorForEverybody: true}, func(v *visitor, other *signup.Flow) {
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			require.NoError(v, v.flow.Revoke(v.Context()))
			now := look(other)
			assert.Equal(v, signup.ScreenReady, now.Screen)
			assert.Equal(v, v.flow.Snapshot().Problem, now.Problem)
			v.again()
			assert.Equal(v, now.Problem, v.open().Problem)
		})
	})
	t.Run("another address: both show it, and its clock", func(t *testing.T) {
		twoTabs(t, mastodontest.Settings{}, func(v *visitor, other *signup.Flow) {
			time.Sleep(time.Minute)
			require.NoError(v, v.flow.Resend(v.Context(), "bob@example.net"))
			failed := v.fails(signup.CodeRateLimited, other.Resend(v.Context(), ""))
			assert.Equal(v, v.flow.Snapshot().ResendAt, failed.RetryAt)
			assert.Equal(v, "b•••@example.net", other.Snapshot().Account.Email)
			time.Sleep(time.Minute)
			failed = v.fails(signup.CodeInvalid, other.Resend(v.Context(), "alice@example.org"))
			assert.Equal(v, signup.FieldCodeUnchanged, failed.Fields[0].Code)
			require.NoError(v, other.Resend(v.Context(), ""))
			v.again()
			assert.Equal(v, "b•••@example.net", v.open().Account.Email)
			assert.Equal(v, 2, v.flow.Snapshot().Resent)
		})
	})
}

func TestTwoWidgetsOnOnePageGoTheirOwnWays(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		other := v.tab()
		defer other.Close()
		v.signUp()
		require.NoError(v, other.Open(v.Context(), "other.social"))
		require.NoError(v, other.Submit(v.Context(), with(func(v *signup.Values) { v.Username, v.Email = "bob", "bob@example.org" })))
		assert.Equal(v, "@bob@other.social", other.Snapshot().Account.Handle)
		require.NoError(v, v.server.Confirm("alice"))
		time.Sleep(soon)
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		assert.Equal(v, signup.ScreenConfirm, other.Snapshot().Screen)
		require.NoError(v, v.flow.Forget(v.Context()))
		assert.Equal(v, signup.ScreenConfirm, other.Snapshot().Screen)
	})
}

func TestStoresThatFailHarmNobody(t *testing.T) {
	t.Run("full", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Store = full{} }, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
			v.again()
			assert.Equal(v, signup.ScreenForm, v.open().Screen, "as if nothing had been")
		})
	})
	t.Run("none", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Store = nil }, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Reject("alice"))
			time.Sleep(soon)
			assert.Equal(v, signup.ScreenStopped, v.flow.Snapshot().Screen)
			require.NoError(v, v.flow.Forget(v.Context()))
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		})
	})
	t.Run("from another time", func(t *testing.T) {
		kept := `{"token":"x","username":"alice","email":"a•••@example.org","screen":"ready"}`
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Store = store{"fedi-signup:account " + host: kept} }, func(v *visitor) {
			assert.Equal(v, signup.ScreenForm, v.open().Screen)
		})
	})
}

// stuck is a store that deletes nothing.
type stuck struct{ store }

func (stuck) Delete(string) {}

// full is a store that keeps nothing.
type full struct{}

func (full) Get(string) (string, bool) { return "", false }
func (full) Set(string, string)        {}
func (full) Delete(string)             {}

func sleepUntilResend(v *visitor) { time.Sleep(time.Until(time.UnixMilli(v.flow.Snapshot().ResendAt))) }
