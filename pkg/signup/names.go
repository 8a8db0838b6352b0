package signup

import (
	"context"
	"slices"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// maxSuggestions is how many names Suggest offers.
const maxSuggestions = 3

// Available reports whether a username seems free.
// GET /api/v1/accounts/lookup, GoToSocial /.well-known/webfinger
//
// It is a hint: servers do not tell which names they reserve, and some tell
// nothing to strangers. A name that Check refuses is AvailabilityUnknown.
func (f *Flow) Available(ctx context.Context, name string) (Availability, error) {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return AvailabilityUnknown, err
	}
	defer end()
	f.mu.Lock()
	r := s.requirements
	f.mu.Unlock()
	if r == nil {
		return AvailabilityUnknown, notNow(string(ScreenLoading))
	}
	name = strings.TrimSpace(name)
	if len(r.usernameProblems(name)) > 0 {
		return AvailabilityUnknown, nil
	}
	availability, err := f.lookup(ctx, s, name)
	f.noteFree(s, name, availability)
	return availability, err
}

// noteFree keeps which names the visitor was told are free.
func (f *Flow) noteFree(s *session, name string, found Availability) {
	f.mu.Lock()
	defer f.mu.Unlock()
	s.free = slices.DeleteFunc(s.free, func(known string) bool { return known == name })
	if found == AvailabilityFree {
		s.free = append(s.free, name)
	}
}

// Suggest offers up to three other usernames made of name, which may be an
// address; free ones, where the server says.
func (f *Flow) Suggest(ctx context.Context, name string) ([]string, error) {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	f.mu.Lock()
	r := s.requirements
	f.mu.Unlock()
	if r == nil {
		return nil, notNow(string(ScreenLoading))
	}
	free := []string{}
	for _, suggestion := range r.suggestions(name) {
		availability, err := f.lookup(ctx, s, suggestion)
		if err != nil {
			return nil, err
		}
		f.noteFree(s, suggestion, availability)
		if availability != AvailabilityTaken {
			free = append(free, suggestion)
		}
		if len(free) == maxSuggestions {
			break
		}
	}
	return free, nil
}

func (f *Flow) lookup(ctx context.Context, s *session, name string) (Availability, error) {
	f.mu.Lock()
	closed, domain := s.lookupClosed, s.instance.Domain
	f.mu.Unlock()
	if closed {
		return AvailabilityUnknown, nil
	}
	ctx, stop := f.within(ctx, s, answerLimit)
	defer stop()
	var err error
	known := true
	if s.dialect.webFinger {
		_, err = s.client.WebFinger(ctx, name+"@"+domain)
	} else {
		var account *mastodon.Account
		account, err = s.client.LookupAccount(ctx, name)
		known = err == nil && bears(account, name)
	}
	switch {
	case err == nil && known:
		return AvailabilityTaken, nil
	case err == nil:
		return AvailabilityUnknown, nil
	case mastodon.HasCode(err, mastodon.CodeNotFound):
		return AvailabilityFree, nil
	case mastodon.HasCode(err, mastodon.CodeUnauthorized), mastodon.HasCode(err, mastodon.CodeForbidden):
		f.mu.Lock()
		s.lookupClosed = true
		f.mu.Unlock()
		return AvailabilityUnknown, nil
	}
	return AvailabilityUnknown, failure(ctx, err)
}

// bears reports whether an account is the one that has a name on its own server.
func bears(account *mastodon.Account, username string) bool {
	return ascii.EqualFold(account.Username, username) && !strings.Contains(account.Acct, "@")
}
