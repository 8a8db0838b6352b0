//go:build !js

package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	origin    = "https://www.example.org"
	returnURL = "https://www.example.org/joined"
)

// program is the edge as it runs for real.
type program struct {
	t   *testing.T
	cmd *exec.Cmd
	url string
	log *bytes.Buffer // complete once it has ended
}

// run starts a program and reads its address from its output. It is ended with
// the test.
func run(t *testing.T, cmd *exec.Cmd) *program {
	p := &program{t: t, cmd: cmd, log: &bytes.Buffer{}}
	cmd.Stderr = p.log
	cmd.WaitDelay = 10 * time.Second // what it has started may keep its output open
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	end := sync.OnceFunc(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	})
	t.Cleanup(end)
	address := regexp.MustCompile(`^The edge is at (http://\S+)$`)
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if found := address.FindStringSubmatch(lines.Text()); found != nil {
			p.url = found[1]
			return p
		}
	}
	end()
	t.Fatalf("the program ended: %s", p.log)
	return nil
}

// builtWorker makes sure that there is one, and returns the node that runs it.
func builtWorker(t *testing.T) (node string) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is missing")
	}
	for _, built := range []string{"build/app.wasm", "build/front.mjs", "node_modules/wrangler"} {
		if _, err := os.Stat(built); err != nil {
			t.Skip("the Worker is not built: run ./build.sh edge")
		}
	}
	return node
}

// onWorker runs the built Worker on Cloudflare's own runtime.
func onWorker(t *testing.T, files string, servers ...string) *program {
	node := builtWorker(t)
	args := []string{"dev.mjs", "--port", "0", "--files", files, "--site", returnURL, "--app-name", "Example"}
	for _, server := range servers {
		args = append(args, "--server", server)
	}
	return run(t, exec.Command(node, args...))
}

// onThisMachine runs the same as an ordinary program.
func onThisMachine(t *testing.T, files string, servers ...string) *program {
	binary := filepath.Join(t.TempDir(), "edge")
	out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	cmd := exec.Command(binary, "-listen", "127.0.0.1:0", "-files", files)
	cmd.Env = append(os.Environ(), "SERVERS="+strings.Join(servers, " "), "SITES="+returnURL, "APP_NAME=Example")
	return run(t, cmd)
}

func TestTheProgramSaysWhichSettingsItCannotUse(t *testing.T) {
	if testing.Short() {
		t.Skip("starts programs")
	}
	t.Parallel()
	cmd := exec.Command("go", "run", ".", "-listen", "127.0.0.1:0")
	cmd.Env = append(os.Environ(), "SERVERS=", "SITES=www.example.org")
	out, err := cmd.CombinedOutput()
	assert.Error(t, err)
	assert.Contains(t, string(out), "The settings cannot be used:\nSERVERS names no server\nSITES: \"www.example.org\" is no address that begins with https://")
}

func TestTheProgramAnswersWhatWasAskedBeforeItEnds(t *testing.T) {
	if testing.Short() {
		t.Skip("starts programs")
	}
	t.Parallel()
	server := mastodontest.Start(t, mastodontest.Settings{})
	server.Fail(mastodontest.Fault{Path: "/oauth/token", Delay: time.Second})
	store := filepath.Join(t.TempDir(), "apps.json")
	p := onThisMachine(t, filesOfWidget(t), server.URL)
	assert.Equal(t, "ok\n", p.do(http.MethodGet, "/healthz", "", "").Body)
	kept := p.again("-store", store)
	asked := make(chan answer)
	go func() { asked <- kept.ask(origin, server.URL) }()
	require.Eventually(t, func() bool { return len(server.Received(http.MethodPost, "/oauth/token")) == 1 }, time.Minute, 10*time.Millisecond)
	require.NoError(t, kept.cmd.Process.Signal(syscall.SIGTERM))
	assert.Equal(t, http.StatusOK, (<-asked).Status)
	require.NoError(t, kept.cmd.Wait(), "it ends well")
	var line struct{ Time, Level, Msg string }
	require.NoError(t, json.Unmarshal(kept.log.Bytes(), &line), kept.log)
	assert.Contains(t, line.Msg, "registered an app with ")

	assert.Equal(t, http.StatusOK, p.again("-store", store).ask(origin, server.URL).Status)
	assert.Len(t, server.Received(http.MethodPost, "/api/v1/apps"), 1, "the app is kept")
}

