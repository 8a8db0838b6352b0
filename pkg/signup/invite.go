package signup

import (
	"context"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// UseInvite opens the form of a closed server with an invite: a code, or a
// link of that server. It fits the screen closed where that asks for one. What
// is no invite comes back as CodeInvalid with the problem of the field
// invite_code. Whether it is valid a server tells browsers only after the form,
// a broker at once.
func (f *Flow) UseInvite(ctx context.Context, invite string) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	f.mu.Lock()
	screen, fits := s.snapshot.Screen, s.snapshot.Screen == ScreenClosed && len(s.snapshot.Fields) > 0
	f.mu.Unlock()
	if !fits {
		return notNow(string(screen))
	}
	p := FieldProblem{Field: string(FieldNameInviteCode), Origin: OriginLocal}
	code := inviteFor(s.server, s.dialect.invites, invite)
	switch {
	case strings.TrimSpace(invite) == "":
		p.Code = FieldCodeBlank
	case code == "":
		p.Code = FieldCodeInvalid
	default:
		return f.openForm(ctx, s, code)
	}
	return f.refuseInvite(s, p)
}

// refuseInvite leads to the door of a closed server, with what is wrong with
// the invite.
func (f *Flow) refuseInvite(s *session, p FieldProblem) *Error {
	refused := &Error{Problem: Problem{Code: CodeInvalid}, Fields: []FieldProblem{p}}
	f.change(s, func(now *Snapshot) {
		if now.Screen == ScreenForm { // another one has opened it meanwhile
			return
		}
		now.Screen, now.Problem, now.Problems = ScreenClosed, s.closedProblemLocked(), refused.Fields
		now.Fields = []Field{{Name: FieldNameInviteCode, Required: true}}
	})
	return refused
}

// inviteProblem is what the server says against an invite, as far as a broker
// can ask; without a code where nothing is known. The server will tell then,
// after the form.
func (f *Flow) inviteProblem(ctx context.Context, s *session, code string) (p FieldProblem) {
	if f.config.Broker == "" || !s.dialect.tellsInvites || s.instance.Registrations.Enabled {
		return p
	}
	ctx, stop := f.within(ctx, s, slowAfter)
	defer stop()
	p.Field, p.Origin = string(FieldNameInviteCode), OriginServer
	switch f.broker(s).Invite(ctx, code) {
	case mastodon.InviteSpent:
		p.Code = FieldCodeExpired
	case mastodon.InviteUnknown:
		p.Code = FieldCodeInvalid
	}
	return p
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
		if !ascii.IsLetter(code[i]) && !ascii.IsDigit(code[i]) && strings.IndexByte(form.more, code[i]) < 0 {
			return ""
		}
	}
	return code
}
