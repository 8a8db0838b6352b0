// Package ascii reads what protocols write in the letters and digits of ASCII, such
// as names of hosts, tags of languages, versions. What is of no such kind is left as
// it is. Packages strings and strconv do more, by tables that are large in the core.
package ascii

// IsLetter reports whether a byte is a letter of either case.
func IsLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// IsDigit reports whether a byte is a decimal digit.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// IsAlphanumeric reports whether a byte is a letter or a decimal digit.
func IsAlphanumeric(c byte) bool { return IsLetter(c) || IsDigit(c) }

// Lower is a text with its letters in lower case.
func Lower(text string) string {
	var lower []byte
	for i := 0; i < len(text); i++ {
		if 'A' <= text[i] && text[i] <= 'Z' {
			if lower == nil {
				lower = []byte(text)
			}
			lower[i] |= 0x20
		}
	}
	if lower == nil {
		return text
	}
	return string(lower)
}

// EqualFold reports whether two texts differ in the case of letters at most.
func EqualFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a); i++ {
		if a[i] != b[i] && !(IsLetter(a[i]) && a[i]^b[i] == 0x20) {
			return false
		}
	}
	return true
}

// Number reads a whole number from 0 to most, which must be below 2^59, in a base up
// to 16. It has no sign and may begin with zeros.
func Number(digits string, base, most int64) (n int64, ok bool) {
	for i := 0; i < len(digits); i++ {
		digit := base
		switch c := digits[i]; {
		case IsDigit(c):
			digit = int64(c - '0')
		case IsLetter(c):
			digit = int64(c|0x20-'a') + 10
		}
		if n = n*base + digit; digit >= base || n > most {
			return 0, false
		}
	}
	return n, digits != ""
}
