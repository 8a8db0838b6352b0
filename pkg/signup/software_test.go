package signup_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every version of Mastodon leads from its name to a working account, in a
// browser, with staff who approve.
func TestEveryVersionOfMastodonLeadsToAWorkingAccount(t *testing.T) {
	for _, c := range []struct {
		software mastodontest.Software
		version  string
		locale   string // of a visitor from Quebec
		approval bool   // whether staff can look at sign-ups
		reason   bool   // whether they can be told why
	}{
		{"", "2.7.0", "fr", false, false},
		{"", "2.7.4", "fr", false, false},
		{"", "2.9.3", "fr", true, false},
		{"", "3.0.0", "fr", true, true},
		{"", "3.4.0", "fr", true, true},
		{"", "3.5.0", "fr", true, true},
		{"", "4.0.0", "fr", true, true},
		{"", "4.1.0", "fr-QC", true, true},
		{"", "4.2.0", "fr-QC", true, true},
		{"", "4.2.10", "fr-QC", true, true},
		{"", "4.3.0", "fr-CA", true, true},
		{"", "4.4.0", "fr-CA", true, true},
		{"", "4.5.0", "fr-CA", true, true},
		{"", "4.6.0", "fr-CA", true, true},
		{"", "4.7.0-alpha.2", "fr-CA", true, true},
		{"", "4.5.3+glitch", "fr-CA", true, true},
		{mastodontest.Hometown, "4.2.10+hometown-1.1.1", "fr-QC", true, true},
		{mastodontest.Hometown, "1.0.5+3.5.2", "fr", true, true},
	} {
		t.Run(c.version, func(t *testing.T) {
			settings := mastodontest.Settings{Software: c.software, Version: c.version}
			if c.approval {
				settings.Registrations = mastodontest.Approval
			}
			journey(t, settings, func(config *signup.Config) {
				config.Doer, config.Languages, config.TimeZone = browser(config.Doer), []string{"fr-CA"}, "America/Toronto"
			}, func(v *visitor) {
				now := v.open()
				require.Equal(v, signup.ScreenForm, now.Screen)
				assert.Zero(v, v.posts("/.well-known/nodeinfo"), "its document proves itself")
				assert.Equal(v, c.version, now.Server.Version)
				assert.Equal(v, c.approval, now.Server.ApprovalRequired)
				assert.Equal(v, c.reason, v.asks(signup.FieldNameReason))
				available, err := v.flow.Available(v.Context(), "alice")
				require.NoError(v, err)
				if c.version < "3.4" && c.software == "" {
					assert.NotEqual(v, signup.AvailabilityTaken, available)
				} else {
					assert.Equal(v, signup.AvailabilityFree, available)
				}

				require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason = "I like it here" })))
				require.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
				assert.Equal(v, 1, v.posts(accountsPath), "nothing was sent that it refuses")
				user := v.server.Users()[0]
				assert.Equal(v, c.locale, user.Locale)
				assert.Equal(v, c.reason, user.Reason != "")

				time.Sleep(soon)
				assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
				assert.Nil(v, v.flow.Snapshot().Problem)
				require.NoError(v, v.server.Confirm("alice"))
				time.Sleep(soon)
				if c.approval {
					assert.Equal(v, signup.ScreenReview, v.flow.Snapshot().Screen)
					require.NoError(v, v.server.Approve("alice"))
					time.Sleep(soon)
				}
				assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
				assert.Nil(v, v.flow.Snapshot().Problem)
				assert.NotEmpty(v, v.flow.AccessToken())
				require.NoError(v, v.flow.Revoke(v.Context()), "also where the answer cannot be read")
				assert.Empty(v, v.flow.AccessToken())
				assert.Equal(v, 1, v.posts(revokePath))
			})
		})
	}
}

// Before 4.2.4 servers refuse what they do not know; before 3.4 in a sentence
// alone.
func TestALocaleThatAnOldServerRefusesIsLeftOutOnce(t *testing.T) {
	for _, version := range []string{"2.7.4", "3.5.0", "4.1.0", "4.2.0"} {
		t.Run(version, func(t *testing.T) {
			journey(t, mastodontest.Settings{Version: version}, func(c *signup.Config) {
				c.Doer = withLocale(c.Doer, "xx")
			}, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Submit(v.Context(), values()))
				assert.Empty(v, v.server.Users()[0].Locale)
				assert.Equal(v, 2, v.posts(accountsPath))
			})
		})
	}
}

