//go:build tinygo && js

package main

// arc4random takes the place of the C library's, with which the runtime seeds its
// maps: that one asserts what it gets, and the assertion brings all of printf along.
//
//export arc4random
func arc4random() uint32 { return uint32(random() * (1 << 32)) }

//go:wasmimport opener random
func random() float64
