package mastodontest

import (
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// throttle is one limit on calls. Windows are fixed and begin at multiples of
// their length since the Unix epoch, but for some software.
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
	var reset time.Time
	least := 0
	for i, t := range s.flavour.throttles(s, c) {
		id, end := s.window(c.now, t)
		s.windows[id]++
		remaining := t.limit - s.windows[id]
		if i == 0 || remaining < least {
			tightest, least, reset = t, remaining, end
		}
	}
	if tightest.limit == 0 {
		return nil, false
	}
	header = http.Header{}
	header.Set("X-RateLimit-Limit", strconv.Itoa(tightest.limit))
	header.Set("X-RateLimit-Remaining", strconv.Itoa(max(least, 0)))
	layout := "2006-01-02T15:04:05.000000Z"
	if s.flavour.firstWindows {
		layout = "2006-01-02T15:04:05.000Z"
	}
	header.Set("X-RateLimit-Reset", reset.UTC().Format(layout))
	return header, least < 0
}

// window names the window of a throttle that is open, and tells when it ends.
func (s *Server) window(now time.Time, t throttle) (id string, end time.Time) {
	id = t.name + "\n" + t.key
	if s.flavour.firstWindows {
		end = s.ends[id]
		if !now.Before(end) {
			end = now.Truncate(time.Second).Add(t.window)
			s.ends[id], s.windows[id] = end, 0
		}
		return id, end
	}
	// Servers reckon in whole seconds and add to now, whose fraction stays.
	period := int64(t.window / time.Second)
	left := time.Duration(period-now.Unix()%period) * time.Second
	return id + "\n" + strconv.FormatInt(now.UnixNano()/int64(t.window), 10), now.Add(left)
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
