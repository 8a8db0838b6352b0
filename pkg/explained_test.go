package pkg_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWhatCrossesToJavaScriptIsExplained holds the types that become TypeScript
// to a comment for each of their fields and constants: editors show it.
func TestWhatCrossesToJavaScriptIsExplained(t *testing.T) {
	for _, file := range []string{"signup/snapshot.go", "../wasm/browser/options.go"} {
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, file, nil, parser.ParseComments)
		require.NoError(t, err)
		explained := func(names []*ast.Ident, above, beside *ast.CommentGroup) {
			assert.False(t, above == nil && beside == nil, "%s: nothing explains %s", fset.Position(names[0].Pos()), names[0].Name)
		}
		ast.Inspect(parsed, func(node ast.Node) bool {
			switch node := node.(type) {
			case *ast.StructType:
				for _, field := range node.Fields.List {
					explained(field.Names, field.Doc, field.Comment)
				}
			case *ast.GenDecl:
				for _, spec := range node.Specs {
					constant, ok := spec.(*ast.ValueSpec)
					switch {
					case !ok: // a type
					case node.Lparen == token.NoPos:
						explained(constant.Names, node.Doc, constant.Comment)
					default:
						explained(constant.Names, constant.Doc, constant.Comment)
					}
				}
			}
			return true
		})
	}
}
