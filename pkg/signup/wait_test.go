package signup_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The longest that a change takes to be noticed by somebody who looks.
const soon = 31 * time.Second

func TestTheAccountIsFollowedUntilItIsDecided(t *testing.T) {
	approval := mastodontest.Settings{Registrations: mastodontest.Approval}
	type step struct {
		act     func(s *mastodontest.Server) error
		screen  signup.Screen
		problem signup.Code
	}
	confirm := func(s *mastodontest.Server) error { return s.Confirm("alice") }
	nothing := func(s *mastodontest.Server) error { return nil }
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		steps    []step
	}{
		"confirmed": {mastodontest.Settings{}, []step{
			{nothing, signup.ScreenConfirm, ""}, {confirm, signup.ScreenReady, ""}}},
		"confirmed, 4.2": {mastodontest.Settings{Version: "4.2.0"}, []step{
			{nothing, signup.ScreenConfirm, ""}, {confirm, signup.ScreenReady, ""}}},
		"limited federation": {mastodontest.Settings{LimitedFederation: true, Registrations: mastodontest.Approval}, []step{
			{nothing, signup.ScreenConfirm, ""}, {confirm, signup.ScreenReview, ""},
			{func(s *mastodontest.Server) error { return s.Approve("alice") }, signup.ScreenReady, ""}}},
		"approved": {approval, []step{
			{confirm, signup.ScreenReview, ""}, {nothing, signup.ScreenReview, ""},
			{func(s *mastodontest.Server) error { return s.Approve("alice") }, signup.ScreenReady, ""}}},
		"approved before it was confirmed": {approval, []step{
			{func(s *mastodontest.Server) error { return s.Approve("alice") }, signup.ScreenConfirm, ""}, {confirm, signup.ScreenReady, ""}}},
		"rejected": {approval, []step{
			{confirm, signup.ScreenReview, ""},
			{func(s *mastodontest.Server) error { return s.Reject("alice") }, signup.ScreenStopped, signup.CodeRejected}}},
		"deleted before it was confirmed": {approval, []step{
			{func(s *mastodontest.Server) error { return s.Reject("alice") }, signup.ScreenStopped, signup.CodeRejected}}},
		"suspended": {approval, []step{
			{confirm, signup.ScreenReview, ""},
			{func(s *mastodontest.Server) error { return s.Suspend("alice") }, signup.ScreenStopped, signup.CodeSuspended}}},
		"suspended before it was confirmed": {mastodontest.Settings{}, []step{
			{func(s *mastodontest.Server) error { return s.Suspend("alice") }, signup.ScreenStopped, signup.CodeSuspended}}},
		"disabled": {mastodontest.Settings{}, []step{
			{func(s *mastodontest.Server) error { _ = s.Disable("alice"); return s.Confirm("alice") }, signup.ScreenStopped, signup.CodeDisabled}}},
		"two-factor required": {mastodontest.Settings{Version: "4.6.0", TwoFactorForEverybody: true}, []step{
			{nothing, signup.ScreenConfirm, ""}, {confirm, signup.ScreenReady, signup.CodeTwoFactor}}},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				v.signUp()
				for _, step := range c.steps {
					require.NoError(v, step.act(v.server))
					time.Sleep(soon)
					now := v.flow.Snapshot()
					require.Equal(v, step.screen, now.Screen)
					if step.problem == "" {
						assert.Nil(v, now.Problem)
					} else if assert.NotNil(v, now.Problem) {
						assert.Equal(v, step.problem, now.Problem.Code)
					}
				}
				now := v.flow.Snapshot()
				if now.Screen == signup.ScreenReady {
					assert.NotEmpty(v, v.flow.AccessToken())
				} else {
					assert.Empty(v, v.flow.AccessToken())
					assertNothingWaits(v)
				}
				if p := now.Problem; p != nil && p.Code != signup.CodeRejected {
					assert.Equal(v, "https://example.social/auth/sign_in", p.Handover)
				}
				asked := len(v.server.Requests())
				time.Sleep(time.Hour)
				assert.Len(v, v.server.Requests(), asked, "nobody asks any more")
				v.fails(signup.CodeNotNow, v.flow.Refresh(v.Context()))
			})
		})
	}
}

func TestAskingBecomesRarerAndSleepsWithThePage(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		time.Sleep(4 * time.Second)
		assert.Zero(v, v.posts(checkPath))
		time.Sleep(2 * time.Second)
		assert.Equal(v, 1, v.posts(checkPath), "soon at first")
		time.Sleep(10 * time.Minute)
		before := v.posts(checkPath)
		time.Sleep(5 * time.Minute)
		assert.Equal(v, before+10, v.posts(checkPath), "every half minute in the end")
		told := len(v.seen)
		time.Sleep(time.Hour)
		assert.Len(v, v.seen, told, "no change, nothing to tell")

		v.flow.SetVisible(false)
		v.flow.SetVisible(false)
		before = v.posts(checkPath)
		time.Sleep(time.Hour)
		assert.Equal(v, before, v.posts(checkPath))
		require.NoError(v, v.server.Confirm("alice"))
		v.flow.SetVisible(true)
		time.Sleep(time.Second)
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen, "whoever comes back from the mail sees it at once")
	})
}

