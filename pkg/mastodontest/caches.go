package mastodontest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// documentLag is how long Mastodon keeps its instance documents.
const documentLag = 3 * time.Minute

// keptReply is an answer that is given again until a time.
type keptReply struct {
	reply
	until time.Time
}

func (a reply) clone() reply { return reply{a.status, a.header.Clone(), a.body} }

// lagging answers with a document as it was up to three minutes ago, where the
// settings want documents to lag.
func (s *Server) lagging(c *call, answer func(*call) reply) reply {
	if !s.settings.Lag {
		return answer(c)
	}
	key := c.URL.Path + "\n" + c.origin
	kept, ok := s.documents[key]
	if !ok || !c.now.Before(kept.until) {
		kept = keptReply{answer(c), c.now.Add(documentLag)}
		s.documents[key] = kept
	}
	return kept.clone()
}

// fromNginx is what the proxy before the server kept of an earlier answer, with
// whatever headers came with that.
func (s *Server) fromNginx(c *call) (reply, bool) {
	kept, ok := s.proxied[nginxKey(c)]
	if !ok || !c.now.Before(kept.until) {
		return reply{}, false
	}
	return kept.clone(), true
}

// intoNginx keeps an answer that says that everybody may have it.
func (s *Server) intoNginx(c *call, a reply) {
	if age := maxAge(a.header); c.Method == http.MethodGet && a.status == http.StatusOK && strings.Contains(a.header.Get("Cache-Control"), "public") {
		s.proxied[nginxKey(c)] = keptReply{a.clone(), c.now.Add(age)}
	}
}

func nginxKey(c *call) string {
	return strings.Join([]string{c.Method, c.URL.RequestURI(), c.Header.Get("Accept"), c.Header.Get("Origin")}, "\n")
}

// conditional gives public answers a tag, and answers without a body who has
// that one already.
func conditional(c *call, a reply) reply {
	if a.status != http.StatusOK || !strings.Contains(a.header.Get("Cache-Control"), "public") {
		return a
	}
	sum := sha256.Sum256(a.body)
	tag := `W/"` + hex.EncodeToString(sum[:16]) + `"`
	a.header.Set("ETag", tag)
	if c.Header.Get("If-None-Match") == tag {
		a.header.Del("Content-Type")
		return reply{http.StatusNotModified, a.header, nil}
	}
	return a
}

// maxAge is how long an answer stays fresh.
func maxAge(header http.Header) time.Duration {
	for part := range strings.SplitSeq(header.Get("Cache-Control"), ",") {
		if text, ok := strings.CutPrefix(strings.TrimSpace(part), "max-age="); ok {
			seconds, _ := strconv.Atoi(text)
			return time.Duration(seconds) * time.Second
		}
	}
	return 0
}

// Browser is ClientAt for a browser: it keeps what answers let it keep, by the
// server's clock, asks whether what it has is still good when that got old, and
// asks past it for a request whose Cache-Control says no-cache.
func (s *Server) Browser(ip string) *http.Client {
	return &http.Client{Transport: &browser{server: s, network: transport{s, ip}, kept: map[string]*browsed{}}}
}

type browser struct {
	server  *Server
	network http.RoundTripper
	mu      sync.Mutex
	kept    map[string]*browsed
}

// browsed is an answer in a browser's cache.
type browsed struct {
	response http.Response
	body     []byte
	until    time.Time
}

func (b *browsed) answer(r *http.Request) *http.Response {
	response := b.response
	response.Header = response.Header.Clone()
	response.Body = io.NopCloser(bytes.NewReader(b.body))
	response.Request = r
	return &response
}

// RoundTrip answers from the cache or fills it.
func (b *browser) RoundTrip(r *http.Request) (*http.Response, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if r.Method != http.MethodGet {
		return b.network.RoundTrip(r)
	}
	key := r.URL.String() + "\n" + r.Header.Get("Accept") + "\n" + r.Header.Get("Origin")
	kept := b.kept[key]
	if kept != nil && b.server.now().Before(kept.until) && !strings.Contains(r.Header.Get("Cache-Control"), "no-cache") {
		return kept.answer(r), nil
	}
	asked := r
	if kept != nil && kept.response.Header.Get("ETag") != "" {
		asked = r.Clone(r.Context())
		asked.Header.Set("If-None-Match", kept.response.Header.Get("ETag"))
	}
	response, err := b.network.RoundTrip(asked)
	if err != nil {
		return nil, err
	}
	until := b.server.now().Add(maxAge(response.Header))
	if kept != nil && response.StatusCode == http.StatusNotModified {
		kept.until = until
		return kept.answer(r), nil
	}
	if storable := !slices.ContainsFunc([]string{"no-store", "no-cache"}, func(word string) bool {
		return strings.Contains(response.Header.Get("Cache-Control"), word)
	}); !storable || response.StatusCode != http.StatusOK || maxAge(response.Header) == 0 {
		return response, nil
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	b.kept[key] = &browsed{*response, body, until}
	return b.kept[key].answer(r), nil
}
