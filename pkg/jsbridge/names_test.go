//go:build js && wasm

package jsbridge

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The same table as native programs are held against, with Node's parser.
func TestNamesAreReadAsBrowsersReadThem(t *testing.T) {
	table, err := os.ReadFile("../mastodon/testdata/names.txt")
	require.NoError(t, err)
	lent := Host{eval("return { ascii: (name) => { try { return new URL('https://' + name).hostname } catch { return '' } } }")}
	for who, read := range map[string]func(string) (string, bool){"a Worker": globalASCII, "a page": lent.ascii} {
		mastodon.ToASCII = read
		for line := range strings.Lines(string(table)) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			quoted, wanted, _ := strings.Cut(line, "\t")
			name, err := strconv.Unquote(quoted)
			require.NoError(t, err, line)
			server, err := mastodon.ParseServer(name)
			if reason, refused := strings.CutPrefix(wanted, "("); refused {
				assert.ErrorContains(t, err, strings.TrimSuffix(reason, ")"), "%s: %s", who, quoted)
			} else {
				assert.Equal(t, wanted, server.Host(), "%s: %s", who, quoted)
			}
		}
	}
	mastodon.ToASCII = globalASCII
}
