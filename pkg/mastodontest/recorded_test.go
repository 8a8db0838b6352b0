package mastodontest_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/require"
)

// recordedCall is a call that was made on a real server, with its answer.
// testdata/real/README.md tells what stands in it.
type recordedCall struct {
	ID  string `json:"id"`
	Req *struct {
		Method, Path, Token, Type string
		Body                      *string
	} `json:"req"`
	Status  int               `json:"status"`
	Headers map[string]string `json:"headers"`
	Body    json.RawMessage   `json:"body"`

	Made        *bool  `json:"made"`
	Mails       string `json:"mails"` // to the address of the sign-up
	MailsToNext string `json:"other"` // to the address that replaced it
}

func recordedCalls(t *testing.T, version string) (calls []recordedCall) {
	t.Helper()
	text, err := os.ReadFile("testdata/real/mastodon-" + version + ".jsonl")
	require.NoError(t, err)
	for line := range bytes.Lines(text) {
		var c recordedCall
		require.NoError(t, json.Unmarshal(line, &c))
		calls = append(calls, c)
	}
	return calls
}

// Seen: 284 calls of a sign-up were answered so by 4.3.23, 4.5.15 and 4.6.5.
// Seen: a password of spaces is blank, one of 72 wide characters passes.
// Seen: addresses pass with a dot before the @, emoji and hidden characters.
// Seen: a mail domain without a dot has no host.
// Seen: what cannot be a mail domain counts as a blocked one.
// Seen: years of two digits and antiquity are of age, a number breaks it.
// Seen: owner, 4dm1n and mastodonfan are free in 4.3 alone.
// Seen: redirects whose host is not ASCII are no URI.
// Seen: 400 has no rate headers, and is empty for who takes anything.
// Seen: an account's token signs others up in 4.3 alone.
// Seen: an invitation that is no good says so to programs, without CORS.
// Seen: a link opened a second time leads to the page for a new one.
// Seen: unknown paths show no rate headers.
// Seen: names are found before they are confirmed, without a token.
func TestItAnswersAsTheRecordedServersDid(t *testing.T) {
	for _, version := range []string{"4.3.23", "4.5.15", "4.6.5"} {
		t.Run(version, func(t *testing.T) {
			r := newReplay(t, version)
			calls, same := recordedCalls(t, version), 0
			for _, call := range calls {
				if wrong := r.play(call); len(wrong) > 0 {
					t.Errorf("%s: %s", call.ID, strings.Join(wrong, "\n\t"))
				} else {
					same++
				}
			}
			t.Logf("Mastodon %s: %d of %d recorded answers agree", version, same, len(calls))
		})
	}
}

// recordedHost is the simulated server's, club the page that signs people up.
const (
	recordedHost = "real.example"
	club         = "https://club.example"
)

// replay makes the recorded calls, and between them what staff and the person
// with the mails did.
type replay struct {
	*visitor
	made    int    // names and addresses of callers so far
	name    string // of the newest account
	person  string // whose account is at stake
	account string // its token
	link    string
	code    string // of an invitation
	other   string // the address that replaces the first
}

func newReplay(t *testing.T, version string) *replay {
	t.Helper()
	r := &replay{visitor: visit(t, mastodontest.Settings{
		Version: version, Title: "Mastodon", Origin: "https://" + recordedHost,
	})}
	r.now = time.Date(2026, 11, 27, 12, 3, 20, 0, time.UTC) // the day of the recording, for ages
	r.elsewhere()
	r.clientID, r.clientSecret, r.appToken = r.app()
	return r
}

func (r *replay) app() (id, secret, token string) {
	app := r.form("/api/v1/apps", "client_name", "Club", "redirect_uris", club+"/done", "scopes", ourScopes)
	id, secret = app.text(r, "client_id"), app.text(r, "client_secret")
	token = r.form("/oauth/token", "grant_type", "client_credentials", "client_id", id, "client_secret", secret, "scope", ourScopes).text(r, "access_token")
	return id, secret, token
}

// elsewhere makes the next calls come from another address.
func (r *replay) elsewhere() {
	r.made++
	r.from(fmt.Sprintf("203.0.%d.%d", r.made/250, r.made%250+1))
}

// fresh makes a name up.
func (r *replay) fresh() string {
	r.made++
	r.name = fmt.Sprintf("u%08x", r.made)
	return r.name
}

