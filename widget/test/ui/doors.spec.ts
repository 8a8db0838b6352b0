// Where there is no form: why, and what to do instead.
import { expect, test } from "./harness.ts";
import { all, closedButInvites, closedToAll, form, refused, submitting, wrong } from "./snapshots.ts";

test("closed: the server's own words, with their links", async ({ widget, page }) => {
  await widget.show(closedToAll);
  const words = widget.element.getByRole("blockquote");
  await expect(words).toContainText("We are full until spring.");
  const chat = words.getByRole("link");
  await expect(chat).toHaveCount(1);
  await expect(chat).toHaveAttribute("href", "https://chat.example/tidepool");
  await expect(chat).toHaveAttribute("rel", /noopener/);
  await page.context().route("https://chat.example/**", (route) => route.fulfill({ body: "Hello" }));
  const [opened] = await Promise.all([page.context().waitForEvent("page"), chat.click()]);
  await expect(opened).toHaveURL("https://chat.example/tidepool");
  await expect(widget.element.getByRole("textbox")).toHaveCount(0);
});

test("closed but for invites: a code or a pasted link opens the form, asked for once", async ({ widget }) => {
  await widget.show(closedButInvites, "", { delays: { useInvite: 60_000 } });
  const invite = widget.element.getByRole("textbox", { name: "Invite code or link" });
  await invite.fill("  https://tidepool.example/invite/Zk7pQ2ab ");
  await invite.press("Enter");
  await expect(widget.element.getByRole("button", { name: "Checking" })).toBeDisabled();
  await invite.press("Enter");
  await widget.element.getByRole("button", { name: "Checking" }).click({ force: true });
  await widget.emit(form);
  await expect(widget.username).toBeVisible();
  await expect(widget.element.getByRole("heading", { name: "Tidepool" })).toBeFocused();
  expect(await widget.called("useInvite")).toEqual([["https://tidepool.example/invite/Zk7pQ2ab"]]);
});

