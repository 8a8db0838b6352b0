package mastodontest_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mails sums up the mails sent: kind and receiver.
func (v *visitor) mails() []string {
	var sums []string
	for _, m := range v.server.Mails() {
		sums = append(sums, m.Kind+" to "+m.To)
	}
	return sums
}

func (v *visitor) state() string {
	v.Helper()
	users := v.server.Users()
	require.NotEmpty(v, users)
	return users[0].State
}

// §4: the link returns to the app.
func TestTheMailLeadsBackToTheApp(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.signUp()
		require.Equal(t, []string{"confirmation to alice@example.org"}, v.mails())
		mail := v.server.Mails()[0]
		link, err := url.Parse(mail.Link)
		require.NoError(t, err)
		assert.Equal(t, "https://example.social/auth/confirmation", link.Scheme+"://"+link.Host+link.Path)
		assert.NotEmpty(t, link.Query().Get("confirmation_token"))
		assert.Equal(t, "true", link.Query().Get("redirect_to_app"))
		assert.Contains(t, mail.Text, mail.Link)
		assert.Equal(t, noon, mail.At)
		assert.Equal(t, "alice", mail.Username)
		assert.Equal(t, mail.Link, v.server.ConfirmationLink("alice@example.org"))
		assert.Empty(t, v.server.ConfirmationLink("bob@example.org"))

		opened := v.get(mail.Link)
		assert.Equal(t, 302, opened.status)
		assert.Equal(t, "https://w.example/done", opened.header.Get("Location"), "no code, no state")
		assert.Equal(t, mastodontest.Active, v.state())
	})
}

// §4: the first of several redirects counts, out-of-band too.
func TestTheFirstLineOfTheRedirectsIsTheReturn(t *testing.T) {
	for registered, location := range map[string]string{
		"https://a.example/x?y=z\nhttps://b.example": "https://a.example/x?y=z",
		"urn:ietf:wg:oauth:2.0:oob":                  "urn:ietf:wg:oauth:2.0:oob",
	} {
		v := visit(t, mastodontest.Settings{})
		app := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", registered, "scopes", "write")
		v.clientID, v.clientSecret = app.text(t, "client_id"), app.text(t, "client_secret")
		v.appToken = v.token("write")
		v.signUp()
		assert.Equal(t, location, v.get(v.server.Mails()[0].Link).header.Get("Location"))
	}
}

// §4: without an app it ends at the sign-in.
func TestWithoutAnAppTheLinkLeadsToSignIn(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.signUp()
	link := strings.Replace(v.server.Mails()[0].Link, "&redirect_to_app=true", "", 1)
	assert.Equal(t, "https://example.social/auth/sign_in", v.get(link).header.Get("Location"))
}

// §4: links work for two days.
// Seen: a link lapses after two days.
func TestALinkWorksForTwoDays(t *testing.T) {
	for after, works := range map[time.Duration]bool{48 * time.Hour: true, 48*time.Hour + time.Second: false} {
		v := visit(t, mastodontest.Settings{})
		v.signUp()
		v.now = noon.Add(after)
		opened := v.get(v.server.Mails()[0].Link)
		assert.Equal(t, works, opened.status == 302)
		assert.Equal(t, works, v.state() == mastodontest.Active)
		if !works {
			assert.Contains(t, opened.body, "needs to be confirmed within 2 days")
		}
	}
}

// §4: an unknown link confirms nothing.
func TestAnUnknownLinkConfirmsNothing(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.server.AddUser("carol", "carol@example.org")
	v.signUp()
	for _, link := range []string{"/auth/confirmation", "/auth/confirmation?confirmation_token=", "/auth/confirmation?confirmation_token=nonsense"} {
		assert.Contains(t, v.get(link).body, "Confirmation token is invalid")
	}
	assert.Equal(t, mastodontest.Unconfirmed, v.server.Users()[1].State)
}

