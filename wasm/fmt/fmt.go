// Package fmt stands in for the standard one in safejs when a core is built: see
// slim_safejs in build.sh. The standard one would be a sixth of TinyGo's core, and safejs
// uses it for the texts of a few errors and of stacks alone.
package fmt

import (
	"errors"
	"strconv"
	"strings"
)

// State is what a Format method writes to.
type State interface {
	Write(text []byte) (int, error)
	Flag(c int) bool
}

// Sprintf puts the arguments in the places of the verbs, which say nothing else.
func Sprintf(format string, args ...any) string {
	var out strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || len(args) == 0 {
			out.WriteByte(format[i])
			continue
		}
		for i++; i < len(format) && format[i] == '+'; i++ {
		}
		out.WriteString(text(args[0]))
		args = args[1:]
	}
	return out.String()
}

func text(arg any) string {
	switch arg := arg.(type) {
	case string:
		return arg
	case int:
		return strconv.Itoa(arg)
	case error:
		return arg.Error()
	case interface{ String() string }:
		return arg.String()
	}
	return "?"
}

// Errorf makes an error of what Sprintf makes.
func Errorf(format string, args ...any) error { return errors.New(Sprintf(format, args...)) }

// Fprintf writes what Sprintf makes.
func Fprintf(f State, format string, args ...any) { _, _ = f.Write([]byte(Sprintf(format, args...))) }

// Fprint writes a text.
func Fprint(f State, arg any) { Fprintf(f, "%v", arg) }
