//go:build !js

package mastodon

import "golang.org/x/net/idna"

// browserNames reads names as browsers do: https://url.spec.whatwg.org/#idna
var browserNames = idna.New(idna.MapForLookup(), idna.Transitional(false), idna.BidiRule(),
	idna.CheckJoiners(true), idna.CheckHyphens(false), idna.StrictDomainName(false))

// toASCII brings a name in another script into the form of the network; false
// if no such name can be. Characters that no name has may be left in it.
func toASCII(name string) (string, bool) {
	ascii, err := browserNames.ToASCII(name)
	return ascii, err == nil
}
