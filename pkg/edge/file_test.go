package edge_test

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/edge"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFileKeepsTheAppsWhenTheProgramEnds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "apps.json")
	open := func() edge.Store {
		file, err := edge.NewFile(path)
		require.NoError(t, err)
		return file
	}
	first := start(t, func(c *edge.Config) { c.Store = open() })
	token := first.ask()
	require.Equal(t, http.StatusOK, token.Status)
	second := start(t, func(c *edge.Config) { c.Store = open() })
	assert.Equal(t, token.Token, second.ask().Token)
	assert.Empty(t, second.server.Requests())

	info, err := os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "for its owner alone")
	files, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	assert.Len(t, files, 1, "nothing is left over")
}

func TestWhatAFileKeepsEnds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "apps.json")
	file, err := edge.NewFile(path)
	require.NoError(t, err)
	require.NoError(t, file.Put(t.Context(), "brief", "a", time.Nanosecond))
	_, found, err := file.Get(t.Context(), "brief")
	require.NoError(t, err)
	assert.False(t, found)
	require.NoError(t, file.Put(t.Context(), "for good", "b", 0))
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.JSONEq(t, `{"for good":{"text":"b"}}`, string(content))
}

func TestAFileThatCannotBeReadOrWrittenIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "apps.json")
	require.NoError(t, os.WriteFile(path, []byte("{"), 0o600))
	_, err := edge.NewFile(path)
	assert.ErrorContains(t, err, "is not a file of this program")
	_, err = edge.NewFile(filepath.Dir(path))
	assert.Error(t, err)
	file, err := edge.NewFile(filepath.Join(path, "below"))
	if err == nil {
		err = file.Put(t.Context(), "key", "text", 0)
	}
	assert.Error(t, err)
}
