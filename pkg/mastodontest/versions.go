package mastodontest

import (
	"strconv"
	"strings"
)

// features is what one version of Mastodon does.
type features struct {
	apiVersion int  // api_versions.mastodon; 0 before 4.3
	glitch     bool // a version of glitch-soc, which tells some more

	// What the API has.
	v2                bool // the newer instance document, privacy policy and extended description
	rulesAPI          bool // rules of the server, in the instance document and apart
	languagesAPI      bool
	terms             bool // documents, page addresses, rule translations
	hints             bool // of rules
	lookup            bool
	lookupHidesGone   bool // permanently deleted accounts, whose names stay reserved
	checkConfirmation bool
	resend            bool
	resendUnusable    bool // right after the sign-up, as it wants a working account
	details           bool // of refused sign-ups

	// What the instance documents tell.
	tellsRegistrations bool
	approval           bool // which is a mode since then
	tellsInvites       bool
	statusURL          bool
	ssoURL             bool
	nodeMetadataList   bool // nodeinfo has a list where an object belongs
	configurationV1    bool // the older document has limits too
	wrapstodon         bool // the year for which there is a review, in the newer document
	accountSettings    bool // of who may find and feature an account, in its document
	accountMore        bool // what 4.6 added to them

	// What a sign-up may say.
	reason      bool
	timeZone    bool
	age         bool // min_age and date_of_birth
	inviteCodes bool

	strictLocale       bool     // refuses unknown locales and time zones
	locales            []string // that it knows
	parsesAddresses    bool     // the address must be a bare RFC 5322 one
	limitsAddresses    bool     // its length and some characters
	listBeforeDNS      bool     // blocked addresses are looked for before the DNS is asked
	reserved           []string // usernames, as Settings.ReservedNames
	nameBlocks         bool     // staff list usernames that are reserved or need approval
	reservedHomoglyphs bool     // digits count as the letters they look like
	dnsOwnDomain       bool     // the DNS check looks for the address's own domain as well
	badDateIsBlank     bool     // an unreadable date of birth counts as none
	inviteNeedsRole    bool     // to bypass approval

	// How it refuses.
	jsonErrors          bool // to callers who take anything as well
	emptyErrors         bool // callers who take anything get no page either
	forbiddenTwice      bool // a blocked network is answered by a second check, with another text
	suspendedEverywhere bool // a suspended account's token is refused by every call
	disabledFirst       bool // being disabled is reported before being unconfirmed
	unconfirmedText     string
	needsUserText       string
	scopesText          string
	unknownTermsText    string
	cachesUnknownTerms  bool
	scopesInHeader      bool // of a token that lacks them, WWW-Authenticate tells which

	// Apps and tokens.
	appTokenOnly       bool // an account's own token makes no further accounts
	verifyAppNeedsRead bool // GET /api/v1/apps/verify_credentials
	profileScope       bool
	collections        bool // which have scopes of their own
	credentialApp      bool // scopes and redirect_uris in the answer, arrays in the request
	secretExpiry       bool // client_secret_expires_at
	passwordGrant      bool
	userinfo           bool
	deletesUnusedApps  bool // a day after their registration

	// Pages of other sites.
	revokeCORS          bool // /oauth/revoke and /nodeinfo/*
	asyncRefreshExposed bool
	corsMaxAge          string

	// Limits.
	throttlesApps  bool
	throttlesToken bool // each separately
	accountLimit   int  // calls of an account in five minutes
	sparesLoopback bool // no throttles for this machine

	// Mails and pages.
	captchaPage      bool
	firstRedirect    bool // of several, the first is the return; before, all of them at once, which is none
	aboutMore        bool // rules at /about/more, privacy at /terms
	unconfirmedDays  int  // until the account is deleted
	twoFactorRoles   bool
	limitsInDocument bool // of accounts' names and notes
}

// imitatedFeatures is what software does that imitates Mastodon's calls.
var imitatedFeatures = features{approval: true, scopesText: textScopes}

const textScopes = "Scopes doesn't match configured on the server."

