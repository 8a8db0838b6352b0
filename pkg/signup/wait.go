package signup

import (
	"context"
	"errors"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// How often the account's status is asked while somebody looks: soon at first,
// because most people confirm at once, and then more rarely. A server allows
// 300 calls in 5 minutes.
const (
	firstPollGap = 5 * time.Second
	lastPollGap  = 30 * time.Second

	// The windows of these limits are 5 minutes; a later end is a clock that
	// goes wrong.
	longestPollGap = 5 * time.Minute
)

// quietFailures is how many polls in a row may fail before it is shown.
const quietFailures = 3

// state is what the server says of the new account.
type state int

const (
	stateUnconfirmed state = iota
	statePending           // confirmed, awaiting approval
	stateActive
	stateTwoFactor // works once two-factor authentication is set up
	stateDisabled
	stateSuspended
	stateGone      // rejected or deleted
	stateUnwatched // it is there, but its token is worthless
)

// Refresh asks for the account's status now; otherwise it is asked from time
// to time. It fits the screens confirm and review.
func (f *Flow) Refresh(ctx context.Context) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	f.mu.Lock()
	screen, token := s.snapshot.Screen, s.account.Token
	f.mu.Unlock()
	if screen != ScreenConfirm && screen != ScreenReview || token == "" {
		return notNow(string(screen))
	}
	if failed := f.refresh(ctx, s); failed != nil {
		if failed.Code != CodeAborted {
			f.showStatusProblem(s, failed)
		}
		return failed
	}
	return nil
}

// refresh asks for the status and moves to its screen.
func (f *Flow) refresh(ctx context.Context, s *session) *Error {
	if err := s.asking.enter(ctx); err != nil {
		return aborted(err)
	}
	defer s.asking.leave()
	ctx, stop := f.limit(ctx, s, answerLimit)
	defer stop()
	f.mu.Lock()
	screen := s.snapshot.Screen
	f.mu.Unlock()
	if screen != ScreenConfirm && screen != ScreenReview {
		return nil // somebody else has just found out
	}
	status, account, err := f.status(ctx, s, screen == ScreenConfirm)
	if err != nil {
		return failure(ctx, err)
	}
	if (status == stateGone || status == stateUnwatched) && f.forgottenElsewhere(ctx, s) {
		return nil
	}
	f.takeOverTicket(s)
	_ = f.update(s, func(now *Snapshot) error { return f.arriveLocked(s, now, status, account) })
	return nil
}

// forgottenElsewhere reports whether the server does not know the account's token any more
// because another tab forgot the account, and then opens the server again as
// that tab did.
func (f *Flow) forgottenElsewhere(ctx context.Context, s *session) bool {
	f.mu.Lock()
	own, kept := s.account, s.kept
	f.mu.Unlock()
	if !kept || own.same(load[ticket](f.store, ticketKey(s.server))) {
		return false
	}
	if ctx.Err() != nil {
		return true
	}
	// What asked ends with the session.
	s, ctx, end, err := f.beginSession(context.Background(), s.server)
	if err != nil {
		return true
	}
	defer end()
	f.publish()
	_ = f.readServer(ctx, s, false) // its failure is in the snapshot
	return true
}

var errAnotherAccount = errors.New("the server named another account than the token's")

// status reads the state of the account.
func (f *Flow) status(ctx context.Context, s *session, unconfirmed bool) (state, *mastodon.Account, error) {
	known, account, err := f.askStatus(ctx, s, unconfirmed)
	if err == nil && known == stateGone {
		// Staff who reset a password, or delete the app, end the token alone.
		f.mu.Lock()
		name := s.account.Username
		f.mu.Unlock()
		if there, _ := f.lookup(ctx, s, name); there == AvailabilityTaken {
			known = stateUnwatched
		}
	}
	return known, account, err
}

// askStatus is what the token's calls tell of it.
func (f *Flow) askStatus(ctx context.Context, s *session, unconfirmed bool) (state, *mastodon.Account, error) {
	f.mu.Lock()
	token, username, noCheck := s.account.Token, s.account.Username, s.noCheck
	f.mu.Unlock()
	tell := func(err error) (state, bool) {
		answer := serverError(err)
		if answer == nil {
			return 0, false
		}
		switch {
		case answer.Code == mastodon.CodeUnauthorized && s.dialect.unknownUntilApproved:
			return stateUnconfirmed, true
		case answer.Code == mastodon.CodeUnauthorized:
			return stateGone, true
		case answer.Code == mastodon.CodeUnconfirmed:
			return stateUnconfirmed, true
		case answer.Code == mastodon.CodePending:
			return statePending, true
		case answer.Code == mastodon.CodeDisabled:
			return stateDisabled, true
		}
		return 0, false
	}
	if unconfirmed && !noCheck {
		confirmed, err := s.client.EmailConfirmed(ctx, token)
		known, told := tell(err)
		switch {
		case err == nil && !confirmed:
			return stateUnconfirmed, nil, nil
		case told && known == stateDisabled:
			return stateSuspended, nil, nil // nothing else bars this call
		case told:
			return known, nil, nil
		case mastodon.HasCode(err, mastodon.CodeNotFound):
			f.mu.Lock()
			s.noCheck = true
			f.mu.Unlock()
		case err != nil && !mastodon.HasCode(err, mastodon.CodeForbidden):
			return 0, nil, err
		}
	}
	account, err := s.client.VerifyAccount(ctx, token)
	switch {
	case err == nil && bears(account, username):
		return stateActive, account, nil
	case err == nil:
		return 0, nil, &Error{Problem: Problem{Code: CodeBadAnswer, Retryable: true}, Err: errAnotherAccount}
	}
	known, told := tell(err)
	if !told {
		return 0, nil, err
	}
	if known == stateDisabled {
		return f.disabledState(ctx, s, token)
	}
	return known, nil, nil
}

