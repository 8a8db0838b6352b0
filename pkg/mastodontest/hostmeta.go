package mastodontest

import (
	"net/http"
	"strings"
)

// hostMeta answers GET /.well-known/host-meta: it tells where to ask about
// handles.
func hostMeta(at string) reply {
	return reply{status: http.StatusOK, header: http.Header{"Content-Type": {"application/xrd+xml; charset=utf-8"}},
		body: []byte(`<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" template="` + escapeHTML(at) + `/.well-known/webfinger?resource={uri}"/>
</XRD>
`)}
}

// webFinger answers GET /.well-known/webfinger about accounts, and about the
// server itself as acct:DOMAIN@DOMAIN. What it links to is at an origin.
func (s *Server) webFinger(c *call, at string) reply {
	resource := c.param("resource")
	if resource == "" {
		return reply{status: http.StatusBadRequest, header: http.Header{}}
	}
	domain := s.domain(c.origin)
	name, host, _ := strings.Cut(strings.TrimPrefix(resource, "acct:"), "@")
	_, webHost, _ := strings.Cut(at, "://")
	if !strings.EqualFold(host, domain) && !strings.EqualFold(host, webHost) {
		return reply{status: http.StatusNotFound, header: http.Header{}}
	}
	if strings.EqualFold(name, domain) {
		return jrdReply("acct:"+domain+"@"+domain, at+"/about/more?instance_actor=true", at+"/actor")
	}
	u := s.userByName(name)
	if u == nil {
		return reply{status: http.StatusNotFound, header: http.Header{}}
	}
	return jrdReply("acct:"+u.username+"@"+domain, at+"/@"+u.username, at+"/users/"+u.username)
}

func jrdReply(subject, profile, self string) reply {
	a := jsonReply(http.StatusOK, object{"subject", subject, "aliases", []string{profile, self}, "links", []object{
		{"rel", "http://webfinger.net/rel/profile-page", "type", "text/html", "href", profile},
		{"rel", "self", "type", "application/activity+json", "href", self},
	}})
	a.header.Set("Content-Type", "application/jrd+json; charset=utf-8")
	return a
}

// describes answers what every kind of server tells about itself below
// /.well-known/.
func (s *Server) describes(c *call) (reply, bool) {
	switch c.URL.Path {
	case "/.well-known/nodeinfo":
		return s.nodeInfoLinks(c), true
	case "/.well-known/host-meta":
		return hostMeta(c.origin), true
	case "/.well-known/webfinger":
		return s.webFinger(c, c.origin), true
	case s.nodeInfoPath():
		return s.nodeInfo(), true
	}
	return reply{}, false
}

// routeAccountDomain answers as a web site that is no server itself, and only
// tells where the one is whose handles bear its name.
func (s *Server) routeAccountDomain(c *call) reply {
	switch c.URL.Path {
	case "/.well-known/host-meta":
		return hostMeta(s.settings.AccountsAt)
	case "/.well-known/webfinger":
		return s.webFinger(c, s.settings.AccountsAt)
	case "/":
		return s.frontPage()
	}
	return notFoundPage()
}

func (s *Server) frontPage() reply {
	return pageReply(http.StatusOK, "<h1>"+escapeHTML(s.settings.Title)+"</h1>")
}

func notFoundPage() reply { return pageReply(http.StatusNotFound, "<h1>Not found</h1>") }