func TestTheReservedNamesAreThoseOfTheVersion(t *testing.T) {
	for version, refused := range map[string]string{"2.7.0": "moderator", "4.3.0": "moderator", "4.4.0": "helpdesk"} {
		t.Run(version, func(t *testing.T) {
			journey(t, mastodontest.Settings{Version: version}, nil, func(v *visitor) {
				v.open()
				failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username = refused })))
				assert.Equal(v, []signup.FieldProblem{{Field: "username", Code: "ERR_RESERVED", Origin: "local", WayOut: &signup.WayOut{Kind: "another-name"}}}, failed.Fields)
				assert.Zero(v, v.posts(accountsPath))
			})
		})
	}
	for version, names := range map[string]string{
		"4.3.0": "admin support help root webmaster administrator mod moderator",
		"4.4.0": "abuse account accounts admin administration administrator admins help helpdesk instance mod moderator moderators mods owner root security server staff support webmaster",
		"4.5.0": "",
	} {
		t.Run("all of "+version, func(t *testing.T) {
			journey(t, mastodontest.Settings{Version: version}, nil, func(v *visitor) {
				v.open()
				for _, name := range strings.Fields("abuse account accounts admin administration administrator admins help helpdesk instance mod moderator moderators mods owner root security server staff support webmaster mastodon alice") {
					problems := v.flow.Check(with(func(v *signup.Values) { v.Username = strings.ToUpper(name) }))
					assert.Equal(v, slices.Contains(strings.Fields(names), name), len(problems) > 0, name)
				}
			})
		})
	}
	t.Run("from 4.5 on only the server knows", func(t *testing.T) {
		journey(t, mastodontest.Settings{Version: "4.5.0"}, nil, func(v *visitor) {
			v.open()
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Username = "i_love_mastodon" })))
			assert.Equal(v, signup.FieldCodeReserved, failed.Fields[0].Code)
			assert.Equal(v, signup.OriginServer, failed.Fields[0].Origin)
		})
	})
}

func TestInThreeFourTheMailIsNotSentAgain(t *testing.T) {
	journey(t, mastodontest.Settings{Version: "3.4.0"}, nil, func(v *visitor) {
		v.signUp()
		time.Sleep(time.Minute)
		failed := v.fails(signup.CodeResendRefused, v.flow.Resend(v.Context(), ""))
		assert.Equal(v, "Your login is missing a confirmed e-mail address", failed.Message)
		assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen)
		assert.Equal(v, failed.Problem, *v.flow.Snapshot().Problem)
	})
}

func TestGoToSocialUpTo018LeadsToAWorkingAccount(t *testing.T) {
	settings := mastodontest.Settings{Software: mastodontest.GoToSocial, Version: "0.18.3", Registrations: mastodontest.Approval, RequireReason: true}
	reason := strings.Repeat("I like it here. ", 3)
	journey(t, settings, func(c *signup.Config) { c.Doer = browser(c.Doer) }, func(v *visitor) {
		now := v.open()
		require.Equal(v, signup.ScreenForm, now.Screen)
		assert.Equal(v, "GoToSocial", now.Server.SoftwareTitle)
		fields := map[signup.FieldName]signup.Field{}
		for _, f := range now.Fields {
			fields[f.Name] = f
		}
		assert.Equal(v, 60, fields[signup.FieldNamePassword].Entropy)
		assert.Equal(v, 72, fields[signup.FieldNamePassword].MaxBytes)
		assert.Equal(v, signup.Field{Name: signup.FieldNameReason, Required: true, MinLength: 40, MaxLength: 500, Why: "approval"}, fields[signup.FieldNameReason])

		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Password, v.Reason = "abcdefghabcdefgh", "please" })))
		assert.Equal(v, []signup.FieldProblem{
			{Field: "password", Code: "ERR_TOO_WEAK", Origin: "local", Limit: 60}, {Field: "reason", Code: "ERR_TOO_SHORT", Origin: "local", Limit: 40},
		}, failed.Fields)
		require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Reason = reason })))
		now = v.flow.Snapshot()
		assert.Equal(v, signup.ScreenConfirm, now.Screen)
		assert.True(v, now.Account.Watched)
		assert.Zero(v, now.ResendAt, "it cannot send the mail again")
		assert.Equal(v, "email", now.Server.SignInWith)
		require.NoError(v, v.server.Confirm("alice"))
		time.Sleep(soon)
		assert.Equal(v, signup.ScreenConfirm, v.flow.Snapshot().Screen, "it tells nothing before staff approved")
		require.NoError(v, v.server.Approve("alice"))
		time.Sleep(soon)
		assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
		assert.Equal(v, "https://example.social/login", v.flow.Snapshot().Server.ClientsURL, "it has no pages to read and write on")
		failed = v.fails(signup.CodeNotSupported, v.flow.Revoke(v.Context()))
		assert.Equal(v, "cannot-revoke", failed.Detail, "nobody says that it is done")
		assert.Empty(v, v.flow.AccessToken())
		require.NoError(v, v.flow.Revoke(v.Context()), "nothing is left to revoke")
	})
}

