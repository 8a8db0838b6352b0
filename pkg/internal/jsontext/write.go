package jsontext

import (
	"strconv"
	"unicode/utf8"
)

// Writer appends JSON. It adds the commas; the rest of the order is up
// to the caller. The zero value is ready.
type Writer struct{ text []byte }

// Bytes is what was written.
func (w *Writer) Bytes() []byte { return w.text }

// separate appends a comma where one is due.
func (w *Writer) separate() {
	if len(w.text) > 0 {
		switch w.text[len(w.text)-1] {
		case '{', '[', ':':
		default:
			w.text = append(w.text, ',')
		}
	}
}

// BeginObject is followed by names, each with its value, and EndObject.
func (w *Writer) BeginObject() {
	w.separate()
	w.text = append(w.text, '{')
}

// EndObject ends the object.
func (w *Writer) EndObject() { w.text = append(w.text, '}') }

// BeginList is followed by values and EndList.
func (w *Writer) BeginList() {
	w.separate()
	w.text = append(w.text, '[')
}

// EndList ends the list.
func (w *Writer) EndList() { w.text = append(w.text, ']') }

// Name begins a member.
func (w *Writer) Name(name string) {
	w.Text(name)
	w.text = append(w.text, ':')
}

// Text is a string. What is no UTF-8 becomes U+FFFD, a byte at a time.
func (w *Writer) Text(text string) {
	w.separate()
	w.text = AppendText(w.text, text)
}

// Texts is a list of strings.
func (w *Writer) Texts(texts []string) {
	w.BeginList()
	for _, text := range texts {
		w.Text(text)
	}
	w.EndList()
}

// Int is a number. It is an int64 because TinyGo's int holds no time in
// milliseconds.
func (w *Writer) Int(n int64) {
	w.separate()
	w.text = strconv.AppendInt(w.text, n, 10)
}

// Bool is a truth value.
func (w *Writer) Bool(value bool) {
	w.separate()
	w.text = strconv.AppendBool(w.text, value)
}

// TextMember is a member that is a string.
func (w *Writer) TextMember(name, text string) {
	w.Name(name)
	w.Text(text)
}

// IntMember is a member that is a number.
func (w *Writer) IntMember(name string, n int64) {
	w.Name(name)
	w.Int(n)
}

// BoolMember is a member that is a truth value.
func (w *Writer) BoolMember(name string, value bool) {
	w.Name(name)
	w.Bool(value)
}

// OptionalText is a member that is left out if it is empty.
func (w *Writer) OptionalText(name, text string) {
	if text != "" {
		w.TextMember(name, text)
	}
}

// OptionalInt is a member that is left out if it is 0.
func (w *Writer) OptionalInt(name string, n int64) {
	if n != 0 {
		w.IntMember(name, n)
	}
}

// OptionalBool is a member that is left out if it is false.
func (w *Writer) OptionalBool(name string, value bool) {
	if value {
		w.BoolMember(name, value)
	}
}

// Raw is a value that is JSON already.
func (w *Writer) Raw(json []byte) {
	w.separate()
	w.text = append(w.text, json...)
}

// AppendText appends a JSON string.
func AppendText(to []byte, text string) []byte {
	const hex = "0123456789abcdef"
	to = append(to, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			to = append(to, '\\', byte(r))
		case r < ' ':
			to = append(to, `\u00`...)
			to = append(to, hex[r>>4], hex[r&15])
		default:
			to = utf8.AppendRune(to, r)
		}
	}
	return append(to, '"')
}
