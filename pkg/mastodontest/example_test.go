package mastodontest_test

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// t stands for the one of a test.
var t = &standIn{}

type standIn struct{ testing.TB }

func (*standIn) Helper()        {}
func (*standIn) Cleanup(func()) {}

// A test starts a server of its own and looks at it from both sides.
func ExampleStart() {
	server := mastodontest.Start(t, mastodontest.Settings{Version: "4.4.22", Registrations: mastodontest.Approval, RequireReason: true})
	response, err := http.Get(server.URL + "/api/v2/instance")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	fmt.Println(response.Status, len(server.Requests()))
	// Output: 200 OK 1
}

func ExampleServer_Client() {
	server := mastodontest.New(mastodontest.Settings{Registrations: mastodontest.Closed})
	response, err := server.Client().PostForm("https://example.social/api/v1/apps",
		url.Values{"client_name": {"Widget"}, "redirect_uris": {"/done"}})
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	fmt.Println(response.Status, string(body))
	// Output: 422 Unprocessable Entity {"error":"Validation failed: Redirect URI must be an absolute URI."}
}

func ExampleServer_Fail() {
	server := mastodontest.New(mastodontest.Settings{})
	server.Fail(mastodontest.Fault{Path: "/api/v2/instance", Times: 2, Status: http.StatusBadGateway, Body: "<h1>Bad Gateway</h1>", NoCORS: true})
	for range 3 {
		response, err := server.Client().Get("https://example.social/api/v2/instance")
		if err != nil {
			panic(err)
		}
		response.Body.Close()
		fmt.Println(response.StatusCode)
	}
	// Output:
	// 502
	// 502
	// 200
}

// Tests and demonstrations solve captchas by asking the server.
func ExampleServer_LastCaptcha() {
	server := mastodontest.New(mastodontest.Settings{Software: mastodontest.Akkoma, Captcha: true})
	response, err := server.Client().Get("https://example.social/api/v1/pleroma/captcha")
	if err != nil {
		panic(err)
	}
	response.Body.Close()
	fmt.Println(len(server.LastCaptcha()), "characters to type")
	// Output: 5 characters to type
}

// A domain in handles may be another host than the server.
func ExampleSettings_accountsAt() {
	site := mastodontest.New(mastodontest.Settings{AccountsAt: "https://social.example.org"})
	for _, path := range []string{"/.well-known/webfinger?resource=acct:example.org@example.org", "/api/v2/instance"} {
		response, err := site.Client().Get("https://example.org" + path)
		if err != nil {
			panic(err)
		}
		response.Body.Close()
		fmt.Println(response.StatusCode, response.Header.Get("Content-Type"))
	}
	// Output:
	// 200 application/jrd+json; charset=utf-8
	// 404 text/html; charset=utf-8
}
