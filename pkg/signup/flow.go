package signup

import (
	"context"
	"errors"
	"sync"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Config is what a flow works with. Only Doer is needed.
type Config struct {
	Doer  mastodon.Doer
	Store Store // nil: nothing outlives the flow

	AppName    string // the site's name, shown to the visitor in the server's email; cut after 60 characters
	AppWebsite string // its address, optional
	ReturnURL  string // where the link in the email leads in the end, with [mastodon.ReturnMark] added; empty: to the server's sign-in page
	Broker     string // address of an edge that hands out app tokens; empty: the flow registers its own app

	Languages []string // of the email and the account, preferred first, as BCP 47 tags
	TimeZone  string   // IANA name
	Invite    string   // code or link; links to other servers are ignored
	Follow    string   // handle of somebody to follow once the account is ready; optional
	Returned  string   // the server whose mail's link has this page's address, by its [mastodon.ReturnMark]; empty for none. Anybody can write such an address

	// OnChange gets every change: one call at a time, in order, on the
	// goroutine of a verb or of the flow. It may call every method but Close.
	OnChange func(Snapshot)
}

// Flow takes one visitor through the sign-up. All methods may be called at
// any time from any goroutine. Verbs that take a context return when they are
// done, with an [*Error] if they failed; what the visitor should see of that is
// also in the snapshot.
type Flow struct {
	config  Config // all of it but Returned stays as it is
	store   Store
	ctx     context.Context // ends with Close
	cancel  context.CancelCauseFunc
	running sync.WaitGroup // verbs and polls, which make all calls of OnChange

	mu          sync.Mutex
	closed      bool
	challenge   string // the answer to what the broker wants solved, until it is sent
	session     *session
	editions    map[string]edition // of the documents that were read, by server and kind
	visible     bool
	visibility  chan struct{} // closed at the next change of visible
	unpublished []Snapshot
	publishing  bool
}

var (
	errClosed    = errors.New("the flow was closed")
	errReopened  = errors.New("another server was opened")
	errUnchanged = errors.New("nothing changed")
)

// New makes a flow. It does nothing before Open.
func New(config Config) *Flow {
	f := &Flow{config: config, store: config.Store, editions: map[string]edition{}, visible: true, visibility: make(chan struct{})}
	if f.store == nil {
		f.store = noStore{}
	}
	f.ctx, f.cancel = context.WithCancelCause(context.Background())
	f.session = f.newSessionLocked(mastodon.Server{})
	return f
}

// Snapshot is the state now.
func (f *Flow) Snapshot() Snapshot {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.session.snapshot
}

// SetVisible reports whether somebody sees the flow; the account's status is
// only polled while somebody does. A new flow is visible.
func (f *Flow) SetVisible(visible bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.visible != visible {
		f.visible = visible
		close(f.visibility)
		f.visibility = make(chan struct{})
	}
}

// AccessToken is the token of the new account, with the scopes read:accounts
// and write:accounts; empty unless the account is ready and its token was not
// revoked. It is the one secret that the flow gives away.
func (f *Flow) AccessToken() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.session.snapshot.Screen != ScreenReady {
		return ""
	}
	return f.session.account.Token
}

// Close ends the flow: it cancels what runs and waits for it; a sign-up that is
// on its way is awaited uncancelled. Later verbs fail with CodeAborted, and
// OnChange is not called again.
func (f *Flow) Close() {
	f.mu.Lock()
	f.closed = true
	f.unpublished = nil
	f.mu.Unlock()
	f.cancel(errClosed)
	f.running.Wait()
}

// begin starts a verb on the current session. Its context ends with the
// caller's and with the session; end must be called.
func (f *Flow) begin(caller context.Context) (s *session, ctx context.Context, end func(), err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return nil, nil, nil, aborted(errClosed)
	}
	if caller.Err() != nil {
		return nil, nil, nil, aborted(context.Cause(caller))
	}
	s = f.session
	ctx, end = f.joinLocked(caller, s)
	return s, ctx, end, nil
}

// joinLocked makes a context for work on a session.
func (f *Flow) joinLocked(caller context.Context, s *session) (ctx context.Context, end func()) {
	ctx, cancel := context.WithCancelCause(caller)
	life := s.ctx
	stop := context.AfterFunc(life, func() { cancel(context.Cause(life)) })
	f.running.Add(1)
	return ctx, func() {
		stop()
		cancel(nil)
		f.running.Done()
	}
}

// backgroundLocked works for a session until the session ends or stop is called.
func (f *Flow) backgroundLocked(s *session, stop *context.CancelFunc, work func(ctx context.Context)) {
	if f.closed || s.ctx.Err() != nil {
		return
	}
	ctx, end := f.joinLocked(context.Background(), s)
	ctx, *stop = context.WithCancel(ctx)
	go func() {
		defer end()
		work(ctx)
	}()
}

// stopLocked stops what runs in the background, if anything does.
func stopLocked(stop *context.CancelFunc) {
	if *stop != nil {
		(*stop)()
		*stop = nil
	}
}

// update edits the snapshot of a session and publishes it if the session is
// the current one, unless edit returns an error. Slices of the snapshot are
// replaced, never edited.
func (f *Flow) update(s *session, edit func(*Snapshot) error) error {
	f.mu.Lock()
	before := s.snapshot.Screen
	err := edit(&s.snapshot)
	if err == nil {
		if s.snapshot.Screen != before {
			f.screenChangedLocked(s, &s.snapshot)
		}
		f.enqueueLocked(s)
	}
	f.mu.Unlock()
	f.publish()
	return err
}

// change is update with an edit that cannot fail.
func (f *Flow) change(s *session, edit func(*Snapshot)) {
	_ = f.update(s, func(snapshot *Snapshot) error {
		edit(snapshot)
		return nil
	})
}

// screenChangedLocked brings in line what depends on the screen alone.
func (f *Flow) screenChangedLocked(s *session, now *Snapshot) {
	s.previous, now.Slow, now.Follow = nil, false, nil
	if now.Screen == ScreenReady {
		now.Follow = followOn(s.server, s.dialect.follow, f.config.Follow)
	}
}

// enqueueLocked queues the snapshot; publish must follow.
func (f *Flow) enqueueLocked(s *session) {
	if s == f.session && !f.closed && f.config.OnChange != nil {
		f.unpublished = append(f.unpublished, s.snapshot)
	}
}

// publish passes on what is queued, unless another goroutine is doing so.
func (f *Flow) publish() {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.publishing {
		return
	}
	f.publishing = true
	for len(f.unpublished) > 0 {
		snapshot := f.unpublished[0]
		f.unpublished = f.unpublished[1:]
		f.mu.Unlock()
		f.config.OnChange(snapshot)
		f.mu.Lock()
	}
	f.publishing = false
}
