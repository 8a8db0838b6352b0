package edge

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// File is a Store in one file, for one program. Client secrets are in it: only
// its owner may read it.
type File struct {
	path string

	mu    sync.Mutex
	texts map[string]fileText
}

type fileText struct {
	Text string    `json:"text"`
	Ends time.Time `json:"ends,omitzero"` // zero for never
}

func (t fileText) ended() bool { return !t.Ends.IsZero() && !time.Now().Before(t.Ends) }

// NewFile reads a file, or makes one with the first text. What is there but
// cannot be read is an error: to begin anew would register all apps again.
func NewFile(path string) (*File, error) {
	f := &File{path: path, texts: map[string]fileText{}}
	text, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f, nil
	case err != nil:
		return nil, fmt.Errorf("edge: %w", err)
	}
	if err := json.Unmarshal(text, &f.texts); err != nil {
		return nil, fmt.Errorf("edge: %s is not a file of this program: %w", path, err)
	}
	return f, nil
}

// Get returns the text of a key, and whether there is one.
func (f *File) Get(_ context.Context, key string) (string, bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	kept, found := f.texts[key]
	if !found || kept.ended() {
		return "", false, nil
	}
	return kept.Text, true, nil
}

// Put keeps a text. The file is replaced as a whole, so that it is never half
// written.
func (f *File) Put(_ context.Context, key, text string, life time.Duration) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	kept := fileText{Text: text}
	if life > 0 {
		kept.Ends = time.Now().Add(life)
	}
	for key, old := range f.texts {
		if old.ended() {
			delete(f.texts, key)
		}
	}
	f.texts[key] = kept
	content, err := json.Marshal(f.texts)
	if err != nil {
		return fmt.Errorf("edge: %w", err)
	}
	next, err := os.CreateTemp(filepath.Dir(f.path), filepath.Base(f.path)+".*") // for its owner alone
	if err != nil {
		return fmt.Errorf("edge: %w", err)
	}
	_, err = next.Write(content)
	if err = errors.Join(err, next.Sync(), next.Close()); err == nil {
		err = os.Rename(next.Name(), f.path)
	}
	if err != nil {
		_ = os.Remove(next.Name())
		return fmt.Errorf("edge: %w", err)
	}
	return nil
}
