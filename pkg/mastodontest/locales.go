package mastodontest

import (
	"slices"
	"strings"
)

// The interface languages of Mastodon 4.6.
const newestLocales = "af an ar ast be bg bn br bs ca ckb co cs cy da de el en en-GB eo es es-AR es-MX et eu fa fi fo fr fr-CA fy ga gd gl he hi hr hu hy ia id ie ig io is it ja ka kab kk kn ko ku kw la lt lv mk ml mr ms my nan-TW nl nn no oc pa pl pt-BR pt-PT ro ru sa sc sco si sk sl sq sr sr-Latn sv szl ta te th tr tt ug uk ur vi zgh zh-CN zh-HK zh-TW"

// localesOf lists the interface languages of a version.
func localesOf(since func(string) bool) []string {
	locales := strings.Fields(newestLocales)
	without := func(dropped ...string) {
		locales = slices.DeleteFunc(locales, func(l string) bool { return slices.Contains(dropped, l) })
	}
	if !since("4.6") {
		without("nan-TW")
	}
	if !since("4.3") {
		without("ia", "ie", "fr-CA")
		locales = append(locales, "fr-QC")
	}
	return locales
}

// Some of the time zones that Mastodon 4.2.0 takes; the others are refused.
var timeZones = strings.Fields(`Africa/Cairo Africa/Johannesburg Africa/Lagos Africa/Nairobi America/Argentina/Buenos_Aires
	America/Bogota America/Chicago America/Denver America/Los_Angeles America/Mexico_City America/New_York America/Sao_Paulo
	Asia/Bangkok Asia/Hong_Kong Asia/Jakarta Asia/Jerusalem Asia/Kolkata Asia/Seoul Asia/Shanghai Asia/Singapore Asia/Tokyo
	Australia/Melbourne Australia/Sydney Etc/UTC Europe/Amsterdam Europe/Athens Europe/Berlin Europe/Brussels Europe/Dublin
	Europe/Helsinki Europe/Istanbul Europe/Kiev Europe/Lisbon Europe/London Europe/Madrid Europe/Moscow Europe/Paris
	Europe/Prague Europe/Rome Europe/Stockholm Europe/Vienna Europe/Warsaw Europe/Zurich Pacific/Auckland Pacific/Honolulu`)
