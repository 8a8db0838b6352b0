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

// said are the lines of the tests' comments that tell what they show, as
// "§1.7: the new token has all scopes of the app. TestName". Each test has some,
// and none is skipped.
func said(t *testing.T) (lines []string) {
	t.Helper()
	claim := regexp.MustCompile(`^(§[\d.]+|Seen|Its own): .+\.$`)
	paths, err := filepath.Glob("*_test.go")
	require.NoError(t, err)
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		require.NoError(t, err)
		for _, declaration := range file.Decls {
			test, ok := declaration.(*ast.FuncDecl)
			if !ok || test.Recv != nil || !strings.HasPrefix(test.Name.Name, "Test") {
				continue
			}
			before := len(lines)
			for line := range strings.Lines(test.Doc.Text()) {
				if line = strings.TrimSpace(line); claim.MatchString(line) {
					lines = append(lines, line+" "+test.Name.Name)
				}
			}
			assert.Greater(t, len(lines), before, "%s does not say what it shows", test.Name.Name)
			ast.Inspect(test.Body, func(node ast.Node) bool {
				called, ok := node.(*ast.SelectorExpr)
				assert.False(t, ok && strings.HasPrefix(called.Sel.Name, "Skip"), "%s is skipped", test.Name.Name)
				return true
			})
		}
	}
	return lines
}

// tabled are the rows of the table in the package's documentation, written
// likewise, and its sections.
func tabled(t *testing.T) (lines, sections []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "doc_conformance.go", nil, parser.ParseComments)
	require.NoError(t, err)
	heading := regexp.MustCompile(`^(§[\d.]+) |^(Seen|Its own): `)
	row := regexp.MustCompile(`^(.*\S)  +(Test\w+|not simulated.*)$`)
	section := ""
	for line := range strings.Lines(file.Doc.Text()) {
		line, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue
		}
		if named := heading.FindStringSubmatch(line); named != nil {
			section = named[1] + named[2]
			sections = append(sections, section)
			continue
		}
		parts := row.FindStringSubmatch(line)
		if assert.NotNil(t, parts, "nothing shows %q", line) && strings.HasPrefix(parts[2], "Test") {
			lines = append(lines, section+": "+parts[1]+". "+parts[2])
		}
	}
	return lines, sections
}

// Its own: the table of conformance says what the tests say.
func TestTheConformanceTableSaysWhatTheTestsSay(t *testing.T) {
	lines, sections := tabled(t)
	assert.ElementsMatch(t, said(t), lines, "the comments of the tests, and the table")
	contract := strings.Fields("§0.1 §1 §1.1 §1.2 §1.3 §1.4 §1.5 §1.6 §1.7 §1.8 §1.9 §1.10 §1.11 §1.12 §2 §3 §4 §5 §6 §7 §8 §9.1 §9.2 §9.3")
	assert.Equal(t, append(contract, "Seen", "Its own"), sections)
}
