package mastodontest_test

import (
	"testing"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/stretchr/testify/assert"
)

// §9.2: Pleroma's document tells its wishes, from 2.6 on the newer one too.
// The newer document is as instance_view.ex has it.
func TestPleromaDescribesItself(t *testing.T) {
	v := visit(t, mastodontest.Settings{Software: mastodontest.Pleroma})
	assert.Equal(t, "2.7.2 (compatible; Pleroma 2.5.0)", v.get("/api/v1/instance").text(t, "version"))
	assert.Equal(t, 404, v.get("/api/v2/instance").status)
	assert.Contains(t, v.get(v.get("/.well-known/nodeinfo").nodeInfo(t)).body, `"software":{"name":"pleroma","version":"2.5.0"}`)

	v = visit(t, mastodontest.Settings{Software: mastodontest.Pleroma, Version: "2.9.1", Registrations: mastodontest.Approval, BirthdayRequired: true, BirthdayMinAge: 5844})
	newer := v.get("/api/v2/instance")
	assert.Equal(t, "2.7.2 (compatible; Pleroma 2.9.1)", newer.text(t, "version"))
	assert.Contains(t, newer.body, `"registrations":{"enabled":true,"approval_required":true,"message":null,"url":null}`)
	for _, document := range []got{newer, v.get("/api/v1/instance")} {
		assert.Contains(t, document.body, `"account_activation_required":true`)
		assert.Contains(t, document.body, `"birthday_required":true,"birthday_min_age":5844`)
	}
	v.server.Update(func(s *mastodontest.Settings) { s.Software, s.Version = mastodontest.Akkoma, "3.16.0" })
	assert.NotContains(t, v.get("/api/v1/instance").body, "birthday")
}

// §9.2: Pleroma asks for birthdays, in whole days of UTC.
// As register_changeset in Pleroma's user.ex has it: whole days, in UTC.
func TestPleromaAsksForBirthdays(t *testing.T) {
	const noBirthday, tooYoung = `{"error":"{\"birthday\":[\"can't be blank\"]}"}`, `{"error":"{\"birthday\":[\"Invalid age\"]}"}`
	for name, c := range map[string]struct {
		required bool
		birthday string // as JSON
		body     string // of the refusal
	}{
		"none":                       {true, "", noBirthday},
		"none, where none is needed": {false, "", ""},
		"old enough by a day":        {true, `"2010-08-07"`, ""},
		"a day too young":            {true, `"2010-08-08"`, tooYoung},
		"told unasked, too young":    {false, `"2020-01-01"`, tooYoung},
		"not born yet":               {true, `"2027-01-01"`, tooYoung},
		"no date": {true, `"soon"`, `{"error":"Invalid format. Expected :date","errors":[{"title":"Invalid value","source":{"pointer":"/birthday"},` +
			`"message":"Invalid format. Expected :date"}]}`},
	} {
		t.Run(name, func(t *testing.T) {
			v := visit(t, mastodontest.Settings{Software: mastodontest.Pleroma, Version: "2.9.1", BirthdayRequired: c.required, BirthdayMinAge: 16*365 + 4})
			v.register("read write")
			created := v.create("birthday", c.birthday)
			if c.body == "" {
				assert.Equal(t, 200, created.status, created.body)
				return
			}
			v.answers(created, 400, c.body)
		})
	}
	v := visitAkkoma(t, mastodontest.Settings{BirthdayRequired: true})
	assert.Equal(t, 200, v.create().status, "Akkoma has none")
}
