package jsontext_test

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

func parsed(t testing.TB, text string) jsontext.Value {
	t.Helper()
	v, err := jsontext.Parse([]byte(text))
	require.NoError(t, err, text)
	return v
}

func TestWhatIsNoJSONIsRefused(t *testing.T) {
	for _, text := range []string{
		"", " ", "\ufeff", "\ufeff\ufeff1", "nul", "nulll", "True", "undefined", "NaN", "Infinity", "-", "+1", ".5", "1.", "01", "1e", "1e+", "0x10", "1_000",
		`"`, `"a`, `'a'`, `"\x"`, `"\u12"`, `"\u12g4"`, `"\`, "\"\n\"", "\"\x00\"", "{", "}", "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1]]", "[1}", "[}", "{]",
		`{"a"}`, `{"a":}`, `{"a":1,}`, `{,}`, `{a:1}`, `{1:1}`, `{"a":1 "b":2}`, `{"a":1]`, `{"a":1}}`, `{"a":[}`, `[{]}`, "1 1", "// a\n1", "[1,/**/2]", "\v1", "\u00a01", "<html>", "a=b",
	} {
		_, err := jsontext.Parse([]byte(text))
		assert.Error(t, err, "%q", text)
		assert.False(t, json.Valid([]byte(text)), "%q is JSON after all", text)
	}
}

func TestAByteOrderMarkIsPassedOver(t *testing.T) {
	assert.Equal(t, "b", parsed(t, "\ufeff {\"a\":\"b\"}\r\n").Object().Text("a"))
}

func TestNestingIsBounded(t *testing.T) {
	for _, piece := range [][2]string{{"[", "]"}, {`{"a":`, "}"}, {`[{"a":`, "}]"}} {
		each := strings.Count(piece[0], "[") + strings.Count(piece[0], "{")
		nested := func(n int) string { return strings.Repeat(piece[0], n) + "1" + strings.Repeat(piece[1], n) }
		_, err := jsontext.Parse([]byte(nested(64 / each)))
		require.NoError(t, err)
		for _, n := range []int{64/each + 1, 70, 10_000, 200_000} {
			_, err = jsontext.Parse([]byte(nested(n)))
			require.Error(t, err, n)
			_, err = jsontext.Parse([]byte(strings.Repeat(piece[0], n)))
			require.Error(t, err, n)
		}
	}
	wide := "[" + strings.Repeat(`[[]],{"a":{}},`, 10_000) + "1]"
	assert.Len(t, parsed(t, wide).Items(), 20_001, "what stands side by side does not nest")
}

func TestMembersOfAnotherTypeReadAsMissing(t *testing.T) {
	for _, other := range []string{`null`, `true`, `7`, `"x"`, `[]`, `{}`, `[1]`, `{"a":1}`} {
		o := parsed(t, `{"m":`+other+`}`).Object()
		v := o.Get("m")
		if !strings.HasPrefix(other, `"`) {
			assert.Empty(t, o.Text("m"), other)
		}
		if other != "7" {
			assert.Zero(t, o.Int64("m"), other)
		}
		if other != "true" {
			assert.False(t, o.Flag("m"), other)
			assert.Nil(t, o.OptionalFlag("m"), other)
		}
		assert.Equal(t, other[0] == '{', v.IsObject(), other)
		assert.Equal(t, other[0] == '[', v.IsList(), other)
		if other != `{"a":1}` {
			assert.Zero(t, o.Object("m").Int("a"), other)
		}
		if other != "[1]" {
			assert.Empty(t, o.Items("m"), other)
		}
		assert.Empty(t, o.Texts("m", 9), other)
	}
	missing := parsed(t, `{}`).Object()
	assert.Empty(t, missing.Text("m"))
	assert.Zero(t, missing.Object("m").Object("n").Int("o"))
	some := parsed(t, `{"m":["a",1,null,["x"],"b","c"]}`).Object()
	assert.Equal(t, []string{"a", "b", "c"}, some.Texts("m", 9))
	assert.Equal(t, []string{"a", "b"}, some.Texts("m", 2))
	assert.Equal(t, "18", parsed(t, `{"id":18}`).Object().Identifier("id"))
	assert.Equal(t, "18", parsed(t, `{"id":"18"}`).Object().Identifier("id"))
	flag := parsed(t, `{"m":false}`).Object().OptionalFlag("m")
	require.NotNil(t, flag)
	assert.False(t, *flag)
}

func TestMembersKeepTheirOrderAndTheLastOfTwoCounts(t *testing.T) {
	o := parsed(t, `{"z":1,"a":2,"\u007a":3,"":4}`).Object()
	var names []string
	for _, member := range o.Members() {
		names = append(names, member.Name)
	}
	assert.Equal(t, []string{"z", "a", "z", ""}, names)
	assert.Equal(t, 3, o.Int("z"))
	assert.Equal(t, 4, o.Int(""))
}

func TestTextsAreReadAsBrowsersReadThem(t *testing.T) {
	for text, expected := range map[string]string{
		`"\"\\\/\b\f\n\r\t"`: "\"\\/\b\f\n\r\t", `"\u0000\u001f\u007F\u00e9"`: "\x00\x1f\x7fé", `"\ud83e\udee9"`: "\U0001FAE9", `"\uD83C\uDFF4"`: "🏴",
		`"\ud83e"`: "\ufffd", `"\udee9"`: "\ufffd", `"\ud83ex"`: "\ufffdx", `"\ud83e\n"`: "\ufffd\n", `"\ud83e\ud83e\udee9"`: "\ufffd\U0001FAE9", `"\udee9\ud83e"`: "\ufffd\ufffd",
		"\"a\xffb\xc3\"": "a\ufffdb\ufffd", "\"\u2028\x7f\"": "\u2028\x7f", `"\uffff\ufdd0"`: "\uffff\ufdd0",
	} {
		assert.Equal(t, expected, parsed(t, text).Text(), text)
	}
}

// An int has 32 bits in the browser's core, and 64 elsewhere.
func TestNumbersAreTheSameInEveryCore(t *testing.T) {
	for text, expected := range map[string]int64{
		"0": 0, "-0": 0, "16": 16, "16.0": 16, "16.9": 16, "-16.9": -16, "1.6e1": 16, "1600E-2": 16, "0.0016e+4": 16, "0.9": 0, "1e-400": 0, "0e999999999": 0,
		`"16"`: 16, `"16.0"`: 16, `" 16"`: 0, `"16 years"`: 0, `"0x10"`: 0, `""`: 0, `"\u0031"`: 1, "true": 0, "[16]": 0,
		"2147483647": math.MaxInt32, "2147483648": math.MaxInt32 + 1, "4294967312": 4294967312, "9007199254740993": 9007199254740993,
		"9223372036854775807": math.MaxInt64, "9223372036854775808": math.MaxInt64, "-9223372036854775808": math.MinInt64, "-9223372036854775809": math.MinInt64,
		"1e18": 1e18, "1e19": math.MaxInt64, "1e99": math.MaxInt64, "-1e999999999999999999999": math.MinInt64, "0.00001e24": math.MaxInt64, "1e4294967296": math.MaxInt64, "16e-4294967296": 0,
	} {
		v := parsed(t, text)
		assert.Equal(t, expected, v.Int64(), text)
		assert.Equal(t, int(min(max(expected, math.MinInt32), math.MaxInt32)), v.Int(), text)
	}
	assert.Equal(t, int64(1), parsed(t, "0."+strings.Repeat("0", 99_999)+"1e100000").Int64())
	assert.Equal(t, int64(math.MaxInt64), parsed(t, strings.Repeat("9", 100_000)).Int64())
}

// seeds are texts of every kind that JSON has.
var seeds = []string{
	`{"a":[1,-0.5e+3,"b\u00e9\ud83e\udee9\n",true,false,null,{}],"a":{"":[]}}`, ` [ 1 , { "a" : "b" } ] `, "\ufeff{}", `"\ud83e\\"`, "\"\xff\xc3\u2028\x7f\"",
	`[[[[1]]]]`, `{"a":{"b":{"c":1}}}`, `9223372036854775808`, `1e400`, `"16.0"`, "[\"\U000E0067\x7f\"]", `{`, `[1,]`, `"`, `01`, "\x00",
}

// What encoding/json reads, and what it refuses, is read and refused alike.
func FuzzRead(f *testing.F) {
	for _, seed := range append(seeds, strings.Repeat("[", 65)+strings.Repeat("]", 65)) {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		v, err := jsontext.Parse(text)
		plain := bytes.TrimPrefix(text, []byte("\ufeff"))
		if err != nil {
			require.True(t, !json.Valid(plain) || depth(plain) > 64, "refused: %q", text)
			return
		}
		require.True(t, json.Valid(plain), "taken: %q", text)
		require.LessOrEqual(t, depth(plain), 64)
		decoder := json.NewDecoder(bytes.NewReader(plain))
		decoder.UseNumber()
		var expected any
		require.NoError(t, decoder.Decode(&expected))
		require.Equal(t, expected, tree(t, v))
		v.Texts(7)
		v.Identifier()
	})
}

func depth(text []byte) int {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	open, deepest := 0, 0
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return deepest
		}
		if err != nil {
			return math.MaxInt
		}
		switch token {
		case json.Delim('['), json.Delim('{'):
			open++
			deepest = max(deepest, open)
		case json.Delim(']'), json.Delim('}'):
			open--
		}
	}
}

