// Package jsbridge is where Go meets JavaScript: promises and errors in both
// directions, requests over fetch, storage, and the functions that a program
// exposes. No other package touches JavaScript.
//
// Whatever has structure crosses as JSON text, so that the json tags of Go
// types and the TypeScript types made from them are the single source of truth.
//
// It works with both compilers. TinyGo has no recover: an exception that
// JavaScript throws into Go ends the program there. So what Go calls must not
// throw; promises may settle either way.
package jsbridge
