package signup_test

import (
	"slices"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var changed = signup.FieldProblem{Field: "agreement", Code: "ERR_CHANGED", Origin: "local"}

// agreeing is somebody who agreed to these terms.
func agreeing(terms string) signup.Values {
	return with(func(v *signup.Values) { v.Terms = terms })
}

func kindRules() mastodontest.Settings {
	return mastodontest.Settings{
		Title: "Example",
		Rules: []mastodontest.Rule{
			{Text: "Be kind", Hint: "Also to strangers", Translations: map[string]mastodontest.RuleText{
				"de": {Text: "Sei nett", Hint: "Auch zu Fremden"}, "fr": {Text: "Sois gentil"}, "es": {Text: "Sé amable"}}},
			{Text: "No spam"},
		},
		Terms: &mastodontest.Terms{EffectiveDate: "2026-05-01", HTML: "<p>Terms</p>"},
	}
}

func TestAnAgreementIsForTheRulesThatWereShown(t *testing.T) {
	type settings = mastodontest.Settings
	rules := func(edit func(rules []mastodontest.Rule) []mastodontest.Rule) func(*settings) {
		return func(s *settings) { s.Rules = edit(kindRules().Rules) }
	}
	for name, change := range map[string]func(*settings){
		"another text": rules(func(r []mastodontest.Rule) []mastodontest.Rule { r[1].Text = "No spam, no ads"; return r }),
		"another hint": rules(func(r []mastodontest.Rule) []mastodontest.Rule { r[0].Hint = "To friends"; return r }),
		"a hint more":  rules(func(r []mastodontest.Rule) []mastodontest.Rule { r[1].Hint = "None at all"; return r }),
		"a rule more": rules(func(r []mastodontest.Rule) []mastodontest.Rule {
			return append(r, mastodontest.Rule{Text: "Post daily"})
		}),
		"a rule less": rules(func(r []mastodontest.Rule) []mastodontest.Rule { return r[:1] }),
		"no rules":    rules(func([]mastodontest.Rule) []mastodontest.Rule { return nil }),
		"another translation": rules(func(r []mastodontest.Rule) []mastodontest.Rule {
			r[0].Translations["de"] = mastodontest.RuleText{Text: "Sei böse", Hint: "Auch zu Fremden"}
			return r
		}),
		"texts in each other's place": rules(func(r []mastodontest.Rule) []mastodontest.Rule {
			r[0].Text, r[0].Hint = "Be kindAlso", " to strangers"
			return r
		}),
		"a document less": func(s *settings) { s.Terms = nil },
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, kindRules(), nil, func(v *visitor) {
				agreed := v.open().Terms
				require.NotEmpty(v, agreed)
				v.server.Update(change)
				now := v.open()
				require.NotEqual(v, agreed, now.Terms)
				assert.Equal(v, []signup.FieldProblem{changed}, v.flow.Check(agreeing(agreed)))
				failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), agreeing(agreed)))
				assert.Equal(v, []signup.FieldProblem{changed}, failed.Fields)
				assert.Equal(v, failed.Fields, v.flow.Snapshot().Problems)
				assert.Zero(v, v.posts(accountsPath))
				assert.Empty(v, v.server.Users())

				require.NoError(v, v.flow.Submit(v.Context(), agreeing(now.Terms)))
				assert.Len(v, v.flow.Snapshot().Consent.RuleIDs, len(now.Rules))
			})
		})
	}
	for name, change := range map[string]func(*settings){
		"nothing changed":              func(*settings) {},
		"what else it says of itself":  func(s *settings) { s.Title, s.Description, s.ContactEmail = "Other", "Other", "other@example.social" },
		"whom it takes":                func(s *settings) { s.Registrations, s.MinAge = mastodontest.Approval, 16 },
		"another text of its document": func(s *settings) { s.Terms = &mastodontest.Terms{EffectiveDate: "2026-05-01", HTML: "<p>Typo</p>"} },
	} {
		t.Run("or it stands: "+name, func(t *testing.T) {
			journey(t, kindRules(), nil, func(v *visitor) {
				agreed := v.open().Terms
				v.server.Update(change)
				assert.Equal(v, agreed, v.open().Terms)
				v.config.Languages = []string{"fr"}
				v.again()
				assert.Equal(v, agreed, v.open().Terms, "for another core, which prefers another language")
			})
		})
	}
}

