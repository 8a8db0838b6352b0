package edge_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOnlyListedPagesGetTokensOfListedServers(t *testing.T) {
	for name, test := range map[string]struct {
		origin, server, returnURL string
		status                    int
		code                      string
	}{
		"listed":                                  {origin, "example.social", returnURL, 200, ""},
		"the server typed otherwise":              {origin, " HTTPS://Example.Social/about", returnURL, 200, ""},
		"the return URL as browsers write it":     {"https://blog.example.org", "example.social", "https://BLOG.example.org:443", 200, ""},
		"another origin":                          {"https://evil.example", "example.social", returnURL, 403, "origin_not_listed"},
		"an origin that begins alike":             {origin + ".evil.example", "example.social", returnURL, 403, "origin_not_listed"},
		"another scheme":                          {"http://www.example.org", "example.social", returnURL, 403, "origin_not_listed"},
		"another port":                            {origin + ":8443", "example.social", returnURL, 403, "origin_not_listed"},
		"a page without an origin":                {"null", "example.social", returnURL, 403, "origin_not_listed"},
		"no browser":                              {"", "example.social", returnURL, 403, "origin_not_listed"},
		"another server":                          {origin, "evil.example", returnURL, 403, "server_not_listed"},
		"a subdomain of a server":                 {origin, "www.example.social", returnURL, 403, "server_not_listed"},
		"another port of a server":                {origin, "example.social:8443", returnURL, 403, "server_not_listed"},
		"this machine":                            {origin, "http://127.0.0.1", returnURL, 403, "server_not_listed"},
		"a server behind another's name":          {origin, "example.social@127.0.0.1", returnURL, 403, "server_not_listed"},
		"an address within the network":           {origin, "http://169.254.169.254/latest/meta-data", returnURL, 400, "invalid_request"},
		"another page of the site":                {origin, "example.social", origin + "/other", 403, "return_url_not_listed"},
		"a page of another listed site":           {origin, "example.social", "https://blog.example.org/", 403, "return_url_not_listed"},
		"a page elsewhere":                        {origin, "example.social", "https://evil.example/joined", 403, "return_url_not_listed"},
		"a page with a fragment":                  {origin, "example.social", returnURL + "#top", 403, "return_url_not_listed"},
		"a page with a password":                  {origin, "example.social", "https://a:b@www.example.org/joined?from=mail", 403, "return_url_not_listed"},
		"a script for a page":                     {origin, "example.social", "javascript:alert(1)", 403, "return_url_not_listed"},
		"no page":                                 {origin, "example.social", "", 400, "invalid_request"},
		"no server":                               {origin, "", returnURL, 400, "invalid_request"},
		"a server's name that is none":            {origin, "example", returnURL, 400, "invalid_request"},
		"two return URLs, as servers could split": {origin, "example.social", returnURL + "\nhttps://evil.example/", 403, "return_url_not_listed"},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, nil)
			a := s.do(post(test.origin, test.server, test.returnURL))
			assert.Equal(t, test.status, a.Status, a.Body)
			assert.Equal(t, test.code, a.Code)
			if test.code != "" {
				assert.NotEmpty(t, a.Description)
				assert.Empty(t, a.Token)
				assert.Empty(t, s.server.Requests(), "nobody else is asked")
			}
		})
	}
}

func TestAnswersCanBeReadByListedPagesOnly(t *testing.T) {
	s := start(t, nil)
	listed := s.ask()
	assert.Equal(t, origin, listed.Header.Get("Access-Control-Allow-Origin"))
	assert.Contains(t, listed.Header.Get("Access-Control-Expose-Headers"), "Retry-After")
	assert.Empty(t, listed.Header.Get("Access-Control-Allow-Credentials"))
	other := s.do(post("https://evil.example", "example.social", returnURL))
	assert.Empty(t, other.Header.Get("Access-Control-Allow-Origin"))
	for _, a := range []answer{listed, other} {
		assert.Equal(t, "Origin", a.Header.Get("Vary"))
		assert.Equal(t, "no-store", a.Header.Get("Cache-Control"))
		assert.Equal(t, "nosniff", a.Header.Get("X-Content-Type-Options"))
		assert.Contains(t, a.Header.Get("Content-Security-Policy"), "default-src 'none'")
	}
}

