package signup

import (
	"context"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

const (
	captchaMargin = 5 * time.Second // for a solution to arrive in
	captchaLife   = time.Minute     // where the server names no useful one
	longestLife   = 24 * time.Hour
)

// NewCaptcha replaces the form's captcha, for visitors who cannot read it. It
// fits a form that has one. The flow itself replaces a captcha that expires or
// was used.
func (f *Flow) NewCaptcha(ctx context.Context) error {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	f.mu.Lock()
	screen, asked := s.snapshot.Screen, s.requirements != nil && s.requirements.asks(FieldNameCaptcha)
	f.mu.Unlock()
	if screen != ScreenForm || !asked {
		return notNow(string(screen))
	}
	return f.renewCaptcha(ctx, s)
}

// fetchCaptcha is a captcha for the form; nil if the server wants none solved.
// The error leads to the server's own page.
func (f *Flow) fetchCaptcha(ctx context.Context, s *session) (*mastodon.Captcha, *Error) {
	if !s.dialect.wantsCaptcha {
		return nil, nil
	}
	ctx, stop := f.limit(ctx, s, answerLimit)
	defer stop()
	captcha, err := s.client.Captcha(ctx)
	switch {
	case err == nil && captcha.Type == "none", mastodon.HasCode(err, mastodon.CodeNotFound):
		return nil, nil
	case err == nil:
		return captcha, nil
	}
	failed := failure(ctx, err)
	if failed.Code != CodeAborted {
		failed.Code, failed.Handover = CodeCaptcha, s.snapshot.Server.SignUpURL
	}
	return nil, failed
}

// renewCaptcha replaces the captcha while the form is shown.
func (f *Flow) renewCaptcha(ctx context.Context, s *session) error {
	captcha, failed := f.fetchCaptcha(ctx, s)
	if failed != nil && failed.Code == CodeAborted {
		return failed
	}
	_ = f.update(s, func(now *Snapshot) error {
		if now.Screen != ScreenForm {
			return errUnchanged
		}
		if now.Problem != nil && now.Problem.Code == CodeCaptcha {
			now.Problem = nil
		}
		if captcha == nil && failed == nil {
			s.requirements = s.requirements.without(FieldNameCaptcha)
			now.Fields = s.requirements.fields
			for _, p := range now.Problems {
				if p.Field == string(FieldNameCaptcha) { // required, but missing
					now.Screen, now.Problems = ScreenElsewhere, []FieldProblem{}
					now.Problem = &Problem{Code: CodeCaptcha, Handover: now.Server.SignUpURL}
				}
			}
		}
		if failed == nil || s.captcha == nil || time.Until(time.UnixMilli(now.Captcha.ExpiresAt)) <= captchaMargin {
			f.putCaptchaLocked(s, now, captcha)
		}
		if failed != nil && now.Problem == nil {
			now.Problem = &failed.Problem
		}
		return nil
	})
	if failed != nil {
		return failed
	}
	return nil
}

// putCaptchaLocked puts a captcha into the form, or takes it away.
func (f *Flow) putCaptchaLocked(s *session, now *Snapshot, captcha *mastodon.Captcha) {
	s.captcha, now.Captcha = captcha, nil
	if captcha != nil {
		life := time.Duration(captcha.Seconds) * time.Second
		if life < 2*captchaMargin || captcha.Seconds > int(longestLife/time.Second) {
			life = captchaLife
		}
		now.Captcha = &Captcha{Image: captcha.Image, ExpiresAt: time.Now().Add(life).UnixMilli()}
		s.requirements = s.requirements.require(Field{Name: FieldNameCaptcha, Required: true})
		now.Fields = s.requirements.fields
	}
	f.watchCaptchaLocked(s)
}

// captchaGoodLocked reports whether the form's captcha can still be answered; a form
// without one is fine.
func (s *session) captchaGoodLocked() bool {
	return !s.requirements.asks(FieldNameCaptcha) ||
		s.captcha != nil && time.Now().UnixMilli() < s.snapshot.Captcha.ExpiresAt
}

// watchCaptchaLocked replaces the captcha before it expires, as soon as somebody
// looks.
func (f *Flow) watchCaptchaLocked(s *session) {
	stopLocked(&s.stopCaptcha)
	if s.captcha == nil {
		return
	}
	due := time.UnixMilli(s.snapshot.Captcha.ExpiresAt).Add(-captchaMargin)
	f.backgroundLocked(s, &s.stopCaptcha, func(ctx context.Context) {
		if sleep(ctx, time.Until(due)) && f.waitUntilVisible(ctx) {
			_ = f.renewCaptcha(ctx, s) // its failure is in the snapshot
		}
	})
}

// waitUntilVisible waits until somebody looks; false if ctx ends before.
func (f *Flow) waitUntilVisible(ctx context.Context) bool {
	for {
		f.mu.Lock()
		visible, changed := f.visible, f.visibility
		f.mu.Unlock()
		if visible {
			return true
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return false
		}
	}
}
