// Bundles the widget around one built core:
//   node build.mjs --compiler go|tinygo --core DIR --out DIR
// DIR of the core holds core.wasm, its wasm_exec.js and the compiler's version.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { compiler: { type: "string" }, core: { type: "string" }, out: { type: "string" } },
});
const { version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

// The folder is filled beside the old one, so that a failed build leaves that whole.
const fresh = `${resolve(options.out)}.new`;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });

// ship copies a file under a name that changes with its content, so that it can be cached for ever.
function ship(file, name) {
  const content = readFileSync(join(options.core, file));
  const [stem, ending] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf("."))];
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const shipped = `${stem}.${hash}${ending}`;
  writeFileSync(join(fresh, shipped), content);
  return { file: shipped, integrity: `sha384-${createHash("sha384").update(content).digest("base64")}` };
}

const core = {
  compiler: readFileSync(join(options.core, "version"), "utf8"),
  wasm: ship("core.wasm", `core-${options.compiler}.wasm`),
  exec: ship("wasm_exec.js", `wasm_exec-${options.compiler}.js`),
};

await build({
  absWorkingDir: here,
  entryPoints: { "fedi-signup": "src/fedi-signup.ts", element: "src/element.ts", core: "src/core/index.ts" },
  outdir: fresh,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  sourcemap: true,
  legalComments: "none",
  define: { __CORE__: JSON.stringify(core) },
  banner: { js: `/*! fedi-signup ${version}, MIT. Lit: BSD-3-Clause. Core by ${core.compiler}. */` },
  logLevel: "warning",
});

execFileSync(
  process.execPath,
  [
    join(here, "node_modules/typescript/bin/tsc"),
    "-p",
    "tsconfig.build.json",
    "--outDir",
    join(fresh, "types"),
  ],
  {
    cwd: here,
    stdio: "inherit",
  },
);

cpSync(join(here, "_headers"), join(fresh, "_headers"));

rmSync(options.out, { recursive: true, force: true });
renameSync(fresh, options.out);
