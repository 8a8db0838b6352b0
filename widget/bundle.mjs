// How the scripts are made from the sources: for build.mjs, and for the tests.
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { build, transform } from "esbuild";
import known from "free-email-domains";
import { minify } from "terser";
import { prerender } from "./prerender.mjs";

const here = dirname(fileURLToPath(import.meta.url));

const common = {
  absWorkingDir: here,
  bundle: true,
  minifyIdentifiers: true,
  minifySyntax: true,
  minifyWhitespace: true,
  format: "esm",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
};

/** Names a file by its content, so that it can be cached for ever. */
export function named(stem, ending, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const integrity = `sha256-${createHash("sha256").update(content).digest("base64")}`;
  return { file: `${stem}.${hash}${ending}`, integrity };
}

/**
 * Says the same in fewer bytes, as visitors get them: esbuild makes a script short,
 * and what this makes of that, when it has read it three times, compresses 2 % better.
 */
async function squeezed(script, sourceMap, preamble) {
  let written = { code: script, map: sourceMap?.content };
  for (let times = 0; times < 3; times++) {
    written = await minify(written.code, {
      module: true,
      ecma: 2020,
      mangle: times ? true : { properties: { regex: /^_\$[A-Z]/ } }, // of Lit's, for Lit alone
      compress: { passes: 3, comparisons: false, sequences: false, negate_iife: false },
      format: { preamble: times ? preamble : undefined },
      sourceMap: sourceMap && { content: written.map, ...(times && { url: sourceMap.url }) },
    });
  }
  return written;
}

