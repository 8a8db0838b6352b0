package signup_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAfterALostAnswerTheNameTellsWhatHappened(t *testing.T) {
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		fault    mastodontest.Fault
		lookups  *mastodontest.Fault
		detail   signup.Availability
		after    time.Duration
		looks    int
	}{
		"the account was made":       {fault: mastodontest.Fault{Drop: true, AfterWork: true}, detail: signup.AvailabilityTaken, after: 3 * time.Second, looks: 1},
		"the answer broke off":       {fault: mastodontest.Fault{Truncate: true}, detail: signup.AvailabilityTaken, after: 3 * time.Second, looks: 1},
		"it never arrived":           {fault: mastodontest.Fault{Drop: true}, detail: signup.AvailabilityFree, after: 6 * time.Second, looks: 2},
		"the server is gone":         {fault: mastodontest.Fault{Drop: true}, lookups: &mastodontest.Fault{Path: lookupPath, Drop: true, Times: 2}, detail: signup.AvailabilityUnknown, after: 6 * time.Second, looks: 2},
		"it tells strangers nothing": {settings: mastodontest.Settings{LimitedFederation: true}, fault: mastodontest.Fault{Drop: true, AfterWork: true}, detail: signup.AvailabilityUnknown, after: 6 * time.Second, looks: 1},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				v.open()
				c.fault.Path = accountsPath
				v.server.Fail(c.fault)
				if c.lookups != nil {
					v.server.Fail(*c.lookups)
				}
				failed := v.fails(signup.CodeLostAnswer, v.flow.Submit(v.Context(), values()))
				assert.Empty(v, failed.Detail)
				assert.True(v, failed.Retryable)
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenForm, now.Screen)
				assert.Equal(v, failed.Problem, *now.Problem, "it is told at once")
				time.Sleep(c.after - time.Millisecond)
				assert.Empty(v, v.flow.Snapshot().Problem.Detail)
				time.Sleep(2 * time.Millisecond)
				assert.Equal(v, string(c.detail), v.flow.Snapshot().Problem.Detail)
				time.Sleep(time.Hour)
				assert.Equal(v, 1, v.posts(accountsPath), "never sent again by itself")
				assert.Equal(v, c.looks, v.posts(lookupPath))
			})
		})
	}
	t.Run("nobody looks once it is tried again", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Drop: true})
			v.fails(signup.CodeLostAnswer, v.flow.Submit(v.Context(), values()))
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			time.Sleep(4 * time.Second)
			assert.Zero(v, v.posts(lookupPath))
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
			assert.Nil(v, v.flow.Snapshot().Problem)
		})
	})
	t.Run("a look that comes late changes nothing", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Drop: true})
			v.server.Fail(mastodontest.Fault{Path: lookupPath, Delay: time.Millisecond})
			v.server.Fail(mastodontest.Fault{Path: lookupPath, Delay: time.Minute})
			v.fails(signup.CodeLostAnswer, v.flow.Submit(v.Context(), values()))
			time.Sleep(8 * time.Second)
			assert.Equal(v, 2, v.posts(lookupPath))
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			time.Sleep(4 * time.Second)
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
			assert.Nil(v, v.flow.Snapshot().Problem)
		})
	})
	t.Run("Close ends it", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Drop: true})
			v.fails(signup.CodeLostAnswer, v.flow.Submit(v.Context(), values()))
			v.flow.Close()
			time.Sleep(time.Hour)
			assert.Zero(v, v.posts(lookupPath))
		})
	})
	t.Run("also if the visitor gave up", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Drop: true, AfterWork: true, Delay: 2 * time.Second})
			ctx, cancel := context.WithTimeout(v.Context(), time.Second)
			defer cancel()
			v.fails(signup.CodeAborted, v.flow.Submit(ctx, values()))
			assert.Equal(v, signup.CodeLostAnswer, v.flow.Snapshot().Problem.Code)
			time.Sleep(10 * time.Second)
			assert.NotEmpty(v, v.flow.Snapshot().Problem.Detail)
		})
	})
}

