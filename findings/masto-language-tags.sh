#!/usr/bin/env bash
# masto 7.12.0 (a client library for Mastodon's API) spells every key of an
# answer in camel case, at any depth, also keys that are data. The translations
# of a server's rules lie under language tags: "pt-BR" becomes "ptBr", "zh-TW"
# "zhTw" and "sr-Latn" "srLatn", so a look-up by the tag of the page finds
# nothing, and Intl refuses what is there as a language. Expected: the tags as
# the server sent them.
# Seen: {"de":"c","ptBr":"a","srLatn":"d","zhTw":"b"}
set -euo pipefail
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm init -y >/dev/null
npm install --silent --no-audit --no-fund masto@7.12.0
cat >run.mjs <<'JS'
import { createServer } from "node:http";
import { createRestAPIClient } from "masto";

const translations = { "pt-BR": "a", "zh-TW": "b", de: "c", "sr-Latn": "d" };
const rule = {
  id: "1",
  text: "Be kind.",
  hint: "",
  translations: Object.fromEntries(
    Object.entries(translations).map(([tag, text]) => [tag, { text, hint: "" }]),
  ),
};
const server = createServer((_, response) => {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ domain: "mastodon.example", version: "4.5.3", rules: [rule] }));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const client = createRestAPIClient({ url: `http://127.0.0.1:${server.address().port}` });
const { rules } = await client.v2.instance.fetch();
const read = Object.entries(rules[0].translations).map(([tag, { text }]) => [tag, text]);
console.log(JSON.stringify(Object.fromEntries(read.sort())));
server.close();
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == '{"de":"c","ptBr":"a","srLatn":"d","zhTw":"b"}' ]]