/** What helps with addresses, for the build and for the tests, knowing these providers. */
export async function addressHelper(providers) {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ["src/addresses.ts"],
    define: { __PROVIDERS__: JSON.stringify(providers) },
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/**
 * The providers of email that the helper would take for mistyped ones, which it
 * has to be told. All that are known would be too many.
 */
export async function mistakable() {
  const { meant } = await addressHelper("");
  return known.filter((domain) => meant(`someone@${domain}`)).join(" ");
}

/**
 * What people choose as passwords, for the meter: the most common ones, and of the
 * others those which would pass for better by more than a step, which are long.
 * The order tells how common they are; within a band it is that of the alphabet,
 * so that folding saves most.
 */
function guessable() {
  const { "passwords-common": all, "diceware-common": words } = dictionary;
  const meter = (passwords) =>
    new ZxcvbnFactory({
      dictionary: { "passwords-common": passwords, "diceware-common": words },
      graphs: adjacencyGraphs,
    });
  const few = meter(all.slice(0, 3000));
  const every = meter(all);
  const missed = (one) => few.check(one).score - every.check(one).score > 1;
  const ranked = all.filter((one, rank) => rank < 3000 || (one.length > 8 && missed(one)));
  const bands = [0, 100, 1000, 3000].map((from, i, bounds) => ranked.slice(from, bounds[i + 1]).sort());
  return { passwords: folded(bands.flat()), words: folded([...words].sort()) };
}

/** Writes words without what each has in common with the one before: a capital tells how many letters, A for none. */
function folded(words) {
  const shared = (word, before) => [...word].findIndex((letter, i) => letter !== before[i] || i === 25);
  return words
    .map((word, i) => {
      if (/[A-Z]/.test(word)) throw new Error(`${word} has a capital`);
      const n = Math.max(shared(word, words[i - 1] ?? ""), 0);
      return String.fromCharCode(65 + n) + word.slice(n);
    })
    .join("");
}

/** Takes the white space out of the style sheets, which stand in a script as texts. */
const tight = {
  name: "tight style sheets",
  setup: ({ onLoad }) => {
    onLoad({ filter: /styles\.ts$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf8");
      for (const [text, css] of contents.matchAll(/`((?::where|\[data)[^`]*)`/g)) {
        const { code } = await transform(css, { loader: "css", minifyWhitespace: true });
        contents = contents.replace(text, () => JSON.stringify(code.trim()));
      }
      return { contents, loader: "ts" };
    });
  },
};

/** What holds no template in code. */
const passed = [
  /\/\/[^\n]*|\/\*.*?\*\//, // comments
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/, // strings
  /(?<=[(=&|?:]\s*)\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\//, // patterns
  /[^`{}]/,
].map(({ source }) => source);
const code = new RegExp(`((?:${passed.join("|")})*?)((?:\\b(?:html|svg))?\`|[{}]|$)`, "sy");
const text = /((?:\\.|\$(?!\{)|[^\\`$])*)(`|\$\{)/sy; // of a template

/**
 * Joins the lines of the templates in a source, which would be shipped with
 * their indentation: in a tag with a space, elsewhere with nothing.
 */
export function joined(source) {
  const open = []; // templates and braces
  let out = "";
  for (let at = 0; at < source.length; ) {
    const template = open.at(-1)?.template;
    const pattern = template ? text : code;
    pattern.lastIndex = at;
    const [all, piece, end] = pattern.exec(source);
    at = pattern.lastIndex;
    out += template?.markup ? joinedPiece(piece, template) + end : all;
    if (end === "}" || (template && end === "`")) open.pop();
    else if (end.endsWith("`")) open.push({ template: { markup: end !== "`", inTag: false } });
    else if (end) open.push({});
  }
  return out;
}

function joinedPiece(piece, template) {
  const lines = piece.split(/\n\s*/).map((line, i) => {
    const space = i > 0 && template.inTag && !/^\/?>/.test(line) ? " " : "";
    const [begins, ends] = [line.lastIndexOf("<"), line.lastIndexOf(">")];
    if (begins !== ends) template.inTag = begins > ends;
    return space + line;
  });
  return lines.join("");
}

/** Ships templates on one line each. */
const joinTemplates = {
  name: "templates on one line",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/src\/views\/.*\.ts$/ }, async ({ path }) => ({
      contents: joined(await readFile(path, "utf8")),
      loader: "ts",
    }));
  },
};

/**
 * Lit would make a policy of Trusted Types when it is loaded, which fails beside
 * another copy of Lit, take what patches such a copy, and read templates as XML
 * on pages that are. It gets its templates from src/trusted.ts instead. Loaded
 * where there is no document, as frameworks do on their servers, it does nothing.
 */
const litTemplates = {
  name: "Lit's templates",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/lit-html\.js$/ }, async ({ path }) => {
      let contents = `import { template } from ${JSON.stringify(join(here, "src/trusted.ts"))};\n`;
      contents += await readFile(path, "utf8");
      for (const [theirs, ours] of [
        ['s=t.trustedTypes,e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0,', ""],
        ["void 0!==e?e.createHTML(i):i", "i"],
        ['s?s.emptyScript:""', '""'],
        ['B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', "B=0;"],
        ['const s=l.createElement("template");return s.innerHTML=t,s', "return template(t)"],
        ["l=document,", "l=t.document,"], // a server has none
        ["P=l.createTreeWalker(l,129)", "P=l?.createTreeWalker(l,129)"],
      ]) {
        if (contents.split(theirs).length !== 2) throw new Error(`Lit is another one: no ${theirs}`);
        contents = contents.replace(theirs, ours);
      }
      return { contents };
    });
  },
};

/** In packs, something stands in for what the script lends them. */
const lent = {
  name: "lent by the script",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\/(html|trusted)\.js$/ }, () => ({ path: join(here, "src/packs/lent.ts") }));
  },
};

/** The languages that there are texts in, beside English. */
export const languages = readdirSync(join(here, "src/texts"))
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(/\.ts$/, ""));

/** The parts of the widget that are loaded when they are wanted, each in a file of its own. */
export async function bundlePacks(banner = "") {
  const packs = {};
  const add = async (name, source, { licence = "", define = {}, texts = false } = {}) => {
    const { outputFiles } = await build({
      ...common,
      entryPoints: [source],
      plugins: [tight, joinTemplates, lent],
      define,
      charset: "utf8",
      banner: { js: `/*! ${[banner, licence].join(" ").trim()} */` },
      write: false,
    });
    const [{ text: built }] = outputFiles;
    const text = texts ? built : (await squeezed(built)).code;
    packs[name] = { ...named(name, ".js", text), text };
  };
  /** The packs of these names, for one that loads them. */
  const known = (names) => ({
    __PARTS__: JSON.stringify(
      Object.fromEntries(names.map((name) => [name, packs[name].integrity.replace("sha256-", "")])),
    ),
  });
  for (const language of languages) {
    await add(`texts-servers-${language}`, `src/texts/servers/${language}.ts`, { texts: true });
  }
  await add("servers", "src/packs/servers.ts", { define: known(Object.keys(packs)) });
  const others = ["servers", "strength", "advice", ...languages.map((language) => `texts-${language}`)];
  for (const language of languages)
    await add(`texts-${language}`, `src/texts/${language}.ts`, { texts: true });
  await add("strength", "src/packs/strength.ts", {
    texts: true,
    licence: "zxcvbn-ts, fastest-levenshtein: MIT.",
    define: { __GUESSABLE__: JSON.stringify(guessable()) },
  });
  await add("advice", "src/packs/advice.ts");
  await add("extras", "src/packs/extras.ts", {
    licence: "@zootools/email-spell-checker, free-email-domains: MIT.",
    define: { __PROVIDERS__: JSON.stringify(await mistakable()), ...known(others) },
  });
  await add("dialog", "src/packs/dialog.ts");
  await add("isolate", "src/packs/isolate.ts");
  return packs;
}

