package signup

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheLikelyWebMailIsNamed(t *testing.T) {
	for address, page := range map[string]string{
		"a•••@gmail.com":         "https://mail.google.com",
		"a•••@Googlemail.com":    "https://mail.google.com",
		"a•••@outlook.com":       "https://outlook.live.com",
		"a•••@hotmail.co.uk":     "https://outlook.live.com",
		"a•••@live.nl":           "https://outlook.live.com",
		"a•••@yahoo.co.jp":       "https://mail.yahoo.com",
		"a•••@me.com":            "https://www.icloud.com/mail",
		"a•••@pm.me":             "https://mail.proton.me",
		"a•••@gmx.at":            "https://www.gmx.net",
		"a•••@web.de":            "https://web.de",
		"a•••@t-online.de":       "https://email.t-online.de",
		"a•••@tuta.io":           "https://app.tuta.com",
		"a•••@126.com":           "https://mail.126.com",
		"a•••@uol.com.br":        "https://email.uol.com.br",
		"a•••@example.org":       "",
		"a•••@notgmail.com":      "",
		"a•••@gmail.com.example": "",
		"a•••@web.example":       "",
		"a•••@live.example.com":  "",
		"":                       "",
		"a•••@":                  "",
	} {
		assert.Equal(t, page, webMail(address), address)
	}
}