func TestAProgramThatEndedIsNotWoken(t *testing.T) {
	if testing.Short() {
		t.Skip("starts programs")
	}
	t.Parallel()
	server, silent := mastodontest.Start(t, mastodontest.Settings{}), mastodontest.Start(t, mastodontest.Settings{})
	silent.Fail(mastodontest.Fault{Delay: time.Hour, Times: mastodontest.Always})
	p := onWorker(t, filesOfWidget(t), server.URL, silent.URL, "http://127.0.0.1:1")
	assert.Equal(t, http.StatusOK, p.ask(origin, server.URL).Status)
	assert.Equal(t, "server_unavailable", p.ask(origin, "http://127.0.0.1:1").Code)
	assert.Equal(t, "server_unavailable", p.ask(origin, silent.URL).Code, "when all that those before waited for is over")
	_ = p.cmd.Process.Signal(syscall.SIGTERM)
	_ = p.cmd.Wait()
	assert.NotContains(t, p.log.String(), "already exited")
}

// again starts the same program once more, with other flags beside.
func (p *program) again(flags ...string) *program {
	cmd := exec.Command(p.cmd.Path, append(p.cmd.Args[1:], flags...)...)
	cmd.Env = p.cmd.Env
	return run(p.t, cmd)
}

// answer is what a page gets.
type answer struct {
	Status int
	Header http.Header
	Body   string
	Token  string `json:"access_token"`
	Code   string `json:"error"`
}

// noReuse opens a connection for each request: what is sent over one that is
// being closed for idleness is lost.
var noReuse = &http.Transport{DisableKeepAlives: true}

