package signup

import (
	"context"
	"errors"
	"time"
)

// How long the visitor waits.
const (
	answerLimit = 30 * time.Second // for anything but a sign-up
	submitLimit = time.Minute
	slowAfter   = 6 * time.Second // the visitor is told from then on
)

// errTooLong is the cause of a context whose limit is over.
var errTooLong = errors.New("the server took too long")

// limit is within, and tells the visitor if it takes long, on a screen that
// waits for it.
func (f *Flow) limit(ctx context.Context, s *session, limit time.Duration) (limited context.Context, stop func()) {
	limited, stop = f.within(ctx, s, limit)
	f.after(limited, s, slowAfter, func(wait context.Context) {
		_ = f.update(s, func(now *Snapshot) error {
			if now.Screen != ScreenLoading && now.Screen != ScreenSubmitting || wait.Err() != nil {
				return errUnchanged
			}
			now.Slow = true
			return nil
		})
	})
	return limited, stop
}

// within is ctx with a limit, whose cause then is errTooLong. stop must be
// called. Everything that asks a server has one: a silent connection stays open
// for ever.
//
// It does what context.WithTimeoutCause does, which would bring in code that
// nothing else here needs.
func (f *Flow) within(ctx context.Context, s *session, limit time.Duration) (limited context.Context, stop func()) {
	limited, cancel := context.WithCancelCause(ctx)
	f.after(limited, s, limit, func(context.Context) { cancel(errTooLong) })
	return limited, func() { cancel(nil) }
}

// after does something once the time has passed, unless ctx or the session
// ended before.
func (f *Flow) after(ctx context.Context, s *session, d time.Duration, do func(wait context.Context)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	wait, end := f.joinLocked(ctx, s)
	go func() {
		defer end()
		if sleep(wait, d) {
			do(wait)
		}
	}()
}

// sleep reports whether the time has passed before ctx ended.
func sleep(ctx context.Context, d time.Duration) bool {
	passed := make(chan struct{})
	defer time.AfterFunc(d, func() { close(passed) }).Stop()
	select {
	case <-passed:
		return true
	case <-ctx.Done():
		return false
	}
}
