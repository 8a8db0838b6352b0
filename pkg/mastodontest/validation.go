package mastodontest

import (
	"net/http"
	"net/mail"
	"net/netip"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// registration is what a sign-up sent.
type registration struct {
	username, email, password, locale, timeZone, reason string
	usernameNull                                        bool
	born                                                string
	agreed                                              bool
	wanted                                              map[string]string // by Settings.Wants
}

var spaces = regexp.MustCompile(` +`)

func (s *Server) readRegistration(c *call) registration {
	r := registration{
		username:     strings.TrimSpace(spaces.ReplaceAllString(c.param("username"), " ")),
		email:        strings.ToLower(strings.TrimSpace(c.param("email"))),
		password:     c.param("password"),
		locale:       c.param("locale"),
		timeZone:     c.param("time_zone"),
		reason:       c.param("reason"),
		usernameNull: c.isNull("username"),
		born:         c.param("date_of_birth"),
	}
	for _, want := range s.settings.Wants {
		if r.wanted == nil {
			r.wanted = map[string]string{}
		}
		r.wanted[want.Name] = c.param(want.Name)
	}
	if !s.features.reason {
		r.reason = ""
	}
	if !s.features.timeZone {
		r.timeZone = ""
	}
	switch v := c.params["agreement"].(type) {
	case bool:
		r.agreed = v
	case string:
		r.agreed = v == "true" || v == "1"
	}
	return r
}

// problem is one thing wrong with one parameter. Rails tells two problems of
// one kind apart by the options of the rules that found them: variant.
type problem struct {
	key, code, description string
	variant                int
}

// problems are in the order in which the rules ran.
type problems []problem

// add leaves out exact repeats.
func (p *problems) add(key, code, description string) { p.addVariant(key, code, description, 0) }

func (p *problems) addVariant(key, code, description string, variant int) {
	found := problem{key, code, description, variant}
	if !slices.Contains(*p, found) {
		*p = append(*p, found)
	}
}

// onlyTaken reports whether nothing is wrong but that others were faster.
func (p problems) onlyTaken() bool {
	return !slices.ContainsFunc(p, func(found problem) bool { return found.code != "ERR_TAKEN" })
}

func (p problems) sentence(language string) string {
	parts := make([]string, len(p))
	for i, problem := range p {
		parts[i] = nameIn(language, problem.key) + " " + problem.in(language)
	}
	return wordings[language].failed + strings.Join(parts, ", ")
}

// reply tells the sentence and, if wanted, each problem apart.
func (p problems) reply(language string, apart bool) reply {
	if !apart {
		return errorReply(http.StatusUnprocessableEntity, p.sentence(language))
	}
	var keys []string
	entries := map[string][]object{}
	for _, problem := range p {
		if !slices.Contains(keys, problem.key) {
			keys = append(keys, problem.key)
		}
		entries[problem.key] = append(entries[problem.key], object{"error", problem.code, "description", problem.in(language)})
	}
	var details object
	for _, key := range keys {
		details = append(details, key, entries[key])
	}
	return jsonReply(http.StatusUnprocessableEntity, object{"error", p.sentence(language), "details", details})
}

// What the rules say.
const (
	descriptionBlank    = "can't be blank"
	descriptionInvalid  = "is invalid"
	descriptionTaken    = "has already been taken"
	descriptionIncluded = "is not included in the list"
)

func tooLong(limit int) string {
	return "is too long (maximum is " + strconv.Itoa(limit) + " characters)"
}

// validate runs the rules of a sign-up in the server's order.
func (s *Server) validate(c *call, r registration, invite *Invite) problems {
	var p problems
	s.validateEmail(c, &p, r.email, false, nil)
	s.validatePassword(&p, r.password)
	s.validateUsername(&p, r)
	if strings.TrimSpace(r.reason) == "" {
		if s.settings.RequireReason && s.features.reason {
			p.add("reason", "ERR_BLANK", descriptionBlank)
		}
	} else if utf8.RuneCountInString(r.reason) > 420 {
		p.add("reason", "ERR_TOO_LONG", tooLong(420))
	}
	if s.features.strictLocale && r.locale != "" && !slices.Contains(s.features.locales, r.locale) {
		p.add("locale", "ERR_INCLUSION", descriptionIncluded)
	}
	s.validateEmail(c, &p, r.email, true, invite)
	if !r.agreed {
		p.add("agreement", "ERR_ACCEPTED", "must be accepted")
	}
	if s.features.strictLocale && r.timeZone != "" && !slices.Contains(timeZones, r.timeZone) {
		p.add("time_zone", "ERR_INCLUSION", descriptionIncluded)
	}
	s.validateAge(&p, r.born, c.now)
	s.validateWants(&p, r.wanted)
	return p
}

// validateWants runs the rules that only this server has.
func (s *Server) validateWants(p *problems, wanted map[string]string) {
	for _, want := range s.settings.Wants {
		switch value := wanted[want.Name]; {
		case strings.TrimSpace(value) == "":
			p.add(want.Name, "ERR_BLANK", descriptionBlank)
		case !regexp.MustCompile(want.Pattern).MatchString(value):
			p.add(want.Name, "ERR_INVALID", descriptionInvalid)
		}
	}
}

var simpleEmail = regexp.MustCompile(`\A[^@\s]+@[^@\s]+\z`)

// validateEmail runs the first or, when the account's other parameters were
// looked at, the later rules for an address.
func (s *Server) validateEmail(c *call, p *problems, email string, later bool, invite *Invite) {
	const simple, thorough = 1, 0
	if !later {
		switch {
		case email == "":
			p.add("email", "ERR_BLANK", descriptionBlank)
		default:
			if s.userByEmail(email) != nil {
				p.addVariant("email", "ERR_TAKEN", descriptionTaken, simple)
			}
			if !simpleEmail.MatchString(email) {
				p.addVariant("email", "ERR_INVALID", descriptionInvalid, simple)
			}
		}
		return
	}
	if c.URL.Path != "/api/v1/accounts" { // a corrected address meets the first rules here
		s.validateEmail(c, p, email, false, nil)
	}
	if s.features.parsesAddresses && !isBareAddress(email) ||
		s.features.limitsAddresses && strings.ContainsAny(email, `%,"`) {
		p.addVariant("email", "ERR_INVALID", descriptionInvalid, thorough)
	}
	if s.features.limitsAddresses && utf8.RuneCountInString(email) > 320 {
		p.add("email", "ERR_TOO_LONG", tooLong(320))
	}
	if email == "" {
		return
	}
	if s.features.listBeforeDNS {
		s.validateByLists(p, email, invite)
		s.validateByDNS(p, email)
	} else {
		s.validateByDNS(p, email)
		s.validateByLists(p, email, invite)
	}
}

func (s *Server) validateByDNS(p *problems, email string) {
	_, domain, _ := strings.Cut(email, "@")
	switch {
	case domain == "" || strings.Contains(domain, ".."):
		p.add("email", "ERR_INVALID", descriptionInvalid)
	case !strings.Contains(domain, "."), coversDomain(s.settings.UnreachableDomains, domain):
		p.add("email", "ERR_UNREACHABLE", "does not seem to exist")
	case coversDomain(s.settings.BlockedMailHosts, domain),
		s.features.dnsOwnDomain && coversDomain(s.settings.BlockedDomains, domain):
		p.add("email", "ERR_BLOCKED", "uses a disallowed e-mail provider")
	}
}

// validateByLists spares who was invited.
func (s *Server) validateByLists(p *problems, email string, invite *Invite) {
	if invite != nil {
		return
	}
	_, domain, _ := strings.Cut(email, "@")
	// What cannot be a domain counts as a blocked one.
	if strings.ContainsAny(domain, "@<>") || coversDomain(s.settings.BlockedDomains, domain) {
		p.add("email", "ERR_BLOCKED", "uses a disallowed e-mail provider")
	}
	banned := slices.Clone(s.settings.BannedEmails)
	for _, u := range s.users {
		if u.suspended {
			banned = append(banned, u.email)
		}
	}
	if slices.ContainsFunc(banned, func(banned string) bool { return canonical(banned) == canonical(email) }) {
		p.add("email", "ERR_TAKEN", descriptionTaken)
	}
}

// canonical is an address without what people add to get another one for the
// same mail box.
func canonical(email string) string {
	local, domain, _ := strings.Cut(strings.ToLower(email), "@")
	local, _, _ = strings.Cut(local, "+")
	return strings.ReplaceAll(local, ".", "") + "@" + domain
}

// isBareAddress reports whether an address is one without name or comment. A dot
// before the @ passes, though no standard has it.
func isBareAddress(email string) bool {
	email = strings.Replace(email, ".@", "@", 1)
	parsed, err := mail.ParseAddress(email)
	return err == nil && parsed.Name == "" && parsed.Address == email
}

func (s *Server) validatePassword(p *problems, password string) {
	switch length := utf8.RuneCountInString(password); {
	case strings.TrimSpace(password) == "":
		p.add("password", "ERR_BLANK", descriptionBlank)
	case length < 8:
		p.add("password", "ERR_TOO_SHORT", "is too short (minimum is 8 characters)")
	case length > 72:
		p.add("password", "ERR_TOO_LONG", tooLong(72))
	}
}

var simpleUsername = regexp.MustCompile(`(?i)\A[a-z0-9_]+\z`)

func (s *Server) validateUsername(p *problems, r registration) {
	const invalid = "must contain only letters, numbers and underscores"
	if r.username == "" {
		p.add("username", "ERR_BLANK", descriptionBlank)
		if r.usernameNull {
			p.add("username", "ERR_INVALID", invalid)
		}
		return
	}
	if s.userByName(r.username) != nil {
		p.add("username", "ERR_TAKEN", descriptionTaken)
	}
	if !simpleUsername.MatchString(r.username) {
		p.add("username", "ERR_INVALID", invalid)
	}
	if utf8.RuneCountInString(r.username) > 30 {
		p.add("username", "ERR_TOO_LONG", tooLong(30))
	}
	if s.isReserved(r.username) {
		p.add("username", "ERR_RESERVED", "is reserved")
	}
}

// Digits that look like letters.
var homoglyphs = strings.NewReplacer("1", "i", "2", "z", "3", "e", "4", "a", "5", "s", "7", "t", "8", "b", "9", "g", "0", "o")

func (s *Server) isReserved(username string) bool {
	reserved := s.features.reserved
	if s.features.reservedHomoglyphs && s.settings.ReservedNames != nil {
		reserved = s.settings.ReservedNames
	}
	return s.coversUsername(reserved, username)
}

// coversUsername reports whether a list of whole names and "*parts*" covers one.
func (s *Server) coversUsername(list []string, username string) bool {
	fold := func(name string) string {
		name = strings.ToLower(name)
		if s.features.reservedHomoglyphs {
			name = homoglyphs.Replace(name)
		}
		return name
	}
	username = fold(username)
	return slices.ContainsFunc(list, func(entry string) bool {
		if part := strings.Trim(entry, "*"); part != entry {
			return strings.Contains(username, fold(part))
		}
		return fold(entry) == username
	})
}

// coversDomain reports whether a list holds a domain or one above it.
func coversDomain(list []string, domain string) bool {
	return slices.ContainsFunc(list, func(entry string) bool {
		return domain == entry || strings.HasSuffix(domain, "."+entry)
	})
}

// coversIP reports whether a list of addresses and prefixes covers one.
func coversIP(list []string, ip string) bool {
	address, err := netip.ParseAddr(ip)
	return err == nil && slices.ContainsFunc(list, func(entry string) bool {
		if prefix, err := netip.ParsePrefix(entry); err == nil {
			return prefix.Contains(address)
		}
		single, err := netip.ParseAddr(entry)
		return err == nil && single == address
	})
}

// The ways to write a date that Ruby reads, as far as people use them.
var dateLayouts = []string{"2006-01-02", "02.01.2006", "2006/01/02", "20060102", "2 Jan 2006", "January 2, 2006", "2006-1-2",
	time.RFC3339, time.DateTime}

// shortYear is a year of two digits, which Ruby takes for one of antiquity.
var shortYear = regexp.MustCompile(`^(\d\d-\d\d?-\d\d?)`)

func (s *Server) validateAge(p *problems, born string, now time.Time) {
	if !s.features.age || s.settings.MinAge == 0 {
		return
	}
	if strings.TrimSpace(born) == "" {
		p.add("date_of_birth", "ERR_BLANK", descriptionBlank)
		return
	}
	born = shortYear.ReplaceAllString(strings.TrimSpace(born), "00$1")
	for _, layout := range dateLayouts {
		date, err := time.Parse(layout, born)
		if err != nil {
			continue
		}
		limit := now.UTC().AddDate(-s.settings.MinAge, 0, 0)
		if limit.Day() != now.UTC().Day() { // there is no 29 February in that year
			limit = limit.AddDate(0, 0, -1)
		}
		if date.After(limit) {
			p.add("date_of_birth", "ERR_BELOW_LIMIT", "is below the age limit")
		}
		return
	}
	if s.features.badDateIsBlank {
		p.add("date_of_birth", "ERR_BLANK", descriptionBlank)
	} else {
		p.add("date_of_birth", "ERR_INVALID", descriptionInvalid)
	}
}
