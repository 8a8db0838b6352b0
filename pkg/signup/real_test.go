package signup_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/recorded"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// atRealServers lets a visitor meet each server of which the answers were
// recorded, in place of the simulated one.
func atRealServers(t *testing.T, story func(v *visitor, real *recorded.Server)) {
	t.Helper()
	for _, recording := range recorded.All(t) {
		t.Run(recording.Version, func(t *testing.T) { atRealServer(t, recording, story) })
	}
}

func atRealServer(t *testing.T, recording *recorded.Recording, story func(v *visitor, real *recorded.Server)) {
	t.Helper()
	real := recording.Start(t)
	journey(t, mastodontest.Settings{}, func(c *signup.Config) { c.Doer = nethttp.New(real.Client()) }, func(v *visitor) { story(v, real) })
}

// signUpForReal is signUp, with the reason that some ask for.
func (v *visitor) signUpForReal() {
	v.Helper()
	require.Equal(v, signup.ScreenForm, v.open().Screen)
	require.NoError(v, v.flow.Submit(v.Context(), with(func(values *signup.Values) { values.Reason = "I look at crabs" })))
	require.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
}

func TestRealServersAreOpened(t *testing.T) {
	atRealServers(t, func(v *visitor, real *recorded.Server) {
		now := v.open()
		assert.Equal(v, signup.ScreenForm, now.Screen)
		assert.Equal(v, []string{"username!", "email!", "password!", "agreement!"}, asked(now))
		assert.False(v, now.Server.ApprovalRequired)
		assert.Equal(v, "mastodon", now.Server.Software)
		assert.Equal(v, real.Version, now.Server.Version)
		assert.Equal(v, "example.social", now.Server.Domain)
		assert.Empty(v, now.Rules)
		assert.Equal(v, []signup.Document{
			{Kind: signup.DocumentKindPrivacyPolicy, URL: "https://example.social/privacy-policy", Agreed: true},
			{Kind: signup.DocumentKindAbout, URL: "https://example.social/about"},
		}, now.Documents)

		for _, kind := range []signup.DocumentKind{signup.DocumentKindPrivacyPolicy, signup.DocumentKindAbout} {
			text, err := v.flow.Document(v.Context(), kind)
			require.NoError(v, err, kind)
			assert.Equal(v, &signup.DocumentText{Kind: kind, HTML: "<p>Be kind.</p>", Date: "2026-08-01"}, text)
		}
		_, err := v.flow.Document(v.Context(), signup.DocumentKindTermsOfService)
		v.fails(signup.CodeNotSupported, err)

		real.Play("appr registrations")
		now = v.open()
		assert.Equal(v, signup.ScreenForm, now.Screen)
		assert.True(v, now.Server.ApprovalRequired)
		reason := "reason!"
		if real.Version == "4.3.23" { // which does not tell whether it is required
			reason = "reason"
		}
		assert.Equal(v, []string{"username!", "email!", "password!", reason, "agreement!"}, asked(now))

		real.Play("closed registrations")
		now = v.open()
		assert.Equal(v, signup.ScreenClosed, now.Screen)
		assert.Equal(v, signup.CodeClosed, now.Problem.Code)
		assert.Equal(v, []string{"invite_code!"}, asked(now))
	})
}

// asked are the fields of the form; with an exclamation mark, required ones.
func asked(now signup.Snapshot) (names []string) {
	for _, f := range now.Fields {
		name := string(f.Name)
		if f.Required {
			name += "!"
		}
		names = append(names, name)
	}
	return names
}

// eachReal lets a visitor meet each recorded answer to a call.
func eachReal(t *testing.T, path string, story func(v *visitor, real *recorded.Server, call *recorded.Call)) {
	t.Helper()
	met := 0
	for _, recording := range recorded.All(t) {
		for _, call := range recording.Calls {
			switch {
			case call.Path() != path, call.Req.Method == "OPTIONS":
			case call.ID == "acct bad json */*": // the flow asks for JSON
			case strings.HasPrefix(call.ID, "limit app ") && call.Status == 200: // whose body was not recorded
			default:
				met++
				t.Run(recording.Version+" "+call.ID, func(t *testing.T) {
					atRealServer(t, recording, func(v *visitor, real *recorded.Server) {
						real.Play(call.ID)
						story(v, real, call)
					})
				})
			}
		}
	}
	assert.NotZero(t, met, path)
}

