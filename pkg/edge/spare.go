package edge

import (
	"context"
	"errors"
	"net/http"
	"time"
)

// spared is kept under "spare/" and the name of a kind of call: how often it
// was made in a minute.
type spared struct {
	Minute time.Time
	Calls  int
}

// check tells what is wrong with it.
func (s spared) check() error {
	if s.Calls < 0 {
		return errors.New("no count")
	}
	return nil
}

// spare counts a call that strangers can make this service make, and refuses it
// if there were as many of its kind in this minute.
func (b *broker) spare(ctx context.Context, kind string, most int) *refusal {
	b.counts.Lock()
	defer b.counts.Unlock()
	now := time.Now()
	s, _ := recall[spared](ctx, b.shared, "spare/"+kind)
	if minute := now.UTC().Truncate(time.Minute); !s.Minute.Equal(minute) {
		s = spared{Minute: minute}
	}
	if s.Calls >= most {
		return &refusal{Status: http.StatusTooManyRequests, Code: "rate_limited",
			Sentence: "This service asks no more of the server for now.", Until: s.Minute.Add(time.Minute)}
	}
	s.Calls++
	_ = b.shared.Put(ctx, "spare/"+kind, encoded(s), time.Minute)
	return nil
}