// Before GoToSocial's staff accepted an account, all of its tokens look alike.
func TestWhatGoToSocialDoesNotTellIsNotClaimed(t *testing.T) {
	for name, act := range map[string]func(*mastodontest.Server) error{
		"unconfirmed":               func(*mastodontest.Server) error { return nil },
		"approved, but unconfirmed": func(s *mastodontest.Server) error { return s.Approve("alice") },
		"confirmed":                 func(s *mastodontest.Server) error { return s.Confirm("alice") },
		"rejected":                  func(s *mastodontest.Server) error { return s.Reject("alice") },
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, gotosocial(nil), inABrowser, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Submit(v.Context(), withReason()))
				require.NoError(v, act(v.server))
				require.NoError(v, v.flow.Refresh(v.Context()))
				now := v.flow.Snapshot()
				assert.Equal(v, signup.ScreenConfirm, now.Screen)
				assert.Nil(v, now.Problem)
				assert.True(v, now.Account.ApprovalOnly, "which the screen says")
			})
		})
	}
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		assert.False(v, v.flow.Snapshot().Account.ApprovalOnly)
		assert.Empty(v, v.flow.Snapshot().Server.ClientsURL)
	})
}

// GoToSocial's own look-up is for those who are there; WebFinger is not.
func TestTheNamesOfGoToSocialAreKnownByWebFinger(t *testing.T) {
	for name, edit := range map[string]func(*mastodontest.Settings){
		"":                               nil,
		"handles of a domain of its own": func(s *mastodontest.Settings) { s.Domain = "example.org" },
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, gotosocial(edit), inABrowser, func(v *visitor) {
				v.server.AddUser("alice", "alice@example.net")
				v.open()
				for name, wanted := range map[string]signup.Availability{"alice": signup.AvailabilityTaken, "bob": signup.AvailabilityFree} {
					got, err := v.flow.Available(v.Context(), name)
					require.NoError(v, err)
					assert.Equal(v, wanted, got)
				}
				suggested, err := v.flow.Suggest(v.Context(), "alice")
				require.NoError(v, err)
				assert.Equal(v, []string{"alice_", "the_alice", "alice2"}, suggested)
				assert.Zero(v, v.posts(lookupPath))
			})
		})
	}
	t.Run("also after an answer got lost", func(t *testing.T) {
		journey(t, gotosocial(nil), inABrowser, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Drop: true, AfterWork: true})
			v.fails(signup.CodeLostAnswer, v.flow.Submit(v.Context(), withReason()))
			time.Sleep(soon)
			assert.Equal(v, string(signup.AvailabilityTaken), v.flow.Snapshot().Problem.Detail)
		})
	})
}

