package mastodon

import "strings"

// Software is what a server runs.
type Software struct {
	Name    string // lower-case; empty if unknown
	Version string // the software's own: "4.5.3", "0.19.2"
}

// The names of software that makes a difference to a sign-up.
const (
	SoftwareMastodon   = "mastodon"
	SoftwareGlitch     = "glitch" // a fork of Mastodon, as is Hometown
	SoftwareHometown   = "hometown"
	SoftwareGoToSocial = "gotosocial"
	SoftwareAkkoma     = "akkoma"
	SoftwarePleroma    = "pleroma"
	SoftwarePixelfed   = "pixelfed"
	SoftwareMitra      = "mitra"
	SoftwareFriendica  = "friendica"
)

// softwareOf tells the software by what its instance document says of itself:
// "4.5.3+glitch", "4.0.2+hometown-1.1.1", "2.7.2 (compatible; Akkoma 3.16.0)",
// "0.19.2 git-57cb4fe".
func softwareOf(version, source string) Software {
	if _, compatible, ok := strings.Cut(version, "(compatible; "); ok {
		compatible, _, _ = strings.Cut(compatible, ")")
		name, own, _ := strings.Cut(compatible, " ")
		return Software{Name: strings.ToLower(name), Version: own}
	}
	source = strings.ToLower(source)
	base, extra, _ := strings.Cut(version, "+")
	switch {
	case strings.Contains(source, "gotosocial") || strings.Contains(version, " git-") || strings.Contains(version, "-git-"):
		// "3.5.3+0.19.2-git-57cb4fe" claims a Mastodon version first.
		own := version
		if extra != "" {
			own = extra
		}
		own, _, _ = strings.Cut(own, "git-")
		return Software{Name: SoftwareGoToSocial, Version: strings.Trim(own, " -")}
	case strings.HasPrefix(extra, "glitch"):
		return Software{Name: SoftwareGlitch, Version: base}
	case strings.HasPrefix(extra, "hometown-"):
		return Software{Name: SoftwareHometown, Version: strings.TrimPrefix(extra, "hometown-")}
	case strings.Contains(extra, "hometown"), strings.Contains(source, "hometown"), namesForkFirst(base, extra):
		return Software{Name: SoftwareHometown, Version: base}
	}
	for _, name := range []string{SoftwarePleroma, SoftwareAkkoma, SoftwarePixelfed, SoftwareFriendica, SoftwareMitra} {
		if strings.Contains(strings.ToLower(version), name) || strings.Contains(source, "/"+name) {
			return Software{Name: name, Version: version}
		}
	}
	if version == "" {
		return Software{}
	}
	return Software{Name: SoftwareMastodon, Version: version}
}

// namesForkFirst tells Hometown's older form, its own version before
// Mastodon's: "1.0.5+3.5.2".
func namesForkFirst(base, extra string) bool {
	return strings.Count(extra, ".") == 2 && isNumber(extra[:1]) && base < extra
}
