package main

import (
	"encoding/json"
	"net/http"
)

// desk explains the demo and offers its scenarios.
func (s *site) desk(w http.ResponseWriter, _ *http.Request) {
	s.show(w, http.StatusOK, "desk", page{Title: "Demo desk", Content: struct {
		Scenarios  []scenario
		InviteCode string
		Captcha    string // solution of the last one; empty where there was none
	}{scenarios, inviteCode, s.stage.current().server.LastCaptcha()}})
}

func (s *site) switchScenario(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("scenario")
	chosen, ok := findScenario(name)
	if !ok {
		s.problem(w, http.StatusBadRequest, "There is no scenario “"+name+"”. There are: "+scenarioNames()+".")
		return
	}
	s.stage.play(chosen)
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// requests lists what the server was asked, without bodies and headers: they
// hold secrets.
func (s *site) requests(w http.ResponseWriter, _ *http.Request) {
	s.show(w, http.StatusOK, "requests", page{Title: "Requests", Content: s.stage.current().server.Requests()})
}

// now lets pages find out whether something happened since they were made.
func (s *site) now(w http.ResponseWriter, _ *http.Request) {
	scene := s.stage.current()
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(struct {
		Revision string `json:"revision"`
		Mails    int    `json:"mails"`
		Waiting  int    `json:"waiting"`
	}{scene.revision(), len(scene.server.Mails()), scene.waiting()})
}