func TestEveryAnswerOfRealServersToASignUpIsUnderstood(t *testing.T) {
	known := constants[signup.FieldCode]("FieldCode")
	codes := map[int]signup.Code{400: signup.CodeInvalid, 401: signup.CodeSignUpRefused, 403: signup.CodeForbidden,
		422: signup.CodeInvalid, 429: signup.CodeRateLimited, 500: signup.CodeServerError}
	eachReal(t, accountsPath, func(v *visitor, real *recorded.Server, call *recorded.Call) {
		v.open()
		err := v.flow.Submit(v.Context(), values())
		now := v.flow.Snapshot()
		if call.Status == 200 {
			require.NoError(v, err)
			assert.Equal(v, signup.ScreenConfirm, now.Screen)
			return
		}
		want := codes[call.Status]
		bothTaken := strings.Count(string(call.Body), "ERR_TAKEN") == 2
		if bothTaken {
			want = signup.CodeDuplicate // it may be the visitor's own
		}
		failed := v.fails(want, err)
		if !bothTaken && !strings.Contains(string(call.Body), `"Forbidden"`) {
			assert.NotEmpty(v, failed.Message, "the server's sentence")
		}
		var body struct {
			Details map[string][]struct{ Error, Description string }
		}
		require.NoError(v, json.Unmarshal(call.Body, &body))
		told := 0
		for field, problems := range body.Details {
			shown := slices.DeleteFunc(slices.Clone(now.Problems), func(p signup.FieldProblem) bool { return p.Field != field })
			require.Len(v, shown, len(problems), field)
			told += len(problems)
			for i, p := range problems {
				assert.Contains(v, known, shown[i].Code)
				assert.Equal(v, p.Error, string(shown[i].Code))
				assert.Equal(v, p.Description, shown[i].Message)
				assert.NotEmpty(v, shown[i].Message)
				assert.Equal(v, signup.OriginServer, shown[i].Origin)
				if strings.Contains(p.Description, "imum is ") {
					assert.NotZero(v, shown[i].Limit)
				}
			}
		}
		assert.Len(v, now.Problems, told)
		if len(body.Details["reason"]) > 0 { // which the document did not ask for
			assert.Contains(v, strings.Join(asked(now), " "), "reason")
		}
		if call.Status == 429 {
			assert.Equal(v, in(5*time.Minute), failed.RetryAt)
		}
		if now.Tries != nil && call.Status != 401 { // of which the newer token's try counts too
			assert.Equal(v, call.Headers["x-ratelimit-remaining"], strconv.Itoa(now.Tries.Left))
		}
	})
}

func TestAnInviteIsTakenOrRefusedAsByRealServers(t *testing.T) {
	atRealServers(t, func(v *visitor, real *recorded.Server) {
		real.Play("closed registrations", "closed expired invite")
		v.open()
		require.NoError(v, v.flow.UseInvite(v.Context(), "AbCd1234"))
		assert.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
		require.Len(v, failed.Fields, 1)
		assert.Equal(v, "invite_code", failed.Fields[0].Field)
		real.Play("appr invite")
		require.NoError(v, v.flow.Submit(v.Context(), values()))
		real.PlayLife("invited")
		require.NoError(v, v.flow.Refresh(v.Context()))
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
	})
}

