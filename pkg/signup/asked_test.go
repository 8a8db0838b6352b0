package signup_test

import (
	"strings"
	"testing"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func fieldOf(now signup.Snapshot, name signup.FieldName) *signup.Field {
	for _, field := range now.Fields {
		if field.Name == name {
			return &field
		}
	}
	return nil
}

func TestAReasonThatIsRequiredAfterAllIsAskedFor(t *testing.T) {
	for name, settings := range map[string]mastodontest.Settings{
		"open server, the setting left on":      {RequireReason: true},
		"4.3 does not tell that it is required": {Version: "4.3.23", Registrations: mastodontest.Approval, RequireReason: true},
	} {
		t.Run(name, func(t *testing.T) {
			journey(t, settings, nil, func(v *visitor) {
				if field := fieldOf(v.open(), signup.FieldNameReason); field != nil {
					assert.False(v, field.Required)
				}
				failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
				assert.Equal(v, "reason", failed.Fields[0].Field)
				field := fieldOf(v.flow.Snapshot(), signup.FieldNameReason)
				require.NotNil(v, field)
				assert.True(v, field.Required)
				assert.Equal(v, 420, field.MaxLength)

				failed = v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), with(func(values *signup.Values) { values.Reason = "  " })))
				assert.Equal(v, []signup.FieldProblem{{Field: "reason", Code: signup.FieldCodeBlank, Origin: signup.OriginLocal}}, failed.Fields)
				assert.Equal(v, 1, v.posts(accountsPath), "no try is spent on the same again")
				require.NoError(v, v.flow.Submit(v.Context(), with(func(values *signup.Values) { values.Reason = "Crabs" })))
			})
		})
	}
}

func TestAnAddressThatIsRequiredAfterAllIsAskedFor(t *testing.T) {
	journey(t, mastodontest.Settings{Software: mastodontest.Akkoma, ConfirmationOff: true}, nil, func(v *visitor) {
		assert.False(v, fieldOf(v.open(), signup.FieldNameEmail).Required)
		v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 400, Body: `{"error":"{\"email\":[\"can't be blank\"]}"}`})
		nameless := with(func(values *signup.Values) { values.Email = "" })
		v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), nameless))
		assert.True(v, fieldOf(v.flow.Snapshot(), signup.FieldNameEmail).Required)
		failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), nameless))
		assert.Equal(v, []signup.FieldProblem{{Field: "email", Code: signup.FieldCodeBlank, Origin: signup.OriginLocal}}, failed.Fields)
		assert.Equal(v, 1, v.posts(accountsPath), "no try is spent on the same again")
	})
}

// For minutes after a change the documents say what was before.
func TestAnAgeLimitThatTheDocumentDoesNotTellYet(t *testing.T) {
	old := mastodontest.Settings{Lag: true, Nginx: true}
	inBrowser := func(v *visitor) {
		v.config.Doer = nethttp.New(v.server.Browser("203.0.113.9"))
		v.again()
	}
	born := func(date string) signup.Values {
		return with(func(values *signup.Values) { values.DateOfBirth = date })
	}
	year := func(age int) string { return time.Now().AddDate(-age, -6, 0).Format(time.DateOnly) }

	t.Run("there is one now", func(t *testing.T) {
		journey(t, old, nil, func(v *visitor) {
			inBrowser(v)
			assert.Nil(v, fieldOf(v.open(), signup.FieldNameDateOfBirth))
			v.server.Update(func(s *mastodontest.Settings) { s.MinAge = 16 })
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "date_of_birth", failed.Fields[0].Field)
			now := v.flow.Snapshot()
			require.NotNil(v, fieldOf(now, signup.FieldNameDateOfBirth))
			assert.Equal(v, signup.Field{Name: signup.FieldNameDateOfBirth, Required: true, Why: signup.WhyServerAsked, Unkept: true}, *fieldOf(now, signup.FieldNameDateOfBirth))
			failed = v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, signup.OriginLocal, failed.Fields[0].Origin)
			require.NoError(v, v.flow.Submit(v.Context(), born(year(30))))
		})
	})
	t.Run("it is another one now", func(t *testing.T) {
		aged := old
		aged.MinAge = 16
		journey(t, aged, nil, func(v *visitor) {
			inBrowser(v)
			assert.Equal(v, 16, fieldOf(v.open(), signup.FieldNameDateOfBirth).MinAge)
			v.server.Update(func(s *mastodontest.Settings) { s.MinAge = 18 })
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), born(year(17))))
			assert.Equal(v, signup.FieldCodeBelowLimit, failed.Fields[0].Code)
			assert.Zero(v, failed.Fields[0].Limit, "16 would be wrong")
			assert.Zero(v, fieldOf(v.flow.Snapshot(), signup.FieldNameDateOfBirth).MinAge)
			require.NoError(v, v.flow.Submit(v.Context(), born(year(30))))
		})
	})
	t.Run("and the document says so by now", func(t *testing.T) {
		journey(t, mastodontest.Settings{MinAge: 16}, nil, func(v *visitor) {
			v.open()
			v.server.Update(func(s *mastodontest.Settings) { s.MinAge = 18 })
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), born(year(17))))
			assert.Equal(v, 18, fieldOf(v.flow.Snapshot(), signup.FieldNameDateOfBirth).MinAge)
			assert.NotEmpty(v, v.flow.Snapshot().Problems)
		})
	})
}

