// What the tabs of an origin tell each other of an account that one of them holds.
import { readFile } from "node:fs/promises";
import type { FediSignup } from "../../src/element.ts";
import { expect, test, type Widget } from "./harness.ts";
import { confirm, ready, returned, review, twoFactor } from "./snapshots.ts";

const answer = {
  server: "tidepool.example",
  screen: "ready",
  code: "",
  username: "alice",
  handle: "@alice@tidepool.example",
  email: "a•••@example.org",
  url: "https://tidepool.example/@alice",
};

/** Sends messages as other tabs would, the last once the others are there. */
const say = (widget: Widget, ...messages: unknown[]) =>
  widget.page.evaluate((all) => {
    const channel = new BroadcastChannel("fedi-signup");
    for (const message of all) channel.postMessage(message);
  }, messages);

function listens(): void {
  const page = globalThis as unknown as { heard: unknown[] };
  page.heard = [];
  new BroadcastChannel("fedi-signup").onmessage = ({ data }) => page.heard.push(data);
}

/** Keeps what other tabs would hear. */
async function overhear(widget: Widget): Promise<() => Promise<unknown[]>> {
  await widget.page.addInitScript(listens);
  await widget.page.evaluate(listens);
  return () => widget.page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
}

test("the tab that an email's link opened shows what another answers, and ignores what is no answer", async ({
  widget,
}) => {
  await widget.show(returned);
  const states = await widget.listen("fedi-signup-statechange");
  const { handle: _, ...nameless } = answer;
  await say(
    widget,
    null,
    "ready",
    7,
    [],
    {},
    { server: answer.server },
    { ...answer, server: "other.example" },
    { ...answer, server: undefined },
    { ...answer, screen: "confirm" },
    { ...answer, screen: "stopped" },
    { ...answer, screen: ["ready"] },
    { ...answer, screen: {} },
    { ...answer, handle: { toString: "x" } },
    { ...answer, handle: `@${"a".repeat(5000)}` },
    { ...answer, url: 1 },
    { ...answer, email: null },
    { ...answer, code: ["internal"] },
    nameless,
    {
      ...answer,
      handle: "@<b>alice</b>@tidepool.example",
      url: "javascript:alert(1)",
      token: "t",
      consent: 1,
    },
  );
  await widget.sees("ready");
  await expect(widget.element).toContainText("Your account is ready: @<b>alice</b>@tidepool.example");
  await expect(widget.element.locator("b, a[href^=javascript]")).toHaveCount(0);
  const [state, ...more] = await states();
  expect(more).toEqual([]);
  expect(state).toMatchObject({ screen: "ready", told: true });
  expect(JSON.stringify(state)).not.toContain('"token"');
});

test("it asks once, by the server's name", async ({ widget }) => {
  const heard = await overhear(widget);
  await widget.show(returned);
  await expect.poll(heard).toEqual([{ server: answer.server }]);
});

test("it goes on as the other tab does, and shows what a ready account still needs", async ({ widget }) => {
  await widget.show(returned);
  await say(widget, { ...answer, screen: "review" });
  await widget.sees("review");
  await expect(widget.element).toContainText("Your email address is confirmed");
  await say(widget, { ...answer, code: "two-factor-required" });
  await widget.sees("ready");
  await expect(widget.element.getByRole("heading", { name: "One more step" })).toBeVisible();
  await say(widget, answer);
  await expect(widget.element.getByRole("heading", { name: "Welcome!" })).toBeVisible();
});

test("a tab that holds an account asks the server when it is asked, and tells what it shows", async ({
  widget,
}) => {
  await widget.show(confirm);
  const heard = await overhear(widget);
  await say(widget, { server: "other.example" }, answer, { server: answer.server });
  await expect.poll(() => widget.called("refresh")).toHaveLength(1);
  await widget.sees("confirm");
  expect(await heard(), "there is nothing to tell before the address is confirmed").toHaveLength(3);
  await widget.emit(review);
  await widget.emit({ ...review, problem: { code: "unreachable" } });
  await widget.emit(twoFactor);
  await expect
    .poll(async () => (await heard()).slice(3))
    .toEqual([
      { ...answer, screen: "review" },
      { ...answer, code: "two-factor-required" },
    ]);
  await say(widget, { server: answer.server });
  await expect
    .poll(async () => (await heard()).slice(6))
    .toEqual([{ ...answer, code: "two-factor-required" }]);
});

/** What is told, by the words that SECURITY.md has for it. */
const inWords = {
  server: "the server's name",
  screen: "which screen",
  code: "the code of what a ready account still needs",
  username: "the username",
  handle: "the handle",
  email: "the masked address",
  url: "the address of the profile",
};

test("SECURITY.md tells all that is told", async ({ widget }) => {
  await widget.show(twoFactor);
  const heard = await overhear(widget);
  await say(widget, { server: answer.server });
  await expect.poll(async () => (await heard()).length).toBe(2);
  const [, told] = (await heard()) as [unknown, object];
  expect(Object.keys(told).sort()).toEqual(Object.keys(inWords).sort());
  const text = await readFile(new URL("../../../SECURITY.md", import.meta.url), "utf8");
  const line = text.split("\n").find((paragraph) => paragraph.startsWith("**Between tabs**"));
  for (const words of Object.values(inWords)) expect(line).toContain(words);
});

test("what was told is not passed on, and no longer heard than it is shown", async ({ widget }) => {
  await widget.show(returned);
  await say(widget, answer);
  await widget.sees("ready");
  const heard = await overhear(widget);
  await say(widget, { server: answer.server });
  await expect.poll(() => widget.called("refresh")).toHaveLength(1);
  await widget.emit(ready);
  await expect.poll(() => widget.element.evaluate((e) => (e as FediSignup).state.told)).toBeUndefined();
  expect(await heard()).toEqual([{ server: answer.server }]);
});

for (const [name, channel] of Object.entries({
  "does not exist": "delete globalThis.BroadcastChannel",
  "is forbidden":
    "globalThis.BroadcastChannel = class { constructor() { throw new DOMException('no', 'SecurityError') } }",
})) {
  test(`where the channel ${name}, each tab knows its own account`, async ({ widget }) => {
    await widget.page.addInitScript(channel);
    await widget.show(returned);
    await widget.emit(confirm);
    await widget.sees("confirm");
  });
}
