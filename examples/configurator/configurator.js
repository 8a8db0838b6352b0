// The settings become attributes and variables of the form in the frame, and the
// pieces to copy. Beside examples/screens the frame shows every screen at a
// simulated server; on any other host, where a release lies in ../fedi-signup/,
// the form of the server that was named.
const find = (selector) => document.querySelector(selector);
const settings = find("form");
const frame = find("iframe");
const scenes = find("[name=scene]");

const languages =
  "ar ca cs cy de en es eu fa fr he hi id it ja ko nl pl pt-BR ru tr uk zh-Hans zh-Hant".split(" ");
const nameOf = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
settings.elements.lang.append(...languages.map((tag) => new Option(nameOf.of(tag), tag)));

const list = await fetch("../scenes.json").then(
  (answer) => (answer.ok ? answer.json() : undefined),
  () => undefined,
);
if (list) {
  for (const [part, members] of Map.groupBy(list, (scene) => scene.part)) {
    const group = Object.assign(document.createElement("optgroup"), { label: part });
    group.append(...members.map(({ title, name }) => new Option(title, name)));
    scenes.append(group);
  }
  scenes.value = "open";
  find("#scenes").hidden = false;
}

/** The hash of a script, so that browsers run no other; none where the page is not secure. */
async function integrityOf(address) {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok || !globalThis.crypto?.subtle) return "";
  const hash = await crypto.subtle.digest("SHA-384", await answer.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}
const folder = list ? "../widget/" : "../fedi-signup/";
const hash = await integrityOf(`${folder}fedi-signup.js`);
const earlyHash = await integrityOf(`${folder}fedi-signup-early.js`);

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const valueOf = (name) => settings.elements[name].value.trim();
const variables = [...settings.elements].map(({ name }) => name).filter((name) => name.startsWith("--"));

/** The style sheet of the preset that was chosen, in a release's folder. */
const presetIn = (folder) => `${folder}themes/${valueOf("preset")}.css`;

/** Gives the form in the frame the look that was chosen, and the frame its height. */
function dress() {
  const element = frame.contentDocument?.querySelector("fedi-signup");
  if (!element) return;
  for (const name of ["lang", "theme", "root", "display", ...(list ? [] : ["server"])]) {
    if (valueOf(name)) element.setAttribute(name, valueOf(name));
  }
  if (valueOf("display") && !element.id) {
    element.id = "join";
    const opener = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: "Sign up",
    });
    opener.dataset.fediSignupOpen = element.id;
    element.after(opener);
  }
  const { head } = element.ownerDocument;
  if (valueOf("preset") && !head.querySelector("[rel=stylesheet][href*=themes]")) {
    const sheet = document.createElement("link");
    head.append(Object.assign(sheet, { rel: "stylesheet", href: presetIn(folder) }));
  }
  for (const name of variables) element.style.setProperty(name, valueOf(name));
}

const tagOf = (script, hash) =>
  `<script type="module" src="${escaped(script)}"${hash && ` integrity="${hash}" crossorigin="anonymous"`}></script>\n`;

function write() {
  const server =
    valueOf("server")
      .replace(/^https?:\/\//, "")
      .replace(/[/?#].*$/, "") || "example.social";
  const script = valueOf("script");
  const given = ["display", "theme", "root", "lang"]
    .filter(valueOf)
    .map((name) => ` ${name}="${escaped(valueOf(name))}"`);
  const dialog = valueOf("display") !== "";
  const link = (opens) =>
    `<a href="https://${escaped(server)}/auth/sign_up"${opens}>Join ${escaped(server)}</a>`;
  // The first fields are drawn ahead in English, where the page's styles reach them.
  const early = !dialog && !valueOf("root") && /^(en)?$/.test(valueOf("lang"));
  const beside = early && script.endsWith("/fedi-signup.js") && script.replace(/\.js$/, "-early.js");
  const sheet = escaped(presetIn(script.replace(/[^/]*$/, "")));
  find("#html").textContent =
    (valueOf("preset") && `<link rel="stylesheet" href="${sheet}">\n`) +
    (beside ? tagOf(beside, earlyHash) : "") +
    tagOf(script, hash) +
    `<fedi-signup${dialog ? ' id="join"' : ""} server="${escaped(server)}"${given.join("")}>` +
    (dialog ? `</fedi-signup>\n${link(' data-fedi-signup-open="join"')}` : `${link("")}</fedi-signup>`);
  find("#opener").hidden = !dialog;
  frame.classList.toggle("roomy", dialog);

  const styles = variables.filter(valueOf).map((name) => `  ${name}: ${valueOf(name)};\n`);
  find("#css").textContent = `fedi-signup {\n${styles.join("")}}`;
  find("#css").hidden = find("#css").previousElementSibling.hidden = styles.length === 0;

  const elsewhere = URL.canParse(script) ? ` ${new URL(script).origin}` : "";
  find("#policy").textContent = [
    `script-src 'self'${elsewhere} 'wasm-unsafe-eval'`,
    `connect-src 'self'${elsewhere} https://${server}`,
    "img-src 'self' https:",
    ...(valueOf("preset") ? [`style-src 'self'${elsewhere}`] : []),
    "require-trusted-types-for 'script'",
    "trusted-types fedi-signup",
  ].join("; ");
}

frame.addEventListener("load", () => {
  dress();
  const { body } = frame.contentDocument;
  new ResizeObserver(() => {
    frame.height = body.scrollHeight;
  }).observe(body);
});
const show = () => {
  frame.src = list ? `../scene/${scenes.value}` : "preview.html";
};
scenes.addEventListener("change", show);
settings.addEventListener("submit", (event) => event.preventDefault());
settings.addEventListener("input", write);
settings.addEventListener("change", ({ target }) => {
  // As it was without that.
  if (target.value && target.name !== "preset") dress();
  else show();
});
for (const button of document.querySelectorAll(".pieces button")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.parentElement.nextElementSibling.textContent);
    find("[role=status]").textContent = "Copied.";
  });
}
write();
show();
