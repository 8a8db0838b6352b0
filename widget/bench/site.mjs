// The places of the bench: a site with the pages, compressed as good hosts do,
// and a simulated server whose answers take a while.
import { execFile, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const types = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

const run = promisify(execFile);

const listen = (server) =>
  new Promise((ready) => {
    server.listen(0, "127.0.0.1", () => ready(`http://127.0.0.1:${server.address().port}`));
  });

/** Serves files, by their path: their content is kept compressed. Hashed names stay in caches. */
export async function serveSite(files) {
  const packed = new Map([...files].map(([path, content]) => [path, brotliCompressSync(content)]));
  const server = createServer((question, answer) => {
    const path = question.url.split("?")[0];
    const content = packed.get(path);
    if (!content) return answer.writeHead(404).end();
    const lasting = /\.[0-9a-f]{12}\./.test(path) || /fedi-signup(-early)?\.js$/.test(path);
    answer.writeHead(200, {
      "Content-Type": types[extname(path)],
      "Content-Encoding": "br",
      "Content-Length": content.length,
      "Cache-Control": lasting ? "max-age=31536000, immutable" : "no-cache",
    });
    return answer.end(content);
  });
  return { url: await listen(server), stop: () => server.close() };
}

/** The peer's page and the script that it is bundled to. */
export async function peerFiles() {
  const { outputFiles } = await build({
    entryPoints: [join(here, "peer.mjs")],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return [
    ["/peer.html", readFileSync(join(here, "peer.html"))],
    ["/peer.js", outputFiles[0].contents],
  ];
}

/** A built widget, under a path. */
export const widgetFiles = (path, folder) =>
  readdirSync(folder)
    .filter((name) => extname(name) in types)
    .map((name) => [`${path}/${name}`, readFileSync(join(folder, name))]);

/**
 * A simulated Mastodon behind a proxy whose answers come later, by so many
 * milliseconds, and stay in no cache: a second visit is seldom one of the three
 * minutes for which a Mastodon's do. Each visit has a network address of its own, and so its own limits.
 */
export async function startServer(delay, rules) {
  const program = join(root, ".build/bench-server");
  await run("go", ["build", "-o", program, "./examples/server"], { cwd: root });
  const simulated = spawn(program, ["-version", "4.6.5", "-listen", "127.0.0.1:0", "-desk", "127.0.0.1:0"]);
  const [port, desk] = await new Promise((ready) => {
    simulated.stdout.on("data", (line) =>
      ready([...String(line).matchAll(/:(\d+)/g)].map(([, port]) => port)),
    );
  });
  for (let i = 1; i <= rules; i++) {
    await fetch(`http://127.0.0.1:${desk}/?do=rule&text=${i}.+Be+as+kind+as+on+other+days`);
  }
  let visits = 0;
  const proxy = createServer((question, answer) => {
    const { method, url, headers } = question;
    const visitor = `198.51.${(visits >> 8) & 255}.${visits & 255}`;
    const forwarded = { ...headers, "x-forwarded-for": visitor };
    const asked = request({ port, method, path: url, headers: forwarded }, (came) => {
      setTimeout(() => {
        const { "cache-control": _, ...others } = came.headers;
        answer.writeHead(came.statusCode, others);
        came.pipe(answer);
      }, delay);
    });
    question.pipe(asked);
  });
  const url = await listen(proxy);
  return {
    url,
    /** The form that a page can have at hand. */
    snapshot: async () => (await run("go", ["run", "./examples/snapshot", url], { cwd: root })).stdout,
    nextVisitor: () => ++visits,
    stop: () => {
      proxy.close();
      simulated.kill();
    },
  };
}
