package mastodontest

import (
	"bytes"
	"crypto/rand"
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"strings"
	"time"

	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"
)

// captcha is a picture whose characters a person types.
type captcha struct {
	token    string
	solution string
	made     time.Time
	used     bool
}

const captchaLifetime = 300 * time.Second

// CaptchaSolution solves the captcha of a token; empty for an unknown one.
func (s *Server) CaptchaSolution(token string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.captcha(token); c != nil {
		return c.solution
	}
	return ""
}

// LastCaptcha solves the captcha that was made last; empty if there is none.
func (s *Server) LastCaptcha() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.captchas) == 0 {
		return ""
	}
	return s.captchas[len(s.captchas)-1].solution
}

func (s *Server) captcha(token string) *captcha {
	for _, c := range s.captchas {
		if c.token == token {
			return c
		}
	}
	return nil
}

// captchaCharacters are those that a person tells apart in the picture.
const captchaCharacters = "34678abdefhknprtxy"

func (s *Server) newCaptcha(now time.Time) *captcha {
	var b [5]byte
	_, _ = rand.Read(b[:])
	for i, random := range b {
		b[i] = captchaCharacters[int(random)%len(captchaCharacters)]
	}
	c := &captcha{token: newSecret()[:20], solution: string(b[:]), made: now}
	s.captchas = append(s.captchas, c)
	return c
}

// showCaptcha answers GET /api/v1/pleroma/captcha. Akkoma sends the picture
// along; Pleroma's kocaptcha has it at an address.
func (s *Server) showCaptcha(c *call) reply {
	switch {
	case !s.settings.Captcha:
		return jsonReply(http.StatusOK, object{"type", "none"})
	case s.settings.CaptchaBroken:
		return jsonReply(http.StatusOK, object{"error", "kocaptcha_service_unavailable"})
	}
	made := s.newCaptcha(c.now)
	kind, address := "native", "data:image/png;base64,"+base64.StdEncoding.EncodeToString(made.png())
	if s.settings.Software == Pleroma {
		kind, address = "kocaptcha", c.origin+captchaPictures+made.token+".png"
	}
	return jsonReply(http.StatusOK, object{"type", kind, "token", made.token, "url", address,
		"answer_data", made.answerData(), "seconds_valid", int(captchaLifetime / time.Second)})
}

// captchaPictures is where the pictures of kocaptcha are.
const captchaPictures = "/captchas/"

// captchaPicture answers with the picture of a kocaptcha.
func (s *Server) captchaPicture(name string) reply {
	c := s.captcha(strings.TrimSuffix(name, ".png"))
	if c == nil {
		return notFoundPage()
	}
	return reply{status: http.StatusOK, header: http.Header{"Content-Type": {"image/png"}}, body: c.png()}
}

func (c *captcha) answerData() string { return "SFMyNTY." + c.token }

// captchaProblem checks the captcha of a sign-up and uses it up when it is
// solved; empty means solved.
func (s *Server) captchaProblem(c *call) string {
	for _, name := range []string{"captcha_solution", "captcha_token", "captcha_answer_data"} {
		if c.param(name) == "" {
			return "Invalid CAPTCHA (Missing parameter: " + name + ")"
		}
	}
	found := s.captcha(c.param("captcha_token"))
	switch {
	case s.settings.CaptchaBroken && s.settings.Software == Pleroma:
		return "Kocaptcha service unavailable"
	case s.settings.CaptchaBroken:
		return "CAPTCHA Error"
	case found == nil, c.param("captcha_answer_data") != found.answerData():
		return "Invalid answer data"
	case c.now.Sub(found.made) > captchaLifetime:
		return "CAPTCHA expired"
	case found.used:
		return "CAPTCHA already used"
	case c.param("captcha_solution") != found.solution:
		return "Invalid CAPTCHA"
	}
	found.used = true
	return ""
}

// png draws the characters, large and unevenly, over a line.
func (c *captcha) png() []byte {
	const scale, width, height = 4, 64, 26
	small := image.NewGray(image.Rect(0, 0, width, height))
	for i := range small.Pix {
		small.Pix[i] = 0xff
	}
	for x := range width {
		small.SetGray(x, 5+int(c.token[0])%8+x/7, color.Gray{Y: 0xb0})
	}
	for i, character := range c.solution {
		drawer := font.Drawer{Dst: small, Src: image.NewUniform(color.Gray{Y: 0x20}), Face: basicfont.Face7x13,
			Dot: fixed.P(5+11*i, 15+int(c.token[i])%8)}
		drawer.DrawString(string(character))
	}
	large := image.NewGray(image.Rect(0, 0, scale*width, scale*height))
	for y := range scale * height {
		for x := range scale * width {
			large.SetGray(x, y, small.GrayAt(x/scale, y/scale))
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, large); err != nil {
		panic(err) // it is written to memory
	}
	return b.Bytes()
}