func TestComingAndGoingDoesNotAskAllTheTime(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		time.Sleep(10 * time.Minute)
		before := v.posts(checkPath)
		for range 40 {
			v.flow.SetVisible(false)
			time.Sleep(500 * time.Millisecond)
			v.flow.SetVisible(true)
			time.Sleep(500 * time.Millisecond)
		}
		assert.LessOrEqual(v, v.posts(checkPath)-before, 9)
	})
}

func TestRefreshAsksAtOnce(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		require.NoError(v, v.flow.Refresh(v.Context()))
		assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
		v.server.Fail(mastodontest.Fault{Path: checkPath, Times: 1, Drop: true})
		v.fails(signup.CodeUnreachable, v.flow.Refresh(v.Context()))
		assert.Equal(v, signup.CodeUnreachable, v.flow.Snapshot().Problem.Code, "whoever asked is told")
		require.NoError(v, v.flow.Refresh(v.Context()))
		assert.Nil(v, v.flow.Snapshot().Problem)
		require.NoError(v, v.server.Confirm("alice"))
		v.server.Fail(mastodontest.Fault{Path: checkPath, Times: 1, Delay: time.Second})
		done := make(chan error, 3)
		for range 3 {
			go func() { done <- v.flow.Refresh(v.Context()) }()
		}
		for range 3 {
			require.NoError(v, <-done)
		}
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
	})
}

func TestAServerThatTakesTooLongIsAskedAgain(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		v.server.Fail(mastodontest.Fault{Path: checkPath, Delay: time.Hour})
		require.NoError(v, v.server.Confirm("alice"))
		failed := v.fails(signup.CodeUnreachable, v.flow.Refresh(v.Context()))
		assert.Equal(v, "timeout", failed.Detail)
		time.Sleep(soon)
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		for _, s := range v.seen {
			assert.False(v, s.Slow, "nobody waits for this")
		}
	})
	t.Run("also for the mail", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			sleepUntilResend(v)
			v.server.Fail(mastodontest.Fault{Path: resendPath, Delay: time.Hour})
			failed := v.fails(signup.CodeUnreachable, v.flow.Resend(v.Context(), ""))
			assert.Equal(v, "timeout", failed.Detail)
			assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
			require.NoError(v, v.flow.Resend(v.Context(), ""))
		})
	})
}

func TestPassingTroubleDoesNotAlarm(t *testing.T) {
	for name, c := range map[string]struct {
		fault mastodontest.Fault
		code  signup.Code
	}{
		"no answer": {mastodontest.Fault{Drop: true}, signup.CodeUnreachable},
		"cut off":   {mastodontest.Fault{Status: 200, Body: `{"id":`}, signup.CodeBadAnswer},
		"HTML":      {mastodontest.Fault{Status: 200, Body: "<html>"}, signup.CodeBadAnswer},
		"an error":  {mastodontest.Fault{Status: 503, Body: `{"error":"x"}`}, signup.CodeServerError},
		"too many":  {mastodontest.Fault{Status: 429, Body: `{"error":"Too many requests"}`}, signup.CodeRateLimited},
		"forbidden": {mastodontest.Fault{Status: 403, Body: `{"error":"This action is not allowed"}`}, signup.CodeBadAnswer},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				v.signUp()
				told := len(v.seen)
				c.fault.Times = 2
				if c.code == signup.CodeBadAnswer && c.fault.Status == 403 {
					c.fault.Times = 4 // the check and what is asked instead
				}
				v.server.Fail(c.fault)
				time.Sleep(time.Minute)
				assert.Len(v, v.seen, told, "twice is nothing")
				c.fault.Times *= 2
				v.server.Fail(c.fault)
				time.Sleep(100 * time.Second)
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenConfirm, now.Screen)
				require.NotNil(v, now.Problem)
				assert.Equal(v, c.code, now.Problem.Code)
				require.NoError(v, v.server.Confirm("alice"))
				time.Sleep(2 * time.Minute)
				assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
				assert.Nil(v, v.flow.Snapshot().Problem)
			})
		})
	}
}

// What a proxy, a wall before the server or a gateway answers in its place.
var strangers = map[string]string{"a page": "<h1>Authorization Required</h1>", "nothing": "", "JSON": `{"message":"Unauthorized"}`}

