//go:build js && wasm

// Command browser is the core of the widget: the flow of pkg/signup as an
// object of JavaScript functions. widget/src/core starts it.
package main

import (
	// TinyGo drops unicode's unused tables, 22 kB compressed, only where unicode
	// begins before time; imported first, bytes brings it along.
	_ "bytes"
	"context"

	"github.com/fedi-signup/fedi-signup/pkg/jsbridge"
	"github.com/fedi-signup/fedi-signup/pkg/signup"
)

func main() {
	println(jsbridge.Serve(core).Error()) // it returns only to fail
}

// core exposes createSignup(options, onSnapshot).
func core(host jsbridge.Host) *jsbridge.Exports {
	exports := jsbridge.NewExports()
	exports.Sync("createSignup", func(args jsbridge.Args) any {
		given, ok := args.Object(0)
		if !ok {
			return nil
		}
		options := optionsOf(given)
		onSnapshot := args.Func(1)
		return verbs(signup.New(signup.Config{
			Doer:       host.Doer(),
			Store:      host.Store(options.Persist),
			AppName:    options.AppName,
			AppWebsite: options.AppWebsite,
			ReturnURL:  options.ReturnURL,
			Broker:     options.Broker,
			Languages:  options.Languages,
			TimeZone:   options.TimeZone,
			Invite:     options.Invite,
			Follow:     options.Follow,
			Returned:   options.Returned,
			OnChange:   func(s signup.Snapshot) { onSnapshot(s) },
		}))
	})
	return exports
}

const maxLanguages = 50 // that a visitor prefers

func optionsOf(o jsbridge.Object) Options {
	return Options{AppName: o.Text("appName"), AppWebsite: o.Text("appWebsite"), ReturnURL: o.Text("returnUrl"),
		Broker: o.Text("broker"), Languages: o.Texts("languages", maxLanguages), TimeZone: o.Text("timeZone"),
		Invite: o.Text("invite"), Follow: o.Text("follow"), Returned: o.Text("returned"), Persist: o.Text("persist")}
}

// verbs exposes the verbs of one flow.
func verbs(flow *signup.Flow) *jsbridge.Exports {
	exports := jsbridge.NewExports()
	withText(exports, "open", func(ctx context.Context, server string) (any, error) {
		return nil, flow.Open(ctx, server)
	})
	withText(exports, "prepare", func(ctx context.Context, challenge string) (any, error) {
		if challenge != "" {
			flow.SolveChallenge(challenge)
		}
		return nil, flow.Prepare(ctx)
	})
	withValues(exports, "check", func(_ context.Context, values signup.Values) (any, error) {
		return jsbridge.List(flow.Check(values)), nil
	})
	withText(exports, "available", func(ctx context.Context, name string) (any, error) {
		available, err := flow.Available(ctx, name)
		return string(available), err
	})
	withText(exports, "suggest", func(ctx context.Context, name string) (any, error) {
		names, err := flow.Suggest(ctx, name)
		return jsbridge.Texts(names), err
	})
	withValues(exports, "submit", func(ctx context.Context, values signup.Values) (any, error) {
		return nil, flow.Submit(ctx, values)
	})
	withText(exports, "useInvite", func(ctx context.Context, invite string) (any, error) {
		return nil, flow.UseInvite(ctx, invite)
	})
	exports.Async("newCaptcha", func(ctx context.Context, _ jsbridge.Args) (any, error) {
		return nil, flow.NewCaptcha(ctx)
	})
	withText(exports, "resend", func(ctx context.Context, email string) (any, error) {
		return nil, flow.Resend(ctx, email)
	})
	exports.Async("refresh", func(ctx context.Context, _ jsbridge.Args) (any, error) {
		return nil, flow.Refresh(ctx)
	})
	withText(exports, "document", func(ctx context.Context, kind string) (any, error) {
		text, err := flow.Document(ctx, signup.DocumentKind(kind))
		if err != nil {
			return nil, err
		}
		return text, nil
	})
	exports.Async("revoke", func(ctx context.Context, _ jsbridge.Args) (any, error) {
		return nil, flow.Revoke(ctx)
	})
	exports.Async("forget", func(ctx context.Context, _ jsbridge.Args) (any, error) {
		return nil, flow.Forget(ctx)
	})
	exports.Async("setVisible", func(_ context.Context, args jsbridge.Args) (any, error) {
		visible, err := args.Flag(0)
		if err != nil {
			return nil, err
		}
		flow.SetVisible(visible)
		return nil, nil
	})
	exports.Async("accessToken", func(context.Context, jsbridge.Args) (any, error) {
		return flow.AccessToken(), nil
	})
	exports.Async("close", func(context.Context, jsbridge.Args) (any, error) {
		flow.Close()
		exports.Release()
		return nil, nil
	})
	return exports
}

// withText adds a verb that takes a text.
func withText(exports *jsbridge.Exports, name string, verb func(ctx context.Context, text string) (any, error)) {
	exports.Async(name, func(ctx context.Context, args jsbridge.Args) (any, error) {
		text, err := args.Text(0)
		if err != nil {
			return nil, err
		}
		return verb(ctx, text)
	})
}

// withValues adds a verb that takes what somebody typed.
func withValues(exports *jsbridge.Exports, name string, verb func(ctx context.Context, values signup.Values) (any, error)) {
	exports.Async(name, func(ctx context.Context, args jsbridge.Args) (any, error) {
		var values signup.Values
		if err := args.JSON(0, &values); err != nil {
			return nil, err
		}
		return verb(ctx, values)
	})
}
