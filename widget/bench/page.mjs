// Measures how soon a page with the widget can be used, and what a sign-up costs,
// beside the shortest honest page that signs up by masto.js:
//   node bench/page.mjs [--targets] [--runs 7]
// Only the ratios say something: they are of medians of one run on one machine.
// Half of the visits' own ratios are within what stands behind ±.
// With --targets it ends with 1 where one is missed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { peerFiles, serveSite, startServer, widgetFiles } from "./site.mjs";
import { memoryOf, visit } from "./visit.mjs";

const { values: flags } = parseArgs({
  options: { targets: { type: "boolean" }, runs: { type: "string", default: "7" } },
});
const runs = Number(flags.runs);
const root = join(fileURLToPath(new URL(".", import.meta.url)), "../..");
const answerDelay = 60; // milliseconds, of the server

const mbit = 1e6 / 8; // bytes a second
const network = (megabits, latency) => ({
  downloadThroughput: megabits * mbit,
  uploadThroughput: megabits * mbit,
  latency,
});
const networks = new Map([
  ["as it is", undefined],
  ["9 Mbit/s, 60 ms", network(9, 60)],
  ["1.6 Mbit/s, 150 ms", network(1.6, 150)],
]);
const cores = ["tinygo", "go"].filter((core) => existsSync(join(root, ".build/dist", core)));

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** A page with forms, as README says it is written. */
const ownPage = (folder, server, forms, within = "") => `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
<script type="module" src="${folder}/fedi-signup-early.js"></script>
<script type="module" src="${folder}/fedi-signup.js"></script>
<body>
${`<fedi-signup server="${server}" loading="eager">${within}<a href="${server}/">Sign up</a></fedi-signup>\n`.repeat(forms)}
</body></html>`;

const browser = await chromium.launch({
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-quic",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const failures = [];
const row = (...cells) =>
  process.stdout.write(
    `${cells.map((cell, i) => (i ? String(cell).padStart(14) : String(cell).padEnd(38))).join("")}\n`,
  );

/** Holds a number against its target. */
function held(what, value, target, scatter = "") {
  const missed = value > target;
  if (missed) failures.push(`${what}: ${value.toFixed(2)}${scatter} of ${target}`);
  return `${value.toFixed(2)}${scatter}${missed ? " !" : ""}`;
}

/** The ratio of two medians, held against a target, with how far those of the single visits scatter around it. */
function heldRatio(what, own, peer, key, target = Number.POSITIVE_INFINITY) {
  const value = own[key] / peer[key];
  const distances = own.visits.map((visit, i) => Math.abs(visit[key] / peer.visits[i][key] - value));
  return held(what, value, target, ` ±${median(distances).toFixed(2)}`);
}

const shuffled = (items) =>
  items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** Several visits to each of some pages, in another order each time, as each visit slows the next one; and their medians. */
async function measure(server, pages, options) {
  const seen = pages.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [i, page] of shuffled([...pages.entries()])) {
      const name = `visitor${server.nextVisitor()}`;
      seen[i].push(await visit(browser, page, { ...options, signUp: options.signUp && name }));
    }
  }
  return seen.map((visits) => ({
    visits,
    ...Object.fromEntries(
      Object.keys(visits[0]).map((key) => [key, median(visits.map((visit) => visit[key] ?? 0))]),
    ),
  }));
}

/** A site with the peer's page and ours for each core, around a server with so many rules. */
async function startSite(rules) {
  const server = await startServer(answerDelay, rules);
  const snapshot = await server.snapshot();
  const within = `<script type="application/json">${snapshot}</script>`;
  const files = new Map(await peerFiles());
  for (const core of cores) {
    for (const [name, content] of widgetFiles(`/${core}`, join(root, ".build/dist", core)))
      files.set(name, content);
    for (const forms of [1, 3, 10])
      files.set(`/${core}-${forms}.html`, ownPage(`/${core}`, server.url, forms));
    files.set(`/${core}-ahead.html`, ownPage(`/${core}`, server.url, 1, within));
  }
  const site = await serveSite(files);
  return {
    server,
    peer: `${site.url}/peer.html?server=${server.url}`,
    own: (core, kind) => `${site.url}/${core}-${kind}.html`,
    stop() {
      site.stop();
      server.stop();
    },
  };
}