func TestWhatAStrangerAnswersSaysNothingOfTheAccount(t *testing.T) {
	for _, status := range []int{401, 403, 404, 405} {
		for name, body := range strangers {
			t.Run(strconv.Itoa(status)+" "+name, func(t *testing.T) {
				journey(t, mastodontest.Settings{Version: "4.6.0", Registrations: mastodontest.Approval}, nil, func(v *visitor) {
					v.signUp()
					kept := v.config.Store.(store).ticket()
					wall := mastodontest.Fault{Times: mastodontest.Always, Status: status, Body: body}
					v.server.Fail(wall)
					v.fails(signup.CodeBadAnswer, v.flow.Refresh(v.Context()))
					assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
					assert.Equal(v, signup.CodeBadAnswer, v.flow.Snapshot().Problem.Code)
					assert.Equal(v, kept, v.config.Store.(store).ticket())
					v.server.ClearFaults()
					checks := v.posts(checkPath)
					require.NoError(v, v.flow.Refresh(v.Context()))
					assert.Equal(v, checks+1, v.posts(checkPath), "it may be there")

					require.NoError(v, v.server.Confirm("alice"))
					require.NoError(v, v.flow.Refresh(v.Context()))
					require.Equal(v, signup.ScreenReview, v.flow.Snapshot().Screen)
					require.NoError(v, v.server.Suspend("alice"))
					wall.Path = checkPath // by which a suspended one is told from one that is disabled
					v.server.Fail(wall)
					v.fails(signup.CodeBadAnswer, v.flow.Refresh(v.Context()))
					assert.Equal(v, signup.ScreenReview, v.flow.Snapshot().Screen)
					v.server.ClearFaults()
					require.NoError(v, v.flow.Refresh(v.Context()))
					assert.Equal(v, signup.CodeSuspended, v.flow.Snapshot().Problem.Code)
				})
			})
		}
	}
}

func TestAnotherAccountIsNotTheVisitorsThatIsReady(t *testing.T) {
	for _, body := range []string{`{"id":"7","username":"mallory","acct":"mallory"}`, `{"id":"7","username":"alice","acct":"alice@other.social"}`} {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			v.server.Fail(mastodontest.Fault{Path: verifyPath, Status: 200, Body: body})
			v.fails(signup.CodeBadAnswer, v.flow.Refresh(v.Context()))
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
			assert.True(v, v.flow.Snapshot().Problem.Retryable)
			require.NoError(v, v.flow.Refresh(v.Context()))
			assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		})
	}
}

func TestTheProfileIsAtTheServerOrItsDomain(t *testing.T) {
	const usual = "https://example.social/@alice"
	for url, shown := range map[string]string{
		"https://example.social/people/alice":   "https://example.social/people/alice",
		"https://EXAMPLE.social/people/alice":   "https://EXAMPLE.social/people/alice",
		"https://handles.example/@alice":        "https://handles.example/@alice",
		"https://evil.example/@alice":           usual,
		"https://example.social.evil.example/":  usual,
		"https://example.social@evil.example/":  usual,
		`https://evil.example\@example.social/`: usual,
		`https://evil.example\.example.social/`: usual,
		"https://example.social:8443/@alice":    usual,
		"javascript:alert(1)//example.social/":  usual,
		"https:example.social/@alice":           usual,
		"example.social/@alice":                 usual,
		"https://example.social/\n@alice":       usual,
		"https://example.social/ @alice":        usual,
		"":                                      usual,
	} {
		t.Run(url, func(t *testing.T) {
			journey(t, mastodontest.Settings{Domain: "handles.example"}, func(c *signup.Config) {
				site := mastodontest.New(mastodontest.Settings{AccountsAt: "https://" + host})
				c.Doer = hosts(c.Doer, map[string]*mastodontest.Server{"handles.example": site})
			}, func(v *visitor) {
				v.signUp()
				require.NoError(v, v.server.Confirm("alice"))
				body, err := json.Marshal(map[string]string{"username": "alice", "acct": "alice", "url": url})
				require.NoError(v, err)
				v.server.Fail(mastodontest.Fault{Path: verifyPath, Status: 200, Body: string(body)})
				require.NoError(v, v.flow.Refresh(v.Context()))
				require.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
				assert.Equal(v, shown, v.flow.Snapshot().Account.URL)
			})
		})
	}
}

func TestNoMailIsRefusedByAStranger(t *testing.T) {
	for _, status := range []int{401, 403, 404, 422} {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			sleepUntilResend(v)
			v.server.Fail(mastodontest.Fault{Path: resendPath, Status: status, Body: strangers["a page"]})
			v.fails(signup.CodeBadAnswer, v.flow.Resend(v.Context(), ""))
			assert.True(v, v.flow.Snapshot().Problem.Retryable)
			require.NoError(v, v.flow.Resend(v.Context(), ""))
		})
	}
}

