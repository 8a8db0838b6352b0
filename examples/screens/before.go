package main

import (
	"net/http"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodontest"
)

func software(name mastodontest.Software) func(*mastodontest.Settings) {
	return func(s *mastodontest.Settings) { s.Software = name }
}

func version(name string) func(*mastodontest.Settings) {
	return func(s *mastodontest.Settings) { s.Version = name }
}

func closedTo(s *mastodontest.Settings) { s.Registrations = mastodontest.Closed }

// fails makes all requests to a path fail, for as long as the scene goes.
func fails(path string, f mastodontest.Fault) func(*mastodontest.Server) {
	f.Path, f.Times = path, mastodontest.Always
	return func(s *mastodontest.Server) { s.Fail(f) }
}

var beforeTheForm = inPart("Before the form", []scene{
	{
		Name: "slow", Title: "The server takes a long time to answer", Screen: "loading", Says: []string{"taking a long time to answer"},
		prepare: fails("", mastodontest.Fault{Delay: time.Minute}),
	},
	{
		Name: "closed", Title: "Closed, with the server's own words", Screen: "closed",
		Says: []string{"isn't accepting new sign-ups", "new places in spring"},
		adapt: func(s *mastodontest.Settings) {
			s.Registrations, s.Version = mastodontest.Closed, "4.2.29"
			s.ClosedMessage = `<p>There are new places in spring. <a href="https://tidepool.example/list">Get on the list</a>, or write to https://tidepool.example/staff.</p>`
		},
	},
	{
		Name: "closed-silently", Title: "Closed, without a word", Screen: "closed", Says: []string{"isn't accepting new sign-ups"},
		adapt: func(s *mastodontest.Settings) { s.Registrations, s.Version = mastodontest.Closed, "4.2.29" },
	},
	{
		Name: "closed-but-invites", Title: "Closed, but invites work", Screen: "closed", Says: []string{"invite"},
		adapt: closedTo,
	},
	{
		Name: "closed-bad-invite", Title: "Closed, and an invite to another server", Screen: "closed", Says: []string{"invite"},
		adapt: closedTo,
		Steps: []step{calls("closed", "useInvite", "https://elsewhere.example/invite/AbCdEf23")},
	},
	{
		Name: "single-user", Title: "A server for one person", Screen: "closed", Says: []string{"isn't accepting new sign-ups"},
		adapt: func(s *mastodontest.Settings) { s.SingleUser = true },
	},
	{
		Name: "sso", Title: "Single sign-on with a page of its own", Screen: "elsewhere", Says: []string{"has its own sign-up"},
		adapt: func(s *mastodontest.Settings) { s.SSOURL = "https://id.tidepool.example/register" },
	},
	{
		Name: "gotosocial-now", Title: "GoToSocial since 0.19", Screen: "elsewhere", Says: []string{"GoToSocial"},
		adapt: software(mastodontest.GoToSocial),
	},
	{Name: "pixelfed", Title: "Pixelfed, which keeps other sites out", Screen: "elsewhere", Says: []string{"Pixelfed"}, adapt: software(mastodontest.Pixelfed)},
	{Name: "friendica", Title: "Friendica", Screen: "elsewhere", Says: []string{"Friendica"}, adapt: software(mastodontest.Friendica)},
	{Name: "mitra", Title: "Mitra", Screen: "elsewhere", Says: []string{"Mitra"}, adapt: software(mastodontest.Mitra)},
	{Name: "vernissage", Title: "Vernissage, with a document of its own", Screen: "elsewhere", Says: []string{"Vernissage"}, adapt: software(mastodontest.Vernissage)},
	{Name: "hollo", Title: "Hollo, which is for its owner alone", Screen: "closed", Says: []string{"isn't accepting new sign-ups"}, adapt: software(mastodontest.Hollo)},
	{Name: "misskey", Title: "Misskey", Screen: "elsewhere", Says: []string{"Misskey"}, adapt: software("misskey")},
	{Name: "peertube", Title: "PeerTube", Screen: "elsewhere", Says: []string{"PeerTube"}, adapt: software("peertube")},
	{Name: "lemmy", Title: "Lemmy", Screen: "elsewhere", Says: []string{"Lemmy"}, adapt: software("lemmy")},
	{
		Name: "no-server", Title: "An ordinary web site", Screen: "failed", Says: []string{"not"},
		prepare: fails("", mastodontest.Fault{Status: http.StatusNotFound, Body: "<h1>Not found</h1>"}),
	},
	{
		Name: "handles", Title: "The domain of the handles is not the server", Screen: "form", Says: []string{"Create account", "@handles.localhost"},
		beside: func(s *mastodontest.Settings, second string) { s.AccountsAt = second },
	},
	{
		Name: "silent", Title: "Nobody answers there", Screen: "failed", Says: []string{"isn't answering"},
		Server: "https://silent.localhost:61993",
	},
	{
		Name: "breaks-off", Title: "The connection breaks", Screen: "failed", Says: []string{"isn't answering"},
		prepare: fails("", mastodontest.Fault{Drop: true}),
	},
	{
		Name: "no-such-name", Title: "A name that does not exist", Screen: "failed", Says: []string{"isn't answering"},
		Server: "nowhere.invalid",
	},
	{
		Name: "bad-certificate", Title: "No encryption", Screen: "failed", Says: []string{"isn't answering"},
		Server: "https://{host}",
	},
	{
		Name: "cors", Title: "An answer that other sites may not read", Screen: "failed", Says: []string{"other sites"},
		prepare: fails("", mastodontest.Fault{NoCORS: true}),
	},
	{
		Name: "challenge", Title: "A check for robots in front", Screen: "failed", Says: []string{"other sites"},
		prepare: func(s *mastodontest.Server) { s.Fail(mastodontest.BotChallenge()) },
	},
	{
		Name: "proxy-down", Title: "The proxy says that the server is down", Screen: "failed", Says: []string{"other sites"},
		prepare: func(s *mastodontest.Server) { s.Fail(mastodontest.ProxyDown()) },
	},
	{
		Name: "circles", Title: "Redirects in circles", Screen: "failed", Says: []string{"circles"},
		prepare: fails("", mastodontest.Fault{Redirect: mastodontest.Itself}),
	},
	{
		Name: "down", Title: "An error of the server", Screen: "failed", Says: []string{"went wrong"},
		prepare: fails("", mastodontest.Fault{Status: http.StatusServiceUnavailable,
			Body: `{"error":"There was a temporary problem serving your request, please try again"}`}),
	},
	{
		Name: "too-many", Title: "Too many requests", Screen: "failed", Says: []string{"too many requests"},
		prepare: fails("/api/*", mastodontest.Fault{Status: http.StatusTooManyRequests, Body: `{"error":"Too many requests"}`}),
	},
	{Name: "nameless", Title: "No server is named", Screen: "failed", Says: []string{"No server is named"}, Server: " "},
	{Name: "rubbish", Title: "Rubbish for a server's name", Screen: "failed", Says: []string{"characters"}, Server: "tide pool!"},
	{Name: "a-word", Title: "A word for a server's name", Screen: "failed", Says: []string{"single word"}, Server: "tidepool"},
})

func inPart(title string, scenes []scene) []scene {
	for i := range scenes {
		scenes[i].Part = title
	}
	return scenes
}
