/**
 * Draws the first fields before the script is there that makes them work, on pages
 * that nothing else changes. What is typed until then goes on in that script's own.
 */
import { formAtHand } from "./ahead.js";
import { askAhead } from "./core/asked.js";
import { coreBuild } from "./core/build-info.js";
import { askServer } from "./core/host.js";
import { requestCore } from "./core/load.js";
import { addressOf } from "./files.js";
import { choiceOf, folderOf, languagesOf, returnedFrom, serverOf, serverUrlOf, textOf } from "./options.js";
import { alone } from "./page.js";
import { filled } from "./say.js";
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

/** Asks for what the widget will want first. */
function ask(element: HTMLElement, server: URL): void {
  const { file, integrity } = coreBuild.wasm;
  const core = addressOf(file, folderOf(element));
  askServer(server.origin);
  askAhead(core, () => requestCore(core, integrity));
}

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
function adopt({ adoptedStyleSheets }: DocumentOrShadowRoot, css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  adoptedStyleSheets.push(sheet);
  return () => {
    adoptedStyleSheets.splice(adoptedStyleSheets.indexOf(sheet), 1);
  };
}

/** Whether the fields keep their place, however much comes to stand beside them. */
function isBeside(drawn: HTMLElement): boolean {
  const [intro, fields] = drawn.querySelectorAll("[data-part=columns] > *");
  return intro?.getBoundingClientRect().top === fields?.getBoundingClientRect().top;
}

let count = 0;

/** Draws the fields in an element, unless the widget is there, which may fail. */
function draw(element: HTMLElement, widget: Promise<unknown> | undefined): void {
  const server = serverUrlOf(serverOf(element));
  const form = formAtHand(element);
  if (!server || !form || !fits(element)) return;
  ask(element, server);
  if (!widget) return;
  const drawn = document.createElement("div");
  Object.assign(drawn, { lang: "en", slot: "fedi-signup" });
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
  const end = () => {
    drawn.remove();
    for (const drop of sheets) drop();
  };
  const withdraw = () => {
    end();
    slot.name = ""; // the page's own content again
  };
  // In a single column, a form that is whole stands lower: below the server's rules.
  if (form.server && !isBeside(drawn)) withdraw();
  else handOver(element, drawn, end);
  widget.catch(withdraw);
}

/** Hands the fields over to the widget's own, as soon as these are there. */
function handOver(element: HTMLElement, drawn: HTMLElement, end: () => void): void {
  let toggled = false;
  drawn.addEventListener("click", ({ target }) => {
    if ((target as Element).closest("button")) toggled = !toggled;
  });
  const observer = new MutationObserver(() => {
    const own = element.querySelector(":scope > [data-part=fedi-signup]:not([data-early])");
    if (!own) return;
    observer.disconnect();
    for (const before of drawn.querySelectorAll("input")) {
      const { value, defaultValue, selectionStart, selectionEnd } = before;
      const field = own.querySelector<HTMLInputElement>(`[data-name=${before.dataset.name}]`);
      if (field && value !== defaultValue) {
        field.value = value;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
      if (document.activeElement === before) {
        field?.focus({ preventScroll: true });
        field?.setSelectionRange(selectionStart, selectionEnd);
      }
    }
    if (toggled) own.querySelector<HTMLElement>("[data-part=toggle]")?.click();
    end();
  });
  observer.observe(element, { childList: true });
}

const script = [...document.scripts].find(({ src }) => /\/fedi-signup\.js(\?|$)/.test(src));
if (script && alone) {
  const { src } = script;
  const come = performance.getEntriesByName(src).length > 0; // then it comes next, and draws all that is at hand
  const widget = come ? undefined : import(src);
  for (const element of document.querySelectorAll("fedi-signup")) draw(element, widget);
}
