package signup

import "context"

// Forget forgets the account, whatever became of it, and opens its server again
// as for somebody else. Its token is revoked where that is possible. It
// fits the screens confirm, review, ready, stopped and returned.
func (f *Flow) Forget(ctx context.Context) error {
	old, revoking, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	f.mu.Lock()
	screen, account := old.snapshot.Screen, old.account
	switch screen {
	case ScreenConfirm, ScreenReview, ScreenReady, ScreenStopped, ScreenReturned:
	default:
		f.mu.Unlock()
		end()
		return notNow(string(screen))
	}
	stopLocked(&old.stopPolling)
	old.account.Token = ""
	f.forgetReturnLocked(old)
	f.mu.Unlock()
	if key := ticketKey(old.server); account.same(load[ticket](f.store, key)) { // else another tab made another one
		f.store.Delete(key)
	}
	revoking, stop := f.limit(revoking, old, slowAfter)
	_ = f.revoke(revoking, old, account)
	stop()
	end()
	s, ctx, end, err := f.beginSession(ctx, old.server)
	if err != nil {
		return err
	}
	defer end()
	f.publish()
	return f.readServer(ctx, s, true)
}
