//go:build tinygo && js

// Command opener makes the form of a server from its instance document alone, for
// the widget to show while the core is still on its way. It makes one, and needs
// neither goroutines nor a collector of garbage. widget/src/opener.ts runs it.
package main

import (
	// TinyGo drops unicode's unused tables only where unicode begins before time;
	// imported first, bytes brings it along.
	_ "bytes"
	"strings"
	"time"
	"unsafe"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

// form tells the form, as JSON, that it makes of a text; nothing where it can make
// none. The text is a line with the address that the document came from and the
// visitor's languages, with commas between, and then the document.
//
//go:wasmexport form
func form(at unsafe.Pointer, size int32, now float64) {
	head, document, _ := strings.Cut(unsafe.String((*byte)(at), size), "\n")
	words := strings.Split(head, ",")
	foreign := false // names in another script, which only the browser can compare
	mastodon.ToASCII = func(string) (string, bool) {
		foreign = true
		return "", false
	}
	form, ok := signup.FormIn([]byte(document), words[0], words[1:], time.UnixMilli(int64(now)))
	if !ok || foreign {
		return
	}
	text, _ := form.MarshalJSON()
	tell(unsafe.Pointer(unsafe.SliceData(text)), int32(len(text)))
}

//go:wasmimport opener tell
func tell(at unsafe.Pointer, size int32)

func main() {}
