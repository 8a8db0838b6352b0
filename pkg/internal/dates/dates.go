// Package dates reads the two forms that servers and browsers write moments in, and
// writes the shorter one. Package time does that for all others too, which is a
// fortieth of the core.
package dates

import "time"

// Date reads a day of the calendar: 2026-11-27.
func Date(text string) (date time.Time, ok bool) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return date, false
	}
	year, month, day := number(text[:4]), time.Month(number(text[5:7])), number(text[8:])
	date = time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return date, year >= 0 && date.Month() == month && date.Day() == day
}

// Text writes a day of the calendar, as Date reads it, of the years 0 to 9999.
func Text(date time.Time) string {
	year, month, day := date.Date()
	n := (year*100+int(month))*100 + day
	text := []byte("0000-00-00")
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] == '0' {
			text[i] += byte(n % 10)
			n /= 10
		}
	}
	return string(text)
}

// Time reads a moment as RFC 3339 writes it: 2026-11-27T19:31:18.000Z.
func Time(text string) (moment time.Time, ok bool) {
	if len(text) < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' {
		return moment, false
	}
	date, ok := Date(text[:10])
	hour, minute, second := number(text[11:13]), number(text[14:16]), number(text[17:19])
	nanoseconds, rest := fraction(text[19:])
	offset, known := zone(rest)
	if !ok || !known || !within(hour, 24) || !within(minute, 60) || !within(second, 60) {
		return moment, false
	}
	return date.Add(time.Duration((hour*60+minute-offset)*60+second)*time.Second + nanoseconds), true
}

// fraction takes the part of a second off the front of a text.
func fraction(text string) (part time.Duration, rest string) {
	if text[0] != '.' {
		return 0, text
	}
	unit := time.Second
	for text = text[1:]; text != "" && within(int(text[0])-'0', 10); text = text[1:] {
		unit /= 10
		part += unit * time.Duration(text[0]-'0')
	}
	return part, text
}

// zone is how far a zone is from UTC in minutes: Z, +02:00.
func zone(text string) (offset int, ok bool) {
	if text == "Z" {
		return 0, true
	}
	if len(text) != 6 || text[3] != ':' {
		return 0, false
	}
	hours, minutes := number(text[1:3]), number(text[4:])
	offset = hours*60 + minutes
	if text[0] == '-' {
		offset = -offset
	}
	return offset, (text[0] == '-' || text[0] == '+') && within(hours, 24) && within(minutes, 60)
}

func within(n, limit int) bool { return 0 <= n && n < limit }

// number is -1 for what is none.
func number(digits string) (n int) {
	for i := 0; i < len(digits); i++ {
		if digits[i] < '0' || digits[i] > '9' {
			return -1
		}
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
