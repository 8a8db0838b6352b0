package mastodontest_test

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

// A test starts a server of its own and looks at it from both sides.
func ExampleStart() {
	test := func(t *testing.T) {
		server := mastodontest.Start(t, mastodontest.Settings{Version: "4.4.22", Registrations: mastodontest.Approval, RequireReason: true})
		response, err := http.Get(server.URL + "/api/v2/instance")
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		// …
	}
	_ = test
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
