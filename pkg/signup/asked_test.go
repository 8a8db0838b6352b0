package signup_test

import (
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
