package signup

import (
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/stretchr/testify/assert"
)

// server describes an instance for the checks.
func server(software string, edit func(*mastodon.Instance)) *mastodon.Instance {
	i := &mastodon.Instance{APIVersion: 2, APIVersions: map[string]int{"mastodon": 7}}
	i.Software.Name = software
	i.Server, _ = mastodon.ParseServer("example.social")
	i.Registrations.Enabled = true
	if edit != nil {
		edit(i)
	}
	return i
}

// formOf is the form of an instance.
func formOf(i *mastodon.Instance, invite bool) *requirements {
	return requirementsOf(i, dialectOf(i), invite, noon)
}

func yes() *bool { b := true; return &b }
func no() *bool  { b := false; return &b }

func valid() Values {
	return Values{Username: "alice", Email: "alice@example.org", Password: "correct horse", Agreement: true}
}

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, time.UTC)

func TestEverythingThatTheServerWouldRefuseIsFoundBefore(t *testing.T) {
	mastodon45 := server(mastodon.SoftwareMastodon, nil)
	mastodon44 := server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.APIVersions["mastodon"] = 6 })
	mastodon42 := server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.APIVersions = nil })
	aged := server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.MinAge = 16 })
	asking := server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) {
		i.Registrations.ApprovalRequired, i.Registrations.ReasonRequired = true, yes()
	})
	offering := server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.ApprovalRequired = true })
	closed := server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.Enabled = false })
	gotosocial := server(mastodon.SoftwareGoToSocial, func(i *mastodon.Instance) {
		i.Registrations.ApprovalRequired, i.Registrations.ReasonRequired = true, yes()
	})
	lenientGoToSocial := server(mastodon.SoftwareGoToSocial, func(i *mastodon.Instance) {
		i.Registrations.ApprovalRequired, i.Registrations.ReasonRequired = true, no()
	})
	akkoma := server(mastodon.SoftwareAkkoma, nil)
	lenientAkkoma := server(mastodon.SoftwareAkkoma, func(i *mastodon.Instance) { i.AccountActivationRequired = no() })
	long := strings.Repeat

	for name, c := range map[string]struct {
		server *mastodon.Instance
		edit   func(*Values)
		want   []string
	}{
		"nothing wrong": {mastodon45, func(*Values) {}, nil},
		"empty": {mastodon45, func(v *Values) { *v = Values{} },
			[]string{"username ERR_BLANK", "email ERR_BLANK", "password ERR_BLANK", "agreement ERR_ACCEPTED"}},
		"not agreed": {mastodon45, func(v *Values) { v.Agreement = false }, []string{"agreement ERR_ACCEPTED"}},

		"username with space":            {mastodon45, func(v *Values) { v.Username = "al ice" }, []string{"username ERR_INVALID"}},
		"username with hyphen":           {mastodon45, func(v *Values) { v.Username = "al-ice" }, []string{"username ERR_INVALID"}},
		"username with umlaut":           {mastodon45, func(v *Values) { v.Username = "älice" }, []string{"username ERR_INVALID"}},
		"username of 30":                 {mastodon45, func(v *Values) { v.Username = long("a", 30) }, nil},
		"username of 31":                 {mastodon45, func(v *Values) { v.Username = long("a", 31) }, []string{"username ERR_TOO_LONG"}},
		"username long and invalid":      {mastodon45, func(v *Values) { v.Username = long("ä", 31) }, []string{"username ERR_INVALID", "username ERR_TOO_LONG"}},
		"username in spaces":             {mastodon45, func(v *Values) { v.Username = " alice " }, nil},
		"username in capitals":           {mastodon45, func(v *Values) { v.Username = "Alice" }, nil},
		"admin on 4.2":                   {mastodon42, func(v *Values) { v.Username = "Admin" }, []string{"username ERR_RESERVED"}},
		"owner on 4.2":                   {mastodon42, func(v *Values) { v.Username = "owner" }, nil},
		"owner on 4.4":                   {mastodon44, func(v *Values) { v.Username = "owner" }, []string{"username ERR_RESERVED"}},
		"admin on 4.5, whose staff rule": {mastodon45, func(v *Values) { v.Username = "admin" }, nil},
		"capitals on GoToSocial":         {lenientGoToSocial, func(v *Values) { v.Username = "Alice" }, []string{"username ERR_INVALID"}},
		"64 characters on GoToSocial":    {lenientGoToSocial, func(v *Values) { v.Username = long("a", 64) }, nil},
		"65 characters on GoToSocial":    {lenientGoToSocial, func(v *Values) { v.Username = long("a", 65) }, []string{"username ERR_TOO_LONG"}},
		"hyphen on Akkoma":               {akkoma, func(v *Values) { v.Username = "al-ice" }, nil},
		"reserved on Akkoma":             {akkoma, func(v *Values) { v.Username = "Oauth" }, []string{"username ERR_RESERVED"}},
		"dot on Akkoma":                  {akkoma, func(v *Values) { v.Username = "al.ice" }, []string{"username ERR_INVALID"}},

		"address without @":                {mastodon45, func(v *Values) { v.Email = "alice" }, []string{"email ERR_INVALID"}},
		"address with two @":               {mastodon45, func(v *Values) { v.Email = "a@b@example.org" }, []string{"email ERR_INVALID"}},
		"address without local part":       {mastodon45, func(v *Values) { v.Email = "@example.org" }, []string{"email ERR_INVALID"}},
		"address without dot":              {mastodon45, func(v *Values) { v.Email = "alice@example" }, []string{"email ERR_INVALID"}},
		"address with empty label":         {mastodon45, func(v *Values) { v.Email = "alice@example..org" }, []string{"email ERR_INVALID"}},
		"address ending in a dot":          {mastodon45, func(v *Values) { v.Email = "alice@example." }, []string{"email ERR_INVALID"}},
		"address with percent":             {mastodon45, func(v *Values) { v.Email = "a%b@example.org" }, []string{"email ERR_INVALID"}},
		"address with comma":               {mastodon45, func(v *Values) { v.Email = "a,b@example.org" }, []string{"email ERR_INVALID"}},
		"address with quotes":              {mastodon45, func(v *Values) { v.Email = `"a"@example.org` }, []string{"email ERR_INVALID"}},
		"address with a space":             {mastodon45, func(v *Values) { v.Email = "a b@example.org" }, []string{"email ERR_INVALID"}},
		"address with a no-break space":    {mastodon45, func(v *Values) { v.Email = "a\u00a0b@example.org" }, []string{"email ERR_INVALID"}},
		"address with a name":              {mastodon45, func(v *Values) { v.Email = "Alice <a@example.org>" }, []string{"email ERR_INVALID"}},
		"address of 320":                   {mastodon45, func(v *Values) { v.Email = long("a", 308) + "@example.org" }, nil},
		"address of 321":                   {mastodon45, func(v *Values) { v.Email = long("a", 309) + "@example.org" }, []string{"email ERR_TOO_LONG"}},
		"address pasted with spaces":       {mastodon45, func(v *Values) { v.Email = " alice@example.org\n" }, nil},
		"address with plus and apostrophe": {mastodon45, func(v *Values) { v.Email = "o'alice+mastodon@example.co.uk" }, nil},

		"password of 7":                       {mastodon45, func(v *Values) { v.Password = "1234567" }, []string{"password ERR_TOO_SHORT"}},
		"password of 8 characters":            {mastodon45, func(v *Values) { v.Password = "ää ää ää" }, nil},
		"password of spaces":                  {mastodon45, func(v *Values) { v.Password = long(" ", 8) }, []string{"password ERR_BLANK"}},
		"password of 72 characters":           {mastodon45, func(v *Values) { v.Password = long("ä", 72) }, nil},
		"password of 73":                      {mastodon45, func(v *Values) { v.Password = long("a", 73) }, []string{"password ERR_TOO_LONG"}},
		"password of 74 bytes on GoToSocial":  {lenientGoToSocial, func(v *Values) { v.Password = long("ä", 37) }, []string{"password ERR_TOO_LONG"}},
		"easy password on GoToSocial":         {lenientGoToSocial, func(v *Values) { v.Password = "qwertyuiopqwertyuiop" }, []string{"password ERR_TOO_WEAK"}},
		"short but hard on GoToSocial":        {lenientGoToSocial, func(v *Values) { v.Password = "7Gs?w!f4;Qx" }, nil},
		"easy password on Mastodon":           {mastodon45, func(v *Values) { v.Password = "qwertyuiop" }, nil},
		"short password where nobody minds":   {akkoma, func(v *Values) { v.Password = "a" }, nil},
		"no password where nobody minds many": {akkoma, func(v *Values) { v.Password = "" }, []string{"password ERR_BLANK"}},

		"no date of birth":             {aged, func(*Values) {}, []string{"date_of_birth ERR_BLANK"}},
		"no date":                      {aged, func(v *Values) { v.DateOfBirth = "24.11.2000" }, []string{"date_of_birth ERR_INVALID"}},
		"a year of two digits":         {aged, func(v *Values) { v.DateOfBirth = "0090-02-01" }, []string{"date_of_birth ERR_INVALID"}},
		"nobody is that old":           {aged, func(v *Values) { v.DateOfBirth = "1899-12-31" }, []string{"date_of_birth ERR_INVALID"}},
		"a date that never was":        {aged, func(v *Values) { v.DateOfBirth = "2001-02-29" }, []string{"date_of_birth ERR_INVALID"}},
		"the birthday itself":          {aged, func(v *Values) { v.DateOfBirth = "2010-11-24" }, nil},
		"already birthday in Kiribati": {aged, func(v *Values) { v.DateOfBirth = "2010-11-25" }, nil},
		"too young":                    {aged, func(v *Values) { v.DateOfBirth = "2010-11-26" }, []string{"date_of_birth ERR_BELOW_LIMIT"}},
		"a date where nobody asks":     {mastodon45, func(v *Values) { v.DateOfBirth = "2026-11-24" }, nil},

		"no address where none is needed":    {lenientAkkoma, func(v *Values) { v.Email = "" }, nil},
		"a bad address where none is needed": {lenientAkkoma, func(v *Values) { v.Email = "alice" }, []string{"email ERR_INVALID"}},
		"no address where it is confirmed":   {akkoma, func(v *Values) { v.Email = "" }, []string{"email ERR_BLANK"}},

		"no reason though required":        {asking, func(*Values) {}, []string{"reason ERR_BLANK"}},
		"white space for a reason":         {asking, func(v *Values) { v.Reason = " \n" }, []string{"reason ERR_BLANK"}},
		"no reason where offered":          {offering, func(*Values) {}, nil},
		"reason of 420":                    {offering, func(v *Values) { v.Reason = long("ä", 420) }, nil},
		"reason of 421":                    {offering, func(v *Values) { v.Reason = long("a", 421) }, []string{"reason ERR_TOO_LONG"}},
		"a reason nobody asks for":         {mastodon45, func(v *Values) { v.Reason = long("a", 421) }, nil},
		"reason of 39 on GoToSocial":       {gotosocial, func(v *Values) { v.Reason = long("a", 39) }, []string{"reason ERR_TOO_SHORT"}},
		"reason of 501 on GoToSocial":      {gotosocial, func(v *Values) { v.Reason = long("a", 501) }, []string{"reason ERR_TOO_LONG"}},
		"short reason where not needed":    {lenientGoToSocial, func(v *Values) { v.Reason = "please" }, nil},
		"closed, the configured invite":    {closed, func(*Values) {}, nil},
		"closed, invite":                   {closed, func(v *Values) { v.InviteCode = "AbC123xy" }, nil},
		"closed, invite as a link":         {closed, func(v *Values) { v.InviteCode = "https://example.social/invite/AbC123xy" }, nil},
		"closed, another server's link":    {closed, func(v *Values) { v.InviteCode = "https://other.social/invite/AbC123xy" }, []string{"invite_code ERR_INVALID"}},
		"closed, something else than code": {closed, func(v *Values) { v.InviteCode = "please!" }, []string{"invite_code ERR_INVALID"}},
	} {
		t.Run(name, func(t *testing.T) {
			v := valid()
			c.edit(&v)
			r := formOf(c.server, c.server == closed)
			var found []string
			for _, p := range r.check(v.tidied(), noon) {
				assert.Equal(t, OriginLocal, p.Origin)
				found = append(found, p.Field+" "+string(p.Code))
			}
			assert.Equal(t, c.want, found)
		})
	}
}

