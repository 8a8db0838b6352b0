package mastodon

import (
	"math"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/internal/dates"
)

// RateLimit is the tightest limit that a call counted against. An error holds it,
// so a [time.Time] in it would bring all that writes times into the core.
type RateLimit struct {
	Limit     int
	Remaining int   // this call included
	ResetAt   int64 // when the window ends, in milliseconds since the Unix epoch
}

// latestTime is in seconds since the Unix epoch. A later one is a mistake.
const latestTime = 1 << 40

// parseRateLimit reads the X-RateLimit-* headers; nil without readable ones.
// Mastodon tells the end of the window as a time in ISO 8601, some other
// servers as seconds since the Unix epoch.
func parseRateLimit(header map[string]string) *RateLimit {
	limit, ok := ascii.Number(header["x-ratelimit-limit"], 10, math.MaxInt32)
	if !ok {
		return nil
	}
	remaining, ok := ascii.Number(header["x-ratelimit-remaining"], 10, math.MaxInt32)
	if !ok {
		return nil
	}
	reset, ok := dates.Time(header["x-ratelimit-reset"])
	if !ok {
		seconds, ok := ascii.Number(header["x-ratelimit-reset"], 10, latestTime)
		if !ok || seconds == 0 {
			return nil
		}
		reset = time.Unix(seconds, 0)
	}
	return &RateLimit{Limit: int(limit), Remaining: int(remaining), ResetAt: reset.UnixMilli()}
}
