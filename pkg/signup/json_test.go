package signup

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The tags are what the widget's TypeScript is generated from, so what is
// written by hand has to say the same.
func TestWhatIsWrittenIsWhatTheTagsSay(t *testing.T) {
	for name, value := range map[string]any{
		"snapshot": Snapshot{}, "document": DocumentText{}, "problem of a field": FieldProblem{},
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

	var options Options
	fill(reflect.ValueOf(&options).Elem(), 2, new(int))
	text, err = json.Marshal(byTags(reflect.ValueOf(options)))
	require.NoError(t, err)
	var readOptions Options
	require.NoError(t, json.Unmarshal(text, &readOptions))
	assert.Equal(t, options, readOptions)

	for _, wrong := range []string{``, `[]`, `null`, `{`} {
		assert.Error(t, read.UnmarshalJSON([]byte(wrong)), wrong)
		assert.Error(t, readOptions.UnmarshalJSON([]byte(wrong)), wrong)
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

type mapStore map[string]string

func (s mapStore) Get(key string) (string, bool) { v, ok := s[key]; return v, ok }
func (s mapStore) Set(key, value string)         { s[key] = value }
func (s mapStore) Delete(key string)             { delete(s, key) }

// fill gives every member another value and every list n items; with 0 lists
// are empty and the rest is zero.
func fill(v reflect.Value, n int, last *int) {
	switch v.Kind() {
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
			if options == "omitempty" && (v.Field(i).IsZero() || v.Field(i).Kind() == reflect.Map && v.Field(i).Len() == 0) {
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
