// Command snapshot reads the form of a server, for pages that are to show it
// before they have asked the server themselves:
//
//	go run ./examples/snapshot example.social
//
// It prints JSON that can stand as it is in a script element within the widget's:
//
//	<fedi-signup server="example.social">
//	  <script type="application/json">…</script>
//	</fedi-signup>
//
// A page made so shows the whole form as soon as the widget's script is there.
// The widget asks the server all the same and changes what differs, so nothing is
// agreed to that does not stand any more. It ignores what is older than 30 days,
// about another server, or made for another version of it: make the page anew
// each time that you publish your site.
//
// The server is only read: nothing is registered or created there. Translations
// of its rules into the languages of -languages come before others, of which
// there may be too many to keep.
//
// The exit code is 1 where there is no form: the server could not be asked, takes
// no new people, or takes them on its own pages only.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
	"github.com/fedi-signup/fedi-signup/pkg/nethttp"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

func main() {
	languages := flag.String("languages", "", "`tags` of the languages of your page, with commas between them: de,fr-CA")
	timeout := flag.Duration("timeout", 30*time.Second, "how long to wait for the server")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: snapshot [-languages de,fr] [-timeout 30s] SERVER")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, *timeout)
	defer cancel()
	if err := run(ctx, os.Stdout, nethttp.New(nil), flag.Arg(0), strings.FieldsFunc(*languages, func(r rune) bool { return r == ',' || r == ' ' })); err != nil {
		fmt.Fprintln(os.Stderr, "snapshot:", err)
		os.Exit(1)
	}
}

// run prints the form of a server, on one line.
func run(ctx context.Context, out io.Writer, doer mastodon.Doer, server string, languages []string) error {
	form, err := signup.ReadForm(ctx, doer, server, languages)
	if err != nil {
		return fmt.Errorf("%s has no form to show: %s", server, reason(err))
	}
	text, err := json.Marshal(form)
	if err != nil {
		return err
	}
	var safe bytes.Buffer // in HTML: no tag begins or ends in it
	json.HTMLEscape(&safe, text)
	safe.WriteByte('\n')
	_, err = safe.WriteTo(out)
	return err
}

// reason says why there is no form, in the words of whoever has to do with it.
func reason(err error) string {
	var failed *signup.Error
	if !errors.As(err, &failed) {
		return err.Error()
	}
	switch failed.Code {
	case signup.CodeClosed:
		return "it takes no new people now"
	case signup.CodeExternal, signup.CodeNotSupported, signup.CodeCaptcha:
		return "people sign up on its own pages only"
	default:
		return err.Error()
	}
}
