package mastodontest_test

import (
	"encoding/base64"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
)

const (
	invalidRequest   = `{"error":"invalid_request","error_description":"Missing required parameter: grant_type."}`
	unsupportedGrant = `{"error":"unsupported_grant_type","error_description":"The authorization grant type is not supported by the authorization server."}`
	invalidScope     = `{"error":"invalid_scope","error_description":"The requested scope is invalid, unknown, or malformed."}`
	invalidGrant     = `{"error":"invalid_grant","error_description":"The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client."}`
	invalidClient    = `{"error":"invalid_client","error_description":"Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method."}`
	notYourToken     = `{"error":"unauthorized_client","error_description":"You are not authorized to revoke this token"}`
)

// §1.1: 10 POST /oauth/token.
// §1.4: client_credentials give a token of the app.
func TestATokenForTheAppAlone(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register(ourScopes)
		answer := v.form("/oauth/token", "grant_type", "client_credentials", "client_id", v.clientID, "client_secret", v.clientSecret, "scope", "write:accounts")
		token := answer.text(t, "access_token")
		v.answers(answer, 200, `{"access_token":"`+token+`","token_type":"Bearer","scope":"write:accounts","created_at":1786104200}`)
		assert.Equal(t, "no-store", answer.header.Get("Cache-Control"))
		assert.Empty(t, answer.header.Get("X-RateLimit-Limit"))
	})
}

// §1.4: the same scopes give the same token.
func TestTheSameScopesGiveTheSameToken(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register(ourScopes)
	first := v.appToken
	assert.Equal(t, first, v.token("write:accounts read:accounts"))
	assert.NotEqual(t, first, v.token("write:accounts"))
	v.form("/oauth/revoke", "client_id", v.clientID, "client_secret", v.clientSecret, "token", first)
	assert.NotEqual(t, first, v.token(ourScopes), "a revoked token is not given out again")
}

// §1.4: the client proves itself by header or body.
func TestTheClientProvesItselfInThreeWays(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.register("read")
	basic := func(id, secret string) string {
		return "Basic " + base64.StdEncoding.EncodeToString([]byte(id+":"+secret))
	}
	assert.Equal(t, v.appToken, v.postJSON("/oauth/token", "",
		`{"grant_type":"client_credentials","client_id":"`+v.clientID+`","client_secret":"`+v.clientSecret+`"}`).text(t, "access_token"))
	assert.Equal(t, v.appToken, v.call("POST", "/oauth/token", "grant_type=client_credentials",
		"Content-Type", "application/x-www-form-urlencoded", "Authorization", basic(v.clientID, v.clientSecret)).text(t, "access_token"))
	// What the header says counts, whatever the body says.
	v.answers(v.call("POST", "/oauth/token", "grant_type=client_credentials&client_id="+v.clientID+"&client_secret="+v.clientSecret,
		"Content-Type", "application/x-www-form-urlencoded", "Authorization", basic(v.clientID, "wrong")), 401, invalidClient)
}

// §1.4: refusals are OAuth's, scopes within the app's.
func TestTokensAreRefusedInOAuthsWords(t *testing.T) {
	const granted = `200`
	for name, test := range map[string]struct {
		scopes           string // of the app
		grant, id, scope string
		status           int
		body             string
	}{
		"no grant type":        {"read", "", "", "", 400, invalidRequest},
		"unknown grant type":   {"read", "magic", "", "", 400, unsupportedGrant},
		"a code":               {"read", "authorization_code", "", "", 400, invalidGrant},
		"unknown client":       {"read", "client_credentials", "nobody", "", 401, invalidClient},
		"scope not of the app": {"write read", "client_credentials", "", "write:accounts", 400, invalidScope},
		"nonsense":             {"read", "client_credentials", "", "nonsense", 400, invalidScope},
		"none, app has read":   {"read write", "client_credentials", "", "", 200, granted},
		"none, app lacks read": {"write:accounts", "client_credentials", "", "", 400, invalidScope},
		"any, app has none":    {"", "client_credentials", "", "write follow", 200, granted},
		"nonsense, none":       {"", "client_credentials", "", "nonsense", 400, invalidScope},
	} {
		t.Run(name, func(t *testing.T) {
			eachVersion(t, func(t *testing.T, version string) {
				v := visit(t, mastodontest.Settings{Version: version})
				app := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example", "scopes", test.scopes)
				id := app.text(t, "client_id")
				if test.id != "" {
					id = test.id
				}
				answer := v.form("/oauth/token", "grant_type", test.grant, "client_id", id, "client_secret", app.text(t, "client_secret"), "scope", test.scope)
				if test.status == 200 {
					assert.Equal(t, 200, answer.status, answer.body)
					return
				}
				v.answers(answer, test.status, test.body)
				assert.Equal(t, `Bearer realm="Doorkeeper", error="`+answer.text(t, "error")+`", error_description="`+answer.text(t, "error_description")+`"`,
					answer.header.Get("WWW-Authenticate"))
			})
		})
	}
}