func TestThePollKeepsToTheServersLimit(t *testing.T) {
	for name, c := range map[string]struct{ reset, wait time.Duration }{
		"within the window": {4 * time.Minute, 4 * time.Minute},
		"by another clock":  {24 * time.Hour, 5 * time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, func(config *signup.Config) {
				config.Doer = altering(config.Doer, checkPath, func() *mastodon.Response {
					limited := answer(429, `{"error":"Too many requests"}`)
					limited.Header["x-ratelimit-limit"], limited.Header["x-ratelimit-remaining"] = "300", "0"
					limited.Header["x-ratelimit-reset"] = time.Now().Add(c.reset).UTC().Format("2006-01-02T15:04:05.000000Z")
					return limited
				})
			}, func(v *visitor) {
				v.signUp()
				time.Sleep(c.wait)
				v.flow.SetVisible(false)
				v.flow.SetVisible(true)
				assert.Zero(v, v.posts(checkPath))
				require.NoError(v, v.server.Confirm("alice"))
				time.Sleep(time.Minute)
				assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
			})
		})
	}
}

func TestAClockThatGoesWrongKeepsNobodyOutForHours(t *testing.T) {
	limited := func() *mastodon.Response {
		r := answer(429, `{"error":"Too many requests"}`)
		r.Header["x-ratelimit-limit"], r.Header["x-ratelimit-remaining"] = "5", "0"
		r.Header["x-ratelimit-reset"] = time.Now().Add(5 * time.Hour).UTC().Format("2006-01-02T15:04:05.000000Z")
		return r
	}
	t.Run("from the form", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Doer = altering(c.Doer, accountsPath, limited) }, func(v *visitor) {
			v.open()
			failed := v.fails(signup.CodeRateLimited, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, in(30*time.Minute), failed.RetryAt)
			assert.Equal(v, in(30*time.Minute), v.flow.Snapshot().Tries.ResetAt)
		})
	})
	t.Run("from another mail", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Doer = altering(c.Doer, resendPath, limited) }, func(v *visitor) {
			v.signUp()
			time.Sleep(time.Minute)
			v.fails(signup.CodeRateLimited, v.flow.Resend(v.Context(), ""))
			assert.Equal(v, in(30*time.Minute), v.flow.Snapshot().ResendAt)
			time.Sleep(30 * time.Minute)
			require.NoError(v, v.flow.Resend(v.Context(), ""))
		})
	})
}

// Whose clock goes ahead of the server's sees the end of a window in the past.
func TestAClockThatIsAheadLetsNobodyTryAtOnce(t *testing.T) {
	for reset, wait := range map[time.Duration]time.Duration{
		-20 * time.Minute: time.Minute, 0: time.Minute, time.Second: 5 * time.Second, 20 * time.Second: 20 * time.Second,
	} {
		limited := func(status int) func() *mastodon.Response {
			return func() *mastodon.Response {
				r := answer(status, `{"error":"No"}`)
				r.Header["x-ratelimit-limit"], r.Header["x-ratelimit-remaining"] = "5", "4"
				r.Header["x-ratelimit-reset"] = time.Now().Add(reset).UTC().Format("2006-01-02T15:04:05.000000Z")
				return r
			}
		}
		for _, status := range []int{429, 422} {
			journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Doer = altering(c.Doer, accountsPath, limited(status)) }, func(v *visitor) {
				v.open()
				var failed *signup.Error
				require.ErrorAs(v, v.flow.Submit(v.Context(), values()), &failed)
				assert.Equal(v, in(wait), v.flow.Snapshot().Tries.ResetAt, "%s", reset)
				if status == 429 {
					assert.Equal(v, in(wait), failed.RetryAt, "%s", reset)
				}
			})
		}
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Doer = altering(c.Doer, resendPath, limited(429)) }, func(v *visitor) {
			v.signUp()
			sleepUntilResend(v)
			v.fails(signup.CodeRateLimited, v.flow.Resend(v.Context(), ""))
			assert.Equal(v, in(wait), v.flow.Snapshot().ResendAt, "%s", reset)
		})
	}
}

func TestServersWithoutTheCheckAreReadByTheirSentences(t *testing.T) {
	journey(t, mastodontest.Settings{Registrations: mastodontest.Approval}, nil, func(v *visitor) {
		v.signUp()
		v.server.Fail(mastodontest.Fault{Path: checkPath, Times: 1, Status: 404, Body: `{"error":"Not Found"}`})
		time.Sleep(time.Minute)
		assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
		assert.Equal(v, 1, v.posts(checkPath), "asked once")
		require.NoError(v, v.server.Confirm("alice"))
		time.Sleep(soon)
		assert.Equal(v, signup.ScreenReview, v.flow.Snapshot().Screen)
	})
}

