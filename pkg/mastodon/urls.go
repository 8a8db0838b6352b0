package mastodon

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// URLs are the addresses of the server's pages; empty where there is none.
type URLs struct {
	About          string // with the rules
	PrivacyPolicy  string
	TermsOfService string
	Status         string
}

// pages finds the server's pages. From 4.4 on servers name them; the older
// ones keep them where they always were.
func (i *Instance) pages(named jsontext.Object) URLs {
	at := i.Server.URL
	urls := URLs{About: webAddress(named.Text("about")), PrivacyPolicy: webAddress(named.Text("privacy_policy")),
		TermsOfService: webAddress(named.Text("terms_of_service")), Status: webAddress(named.Text("status"))}
	if urls.About != "" || urls.PrivacyPolicy != "" {
		return urls
	}
	switch i.Software.Name {
	case SoftwareGoToSocial:
		urls.About, urls.TermsOfService = at("/about"), at("/about#rules")
	case SoftwareAkkoma, SoftwarePleroma:
		urls.About, urls.TermsOfService = at("/about"), at("/static/terms-of-service.html")
	case SoftwarePixelfed:
		urls.About, urls.PrivacyPolicy, urls.TermsOfService = at("/site/about"), at("/site/privacy"), at("/site/terms")
	case SoftwareMastodon, SoftwareGlitch, SoftwareHometown:
		if i.APIVersion == 2 {
			urls.About, urls.PrivacyPolicy = at("/about"), at("/privacy-policy")
		} else {
			urls.About, urls.PrivacyPolicy = at("/about/more"), at("/terms")
		}
	}
	return urls
}

// maxAddress is the length of an address that browsers and servers take.
const maxAddress = 2000

// webAddress drops what is no address of a web page, such as javascript:, and
// what cannot be written so.
func webAddress(url string) string {
	if len(url) > maxAddress || !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") {
		return ""
	}
	for i := 0; i < len(url); i++ {
		if url[i] <= ' ' || url[i] == 0x7f {
			return ""
		}
	}
	return url
}
