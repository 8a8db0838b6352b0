/**
 * The script of the page in the frame (pkg/edge/isolated.go): shows the form
 * there, as the page around it says, and tells that page what comes of it, but
 * for the secrets.
 */
import type { SignupError } from "./core/error.js";
import type { FediSignup } from "./element.js";
import {
  type Failure,
  type Hello,
  passed,
  room,
  type Settings,
  type ToFrame,
  type ToPage,
  told,
  variables,
  verbs,
  version,
} from "./isolation.js";
import { own } from "./own.js";

const { documentElement: root, body } = document;
const hosts = root.dataset.hosts?.split(" ") ?? []; // the sites of the settings

addEventListener("message", function hear({ source, origin, data, ports: [port] }: MessageEvent<Hello>) {
  if (source !== parent || parent === window || !hosts.includes(origin)) return;
  if (data?.fediSignup !== version || !port) return;
  removeEventListener("message", hear);
  begin(port, data);
});

function begin(port: MessagePort, { returned, settings }: Hello): void {
  // The page has read the mark of an email's link out of its address.
  history.replaceState(
    null,
    "",
    returned ? `?fedi-signup=${encodeURIComponent(returned)}` : location.pathname,
  );
  const element = document.createElement("fedi-signup");
  element.setAttribute("broker", new URL("..", location.href).href);
  element.setAttribute("loading", "eager"); // the page has waited until it is near
  follow(element, settings);
  const tell = (message: ToPage) => port.postMessage(message);
  const calls = new Map<number, AbortController>();

  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data?.type === "settings") follow(element, data.settings);
    else if (data?.type === "abort") calls.get(data.id)?.abort();
    else if (data?.type === "call") {
      const { id, verb, args } = data;
      const most = own(verbs, verb);
      if (most === undefined) return;
      const { signal } = calls.set(id, new AbortController()).get(id) as AbortController;
      const given = Array.from({ length: most }, (_, i) => args.at(i));
      const act = Reflect.get(element, verb) as (...all: unknown[]) => unknown;
      Promise.resolve()
        .then(() => act.call(element, ...given, { signal }))
        .then(
          (value) => tell({ type: "answer", id, value }),
          (error: SignupError) => tell({ type: "answer", id, failure: failureOf(error) }),
        )
        .finally(() => calls.delete(id));
    }
  };

  let last = "";
  const look = () => {
    const drawn = {
      height: Math.ceil(body.getBoundingClientRect().height),
      title: element.querySelector("[data-part=title]")?.textContent ?? "",
      valid: element.checkValidity(),
    };
    const now = JSON.stringify(drawn);
    if (now !== last) tell({ type: "drawn", ...drawn });
    last = now;
  };
  for (const name of told) {
    element.addEventListener(name, ({ detail }) => {
      look(); // what is told is drawn by now
      tell({ type: "event", name, detail } as ToPage);
    });
  }
  Object.assign(root.style, { overflow: "hidden", background: "none" }); // it is as high as the form
  Object.assign(body.style, { display: "flow-root", margin: "0", padding: `${room}px` });
  body.append(element);
  new ResizeObserver(look).observe(body);
  new MutationObserver(look).observe(body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  look();
}

/** Takes over what the page says. */
function follow(element: FediSignup, { attributes, strings, look }: Settings): void {
  for (const name of passed) {
    const value = own(attributes, name);
    if (!value) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  const { lang, direction, scheme, color, family, size, rem } = look;
  root.lang = lang;
  root.dir = direction;
  Object.assign(root.style, { colorScheme: scheme, color, fontFamily: family, fontSize: rem });
  body.style.fontSize = size;
  for (const name of variables) root.style.setProperty(name, own(look.variables, name) ?? "");
  element.strings = strings;
}

function failureOf({
  code = "internal" as SignupError["code"],
  message,
  ...more
}: Partial<SignupError>): Failure {
  const { detail, retryAt, handover, fields } = more;
  return {
    code,
    message: String(message),
    ...JSON.parse(JSON.stringify({ detail, retryAt, handover, fields })),
  };
}
