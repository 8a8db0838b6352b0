package jsontext

import (
	"errors"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// maxDepth is how deep objects and lists may nest. Servers' answers nest seven
// deep at most.
const maxDepth = 64

var errInvalid = errors.New("no valid JSON, or nested too deep")

// Value is a valid JSON value. The zero value stands for none, and reads as
// null does.
//
// It is a place in the whole text and not a piece of it: TinyGo's garbage
// collector goes from a pointer into a large block back to the block's
// beginning, step by step, so that a few thousand pieces take it seconds.
type Value struct {
	whole string
	span
}

type span struct{ begin, end int }

// Parse takes a whole text. A byte-order mark before it is passed over.
func Parse(body []byte) (Value, error) {
	s := scanner{text: string(body)}
	if strings.HasPrefix(s.text, byteOrderMark) {
		s.at = len(byteOrderMark)
	}
	s.space()
	begin := s.at
	end, ok := s.document()
	if !ok {
		return Value{}, errInvalid
	}
	return Value{s.text, span{begin, end}}, nil
}

const byteOrderMark = "\ufeff"

// text is the value as it was sent.
func (v Value) text() string { return v.whole[v.begin:v.end] }

func (v Value) is(first byte) bool { return v.begin < v.end && v.whole[v.begin] == first }

// IsObject reports whether the value is an object, perhaps an empty one.
func (v Value) IsObject() bool { return v.is('{') }

// IsList reports whether the value is a list, perhaps an empty one.
func (v Value) IsList() bool { return v.is('[') }

// IsText reports whether the value is a string, perhaps an empty one.
func (v Value) IsText() bool { return v.is('"') }

// Text is a string; empty for something else. What is no UTF-8, and half of a
// surrogate pair, reads as U+FFFD.
func (v Value) Text() string {
	if !v.IsText() {
		return ""
	}
	return unquoted(v.whole[v.begin+1 : v.end-1])
}

// Bool is a truth value; ok is false for something else.
func (v Value) Bool() (value, ok bool) {
	return v.is('t'), v.is('t') || v.is('f')
}

// Int64 is a number, also one in a string. What is after the decimal point is
// cut off; what is too large becomes the largest; 0 for something else.
func (v Value) Int64() int64 {
	text := v.text()
	if v.IsText() {
		text = v.Text()
	}
	if s := (scanner{text: text}); !s.number() || s.at != len(text) {
		return 0
	}
	return whole(text)
}

// Int is Int64 as an int, which has 32 bits in a browser and is held inside
// them everywhere.
func (v Value) Int() int {
	return int(min(max(v.Int64(), math.MinInt32), math.MaxInt32))
}

// Identifier is an id, which some servers send as a string and some as a
// number.
func (v Value) Identifier() string {
	if text := v.text(); text != "" && (text[0] == '-' || ascii.IsDigit(text[0])) {
		return strings.Clone(text)
	}
	return v.Text()
}

// Items are the items of a list; none for something else.
func (v Value) Items() []Value {
	var items []Value
	if v.IsList() {
		for s := (scanner{v.whole, v.begin + 1}); s.more(); {
			items = append(items, Value{v.whole, s.value()})
		}
	}
	return items
}

// Texts are the strings of a list, at most so many.
func (v Value) Texts(most int) []string {
	var texts []string
	for _, item := range v.Items() {
		if len(texts) == most {
			break
		}
		if item.IsText() {
			texts = append(texts, item.Text())
		}
	}
	return texts
}

// Object are the members of an object; none for something else.
func (v Value) Object() Object {
	o := Object{whole: v.whole}
	if v.IsObject() {
		for s := (scanner{v.whole, v.begin + 1}); s.more(); {
			name := s.value()
			s.more() // the colon
			o.members = append(o.members, member{name, s.value()})
		}
	}
	return o
}

// Object are the members of an object. The methods that take a name read the
// member of that name: the last, if there are several.
type Object struct {
	whole   string
	members []member
}

type member struct{ name, value span }

// Member is a member of an object.
type Member struct {
	Name  string
	Value Value
}

// Members are in the order in which they were sent.
func (o Object) Members() []Member {
	var members []Member
	for _, m := range o.members {
		members = append(members, Member{Value{o.whole, m.name}.Text(), Value{o.whole, m.value}})
	}
	return members
}

// Get is the value of a member.
func (o Object) Get(name string) Value {
	for i := len(o.members) - 1; i >= 0; i-- {
		m := o.members[i]
		sent := o.whole[m.name.begin+1 : m.name.end-1]
		plain := strings.IndexByte(sent, '\\') < 0 && utf8.ValidString(sent)
		if sent == name || !plain && unquoted(sent) == name {
			return Value{o.whole, m.value}
		}
	}
	return Value{}
}

// Text reads a string.
func (o Object) Text(name string) string { return o.Get(name).Text() }

// Flag reads a truth value.
func (o Object) Flag(name string) bool { return o.Get(name).is('t') }

// OptionalFlag is nil where no truth value is sent.
func (o Object) OptionalFlag(name string) *bool {
	if value, ok := o.Get(name).Bool(); ok {
		return &value
	}
	return nil
}

// Int reads a number.
func (o Object) Int(name string) int { return o.Get(name).Int() }

// Int64 reads a number.
func (o Object) Int64(name string) int64 { return o.Get(name).Int64() }

// Identifier reads an id.
func (o Object) Identifier(name string) string { return o.Get(name).Identifier() }

// Object reads an object.
func (o Object) Object(name string) Object { return o.Get(name).Object() }

// Items reads the items of a list.
func (o Object) Items(name string) []Value { return o.Get(name).Items() }

// Texts reads the strings of a list, at most so many.
func (o Object) Texts(name string, most int) []string { return o.Get(name).Texts(most) }

// scanner goes through a text.
type scanner struct {
	text string
	at   int
}

// peek is the next byte, 0 at the end.
func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

// take passes over the next byte if it is this one.
func (s *scanner) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.at++
	return true
}

