package edge

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

// siteverify is where Cloudflare says what an answer to its Turnstile is worth.
const siteverify = "https://challenges.cloudflare.com/turnstile/v0/siteverify"

// maxChallenge is the longest answer of a page, in bytes, as Cloudflare has it.
const maxChallenge = 2048

// challenged makes sure that the page of a visitor solved the challenge, if the
// settings want one. An answer is good once.
func (b *broker) challenged(ctx context.Context, solution string) *refusal {
	switch {
	case b.turnstile == "":
		return nil
	case solution == "":
		return challengeRequired
	case len(solution) > maxChallenge:
		return challengeFailed
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	good, why, err := b.verify(ctx, solution)
	switch {
	case err != nil:
		b.log.Printf("turnstile: %s", loggable(err))
		return &refusal{Status: http.StatusServiceUnavailable, Code: "temporarily_unavailable", Sentence: "The challenge cannot be checked now."}
	case !good && strings.Contains(why, "secret"): // missing-input-secret, invalid-input-secret
		b.log.Printf("turnstile: the secret is not right: set TURNSTILE_SECRET")
		return misconfigured
	case !good:
		return challengeFailed
	}
	return nil
}

// verify asks Cloudflare. What it says of why is codes.
func (b *broker) verify(ctx context.Context, solution string) (good bool, why string, err error) {
	response, err := b.doer.Do(ctx, &mastodon.Request{Method: http.MethodPost, URL: siteverify,
		Header: map[string]string{"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"},
		Body:   []byte(url.Values{"secret": {b.turnstile}, "response": {solution}}.Encode())})
	if err != nil {
		return false, "", errors.New("no answer") // what a Doer says may hold what was sent
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, 16<<10))
	var answer struct {
		Success bool
		Codes   []string `json:"error-codes"`
	}
	if err != nil || json.Unmarshal(body, &answer) != nil || response.Status >= 500 {
		return false, "", errors.New("no answer that can be read")
	}
	why = strings.Join(answer.Codes, " ")
	if strings.Contains(why, "internal-error") {
		return false, "", errors.New(why)
	}
	return answer.Success, why, nil
}

var (
	challengeRequired = settledRefusal(http.StatusForbidden, "challenge_required", "Solve the challenge, and send the answer as the parameter challenge.")
	challengeFailed   = refuse(http.StatusForbidden, "challenge_failed", "That answer is not good, or was used before.")
)
