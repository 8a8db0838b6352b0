package mastodontest_test

import (
	"encoding/json"
	"image/png"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// §1.1: 1 GET /api/v2/instance.
// §2: v2 tells how to sign up.
func TestTheInstanceDocumentTellsHowToSignUp(t *testing.T) {
	type settings = mastodontest.Settings
	none := `"message":null,"url":null`
	for name, test := range map[string]struct {
		settings settings
		v42, v44 string // registrations
	}{
		"open":     {settings{}, `"enabled":true,"approval_required":false,` + none, `"enabled":true,"approval_required":false,"reason_required":false,"message":null,"min_age":null,"url":null`},
		"approval": {settings{Registrations: mastodontest.Approval, RequireReason: true, MinAge: 16}, `"enabled":true,"approval_required":true,` + none, `"enabled":true,"approval_required":true,"reason_required":true,"message":null,"min_age":16,"url":null`},
		"open, reason setting left on": {settings{RequireReason: true}, `"enabled":true,"approval_required":false,` + none,
			`"enabled":true,"approval_required":false,"reason_required":false,"message":null,"min_age":null,"url":null`},
		"closed": {settings{Registrations: mastodontest.Closed, ClosedMessage: "Full"}, `"enabled":false,"approval_required":false,"message":"Full","url":null`,
			`"enabled":false,"approval_required":false,"reason_required":false,"message":"Full","min_age":null,"url":null`},
		"closed without a word": {settings{Registrations: mastodontest.Closed}, `"enabled":false,"approval_required":false,` + none,
			`"enabled":false,"approval_required":false,"reason_required":false,"message":null,"min_age":null,"url":null`},
		"a message that nobody needs": {settings{ClosedMessage: "Full"}, `"enabled":true,"approval_required":false,` + none,
			`"enabled":true,"approval_required":false,"reason_required":false,"message":null,"min_age":null,"url":null`},
		"one person's": {settings{SingleUser: true}, `"enabled":false,"approval_required":false,` + none,
			`"enabled":false,"approval_required":false,"reason_required":false,"message":null,"min_age":null,"url":null`},
		"single sign-on, hidden": {settings{SSOOnly: true}, `"enabled":true,"approval_required":false,` + none,
			`"enabled":true,"approval_required":false,"reason_required":false,"message":null,"min_age":null,"url":null`},
		"single sign-on, told": {settings{SSOURL: "https://sso.example"}, `"enabled":true,"approval_required":false,"message":null,"url":"https://sso.example"`,
			`"enabled":true,"approval_required":false,"reason_required":false,"message":null,"min_age":null,"url":"https://sso.example"`},
	} {
		t.Run(name, func(t *testing.T) {
			eachVersionFrom(t, "4.0", func(t *testing.T, version string) {
				test.settings.Version, test.settings.Now = version, nil
				v := visit(t, test.settings)
				want := test.v42
				if since(version, "4.4") {
					want = test.v44
				}
				if !since(version, "4.2") {
					want, _, _ = strings.Cut(want, `,"url":`)
				}
				assert.Contains(t, v.get("/api/v2/instance").body, `"registrations":{`+want+`}`)
			})
		})
	}
}

// §0.1: the document tells the API's version.
// §2: v2 has each field from its version on.
func TestTheInstanceDocumentGrowsWithVersions(t *testing.T) {
	for version, api := range map[string]string{"4.0.0": "", "4.1.0": "", "4.2.0": "", "4.2.9": "", "4.3.23": "2", "4.4.22": "6", "4.5.15": "7", "4.6.0": "10", "4.6.5": "11", "4.7.0-alpha.2": "11"} {
		t.Run(version, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Version: version, Domain: "example.org", Title: "Example", Icon: "https://example.social/i.png",
				ContactEmail: "a@example.org", Languages: []string{"de"}, Terms: &mastodontest.Terms{EffectiveDate: "2026-05-01"}})
			document := v.get("/api/v2/instance")
			assert.Equal(t, "example.org", document.text(t, "domain"))
			assert.Equal(t, version, document.text(t, "version"))
			assert.Contains(t, document.body, `"contact":{"email":"a@example.org","account":null}`)
			assert.Contains(t, document.body, `"languages":["de"]`)
			pages := `"about":"https://example.social/about","privacy_policy":"https://example.social/privacy-policy","terms_of_service":"https://example.social/terms-of-service"`
			assert.Equal(t, since(version, "4.4"), strings.Contains(document.body, pages))
			assert.Equal(t, since(version, "4.4"), strings.Contains(document.body, `"limited_federation":false`))
			assert.Equal(t, since(version, "4.3"), strings.Contains(document.body, `{"src":"https://example.social/i.png","size":"36x36"}`))
			assert.Equal(t, since(version, "4.6"), strings.Contains(document.body, `"max_display_name_length":30`))
			assert.Equal(t, since(version, "4.1"), strings.Contains(document.body, `"status":null`))
			if api == "" {
				assert.NotContains(t, document.body, "api_versions")
			} else {
				assert.Contains(t, document.body, `"api_versions":{"mastodon":`+api+`}`)
			}
		})
	}
}