func TestASignUpThatTakesLongIsSaidToBeSlowAndGivenUpInTheEnd(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		v.server.Fail(mastodontest.Fault{Path: accountsPath, Delay: time.Hour})
		done := make(chan error)
		began := time.Now()
		go func() { done <- v.flow.Submit(v.Context(), values()) }()
		time.Sleep(5 * time.Second)
		assert.False(v, v.flow.Snapshot().Slow)
		time.Sleep(2 * time.Second)
		assert.True(v, v.flow.Snapshot().Slow)
		v.fails(signup.CodeLostAnswer, <-done)
		assert.Equal(v, time.Minute, time.Since(began))
		assert.False(v, v.flow.Snapshot().Slow)
		assert.Equal(v, signup.CodeLostAnswer, v.flow.Snapshot().Problem.Code)
	})
	t.Run("before anything was sent", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: appsPath, Delay: time.Hour})
			failed := v.fails(signup.CodeUnreachable, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "timeout", failed.Detail)
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
			assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
			require.NoError(v, v.flow.Submit(v.Context(), values()))
		})
	})
	t.Run("waiting for what prepares it", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: appsPath, Delay: time.Hour})
			prepared := make(chan error)
			go func() { prepared <- v.flow.Prepare(v.Context()) }()
			synctest.Wait()
			require.NoError(v, v.flow.Submit(v.Context(), values()), "by an app of its own, once that was given up")
			assert.Equal(v, "timeout", v.fails(signup.CodeUnreachable, <-prepared).Detail)
			assert.Equal(v, 2, v.posts(appsPath))
		})
	})
}

func TestWhateverIsNotAnsweredIsGivenUpInTheEnd(t *testing.T) {
	for name, c := range map[string]struct {
		path string
		verb func(v *visitor) error
	}{
		"preparing":         {appsPath, func(v *visitor) error { return v.flow.Prepare(v.Context()) }},
		"looking up a name": {lookupPath, func(v *visitor) error { _, err := v.flow.Available(v.Context(), "alice"); return err }},
		"suggesting names":  {lookupPath, func(v *visitor) error { _, err := v.flow.Suggest(v.Context(), "alice"); return err }},
		"reading a document": {"/api/v1/instance/privacy_policy", func(v *visitor) error {
			_, err := v.flow.Document(v.Context(), signup.DocumentKindPrivacyPolicy)
			return err
		}},
		"revoking": {revokePath, func(v *visitor) error {
			require.NoError(v, v.flow.Submit(v.Context(), values()))
			require.NoError(v, v.server.Confirm("alice"))
			require.NoError(v, v.flow.Refresh(v.Context()))
			return v.flow.Revoke(v.Context())
		}},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				v.open()
				v.server.Fail(mastodontest.Fault{Path: c.path, Delay: time.Hour})
				began := time.Now()
				failed := v.fails(signup.CodeUnreachable, c.verb(v))
				assert.Equal(v, "timeout", failed.Detail)
				assert.Equal(v, 30*time.Second, time.Since(began))
			})
		})
	}
	t.Run("the dates of the documents", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: "/api/v1/instance/privacy_policy", Delay: time.Hour})
			began := time.Now()
			require.NoError(v, v.flow.Prepare(v.Context()), "nobody needs them")
			assert.Equal(v, 30*time.Second, time.Since(began))
		})
	})
}

func TestTwoAtTheSameMoment(t *testing.T) {
	duplicate := mastodontest.Fault{Path: accountsPath, Status: 422, Body: `{"error":"Duplicate record"}`}
	t.Run("want one name", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.AddUser("alice", "other@example.org")
			v.server.Fail(duplicate)
			failed := v.fails(signup.CodeDuplicate, v.flow.Submit(v.Context(), values()))
			now := v.flow.Snapshot()
			assert.Equal(v, signup.ScreenForm, now.Screen)
			assert.Equal(v, signup.CodeDuplicate, now.Problem.Code)
			assert.True(v, now.Problem.Retryable)
			assert.Equal(v, []signup.FieldProblem{{Field: "username", Code: "ERR_TAKEN", Origin: "server", WayOut: &signup.WayOut{Kind: "another-name"}}}, now.Problems)
			assert.Equal(v, now.Problems, failed.Fields)
			require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username = "bob" })))
		})
	})
	t.Run("want something else", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(duplicate)
			v.fails(signup.CodeDuplicate, v.flow.Submit(v.Context(), values()))
			assert.Empty(v, v.flow.Snapshot().Problems)
			assert.Equal(v, signup.CodeDuplicate, v.flow.Snapshot().Problem.Code)
			require.NoError(v, v.flow.Submit(v.Context(), values()))
		})
	})
}

func TestAThrottledRegistrationOfTheAppIsToldApart(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		server, err := mastodon.ParseServer(host)
		require.NoError(v, err)
		client := mastodon.NewClient(server, v.config.Doer)
		for range 5 { // others of the same network
			_, err := client.RegisterApp(v.Context(), mastodon.AppRegistration{Name: "x", RedirectURI: "https://x.example/", Scopes: "read"})
			require.NoError(v, err)
		}
		v.open()
		failed := v.fails(signup.CodeRateLimited, v.flow.Prepare(v.Context()))
		require.NotNil(v, v.flow.Snapshot().Problem, "before the whole form is filled in")
		assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
		assert.Equal(v, "https://"+host+"/auth/sign_up", failed.Handover)
		failed = v.fails(signup.CodeRateLimited, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, "app-registration", failed.Detail)
		assert.Greater(v, failed.RetryAt, in(0))
		assert.LessOrEqual(v, failed.RetryAt, in(10*time.Minute))
		assert.Nil(v, v.flow.Snapshot().Tries, "no try is spent")
		time.Sleep(time.Until(time.UnixMilli(failed.RetryAt)) + time.Second)
		require.NoError(v, v.flow.Submit(v.Context(), values()))
	})
}

