package signup_test

import (
	"hash/fnv"
	"reflect"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFormReadAheadIsTheOneThatVisitorsGet(t *testing.T) {
	settings := kindRules()
	settings.Registrations, settings.MinAge = mastodontest.Approval, 16
	journey(t, settings, nil, func(v *visitor) {
		form, err := signup.ReadForm(v.Context(), v.config.Doer, "https://Example.social/about", v.config.Languages)
		require.NoError(v, err)
		assert.Equal(v, host, form.Server)
		assert.Equal(v, time.Now().UnixMilli(), form.At)
		assert.Equal(v, signup.FormVersion, form.Version)
		assert.Equal(v, v.open(), form.Snapshot)
		assert.Empty(v, v.server.Received("POST", "/api/v1/apps"), "nothing is registered for it")
	})
}

func TestAFormReadAheadHasNoCaptcha(t *testing.T) {
	journey(t, puzzled, nil, func(v *visitor) {
		form, err := signup.ReadForm(v.Context(), v.config.Doer, host, nil)
		require.NoError(v, err)
		assert.Nil(v, form.Snapshot.Captcha)
		assert.NotNil(v, v.open().Captcha)
		assert.Equal(v, v.flow.Snapshot().Fields, form.Snapshot.Fields, "but its field")
	})
}

func TestWhyThereIsNoFormToReadAhead(t *testing.T) {
	for code, c := range map[signup.Code]struct {
		server   string
		settings mastodontest.Settings
	}{
		signup.CodeClosed:       {host, mastodontest.Settings{Registrations: mastodontest.Closed}},
		signup.CodeExternal:     {host, mastodontest.Settings{SSOURL: "https://sso.example"}},
		signup.CodeNotSupported: {host, mastodontest.Settings{Software: mastodontest.Snac}},
		signup.CodeBadServer:    {"example", mastodontest.Settings{}},
	} {
		t.Run(string(code), func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				_, err := signup.ReadForm(v.Context(), v.config.Doer, c.server, nil)
				v.fails(code, err)
			})
		})
	}
}

// What was made with other types than the widget has must not be drawn.
func TestTheVersionOfAFormGoesUpWithItsTypes(t *testing.T) {
	shapes := map[int]uint32{1: 0x754e6790}
	hash := fnv.New32a()
	shape(reflect.TypeFor[signup.Form](), func(text string) { hash.Write([]byte(text)) })
	assert.Equal(t, shapes[signup.FormVersion], hash.Sum32(), "raise FormVersion and note the number here")
}

func shape(t reflect.Type, note func(string)) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		shape(t.Elem(), note)
	case reflect.Map:
		shape(t.Elem(), note)
	case reflect.Struct:
		for field := range t.Fields() {
			note(field.Name + " " + string(field.Tag) + "\n")
			shape(field.Type, note)
		}
	default:
		note(t.Kind().String() + "\n")
	}
}