// What GoToSocial refuses for no fault of the visitor's.
func TestWhyGoToSocialTakesNobodyElse(t *testing.T) {
	newcomers := func(v *visitor, n int) {
		for i := range n {
			require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) {
				v.Username, v.Email, v.Reason = other(i), other(i)+"@example.org", withReason().Reason
			})))
			require.NoError(v, v.flow.Forget(v.Context()))
		}
	}
	for name, c := range map[string]struct {
		happens func(*visitor)
		screen  signup.Screen
		problem signup.Problem
	}{
		"closed while the form was open": {func(v *visitor) {
			v.server.Update(func(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed })
		}, signup.ScreenClosed, signup.Problem{Code: signup.CodeClosed}},
		"as many as it takes in a day": {func(v *visitor) {
			for i := range 10 {
				v.server.AddUser(other(i), other(i)+"@example.org")
			}
		}, signup.ScreenForm, signup.Problem{Code: signup.CodeRateLimited, Detail: "daily-limit", Retryable: true}},
		"as many as its staff let wait": {func(v *visitor) { newcomers(v, 20) },
			signup.ScreenForm, signup.Problem{Code: signup.CodeRateLimited, Detail: "backlog", Retryable: true}},
		"a provider of mail that it does not take": {func(v *visitor) {
			v.server.Update(func(s *mastodontest.Settings) { s.BlockedDomains = []string{"example.org"} })
		}, signup.ScreenForm, signup.Problem{Code: signup.CodeServerError, Detail: "email", Message: "Internal Server Error", Retryable: true}},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, gotosocial(nil), inABrowser, func(v *visitor) {
				v.open()
				c.happens(v)
				v.fails(c.problem.Code, v.flow.Submit(v.Context(), withReason()))
				now := v.flow.Snapshot()
				assert.Equal(v, c.screen, now.Screen)
				c.problem.RequestID = now.Problem.RequestID
				if c.screen == signup.ScreenForm {
					c.problem.Handover = now.Server.SignUpURL
				} else {
					c.problem.Handover = "https://example.social/about"
					assert.Empty(v, now.Fields, "it has no invites")
				}
				assert.Equal(v, c.problem, *now.Problem)
				assert.Nil(v, now.Tries, "what it limits is all calls")
			})
		})
	}
}

func TestGoToSocialIsKnownHoweverItWritesItsVersion(t *testing.T) {
	for version, screen := range map[string]signup.Screen{
		"0.13.3": signup.ScreenForm, "0.14.0": signup.ScreenForm, "0.16.0": signup.ScreenForm, "0.18.3": signup.ScreenForm,
		"0.19.2": signup.ScreenElsewhere, "0.20.0-rc1": signup.ScreenElsewhere,
	} {
		for _, masked := range []bool{false, true} {
			journey(t, mastodontest.Settings{Software: mastodontest.GoToSocial, Version: version, MastodonInVersion: masked}, func(c *signup.Config) {
				c.Doer = browser(c.Doer)
			}, func(v *visitor) {
				now := v.open()
				assert.Equal(v, screen, now.Screen, version)
				assert.Equal(v, "gotosocial", now.Server.Software, version)
				assert.Equal(v, "https://example.social/signup", now.Server.SignUpURL)
				assert.Equal(v, screen == signup.ScreenForm, v.asks(signup.FieldNameReason), "what no release tells is its default")
			})
		}
	}
}

