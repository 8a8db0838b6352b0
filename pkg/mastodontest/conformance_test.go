package mastodontest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// testNames lists the test functions of this package.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob("*_test.go")
	require.NoError(t, err)
	names := map[string]bool{}
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		require.NoError(t, err)
		for _, declaration := range file.Decls {
			if function, ok := declaration.(*ast.FuncDecl); ok && function.Recv == nil && strings.HasPrefix(function.Name.Name, "Test") {
				names[function.Name.Name] = true
			}
		}
	}
	return names
}

// conformanceRows are the lines of the table in the package's documentation.
func conformanceRows(t *testing.T) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "doc_conformance.go", nil, parser.ParseComments)
	require.NoError(t, err)
	var rows []string
	for line := range strings.Lines(file.Doc.Text()) {
		if row, ok := strings.CutPrefix(line, "\t"); ok {
			rows = append(rows, strings.TrimSpace(row))
		}
	}
	return rows
}

func TestTheConformanceTableNamesTestsThatExist(t *testing.T) {
	tests, named := testNames(t), regexp.MustCompile(`\bTest\w+`)
	sections := map[string]bool{}
	for _, row := range conformanceRows(t) {
		section, _, _ := strings.Cut(row, " ")
		isHeading := strings.HasPrefix(section, "§")
		if isHeading {
			sections[section] = true
		}
		shown := named.FindAllString(row, -1)
		for _, test := range shown {
			assert.True(t, tests[test], "%s does not exist", test)
		}
		assert.True(t, isHeading || len(shown) > 0 || strings.Contains(row, "not simulated"), "nothing shows %q", row)
	}
	for _, section := range strings.Fields("§0.1 §1 §1.1 §1.2 §1.3 §1.4 §1.5 §1.6 §1.7 §1.8 §1.9 §1.10 §1.12 §2 §3 §4 §5 §6 §7 §8 §9.1 §9.2 §9.3") {
		assert.True(t, sections[section], "%s has no row", section)
	}
}
