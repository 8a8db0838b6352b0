package mastodontest

import (
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// throttle is one limit on calls. Windows are fixed and begin at multiples of
// their length since the Unix epoch.
type throttle struct {
	name   string
	key    string
	limit  int
	window time.Duration
}

func (s *Server) mastodonThrottles(c *call) []throttle {
	path := c.URL.Path
	network := networkOf(c.ip)
	var throttles []throttle
	if strings.HasPrefix(path, "/api") {
		t := s.validToken(c)
		if t != nil && t.user != nil {
			throttles = append(throttles, throttle{"account", t.user.id, s.features.accountLimit, 5 * time.Minute})
		} else {
			throttles = append(throttles, throttle{"network", network, 300, 5 * time.Minute})
		}
		if t != nil && s.features.throttlesToken {
			throttles = append(throttles, throttle{"token", t.value, 300, 5 * time.Minute})
		}
	}
	switch {
	case c.is(http.MethodPost, "/api/v1/accounts"):
		throttles = append(throttles, throttle{"sign-up", network, 5, 30 * time.Minute})
	case c.is(http.MethodPost, "/api/v1/apps") && s.features.throttlesApps:
		throttles = append(throttles, throttle{"apps", network, 5, 10 * time.Minute})
	case c.is(http.MethodPost, "/api/v1/emails/confirmations"):
		throttles = append(throttles, throttle{"confirmations", network, 25, 5 * time.Minute})
		if t := s.validToken(c); t != nil && t.user != nil {
			throttles = append(throttles, throttle{"confirmations of account", t.user.id, 5, 30 * time.Minute})
		}
	case c.is(http.MethodPost, "/auth/confirmation"):
		throttles = append(throttles, throttle{"confirmations", network, 25, 5 * time.Minute})
	}
	return throttles
}

// count counts a call against its limits. It returns the headers that tell of
// the tightest one, and whether that is exceeded.
func (s *Server) count(c *call) (header http.Header, exceeded bool) {
	if s.features.sparesLoopback && (c.ip == "127.0.0.1" || c.ip == "::1") {
		return nil, false
	}
	var tightest throttle
	least := 0
	for i, t := range s.flavour.throttles(s, c) {
		window := strconv.FormatInt(c.now.UnixNano()/int64(t.window), 10)
		id := t.name + "\n" + t.key + "\n" + window
		s.windows[id]++
		remaining := t.limit - s.windows[id]
		if i == 0 || remaining < least {
			tightest, least = t, remaining
		}
	}
	if tightest.limit == 0 {
		return nil, false
	}
	// Servers reckon in whole seconds and add to now, whose fraction stays.
	period := int64(tightest.window / time.Second)
	left := time.Duration(period-c.now.Unix()%period) * time.Second
	header = http.Header{}
	header.Set("X-RateLimit-Limit", strconv.Itoa(tightest.limit))
	header.Set("X-RateLimit-Remaining", strconv.Itoa(max(least, 0)))
	header.Set("X-RateLimit-Reset", c.now.UTC().Add(left).Format("2006-01-02T15:04:05.000000Z"))
	return header, least < 0
}

// networkOf groups addresses as the limits do: IPv6 by its first 64 bits.
func networkOf(ip string) string {
	address, err := netip.ParseAddr(ip)
	if err != nil || address.Is4() {
		return ip
	}
	prefix, _ := address.Prefix(64)
	return prefix.String()
}
