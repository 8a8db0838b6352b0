// Package pkg_test holds the import rules of the whole module.
package pkg_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/fedi-signup/fedi-signup/"

type listed struct {
	ImportPath   string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
}

// list describes packages as the compiler sees them for one platform.
func list(t *testing.T, goos, goarch string, patterns ...string) []listed {
	t.Helper()
	if testing.Short() {
		t.Skip("runs the go command")
	}
	cmd := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Imports,TestImports,XTestImports,Deps"}, patterns...)...)
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	out, err := cmd.Output()
	require.NoError(t, err)
	var packages []listed
	for decoder := json.NewDecoder(strings.NewReader(string(out))); decoder.More(); {
		var p listed
		require.NoError(t, decoder.Decode(&p))
		packages = append(packages, p)
	}
	require.NotEmpty(t, packages)
	return packages
}

// ours strips the module's path and drops what is not of this module.
func ours(imports []string) []string {
	var names []string
	for _, path := range imports {
		if name, ok := strings.CutPrefix(path, module); ok {
			names = append(names, name)
		}
	}
	return names
}

func TestEachPackageImportsOnlyWhatItsLayerMay(t *testing.T) {
	allowed := map[string][]string{
		"pkg/internal/ascii":    {},
		"pkg/internal/dates":    {"pkg/internal/ascii"},
		"pkg/internal/jsontext": {"pkg/internal/ascii"},
		"pkg/internal/recorded": {},
		"pkg/mastodon":          {"pkg/internal/ascii", "pkg/internal/dates", "pkg/internal/jsontext"},
		"pkg/mastodontest":      {},
		"pkg/nethttp":           {"pkg/mastodon"},
		"pkg/signup":            {"pkg/internal/ascii", "pkg/internal/dates", "pkg/internal/jsontext", "pkg/mastodon"},
		"pkg/jsbridge":          {"pkg/internal/jsontext", "pkg/mastodon"},
		"pkg/edge":              {"pkg/mastodon", "pkg/signup"},
		"wasm/browser":          {"pkg/jsbridge", "pkg/signup"},
		"wasm/fmt":              {},
		"wasm/opener":           {"pkg/mastodon", "pkg/signup"},
		"wasm/edge":             {"pkg/edge", "pkg/jsbridge", "pkg/nethttp"},
	}
	for _, platform := range [][2]string{{"linux", "amd64"}, {"js", "wasm"}} {
		for _, p := range list(t, platform[0], platform[1], "./pkg/...", "./wasm/...") {
			name := strings.TrimPrefix(p.ImportPath, module)
			if name == "pkg" {
				continue
			}
			may, known := allowed[name]
			if !assert.True(t, known, "%s has no import rule", name) {
				continue
			}
			for _, imported := range ours(p.Imports) {
				assert.Contains(t, may, imported, "%s on %s", name, platform[0])
			}
		}
	}
}

func TestOnlyTheBridgeTouchesJavaScript(t *testing.T) {
	for _, p := range list(t, "js", "wasm", "./...") {
		if p.ImportPath == module+"pkg/jsbridge" {
			continue
		}
		imports := p.Imports
		if p.ImportPath != module+"wasm/browser" { // its tests play the page
			imports = slices.Concat(p.Imports, p.TestImports, p.XTestImports)
		}
		assert.NotContains(t, imports, "syscall/js", p.ImportPath)
		assert.NotContains(t, imports, "github.com/hack-pad/safejs", p.ImportPath)
	}
}

func TestTheSimulatedServerSharesNothingWithTheClient(t *testing.T) {
	for _, p := range list(t, "linux", "amd64", "./pkg/mastodontest") {
		imported := ours(slices.Concat(p.Deps, p.TestImports, p.XTestImports))
		assert.Empty(t, slices.DeleteFunc(imported, func(name string) bool { return name == "pkg/mastodontest" }))
	}
}

func TestTheBrowserCoreStaysSmall(t *testing.T) {
	for _, p := range list(t, "js", "wasm", "./wasm/browser") {
		for _, heavy := range []string{"net/http", "crypto/tls", "encoding/json", "html/template", "regexp"} {
			assert.NotContains(t, p.Deps, heavy)
		}
	}
}

func TestTheProtocolNeedsNoNetworkAndNoClient(t *testing.T) {
	for _, p := range list(t, "linux", "amd64", "./pkg/mastodon", "./pkg/signup") {
		assert.NotContains(t, p.Deps, "net/http", p.ImportPath)
	}
}
