package mastodon

import "strings"

// setDomain decides what stands in handles, given what the server says of it.
// It may name itself, and the domain that was asked and led to it. On the
// visitor's own machine it may name what it likes. Another domain is only
// noted, because anybody can claim it; one above it or below is another too:
// many people have a name below masto.host, github.io or co.uk. What is no name
// at all is passed over.
func (i *Instance) setDomain(said string, asked Server) {
	i.Domain = i.Server.Host()
	domain, err := ParseServer(bareDomain(said))
	switch {
	case err != nil || strings.ContainsAny(said, "@?#"):
	case i.Server.loopback() || domain == asked:
		i.Domain = domain.Host()
	case domain != i.Server && !domain.loopback():
		i.Claimed = domain
	}
}

// bareDomain takes the scheme off, which Akkoma and Vernissage send in "uri".
func bareDomain(uri string) string {
	if _, rest, ok := strings.Cut(uri, "://"); ok {
		uri = rest
	}
	uri, _, _ = strings.Cut(uri, "/")
	return uri
}
