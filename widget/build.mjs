// Bundles the widget around one built core:
//   node build.mjs --compiler go|tinygo --core DIR --out DIR [--package]
// DIR of the core holds core.wasm, its wasm_exec.js, the compiler's version and
// the licences of what it contains; by TinyGo opener.wasm as well.
// Out comes the folder for a host, or the npm package.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundlePackage, bundlePacks, bundleScripts, bundleShell, named } from "./bundle.mjs";
import { manifest } from "./manifest.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    compiler: { type: "string" },
    core: { type: "string" },
    out: { type: "string" },
    package: { type: "boolean", default: false },
  },
});
const ours = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const { version } = ours;

// The folder is filled beside the old one, so that a failed build leaves that whole.
const fresh = `${resolve(options.out)}.new`;
rmSync(fresh, { recursive: true, force: true });
const folder = options.package ? join(fresh, "dist") : fresh;
mkdirSync(folder, { recursive: true });

// ship writes a file of the core under a name that changes with its content, or
// under a fixed one, as bundlers give theirs.
function ship(content, name) {
  const dot = name.lastIndexOf(".");
  const shipped = named(`${name.slice(0, dot)}-${options.compiler}`, name.slice(dot), content);
  writeFileSync(join(folder, options.package ? name : shipped.file), content);
  return shipped;
}

// The compiler's support code puts its class and stand-ins of Node's modules on
// the global object. As a function of one it leaves nothing on the page.
const wrapped = (support) => `export default (globalThis) => {
let fs;
${support}
fs = globalThis.fs;
return globalThis.Go;
};
`;

const built = (file, encoding) => readFileSync(join(options.core, file), encoding);
const core = {
  compiler: /^\S+ version \S+/.exec(built("version", "utf8"))[0], // without the tools that it was made with
  wasm: ship(built("core.wasm"), "core.wasm"),
  exec: ship(await bundleShell(wrapped(built("wasm_exec.js", "utf8"))), "wasm_exec.js"),
};

const opener = existsSync(join(options.core, "opener.wasm"))
  ? ship(built("opener.wasm"), "opener.wasm")
  : undefined;

const packs = await bundlePacks(`fedi-signup ${version}, MIT.`);
const scripts = {
  entryPoints: {
    "fedi-signup": "src/fedi-signup.ts",
    element: "src/element.ts",
    core: "src/core/index.ts",
    ...(options.package ? {} : { "fedi-signup-early": "src/early.ts", isolated: "src/isolated.ts" }), // the latter for the edge
  },
  outdir: folder,
  sourcemap: true,
  banner: { js: `/*! fedi-signup ${version}, MIT. Lit: BSD-3-Clause. */` },
  packs,
  core,
  opener,
};
for (const [name, { file, text }] of Object.entries(packs)) {
  writeFileSync(join(folder, options.package ? `${name}.js` : file), text);
}
if (options.package) {
  await bundlePackage(scripts);
} else {
  for (const [file, text] of Object.entries(await bundleScripts(scripts)))
    writeFileSync(join(folder, file), text);
}

execFileSync(
  process.execPath,
  [
    join(here, "node_modules/typescript/bin/tsc"),
    "-p",
    "tsconfig.build.json",
    "--outDir",
    join(folder, "types"),
  ],
  {
    cwd: here,
    stdio: "inherit",
  },
);

const themes = join(here, "../examples/themes");
for (const file of readdirSync(themes).filter((name) => name.endsWith(".css"))) {
  cpSync(join(themes, file), join(folder, "themes", file));
}

writeFileSync(join(folder, "custom-elements.json"), JSON.stringify(manifest(), undefined, 1));

// What the scripts contain of others, under their terms.
const bundled = [
  "lit",
  "lit-html",
  "@zootools/email-spell-checker",
  "@zxcvbn-ts/core",
  "@zxcvbn-ts/dictionary-compression",
  "@zxcvbn-ts/language-common",
  "fastest-levenshtein",
  "free-email-domains",
];
const terms = bundled.map((name) => {
  const folder = join(here, "node_modules", name);
  const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  return `${name}\n\n${readFileSync(join(folder, licence), "utf8").trim()}\n`;
});
terms.push(built("licenses.txt", "utf8")); // of what the core contains
writeFileSync(join(folder, "licenses.txt"), terms.join(`\n${"-".repeat(72)}\n\n`));

if (options.package) {
  // What people install needs none of what makes it.
  const { scripts: _, devDependencies, overrides, dependencies, ...shown } = ours;
  writeFileSync(join(fresh, "package.json"), `${JSON.stringify(shown, undefined, 2)}\n`);
  for (const file of ["README.md", "CHANGELOG.md", "SECURITY.md", "LICENSE"]) {
    cpSync(join(here, "..", file), join(fresh, file));
  }
  const inline = `export default "${built("core.wasm").toString("base64")}";\n`;
  writeFileSync(join(folder, "core-inline.js"), inline);
  cpSync(join(here, "jsx"), join(folder, "jsx"), { recursive: true });
} else {
  cpSync(join(here, "_headers"), join(fresh, "_headers"));
}

rmSync(options.out, { recursive: true, force: true });
renameSync(fresh, options.out);
