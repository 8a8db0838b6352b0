package signup_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const captchaPath = "/api/v1/pleroma/captcha"

var puzzled = mastodontest.Settings{Software: mastodontest.Akkoma, Captcha: true}

// solved are values with the solution of the captcha that is shown.
func (v *visitor) solved() signup.Values {
	return with(func(values *signup.Values) { values.Captcha = v.server.LastCaptcha() })
}

func (v *visitor) asks(name signup.FieldName) bool {
	for _, f := range v.flow.Snapshot().Fields {
		if f.Name == name {
			return true
		}
	}
	return false
}

func TestACaptchaIsShownAndItsSolutionSent(t *testing.T) {
	for name, c := range map[string]struct {
		software mastodontest.Software
		image    string
	}{
		"native":    {mastodontest.Akkoma, "data:image/png;base64,"},
		"kocaptcha": {mastodontest.Pleroma, "https://example.social/captchas/"},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{Software: c.software, Captcha: true}, nil, func(v *visitor) {
				now := v.open()
				require.Equal(v, signup.ScreenForm, now.Screen)
				require.NotNil(v, now.Captcha)
				assert.Contains(v, now.Captcha.Image, c.image)
				assert.Equal(v, in(5*time.Minute), now.Captcha.ExpiresAt)
				assert.Equal(v, signup.Field{Name: signup.FieldNameCaptcha, Required: true}, now.Fields[len(now.Fields)-2])

				failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
				assert.Equal(v, []signup.FieldProblem{{Field: "captcha_solution", Code: "ERR_BLANK", Origin: "local"}}, failed.Fields)
				assert.Equal(v, now.Captcha, v.flow.Snapshot().Captcha, "nothing was sent, it is as good as before")
				require.NoError(v, v.flow.Submit(v.Context(), v.solved()))
				assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
				assert.Nil(v, v.flow.Snapshot().Captcha)
			})
		})
	}
}

func TestACaptchaIsReplacedBeforeItExpires(t *testing.T) {
	journey(t, puzzled, nil, func(v *visitor) {
		first := v.open().Captcha
		time.Sleep(5*time.Minute - 6*time.Second)
		assert.Equal(v, first, v.flow.Snapshot().Captcha)
		time.Sleep(2 * time.Second)
		second := v.flow.Snapshot().Captcha
		assert.NotEqual(v, first.Image, second.Image)
		assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)

		v.flow.SetVisible(false)
		time.Sleep(time.Hour)
		assert.Equal(v, second, v.flow.Snapshot().Captcha, "nobody looks")
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), v.solved()))
		assert.Equal(v, []signup.FieldProblem{{Field: "captcha_solution", Code: "ERR_EXPIRED", Origin: "local"}}, failed.Fields)
		assert.Zero(v, v.posts(accountsPath))
		third := v.flow.Snapshot().Captcha
		assert.NotEqual(v, second.Image, third.Image)
		time.Sleep(time.Hour)
		v.flow.SetVisible(true)
		synctest.Wait()
		assert.NotEqual(v, third.Image, v.flow.Snapshot().Captcha.Image)
		require.NoError(v, v.flow.Submit(v.Context(), v.solved()))
	})
}

func TestACaptchaIsReplacedWhenItWasUsed(t *testing.T) {
	journey(t, puzzled, nil, func(v *visitor) {
		v.server.AddUser("alice", "other@example.org")
		first := v.open().Captcha
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), v.solved()))
		assert.Equal(v, "username", failed.Fields[0].Field)
		second := v.flow.Snapshot().Captcha
		require.NotNil(v, second)
		assert.NotEqual(v, first.Image, second.Image)
		assert.Equal(v, failed.Fields, v.flow.Snapshot().Problems, "what is wrong is still told")

		failed = v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username, v.Captcha = "bob", "xxxxx" })))
		require.Len(v, failed.Fields, 1)
		assert.Equal(v, "captcha_solution", failed.Fields[0].Field)
		assert.Equal(v, signup.FieldCodeInvalid, failed.Fields[0].Code)
		assert.NotEqual(v, second.Image, v.flow.Snapshot().Captcha.Image)

		solved := v.solved()
		solved.Username = "bob"
		require.NoError(v, v.flow.Submit(v.Context(), solved))
	})
}

func TestACaptchaOutlivesATokenThatIsRefused(t *testing.T) {
	for name, settings := range map[string]mastodontest.Settings{
		"akkoma":  puzzled,
		"pleroma": {Software: mastodontest.Pleroma, Captcha: true},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, settings, nil, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Prepare(v.Context()))
				v.server.RevokeTokens()
				require.NoError(v, v.flow.Submit(v.Context(), v.solved()))
				assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
				assert.Equal(v, 2, v.posts(accountsPath))
			})
		})
	}
}

func TestACaptchaOfAnOddLifeIsNotReplacedAllTheTime(t *testing.T) {
	for _, seconds := range []string{"0", "1", "6", "-300", "4294967297", "1000000000000000000", "1e99", `"a minute"`} {
		t.Run(seconds, func(t *testing.T) {
			journey(t, puzzled, nil, func(v *visitor) {
				v.server.Fail(mastodontest.Fault{Path: captchaPath, Times: mastodontest.Always, Status: 200,
					Body: `{"type":"native","token":"t","url":"data:image/png;base64,AA==","answer_data":"a","seconds_valid":` + seconds + `}`})
				now := v.open()
				require.NotNil(v, now.Captcha)
				require.Equal(v, in(time.Minute), now.Captcha.ExpiresAt)
				asked := len(v.server.Requests())
				time.Sleep(50 * time.Second)
				assert.Len(v, v.server.Requests(), asked)
			})
		})
	}
}

