/**
 * Draws the first fields before the script is there that makes them work, on pages
 * that nothing else changes. What is typed until then goes on in that script's own.
 */
import { formAtHand } from "./ahead.js";
import { askAhead, copyOf } from "./core/asked.js";
import { coreBuild } from "./core/build-info.js";
import { askServer, documentOf } from "./core/host.js";
import { requestProgram } from "./core/load.js";
import { addressOf, openerIn } from "./files.js";
import {
  choiceOf,
  folderOf,
  inviteOf,
  languagesOf,
  returnedFrom,
  serverOf,
  serverUrlOf,
  textOf,
} from "./options.js";
import { alone } from "./page.js";
import { briefly, frame, ignore } from "./promises.js";
import { filled } from "./say.js";
import { early } from "./state.js";
import { formStyles, shadowStyles } from "./styles.js";

/** An element as its tag, its attributes and what it contains; or a text. Both with {marks}. */
type Piece = string | readonly [tag: string, attributes: Record<string, string>, ...within: Piece[]];

declare const __FIRST_FIELDS__: Piece; // as views/first.ts draws them

const near = 200; // pixels around the window

/** Whether the widget begins by itself, where it stands. */
const isNear = (element: HTMLElement) =>
  [...element.getClientRects()].some(({ top, bottom }) => top < innerHeight + near && bottom > -near);

/** Whether the widget will draw the same here, and at once. */
const fits = (element: HTMLElement): boolean =>
  !returnedFrom() &&
  !element.shadowRoot &&
  !Object.hasOwn(element, "strings") &&
  !textOf(element, "isolate") &&
  choiceOf(element, "display") === "inline" &&
  choiceOf(element, "root") === "light" &&
  languagesOf(element)[0]?.startsWith("en") === true &&
  (choiceOf(element, "loading") === "eager" || isNear(element));

/** Asks for what the widget will want first where no form is at hand. */
function ask(element: HTMLElement, server: URL): void {
  const folder = folderOf(element);
  const opener = textOf(element, "broker") || inviteOf(element) ? undefined : openerIn(folder);
  askServer(server.origin);
  if (opener) askAhead(opener.url, (signal) => requestProgram(opener.url, opener.integrity, signal));
  const { file, integrity } = coreBuild.wasm;
  const core = addressOf(file, folder);
  askAhead(core, async (signal) => {
    // What can be seen first has the line and the processor for itself.
    await briefly(opener ? Promise.all([opener.url, documentOf(server.origin)].map(whole)) : frame());
    return requestProgram(core, integrity, signal);
  });
}

/** Resolves when an answer that was asked for ahead is there as a whole, or does not come. */
const whole = (url: string) =>
  copyOf(url)
    .then((answer) => answer.arrayBuffer())
    .catch(ignore);

const spaces = { html: "http://www.w3.org/1999/xhtml", svg: "http://www.w3.org/2000/svg" };

/** Makes what is to be drawn. No text becomes markup: the policy for that is the widget's, which makes it once. */
function made(piece: Piece, parts: Record<string, string>, space = spaces.html): Node {
  const text = (marked: string) => (marked.includes("{") ? filled(marked, parts) : marked);
  if (typeof piece === "string") return new Text(text(piece));
  const [tag, attributes, ...within] = piece;
  const own = tag === "svg" ? spaces.svg : space;
  const element = document.createElementNS(own, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, text(value));
  element.append(...within.map((part) => made(part, parts, own)));
  return element;
}

