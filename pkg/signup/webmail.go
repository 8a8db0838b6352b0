package signup

import (
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/internal/ascii"
)

// webMails are the email services that many people have, each as its address
// and the domains of the email addresses that it serves. One that ends with a
// dot stands for the same name in every country.
const webMails = `
mail.google.com gmail.com googlemail.com
outlook.live.com outlook. hotmail. live. msn.com
mail.yahoo.com yahoo. ymail.com rocketmail.com
www.icloud.com/mail icloud.com me.com mac.com
mail.proton.me proton.me protonmail.com protonmail.ch pm.me
www.gmx.net gmx.
web.de web.de
email.t-online.de t-online.de
posteo.de posteo.
app.mailbox.org mailbox.org
app.tuta.com tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me
mail.aol.com aol. aim.com
app.fastmail.com fastmail.
mail.zoho.com zoho. zohomail.
mail.yandex.com yandex. ya.ru
e.mail.ru mail.ru inbox.ru list.ru bk.ru
mail.qq.com qq.com foxmail.com
mail.163.com 163.com
mail.126.com 126.com
messagerie.orange.fr orange.fr wanadoo.fr
webmail.free.fr free.fr
www.laposte.net/accueil laposte.net
webmail.sfr.fr sfr.fr
mail.libero.it libero.it
email.seznam.cz seznam.cz email.cz
poczta.wp.pl wp.pl
poczta.o2.pl o2.pl
poczta.onet.pl onet.pl op.pl
webmail.ziggo.nl ziggo.nl
www.bluewin.ch bluewin.ch
mail.naver.com naver.com
mail.daum.net daum.net hanmail.net
mail.rediff.com rediffmail.com
app.hey.com hey.com
email.uol.com.br uol.com.br bol.com.br
mail.terra.com.br terra.com.br
`

// webMail is where the emails to an address can probably be read in a browser;
// empty where nobody knows.
func webMail(address string) string {
	_, domain, _ := strings.Cut(address, "@")
	if domain = ascii.Lower(domain); domain == "" || strings.ContainsAny(domain, " \n") {
		return ""
	}
	name, rest, _ := strings.Cut(domain, ".")
	if first, country, two := strings.Cut(rest, "."); two && (first != "co" && first != "com" || len(country) != 2) {
		name = "" // no country's, but somebody else's
	}
	for _, line := range strings.Split(webMails, "\n") {
		page, domains, _ := strings.Cut(line, " ")
		domains = " " + domains + " "
		if strings.Contains(domains, " "+domain+" ") || strings.Contains(domains, " "+name+". ") {
			return "https://" + page
		}
	}
	return ""
}