// born makes an account, whose token the next calls have.
func (r *replay) born(changes ...string) {
	r.elsewhere()
	r.person = r.fresh()
	r.account = r.create(append([]string{"username", `"` + r.person + `"`, "email", `"` + r.person + `@example.org"`}, changes...)...).text(r, "access_token")
}

func (r *replay) mail() string { return r.person + "@example.org" }

func (r *replay) sent(email string) string {
	return r.desk("do=link&email=" + url.QueryEscape(email)).body
}

// before is what happened before some calls.
func (r *replay) before(id string) {
	const reason = `"I look at crabs"`
	switch id {
	case "acct read token":
		r.account = r.form("/oauth/token", "grant_type", "client_credentials", "client_id", r.clientID, "client_secret", r.clientSecret,
			"scope", "read:accounts").text(r, "access_token")
	case "life unconfirmed vc", "life bad link":
		r.born()
		r.link = "/auth/confirmation?confirmation_token=nonsense&redirect_to_app=true"
	case "life resend other":
		r.other = "new" + r.fresh() + "@example.org"
	case "life old link", "appr link":
		r.link = r.sent(r.mail())
	case "life resend taken":
		person, token := r.person, r.account
		r.born()
		r.person, r.account = person, token
	case "life new link":
		r.link = r.sent(r.other)
	case "life disabled vc":
		r.done("do=disable&user=" + r.person)
	case "life suspended vc":
		r.done("do=enable&user=" + r.person)
		r.done("do=suspend&user=" + r.person)
	case "life deleted vc":
		r.done("do=delete&user=" + r.person)
	case "appr no reason":
		r.done("do=mode&mode=approval")
		r.done("do=reason&reason=on")
	case "life appr unconfirmed vc":
		r.born("reason", reason)
	case "life approved vc":
		r.done("do=approve&user=" + r.person)
	case "life rejected vc":
		r.born("reason", reason)
		r.get(r.sent(r.mail()))
		r.done("do=reject&user=" + r.person)
	case "life approved before mail vc":
		r.born("reason", reason)
		r.done("do=approve&user=" + r.person)
	case "appr invite no reason":
		r.code = r.desk("do=invite").body
	case "open reason still required":
		r.done("do=mode&mode=open")
	case "closed":
		r.done("do=reason&reason=off")
		r.done("do=mode&mode=closed")
	case "closed invite":
		r.code = r.desk("do=invite").body
		r.born("invite_code", `"`+r.code+`"`)
	case "life invited vc":
		r.get(r.sent(r.mail()))
	case "closed expired invite", "invite expired":
		r.code = r.desk("do=expired-invite").body
	case "age none":
		r.done("do=mode&mode=open")
		r.done("do=minage&years=16")
	case "limit sign-up 1":
		r.done("do=minage&years=")
	}
}

// play makes a call and tells what its answer has wrong.
func (r *replay) play(c recordedCall) (wrong []string) {
	r.before(c.ID)
	compare := func(what, wanted, got string) {
		if wanted != got {
			wrong = append(wrong, fmt.Sprintf("%s: recorded %s, answered %s", what, wanted, got))
		}
	}
	switch {
	case c.ID == "life mails":
		compare("mails to the first address", quieted(c.Mails), quieted(r.desk("do=mails&email="+r.mail()).body))
		compare("mails to the other address", quieted(c.MailsToNext), quieted(r.desk("do=mails&email="+r.other).body))
	case c.Made != nil:
		compare("made", fmt.Sprint(*c.Made), fmt.Sprint(r.account != ""))
	case c.ID == "token same again":
		first := r.token(ourScopes)
		compare("two tokens are the same", fmt.Sprint(c.Status == 1), fmt.Sprint(first == r.token(ourScopes)))
	case c.Req == nil: // the registrations of the document
		_, document := members(r.get("/api/v2/instance").body)
		compare("body", sequence(r, string(c.Body)), sequence(r, string(document["registrations"])))
	default:
		answer := r.ask(c)
		compare("status", fmt.Sprint(c.Status), fmt.Sprint(answer.status))
		for _, name := range recordedHeaders {
			if c.Headers != nil {
				told := answer.header[http.CanonicalHeaderKey(name)]
				if recorded, there := c.Headers[name]; there != (told != nil) || there && recorded != quieted(told[0]) {
					wrong = append(wrong, fmt.Sprintf("%s: recorded %q (%t), answered %q", name, recorded, there, told))
				}
			}
		}
		compare("body", sequence(r, string(c.Body)), sequence(r, r.shown(c, answer)))
	}
	return wrong
}