// §1.1: 2 GET /api/v1/instance.
// §2: v1 is deprecated from 4.4 on.
// Seen: everybody may invite, unless staff say otherwise.
func TestTheOlderInstanceDocumentStaysThere(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version, Registrations: mastodontest.Approval, Description: "Hi"})
		document := v.get("/api/v1/instance")
		assert.Equal(t, "example.social", document.text(t, "uri"))
		assert.Equal(t, "Hi", document.text(t, "description"))
		fields := map[string]string{"registrations": "2.7.2", "approval_required": "2.9.2", "short_description": "2.9.2", "invites_enabled": "3.1.4", "rules": "3.4"}
		for name, from := range fields {
			assert.Equal(t, since(version, from), strings.Contains(document.body, `"`+name+`":`), name)
		}
		if since(version, "3.4") {
			assert.Contains(t, document.body, `"registrations":true,"approval_required":true,"invites_enabled":true,`)
			assert.Contains(t, document.body, `"contact_account":null,"rules":[]`)
			v.server.Update(func(s *mastodontest.Settings) { s.NoInvites = true })
			assert.Contains(t, v.get("/api/v1/instance").body, `"invites_enabled":false,`)
			assert.Equal(t, since(version, "3.5"), strings.Contains(document.body, `"configuration":{`))
		}
		deprecation := ""
		if since(version, "4.4") {
			deprecation = "@1668384000"
		}
		assert.Equal(t, deprecation, document.header.Get("Deprecation"))
	})
}

// §1.2: public documents may be cached.
func TestInstanceDocumentsMayBeCached(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	for _, path := range []string{"/api/v2/instance", "/api/v1/instance", "/api/v1/instance/rules", "/api/v1/instance/privacy_policy"} {
		h := v.get(path).header
		assert.Equal(t, "max-age=300, public, stale-while-revalidate=30, stale-if-error=86400", h.Get("Cache-Control"), path)
		assert.Equal(t, "Accept, Origin", h.Get("Vary"), path)
	}
}

// §1.2: answers have a request id and their usual headers.
func TestUsualHeaders(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	h := v.get("/api/v1/accounts/verify_credentials").header
	for name, want := range map[string]string{
		"Content-Type": "application/json; charset=utf-8", "Cache-Control": "private, no-store", "Vary": "Authorization, Origin",
		"Server": "Mastodon", "Referrer-Policy": "same-origin", "X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff", "X-XSS-Protection": "0",
	} {
		assert.Equal(t, want, h.Get(name), name)
	}
	assert.NotEmpty(t, h.Get("X-Request-Id"))
	assert.NotEqual(t, h.Get("X-Request-Id"), v.get("/api/v2/instance").header.Get("X-Request-Id"))
}

// §1.1: 3 GET …/instance/rules.
// §1.8: rules have hints and translations by version.
func TestRulesHaveHintsAndTranslationsByVersion(t *testing.T) {
	rules := []mastodontest.Rule{
		{Text: "Be kind", Hint: "Really", Translations: map[string]mastodontest.RuleText{"de": {Text: "Sei nett", Hint: "Echt"}}},
		{Text: "No spam"},
	}
	eachVersionFrom(t, "3.4", func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version, Rules: rules})
		want := `[{"id":"1","text":"Be kind"},{"id":"2","text":"No spam"}]`
		switch {
		case since(version, "4.4"):
			want = `[{"id":"1","text":"Be kind","hint":"Really","translations":{"de":{"text":"Sei nett","hint":"Echt"}}},{"id":"2","text":"No spam","hint":"","translations":{}}]`
		case since(version, "4.3"):
			want = `[{"id":"1","text":"Be kind","hint":"Really"},{"id":"2","text":"No spam","hint":""}]`
		}
		v.answers(v.get("/api/v1/instance/rules"), 200, want)
		assert.Contains(t, v.get("/api/v1/instance").body, `"rules":`+want)
		if since(version, "4.0") {
			assert.Contains(t, v.get("/api/v2/instance").body, `"rules":`+want)
		}
		v.server.Update(func(s *mastodontest.Settings) { s.Rules = nil })
		v.answers(v.get("/api/v1/instance/rules"), 200, "[]")
	})
}

