package dates_test

import (
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/dates"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDatesAreThoseOfTheCalendar(t *testing.T) {
	for text, ok := range map[string]bool{
		"2026-11-27": true, "2024-02-29": true, "0001-01-01": true, "9999-12-31": true, "1900-02-28": true,
		"0000-12-31": false, "1900-02-29": false, "2026-02-29": false, "2026-13-01": false, "2026-00-01": false, "2026-01-00": false, "2026-04-31": false,
		"": false, "2026-1-1": false, "26-11-27": false, "-026-11-27": false, "2026/11/27": false, "2026-11-27 ": false, "２026-11": false,
	} {
		day, got := dates.Parse(text)
		assert.Equal(t, ok, got, text)
		parsed, err := time.Parse(time.DateOnly, text)
		if got {
			assert.Equal(t, text, day.String())
			assert.Equal(t, day, dates.Of(parsed))
		}
		assert.Equal(t, err == nil && parsed.Year() > 0, got, text)
	}
}

func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	for moment := time.Date(1, 1, 1, 23, 59, 59, 0, time.UTC); moment.Year() < 2500; moment = moment.AddDate(0, 0, 1) {
		day := dates.Of(moment)
		require.Equal(t, moment.Format(time.DateOnly), day.String())
		year, month, date := day.Date()
		require.Equal(t, day, dates.On(year, month, date))
		require.Equal(t, day, dates.Of(moment.Add(time.Second-24*time.Hour)))
		if month == 2 && date == 29 {
			require.True(t, dates.IsLeap(year))
		}
	}
	assert.False(t, dates.IsLeap(1900))
	assert.True(t, dates.IsLeap(2000))
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
			assert.Equal(t, wanted, moment.UTC().Format(time.RFC3339Nano), text)
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
		date, ok := dates.Parse(text)
		wanted, err = time.Parse(time.DateOnly, text)
		assert.Equal(t, err == nil && wanted.Year() > 0, ok)
		if ok {
			assert.Equal(t, dates.Of(wanted), date)
		}
	})
}
