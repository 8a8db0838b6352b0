package signup_test

import (
	"context"
	"errors"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// breaking answers none of the requests to a path, once each cause.
type breaking struct {
	mastodon.Doer
	path   string
	causes []mastodon.Cause
}

func (b *breaking) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if r.URL != "https://"+host+b.path || len(b.causes) == 0 {
		return b.Doer.Do(ctx, r)
	}
	cause := b.causes[0]
	b.causes = b.causes[1:]
	return nil, &mastodon.NoAnswer{Cause: cause, Err: errors.New("Failed to fetch")}
}

// breaks answers no request to a path, for one cause after another.
func breaks(path string, causes ...mastodon.Cause) func(*signup.Config) {
	return func(c *signup.Config) { c.Doer = &breaking{c.Doer, path, causes} }
}

func TestASignUpThatWasCertainlyNotSentIsNoLostAnswer(t *testing.T) {
	for cause, code := range map[mastodon.Cause]signup.Code{
		mastodon.CauseOffline: signup.CodeUnreachable,
		mastodon.CauseDNS:     signup.CodeUnreachable,
		mastodon.CauseRefused: signup.CodeUnreachable,
		mastodon.CauseTLS:     signup.CodeLostAnswer, // which may break off at any time
		mastodon.CauseTimeout: signup.CodeLostAnswer,
		"":                    signup.CodeLostAnswer,
	} {
		t.Run(string(cause), func(t *testing.T) {
			journey(t, mastodontest.Settings{}, breaks(accountsPath, cause), func(v *visitor) {
				v.open()
				failed := v.fails(code, v.flow.Submit(v.Context(), values()))
				assert.True(v, failed.Retryable)
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenForm, now.Screen)
				if code == signup.CodeUnreachable {
					assert.Equal(v, string(cause), now.Problem.Detail)
					assert.Equal(v, "https://"+host+"/auth/sign_up", now.Problem.Handover)
				}
				require.NoError(v, v.flow.Submit(v.Context(), values()))
				assert.Equal(v, 1, v.posts(accountsPath))
			})
		})
	}
}

func TestASignUpThatWasNotSentHasUsedUpNoCaptcha(t *testing.T) {
	journey(t, puzzled, breaks(accountsPath, mastodon.CauseOffline), func(v *visitor) {
		v.open()
		shown := v.flow.Snapshot().Captcha
		typed := values()
		typed.Captcha = v.server.LastCaptcha()
		v.fails(signup.CodeUnreachable, v.flow.Submit(v.Context(), typed))
		assert.Equal(v, shown, v.flow.Snapshot().Captcha)
		require.NoError(v, v.flow.Submit(v.Context(), typed))
	})
}
