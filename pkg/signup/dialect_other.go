package signup

import (
	"strings"
)

// Where people sign up with software that takes no sign-ups by API. What is
// missing here, such as Misskey and Mitra, has its form on the first page.
const otherSignUpPages = " pixelfed:/register friendica:/register peertube:/signup lemmy:/signup piefed:/auth/register" +
	" mbin:/register kbin:/register funkwhale:/signup hubzilla:/register loops:/register vernissage:/register epicyon:/register "

// otherDialect is that of software that signs nobody up by API: all there is to
// know is where its pages are.
func otherDialect(software string) *dialect {
	d := &dialect{signUp: "/", signIn: "/", reset: "/", profile: "/@", signInWith: FieldNameEmail}
	if _, known, ok := strings.Cut(otherSignUpPages, " "+software+":"); ok {
		d.signUp, _, _ = strings.Cut(known, " ")
	}
	return d
}
