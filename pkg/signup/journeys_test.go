package signup_test

import (
	"fmt"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What becomes of a journey.
const (
	account   = "account"
	approved  = "approved"
	unwatched = "unwatched"
	shut      = "closed"
	elsewhere = "elsewhere"
	none      = "–"
)

const legend = `account: it works, and the form says so. approved: likewise, after staff looked.
unwatched: it works, but the server gives no token to see that by. closed: said before the form.
elsewhere: the server's own page is named. –: the software has no such thing.
`

// journeys are what visitors may meet, each with the settings that it is about.
var journeys = []struct {
	name     string
	settings func(*mastodontest.Settings)
	travel   func(v *visitor) string
}{
	{"open", func(*mastodontest.Settings) {}, func(v *visitor) string {
		if v.flow.Snapshot().Server.ApprovalRequired {
			return none
		}
		return v.arrive(v.flow.Submit(v.Context(), newcomer()))
	}},
	{"approval", func(s *mastodontest.Settings) { s.Registrations, s.RequireReason = mastodontest.Approval, true }, func(v *visitor) string {
		if !v.flow.Snapshot().Server.ApprovalRequired {
			return none
		}
		return v.arrive(v.flow.Submit(v.Context(), newcomer()))
	}},
	{"invite", func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed }, func(v *visitor) string {
		require.NoError(v, v.flow.UseInvite(v.Context(), anInvite))
		outcome := v.arrive(v.flow.Submit(v.Context(), newcomer()))
		assert.Equal(v, anInvite, v.newcomer().InviteCode)
		return outcome
	}},
	{"age", func(s *mastodontest.Settings) { s.MinAge, s.BirthdayRequired, s.BirthdayMinAge = 16, true, 16*365+4 }, func(v *visitor) string {
		if !v.asks(signup.FieldNameDateOfBirth) {
			return none
		}
		child := newcomer()
		child.DateOfBirth = time.Now().AddDate(-10, 0, 0).Format(time.DateOnly)
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), child))
		assert.Equal(v, signup.FieldCodeBelowLimit, failed.Fields[0].Code)
		return v.arrive(v.flow.Submit(v.Context(), newcomer()))
	}},
	{"changed address", func(*mastodontest.Settings) {}, func(v *visitor) string {
		require.NoError(v, v.flow.Submit(v.Context(), newcomer()))
		time.Sleep(time.Minute)
		if err := v.flow.Resend(v.Context(), "alice@example.net"); err != nil {
			v.fails(signup.CodeResendRefused, err)
			return none
		}
		assert.NotEmpty(v, v.server.ConfirmationLink("alice@example.net"))
		outcome := v.arrive(nil)
		assert.Equal(v, "alice@example.net", v.newcomer().Email)
		return outcome
	}},
	{"throttle", func(*mastodontest.Settings) {}, func(v *visitor) string {
		for i := range others {
			refused := newcomer()
			refused.Username = other(i)
			err := v.flow.Submit(v.Context(), refused)
			if problem := v.flow.Snapshot().Problem; problem != nil {
				v.fails(signup.CodeRateLimited, err)
				assert.Equal(v, tries[v.flow.Snapshot().Server.Software], i)
				until := time.UnixMilli(problem.RetryAt)
				if problem.RetryAt == 0 { // not told
					until = time.Now().Add(30 * time.Minute)
				}
				time.Sleep(time.Until(until))
				return v.arrive(v.flow.Submit(v.Context(), newcomer()))
			}
			v.fails(signup.CodeInvalid, err)
		}
		return none
	}},
}

// tries are those that a network has in half an hour, where that is limited.
var tries = map[string]int{"mastodon": 5, "glitch": 5, "hometown": 5, "pleroma": 25, "akkoma": 25}

