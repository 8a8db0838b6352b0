package mastodon

import (
	"cmp"
	"context"
	"errors"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// A bare version in an instance document is Mastodon's, or that of software
// with a document of its own. This file tells them apart.

// The releases that brought what this file goes by, as releaseOf numbers them.
const (
	releaseSignUp        = 20700 // POST /api/v1/accounts
	releaseRegistrations = 20702 // the flag of that name
	releaseV2            = 40000 // the newer document
)

// releaseOf is the release of Mastodon that a version names, 20702 for 2.7.2;
// 0 if it names none.
func releaseOf(version string) int {
	base, extra, _ := strings.Cut(version, "+")
	if namesForkFirst(base, extra) {
		base = extra
	}
	if strings.ContainsAny(version, " (/") {
		return 0
	}
	release := 0
	for i, part := range strings.SplitN(base, ".", 3) {
		end := 0
		for end < len(part) && ascii.IsDigit(part[end]) {
			end++
		}
		n, ok := ascii.Number(part[:end], 10, 99)
		if !ok || i < 2 && end < len(part) {
			return 0
		}
		release = release*100 + int(n)
	}
	if release < 10000 { // two numbers, or a young one
		return 0
	}
	return release
}

// namesSoftware finds out what a server runs, where its document names another than
// Mastodon, or proves itself to be Mastodon's.
func (i *Instance) namesSoftware(o jsontext.Object) bool {
	i.Software = softwareOf(i.Version, i.SourceURL)
	if i.AccountActivationRequired != nil && !i.isPleroma() {
		i.Software.Name = SoftwarePleroma // a fork under its own name; imitators do not tell this
	}
	if i.Software.Name != "" && !i.isMastodon() {
		return true
	}
	if i.proves(o) {
		i.Software = i.asMastodon()
		return true
	}
	return false
}

// asMastodon is the software as Mastodon, unless it is a fork by its own name.
func (i *Instance) asMastodon() Software {
	return Software{Name: cmp.Or(i.Software.Name, SoftwareMastodon), Version: i.Software.Version}
}

// askSoftware finds out what a server runs whose document leaves it open. NodeInfo
// is asked, which all of the fediverse has. Not every page can read that: Mastodon
// opens it to browsers from 4.3 on.
func (i *Instance) askSoftware(ctx context.Context, c *Client, o jsontext.Object) error {
	mastodon := i.asMastodon()
	info, err := NewClient(i.Server, c.doer).NodeInfo(ctx)
	if ctx.Err() != nil {
		return err
	}
	var failed *Error
	errors.As(err, &failed)
	told := err == nil && info.Software.Name != ""
	switch {
	case told && info.Software.Name != SoftwareMastodon && info.Software.Name != mastodon.Name:
		i.Software = info.Software
	case told, i.suggests(o):
		i.Software = mastodon
	case failed != nil && failed.MayPass():
		return err
	default:
		i.Software.Name = ""
	}
	return nil
}

func (i *Instance) isMastodon() bool {
	switch i.Software.Name {
	case SoftwareMastodon, SoftwareGlitch, SoftwareHometown:
		return true
	}
	return false
}

func (i *Instance) isPleroma() bool {
	return i.Software.Name == SoftwarePleroma || i.Software.Name == SoftwareAkkoma
}

// proves reports whether a document can only be Mastodon's or a fork's: by the
// address of its source, which the newer one tells; or as one of the releases
// that had no newer one.
func (i *Instance) proves(o jsontext.Object) bool {
	release := releaseOf(i.Version)
	if i.APIVersion == 2 {
		return release >= releaseV2 && isMastodonsSource(i.SourceURL)
	}
	return release >= releaseSignUp && release < releaseV2 && i.hasMastodonsShape(o)
}

// suggests reports whether a document is still likely to be Mastodon's where
// nobody else can be asked: nothing in it speaks against that.
func (i *Instance) suggests(o jsontext.Object) bool {
	release := releaseOf(i.Version)
	if i.APIVersion == 2 {
		return (release >= releaseV2 || i.Software.Name != "") && (i.SourceURL == "" || isMastodonsSource(i.SourceURL) || i.hasMastodonsShape(o))
	}
	return release >= releaseSignUp && (o.OptionalFlag("registrations") != nil || i.hasMastodonsShape(o))
}

// hasMastodonsShape reports whether a document has the members that imitations
// leave empty, because they have nothing to put there.
func (i *Instance) hasMastodonsShape(o jsontext.Object) bool {
	if i.APIVersion == 2 {
		return strings.HasPrefix(o.Object("configuration").Object("urls").Text("streaming"), "ws")
	}
	return strings.HasPrefix(o.Object("urls").Text("streaming_api"), "ws") && o.Object("stats").Identifier("user_count") != ""
}

// isMastodonsSource reports whether an address is that of Mastodon's source or of
// a fork's: https://github.com/glitch-soc/mastodon/tree/main.
func isMastodonsSource(url string) bool {
	url = strings.TrimSuffix(ascii.Lower(url), ".git") + "/"
	return strings.Contains(url, "/mastodon/") || strings.Contains(url, "/hometown/")
}
