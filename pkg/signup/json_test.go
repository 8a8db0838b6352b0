package signup

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The tags are what the widget's TypeScript is generated from, so what is
// written by hand has to say the same.
func TestWhatIsWrittenIsWhatTheTagsSay(t *testing.T) {
	for name, value := range map[string]any{
		"snapshot": Snapshot{}, "form": Form{}, "document": DocumentText{}, "problem of a field": FieldProblem{},
		"ticket": ticket{}, "credentials": credentials{},
	} {
		for kind, fillWith := range map[string]int{"everything": 2, "one of each": 1, "nothing": 0} {
			t.Run(name+", "+kind, func(t *testing.T) {
				v := reflect.New(reflect.TypeOf(value)).Elem()
				fill(v, fillWith, new(int))
				written, err := marshal(v.Interface().(writer))
				require.NoError(t, err)
				expected, err := json.Marshal(byTags(v))
				require.NoError(t, err)
				assert.JSONEq(t, string(expected), string(written))
			})
		}
	}
}

func TestWhatIsReadIsWhatTheTagsSay(t *testing.T) {
	var values Values
	fill(reflect.ValueOf(&values).Elem(), 2, new(int))
	text, err := json.Marshal(byTags(reflect.ValueOf(values)))
	require.NoError(t, err)
	var read Values
	require.NoError(t, json.Unmarshal(text, &read))
	assert.Equal(t, values, read)

	for _, wrong := range []string{``, `[]`, `null`, `{`} {
		assert.Error(t, read.UnmarshalJSON([]byte(wrong)), wrong)
	}
	require.NoError(t, json.Unmarshal([]byte(`{"username":1,"agreement":"true"}`), &read))
	assert.Equal(t, Values{}, read, "members of another type are as good as missing")
}

func TestWhatIsStoredIsReadAgain(t *testing.T) {
	var kept ticket
	fill(reflect.ValueOf(&kept).Elem(), 2, new(int))
	kept.Screen = ScreenReview
	var app credentials
	fill(reflect.ValueOf(&app).Elem(), 2, new(int))
	memory := map[string]string{}
	store := mapStore(memory)
	save(store, "ticket", kept)
	save(store, "app", app)
	assert.Equal(t, kept, load[ticket](store, "ticket"))
	assert.Equal(t, app, load[credentials](store, "app"))
}

func TestAnErrorCrossesWithItsProblemAndItsFields(t *testing.T) {
	text, err := json.Marshal(&Error{Problem: Problem{Code: CodeRateLimited, RetryAt: 1795000000123, Retryable: true}})
	require.NoError(t, err)
	assert.JSONEq(t, `{"code":"rate-limited","retryAt":1795000000123,"retryable":true}`, string(text))
	text, err = json.Marshal(&Error{Problem: Problem{Code: CodeInvalid}, Fields: []FieldProblem{{Field: "email", Code: "ERR_BLANK", Origin: "local"}}})
	require.NoError(t, err)
	assert.JSONEq(t, `{"code":"invalid","fields":[{"field":"email","code":"ERR_BLANK","origin":"local"}]}`, string(text))
}

// What a text can be made of: what JSON has to escape, what Go's own quoting
// spells in its own way, and what is no text at all.
var oddTexts = []string{
	"\x00", "\x01\x02\x03\x04\x05\x06", "\a", "\b", "\t", "\n", "\v", "\f", "\r", "\x0e\x1b\x1f", "\x7f", "\u0080\u0085\u009f", "\"", "\\", "/", "</script>",
	"Croeso 🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F\nWelcome", // the Welsh flag
	"\U0001FAE9", "\U0001FFFF", "\U0010FFFF", "\ufdd0\uffff", "\u0378", "\ue000", "\u2028\u2029", "\u200b\u200e\u202e\ufeff", "\u00ad\u00a0", "\ufffd",
	"\xff", "\xc3", "\xc0\x80", "\xed\xa0\xbd", "\xf4\x90\x80\x80", "a\x7f\"\xff\n\U000E0062",
}

// Whatever texts a server sends, what crosses to the page is JSON, and reads as
// the same texts: members of every type, and the names of a rule's languages.
func TestWhatCrossesIsJSONWhateverTheTexts(t *testing.T) {
	for _, text := range oddTexts {
		for _, value := range crossing() {
			fillTexts(value.Elem(), text)
			requireSame(t, value)
		}
	}
}

// FuzzCrossing holds what is written and read by hand against encoding/json, in
// both directions and for every type that crosses or is stored.
func FuzzCrossing(f *testing.F) {
	for i := range crossing() {
		f.Add(i, []byte(strings.Repeat("\xff\x07text \x7f\n\"", 200)))
		for _, odd := range oddTexts {
			f.Add(i, []byte(strings.Repeat("\x05\x01\x02"+odd, 100)))
		}
	}
	f.Fuzz(func(t *testing.T, which int, from []byte) {
		all := crossing()
		value := all[(which%len(all)+len(all))%len(all)]
		(&source{from}).fill(value.Elem())
		requireSame(t, value)
	})
}

// crossing are pointers to all that crosses to JavaScript or is stored.
func crossing() []reflect.Value {
	var pointers []reflect.Value
	for _, value := range []any{new(Snapshot), new(DocumentText), new(FieldProblem), new(Error), new(ticket), new(credentials), new(Values)} {
		pointers = append(pointers, reflect.ValueOf(value))
	}
	return pointers
}