// §0.1: terms of service from 4.4 on.
// §1.1: 4 GET …/instance/terms_of_service, 5 and those of a date.
// §1.8: terms have dates, or are 404.
// Seen: terms are told before they are in force, and what succeeds them.
func TestTermsOfService(t *testing.T) {
	later := &mastodontest.Terms{EffectiveDate: "2026-09-01", HTML: "<p>new</p>"}
	terms := &mastodontest.Terms{EffectiveDate: "2026-05-01", HTML: "<p>old</p>", Next: later}
	const path = "/api/v1/instance/terms_of_service"
	escape := func(html string) string { text, _ := json.Marshal(html); return string(text) }
	old := `{"effective_date":"2026-05-01","effective":true,"content":` + escape("<p>old</p>") + `,"succeeded_by":"2026-09-01"}`
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version, Terms: terms})
		if !since(version, "4.4") {
			v.answers(v.get(path), 404, `{"error":"Not Found"}`)
			v.answers(v.get(path+"/2026-05-01"), 404, `{"error":"Not Found"}`)
			return
		}
		v.answers(v.get(path), 200, old)
		v.answers(v.get(path+"/2026-05-01"), 200, old)
		v.answers(v.get(path+"/2026-09-01"), 200, `{"effective_date":"2026-09-01","effective":false,"content":`+escape("<p>new</p>")+`,"succeeded_by":null}`)
		v.answers(v.get(path+"/2020-01-01"), 404, `{"error":"Record not found"}`)
		v.now = time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC)
		v.answers(v.get(path), 200, `{"effective_date":"2026-09-01","effective":true,"content":`+escape("<p>new</p>")+`,"succeeded_by":null}`)

		v.server.Update(func(s *mastodontest.Settings) { s.Terms = nil })
		missing := `{"error":"Not Found"}`
		if since(version, "4.6") {
			missing = `{"error":"Record not found"}`
		}
		v.answers(v.get(path), 404, missing)
		assert.Contains(t, v.get("/api/v2/instance").body, `"terms_of_service":null`)
	})
	t.Run("not in force yet", func(t *testing.T) {
		v := visit(t, mastodontest.Settings{Terms: later})
		assert.Equal(t, false, v.get(path).field(t, "effective"))
		assert.Contains(t, v.get("/api/v2/instance").body, `"terms_of_service":"https://example.social/terms-of-service"`)
	})
}

// §1.1: 6 GET …/instance/privacy_policy, 7 extended_description, 8 languages.
// §1.8: a privacy policy is always there, own or stock.
func TestPrivacyPolicyAndDescriptionAreAlwaysThere(t *testing.T) {
	v := visit(t, mastodontest.Settings{Description: "Cats & dogs"})
	assert.Equal(t, "2022-10-07T00:00:00+00:00", v.get("/api/v1/instance/privacy_policy").text(t, "updated_at"))
	v.server.Update(func(s *mastodontest.Settings) { s.PrivacyPolicy = "<p>Ours</p>" })
	assert.Equal(t, "<p>Ours</p>", v.get("/api/v1/instance/privacy_policy").text(t, "content"))
	description := v.get("/api/v1/instance/extended_description")
	assert.Nil(t, description.field(t, "updated_at"))
	assert.Contains(t, description.text(t, "content"), "Cats &amp; dogs")
	assert.Contains(t, v.get("/api/v1/instance/languages").body, `{"code":"en","name":"English"}`)
}

