package mastodontest

import (
	"cmp"
	"encoding/json"
	"net/http"
	"slices"
)

// Listed is a server as a directory describes it.
type Listed struct {
	Domain           string   `json:"domain"`
	Version          string   `json:"version"`
	Description      string   `json:"description"`
	Languages        []string `json:"languages"`
	Region           string   `json:"region"` // europe, north_america, south_america, africa, asia or oceania
	Categories       []string `json:"categories"`
	ProxiedThumbnail string   `json:"proxied_thumbnail"`
	LastWeekUsers    int      `json:"last_week_users"`
	TotalUsers       int      `json:"total_users"`
	ApprovalRequired bool     `json:"approval_required"`
	Language         string   `json:"language"` // the main one
	Category         string   `json:"category"` // the main one

	Ownership string `json:"-"` // "juridicial", as it is spelt there, or "natural"; answers do not tell
	Closed    bool   `json:"-"` // listed only for those who ask for all registrations
}

// Directory is a list of servers like api.joinmastodon.org's.
type Directory []Listed

// ServeHTTP answers GET /servers, /categories and /languages to pages of any
// site. Empty filters let all pass.
func (d Directory) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var answer any
	switch r.URL.Path {
	case "/servers":
		answer = d.chosen(r)
	case "/categories":
		answer = counted(d, "category", "", func(l Listed) []string { return l.Categories })
	case "/languages":
		answer = counted(d, "locale", "language", func(l Listed) []string { return l.Languages })
	default:
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Access-Control-Allow-Origin", "*")
	_ = json.NewEncoder(w).Encode(answer)
}

// chosen are the servers that pass the filters of a request.
func (d Directory) chosen(r *http.Request) Directory {
	query := r.URL.Query()
	passes := func(filter string, values ...string) bool {
		wanted := query.Get(filter)
		return wanted == "" || slices.Contains(values, wanted)
	}
	found := Directory{}
	for _, l := range d {
		speed := "instant"
		if l.ApprovalRequired {
			speed = "manual"
		}
		open := !l.Closed || query.Get("registrations") == "all"
		if open && passes("language", l.Languages...) && passes("category", l.Categories...) && passes("region", l.Region) &&
			passes("ownership", l.Ownership) && passes("registrations", speed, "all") {
			found = append(found, l)
		}
	}
	return found
}

// counted counts the servers by what they have of something.
func counted(d Directory, name, again string, of func(Listed) []string) []object {
	counts := map[string]int{}
	for _, l := range d {
		for _, value := range of(l) {
			counts[value]++
		}
	}
	values := make([]string, 0, len(counts))
	for value := range counts {
		values = append(values, value)
	}
	slices.SortFunc(values, func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
	answer := []object{}
	for _, value := range values {
		row := object{name, value, "servers_count", counts[value]}
		if again != "" {
			row = append(row, again, value)
		}
		answer = append(answer, row)
	}
	return answer
}
