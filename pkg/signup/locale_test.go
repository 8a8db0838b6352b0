package signup

import (
	"slices"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
)

func version(api int, versions int) *mastodon.Instance {
	i := &mastodon.Instance{APIVersion: api, Languages: []string{"de"}}
	i.Software.Name = mastodon.SoftwareMastodon
	if versions > 0 {
		i.APIVersions = map[string]int{"mastodon": versions}
	}
	return i
}

func TestTheListsHoldWhatEachVersionKnows(t *testing.T) {
	// From the newest back, as each version's list differs from the next.
	list := strings.Fields("af an ar ast be bg bn br bs ca ckb co cs cy da de el en en-GB eo es es-AR es-MX et eu fa fi fo fr fr-CA fy " +
		"ga gd gl he hi hr hu hy ia id ie ig io is it ja ka kab kk kn ko ku kw la lt lv mk ml mr ms my nan-TW nl nn no oc pa pl pt-BR pt-PT " +
		"ro ru sa sc sco si sk sl sq sr sr-Latn sv szl ta te th tr tt ug uk ur vi zgh zh-CN zh-HK zh-TW")
	for _, c := range []struct {
		versions      []string
		without, with string
		length        int
	}{
		{[]string{"4.7.0-alpha.2", "4.6.5"}, "", "", 97},
		{[]string{"4.5.15", "4.4.0+glitch", "4.3.0"}, "nan-TW", "", 96},
		{[]string{"4.2.0", "4.1.0"}, "ia ie fr-CA", "fr-QC", 94}, // of 4.1 but for tai, which nobody has
		{[]string{"4.0.2+hometown-1.1.1", "3.5.0"}, "an be bs en-GB fo fr-QC fy ig kw la my pa sco szl tt ug", "", 78},
		{[]string{"3.4.0"}, "ckb es-MX", "", 76},
		{[]string{"3.3.0", "3.0.0"}, "af gd is kab kn ku ml mr sa sc si ur vi zgh", "", 62},
	} {
		list = slices.DeleteFunc(list, func(l string) bool { return slices.Contains(strings.Fields(c.without), l) })
		list = append(list, strings.Fields(c.with)...)
		assert.Len(t, list, c.length)
		for _, v := range c.versions {
			i := version(1, 0)
			i.Version = v
			assert.ElementsMatch(t, list, dialectOf(i).locales, v)
		}
	}
	assert.Len(t, dialectOf(version(2, 10)).locales, 97, "4.6 by its API's version")
	assert.Len(t, dialectOf(version(2, 7)).locales, 96, "4.5")
	assert.Len(t, dialectOf(version(2, 2)).locales, 96, "4.3")
	assert.Len(t, dialectOf(version(2, 0)).locales, 78, "what 4.0 to 4.2 have in common with 4.3")
	assert.Len(t, dialectOf(version(1, 0)).locales, 62, "3.0")
}