// realStates are the recorded states of an account's token, and where they lead.
var realStates = map[string]struct {
	screen  signup.Screen
	problem signup.Code
}{
	"unconfirmed": {signup.ScreenConfirm, ""}, "appr unconfirmed": {signup.ScreenConfirm, ""}, "approved before mail": {signup.ScreenConfirm, ""},
	"pending": {signup.ScreenReview, ""},
	"active":  {signup.ScreenReady, ""}, "approved": {signup.ScreenReady, ""}, "invited": {signup.ScreenReady, ""},
	// From 4.6 on the same answers mean a role that demands two-factor.
	"disabled": {signup.ScreenStopped, signup.CodeDisabled}, "disabled 4.6.5": {signup.ScreenReady, signup.CodeTwoFactor},
	"suspended": {signup.ScreenStopped, signup.CodeSuspended},
	"deleted":   {signup.ScreenStopped, signup.CodeRejected}, "rejected": {signup.ScreenStopped, signup.CodeRejected},
	"revoked": {signup.ScreenStopped, signup.CodeRejected}, "unknown": {signup.ScreenStopped, signup.CodeRejected},
	"none": {signup.ScreenStopped, signup.CodeRejected},
}

// realState is the state of which a recorded call tells.
func realState(call *recorded.Call) string {
	state := strings.TrimPrefix(call.ID, "life ")
	return state[:strings.LastIndexByte(state, ' ')]
}

// assertAt checks that the flow is where a recorded state leads.
func (v *visitor) assertAt(real *recorded.Server, state, way string) {
	v.Helper()
	want, known := realStates[state+" "+real.Version]
	if !known {
		want, known = realStates[state]
	}
	require.True(v, known, "nobody says where the state %q leads", state)
	now := v.flow.Snapshot()
	assert.Equal(v, want.screen, now.Screen, way)
	var problem signup.Code
	if now.Problem != nil {
		problem = now.Problem.Code
	}
	assert.Equal(v, want.problem, problem, way)
}

func TestEveryStateOfAnAccountOfRealServersIsKnown(t *testing.T) {
	eachReal(t, verifyPath, func(v *visitor, real *recorded.Server, call *recorded.Call) {
		state := realState(call)
		if state == "app token" { // never taken for an account's
			return
		}
		real.PlayLife("unconfirmed")
		v.signUpForReal()
		real.PlayLife(state)
		v.again()
		v.open()
		v.assertAt(real, state, "after a reload")

		for _, before := range []string{"unconfirmed", "pending"} {
			require.NoError(v, v.flow.Forget(v.Context()))
			v.signUpForReal()
			real.PlayLife(before)
			require.NoError(v, v.flow.Refresh(v.Context()))
			v.assertAt(real, before, "on the way")
			real.PlayLife(state)
			require.NoError(v, v.flow.Refresh(v.Context()))
			v.assertAt(real, state, "after "+before)
		}
	})
}

func TestEveryAnswerOfRealServersToAResendIsUnderstood(t *testing.T) {
	eachReal(t, resendPath, func(v *visitor, real *recorded.Server, call *recorded.Call) {
		v.signUpForReal()
		time.Sleep(time.Minute)
		state := realState(call)
		if _, known := realStates[state]; known {
			real.PlayLife(state)
		}
		err := v.flow.Resend(v.Context(), "other@example.org")
		now := v.flow.Snapshot()
		switch call.Status {
		case 200:
			require.NoError(v, err)
			assert.Equal(v, 1, now.Resent)
		case 422:
			failed := v.fails(signup.CodeInvalid, err)
			want := map[string]signup.FieldCode{"life resend taken": signup.FieldCodeTaken, "life resend invalid": signup.FieldCodeInvalid}[call.ID]
			require.NotEmpty(v, want, "nobody says what is wrong")
			require.Len(v, failed.Fields, 1)
			assert.Equal(v, want, failed.Fields[0].Code)
			assert.NotEmpty(v, failed.Fields[0].Message)
			assert.Equal(v, failed.Fields, now.Problems)
		case 429:
			assert.NotEmpty(v, v.fails(signup.CodeRateLimited, err).Message)
		default:
			if state == "pending" || state == "approved" || state == "invited" { // nothing is to confirm
				require.NoError(v, err)
			} else {
				assert.NotEmpty(v, v.fails(signup.CodeResendRefused, err).Message)
			}
			if state != "app token" {
				v.assertAt(real, state, "the status is asked")
			}
		}
	})
}