func TestAProblemTellsTheNumberThatItSpeaksOf(t *testing.T) {
	r := formOf(server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.MinAge = 16 }), false)
	problems := r.check(Values{Username: strings.Repeat("a", 31), Email: "a@b.c", Password: "short", DateOfBirth: "2020-01-01", Agreement: true}, noon)
	limits := map[string]int{}
	for _, p := range problems {
		limits[p.Field] = p.Limit
	}
	assert.Equal(t, map[string]int{"username": 30, "password": 8, "date_of_birth": 16}, limits)
}

func TestTheFormFollowsFromTheInstance(t *testing.T) {
	names := func(r *requirements) (names []string) {
		for _, f := range r.fields {
			name := string(f.Name)
			if f.Required {
				name += "!"
			}
			names = append(names, name)
		}
		return names
	}
	for name, c := range map[string]struct {
		server *mastodon.Instance
		invite bool
		want   string
	}{
		"open": {server(mastodon.SoftwareMastodon, nil), false, "username! email! password! agreement!"},
		"approval without a reason": {server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) {
			i.Registrations.ApprovalRequired, i.Registrations.ReasonRequired = true, no()
		}), false, "username! email! password! reason agreement!"},
		"approval with a reason": {server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) {
			i.Registrations.ApprovalRequired, i.Registrations.ReasonRequired = true, yes()
		}), false, "username! email! password! reason! agreement!"},
		"a reason without approval": {server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.ReasonRequired = yes() }), false, "username! email! password! reason! agreement!"},
		"approval before 4.4":       {server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.ApprovalRequired = true }), false, "username! email! password! reason agreement!"},
		"minimum age":               {server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.MinAge = 16 }), false, "username! email! password! date_of_birth! agreement!"},
		"closed with an invite":     {server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.Enabled = false }), true, "username! email! password! invite_code! agreement!"},
		"open with an invite":       {server(mastodon.SoftwareMastodon, nil), true, "username! email! password! invite_code agreement!"},
		"GoToSocial that wants none": {server(mastodon.SoftwareGoToSocial, func(i *mastodon.Instance) {
			i.Registrations.ApprovalRequired, i.Registrations.ReasonRequired = true, no()
		}), false, "username! email! password! reason agreement!"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, strings.Join(names(formOf(c.server, c.invite)), " "))
		})
	}
}