// §1.4: the password grant works up to 4.3.
func TestThePasswordGrantWentWith44(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register("read")
		want := invalidGrant
		if since(version, "4.4") {
			want = unsupportedGrant
		}
		v.answers(v.form("/oauth/token", "grant_type", "password", "client_id", v.clientID, "client_secret", v.clientSecret), 400, want)
		v.answers(v.form("/oauth/token", "grant_type", "authorization_code"), 401, invalidClient)
	})
}

// §1.4: the scope profile from 4.3 on.
func TestTheProfileScopeCameWith43(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		status := v.form("/api/v1/apps", "client_name", "W", "redirect_uris", "https://w.example", "scopes", "profile").status
		assert.Equal(t, since(version, "4.3"), status == 200)
	})
}

// §1.1: 17 POST /oauth/revoke.
// §1.12: only the app revokes its tokens.
func TestTokensAreRevokedByTheirApp(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		token := v.signUp()
		revoke := func(id, secret, token string) got {
			return v.form("/oauth/revoke", "client_id", id, "client_secret", secret, "token", token)
		}
		other := v.form("/api/v1/apps", "client_name", "Other", "redirect_uris", "https://o.example")
		v.answers(revoke(other.text(t, "client_id"), other.text(t, "client_secret"), token), 403, notYourToken)
		v.answers(revoke(v.clientID, "wrong", token), 403, notYourToken)
		v.answers(v.form("/oauth/revoke", "token", token), 403, notYourToken)
		const verify = "/api/v1/accounts/verify_credentials"
		assert.Equal(t, 403, v.getAs(token, verify).status, "it is not confirmed")
		v.answers(revoke(v.clientID, v.clientSecret, "unknown"), 200, "{}")
		v.answers(v.form("/oauth/revoke", "client_id", v.clientID, "client_secret", v.clientSecret), 200, "{}")
		v.answers(revoke(v.clientID, v.clientSecret, token), 200, "{}")
		v.answers(v.getAs(token, verify), 401, revokedToken)
		v.answers(revoke(v.clientID, v.clientSecret, token), 200, "{}")
	})
}

// Its own: all tokens can be revoked at once.
func TestRevokeTokensEndsThemAll(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	token := v.signUp()
	v.server.RevokeTokens()
	v.answers(v.getAs(token, "/api/v1/accounts/verify_credentials"), 401, revokedToken)
	v.answers(v.create(), 401, revokedToken)
}

// §1.1: 19 GET /.well-known/oauth-authorization-server.
// §1.10: endpoints and grants are told from 4.3 on.
func TestTheServerDescribesItsOAuth(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		answer := v.get("/.well-known/oauth-authorization-server")
		if !since(version, "4.3") {
			assert.Equal(t, 404, answer.status)
			return
		}
		assert.Equal(t, "https://example.social/", answer.text(t, "issuer"))
		assert.Equal(t, "https://example.social/oauth/token", answer.text(t, "token_endpoint"))
		assert.Equal(t, "https://example.social/api/v1/apps", answer.text(t, "app_registration_endpoint"))
		grants := []any{"authorization_code", "client_credentials"}
		if !since(version, "4.4") {
			grants = append(grants, "password")
			assert.NotContains(t, answer.body, "userinfo_endpoint")
		} else {
			assert.Equal(t, "https://example.social/oauth/userinfo", answer.text(t, "userinfo_endpoint"))
		}
		assert.ElementsMatch(t, grants, answer.field(t, "grant_types_supported"))
	})
}
