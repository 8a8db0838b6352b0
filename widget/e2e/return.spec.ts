// Where the link in the email leads, and who finds what there.
import { expect, test } from "./test.ts";
import { alice, Visitor } from "./visitor.ts";

test.beforeEach(async ({ desk, visitor }, { title }) => {
  await desk.play(title.includes("approval") ? "approval" : "open");
  await visitor.opensSite();
  await visitor.signsUp(title.includes("approval") ? { ...alice, reason: "I draw limpets." } : alice);
  await visitor.sees("confirm");
});

test("in a new tab: it learns from the first what became of the account, and nothing secret", async ({
  context,
  demo,
  desk,
  visitor,
}) => {
  await visitor.page.evaluate(() => {
    const page = globalThis as unknown as { heard: unknown[] };
    page.heard = [];
    new BroadcastChannel("fedi-signup").onmessage = ({ data }) => page.heard.push(data);
  });
  const kept = await visitor.page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  const token = kept.match(/"token\\":\\"([^"\\]+)/)?.[1] ?? "";
  const tab = await context.newPage();
  await tab.goto(await desk.link(alice.email));
  const there = new Visitor(tab);
  await there.sees("ready");
  await expect(there.widget).toContainText("Your account is ready: @alice@");
  await expect(there.widget).toContainText("a•••@example.org");
  await expect(there.widget.getByRole("link", { name: "Log in to Tidepool" })).toBeVisible();
  expect(tab.url(), "what tells of the mail is taken out of the address").toBe(`${demo.site}/`);
  await visitor.sees("ready");
  await tab.reload();
  await there.sees("ready");
  const heard = await visitor.page.evaluate(() =>
    JSON.stringify((globalThis as unknown as { heard: unknown[] }).heard),
  );
  expect(heard).toContain("@alice@");
  expect(token).not.toBe("");
  for (const secret of [token, alice.email, alice.password]) expect(heard).not.toContain(secret);
});

test("in a new tab, with the first closed: it says what that means", async ({
  context,
  demo,
  desk,
  visitor,
}) => {
  const link = await desk.link(alice.email);
  const tab = await context.newPage();
  await visitor.page.close();
  await tab.goto(link);
  const there = new Visitor(tab);
  await there.sees("returned");
  await expect(there.widget).toContainText("If you followed the link in an email from Tidepool");
  await expect(there.widget.getByRole("link", { name: "Log in to Tidepool" })).toBeVisible();
  expect(tab.url(), "what tells of the mail is taken out of the address").toBe(`${demo.site}/`);
  await there.widget.getByRole("button", { name: "Create account" }).click();
  await there.sees("form");
});

test("in a new tab, approval: it goes on as the first does", async ({ context, desk, visitor }) => {
  const tab = await context.newPage();
  await tab.goto(await desk.link(alice.email));
  const there = new Visitor(tab);
  await there.sees("review");
  await expect(there.widget).toContainText(
    "Your email address is confirmed. Staff at Tidepool are reviewing",
  );
  await expect(there.widget.getByRole("button", { name: "Check now" })).toHaveCount(0);
  await desk.moderate("approve", alice.username);
  await visitor.page.bringToFront();
  await visitor.widget.getByRole("button", { name: "Check now" }).click();
  await visitor.sees("ready");
  await there.sees("ready");
});

test("in another browser, and twice", async ({ browser, desk }) => {
  const link = await desk.link(alice.email);
  const other = await browser.newContext();
  const page = await other.newPage();
  const there = new Visitor(page);
  await page.goto(link);
  await there.sees("returned");
  await page.goto(link);
  await expect(page.locator("body")).toContainText("already confirmed"); // the server's page, which leads nowhere
  await other.close();
});

test("approval: whoever comes back elsewhere learns that staff look next", async ({ browser, desk }) => {
  const other = await browser.newContext();
  const page = await other.newPage();
  await page.goto(await desk.link(alice.email));
  const there = new Visitor(page);
  await there.sees("returned");
  await expect(there.widget).toContainText("staff");
  await other.close();
});

test("from there a second account can be made", async ({ context, desk }) => {
  const tab = await context.newPage();
  await tab.goto(await desk.link(alice.email));
  const there = new Visitor(tab);
  await there.sees("ready");
  await there.widget.getByRole("button", { name: "Create another account" }).click();
  await there.sees("form");
});

