package mastodon

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// Instance is what a server says of itself, as far as a sign-up uses it. It
// is read from the newer document (v2) where there is one, else from the older
// (v1), which knows less. Servers may serve copies of both that are up to 8 minutes old.
type Instance struct {
	Server       Server // that answered, which is another one than was asked where that one redirects
	Domain       string // stands in handles; the API may be on another host
	Claimed      Server // another one whose name the server would have in handles: only that one can tell. Else the zero value
	Title        string
	Description  string // may hold HTML
	Version      string
	SourceURL    string
	Software     Software
	Icon         string // address of the best small picture; may be empty
	Thumbnail    string // address of the large picture; may be empty
	Languages    []string
	ContactEmail string
	ActiveUsers  int // of the last month; 0 if unknown

	Registrations     Registrations
	Rules             []Rule
	URLs              URLs
	LimitedFederation bool
	APIVersions       map[string]int // since Mastodon 4.3: "mastodon" is 2 in 4.3, 6 in 4.4, 7 in 4.5, 10 in 4.6
	APIVersion        int            // which document this was read from: 1 or 2

	// AccountActivationRequired is how Pleroma and Akkoma say that the address
	// has to be confirmed; nil elsewhere.
	AccountActivationRequired *bool
}

// Registrations reports whether and how the server takes new people.
type Registrations struct {
	Enabled          bool
	ApprovalRequired bool   // staff look at every sign-up
	ReasonRequired   *bool  // nil before Mastodon 4.4
	MinAge           int    // years; 0 for none. With one, the date of birth is required
	MinAgeDays       int    // the same where the server counts days, as Pleroma does; else 0
	BirthdayRequired bool   // the date of birth is required, with or without a minimum age: Pleroma
	Message          string // HTML; why registrations are closed
	URL              string // people sign up there instead (single sign-on)
	InvitesEnabled   *bool  // whether ordinary people may invite; nil if the server does not tell
}

// Rule is one of the server's rules. Translations are by locale.
type Rule struct {
	ID           string
	Text         string
	Hint         string
	Translations map[string]RuleText
}

// RuleText is a rule in one language.
type RuleText struct {
	Text string
	Hint string
}

// Instance reads the server's instance document: v2, or v1 on servers without
// it; and NodeInfo where the document does not tell what software it is of.
//
// GET /api/v2/instance, GET /api/v1/instance
// https://docs.joinmastodon.org/methods/instance/#v2
func (c *Client) Instance(ctx context.Context) (*Instance, error) {
	i, o, err := c.readInstance(ctx)
	if err == nil {
		err = i.complete(ctx, c, o)
	}
	if err != nil {
		return nil, err
	}
	return i, nil
}

// InstanceIn reads the newer document (v2) as a server has answered it, and asks
// nobody anything. It is no instance where [Client.Instance] would read no more of it,
// or would have to ask: what software it is of, or whether another domain may stand in
// handles.
func InstanceIn(document []byte, server Server) (i *Instance, ok bool) {
	o, err := decodeInstance(document)
	if err != nil || len(document) > maxBody {
		return nil, false
	}
	i = instanceV2(o, server)
	i.readCommon(o, server)
	if !i.namesSoftware(o) || i.Claimed != (Server{}) {
		return nil, false
	}
	i.readBySoftware(o)
	return i, true
}

// readInstance reads what stands in the one document or in the other.
func (c *Client) readInstance(ctx context.Context) (*Instance, jsontext.Object, error) {
	o, server, err := c.getInstance(ctx, "/api/v2/instance")
	if err == nil {
		return instanceV2(o, server), o, nil
	}
	var e *Error
	if errors.As(err, &e) && (e.Code == CodeNotFound || e.Code == CodeUnreadable && !errors.Is(err, errTooLarge)) {
		if o, server, err = c.getInstance(ctx, "/api/v1/instance"); err == nil {
			return instanceV1(o, server), o, nil
		}
	}
	return nil, o, err
}

// getInstance reads an instance document, and tells which server it came from.
func (c *Client) getInstance(ctx context.Context, path string) (jsontext.Object, Server, error) {
	a, err := c.get(ctx, "get instance", path)
	if err != nil {
		return jsontext.Object{}, Server{}, err
	}
	o, err := decodeInstance(a.body)
	if err != nil {
		return jsontext.Object{}, Server{}, a.unreadable(err)
	}
	server, ok := c.server.named(a.url)
	if !ok {
		server = c.server
	}
	return o, server, nil
}

// decodeInstance reads an instance document. Every one has a version; what has
// none is another kind of answer.
func decodeInstance(body []byte) (jsontext.Object, error) {
	o, err := decodeObject(body)
	if err == nil && o.Text("version") == "" {
		err = errNotExpected
	}
	return o, err
}

