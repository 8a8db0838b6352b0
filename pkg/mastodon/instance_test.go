package mastodon_test

import (
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const instance45 = `{"domain":"example.social","title":"Example","version":"4.5.15","source_url":"https://github.com/mastodon/mastodon",
 "description":"A place","usage":{"users":{"active_month":10}},
 "thumbnail":{"url":"https://example.social/packs/preview.png"},
 "icon":[{"src":"https://example.social/packs/36.png","size":"36x36"},{"src":"https://example.social/packs/192.png","size":"192x192"},
  {"src":"https://example.social/packs/144.png","size":"144x144"}],"languages":["en","de"],
 "configuration":{"urls":{"streaming":"wss://example.social","status":"https://status.example","about":"https://example.social/about",
   "privacy_policy":"https://example.social/privacy-policy","terms_of_service":"https://example.social/terms-of-service"},
  "vapid":{"public_key":"B"},"accounts":{"max_featured_tags":10},"limited_federation":true},
 "registrations":{"enabled":true,"approval_required":true,"reason_required":true,"message":null,"min_age":16,"url":null},
 "api_versions":{"mastodon":7,"glitch":1},
 "contact":{"email":"a@example.social","account":null},
 "rules":[{"id":"1","text":"Be kind","hint":"always","translations":{"de":{"text":"Sei nett","hint":"immer"}}}]}`

const instanceV1 = `{"uri":"example.social","title":"Example","short_description":"Short","description":"Long","email":"a@example.social",
 "version":"3.5.3","urls":{"streaming_api":"wss://example.social"},"thumbnail":"https://example.social/p.png","languages":["en"],
 "registrations":true,"approval_required":true,"invites_enabled":false,"contact_account":null,"rules":[{"id":"1","text":"Be kind"}]}`

func TestInstanceReadsTheNewerDocument(t *testing.T) {
	doer := &answering{status: 200, body: instance45}
	c := client(t, doer)
	i, err := c.Instance(t.Context())
	require.NoError(t, err)
	required := true
	assert.Equal(t, &mastodon.Instance{
		Server: c.Server(),
		Domain: "example.social", Title: "Example", Description: "A place", Version: "4.5.15",
		SourceURL: "https://github.com/mastodon/mastodon", Software: mastodon.Software{Name: "mastodon", Version: "4.5.15"},
		Icon: "https://example.social/packs/144.png", Thumbnail: "https://example.social/packs/preview.png",
		Languages: []string{"en", "de"}, ContactEmail: "a@example.social", ActiveUsers: 10,
		Registrations: mastodon.Registrations{Enabled: true, ApprovalRequired: true, ReasonRequired: &required, MinAge: 16},
		Rules: []mastodon.Rule{{ID: "1", Text: "Be kind", Hint: "always",
			Translations: map[string]mastodon.RuleText{"de": {Text: "Sei nett", Hint: "immer"}}}},
		URLs: mastodon.URLs{About: "https://example.social/about", PrivacyPolicy: "https://example.social/privacy-policy",
			TermsOfService: "https://example.social/terms-of-service", Status: "https://status.example"},
		LimitedFederation: true, APIVersions: map[string]int{"mastodon": 7, "glitch": 1}, APIVersion: 2,
	}, i)
	assert.Equal(t, []string{"/api/v2/instance"}, doer.paths)
	assert.Equal(t, map[string]string{"Accept": "application/json"}, doer.last.Header, "anything more would cost a preflight")
}

func TestInstanceFallsBackToTheOlderDocument(t *testing.T) {
	for name, v2 := range map[string]string{
		"missing": `404 {"error":"Not Found"}`, "a page instead": "200 <!DOCTYPE html>", "another document": `200 {"a":1}`, "a missing page": "404 <h1>no</h1>",
	} {
		t.Run(name, func(t *testing.T) {
			i, err := client(t, byPath{"/api/v2/instance": v2, "/api/v1/instance": instanceV1}).Instance(t.Context())
			require.NoError(t, err)
			assert.Equal(t, 1, i.APIVersion)
			assert.Equal(t, "Short", i.Description)
			assert.Equal(t, mastodon.Registrations{Enabled: true, ApprovalRequired: true, InvitesEnabled: new(bool)}, i.Registrations)
			assert.Equal(t, mastodon.URLs{About: "https://example.social/about/more", PrivacyPolicy: "https://example.social/terms"}, i.URLs)
			assert.Nil(t, i.Registrations.ReasonRequired, "it is not known")
		})
	}
}

func TestInstanceDoesNotFallBackFromARefusal(t *testing.T) {
	for status, code := range map[string]mastodon.Code{
		"401": mastodon.CodeUnauthorized, "429": mastodon.CodeRateLimited, "500": mastodon.CodeServerError, "403": mastodon.CodeForbidden,
	} {
		_, err := client(t, byPath{"/api/v2/instance": status + ` {"error":"No"}`, "/api/v1/instance": instance45}).Instance(t.Context())
		assert.True(t, mastodon.HasCode(err, code), status)
	}
}

func TestInstanceOfWhatIsNoServer(t *testing.T) {
	_, err := client(t, byPath{}).Instance(t.Context())
	assert.True(t, mastodon.HasCode(err, mastodon.CodeNotFound))
	_, err = client(t, &answering{status: 200, body: "<!DOCTYPE html><h1>My bakery</h1>"}).Instance(t.Context())
	assert.True(t, mastodon.HasCode(err, mastodon.CodeUnreadable))
}

func TestTheSoftwareIsToldByWhatTheDocumentSays(t *testing.T) {
	for _, test := range []struct {
		version, source string
		software        mastodon.Software
	}{
		{"4.5.3", "https://github.com/mastodon/mastodon", mastodon.Software{Name: "mastodon", Version: "4.5.3"}},
		{"0.7.5", "", mastodon.Software{Version: "0.7.5"}},
		{"4.6.0-rc.1", "", mastodon.Software{Name: "mastodon", Version: "4.6.0-rc.1"}},
		{"4.5.3+glitch", "https://github.com/glitch-soc/mastodon", mastodon.Software{Name: "glitch", Version: "4.5.3"}},
		{"4.5.3+glitch.a.b", "", mastodon.Software{Name: "glitch", Version: "4.5.3"}},
		{"4.0.2+hometown", "", mastodon.Software{Name: "hometown", Version: "4.0.2"}},
		{"4.5.3+glitch.th", "", mastodon.Software{Name: "glitch", Version: "4.5.3"}},
		{"4.0.2+hometown-1.1.1", "", mastodon.Software{Name: "hometown", Version: "1.1.1"}},
		{"1.0.5+3.5.2", "https://github.com/hometown-fork/hometown", mastodon.Software{Name: "hometown", Version: "1.0.5"}},
		{"1.0.5+3.5.2", "", mastodon.Software{Name: "hometown", Version: "1.0.5"}}, // the older document names no source
		{"4.5.0+20260807", "", mastodon.Software{Name: "mastodon", Version: "4.5.0+20260807"}},
		{"4.5.0+1.2.3", "", mastodon.Software{Name: "mastodon", Version: "4.5.0+1.2.3"}},
		{"4.5.0+git-57cb4fe", "", mastodon.Software{Name: "mastodon", Version: "4.5.0+git-57cb4fe"}},
		{"2.7.2 (compatible; Akkoma 3.16.0-0-gabc)", "", mastodon.Software{Name: "akkoma", Version: "3.16.0-0-gabc"}},
		{"2.7.2 (compatible; Pleroma 2.4.50-34-gd7c44a4f+soapbox)", "", mastodon.Software{Name: "pleroma", Version: "2.4.50-34-gd7c44a4f+soapbox"}},
		{"2.7.2 (compatible; Rebased 3.0.0)", "", mastodon.Software{Name: "pleroma", Version: "3.0.0"}},
		{"2.7.2 (compatible; Pleroma 2.2.50)", "", mastodon.Software{Name: "pleroma", Version: "2.2.50"}},
		{"3.5.3 (compatible; Pixelfed 0.11.13)", "", mastodon.Software{Name: "pixelfed", Version: "0.11.13"}},
		{"4.0.0 (compatible; Mitra 5.10.0)", "", mastodon.Software{Name: "mitra", Version: "5.10.0"}},
		{"0.18.3+git-57cb4fe", "https://github.com/superseriousbusiness/gotosocial", mastodon.Software{Name: "gotosocial", Version: "0.18.3"}},
		{"0.14.0+git-1a2b3c4", "", mastodon.Software{Name: "gotosocial", Version: "0.14.0"}},
		{"0.17.0-rc2+git-1a2b3c4", "", mastodon.Software{Name: "gotosocial", Version: "0.17.0-rc2"}},
		{"0.18.3+git", "", mastodon.Software{Name: "gotosocial", Version: "0.18.3"}},
		{"0.18.3+nixos", "https://github.com/superseriousbusiness/gotosocial", mastodon.Software{Name: "gotosocial", Version: "0.18.3+nixos"}},
		{"0.20.0-rc1 git-57cb4fe", "", mastodon.Software{Name: "gotosocial", Version: "0.20.0-rc1"}},
		{"0.13.3 git-57cb4fe", "", mastodon.Software{Name: "gotosocial", Version: "0.13.3"}},
		{"3.5.3+0.18.3+git-57cb4fe", "", mastodon.Software{Name: "gotosocial", Version: "0.18.3"}},
		{"3.5.3+0.20.0-rc1+git-57cb4fe", "https://codeberg.org/superseriousbusiness/gotosocial", mastodon.Software{Name: "gotosocial", Version: "0.20.0-rc1"}},
		{"3.5.3+0.18.3", "", mastodon.Software{Name: "gotosocial", Version: "0.18.3"}},
		{"1.0.0+git-57cb4fe", "https://codeberg.org/superseriousbusiness/gotosocial", mastodon.Software{Name: "gotosocial", Version: "1.0.0"}},
		{"0.19.2 git-57cb4fe", "https://codeberg.org/superseriousbusiness/gotosocial", mastodon.Software{Name: "gotosocial", Version: "0.19.2"}},
		{"2.8.0 (compatible; Friendica 2024.08)", "", mastodon.Software{Name: "friendica", Version: "2024.08"}},
		{"2.8.0 (compatible; Friendica 2024.12-dev - 1571)", "", mastodon.Software{Name: "friendica", Version: "2024.12-dev - 1571"}},
		{"3.0.0 (compatible; Sharkey 2024.3.3)", "", mastodon.Software{Name: "sharkey", Version: "2024.3.3"}},
		{"3.0.0 (compatible; CherryPick 4.8.0; like MissKey 2024.2.0)", "", mastodon.Software{Name: "cherrypick", Version: "4.8.0"}},
		{"4.2.1 (compatible; Iceshrimp.NET/2024.1-beta4)", "", mastodon.Software{Name: "iceshrimp.net", Version: "2024.1-beta4"}},
		{"3.0.0 (compatible; Firefish)", "", mastodon.Software{Name: "firefish"}},
		{"4.0.0 (not true; really snac/2.52)", "", mastodon.Software{Name: "snac", Version: "2.52"}},
		{"takahe/0.10.1", "", mastodon.Software{Name: "takahe", Version: "0.10.1"}},
		{"WordPress/6.4.3, EMA/0.9.4", "", mastodon.Software{Name: "wordpress", Version: "6.4.3"}},
		{"4.7.0-alpha.2+pr-39999-68e5caf", "https://github.com/mastodon/mastodon", mastodon.Software{Name: "mastodon", Version: "4.7.0-alpha.2+pr-39999-68e5caf"}},
		{"main", "", mastodon.Software{Version: "main"}},
		{"v4.5.3/patched", "", mastodon.Software{Version: "v4.5.3/patched"}},
		{"2.7.2 (compatible; ", "", mastodon.Software{}},
		{"3.5.3+0.19.2-git-57cb4fe", "", mastodon.Software{Name: "gotosocial", Version: "0.19.2"}},
	} {
		i, err := client(t, &answering{status: 200, body: `{"version":"` + test.version + `","source_url":"` + test.source + `"}`}).Instance(t.Context())
		require.NoError(t, err)
		assert.Equal(t, test.software, i.Software, test.version)
	}
}

func TestTheServersPagesAreFoundWhereItsSoftwareKeepsThem(t *testing.T) {
	at := "https://example.social"
	for _, test := range []struct {
		name, v2, v1 string
		urls         mastodon.URLs
	}{
		{"Mastodon 4.0 to 4.3", `{"version":"4.2.0"}`, "", mastodon.URLs{About: at + "/about", PrivacyPolicy: at + "/privacy-policy"}},
		{"without terms", `{"version":"4.5.0","configuration":{"urls":{"about":"https://example.social/about","privacy_policy":"https://example.social/privacy-policy","terms_of_service":null}}}`,
			"", mastodon.URLs{About: at + "/about", PrivacyPolicy: at + "/privacy-policy"}},
		{"GoToSocial", `{"version":"0.19.2 git-57cb4fe"}`, "", mastodon.URLs{About: at + "/about", TermsOfService: at + "/about#rules"}},
		{"Akkoma", "404 {}", `{"version":"2.7.2 (compatible; Akkoma 3.16.0)"}`, mastodon.URLs{About: at + "/about", TermsOfService: at + "/static/terms-of-service.html"}},
		{"Pixelfed", `{"version":"3.5.3 (compatible; Pixelfed 0.11.13)"}`, "", mastodon.URLs{About: at + "/site/about", PrivacyPolicy: at + "/site/privacy", TermsOfService: at + "/site/terms"}},
		{"unknown software", `{"version":"1.0 (compatible; Bakery 7)"}`, "", mastodon.URLs{}},
		{"addresses that are none", `{"version":"4.5.0","configuration":{"urls":{"about":"javascript:alert(1)","privacy_policy":"data:text/html,x"}}}`,
			"", mastodon.URLs{About: at + "/about", PrivacyPolicy: at + "/privacy-policy"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			i, err := client(t, byPath{"/api/v2/instance": test.v2, "/api/v1/instance": test.v1}).Instance(t.Context())
			require.NoError(t, err)
			assert.Equal(t, test.urls, i.URLs)
		})
	}
}

func TestOddMembersOfAnInstanceCostNothingElse(t *testing.T) {
	i, err := client(t, &answering{status: 200, body: `{"version":"4.5.0","title":7,"domain":null,"languages":"en","icon":{"a":1},
	 "rules":[null,7,{"id":3,"text":"Be kind","translations":[]},{"id":"4"}],"api_versions":{"mastodon":"seven"},
	 "registrations":{"enabled":"yes","min_age":-3,"reason_required":"no","message":5,"url":"javascript:alert(1)"},
	 "contact":[],"configuration":"none","usage":null}`}).Instance(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "example.social", i.Domain, "the host stands in for it")
	assert.Equal(t, "example.social", i.Title)
	assert.Equal(t, []mastodon.Rule{{ID: "3", Text: "Be kind"}}, i.Rules)
	assert.Equal(t, mastodon.Registrations{}, i.Registrations)
	assert.Equal(t, map[string]int{"mastodon": 0}, i.APIVersions)
}

func TestAkkomaTellsWhetherAddressesAreConfirmed(t *testing.T) {
	i, err := client(t, byPath{"/api/v1/instance": `{"uri":"https://example.social","version":"2.7.2 (compatible; Akkoma 3.16.0)",
	 "pleroma":{"metadata":{"account_activation_required":true}}}`}).Instance(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "example.social", i.Domain, "without the scheme that it sends")
	require.NotNil(t, i.AccountActivationRequired)
	assert.True(t, *i.AccountActivationRequired)
}

func TestAnInstanceIsOfTheServerThatReallyAnswers(t *testing.T) {
	const v2, v1 = `{"version":"4.2.0","domain":"example.social"}`, `{"version":"3.5.3","uri":"example.social","registrations":true}`
	asked := "https://example.social/api/v2/instance"
	for name, test := range map[string]struct {
		pages web
		from  string
	}{
		"itself":                     {web{asked: v2}, "https://example.social"},
		"another path":               {web{asked: "-> https://example.social/api/v2/instance/", "https://example.social/api/v2/instance/": v2}, "https://example.social"},
		"www":                        {web{asked: "-> https://www.example.social/api/v2/instance", "https://www.example.social/api/v2/instance": v2}, "https://www.example.social"},
		"another port":               {web{asked: "-> https://example.social:8443/api/v2/instance", "https://example.social:8443/api/v2/instance": v2}, "https://example.social:8443"},
		"through several":            {web{asked: "-> https://a.example/", "https://a.example/": "-> https://web.example/x", "https://web.example/x": v2}, "https://web.example"},
		"the visitor's machine":      {web{asked: "-> http://localhost:3000/x", "http://localhost:3000/x": v2}, "https://example.social"},
		"the same by https":          {web{asked: "-> https://localhost:8443/x", "https://localhost:8443/x": v2}, "https://example.social"},
		"an address with a password": {web{asked: "-> https://a:b@web.example/x", "https://a:b@web.example/x": v2}, "https://example.social"},
		"an address without a name":  {web{asked: "-> https://192.0.2.7/x", "https://192.0.2.7/x": v2}, "https://example.social"},
		"the older document": {web{"https://example.social/api/v1/instance": "-> https://web.example/api/v1/instance",
			"https://web.example/api/v1/instance": v1}, "https://web.example"},
	} {
		t.Run(name, func(t *testing.T) {
			i, err := client(t, test.pages).Instance(t.Context())
			require.NoError(t, err)
			assert.Equal(t, test.from, i.Server.Origin())
			assert.Equal(t, "example.social", i.Domain, "handles keep theirs")
			assert.Contains(t, []string{test.from + "/about", test.from + "/about/more"}, i.URLs.About)
		})
	}
	local, err := mastodon.ParseServer("http://127.0.0.1:8081")
	require.NoError(t, err)
	i, err := mastodon.NewClient(local, web{"http://127.0.0.1:8081/api/v2/instance": "-> http://localhost:3000/x", "http://localhost:3000/x": `{"version":"4.2.0"}`}).Instance(t.Context())
	require.NoError(t, err)
	assert.Equal(t, "http://localhost:3000", i.Server.Origin())
	assert.Equal(t, "localhost:3000", i.Domain)
}

func TestSoftwareIsCalledAsPeopleCallIt(t *testing.T) {
	for name, title := range map[string]string{
		"mastodon": "Mastodon", "glitch": "glitch-soc", "hometown": "Hometown", "gotosocial": "GoToSocial", "akkoma": "Akkoma", "pleroma": "Pleroma",
		"pixelfed": "Pixelfed", "friendica": "Friendica", "mitra": "Mitra", "misskey": "Misskey", "sharkey": "Sharkey", "firefish": "Firefish",
		"iceshrimp": "Iceshrimp", "iceshrimp.net": "Iceshrimp.NET", "cherrypick": "CherryPick", "foundkey": "FoundKey", "calckey": "Calckey",
		"peertube": "PeerTube", "lemmy": "Lemmy", "piefed": "PieFed", "mbin": "Mbin", "kbin": "Kbin", "writefreely": "WriteFreely",
		"bookwyrm": "BookWyrm", "funkwhale": "Funkwhale", "hubzilla": "Hubzilla", "snac": "snac", "loops": "Loops", "wordpress": "WordPress",
		"owncast": "Owncast", "bakery": "Bakery", "tube": "Tube", "2fedi": "2fedi", "übersoft": "übersoft", "": "",
	} {
		assert.Equal(t, title, mastodon.Software{Name: name}.Title(), name)
	}
}
