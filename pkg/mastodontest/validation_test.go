package mastodontest_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// refused sums up a 422: the sentence after "Validation failed: ", and the
// codes by field in order of appearance.
func refused(t *testing.T, g got) (sentence, codes string) {
	t.Helper()
	require.Equal(t, 422, g.status, g.body)
	sentence, ok := strings.CutPrefix(g.text(t, "error"), "Validation failed: ")
	require.True(t, ok, g.body)
	_, details, ok := strings.Cut(g.body, `"details":`)
	if !ok { // before 3.4
		return sentence, ""
	}
	decoder := json.NewDecoder(strings.NewReader(details))
	var parts []string
	_, err := decoder.Token()
	require.NoError(t, err)
	for decoder.More() {
		key, err := decoder.Token()
		require.NoError(t, err)
		var entries []struct{ Error, Description string }
		require.NoError(t, decoder.Decode(&entries))
		for _, e := range entries {
			parts = append(parts, key.(string)+" "+strings.TrimPrefix(e.Error, "ERR_"))
			assert.Contains(t, sentence, e.Description)
		}
	}
	return sentence, strings.Join(parts, ", ")
}

// §0.1: refusals have details from 3.4 on.
// §1.7: a refusal has a sentence and details.
func TestARefusalTellsSentenceAndDetails(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.server.AddUser("Alice", "Alice@example.org")
		v.register(ourScopes)
		const sentence = `{"error":"Validation failed: E-mail address has already been taken, Username has already been taken, Service agreement must be accepted"`
		if !since(version, "3.4") {
			v.answers(v.create("agreement", "false"), 422, sentence+"}")
			return
		}
		v.answers(v.create("agreement", "false"), 422,
			sentence+`,`+
				`"details":{"email":[{"error":"ERR_TAKEN","description":"has already been taken"}],`+
				`"username":[{"error":"ERR_TAKEN","description":"has already been taken"}],`+
				`"agreement":[{"error":"ERR_ACCEPTED","description":"must be accepted"}]}}`)
	})
}

// §3: an empty request is refused in the server's order.
func TestAnEmptySignUpIsRefusedInTheServersOrder(t *testing.T) {
	eachVersion(t, func(t *testing.T, version string) {
		v := visit(t, mastodontest.Settings{Version: version})
		v.register(ourScopes)
		sentence, codes := refused(t, v.postJSON("/api/v1/accounts", v.appToken, "{}"))
		switch {
		case since(version, "4.3"):
			assert.Equal(t, "E-mail address can't be blank, Password can't be blank, Username can't be blank, E-mail address is invalid, Service agreement must be accepted", sentence)
			assert.Equal(t, "email BLANK, email INVALID, password BLANK, username BLANK, agreement ACCEPTED", codes)
		default:
			assert.Equal(t, "E-mail address can't be blank, Password can't be blank, Username can't be blank, Service agreement must be accepted", sentence)
			if since(version, "3.4") {
				assert.Equal(t, "email BLANK, password BLANK, username BLANK, agreement ACCEPTED", codes)
			}
		}
	})
}

// §3: everything wrong at once comes in its order.
func TestEverythingWrongAtOnceComesInTheServersOrder(t *testing.T) {
	for version, want := range map[string]string{
		"4.2.0": "Password is too short (minimum is 8 characters), Username must contain only letters, numbers and underscores, " +
			"Username is too long (maximum is 30 characters), Reason is too long (maximum is 420 characters), Locale is not included in the list, " +
			"E-mail address uses a disallowed e-mail provider, E-mail address does not seem to exist, " +
			"Service agreement must be accepted, Time zone is not included in the list",
		"4.3.23": "Password is too short (minimum is 8 characters), Username must contain only letters, numbers and underscores, " +
			"Username is too long (maximum is 30 characters), Reason is too long (maximum is 420 characters), " +
			"E-mail address does not seem to exist, E-mail address uses a disallowed e-mail provider, Service agreement must be accepted",
		"4.6.5": "Password is too short (minimum is 8 characters), Username must contain only letters, numbers and underscores, " +
			"Username is too long (maximum is 30 characters), Reason is too long (maximum is 420 characters), " +
			"E-mail address does not seem to exist, E-mail address uses a disallowed e-mail provider, Service agreement must be accepted, " +
			"Date of birth is below the age limit",
	} {
		t.Run(version, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Version: version, MinAge: 16, RequireReason: true,
				BlockedDomains: []string{"bad.example"}, UnreachableDomains: []string{"bad.example"}})
			v.register(ourScopes)
			sentence, _ := refused(t, v.create("email", `"a@bad.example"`, "password", `"short"`, "username", `"`+strings.Repeat("a-", 16)+`"`,
				"reason", `"`+strings.Repeat("x", 421)+`"`, "locale", `"en_US"`, "time_zone", `"Mars/Base"`, "agreement", `"yes"`, "date_of_birth", `"2020-01-01"`))
			assert.Equal(t, want, sentence)
		})
	}
}