// §1.1: 18 NodeInfo.
// §1.9: names the software and whether it is open.
func TestNodeInfo(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version, Title: "T", Description: "D"})
		links := v.get("/.well-known/nodeinfo")
		v.answers(links, 200, `{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://example.social/nodeinfo/2.0"}]}`)
		assert.Equal(t, "max-age=259200, public", links.header.Get("Cache-Control"))
		metadata := "{}"
		switch {
		case since(version, "4.3"):
			metadata = `{"nodeName":"T","nodeDescription":"D"}`
		case !since(version, "4.0"):
			metadata = "[]"
		}
		info := v.get("/nodeinfo/2.0")
		v.answers(info, 200, `{"version":"2.0","software":{"name":"mastodon","version":"`+version+`"},"protocols":["activitypub"],`+
			`"services":{"outbound":[],"inbound":[]},"usage":{"users":{"total":0,"activeMonth":0,"activeHalfyear":0},"localPosts":0},`+
			`"openRegistrations":true,"metadata":`+metadata+`}`)
		assert.Equal(t, "max-age=1800, public", info.header.Get("Cache-Control"))
	})
}

// §5: of the pages for people, profiles alone can be read.
// §7: the pages for people are where links lead.
func TestPagesForPeople(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version, Title: "Cats & dogs"})
		v.server.AddUser("alice", "alice@example.org")
		for path, exists := range map[string]bool{
			"/about": true, "/privacy-policy": since(version, "4.0"), "/auth/sign_up": true, "/auth/sign_in": true, "/@alice": true, "/users/alice": true,
			"/terms-of-service": since(version, "4.4"), "/terms-of-service/2026-05-01": since(version, "4.4"), "/@bob": false, "/nothing": false,
		} {
			page := v.get(path, "Accept", "text/html", "Origin", "https://w.example")
			assert.Equal(t, exists, page.status == 200, path)
			assert.Contains(t, page.header.Get("Content-Type"), "text/html", path)
			profile := strings.HasPrefix(path, "/@") || strings.HasPrefix(path, "/users/")
			assert.Equal(t, profile, page.header.Get("Access-Control-Allow-Origin") != "", path)
		}
		assert.Contains(t, v.get("/about").body, "Cats &amp; dogs")
		if !since(version, "4.0") {
			for _, path := range []string{"/about/more", "/terms"} {
				assert.Equal(t, 200, v.get(path).status, path)
			}
			return
		}
		assert.Equal(t, "https://example.social/about", v.get("/about/more").header.Get("Location"))
		terms := v.get("/terms")
		assert.Equal(t, http.StatusMovedPermanently, terms.status)
		want := "https://example.social/privacy-policy"
		if since(version, "4.4") {
			want = "https://example.social/terms-of-service"
		}
		assert.Equal(t, want, terms.header.Get("Location"))
	})
}

// Its own: the picture of the server is there.
func TestThePictureOfTheServerIsThere(t *testing.T) {
	shows := func(t *testing.T, v *visitor, address string) {
		picture := v.get(address)
		assert.Equal(t, "image/png", picture.header.Get("Content-Type"))
		_, err := png.Decode(strings.NewReader(picture.body))
		require.NoError(t, err)
	}
	for _, software := range []mastodontest.Software{mastodontest.Mastodon, mastodontest.Akkoma, mastodontest.Pixelfed, mastodontest.Friendica, mastodontest.Mitra} {
		t.Run(string(software), func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Software: software})
			shows(t, v, v.get("/api/v1/instance").text(t, "thumbnail"))
		})
	}
	t.Run("newer document", func(t *testing.T) {
		v := visit(t, mastodontest.Settings{Software: mastodontest.GoToSocial})
		thumbnail, _ := v.get("/api/v2/instance").field(t, "thumbnail").(map[string]any)
		shows(t, v, thumbnail["url"].(string))
	})
}

// Its own: links lead where the request came, unless a setting says otherwise.
func TestLinksLeadWhereTheRequestCameUnlessSaidOtherwise(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	assert.Equal(t, "http://localhost:3000/", v.get("http://localhost:3000/.well-known/oauth-authorization-server").text(t, "issuer"))
	assert.Equal(t, "https://proxied.example/",
		v.get("http://proxied.example/.well-known/oauth-authorization-server", "X-Forwarded-Proto", "https").text(t, "issuer"))
	v.server.Update(func(s *mastodontest.Settings) { s.Origin = "https://public.example" })
	assert.Equal(t, "https://public.example/", v.get("/.well-known/oauth-authorization-server").text(t, "issuer"))
	assert.Equal(t, "public.example", v.get("/api/v2/instance").text(t, "domain"))
}

// Its own: HEAD answers like GET.
func TestHeadAnswersLikeGet(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.answers(v.call(http.MethodHead, "/api/v2/instance", ""), 200, "")
}