func TestAnAgreementIsForOneServer(t *testing.T) {
	shared := kindRules()
	shared.Origin = "https://documents.example"
	for name, settings := range map[string]mastodontest.Settings{"its own documents": kindRules(), "shared documents": shared} {
		t.Run(name, func(t *testing.T) {
			other := mastodontest.New(settings)
			journey(t, settings, func(c *signup.Config) {
				c.Doer = hosts(c.Doer, map[string]*mastodontest.Server{"other.social": other})
			}, func(v *visitor) {
				agreed := v.open().Terms
				require.NoError(v, v.flow.Open(v.Context(), "other.social"))
				require.Equal(v, signup.ScreenForm, v.flow.Snapshot().Screen)
				assert.NotEqual(v, agreed, v.flow.Snapshot().Terms, "though it has the same rules")
				v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), agreeing(agreed)))
				assert.Empty(v, other.Users())
				assert.Equal(v, agreed, v.open().Terms)
				require.NoError(v, v.flow.Submit(v.Context(), agreeing(agreed)))
			})
		})
	}
}

func TestWithoutTermsAnAgreementIsForThoseThatStandNow(t *testing.T) {
	journey(t, kindRules(), nil, func(v *visitor) {
		v.open()
		require.NoError(v, v.flow.Submit(v.Context(), values()))
		assert.Len(v, v.flow.Snapshot().Consent.RuleIDs, 2)
	})
}

func TestAnAgreementKnowsHowManyRulesWereNotShown(t *testing.T) {
	settings := mastodontest.Settings{Rules: slices.Repeat([]mastodontest.Rule{{Text: "Be kind"}}, 200)}
	journey(t, settings, nil, func(v *visitor) {
		agreed := v.open().Terms
		v.server.Update(func(s *mastodontest.Settings) { s.Rules = append(s.Rules, mastodontest.Rule{Text: "Post daily"}) })
		assert.NotEqual(v, agreed, v.open().Terms)
	})
}

func TestAnInviteLeavesTheTermsAsTheyAre(t *testing.T) {
	settings := kindRules()
	settings.Registrations = mastodontest.Closed
	journey(t, settings, nil, func(v *visitor) {
		shown := v.open().Terms
		require.NotEmpty(v, shown)
		require.NoError(v, v.flow.UseInvite(v.Context(), "AbC123xy"))
		assert.Equal(v, shown, v.flow.Snapshot().Terms)
	})
}

