package mastodontest_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// §0.1: apps have client_secret_expires_at from 4.3.2 on.
// §1.1: 9 POST /api/v1/apps.
// §1.3: the answer has the members of its version.
func TestAnAppIsDescribedByItsVersion(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		body := `{"client_name":"Widget","redirect_uris":"https://w.example/done\nurn:ietf:wg:oauth:2.0:oob","scopes":"read:accounts write:accounts","website":""}`
		app := v.postJSON("/api/v1/apps", "", body)
		id, clientID, secret, vapid := app.text(t, "id"), app.text(t, "client_id"), app.text(t, "client_secret"), app.text(t, "vapid_key")
		assert.Regexp(t, base64url43, clientID)
		assert.Regexp(t, base64url43, secret)
		var lists, expiry string
		if since(version, "4.3") {
			lists = `"scopes":["read:accounts","write:accounts"],"redirect_uris":["https://w.example/done","urn:ietf:wg:oauth:2.0:oob"],`
			expiry = `,"client_secret_expires_at":0`
		}
		v.answers(app, 200, `{"id":"`+id+`","name":"Widget","website":null,`+lists+`"vapid_key":"`+vapid+
			`","redirect_uri":"https://w.example/done\nurn:ietf:wg:oauth:2.0:oob","client_id":"`+clientID+`","client_secret":"`+secret+`"`+expiry+`}`)
	})
	t.Run("4.3.0 without the expiry", func(t *testing.T) {
		v := visit(t, mastodontest.Settings{Version: "4.3.0"})
		assert.NotContains(t, v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example").body, "client_secret_expires_at")
	})
}

// §1.3: refusals are joined into one sentence.
func TestAnAppIsRefusedForItsReasons(t *testing.T) {
	long := "https://w.example/" + strings.Repeat("x", 2000)
	for name, test := range map[string]struct{ field, value, sentence string }{
		"no name":                {"client_name", `""`, "Application name can't be blank"},
		"a name of 61":           {"client_name", `"` + long[:61] + `"`, "Application name is too long (maximum is 60 characters)"},
		"no redirect":            {"redirect_uris", "", "Redirect URI can't be blank"},
		"an empty redirect":      {"redirect_uris", `""`, "Redirect URI can't be blank"},
		"a redirect of newline":  {"redirect_uris", `"\n"`, "Redirect URI can't be blank"},
		"no redirects in a list": {"redirect_uris", `[]`, "Redirect URI can't be blank"},
		"relative":               {"redirect_uris", `"/done"`, "Redirect URI must be an absolute URI."},
		"fragment":               {"redirect_uris", `"https://w.example/#done"`, "Redirect URI cannot contain a fragment."},
		"without scheme":         {"redirect_uris", `"localhost:3000/x"`, "Redirect URI must specify a scheme."},
		"opaque":                 {"redirect_uris", `"com.example:cb"`, "Redirect URI must specify a scheme."},
		"without host":           {"redirect_uris", `"https:///x"`, "Redirect URI must be a valid URI."},
		"unreadable":             {"redirect_uris", `"https://w.example:port/"`, "Redirect URI must be a valid URI."},
		"script":                 {"redirect_uris", `"javascript:x"`, "Redirect URI is forbidden by the server., Redirect URI must specify a scheme."},
		"too long":               {"redirect_uris", `"` + long + `"`, "Redirect URI is too long (maximum is 2000 characters)"},
		"bad website":            {"website", `"w.example"`, "Application website is not a valid URL"},
		"bad scope":              {"scopes", `"read nonsense"`, "Scopes doesn't match configured on the server."},
	} {
		t.Run(name, func(t *testing.T) {
			body := map[string]json.RawMessage{"client_name": json.RawMessage(`"W"`), "redirect_uris": json.RawMessage(`"https://w.example"`)}
			body[test.field] = json.RawMessage(test.value)
			if test.value == "" {
				delete(body, test.field)
			}
			encoded, err := json.Marshal(body)
			require.NoError(t, err)
			for _, version := range versions {
				want := test.sentence
				if since(version, "4.6") {
					want = strings.Replace(want, "match configured", "match those configured", 1)
				}
				v := visit(t, mastodontest.Settings{Version: version})
				v.answers(v.postJSON("/api/v1/apps", "", string(encoded)), 422, `{"error":"Validation failed: `+want+`"}`)
			}
		})
	}
	t.Run("several", func(t *testing.T) {
		v := visit(t, mastodontest.Settings{})
		v.answers(v.form("/api/v1/apps"), 422, `{"error":"Validation failed: Application name can't be blank, Redirect URI can't be blank"}`)
	})
}

