package signup

import "strings"

// What a server says is limited to what a person can read, whatever it sends:
// a page that has to draw 38,000 rules hangs for a minute. Real servers stay
// far below. What is left out is counted or ends in an ellipsis, and is on the
// server's own pages. Sizes are in bytes, lengths in characters.
const (
	maxRules           = 100
	maxRulesSize       = 50_000
	maxLanguages       = 50 // of the rules
	maxTranslationSize = 150_000

	maxTitle       = 100
	maxDescription = 1000
	maxWord        = 60 // names of software, fields and codes
	maxMessage     = 1000
	maxNoticeParts = 50

	maxFieldProblems   = 5 // of one field
	maxUnknownProblems = 10

	maxHTML = 64_000 // what is longer is cut before it is turned into text
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
