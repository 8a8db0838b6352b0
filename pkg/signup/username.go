package signup

import (
	"slices"
	"strings"
)

// usernameProblems checks a name against the rules that are certain for the
// server.
func (r *requirements) usernameProblems(name string) []FieldCode {
	field := r.field(FieldNameUsername)
	if name == "" {
		return []FieldCode{FieldCodeBlank}
	}
	var codes []FieldCode
	for i := 0; i < len(name); i++ {
		if !r.usernameByte(name[i]) {
			codes = append(codes, FieldCodeInvalid)
			break
		}
	}
	if field.MaxLength > 0 && len([]rune(name)) > field.MaxLength {
		codes = append(codes, FieldCodeTooLong)
	}
	if slices.Contains(r.reserved, strings.ToLower(name)) {
		codes = append(codes, FieldCodeReserved)
	}
	return codes
}

// suggestions makes other names out of one, best first, all within the
// server's rules.
func (r *requirements) suggestions(name string) []string {
	base := strings.Map(func(c rune) rune {
		if c < 0x80 && r.usernameByte(byte(c)) {
			return c
		}
		if c < 0x80 && r.usernameByte(byte(c)|0x20) && isLetter(byte(c)) {
			return c | 0x20
		}
		return -1
	}, strings.TrimSpace(localPart(name)))
	base = strings.Trim(base, "_-")
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
