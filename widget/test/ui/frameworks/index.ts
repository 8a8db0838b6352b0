// Pages that a framework draws on a server and takes over in the browser, in its development mode, which tells
// of every difference.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { compile } from "svelte/compiler";

/** What a page is made with. */
export interface Props {
  text?: boolean; // whether a text is all that stands between the tags
  attributes?: Record<string, string | boolean>; // more of them for the element
  loads?: string; // address of the widget's script, if the page itself loads it
}

export interface Framework {
  server: string; // a module that exports draw(props): markup
  client: string; // a module that sets globalThis.hydrate
  alias?: Record<string, string>;
}

const react: Framework = {
  server: `import { renderToString } from "react-dom/server";
    import { Page } from "./react.jsx";
    export const draw = (props) => renderToString(<Page {...props} />);`,
  client: `import { hydrateRoot } from "react-dom/client";
    import { Page } from "./react.jsx";
    globalThis.hydrate = (root, props) => hydrateRoot(root, <Page {...props} />);`,
};

export const frameworks: Record<string, Framework> = {
  "React 19": react,
  "React 18": { ...react, alias: { react: "react-18", "react-dom": "react-dom-18" } },
  "Vue 3": {
    server: `import { createSSRApp } from "vue";
      import { renderToString } from "vue/server-renderer";
      import { Page } from "./vue.js";
      export const draw = (props) => renderToString(createSSRApp(Page, props));`,
    client: `import { createSSRApp } from "vue";
      import { Page } from "./vue.js";
      globalThis.hydrate = (root, props) => createSSRApp(Page, props).mount(root);`,
  },
  "Svelte 5": {
    server: `import { render } from "svelte/server";
      import Page from "./Page.svelte";
      export const draw = (props) => render(Page, { props }).body;`,
    client: `import { hydrate } from "svelte";
      import Page from "./Page.svelte";
      globalThis.hydrate = (root, props) => hydrate(Page, { target: root, props });`,
  },
};

const svelte = (generate: "client" | "server"): Plugin => ({
  name: "svelte",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: compile(source, { generate, dev: true, filename: path }).js.code, loader: "js" };
    });
  },
});

async function bundle({ alias = {} }: Framework, module: string, server: boolean): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "jsx" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    platform: server ? "node" : "browser",
    conditions: ["development"],
    jsx: "automatic",
    alias,
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
    banner: server
      ? { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' }
      : {},
    plugins: [svelte(server ? "server" : "client")],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** A page as a server sends it, and the script that takes it over. */
export interface Drawn {
  markup: string;
  script: string;
}

type Draw = (props: Props) => string | Promise<string>;

const bundled = new Map<Framework, Promise<{ draw: Draw; script: string }>>();

async function load(framework: Framework): Promise<{ draw: Draw; script: string }> {
  const folder = await mkdtemp(join(tmpdir(), "fedi-signup-"));
  const file = join(folder, "node_modules/server.mjs"); // where Playwright compiles nothing
  try {
    await mkdir(dirname(file));
    await writeFile(file, await bundle(framework, framework.server, true));
    const { draw } = await import(pathToFileURL(file).href);
    return { draw, script: await bundle(framework, framework.client, false) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function drawn(framework: Framework, props: Props): Promise<Drawn> {
  const loaded = bundled.get(framework) ?? load(framework);
  bundled.set(framework, loaded);
  const { draw, script } = await loaded;
  return { markup: await draw(props), script };
}
