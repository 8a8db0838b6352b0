// How the form looks on pages with style sheets that many have.
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { faint } from "./contrast.ts";
import { expect, test } from "./harness.ts";
import { closedToAll, confirm, form, refused } from "./snapshots.ts";
import { type Theme, themes } from "./themes.ts";

const installed = (path: string) =>
  readFileSync(fileURLToPath(new URL(`sheets/node_modules/${path}`, import.meta.url)), "utf8");

interface Sheet extends Theme {
  root?: Record<string, string>; // attributes of the page
  dark?: boolean; // whether the visitor prefers that
}

const pico = installed("@picocss/pico/css/pico.min.css");
const water = installed("water.css/out/water.min.css");
const bootstrap = installed("bootstrap/dist/css/bootstrap.min.css");
const infima = installed("infima/dist/css/default/default.min.css");
const bulma = installed("bulma/css/bulma.min.css");
const page = "body { margin: 0; font: 16px/1.5 sans-serif }";

const sheets: Record<string, Sheet> = {
  "no style sheet": { css: "" },
  "Bootstrap 5": { css: bootstrap },
  "Bootstrap 5, dark": { css: bootstrap, root: { "data-bs-theme": "dark" } },
  "Tailwind 3": { css: installed("@unocss/reset/tailwind.css") },
  "Tailwind 4": {
    css: `@layer base { ${installed("@unocss/reset/tailwind-v4.css")} } body { color: oklch(.37 .01 260) }`,
  },
  "Pico 2": { css: pico },
  "Pico 2, dark": { css: pico, dark: true },
  "Water.css": { css: water },
  "Water.css, dark": { css: water, dark: true },
  Bulma: { css: bulma, article: "content" },
  "Bulma, dark": { css: bulma, article: "content", root: { "data-theme": "dark" } },
  Foundation: { css: installed("foundation-sites/dist/css/foundation.min.css") },
  normalize: { css: installed("normalize.css/normalize.css") },
  "all: unset": { css: `* { all: unset } ${page} style, script, head { display: none }` },
  "dark, with color-scheme": {
    css: `${page} :root { color-scheme: dark; background: #111; color: #eee }`,
  },
  "dark, without": { css: `${page} :root { background: #111; color: #eee }` },
  "green on black": { css: `${page} :root { background: #000; color: #0f0 }` },
  "root of 62.5 %": {
    css: `html { font-size: 62.5% } body { font: 1.6rem/1.5 sans-serif } input, button { font-size: 1.4rem }`,
  },
  "sidebar of 240 px": { css: `${page} main { width: 240px; padding: 0 }` },
  Docusaurus: { css: infima, article: "markdown" },
  "Docusaurus, dark": { css: infima, article: "markdown", root: { "data-theme": "dark" } },
  ...themes,
};

/** Gives the page another style sheet, ahead of the widget's as those of pages are. */
async function dress(page: Page, { css, article = "", root = {}, dark }: Sheet): Promise<void> {
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  await page.evaluate(
    async ([text, classes, attributes]) => {
      const html = document.documentElement;
      for (const { name } of [...html.attributes]) if (name !== "lang") html.removeAttribute(name);
      for (const [name, value] of Object.entries(attributes)) html.setAttribute(name, value);
      (document.querySelector("main") as HTMLElement).className = classes;
      const store = globalThis as unknown as { worn?: CSSStyleSheet };
      if (!store.worn) {
        store.worn = new CSSStyleSheet();
        document.adoptedStyleSheets.unshift(store.worn);
      }
      await store.worn.replace(`:where(main) { padding: 1rem } ${text}`);
      const frame = () => new Promise(requestAnimationFrame);
      for (let i = 0; i < 4; i++) await frame(); // the colour of the text is followed
    },
    [css, article, root] as const,
  );
}

/** What holds on every page: all but colours, fonts and sizes of letters, by which lengths are told. */
const structure = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = document.querySelectorAll("[data-part=fedi-signup] :is([data-part], li, label):not(svg *)");
    return [...all].map((element) => {
      const style = getComputedStyle(element);
      const em = Number.parseFloat(style.fontSize);
      const sides = ["top", "right", "bottom", "left"];
      const measure = (name: string) =>
        sides.map((side) => {
          const value = String(element.computedStyleMap().get(`${name}-${side}`)); // which may be auto
          return value.endsWith("px") ? Math.round((4 * Number.parseFloat(value)) / em) / 4 : value;
        });
      const border = sides.map((side) =>
        style.getPropertyValue(`border-${side}-style`) === "none"
          ? 0
          : Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
      );
      const before = getComputedStyle(element, "::before").content;
      const names = ["display", "float", "position", "appearance", "list-style-type", "text-decoration-line"];
      const kept = names.map((name) => style.getPropertyValue(name)).join(" ");
      return `${element.localName} ${element.getAttribute("data-part")}: ${kept} ${style.textTransform} ${border} padding ${measure("padding")} margin ${measure("margin")} ${before}`;
    });
  });

