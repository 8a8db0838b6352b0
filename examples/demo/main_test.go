package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRunServesUntilItIsStopped(t *testing.T) {
	widget := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(widget, "fedi-signup.js"), []byte("export {}"), 0o600))
	ctx, stop := context.WithCancel(t.Context())
	out, in := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, in, "127.0.0.1:0", "127.0.0.1:0", widget) }()

	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	addresses := regexp.MustCompile(`http://[0-9.:]+`).FindAllString(line, -1)
	require.Len(t, addresses, 2, line)

	for _, address := range []string{addresses[0] + "/", addresses[0] + "/widget/fedi-signup.js", addresses[1] + "/api/v2/instance"} {
		answer, err := http.Get(address)
		require.NoError(t, err)
		answer.Body.Close()
		assert.Equal(t, http.StatusOK, answer.StatusCode, address)
	}

	stop()
	assert.NoError(t, <-ended)
	_, err = http.Get(addresses[0])
	assert.Error(t, err, "the site is gone")
}

func TestRunSaysWhatIsMissing(t *testing.T) {
	err := run(t.Context(), io.Discard, "127.0.0.1:0", "127.0.0.1:0", t.TempDir())
	assert.ErrorContains(t, err, "./build.sh build")
}

func TestRunSaysWhichAddressIsTaken(t *testing.T) {
	widget := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(widget, "fedi-signup.js"), nil, 0o600))
	for flag, addresses := range map[string][2]string{
		"-site":   {"127.0.0.1:-1", "127.0.0.1:0"},
		"-server": {"127.0.0.1:0", "127.0.0.1:-1"},
	} {
		err := run(t.Context(), io.Discard, addresses[0], addresses[1], widget)
		assert.ErrorContains(t, err, "another address with "+flag)
	}
}
