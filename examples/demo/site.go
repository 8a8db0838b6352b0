package main

import (
	"embed"
	"html/template"
	"io/fs"
	"net/http"

	"github.com/fedi-signup/fedi-signup/examples/internal/tidepool"
)

//go:embed pages static
var files embed.FS

// site is the community's home page and, apart from it, the demo desk: the
// pages that play the visitor's email program and the server's staff.
type site struct {
	stage *stage
}

func newSite(stage *stage, widget fs.FS) http.Handler {
	s := &site{stage}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("GET /desk", s.desk)
	mux.HandleFunc("POST /desk/scenario", s.switchScenario)
	mux.HandleFunc("GET /desk/mail", s.mail)
	mux.HandleFunc("GET /desk/moderators", s.moderators)
	mux.HandleFunc("POST /desk/moderators", s.moderate)
	mux.HandleFunc("GET /desk/requests", s.requests)
	mux.HandleFunc("GET /desk/now", s.now)
	mux.HandleFunc("GET "+tidepool.PicturePath, tidepool.Picture)
	mux.Handle("GET /static/", http.FileServerFS(files))
	mux.Handle("GET /widget/", http.StripPrefix("/widget", http.FileServerFS(widget)))
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		s.problem(w, http.StatusNotFound, "There is no page "+r.URL.Path+".")
	})
	return tidepool.Guarded(mux, stage.server, "'self'")
}

// page is what every template gets.
type page struct {
	Title    string
	Live     bool // reloads itself when something happened
	Server   string
	Scene    string
	Scenario scenario
	Revision string
	Mails    int
	Waiting  int // accounts that moderators should look at
	Content  any
}

func (s *site) show(w http.ResponseWriter, status int, name string, p page) {
	scene := s.stage.current()
	p.Server, p.Scene, p.Scenario, p.Revision = s.stage.server, scene.id, scene.scenario, scene.revision()
	p.Mails, p.Waiting = len(scene.server.Mails()), scene.waiting()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store") // going back would show, and clear, what was before
	w.WriteHeader(status)
	_ = templates[name].Execute(w, p)
}

func (s *site) problem(w http.ResponseWriter, status int, sentence string) {
	s.show(w, status, "problem", page{Title: http.StatusText(status), Content: sentence})
}

var templates = parseTemplates("home", "desk", "mail", "moderators", "requests", "problem")

func parseTemplates(names ...string) map[string]*template.Template {
	parsed := map[string]*template.Template{}
	for _, name := range names {
		parsed[name] = template.Must(template.ParseFS(files, "pages/layout.html", "pages/"+name+".html"))
	}
	return parsed
}

// home shows the widget. An invitation letter leads here with ?invite=.
func (s *site) home(w http.ResponseWriter, r *http.Request) {
	s.show(w, http.StatusOK, "home", page{Title: "Tidepool, a community at the shore", Content: struct{ Invite string }{r.FormValue("invite")}})
}
