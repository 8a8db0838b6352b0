package mastodon_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asked is a Doer that keeps the paths of what it is asked.
type asked struct {
	byPath
	paths []string
}

func (d *asked) Do(ctx context.Context, r *mastodon.Request) (*mastodon.Response, error) {
	d.paths = append(d.paths, strings.TrimPrefix(r.URL, "https://example.social"))
	return d.byPath.Do(ctx, r)
}

// tellsNodeInfo adds what NodeInfo tells.
func tellsNodeInfo(documents byPath, software string) byPath {
	documents["/.well-known/nodeinfo"] = `{"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://example.social/nodeinfo/2.0"}]}`
	documents["/nodeinfo/2.0"] = `{"software":` + software + `}`
	return documents
}

// The documents of software that does not name itself there, as its sources
// have them; shortened.
const (
	vernissageV1 = `{"uri":"https://example.social","title":"Vernissage","version":"1.27.0","email":"a@example.social","languages":["en"],
	 "registrationOpened":false,"registrationByApprovalOpened":false,"registrationByInvitationsOpened":true,
	 "stats":{"userCount":176,"statusCount":848,"domainCount":1},"rules":[{"id":1,"text":"Own pictures only"}]}`
	epicyonV2 = `{"domain":"example.social","title":"E","version":"1.6.0","source_url":"https://gitlab.com/bashrc2/epicyon","usage":{"users":{"active_month":1}},
	 "configuration":{"urls":{},"accounts":{"max_featured_tags":20}},"registrations":{"enabled":true,"approval_required":false,"message":null},"rules":[]}`
	epicyonV1 = `{"uri":"example.social","title":"E","version":"1.4.0","urls":{},"stats":{"user_count":1,"status_count":1,"domain_count":2},
	 "registrations":true,"approval_required":false,"invites_enabled":false}`
	holloV2 = `{"domain":"example.social","title":"H","version":"0.7.0","source_url":"https://github.com/fedify-dev/hollo","api_versions":{"mastodon":7},
	 "configuration":{"accounts":{"max_featured_tags":10}},"registrations":{"enabled":false,"approval_required":true,"message":null}}`
	versiaV2 = `{"domain":"example.social","title":"V","version":"4.3.0-alpha.3+glitch","source_url":"https://github.com/versia-pub/server",
	 "configuration":{"urls":{"streaming":null}},"registrations":{"enabled":true}}`
)

func TestSoftwareThatHidesBehindABareVersionIsAskedItsName(t *testing.T) {
	for name, c := range map[string]struct {
		documents byPath
		nodeInfo  string
		software  mastodon.Software
		open      bool
	}{
		"Vernissage": {byPath{"/api/v1/instance": vernissageV1}, `{"name":"Vernissage","version":"1.27.0"}`, mastodon.Software{Name: "vernissage", Version: "1.27.0"}, false},
		"a later one": {byPath{"/api/v1/instance": strings.Replace(vernissageV1, "1.27.0", "3.1.0", 1)}, `{"name":"Vernissage","version":"3.1.0"}`,
			mastodon.Software{Name: "vernissage", Version: "3.1.0"}, false},
		"Hollo, come of age": {byPath{"/api/v2/instance": strings.Replace(holloV2, "0.7.0", "4.7.0", 1)}, `{"name":"hollo","version":"4.7.0"}`,
			mastodon.Software{Name: "hollo", Version: "4.7.0"}, false},
		"Versia, which says glitch":     {byPath{"/api/v2/instance": versiaV2}, `{"name":"versia-server","version":"0.8.0"}`, mastodon.Software{Name: "versia-server", Version: "0.8.0"}, true},
		"another with a newer document": {byPath{"/api/v2/instance": `{"version":"5.0.0","registrations":{"enabled":true}}`}, `{"name":"bonfire","version":"5.0.0"}`, mastodon.Software{Name: "bonfire", Version: "5.0.0"}, true},
		"another with the older":        {byPath{"/api/v1/instance": `{"version":"4.1.0","registrations":true}`}, `{"name":"smithereen","version":"4.1.0"}`, mastodon.Software{Name: "smithereen", Version: "4.1.0"}, true},
		"a build of GoToSocial":         {byPath{"/api/v2/instance": `{"version":"0.18.3","registrations":{"enabled":true}}`}, `{"name":"gotosocial","version":"0.18.3+git-1a2b3c4"}`, mastodon.Software{Name: "gotosocial", Version: "0.18.3"}, true},
		"a fork of Pleroma":             {byPath{"/api/v1/instance": `{"version":"3.0.0","registrations":true}`}, `{"name":"rebased","version":"3.0.0"}`, mastodon.Software{Name: "pleroma", Version: "3.0.0"}, true},
		"a Mastodon with a source of its own": {byPath{"/api/v2/instance": `{"version":"4.5.0","source_url":"https://git.example/social","registrations":{"enabled":true}}`},
			`{"name":"mastodon","version":"4.5.0"}`, mastodon.Software{Name: "mastodon", Version: "4.5.0"}, true},
		"a glitch-soc with a source of its own": {byPath{"/api/v2/instance": `{"version":"4.5.0+glitch.cat","source_url":"https://github.com/CatCatNya/catstodon","registrations":{"enabled":true}}`},
			`{"name":"mastodon","version":"4.5.0+glitch.cat"}`, mastodon.Software{Name: "glitch", Version: "4.5.0"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			i, err := client(t, tellsNodeInfo(c.documents, c.nodeInfo)).Instance(t.Context())
			require.NoError(t, err)
			assert.Equal(t, c.software, i.Software)
			assert.Equal(t, c.open, i.Registrations.Enabled)
			known := strings.Contains("mastodon glitch gotosocial pleroma", c.software.Name)
			assert.Equal(t, known, i.URLs != mastodon.URLs{}, "no page is invented")
		})
	}
}

