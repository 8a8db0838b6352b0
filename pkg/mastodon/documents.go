package mastodon

import (
	"context"

	"github.com/fedi-signup/fedi-signup/pkg/internal/jsontext"
)

// TermsOfService is a version of the server's terms.
type TermsOfService struct {
	EffectiveDate string // YYYY-MM-DD, or a date and time
	Effective     bool   // false: it takes effect at that date
	Content       string // HTML, from the server as it is
	SucceededBy   string // date of the next version; empty if there is none
}

// PrivacyPolicy is the server's privacy policy.
type PrivacyPolicy struct {
	UpdatedAt string // date and time
	Content   string // HTML, from the server as it is
}

// ExtendedDescription is what the server's staff say about it.
type ExtendedDescription struct {
	UpdatedAt string // date and time; empty if it was never set
	Content   string // HTML, from the server as it is
}

// TermsOfService returns the version of a date (YYYY-MM-DD), or the current
// one for an empty date. CodeNotFound: there is none. Since Mastodon 4.4.
//
// GET /api/v1/instance/terms_of_service
// https://docs.joinmastodon.org/methods/instance/#terms_of_service
func (c *Client) TermsOfService(ctx context.Context, date string) (*TermsOfService, error) {
	path := "/api/v1/instance/terms_of_service"
	if date != "" {
		path += "/" + escape(date)
	}
	o, err := c.getObject(ctx, "get terms of service", path)
	if err != nil {
		return nil, err
	}
	return &TermsOfService{EffectiveDate: o.Text("effective_date"), Effective: o.Flag("effective"),
		Content: o.Text("content"), SucceededBy: o.Text("succeeded_by")}, nil
}

// PrivacyPolicy returns the server's privacy policy. Since Mastodon 4.0.
//
// GET /api/v1/instance/privacy_policy
// https://docs.joinmastodon.org/methods/instance/#privacy_policy
func (c *Client) PrivacyPolicy(ctx context.Context) (*PrivacyPolicy, error) {
	o, err := c.getObject(ctx, "get privacy policy", "/api/v1/instance/privacy_policy")
	if err != nil {
		return nil, err
	}
	return &PrivacyPolicy{UpdatedAt: o.Text("updated_at"), Content: o.Text("content")}, nil
}

// ExtendedDescription returns the text of the server's about page. Since
// Mastodon 4.0.
//
// GET /api/v1/instance/extended_description
// https://docs.joinmastodon.org/methods/instance/#extended_description
func (c *Client) ExtendedDescription(ctx context.Context) (*ExtendedDescription, error) {
	o, err := c.getObject(ctx, "get extended description", "/api/v1/instance/extended_description")
	if err != nil {
		return nil, err
	}
	return &ExtendedDescription{UpdatedAt: o.Text("updated_at"), Content: o.Text("content")}, nil
}

// getObject reads a path that answers with a JSON object.
func (c *Client) getObject(ctx context.Context, op, path string) (jsontext.Object, error) {
	a, err := c.get(ctx, op, path)
	if err != nil {
		return jsontext.Object{}, err
	}
	o, err := decodeObject(a.body)
	if err != nil {
		return jsontext.Object{}, a.unreadable(err)
	}
	return o, nil
}