test("an address that somebody passed on claims nothing, and the form is a click away", async ({
  browser,
  demo,
  ownSite,
}) => {
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}" email="bert@example.org"></fedi-signup>`,
    connect: demo.server,
  });
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await page.goto(`${ownSite.origin}/?fedi-signup=${new URL(demo.server).host}`);
  const there = new Visitor(page);
  await there.sees("returned");
  await expect(there.widget.getByRole("heading")).toHaveText("Did an email bring you here?");
  await expect(there.widget).not.toContainText(/your account|is ready/i);
  expect(page.url(), "a bookmark does not repeat it").toBe(`${ownSite.origin}/`);
  await page.reload();
  await there.sees("returned");
  await there.widget.getByRole("button", { name: "Create account" }).click();
  await there.sees("form");
  await expect(there.email).toHaveValue("bert@example.org");
  await page.reload();
  await there.sees("form");
  await there.signsUp({ ...alice, username: "bert", email: "bert@example.org" });
  await there.sees("confirm");
  await stranger.close();
});

test("on a page whose widget is for another server: said above its form", async ({
  context,
  demo,
  ownSite,
}) => {
  const other = demo.server.replace("127.0.0.1", "localhost");
  ownSite.serve({ body: `<fedi-signup server="${other}"></fedi-signup>`, connect: other });
  const page = await context.newPage();
  await page.goto(`${ownSite.origin}/?fedi-signup=${new URL(demo.server).host}&page=2`);
  const there = new Visitor(page);
  await there.sees("form");
  await expect(there.widget).toContainText(new URL(demo.server).host);
  await expect(there.widget).toContainText("your address is confirmed there");
  const planted = there.widget.getByRole("link", { name: new URL(demo.server).host });
  await expect(planted, "an address that anybody can make up is no link").toHaveCount(0);
  expect(new URL(page.url()).search, "the rest of the address stays").toBe("?page=2");
});

test("on a page with a widget for another server, too: told there as well, until the one has its form", async ({
  context,
  demo,
  ownSite,
}) => {
  const other = demo.server.replace("127.0.0.1", "localhost");
  const { host } = new URL(demo.server);
  ownSite.serve({
    body: [demo.server, other].map((server) => `<fedi-signup server="${server}"></fedi-signup>`).join(""),
    connect: `${demo.server} ${other}`,
  });
  const page = await context.newPage();
  await page.goto(`${ownSite.origin}/?fedi-signup=${host}`);
  const [own, elsewhere] = [page.locator("fedi-signup").first(), page.locator("fedi-signup").last()];
  const told = elsewhere.getByText(`If an email from ${host} brought you here`);
  for (const again of [false, true]) {
    if (again) await page.reload();
    await expect(own).toHaveAttribute("data-state", "returned");
    await expect(told).toBeVisible();
  }
  await own.getByRole("button", { name: "Create account" }).click();
  await expect(own).toHaveAttribute("data-state", "form");
  await elsewhere.getByRole("textbox", { name: "Username" }).fill("bert");
  await expect(elsewhere).toContainText("bert seems to be free");
  await page.reload();
  await expect(own).toHaveAttribute("data-state", "form");
  await expect(elsewhere).toHaveAttribute("data-state", "form");
  await expect(told).toHaveCount(0);
});

test("on a page whose widget is for another server, in a wrong address: no harm", async ({
  context,
  demo,
  ownSite,
}) => {
  ownSite.serve({ body: `<fedi-signup server="${demo.server}"></fedi-signup>`, connect: demo.server });
  const page = await context.newPage();
  const there = new Visitor(page);
  for (const address of [
    `fedi-signup=${encodeURIComponent("javascript:alert(1)//<b>")}`,
    "fedi-signup=%00%0d%0a%e2%80%aetidepool.example",
    `fedi-signup=${"x.".repeat(4000)}`,
    "fedi-signup=%ff&fedi-signup=%",
    "invite=https://evil.example/invite/AbC123xy",
    `invite=${"a".repeat(8000)}`,
    "invite=%00<b>",
  ]) {
    await page.goto(`${ownSite.origin}/?${address}`);
    await there.sees("form");
    await expect(there.widget.locator("b")).toHaveCount(0);
    await expect(there.widget).not.toContainText(/brought you here|Invite/);
  }
});
