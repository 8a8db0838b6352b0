package mastodon

import "strings"

// ReturnMark is the query parameter in which the confirmation email's link tells
// a page which server's email it was in.
const ReturnMark = "fedi-signup"

// MarkedReturnURL is a redirect URI that tells the page when a visitor comes
// from a server's mail: the page's address with fedi-signup=example.social in
// its query. Servers add nothing of their own.
func MarkedReturnURL(returnURL string, server Server) string {
	page, _, _ := strings.Cut(returnURL, "#")
	joint := "?"
	if strings.Contains(page, "?") {
		joint = "&"
	}
	return page + joint + ReturnMark + "=" + escape(server.Host())
}
