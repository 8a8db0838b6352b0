package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// The interface languages that servers know, spelled as they spell them:
// before 4.2.4 Mastodon refused a sign-up whose locale was not on its list.
const (
	// Every version since 3.0.
	locales30 = "ar ast bg bn br ca co cs cy da de el en eo es es-AR et eu fa fi fr ga gl he hi hr hu hy id io it ja ka kk ko lt lv mk ms nl nn no oc pl pt-BR pt-PT ro ru sk sl sq sr sr-Latn sv ta te th tr uk zh-CN zh-HK zh-TW"
	// Added by 3.4, 3.5, 4.1, 4.3 and 4.6.
	locales34 = "af gd is kab kn ku ml mr sa sc si ur vi zgh"
	locales35 = "ckb es-MX"
	locales41 = "an be bs en-GB fo fy ig kw la my pa sco szl tt ug"
	locales43 = "ia ie"
	locales46 = "nan-TW"
	// 4.1 and 4.2 name this one as nobody else does.
	frenchOfQuebec, frenchOfCanada = "fr-QC", "fr-CA"
)

// chooseLocale picks the first of the wanted languages, given as BCP 47 tags,
// that is among the server's; in the server's spelling. Without one it is the
// server's own language, else English.
func chooseLocale(known []string, wanted []string, serverLanguages []string) string {
	for _, tag := range wanted {
		if locale := matchLocale(known, tag); locale != "" {
			return locale
		}
	}
	for _, tag := range serverLanguages {
		if locale := matchLocale(known, tag); locale != "" {
			return locale
		}
	}
	return "en"
}

// matchLocale finds the best of the known locales for one tag.
func matchLocale(known []string, tag string) string {
	for _, candidate := range localesLike(tag) {
		for _, locale := range known {
			if ascii.EqualFold(locale, candidate) {
				return locale
			}
		}
	}
	return ""
}

// localesLike are the names that a language tag may have on servers' lists, the
// best first. A language that is written in several scripts is only taken in
// the reader's: by the tag's script, or by that of its region.
func localesLike(tag string) []string {
	language, script, region := subtags(tag)
	languageAndRegion := language + "-" + region
	switch language {
	case "zh", "cmn", "yue":
		traditional := script == "hant" || script == "" && (region == "tw" || region == "hk" || region == "mo" || language == "yue")
		switch {
		case !traditional:
			return []string{"zh-CN"}
		case region == "hk" || region == "mo" || language == "yue":
			return []string{"zh-HK", "zh-TW"}
		}
		return []string{"zh-TW"}
	case "nan":
		return []string{"nan-TW"}
	case "sr", "sh":
		if script == "latn" || script == "" && (region == "me" || language == "sh") {
			return []string{"sr-Latn"}
		}
		return []string{"sr"}
	case "ku", "kmr":
		if script == "arab" {
			return []string{"ckb"}
		}
		return []string{"ku"}
	case "kk", "ms", "pa":
		if script == "arab" || script == "" && (languageAndRegion == "pa-pk" || languageAndRegion == "kk-cn") {
			return nil
		}
	case "pt":
		if region != "br" {
			return []string{"pt-PT"}
		}
	case "nb":
		return []string{"no"}
	case "fr":
		if region == "ca" || region == "qc" {
			return []string{frenchOfCanada, frenchOfQuebec, "fr"}
		}
	case "iw":
		language = "he"
	case "in":
		language = "id"
	case "mo":
		language = "ro"
	}
	return []string{languageAndRegion, language}
}

// severalScripts are languages that are written in more than one script, so
// that not everybody can read them as another region writes them.
var severalScripts = []string{"zh", "cmn", "yue", "nan", "sr", "sh", "ku", "kmr", "kk", "ms", "pa"}

// subtags takes a language tag apart, in small letters; what it does not say is
// empty. "_" stands for "-" in the tags of operating systems.
func subtags(tag string) (language, script, region string) {
	parts := strings.Split(ascii.Lower(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-")), "-")
	for i, part := range parts {
		switch {
		case i == 0:
			language = part
		case len(part) == 1: // extensions follow
			return language, script, region
		case len(part) == 4 && script == "" && region == "" && ascii.IsLetter(part[0]):
			script = part
		case len(part) == 2 && region == "":
			region = part
		}
	}
	return language, script, region
}

// languageTag is a tag with "-" between its parts, if a text has the form of
// one: de, gsw-CH, zh-Hant-TW.
func languageTag(text string) string {
	tag := strings.ReplaceAll(text, "_", "-")
	for i, part := range strings.Split(tag, "-") {
		if part == "" || len(part) > 8 || i == 0 && (len(part) < 2 || !ascii.IsLetter(part[0])) {
			return ""
		}
		for j := 0; j < len(part); j++ {
			if !ascii.IsLetter(part[j]) && !ascii.IsDigit(part[j]) {
				return ""
			}
		}
	}
	return tag
}