// §4: a link opened twice says so by a page.
func TestALinkOpenedTwice(t *testing.T) {
	for _, version := range []string{"4.2.9", "4.3.23", "4.6.5"} {
		for _, mode := range []mastodontest.Mode{mastodontest.Open, mastodontest.Approval} {
			v := visit(t, mastodontest.Settings{Version: version, Registrations: mode})
			v.signUp()
			link := v.server.Mails()[0].Link
			require.Equal(t, 302, v.get(link).status)
			again := v.get(link)
			assert.Equal(t, 200, again.status)
			assert.Contains(t, again.body, "<h1>Resend confirmation link</h1>")
			assert.Contains(t, again.body, "already confirmed")
		}
	}
}

// §4: a captcha may stand before the confirmation.
func TestACaptchaStandsBeforeTheConfirmation(t *testing.T) {
	v := visit(t, mastodontest.Settings{Captcha: true})
	v.signUp() // itself never asks for one
	link, err := url.Parse(v.server.Mails()[0].Link)
	require.NoError(t, err)
	page := v.get(link.String())
	assert.Equal(t, 200, page.status)
	assert.Contains(t, page.body, `<form method="post"`)
	assert.Equal(t, mastodontest.Unconfirmed, v.state())
	solved := v.form("/auth/confirmation", "confirmation_token", link.Query().Get("confirmation_token"), "redirect_to_app", "true")
	assert.Equal(t, "https://w.example/done", solved.header.Get("Location"), "the return survives")
	assert.Equal(t, mastodontest.Active, v.state())
}

// §2: the mode decides whether confirmed accounts wait.
// §3: networks, mail domains and names may need approval.
func TestConfirmedAccountsWaitWhereStaffLook(t *testing.T) {
	type settings = mastodontest.Settings
	type rules = mastodontest.ApprovalRules
	for name, test := range map[string]struct {
		settings settings
		state    string
	}{
		"open":                   {settings{}, mastodontest.Active},
		"approval":               {settings{Registrations: mastodontest.Approval}, mastodontest.Pending},
		"rule for the network":   {settings{ApprovalRules: rules{IPs: []string{"203.0.113.0/24"}}}, mastodontest.Pending},
		"rule for the domain":    {settings{ApprovalRules: rules{Domains: []string{"org"}}}, mastodontest.Pending},
		"rule for the name":      {settings{ApprovalRules: rules{Usernames: []string{"*lic*"}}}, mastodontest.Pending},
		"rules for other people": {settings{ApprovalRules: rules{IPs: []string{"192.0.2.1"}, Domains: []string{"example.com"}, Usernames: []string{"bob"}}}, mastodontest.Active},
	} {
		t.Run(name, func(t *testing.T) {
			for _, version := range versions {
				test.settings.Version, test.settings.Now = version, nil
				v := visit(t, test.settings)
				v.signUp()
				v.get(v.server.Mails()[0].Link)
				state := test.state
				if !since(version, "2.9") && test.settings.Registrations == mastodontest.Approval {
					state = mastodontest.Active // there is no such mode
				}
				if !since(version, "4.5") && test.settings.ApprovalRules.Usernames != nil {
					state = mastodontest.Active // there are no such rules
				}
				assert.Equal(t, state, v.state(), version)
			}
		})
	}
}

// §4: confirming approves on a server that is open by then.
func TestConfirmationApprovesWhenTheServerIsOpenByThen(t *testing.T) {
	v := visit(t, mastodontest.Settings{Registrations: mastodontest.Approval})
	v.signUp()
	v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Open })
	v.get(v.server.Mails()[0].Link)
	assert.Equal(t, mastodontest.Active, v.state())
}

// §4: staff approve, with a mail, and reject.
func TestStaffLetInAndTellByMail(t *testing.T) {
	v := visit(t, mastodontest.Settings{Registrations: mastodontest.Approval})
	v.signUp()
	require.NoError(t, v.server.Approve("ALICE"))
	assert.Equal(t, mastodontest.Unconfirmed, v.state(), "the address still counts")
	require.NoError(t, v.server.Confirm("alice"))
	assert.Equal(t, mastodontest.Active, v.state())
	assert.Equal(t, []string{"confirmation to alice@example.org", "approved to alice@example.org"}, v.mails())
	require.NoError(t, v.server.Disable("alice"))
	assert.Equal(t, mastodontest.Disabled, v.state())
	require.NoError(t, v.server.Suspend("alice"))
	assert.Equal(t, mastodontest.Suspended, v.state())
	require.NoError(t, v.server.Reject("alice"))
	assert.Empty(t, v.server.Users())
}

