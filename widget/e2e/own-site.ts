// A site of one page, written by the test, with the built widget beside it.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, extname, join } from "node:path";
import { strictPolicy } from "./policy.ts";

export interface OwnPage {
  body: string;
  /** Origins that the policy, which is strict, lets the widget ask. */
  connect?: string;
  /** The policy for scripts, by default as the widget needs it. */
  script?: string;
  /** Another policy in place of the strict one. */
  policy?: string;
  /** A policy whose violations are only reported. */
  reported?: string;
  /** Which script the page loads, by default the one that registers the tag. */
  entry?: string;
  /** Whether the first fields' script comes before. */
  early?: boolean;
}

export interface OwnSite {
  origin: string;
  serve(page: OwnPage): void;
  stop(): Promise<void>;
}

/** Scripts of the site's own. */
const scripts: Record<string, string> = {
  "two-tags.js": `import { FediSignup } from "/element.js"; FediSignup.define(); FediSignup.define("other-signup");`,
  "two-copies.js": `import { FediSignup as One } from "/element.js"; import { FediSignup as Two } from "/copy/element.js";
    One.define(); Two.define("other-signup");`,
  "with-worker.js": `const { serviceWorker } = navigator;
    const controlled = new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve));
    await serviceWorker.register("/worker.js");
    await controlled;
    await import("/fedi-signup.js");`,
  // Answers from its cache whatever was ever asked.
  "worker.js": `oninstall = () => skipWaiting();
    onactivate = (event) => event.waitUntil(clients.claim());
    const answer = async (request) => {
      const cache = await caches.open("all");
      const known = await cache.match(request, { ignoreVary: true });
      if (known) return known;
      const fresh = await fetch(request);
      await cache.put(request, fresh.clone());
      return fresh;
    };
    onfetch = (event) =>
      event.respondWith(event.request.method === "GET" ? answer(event.request) : fetch(event.request));`,
};

const types: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm" };

/** Starts a site beside the widget of a folder, whose files can be changed on their way. */
export async function startOwnSite(
  dist: string,
  changed = (_file: string, content: Buffer | undefined): Buffer | string | undefined => content,
): Promise<OwnSite> {
  let page = "";
  let headers = new Headers();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://site");
    if (pathname === "/") {
      response.setHeaders(headers);
      response.end(page);
      return;
    }
    const file = basename(pathname);
    const built = await readFile(join(dist, file)).catch(() => undefined);
    const content = scripts[file] ?? changed(file, built);
    response.statusCode = content ? 200 : 404;
    response.setHeader("Access-Control-Allow-Origin", "*"); // for sites that take the core from here
    response.setHeader("Content-Type", types[extname(file)] ?? "text/plain");
    response.end(content);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve({
      body,
      connect,
      script,
      policy = strictPolicy(connect),
      reported,
      entry = "fedi-signup.js",
      early,
    }) {
      page = `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,">
        ${early ? '<script type="module" src="/fedi-signup-early.js"></script>' : ""}<script type="module" src="/${entry}"></script></head>
        <body><main><h1>A page</h1>${body}</main></body></html>`;
      const strict = script ? policy.replace(/script-src [^;]*/, `script-src ${script}`) : policy;
      headers = new Headers({
        "content-type": "text/html; charset=utf-8",
        // The page's icon is in its address, and the server's on a site of this machine.
        "content-security-policy": strict.replace("img-src https:", "img-src https: http: data:"),
        ...(reported ? { "content-security-policy-report-only": reported } : {}),
      });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}