// TestJourneys has every kind of server meet every kind of journey. With -v it
// prints README's table of servers in detail.
func TestJourneys(t *testing.T) {
	var table strings.Builder
	columns := tabwriter.NewWriter(&table, 0, 0, 1, ' ', 0)
	heading, rule := "| software\t| version", "| ---\t| ---"
	for _, j := range journeys {
		heading, rule = heading+"\t| "+j.name, rule+"\t| ---"
	}
	fmt.Fprintln(columns, heading+"\t|\n"+rule+"\t|")
	for _, server := range []struct {
		software mastodontest.Software
		version  string
		outcomes [6]string // in the order of the journeys
	}{
		{mastodontest.Mastodon, "3.5.0", [6]string{account, approved, shut, none, account, account}},
		{mastodontest.Mastodon, "4.2.0", [6]string{account, approved, shut, none, account, account}},
		{mastodontest.Mastodon, "4.3.23", [6]string{account, approved, account, none, account, account}},
		{mastodontest.Mastodon, "4.5.15", [6]string{account, approved, account, account, account, account}},
		{mastodontest.Mastodon, "4.6.5", [6]string{account, approved, approved, account, account, account}},
		{mastodontest.Mastodon, "4.7.0-alpha.2", [6]string{account, approved, approved, account, account, account}},
		{mastodontest.Mastodon, "4.5.15+glitch", [6]string{account, approved, account, account, account, account}},
		{mastodontest.Hometown, "4.2.10+hometown-1.1.1", [6]string{account, approved, shut, none, account, account}},
		{mastodontest.GoToSocial, "0.18.3", [6]string{none, account, shut, none, none, none}},
		{mastodontest.GoToSocial, "0.20.0-rc1", [6]string{elsewhere, elsewhere, shut, elsewhere, elsewhere, elsewhere}},
		{mastodontest.Pleroma, "2.9.1", [6]string{unwatched, unwatched, unwatched, unwatched, none, unwatched}},
		{mastodontest.Akkoma, "3.16.0", [6]string{unwatched, unwatched, unwatched, none, none, unwatched}},
		{mastodontest.Hollo, "0.7.0", [6]string{shut, shut, shut, shut, shut, shut}},
		{mastodontest.Snac, "2.75", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
		{mastodontest.Pixelfed, "0.11.13", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
		{mastodontest.Friendica, "2024.12", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
		{mastodontest.Mitra, "5.10.0", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
		{mastodontest.Vernissage, "1.27.0", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
		{mastodontest.Epicyon, "1.6.0", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
		{"misskey", "2026.1.0", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
		{"peertube", "6.1.0", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
		{"lemmy", "0.19.5", [6]string{elsewhere, elsewhere, elsewhere, elsewhere, elsewhere, elsewhere}},
	} {
		name := string(server.software)
		if name == "" {
			name = "mastodon"
		}
		fmt.Fprintf(columns, "| %s\t| %s", name, server.version)
		for i, j := range journeys {
			outcome := "failed"
			t.Run(name+" "+server.version+", "+j.name, func(t *testing.T) {
				settings := mastodontest.Settings{Software: server.software, Version: server.version}
				j.settings(&settings)
				journey(t, settings, func(c *signup.Config) { c.Doer = browser(c.Doer) }, func(v *visitor) {
					became := v.setOff(j.travel)
					assert.Equal(v, server.outcomes[i], became)
					if !v.Failed() {
						outcome = became
					}
				})
			})
			fmt.Fprint(columns, "\t| "+outcome)
		}
		fmt.Fprintln(columns, "\t|")
	}
	columns.Flush()
	fmt.Fprint(t.Output(), table.String(), legend)
}

const (
	anInvite = "AbC123xy"
	others   = 30 // more than any software takes tries
)

func other(i int) string { return fmt.Sprintf("bob%d", i) }

// newcomer has what any server may ask.
func newcomer() signup.Values {
	return with(func(v *signup.Values) {
		v.Reason, v.DateOfBirth = "I have read your rules and like it here.", "1971-02-28"
	})
}

// newcomer is the account that was made.
func (v *visitor) newcomer() mastodontest.User {
	v.Helper()
	for _, user := range v.server.Users() {
		if user.Username == newcomer().Username {
			return user
		}
	}
	require.Fail(v, "no account was made")
	return mastodontest.User{}
}

// setOff goes to the form and on from there, or no further than to a door.
func (v *visitor) setOff(travel func(v *visitor) string) string {
	v.server.AddInvite(mastodontest.Invite{Code: anInvite})
	for i := range others {
		v.server.AddUser(other(i), other(i)+"@example.org")
	}
	time.Sleep(25 * time.Hour) // GoToSocial takes ten a day
	now := v.open()
	switch {
	case now.Screen == signup.ScreenElsewhere:
		assert.NotEmpty(v, now.Problem.Handover)
		return elsewhere
	case now.Screen == signup.ScreenClosed && len(now.Fields) == 0:
		assert.Equal(v, signup.CodeClosed, now.Problem.Code)
		return shut
	}
	return travel(v)
}

// arrive goes from a sign-up that was sent to an account that works.
func (v *visitor) arrive(sent error) string {
	v.Helper()
	require.NoError(v, sent)
	require.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
	require.NoError(v, v.server.Confirm("alice"))
	time.Sleep(time.Hour)
	outcome := account
	if !v.flow.Snapshot().Account.Watched {
		outcome = unwatched
	} else if v.flow.Snapshot().Screen == signup.ScreenReview {
		outcome = approved
	}
	if v.newcomer().State == mastodontest.Pending {
		require.NoError(v, v.server.Approve("alice"))
		time.Sleep(time.Hour)
	}
	assert.Equal(v, mastodontest.Active, v.newcomer().State)
	if outcome != unwatched {
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		assert.NotEmpty(v, v.flow.AccessToken())
	}
	return outcome
}
