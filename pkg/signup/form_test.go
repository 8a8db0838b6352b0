package signup_test

import (
	"hash/fnv"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
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

// What it makes is held against what the flow finds, whenever a visitor opens a server.
func TestWhichDocumentsMakeAFormByThemselves(t *testing.T) {
	type settings = mastodontest.Settings
	for name, c := range map[string]struct {
		settings settings
		made     bool
	}{
		"Mastodon 4.0":                     {settings{Version: "4.0.0"}, true},
		"Mastodon 4.4":                     {settings{Version: "4.4.0", MinAge: 16, Registrations: mastodontest.Approval}, true},
		"Mastodon 4.7":                     {settings{Version: "4.7.0-alpha.2"}, true},
		"a fork":                           {settings{Version: "4.5.3+glitch"}, true},
		"rules, with translations":         {kindRules(), true},
		"GoToSocial 0.18":                  {settings{Software: mastodontest.GoToSocial, Version: "0.18.3+git-57cb4fe"}, true},
		"GoToSocial 0.19 refuses apps":     {settings{Software: mastodontest.GoToSocial, Version: "0.19.2+git-57cb4fe"}, false},
		"only the older document":          {settings{Version: "3.5.0"}, false},
		"a captcha":                        {puzzled, false},
		"a captcha, if its staff want one": {settings{Software: mastodontest.Pleroma}, false},
		"closed":                           {settings{Registrations: mastodontest.Closed}, false},
		"on another page":                  {settings{SSOURL: "https://sso.example"}, false},
		"software without sign-up":         {settings{Software: mastodontest.Pixelfed}, false},
		"the name of another server":       {settings{Domain: "other.example"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, c.settings, nil, func(v *visitor) {
				now := v.open()
				form, made := v.formIn()
				require.Equal(v, c.made, made)
				if made {
					assert.Equal(v, now, form.Snapshot)
					assert.Equal(v, host, form.Server)
					assert.Equal(v, signup.FormVersion, form.Version)
					assert.Equal(v, time.Now().UnixMilli(), form.At)
				}
			})
		})
	}
}

func TestWhatIsNoDocumentMakesNoForm(t *testing.T) {
	const whole = `{"version":"4.5.3","source_url":"https://github.com/mastodon/mastodon","domain":"example.social","registrations":{"enabled":true}}`
	for text, made := range map[string]bool{
		whole: true, "\ufeff" + whole: true,
		"": false, "{}": false, "[]": false, "<html>": false, whole + "x": false,
		strings.Replace(whole, "4.5.3", "", 1):                                 false,
		strings.Replace(whole, "https://github.com/mastodon/mastodon", "", 1):  false, // which could be anybody's
		strings.Replace(whole, `"example.social"`, `"example.social.evil"`, 1): false,
		strings.Replace(whole, "true", "false", 1):                             false,
	} {
		_, ok := signup.FormIn([]byte(text), host, nil, time.Now())
		assert.Equal(t, made, ok, text)
	}
	_, ok := signup.FormIn([]byte(whole), "example", nil, time.Now())
	assert.False(t, ok, "what is no server has none")
	_, ok = signup.FormIn([]byte(whole+strings.Repeat(" ", 1<<20)), host, nil, time.Now())
	assert.False(t, ok, "nor has what is too large for the flow")
}
