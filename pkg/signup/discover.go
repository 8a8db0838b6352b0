package signup

import (
	"context"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// discover reads a server's instance document. The name may be one that stands
// in handles while another server answers for it; that one is found by a
// redirect, by host-meta or by WebFinger. Software without such a document
// names itself by NodeInfo, and nothing more is known of it then. Where one of
// these requests gets no answer, that is the error, because the next attempt
// may get one; what is known so far is returned with it. A server that claims
// another's name in handles is not believed unless that one confirms it.
func discover(ctx context.Context, doer mastodon.Doer, server mastodon.Server) (*mastodon.Instance, error) {
	client := mastodon.NewClient(server, doer)
	instance, err := client.Instance(ctx)
	var unanswered error
	if err != nil && noInstance(err) {
		var other mastodon.Server
		if other, unanswered = responsible(ctx, client); other != client.Server() {
			client = mastodon.NewClient(other, doer)
			instance, err = client.Instance(ctx)
		}
	}
	if err == nil {
		if claimed := instance.Claimed; claimed != (mastodon.Server{}) && (claimed == server || answersFor(ctx, doer, instance.Server, claimed)) {
			instance.Domain = claimed.Host()
		}
		return instance, nil
	}
	host := client.Server().Host()
	found := &mastodon.Instance{Server: client.Server(), Domain: host, Title: host}
	if noInstance(err) {
		info, infoErr := client.NodeInfo(ctx)
		if infoErr == nil && info.Software.Name != "" {
			found.Software, found.Version = info.Software, info.Software.Version
			if !dialectOf(found).takesSignUps {
				return found, nil
			}
			// It should have answered, and may the next time.
		} else if passing(infoErr) {
			unanswered = infoErr
		}
		if unanswered != nil {
			err = unanswered
		}
	}
	return found, err
}

// noInstance reports whether a server seems to have no instance document, or
// none that a page can read.
func noInstance(err error) bool {
	answer := serverError(err)
	if answer == nil {
		return false
	}
	switch answer.Code {
	case mastodon.CodeUnreadable, mastodon.CodeUnauthorized, mastodon.CodeForbidden, mastodon.CodeNotFound, mastodon.CodeUnsupported, mastodon.CodeGone:
		return true
	}
	return answer.Cause == mastodon.CauseCORS
}

// passing reports whether an error may be gone the next time.
func passing(err error) bool {
	answer := serverError(err)
	return answer != nil && answer.MayPass()
}

// responsible is the server that answers for the handles of a domain: the
// domain itself if none is named. The error is one that may be gone the next
// time, and then another one may be named.
func responsible(ctx context.Context, client *mastodon.Client) (mastodon.Server, error) {
	domain := client.Server()
	other, metaErr := client.HostMeta(ctx)
	if metaErr == nil && other != domain {
		return other, nil
	}
	other, err := client.WebFinger(ctx, domain.Host()+"@"+domain.Host())
	switch {
	case err == nil:
		return other, nil
	case passing(err):
		return domain, err
	case passing(metaErr):
		return domain, metaErr
	}
	return domain, nil
}

// proofLimit is how long another domain may take to tell which server answers
// for it.
const proofLimit = 5 * time.Second

// answersFor reports whether a domain says that this server answers for it.
func answersFor(ctx context.Context, doer mastodon.Doer, server, domain mastodon.Server) bool {
	ctx, stop := context.WithCancel(ctx) // a deadline would bring in much code
	defer time.AfterFunc(proofLimit, stop).Stop()
	defer stop()
	named, _ := responsible(ctx, mastodon.NewClient(domain, doer))
	return named == server
}
