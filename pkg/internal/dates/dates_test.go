package dates_test

import (
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/dates"
	"github.com/stretchr/testify/assert"
)

func TestDatesAreThoseOfTheCalendar(t *testing.T) {
	for text, ok := range map[string]bool{
		"2026-11-27": true, "2024-02-29": true, "0001-01-01": true, "0000-12-31": true,
		"2026-02-29": false, "2026-13-01": false, "2026-00-01": false, "2026-01-00": false, "2026-04-31": false,
		"": false, "2026-1-1": false, "26-11-27": false, "-026-11-27": false, "2026/11/27": false, "2026-11-27 ": false, "２026-11": false,
	} {
		_, got := dates.Date(text)
		assert.Equal(t, ok, got, text)
		parsed, err := time.Parse(time.DateOnly, text)
		if err == nil {
			assert.Equal(t, text, dates.Text(parsed))
		}
		assert.Equal(t, err == nil, got, text)
	}
}

func TestMomentsAreThoseOfRFC3339(t *testing.T) {
	for text, wanted := range map[string]string{
		"2026-11-27T19:31:18.000Z": "2026-11-27T19:31:18Z", "2026-11-27T19:31:18.25Z": "2026-11-27T19:31:18.25Z", "2026-11-27T19:31:18Z": "2026-11-27T19:31:18Z",
		"2026-11-27T19:31:18.1234567891Z": "2026-11-27T19:31:18.123456789Z", "2026-11-27T00:31:18+02:00": "2026-11-26T22:31:18Z",
		"2026-11-27T23:31:18-01:30": "2026-11-28T01:01:18Z",
		"":                          "", "2026-11-27": "", "1785000000": "", "2026-11-27T24:00:00Z": "", "2026-11-27T19:60:18Z": "", "2026-11-27T19:31:60Z": "",
		"2026-11-27T19:31:18": "", "2026-11-27T19:31:18+0200": "", "2026-11-27T19:31:18*02:00": "", "2026-11-27T19:31:18+24:00": "",
		"2026-11-27 19:31:18Z": "", "2026-02-30T19:31:18Z": "", "2026-11-27T19:31:18ZZ": "", "2026-11-27T+9:31:18Z": "",
	} {
		moment, ok := dates.Time(text)
		assert.Equal(t, wanted != "", ok, text)
		if ok {
			assert.Equal(t, wanted, moment.Format(time.RFC3339Nano), text)
		}
	}
}

// FuzzTime holds what is read against the standard library.
func FuzzTime(f *testing.F) {
	f.Add("2026-11-27T19:31:18.000Z")
	f.Add("2024-02-29T23:59:59-11:30")
	f.Fuzz(func(t *testing.T, text string) {
		moment, ok := dates.Time(text)
		wanted, err := time.Parse(time.RFC3339, text)
		if ok && err == nil {
			assert.Equal(t, wanted.UnixNano(), moment.UnixNano())
		}
		date, ok := dates.Date(text)
		wanted, err = time.Parse(time.DateOnly, text)
		assert.Equal(t, err == nil, ok)
		if ok {
			assert.Equal(t, wanted, date)
		}
	})
}
