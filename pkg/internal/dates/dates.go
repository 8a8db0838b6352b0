// Package dates reads the two forms that servers and browsers write moments in,
// writes the shorter one, and counts days. Package time does that for all other
// forms and zones too, which is a thirtieth of the core.
package dates

import (
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// Day is a day of the calendar, as the number of days since 1970-01-01.
type Day int

const secondsOfDay = 24 * 60 * 60

// Of is the day of a moment, in UTC.
func Of(moment time.Time) Day {
	seconds := moment.Unix()
	day := seconds / secondsOfDay
	if seconds%secondsOfDay < 0 {
		day--
	}
	return Day(day)
}

// IsLeap reports whether a year has a 29 February.
func IsLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// Days are counted from 0000-03-01 here, so that the odd day of a year is its last.
// The calendar is the same again after 400 years.
const (
	epoch     = 719_468 // 1970-01-01
	fourYears = 4*365 + 1
	century   = 25*fourYears - 1
	cycle     = 4*century + 1
)

// On is the day of a date, from the year 1 on.
func On(year, month, day int) Day {
	if month < 3 {
		year, month = year-1, month+12
	}
	return Day(year*365+year/4-year/100+year/400+(153*(month-3)+2)/5+day-1) - epoch
}

// Date is the day as a date, from the year 1 on.
func (d Day) Date() (year, month, day int) {
	n := int(d) + epoch
	cycles, n := n/cycle, n%cycle
	year = (n - n/(fourYears-1) + n/century - n/(cycle-1)) / 365
	n -= year*365 + year/4 - year/100
	month = (5*n + 2) / 153 // of which March is 0; five have 153 days
	day = n - (153*month+2)/5 + 1
	year += cycles * 400
	if month += 3; month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

// String writes the day as Parse reads it: 2026-11-27.
func (d Day) String() string {
	year, month, day := d.Date()
	n := (year*100+month)*100 + day
	text := []byte("0000-00-00")
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == '0' {
			text[i] += byte(n % 10)
			n /= 10
		}
	}
	return string(text)
}

// Parse reads a day of the calendar, from the year 1 on: 2026-11-27.
func Parse(text string) (day Day, ok bool) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return 0, false
	}
	year, yearOK := number(text[:4], 9999)
	month, monthOK := number(text[5:7], 12)
	date, dateOK := number(text[8:], 31)
	if day = On(year, month, date); !yearOK || year == 0 || !monthOK || !dateOK || day.String() != text {
		return 0, false // 30 February
	}
	return day, true
}

// Time reads a moment as RFC 3339 writes it: 2026-11-27T19:31:18.000Z.
func Time(text string) (moment time.Time, ok bool) {
	if len(text) < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' {
		return moment, false
	}
	day, ok := Parse(text[:10])
	hour, hourOK := number(text[11:13], 23)
	minute, minuteOK := number(text[14:16], 59)
	second, secondOK := number(text[17:19], 59)
	nanoseconds, rest := fraction(text[19:])
	offset, known := zone(rest)
	if !ok || !hourOK || !minuteOK || !secondOK || !known {
		return moment, false
	}
	return time.Unix(int64(day)*secondsOfDay+int64((hour*60+minute-offset)*60+second), nanoseconds), true
}

// fraction takes the part of a second off the front of a text, in nanoseconds.
func fraction(text string) (part int64, rest string) {
	if text[0] != '.' {
		return 0, text
	}
	unit := int64(time.Second)
	for text = text[1:]; text != "" && ascii.IsDigit(text[0]); text = text[1:] {
		unit /= 10
		part += unit * int64(text[0]-'0')
	}
	return part, text
}

// zone is how far a zone is from UTC in minutes: Z, +02:00.
func zone(text string) (offset int, ok bool) {
	if text == "Z" {
		return 0, true
	}
	if len(text) != 6 || text[0] != '-' && text[0] != '+' || text[3] != ':' {
		return 0, false
	}
	hours, hoursOK := number(text[1:3], 23)
	minutes, minutesOK := number(text[4:], 59)
	offset = hours*60 + minutes
	if text[0] == '-' {
		offset = -offset
	}
	return offset, hoursOK && minutesOK
}

func number(digits string, most int64) (n int, ok bool) {
	long, ok := ascii.Number(digits, 10, most)
	return int(long), ok
}
