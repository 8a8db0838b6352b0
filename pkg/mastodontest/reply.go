package mastodontest

import (
	"bytes"
	"encoding/json"
	"net/http"
)

// reply is an answer that is not written yet.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// object is a JSON object whose members keep their order: name, value, name,
// value …
type object []any

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i := 0; i+1 < len(o); i += 2 {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(o[i])
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(o[i+1])
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// jsonReply answers with a value that can be marshalled.
func jsonReply(status int, value any) reply {
	body, err := json.Marshal(value)
	if err != nil {
		panic(err) // all values are made here
	}
	return reply{status: status, body: body, header: http.Header{"Content-Type": {"application/json; charset=utf-8"}}}
}

// errorReply answers as most of Mastodon's API refuses.
func errorReply(status int, message string) reply {
	return jsonReply(status, object{"error", message})
}

// pageReply answers with a page for people.
func pageReply(status int, html string) reply {
	return reply{status: status, body: []byte("<!DOCTYPE html>\n" + html + "\n"),
		header: http.Header{"Content-Type": {"text/html; charset=utf-8"}}}
}

func redirectReply(status int, location string) reply {
	return reply{status: status, header: http.Header{"Location": {location}}}
}

// orNull is nil, which is JSON's null, for an empty text.
func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}
