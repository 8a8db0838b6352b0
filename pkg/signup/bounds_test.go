package signup_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// saying makes the server's instance document one with these members.
func (v *visitor) saying(members string) {
	v.server.Fail(mastodontest.Fault{Path: v2Path, Times: mastodontest.Always, Status: 200,
		Body: `{"domain":"` + host + `","title":"Example","version":"4.5.3","source_url":"https://github.com/mastodon/mastodon",` +
			`"registrations":{"enabled":true,"approval_required":false,"reason_required":false,"message":null},"api_versions":{"mastodon":7},` +
			`"configuration":{"urls":{"about":"https://` + host + `/about","privacy_policy":"https://` + host + `/privacy-policy"}}` + members + `}`})
}

// crosses is the size of what the page gets.
func crosses(t *testing.T, s interface{ MarshalJSON() ([]byte, error) }) int {
	t.Helper()
	text, err := s.MarshalJSON()
	require.NoError(t, err)
	require.True(t, json.Valid(text))
	return len(text)
}

// listed writes a JSON list or the members of an object: what item gives for
// each number.
func listed(n int, item func(i int) string) string {
	var items []string
	for i := range n {
		items = append(items, item(i))
	}
	return strings.Join(items, ",")
}

func TestMoreRulesThanCanBeReadAreCounted(t *testing.T) {
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.saying(`,"rules":[` + listed(24_000, func(i int) string { return fmt.Sprintf(`{"id":"%d","text":"Be kind.","hint":""}`, i) }) + `]`)
		now := v.open()
		require.Len(v, now.Rules, 100)
		assert.Equal(v, "99", now.Rules[99].ID)
		assert.Equal(v, 23_900, now.RulesLeftOut)
		assert.Less(v, crosses(v.T, now), 10_000)

		require.NoError(v, v.flow.Submit(v.Context(), values()))
		consent := v.flow.Snapshot().Consent
		assert.Len(v, consent.RuleIDs, 100)
		assert.Equal(v, 23_900, consent.RulesLeftOut, "the record does not claim that all were shown")
		v.again()
		assert.Equal(v, consent, v.open().Consent, "after a reload")
	})
}

func TestARuleThatIsTooLongIsCountedAndTheOthersAreShown(t *testing.T) {
	long := strings.Repeat("Be kind. ", 10_000)
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.saying(`,"rules":[{"id":"1","text":"One."},{"id":"2","text":"` + long + `"},{"id":"3","text":"Three.","hint":"` + long + `"},{"id":"4","text":"Four."}]`)
		now := v.open()
		require.Len(v, now.Rules, 2)
		assert.Equal(v, "Four.", now.Rules[1].Text)
		assert.Equal(v, 2, now.RulesLeftOut)
	})
	journey(t, mastodontest.Settings{Rules: []mastodontest.Rule{{Text: "One."}}}, nil, func(v *visitor) {
		assert.Zero(v, v.open().RulesLeftOut)
	})
}

func TestARuleKeepsTheVisitorsLanguagesAndSomeOthers(t *testing.T) {
	wanted := func(c *signup.Config) { c.Languages = []string{"de-AT", "pt-BR", "en"} }
	journey(t, mastodontest.Settings{}, wanted, func(v *visitor) {
		v.saying(`,"rules":[{"id":"1","text":"One.","translations":{` +
			listed(16_000, func(i int) string { return fmt.Sprintf(`"x-%05d":{"text":"Translated.","hint":""}`, i) }) +
			`,"en":{"text":"English"},"de":{"text":"German"},"pt_BR":{"text":"Brazilian"}}},{"id":"2","text":"Two.","translations":{"de":{"text":"Zwei"}}}]`)
		now := v.open()
		translations := now.Rules[0].Translations
		assert.Len(v, translations, 50)
		for tag, text := range map[string]string{"en": "English", "de": "German", "pt_BR": "Brazilian"} {
			assert.Equal(v, text, translations[tag].Text, tag)
		}
		assert.Contains(v, translations, "x-00000")
		assert.Equal(v, "Zwei", now.Rules[1].Translations["de"].Text)
		assert.Less(v, crosses(v.T, now), 10_000)
		again := v.open()
		assert.Equal(v, now.Rules, again.Rules, "the same each time")
	})
	journey(t, mastodontest.Settings{}, wanted, func(v *visitor) {
		long := strings.Repeat("Be kind. ", 100)
		v.saying(`,"rules":[` + listed(40, func(i int) string {
			return fmt.Sprintf(`{"id":"%d","text":"One.","translations":{%s}}`, i,
				listed(20, func(j int) string {
					return fmt.Sprintf(`"%s":{"text":"%s"}`, []string{"de", "x1", "x2", "x3"}[j%4]+strings.Repeat("a", j/4), long)
				}))
		}) + `]`)
		now := v.open()
		require.Len(v, now.Rules, 40)
		for _, rule := range now.Rules {
			assert.Contains(v, rule.Translations, "de", "the first wish comes first in each")
		}
		assert.Less(v, crosses(v.T, now), 200_000)
	})
}

