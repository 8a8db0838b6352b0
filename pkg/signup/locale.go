package signup

import "strings"

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

// localeAlias is the stand-in on the lists for a tag that is not on them.
func localeAlias(tag string) string {
	switch strings.ToLower(tag) {
	case "pt":
		return "pt-PT"
	case "zh", "zh-hans":
		return "zh-CN"
	case "zh-hant":
		return "zh-TW"
	case "nb":
		return "no"
	case "fr-qc", "fr-ca":
		return frenchOfCanada
	case "iw":
		return "he"
	case "in":
		return "id"
	}
	return ""
}

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

// matchLocale finds the best of the known locales for one tag: itself, then
// language and region without the script, then shorter and shorter.
func matchLocale(known []string, tag string) string {
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"), "-")
	candidates := []string{strings.Join(parts, "-")}
	if len(parts) > 2 && len(parts[1]) == 4 {
		candidates = append(candidates, parts[0]+"-"+parts[2])
	}
	for n := len(parts) - 1; n > 0; n-- {
		candidates = append(candidates, strings.Join(parts[:n], "-"))
	}
	for _, candidate := range candidates {
		alias := localeAlias(candidate)
		for _, locale := range known {
			if strings.EqualFold(locale, candidate) || locale == alias || alias == frenchOfCanada && locale == frenchOfQuebec {
				return locale
			}
		}
	}
	return ""
}
