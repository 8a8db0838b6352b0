// One visit to a page: when its form can be used, how long a sign-up takes, and
// what that costs.

/** Notes, on the page, when what is looked for is there, what moves, and the longest tasks: the core's start and the others. */
function watch() {
  const seen = { shift: 0, longest: 0, core: 0 };
  globalThis.benchSeen = seen;
  const deep = (selector, root = document) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll("fedi-signup")) {
      const inside = shadowRoot && deep(selector, shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  globalThis.benchFind = deep;
  const usable = (element) =>
    Boolean(element?.getClientRects().length) &&
    !element.readOnly &&
    !element.disabled &&
    element.ariaDisabled !== "true";
  const look = () => {
    const now = performance.now();
    if (usable(deep("[name=username], [data-name=username]"))) seen.first ??= now;
    const all = ["[type=password]", "[type=checkbox]", "form button:not([type=button])"];
    if (all.every((selector) => usable(deep(selector)))) seen.whole ??= now;
    if (deep("[data-created], [data-state=confirm]")) seen.created ??= now;
    if (!seen.created) requestAnimationFrame(look);
  };
  look();
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({ type: "layout-shift", buffered: true });
  const { instantiate } = WebAssembly;
  let started;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    if (made instanceof WebAssembly.Instance) started = performance.now(); // the opener comes with its module
    return made;
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      const what = started >= startTime && started <= startTime + duration ? "core" : "longest";
      seen[what] = Math.max(seen[what], duration);
    }
  }).observe({ type: "longtask", buffered: true });
}

/** Follows what a page asks for. Waits, when called, until it has asked for nothing for half a second. */
async function quietOf(session) {
  await session.send("Network.enable");
  const pending = new Set();
  let last = Date.now();
  const ended = ({ requestId }) => {
    pending.delete(requestId);
    last = Date.now();
  };
  session.on("Network.requestWillBeSent", ({ requestId }) => pending.add(requestId));
  session.on("Network.loadingFinished", ended);
  session.on("Network.loadingFailed", ended);
  return async () => {
    while (pending.size || Date.now() - last < 500) await new Promise((soon) => setTimeout(soon, 50));
  };
}

/**
 * Opens a page in a browser without a cache, on a network and a processor as slow
 * as told, and signs up there by a name if one is given. Again opens it once more, with what
 * the first visit left in the cache.
 */
export async function visit(browser, url, { network, slowdown = 1, signUp, again = false }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const session = await context.newCDPSession(page);
  const quiet = await quietOf(session);
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  if (network) await session.send("Network.emulateNetworkConditions", { offline: false, ...network });
  if (slowdown > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(watch);
  const open = async () => {
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => globalThis.benchSeen.whole);
  };
  await open();
  if (again) {
    await quiet();
    await open();
  }
  let taken;
  if (signUp) {
    await quiet();
    const person = { username: signUp, email: `${signUp}@example.org`, password: "correct horse battery 9" };
    for (const [name, value] of Object.entries(person)) {
      await page.locator(`[name=${name}], [data-name=${name}]`).fill(value);
    }
    await page.locator("[type=checkbox]").check();
    await quiet();
    const began = await page.evaluate(() => {
      const now = performance.now();
      globalThis.benchFind("form button:not([type=button])").click();
      return now;
    });
    await page.waitForFunction(() => globalThis.benchSeen.created);
    taken = (await page.evaluate(() => globalThis.benchSeen.created)) - began;
  }
  await page.waitForTimeout(300); // for what the observers tell late
  const seen = await page.evaluate(() => globalThis.benchSeen);
  await context.close();
  return { ...seen, taken, bytes };
}

/** How much memory so many forms on one page keep, in MB. */
export async function memoryOf(browser, url, forms) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const quiet = await quietOf(session);
  await page.goto(url);
  await page.waitForFunction(
    (forms) => document.querySelectorAll("[data-state=form]").length === forms,
    forms,
  );
  await quiet();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
  await page.close();
  return (usedSize + backingStorageSize) / 1e6;
}