// recordedHeaders are those that the recording has where it has headers.
var recordedHeaders = strings.Fields(`content-type www-authenticate cache-control vary access-control-allow-origin
	access-control-allow-methods access-control-allow-headers access-control-expose-headers access-control-max-age
	x-ratelimit-limit x-ratelimit-remaining retry-after location deprecation allow`)

// near are calls from the address of the call before.
var near = regexp.MustCompile(`^(doc|cors|limit|look (own|upper|with|free|bad|blank|app|remote)|acct (bad|read) token$|acct token in body|life sign up with)`)

// ask sends the call as it was sent then.
func (r *replay) ask(c recordedCall) got {
	switch {
	case c.ID == "limit sign-up 1", c.ID == "limit app 1", !near.MatchString(c.ID):
		r.elsewhere()
	}
	headers := []string{"Origin", club}
	switch {
	case strings.HasSuffix(c.ID, "*/*"):
		headers = append(headers, "Accept", "*/*")
	case strings.HasPrefix(c.ID, "cors "):
		headers = append(headers, "Access-Control-Request-Method", strings.Fields(c.ID)[1],
			"Access-Control-Request-Headers", "authorization,content-type")
	case c.ID == "acct french":
		headers = append(headers, "Accept-Language", "fr-CA, de;q=0.5")
	case strings.HasSuffix(c.ID, " link"), c.ID == "life link twice", c.ID == "appr link twice":
		headers = append(headers, "Accept", "text/html")
	}
	if token := map[string]string{"app": r.appToken, "other": r.account, "x": "x"}[c.Req.Token]; token != "" {
		headers = append(headers, "Authorization", "Bearer "+token)
	}
	body := ""
	if c.Req.Body != nil {
		headers, body = append(headers, "Content-Type", c.Req.Type), r.filled(c, *c.Req.Body)
	}
	path := r.filled(c, c.Req.Path)
	if strings.Contains(path, "<token>") {
		path = r.link
	}
	return r.call(c.Req.Method, path, body, headers...)
}

var upperName = regexp.MustCompile(`\bU[0-9A-F]{8}\b`)

// filled is a recorded text with what this run has for its placeholders.
func (r *replay) filled(c recordedCall, text string) string {
	long := strings.Repeat("x", 43)
	switch {
	case c.ID == "acct reason 421 newlines" && strings.Contains(text, `\r`): // cut in the recording
		cut := strings.Index(text, `\r`)
		text = text[:cut] + strings.Repeat(`\r\n`, 211) + `"}`
	case strings.HasPrefix(c.Req.Path, "/oauth/"):
		text = strings.Replace(text, "token=<43>", "token="+r.account, 1)
		text = strings.Replace(text, "<43>", r.clientID, 1)
		text = strings.Replace(text, "<43>", r.clientSecret, 1)
	case c.ID == "acct token in body":
		text = strings.Replace(text, "<43>", r.appToken, 1)
	case c.ID == "app long redirect": // the 2F of the slash is in the first
		text = strings.Replace(text, "%<43>", "%2F"+long[2:], 1)
	}
	if c.ID == "acct taken mail again" || c.ID == "look upper" {
		text = upperName.ReplaceAllString(text, strings.ToUpper(r.name))
	}
	if strings.Contains(text, "<name>") {
		name := r.name
		switch {
		case c.ID == "life resend other", c.ID == "life resend taken", c.ID == "acct both taken", strings.HasPrefix(c.ID, "look ") && c.ID != "look made":
		case c.ID == "life resend first address", c.ID == "life name of deleted", c.ID == "appr name of rejected":
			name = r.person
		case c.ID == "acct taken mail again": // the newest is that of the address
			name = "another" + name
		default:
			name = r.fresh()
		}
		text = strings.ReplaceAll(text, "<name>", name)
	}
	return strings.NewReplacer("<43>", long, "<tag>", "c0ffeec0ffee", "<code>", r.code).Replace(text)
}

