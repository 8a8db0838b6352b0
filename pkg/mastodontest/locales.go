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
	if !since("4.2") {
		locales = append(locales, "tai")
	}
	if !since("4.1") {
		without(strings.Fields("an be bs en-GB fo fr-QC fy ig kw la my pa sco szl tai tt ug")...)
	}
	if !since("3.5") {
		without("ckb", "es-MX")
	}
	if !since("3.4") {
		without(strings.Fields("af gd is kab kn ku ml mr sa sc si ur vi zgh")...)
	}
	return locales
}

// The time zones of Rails. Mastodon 4.2.0 to 4.2.3 refuses others.
var timeZones = strings.Fields(`Etc/GMT+12 Pacific/Midway Pacific/Pago_Pago Pacific/Honolulu America/Juneau America/Los_Angeles
	America/Tijuana America/Denver America/Phoenix America/Chihuahua America/Mazatlan America/Chicago America/Regina
	America/Mexico_City America/Monterrey America/Guatemala America/New_York America/Indiana/Indianapolis America/Bogota
	America/Lima America/Halifax America/Caracas America/La_Paz America/Santiago America/Asuncion America/St_Johns
	America/Sao_Paulo America/Argentina/Buenos_Aires America/Montevideo America/Guyana America/Puerto_Rico America/Godthab
	America/Nuuk Atlantic/South_Georgia Atlantic/Azores Atlantic/Cape_Verde Europe/Dublin Europe/London Europe/Lisbon
	Africa/Casablanca Africa/Monrovia Etc/UTC Europe/Belgrade Europe/Bratislava Europe/Budapest Europe/Ljubljana
	Europe/Prague Europe/Sarajevo Europe/Skopje Europe/Warsaw Europe/Zagreb Europe/Brussels Europe/Copenhagen Europe/Madrid
	Europe/Paris Europe/Amsterdam Europe/Berlin Europe/Zurich Europe/Rome Europe/Stockholm Europe/Vienna Africa/Algiers
	Europe/Bucharest Africa/Cairo Europe/Helsinki Europe/Kiev Europe/Riga Europe/Sofia Europe/Tallinn Europe/Vilnius
	Europe/Athens Europe/Istanbul Europe/Minsk Asia/Jerusalem Africa/Harare Africa/Johannesburg Europe/Kaliningrad
	Europe/Moscow Europe/Volgograd Europe/Samara Asia/Kuwait Asia/Riyadh Africa/Nairobi Asia/Baghdad Asia/Tehran
	Asia/Muscat Asia/Baku Asia/Tbilisi Asia/Yerevan Asia/Kabul Asia/Yekaterinburg Asia/Karachi Asia/Tashkent Asia/Kolkata
	Asia/Kathmandu Asia/Dhaka Asia/Colombo Asia/Almaty Asia/Novosibirsk Asia/Rangoon Asia/Bangkok Asia/Jakarta
	Asia/Krasnoyarsk Asia/Shanghai Asia/Chongqing Asia/Hong_Kong Asia/Urumqi Asia/Kuala_Lumpur Asia/Singapore Asia/Taipei
	Australia/Perth Asia/Irkutsk Asia/Ulaanbaatar Asia/Seoul Asia/Tokyo Asia/Yakutsk Australia/Darwin Australia/Adelaide
	Australia/Melbourne Australia/Sydney Australia/Canberra Australia/Brisbane Australia/Hobart Asia/Vladivostok Pacific/Guam
	Pacific/Port_Moresby Asia/Magadan Asia/Srednekolymsk Pacific/Guadalcanal Pacific/Noumea Pacific/Fiji Asia/Kamchatka
	Pacific/Majuro Pacific/Auckland Pacific/Tongatapu Pacific/Fakaofo Pacific/Chatham Pacific/Apia`)