/** Adds a style sheet to a tree. Returns what takes it away. */
function adopt(tree: DocumentOrShadowRoot, css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  tree.adoptedStyleSheets.push(sheet);
  return () => {
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Whether the fields keep their place, however much comes to stand beside them. */
function isBeside(drawn: HTMLElement): boolean {
  const [intro, fields] = drawn.querySelectorAll("[data-part=columns] > *");
  return intro?.getBoundingClientRect().top === fields?.getBoundingClientRect().top;
}

let count = 0;

/** Draws the fields in an element, unless the widget's script has come, and takes them away if that fails. */
function draw(element: HTMLElement, script: HTMLScriptElement | undefined): void {
  const server = serverUrlOf(serverOf(element));
  const form = formAtHand(element);
  if (!server || !form || !fits(element)) return;
  if (form === early) ask(element, server); // else the widget does, once that is drawn
  if (!script) return;
  const drawn = document.createElement("div");
  Object.assign(drawn, { lang: "en", dir: "ltr", slot: "fedi-signup" });
  Object.assign(drawn.dataset, { part: "fedi-signup", early: "" });
  const theme = choiceOf(element, "theme");
  if (theme !== "auto") drawn.dataset.theme = theme;
  const parts = {
    id: `fedi-signup-early-${++count}-`,
    server: form.server?.title || server.host,
    domain: form.server?.domain ?? server.host,
    onward: server.href,
    username: textOf(element, "username") || "username",
  };
  drawn.append(made(__FIRST_FIELDS__, parts));
  for (const name of ["username", "email"] as const) {
    const field = drawn.querySelector(`[data-name=${name}]`) as HTMLInputElement;
    field.defaultValue = textOf(element, name);
  }
  const shadow = element.attachShadow({ mode: "open" });
  const slot = document.createElement("slot");
  slot.name = drawn.slot;
  shadow.append(slot);
  const sheets = [adopt(document, formStyles), adopt(shadow, shadowStyles)];
  element.append(drawn);
  const over = new AbortController();
  const { signal } = over;
  const end = () => {
    over.abort();
    drawn.remove();
    for (const drop of sheets) drop();
    slot.name = ""; // the page's own content again, unless the widget has a tree of its own by now
  };
  // In a single column, a form that is whole stands lower: below the server's rules.
  if (form.server && !isBeside(drawn)) {
    end();
    return;
  }
  revealing(drawn);
  handOver(element, drawn, end);
  // To import it would tell, too, but could run what does not have the hash that the page names.
  script.addEventListener("error", end, { signal });
  script.addEventListener("load", () => customElements.get("fedi-signup") ?? end(), { signal });
}

/** Lets the password be read. */
function revealing(drawn: HTMLElement): void {
  const password = drawn.querySelector("[data-name=password]") as HTMLInputElement;
  const toggle = drawn.querySelector("[data-part=toggle]") as HTMLElement;
  toggle.addEventListener("click", () => {
    const hidden = password.type === "password";
    password.type = hidden ? "text" : "password";
    toggle.setAttribute("aria-pressed", String(hidden));
  });
}

/** Hands the fields over to the widget's own, as soon as these are there. */
function handOver(element: HTMLElement, drawn: HTMLElement, end: () => void): void {
  const server = serverOf(element);
  const observer = new MutationObserver(() => {
    const own = element.querySelector(":scope > [data-part=fedi-signup]:not([data-early])");
    if (!own && drawn.parentNode === element) return;
    observer.disconnect();
    if (own) pass(drawn, own, serverOf(element) === server);
    end();
  });
  observer.observe(element, { childList: true });
}

/**
 * Passes on what was typed, for another server without the password; whether that can
 * be read; and where the focus and the caret are.
 */
function pass(drawn: HTMLElement, own: Element, sameServer: boolean): void {
  drawn.style.position = "absolute"; // as the fields move up to its place, browsers would scroll along
  const find = <Part extends HTMLElement>(selector: string) => own.querySelector<Part>(selector);
  const toggle = find("[data-part=toggle]");
  for (const { value, defaultValue, type, dataset } of drawn.querySelectorAll("input")) {
    const field = find<HTMLInputElement>(`[data-name=${dataset.name}]`);
    if (field && value !== defaultValue && (sameServer || dataset.name !== "password")) {
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    if (dataset.name === "password" && type === "text") toggle?.click();
  }
  const focused = document.activeElement;
  if (!drawn.contains(focused)) return;
  const preventScroll = true; // all stands where it stood
  if (focused instanceof HTMLInputElement) {
    const field = find<HTMLInputElement>(`[data-name=${focused.dataset.name}]`);
    const { selectionStart, selectionEnd, selectionDirection, scrollLeft } = focused;
    field?.focus({ preventScroll });
    field?.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? undefined);
    if (field) field.scrollLeft = scrollLeft;
  } else if (focused instanceof HTMLAnchorElement) find(`[href="${focused.href}"]`)?.focus({ preventScroll });
  else toggle?.focus({ preventScroll });
}

// A script of another type is one that does not run yet, such as before someone has agreed to it.
const script = [...document.scripts].find(
  ({ src, type }) => type === "module" && /\/fedi-signup\.js(\?|$)/.test(src),
);
if (script && alone) {
  const come = performance.getEntriesByName(script.src).length > 0; // then it comes next, and draws all that is at hand
  for (const element of document.querySelectorAll("fedi-signup")) draw(element, come ? undefined : script);
}
