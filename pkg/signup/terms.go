package signup

import (
	"strconv"
	"time"
)

// mark tells texts from others: FNV-1a.
type mark uint32

const noText mark = 2166136261

func (m mark) and(text string) mark {
	for i := 0; i < len(text); i++ {
		m = (m ^ mark(text[i])) * 16777619
	}
	return m
}

// each is and for several texts, which cannot run into one another.
func (m mark) each(texts ...string) mark {
	for _, text := range texts {
		m = m.and(text).and("\xff")
	}
	return m
}

// edition is what the flow knows of a document's version: the date that it had
// when it was first read, and the one that it had last; and whether it comes
// into force only then.
type edition struct {
	first, last string
	toCome      bool
}

func editionKey(s *session, kind DocumentKind) string { return s.server.Host() + " " + string(kind) }

// termsLocked are what an agreement is given for. The date of a document is part of
// them only once it has changed: that it was not known before changes nothing.
func (s *session) termsLocked(editions map[string]edition) string {
	m := noText.each(s.server.Host(), strconv.Itoa(s.snapshot.RulesLeftOut))
	for _, r := range s.instance.Rules {
		var translations mark // a sum, for they have no order
		for language, t := range r.Translations {
			translations += noText.each(language, t.Text, t.Hint)
		}
		m = m.each(r.ID, r.Text, r.Hint, strconv.FormatUint(uint64(translations), 36))
	}
	for _, d := range s.snapshot.Documents {
		if d.Agreed {
			m = m.each(string(d.Kind), d.URL)
			if e := editions[editionKey(s, d.Kind)]; e.last != e.first {
				m = m.each(e.last)
			}
		}
	}
	return strconv.FormatUint(uint64(m), 36)
}

// noteEdition notes the date of a document that was read, and whether it comes
// into force only then.
func (f *Flow) noteEdition(s *session, kind DocumentKind, date string, toCome bool) {
	_ = f.update(s, func(now *Snapshot) error {
		key := editionKey(s, kind)
		e := f.editions[key]
		if e.first == "" {
			e.first = date
		}
		e.last, e.toCome = date, toCome
		f.editions[key] = e
		terms := s.termsLocked(f.editions)
		if now.Terms == "" || now.Terms == terms {
			return errUnchanged
		}
		now.Terms = terms
		return nil
	})
}

// consentLocked records what the visitor agrees to now.
func (f *Flow) consentLocked(s *session) *Consent {
	c := &Consent{At: time.Now().UnixMilli(), RuleIDs: []string{}, RulesLeftOut: s.snapshot.RulesLeftOut, Documents: []ConsentDocument{}}
	for _, rule := range s.snapshot.Rules {
		c.RuleIDs = append(c.RuleIDs, rule.ID)
	}
	for _, d := range s.snapshot.Documents {
		if d.Agreed {
			e := f.editions[editionKey(s, d.Kind)]
			c.Documents = append(c.Documents, ConsentDocument{Kind: d.Kind, URL: d.URL, Date: day(e.last), ComesIntoForce: e.toCome})
		}
	}
	return c
}