func TestAkkomaAndPleromaSendNoTokenBeforeTheAccountWorks(t *testing.T) {
	for _, software := range []mastodontest.Software{mastodontest.Akkoma, mastodontest.Pleroma} {
		t.Run(string(software)+", to be confirmed", func(t *testing.T) {
			journey(t, mastodontest.Settings{Software: software}, func(c *signup.Config) { c.Doer = browser(c.Doer) }, func(v *visitor) {
				v.signUp()
				assert.Equal(v, "de", v.server.Users()[0].Locale, "sent as language")
				now := v.flow.Snapshot()
				assert.False(v, now.Account.Watched)
				assert.Equal(v, "https://example.social/users/alice", now.Account.URL)
				v.fails(signup.CodeNotNow, v.flow.Refresh(v.Context()))

				v.fails(signup.CodeRateLimited, v.flow.Resend(v.Context(), ""))
				time.Sleep(time.Minute)
				failed := v.fails(signup.CodeResendRefused, v.flow.Resend(v.Context(), "bob@example.net"))
				assert.Equal(v, "address-stays", failed.Detail)
				require.NoError(v, v.flow.Resend(v.Context(), ""))
				assert.Equal(v, 1, v.flow.Snapshot().Resent)
				assert.Len(v, v.server.Mails(), 2)

				asked := len(v.server.Requests())
				time.Sleep(time.Hour)
				assert.Len(v, v.server.Requests(), asked, "there is nobody to ask")
				v.again()
				now = v.open()
				assert.Equal(v, signup.ScreenConfirm, now.Screen)
				assert.False(v, now.Account.Watched)
				assert.Equal(v, 1, now.Resent)
				time.Sleep(7 * 24 * time.Hour)
				v.again()
				assert.Equal(v, signup.ScreenForm, v.open().Screen, "by then it is confirmed or deleted")
			})
		})
		for name, c := range map[string]struct {
			settings mastodontest.Settings
			screen   signup.Screen
			token    bool
		}{
			"to be approved":        {mastodontest.Settings{ConfirmationOff: true, Registrations: mastodontest.Approval}, signup.ScreenReview, false},
			"to be signed in":       {mastodontest.Settings{ConfirmationOff: true, ManualSignIn: true}, signup.ScreenReady, false},
			"ready, with its token": {mastodontest.Settings{ConfirmationOff: true}, signup.ScreenReady, true},
		} {
			t.Run(string(software)+", "+name, func(t *testing.T) {
				c.settings.Software = software
				journey(t, c.settings, nil, func(v *visitor) {
					v.open()
					require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.Email = "" })), "it needs no address")
					now := v.flow.Snapshot()
					assert.Equal(v, c.screen, now.Screen)
					assert.Empty(v, now.Account.Email)
					assert.Equal(v, c.token, v.flow.AccessToken() != "")
					asked := len(v.server.Requests())
					time.Sleep(time.Hour)
					assert.Len(v, v.server.Requests(), asked)
					v.again()
					assert.Equal(v, c.screen, v.open().Screen)
				})
			})
		}
	}
}

// From 2.6 on Pleroma has the newer document as well; it measures ages in days.
func TestPleromaIsToldTheBirthdayThatItAsksFor(t *testing.T) {
	for version, minAge := range map[string]int{"2.5.0": 18 * 365, "2.9.1": 5844} {
		t.Run(version, func(t *testing.T) {
			settings := mastodontest.Settings{Software: mastodontest.Pleroma, Version: version, ConfirmationOff: true, BirthdayRequired: true, BirthdayMinAge: minAge}
			journey(t, settings, func(c *signup.Config) { c.Doer = browser(c.Doer) }, func(v *visitor) {
				now := v.open()
				require.Equal(v, signup.ScreenForm, now.Screen)
				fields := map[signup.FieldName]signup.Field{}
				for _, f := range now.Fields {
					fields[f.Name] = f
				}
				assert.False(v, fields[signup.FieldNameEmail].Required)
				latest := time.Now().UTC().AddDate(0, 0, -minAge)
				years := map[string]int{"2.5.0": 18, "2.9.1": 16}[version]
				assert.Equal(v, signup.Field{Name: signup.FieldNameDateOfBirth, Required: true, MinAge: years, Latest: latest.Format(time.DateOnly), Why: "min-age"},
					fields[signup.FieldNameDateOfBirth])

				born := func(date time.Time) signup.Values {
					return with(func(v *signup.Values) { v.DateOfBirth = date.Format(time.DateOnly) })
				}
				failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.DateOfBirth = "" })))
				assert.Equal(v, signup.FieldCodeBlank, failed.Fields[0].Code)
				failed = v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), born(latest.AddDate(0, 0, 1))))
				assert.Equal(v, []signup.FieldProblem{{Field: "date_of_birth", Code: "ERR_BELOW_LIMIT", Origin: "local", Limit: years}}, failed.Fields)
				assert.Zero(v, v.posts(accountsPath))
				require.NoError(v, v.flow.Submit(v.Context(), born(latest)), "the last day that the server takes")
				assert.Equal(v, signup.ScreenReady, v.flow.Snapshot().Screen)
			})
		})
	}
	t.Run("from people of any age", func(t *testing.T) {
		journey(t, mastodontest.Settings{Software: mastodontest.Pleroma, BirthdayRequired: true}, nil, func(v *visitor) {
			v.open()
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) {
				v.DateOfBirth = time.Now().UTC().AddDate(0, 0, 1).Format(time.DateOnly)
			})))
			assert.Equal(v, signup.FieldCodeBelowLimit, failed.Fields[0].Code, "but not of those to come")
			require.NoError(v, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.DateOfBirth = "1971-02-28" })))
		})
	})
	t.Run("who was older when the page was opened", func(t *testing.T) {
		journey(t, mastodontest.Settings{Software: mastodontest.Pleroma, BirthdayRequired: true, BirthdayMinAge: 5844}, nil, func(v *visitor) {
			v.open()
			v.server.Update(func(s *mastodontest.Settings) { s.BirthdayMinAge = 12000 })
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(v *signup.Values) { v.DateOfBirth = "1971-02-28" })))
			assert.Equal(v, []string{"date_of_birth", "ERR_BELOW_LIMIT", "server"}, []string{failed.Fields[0].Field, string(failed.Fields[0].Code), string(failed.Fields[0].Origin)})
		})
	})
}

