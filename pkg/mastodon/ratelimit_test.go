package mastodon_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestARefusalTellsTheLimitItCountedAgainst(t *testing.T) {
	limited := func(limit, remaining, reset string) map[string]string {
		return map[string]string{"x-ratelimit-limit": limit, "x-ratelimit-remaining": remaining, "x-ratelimit-reset": reset}
	}
	for name, header := range map[string]map[string]string{
		"as Mastodon tells the time": limited("5", "0", "2026-08-07T12:30:00.123456Z"),
		"as seconds":                 limited("5", "0", "1786105800"),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client(t, &answering{status: 429, header: header, body: `{"error":"Too many requests"}`}).Instance(t.Context())
			limit := asError(t, err).RateLimit
			require.NotNil(t, limit)
			assert.Equal(t, 5, limit.Limit)
			assert.Equal(t, 0, limit.Remaining)
			assert.Equal(t, time.Date(2026, 8, 7, 12, 30, 0, 0, time.UTC), time.UnixMilli(limit.ResetAt).UTC().Truncate(time.Second))
		})
	}
	for name, header := range map[string]map[string]string{
		"none":         {},
		"no number":    limited("five", "0", "2026-08-07T12:30:00Z"),
		"negative":     limited("5", "-1", "2026-08-07T12:30:00Z"),
		"no time":      limited("5", "0", "soon"),
		"no time left": limited("5", "0", ""),
		"a huge time":  limited("5", "0", "99999999999999999"),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := client(t, &answering{status: 429, header: header, body: `{"error":"Too many requests"}`}).Instance(t.Context())
			assert.Nil(t, asError(t, err).RateLimit)
		})
	}
}
