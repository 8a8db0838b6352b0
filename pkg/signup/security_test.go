package signup_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is kept, by the words that SECURITY.md has for it.
var keptInWords = map[string]string{
	"clientId": "client id", "clientSecret": "client secret", "token": "token",
	"username": "username", "email": "masked address", "consent": "what was agreed to",
	"original": "a number that tells the address from another", "corrected": "a number that tells the address from another",
	"at": "when", "resendAt": "when", "resent": "how often an email was sent", "screen": "an account that",
}

func TestSecurityTellsAllThatIsKept(t *testing.T) {
	told, err := os.ReadFile("../../SECURITY.md")
	require.NoError(t, err)
	lines := strings.Split(string(told), "\n")
	about := func(begin string) string {
		for _, line := range lines {
			if strings.HasPrefix(line, begin) {
				return line
			}
		}
		t.Errorf("SECURITY.md has no line that begins %s", begin)
		return ""
	}
	check := func(v *visitor, account string) {
		synctest.Wait() // for what still writes
		for key, text := range v.config.Store.(store) {
			kind, _, _ := strings.Cut(key, " ")
			line := about("| `" + kind + " …` |")
			if strings.HasSuffix(kind, ":account") {
				line = about(account)
			}
			members := map[string]any{}
			require.NoError(v, json.Unmarshal([]byte(text), &members))
			for member := range members {
				words, known := keptInWords[member]
				assert.True(v, known, "SECURITY.md does not say that %s is kept", member)
				assert.Contains(v, line, words, "%s in %s", member, kind)
			}
		}
	}
	journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
		v.signUp()
		time.Sleep(time.Minute) // after which another email may be asked for
		require.NoError(v, v.flow.Resend(v.Context(), "other@example.org"))
		check(v, "| `fedi-signup:account …` |")
		require.NoError(v, v.server.Confirm("alice"))
		time.Sleep(soon)
		check(v, "| the same, ")
	})
}
