#!/usr/bin/env bash
# @zootools/email-spell-checker 1.12.0 takes real providers of mail for
# mistyped ones: Tencent's foxmail.com, Proton's own protonmail.ch, Yahoo's
# Indian and Yandex's Kazakh domain, Brazil's BOL. And where it mends a domain
# that is mistyped, it percent-encodes what is before it, if that has letters
# outside ASCII: the suggested address is another person's, or nobody's.
# Expected: no suggestion for a domain that exists with its own mail, and the
# part before the domain as it was.
# Seen: as below.
set -euo pipefail
cd "$(mktemp -d)"
trap 'rm -rf "$PWD"' EXIT
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @zootools/email-spell-checker@1.12.0
cat >run.mjs <<'JS'
import checker from "@zootools/email-spell-checker";

for (const email of [
  "ann@foxmail.com",
  "ann@protonmail.ch",
  "ann@yahoo.co.in",
  "ann@yandex.kz",
  "ann@bol.com.br",
  "jürgen@gmial.com",
])
  console.log(`${email} → ${checker.run({ email })?.full}`);
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == 'ann@foxmail.com → ann@hotmail.com
ann@protonmail.ch → ann@protonmail.com
ann@yahoo.co.in → ann@yahoo.co.il
ann@yandex.kz → ann@yandex.kr
ann@bol.com.br → ann@bol.com
jürgen@gmial.com → j%C3%BCrgen@gmail.com' ]]
