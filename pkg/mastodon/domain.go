package mastodon

import "strings"

// setDomain decides what stands in handles, given what the server says of it.
// It may name itself and what is evidently its own: a domain above it or below,
// and the one that was asked and led to it. On the visitor's own machine it may
// name what it likes. Another domain is only noted, because anybody can claim
// it. What is no name at all is passed over.
func (i *Instance) setDomain(said string, asked Server) {
	i.Domain = i.Server.Host()
	domain, err := ParseServer(bareDomain(said))
	switch {
	case err != nil || strings.ContainsAny(said, "@?#"):
	case i.Server.loopback() || domain == asked || isOwn(i.Server.Host(), domain.Host()):
		i.Domain = domain.Host()
	case !domain.loopback():
		i.Claimed = domain
	}
}

// isOwn reports whether whoever has the one name evidently has the other, which
// has no port but the server's.
func isOwn(host, domain string) bool {
	name, port, _ := strings.Cut(host, ":")
	other, otherPort, _ := strings.Cut(domain, ":")
	return (otherPort == "" || otherPort == port) &&
		(name == other || strings.HasSuffix(name, "."+other) || strings.HasSuffix(other, "."+name))
}

// bareDomain takes the scheme off, which Akkoma and Vernissage send in "uri".
func bareDomain(uri string) string {
	if _, rest, ok := strings.Cut(uri, "://"); ok {
		uri = rest
	}
	uri, _, _ = strings.Cut(uri, "/")
	return uri
}
