package signup

import (
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
	assert.Len(t, localesOf(version(2, 10)), 97, "4.6")
	assert.Len(t, localesOf(version(2, 7)), 96, "4.5")
	assert.Len(t, localesOf(version(2, 0)), 78, "what 4.0 to 4.2 have in common with 4.3")
	assert.Len(t, localesOf(version(1, 0)), 62, "3.0")
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
		"script that servers know":           {version(2, 7), []string{"sr-Latn-RS"}, "sr-Latn"},
		"Hebrew's old code":                  {version(2, 7), []string{"iw-IL"}, "he"},
		"Indonesian's old code":              {version(2, 7), []string{"in"}, "id"},
		"Norwegian":                          {version(2, 7), []string{"nb-NO"}, "no"},
		"fr-CA":                              {version(2, 7), []string{"fr-CA"}, "fr-CA"},
		"fr-CA where it was fr-QC":           {version(2, 0), []string{"fr-CA"}, "fr"},
		"fr-QC":                              {version(2, 7), []string{"fr-QC"}, "fr-CA"},
		"nan-TW before 4.6":                  {version(2, 7), []string{"nan-TW", "fr"}, "fr"},
		"nan-TW from 4.6":                    {version(2, 10), []string{"nan-TW", "fr"}, "nan-TW"},
		"second choice":                      {version(2, 7), []string{"gsw", "it-CH"}, "it"},
		"the server's own":                   {version(2, 7), []string{"tlh", ""}, "de"},
		"English in the end":                 {&mastodon.Instance{APIVersion: 2, Languages: []string{"tlh"}}, nil, "en"},
		"3.x has fewer":                      {version(1, 0), []string{"gd", "fr"}, "fr"},
		"GoToSocial knows them all":          {&mastodon.Instance{Software: mastodon.Software{Name: mastodon.SoftwareGoToSocial}}, []string{"", "gsw_CH"}, "gsw-CH"},
		"GoToSocial must be told one anyway": {&mastodon.Instance{Software: mastodon.Software{Name: mastodon.SoftwareGoToSocial}}, nil, "en"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.locale, locale(c.server, c.wanted))
		})
	}
}