func TestTheLocaleIsSpelledAsTheServerSpellsIt(t *testing.T) {
	for name, c := range map[string]struct {
		server *mastodon.Instance
		wanted []string
		locale string
	}{
		"exact":                              {version(2, 7), []string{"pt-BR"}, "pt-BR"},
		"other case":                         {version(2, 7), []string{"PT-br"}, "pt-BR"},
		"underscore":                         {version(2, 7), []string{"en_GB"}, "en-GB"},
		"unknown region":                     {version(2, 7), []string{"de-AT"}, "de"},
		"known region on an old server":      {version(2, 0), []string{"en-GB"}, "en"},
		"bare pt":                            {version(2, 7), []string{"pt"}, "pt-PT"},
		"pt of a third country":              {version(2, 7), []string{"pt-AO"}, "pt-PT"},
		"bare zh":                            {version(2, 7), []string{"zh"}, "zh-CN"},
		"script alone":                       {version(2, 7), []string{"zh-Hant"}, "zh-TW"},
		"script and region":                  {version(2, 7), []string{"zh-Hant-HK"}, "zh-HK"},
		"script and unknown region":          {version(2, 7), []string{"zh-Hans-SG"}, "zh-CN"},
		"Chinese of Hong Kong, simplified":   {version(2, 7), []string{"zh-Hans-HK"}, "zh-CN"},
		"Chinese of Taiwan, simplified":      {version(2, 7), []string{"zh-Hans-TW"}, "zh-CN"},
		"Chinese of Macau":                   {version(2, 7), []string{"zh-MO"}, "zh-HK"},
		"Chinese of Macau, traditional":      {version(2, 7), []string{"zh-Hant-MO"}, "zh-HK"},
		"Chinese of Macau, simplified":       {version(2, 7), []string{"zh-Hans-MO"}, "zh-CN"},
		"Chinese of Hong Kong":               {version(1, 0), []string{"zh-HK"}, "zh-HK"},
		"Chinese of Taiwan":                  {version(2, 7), []string{"zh_TW"}, "zh-TW"},
		"Chinese of Singapore":               {version(2, 7), []string{"zh-SG"}, "zh-CN"},
		"Chinese of Malaysia, traditional":   {version(2, 7), []string{"zh-Hant-MY"}, "zh-TW"},
		"Chinese with a calendar":            {version(2, 7), []string{"zh-Hant-TW-u-ca-roc"}, "zh-TW"},
		"an extension is no script":          {version(2, 7), []string{"zh-u-nu-hant"}, "zh-CN"},
		"Cantonese":                          {version(2, 7), []string{"yue"}, "zh-HK"},
		"Cantonese, simplified":              {version(2, 7), []string{"yue-Hans-CN"}, "zh-CN"},
		"Mandarin by its own code":           {version(2, 7), []string{"cmn-Hant-TW"}, "zh-TW"},
		"Serbian":                            {version(2, 7), []string{"sr-RS"}, "sr"},
		"Serbian in Cyrillic":                {version(2, 7), []string{"sr-Cyrl-BA"}, "sr"},
		"Serbian of Montenegro":              {version(2, 7), []string{"sr-ME"}, "sr-Latn"},
		"Serbo-Croatian's old code":          {version(2, 7), []string{"sh"}, "sr-Latn"},
		"Kurdish":                            {version(2, 7), []string{"ku-TR"}, "ku"},
		"Kurdish in Arabic letters":          {version(2, 7), []string{"ku-Arab-IQ"}, "ckb"},
		"Sorani":                             {version(2, 7), []string{"ckb-IR"}, "ckb"},
		"Sorani on a server without it":      {version(1, 0), []string{"ckb", "tr"}, "tr"},
		"Punjabi":                            {version(2, 7), []string{"pa-IN"}, "pa"},
		"Punjabi in Arabic letters":          {version(2, 7), []string{"pa-Arab-PK", "ur"}, "ur"},
		"Kazakh in Arabic letters":           {version(2, 7), []string{"kk-CN", "zh-CN"}, "zh-CN"},
		"Tamazight":                          {version(2, 7), []string{"zgh-Tfng-MA"}, "zgh"},
		"Norwegian by its old code":          {version(2, 7), []string{"no-NO"}, "no"},
		"Nynorsk":                            {version(2, 7), []string{"nn-NO"}, "nn"},
		"Portuguese of Brazil, with script":  {version(2, 7), []string{"pt-Latn-BR"}, "pt-BR"},
		"Spanish of Latin America":           {version(2, 7), []string{"es-419"}, "es"},
		"Spanish of Mexico":                  {version(2, 7), []string{"es-MX"}, "es-MX"},
		"Valencian":                          {version(2, 7), []string{"ca-ES-valencia"}, "ca"},
		"Moldavian's old code":               {version(2, 7), []string{"mo"}, "ro"},
		"English with its script":            {version(2, 7), []string{"en-Latn-GB"}, "en-GB"},
		"script that servers know":           {version(2, 7), []string{"sr-Latn-RS"}, "sr-Latn"},
		"Hebrew's old code":                  {version(2, 7), []string{"iw-IL"}, "he"},
		"Indonesian's old code":              {version(2, 7), []string{"in"}, "id"},
		"Norwegian":                          {version(2, 7), []string{"nb-NO"}, "no"},
		"fr-CA":                              {version(2, 7), []string{"fr-CA"}, "fr-CA"},
		"fr-CA where it was fr-QC":           {version(2, 0), []string{"fr-CA"}, "fr"},
		"fr-CA from 4.1 to 4.2":              {&mastodon.Instance{APIVersion: 2, Version: "4.1.0", Software: mastodon.Software{Name: mastodon.SoftwareMastodon}}, []string{"fr-CA"}, "fr-QC"},
		"fr-QC":                              {version(2, 7), []string{"fr-QC"}, "fr-CA"},
		"nan-TW before 4.6":                  {version(2, 7), []string{"nan-TW", "fr"}, "fr"},
		"nan-TW from 4.6":                    {version(2, 10), []string{"nan-TW", "fr"}, "nan-TW"},
		"second choice":                      {version(2, 7), []string{"gsw", "it-CH"}, "it"},
		"the server's own":                   {version(2, 7), []string{"tlh", ""}, "de"},
		"English in the end":                 {&mastodon.Instance{APIVersion: 2, Languages: []string{"tlh"}}, nil, "en"},
		"3.x has fewer":                      {version(1, 0), []string{"gd", "fr"}, "fr"},
		"GoToSocial knows them all":          {&mastodon.Instance{Software: mastodon.Software{Name: mastodon.SoftwareGoToSocial}}, []string{"", "gsw_CH"}, "gsw-CH"},
		"GoToSocial refuses what is no tag":  {&mastodon.Instance{Software: mastodon.Software{Name: mastodon.SoftwareGoToSocial}}, []string{"!!", "de@euro", "x", "-", "toolonglanguage", "nds"}, "nds"},
		"GoToSocial must be told one anyway": {&mastodon.Instance{Software: mastodon.Software{Name: mastodon.SoftwareGoToSocial}}, nil, "en"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.locale, dialectOf(c.server).locale(c.wanted, c.server.Languages, nil))
		})
	}
}

// GoToSocial refuses a language that it does not know, and needs one.
func TestAfterARefusedLanguageComesTheNextOne(t *testing.T) {
	d := dialectOf(&mastodon.Instance{Software: mastodon.Software{Name: mastodon.SoftwareGoToSocial}})
	for _, c := range []struct{ wanted, server, tried []string }{
		{[]string{"jp", "ja-JP", "de"}, nil, []string{"jp", "ja-JP", "ja", "de", "en"}},
		{[]string{"de-formal", "fr"}, nil, []string{"de-formal", "de", "fr", "en"}},
		{[]string{"cn"}, []string{"de"}, []string{"cn", "de", "en"}},
		{[]string{"xx"}, []string{"xx"}, []string{"xx", "en"}},
		{nil, nil, []string{"en"}},
	} {
		var tried []string
		for {
			locale := d.locale(c.wanted, c.server, tried)
			if locale == "" {
				break
			}
			tried = append(tried, locale)
		}
		assert.Equal(t, c.tried, tried)
	}
}
