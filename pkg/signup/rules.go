package signup

import (
	"maps"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
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
	own := ownLanguage(i)
	left = maxTranslationSize
	tags := languagesOf(taken, own, wanted)
	for _, tag := range tags {
		// A reader of another region looks for it under a name of its own.
		names := []string{tag}
		for _, want := range wanted {
			if want = languageTag(want); want != "" && !named(tags, want) && tagLike(tags, want) == tag {
				names = append(names, want)
			}
		}
		for n, r := range taken {
			t := r.Translations[tag]
			if tag == own && t.Text == "" {
				t = mastodon.RuleText{Text: r.Text, Hint: r.Hint}
			}
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

// ownLanguage is the server's own, if it says: the rules as they are count as
// their translation into it, which comes before others that a visitor wants less.
func ownLanguage(i *mastodon.Instance) string {
	if len(i.Languages) == 0 || languageTag(i.Languages[0]) == "" {
		return ""
	}
	return i.Languages[0]
}

// languagesOf are the languages of rules, the wanted first; none without translations.
func languagesOf(rules []mastodon.Rule, own string, wanted []string) []string {
	known := map[string]bool{}
	for _, r := range rules {
		for tag := range r.Translations {
			known[tag] = true
		}
	}
	if len(known) > 0 && own != "" {
		known[own] = true
	}
	others := slices.Sorted(maps.Keys(known))
	var tags []string
	for _, want := range wanted {
		if tag := tagLike(others, want); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	for _, tag := range others {
		if len(tags) < maxLanguages && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags[:min(len(tags), maxLanguages)]
}

// named reports whether a wanted language, or the whole language of its region,
// is among tags by its own name.
func named(tags []string, wanted string) bool {
	wanted = plainTag(wanted)
	language, _, _ := strings.Cut(wanted, "-")
	for _, tag := range tags {
		if tag = plainTag(tag); tag == wanted || tag == language {
			return true
		}
	}
	return false
}

// tagLike is what a text in a language has among the tags of others, found as
// locales are, else as that of another region.
func tagLike(tags []string, wanted string) string {
	for _, tag := range tags {
		if plainTag(tag) == plainTag(wanted) {
			return tag
		}
	}
	if tag := matchLocale(tags, wanted); tag != "" {
		return tag
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
func plainTag(tag string) string { return strings.ReplaceAll(ascii.Lower(tag), "_", "-") }
