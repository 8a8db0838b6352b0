package mastodontest

import (
	"regexp"
	"slices"
	"strings"
)

// wording is what refusals of a sign-up are called in one. What it lacks is
// said in English, as Mastodon does.
type wording struct {
	failed string
	names  map[string]string // of parameters
	says   map[string]string // by "parameter code" or by code alone; % stands for a number
}

// wordings are some of Mastodon's, as its and Rails' files of 4.6 say them.
var wordings = map[string]wording{
	"en": {
		failed: "Validation failed: ",
		names: map[string]string{
			"email": "E-mail address", "password": "Password", "username": "Username", "reason": "Reason",
			"agreement": "Service agreement", "locale": "Locale", "time_zone": "Time zone", "date_of_birth": "Date of birth",
		},
	},
	"de": {
		failed: "Gültigkeitsprüfung ist fehlgeschlagen: ",
		names: map[string]string{
			"email": "E-Mail-Adresse", "password": "Passwort", "username": "Profilname", "reason": "Grund",
			"agreement": "Service-Vereinbarung", "locale": "Sprache",
		},
		says: map[string]string{
			"ERR_BLANK": "muss ausgefüllt werden", "ERR_INVALID": "ist nicht gültig", "ERR_TAKEN": "ist bereits vergeben",
			"ERR_TOO_LONG": "ist zu lang (mehr als % Zeichen)", "ERR_TOO_SHORT": "ist zu kurz (weniger als % Zeichen)",
			"ERR_ACCEPTED": "muss akzeptiert werden", "ERR_INCLUSION": "ist kein gültiger Wert",
			"username ERR_INVALID": "nur Buchstaben, Ziffern und Unterstriche", "ERR_RESERVED": "ist bereits vergeben",
			"ERR_BLOCKED": "verwendet einen nicht erlaubten E-Mail-Anbieter", "ERR_UNREACHABLE": "scheint nicht zu existieren",
		},
	},
	"fr": {
		failed: "La validation a échoué : ",
		names: map[string]string{
			"email": "Adresse de courriel", "password": "Mot de passe", "username": "Nom d’utilisateur·rice", "reason": "Motif",
			"agreement": "Contrat de service", "locale": "Langue",
		},
		says: map[string]string{
			"ERR_BLANK": "doit être rempli(e)", "ERR_INVALID": "n'est pas valide", "ERR_TAKEN": "n'est pas disponible",
			"ERR_TOO_LONG": "est trop long (pas plus de % caractères)", "ERR_TOO_SHORT": "est trop court (au moins % caractères)",
			"ERR_ACCEPTED": "doit être accepté(e)", "ERR_INCLUSION": "n'est pas inclus(e) dans la liste",
			"username ERR_INVALID": "doit ne contenir que des lettres, des nombres et des tirets bas", "ERR_RESERVED": "est réservé",
			"ERR_BLOCKED": "utilise un fournisseur de courriel interdit", "ERR_UNREACHABLE": "ne semble pas exister",
		},
	},
}

// languageOf is that of a refusal: the call's own parameter wins, then comes
// the account's, then the browser's.
func (s *Server) languageOf(c *call, u *user) string {
	wanted := []string{c.param("lang")}
	if u != nil {
		wanted = append(wanted, u.locale)
	}
	for part := range strings.SplitSeq(c.Header.Get("Accept-Language"), ",") {
		name, _, _ := strings.Cut(part, ";")
		wanted = append(wanted, strings.TrimSpace(name))
	}
	for i, name := range wanted {
		base, _, _ := strings.Cut(name, "-")
		switch _, told := wordings[base]; {
		case name == "" || i == 0 && !slices.Contains(s.features.locales, name):
		case told:
			return base
		default: // which the server has, but not this simulation
			return "en"
		}
	}
	return "en"
}

var number = regexp.MustCompile(`\d+`)

// in is what a problem says in a language.
func (p problem) in(language string) string {
	says := wordings[language].says
	said := says[p.key+" "+p.code]
	if said == "" {
		said = says[p.code]
	}
	if said == "" {
		return p.description
	}
	return strings.Replace(said, "%", number.FindString(p.description), 1)
}

// nameIn is what a parameter is called in a language.
func nameIn(language, key string) string {
	if name := wordings[language].names[key]; name != "" {
		return name
	}
	if name := wordings["en"].names[key]; name != "" {
		return name
	}
	name := strings.ReplaceAll(key, "_", " ")
	return strings.ToUpper(name[:1]) + name[1:]
}