/** What runs out of its place. */
const wide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const host = document.querySelector("fedi-signup") as Element;
    const main = host.closest("main") as Element;
    const { paddingLeft, paddingRight } = getComputedStyle(main);
    const place = main.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    const container = host.querySelector("[data-part=fedi-signup]") ?? host;
    const { width } = container.getBoundingClientRect();
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []),
      ...(width < place - 1 ? [`${width} in a place of ${place}`] : []),
    ];
  });

test("the form is whole and can be read, whatever the page's style sheet", async ({ page, widget }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.route("https://site.example/page.css", (route) =>
    route.fulfill({ contentType: "text/css", body: "" }),
  );
  const shots: [string, Buffer][] = []; // where $SHEETS names a folder for them
  for (const [screen, snapshot] of Object.entries({ refused, confirm, closedToAll })) {
    if (screen === "refused") await widget.show(form);
    await widget.emit(snapshot);
    if (screen === "refused") {
      await widget.username.fill("alice");
      await expect(page.getByText("@alice seems to be free.")).toBeVisible();
    }
    await dress(page, { css: "" });
    const wanted = await structure(page);
    for (const [name, sheet] of Object.entries(sheets)) {
      await dress(page, sheet);
      const where = `${name}, ${screen}`;
      if (name !== "no style sheet") expect.soft(await structure(page), where).toEqual(wanted);
      expect.soft(await faint(page), where).toEqual([]);
      expect.soft(await wide(page), where).toEqual([]);
      await expect(page.locator("[data-part=fedi-signup] [hidden]:visible"), where).toHaveCount(0);
      if (process.env.SHEETS) shots.push([where, await page.screenshot({ fullPage: true })]);
    }
  }
  if (process.env.SHEETS) await keep(process.env.SHEETS, shots);
});

/** All pictures, in a folder and on one page. */
async function keep(folder: string, shots: [string, Buffer][]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, shot] of shots) await writeFile(`${folder}/${name}.png`, shot);
  const figures = shots.map(
    ([name]) =>
      `<figure><img src="${encodeURIComponent(name)}.png" alt="" width="390"><figcaption>${name}</figcaption></figure>`,
  );
  const style =
    "body { display: flex; flex-wrap: wrap; align-items: start; gap: 1rem; background: #999; font: 1rem sans-serif } figure { margin: 0 }";
  await writeFile(
    `${folder}/index.html`,
    `<!doctype html><meta charset="utf-8"><title>The form on pages</title><style>${style}</style>${figures.join("")}`,
  );
}

/** Parents that are as wide as what is in them. */
const places: Record<string, string> = {
  "a centred flex column": "display: flex; flex-direction: column; align-items: center",
  "a centred flex row": "display: flex; justify-content: center",
  "a grid that centres": "display: grid; place-items: center",
  "a table cell": "display: table-cell",
  "a float": "float: left",
  "an inline block": "display: inline-block",
  "what fits": "width: fit-content",
  "absolute position": "position: absolute; top: 0; left: 0",
};

for (const root of ["light", "shadow"]) {
  test(`the form is never narrower than its place: root=${root}`, async ({ page, widget }) => {
    widget.policy = "";
    const element = `<fedi-signup server="tidepool.example" root="${root}" loading="eager"><a href="https://tidepool.example/">Join</a></fedi-signup>`;
    const all = Object.entries(places).map(
      ([name, style]) => `<section><div title="${name}" style="${style}">${element}</div></section>`,
    );
    await widget.load(
      `${all.join('<br style="clear: both">')}<dialog open title="a dialog">${element}</dialog>`,
      { snapshot: form },
    );
    await expect(page.getByRole("button", { name: "Create account" })).toHaveCount(all.length + 1);
    for (const [viewport, wanted] of [
      [1280, 34 * 16],
      [390, 300],
    ] as const) {
      await page.setViewportSize({ width: viewport, height: 800 });
      const widths = await page.evaluate(() =>
        [...document.querySelectorAll("fedi-signup")].map((host) => {
          const form = host.querySelector("form") ?? host.shadowRoot?.querySelector("form");
          const place = host.closest("[title]")?.getAttribute("title");
          return [place, form?.getBoundingClientRect().width ?? 0] as const;
        }),
      );
      for (const [place, width] of widths) {
        expect.soft(width, `${place} at ${viewport}`).toBeGreaterThan(wanted - 110);
        expect.soft(width, `${place} at ${viewport}`).toBeLessThanOrEqual(Math.min(viewport, 34 * 16));
      }
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(viewport);
    }
  });
}
