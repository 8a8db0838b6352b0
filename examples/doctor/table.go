package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode"

	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// print writes a report for people: the verdict, the facts, the calls, and
// what to do.
func (r *Report) print(w io.Writer) {
	fmt.Fprintln(w, r.Sentence)
	fmt.Fprintln(w)
	printRows(w, append(r.visitorRows(), r.factRows()...))
	if len(r.Calls) > 0 {
		fmt.Fprintln(w)
		rows := [][]string{{"call", "", "for (optional)", "browser", "answer", "rate limits"}}
		for _, c := range r.Calls {
			if r.Facts != nil && c.Host != r.Facts.API {
				c.Path = c.Host + c.Path
			}
			rows = append(rows, c.row())
		}
		printRows(w, rows)
	}
	if r.Register != nil {
		fmt.Fprintf(w, "\n  %s\n", r.Register.sentence())
		for _, sentence := range r.signUpSentences() {
			fmt.Fprintln(w, " ", sentence)
		}
	}
	printList(w, "?", r.Unknown)
	printList(w, "→", r.Next)
}

func printList(w io.Writer, mark string, lines []string) {
	if len(lines) > 0 {
		fmt.Fprintln(w)
	}
	for _, line := range lines {
		fmt.Fprintf(w, "  %s %s\n", mark, line)
	}
}

// printRows aligns columns, and leaves no white space at the end of lines.
func printRows(w io.Writer, rows [][]string) {
	var text strings.Builder
	table := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(table, "  "+strings.Join(row, "\t"))
	}
	table.Flush()
	for line := range strings.Lines(text.String()) {
		fmt.Fprintln(w, strings.TrimRight(line, " \n"))
	}
}

// visitorRows tell what a visitor of the widget comes to.
func (r *Report) visitorRows() [][]string {
	shown := "the form"
	if p := r.Problem; p != nil {
		shown = "the screen " + string(r.Screen) + ", problem " + string(p.Code)
		if p.Detail != "" {
			shown += " (" + p.Detail + ")"
		}
		if p.Handover != "" {
			shown += ", and a link to " + clean(p.Handover, 200)
		}
	}
	rows := [][]string{{"the widget shows", shown}}
	if len(r.Fields) > 0 {
		var names []string
		for _, f := range r.Fields {
			name := strings.ReplaceAll(string(f.Name), "_", " ")
			if !f.Required {
				name += " (optional)"
			}
			names = append(names, name)
		}
		title := "the form asks"
		if r.Screen == signup.ScreenClosed {
			title = "with an invite it asks"
		}
		rows = append(rows, []string{title, strings.Join(names, ", ")})
	}
	return rows
}

// factRows are the facts, what is most asked for first.
func (r *Report) factRows() [][]string {
	f := r.Facts
	if f == nil {
		return nil
	}
	rows := [][]string{{"software", f.software()}}
	add := func(name, value string) { rows = append(rows, []string{name, value}) }
	add("open", yesNo(f.Open))
	if f.Message != "" {
		add("closed because", clean(f.Message, 200))
	}
	if f.ReadFrom == "nodeinfo" { // which tells no more
		return rows
	}
	switch {
	case f.Approval && f.reasonUntold():
		add("approval", "staff review every account; a reason is asked, whether it is required is not told")
	case f.Approval && f.Reason != "":
		add("approval", "staff review every account, a reason is "+f.Reason)
	case f.Approval:
		add("approval", "staff review every account")
	default:
		add("approval", "no")
	}
	if f.MinAge > 0 {
		add("age", "at least "+strconv.Itoa(f.MinAge)+", the date of birth is asked")
	} else {
		add("age", "not asked")
	}
	add("invites", f.invites())
	if f.SSO != "" {
		add("single sign-on", clean(f.SSO, 200))
	} else {
		add("single sign-on", "none announced")
	}
	if f.Captcha != CaptchaUnknown || isMastodon(f.Software) {
		add("captcha", f.Captcha.sentence())
	}
	for _, d := range f.Documents {
		where := "by a link: "
		if d.InPlace {
			where = "in place: "
		}
		add(strings.ReplaceAll(string(d.Kind), "-", " "), where+clean(d.URL, 200))
	}
	add("rules", strconv.Itoa(f.Rules))
	if f.UsernameCheck != "" {
		add("username check", f.UsernameCheck)
	}
	if f.LimitedFederation {
		add("limited federation", "yes: it tells little to people without an account")
	}
	switch {
	case f.Claimed != "":
		add("handles", "@…@"+clean(f.Domain, 100)+", not @…@"+clean(f.Claimed, 100)+": that domain does not lead to this server")
	case f.Domain != "" && f.Domain != f.API:
		add("handles", "@…@"+clean(f.Domain, 100)+", the API is at "+f.API)
	}
	if f.Contact != "" {
		add("contact", clean(f.Contact, 100))
	}
	return rows
}

func yesNo(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// software names it for people.
func (f *Facts) software() string {
	if f.Name == "" {
		return "unknown software"
	}
	return clean(f.Name+" "+f.Version, 60)
}

// invites tells what they are good for.
func (f *Facts) invites() string {
	text := "not with the widget"
	if f.Invites.ByWidget {
		text = "with the widget"
	}
	if f.Invites.ByPeople == nil {
		return text
	}
	if *f.Invites.ByPeople {
		return text + "; anyone there may invite"
	}
	return text + "; not everyone there may invite"
}

func (c Captcha) sentence() string {
	switch c {
	case CaptchaNone:
		return "none"
	case CaptchaForm:
		return "in the form"
	case CaptchaPage:
		return "on the server's own page"
	}
	return "unknown: if there is one, it is on the server's page that the email leads to"
}

func (c Call) row() []string {
	browser := string(c.Result)
	if c.Reason != "" {
		browser += ": " + c.Reason
	}
	answer := "none"
	switch {
	case c.Status != 0:
		answer = strconv.Itoa(c.Status)
	case c.Preflight != 0:
		answer = "preflight " + strconv.Itoa(c.Preflight)
	}
	if c.Status != 0 && c.Preflight != 0 {
		answer += ", preflight " + strconv.Itoa(c.Preflight)
	}
	purpose := c.Purpose
	if !c.Needed {
		purpose = "(" + purpose + ")"
	}
	return []string{c.Method, c.Path, purpose, browser, answer, string(c.RateLimit)}
}

// reasonOf is what the server says, else the code.
func reasonOf(p *signup.Problem) string {
	if p.Message != "" {
		return clean(p.Message, 200)
	}
	return string(p.Code)
}

// clean makes a stranger's text fit for a terminal: one line of at most so
// many characters, without anything that would control it.
func clean(text string, limit int) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case unicode.IsSpace(c):
			return ' '
		case unicode.IsControl(c), unicode.Is(unicode.Cf, c): // Cf: marks that turn the direction, and the like
			return -1
		}
		return c
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if characters := []rune(text); len(characters) > limit {
		return string(characters[:limit-1]) + "…"
	}
	return text
}
