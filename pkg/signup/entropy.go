package signup

import "strings"

// What github.com/wagslane/go-password-validator, by which GoToSocial goes,
// takes for kinds of characters and for sequences. The library itself would
// make the core 5 kB larger.
const (
	characterKinds = "!@$&*\n_-., \n\"#%'()+/:;<=>?[\\]^{|}~\n" + letters + "\n" + capitals + "\n" + digits
	sequences      = "0123456789 qwertyuiop asdfghjkl zxcvbnm abcdefghijklmnopqrstuvwxyz " +
		"9876543210 poiuytrewq lkjhgfdsa mnbvcxz zyxwvutsrqponmlkjihgfedcba"
)

// guessable reports whether a password has less entropy than this, in bits: the
// characters that it could be made of, to the power of its length, in which
// repetitions and sequences count no more than twice.
func guessable(password string, entropy int) bool {
	base := 0
	rest := password
	for _, kind := range strings.Split(characterKinds, "\n") {
		var others strings.Builder
		for _, c := range rest {
			if !strings.ContainsRune(kind, c) {
				others.WriteRune(c)
			}
		}
		if others.Len() < len(rest) {
			base += len(kind)
		}
		rest = others.String()
	}
	for i, c := range rest { // of no kind: each counts for itself
		if strings.IndexRune(rest, c) == i {
			base++
		}
	}
	runes := []rune(password)
	for i := 2; i < len(runes); i++ {
		if runes[i] == runes[i-1] && runes[i] == runes[i-2] {
			runes = append(runes[:i], runes[i+1:]...)
			i--
		}
	}
	for _, sequence := range strings.Split(sequences, " ") {
		runes = thinned(runes, sequence)
	}
	guesses, enough := 1.0, float64(uint64(1)<<entropy)
	for range len(string(runes)) {
		guesses *= float64(base)
	}
	return guesses < enough
}

// thinned leaves two of the characters that follow each other in a text as
// they do in a sequence.
func thinned(runes []rune, sequence string) []rune {
	run := 0
	for i := 0; i < len(runes); i++ {
		for _, next := range sequence {
			switch {
			case i == len(runes):
			case runes[i] != next:
				run = 0
			case run == 2:
				runes = append(runes[:i], runes[i+1:]...)
			default:
				run++
				i++
			}
		}
	}
	return runes
}