const main = await startSite(3);
try {
  row(`medians of ${runs}`, "first field", "whole form", "sign-up", "bytes");
  for (const [name, network] of networks) {
    const kinds = cores.flatMap((core) => ["ahead", "1"].map((kind) => ({ core, kind })));
    const pages = [main.peer, ...kinds.map(({ core, kind }) => main.own(core, kind))];
    const [peer, ...own] = await measure(main.server, pages, { network, signUp: true });
    row(
      `${name}: peer`,
      `${peer.first.toFixed(0)} ms`,
      `${peer.whole.toFixed(0)} ms`,
      `${peer.taken.toFixed(0)} ms`,
      `${(peer.bytes / 1000).toFixed(0)} kB`,
    );
    for (const [i, { core, kind }] of kinds.entries()) {
      const what = `${name}: ${core}${kind === "ahead" ? ", snapshot" : ""}`;
      const seen = own[i];
      const whole = kind === "ahead" ? 1 : core === "tinygo" ? 1.5 : Number.POSITIVE_INFINITY;
      row(
        what,
        heldRatio(`${what}, first field`, seen, peer, "first", 0.8),
        heldRatio(`${what}, whole form`, seen, peer, "whole", whole),
        heldRatio(`${what}, sign-up`, seen, peer, "taken", 0.45),
        `${held(`${what}, kB`, seen.bytes / 1000, core === "tinygo" ? 280 : Number.POSITIVE_INFINITY)} kB`,
      );
    }
  }

  row("a second visit", "first field", "whole form");
  const again = await measure(main.server, [main.peer, ...cores.map((core) => main.own(core, 1))], {
    again: true,
  });
  for (const [i, core] of cores.entries()) {
    const seen = again[i + 1];
    row(
      core,
      heldRatio(`${core}, second visit`, seen, again[0], "first"),
      heldRatio(`${core}, second visit`, seen, again[0], "whole", 0.6),
    );
  }

  row("a processor a quarter as fast", "layout shift", "core's start", "longest task");
  const [plain] = await measure(main.server, [main.peer], { slowdown: 4 });
  row("peer", plain.shift.toFixed(2), "", `${plain.longest.toFixed(0)} ms`);
  for (const kind of ["ahead", "1"]) {
    const [seen] = await measure(main.server, [main.own(cores[0], kind)], { slowdown: 4 });
    const what = `${cores[0]}${kind === "ahead" ? ", snapshot" : ""}`;
    row(
      what,
      held(`${what}, layout shift`, seen.shift, 0.02),
      // Browsers tell of no task below 50 ms.
      `${held(`${what}, core's start, ms`, seen.core, 100)} ms`,
      `${held(`${what}, longest other task, ms`, seen.longest, 50)} ms`,
    );
  }

  row("forms on one page", "whole form", "memory");
  const one = await memoryOf(browser, main.own(cores[0], 1), 1);
  for (const forms of [1, 3, 10]) {
    const [seen] = await measure(main.server, [main.own(cores[0], forms)], {});
    const memory = await memoryOf(browser, main.own(cores[0], forms), forms);
    row(forms, `${seen.whole.toFixed(0)} ms`, held(`memory of ${forms} forms`, memory / one, 1.5));
  }
} finally {
  main.stop();
}

row("rules of the server", "peer", "whole form");
for (const rules of [1, 10, 100]) {
  const site = await startSite(rules);
  const [peer, own] = await measure(site.server, [site.peer, site.own(cores[0], 1)], {}).finally(site.stop);
  row(rules, `${peer.whole.toFixed(0)} ms`, heldRatio("", own, peer, "whole"));
}

await browser.close();
if (failures.length) process.stdout.write(`\nMissed:\n${failures.map((text) => `  ${text}\n`).join("")}`);
process.exit(flags.targets && failures.length ? 1 : 0);
