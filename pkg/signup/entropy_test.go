package signup

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	passwordvalidator "github.com/wagslane/go-password-validator"
)

func TestAPasswordIsAsGuessableAsGoToSocialsLibrarySays(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "aaa", "abcd", "dcba", "qwe", "rewq", "123", "4321", "Z", "ABC", " ", "-", "!", "#", "ä", "äää", "😀", "7", "x"}
	passwords := []string{"", "a", "correct horse", "correct horse battery", "qwertyuiop", "aaaaaaaaaaaaaaaaaaaa", "\xff\xff\xff"}
	for range 3000 {
		password := ""
		for range 1 + random.IntN(12) {
			password += pieces[random.IntN(len(pieces))]
		}
		passwords = append(passwords, password)
	}
	for _, password := range passwords {
		for _, bits := range []int{20, 60} {
			if entropy := passwordvalidator.GetEntropy(password); entropy < float64(bits)-1e-9 || entropy > float64(bits)+1e-9 {
				assert.Equal(t, entropy < float64(bits), guessable(password, bits), "%q has %g", password, entropy)
			}
		}
	}
}
