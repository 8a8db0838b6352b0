package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"regexp"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func read(t *testing.T, address string) string {
	t.Helper()
	answer, err := http.Get(address)
	require.NoError(t, err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return string(text)
}

func TestRunServesAServerAndItsDesk(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	out, in := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, in, settings("mastodon", "4.6.5"), "127.0.0.1:0", "127.0.0.1:0") }()
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	addresses := regexp.MustCompile(`http://[0-9.:]+`).FindAllString(line, -1)
	require.Len(t, addresses, 2, line)

	instance := addresses[0] + "/api/v2/instance"
	assert.Contains(t, read(t, instance), `"version":"4.6.5"`)
	assert.Contains(t, read(t, instance), `"enabled":true`)
	assert.Equal(t, "ok", read(t, addresses[1]+"/?do=mode&mode=closed"))
	assert.Contains(t, read(t, instance), `"enabled":false`)
	stop()
	assert.NoError(t, <-ended)
}

func TestSettingsNameTheSoftware(t *testing.T) {
	for name, software := range map[string]mastodontest.Software{
		"mastodon": mastodontest.Mastodon, "gotosocial": mastodontest.GoToSocial, "misskey": "misskey",
	} {
		assert.Equal(t, software, settings(name, "").Software)
	}
}

func TestRunSaysWhichAddressIsTaken(t *testing.T) {
	for flag, addresses := range map[string][2]string{
		"-listen": {"127.0.0.1:-1", "127.0.0.1:0"},
		"-desk":   {"127.0.0.1:0", "127.0.0.1:-1"},
	} {
		err := run(t.Context(), io.Discard, settings("mastodon", ""), addresses[0], addresses[1])
		assert.ErrorContains(t, err, "another address with "+flag)
	}
}
