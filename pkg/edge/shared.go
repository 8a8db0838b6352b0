package edge

import (
	"context"
	"time"
)

// Shared is what the requests that one program serves know of each other, immediately
// and for a short time. On a Worker, where each request starts a program of its
// own, it is the memory of the isolate.
type Shared interface {
	Store
	// Once runs work, and gives its text to all who ask for the same key until
	// it ends. If it breaks off without one, one of those runs theirs.
	// The error is the context's, which ends the waiting, not the work.
	Once(ctx context.Context, key string, work func() string) (string, error)
}

// flight is work that runs, and what came of it.
type flight struct {
	ended chan struct{}
	whole bool // ended with a text
	text  string
}

// Once runs work, or waits for somebody else's.
func (m *Memory) Once(ctx context.Context, key string, work func() string) (string, error) {
	for {
		f, own := m.join(key)
		if own {
			return m.run(key, f, work), nil
		}
		select {
		case <-f.ended:
			if f.whole {
				return f.text, nil
			}
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
}

// join finds the work of a key, or else makes it the caller's own.
func (m *Memory) join(key string) (f *flight, own bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if f, running := m.flights[key]; running {
		return f, false
	}
	f = &flight{ended: make(chan struct{})}
	m.flights[key] = f
	return f, true
}

func (m *Memory) run(key string, f *flight, work func() string) string {
	defer func() { // after a panic, too
		m.mu.Lock()
		delete(m.flights, key)
		m.mu.Unlock()
		close(f.ended)
	}()
	f.text = work()
	f.whole = true
	return f.text
}

// sharedLife is how long requests share what is also kept in storage for all:
// much longer than the storage is late.
const sharedLife = 10 * time.Minute
