package mastodontest_test

import (
	"encoding/base64"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const captchaPath = "/api/v1/pleroma/captcha"

// solved are the parameters that answer a fresh captcha.
func (v *visitor) solved() []string {
	v.Helper()
	captcha := v.get(captchaPath)
	return []string{"captcha_solution", `"` + v.server.CaptchaSolution(captcha.text(v, "token")) + `"`,
		"captcha_token", `"` + captcha.text(v, "token") + `"`, "captcha_answer_data", `"` + captcha.text(v, "answer_data") + `"`}
}

// drawn decodes a picture that must show something.
func drawn(t *testing.T, encoded io.Reader) image.Image {
	t.Helper()
	picture, err := png.Decode(encoded)
	require.NoError(t, err)
	dark := 0
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if r, _, _, _ := picture.At(x, y).RGBA(); r < 0x4000 {
				dark++
			}
		}
	}
	require.Greater(t, dark, 500, "characters of some size")
	return picture
}

// §9.2: the native captcha comes as a data: address.
func TestAkkomaShowsACaptcha(t *testing.T) {
	v := visitAkkoma(t, mastodontest.Settings{Captcha: true})
	assert.Empty(t, v.server.LastCaptcha())
	picture := func() image.Image {
		captcha := v.get(captchaPath)
		assert.Equal(t, "native", captcha.text(t, "type"))
		assert.EqualValues(t, 300, captcha.field(t, "seconds_valid"))
		assert.Equal(t, v.server.LastCaptcha(), v.server.CaptchaSolution(captcha.text(t, "token")))
		encoded, ok := strings.CutPrefix(captcha.text(t, "url"), "data:image/png;base64,")
		require.True(t, ok)
		return drawn(t, base64.NewDecoder(base64.StdEncoding, strings.NewReader(encoded)))
	}
	first := picture()
	solution := v.server.LastCaptcha()
	assert.Len(t, solution, 5)
	assert.NotEqual(t, first, picture())
	assert.NotEqual(t, solution, v.server.LastCaptcha())
	assert.Empty(t, v.server.CaptchaSolution("nonsense"))
	v.server.Update(func(s *mastodontest.Settings) { s.Captcha = false })
	v.answers(v.get(captchaPath), 200, `{"type":"none"}`)
}

// §9.2: kocaptcha's is an image's address; 2.2 has another path.
func TestPleromasCaptchaHasAnAddress(t *testing.T) {
	for version, path := range map[string]string{"2.2.50": "/api/pleroma/captcha", "2.5.0": captchaPath} {
		t.Run(version, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Software: mastodontest.Pleroma, Version: version, Captcha: true})
			captcha := v.get(path)
			assert.Equal(t, "kocaptcha", captcha.text(t, "type"))
			picture := v.get(captcha.text(t, "url"))
			assert.Equal(t, "image/png", picture.header.Get("Content-Type"))
			drawn(t, strings.NewReader(picture.body))
			assert.Equal(t, 404, v.get(captcha.text(t, "url")+"x").status)
			v.register("read write")
			solution := `"` + v.server.LastCaptcha() + `"`
			assert.Equal(t, 200, v.create("captcha_solution", solution, "captcha_token", `"`+captcha.text(t, "token")+`"`,
				"captcha_answer_data", `"`+captcha.text(t, "answer_data")+`"`).status)
		})
	}
	v := visit(t, mastodontest.Settings{Software: mastodontest.Pleroma, Version: "2.2.50", Captcha: true})
	assert.Equal(t, 404, v.get(captchaPath).status)
}

// §9.2: a captcha is good once, for five minutes, with words for each refusal.
func TestACaptchaIsCheckedAndUsedUp(t *testing.T) {
	problem := func(text string) string { return `{"error":"{\"captcha\":[\"` + text + `\"]}"}` }
	v := visitAkkoma(t, mastodontest.Settings{Captcha: true})
	v.answers(v.create(), 400, problem("Invalid CAPTCHA (Missing parameter: captcha_solution)"))
	solved := v.solved()
	v.answers(v.create(solved[:2]...), 400, problem("Invalid CAPTCHA (Missing parameter: captcha_token)"))
	v.answers(v.create(solved[:4]...), 400, problem("Invalid CAPTCHA (Missing parameter: captcha_answer_data)"))
	v.answers(v.create("captcha_solution", `"x"`, solved[2], solved[3], solved[4], solved[5]), 400, problem("Invalid CAPTCHA"))
	v.answers(v.create(solved[0], solved[1], solved[2], solved[3], solved[4], `"x"`), 400, problem("Invalid answer data"))
	late := v.solved()
	v.now = noon.Add(300 * time.Second)
	v.answers(v.create(append(late, "username", `"relay"`)...), 400, `{"error":"{\"nickname\":[\"is reserved\"]}"}`)
	v.answers(v.create(late...), 400, problem("CAPTCHA already used"))
	v.now = noon.Add(301 * time.Second)
	v.answers(v.create(late...), 400, problem("CAPTCHA expired"))
	assert.Equal(t, 200, v.create(v.solved()...).status)
}

// §9.2: the captcha's service may be down.
func TestACaptchaServiceMayBeDown(t *testing.T) {
	for software, text := range map[mastodontest.Software]string{
		mastodontest.Akkoma: "CAPTCHA Error", mastodontest.Pleroma: "Kocaptcha service unavailable",
	} {
		t.Run(string(software), func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Software: software, Captcha: true})
			v.register("read write")
			solved := v.solved()
			v.server.Update(func(s *mastodontest.Settings) { s.CaptchaBroken = true })
			v.answers(v.create(solved...), 400, `{"error":"{\"captcha\":[\"`+text+`\"]}"}`)
			assert.NotEmpty(t, v.get(captchaPath).text(t, "error"))
		})
	}
}