func TestEveryLookupOfRealServersIsUnderstood(t *testing.T) {
	eachReal(t, lookupPath, func(v *visitor, real *recorded.Server, call *recorded.Call) {
		v.open()
		found, err := v.flow.Available(v.Context(), "alice")
		require.NoError(v, err)
		assert.Equal(v, map[int]signup.Availability{200: signup.AvailabilityTaken, 404: signup.AvailabilityFree}[call.Status], found)
	})
}

func TestEveryAnswerOfRealServersToAnAppIsUnderstood(t *testing.T) {
	for _, path := range []string{appsPath, tokenPath} {
		eachReal(t, path, func(v *visitor, real *recorded.Server, call *recorded.Call) {
			v.open()
			err := v.flow.Prepare(v.Context())
			switch call.Status {
			case 200:
				require.NoError(v, err)
			case 429:
				failed := v.fails(signup.CodeRateLimited, err)
				assert.Equal(v, "app-registration", failed.Detail)
				assert.Equal(v, in(5*time.Minute), failed.RetryAt)
			default:
				assert.NotEmpty(v, v.fails(signup.CodeAppRefused, err).Message)
			}
		})
	}
}

func TestATokenOfARealServerIsRevoked(t *testing.T) {
	atRealServers(t, func(v *visitor, real *recorded.Server) {
		v.signUpForReal()
		real.PlayLife("active")
		require.NoError(v, v.flow.Refresh(v.Context()))
		assert.NotEmpty(v, v.flow.AccessToken())
		require.NoError(v, v.flow.Revoke(v.Context()))
		assert.Empty(v, v.flow.AccessToken())
	})
}

// TestWhatRealDocumentsMayHoldBesides is with the recorded documents and, in
// them, what a server's staff can write there.
func TestWhatRealDocumentsMayHoldBesides(t *testing.T) {
	change := func(v *visitor, edit func(document map[string]any)) {
		v.config.Doer = rewriting(v.config.Doer, v2Path, edit)
		v.again()
	}
	atRealServers(t, func(v *visitor, _ *recorded.Server) {
		change(v, func(document map[string]any) {
			registrations := document["registrations"].(map[string]any)
			registrations["enabled"] = false
			registrations["message"] = `<p>Back in <b onclick="alert(1)">May</b></p><script>alert(2)</script><img src=x onerror=alert(3)>` +
				`<a href="javascript:alert(4)">here</a> or <a href="https://tide.example/join">there</a>`
		})
		now := v.open()
		assert.Equal(v, signup.ScreenClosed, now.Screen)
		assert.Equal(v, "Back in May\nhere or there", now.Problem.Message)
		for _, part := range now.Problem.Notice {
			assert.NotContains(v, part.Text, "alert")
			assert.Contains(v, []string{"", "https://tide.example/join"}, part.URL)
		}
	})
	atRealServers(t, func(v *visitor, _ *recorded.Server) {
		change(v, func(document map[string]any) { document["domain"] = "famous.example" })
		now := v.open()
		assert.Equal(v, signup.ScreenForm, now.Screen)
		assert.Equal(v, host, now.Server.Domain, "nothing there leads here")
		assert.Equal(v, host, now.Server.Host)
	})
}

// rewriting is a Doer that changes the JSON that comes from a path. There is no
// other server.
func rewriting(own mastodon.Doer, path string, edit func(document map[string]any)) doer {
	return func(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
		if !strings.HasPrefix(r.URL, "https://"+host+"/") {
			return nil, &mastodon.NoAnswer{Cause: mastodon.CauseDNS, Err: errors.New("no such host")}
		}
		response, err := own.Do(ctx, r)
		if err != nil || !strings.HasSuffix(r.URL, path) {
			return response, err
		}
		var document map[string]any
		if err := json.NewDecoder(response.Body).Decode(&document); err != nil {
			return nil, err
		}
		edit(document)
		text, err := json.Marshal(document)
		response.Body = io.NopCloser(bytes.NewReader(text))
		return response, err
	}
}
