package pkg_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var mapped = regexp.MustCompile(`[a-z_*]+\.go`)

func TestTheMapOfAPackageNamesEachOfItsFiles(t *testing.T) {
	for _, name := range []string{"mastodon", "mastodontest", "signup"} {
		doc, err := os.ReadFile(filepath.Join(name, "doc.go"))
		require.NoError(t, err)
		_, list, found := strings.Cut(string(doc), "// # Files\n")
		require.True(t, found, name)
		named := map[string]bool{filepath.Join(name, "doc.go"): true}
		for _, pattern := range mapped.FindAllString(list, -1) {
			files, err := filepath.Glob(filepath.Join(name, pattern))
			require.NoError(t, err)
			assert.NotEmpty(t, files, "%s has no %s", name, pattern)
			for _, file := range files {
				named[file] = true
			}
		}
		files, err := filepath.Glob(filepath.Join(name, "*.go"))
		require.NoError(t, err)
		for _, file := range files {
			assert.True(t, named[file] || strings.HasSuffix(file, "_test.go"), "%s is not on the map", file)
		}
	}
}

func TestTheMapOfTheWidgetNamesEachOfItsFiles(t *testing.T) {
	contributing, err := os.ReadFile("../CONTRIBUTING.md")
	require.NoError(t, err)
	files, err := filepath.Glob("../widget/src/*.ts")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		assert.Contains(t, string(contributing), "`"+filepath.Base(file)+"`")
	}
}
