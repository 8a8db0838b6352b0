package signup_test

import (
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const day = 24 * time.Hour

func TestAnAccountThatIsNeverConfirmedExpires(t *testing.T) {
	for version, life := range map[string]time.Duration{"3.5.0": 2 * day, "4.2.0": 2 * day, "4.3.0": 7 * day, "4.6.0": 7 * day} {
		t.Run(version, func(t *testing.T) {
			journey(t, mastodontest.Settings{Version: version}, nil, func(v *visitor) {
				v.signUp()
				v.flow.SetVisible(false)
				time.Sleep(life - time.Hour)
				require.NoError(v, v.flow.Refresh(v.Context()))
				assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
				time.Sleep(2 * time.Hour)
				v.flow.SetVisible(true)
				time.Sleep(soon)
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenStopped, now.Screen)
				require.NotNil(v, now.Problem)
				assert.Equal(v, signup.CodeExpired, now.Problem.Code)
				assertNothingWaits(v)
				asked := len(v.server.Requests())
				time.Sleep(time.Hour)
				assert.Len(v, v.server.Requests(), asked, "nobody asks any more")
				require.NoError(v, v.flow.Forget(v.Context()))
				assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
			})
		})
	}
	t.Run("seen after a reload", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.flow.Close()
			time.Sleep(8 * day)
			v.again()
			now := v.open()
			assert.Equal(v, signup.ScreenStopped, now.Screen)
			assert.Equal(v, signup.CodeExpired, now.Problem.Code)
			assert.Equal(v, signup.ScreenForm, v.open().Screen)
		})
	})
	t.Run("later, after a mail with a fresh link", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.flow.SetVisible(false)
			time.Sleep(6 * day)
			require.NoError(v, v.flow.Resend(v.Context(), ""))
			time.Sleep(2 * day)
			require.NoError(v, v.flow.Refresh(v.Context()))
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
			require.NoError(v, v.server.Reject("alice"))
			require.NoError(v, v.flow.Refresh(v.Context()))
			assert.Equal(v, signup.CodeRejected, v.flow.Snapshot().Problem.Code, "this early it is somebody's decision")
		})
	})
	t.Run("not while it is reviewed", func(t *testing.T) {
		journey(t, mastodontest.Settings{Registrations: mastodontest.Approval}, nil, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			v.flow.SetVisible(false)
			time.Sleep(30 * day)
			require.NoError(v, v.server.Reject("alice"))
			require.NoError(v, v.flow.Refresh(v.Context()))
			assert.Equal(v, signup.CodeRejected, v.flow.Snapshot().Problem.Code)
		})
	})
}

func TestACorrectedAddressIsNotCorrectedBack(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		sleepUntilResend(v)
		require.NoError(v, v.flow.Resend(v.Context(), "Alice@example.org"), "typed again it is no change")
		assert.Equal(v, "a•••@example.org", v.flow.Snapshot().Account.Email)
		sleepUntilResend(v)
		require.NoError(v, v.flow.Resend(v.Context(), "bob@gmail.com"))
		now := v.flow.Snapshot()
		assert.Equal(v, "b•••@gmail.com", now.Account.Email)
		assert.Equal(v, "https://mail.google.com", now.Account.WebMail)
		sleepUntilResend(v)

		v.again()
		v.open()
		sent := v.posts(resendPath)
		failed := v.fails(signup.CodeInvalid, v.flow.Resend(v.Context(), " alice@Example.org"))
		assert.Equal(v, []signup.FieldProblem{{Field: "email", Code: "ERR_UNCHANGED", Origin: "local"}}, failed.Fields)
		assert.Equal(v, failed.Fields, v.flow.Snapshot().Problems)
		assert.Equal(v, sent, v.posts(resendPath), "the server would write to the other address again")
		require.NoError(v, v.flow.Resend(v.Context(), "carol@example.net"))
		mails := v.server.Mails()
		assert.Equal(v, "carol@example.net", mails[len(mails)-1].To)
		assert.NotContains(v, v.config.Store.(store).ticket(), "alice@example.org")
	})
}

func TestTheAccountLeadsToItsWebMail(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Email = "alice@gmx.de" })))
		account := v.flow.Snapshot().Account
		assert.Equal(v, "https://www.gmx.net", account.WebMail)
		assert.True(v, account.Watched)
	})
}

func TestARevocationThatNobodyCanSeeCounts(t *testing.T) {
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		fault    mastodontest.Fault
		code     signup.Code // empty: it counts
	}{
		"4.2 in a browser":         {mastodontest.Settings{Version: "4.2.0"}, mastodontest.Fault{}, ""},
		"4.2 that breaks off":      {mastodontest.Settings{Version: "4.2.0"}, mastodontest.Fault{Drop: true, AfterWork: true}, ""},
		"4.3 that breaks off":      {mastodontest.Settings{Version: "4.3.0"}, mastodontest.Fault{Drop: true}, signup.CodeUnreachable},
		"4.3 that refuses":         {mastodontest.Settings{Version: "4.3.0"}, mastodontest.Fault{Status: 403, Body: `{"error":"unauthorized_client"}`}, signup.CodeBadAnswer},
		"Akkoma that knows it not": {mastodontest.Settings{Software: mastodontest.Akkoma, ConfirmationOff: true}, mastodontest.Fault{Status: 404, Body: strangers["a page"]}, signup.CodeNotSupported},
		"Akkoma asked too often":   {mastodontest.Settings{Software: mastodontest.Akkoma, ConfirmationOff: true}, mastodontest.Fault{Status: 429}, signup.CodeRateLimited},
		"Akkoma that fails":        {mastodontest.Settings{Software: mastodontest.Akkoma, ConfirmationOff: true}, mastodontest.Fault{Status: 500}, signup.CodeServerError},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, func(config *signup.Config) { config.Doer = browser(config.Doer) }, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Submit(v.Context(), values()))
				if v.flow.Snapshot().Screen == signup.ScreenConfirm {
					require.NoError(v, v.server.Confirm("alice"))
					require.NoError(v, v.flow.Refresh(v.Context()))
				}
				require.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
				if c.fault != (mastodontest.Fault{}) {
					c.fault.Path = revokePath
					v.server.Fail(c.fault)
				}
				err := v.flow.Revoke(v.Context())
				if c.code == "" {
					require.NoError(v, err)
					assert.Empty(v, v.flow.AccessToken())
					return
				}
				v.fails(c.code, err)
				if c.code == signup.CodeNotSupported {
					assert.Empty(v, v.flow.AccessToken(), "no other try would help")
					return
				}
				assert.NotEmpty(v, v.flow.AccessToken())
				if err := v.flow.Revoke(v.Context()); c.settings.Software == mastodontest.Akkoma { // has no such call
					v.fails(signup.CodeNotSupported, err)
				} else {
					require.NoError(v, err, "once more")
				}
			})
		})
	}
}