func TestARequestOfSeveralOriginsIsOfNone(t *testing.T) {
	s := start(t, nil)
	for _, origins := range [][]string{
		{origin, "https://evil.example"}, // as a Worker has "https://www.example.org, https://evil.example"
		{"https://evil.example", origin},
		{origin + ", https://evil.example"},
	} {
		r := post("", "example.social", returnURL)
		r.Header["Origin"] = origins
		a := s.do(r)
		assert.Equal(t, "origin_not_listed", a.Code, origins)
		assert.Empty(t, a.Header.Get("Access-Control-Allow-Origin"))
	}
	assert.Empty(t, s.server.Requests())
}

func TestAPreflightIsAnsweredAlikeToEverybody(t *testing.T) {
	s := start(t, nil)
	for _, from := range []string{origin, "https://evil.example"} {
		r := httptest.NewRequest(http.MethodOptions, "/v1/app-token", nil)
		r.Header.Set("Origin", from)
		a := s.do(r)
		assert.Equal(t, http.StatusNoContent, a.Status)
		assert.Equal(t, "*", a.Header.Get("Access-Control-Allow-Origin"))
		assert.Equal(t, "POST", a.Header.Get("Access-Control-Allow-Methods"))
		assert.Equal(t, "Content-Type", a.Header.Get("Access-Control-Allow-Headers"))
		assert.Empty(t, a.Body)
	}
}

func TestOtherRequests(t *testing.T) {
	form := "application/x-www-form-urlencoded"
	valid := "server=example.social&return_url=https%3A%2F%2Fwww.example.org%2Fjoined%3Ffrom%3Dmail"
	for name, test := range map[string]struct {
		method, path, contentType, body string
		status                          int
		code                            string
	}{
		"no such path":         {"POST", "/v1/app-tokens", form, valid, 404, "not_found"},
		"a path below":         {"POST", "/v1/app-token/x", form, valid, 404, "not_found"},
		"the start page":       {"GET", "/", "", "", 404, "not_found"},
		"GET":                  {"GET", "/v1/app-token?" + valid, "", "", 405, "method_not_allowed"},
		"DELETE":               {"DELETE", "/v1/app-token", form, valid, 405, "method_not_allowed"},
		"nothing":              {"POST", "/v1/app-token", form, "", 400, "invalid_request"},
		"in the address":       {"POST", "/v1/app-token?" + valid, form, "", 400, "invalid_request"},
		"JSON":                 {"POST", "/v1/app-token", "application/json", `{"server":"example.social"}`, 400, "invalid_request"},
		"a broken form":        {"POST", "/v1/app-token", form, valid + "&%zz", 400, "invalid_request"},
		"too large":            {"POST", "/v1/app-token", form, valid + "&x=" + strings.Repeat("x", 8<<10), 413, "invalid_request"},
		"a parameter too many": {"POST", "/v1/app-token", form, valid + "&redirect_uris=https%3A%2F%2Fevil.example", 200, ""},
		"with a character set": {"POST", "/v1/app-token", form + ";charset=UTF-8", valid, 200, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, nil)
			r := httptest.NewRequest(test.method, test.path, strings.NewReader(test.body))
			r.Header.Set("Origin", origin)
			r.Header.Set("Content-Type", test.contentType)
			a := s.do(r)
			assert.Equal(t, test.status, a.Status, a.Body)
			assert.Equal(t, test.code, a.Code)
			if test.status == http.StatusMethodNotAllowed {
				assert.Equal(t, "OPTIONS, POST", a.Header.Get("Allow"))
			}
		})
	}
}

func TestARequestThatDoesNotTellItsSizeIsLimitedToo(t *testing.T) {
	s := start(t, nil)
	r := post(origin, "example.social", returnURL+strings.Repeat("x", 8<<10))
	r.ContentLength = -1
	assert.Equal(t, http.StatusRequestEntityTooLarge, s.do(r).Status)
}

func TestARequestWithoutABodyIsAnswered(t *testing.T) {
	s := start(t, nil)
	r := post(origin, "", "")
	r.Body = nil // as on a Worker
	assert.Equal(t, "invalid_request", s.do(r).Code)
}

// panics is a Doer with a defect.
type panics struct{}

func (panics) Do(context.Context, *mastodon.Request) (*mastodon.Response, error) { panic("a defect") }

