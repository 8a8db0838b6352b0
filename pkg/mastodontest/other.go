package mastodontest

import "net/http"

// routeOther answers as software without Mastodon's API: nodeinfo tells its
// name, and people find its pages. The contract says nothing about such
// software; this is what a client needs to name it and to lead to it.
func (s *Server) routeOther(c *call) reply {
	switch path := c.URL.Path; path {
	case "/.well-known/nodeinfo":
		return s.nodeInfoLinks(c)
	case "/nodeinfo/2.0":
		return s.nodeInfo()
	case "/", "/signup", "/register":
		return s.frontPage()
	}
	return notFoundPage()
}

// nodeInfoCORS lets pages read nodeinfo and nothing else.
func nodeInfoCORS(_ *Server, c *call) (corsRule, bool) {
	return corsRule{methods: http.MethodGet, maxAge: "7200"}, c.URL.Path == "/.well-known/nodeinfo" || c.URL.Path == "/nodeinfo/2.0"
}
