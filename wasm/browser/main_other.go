//go:build !(js && wasm)

package main

import "fmt"

func main() {
	fmt.Println("This is the core of the widget. Build it for the browser: ./build.sh build")
}
