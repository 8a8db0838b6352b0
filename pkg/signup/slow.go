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
	slowAfter   = 6 * time.Second // is said from then on
)

// errTooLong is the cause of a context whose limit is over.
var errTooLong = errors.New("the server took too long")

// limit is ctx with a limit, whose cause then is errTooLong. While it runs the
// visitor is told if that takes long, on a screen that waits for it. stop must
// be called.
//
// It does by itself what context.WithTimeoutCause would do, because that brings
// much along that nothing else here needs.
func (f *Flow) limit(ctx context.Context, s *session, limit time.Duration) (limited context.Context, stop func()) {
	limited, cancel := context.WithCancelCause(ctx)
	f.mu.Lock()
	defer f.mu.Unlock()
	wait, end := f.join(limited, s)
	go func() {
		defer end()
		if !sleep(wait, slowAfter) {
			return
		}
		_ = f.update(s, func(now *Snapshot) error {
			if now.Screen != ScreenLoading && now.Screen != ScreenSubmitting || wait.Err() != nil {
				return errUnchanged
			}
			now.Slow = true
			return nil
		})
		if sleep(wait, limit-slowAfter) {
			cancel(errTooLong)
		}
	}()
	return limited, func() { cancel(nil) }
}

// sleep tells whether the time has passed before ctx ended.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}
