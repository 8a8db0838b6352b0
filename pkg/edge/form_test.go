package edge_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// form asks for a server's form as a page does.
func (s *setup) form(from, server string) answer {
	r := httptest.NewRequest(http.MethodGet, "/v1/form?"+url.Values{"server": {server}}.Encode(), nil)
	r.Header.Set("Origin", from)
	return s.do(r)
}

// shown is what an answer shows.
func (a answer) shown(t *testing.T) (form signup.Form, door string) {
	t.Helper()
	require.Equal(t, http.StatusOK, a.Status, a.Body)
	require.NoError(t, json.Unmarshal([]byte(a.Body), &form))
	var other struct{ Door string }
	require.NoError(t, json.Unmarshal([]byte(a.Body), &other))
	assert.Equal(t, signup.FormVersion, form.Version)
	return form, other.Door
}

func TestTheFormOfAServerIsReadAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, func(c *edge.Config) { c.Front = true })
		s.server.Update(func(s *mastodontest.Settings) { s.Rules = []mastodontest.Rule{{Text: "Be kind"}} })
		a := s.form(origin, "example.social")
		form, _ := a.shown(t)
		assert.Equal(t, "example.social", form.Server)
		assert.Equal(t, time.Now().UnixMilli(), form.At)
		assert.Equal(t, signup.ScreenForm, form.Snapshot.Screen)
		assert.Equal(t, "Be kind", form.Snapshot.Rules[0].Text)
		assert.Equal(t, "max-age=60, stale-while-revalidate=3600", a.Header.Get(repeat))
		assert.Equal(t, origin, a.Header.Get("Access-Control-Allow-Origin"))
		assert.Zero(t, s.registrations(), "nothing is registered")

		asked := len(s.server.Requests())
		time.Sleep(40 * time.Second)
		again := s.form("https://blog.example.org", "https://example.social/about")
		assert.Equal(t, a.Body, again.Body)
		assert.Equal(t, "max-age=20, stale-while-revalidate=3600", again.Header.Get(repeat))
		assert.Equal(t, "origin_not_listed", s.form("https://evil.example", "example.social").Code)
		assert.Equal(t, "server_not_listed", s.form(origin, "evil.example").Code)
		assert.Equal(t, "invalid_request", s.form(origin, "").Code)
		assert.Len(t, s.server.Requests(), asked)

		time.Sleep(20 * time.Second)
		form, _ = s.form(origin, "example.social").shown(t)
		assert.Equal(t, time.Now().UnixMilli(), form.At, "the script in front gives the old one meanwhile")
	})
}

func TestWithoutAScriptInFrontAnOldFormIsGivenWhileItIsReadAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		first, _ := s.form(origin, "example.social").shown(t)
		time.Sleep(30 * time.Minute)
		s.server.Update(func(s *mastodontest.Settings) { s.Title = "Another name" })
		s.server.Fail(mastodontest.Fault{Path: "/api/v2/instance", Delay: 5 * time.Second})
		for range 3 {
			began := time.Now()
			old, _ := s.form(origin, "example.social").shown(t)
			assert.Equal(t, first.At, old.At)
			assert.Zero(t, time.Since(began))
		}
		time.Sleep(6 * time.Second)
		form, _ := s.form(origin, "example.social").shown(t)
		assert.Equal(t, "Another name", form.Snapshot.Server.Title)
		assert.Equal(t, 2, s.sent("/api/v2/instance"))

		time.Sleep(2 * time.Hour)
		s.server.Fail(mastodontest.Fault{Drop: true, Times: mastodontest.Always})
		assert.Equal(t, "server_unavailable", s.form(origin, "example.social").Code, "there is an end to it")
	})
}

// However often strangers ask, a server that gives no form is asked within reason.
func TestReadingAFormThatIsNotThereEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		s.server.Fail(mastodontest.Fault{Drop: true, Times: mastodontest.Always})
		for range 30 {
			assert.Equal(t, "server_unavailable", s.form(origin, "example.social").Code)
		}
		asked := len(s.server.Requests())
		time.Sleep(time.Second)
		a := s.form(origin, "example.social")
		assert.Equal(t, "rate_limited", a.Code)
		assert.Equal(t, "59", a.Header.Get("Retry-After"))
		assert.Len(t, s.server.Requests(), asked)
		time.Sleep(time.Minute)
		s.server.ClearFaults()
		assert.Equal(t, http.StatusOK, s.form(origin, "example.social").Status)
	})
}

func TestADoorIsAnAnswerToo(t *testing.T) {
	for name, settings := range map[string]mastodontest.Settings{
		"closed":           {Registrations: mastodontest.Closed},
		"external-sign-up": {SSOURL: "https://sso.example/new"},
		"not-supported":    {Software: mastodontest.Pixelfed},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := start(t, nil)
				s.server.Update(func(s *mastodontest.Settings) { *s = settings })
				a := s.form(origin, "example.social")
				form, door := a.shown(t)
				assert.Equal(t, name, door)
				assert.Equal(t, time.Now().UnixMilli(), form.At)
				assert.NotContains(t, a.Body, "snapshot")
				assert.NotEmpty(t, a.Header.Get(repeat))
			})
		})
	}
}

func TestManyVisitorsShareOneReadingOfAForm(t *testing.T) {
	for name, fault := range map[string]mastodontest.Fault{
		"well": {Delay: time.Second}, "down": {Delay: time.Second, Drop: true, Times: mastodontest.Always},
		"silent": {Delay: time.Hour, Times: mastodontest.Always}, "full": {Delay: time.Second, Status: 429, Times: mastodontest.Always},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := start(t, nil)
				fault.Path = "/api/*"
				s.server.Fail(fault)
				began := time.Now()
				var all sync.WaitGroup
				for range 100 {
					all.Go(func() {
						a := s.form(origin, "example.social")
						assert.Equal(t, name == "well", a.Status == http.StatusOK, a.Body)
						assert.NotEmpty(t, a.Header.Get(repeat))
					})
				}
				all.Wait()
				assert.LessOrEqual(t, time.Since(began), 10*time.Second)
				assert.LessOrEqual(t, len(s.server.Requests()), 8, "once, by whatever ways there are")
				if name == "full" {
					assert.Equal(t, "rate_limited", s.form(origin, "example.social").Code)
					asked := len(s.server.Requests())
					time.Sleep(30 * time.Second)
					s.form(origin, "example.social")
					assert.Len(t, s.server.Requests(), asked, "it is left alone")
				}
			})
		})
	}
}
