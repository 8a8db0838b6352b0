#!/usr/bin/env bash
# webfinger.js 3.0.6 with uri_fallback ("host-meta and host-meta.json fallback
# endpoints") does not do what host-meta is for, which is to name by a template
# where WebFinger is answered, as Mastodon does for a domain that stands in
# handles while the server has another name. It asks host-meta for the account
# (?resource=acct:…), and takes the answer as the account's own document: from
# host-meta in JSON the result is the template itself, without the account, and
# the address in the template is never asked; host-meta in XML, the only form
# that RFC 6415 asks of servers, is not read at all.
# Seen: JSON: lrdd, XML: resource not found, asked at the template: 0
set -euo pipefail
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm init -y >/dev/null
npm install --silent --no-audit --no-fund webfinger.js@3.0.6
cat >run.mjs <<'JS'
import { createServer } from "node:http";
import WebFinger from "webfinger.js";

let form;
let asked = 0;
const server = createServer((request, response) => {
  const origin = `http://127.0.0.1:${server.address().port}`;
  const template = `${origin}/at-the-server?resource={uri}`;
  const answers = {
    "/.well-known/host-meta.json": [
      "JSON",
      "application/json",
      JSON.stringify({ links: [{ rel: "lrdd", template }] }),
    ],
    "/.well-known/host-meta": [
      "XML",
      "application/xrd+xml",
      `<?xml version="1.0"?><XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0"><Link rel="lrdd" template="${template}"/></XRD>`,
    ],
  };
  const { pathname } = new URL(request.url, origin);
  if (pathname === "/at-the-server") asked++;
  const [kind, type, body] = answers[pathname] ?? [];
  if (kind !== form) response.statusCode = 404;
  else response.setHeader("content-type", type);
  response.end(kind === form ? body : "");
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const finger = new WebFinger.default({
  uri_fallback: true,
  tls_only: false,
  allow_private_addresses: true, // the server of this script
});
for (form of ["JSON", "XML"]) {
  const told = await finger.lookup(`ann@127.0.0.1:${server.address().port}`).then(
    ({ object }) => object.links.map(({ rel }) => rel).join(),
    ({ message }) => message,
  );
  console.log(`${form}: ${told}`);
}
console.log(`asked at the template: ${asked}`);
server.close();
JS
seen=$(node run.mjs | grep -v "^WebFinger: ") # which speaks of content types
echo "$seen"
[[ $seen == 'JSON: lrdd
XML: resource not found
asked at the template: 0' ]]
