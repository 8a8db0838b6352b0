package mastodontest

import (
	"strconv"
	"strings"
)

// features is what one version of Mastodon does.
type features struct {
	apiVersion int // api_versions.mastodon; 0 before 4.3

	strictLocale        bool     // refuses unknown locales and time zones
	locales             []string // that it knows
	parsesAddresses     bool     // the address must be a bare RFC 5322 one
	limitsAddresses     bool     // its length and some characters
	listBeforeDNS       bool     // blocked addresses are looked for before the DNS is asked
	reserved            []string // usernames, as Settings.ReservedNames
	reservedHomoglyphs  bool     // digits count as the letters they look like
	dnsOwnDomain        bool     // the DNS check looks for the address's own domain as well
	badDateIsBlank      bool     // an unreadable date of birth counts as none
	forbiddenTwice      bool     // a blocked network is answered by a second check, with another text
	appTokenOnly        bool     // an account's own token makes no further accounts
	verifyAppNeedsRead  bool     // GET /api/v1/apps/verify_credentials
	inviteCodes         bool
	inviteNeedsRole     bool // to bypass approval
	age                 bool // min_age and date_of_birth
	terms               bool // documents, page addresses, rule translations
	hints               bool // of rules
	twoFactorRoles      bool
	profileScope        bool
	credentialApp       bool // scopes and redirect_uris in the answer, arrays in the request
	secretExpiry        bool // client_secret_expires_at
	passwordGrant       bool
	revokeCORS          bool // /oauth/revoke and /nodeinfo/*
	userinfo            bool
	asyncRefreshExposed bool
	deletesUnusedApps   bool // a day after their registration
	throttlesApps       bool
	sparesLoopback      bool // no throttles for this machine
	scopesMessage       string
	unknownTermsMessage string
	unconfirmedDays     int // until the account is deleted
	secondVisitPage     bool
}

// imitatedFeatures is what software does that imitates Mastodon's calls.
var imitatedFeatures = features{scopesMessage: "Scopes doesn't match configured on the server."}

// featuresOf tells what a version ("4.5.15") does.
func featuresOf(version string) features {
	since := func(wanted string) bool { return compareVersions(version, wanted) >= 0 }
	between := func(from, below string) bool { return since(from) && !since(below) }
	f := features{
		strictLocale:        !since("4.2.4"),
		parsesAddresses:     since("4.3"),
		limitsAddresses:     between("4.3.22", "4.4") || between("4.4.16", "4.5") || since("4.5.9"),
		listBeforeDNS:       !since("4.3"),
		dnsOwnDomain:        since("4.6"),
		badDateIsBlank:      since("4.6"),
		forbiddenTwice:      !since("4.3"),
		appTokenOnly:        since("4.4"),
		verifyAppNeedsRead:  !since("4.3"),
		inviteCodes:         since("4.3"),
		inviteNeedsRole:     since("4.6"),
		age:                 since("4.4"),
		terms:               since("4.4"),
		hints:               since("4.3"),
		twoFactorRoles:      since("4.6"),
		credentialApp:       since("4.3"),
		secretExpiry:        since("4.3.2"),
		passwordGrant:       !since("4.4"),
		revokeCORS:          since("4.3"),
		userinfo:            since("4.4"),
		asyncRefreshExposed: since("4.6"),
		profileScope:        since("4.3"),
		deletesUnusedApps:   !since("4.2.9"),
		throttlesApps:       since("4.2.9"),
		sparesLoopback:      !since("4.2.9"),
		scopesMessage:       "Scopes doesn't match configured on the server.",
		unknownTermsMessage: "Not Found",
		unconfirmedDays:     7,
		secondVisitPage:     since("4.3"),
	}
	switch {
	case since("4.6"):
		f.apiVersion = 10
		f.scopesMessage = "Scopes doesn't match those configured on the server."
		f.unknownTermsMessage = "Record not found"
	case since("4.5"):
		f.apiVersion = 7
	case since("4.4"):
		f.apiVersion = 6
	case since("4.3"):
		f.apiVersion = 2
	default:
		f.unconfirmedDays = 2
	}
	f.locales = localesOf(since)
	f.reserved = strings.Fields("admin support help root webmaster administrator mod moderator")
	if since("4.4") {
		f.reserved = strings.Fields("abuse account accounts admin administration administrator admins help helpdesk instance mod moderator moderators mods owner root security server staff support webmaster")
	}
	if since("4.5") {
		f.reserved = append(f.reserved, "*mastodon*", "*mastadon*")
		f.reservedHomoglyphs = true
	}
	return f
}

// compareVersions compares dotted numbers; what follows them does not count.
func compareVersions(a, b string) int {
	x, y := versionNumbers(a), versionNumbers(b)
	for i := range x {
		if x[i] != y[i] {
			return x[i] - y[i]
		}
	}
	return 0
}

func versionNumbers(version string) (numbers [3]int) {
	for i, part := range strings.SplitN(version, ".", 3) {
		end := 0
		for end < len(part) && part[end] >= '0' && part[end] <= '9' {
			end++
		}
		numbers[i], _ = strconv.Atoi(part[:end])
	}
	return numbers
}
