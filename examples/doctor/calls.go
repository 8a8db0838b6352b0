package main

// Calls that the widget cannot do without.
var needed = map[string]string{
	"GET /api/v2/instance":                    "what the server asks",
	"GET /api/v1/instance":                    "the same from older servers",
	"POST /api/v1/apps":                       "an app",
	"POST /oauth/token":                       "the app's token",
	"POST /api/v1/accounts":                   "the account",
	"GET /api/v1/accounts/verify_credentials": "whether the account works",
}

// Calls of which it makes the best.
var wanted = map[string]string{
	"GET /.well-known/nodeinfo":                 "which software it is",
	"GET /nodeinfo/2.0":                         "which software it is",
	"GET /.well-known/host-meta":                "where the API is",
	"GET /.well-known/webfinger":                "where the API is",
	"GET /api/v1/instance/privacy_policy":       "the privacy policy in place",
	"GET /api/v1/instance/terms_of_service":     "the terms of service in place",
	"GET /api/v1/instance/extended_description": "the about page in place",
	"GET /api/v1/accounts/lookup":               "whether a username is free",
	"GET /api/v1/pleroma/captcha":               "the captcha",
	"GET /api/pleroma/captcha":                  "the captcha of older servers",
	"GET /api/v1/emails/check_confirmation":     "whether the mail was confirmed",
	"POST /api/v1/emails/confirmations":         "the mail again",
	"POST /oauth/revoke":                        "to give back the account's token",
}

// purposeOf tells what the widget gets by a call.
func purposeOf(c Call) (purpose string, isNeeded bool) {
	name := c.Method + " " + c.Path
	if purpose, isNeeded = needed[name]; !isNeeded {
		purpose = wanted[name]
	}
	return purpose, isNeeded
}