func TestTheMailIsSentAgain(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		failed := v.fails(signup.CodeRateLimited, v.flow.Resend(v.Context(), ""))
		assert.Equal(v, in(time.Minute), failed.RetryAt)
		assert.Zero(v, v.posts(resendPath))
		time.Sleep(time.Minute)
		require.NoError(v, v.flow.Resend(v.Context(), ""))
		now := v.flow.Snapshot()
		assert.Equal(v, 1, now.Resent)
		assert.Equal(v, in(time.Minute), now.ResendAt)
		assert.Equal(v, "a•••@example.org", now.Account.Email)

		time.Sleep(time.Minute)
		failed = v.fails(signup.CodeInvalid, v.flow.Resend(v.Context(), "alice@example"))
		assert.Equal(v, []signup.FieldProblem{{Field: "email", Code: "ERR_INVALID", Origin: "local"}}, failed.Fields)
		assert.Equal(v, failed.Fields, v.flow.Snapshot().Problems)
		assert.Equal(v, 1, v.posts(resendPath))

		require.NoError(v, v.flow.Resend(v.Context(), " bob@example.net "))
		now = v.flow.Snapshot()
		assert.Empty(v, now.Problems)
		assert.Equal(v, 2, now.Resent)
		assert.Equal(v, "b•••@example.net", now.Account.Email)
		mails := v.server.Mails()
		assert.Equal(v, "bob@example.net", mails[len(mails)-1].To)
	})
}

// The server says what is wrong with another address in a sentence alone, and in
// the account's language unless it is asked for English.
func TestWhatIsWrongWithAnotherAddressIsReadInEveryLanguage(t *testing.T) {
	for _, languages := range [][]string{{"en"}, {"de-AT"}, {"fr"}} {
		for address, code := range map[string]signup.FieldCode{
			"taken@example.org": signup.FieldCodeTaken, "bob@throwaway.example": signup.FieldCodeBlocked, "bob@nowhere.example": signup.FieldCodeUnreachable,
		} {
			journey(t, mastodontest.Settings{BlockedDomains: []string{"throwaway.example"}, UnreachableDomains: []string{"nowhere.example"}},
				func(c *signup.Config) { c.Languages = languages }, func(v *visitor) {
					v.server.AddUser("bob", "taken@example.org")
					v.signUp()
					time.Sleep(time.Minute)
					failed := v.fails(signup.CodeInvalid, v.flow.Resend(v.Context(), address))
					require.Len(v, failed.Fields, 1)
					assert.Equal(v, code, failed.Fields[0].Code, "%v %v", languages, address)
				})
		}
	}
}

func TestAnAddressInUmlautsGoesOutInASCII(t *testing.T) {
	const typed, sent = "alice@Möwe.example", "alice@xn--mwe-sna.example"
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.open()
		v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 503, Times: 1})
		withUmlaut := with(func(values *signup.Values) { values.Email = typed })
		assert.Empty(v, v.flow.Check(withUmlaut))
		assert.Equal(v, signup.FieldCodeInvalid, v.flow.Check(with(func(values *signup.Values) { values.Email = "alice@mö\ufffd.example" }))[0].Code)
		v.fails(signup.CodeServerError, v.flow.Submit(v.Context(), withUmlaut))
		require.NoError(v, v.flow.Submit(v.Context(), withUmlaut))
		assert.Equal(v, "a•••@Möwe.example", v.flow.Snapshot().Account.Email, "shown as it was typed")
		assert.Equal(v, sent, v.server.Mails()[0].To)
		time.Sleep(time.Minute)
		require.NoError(v, v.flow.Resend(v.Context(), "bob@möwe.example"))
		mails := v.server.Mails()
		assert.Equal(v, "bob@xn--mwe-sna.example", mails[len(mails)-1].To)
		time.Sleep(time.Minute)
		failed := v.fails(signup.CodeInvalid, v.flow.Resend(v.Context(), sent))
		assert.Equal(v, signup.FieldCodeUnchanged, failed.Fields[0].Code, "it is the first one, in another spelling")
	})
}

func TestHowLongAMailAndAnAccountLastIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		settings   mastodontest.Settings
		link, life int
	}{
		"Mastodon 4.6": {mastodontest.Settings{Version: "4.6.5"}, 2, 7},
		"Mastodon 4.2": {mastodontest.Settings{Version: "4.2.10"}, 2, 2},
		"Akkoma":       {mastodontest.Settings{Software: mastodontest.Akkoma}, 0, 7},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				v.signUp()
				account := v.flow.Snapshot().Account
				assert.Equal(v, []int{c.link, c.life}, []int{account.LinkDays, account.LifeDays})
			})
		})
	}
}

