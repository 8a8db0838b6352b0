//go:build tinygo

package main

import "unsafe"

// arc4random takes the place of the C library's, with which the runtime seeds its
// maps. That one asserts what it gets, and the assertion brings all of printf
// along, a fiftieth of the core.
//
//export arc4random
func arc4random() (n uint32) {
	randomGet(unsafe.Pointer(&n), 4)
	return n
}

//go:wasmimport wasi_snapshot_preview1 random_get
func randomGet(buf unsafe.Pointer, size uint32) uint32
