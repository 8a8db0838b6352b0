package mastodontest_test

import (
	"strconv"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const tooMany = `{"error":"Too many requests"}`

func (v *visitor) left(g got, limit, remaining int, reset string) {
	v.Helper()
	assert.Equal(v, []string{strconv.Itoa(limit), strconv.Itoa(remaining), reset},
		[]string{g.header.Get("X-RateLimit-Limit"), g.header.Get("X-RateLimit-Remaining"), g.header.Get("X-RateLimit-Reset")})
}

// §1.2: 429 once the tries are used up.
// §6: sign-ups: five in half an hour, with their headers.
// Seen: windows of throttles are fixed to the clock, and no Retry-After is told.
func TestFiveSignUpsInHalfAnHourWhateverComesOfThem(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register(ourScopes)
		const reset = "2026-08-07T12:30:00.123456Z" // the fraction is that of now
		v.left(v.create(), 5, 4, reset)
		v.left(v.create(), 5, 3, reset)                                       // 422
		v.left(v.postJSON("/api/v1/accounts", "", "{}"), 5, 2, reset)         // 401
		v.postJSON("/api/v1/accounts", v.appToken, "{")                       // 400, which counts but does not tell
		v.left(v.postJSON("/api/v1/accounts", "nonsense", "{}"), 5, 0, reset) // 401
		sixth := v.create("username", `"bob"`, "email", `"bob@example.org"`)
		v.answers(sixth, 429, tooMany)
		v.left(sixth, 5, 0, reset)
		assert.Equal(t, "application/json", sixth.header.Get("Content-Type"))
		assert.Empty(t, sixth.header.Get("Retry-After"))

		v.now = time.Date(2026, 8, 7, 12, 29, 59, 0, time.UTC)
		v.answers(v.create("username", `"bob"`, "email", `"bob@example.org"`), 429, tooMany)
		v.now = time.Date(2026, 8, 7, 12, 30, 0, 0, time.UTC) // windows begin with the half hour
		next := v.create("username", `"bob"`, "email", `"bob@example.org"`)
		assert.Equal(t, 200, next.status)
		v.left(next, 5, 4, "2026-08-07T13:00:00.000000Z")
	})
}

// §6: IPv6 counts by /64.
func TestSignUpsAreCountedByNetwork(t *testing.T) {
	for name, test := range map[string]struct {
		first, second string
		remaining     int
	}{
		"another IPv4 address":     {"203.0.113.7", "203.0.113.8", 4},
		"IPv6 of the same network": {"2001:db8:1:2::1", "2001:db8:1:2:ffff::2", 3},
		"IPv6 of another network":  {"2001:db8:1:2::1", "2001:db8:1:3::1", 4},
	} {
		t.Run(name, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{})
			v.register(ourScopes)
			v.from(test.first)
			v.create()
			v.from(test.second)
			v.left(v.create(), 5, test.remaining, "2026-08-07T12:30:00.123456Z")
		})
	}
}

// §0.1: apps are throttled from 4.2.9 on.
// §6: apps: five in ten minutes from 4.2.9 on.
func TestAppsAreRegisteredFiveTimesInTenMinutesFrom429On(t *testing.T) {
	for version, limited := range map[string]bool{"4.2.8": false, "4.2.9": true, "4.3.23": true, "4.6.5": true} {
		t.Run(version, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Version: version})
			for range 5 {
				require.Equal(t, 200, v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example").status)
			}
			sixth := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example")
			if !limited {
				assert.Equal(t, 200, sixth.status)
				return
			}
			v.answers(sixth, 429, tooMany)
			v.left(sixth, 5, 0, "2026-08-07T12:10:00.123456Z")
		})
	}
}

// §6: calls count by token, without one by network.
func TestCallsAreCountedByTokenAndNetwork(t *testing.T) {
	const reset = "2026-08-07T12:05:00.123456Z"
	v := visit(t, mastodontest.Settings{})
	v.left(v.get("/api/v2/instance"), 300, 299, reset)
	v.left(v.get("/api/v1/instance"), 300, 298, reset)
	token := v.signUp()
	// An account's calls count for its token and itself; the tighter one shows.
	v.left(v.getAs(token, "/api/v1/emails/check_confirmation"), 300, 299, reset)
	v.from("198.51.100.1")
	v.left(v.getAs(token, "/api/v1/emails/check_confirmation"), 300, 298, reset)
	for range 298 {
		v.getAs(token, "/api/v1/emails/check_confirmation")
	}
	over := v.getAs(token, "/api/v1/emails/check_confirmation")
	v.answers(over, 429, tooMany)
	v.left(over, 300, 0, reset)
	assert.Equal(t, 200, v.get("/api/v2/instance").status, "without the token the network counts")
	v.now = noon.Add(5 * time.Minute)
	assert.Equal(t, 200, v.getAs(token, "/api/v1/emails/check_confirmation").status)
}

// §6: confirmations: five in half an hour by account.
// Seen: resending is limited by account.
func TestConfirmationsAreResentFiveTimesInHalfAnHour(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	token := v.signUp()
	for i := range 5 {
		v.from("198.51.100." + strconv.Itoa(i))
		again := v.postJSON("/api/v1/emails/confirmations", token, "{}")
		v.answers(again, 200, "{}")
		v.left(again, 5, 4-i, "2026-08-07T12:30:00.123456Z")
	}
	v.answers(v.postJSON("/api/v1/emails/confirmations", token, "{}"), 429, tooMany)
}

// §6: confirmations: by network.
func TestConfirmationsAreLimitedByNetworkToo(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	for range 12 {
		assert.Equal(t, 200, v.form("/auth/confirmation", "confirmation_token", "nonsense").status)
	}
	for range 13 {
		v.answers(v.postJSON("/api/v1/emails/confirmations", "", "{}"), 401, invalidToken)
	}
	v.answers(v.form("/auth/confirmation", "confirmation_token", "nonsense"), 429, tooMany)
	v.answers(v.postJSON("/api/v1/emails/confirmations", "", "{}"), 429, tooMany)
}

// §6: calls of the same machine are spared up to 4.2.8.
func TestCallsOfTheSameMachineWereNotCountedUpTo428(t *testing.T) {
	for version, spared := range map[string]bool{"4.2.8": true, "4.2.9": false} {
		v := visit(t, mastodontest.Settings{Version: version})
		for _, ip := range []string{"127.0.0.1", "::1"} {
			v.from(ip)
			assert.Equal(t, spared, v.get("/api/v2/instance").header.Get("X-RateLimit-Limit") == "", ip)
		}
	}
}

// §1.4: no limits are shown.
func TestPagesAndOAuthShowNoLimits(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register(ourScopes)
	for range 10 {
		v.token(ourScopes)
	}
	assert.Empty(t, v.get("/about").header.Get("X-RateLimit-Limit"))
}

// §0.1: limits count per token from 4.1 on.
// §6: before 4.1 an app's calls count by network, an account's 300 in all.
func TestTokensAreCountedByThemselvesFrom41On(t *testing.T) {
	for version, counted := range map[string]bool{"4.0.0": false, "4.1.0": true} {
		t.Run(version, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Version: version})
			v.register("read write")
			token := v.signUp()
			for i := range 301 {
				v.from("198.51.100." + strconv.Itoa(i%200))
				status := v.getAs(v.appToken, "/api/v1/apps/verify_credentials").status
				require.Equal(t, counted && i >= 299, status == 429, i) // the sign-up counted too
				status = v.getAs(token, "/api/v1/apps/verify_credentials").status
				require.Equal(t, i == 300, status == 429, i)
			}
		})
	}
}