// sendsTwice is a Doer that sends the sign-up again when it was answered, as
// browsers do with a connection that breaks before the answer.
type sendsTwice struct{ mastodon.Doer }

func (d sendsTwice) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	if strings.HasSuffix(r.URL, accountsPath) {
		lost, err := d.Doer.Do(ctx, r)
		if err != nil {
			return nil, err
		}
		lost.Body.Close()
	}
	return d.Doer.Do(ctx, r)
}

func TestASignUpThatTheBrowserSentTwiceIsNotBlamedOnTheVisitor(t *testing.T) {
	twice := func(config *signup.Config) { config.Doer = sendsTwice{config.Doer} }
	isFree := func(v *visitor) {
		free, err := v.flow.Available(v.Context(), "alice")
		require.NoError(v, err)
		require.Equal(v, signup.AvailabilityFree, free)
	}
	isLost := func(v *visitor) {
		failed := v.fails(signup.CodeLostAnswer, v.flow.Submit(v.Context(), values()))
		assert.Equal(v, string(signup.AvailabilityTaken), failed.Detail)
		now := v.flow.Snapshot()
		assert.Equal(v, failed.Problem, *now.Problem)
		assert.Empty(v, now.Problems)
		looks := v.posts(lookupPath)
		time.Sleep(time.Hour)
		assert.Equal(v, looks, v.posts(lookupPath), "there is nothing left to find out")
	}
	for name, answer := range map[string]string{
		"the second is refused":                    "",
		"both arrive at once":                      `{"error":"Duplicate record"}`,
		"the server names the first problem alone": `{"error":"Validation failed","details":{"email":[{"error":"ERR_TAKEN","description":"is in use"}]}}`,
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, twice, func(v *visitor) {
				v.open()
				isFree(v)
				if answer != "" {
					v.server.Fail(mastodontest.Fault{Path: accountsPath, Delay: time.Millisecond})
					v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 422, Body: answer})
				}
				isLost(v)
			})
		})
	}
	t.Run("the name was suggested", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, twice, func(v *visitor) {
			v.open()
			v.server.AddUser("al", "other@example.org")
			names, err := v.flow.Suggest(v.Context(), "al")
			require.NoError(v, err)
			own := with(func(v *signup.Values) { v.Username = names[0] })
			assert.Equal(v, string(signup.AvailabilityTaken), v.fails(signup.CodeLostAnswer, v.flow.Submit(v.Context(), own)).Detail)
		})
	})
	t.Run("nobody knows that the name was free, so nobody knows whose account it is", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, twice, func(v *visitor) {
			v.open()
			failed := v.fails(signup.CodeDuplicate, v.flow.Submit(v.Context(), values()))
			now := v.flow.Snapshot()
			assert.Equal(v, failed.Problem, *now.Problem)
			assert.Empty(v, now.Problem.Message)
			assert.Equal(v, []signup.FieldProblem{
				{Field: "email", Code: "ERR_TAKEN", Origin: "server", Message: "ist bereits vergeben", WayOut: &signup.WayOut{Kind: "sign-in", URL: "https://example.social/auth/sign_in"}},
				{Field: "username", Code: "ERR_TAKEN", Origin: "server", Message: "ist bereits vergeben", WayOut: &signup.WayOut{Kind: "another-name"}},
			}, now.Problems)
			assert.Equal(v, now.Problems, failed.Fields)
		})
	})
	t.Run("the name turns out to have been free while the sign-up was on its way", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, twice, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Delay: time.Second})
			go isFree(v)
			isLost(v)
		})
	})
	t.Run("only the name is somebody's, and nobody had looked", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.AddUser("alice", "other@example.org")
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Nil(v, v.flow.Snapshot().Problem)
		})
	})
	t.Run("the address has another account", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.AddUser("bob", values().Email)
			isFree(v)
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "email", failed.Fields[0].Field)
		})
	})
	t.Run("somebody took the name meanwhile", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			isFree(v)
			v.server.AddUser("alice", "other@example.org")
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "username", failed.Fields[0].Field)
		})
	})
}