func instanceV2(o jsontext.Object, server Server) *Instance {
	registrations := o.Object("registrations")
	return &Instance{
		Server:      server,
		APIVersion:  2,
		Description: o.Text("description"),
		SourceURL:   o.Text("source_url"),
		Icon:        smallIcon(o.Get("icon")),
		Thumbnail:   webAddress(o.Object("thumbnail").Text("url")),
		ActiveUsers: max(o.Object("usage").Object("users").Int("active_month"), 0),
		Registrations: Registrations{
			Enabled:          registrations.Flag("enabled"),
			ApprovalRequired: registrations.Flag("approval_required"),
			ReasonRequired:   registrations.OptionalFlag("reason_required"),
			MinAge:           min(max(registrations.Int("min_age"), 0), oldest),
			Message:          registrations.Text("message"),
			URL:              webAddress(registrations.Text("url")),
		},
		ContactEmail:      o.Object("contact").Text("email"),
		LimitedFederation: o.Object("configuration").Flag("limited_federation"),
		APIVersions:       numbersOf(o.Object("api_versions")),
	}
}

func instanceV1(o jsontext.Object, server Server) *Instance {
	i := &Instance{
		Server:      server,
		APIVersion:  1,
		Description: o.Text("description"),
		Thumbnail:   webAddress(o.Text("thumbnail")),
		Registrations: Registrations{
			Enabled:          o.Flag("registrations"),
			ApprovalRequired: o.Flag("approval_required"),
			InvitesEnabled:   o.OptionalFlag("invites_enabled"),
		},
		ContactEmail: o.Text("email"),
	}
	if short := o.Text("short_description"); short != "" {
		i.Description = short
	}
	return i
}

// complete fills in what both documents tell alike, and what depends on the
// software.
func (i *Instance) complete(ctx context.Context, c *Client, o jsontext.Object) error {
	i.readCommon(o, c.server)
	if !i.namesSoftware(o) {
		if err := i.askSoftware(ctx, c, o); err != nil {
			return err
		}
	}
	i.readBySoftware(o)
	return nil
}

// readCommon reads what both documents tell alike.
func (i *Instance) readCommon(o jsontext.Object, asked Server) {
	i.Title = o.Text("title")
	i.Version = o.Text("version")
	i.Languages = o.Texts("languages", maxWords)
	i.Rules = rulesOf(o.Get("rules"))
	i.AccountActivationRequired = wishesOf(o).OptionalFlag("account_activation_required")
	i.setDomain(cmp.Or(o.Text("account_domain"), o.Text("domain"), o.Text("uri")), asked)
	if i.Title == "" {
		i.Title = i.Domain
	}
}

// wishesOf is what Pleroma and Akkoma tell besides.
func wishesOf(o jsontext.Object) jsontext.Object { return o.Object("pleroma").Object("metadata") }

// readBySoftware reads what depends on the software.
func (i *Instance) readBySoftware(o jsontext.Object) {
	if wishes := wishesOf(o); i.isPleroma() && wishes.Flag("birthday_required") {
		i.Registrations.requireBirthday(wishes.Int("birthday_min_age"))
	}
	i.URLs = i.pages(o.Object("configuration").Object("urls"))
	if i.APIVersion == 1 && o.OptionalFlag("registrations") == nil && i.isMastodon() {
		i.Registrations.Enabled = releaseOf(i.Version) < releaseRegistrations
	}
}

// oldest is more years than anybody lives.
const oldest = 150

// requireBirthday takes a minimum age in days. In years it is the nearest: some
// count 365 days for each, some the leap days too.
func (r *Registrations) requireBirthday(days int) {
	r.BirthdayRequired = true
	r.MinAgeDays = min(max(days, 0), oldest*365)
	r.MinAge = (4*r.MinAgeDays + 730) / 1461
}

// numbersOf reads an object of whole numbers; nil for an empty one.
func numbersOf(o jsontext.Object) map[string]int {
	var numbers map[string]int
	for _, member := range o.Members() {
		if numbers == nil {
			numbers = map[string]int{}
		}
		if len(numbers) == maxWords {
			break
		}
		numbers[member.Name] = member.Value.Int()
	}
	return numbers
}

// wantedIcon is the width that looks sharp at twice the drawn size, in pixels.
const wantedIcon = 96

// smallIcon picks the smallest icon that is large enough, else the largest.
func smallIcon(icons jsontext.Value) string {
	best, bestWidth := "", 0
	for _, item := range icons.Items() {
		icon := item.Object()
		src := webAddress(icon.Text("src"))
		width := widthOf(icon.Text("size"))
		if src == "" {
			continue
		}
		better := width > bestWidth
		if bestWidth >= wantedIcon {
			better = width >= wantedIcon && width < bestWidth
		}
		if best == "" || better {
			best, bestWidth = src, width
		}
	}
	return best
}

// widthOf reads "36x36".
func widthOf(size string) int {
	width, _, _ := strings.Cut(size, "x")
	pixels, _ := ascii.Number(width, 10, 1<<16)
	return int(pixels)
}

func rulesOf(list jsontext.Value) []Rule {
	var rules []Rule
	for _, item := range list.Items() {
		o := item.Object()
		rule := Rule{ID: o.Identifier("id"), Text: o.Text("text"), Hint: o.Text("hint")}
		if rule.Text == "" {
			continue
		}
		for _, member := range o.Object("translations").Members() {
			translation := member.Value.Object()
			if text := translation.Text("text"); text != "" {
				if rule.Translations == nil {
					rule.Translations = map[string]RuleText{}
				}
				rule.Translations[member.Name] = RuleText{Text: text, Hint: translation.Text("hint")}
			}
		}
		rules = append(rules, rule)
	}
	return rules
}