func TestAkkomaTakesTheInvitedWhileItIsClosed(t *testing.T) {
	journey(t, mastodontest.Settings{Software: mastodontest.Akkoma, Registrations: mastodontest.Closed, Captcha: true}, nil, func(v *visitor) {
		v.server.AddInvite(mastodontest.Invite{Code: "9fQ_x-1="})
		now := v.open()
		assert.Equal(v, signup.ScreenClosed, now.Screen)
		assert.Equal(v, []signup.Field{{Name: signup.FieldNameInviteCode, Required: true}}, now.Fields)
		assert.Nil(v, now.Captcha)
		require.NoError(v, v.flow.UseInvite(v.Context(), "wrong"))
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), v.solved()))
		assert.Equal(v, "invite_code", failed.Fields[0].Field)
		assert.Equal(v, signup.FieldCodeInvalid, failed.Fields[0].Code)
		solved := v.solved()
		solved.InviteCode = "https://example.social/registration/9fQ_x-1="
		require.NoError(v, v.flow.Submit(v.Context(), solved))
		assert.Equal(v, "9fQ_x-1=", v.server.Users()[0].InviteCode)
	})
}

func TestOtherSoftwareIsNamedAndLeftToItsOwnPage(t *testing.T) {
	for software, c := range map[mastodontest.Software]struct{ title, page string }{
		mastodontest.Friendica:                         {"Friendica", "/register"},
		mastodontest.Mitra:                             {"Mitra", "/"},
		mastodontest.Vernissage:                        {"Vernissage", "/register"},
		mastodontest.Epicyon:                           {"Epicyon", "/register"},
		mastodontest.Software("misskey"):               {"Misskey", "/"},
		mastodontest.Software("sharkey"):               {"Sharkey", "/"},
		mastodontest.Software("peertube"):              {"PeerTube", "/signup"},
		mastodontest.Software("lemmy"):                 {"Lemmy", "/signup"},
		mastodontest.Software("piefed"):                {"PieFed", "/auth/register"},
		mastodontest.Software("mbin"):                  {"Mbin", "/register"},
		mastodontest.Software("something-of-somebody"): {"Something-of-somebody", "/"},
	} {
		t.Run(string(software), func(t *testing.T) {
			journey(t, mastodontest.Settings{Software: software}, func(c *signup.Config) { c.Doer = browser(c.Doer) }, func(v *visitor) {
				now := v.open()
				assert.Equal(v, signup.ScreenElsewhere, now.Screen)
				assert.Equal(v, signup.Problem{Code: signup.CodeNotSupported, Handover: "https://" + host + c.page}, *now.Problem)
				assert.Equal(v, c.title, now.Server.SoftwareTitle)
				assert.Equal(v, host, now.Server.Host)
				assert.NotEmpty(v, now.Server.Title)
				assert.Equal(v, "https://"+host+c.page, now.Server.SignUpURL)
				assert.Empty(v, now.Fields)
				v.fails(signup.CodeNotNow, v.flow.Submit(v.Context(), values()))
			})
		})
	}
	t.Run("one whose instance document does not name it", func(t *testing.T) {
		journey(t, mastodontest.Settings{Software: "bookwyrm"}, nil, func(v *visitor) {
			v.server.Fail(mastodontest.Fault{Path: "/api/v1/instance", Status: 200, Body: `{"uri":"example.social","title":"Books","version":"0.7.5","registrations":true}`})
			now := v.open()
			assert.Equal(v, signup.ScreenElsewhere, now.Screen)
			assert.Equal(v, signup.CodeNotSupported, now.Problem.Code)
			assert.Equal(v, "BookWyrm", now.Server.SoftwareTitle)
			assert.Equal(v, "Books", now.Server.Title)
		})
	})
	t.Run("one that nobody can name", func(t *testing.T) {
		journey(t, mastodontest.Settings{Software: mastodontest.Epicyon, Version: "1.4.0", Rules: []mastodontest.Rule{{Text: "Be kind"}}}, func(c *signup.Config) { c.Doer = browser(c.Doer) }, func(v *visitor) {
			v.server.Fail(mastodontest.Fault{Path: v2Path, Status: 404, Body: `{}`})
			now := v.open()
			assert.Equal(v, signup.ScreenElsewhere, now.Screen)
			assert.Equal(v, signup.Problem{Code: signup.CodeNotSupported, Handover: "https://example.social/"}, *now.Problem)
			assert.Empty(v, now.Server.Software)
			assert.Empty(v, now.Documents, "none is invented")
		})
	})
	t.Run("pixelfed, which a native program can read", func(t *testing.T) {
		journey(t, mastodontest.Settings{Software: mastodontest.Pixelfed}, nil, func(v *visitor) {
			now := v.open()
			assert.Equal(v, signup.ScreenElsewhere, now.Screen)
			assert.Equal(v, "https://example.social/register", now.Problem.Handover)
			assert.Equal(v, "Pixelfed", now.Server.SoftwareTitle)
		})
	})
	t.Run("pixelfed, which keeps other sites' pages out", func(t *testing.T) {
		journey(t, mastodontest.Settings{Software: mastodontest.Pixelfed}, func(c *signup.Config) { c.Doer = browser(c.Doer) }, func(v *visitor) {
			now := v.open()
			assert.Equal(v, signup.ScreenElsewhere, now.Screen)
			assert.Equal(v, "https://example.social/register", now.Problem.Handover)
			assert.Equal(v, "Pixelfed", now.Server.SoftwareTitle)
		})
	})
}