// tree is a value as encoding/json has it.
func tree(t *testing.T, v jsontext.Value) any {
	if flag, ok := v.Bool(); ok {
		return flag
	}
	switch {
	case v.IsObject():
		o := map[string]any{}
		for _, member := range v.Object().Members() {
			name, value := member.Name, member.Value
			o[name] = tree(t, value)
		}
		for name, last := range o {
			require.Equal(t, last, tree(t, v.Object().Get(name)), "the last %q", name)
		}
		return o
	case v.IsList():
		list := []any{}
		for _, item := range v.Items() {
			list = append(list, tree(t, item))
		}
		return list
	case v.IsText():
		return v.Text()
	}
	if number := v.Identifier(); number != "" {
		if at := strings.IndexAny(number, "eE"); at < 0 || len(number)-at <= 5 { // others are too large for big.Rat
			exact, ok := new(big.Rat).SetString(number)
			require.True(t, ok, number)
			require.Equal(t, clamped(new(big.Int).Quo(exact.Num(), exact.Denom())), v.Int64(), number)
		}
		return json.Number(number)
	}
	return nil
}

func clamped(n *big.Int) int64 {
	switch {
	case n.IsInt64():
		return n.Int64()
	case n.Sign() < 0:
		return math.MinInt64
	}
	return math.MaxInt64
}

// The worst that a server can send: as much as is read, all of it members.
func BenchmarkLargestObject(b *testing.B) {
	for name, text := range map[string]string{
		"members": `{` + strings.Repeat(`"a":1,`, 170_000) + `"a":1}`,
		"items":   `{"a":[` + strings.Repeat(`1,`, 500_000) + `1]}`,
		"lists":   `{"a":[` + strings.Repeat(`[],`, 340_000) + `1]}`,
		"text":    `{"a":"` + strings.Repeat(`\u00e9`, 170_000) + `"}`,
		"spaces":  `{"a":` + strings.Repeat(" ", 1_000_000) + `1}`,
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				v, err := jsontext.Parse([]byte(text))
				if err != nil {
					b.Fatal(err)
				}
				o := v.Object()
				for range 30 {
					o.Text("b")
				}
				for range o.Items("a") {
				}
				o.Text("a")
			}
		})
	}
}
