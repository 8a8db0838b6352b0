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
	left = maxTranslationSize
	for _, tag := range languagesOf(taken, wanted) {
		for n, r := range taken {
			t := r.Translations[tag]
			if size := len(tag) + len(t.Text) + len(t.Hint); t.Text == "" || size > left {
				continue
			} else {
				left -= size
			}
			if rules[n].Translations == nil {
				rules[n].Translations = map[string]RuleText{}
			}
			rules[n].Translations[tag] = RuleText{Text: tidy(t.Text), Hint: tidy(t.Hint)}
		}
	}
	return rules, leftOut
}

// languagesOf are the languages of rules, the wanted first.
func languagesOf(rules []mastodon.Rule, wanted []string) []string {
	ranks := map[string]int{}
	for rank, tag := range wanted {
		tag = plainTag(tag)
		base, _, _ := strings.Cut(tag, "-")
		for _, tag := range []string{tag, base} {
			if _, known := ranks[tag]; !known {
				ranks[tag] = rank
			}
		}
	}
	known := map[string]bool{}
	for _, r := range rules {
		for tag := range r.Translations {
			known[tag] = true
		}
	}
	ranked := make([][]string, len(wanted)+1)
	for _, tag := range slices.Sorted(maps.Keys(known)) {
		rank, ok := ranks[plainTag(tag)]
		if !ok {
			rank = len(wanted)
		}
		ranked[rank] = append(ranked[rank], tag)
	}
	tags := slices.Concat(ranked...)
	return tags[:min(len(tags), maxLanguages)]
}

// plainTag is a language tag as it compares.
func plainTag(tag string) string { return strings.ReplaceAll(strings.ToLower(tag), "_", "-") }
