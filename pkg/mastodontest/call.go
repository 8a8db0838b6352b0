package mastodontest

import (
	"bytes"
	"encoding/json"
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// call is one request as a Rails application sees it.
type call struct {
	*http.Request
	body      []byte
	ip        string
	origin    string // of the server, as the request addressed it
	params    map[string]any
	malformed bool // the body is not what its type says
	garbled   bool // a text is not UTF-8
	now       time.Time
	entry     int // in the log
}

func newCall(r *http.Request, body []byte) *call {
	c := &call{Request: r, body: body, params: map[string]any{}}
	if ip, _, err := net.SplitHostPort(r.RemoteAddr); err == nil {
		c.ip = callerOf(ip, r.Header.Get("X-Forwarded-For"))
	}
	c.origin = "http://" + r.Host
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		c.origin = "https://" + r.Host
	}
	c.readParams()
	return c
}

// callerOf is the address of who called: what a proxy on this machine says, or
// else where the connection comes from.
func callerOf(ip, forwarded string) string {
	address, err := netip.ParseAddr(ip)
	if err != nil || !address.IsLoopback() {
		return ip
	}
	last := strings.TrimSpace(forwarded[strings.LastIndex(forwarded, ",")+1:])
	if _, err := netip.ParseAddr(last); err != nil {
		return ip
	}
	return last
}

func (c *call) readParams() {
	add := func(values url.Values) {
		for name, all := range values {
			if list, ok := strings.CutSuffix(name, "[]"); ok {
				items := make([]any, len(all))
				for i, item := range all {
					items[i] = item
				}
				c.params[list] = items
			} else {
				c.params[name] = all[len(all)-1]
				c.garbled = c.garbled || !utf8.ValidString(all[len(all)-1])
			}
		}
	}
	add(c.URL.Query())
	kind, parameters, _ := mime.ParseMediaType(c.Header.Get("Content-Type"))
	switch kind {
	case "application/json":
		if len(bytes.TrimSpace(c.body)) == 0 {
			return
		}
		decoder := json.NewDecoder(bytes.NewReader(c.body))
		decoder.UseNumber()
		var value any
		if !json.Valid(c.body) || decoder.Decode(&value) != nil {
			c.malformed = true
			return
		}
		if !utf8.Valid(c.body) { // which the decoder has replaced
			c.garbled = true
		}
		if object, ok := value.(map[string]any); ok {
			for name, value := range object {
				c.params[name] = value
			}
		}
	case "application/x-www-form-urlencoded":
		form, err := url.ParseQuery(string(c.body))
		c.malformed = err != nil
		add(form)
	case "multipart/form-data":
		reader := multipart.NewReader(bytes.NewReader(c.body), parameters["boundary"])
		for part, err := reader.NextPart(); err == nil; part, err = reader.NextPart() {
			value, _ := io.ReadAll(part)
			c.params[part.FormName()] = string(value)
		}
	}
}

// text reads a parameter as Rails casts it to a string; lists and objects are
// dropped. given is false for a missing one and for null.
func (c *call) text(name string) (value string, given bool) {
	switch v := c.params[name].(type) {
	case string:
		return v, true
	case bool:
		return strconv.FormatBool(v), true
	case json.Number:
		return v.String(), true
	}
	return "", false
}

// param is text without the difference between missing and empty.
func (c *call) param(name string) string {
	value, _ := c.text(name)
	return value
}

// isNull reports whether a parameter is JSON's null.
func (c *call) isNull(name string) bool {
	value, there := c.params[name]
	return there && value == nil
}

// accessToken finds the token of a request in the places where Mastodon looks.
func (c *call) accessToken() string {
	if kind, value, ok := strings.Cut(c.Header.Get("Authorization"), " "); ok && strings.EqualFold(kind, "Bearer") {
		return value
	}
	for _, name := range []string{"access_token", "bearer_token"} {
		if value := c.param(name); value != "" {
			return value
		}
	}
	return ""
}

// wantsJSON reports whether the caller asked for JSON rather than anything.
func (c *call) wantsJSON() bool { return strings.Contains(c.Header.Get("Accept"), "json") }

// isJSON reports whether the body is said to be JSON.
func (c *call) isJSON() bool {
	kind, _, _ := mime.ParseMediaType(c.Header.Get("Content-Type"))
	return kind == "application/json"
}

// is reports whether the request is for this method and path.
func (c *call) is(method, path string) bool { return c.Method == method && c.URL.Path == path }
