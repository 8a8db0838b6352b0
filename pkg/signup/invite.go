package signup

import (
	"context"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// UseInvite opens the form of a closed server with an invite: a code, or a
// link of that server. It fits the screen closed where that asks for one. What
// is no invite comes back as CodeInvalid with the problem of the field
// invite_code; whether it is valid the server tells only after the form.
func (f *Flow) UseInvite(ctx context.Context, invite string) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	var code string
	var refused *Error
	err = f.update(s, func(now *Snapshot) error {
		if now.Screen != ScreenClosed || len(now.Fields) == 0 {
			return notNow(string(now.Screen))
		}
		p := FieldProblem{Field: string(FieldNameInviteCode), Code: FieldCodeInvalid, Origin: OriginLocal}
		if strings.TrimSpace(invite) == "" {
			p.Code = FieldCodeBlank
		}
		if code = inviteFor(s.server, s.dialect.invites, invite); code != "" {
			return errUnchanged
		}
		now.Problems = []FieldProblem{p}
		refused = &Error{Problem: Problem{Code: CodeInvalid}, Fields: now.Problems}
		return nil
	})
	switch {
	case refused != nil:
		return refused
	case code == "":
		return err
	}
	return f.openForm(ctx, s, code)
}

// maxInvite is in characters; codes have 8 in Mastodon, 43 in Pleroma.
const maxInvite = 100

// inviteFor is the code of an invite if it is one for this server: the code
// itself or a link such as https://example.social/invite/AbC123xy, Pleroma's
// https://example.social/registration/9fQ…, which may stand in the sentence
// that it was sent in. A link to another server's is not.
func inviteFor(server mastodon.Server, form inviteForm, invite string) string {
	code := strings.TrimSpace(invite)
	if i := strings.LastIndex(code, form.page); i >= 0 {
		before := code[:i]
		from, err := mastodon.ParseServer(before[strings.LastIndexAny(before, " \t\r\n<(\"")+1:])
		if err != nil || from.Host() != server.Host() {
			return ""
		}
		code = code[i+len(form.page):]
		if i := strings.IndexAny(code, "?# \t\r\n>)\""); i >= 0 {
			code = code[:i]
		}
		code = strings.TrimRight(code, "/.,;:!")
	}
	if len(code) > maxInvite {
		return ""
	}
	for i := 0; i < len(code); i++ {
		if !isLetter(code[i]) && !isDigit(code[i]) && strings.IndexByte(form.more, code[i]) < 0 {
			return ""
		}
	}
	return code
}
