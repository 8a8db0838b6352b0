package signup

import (
	"context"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// session is what a flow knows of one server, from one Open to the next.
type session struct {
	// Fixed from the start.
	credentials gate // held while the app token is fetched
	asking      gate // held while the account's status is read

	// Fixed once the instance document was read, before that guarded as below.
	server   mastodon.Server
	client   *mastodon.Client
	instance *mastodon.Instance
	dialect  *dialect

	// Guarded by Flow.mu.
	ctx           context.Context // ends with Close and when another server is opened
	cancel        context.CancelCauseFunc
	previous      *session // to go back to if Open is aborted; nil once Open came to an end
	snapshot      Snapshot
	requirements  *requirements
	asked         []Field      // by refusals, besides what the document asks
	unknown       []AskedField // by refusals, of fields that only this server knows
	ageUnknown    bool         // a refusal contradicted the document's limit
	invite        string
	returned      bool     // the page's address is that of its mail's link
	lookupClosed  bool     // the server tells nobody who is there
	free          []string // names that were last found free
	badLocales    []string
	omitTimeZone  bool // it refused these
	datesRead     bool
	agreed        *Consent // when the visitor last submitted
	app           credentials
	refused       mastodon.TokenQuestion // the last token that the server did not take
	captcha       *mastodon.Captcha      // of the form; nil if there is none or it was used
	account       ticket                 // the account that was made
	kept          bool                   // the store has held it
	noCheck       bool                   // there is no check_confirmation
	statusProblem *Problem               // why the status cannot be asked, while it is shown
	resending     bool

	stopPolling, stopCaptcha, stopResolving context.CancelFunc // nil where nothing runs
}

// newSessionLocked makes a session that has not opened anything.
func (f *Flow) newSessionLocked(server mastodon.Server) *session {
	s := &session{
		credentials: newGate(), asking: newGate(),
		snapshot: Snapshot{Screen: ScreenLoading, Fields: []Field{}, Rules: []Rule{}, Documents: []Document{}, Problems: []FieldProblem{}},
	}
	f.useServerLocked(s, server)
	s.ctx, s.cancel = context.WithCancelCause(f.ctx)
	return s
}

// useServerLocked sets the server of a session.
func (f *Flow) useServerLocked(s *session, server mastodon.Server) {
	s.server, s.client = server, mastodon.NewClient(server, f.config.Doer)
	from, err := mastodon.ParseServer(f.config.Returned)
	s.returned, s.snapshot.Returned = err == nil && from.Host() == server.Host(), ""
	if err == nil && !s.returned {
		s.snapshot.Returned = from.Host()
	}
}

// forgetReturnLocked forgets that an email's link led to this page once the visitor saw
// what became of the account.
func (f *Flow) forgetReturnLocked(s *session) {
	if s.returned {
		f.config.Returned = ""
	}
}
