package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// play serves all scenes, and returns how to ask for a page and for something
// of a scene's server.
func play(t *testing.T) (page func(path string) (*http.Response, string), server func(name, path string) int) {
	t.Helper()
	var curtain *theatre
	servers := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { curtain.ServeHTTP(w, r) }))
	t.Cleanup(servers.Close)
	address, err := url.Parse(servers.URL)
	require.NoError(t, err)
	port, err := strconv.Atoi(address.Port())
	require.NoError(t, err)
	site := httptest.NewUnstartedServer(nil)
	curtain = newTheatre("http://"+site.Listener.Addr().String(), port)
	site.Config.Handler = newSite(curtain, fstest.MapFS{"fedi-signup.js": {Data: []byte("export {}")}}, fstest.MapFS{})
	site.Start()
	t.Cleanup(site.Close)
	page = func(path string) (*http.Response, string) {
		answer, err := http.Get(site.URL + path)
		require.NoError(t, err)
		defer answer.Body.Close()
		text, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		return answer, string(text)
	}
	server = func(name, path string) int {
		request, err := http.NewRequest(http.MethodGet, servers.URL+path, nil)
		require.NoError(t, err)
		request.Host = name + ".localhost:" + strconv.Itoa(port)
		answer, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		answer.Body.Close()
		return answer.StatusCode
	}
	return page, server
}

func TestEveryScreenHasAScene(t *testing.T) {
	var screens []string
	for _, s := range scenes {
		screens = append(screens, s.Screen)
	}
	assert.Contains(t, screens, "choose")
	types, err := os.ReadFile("../../pkg/signup/snapshot.go")
	require.NoError(t, err)
	wanted := regexp.MustCompile(` Screen += "([a-z]+)"`).FindAllStringSubmatch(string(types), -1)
	assert.Greater(t, len(wanted), 10)
	for _, screen := range wanted {
		if screen[1] != "submitting" { // which is on its way to another one
			assert.Contains(t, screens, screen[1])
		}
	}
}

func TestScenesHaveNamesOfTheirOwnAndSayWhatIsRead(t *testing.T) {
	var names []string
	for _, s := range scenes {
		assert.NotContains(t, names, s.Name)
		assert.Equal(t, url.PathEscape(strings.ToLower(s.Name)), s.Name, "it is part of a server's name")
		assert.NotEmpty(t, s.Says, s.Name)
		names = append(names, s.Name)
	}
}

func TestThePageShowsEachSceneOnce(t *testing.T) {
	page, _ := play(t)
	_, text := page("/")
	for _, s := range scenes {
		assert.Equal(t, 1, strings.Count(text, `src="/scene/`+s.Name+`"`), s.Name)
	}
}

func TestASceneBeginsWithItsServer(t *testing.T) {
	page, server := play(t)
	assert.Equal(t, http.StatusNotFound, server("age", "/api/v2/instance"), "nobody has looked at it")
	_, text := page("/scene/age")
	assert.Contains(t, text, `server="http://age.localhost:`)
	assert.Equal(t, http.StatusOK, server("age", "/api/v2/instance"))

	_, text = page("/scene/handles")
	assert.Contains(t, text, `server="http://handles.localhost:`)
	assert.Equal(t, http.StatusNotFound, server("handles", "/api/v2/instance"))
	assert.Equal(t, http.StatusOK, server("web-handles", "/api/v2/instance"))
}

func TestASceneThatComesFromTheMailSaysSoInItsAddress(t *testing.T) {
	page, _ := play(t)
	answer, _ := page("/scene/returned")
	assert.Regexp(t, `^returned\.localhost:\d+$`, answer.Request.URL.Query().Get("fedi-signup"))
}

func TestStaffActOnlyWhereTheirStepIs(t *testing.T) {
	page, _ := play(t)
	answer, _ := page("/scene/ready")
	i := slices.IndexFunc(findOrFail(t, "ready").Steps, func(s step) bool { return s.Staff })
	post := func(path string) int {
		answer, err := http.Post("http://"+answer.Request.URL.Host+path, "", http.NoBody)
		require.NoError(t, err)
		answer.Body.Close()
		return answer.StatusCode
	}
	assert.Equal(t, http.StatusNoContent, post("/scene/ready/step/"+strconv.Itoa(i)))
	for _, path := range []string{"/scene/ready/step/0", "/scene/ready/step/99", "/scene/ready/step/x", "/scene/no-such-scene/step/0"} {
		assert.Equal(t, http.StatusNotFound, post(path), path)
	}
}

func findOrFail(t *testing.T, name string) scene {
	t.Helper()
	s, ok := findScene(name)
	require.True(t, ok, name)
	return s
}

func TestUnknownScenesAreNotFound(t *testing.T) {
	page, _ := play(t)
	answer, _ := page("/scene/no-such-scene")
	assert.Equal(t, http.StatusNotFound, answer.StatusCode)
	answer, _ = page("/scene/no-such-scene/captcha")
	assert.Equal(t, http.StatusNotFound, answer.StatusCode)
}
