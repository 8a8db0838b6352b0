package signup

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// What a server says is bounded to what a person can read, whatever it sends:
// a page that has to draw 38,000 rules stands still for a minute. Real servers
// stay far inside. What is left out is counted or ends in an ellipsis, and
// stands on the server's own pages. Sizes are in bytes, lengths in characters.
const (
	maxRules           = 100
	maxRulesSize       = 50_000
	maxLanguages       = 50 // in which a rule is told
	maxTranslationSize = 150_000

	maxTitle       = 100
	maxDescription = 1000
	maxWord        = 60 // names of software, fields and codes
	maxMessage     = 1000
	maxNoticeParts = 50

	maxFieldProblems   = 5 // of one field
	maxUnknownProblems = 10

	maxHTML = 64_000 // size of what is still turned into text
)

// cut is a text of at most so many characters.
func cut(text string, most int) string {
	for i := range text {
		if most == 0 {
			return contained(strings.TrimSpace(text[:i])) + "…"
		}
		most--
	}
	return text
}

// cutParts cuts a text in parts likewise.
func cutParts(parts []TextPart) []TextPart {
	left := maxMessage
	for i, part := range parts {
		length := len([]rune(part.Text))
		if i == maxNoticeParts {
			left = 0
		}
		if length > left {
			return append(parts[:i:i], TextPart{Text: cut(part.Text, left)})
		}
		left -= length
	}
	return parts
}

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
	type language struct {
		tag  string
		rank int
	}
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
	var languages []language
	for _, r := range rules {
		for tag := range r.Translations {
			if known[tag] {
				continue
			}
			known[tag] = true
			rank, ok := ranks[plainTag(tag)]
			if !ok {
				rank = len(wanted)
			}
			languages = append(languages, language{tag, rank})
		}
	}
	slices.SortFunc(languages, func(a, b language) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.tag, b.tag))
	})
	var tags []string
	for _, l := range languages[:min(len(languages), maxLanguages)] {
		tags = append(tags, l.tag)
	}
	return tags
}

// plainTag is a language tag as it compares.
func plainTag(tag string) string { return strings.ReplaceAll(strings.ToLower(tag), "_", "-") }

// bounded are the problems that can be read. The last one says how many more
// there are.
func (r *requirements) bounded(problems []FieldProblem) []FieldProblem {
	kept, leftOut := []FieldProblem{}, 0
	count := map[string]int{}
	for _, p := range problems {
		field, most := p.Field, maxFieldProblems
		if !r.asks(FieldName(p.Field)) {
			field, most = "", maxUnknownProblems
		}
		if count[field]++; count[field] > most {
			leftOut++
			continue
		}
		p.Field, p.Code, p.Message = cut(p.Field, maxWord), FieldCode(cut(string(p.Code), maxWord)), cut(p.Message, maxMessage)
		kept = append(kept, p)
	}
	if leftOut > 0 {
		kept = append(kept, FieldProblem{Code: FieldCodeMore, Origin: OriginServer, Limit: leftOut})
	}
	return kept
}
