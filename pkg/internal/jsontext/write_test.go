package jsontext_test

import (
	"encoding/json"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

func TestCommasComeByThemselves(t *testing.T) {
	var w jsontext.Writer
	w.BeginObject()
	w.TextMember("a", "1,")
	w.IntMember("b", -2)
	w.BoolMember("c", false)
	w.OptionalText("d", "")
	w.OptionalInt("d", 0)
	w.OptionalBool("d", false)
	w.Name("e")
	w.BeginList()
	w.Texts([]string{"{", "[", ":"})
	w.Texts(nil)
	w.BeginObject()
	w.EndObject()
	w.Raw([]byte(`{"x":[]}`))
	w.Raw([]byte(`7`))
	w.EndList()
	w.OptionalText("f", "6")
	w.OptionalInt("g", 7)
	w.OptionalBool("h", true)
	w.EndObject()
	assert.Equal(t, `{"a":"1,","b":-2,"c":false,"e":[["{","[",":"],[],{},{"x":[]},7],"f":"6","g":7,"h":true}`, string(w.Bytes()))
}

// A writer that quotes as Go does writes \x7f and \U000e0062, which no browser
// reads, next to some of these.
func TestEveryCharacterIsWrittenAsJSON(t *testing.T) {
	for first := rune(0); first <= unicode.MaxRune; first += 0x100 {
		text := ""
		for r := first; r < first+0x100; r++ {
			text += string(r) + "\"\n"
		}
		written := jsontext.AppendText(nil, text)
		var read string
		require.NoError(t, json.Unmarshal(written, &read), "%U and after: %q", first, written)
		require.Equal(t, text, read)
	}
}

// What is written, encoding/json and our own reader read as it was.
func FuzzWrite(f *testing.F) {
	f.Add("a", "b\n", int64(7), true)
	f.Add("\"\\\x00\x1f\x7f\u0085\u2028", "\U000E0067\U0001FAE9\U0010FFFF\ufdd0\xff\xed\xa0\x80", int64(-1<<63), false)
	f.Fuzz(func(t *testing.T, name, text string, n int64, flag bool) {
		var w jsontext.Writer
		w.BeginList()
		w.Texts([]string{text, name})
		w.BeginObject()
		w.TextMember(name, text)
		w.EndObject()
		w.Int(n)
		w.Bool(flag)
		w.EndList()
		name, text = string([]rune(name)), string([]rune(text))
		var read []any
		require.NoError(t, json.Unmarshal(w.Bytes(), &read), "%q", w.Bytes())
		require.Equal(t, []any{[]any{text, name}, map[string]any{name: text}, float64(n), flag}, read)
		own := parsed(t, string(w.Bytes())).Items()
		require.Equal(t, []string{text, name}, own[0].Texts(9))
		require.Equal(t, text, own[1].Object().Text(name))
		require.Equal(t, n, own[2].Int64())
		value, ok := own[3].Bool()
		require.True(t, ok)
		require.Equal(t, flag, value)
	})
}
