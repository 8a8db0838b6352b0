package edge_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// invite asks about an invite as a page does.
func (s *setup) invite(from, server, code string) answer {
	r := httptest.NewRequest(http.MethodGet, "/v1/invite?"+url.Values{"server": {server}, "code": {code}}.Encode(), nil)
	r.Header.Set("Origin", from)
	return s.do(r)
}

func TestAnInviteIsAskedAbout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		s.server.AddInvite(mastodontest.Invite{Code: "AbC123xy"})
		s.server.AddInvite(mastodontest.Invite{Code: "Old12345", Expires: time.Now().Add(-time.Second)})
		for code, state := range map[string]string{"AbC123xy": "good", "Old12345": "spent", "Never123": "unknown"} {
			a := s.invite(origin, "example.social", code)
			assert.Equal(t, http.StatusOK, a.Status)
			assert.JSONEq(t, `{"state":"`+state+`"}`, a.Body, code)
			assert.Equal(t, origin, a.Header.Get("Access-Control-Allow-Origin"))
			assert.Equal(t, "max-age=30", a.Header.Get(repeat))
		}
		asked := len(s.server.Requests())
		for name, a := range map[string]answer{
			"origin_not_listed": s.invite("https://evil.example", "example.social", "AbC123xy"),
			"server_not_listed": s.invite(origin, "evil.example", "AbC123xy"),
		} {
			assert.Equal(t, name, a.Code)
		}
		for _, code := range []string{"", "../about", "AbC/123", "AbC123xy?x=1", "a b", strings.Repeat("x", 101), "Ä"} {
			assert.Equal(t, "invalid_request", s.invite(origin, "example.social", code).Code, code)
		}
		assert.Len(t, s.server.Requests(), asked, "nobody is asked")
	})
}

func TestAServerThatSaysNothingOfInvites(t *testing.T) {
	for name, fault := range map[string]mastodontest.Fault{
		"a page":         {Status: 200, Body: "<title>Welcome</title>"},
		"another JSON":   {Status: 200, Body: "{}"},
		"down":           {Drop: true},
		"silent":         {Delay: time.Hour},
		"a wall":         {Status: 403, Body: "<title>Are you human?</title>"},
		"a proxy's 404":  {Status: 404, Body: "<title>Not found</title>"},
		"too many calls": {Status: 429, Body: `{"error":"Too many requests"}`},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := start(t, nil)
				fault.Path = "/invite/*"
				s.server.Fail(fault)
				a := s.invite(origin, "example.social", "AbC123xy")
				assert.NotEqual(t, http.StatusOK, a.Status)
				assert.NotEmpty(t, a.Code)
			})
		})
	}
}

func TestTryingInvitesEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := start(t, nil)
		for range 60 {
			require.Equal(t, http.StatusOK, s.invite(origin, "example.social", "Never123").Status)
		}
		time.Sleep(time.Second)
		a := s.invite(origin, "example.social", "Never123")
		assert.Equal(t, "rate_limited", a.Code)
		assert.Equal(t, "59", a.Header.Get("Retry-After"))
		assert.Equal(t, http.StatusOK, s.invite(origin, "other.example", "Never123").Status)
		time.Sleep(time.Minute)
		assert.Equal(t, http.StatusOK, s.invite(origin, "example.social", "Never123").Status)
		assert.Equal(t, 62, s.sent("/invite/Never123"))
	})
}
