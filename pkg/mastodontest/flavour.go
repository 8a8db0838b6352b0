package mastodontest

import "strings"

// flavour is what one kind of software does in its own way.
type flavour struct {
	name    string // in nodeinfo
	version string // by default
	rails   bool   // Mastodon and what grew from it
	teapot  bool   // answers nobody without a User-Agent
	route   func(*Server, *call) reply

	keepsTokens  bool // of an account that was rejected
	firstWindows bool // throttles' windows begin with a first call, not by the clock

	// cors tells what pages of other sites may do with a request.
	cors func(*Server, *call) (corsRule, bool)

	// throttles lists the limits that a call counts against; nil: there are
	// none.
	throttles func(*Server, *call) []throttle

	// confirmation is where the link of a mail leads, but for its token.
	confirmation string
}

var flavours = map[Software]flavour{
	Mastodon: {name: "mastodon", version: "4.5.15", rails: true, route: (*Server).routeMastodon, cors: (*Server).mastodonCORS,
		throttles: (*Server).mastodonThrottles, confirmation: "/auth/confirmation?confirmation_token="},
	Hometown: {name: "hometown", version: "4.2.10+hometown-1.1.1", rails: true, route: (*Server).routeMastodon, cors: (*Server).mastodonCORS,
		throttles: (*Server).mastodonThrottles, confirmation: "/auth/confirmation?confirmation_token="},
	GoToSocial: {name: "gotosocial", version: "0.19.2", teapot: true, keepsTokens: true, firstWindows: true, route: (*Server).routeGoToSocial, cors: gotosocialCORS,
		throttles: gotosocialThrottles, confirmation: "/confirm_email?token="},
	Akkoma: {name: "akkoma", version: "3.16.0", route: (*Server).routeAkkoma, cors: akkomaCORS,
		throttles: akkomaThrottles, confirmation: "/auth/confirmation?confirmation_token="},
	Pleroma: {name: "pleroma", version: "2.5.0", route: (*Server).routeAkkoma, cors: akkomaCORS,
		throttles: akkomaThrottles, confirmation: "/auth/confirmation?confirmation_token="},
	Pixelfed:   {name: "pixelfed", version: "0.11.13", route: (*Server).routePixelfed, cors: pixelfedCORS},
	Friendica:  {name: "friendica", version: "2024.12", route: (*Server).routeFriendica, cors: apiCORS},
	Mitra:      {name: "mitra", version: "5.10.0", route: (*Server).routeMitra, cors: apiCORS},
	Snac:       {name: "snac", version: "2.75", route: (*Server).routeSnac, cors: apiCORS},
	Vernissage: {name: "Vernissage", version: "1.27.0", route: (*Server).routeVernissage, cors: apiCORS},
	Hollo:      {name: "hollo", version: "0.7.0", route: (*Server).routeHollo, cors: apiCORS},
	Epicyon:    {name: "epicyon", version: "1.6.0", route: (*Server).routeEpicyon, cors: epicyonCORS},
}

// flavourOf finds what the settings want.
func flavourOf(settings Settings) flavour {
	if settings.AccountsAt != "" {
		return flavour{route: (*Server).routeAccountDomain, cors: wellKnownCORS}
	}
	if f, known := flavours[settings.Software]; known {
		return f
	}
	return flavour{name: string(settings.Software), version: "1.0.0", route: (*Server).routeOther, cors: nodeInfoCORS}
}

// mastodonVersion is the version of Mastodon that a fork's version names:
// "4.2.10+hometown-1.1.1", or as older Hometowns wrote it "1.0.5+3.5.2".
func mastodonVersion(version string) string {
	own, rest, _ := strings.Cut(version, "+")
	if rest != "" && rest[0] >= '0' && rest[0] <= '9' {
		return rest
	}
	return own
}
