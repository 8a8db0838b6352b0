// Command doctor says whether and how people can sign up at servers by the
// widget:
//
//	go run ./examples/doctor [--json] [--register] [--timeout 15s] SERVER…
//
// It lets the widget's own flow open each server, behind a browser's rules for
// pages of other sites, and says what a visitor would come to. It also says
// what the server says about itself, which of the widget's calls a browser lets
// through, and what to do about the others.
//
// It creates nothing, so it knows no more than the server's documents, and says
// what these do not tell. With --register it also registers an app with every
// server that has a form for the visitor, and asks for the app's token. With
// that it asks a Mastodon itself instead of its documents, which may be minutes
// old: it sends one empty sign-up, whose refusal names what is required at this
// moment, or says that nobody gets in. That can make no account, but costs one
// of the five tries that a network has there in half an hour.
//
// The exit code is
//
//	0    people can sign up with the widget at every server
//	1    at some server they cannot, or only with an invite
//	2    wrong usage, or a name that is no server's; nothing was asked
//	3    some server could not be reached, or failed; this wins over 1
//	130  interrupted
//
// but "go run" itself turns every failure into 1: for the codes, build the
// program first.
//
// With --json it prints an array with an object for each server, in the order
// given. [Report] and the types in it document the members; there will be more
// of them, but none will change its meaning.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/fedi-signup/fedi-signup/pkg/mastodon"
)

const (
	exitUsable      = 0
	exitNotUsable   = 1
	exitUsage       = 2
	exitUnreachable = 3
	exitInterrupted = 130
)

// atOnce is how many servers are looked at concurrently.
const atOnce = 4

// patience is how long the doctor is silent on a terminal.
const patience = 3 * time.Second

const usage = `usage: doctor [--json] [--register] [--timeout 15s] SERVER…

Says whether and how people can sign up at servers with the widget. Exit code: 0
if they can at every server, 1 if at some they cannot or only with an invite, 2
for wrong usage, 3 if there is no verdict on some server.

`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	d := doctor{stdout: os.Stdout, stderr: os.Stderr, transport: http.DefaultTransport}
	if info, err := os.Stderr.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		d.progress = time.Tick(patience)
	}
	code := d.run(ctx, os.Args[1:])
	stop()
	os.Exit(code)
}

// doctor is the program without its process.
type doctor struct {
	stdout, stderr io.Writer
	transport      http.RoundTripper
	progress       <-chan time.Time // on each tick it says on stderr how far it is; nil for never
}

func (d doctor) run(ctx context.Context, args []string) int {
	flags := flag.NewFlagSet("doctor", flag.ContinueOnError)
	flags.SetOutput(d.stderr)
	flags.Usage = func() {
		fmt.Fprint(d.stderr, usage)
		flags.PrintDefaults()
	}
	asJSON := flags.Bool("json", false, "print JSON instead of tables")
	register := flags.Bool("register", false, "also register an app, and ask by an empty sign-up what is required; costs one of five tries")
	timeout := flags.Duration("timeout", 15*time.Second, "how long to look at each server")
	var names []string
	for rest := args; len(rest) > 0; { // flags may follow names
		if err := flags.Parse(rest); errors.Is(err, flag.ErrHelp) {
			return exitUsable
		} else if err != nil {
			return exitUsage
		}
		if rest = flags.Args(); len(rest) > 0 {
			names, rest = append(names, rest[0]), rest[1:]
		}
	}
	if len(names) == 0 || *timeout <= 0 {
		flags.Usage()
		return exitUsage
	}
	servers, ok := d.parse(names)
	if !ok {
		return exitUsage
	}
	pending := lookAt(ctx, servers, func(ctx context.Context, server mastodon.Server) *Report {
		ctx, cancel := context.WithTimeout(ctx, *timeout)
		defer cancel()
		return check(ctx, server, d.transport, *register)
	})
	code := exitUsable
	all := []*Report{}
	for i, report := range pending {
		r := wait(ctx, report, d.progress, func() {
			fmt.Fprintf(d.stderr, "doctor: %d of %d looked at, waiting for %s\n", i, len(servers), servers[i])
		})
		if r == nil {
			fmt.Fprintln(d.stderr, "doctor: interrupted")
			return exitInterrupted
		}
		code = max(code, r.Verdict.exitCode())
		if all = append(all, r); !*asJSON {
			if i > 0 {
				fmt.Fprintln(d.stdout)
			}
			r.print(d.stdout)
		}
	}
	if *asJSON {
		encoder := json.NewEncoder(d.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		_ = encoder.Encode(all) // whoever closed stdout reads no further
	}
	return code
}

func (v Verdict) exitCode() int {
	switch v {
	case VerdictYes:
		return exitUsable
	case VerdictUnknown:
		return exitUnreachable
	}
	return exitNotUsable
}

var reasons = map[mastodon.Reason]string{
	mastodon.ReasonEmpty:        "it is empty",
	mastodon.ReasonScheme:       "it is an address, but not of a web page",
	mastodon.ReasonCredentials:  "it holds a password",
	mastodon.ReasonPort:         "its port is no number from 1 to 65535",
	mastodon.ReasonIPAddress:    "it is an IP address, but servers have names",
	mastodon.ReasonNoDot:        "it has no dot",
	mastodon.ReasonBadCharacter: "it has a character that no name has",
	mastodon.ReasonBadLabel:     "a part of it is empty, too long, or has a hyphen at its end",
	mastodon.ReasonTooLong:      "it is too long",
}

// parse reads all names, and says of each that is none.
func (d doctor) parse(names []string) (servers []mastodon.Server, ok bool) {
	ok = true
	for _, name := range names {
		server, err := mastodon.ParseServer(name)
		if bad, isBad := errors.AsType[*mastodon.ServerError](err); isBad {
			fmt.Fprintf(d.stderr, "doctor: %q is not a server name: %s\n", bad.Input, reasons[bad.Reason])
			ok = false
		}
		servers = append(servers, server)
	}
	return servers, ok
}

// lookAt checks some servers at a time. Each report comes on its own channel,
// so that they can be printed in the order given.
func lookAt(ctx context.Context, servers []mastodon.Server, check func(context.Context, mastodon.Server) *Report) []chan *Report {
	reports := make([]chan *Report, len(servers))
	for i := range reports {
		reports[i] = make(chan *Report, 1)
	}
	slots := make(chan struct{}, atOnce)
	go func() {
		for i, server := range servers {
			select {
			case slots <- struct{}{}:
			case <-ctx.Done():
				return
			}
			go func() {
				reports[i] <- check(ctx, server)
				<-slots
			}()
		}
	}()
	return reports
}

// wait returns a report, or nil if the context ends before there is one.
func wait(ctx context.Context, report <-chan *Report, progress <-chan time.Time, tell func()) *Report {
	for {
		select {
		case r := <-report:
			if ctx.Err() != nil { // it was cut short
				return nil
			}
			return r
		case <-ctx.Done():
			return nil
		case <-progress:
			tell()
		}
	}
}