func TestAMailThatIsNotSentAgain(t *testing.T) {
	wait := func(v *visitor) {
		v.signUp()
		time.Sleep(time.Minute)
	}
	t.Run("address taken", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.server.AddUser("bob", "bob@example.net")
			wait(v)
			failed := v.fails(signup.CodeInvalid, v.flow.Resend(v.Context(), "bob@example.net"))
			require.Len(v, failed.Fields, 1)
			assert.Equal(v, "email", failed.Fields[0].Field)
			assert.Equal(v, signup.FieldCodeTaken, failed.Fields[0].Code)
			assert.Equal(v, signup.WayOutKindSignIn, failed.Fields[0].WayOut.Kind)
			assert.Equal(v, failed.Fields, v.flow.Snapshot().Problems)
			assert.Equal(v, "a•••@example.org", v.flow.Snapshot().Account.Email)
		})
	})
	for name, c := range map[string]struct{ sentence, code string }{
		"blocked":     {"Validation failed: E-mail address uses a disallowed e-mail provider", "ERR_BLOCKED"},
		"unreachable": {"Validation failed: E-mail address does not seem to exist", "ERR_UNREACHABLE"},
		"blank":       {"Validation failed: E-mail address can't be blank", "ERR_BLANK"},
		"too long":    {"Validation failed: E-mail address is too long (maximum is 320 characters)", "ERR_TOO_LONG"},
		"invalid":     {"Validation failed: E-mail address is invalid", "ERR_INVALID"},
		"in German":   {"Gültigkeitsprüfung ist fehlgeschlagen", "ERR_INVALID"},
	} {
		t.Run("address "+name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				wait(v)
				v.server.Fail(mastodontest.Fault{Path: resendPath, Times: 1, Status: 422, Body: `{"error":"` + c.sentence + `"}`})
				failed := v.fails(signup.CodeInvalid, v.flow.Resend(v.Context(), "bob@example.net"))
				require.Len(v, failed.Fields, 1)
				assert.Equal(v, c.code, string(failed.Fields[0].Code))
				assert.Equal(v, c.sentence, failed.Fields[0].Message)
			})
		})
	}
	t.Run("already confirmed", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			wait(v)
			v.flow.SetVisible(false)
			require.NoError(v, v.server.Confirm("alice"))
			require.NoError(v, v.flow.Resend(v.Context(), ""))
			assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		})
	})
	t.Run("account gone", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			wait(v)
			v.flow.SetVisible(false)
			require.NoError(v, v.server.Reject("alice"))
			v.fails(signup.CodeResendRefused, v.flow.Resend(v.Context(), ""))
			assert.Equal(v, signup.ScreenStopped, v.flow.Snapshot().Screen)
			assert.Equal(v, signup.CodeRejected, v.flow.Snapshot().Problem.Code)
		})
	})
	t.Run("refused", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			wait(v)
			v.server.Fail(mastodontest.Fault{Path: resendPath, Times: 1, Status: 404, Body: `{"error":"Not Found"}`})
			failed := v.fails(signup.CodeResendRefused, v.flow.Resend(v.Context(), ""))
			assert.Equal(v, "Not Found", failed.Message)
			assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
			time.Sleep(soon)
			assert.NotNil(v, v.flow.Snapshot().Problem, "the next poll does not take it away")
		})
	})
	t.Run("too often", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.flow.SetVisible(false)
			var err error
			for range 8 {
				time.Sleep(time.Minute)
				if err = v.flow.Resend(v.Context(), ""); err != nil {
					break
				}
			}
			failed := v.fails(signup.CodeRateLimited, err)
			assert.Greater(v, failed.RetryAt, in(0))
			assert.Equal(v, failed.RetryAt, v.flow.Snapshot().ResendAt)
			assert.Equal(v, "resend", failed.Detail, "the limit is the account's")
			assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
		})
	})
	for name, c := range map[string]struct {
		fault mastodontest.Fault
		code  signup.Code
	}{
		"no answer": {mastodontest.Fault{Drop: true}, signup.CodeUnreachable},
		"an error":  {mastodontest.Fault{Status: 500, Body: `{"error":"x"}`}, signup.CodeServerError},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				wait(v)
				c.fault.Path, c.fault.Times = resendPath, 1
				v.server.Fail(c.fault)
				failed := v.fails(c.code, v.flow.Resend(v.Context(), ""))
				assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
				assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
				require.NoError(v, v.flow.Resend(v.Context(), ""))
				assert.Nil(v, v.flow.Snapshot().Problem)
			})
		})
	}
}