func TestTheLatestBirthRefusesNobodyWhoIsOldEnough(t *testing.T) {
	for name, c := range map[string]struct {
		now    time.Time
		minAge int
		latest string
	}{
		"noon in UTC is tomorrow in Kiribati": {noon, 16, "2010-11-25"},
		"morning in UTC is the same day":      {noon.Add(-3 * time.Hour), 16, "2010-11-24"},
		"the visitor's zone has no part":      {noon.Add(-3 * time.Hour).In(time.FixedZone("", -11*3600)), 16, "2010-11-24"},
		"leap day to leap day":                {time.Date(2024, 2, 29, 1, 0, 0, 0, time.UTC), 16, "2008-02-29"},
		"leap day to a year without":          {time.Date(2024, 2, 29, 1, 0, 0, 0, time.UTC), 15, "2009-02-28"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.latest, latestBirth(c.now, c.minAge))
		})
	}
}

func TestAnInviteIsACodeOrALinkOfThisServer(t *testing.T) {
	here, err := mastodon.ParseServer("example.social")
	assert.NoError(t, err)
	for name, c := range map[string]struct{ invite, code string }{
		"code":              {"AbC123xy", "AbC123xy"},
		"code in spaces":    {" AbC123xy\n", "AbC123xy"},
		"link":              {"https://example.social/invite/AbC123xy", "AbC123xy"},
		"link with a tail":  {"https://example.social/invite/AbC123xy/?utm=1#x", "AbC123xy"},
		"link in capitals":  {"HTTPS://Example.SOCIAL/invite/AbC123xy", "AbC123xy"},
		"link that ends":    {"https://example.social/invite/AbC123xy.", "AbC123xy"},
		"link in brackets":  {"<https://example.social/invite/AbC123xy>", "AbC123xy"},
		"link in a text":    {"Come and join:\nhttps://example.social/invite/AbC123xy (until Friday)", "AbC123xy"},
		"link to more":      {"https://example.social/invite/AbC123xy/more", ""},
		"another's in text": {"not example.social, https://other.social/invite/AbC123xy", ""},
		"another's link":    {"https://other.social/invite/AbC123xy", ""},
		"no server's link":  {"https:///invite/AbC123xy", ""},
		"nothing":           {"", ""},
		"something else":    {"come and join", ""},
		"Pleroma's link":    {"https://example.social/registration/9fQ_-a%3D", ""},
		"some other adress": {"https://example.social/about", ""},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.code, inviteFor(here, inviteForm{page: "/invite/"}, c.invite))
		})
	}
}

