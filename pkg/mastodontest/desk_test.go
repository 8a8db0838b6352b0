package mastodontest_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
)

// desk asks for a command: do=name&parameters.
func (v *visitor) desk(command string) got {
	v.Helper()
	answer := httptest.NewRecorder()
	v.server.Desk().ServeHTTP(answer, httptest.NewRequestWithContext(v.Context(), http.MethodGet, "/?"+command, nil))
	return got{answer.Code, answer.Header(), answer.Body.String()}
}

// done asks for a command that has nothing to tell.
func (v *visitor) done(command string) {
	v.Helper()
	v.answers(v.desk(command), 200, "ok")
}

// Its own: the desk plays staff over HTTP.
func TestTheDeskPlaysStaff(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register(ourScopes)
	v.done("do=mode&mode=approval")
	v.done("do=reason&reason=on")
	assert.Equal(t, 422, v.create().status)
	token := v.signUp("reason", `"crabs"`)
	assert.Contains(t, v.desk("do=users").body, `[{"username":"alice","email":"alice@example.org","unconfirmed_email":null,"state":"unconfirmed",`)
	assert.Contains(t, v.desk("do=requests").body, `"method":"POST","path":"/api/v1/accounts","origin":null,"ip":"203.0.113.7","status":200}]`)
	assert.NotContains(t, v.desk("do=requests").body, v.appToken)
	assert.Equal(t, `["Mastodon: Confirmation instructions for example.social"]`, v.desk("do=mails&email=alice@example.org").body)
	link := v.desk("do=link&email=alice@example.org").body
	assert.Equal(t, v.server.ConfirmationLink("alice@example.org"), link)

	verify := func() string { return v.getAs(token, "/api/v1/accounts/verify_credentials").text(t, "error") }
	v.done("do=confirm&user=alice")
	assert.Equal(t, "Your login is currently pending approval", verify())
	v.done("do=approve&user=alice")
	assert.Empty(t, verify())
	v.done("do=disable&user=alice")
	assert.Equal(t, "Your login is currently disabled", verify())
	v.done("do=enable&user=alice")
	assert.Empty(t, verify())
	v.done("do=memorialize&user=alice")
	assert.Equal(t, "Your login is currently disabled", verify())
	v.done("do=reset-password&user=alice")
	assert.Equal(t, "The access token was revoked", verify())
	v.done("do=suspend&user=alice")
	assert.Equal(t, mastodontest.Suspended, v.server.Users()[0].State)
	v.done("do=delete&user=alice")
	assert.Equal(t, mastodontest.Deleted, v.server.Users()[0].State)
	v.signUp("username", `"bob"`, "email", `"bob@example.org"`, "reason", `"crabs"`)
	v.done("do=reject&user=bob")
	assert.Len(t, v.server.Users(), 1)
}

// Its own: the desk sets modes, ages, invitations and the clock.
func TestTheDeskSetsModesAgesInvitationsAndTheClock(t *testing.T) {
	v := visit(t, mastodontest.Settings{Version: "4.6.5"})
	v.register(ourScopes)
	v.done("do=lag&lag=on")
	assert.True(t, v.enabled())
	v.done("do=mode&mode=closed")
	assert.True(t, v.enabled(), "as it was")
	v.done("do=mode&mode=open")
	v.done("do=lag&lag=off")
	v.done("do=minage&years=16")
	assert.Contains(t, v.create().body, "ERR_BLANK")
	v.done("do=minage&years=")
	v.done("do=rule&text=Be+kind")
	assert.Contains(t, v.get("/api/v1/instance/rules").body, "Be kind")
	v.done("do=rule")
	assert.Equal(t, "[]", v.get("/api/v1/instance/rules").body)
	v.done("do=mode&mode=closed")
	good, late, members := v.desk("do=invite").body, v.desk("do=expired-invite").body, v.desk("do=invite&from=member").body
	assert.Equal(t, 403, v.create("invite_code", `"`+late+`"`).status)
	assert.Equal(t, 200, v.create("invite_code", `"`+good+`"`).status)
	assert.Equal(t, 200, v.create("invite_code", `"`+members+`"`, "username", `"bob"`, "email", `"bob@example.org"`).status)
	v.done("do=confirm&user=alice")
	v.done("do=confirm&user=bob")
	v.done("do=mode&mode=open")
	v.done("do=reason&reason=off")
	assert.Equal(t, []string{mastodontest.Active, mastodontest.Pending}, []string{v.server.Users()[0].State, v.server.Users()[1].State})

	for range 2 {
		v.create()
	}
	assert.Equal(t, 429, v.create().status)
	v.done("do=wait&for=30m")
	assert.Equal(t, 422, v.create().status)
	assert.True(t, v.server.Requests()[len(v.server.Requests())-1].At.Equal(noon.Add(30*time.Minute)))
}

// Its own: the desk explains itself, and what it cannot do.
func TestTheDeskExplainsItself(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.GoToSocial})
	help := v.desk("")
	assert.Equal(t, 200, help.status)
	for _, name := range strings.Fields("mode reason lag minage rule invite expired-invite confirm approve reject disable enable reset-password memorialize suspend delete link mails users requests wait") {
		assert.Contains(t, help.body, "\n"+name)
	}
	v.answers(v.desk("do=dance"), 404, `there is no command "dance"`)
	for command, says := range map[string]string{
		"do=mode&mode=ajar":            `there is no mode "ajar": open, approval or closed`,
		"do=reason":                    `reason is on or off, not ""`,
		"do=minage&years=16":           "this software has no minimum age",
		"do=minage&years=x":            `"x" is no number of years`,
		"do=invite&from=nobody":        `an invitation is from staff or a member, not "nobody"`,
		"do=approve&user=nobody":       `mastodontest: there is no account "nobody"`,
		"do=link&email=nobody@example": `no confirmation was sent to "nobody@example"`,
		"do=wait&for=ever":             `"ever" is no time to wait, as 90s, 30m or 49h are`,
	} {
		v.answers(v.desk(command), 400, says)
	}
}

// Its own: a proxy on the same machine names the caller.
func TestAProxyOnTheSameMachineNamesTheCaller(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	for _, c := range []struct{ from, forwarded, ip string }{
		{"127.0.0.1", "198.51.100.4, 198.51.100.7", "198.51.100.7"},
		{"::1", "2001:db8::1", "2001:db8::1"},
		{"127.0.0.1", "unknown", "127.0.0.1"},
		{"127.0.0.1", "", "127.0.0.1"},
		{"203.0.113.7", "198.51.100.7", "203.0.113.7"},
	} {
		v.from(c.from)
		v.get("/about", "X-Forwarded-For", c.forwarded)
		requests := v.server.Requests()
		assert.Equal(t, c.ip, requests[len(requests)-1].IP, c)
	}
}