// §1.3: redirects of many forms are taken.
func TestRedirectsOfManyFormsAreTaken(t *testing.T) {
	for _, redirect := range []string{"http://localhost:3000/cb", "http://w.example/", "com.example://cb", "com.example:/cb",
		"urn:ietf:wg:oauth:2.0:oob", "https://a.example https://b.example"} {
		v := visit(t, mastodontest.Settings{})
		app := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", redirect)
		assert.Equal(t, redirect, app.text(t, "redirect_uri"))
	}
}

// §0.1: redirects come as a list from 4.3 on.
// §1.3: a list of redirects is read from 4.3 on.
func TestAListOfRedirectsIsReadFrom43On(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		app := v.postJSON("/api/v1/apps", "", `{"client_name":"W","redirect_uris":["https://a.example","https://b.example"]}`)
		if since(version, "4.3") {
			assert.Equal(t, "https://a.example\nhttps://b.example", app.text(t, "redirect_uri"))
			form := v.form("/api/v1/apps", "client_name", "W", "redirect_uris[]", "https://a.example", "redirect_uris[]", "https://b.example")
			assert.Equal(t, "https://a.example\nhttps://b.example", form.text(t, "redirect_uri"))
		} else {
			v.answers(app, 422, `{"error":"Validation failed: Redirect URI can't be blank"}`)
		}
	})
}

// §1.3: scopes are a text; without them, read.
func TestScopesOfAnAppAreAText(t *testing.T) {
	for name, test := range map[string]struct{ scopes, want string }{
		"left out":           {``, `["read"]`},
		"null":               {`,"scopes":null`, `["read"]`},
		"a list, by mistake": {`,"scopes":["write"]`, `["read"]`},
		"empty":              {`,"scopes":""`, `[]`},
		"several":            {`,"scopes":"write read:accounts"`, `["write","read:accounts"]`},
	} {
		t.Run(name, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{})
			app := v.postJSON("/api/v1/apps", "", `{"client_name":"W","redirect_uris":"https://w.example"`+test.scopes+`}`)
			assert.Contains(t, app.body, `"scopes":`+test.want+`,`)
		})
	}
}

// §1.1: 11 GET /api/v1/apps/verify_credentials.
// §1.5: an app is described without its secrets.
func TestVerifyAppDescribesTheAppWithoutSecrets(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register("read")
		app := v.getAs(v.appToken, "/api/v1/apps/verify_credentials")
		vapid := app.text(t, "vapid_key")
		if !since(version, "4.3") {
			v.answers(app, 200, `{"name":"Widget","website":null,"vapid_key":"`+vapid+`"}`)
			return
		}
		v.answers(app, 200, `{"id":"`+app.text(t, "id")+`","name":"Widget","website":null,"scopes":["read"],`+
			`"redirect_uris":["https://w.example/done"],"vapid_key":"`+vapid+`","redirect_uri":"https://w.example/done"}`)
	})
}

// §1.4: a deleted app is an unknown client.
func TestDeletedAppsAreUnknownClients(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register(ourScopes)
	v.server.DeleteApps()
	answer := v.form("/oauth/token", "grant_type", "client_credentials", "client_id", v.clientID, "client_secret", v.clientSecret)
	assert.Equal(t, 401, answer.status)
	assert.Equal(t, "invalid_client", answer.text(t, "error"))
	v.answers(v.create(), 401, invalidToken)
}

// §0.1: unused apps are deleted up to 4.2.8.
func TestAppsThatNobodyUsesAreDeletedUpTo428(t *testing.T) {
	for version, status := range map[string]int{"4.2.0": 401, "4.2.8": 401, "4.2.9": 200, "4.5.15": 200} {
		t.Run(version, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Version: version})
			app := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example")
			v.now = noon.Add(24*time.Hour + time.Second)
			assert.Equal(t, status, v.form("/oauth/token", "grant_type", "client_credentials",
				"client_id", app.text(t, "client_id"), "client_secret", app.text(t, "client_secret")).status)
		})
	}
	t.Run("not with a token", func(t *testing.T) {
		v := visit(t, mastodontest.Settings{Version: "4.2.0"})
		v.register(ourScopes)
		v.now = noon.Add(48 * time.Hour)
		assert.Equal(t, v.appToken, v.token(ourScopes))
	})
}