func TestAReloadGoesOnWhereItWas(t *testing.T) {
	t.Run("confirm, with the clock of the mail", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			before := v.flow.Snapshot()
			assert.NotContains(v, v.config.Store.(store).ticket(), password)
			assert.NotContains(v, v.config.Store.(store).ticket(), "alice@example.org")
			time.Sleep(20 * time.Second)
			v.again()
			now := v.open()
			assert.Equal(v, signup.ScreenConfirm, now.Screen)
			assert.Equal(v, before.Account, now.Account)
			assert.Equal(v, before.ResendAt, now.ResendAt)
			assert.Equal(v, before.Consent, now.Consent)
			time.Sleep(time.Minute)
			require.NoError(v, v.flow.Resend(v.Context(), "bob@example.net"))
			v.again()
			now = v.open()
			assert.Equal(v, 1, now.Resent)
			assert.Equal(v, "b•••@example.net", now.Account.Email)
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
			require.NoError(v, v.flow.Revoke(v.Context()))
			assert.Empty(v, v.flow.AccessToken())
			require.NoError(v, v.flow.Revoke(v.Context()), "nothing is left to revoke")
			assert.Equal(v, 1, v.posts(revokePath))
		})
	})
	t.Run("what happened meanwhile is seen at once", func(t *testing.T) {
		journey(t, mastodontest.Settings{Registrations: mastodontest.Approval}, nil, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Confirm("alice"))
			v.again()
			assert.Equal(v, signup.ScreenReview, v.open().Screen)
			v.again()
			v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
			assert.Equal(v, signup.ScreenReview, v.open().Screen, "though nobody new is taken any more")
			require.NoError(v, v.server.Approve("alice"))
			v.again()
			assert.Equal(v, signup.ScreenReady, v.open().Screen)
			assert.NotEmpty(v, v.flow.AccessToken())
		})
	})
	t.Run("rejected meanwhile, then anew", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			require.NoError(v, v.server.Reject("alice"))
			v.again()
			assert.Equal(v, signup.ScreenStopped, v.open().Screen)
			assert.Equal(v, signup.ScreenForm, v.open().Screen)
		})
	})
	t.Run("while the status cannot be asked", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.again()
			v.server.Fail(mastodontest.Fault{Path: checkPath, Times: 1, Drop: true})
			assert.Equal(v, signup.ScreenConfirm, v.open().Screen)
			require.NoError(v, v.server.Confirm("alice"))
			time.Sleep(soon)
			assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		})
	})
	t.Run("aborted", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.signUp()
			v.again()
			v.server.Fail(mastodontest.Fault{Path: checkPath, Times: 1, Delay: time.Minute})
			done := make(chan error)
			go func() { done <- v.flow.Open(v.Context(), host) }()
			time.Sleep(time.Second)
			require.NoError(v, v.flow.Open(v.Context(), "other.social"))
			v.fails(signup.CodeAborted, <-done)
			assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
			assert.Equal(v, signup.ScreenConfirm, v.open().Screen)
		})
	})
	for name, nonsense := range map[string]string{
		"no JSON":       "{",
		"another kind":  `[1]`,
		"without token": `{"username":"alice","screen":"confirm"}`,
		"no such state": `{"token":"x","username":"alice","screen":"form"}`,
	} {
		t.Run("never from nonsense: "+name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Store = store{"fedi-signup:account " + host: nonsense} }, func(v *visitor) {
				assert.Equal(v, signup.ScreenForm, v.open().Screen)
				assert.Empty(v, v.config.Store.(store).ticket())
			})
		})
	}
	t.Run("not without a store", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Store = nil }, func(v *visitor) {
			v.signUp()
			v.again()
			assert.Equal(v, signup.ScreenForm, v.open().Screen)
		})
	})
}

func TestATokenThatIsNotRevoked(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		require.NoError(v, v.server.Confirm("alice"))
		time.Sleep(soon)
		v.server.Fail(mastodontest.Fault{Path: revokePath, Times: 1, Drop: true})
		v.fails(signup.CodeUnreachable, v.flow.Revoke(v.Context()))
		assert.NotContains(v, v.config.Store.(store).ticket(), "token", "it is not kept for that")
		require.NoError(v, v.flow.Revoke(v.Context()), "once more")
		assert.Empty(v, v.flow.AccessToken())
	})
}

func TestAccountsOfOtherSoftware(t *testing.T) {
	t.Run("GoToSocial before 0.19 knows no user until staff approve", func(t *testing.T) {
		// The simulated server is newer, so its answers are put in.
		journey(t, mastodontest.Settings{Software: mastodontest.GoToSocial, Version: "0.18.3"}, func(c *signup.Config) {
			verified := 0
			own := c.Doer
			c.Doer = doer(answering(own, func(r *mastodon.Request) *mastodon.Response {
				switch {
				case r.Method == "POST" && strings.HasSuffix(r.URL, accountsPath):
					return answer(200, `{"access_token":"x","token_type":"Bearer","scope":"read:accounts write:accounts","created_at":1785000000}`)
				case strings.HasSuffix(r.URL, verifyPath):
					if verified++; verified > 2 {
						return answer(200, `{"id":"1","username":"alice","acct":"alice","url":"https://example.social/@alice"}`)
					}
					return answer(401, `{"error":"Unauthorized: user not supplied or not authorized"}`)
				}
				return nil
			}))
		}, func(v *visitor) {
			now := v.open()
			require.Equal(v, signup.ScreenForm, now.Screen)
			require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason = strings.Repeat("because ", 6) })))
			time.Sleep(6 * time.Second)
			assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
			time.Sleep(time.Minute)
			assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		})
	})
	for name, c := range map[string]struct {
		answer string
		screen signup.Screen
	}{
		"Akkoma wants the address confirmed": {`{"message":"You have been registered.","identifier":"missing_confirmed_email"}`, signup.ScreenConfirm},
		"Akkoma wants staff's approval":      {`{"message":"Your account is awaiting approval.","identifier":"awaiting_approval"}`, signup.ScreenReview},
		"Akkoma has the visitor sign in":     {`{"message":"Sign in.","identifier":"manual_login_required"}`, signup.ScreenReady},
		"Akkoma hands out a token":           {`{"id":1,"token_type":"Bearer","access_token":"x","refresh_token":"y","expires_in":600,"scope":"read","created_at":1785000000,"me":"https://example.social/users/alice"}`, signup.ScreenReady},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{Software: mastodontest.Akkoma}, func(config *signup.Config) {
				config.Doer = doer(answering(config.Doer, func(r *mastodon.Request) *mastodon.Response {
					if r.Method == "POST" && strings.HasSuffix(r.URL, accountsPath) {
						return answer(200, c.answer)
					}
					return nil
				}))
			}, func(v *visitor) {
				require.Equal(v, signup.ScreenForm, v.open().Screen)
				require.NoError(v, v.flow.Submit(v.Context(), values()))
				now := v.flow.Snapshot()
				assert.Equal(v, c.screen, now.Screen)
				require.NotNil(v, now.Account)
				assert.NotNil(v, now.Consent)
				asked := len(v.server.Requests())
				time.Sleep(time.Hour)
				assert.Len(v, v.server.Requests(), asked, "there is nobody to ask")
				if c.screen == signup.ScreenConfirm {
					v.fails(signup.CodeNotNow, v.flow.Refresh(v.Context()))
				}
			})
		})
	}
}