func TestACaptchaThatNobodyCanReadIsReplaced(t *testing.T) {
	journey(t, puzzled, nil, func(v *visitor) {
		first := v.open().Captcha
		require.NoError(v, v.flow.NewCaptcha(v.Context()))
		second := v.flow.Snapshot().Captcha
		assert.NotEqual(v, first.Image, second.Image)

		v.server.Fail(mastodontest.Fault{Path: captchaPath, Drop: true})
		v.fails(signup.CodeCaptcha, v.flow.NewCaptcha(v.Context()))
		now := v.flow.Snapshot()
		assert.Equal(v, signup.ScreenForm, now.Screen, "with all that was typed")
		assert.Equal(v, second, now.Captcha, "which can still be answered")
		assert.Equal(v, signup.Problem{Code: signup.CodeCaptcha, Retryable: true, Handover: now.Server.SignUpURL}, *now.Problem)
		require.NoError(v, v.flow.NewCaptcha(v.Context()))
		assert.Nil(v, v.flow.Snapshot().Problem)
		require.NoError(v, v.flow.Submit(v.Context(), v.solved()))
		v.fails(signup.CodeNotNow, v.flow.NewCaptcha(v.Context()))
	})
	t.Run("not when it expires, if the server is gone", func(t *testing.T) {
		journey(t, puzzled, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: captchaPath, Drop: true})
			time.Sleep(5 * time.Minute)
			now := v.flow.Snapshot()
			assert.Equal(v, signup.ScreenForm, now.Screen)
			assert.Nil(v, now.Captcha)
			assert.Equal(v, signup.CodeCaptcha, now.Problem.Code)
			v.server.Fail(mastodontest.Fault{Path: captchaPath, Drop: true})
			v.fails(signup.CodeCaptcha, v.flow.NewCaptcha(v.Context()))
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
			require.NoError(v, v.flow.NewCaptcha(v.Context()))
			require.NoError(v, v.flow.Submit(v.Context(), v.solved()))
		})
	})
	t.Run("in vain where the server takes too long", func(t *testing.T) {
		journey(t, puzzled, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: captchaPath, Delay: time.Hour})
			failed := v.fails(signup.CodeCaptcha, v.flow.NewCaptcha(v.Context()))
			assert.Equal(v, "timeout", failed.Detail)
		})
	})
	t.Run("where there is none", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.fails(signup.CodeNotNow, v.flow.NewCaptcha(v.Context()))
		})
	})
}

func TestAServerThatKnowsOfNoCaptchasWantsNoneSolved(t *testing.T) {
	journey(t, mastodontest.Settings{Software: mastodontest.Akkoma}, nil, func(v *visitor) {
		for _, path := range []string{captchaPath, "/api/pleroma/captcha"} {
			v.server.Fail(mastodontest.Fault{Path: path, Status: 404, Body: `{"error":"Not implemented"}`})
		}
		assert.Equal(v, signup.ScreenForm, v.open().Screen)
		assert.False(v, v.asks(signup.FieldNameCaptcha))
		require.NoError(v, v.flow.Submit(v.Context(), values()))
	})
}

func TestACaptchaThatCannotBeHadIsSolvedOnTheServersOwnPage(t *testing.T) {
	t.Run("from the start", func(t *testing.T) {
		journey(t, mastodontest.Settings{Software: mastodontest.Akkoma, Captcha: true, CaptchaBroken: true}, nil, func(v *visitor) {
			now := v.open()
			assert.Equal(v, signup.ScreenElsewhere, now.Screen)
			assert.Empty(v, now.Fields)
			assert.Equal(v, signup.CodeCaptcha, now.Problem.Code)
			assert.Equal(v, "https://example.social/registration", now.Problem.Handover)
		})
	})
	t.Run("none was announced", func(t *testing.T) {
		journey(t, puzzled, nil, func(v *visitor) {
			none := mastodontest.Fault{Path: captchaPath, Status: 200, Body: `{"type":"none"}`, Times: 2}
			v.server.Fail(none)
			v.open()
			assert.False(v, v.asks(signup.FieldNameCaptcha))
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			now := v.flow.Snapshot()
			assert.Equal(v, signup.ScreenElsewhere, now.Screen)
			assert.Equal(v, signup.CodeCaptcha, now.Problem.Code)
		})
	})
	t.Run("announced late", func(t *testing.T) {
		journey(t, puzzled, nil, func(v *visitor) {
			v.server.Update(func(s *mastodontest.Settings) { s.Captcha = false })
			v.open()
			assert.False(v, v.asks(signup.FieldNameCaptcha))
			v.server.Update(func(s *mastodontest.Settings) { s.Captcha = true })
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.True(v, v.asks(signup.FieldNameCaptcha))
			require.NoError(v, v.flow.Submit(v.Context(), v.solved()))
		})
	})
}
