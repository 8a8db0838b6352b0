package mastodon

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// Software is what a server runs.
type Software struct {
	Name    string // lower-case; empty if unknown
	Version string // the software's own: "4.5.3", "0.19.2"
}

// The names of software that people sign up with.
const (
	SoftwareMastodon    = "mastodon"
	SoftwareGlitch      = "glitch" // a fork of Mastodon, as is Hometown
	SoftwareHometown    = "hometown"
	SoftwareGoToSocial  = "gotosocial"
	SoftwareAkkoma      = "akkoma"
	SoftwarePleroma     = "pleroma"
	SoftwarePixelfed    = "pixelfed"
	SoftwareMitra       = "mitra"
	SoftwareFriendica   = "friendica"
	SoftwareMisskey     = "misskey" // its forks follow
	SoftwareSharkey     = "sharkey"
	SoftwareFirefish    = "firefish"
	SoftwareIceshrimp   = "iceshrimp"
	SoftwareCherryPick  = "cherrypick"
	SoftwareFoundKey    = "foundkey"
	SoftwareCalckey     = "calckey"
	SoftwarePeerTube    = "peertube"
	SoftwareLemmy       = "lemmy"
	SoftwarePieFed      = "piefed"
	SoftwareMbin        = "mbin"
	SoftwareKbin        = "kbin"
	SoftwareWriteFreely = "writefreely"
	SoftwareBookWyrm    = "bookwyrm"
	SoftwareFunkwhale   = "funkwhale"
	SoftwareHubzilla    = "hubzilla"
	SoftwareSnac        = "snac"
	SoftwareLoops       = "loops"
	SoftwareWordPress   = "wordpress"
	SoftwareOwncast     = "owncast"
	SoftwareVernissage  = "vernissage"
	SoftwareEpicyon     = "epicyon"
	SoftwareHollo       = "hollo"
)

// titles are the names that are not just their small form with a capital.
const titles = " GoToSocial PeerTube CherryPick FoundKey PieFed WriteFreely BookWyrm WordPress NodeBB Iceshrimp.NET snac "

// Title is the name as people write it: "GoToSocial".
func (s Software) Title() string {
	if s.Name == SoftwareGlitch {
		return "glitch-soc"
	}
	if at := strings.Index(ascii.Lower(titles), " "+s.Name+" "); at >= 0 {
		return titles[at+1:][:len(s.Name)]
	}
	if s.Name != "" && 'a' <= s.Name[0] && s.Name[0] <= 'z' {
		return string(s.Name[0]-'a'+'A') + s.Name[1:]
	}
	return s.Name
}

// softwareOf finds the software by the names in its instance document:
// "4.5.3+glitch", "4.0.2+hometown-1.1.1", "2.7.2 (compatible; Akkoma 3.16.0)",
// "4.0.0 (not true; really snac/2.52)", "0.18.3+git-57cb4fe", "takahe/0.10.1".
// A bare version names none: Mastodon writes one, and so do others.
func softwareOf(version, source string) Software {
	for _, intro := range []string{"(compatible; ", "really "} {
		if _, named, ok := strings.Cut(version, intro); ok {
			named, _, _ = strings.Cut(named, ")")
			named, _, _ = strings.Cut(named, ";")
			own := ""
			if at := strings.IndexAny(named, " /"); at >= 0 {
				named, own = named[:at], named[at+1:]
			}
			return Software{Name: softwareName(named), Version: own}
		}
	}
	if name, own, _ := strings.Cut(version, "/"); name != "" && !isNumber(name[:1]) && own != "" && isNumber(own[:1]) {
		own, _, _ = strings.Cut(own, ",")
		return Software{Name: softwareName(name), Version: own}
	}
	source = ascii.Lower(source)
	base, extra, _ := strings.Cut(version, "+")
	young := strings.HasPrefix(base, "0.") // as no Mastodon with this API was
	switch {
	case strings.Contains(source, "gotosocial"), strings.Contains(version, " git-"), strings.Contains(version, "-git-"),
		young && strings.HasPrefix(extra, "git"), strings.HasPrefix(extra, "0."):
		return Software{Name: SoftwareGoToSocial, Version: gotosocialVersion(version)}
	case strings.HasPrefix(extra, "glitch"):
		return Software{Name: SoftwareGlitch, Version: base}
	case strings.HasPrefix(extra, "hometown-"):
		return Software{Name: SoftwareHometown, Version: strings.TrimPrefix(extra, "hometown-")}
	case strings.Contains(extra, "hometown"), strings.Contains(source, "hometown"), namesForkFirst(base, extra):
		return Software{Name: SoftwareHometown, Version: base}
	}
	for _, name := range []string{SoftwarePleroma, SoftwareAkkoma, SoftwarePixelfed, SoftwareFriendica, SoftwareMitra, SoftwareEpicyon, SoftwareHollo} {
		if strings.Contains(ascii.Lower(version), name) || strings.Contains(strings.TrimSuffix(source, ".git")+"/", "/"+name+"/") {
			return Software{Name: name, Version: version}
		}
	}
	return Software{Version: version}
}

// softwareName is the name of a Software as it is written, in small letters
// and without what no such name has. Forks of Pleroma that sign people up as it
// does go by its name.
func softwareName(written string) string {
	var kept strings.Builder
	for i := 0; i < len(written); i++ {
		switch c := written[i]; {
		case c == ' ':
			kept.WriteByte('-')
		case ascii.IsAlphanumeric(c) || strings.IndexByte(".-_", c) >= 0:
			kept.WriteByte(c)
		}
	}
	switch name := ascii.Lower(kept.String()); name {
	case "rebased", "soapbox":
		return SoftwarePleroma
	case "glitch-soc":
		return SoftwareGlitch
	default:
		return name
	}
}

// gotosocialVersion is its own version in what it writes, with or without the
// commit and a version of Mastodon before it: "0.13.3 git-57cb4fe",
// "0.18.3+git-57cb4fe", "3.5.3+0.18.3+git-57cb4fe", "3.5.3+0.13.3-git-57cb4fe".
func gotosocialVersion(written string) string {
	if _, own, _ := strings.Cut(written, "+"); own != "" && isNumber(own[:1]) {
		written = own
	}
	written, _, _ = strings.Cut(written, "git")
	return strings.Trim(written, " +-")
}

// namesForkFirst tells Hometown's older form, its own version before
// Mastodon's: "1.0.5+3.5.2".
func namesForkFirst(base, extra string) bool {
	return strings.Count(extra, ".") == 2 && isNumber(extra[:1]) && base < extra
}