/** What surrounds a core, with the support code of its compiler in it. */
export async function bundleShell(compiler) {
  const support = {
    name: "the compiler's support code",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^\.\/compiler\.js$/ }, ({ path }) => ({ path, namespace: "compiler" }));
      onLoad({ filter: /./, namespace: "compiler" }, () => ({ contents: compiler }));
    },
  };
  const { outputFiles } = await build({
    ...common,
    entryPoints: ["src/core/shell.ts"],
    plugins: [support],
    write: false,
  });
  return (await squeezed(outputFiles[0].text)).code;
}

/** Has Chromium compile the functions of a script while it loads, apart from the page: nearly all of them are called at once. */
const hint = "//# allFunctionsCalledOnLoad";

/**
 * The scripts that pages load, and their source maps, by name of file. They know
 * their core and the packs that they load themselves.
 */
export async function bundleScripts(options) {
  const firstFields = await prerender({ ...common, plugins: [joinTemplates] });
  const { define, ...all } = scripts(options);
  const { outputFiles } = await build({
    ...all,
    define: { ...define, __FIRST_FIELDS__: firstFields },
    write: false,
  });
  const written = Object.fromEntries(outputFiles.map(({ path, text }) => [basename(path), text]));
  for (const name of Object.keys(written).filter((name) => name.endsWith(".js"))) {
    const content = written[`${name}.map`];
    const source = content && { content, url: `${name}.map` };
    const { code, map } = await squeezed(written[name], source, hint);
    written[name] = code;
    if (map) written[`${name}.map`] = map;
  }
  return written;
}

function scripts({ packs, core, opener, plugins = [], bundled = false, ...options }) {
  const parts = Object.fromEntries(
    ["extras", "dialog", "isolate"].map((name) => [
      name,
      { file: packs[name].file, integrity: packs[name].integrity },
    ]),
  );
  return {
    ...common,
    ...options,
    plugins: [tight, joinTemplates, litTemplates, ...plugins],
    define: {
      __PACKS__: JSON.stringify(parts),
      __BUNDLED__: JSON.stringify(bundled),
      __OPENER__: opener ? JSON.stringify(opener) : "undefined",
      ...(core ? { __CORE__: JSON.stringify(core) } : {}),
    },
  };
}

/** Bundlers find the files of the package by literal addresses. */
const bundledFiles = {
  name: "files for bundlers",
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/files\.js$/ }, ({ importer }) =>
      importer.endsWith("files-bundled.ts") ? undefined : { path: join(here, "src/files-bundled.ts") },
    );
    onResolve({ filter: /\/(wasm_exec|core-inline)\.js$/ }, ({ path }) => ({ path, external: true }));
    onResolve({ filter: /\/packs\/\w+\.js$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: path.replace("packs/", ""), external: true } : undefined,
    );
    onResolve({ filter: /\/texts\/[\w/-]+\.js$/ }, ({ path }) => ({
      path: path.replace(/texts\/(servers\/)?/, (part) => part.replaceAll("/", "-")),
      external: true,
    }));
  },
};

/** Writes the scripts of the npm package, which share their modules and keep the comments that bundlers read. */
export function bundlePackage(options) {
  const plugins = [bundledFiles];
  return build(scripts({ ...options, bundled: true, splitting: true, minifyWhitespace: false, plugins }));
}
