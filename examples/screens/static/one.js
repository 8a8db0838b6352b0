// Plays the steps of a scene: what the visitor and the server's staff do.
const { scene, steps } = document.body.dataset;
const widget = document.querySelector("fedi-signup");
const page = new URL(location.href);

/** Waits for a screen of the widget. */
const until = (screen) =>
  new Promise((seen) => {
    const look = () => {
      if (widget.dataset.state !== screen) return;
      watch.disconnect();
      seen();
    };
    const watch = new MutationObserver(look);
    watch.observe(widget, { attributeFilter: ["data-state"] });
    look();
  });

/** Types into the form, and sends it. */
async function fill(values, solve) {
  const form = widget.querySelector("form");
  const typed = { ...values };
  if (solve) typed.captcha_solution = await (await fetch(`/scene/${scene}/captcha`)).text();
  for (const [name, value] of Object.entries(typed)) {
    const field = form.querySelector(`[data-name="${name}"]`);
    if (!field) continue;
    if (field.type === "checkbox") field.checked = true;
    else field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }
  form.requestSubmit();
}

/** Clicks a button once it says this. */
const pick = (words) =>
  new Promise((clicked) => {
    const root = widget.querySelector("[data-part=fedi-signup]");
    const look = () => {
      const button = [...root.querySelectorAll("button")].find((one) => one.innerText.includes(words));
      if (!button) return;
      watch.disconnect();
      button.click();
      clicked();
    };
    const watch = new MutationObserver(look);
    watch.observe(root, { childList: true, subtree: true });
    look();
  });

/** Lets days pass for what the page keeps: all its times move into the past. */
function age(days) {
  const ago = days * 24 * 60 * 60 * 1000;
  for (const [key, text] of Object.entries(sessionStorage)) {
    if (!key.includes(new URL(widget.getAttribute("server")).host)) continue;
    sessionStorage.setItem(
      key,
      text.replace(/:(1\d{12})\b/g, (_, at) => `:${at - ago}`),
    );
  }
}

const played = Number(page.searchParams.get("again") ?? 0);
if (!played) {
  // What an earlier visit kept belongs to a server that is gone.
  for (const key of Object.keys(sessionStorage)) {
    if (widget.hasAttribute("server") && key.includes(`${scene}.localhost`)) sessionStorage.removeItem(key);
  }
}
for (const [i, step] of JSON.parse(steps ?? "[]").entries()) {
  if (i < played) continue;
  await until(step.on);
  if (step.staff) await fetch(`/scene/${scene}/step/${i}`, { method: "POST" });
  if (step.fill) {
    await fill(step.fill, step.solve);
    // Wait until the outcome is there: the next step may want the same screen.
    await new Promise((settled) => setTimeout(settled));
  }
  if (step.pick) await pick(step.pick);
  if (step.call) await widget[step.call](...(step.with ? [step.with] : [])).catch(() => {});
  if (step.later) {
    age(step.later);
    page.searchParams.set("again", i + 1);
    location.replace(page);
    await new Promise(() => {});
  }
}
document.documentElement.dataset.played = "";
