package mastodon

import "unicode/utf8"

// punycode encodes a label as RFC 3492 says. It is ours because
// golang.org/x/net/idna, which the tests compare it with, would add a third to
// what visitors download.
func punycode(label string) string {
	const (
		base, tMin, tMax = 36, 1, 26
		skew, damp       = 38, 700
		firstBias        = 72
	)
	runes := []rune(label)
	var out []byte
	for _, r := range runes {
		if r < utf8.RuneSelf {
			out = append(out, byte(r))
		}
	}
	basic := len(out)
	if basic > 0 {
		out = append(out, '-')
	}
	n, delta, bias := rune(utf8.RuneSelf), 0, firstBias
	for handled := basic; handled < len(runes); {
		next := rune(utf8.MaxRune)
		for _, r := range runes {
			if r >= n && r < next {
				next = r
			}
		}
		delta += int(next-n) * (handled + 1)
		n = next
		for _, r := range runes {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := base; ; k += base {
				t := min(max(k-bias, tMin), tMax)
				if q < t {
					break
				}
				out = append(out, punycodeDigit(t+(q-t)%(base-t)))
				q = (q - t) / (base - t)
			}
			out = append(out, punycodeDigit(q))
			// The bias follows the size of the last step.
			step := delta / 2
			if handled == basic {
				step = delta / damp
			}
			step += step / (handled + 1)
			bias = 0
			for step > (base-tMin)*tMax/2 {
				step /= base - tMin
				bias += base
			}
			bias += (base - tMin + 1) * step / (step + skew)
			delta = 0
			handled++
		}
		delta++
		n++
	}
	return string(out)
}

func punycodeDigit(d int) byte {
	if d < 26 {
		return byte('a' + d)
	}
	return byte('0' + d - 26)
}