// Mastodon opens NodeInfo to browsers from 4.3 on only, and Epicyon answers
// nobody who does not say where they come from.
func TestADocumentIsJudgedAloneWhereNodeInfoCannotBeRead(t *testing.T) {
	const urls, stats = `"urls":{"streaming_api":"wss://example.social"}`, `"stats":{"user_count":1,"status_count":0,"domain_count":0}`
	for name, c := range map[string]struct {
		documents byPath
		software  string
		open      bool
	}{
		"Vernissage":                        {byPath{"/api/v1/instance": vernissageV1}, "", false},
		"Epicyon":                           {byPath{"/api/v2/instance": epicyonV2}, "epicyon", true},
		"Epicyon, the older":                {byPath{"/api/v1/instance": epicyonV1}, "", true},
		"Hollo":                             {byPath{"/api/v2/instance": holloV2}, "hollo", false},
		"a fork of somebody like Hollo":     {byPath{"/api/v2/instance": `{"version":"4.2.1","source_url":"https://git.example/hollow/mastodon","registrations":{"enabled":true}}`}, "mastodon", true},
		"Versia, which says glitch":         {byPath{"/api/v2/instance": versiaV2}, "", true},
		"a version before sign-up by API":   {byPath{"/api/v1/instance": `{"version":"2.6.5",` + urls + `,` + stats + `}`}, "", false},
		"a document of its own":             {byPath{"/api/v1/instance": `{"version":"4.0.1","uri":"https://example.social"}`}, "", false},
		"no version of Mastodon":            {byPath{"/api/v2/instance": `{"version":"2025.1","registrations":{"enabled":true}}`}, "", true},
		"a fork with a source of its own":   {byPath{"/api/v2/instance": `{"version":"4.2.1","source_url":"https://git.example/social","configuration":{"urls":{"streaming":"wss://example.social"}},"registrations":{"enabled":true}}`}, "mastodon", true},
		"another one with it":               {byPath{"/api/v2/instance": `{"version":"4.2.1","source_url":"https://git.example/social","registrations":{"enabled":true}}`}, "", true},
		"Mastodon 4, the older document":    {byPath{"/api/v1/instance": `{"version":"4.2.0",` + urls + `,` + stats + `,"registrations":true}`}, "mastodon", true},
		"a flag that is null":               {byPath{"/api/v1/instance": `{"version":"3.5.3",` + urls + `,` + stats + `,"registrations":null}`}, "mastodon", false},
		"a flag that is a text":             {byPath{"/api/v1/instance": `{"version":"3.5.3",` + urls + `,` + stats + `,"registrations":"true"}`}, "mastodon", false},
		"no flag, though it has one":        {byPath{"/api/v1/instance": `{"version":"2.7.2",` + urls + `,` + stats + `}`}, "mastodon", false},
		"no flag, and it had none":          {byPath{"/api/v1/instance": `{"version":"2.7.1",` + urls + `,` + stats + `}`}, "mastodon", true},
		"no flag, glitch-soc":               {byPath{"/api/v1/instance": `{"version":"2.7.0+glitch",` + urls + `,` + stats + `}`}, "glitch", true},
		"no flag, a young version of forks": {byPath{"/api/v1/instance": `{"version":"1.0.5+3.5.2",` + urls + `,` + stats + `}`}, "hometown", false},
	} {
		t.Run(name, func(t *testing.T) {
			i, err := client(t, c.documents).Instance(t.Context())
			require.NoError(t, err)
			assert.Equal(t, c.software, i.Software.Name)
			assert.Equal(t, c.open, i.Registrations.Enabled)
		})
	}
}

