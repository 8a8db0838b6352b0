package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/require"
)

const host = "example.social"

// network carries requests to simulated servers by their names.
type network map[string]http.RoundTripper

func (n network) RoundTrip(r *http.Request) (*http.Response, error) {
	if server := n[r.URL.Host]; server != nil {
		return server.RoundTrip(r)
	}
	return nil, &net.DNSError{Err: "no such host", Name: r.URL.Host, IsNotFound: true}
}

// proxy is what stands in front of a server and meddles with its answers.
type proxy struct {
	http.RoundTripper
	meddle func(*http.Request, *http.Response)
}

func (p proxy) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := p.RoundTripper.RoundTrip(r)
	if err == nil {
		p.meddle(r, response)
	}
	return response, err
}

// visit is what one run of the doctor did.
type visit struct {
	code           int
	stdout, stderr string
}

func run(ctx context.Context, transport http.RoundTripper, progress <-chan time.Time, args ...string) visit {
	var stdout, stderr bytes.Buffer
	code := doctor{&stdout, &stderr, transport, progress}.run(ctx, args)
	return visit{code, stdout.String(), stderr.String()}
}

// lookAtOne lets the doctor look at example.social, to which
// people.example.social leads.
func lookAtOne(t *testing.T, server *mastodontest.Server, args ...string) visit {
	t.Helper()
	people := mastodontest.New(mastodontest.Settings{AccountsAt: "https://" + host})
	return run(t.Context(), network{host: server.Client().Transport, "people." + host: people.Client().Transport}, nil, append(args, host)...)
}

// verdict is the first line.
func (v visit) verdict() string {
	line, _, _ := strings.Cut(v.stdout, "\n")
	return line
}

// row finds a line by its beginning, with single spaces between columns.
func (v visit) row(name string) string {
	for line := range strings.Lines(v.stdout) {
		if line = strings.Join(strings.Fields(line), " "); strings.HasPrefix(line, name+" ") {
			return strings.TrimPrefix(line, name+" ")
		}
	}
	return ""
}

// reports are those of a run with --json.
func (v visit) reports(t *testing.T) []Report {
	t.Helper()
	var reports []Report
	decoder := json.NewDecoder(strings.NewReader(v.stdout))
	decoder.DisallowUnknownFields()
	require.NoError(t, decoder.Decode(&reports))
	_, err := decoder.Token()
	require.ErrorIs(t, err, io.EOF)
	return reports
}