func (s *scanner) space() {
	for {
		switch s.peek() {
		case ' ', '\t', '\n', '\r':
			s.at++
		default:
			return
		}
	}
}

// document passes over one valid value, after which nothing comes but space, and
// tells where it ends.
func (s *scanner) document() (end int, ok bool) {
	objects := uint64(0) // a bit for each open object and list, the innermost last: 1 for an object
	for depth := 0; ; {
		s.space()
		if c := s.peek(); c == '{' || c == '[' {
			if depth++; depth > maxDepth {
				return 0, false
			}
			s.at++
			objects <<= 1
			if c == '{' {
				objects |= 1
			}
			if s.space(); !s.closing(objects) {
				if !s.part(objects) {
					return 0, false
				}
				continue
			}
			depth, objects = depth-1, objects>>1
		} else if !s.scalar() {
			return 0, false
		}
		for end = s.at; ; end = s.at {
			s.space()
			if depth == 0 {
				return end, s.at == len(s.text)
			}
			if !s.closing(objects) {
				break
			}
			depth, objects = depth-1, objects>>1
		}
		if !s.take(',') || !s.part(objects) {
			return 0, false
		}
	}
}

// closing passes over the end of the innermost object or list.
func (s *scanner) closing(objects uint64) bool {
	if objects&1 == 1 {
		return s.take('}')
	}
	return s.take(']')
}

// part begins the next part of the innermost object or list.
func (s *scanner) part(objects uint64) bool { return objects&1 == 0 || s.name() }

// name passes over a member's name and the colon.
func (s *scanner) name() bool {
	s.space()
	if s.peek() != '"' || !s.scalar() {
		return false
	}
	s.space()
	return s.take(':')
}

// scalar passes over a valid value without parts.
func (s *scanner) scalar() bool {
	if s.take('"') {
		return s.string()
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if strings.HasPrefix(s.text[s.at:], word) {
			s.at += len(word)
			return true
		}
	}
	return s.number()
}

// string passes over the rest of a valid string.
func (s *scanner) string() bool {
	for s.at < len(s.text) {
		c := s.text[s.at]
		s.at++
		switch {
		case c == '"':
			return true
		case c < ' ':
			return false
		case c != '\\':
		case s.take('u'):
			if _, ok := hex4(s.text[s.at:]); !ok {
				return false
			}
		case strings.IndexByte(`"\/bfnrt`, s.peek()) < 0: // at the end it is 0
			return false
		default:
			s.at++
		}
	}
	return false
}