func TestAPanicIsAnsweredAndHoldsNobodyUp(t *testing.T) {
	s := start(t, func(c *edge.Config) { c.Doer = panics{} })
	for range 2 {
		a := s.ask()
		assert.Equal(t, http.StatusInternalServerError, a.Status)
		assert.Equal(t, "server_error", a.Code)
		assert.NotContains(t, a.Body, "a defect")
		assert.Equal(t, origin, a.Header.Get("Access-Control-Allow-Origin"))
	}
	assert.Contains(t, s.log.String(), "panic: a defect\n")
	assert.Contains(t, s.log.String(), "token.go:", "the log tells where")
}

func TestWrongSettingsAreExplainedToTheOwnerAlone(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*edge.Config)
		log    string
	}{
		"no server":        {func(c *edge.Config) { c.Servers = nil }, "SERVERS names no server"},
		"a bad server":     {func(c *edge.Config) { c.Servers = []string{"example.social", "example"} }, `SERVERS: mastodon: "example" names no server: no-dot`},
		"no site":          {func(c *edge.Config) { c.Sites = nil }, "SITES names no return URL"},
		"no address":       {sites("www.example.org"), `SITES: "www.example.org" is no address that begins with https://`},
		"no host":          {sites("https:///joined"), `SITES: "https:///joined" is no address that begins with https://`},
		"a bad host":       {sites("https://10.0.0.1/"), `SITES: "https://10.0.0.1/" is no address of a page: mastodon: "https://10.0.0.1/" names no server: ip-address`},
		"an open address":  {sites("http://www.example.org/"), `SITES: "http://www.example.org/" must begin with https://`},
		"a fragment":       {sites("https://www.example.org/#joined"), `SITES: "https://www.example.org/#joined" has a fragment (#…), which servers refuse`},
		"a long address":   {sites("https://www.example.org/" + strings.Repeat("x", 1950)), `" is too long for example.social`},
		"a long name":      {func(c *edge.Config) { c.Sites[0].AppName = strings.Repeat("ä", 61) }, `" is longer than 60 characters`},
		"no storage":       {func(c *edge.Config) { c.Store = nil }, "there is no storage: bind a KV namespace as APPS"},
		"several problems": {func(c *edge.Config) { c.Servers, c.Sites = nil, nil }, "SERVERS names no server\nSITES names no return URL"},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, test.change)
			a := s.ask()
			assert.Equal(t, http.StatusInternalServerError, a.Status)
			assert.Equal(t, "misconfigured", a.Code)
			assert.Equal(t, "*", a.Header.Get("Access-Control-Allow-Origin"), "the page can read it")
			assert.NotContains(t, a.Body, "SITES")
			assert.Contains(t, s.log.String(), "misconfigured: ")
			assert.Contains(t, s.log.String(), test.log)
			assert.Empty(t, s.server.Requests())
		})
	}
}

func sites(returnURL string) func(*edge.Config) {
	return func(c *edge.Config) { c.Sites = []edge.Site{{ReturnURL: returnURL}} }
}

func TestSettingsFromTheEnvironment(t *testing.T) {
	env := map[string]string{
		"SERVERS":  " example.social\n http://127.0.0.1:3000 ",
		"SITES":    "https://www.example.org/joined?from=mail http://localhost:8080",
		"APP_NAME": " Example ",
	}
	s := start(t, func(c *edge.Config) {
		read := edge.FromEnv(func(name string) string { return env[name] })
		assert.Equal(t, []string{"example.social", "http://127.0.0.1:3000"}, read.Servers)
		assert.Equal(t, []edge.Site{
			{ReturnURL: returnURL, AppName: "Example"},
			{ReturnURL: "http://localhost:8080", AppName: "Example"},
		}, read.Sites)
		c.Servers, c.Sites = read.Servers, read.Sites
	})
	a := s.do(post("http://localhost:8080", "http://127.0.0.1:3000", "http://localhost:8080/"))
	require.Equal(t, http.StatusOK, a.Status, a.Body)
	assert.NotEmpty(t, a.Token)

	empty := edge.FromEnv(func(string) string { return "" })
	assert.Equal(t, edge.Config{Servers: []string{}}, empty)
}

func TestPagesInOtherScriptsAreListedAsBrowsersNameThem(t *testing.T) {
	s := start(t, sites("https://bücher.example/später"))
	a := s.do(post("https://xn--bcher-kva.example", "example.social", "https://xn--bcher-kva.example/sp%C3%A4ter"))
	assert.Equal(t, http.StatusOK, a.Status, a.Body)
}
