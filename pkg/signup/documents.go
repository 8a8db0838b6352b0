package signup

import (
	"context"
	"strings"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/internal/dates"
	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// Document reads a document through the API, if the server can do that
// (Mastodon 4.0, terms of service 4.4); otherwise the error is
// CodeNotSupported, Detail says why where that is known, and Handover is the
// page where it can be read.
func (f *Flow) Document(ctx context.Context, kind DocumentKind) (*DocumentText, error) {
	s, ctx, end, err := f.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	f.mu.Lock()
	screen, page := s.snapshot.Screen, ""
	for _, d := range s.snapshot.Documents {
		if d.Kind == kind {
			page = d.URL
		}
	}
	opened := s.instance != nil
	f.mu.Unlock()
	if !opened {
		return nil, notNow(string(screen))
	}
	ctx, stop := f.within(ctx, s, answerLimit)
	defer stop()
	text, err := f.readDocument(ctx, s, kind)
	if err != nil {
		failed := failure(ctx, err)
		if failed.Code == CodeBadAnswer {
			failed.Code, failed.Retryable = CodeNotSupported, false
		}
		if mastodon.HasCode(err, mastodon.CodeUnauthorized) {
			failed.Detail = DetailMembersOnly
		}
		failed.Handover = page
		return nil, failed
	}
	return text, nil
}

// readDocument reads a document and notes its date.
func (f *Flow) readDocument(ctx context.Context, s *session, kind DocumentKind) (*DocumentText, error) {
	text := &DocumentText{Kind: kind}
	dated := "" // the date as the server writes it
	switch kind {
	case DocumentKindPrivacyPolicy:
		d, err := s.client.PrivacyPolicy(ctx)
		if err != nil {
			return nil, err
		}
		text.HTML, dated = d.Content, d.UpdatedAt
	case DocumentKindTermsOfService:
		d, err := s.client.TermsOfService(ctx, "")
		if err != nil {
			return nil, err
		}
		text.HTML, dated = d.Content, d.EffectiveDate
		text.ComesIntoForce, text.SucceededBy = !d.Effective && day(dated) != "", day(d.SucceededBy)
	case DocumentKindAbout:
		d, err := s.client.ExtendedDescription(ctx)
		if err != nil {
			return nil, err
		}
		text.HTML, dated = d.Content, d.UpdatedAt
	default:
		return nil, &Error{Problem: Problem{Code: CodeNotSupported, Detail: string(kind)}}
	}
	text.Date = day(dated)
	f.noteEdition(s, kind, dated, text.ComesIntoForce)
	if strings.TrimSpace(text.HTML) == "" {
		return nil, &Error{Problem: Problem{Code: CodeNotSupported, Detail: DetailEmpty}}
	}
	return text, nil
}

// readDates learns, where the server says, which version of each
// document the visitor agrees to.
func (f *Flow) readDates(ctx context.Context, s *session) {
	f.mu.Lock()
	documents := s.snapshot.Documents
	if s.datesRead || !s.dialect.datesDocuments {
		documents = nil
	}
	s.datesRead = true
	f.mu.Unlock()
	for _, d := range documents {
		if d.Agreed {
			_, _ = f.readDocument(ctx, s, d.Kind) // without its date the record is still true
		}
	}
}

// day is the date of a time as servers write it.
func day(text string) string {
	text = text[:min(len(text), len(time.DateOnly))]
	if _, ok := dates.Parse(text); !ok {
		return ""
	}
	return text
}
