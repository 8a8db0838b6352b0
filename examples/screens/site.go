package main

import (
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/fedi-signup/fedi-signup/examples/internal/tidepool"
)

//go:embed pages static
var files embed.FS

var templates = template.Must(template.ParseFS(files, "pages/*.html"))

// site serves the page with all scenes, and each scene on a page of its own.
type site struct{ theatre *theatre }

func newSite(t *theatre, widget, configurator fs.FS) http.Handler {
	s := &site{t}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.all)
	mux.HandleFunc("GET /scenes.json", func(w http.ResponseWriter, _ *http.Request) { _ = json.NewEncoder(w).Encode(scenes) })
	mux.Handle("GET /configurator/", http.StripPrefix("/configurator", http.FileServerFS(configurator)))
	mux.HandleFunc("GET /scene/{name}", s.one)
	mux.HandleFunc("POST /scene/{name}/step/{step}", s.act)
	mux.HandleFunc("GET /scene/{name}/captcha", s.captcha)
	mux.HandleFunc("GET "+tidepool.PicturePath, tidepool.Picture)
	mux.Handle("GET /static/", http.FileServerFS(files))
	mux.Handle("GET /widget/", http.StripPrefix("/widget", http.FileServerFS(widget)))
	return tidepool.Guarded(mux, fmt.Sprintf("http://*.localhost:%d http://localhost:%d", t.port, t.port), "'none'")
}

// part is a group of scenes.
type part struct {
	Title  string
	Scenes []scene
}

func (s *site) all(w http.ResponseWriter, _ *http.Request) {
	var parts []part
	for _, scene := range scenes {
		if len(parts) == 0 || parts[len(parts)-1].Title != scene.Part {
			parts = append(parts, part{Title: scene.Part})
		}
		last := &parts[len(parts)-1]
		last.Scenes = append(last.Scenes, scene)
	}
	show(w, "all.html", parts)
}

// one begins a scene and shows it.
func (s *site) one(w http.ResponseWriter, r *http.Request) {
	wanted, ok := findScene(r.PathValue("name"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	if r.URL.RawQuery == "" && wanted.Query != "" {
		http.Redirect(w, r, r.URL.Path+"?"+s.placed(wanted, wanted.Query), http.StatusSeeOther)
		return
	}
	if !r.URL.Query().Has("again") { // else the scene goes on after a reload
		s.theatre.begin(wanted)
	}
	steps, err := json.Marshal(append([]step{}, wanted.Steps...))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	server := s.theatre.origin(wanted.Name)
	attributes := map[string]string{"server": server, "app-name": "Tidepool", "persist": "none", "loading": "eager"}
	if len(wanted.choice) > 0 || wanted.Attributes["servers"] != "" {
		delete(attributes, "server")
	}
	if wanted.Server != "" {
		attributes["server"] = s.placed(wanted, wanted.Server)
	}
	for name, value := range wanted.Attributes {
		attributes[name] = s.placed(wanted, value)
	}
	show(w, "one.html", struct {
		Scene      scene
		Server     string
		Attributes template.HTMLAttr
		Steps      string
	}{wanted, server, written(attributes), string(steps)})
}

// act lets the server or its staff do their step.
func (s *site) act(w http.ResponseWriter, r *http.Request) {
	scene, _ := findScene(r.PathValue("name"))
	server := s.theatre.server(scene.Name)
	i, err := strconv.Atoi(r.PathValue("step"))
	if server == nil || err != nil || i < 0 || i >= len(scene.Steps) || scene.Steps[i].act == nil {
		http.NotFound(w, r)
		return
	}
	if at := scene.Steps[i].At; at != "" {
		server = s.theatre.server(scene.Name + "-" + at)
	}
	scene.Steps[i].act(server)
	w.WriteHeader(http.StatusNoContent)
}

// captcha tells the solution of the last captcha of a scene's server.
func (s *site) captcha(w http.ResponseWriter, r *http.Request) {
	server := s.theatre.server(r.PathValue("name"))
	if server == nil {
		http.NotFound(w, r)
		return
	}
	_, _ = fmt.Fprint(w, server.LastCaptcha())
}

// placed puts the scene's addresses where a text names them.
func (s *site) placed(scene scene, text string) string {
	server := s.theatre.origin(scene.Name)
	places := []string{"{server}", server, "{host}", strings.TrimPrefix(server, "http://"), "{directory}", s.theatre.origin(directoryName) + "/servers"}
	for name := range scene.choice {
		places = append(places, "{"+name+"}", s.theatre.origin(scene.Name+"-"+name))
	}
	return strings.NewReplacer(places...).Replace(text)
}

// written is how attributes stand in a tag.
func written(attributes map[string]string) template.HTMLAttr {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		fmt.Fprintf(&b, "%s=\"%s\" ", name, template.HTMLEscapeString(attributes[name]))
	}
	return template.HTMLAttr(b.String())
}

func show(w http.ResponseWriter, name string, content any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = templates.ExecuteTemplate(w, name, content)
}