// requireSame makes sure that a value crosses unchanged.
func requireSame(t *testing.T, value reflect.Value) {
	expected := byTags(value)
	if w, ok := value.Interface().(writer); ok {
		written, err := marshal(w)
		require.NoError(t, err)
		requireJSON(t, expected, written)
	}
	text, err := json.Marshal(expected)
	require.NoError(t, err)
	read := reflect.New(value.Type().Elem())
	switch to := read.Interface().(type) {
	case interface{ UnmarshalJSON([]byte) error }:
		err = to.UnmarshalJSON(text)
	case interface{ read(jsontext.Object) }:
		err = unmarshal(text, to.read)
	default:
		return // it is never read
	}
	require.NoError(t, err)
	require.Equal(t, plainTree(t, expected), plainTree(t, byTags(read)), "%s", text)
}

// requireJSON makes sure that a text is JSON, reads as a value, and reads the
// same here.
func requireJSON(t *testing.T, value any, text []byte) {
	var read any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&read), "%q", text)
	require.False(t, decoder.More())
	require.Equal(t, plainTree(t, value), read)
	_, err := jsontext.Parse(text)
	require.NoError(t, err)
}

// plainTree is a value as encoding/json reads it.
func plainTree(t *testing.T, value any) (tree any) {
	text, err := json.Marshal(value)
	require.NoError(t, err)
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&tree))
	return tree
}

// fillTexts puts a text into every string, and one item into every list.
func fillTexts(v reflect.Value, text string) {
	fill(v, 1, new(int))
	var put func(v reflect.Value)
	put = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			v.SetString(text)
		case reflect.Struct:
			for i := range v.NumField() {
				put(v.Field(i))
			}
		case reflect.Pointer:
			put(v.Elem())
		case reflect.Slice:
			for i := range v.Len() {
				put(v.Index(i))
			}
		case reflect.Map:
			item := reflect.New(v.Type().Elem()).Elem()
			fill(item, 1, new(int))
			put(item)
			v.Clear()
			v.SetMapIndex(reflect.ValueOf(text), item)
		}
	}
	put(v)
}

// source makes values out of bytes.
type source struct{ left []byte }

func (s *source) number() int {
	if len(s.left) == 0 {
		return 0
	}
	n := s.left[0]
	s.left = s.left[1:]
	return int(n)
}

func (s *source) text() string {
	text := s.left[:min(s.number()%16, len(s.left))]
	s.left = s.left[len(text):]
	return string(text)
}

func (s *source) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				s.fill(v.Field(i))
			}
		}
	case reflect.Pointer:
		if s.number()%4 > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			s.fill(v.Elem())
		}
	case reflect.Slice:
		n := s.number() % 3
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			s.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		names := map[string]bool{}
		for range s.number() % 3 {
			name, item := s.text(), reflect.New(v.Type().Elem()).Elem()
			s.fill(item)
			if read := string([]rune(name)); !names[read] {
				names[read] = true
				v.SetMapIndex(reflect.ValueOf(name), item)
			}
		}
	case reflect.String:
		v.SetString(s.text())
	case reflect.Int: // 32 bits in a browser
		v.SetInt(int64(int32(s.number()<<24 | s.number()<<12 | s.number())))
	case reflect.Int64:
		v.SetInt(int64(s.number())<<56 | int64(s.number())<<32 | int64(s.number()))
	case reflect.Bool:
		v.SetBool(s.number()%2 == 1)
	case reflect.Interface: // the cause of an Error, which does not cross
	default:
		panic("what is a " + v.Type().String() + " in JSON?")
	}
}

type mapStore map[string]string

func (s mapStore) Get(key string) (string, bool) { v, ok := s[key]; return v, ok }
func (s mapStore) Set(key, value string)         { s[key] = value }
func (s mapStore) Delete(key string)             { delete(s, key) }

// fill gives every member another value and every list n items; with 0 lists
// are empty and the rest is zero.
func fill(v reflect.Value, n int, last *int) {
	switch v.Kind() {
	case reflect.Interface: // the cause of an Error, which does not cross
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n, last)
		}
	case reflect.Pointer:
		if n > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), n, last)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(v.Index(i), n, last)
		}
	case reflect.Map:
		for i := range n {
			if v.IsNil() {
				v.Set(reflect.MakeMap(v.Type()))
			}
			item := reflect.New(v.Type().Elem()).Elem()
			fill(item, n, last)
			v.SetMapIndex(reflect.ValueOf("key"+strconv.Itoa(i)), item)
		}
	case reflect.String:
		if *last++; n > 0 {
			v.SetString("a \"<text>\" " + strconv.Itoa(*last))
		}
	case reflect.Int, reflect.Int64:
		if *last++; n > 0 {
			v.SetInt(int64(*last) + 1<<30)
		}
	case reflect.Bool:
		v.SetBool(n > 0)
	default:
		panic("what is a " + v.Type().String() + " in JSON?")
	}
}

// byTags is a value as encoding/json would write it, without its own methods.
func byTags(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return byTags(v.Elem())
	case reflect.Struct:
		members := map[string]any{}
		for i := range v.NumField() {
			name, options, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			switch name {
			case "-":
				continue
			case "": // embedded
				maps.Copy(members, byTags(v.Field(i)).(map[string]any))
				continue
			}
			if options == "omitempty" && (v.Field(i).IsZero() || (v.Field(i).Kind() == reflect.Map || v.Field(i).Kind() == reflect.Slice) && v.Field(i).Len() == 0) {
				continue
			}
			members[name] = byTags(v.Field(i))
		}
		return members
	case reflect.Slice:
		items := make([]any, v.Len())
		for i := range items {
			items[i] = byTags(v.Index(i))
		}
		return items
	case reflect.Map:
		items := map[string]any{}
		for _, key := range v.MapKeys() {
			items[key.String()] = byTags(v.MapIndex(key))
		}
		return items
	}
	return v.Interface()
}
