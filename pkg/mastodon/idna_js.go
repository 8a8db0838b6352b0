package mastodon

// ToASCII brings a name in another script into the form of the network
// (normalised, then in punycode), and reports whether such a name can be. It is
// the URL parser of the browser or of the Worker, which pkg/jsbridge puts here:
// the parser has the tables already, which would add a third to what visitors
// download, and requests go through it anyway. Until it is here, names in other
// scripts are refused.
var ToASCII func(name string) (ascii string, ok bool)

func toASCII(name string) (string, bool) {
	if ToASCII == nil {
		return "", false
	}
	return ToASCII(name)
}
