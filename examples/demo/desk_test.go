package main

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// at is the part of a page that tells of one thing.
func at(page, start, end string) string {
	_, part, _ := strings.Cut(page, start)
	part, _, _ = strings.Cut(part, end)
	return part
}

func TestMailBoxShowsTheMailWithALinkThatLeadsBackToTheSite(t *testing.T) {
	d := start(t)
	d.signUp("alice")
	_, text := d.open("/desk/mail")
	letter := at(text, `<article class="letter"`, "</article>")
	assert.Contains(t, letter, "To alice@example.org")
	assert.Contains(t, letter, "one click away")
	link := at(letter, `<a href="`, `"`)
	assert.Equal(t, 2, strings.Count(letter, link), "the link and its text")
	answer, err := http.Get(link)
	require.NoError(t, err)
	answer.Body.Close()
	assert.Equal(t, d.site+"/", answer.Request.URL.String())
}

func TestMailBoxIsNewestFirst(t *testing.T) {
	d := start(t)
	d.signUp("alice")
	d.signUp("bert")
	_, text := d.open("/desk/mail")
	assert.Less(t, strings.Index(text, "bert@"), strings.Index(text, "alice@"))
}

func TestModeratorsDecide(t *testing.T) {
	for verb, state := range map[string]string{"approve": "<b>active</b>", "reject": "", "suspend": "<b>suspended</b>", "disable": "<b>disabled</b>"} {
		t.Run(verb, func(t *testing.T) {
			d := start(t)
			if verb == "approve" || verb == "reject" {
				d.play("approval")
			}
			d.signUp("alice")
			require.NoError(t, d.stage.current().server.Confirm("alice"))
			_, text := d.open("/desk/moderators")
			row := at(text, `aria-label="alice"`, "</article>")
			assert.Contains(t, row, `value="`+verb+`"`, "a button for it")

			status, text := d.post("/desk/moderators", url.Values{"username": {"alice"}, "verb": {verb}})
			assert.Equal(t, http.StatusOK, status)
			row = at(text, `aria-label="alice"`, "</article>")
			assert.NotContains(t, row, `value="`+verb+`"`, "no button to do it again")
			assert.Contains(t, row, state)
			assert.Equal(t, verb == "reject", row == "", "gone from the list")
		})
	}
}

func TestModeratorsSeeTheReasonAndWhoWaits(t *testing.T) {
	d := start(t)
	d.play("approval")
	d.signUp("alice")
	_, text := d.open("/desk/moderators")
	assert.Contains(t, text, "<blockquote>I like <crabs></blockquote>")
	assert.Contains(t, text, "Nobody waits", "the address is not confirmed yet")
	require.NoError(t, d.stage.current().server.Confirm("alice"))
	_, text = d.open("/desk/moderators")
	assert.Contains(t, text, "Waiting for a decision: 1.")
}

func TestModeratorsCannotDoWhatThereIsNot(t *testing.T) {
	d := start(t)
	status, text := d.post("/desk/moderators", url.Values{"username": {"marina"}, "verb": {"praise"}})
	assert.Equal(t, http.StatusBadRequest, status)
	assert.Contains(t, text, "Moderators cannot “praise”.")
	status, text = d.post("/desk/moderators", url.Values{"username": {"nobody"}, "verb": {"approve"}})
	assert.Equal(t, http.StatusNotFound, status)
	assert.Contains(t, text, "There is no account “nobody”.")
}

func TestRequestsAreListedWithoutSecrets(t *testing.T) {
	d := start(t)
	d.signUp("alice")
	_, text := d.open("/desk/requests")
	assert.Contains(t, text, "<td>POST</td><td>/api/v1/accounts</td><td>200</td>")
	for _, r := range d.stage.current().server.Requests() {
		if token := r.Header.Get("Authorization"); token != "" {
			assert.NotContains(t, text, strings.TrimPrefix(token, "Bearer "))
		}
	}
	assert.NotContains(t, text, "correct horse")
}

func TestPagesCanTellThatSomethingHappened(t *testing.T) {
	d := start(t)
	now := func() (n struct {
		Revision       string
		Mails, Waiting int
	}) {
		_, text := d.open("/desk/now")
		require.NoError(t, json.Unmarshal([]byte(text), &n))
		return n
	}
	d.play("approval")
	before := now()
	assert.Equal(t, before, now(), "nothing happened")
	d.signUp("alice")
	signedUp := now()
	assert.NotEqual(t, before.Revision, signedUp.Revision)
	assert.Equal(t, 1, signedUp.Mails)
	require.NoError(t, d.stage.current().server.Confirm("alice"))
	assert.NotEqual(t, signedUp.Revision, now().Revision)
	assert.Equal(t, 1, now().Waiting)
	_, page := d.open("/desk/mail")
	assert.Contains(t, page, `data-revision="`+now().Revision+`"`)
}
