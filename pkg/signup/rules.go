package signup

import (
	"maps"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// rulesOf are a server's rules, and how many were left out. Their translations
// are those into the wanted languages, then others.
func rulesOf(i *mastodon.Instance, wanted []string) (rules []Rule, leftOut int) {
	rules = []Rule{}
	var taken []mastodon.Rule
	left := maxRulesSize
	for _, r := range i.Rules {
		size := len(r.ID) + len(r.Text) + len(r.Hint)
		if len(rules) == maxRules || size > left {
			leftOut++
			continue
		}
		left -= size
		taken, rules = append(taken, r), append(rules, Rule{ID: line(r.ID), Text: tidy(r.Text), Hint: tidy(r.Hint)})
	}
	knowTheirLanguage(taken, i.Languages)
	left = maxTranslationSize
	tags := languagesOf(taken, wanted)
	for _, tag := range tags {
		// A reader of another region looks for it under a name of its own.
		names := []string{tag}
		for _, want := range wanted {
			want = languageTag(want)
			plain := plainTag(want)
			base, _, _ := strings.Cut(plain, "-")
			found := slices.ContainsFunc(tags, func(tag string) bool { return plainTag(tag) == plain || plainTag(tag) == base })
			if want != "" && !found && tagLike(tags, want) == tag {
				names = append(names, want)
			}
		}
		for n, r := range taken {
			t := r.Translations[tag]
			for _, name := range names {
				size := len(name) + len(t.Text) + len(t.Hint)
				if t.Text == "" || size > left {
					continue
				}
				left -= size
				if rules[n].Translations == nil {
					rules[n].Translations = map[string]RuleText{}
				}
				rules[n].Translations[name] = RuleText{Text: tidy(t.Text), Hint: tidy(t.Hint)}
			}
		}
	}
	return rules, leftOut
}

// knowTheirLanguage puts the rules as they are among the translations, where
// there are any, as those of the server's own language: it comes before others
// that a visitor wants less.
func knowTheirLanguage(rules []mastodon.Rule, languages []string) {
	translated := slices.ContainsFunc(rules, func(r mastodon.Rule) bool { return len(r.Translations) > 0 })
	if len(languages) == 0 || languageTag(languages[0]) == "" || !translated {
		return
	}
	own := languages[0]
	for n, r := range rules {
		if _, known := r.Translations[own]; known {
			continue
		}
		texts := map[string]mastodon.RuleText{own: {Text: r.Text, Hint: r.Hint}}
		maps.Copy(texts, r.Translations)
		rules[n].Translations = texts
	}
}

// languagesOf are the languages of rules, the wanted first.
func languagesOf(rules []mastodon.Rule, wanted []string) []string {
	known := map[string]bool{}
	for _, r := range rules {
		for tag := range r.Translations {
			known[tag] = true
		}
	}
	others := slices.Sorted(maps.Keys(known))
	var tags []string
	for _, want := range wanted {
		if tag := tagLike(others, want); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	for _, tag := range others {
		if !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags[:min(len(tags), maxLanguages)]
}

// tagLike is what a text in a language has among the tags of others, found as
// locales are, else as that of another region.
func tagLike(tags []string, wanted string) string {
	for _, candidate := range append([]string{plainTag(wanted)}, localesLike(wanted)...) {
		for _, tag := range tags {
			if strings.EqualFold(plainTag(tag), candidate) {
				return tag
			}
		}
	}
	language, _, _ := subtags(wanted)
	if slices.Contains(severalScripts, language) {
		return ""
	}
	for _, tag := range tags {
		if other, _, _ := subtags(tag); other == language {
			return tag
		}
	}
	return ""
}

// plainTag is a language tag as it compares.
func plainTag(tag string) string { return strings.ReplaceAll(strings.ToLower(tag), "_", "-") }