func TestANodeInfoThatDoesNotComeNowIsAnError(t *testing.T) {
	for status, code := range map[string]mastodon.Code{"503 {}": mastodon.CodeServerError, "429 {}": mastodon.CodeRateLimited} {
		_, err := client(t, byPath{"/api/v1/instance": vernissageV1, "/.well-known/nodeinfo": status}).Instance(t.Context())
		assert.True(t, mastodon.HasCode(err, code), status)
	}
	i, err := client(t, byPath{"/api/v2/instance": `{"version":"4.5.0","registrations":{"enabled":true}}`, "/.well-known/nodeinfo": "503 {}"}).Instance(t.Context())
	require.NoError(t, err, "the document suggests what it is")
	assert.Equal(t, "mastodon", i.Software.Name)
}

func TestMastodonProvesItselfWithoutAnotherRequest(t *testing.T) {
	const v1 = `,"urls":{"streaming_api":"wss://example.social"},"stats":{"user_count":1}}`
	for version, c := range map[string]struct{ document, software string }{
		"4.6.0":        {`{"version":"4.6.0","source_url":"https://github.com/mastodon/mastodon"}`, "mastodon"},
		"4.0.2":        {`{"version":"4.0.2","source_url":"https://github.com/mastodon/mastodon/tree/v4.0.2"}`, "mastodon"},
		"a fork":       {`{"version":"4.3.1+chuckya","source_url":"https://github.com/TheEssem/mastodon"}`, "mastodon"},
		"glitch-soc":   {`{"version":"4.5.3+glitch","source_url":"https://github.com/glitch-soc/mastodon"}`, "glitch"},
		"Hometown":     {`{"version":"4.0.2+hometown-1.1.1","source_url":"https://github.com/hometown-fork/hometown"}`, "hometown"},
		"3.5.3":        {`{"version":"3.5.3"` + v1, "mastodon"},
		"2.7.0":        {`{"version":"2.7.0"` + v1, "mastodon"},
		"old Hometown": {`{"version":"1.0.5+3.5.2"` + v1, "hometown"},
		"Fedibird":     {`{"version":"3.4.1+fedibird"` + v1, "mastodon"},
	} {
		t.Run(version, func(t *testing.T) {
			doer := &asked{byPath: byPath{"/api/v2/instance": c.document}}
			want := []string{"/api/v2/instance"}
			if strings.HasSuffix(c.document, v1) {
				doer.byPath = byPath{"/api/v1/instance": c.document}
				want = append(want, "/api/v1/instance")
			}
			i, err := client(t, doer).Instance(t.Context())
			require.NoError(t, err)
			assert.Equal(t, c.software, i.Software.Name)
			assert.Equal(t, want, doer.paths)
		})
	}
}

func TestAnInstanceIsNotGuessedWhenTheCallerGaveUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	_, err := client(t, doerFunc(func(r *mastodon.Request) (*mastodon.Response, error) {
		if strings.HasSuffix(r.URL, "/api/v2/instance") {
			return byPath{"/api/v2/instance": `{"version":"4.5.0"}`}.Do(ctx, r)
		}
		cancel()
		return nil, errors.New("cancelled")
	})).Instance(ctx)
	assert.Error(t, err)
}

type doerFunc func(*mastodon.Request) (*mastodon.Response, error)

func (d doerFunc) Do(_ context.Context, r *mastodon.Request) (*mastodon.Response, error) { return d(r) }