// A server with changes of its own may want what no other does, and only its
// refusals tell.
func TestAFieldThatNobodyKnowsIsAskedFor(t *testing.T) {
	pool := mastodontest.Want{Name: "favourite_pool", Pattern: "^[A-Z]"}
	saying := func(pools ...string) signup.Values {
		return with(func(values *signup.Values) {
			for _, pool := range pools {
				values.Asked = append(values.Asked, signup.AskedValue{Name: "favourite_pool", Value: pool})
			}
		})
	}
	t.Run("asked, blank, too long, wrong, accepted", func(t *testing.T) {
		journey(t, mastodontest.Settings{Wants: []mastodontest.Want{pool}}, nil, func(v *visitor) {
			assert.Empty(v, v.open().Asked)
			require.Empty(v, v.flow.Check(values()))
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, []signup.FieldProblem{{Field: "favourite_pool", Code: signup.FieldCodeBlank, Origin: signup.OriginServer, Message: "muss ausgefüllt werden"}}, failed.Fields)
			now := v.flow.Snapshot()
			assert.Equal(v, signup.ScreenForm, now.Screen)
			assert.Equal(v, []signup.AskedField{{Name: "favourite_pool", Message: "muss ausgefüllt werden", MaxLength: 500}}, now.Asked)

			failed = v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), saying(" \t")))
			assert.Equal(v, []signup.FieldProblem{{Field: "favourite_pool", Code: signup.FieldCodeBlank, Origin: signup.OriginLocal}}, failed.Fields)
			failed = v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), saying(strings.Repeat("ü", 501))))
			assert.Equal(v, []signup.FieldProblem{{Field: "favourite_pool", Code: signup.FieldCodeTooLong, Origin: signup.OriginLocal, Limit: 500}}, failed.Fields)
			assert.Equal(v, 1, v.posts(accountsPath), "no try is spent on what is certainly refused")

			failed = v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), saying("the deep one")))
			assert.Equal(v, []signup.FieldProblem{{Field: "favourite_pool", Code: signup.FieldCodeInvalid, Origin: signup.OriginServer, Message: "ist nicht gültig"}}, failed.Fields)
			assert.Equal(v, "muss ausgefüllt werden", v.flow.Snapshot().Asked[0].Message)
			require.NoError(v, v.flow.Submit(v.Context(), saying(" The deep one ", "another")))
			assert.Equal(v, map[string]string{"favourite_pool": "The deep one"}, v.server.Users()[0].Wanted)
		})
	})
	t.Run("three of four, in the server's order", func(t *testing.T) {
		journey(t, mastodontest.Settings{Wants: []mastodontest.Want{{Name: "d"}, {Name: "c2"}, {Name: "b_"}, {Name: "a"}}}, nil, func(v *visitor) {
			v.open()
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Len(v, failed.Fields, 4, "and each is told")
			assert.Equal(v, "d c2 b_", askedNames(v.flow.Snapshot()))
		})
	})
	t.Run("of this server only, until it is opened again", func(t *testing.T) {
		journey(t, mastodontest.Settings{Wants: []mastodontest.Want{pool}}, nil, func(v *visitor) {
			v.open()
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Empty(v, v.open().Asked)
			v.server.Update(func(s *mastodontest.Settings) { s.Wants = nil })
			require.NoError(v, v.flow.Submit(v.Context(), saying("Not asked for")))
			for _, sent := range v.server.Received("POST", accountsPath)[1:] {
				assert.NotContains(v, string(sent.Body), "favourite_pool")
			}
		})
	})
	t.Run("not where another thing is wrong with it", func(t *testing.T) {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 422, Body: `{"error":"x","details":{"pool":[{"error":"ERR_INVALID","description":"is invalid"}]}}`})
			failed := v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "pool", failed.Fields[0].Field)
			assert.Empty(v, v.flow.Snapshot().Asked)
		})
	})
}

// What the flow fills in by itself is no question, and no stranger asks for a secret.
func TestNamesOfWhatIsKnownOrSecretAreNotAskedFor(t *testing.T) {
	for _, name := range []string{
		"username", "email", "password", "password_confirmation", "agreement", "locale", "lang", "language", "time_zone",
		"invite_code", "token", "birthday", "captcha_token", "captcha_solution", "captcha_answer_data", "access_token", "client_secret",
		"mail_password", "passphrase", "pin", "bank_pin2", "otp", "totp2", "api_key", "card", "card_number", "cvc", "seed", "session_id",
		"", "1st", "_x", "Name", "na-me", "na me", "näme", "__proto__", strings.Repeat("n", 41),
	} {
		journey(t, mastodontest.Settings{}, nil, func(v *visitor) {
			v.open()
			v.server.Fail(mastodontest.Fault{Path: accountsPath, Status: 422, Body: `{"error":"x","details":{"` + name + `":[{"error":"ERR_BLANK","description":"can't be blank"}],"pool":[{"error":"ERR_BLANK"}]}}`})
			v.fails(signup.CodeInvalid, v.flow.Submit(v.Context(), values()))
			assert.Equal(v, "pool", askedNames(v.flow.Snapshot()), name)
		})
	}
}

func askedNames(now signup.Snapshot) string {
	var names []string
	for _, field := range now.Asked {
		names = append(names, field.Name)
	}
	return strings.Join(names, " ")
}