func (p *program) do(method, path, origin, form string, header ...string) answer {
	r, err := http.NewRequestWithContext(context.Background(), method, p.url+path, strings.NewReader(form))
	require.NoError(p.t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if origin != "" {
		r.Header.Set("Origin", origin)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	client := &http.Client{Timeout: time.Minute, Transport: noReuse}
	response, err := client.Do(r)
	require.NoError(p.t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(p.t, err)
	a := answer{Status: response.StatusCode, Header: response.Header, Body: string(body)}
	_ = json.Unmarshal(body, &a)
	return a
}

// status is what a path answers; 0 for nothing, as while a Worker is started anew.
func (p *program) status(path string) int {
	response, err := (&http.Client{Timeout: 10 * time.Second, Transport: noReuse}).Get(p.url + path)
	if err != nil {
		return 0
	}
	_ = response.Body.Close()
	return response.StatusCode
}

func (p *program) ask(origin, server string) answer {
	return p.do(http.MethodPost, "/v1/app-token", origin, question(server))
}

func question(server string) string {
	return url.Values{"server": {server}, "return_url": {returnURL}}.Encode()
}

// filesOfWidget is a folder as the widget's build makes it.
func filesOfWidget(t *testing.T) string {
	folder := t.TempDir()
	rules, err := os.ReadFile("../../widget/_headers")
	require.NoError(t, err)
	for name, content := range map[string]string{
		"_headers": string(rules), "fedi-signup.js": "export {};\n", "core-go.0123456789ab.wasm": "\x00asm\x01\x00\x00\x00",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644))
	}
	return folder
}

func TestTheEdgeRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("starts programs")
	}
	for name, start := range map[string]func(t *testing.T, files string, servers ...string) *program{
		"on a Worker": onWorker, "on this machine": onThisMachine,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := mastodontest.Start(t, mastodontest.Settings{})
			throttled := mastodontest.Start(t, mastodontest.Settings{})
			throttled.Fail(mastodontest.Fault{Path: "/oauth/token", Drop: true})
			crowded := mastodontest.Start(t, mastodontest.Settings{})
			crowded.Fail(mastodontest.Fault{Path: "/api/v1/apps", Delay: time.Second})
			full := mastodontest.Start(t, mastodontest.Settings{})
			full.Fail(mastodontest.Fault{Path: "/api/v1/apps", Times: mastodontest.Always, Status: 429, Body: `{"error":"Too many requests"}`})
			gotosocial := mastodontest.Start(t, mastodontest.Settings{Software: mastodontest.GoToSocial, Version: "0.18.3"})
			files := filesOfWidget(t)
			p := start(t, files, server.URL, throttled.URL, crowded.URL, full.URL, gotosocial.URL, "http://127.0.0.1:1")

			t.Run("a visitor signs up with its token", func(t *testing.T) {
				a := p.ask(origin, server.URL)
				require.Equal(t, http.StatusOK, a.Status, a.Body)
				assert.Equal(t, origin, a.Header.Get("Access-Control-Allow-Origin"))
				assert.Equal(t, "no-store", a.Header.Get("Cache-Control"))
				at, err := mastodon.ParseServer(server.URL)
				require.NoError(t, err)
				_, err = mastodon.NewClient(at, nethttp.New(nil)).CreateAccount(t.Context(), a.Token, mastodon.Registration{
					Username: "alice", Email: "alice@example.org", Password: "correct horse battery", Agreement: true})
				require.NoError(t, err)
				assert.Contains(t, server.Mails()[0].Text, "return to Example")
			})

			t.Run("the registration is kept from one request to the next", func(t *testing.T) {
				first := p.ask(origin, server.URL)
				answers := make([]answer, 10)
				var all sync.WaitGroup
				for i := range answers {
					all.Go(func() { answers[i] = p.ask(origin, server.URL) })
				}
				all.Wait()
				for _, a := range answers {
					assert.Equal(t, first.Token, a.Token, a.Body)
				}
				assert.Len(t, server.Received(http.MethodPost, "/api/v1/apps"), 1)
				assert.Len(t, server.Received(http.MethodPost, "/oauth/token"), 1)
			})

			t.Run("many first visitors make one registration", func(t *testing.T) {
				address := strings.TrimPrefix(crowded.URL, "http://")
				spellings := []string{crowded.URL, crowded.URL, crowded.URL, "HTTP://" + address, crowded.URL + "/about", " " + crowded.URL}
				var next atomic.Int64
				answers := p.together(60, func() answer {
					return p.ask(origin, spellings[int(next.Add(1))%len(spellings)])
				})
				for _, a := range answers {
					require.Equal(t, http.StatusOK, a.Status, a.Body)
					assert.Equal(t, answers[0].Token, a.Token)
					assert.Equal(t, origin, a.Header.Get("Access-Control-Allow-Origin"))
					assert.Equal(t, "no-store", a.Header.Get("Cache-Control"))
				}
				assert.Len(t, crowded.Received(http.MethodPost, "/api/v1/apps"), 1)
				assert.Len(t, crowded.Received(http.MethodPost, "/oauth/token"), 1)
			})

			t.Run("an account's token is given back", func(t *testing.T) {
				at, err := mastodon.ParseServer(server.URL)
				require.NoError(t, err)
				created, err := mastodon.NewClient(at, nethttp.New(nil)).CreateAccount(t.Context(), p.ask(origin, server.URL).Token, mastodon.Registration{
					Username: "bob", Email: "bob@example.org", Password: "correct horse battery", Agreement: true})
				require.NoError(t, err)
				for range 2 {
					a := p.do(http.MethodPost, "/v1/revoke", origin, question(server.URL)+"&token="+created.Token.AccessToken)
					assert.Equal(t, http.StatusOK, a.Status, a.Body)
				}
				assert.Len(t, server.Received(http.MethodPost, "/oauth/revoke"), 1)
			})

			t.Run("the form of a server is read ahead", func(t *testing.T) {
				for range 3 {
					a := p.do(http.MethodGet, "/v1/form?"+url.Values{"server": {server.URL}}.Encode(), origin, "")
					assert.Equal(t, http.StatusOK, a.Status, a.Body)
					assert.Contains(t, a.Body, `"screen":"form"`)
				}
				assert.Len(t, server.Received(http.MethodGet, "/api/v2/instance"), 1)
			})

			t.Run("an invite is asked about", func(t *testing.T) {
				server.AddInvite(mastodontest.Invite{Code: "AbC123xy"})
				for range 2 {
					for code, state := range map[string]string{"AbC123xy": "good", "Never123": "unknown"} {
						a := p.do(http.MethodGet, "/v1/invite?"+url.Values{"server": {server.URL}, "code": {code}}.Encode(), origin, "")
						assert.JSONEq(t, `{"state":"`+state+`"}`, a.Body)
					}
				}
				asked := map[string]int{"on a Worker": 1, "on this machine": 2}
				assert.Len(t, server.Received(http.MethodGet, "/invite/AbC123xy"), asked[name], "a script in front repeats it")
			})

			t.Run("a throttled server is left alone", func(t *testing.T) {
				for range 3 {
					a := p.ask(origin, full.URL)
					assert.Equal(t, http.StatusTooManyRequests, a.Status)
					assert.Equal(t, "rate_limited", a.Code)
					assert.NotEmpty(t, a.Header.Get("Retry-After"))
				}
				assert.Len(t, full.Received(http.MethodPost, "/api/v1/apps"), 1)
			})

			t.Run("a server that answers nobody without a name", func(t *testing.T) {
				a := p.ask(origin, gotosocial.URL)
				assert.Equal(t, http.StatusOK, a.Status, a.Body)
				for _, request := range gotosocial.Requests() {
					assert.Contains(t, request.Header.Get("User-Agent"), "fedi-signup-edge")
				}
			})

			t.Run("client credentials outlive a failed token", func(t *testing.T) {
				assert.Equal(t, "server_unavailable", p.ask(origin, throttled.URL).Code)
				assert.Equal(t, http.StatusOK, p.ask(origin, throttled.URL).Status)
				assert.Len(t, throttled.Received(http.MethodPost, "/api/v1/apps"), 1)
			})

			t.Run("a server that is down", func(t *testing.T) {
				a := p.ask(origin, "http://127.0.0.1:1")
				assert.Equal(t, http.StatusBadGateway, a.Status)
				assert.Equal(t, "server_unavailable", a.Code)
			})

			t.Run("strangers", func(t *testing.T) {
				assert.Equal(t, "origin_not_listed", p.ask("https://evil.example", server.URL).Code)
				assert.Equal(t, "server_not_listed", p.ask(origin, "example.social").Code)
				assert.Equal(t, http.StatusNoContent, p.do(http.MethodOptions, "/v1/app-token", origin, "").Status)
				assert.Equal(t, http.StatusMethodNotAllowed, p.do(http.MethodPut, "/v1/app-token", origin, "x").Status)
				assert.Equal(t, "origin_not_listed", p.ask(origin+", https://evil.example", server.URL).Code)
				assert.Equal(t, http.StatusRequestEntityTooLarge, p.do(http.MethodPost, "/v1/app-token", origin, strings.Repeat("x", 16<<10)).Status)
				assert.Equal(t, "invalid_request", p.do(http.MethodPost, "/v1/app-token", origin, "").Code)
				assert.Equal(t, "not_found", p.do(http.MethodGet, "/v1/other", origin, "").Code)
			})

			t.Run("the widget's files", func(t *testing.T) {
				core := p.do(http.MethodGet, "/core-go.0123456789ab.wasm", origin, "")
				assert.Equal(t, http.StatusOK, core.Status)
				assert.Equal(t, "application/wasm", core.Header.Get("Content-Type"))
				script := p.do(http.MethodGet, "/fedi-signup.js", origin, "")
				assert.Contains(t, script.Header.Get("Content-Type"), "text/javascript")
				assert.Equal(t, "*", script.Header.Get("Access-Control-Allow-Origin"))
				if name == "on a Worker" {
					assert.Equal(t, "public, max-age=31536000, immutable", core.Header.Get("Cache-Control"))
				}
				missing := p.do(http.MethodGet, "/core-go.ba9876543210.wasm", origin, "")
				assert.Equal(t, http.StatusNotFound, missing.Status)
				assert.Equal(t, "*", missing.Header.Get("Access-Control-Allow-Origin"), "a page from before a deploy can tell it from no answer")
			})

			t.Run("the page of the isolated frame, and what it asks", func(t *testing.T) {
				page := p.do(http.MethodGet, "/v1/isolated", "", "", "Sec-Fetch-Site", "cross-site")
				assert.Equal(t, http.StatusOK, page.Status)
				assert.Equal(t, "text/html; charset=utf-8", page.Header.Get("Content-Type"))
				assert.Contains(t, page.Header.Get("Content-Security-Policy"), "frame-ancestors "+origin+";")
				assert.Contains(t, page.Body, `data-hosts="`+origin+`"`)

				form := "/v1/form?" + url.Values{"server": {server.URL}}.Encode()
				for range 2 { // whoever asks first
					assert.Equal(t, "origin_not_listed", p.do(http.MethodGet, form, "", "").Code)
					assert.Contains(t, p.do(http.MethodGet, form, "", "", "Sec-Fetch-Site", "same-origin").Body, `"screen":"form"`)
				}
				a := p.do(http.MethodPost, "/v1/app-token", p.url, question(server.URL), "Sec-Fetch-Site", "same-origin")
				assert.NotEmpty(t, a.Token, a.Body)
			})

			t.Run("a deploy in the middle of a visit", func(t *testing.T) {
				at, err := mastodon.ParseServer(server.URL)
				require.NoError(t, err)
				before := p.ask(origin, server.URL).Token
				registered, tokens := len(server.Received(http.MethodPost, "/api/v1/apps")), len(server.Received(http.MethodPost, "/oauth/token"))
				old, now := "/core-go.0123456789ab.wasm", "/core-go.ba9876543210.wasm"
				require.NoError(t, os.Rename(files+old, files+now)) // for which the Worker is started anew
				require.Eventually(t, func() bool { return p.status(now) == http.StatusOK && p.status(old) == http.StatusNotFound }, time.Minute, 100*time.Millisecond)

				assert.Equal(t, "*", p.do(http.MethodGet, old, origin, "").Header.Get("Access-Control-Allow-Origin"), "the page recovers by its link")
				created, err := mastodon.NewClient(at, nethttp.New(nil)).CreateAccount(t.Context(), before, mastodon.Registration{
					Username: "dora", Email: "dora@example.org", Password: "correct horse battery", Agreement: true})
				require.NoError(t, err, "its token is as good as ever")
				a := p.do(http.MethodPost, "/v1/revoke", origin, question(server.URL)+"&token="+created.Token.AccessToken)
				assert.Equal(t, http.StatusOK, a.Status, a.Body)
				assert.Equal(t, before, p.do(http.MethodPost, "/v1/app-token", origin, question(server.URL)+"&refused=another").Token, "which no answer is repeated to")
				assert.Len(t, server.Received(http.MethodPost, "/api/v1/apps"), registered, "the app is kept")
				assert.Len(t, server.Received(http.MethodPost, "/oauth/token"), tokens, "and so is its token")
			})
		})
	}
}
