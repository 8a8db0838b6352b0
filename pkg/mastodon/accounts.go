package mastodon

import "context"

// Account is an account on the server.
type Account struct {
	ID          string
	Username    string
	Acct        string // the handle, without the domain for the server's own
	DisplayName string
	URL         string // the public profile, an address of a web page; may be empty
}

// Registration is what a sign-up sends. Empty members are not sent.
type Registration struct {
	Username    string
	Email       string // is sent with its domain in ASCII
	Password    string
	Agreement   bool   // to the rules, the privacy policy and, if there are any, the terms of service
	Locale      string // of the confirmation email and the interface, as the server spells it
	Lang        string // of the sentences in a refusal, as the server spells it
	TimeZone    string // IANA name
	Reason      string
	DateOfBirth string // YYYY-MM-DD
	InviteCode  string
	Asked       [][2]string // names and values that a refusal asked for besides, in order

	// What Pleroma and Akkoma take besides.
	CaptchaToken      string // these three are of a [Captcha]
	CaptchaSolution   string
	CaptchaAnswerData string
	InviteToken       string // in place of an invite code
	Language          string // of the emails, in place of a locale
	Birthday          string // in place of a date of birth
}

// Created is the answer to a sign-up.
type Created struct {
	Token      *Token // of the new account; nil where Akkoma sends none
	Identifier string // without a token, what comes next: missing_confirmed_email, awaiting_approval, manual_login_required
	Message    string // without a token, the server's sentence
	RateLimit  *RateLimit
}

// CreateAccount signs somebody up. The token is an app's, with the scope
// write:accounts. Servers take 5 attempts in half an hour from one network,
// refused ones included. What is wrong with the registration is in the error's
// Fields.
//
// POST /api/v1/accounts
// https://docs.joinmastodon.org/methods/accounts/#create
func (c *Client) CreateAccount(ctx context.Context, appToken string, r Registration) (*Created, error) {
	a, err := exchange(ctx, c.doer, call{op: "create account", method: "POST",
		url: c.server.URL("/api/v1/accounts"), token: appToken, json: encodeRegistration(r), secrets: []string{r.Password}})
	if err != nil {
		return nil, err
	}
	created, err := decodeCreated(a.body)
	if err != nil {
		return nil, a.unreadable(err)
	}
	created.RateLimit = a.rateLimit
	return created, nil
}

func decodeCreated(body []byte) (*Created, error) {
	if token, err := decodeToken(body); err == nil {
		return &Created{Token: token}, nil
	}
	o, err := decodeObject(body)
	if err != nil || o.Text("identifier") == "" {
		return nil, errNotExpected
	}
	return &Created{Identifier: o.Text("identifier"), Message: o.Text("message")}, nil
}

// LookupAccount finds an account of the server by its username. An error with
// CodeNotFound means that nobody has the name, though the server may reserve
// it. No token is sent: it is not needed, and would cost a preflight.
//
// GET /api/v1/accounts/lookup
// https://docs.joinmastodon.org/methods/accounts/#lookup
func (c *Client) LookupAccount(ctx context.Context, username string) (*Account, error) {
	a, err := c.get(ctx, "look up account", "/api/v1/accounts/lookup?acct="+escape(username))
	if err != nil {
		return nil, err
	}
	return a.account()
}

// VerifyAccount returns the account of a token. Until it works the error's
// code is CodeUnconfirmed, then CodePending where staff approve; CodeDisabled
// for a disabled or suspended one; CodeUnauthorized once it is gone.
//
// GET /api/v1/accounts/verify_credentials
// https://docs.joinmastodon.org/methods/accounts/#verify_credentials
func (c *Client) VerifyAccount(ctx context.Context, token string) (*Account, error) {
	a, err := exchange(ctx, c.doer, call{op: "verify account", method: "GET",
		url: c.server.URL("/api/v1/accounts/verify_credentials"), token: token})
	if err != nil {
		return nil, err
	}
	return a.account()
}

func (a answer) account() (*Account, error) {
	account, err := decodeAccount(a.body)
	if err != nil {
		return nil, a.unreadable(err)
	}
	return account, nil
}

func decodeAccount(body []byte) (*Account, error) {
	o, err := decodeObject(body)
	if err != nil || o.Text("username") == "" {
		return nil, errNotExpected
	}
	return &Account{ID: o.Identifier("id"), Username: o.Text("username"), Acct: o.Text("acct"),
		DisplayName: o.Text("display_name"), URL: webAddress(o.Text("url"))}, nil
}