// featuresOf tells what a version ("4.5.15") does.
func featuresOf(version string) features {
	since := func(wanted string) bool { return compareVersions(version, wanted) >= 0 }
	between := func(from, below string) bool { return since(from) && !since(below) }
	f := features{
		v2:                since("4.0"),
		rulesAPI:          since("3.4"),
		languagesAPI:      since("4.2"),
		terms:             since("4.4"),
		hints:             since("4.3"),
		lookup:            since("3.4"),
		lookupHidesGone:   since("4.7"),
		checkConfirmation: since("4.2"),
		resend:            since("3.4"),
		resendUnusable:    between("3.4", "3.5"),
		details:           since("3.4"),

		tellsRegistrations: since("2.7.2"),
		approval:           since("2.9.2"),
		tellsInvites:       since("3.1.4"),
		statusURL:          since("4.1"),
		ssoURL:             since("4.2"),
		nodeMetadataList:   !since("4.0"),
		configurationV1:    since("3.4.2"),
		wrapstodon:         since("4.6"),
		accountSettings:    since("4.3"),
		accountMore:        since("4.6"),

		reason:      since("3.0"),
		timeZone:    since("4.2"),
		age:         since("4.4"),
		inviteCodes: since("4.3"),

		strictLocale:       !since("4.2.4"),
		locales:            localesOf(since),
		parsesAddresses:    since("4.3"),
		limitsAddresses:    between("4.3.22", "4.4") || between("4.4.16", "4.5") || since("4.5.9"),
		listBeforeDNS:      !since("4.3"),
		reserved:           reservedOf(since),
		nameBlocks:         since("4.5"),
		reservedHomoglyphs: since("4.5"),
		dnsOwnDomain:       since("4.6"),
		badDateIsBlank:     since("4.6"),
		inviteNeedsRole:    since("4.6"),

		jsonErrors:          since("4.0"),
		emptyErrors:         !since("3.1"),
		forbiddenTwice:      between("4.0", "4.3"),
		suspendedEverywhere: since("4.0"),
		disabledFirst:       !since("3.1"),
		unconfirmedText:     "Your login is missing a confirmed e-mail address",
		needsUserText:       textNeedsUser,
		scopesText:          textScopes,
		unknownTermsText:    "Not Found",
		cachesUnknownTerms:  since("4.6"),
		scopesInHeader:      since("4.6"),

		appTokenOnly:       since("4.4"),
		verifyAppNeedsRead: !since("4.3"),
		profileScope:       since("4.3"),
		collections:        since("4.6"),
		credentialApp:      since("4.3"),
		secretExpiry:       since("4.3.2"),
		passwordGrant:      !since("4.4"),
		userinfo:           since("4.4"),
		deletesUnusedApps:  between("4.2", "4.2.9"),

		revokeCORS:          since("4.3"),
		asyncRefreshExposed: since("4.6"),
		corsMaxAge:          "7200",

		throttlesApps:  since("4.2.9"),
		throttlesToken: since("4.1"),
		accountLimit:   1500,
		sparesLoopback: !since("4.2.9"),

		captchaPage:      since("4.2"),
		firstRedirect:    since("4.0"),
		aboutMore:        !since("4.0"),
		unconfirmedDays:  7,
		twoFactorRoles:   since("4.6"),
		limitsInDocument: since("4.6"),
	}
	for _, known := range apiVersions {
		if since(known.from) {
			f.apiVersion = known.number
		}
	}
	if since("4.6") {
		f.scopesText = "Scopes doesn't match those configured on the server."
		f.unknownTermsText = textNotFound
	}
	if !since("4.3") {
		f.unconfirmedDays = 2
	}
	if !since("4.1") {
		f.accountLimit = 300
	}
	if !since("3.1") {
		f.corsMaxAge = "1728000"
		f.needsUserText = "This API requires an authenticated user"
	}
	if !since("2.8") {
		f.unconfirmedText = "Email confirmation is not completed"
	}
	return f
}

var apiVersions = []struct {
	from   string
	number int
}{{"4.3", 2}, {"4.4", 6}, {"4.5", 7}, {"4.6", 10}, {"4.6.5", 11}}

// reservedOf lists the usernames that a version keeps for its staff.
func reservedOf(since func(string) bool) []string {
	reserved := strings.Fields("admin support help root webmaster administrator mod moderator")
	if since("4.4") {
		reserved = strings.Fields("abuse account accounts admin administration administrator admins help helpdesk instance mod moderator moderators mods owner root security server staff support webmaster")
	}
	if since("4.5") {
		reserved = append(reserved, "*mastodon*", "*mastadon*")
	}
	return reserved
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
