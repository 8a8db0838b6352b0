//go:build !(tinygo && js)

package main

import "fmt"

func main() {
	fmt.Println("This makes a form while the core is on its way. TinyGo builds it for the browser: ./build.sh build")
}
