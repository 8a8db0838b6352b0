package mastodon

import (
	"strings"
	"unicode/utf8"
)

// isEncoded reports whether a label, in small letters, claims to stand for one in
// another script.
func isEncoded(label string) bool { return strings.HasPrefix(label, "xn--") }

// standsForAName reports whether an encoded label stands for one that a browser
// would encode so. Not all browsers look themselves.
func standsForAName(label string) bool {
	decoded, ok := punycode(label[len("xn--"):])
	if !ok {
		return false
	}
	encoded, ok := toNetwork(decoded)
	return ok && encoded == label
}

// punycode decodes what RFC 3492 encodes; false for what it does not.
func punycode(encoded string) (string, bool) {
	const (
		base, tMin, tMax = 36, 1, 26
		skew, damp       = 38, 700
		firstBias        = 72
	)
	basic := max(strings.LastIndexByte(encoded, '-'), 0)
	decoded := []rune(encoded[:basic])
	rest := strings.TrimPrefix(encoded[basic:], "-")
	if rest == "" || len(rest) > 63 {
		return "", false
	}
	code, at, bias := utf8.RuneSelf, 0, firstBias
	for rest != "" {
		before, weight := at, 1
		for k := base; ; k += base {
			if rest == "" {
				return "", false
			}
			digit := punycodeDigit(rest[0])
			rest = rest[1:]
			if digit < 0 || digit > (1<<31-1-at)/weight {
				return "", false
			}
			at += digit * weight
			t := min(max(k-bias, tMin), tMax)
			if digit < t {
				break
			}
			if weight > (1<<31-1)/(base-t) {
				return "", false
			}
			weight *= base - t
		}
		// The bias follows the size of the last step.
		length := len(decoded) + 1
		step := (at - before) / 2
		if before == 0 {
			step = at / damp
		}
		step += step / length
		bias = 0
		for step > (base-tMin)*tMax/2 {
			step /= base - tMin
			bias += base
		}
		bias += (base - tMin + 1) * step / (step + skew)
		if code += at / length; !utf8.ValidRune(rune(code)) {
			return "", false
		}
		at %= length
		decoded = append(decoded[:at], append([]rune{rune(code)}, decoded[at:]...)...)
		at++
	}
	return string(decoded), true
}

// punycodeDigit is the worth of a small letter or a digit; -1 for others.
func punycodeDigit(c byte) int {
	switch {
	case 'a' <= c && c <= 'z':
		return int(c - 'a')
	case '0' <= c && c <= '9':
		return int(c-'0') + 26
	}
	return -1
}
