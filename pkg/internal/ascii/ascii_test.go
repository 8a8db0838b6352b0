package ascii_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOnlyLettersChangeTheirCase(t *testing.T) {
	for c := range 256 {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		assert.Equal(t, letter, ascii.IsLetter(byte(c)), c)
		one := string([]byte{byte(c)})
		for d := range 256 {
			other := string([]byte{byte(d)})
			same := c == d || letter && c^d == 0x20
			require.Equal(t, same, ascii.EqualFold(one, other), "%q %q", one, other)
			require.Equal(t, same, ascii.Lower(one) == ascii.Lower(other), "%q %q", one, other)
		}
	}
	assert.Equal(t, "äb-ÄÖ1 \u212ak", ascii.Lower("äB-ÄÖ1 \u212aK"))
	assert.False(t, ascii.EqualFold("a", "aa"))
	assert.False(t, ascii.EqualFold("\u212a", "k"), "the sign of Kelvin is no letter here")
}

func TestNumbersAreWholeAndWithinTheirLimit(t *testing.T) {
	for text, wanted := range map[string]int64{"0": 0, "7": 7, "007": 7, "255": 255, "256": -1, "": -1, "+7": -1, "-7": -1, " 7": -1, "7.": -1, "a": -1, "٣": -1,
		strings.Repeat("9", 99): -1, strings.Repeat("0", 99) + "1": 1} {
		n, ok := ascii.Number(text, 10, 255)
		assert.Equal(t, max(wanted, 0), n, text)
		assert.Equal(t, wanted >= 0, ok, text)
	}
	n, ok := ascii.Number("1F9e9", 16, math.MaxInt32)
	assert.True(t, ok)
	assert.EqualValues(t, 0x1f9e9, n)
	_, ok = ascii.Number("1g", 16, math.MaxInt32)
	assert.False(t, ok)
}

func FuzzNumber(f *testing.F) {
	f.Add("2147483648")
	f.Add("ffffff")
	f.Fuzz(func(t *testing.T, text string) {
		for _, base := range []int{10, 16} {
			n, ok := ascii.Number(text, int64(base), math.MaxInt32)
			wanted, err := strconv.ParseUint(text, base, 31)
			require.Equal(t, err == nil, ok)
			if ok {
				require.EqualValues(t, wanted, n)
			}
		}
	})
}
