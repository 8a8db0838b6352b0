package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// register lets the flow get its app and the app's token, and asks the server
// itself what it requires.
func (x *examination) register(ctx context.Context) {
	r := &Register{}
	x.report.Register = r
	if x.seen.Screen != signup.ScreenForm {
		return
	}
	err := x.flow.Prepare(ctx)
	for _, c := range x.page.noted() {
		if c.Method == http.MethodPost && c.Status >= 200 && c.Status < 300 {
			r.App = r.App || c.Path == "/api/v1/apps"
			r.Token = r.Token || c.Path == "/oauth/token"
		}
	}
	if failed, ok := errors.AsType[*signup.Error](err); ok {
		r.Problem = &failed.Problem
	} else if x.tellsWhatIsMissing() {
		r.SignUp = x.signUp(ctx)
	}
}

// store is what a flow keeps, which here is its app alone.
type store map[string]string

func (s store) Get(key string) (string, bool) { text, ok := s[key]; return text, ok }
func (s store) Set(key, text string)          { s[key] = text }
func (s store) Delete(key string)             { delete(s, key) }

// appToken is that of the app that the flow registered.
func (s store) appToken() string {
	for _, text := range s {
		var app struct{ Token string }
		if json.Unmarshal([]byte(text), &app) == nil && app.Token != "" {
			return app.Token
		}
	}
	return ""
}

// tellsWhatIsMissing reports whether the refusal of an empty sign-up tells
// anything. GoToSocial, Akkoma and Pleroma refuse one as well, for the username
// that is missing, before they look whether they are open and at a reason.
func (x *examination) tellsWhatIsMissing() bool {
	return x.report.Facts != nil && isMastodon(x.report.Facts.Software)
}

// signUp sends a sign-up without a name, an address, a password and an
// agreement, and reads why it is refused.
func (x *examination) signUp(ctx context.Context) *SignUp {
	s := &SignUp{Required: []string{}, Differs: []string{}}
	client := mastodon.NewClient(x.plain.Server(), x.page)
	_, err := client.CreateAccount(ctx, x.kept.appToken(), mastodon.Registration{Lang: "en"})
	refused, ok := errors.AsType[*mastodon.Error](err)
	if !ok {
		s.Status = http.StatusOK
		return s
	}
	s.Status, s.Code, s.Message = refused.Status, refused.Code, refused.Message
	if refused.RateLimit != nil {
		s.TriesLeft = &refused.RateLimit.Remaining
	}
	for _, f := range refused.Fields {
		if !slices.Contains(s.Required, f.Field) {
			s.Required = append(s.Required, f.Field)
		}
	}
	s.Differs = x.differences(s)
	return s
}

// old is why documents say what holds no longer.
const old = "they may be old"

// differences says where an answer contradicts the documents.
func (x *examination) differences(s *SignUp) []string {
	f := x.report.Facts
	differs := []string{}
	add := func(format string, words ...any) { differs = append(differs, fmt.Sprintf(format, words...)+".") }
	switch {
	case s.Code == mastodon.CodeForbidden && f.Open:
		add("Its documents say that it is open: " + old + ", or silent on a sign-in by another site and on a blocked network")
	case s.Code == mastodon.CodeInvalid && !f.Open:
		add("It takes new people, but its documents say that it is closed: " + old)
	}
	if len(s.Required) == 0 {
		return differs
	}
	for _, name := range s.Required {
		i := slices.IndexFunc(x.report.Fields, func(field signup.Field) bool { return string(field.Name) == name })
		isReason := name == string(signup.FieldNameReason)
		switch {
		case i >= 0 && (x.report.Fields[i].Required || isReason && f.reasonUntold()):
		case isReason && !f.Approval:
			add("It requires a reason, but its documents ask for none: " + old + ", or the setting “require a reason” was left on, which they tell only while staff approve")
		default:
			add("It requires a %s, but its documents do not: "+old, fieldName(name))
		}
	}
	for _, field := range x.report.Fields {
		mayChange := field.Name == signup.FieldNameDateOfBirth || field.Name == signup.FieldNameReason && !f.reasonUntold()
		if mayChange && field.Required && !slices.Contains(s.Required, string(field.Name)) {
			add("It requires no %s, but its documents do: "+old, fieldName(string(field.Name)))
		}
	}
	return differs
}

// sentence says what --register left behind.
func (r *Register) sentence() string {
	const limit = " Servers take five apps in ten minutes from one network."
	switch p := r.Problem; {
	case r.App && p == nil:
		return "Registered an app there and got its token." + limit
	case r.App:
		return "Registered an app there, but a page gets no token for it (" + reasonOf(p) + ")." + limit
	case p == nil:
		return "No app was registered: visitors don't get to the form."
	case p.Code == signup.CodeRateLimited:
		return "No app was registered: there were five in ten minutes from this network already."
	default:
		return "No app was registered: " + reasonOf(p) + "."
	}
}

// signUpSentences say what the empty sign-up told, and what it cost.
func (r *Report) signUpSentences() []string {
	s := r.Register.SignUp
	if s == nil {
		if r.Register.Token && r.Register.Problem == nil {
			return []string{"No empty sign-up was sent: it would be refused for the missing username, whatever else is required."}
		}
		return nil
	}
	sentences := append([]string{"An empty sign-up, which can't create an account, " + r.answered()}, s.Differs...)
	if s.Code == mastodon.CodeRateLimited {
		return sentences
	}
	cost := "It costs one of the five tries that this network has there in half an hour"
	if s.TriesLeft != nil {
		cost += fmt.Sprintf(" (%d left)", *s.TriesLeft)
	}
	return append(sentences, cost+".")
}

// answered says what came of the empty sign-up.
func (r *Report) answered() string {
	s := r.Register.SignUp
	switch {
	case len(s.Required) > 0:
		names := make([]string, len(s.Required))
		for i, name := range s.Required {
			names[i] = fieldName(name)
		}
		return "is refused for what is required at this moment: " + strings.Join(names, ", ") + "."
	case s.Code == mastodon.CodeForbidden && r.Facts.Open:
		return "is refused whatever is in it: " + forbidden + "."
	case s.Code == mastodon.CodeForbidden:
		return "is refused: it takes nobody without an invite. What it requires of invited people shows only to them."
	case s.Code == mastodon.CodeRateLimited:
		return "was not looked at: this network has already used its five tries."
	case s.Status == 0:
		return "got no answer that a page can read."
	case s.Code == "":
		return "was accepted, which no Mastodon server does: look at what is in front of it."
	case s.Message != "":
		return fmt.Sprintf("is refused (%d): %s", s.Status, clean(s.Message, 300))
	}
	return fmt.Sprintf("is refused (%d).", s.Status)
}

// forbidden is what a 403 to a sign-up means where the documents say that the
// server is open.
const forbidden = "closed by now, sign-in by another site only, or this network is blocked there"

// fieldName names a field, even one that only the server knows, for people.
func fieldName(name string) string { return strings.ReplaceAll(clean(name, 40), "_", " ") }