test("an invite that is refused is told at its field", async ({ widget }) => {
  await widget.show(closedButInvites, "", {
    rejects: { useInvite: "invalid" },
    rejectedFields: [{ field: "invite_code", code: "ERR_INVALID", origin: "server" }],
  });
  const invite = widget.element.getByRole("textbox", { name: "Invite code or link" });
  await widget.element.getByRole("button", { name: "Use the invite" }).click();
  await expect(invite).toHaveAttribute("aria-invalid", "true");
  await expect(invite).toHaveAccessibleDescription(/This invite isn't valid here/);
  await expect(invite).toBeFocused();
});

test("the page's own address can bring an invite; the attribute goes first", async ({ widget, page }) => {
  widget.address = "https://site.example/page?invite=Zk7pQ2ab&x=1";
  const invites = () => page.evaluate(() => globalThis.stub.options.map(({ invite }) => invite));
  await widget.show(form);
  expect(await invites()).toEqual(["Zk7pQ2ab"]);
  await widget.show(form, 'invite="other"');
  expect(await invites()).toEqual(["other"]);
  expect(page.url()).toBe(widget.address);
});

test("every way not to reach a server has a sentence of its own, another try and a link", async ({
  widget,
}) => {
  const sentences = new Set<string>();
  await widget.load('<fedi-signup server="tidepool.example"></fedi-signup>', { snapshot: form });
  await widget.sees("form");
  for (const [name, snapshot] of Object.entries(all).filter(([name]) => name.startsWith("failed-unreach"))) {
    await test.step(name, async () => {
      await widget.emit(snapshot);
      sentences.add((await widget.element.locator("[data-part=text]").first().textContent()) ?? "");
      await expect(widget.element.getByRole("button", { name: "Try again" })).toBeVisible();
      await expect(widget.element.getByRole("link", { name: "Go to tidepool.example" })).toHaveAttribute(
        "href",
        "https://tidepool.example/",
      );
    });
  }
  expect(sentences.size).toBe(8);
});

test("a name that is no server's is told as such, without the address around it", async ({ widget }) => {
  await widget.show(form, 'server="https://tidepool.example/about"');
  await widget.emit(all["failed-not-supported"] ?? form);
  await expect(widget.element).toContainText(/^.*tidepool\.example doesn't answer like a server/s);
  await expect(widget.element).not.toContainText("https://");
});

test("offline: tried again as soon as there is a network", async ({ widget, page }) => {
  const offline = (detail: string) => wrong("failed", "unreachable", { detail, retryable: true });
  await widget.show(offline("offline"));
  await expect(widget.element).toContainText("as soon as you're back online");
  await page.evaluate((snapshot) => Object.assign(globalThis.stub, { snapshot }), form);
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await widget.sees("form");
  await widget.emit(offline("tls"));
  await page.evaluate(() => dispatchEvent(new Event("online")));
  expect(await widget.called("open")).toHaveLength(2);
});

test("an account that waits is named while its server does not answer", async ({ widget }) => {
  const down = wrong("failed", "unreachable", { retryable: true });
  await widget.show(down);
  await expect(widget.element.getByRole("heading")).toHaveText("Sign-up isn't working here right now");
  const account = { username: "alice", handle: "@alice", email: "a•••@example.org", url: "", watched: false };
  await widget.emit({ ...down, account });
  await expect(widget.element.getByRole("heading")).toHaveText("Your sign-up will continue later");
  await expect(widget.element).toContainText(
    /Your account \S*@alice\S* was created with the address \S*a•••@example\.org\S*, and nothing is lost/,
  );
  await expect(widget.element.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("a sign-up that did not go out: sent by itself once, and only after the visitor sent it", async ({
  widget,
  page,
  context,
}) => {
  const offline = wrong("form", "unreachable", { detail: "offline", retryable: true });
  await widget.show(offline);
  await expect(widget.alert.first()).toContainText(/Not sent\.\s*You seem to be offline\./);
  await expect(widget.element, "nothing was submitted here").not.toContainText("will try again");
  const online = () => page.evaluate(() => dispatchEvent(new Event("online")));
  await online();
  await widget.emit(form);
  await context.setOffline(true);
  await page.evaluate(() =>
    Object.assign(globalThis.stub, { rejects: { submit: "unreachable" }, delays: { submit: 1e6 } }),
  );
  const fails = async (times: number) => {
    await expect.poll(() => widget.called("submit")).toHaveLength(times);
    await widget.emit(submitting);
    await widget.emit(offline);
    await page.evaluate(() => globalThis.stub.proceed());
  };
  await widget.submit.click();
  await fails(1);
  await expect(widget.element).toContainText("will try again");
  await context.setOffline(false);
  await fails(2);
  await expect(widget.element).not.toContainText("will try again");
  await expect(widget.element).toContainText("Not sent.");
  await online();
  expect(await widget.called("submit")).toHaveLength(2);
  await widget.submit.click();
  await fails(3); // while there is a network again by then
  await fails(4);
  await online();
  expect(await widget.called("submit")).toHaveLength(4);
});

test("a server that takes its time: that is said, with the way to its own page", async ({ widget }) => {
  await widget.load('<fedi-signup server="tidepool.example"></fedi-signup>');
  await widget.sees("loading");
  await widget.emit({ screen: "loading", fields: [], rules: [], documents: [], problems: [], slow: true });
  await expect(widget.element).toContainText("taking a long time to answer");
  await expect(widget.element.getByRole("link", { name: "Go to tidepool.example" })).toHaveAttribute(
    "href",
    "https://tidepool.example/",
  );
  await widget.emit(form);
  await expect(widget.element).not.toContainText("taking a long time");
  await widget.emit({ ...submitting, slow: true });
  await expect(widget.element.locator("[data-part=note]")).toContainText("is checking whether your address");
  await expect(widget.status).toContainText("is checking whether your address can receive email");
});

test("other software is named, and the link leads to its own sign-up page", async ({ widget }) => {
  await widget.show(form);
  await widget.emit(all["elsewhere-peertube"] ?? form);
  await expect(widget.element).toContainText("tidepool.example runs PeerTube");
  await expect(widget.element.getByRole("link", { name: "Sign up on tidepool.example" })).toHaveAttribute(
    "href",
    "https://tidepool.example/signup",
  );
  await widget.emit(all["elsewhere-gotosocial"] ?? form);
  await expect(widget.element).toContainText(
    "Tidepool runs GoToSocial, which accepts sign-ups only on its own pages",
  );
});

test("a broker that hands out nothing is the site's, and waiting is told only where it helps", async ({
  widget,
}) => {
  await widget.show(form);
  await widget.emit(all["elsewhere-broker"] ?? form);
  await expect(widget.element).toContainText("This site couldn't get the permission from Tidepool");
  await expect(widget.element).not.toContainText(/says:|minutes/);
});

test("who was perhaps signed up is told neither that the name is free nor how many tries are left", async ({
  widget,
}) => {
  await widget.show(form, "", { available: { alice: "free" } });
  await widget.username.fill("alice");
  const free = widget.element.locator("[data-part~=good]");
  await expect(free).toHaveText(/alice.*seems to be free/);
  await widget.emit({ ...form, screen: "submitting" });
  await widget.emit({
    ...(all["form-lost-answer-taken"] ?? form),
    tries: { left: 3, limit: 5, resetAt: Date.now() + 60_000 },
  });
  await expect(widget.alert).toContainText("most likely created");
  await expect(widget.alert).not.toContainText("left until");
  await expect(free).toHaveCount(0);
  await expect(widget.username).not.toHaveAttribute("aria-invalid");
});

test("what failed on the way is told apart", async ({ widget }) => {
  await widget.show(form);
  const says = async (name: string, text: RegExp) => {
    await widget.emit(all[name] ?? form);
    await expect(widget.alert).toContainText(text);
  };
  await says("form-rate-limited-apps", /from your network.*in \d minutes.*Nothing you typed is wrong/);
  await expect(widget.element.getByRole("timer")).toHaveText(/You can try again in \d:\d\d/);
  await expect(
    widget.alert.getByRole("link", { name: "Sign up on Tidepool" }),
    "which registers no app",
  ).toHaveAttribute("href", "https://tidepool.example/auth/sign_up");
  await says("form-daily-limit", /its limit of new accounts for today.*tomorrow/);
  await says("form-backlog", /until its staff have reviewed some.*in a day or two/);
  await says("form-server-error-email", /not accept addresses from your email provider/);
  await expect(widget.alert).not.toContainText(/minutes|Oh no/);
  await says("form-broker", /This site couldn't get the permission.*in a few minutes/);
  await says("form-duplicate", /It may have been you/);
  await says("form-lost-answer-taken", /most likely created.*don't need to sign up again/);
  await says("form-lost-answer-free", /most likely no account was created. You can send it again/);
  await says("form-lost-answer", /may exist by now: look for an email before/);
  await widget.emit({ ...refused, tries: { left: 1, limit: 5, resetAt: Date.now() + 60_000 } });
  await expect(widget.alert).toContainText("1 try left until");
});