// number passes over a valid number.
func (s *scanner) number() bool {
	s.take('-')
	if !s.take('0') && !s.digits() || s.take('.') && !s.digits() {
		return false
	}
	if s.take('e') || s.take('E') {
		_ = s.take('+') || s.take('-')
		return s.digits()
	}
	return true
}

// digits passes over digits, of which there is at least one.
func (s *scanner) digits() bool {
	begin := s.at
	for ascii.IsDigit(s.peek()) {
		s.at++
	}
	return s.at > begin
}

// more passes over what comes before the next name or value inside a valid
// object or list, and reports whether there is one.
func (s *scanner) more() bool {
	for {
		switch s.peek() {
		case ' ', '\t', '\n', '\r', ',', ':':
			s.at++
		case '}', ']':
			return false
		default:
			return true
		}
	}
}

// value passes over a valid value.
func (s *scanner) value() span {
	begin := s.at
	for depth := 0; s.at < len(s.text); {
		c := s.text[s.at]
		switch c {
		case '"':
			s.at++
			s.quoted()
		case '{', '[':
			s.at++
			depth++
		case '}', ']':
			s.at++
			depth--
		default:
			s.at++
			if depth == 0 {
				for s.at < len(s.text) && strings.IndexByte(" \t\n\r,:]}", s.text[s.at]) < 0 {
					s.at++
				}
			}
		}
		if depth == 0 {
			break
		}
	}
	return span{begin, s.at}
}

// quoted passes over the rest of a valid string.
func (s *scanner) quoted() {
	for {
		c := s.text[s.at]
		s.at++
		switch c {
		case '"':
			return
		case '\\':
			s.at++
		}
	}
}

// unquoted is what a valid string stands for.
func unquoted(text string) string {
	to := make([]byte, 0, len(text))
	for len(text) > 0 {
		if text[0] != '\\' {
			r, size := utf8.DecodeRuneInString(text)
			to = utf8.AppendRune(to, r)
			text = text[size:]
			continue
		}
		escaped := text[1]
		text = text[2:]
		switch escaped {
		case 'b':
			to = append(to, '\b')
		case 'f':
			to = append(to, '\f')
		case 'n':
			to = append(to, '\n')
		case 'r':
			to = append(to, '\r')
		case 't':
			to = append(to, '\t')
		case 'u':
			r, _ := hex4(text)
			text = text[4:]
			if 0xD800 <= r && r < 0xDC00 && strings.HasPrefix(text, `\u`) {
				if low, _ := hex4(text[2:]); 0xDC00 <= low && low < 0xE000 {
					r = (r-0xD800)<<10 + (low - 0xDC00) + 0x10000
					text = text[6:]
				}
			}
			to = utf8.AppendRune(to, r)
		default:
			to = append(to, escaped)
		}
	}
	return string(to)
}

// hex4 reads the four digits of \u.
func hex4(text string) (r rune, ok bool) {
	if len(text) < 4 {
		return 0, false
	}
	for i := range 4 {
		c := text[i]
		switch {
		case ascii.IsDigit(c):
			c -= '0'
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// whole is a valid number without its fraction, held inside 64 bits.
func whole(number string) int64 {
	digits, negative := strings.CutPrefix(number, "-")
	exponent := 0
	if at := strings.IndexAny(digits, "eE"); at >= 0 {
		power, down := strings.CutPrefix(strings.TrimPrefix(digits[at+1:], "+"), "-")
		for i := 0; i < len(power) && exponent < 1<<24; i++ { // more than a text has digits
			exponent = exponent*10 + int(power[i]-'0')
		}
		if down {
			exponent = -exponent
		}
		digits = digits[:at]
	}
	integer, fraction, _ := strings.Cut(digits, ".")
	digits = integer + fraction
	n := int64(0) // below zero, where there is one number more
	for i := 0; i < len(integer)+exponent && (i < len(digits) || n != 0); i++ {
		digit := int64(0)
		if i < len(digits) {
			digit = int64(digits[i] - '0')
		}
		if n < (math.MinInt64+digit)/10 {
			n = math.MinInt64
			break
		}
		n = n*10 - digit
	}
	if negative {
		return n
	}
	return -max(n, -math.MaxInt64)
}