// Staff who reset a password end the token, and so does the end of the app.
func TestATokenThatIsWorthlessIsNoRejection(t *testing.T) {
	for name, end := range map[string]func(*mastodontest.Server) error{
		"password reset": func(s *mastodontest.Server) error { return s.ResetPassword("alice") },
		"app deleted":    func(s *mastodontest.Server) error { s.DeleteApps(); return nil },
	} {
		for _, screen := range []signup.Screen{signup.ScreenConfirm, signup.ScreenReview} {
			t.Run(name+", "+string(screen), func(t *testing.T) {
				journey(t, mastodontest.Settings{Registrations: mastodontest.Approval}, nil, func(v *visitor) {
					v.signUp()
					if screen == signup.ScreenReview {
						require.NoError(v, v.server.Confirm("alice"))
						require.NoError(v, v.flow.Refresh(v.Context()))
					}
					require.NoError(v, end(v.server))
					time.Sleep(time.Minute)
					for range 2 {
						now := v.flow.Snapshot()
						assert.Equal(v, screen, now.Screen)
						assert.Nil(v, now.Problem)
						assert.False(v, now.Account.Watched, "the page cannot see any more what becomes of it")
						asked := v.posts(checkPath) + v.posts(verifyPath)
						time.Sleep(time.Hour)
						assert.Equal(v, asked, v.posts(checkPath)+v.posts(verifyPath))
						v.again()
						v.open()
					}
				})
			})
		}
	}
}

func TestAnAccountThatGoesBetweenTwoCallsIsGone(t *testing.T) {
	for name, c := range map[string]struct {
		settings mastodontest.Settings
		before   func(*mastodontest.Server) error
		fails    string
	}{
		"confirmed": {mastodontest.Settings{}, func(s *mastodontest.Server) error { return s.Confirm("alice") }, verifyPath},
		"disabled":  {mastodontest.Settings{Version: "4.6.0", Registrations: mastodontest.Approval}, func(s *mastodontest.Server) error { return s.Disable("alice") }, checkPath},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				v.signUp()
				if c.fails == checkPath { // is asked second from then on
					require.NoError(v, v.server.Confirm("alice"))
					require.NoError(v, v.flow.Refresh(v.Context()))
					require.NoError(v, v.server.Approve("alice"))
				}
				require.NoError(v, c.before(v.server))
				v.server.Fail(mastodontest.Fault{Path: c.fails, Times: 1, Status: 401, Body: `{"error":"The access token is invalid"}`})
				v.server.Fail(mastodontest.Fault{Path: lookupPath, Times: 1, Status: 404, Body: `{"error":"Record not found"}`})
				require.NoError(v, v.flow.Refresh(v.Context()))
				now := v.flow.Snapshot()
				require.Equal(v, signup.ScreenStopped, now.Screen)
				assert.Equal(v, signup.CodeRejected, now.Problem.Code)
			})
		})
	}
}

func TestWhatIsNotYetToldApartIsAskedAgain(t *testing.T) {
	journey(t, mastodontest.Settings{Registrations: mastodontest.Approval}, nil, func(v *visitor) {
		v.signUp()
		require.NoError(v, v.server.Confirm("alice"))
		require.NoError(v, v.flow.Refresh(v.Context()))
		require.NoError(v, v.server.Suspend("alice"))
		v.server.Fail(mastodontest.Fault{Path: checkPath, Drop: true})
		v.fails(signup.CodeUnreachable, v.flow.Refresh(v.Context()))
		assert.Equal(v, signup.ScreenReview, v.flow.Snapshot().Screen)
		require.NoError(v, v.flow.Refresh(v.Context()))
		assert.Equal(v, signup.ScreenStopped, v.flow.Snapshot().Screen)
		assert.Equal(v, signup.CodeSuspended, v.flow.Snapshot().Problem.Code)
	})
}
