// Package jsontext reads and writes JSON (RFC 8259). encoding/json would make
// the browser's core half as large again with TinyGo, and forgets the order of
// an object's members.
//
// [Parse] takes valid JSON only, but takes nothing apart: a value is a piece of
// the text, read when it is asked for. Neither the stack nor the memory depends
// on how deep a text nests. Values are read leniently: a member that is missing,
// null or of another type than expected reads as its zero value, so that one odd
// member does not cost the rest. Lists are slices, because TinyGo's goroutines
// make all code larger that calls a function by its value, as iterators do.
//
// What a [Writer] writes is valid for every Go string.
package jsontext