func TestSuggestedNamesFitTheServer(t *testing.T) {
	r := formOf(server(mastodon.SoftwareMastodon, nil), false)
	assert.Equal(t, []string{"alice_", "the_alice", "alice2", "its_alice", "alice_here", "hello_alice"}, r.suggestions("alice"))
	assert.Equal(t, "aliceb", r.suggestions("alice.b@example.org")[0], "an address gives its local part")
	assert.Empty(t, r.suggestions("äöü"))
	for _, name := range r.suggestions(strings.Repeat("a", 40)) {
		assert.Empty(t, r.usernameProblems(name))
	}
	gotosocial := formOf(server(mastodon.SoftwareGoToSocial, nil), false)
	assert.Equal(t, "alice", gotosocial.suggestions("Alice")[0])
	akkoma := formOf(server(mastodon.SoftwareAkkoma, nil), false)
	assert.Equal(t, strings.Repeat("a", 40)+"_", akkoma.suggestions(strings.Repeat("a", 40))[0], "no limit")
}

func TestAnAddressIsMasked(t *testing.T) {
	assert.Equal(t, "a•••@example.org", masked("alice@example.org"))
	assert.Equal(t, "ä•••@example.org", masked("älice@example.org"))
}

func TestGoToSocialIsTakenForNewWhereItHidesItsVersion(t *testing.T) {
	for version, refuses := range map[string]bool{
		"0.18.3": false, "0.19.0": true, "0.19.2": true, "0.20.0-rc1": true, "1.0.0": true, "": true, "unknown": true, "0.x": true,
	} {
		i := server(mastodon.SoftwareGoToSocial, func(i *mastodon.Instance) { i.Software.Version = version })
		assert.Equal(t, refuses, dialectOf(i).refusesApps, version)
	}
	assert.False(t, dialectOf(server(mastodon.SoftwareMastodon, nil)).refusesApps)
}

func TestAFieldThatIsAskedForTwiceIsAskedOnce(t *testing.T) {
	r := formOf(server(mastodon.SoftwareMastodon, func(i *mastodon.Instance) { i.Registrations.ApprovalRequired = true }), false)
	r = r.require(Field{Name: FieldNameReason, Required: true})
	var reasons []Field
	for _, f := range r.fields {
		if f.Name == FieldNameReason {
			reasons = append(reasons, f)
		}
	}
	assert.Equal(t, []Field{{Name: FieldNameReason, Required: true, MaxLength: 420, Why: "approval"}}, reasons)
}