// shown is an answer's body as the recording shows it: of long documents the
// names of the members, and in full what matters.
func (r *replay) shown(c recordedCall, answer got) string {
	names, values := members(answer.body)
	pick := func(names []string, picked ...string) string {
		told := `{"keys":` + marshalled(names)
		for _, name := range picked {
			as, from, _ := strings.Cut(name, "=")
			value := json.RawMessage(answer.body)
			for step := range strings.SplitSeq(cmp.Or(from, as), ".") {
				_, inside := members(string(value))
				value = inside[step]
			}
			if value != nil {
				told += fmt.Sprintf(`,"%s":%s`, as, value)
			}
		}
		return quieted(told + "}")
	}
	switch sorted := slices.Sorted(slices.Values(names)); {
	case c.ID == "doc /api/v2/instance":
		return pick(sorted, "registrations", "urls=configuration.urls", "api_versions", "rules", "limited=configuration.limited_federation")
	case c.ID == "doc /api/v1/instance":
		return pick(sorted, "registrations", "approval_required", "invites_enabled", "rules")
	case c.ID == "doc nodeinfo":
		return pick(names, "software=software.name", "open=openRegistrations")
	case c.ID == "doc accept */*", strings.HasPrefix(c.ID, "limit app") && answer.status == http.StatusOK:
		return "{}"
	case strings.HasPrefix(c.Req.Path, "/api/v1/instance/") && names != nil:
		return pick(names, "error")
	case strings.HasPrefix(c.ID, "look ") && c.ID != "look made" && answer.status == http.StatusOK:
		return fmt.Sprintf(`{"username":%t}`, string(values["username"]) == `"`+r.name+`"`)
	case values["acct"] != nil:
		return pick(sorted, "role=role.name")
	case strings.Contains(answer.header.Get("Content-Type"), "json"):
		return quieted(answer.body)
	case strings.Contains(c.Req.Path, "<token>"): // of a page there is the title
		_, title, _ := strings.Cut(answer.body, "<title>")
		title, _, _ = strings.Cut(title, "</title>")
		return marshalled(title)
	}
	return marshalled(answer.body)
}

func marshalled(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // they are texts and lists of them
	}
	return string(text)
}

// members are those of a JSON object, in their order; none of anything else.
func members(text string) (names []string, values map[string]json.RawMessage) {
	decoder := json.NewDecoder(strings.NewReader(text))
	if start, err := decoder.Token(); err != nil || start != json.Delim('{') {
		return nil, nil
	}
	values = map[string]json.RawMessage{}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return nil, nil
		}
		var value json.RawMessage
		if decoder.Decode(&value) != nil {
			return nil, nil
		}
		names = append(names, name.(string))
		values[name.(string)] = value
	}
	return names, values
}

// placeholders stand in the recording for what each run has of its own.
var placeholders = []struct {
	own  *regexp.Regexp
	here string
}{
	{regexp.MustCompile(`"(access_token|client_id|client_secret)":"[\w-]{43}"`), `"$1":"<43>"`},
	{regexp.MustCompile(`"vapid_key":"[^"]*"`), `"vapid_key":"<key>"`},
	{regexp.MustCompile(`"invite_code":"[^"]*"`), `"invite_code":"<code>"`},
	{regexp.MustCompile(`"id":"\d+"`), `"id":"<n>"`},
	{regexp.MustCompile(`"created_at":\d+`), `"created_at":"<epoch>"`},
	{regexp.MustCompile(`https?://` + regexp.QuoteMeta(recordedHost)), "<origin>"},
	{regexp.MustCompile(regexp.QuoteMeta(recordedHost)), "<host>"},
}

func quieted(text string) string {
	for _, p := range placeholders {
		text = p.own.ReplaceAllString(text, p.here)
	}
	return text
}

// sequence is JSON in its order, but not in its spelling.
func sequence(t require.TestingT, text string) string {
	var all []string
	decoder := json.NewDecoder(strings.NewReader(text))
	for {
		switch token, err := decoder.Token(); token := token.(type) {
		case nil:
			if err == io.EOF {
				return strings.Join(all, " ")
			}
			require.NoError(t, err, text)
			all = append(all, "null")
		case string:
			all = append(all, strconv.Quote(token))
		default:
			all = append(all, fmt.Sprint(token))
		}
	}
}
