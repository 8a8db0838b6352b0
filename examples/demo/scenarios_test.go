package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// call asks the simulated server.
func (d *demo) call(method, path, token string, form url.Values) (int, string) {
	d.t.Helper()
	request, err := http.NewRequest(method, d.stage.server+path, strings.NewReader(form.Encode()))
	require.NoError(d.t, err)
	request.Header.Set("Accept", "application/json")
	if form != nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	return d.read(http.DefaultClient.Do(request))
}

func (d *demo) api(path, token string, form url.Values) map[string]any {
	d.t.Helper()
	status, text := d.call(http.MethodPost, path, token, form)
	require.Equal(d.t, http.StatusOK, status, text)
	var answer map[string]any
	require.NoError(d.t, json.Unmarshal([]byte(text), &answer))
	return answer
}

func TestEachScenarioMakesTheServerAsItSays(t *testing.T) {
	type instance struct {
		Version       string `json:"version"`
		Registrations struct {
			Enabled          bool    `json:"enabled"`
			ApprovalRequired bool    `json:"approval_required"`
			ReasonRequired   bool    `json:"reason_required"`
			MinAge           int     `json:"min_age"`
			Message          *string `json:"message"`
		} `json:"registrations"`
	}
	signUp := func(d *demo) (int, string) { return d.call(http.MethodPost, "/api/v1/accounts", "", url.Values{}) }
	described := map[string]func(*testing.T, instance){
		"open": func(t *testing.T, i instance) {
			assert.True(t, i.Registrations.Enabled)
			assert.False(t, i.Registrations.ApprovalRequired)
		},
		"approval": func(t *testing.T, i instance) {
			assert.True(t, i.Registrations.ApprovalRequired)
			assert.True(t, i.Registrations.ReasonRequired)
		},
		"minimum-age": func(t *testing.T, i instance) { assert.Equal(t, 16, i.Registrations.MinAge) },
		"closed": func(t *testing.T, i instance) {
			assert.False(t, i.Registrations.Enabled)
			assert.Contains(t, *i.Registrations.Message, "spring")
		},
		"invite-only": func(t *testing.T, i instance) { assert.False(t, i.Registrations.Enabled) },
		"wants": func(t *testing.T, i instance) {
			assert.True(t, i.Registrations.Enabled, "and nothing else tells of it")
		},
		"gotosocial": func(t *testing.T, i instance) { assert.Contains(t, i.Version, "git-") },
		"gotosocial-018": func(t *testing.T, i instance) {
			assert.Contains(t, i.Version, "0.18")
			assert.True(t, i.Registrations.ApprovalRequired)
		},
	}
	others := map[string]func(*testing.T, *demo){
		"throttled": func(t *testing.T, d *demo) {
			status, _ := signUp(d)
			assert.Equal(t, http.StatusTooManyRequests, status)
		},
		"akkoma": func(t *testing.T, d *demo) {
			_, text := d.call(http.MethodGet, "/api/v1/instance", "", nil)
			assert.Contains(t, text, "Akkoma")
			_, text = d.call(http.MethodGet, "/api/v1/pleroma/captcha", "", nil)
			assert.Contains(t, text, `"native"`)
			_, page := d.open("/desk")
			assert.Contains(t, page, "<code data-captcha>"+d.stage.current().server.LastCaptcha()+"</code>")
		},
		"slow": func(t *testing.T, d *demo) {
			ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
			defer cancel()
			request, err := http.NewRequestWithContext(ctx, http.MethodGet, d.stage.server+"/api/v2/instance", nil)
			require.NoError(t, err)
			_, err = http.DefaultClient.Do(request)
			assert.ErrorIs(t, err, context.DeadlineExceeded)
		},
		"broken": func(t *testing.T, d *demo) {
			for range 2 {
				status, text := d.call(http.MethodGet, "/api/v2/instance", "", nil)
				assert.Equal(t, http.StatusServiceUnavailable, status)
				assert.Contains(t, text, "<h1>")
			}
		},
	}
	for _, s := range scenarios {
		t.Run(s.Name, func(t *testing.T) {
			d := start(t)
			d.play(s.Name)
			_, page := d.open("/")
			assert.Contains(t, page, "Scenario: <b>"+s.Title)
			if check, ok := others[s.Name]; ok {
				check(t, d)
				return
			}
			require.Contains(t, described, s.Name, "no test says what it does")
			status, text := d.call(http.MethodGet, "/api/v2/instance", "", nil)
			require.Equal(t, http.StatusOK, status)
			var i instance
			require.NoError(t, json.Unmarshal([]byte(text), &i))
			described[s.Name](t, i)
		})
	}
}

func TestInviteOfTheDemoIsGood(t *testing.T) {
	d := start(t)
	d.play("invite-only")
	status, text := d.call(http.MethodGet, "/invite/"+inviteCode, "", nil)
	assert.Equal(t, http.StatusOK, status, text)
}

func TestSwitchingForgetsWhatWasBefore(t *testing.T) {
	d := start(t)
	d.signUp("alice")
	before := d.stage.current()
	d.play("open")
	_, text := d.open("/desk/moderators")
	assert.NotContains(t, text, "@alice")
	_, text = d.open("/desk/mail")
	assert.Contains(t, text, "No mail yet")
	assert.NotEqual(t, before.id, d.stage.current().id, "pages can tell that their server is gone")
}

func TestWrongScenarioIsRefusedWithTheNamesThereAre(t *testing.T) {
	d := start(t)
	for _, name := range []string{"", "opened", "<b>"} {
		status, text := d.post("/desk/scenario", url.Values{"scenario": {name}})
		assert.Equal(t, http.StatusBadRequest, status)
		assert.Contains(t, text, "There is no scenario “"+name+"”. There are: open, approval,")
	}
	assert.Equal(t, "open", d.stage.current().scenario.Name, "the old one goes on")
}

func TestWhoIsThrottledIsThrottledForAWhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(29*time.Minute + 50*time.Second) // in the half hour
		throttled := scenarios[slices.IndexFunc(scenarios, func(s scenario) bool { return s.Name == "throttled" })]
		var settings mastodontest.Settings
		throttled.adapt(&settings)
		server := mastodontest.New(settings)
		throttled.prepare(server)
		time.Sleep(4 * time.Minute)
		answer, err := server.ClientAt(visitor).Post("http://localhost/api/v1/accounts", "", http.NoBody)
		require.NoError(t, err)
		answer.Body.Close()
		assert.Equal(t, http.StatusTooManyRequests, answer.StatusCode)
	})
}