const confirmations = "/api/v1/emails/confirmations"

// §1.1: 15 POST …/emails/confirmations.
// §4: resending sends the same link.
func TestTheSameLinkIsSentAgainWhileItWorks(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	token := v.signUp()
	v.answers(v.postJSON(confirmations, token, ""), 200, "{}")
	v.now = noon.Add(49 * time.Hour)
	v.answers(v.postJSON(confirmations, token, "{}"), 200, "{}")
	mails := v.server.Mails()
	require.Len(t, mails, 3)
	assert.Equal(t, mails[0].Link, mails[1].Link)
	assert.NotEqual(t, mails[0].Link, mails[2].Link)
	assert.Contains(t, v.get(mails[0].Link).body, "is invalid")
	assert.Equal(t, 302, v.get(mails[2].Link).status)
}

// §4: a corrected address gets the mails from then on.
// Seen: a corrected address gets two equal mails, whose link leads to the sign-in.
func TestACorrectedAddress(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	token := v.signUp("email", `"alcie@example.org"`)
	v.answers(v.postJSON(confirmations, token, `{"email":" Alice@Example.org "}`), 200, "{}")
	user := v.server.Users()[0]
	assert.Equal(t, "alcie@example.org", user.Email, "until the new one is confirmed")
	assert.Equal(t, "alice@example.org", user.UnconfirmedEmail)
	assert.Equal(t, []string{"confirmation to alcie@example.org", "email-changed to alcie@example.org",
		"confirmation to alice@example.org", "confirmation to alice@example.org"}, v.mails(), "the new one gets two")
	mails := v.server.Mails()
	assert.Equal(t, mails[2].Link, mails[3].Link)

	// The original address is no change: mail keeps going to the other.
	v.answers(v.postJSON(confirmations, token, `{"email":"alcie@example.org"}`), 200, "{}")
	assert.Equal(t, "confirmation to alice@example.org", v.mails()[4])

	assert.Contains(t, v.get(v.server.Mails()[0].Link).body, "is invalid", "the old link is dead")
	opened := v.get(v.server.ConfirmationLink("alice@example.org"))
	assert.Equal(t, 302, opened.status)
	assert.Equal(t, "https://example.social/auth/sign_in", opened.header.Get("Location"), "the new link does not know the app")
	assert.Equal(t, "alice@example.org", v.server.Users()[0].Email)
	assert.Empty(t, v.server.Users()[0].UnconfirmedEmail)
	v.answers(v.getAs(token, "/api/v1/emails/check_confirmation"), 200, "true")
	v.answers(v.postJSON(confirmations, token, `{"email":"third@example.org"}`), 403, notAwaiting)
}

// §1.2: 422 without details for a corrected address.
// §4: a corrected address is refused by a sentence.
func TestACorrectedAddressIsRefusedWithoutDetails(t *testing.T) {
	for name, test := range map[string]struct{ email, sentence string }{
		"taken":       {"carol@example.org", "E-mail address has already been taken"},
		"blocked":     {"a@bad.example", "E-mail address uses a disallowed e-mail provider"},
		"unreachable": {"a@gone.example", "E-mail address does not seem to exist"},
		"no address":  {"foo", "E-mail address is invalid, E-mail address is invalid"},
	} {
		t.Run(name, func(t *testing.T) {
			eachVersionFrom(t, "3.5", func(t *testing.T, version string) {
				v := visit(t, mastodontest.Settings{Version: version, BlockedDomains: []string{"bad.example"}, UnreachableDomains: []string{"gone.example"}})
				v.server.AddUser("carol", "carol@example.org")
				token := v.signUp()
				v.answers(v.postJSON(confirmations, token, `{"email":"`+test.email+`"}`), 422, refusal("Validation failed: "+test.sentence))
				assert.Len(t, v.server.Mails(), 1)
			})
		})
	}
}

// §4: only the app of the sign-up may have it resent.
func TestOnlyTheAppOfTheSignUpMayAskForTheMail(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register(ourScopes)
	v.answers(v.postJSON(confirmations, v.appToken, "{}"), 403, foreignApp)
}