func TestAServerForItsOwnerAloneIsClosed(t *testing.T) {
	journey(t, mastodontest.Settings{Software: mastodontest.Hollo}, func(c *signup.Config) { c.Invite = "AbC123xy" }, func(v *visitor) {
		now := v.open()
		assert.Equal(v, signup.ScreenClosed, now.Screen)
		assert.Equal(v, signup.CodeClosed, now.Problem.Code)
		assert.Empty(v, now.Fields, "there are no invites")
		assert.Equal(v, "Hollo", now.Server.SoftwareTitle)
		assert.Equal(v, "https://"+host+"/login", now.Server.SignInURL)
	})
}

// GoToSocial needs a language, and refuses those that it does not know.
func TestALanguageThatGoToSocialRefusesIsReplaced(t *testing.T) {
	for name, c := range map[string]struct {
		wanted []string
		locale string
		posts  int
	}{
		"the next one that is wanted":    {[]string{"jp", "cn", "ja-JP", "de"}, "ja-JP", 3},
		"the language of a page's style": {[]string{"de-formal"}, "de", 2},
		"at last English":                {[]string{"jp", "cn"}, "en", 3},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, gotosocial(nil), func(config *signup.Config) {
				inABrowser(config)
				config.Languages = c.wanted
			}, func(v *visitor) {
				v.open()
				require.NoError(v, v.flow.Submit(v.Context(), withReason()))
				assert.Equal(v, c.locale, v.server.Users()[0].Locale)
				assert.Equal(v, c.posts, v.posts(accountsPath))
			})
		})
	}
}

func TestWhatBecomesOfTheDateOfBirthIsKnownOfMastodonAlone(t *testing.T) {
	for _, c := range []struct {
		settings mastodontest.Settings
		unkept   bool
	}{
		{mastodontest.Settings{MinAge: 16}, true}, // it has no place for one
		{mastodontest.Settings{Software: mastodontest.Pleroma, BirthdayRequired: true}, false},
	} {
		journey(t, c.settings, nil, func(v *visitor) {
			for _, field := range v.open().Fields {
				assert.Equal(v, c.unkept && field.Name == signup.FieldNameDateOfBirth, field.Unkept, field.Name)
			}
			assert.True(v, v.asks(signup.FieldNameDateOfBirth))
		})
	}
}
