package edge

import (
	"context"
	"sync"
	"time"
)

// Store keeps texts, client secrets among them, under keys of at most 512
// bytes. It may be late: a text that was put a minute ago need not be found
// yet, which costs a registration too many at worst.
type Store interface {
	// Get returns the text of a key, and whether there is one.
	Get(ctx context.Context, key string) (text string, found bool, err error)
	// Put keeps a text for some time, at least a minute; 0 is for good.
	Put(ctx context.Context, key, text string, life time.Duration) error
}

// Memory is a Store that lasts as long as the program.
type Memory struct {
	mu    sync.Mutex
	texts map[string]memorized
}

type memorized struct {
	text string
	ends time.Time // zero for never
}

// NewMemory returns an empty Memory.
func NewMemory() *Memory { return &Memory{texts: map[string]memorized{}} }

// Get returns the text of a key, and whether there is one.
func (m *Memory) Get(_ context.Context, key string) (string, bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	kept, found := m.texts[key]
	if !found || !kept.ends.IsZero() && !time.Now().Before(kept.ends) {
		return "", false, nil
	}
	return kept.text, true, nil
}

// Put keeps a text.
func (m *Memory) Put(_ context.Context, key, text string, life time.Duration) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	kept := memorized{text: text}
	if life > 0 {
		kept.ends = time.Now().Add(life)
	}
	m.texts[key] = kept
	return nil
}