// disabledState tells apart what the server calls disabled.
func (f *Flow) disabledState(ctx context.Context, s *session, token string) (state, *mastodon.Account, error) {
	_, err := s.client.EmailConfirmed(ctx, token)
	if answer := serverError(err); answer != nil {
		switch answer.Code {
		case mastodon.CodeDisabled:
			return stateSuspended, nil, nil
		case mastodon.CodeUnauthorized:
			return stateGone, nil, nil // between the two calls
		case mastodon.CodeUnreachable, mastodon.CodeUnreadable, mastodon.CodeRateLimited, mastodon.CodeServerError:
			return 0, nil, err
		}
	}
	if s.dialect.wantsTwoFactor {
		// A new account whose role demands it starts like this, and staff seldom
		// disable one before it was ever used.
		return stateTwoFactor, nil, nil
	}
	return stateDisabled, nil, nil
}

// arriveLocked moves to the screen of a state; errUnchanged if it is there.
func (f *Flow) arriveLocked(s *session, now *Snapshot, status state, account *mastodon.Account) error {
	screen := ScreenStopped
	var problem *Problem
	switch status {
	case stateUnconfirmed:
		screen = ScreenConfirm
	case statePending:
		screen = ScreenReview
	case stateActive:
		screen = ScreenReady
	case stateTwoFactor:
		screen = ScreenReady
		problem = &Problem{Code: CodeTwoFactor, Handover: now.Server.SignInURL}
	case stateDisabled:
		problem = &Problem{Code: CodeDisabled, Handover: now.Server.SignInURL}
	case stateSuspended:
		problem = &Problem{Code: CodeSuspended, Handover: now.Server.SignInURL}
	}
	if status == stateGone || status == stateUnwatched {
		screen, problem = f.goneReasonLocked(s, now)
	}
	if status == stateUnwatched && screen == ScreenStopped {
		stopLocked(&s.stopPolling)
		s.account.Token, now.Problem = "", nil
		s.showAccountLocked(now)
		f.saveTicketLocked(s, now.Screen, nil)
		return nil
	}
	if now.Screen == screen {
		if now.Problem == nil || now.Problem != s.statusProblem {
			return errUnchanged
		}
		now.Problem = nil
		return nil
	}
	now.Screen, now.Problem, now.Problems = screen, problem, []FieldProblem{}
	if account != nil {
		// Anywhere else is not what the visitor takes for the account's page.
		if at, err := mastodon.ParseServer(account.URL); err == nil && (at == s.server || at.Host() == now.Server.Domain) {
			shown := *now.Account
			shown.URL = account.URL
			now.Account = &shown
		}
	}
	f.saveTicketLocked(s, screen, problem)
	if screen == ScreenReady || screen == ScreenStopped {
		stopLocked(&s.stopPolling)
	}
	return nil
}

// goneReasonLocked tells why a server does not know the account's token any more. It is
// ready if another tab saw that, and revoked the token.
func (f *Flow) goneReasonLocked(s *session, now *Snapshot) (Screen, *Problem) {
	t := load[ticket](f.store, ticketKey(s.server))
	if t.Screen == ScreenReady && s.account.same(t) {
		s.account.Token = ""
		return ScreenReady, t.readyProblem(now)
	}
	if now.Screen == ScreenConfirm && time.Since(time.UnixMilli(s.account.At)) >= s.dialect.unconfirmedLife {
		return ScreenStopped, &Problem{Code: CodeExpired}
	}
	return ScreenStopped, &Problem{Code: CodeRejected}
}

// pollLocked starts asking for the status from time to time.
func (f *Flow) pollLocked(s *session) {
	stopLocked(&s.stopPolling)
	if s.account.Token != "" && (s.snapshot.Screen == ScreenConfirm || s.snapshot.Screen == ScreenReview) {
		f.backgroundLocked(s, &s.stopPolling, func(ctx context.Context) { f.pollStatus(ctx, s) })
	}
}

func (f *Flow) pollStatus(ctx context.Context, s *session) {
	gap, failures := firstPollGap, 0
	last := time.Now()
	next := last.Add(gap)
	for {
		f.mu.Lock()
		visible, changed := f.visible, f.visibility
		f.mu.Unlock()
		if !visible {
			select {
			case <-changed:
				// Whoever comes back may have confirmed meanwhile.
				gap = firstPollGap
				if soon := last.Add(gap); next.After(soon) && failures == 0 {
					next = soon
				}
				continue
			case <-ctx.Done():
				return
			}
		}
		passed := make(chan struct{})
		timer := time.AfterFunc(time.Until(next), func() { close(passed) })
		select {
		case <-passed:
		case <-changed:
			timer.Stop()
			continue
		case <-ctx.Done():
			timer.Stop()
			return
		}
		failed := f.refresh(ctx, s)
		if ctx.Err() != nil {
			return
		}
		gap, last = min(gap*3/2, lastPollGap), time.Now()
		next = last.Add(gap)
		if failed == nil {
			failures = 0
			continue
		}
		if at := time.UnixMilli(failed.RetryAt); at.After(next) {
			next = last.Add(min(at.Sub(last), longestPollGap))
		}
		if failures++; failures >= quietFailures {
			f.showStatusProblem(s, failed)
		}
	}
}

// showStatusProblem shows that the status cannot be asked, until it can.
func (f *Flow) showStatusProblem(s *session, failed *Error) {
	_ = f.update(s, func(now *Snapshot) error {
		if now.Screen != ScreenConfirm && now.Screen != ScreenReview {
			return errUnchanged // somebody else has asked with success
		}
		s.statusProblem = &failed.Problem
		now.Problem = s.statusProblem
		return nil
	})
}