// §1.7: what only this server wants is refused in the shape of all refusals.
func TestWhatOnlyThisServerWantsIsRefusedAsEverythingElse(t *testing.T) {
	v := visit(t, mastodontest.Settings{Wants: []mastodontest.Want{{Name: "favourite_pool", Pattern: "^[A-Z]"}}})
	v.register(ourScopes)
	const sentence = `{"error":"Validation failed: Favourite pool `
	v.answers(v.create(), 422, sentence+`can't be blank","details":{"favourite_pool":[{"error":"ERR_BLANK","description":"can't be blank"}]}}`)
	v.answers(v.create("favourite_pool", `"deep"`), 422, sentence+`is invalid","details":{"favourite_pool":[{"error":"ERR_INVALID","description":"is invalid"}]}}`)
	v.signUp("favourite_pool", `"Deep"`)
	assert.Equal(t, map[string]string{"favourite_pool": "Deep"}, v.server.Users()[0].Wanted)
}

// §0.1: a minimum age from 4.4 on, name blocks from 4.5.
// §3: each field is refused by its own rules and codes.
func TestEachFieldIsRefusedForItsReasons(t *testing.T) {
	long := strings.Repeat("a", 331)
	from30 := strings.Join(slices.DeleteFunc(slices.Clone(versions), func(v string) bool { return !since(v, "3.0") }), " ")
	type settings = mastodontest.Settings
	tests := map[string]struct {
		versions string // each that applies; empty: all
		settings settings
		field    string
		value    string
		codes    string // empty: taken
	}{
		"username missing":                     {field: "username", codes: "username BLANK"},
		"username of spaces":                   {field: "username", value: `"  "`, codes: "username BLANK"},
		"username null":                        {field: "username", value: "null", codes: "username BLANK, username INVALID"},
		"username in spaces":                   {field: "username", value: `"  bob "`},
		"username with a space":                {field: "username", value: `"al ice"`, codes: "username INVALID"},
		"username in capitals":                 {field: "username", value: `"BOB"`},
		"username taken in other case":         {field: "username", value: `"CAROL"`, codes: "username TAKEN"},
		"username of 30":                       {field: "username", value: `"` + long[:30] + `"`},
		"username of 31":                       {field: "username", value: `"` + long[:31] + `"`, codes: "username TOO_LONG"},
		"username a list":                      {field: "username", value: `["bob"]`, codes: "username BLANK"},
		"username a number":                    {field: "username", value: `12345`},
		"username a truth":                     {field: "username", value: `true`},
		"username of an umlaut":                {field: "username", value: `"böb"`, codes: "username INVALID"},
		"old reserved name":                    {field: "username", value: `"Webmaster"`, codes: "username RESERVED"},
		"name reserved from 4.4 on, in 4.3":    {versions: "4.2.0 4.2.9 4.3.23", field: "username", value: `"owner"`},
		"name reserved from 4.4 on":            {versions: "4.4.22 4.5.15 4.6.5", field: "username", value: `"owner"`, codes: "username RESERVED"},
		"name with digits for letters, in 4.4": {versions: "4.2.0 4.4.22", field: "username", value: `"4dm1n"`},
		"name with digits for letters":         {versions: "4.5.15 4.6.5", field: "username", value: `"4dm1n"`, codes: "username RESERVED"},
		"name that contains mastodon, in 4.4":  {versions: "4.3.23 4.4.22", field: "username", value: `"i_love_mastodon"`},
		"name that contains mastodon":          {versions: "4.5.15 4.6.5", field: "username", value: `"i_love_mastodon"`, codes: "username RESERVED"},
		"name reserved by the admin":           {versions: "4.5.15 4.6.5", settings: settings{ReservedNames: []string{"h4ck", "*cat*"}}, field: "username", value: `"HACK"`, codes: "username RESERVED"},
		"part reserved by the admin":           {versions: "4.5.15 4.6.5", settings: settings{ReservedNames: []string{"*cat*"}}, field: "username", value: `"my_c4t5"`, codes: "username RESERVED"},
		"name the admin took off the list":     {versions: "4.5.15 4.6.5", settings: settings{ReservedNames: []string{}}, field: "username", value: `"owner"`},

		"email missing":                 {versions: "4.3.23 4.6.5", field: "email", codes: "email BLANK, email INVALID"},
		"email missing, in 4.2":         {versions: "4.2.0 4.2.9", field: "email", codes: "email BLANK"},
		"email null, in 4.2":            {versions: "4.2.0 4.2.9", field: "email", value: "null", codes: "email BLANK"},
		"email trimmed":                 {field: "email", value: `" Dora@Example.org "`},
		"email taken in other case":     {field: "email", value: `" CAROL@example.org "`, codes: "email TAKEN"},
		"email without a domain":        {field: "email", value: `"foo"`, codes: "email INVALID, email INVALID"},
		"email with two dots":           {field: "email", value: `"a@example..org"`, codes: "email INVALID"},
		"email with a name":             {versions: "4.3.23 4.6.5", field: "email", value: `"A <a@example.org>"`, codes: "email INVALID, email INVALID, email BLOCKED"},
		"email with brackets":           {versions: "4.3.23 4.6.5", field: "email", value: `"<a@example.org>"`, codes: "email INVALID, email BLOCKED"},
		"email with percent":            {versions: "4.3.23 4.4.22 4.5.15 4.6.5", field: "email", value: `"a%b@example.org"`, codes: "email INVALID"},
		"email with percent, before":    {versions: "4.2.9 4.3.21 4.4.15 4.5.8", field: "email", value: `"a%b@example.org"`},
		"email of 331":                  {versions: "4.3.23 4.4.22 4.5.15 4.6.5", field: "email", value: `"` + long[:319] + `@example.org"`, codes: "email TOO_LONG"},
		"email of 331, before":          {versions: "4.2.9 4.3.21 4.4.15 4.5.8", field: "email", value: `"` + long[:319] + `@example.org"`},
		"email domain unreachable":      {settings: settings{UnreachableDomains: []string{"gone.example"}}, field: "email", value: `"a@gone.example"`, codes: "email UNREACHABLE"},
		"email domain blocked":          {settings: settings{BlockedDomains: []string{"bad.example"}}, field: "email", value: `"a@bad.example"`, codes: "email BLOCKED"},
		"email parent domain blocked":   {settings: settings{BlockedDomains: []string{"bad.example"}}, field: "email", value: `"a@mx.bad.example"`, codes: "email BLOCKED"},
		"email host blocked":            {settings: settings{BlockedMailHosts: []string{"shared.example"}}, field: "email", value: `"a@shared.example"`, codes: "email BLOCKED"},
		"email host and domain blocked": {settings: settings{BlockedMailHosts: []string{"x.example"}, BlockedDomains: []string{"x.example"}}, field: "email", value: `"a@x.example"`, codes: "email BLOCKED"},
		"email of somebody banned":      {settings: settings{BannedEmails: []string{"troll@example.org"}}, field: "email", value: `"T.roll+2@example.org"`, codes: "email TAKEN"},
		"email taken and banned":        {settings: settings{BannedEmails: []string{"carol@example.org"}}, field: "email", value: `"carol@example.org"`, codes: "email TAKEN, email TAKEN"},

		"password missing":    {field: "password", codes: "password BLANK"},
		"password of 7":       {field: "password", value: `"1234567"`, codes: "password TOO_SHORT"},
		"password of 8":       {field: "password", value: `"12345678"`},
		"password of 72":      {field: "password", value: `"` + strings.Repeat("ü", 72) + `"`},
		"password of 73":      {field: "password", value: `"` + strings.Repeat("ü", 73) + `"`, codes: "password TOO_LONG"},
		"agreement missing":   {field: "agreement", codes: "agreement ACCEPTED"},
		"agreement text true": {field: "agreement", value: `"true"`},
		"agreement text 1":    {field: "agreement", value: `"1"`},
		"agreement number 1":  {field: "agreement", value: "1", codes: "agreement ACCEPTED"},
		"agreement on":        {field: "agreement", value: `"on"`, codes: "agreement ACCEPTED"},
		"agreement TRUE":      {field: "agreement", value: `"TRUE"`, codes: "agreement ACCEPTED"},

		"reason in open mode":                {field: "reason", value: `"` + long + long[:89] + `"`},
		"reason of 421, before 3.0":          {versions: "2.7.0", field: "reason", value: `"` + long + long[:90] + `"`},
		"no reason where required before":    {versions: "2.7.0", settings: settings{RequireReason: true}, field: "reason"},
		"reason of 421 in open mode":         {versions: from30, field: "reason", value: `"` + long + long[:90] + `"`, codes: "reason TOO_LONG"},
		"no reason on approval":              {settings: settings{Registrations: mastodontest.Approval}, field: "reason"},
		"no reason where required":           {versions: from30, settings: settings{Registrations: mastodontest.Approval, RequireReason: true}, field: "reason", value: `" "`, codes: "reason BLANK"},
		"no reason where required, but open": {versions: from30, settings: settings{RequireReason: true}, field: "reason", codes: "reason BLANK"},
		"no reason where not":                {field: "reason"},
		"locale unknown, to 4.2.3":           {versions: "3.0.0 3.4.0 4.1.0 4.2.0 4.2.3", field: "locale", value: `"de-AT"`, codes: "locale INCLUSION"},
		"locale in other case, to 4.2.3":     {versions: "4.2.0 4.2.3", field: "locale", value: `"pt-br"`, codes: "locale INCLUSION"},
		"locale blank, to 4.2.3":             {versions: "4.2.0 4.2.3", field: "locale", value: `""`},
		"locale unknown":                     {versions: "4.2.4 4.2.9 4.3.23 4.4.22 4.5.15 4.6.5", field: "locale", value: `"de-AT"`},
		"locale known":                       {field: "locale", value: `"pt-BR"`},
		"time zone unknown, to 4.2.3":        {versions: "4.2.0 4.2.3", field: "time_zone", value: `"Europe/Vaduz"`, codes: "time_zone INCLUSION"},
		"time zone unknown":                  {versions: "4.2.4 4.6.5", field: "time_zone", value: `"Europe/Vaduz"`},
		"time zone unknown, before 4.2":      {versions: "3.4.0 4.1.0", field: "time_zone", value: `"Europe/Vaduz"`},
		"time zone known":                    {field: "time_zone", value: `"Europe/Vienna"`},
		"birth without an age limit":         {field: "date_of_birth", value: `"rubbish"`},
		"birth before 4.4":                   {versions: "4.2.9 4.3.23", settings: settings{MinAge: 16}, field: "date_of_birth"},
		"birth missing":                      {versions: "4.4.22 4.5.15 4.6.5", settings: settings{MinAge: 16}, field: "date_of_birth", codes: "date_of_birth BLANK"},
		"birth an object":                    {versions: "4.4.22 4.6.5", settings: settings{MinAge: 16}, field: "date_of_birth", value: `{"year":2000}`, codes: "date_of_birth BLANK"},
		"birth unreadable":                   {versions: "4.4.22 4.5.15", settings: settings{MinAge: 16}, field: "date_of_birth", value: `"rubbish"`, codes: "date_of_birth INVALID"},
		"birth unreadable, from 4.6 on":      {versions: "4.6.5", settings: settings{MinAge: 16}, field: "date_of_birth", value: `"rubbish"`, codes: "date_of_birth BLANK"},
		"birthday itself":                    {versions: "4.4.22 4.6.5", settings: settings{MinAge: 16}, field: "date_of_birth", value: `"2010-08-07"`},
		"day before the birthday":            {versions: "4.4.22 4.6.5", settings: settings{MinAge: 16}, field: "date_of_birth", value: `"2010-08-08"`, codes: "date_of_birth BELOW_LIMIT"},
		"birth with dots":                    {versions: "4.4.22 4.6.5", settings: settings{MinAge: 16}, field: "date_of_birth", value: `"08.08.2010"`, codes: "date_of_birth BELOW_LIMIT"},
		"birth in the future":                {versions: "4.4.22 4.6.5", settings: settings{MinAge: 16}, field: "date_of_birth", value: `"2126-01-01"`, codes: "date_of_birth BELOW_LIMIT"},
		"a parameter that nobody knows":      {field: "fullname", value: `"Alice"`},
		"an invite code that nobody knows":   {field: "invite_code", value: `"abcdefgh"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			applies := versions
			if test.versions != "" {
				applies = strings.Fields(test.versions)
			}
			for _, version := range applies {
				test.settings.Version = version
				test.settings.Now = nil
				v := visit(t, test.settings)
				v.server.AddUser("Carol", "Carol@example.org")
				v.register(ourScopes)
				created := v.create(test.field, test.value)
				if test.codes == "" {
					assert.Equal(t, 200, created.status, "%s: %s", version, created.body)
					continue
				}
				if _, codes := refused(t, created); since(version, "3.4") {
					assert.Equal(t, test.codes, codes, version)
				}
			}
		})
	}
}

// §3: age counts by the calendar, 29 February too.
func TestAgeCountsByTheCalendarOnLeapDays(t *testing.T) {
	for born, status := range map[string]int{"2011-02-28": 200, "2011-03-01": 422} {
		t.Run(born, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Version: "4.5.15", MinAge: 17})
			v.now = time.Date(2028, 2, 29, 12, 0, 0, 0, time.UTC)
			v.register(ourScopes)
			assert.Equal(t, status, v.create("date_of_birth", `"`+born+`"`).status)
		})
	}
}

// §3: accounts that do not work keep their names.
func TestSuspendedAndUnconfirmedAccountsKeepTheirNames(t *testing.T) {
	v := visit(t, mastodontest.Settings{})
	v.signUp()
	require.NoError(t, v.server.Suspend("alice"))
	_, codes := refused(t, v.create("email", `"other@example.org"`))
	assert.Equal(t, "username TAKEN", codes)
}

// §1.2: 500 for a null address and for invalid UTF-8.
func TestTheServerBreaksOnNullEmailAndGarbledText(t *testing.T) {
	const broken = `{"status":500,"error":"Internal Server Error"}`
	v := visit(t, mastodontest.Settings{Version: "4.3.23"})
	v.register(ourScopes)
	v.answers(v.create("email", "null"), 500, broken)
	v.answers(v.create("locale", "\"\xff\""), 500, broken)
	v.answers(v.call("POST", "/api/v1/accounts", "locale=%FF", "Authorization", "Bearer "+v.appToken,
		"Content-Type", "application/x-www-form-urlencoded"), 500, broken)
	page := v.call("POST", "/api/v1/accounts", entry("email", "null"), "Authorization", "Bearer "+v.appToken,
		"Content-Type", "application/json", "Accept", "*/*")
	assert.Equal(t, 500, page.status)
	assert.Equal(t, "text/html; charset=utf-8", page.header.Get("Content-Type"))
	assert.Empty(t, v.server.Users())
}

// §1: bodies are read by content type, then the query.
// §1.2: 400 for malformed bodies, as JSON or empty.
func TestBodiesAreReadByTheirType(t *testing.T) {
	const ok, refused = 200, 422
	form := "username=alice&email=alice%40example.org&password=correct+horse&agreement=true"
	multi := strings.NewReplacer("\n", "\r\n").Replace("--x\nContent-Disposition: form-data; name=\"username\"\n\nalice\n" +
		"--x\nContent-Disposition: form-data; name=\"email\"\n\nalice@example.org\n--x\nContent-Disposition: form-data; name=\"password\"\n\ncorrect horse\n" +
		"--x\nContent-Disposition: form-data; name=\"agreement\"\n\n1\n--x--\n")
	for name, test := range map[string]struct {
		kind, query, body string
		status            int
	}{
		"JSON":               {"application/json; charset=utf-8", "", entry(), ok},
		"form":               {"application/x-www-form-urlencoded", "", form, ok},
		"multipart":          {"multipart/form-data; boundary=x", "", multi, ok},
		"query":              {"", "?" + form, "", ok},
		"another type":       {"text/plain", "", entry(), refused},
		"no type":            {"", "", form, refused},
		"a JSON list":        {"application/json", "", `[1]`, refused},
		"an empty JSON body": {"application/json", "", "", refused},
		"broken JSON":        {"application/json", "", `{"username":`, 400},
		"JSON with a tail":   {"application/json", "", entry() + "x", 400},
		"a broken form":      {"application/x-www-form-urlencoded", "", "username=%zz", 400},
	} {
		t.Run(name, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{})
			v.register(ourScopes)
			answer := v.call("POST", "/api/v1/accounts"+test.query, test.body, "Authorization", "Bearer "+v.appToken, "Content-Type", test.kind)
			assert.Equal(t, test.status, answer.status, answer.body)
			if test.status != 400 {
				return
			}
			assert.Equal(t, `{"status":400,"error":"Bad Request"}`, answer.body)
			bare := v.call("POST", "/api/v1/accounts", test.body, "Content-Type", test.kind, "Accept", "*/*")
			v.answers(bare, 400, "")
			assert.Contains(t, bare.header.Get("Content-Type"), "text/html")
		})
	}
}

// §0.1: unknown locales are refused up to 4.2.3.
// §8: up to 4.2.3 one that is not in the list blocks the sign-up.
func TestEachVersionTakesItsLocalesAndNoOthers(t *testing.T) {
	const of42 = `af an ar ast be bg bn br bs ca ckb co cs cy da de el en en-GB eo es es-AR es-MX et eu fa fi fo fr
		fr-QC fy ga gd gl he hi hr hu hy id ig io is it ja ka kab kk kn ko ku kw la lt lv mk ml mr ms my nl nn no oc pa pl pt-BR
		pt-PT ro ru sa sc sco si sk sl sq sr sr-Latn sv szl ta te th tr tt ug uk ur vi zgh zh-CN zh-HK zh-TW`
	const newIn41 = "an be bs en-GB fo fr-QC fy ig kw la my pa sco szl tai tt ug"
	const newIn34 = "af gd is kab kn ku ml mr sa sc si ur vi zgh"
	minus := func(all []string, dropped string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(l string) bool { return slices.Contains(strings.Fields(dropped), l) })
	}
	in42 := strings.Fields(of42)
	in41 := append(slices.Clone(in42), "tai")
	in35 := minus(in41, newIn41)
	in34 := minus(in35, "ckb es-MX")
	in30 := minus(in34, newIn34)
	all := append(slices.Clone(in41), strings.Fields("pt zh en-US de-DE pt-br zh-tw en_US fr-CA ia ie nan-TW")...)
	for version, test := range map[string]struct {
		taken []string
		count int
	}{
		"4.2.0": {in42, 94}, "4.2.3": {in42, 94}, "4.1.0": {in41, 95}, "4.0.0": {in35, 78}, "3.5.0": {in35, 78}, "3.4.0": {in34, 76}, "3.0.0": {in30, 62},
	} {
		t.Run(version, func(t *testing.T) {
			require.Len(t, test.taken, test.count)
			v := visit(t, mastodontest.Settings{Version: version})
			v.register(ourScopes)
			v.from("127.0.0.1") // is not throttled
			for i, locale := range all {
				name := "user" + strconv.Itoa(i)
				answer := v.create("username", `"`+name+`"`, "email", `"`+name+`@example.org"`, "locale", `"`+locale+`"`)
				if slices.Contains(test.taken, locale) {
					assert.Equal(t, 200, answer.status, locale)
					continue
				}
				sentence, _ := refused(t, answer)
				assert.Equal(t, "Locale is not included in the list", sentence, locale)
			}
		})
	}
}
