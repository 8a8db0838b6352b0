package mastodon_test

import (
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"golang.org/x/net/idna"
)

// Here no page lends its URL parser.
func init() {
	names := idna.New(idna.MapForLookup(), idna.Transitional(false), idna.BidiRule(),
		idna.CheckJoiners(true), idna.CheckHyphens(false), idna.StrictDomainName(false))
	mastodon.ToASCII = func(name string) (string, bool) {
		ascii, err := names.ToASCII(name)
		return ascii, err == nil
	}
}