func TestAnAgreementEndsWithTheVersionOfADocument(t *testing.T) {
	publish := func(date string) func(*mastodontest.Settings) {
		return func(s *mastodontest.Settings) {
			s.Terms = &mastodontest.Terms{EffectiveDate: date, HTML: "<p>Terms</p>"}
		}
	}
	read := func(v *visitor) {
		_, err := v.flow.Document(v.Context(), signup.DocumentKindTermsOfService)
		require.NoError(v, err)
	}
	t.Run("but not because the version becomes known", func(t *testing.T) {
		journey(t, kindRules(), nil, func(v *visitor) {
			agreed := v.open().Terms
			seen := len(v.seen)
			require.NoError(v, v.flow.Prepare(v.Context()))
			read(v)
			assert.Equal(v, agreed, v.flow.Snapshot().Terms)
			assert.Len(v, v.seen, seen, "there is nothing new to show")
			require.NoError(v, v.flow.Submit(v.Context(), agreeing(agreed)))
			assert.Equal(v, "2026-05-01", v.flow.Snapshot().Consent.Documents[1].Date)
		})
	})
	for name, look := range map[string]func(v *visitor){
		"which the visitor reads":       read,
		"which is found on coming back": func(v *visitor) { v.open(); require.NoError(v, v.flow.Prepare(v.Context())) },
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, kindRules(), nil, func(v *visitor) {
				agreed := v.open().Terms
				require.NoError(v, v.flow.Prepare(v.Context()))
				v.server.Update(publish("2026-06-01"))
				look(v)
				now := v.flow.Snapshot()
				assert.NotEqual(v, agreed, now.Terms)
				assert.Equal(v, now.Terms, v.seen[len(v.seen)-1].Terms, "the page is told")
				v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), agreeing(agreed)))
				require.NoError(v, v.flow.Submit(v.Context(), agreeing(now.Terms)))
				assert.Equal(v, "2026-06-01", v.flow.Snapshot().Consent.Documents[1].Date)
			})
		})
	}
	t.Run("and what is published while the account is made was not agreed to", func(t *testing.T) {
		journey(t, kindRules(), nil, func(v *visitor) {
			agreed := v.open().Terms
			require.NoError(v, v.flow.Prepare(v.Context()))
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Delay: 4 * time.Second})
			submitted := in(0)
			go func() {
				time.Sleep(time.Second)
				v.server.Update(publish("2026-06-01"))
				read(v)
			}()
			require.NoError(v, v.flow.Submit(v.Context(), agreeing(agreed)))
			consent := v.flow.Snapshot().Consent
			assert.Equal(v, "2026-05-01", consent.Documents[1].Date)
			assert.Equal(v, submitted, consent.At)
		})
	})
}

func TestConsentSaysWhatIsNotYetInForce(t *testing.T) {
	for date, toCome := range map[string]bool{"1999-12-01": false, "2000-02-01": true} { // it is 1 January 2000
		journey(t, mastodontest.Settings{Terms: &mastodontest.Terms{EffectiveDate: date, HTML: "<p>Terms</p>"}}, nil, func(v *visitor) {
			agreed := v.open().Terms
			require.NoError(v, v.flow.Prepare(v.Context()))
			require.NoError(v, v.flow.Submit(v.Context(), agreeing(agreed)))
			for _, flow := range []string{"at once", "found again"} {
				terms := v.open().Consent.Documents[1]
				assert.Equal(v, date, terms.Date, flow)
				assert.Equal(v, toCome, terms.ComesIntoForce, flow)
				v.again()
			}
		})
	}
}

func TestAnAccountThatIsFoundAgainKeepsItsConsent(t *testing.T) {
	journey(t, kindRules(), nil, func(v *visitor) {
		require.NoError(v, v.flow.Submit(v.Context(), agreeing(v.open().Terms)))
		before := v.flow.Snapshot().Consent
		v.server.Update(func(s *mastodontest.Settings) { s.Rules = append(s.Rules, mastodontest.Rule{Text: "Post daily"}) })
		v.again()
		now := v.open()
		assert.Equal(v, signup.ScreenConfirm, now.Screen)
		assert.Len(v, now.Rules, 3)
		assert.Equal(v, before, now.Consent)
	})
}

func TestTheNextOneAgreesAnew(t *testing.T) {
	journey(t, kindRules(), nil, func(v *visitor) {
		agreed := v.open().Terms
		require.NoError(v, v.flow.Submit(v.Context(), agreeing(agreed)))
		v.server.Update(func(s *mastodontest.Settings) { s.Rules = s.Rules[:1] })
		require.NoError(v, v.flow.Forget(v.Context()))
		now := v.flow.Snapshot()
		assert.Nil(v, now.Consent)
		next := bob()
		next.Terms = agreed
		v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), next))
		next.Terms = now.Terms
		require.NoError(v, v.flow.Submit(v.Context(), next))
		assert.Equal(v, []string{"1"}, v.flow.Snapshot().Consent.RuleIDs)
	})
}
