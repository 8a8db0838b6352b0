package fmt_test

import (
	"errors"
	"reflect"
	"testing"

	"github.com/fedi-signup/fedi-signup/wasm/fmt"
	"github.com/stretchr/testify/assert"
)

// These are the formats that safejs has.
func TestTheTextsOfSafejs(t *testing.T) {
	assert.EqualError(t, fmt.Errorf("invalid type for instanceof: %v", reflect.Bool), "invalid type for instanceof: bool")
	assert.EqualError(t, fmt.Errorf("%+v", errors.New("gone")), "gone")
	assert.Equal(t, "main\n\tmain.go:12\n", fmt.Sprintf("%s\n\t%s:%d\n", "main", "main.go", 12))
	assert.Equal(t, "?", fmt.Sprintf("%v", struct{}{}))
}
