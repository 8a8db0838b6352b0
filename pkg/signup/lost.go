package signup

import (
	"context"
	"time"
)

// How the flow finds out whether an account exists whose answer was lost: it
// looks after a pause, and if there is none after another one.
const (
	lostLooks = 2
	lostPause = 3 * time.Second
)

// resolveLostAnswerLocked looks, after an answer was lost, whether the name is taken by now,
// and adds that to the problem.
func (f *Flow) resolveLostAnswerLocked(s *session, lost *Problem, name string) {
	f.backgroundLocked(s, &s.stopResolving, func(ctx context.Context) {
		found := AvailabilityUnknown
		for range lostLooks {
			if !sleep(ctx, lostPause) {
				return
			}
			found, _ = f.lookup(ctx, s, name)
			if found == AvailabilityTaken {
				break
			}
		}
		_ = f.update(s, func(now *Snapshot) error {
			if now.Problem != lost || ctx.Err() != nil {
				return errUnchanged
			}
			told := *lost
			told.Detail = string(found)
			now.Problem = &told
			return nil
		})
	})
}
