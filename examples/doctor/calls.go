package main

// Calls that the widget cannot do without.
var needed = map[string]string{
	"GET /api/v2/instance":                    "the terms",
	"GET /api/v1/instance":                    "the terms, older",
	"POST /api/v1/apps":                       "an app",
	"POST /oauth/token":                       "its token",
	"POST /api/v1/accounts":                   "the account",
	"GET /api/v1/accounts/verify_credentials": "the account's state",
}

// Calls that it makes the best of.
var wanted = map[string]string{
	"GET /.well-known/nodeinfo":                         "the software",
	"GET /nodeinfo/2.0":                                 "the software",
	"GET /.well-known/host-meta":                        "the server",
	"GET /.well-known/webfinger":                        "the server",
	"GET /api/v1/instance/privacy_policy":               "privacy policy",
	"GET /api/v1/instance/terms_of_service":             "terms of service",
	"GET /api/v1/instance/extended_description":         "about page",
	"GET /api/v1/accounts/lookup":                       "is a name free?",
	"GET /api/v1/pleroma/captcha":                       "the captcha",
	"GET /api/pleroma/captcha":                          "the captcha, older",
	"GET /api/v1/emails/check_confirmation":             "email confirmed?",
	"POST /api/v1/emails/confirmations":                 "the email again",
	"POST /api/v1/pleroma/accounts/confirmation_resend": "the email again",
	"POST /oauth/revoke":                                "token given back",
}

// purposeOf says what the widget gets from a call.
func purposeOf(c Call) (purpose string, isNeeded bool) {
	name := c.Method + " " + c.Path
	if purpose, isNeeded = needed[name]; !isNeeded {
		purpose = wanted[name]
	}
	return purpose, isNeeded
}