func TestTextsAreCutToWhatCanBeRead(t *testing.T) {
	long := strings.Repeat("<p>Ünïted ", 60_000)
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.saying(`,"title":"` + long + `"`)
		title := v.open().Server.Title
		assert.Len(v, []rune(title), 101)
		assert.True(v, strings.HasPrefix(title, "Ünïted Ünïted "))
		assert.True(v, strings.HasSuffix(title, "…"))
		v.server.ClearFaults()
		v.saying(`,"description":"` + long + `"`)
		assert.LessOrEqual(v, len([]rune(v.open().Server.Description)), 1001)
		v.server.ClearFaults()
		v.saying(`,"contact":{"email":"` + strings.Repeat("a", 400) + `@example.org"},"icon":[{"src":"https://example.org/` + strings.Repeat("a", 3000) + `","size":"96x96"}]`)
		assert.Empty(v, v.open().Server.ContactEmail, "half an address is none")
		assert.Empty(v, v.open().Server.Icon)
		v.server.ClearFaults()
		v.saying(`,"registrations":{"enabled":false,"message":"` + strings.Repeat(`<a href='/x'>link</a> `, 30_000) + `"}`)
		now := v.open()
		require.Equal(v, signup.ScreenClosed, now.Screen)
		assert.Len(v, now.Problem.Notice, 51)
		assert.True(v, strings.HasSuffix(now.Problem.Notice[50].Text, "…"))
		assert.Less(v, crosses(v.T, now), 10_000)
		v.server.ClearFaults()
		v.saying(`,"registrations":{"enabled":false,"message":"` + long + `"}`)
		assert.Less(v, crosses(v.T, v.open()), 5_000)
	})
}

func TestARefusalIsCutToWhatCanBeRead(t *testing.T) {
	refusals := map[string]string{
		"unknown fields": `{"error":"No","details":{` + listed(12_000, func(i int) string { return fmt.Sprintf(`"field_%d":[{"error":"ERR_ODD","description":"is odd"}]`, i) }) +
			`,"username":[{"error":"ERR_TAKEN","description":"is taken"}]}}`,
		"one field": `{"error":"No","details":{"email":[` + listed(16_000, func(i int) string { return fmt.Sprintf(`{"error":"ERR_%d","description":"is odd"}`, i) }) +
			`],"username":[{"error":"ERR_TAKEN","description":"is taken"}]}}`,
		"long words": `{"error":"No","details":{"username":[{"error":"ERR_TAKEN"}],"` + strings.Repeat("f", 200_000) + `":[{"error":"` + strings.Repeat("E", 200_000) + `","description":"` + strings.Repeat("odd ", 50_000) + `"}]}}`,
	}
	leftOut := map[string]int{"unknown fields": 11_990, "one field": 15_995, "long words": 0}
	for name, body := range refusals {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				v.open()
				v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 422, Body: body})
				failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
				now := v.flow.Snapshot()
				assert.Equal(v, failed.Fields, now.Problems)
				assert.LessOrEqual(v, len(now.Problems), 12)
				assert.Less(v, crosses(v.T, now), 10_000)
				assert.Less(v, crosses(v.T, failed), 5_000)
				assert.Less(v, len(failed.Error()), 2_000)
				codes := map[string]int{}
				for _, p := range now.Problems {
					codes[p.Field+"."+string(p.Code)] = p.Limit
				}
				assert.Contains(v, codes, "username.ERR_TAKEN", "what the form asks is not crowded out")
				assert.Equal(v, leftOut[name], codes[".ERR_MORE"])
			})
		})
	}
	for name, body := range map[string]string{"sentence": strings.Repeat("No. ", 200_000), "tags": strings.Repeat("<br>", 200_000)} {
		t.Run(name, func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				v.open()
				v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 403, Body: `{"error":"` + body + `"}`})
				failed := v.fails(signup.CodeForbidden, v.flow.Submit(v.Context(), values()))
				assert.Less(v, crosses(v.T, failed), 5_000)
				assert.Less(v, len(failed.Error()), 2_000)
			})
		})
	}
}

func TestAnAnswerThatNestsTooDeepIsUnreadable(t *testing.T) {
	for _, depth := range []int{65, 10_000, 400_000} {
		t.Run(fmt.Sprint(depth), func(t *testing.T) {
			journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
				deep := strings.Repeat("[", depth) + strings.Repeat("]", depth)
				v.server.Fail(mastodontest.Fault{Path: "/api/*", Times: 2, Status: 200, Body: deep})
				v.fails(signup.CodeBadAnswer, v.flow.Open(v.Context(), host))
				v.server.ClearFaults()
				v.open()
				v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 422, Body: deep})
				v.fails(signup.CodeBadAnswer, v.flow.Submit(v.Context(), values()))
				require.NoError(v, v.flow.Submit(v.Context(), values()))
			})
		})
	}
}
