package edge

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"time"
)

// Store keeps texts, client secrets among them, under keys of at most 512
// bytes. It may be late: a text that was put a minute ago need not be found
// yet elsewhere, which at worst costs one registration too many.
type Store interface {
	// Get returns the text of a key, and whether there is one.
	Get(ctx context.Context, key string) (text string, found bool, err error)
	// Put keeps a text for some time, at least a minute; 0 means for ever.
	Put(ctx context.Context, key, text string, life time.Duration) error
}

// Memory is a Store, and Shared, as long as the program lasts.
type Memory struct {
	mu      sync.Mutex
	texts   map[string]memorized
	flights map[string]*flight
}

type memorized struct {
	text string
	ends time.Time // zero for never
}

// NewMemory returns an empty Memory.
func NewMemory() *Memory {
	return &Memory{texts: map[string]memorized{}, flights: map[string]*flight{}}
}

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

// checkable is what can be checked when it is read: anybody who can write to
// the storage may have put it there.
type checkable interface{ check() error }

// load reads what is kept under a key.
func load[T checkable](ctx context.Context, b *broker, key string) (kept T, found bool, err error) {
	if kept, found = recall[T](ctx, b.shared, key); found {
		return kept, true, nil
	}
	text, found, err := b.store.Get(ctx, key)
	if err != nil {
		b.log.Printf("storage: get %s: %v", key, err)
		return kept, false, fmt.Errorf("edge: storage: %w", err)
	}
	if kept, found = decoded[T](text, found); found {
		_ = b.shared.Put(ctx, key, text, sharedLife)
	}
	return kept, found, nil
}

// recall reads what requests share.
func recall[T checkable](ctx context.Context, shared Shared, key string) (kept T, found bool) {
	text, found, err := shared.Get(ctx, key)
	return decoded[T](text, found && err == nil)
}

// save keeps a value. If that fails the visitor is served all the same.
func (b *broker) save(ctx context.Context, key string, value any, life time.Duration) {
	text := encoded(value)
	_ = b.shared.Put(ctx, key, text, sharedLife)
	if err := b.store.Put(ctx, key, text, life); err != nil {
		b.log.Printf("storage: put %s: %v", key, err)
	}
}

// maxKept is more than anything that is kept needs, in bytes: forms with rules
// in many languages are the largest.
const maxKept = 512 << 10

// decoded reads a text, if there is one. What cannot be read counts as
// nothing.
func decoded[T checkable](text string, found bool) (value T, ok bool) {
	if !found || len(text) > maxKept || json.Unmarshal([]byte(text), &value) != nil || value.check() != nil {
		return *new(T), false
	}
	return value, true
}

func encoded(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // a type of this package that cannot be written
	}
	return string(text)
}
