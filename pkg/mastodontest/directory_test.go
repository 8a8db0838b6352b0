package mastodontest_test

import (
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var directory = mastodontest.Directory{
	{Domain: "big.example", Version: "4.5.15", Languages: []string{"en", "de"}, Language: "en", Region: "europe", Categories: []string{"general"}, Category: "general",
		LastWeekUsers: 900, TotalUsers: 9000, Ownership: "juridicial"},
	{Domain: "art.example", Languages: []string{"fr"}, Language: "fr", Region: "north_america", Categories: []string{"art", "general"}, Category: "art",
		ApprovalRequired: true, Ownership: "natural"},
	{Domain: "full.example", Languages: []string{"en"}, Region: "asia", Categories: []string{"art"}, Closed: true},
}

func asked(path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	directory.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w
}

// §1.11: servers pass five filters, of which empty ones let all pass.
// §1.11: closed servers are listed for those who ask for all.
func TestADirectoryHasFiveFilters(t *testing.T) {
	for query, want := range map[string]string{
		"": "big.example art.example",
		"?language=&category=&region=&ownership=&registrations=": "big.example art.example",
		"?language=de":           "big.example",
		"?category=art":          "art.example",
		"?region=north_america":  "art.example",
		"?ownership=juridicial":  "big.example",
		"?ownership=natural":     "art.example",
		"?registrations=instant": "big.example",
		"?registrations=manual":  "art.example",
		"?registrations=all":     "big.example art.example full.example",
		"?language=fr&category=general&registrations=instant": "",
	} {
		var servers []struct{ Domain string }
		require.NoError(t, json.Unmarshal(asked("/servers"+query).Body.Bytes(), &servers), query)
		names := make([]string, len(servers))
		for i, s := range servers {
			names[i] = s.Domain
		}
		assert.Equal(t, want, strings.Join(names, " "), query)
	}
}

// §1.1: 21 api.joinmastodon.org.
// §1.11: a server is described by texts, numbers and flags; any site may read them.
func TestADirectoryDescribesServers(t *testing.T) {
	w := asked("/servers?region=europe")
	assert.Equal(t, 200, w.Code)
	assert.Equal(t, "*", w.Header().Get("Access-Control-Allow-Origin"))
	assert.JSONEq(t, `[{"domain":"big.example","version":"4.5.15","description":"","languages":["en","de"],"region":"europe","categories":["general"],
		"proxied_thumbnail":"","last_week_users":900,"total_users":9000,"approval_required":false,"language":"en","category":"general"}]`, w.Body.String())
	assert.Equal(t, 404, asked("/").Code)
}

// §1.11: categories and languages come with the number of servers.
func TestADirectoryCountsCategoriesAndLanguages(t *testing.T) {
	assert.JSONEq(t, `[{"category":"art","servers_count":2},{"category":"general","servers_count":2}]`, asked("/categories").Body.String())
	assert.JSONEq(t, `[{"locale":"en","language":"en","servers_count":2},{"locale":"de","language":"de","servers_count":1},{"locale":"fr","language":"fr","servers_count":1}]`,
		asked("/languages").Body.String())
}
