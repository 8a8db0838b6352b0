package signup

import (
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// usernameProblems checks a name against the rules that are certain for the
// server.
func (r *requirements) usernameProblems(name string) []FieldCode {
	field := r.field(FieldNameUsername)
	if name == "" {
		return []FieldCode{FieldCodeBlank}
	}
	var codes []FieldCode
	if strings.Trim(name, r.dialect.usernameCharacters) != "" {
		codes = append(codes, FieldCodeInvalid)
	}
	if field.MaxLength > 0 && len([]rune(name)) > field.MaxLength {
		codes = append(codes, FieldCodeTooLong)
	}
	if slices.Contains(r.dialect.reserved, ascii.Lower(name)) {
		codes = append(codes, FieldCodeReserved)
	}
	return codes
}

// suggestions makes other names out of one, best first, all within the
// server's rules.
func (r *requirements) suggestions(name string) []string {
	var kept strings.Builder
	for _, c := range localPart(name) {
		character, allowed := string(c), r.dialect.usernameCharacters
		if !strings.Contains(allowed, character) {
			character = ascii.Lower(character)
		}
		if strings.Contains(allowed, character) {
			kept.WriteString(character)
		}
	}
	base := strings.Trim(kept.String(), "_-")
	if base == "" {
		return nil
	}
	limit := r.field(FieldNameUsername).MaxLength
	var names []string
	for _, affix := range [][2]string{{"", ""}, {"", "_"}, {"the_", ""}, {"", "2"}, {"its_", ""}, {"", "_here"}, {"hello_", ""}} {
		room := limit - len(affix[0]) - len(affix[1])
		if limit == 0 {
			room = len(base)
		}
		suggestion := affix[0] + base[:min(room, len(base))] + affix[1]
		if suggestion != name && !slices.Contains(names, suggestion) && len(r.usernameProblems(suggestion)) == 0 {
			names = append(names, suggestion)
		}
	}
	return names
}

// localPart is what stands before the "@" of an address, or the whole text.
func localPart(text string) string {
	local, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(text), "@"), "@")
	return local
}
