// From a choice to an account: what is chosen, typed or kept leads to the real form.
// examples/screens plays more of it, by servers of every kind.
import { forbidden } from "./policy.ts";
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

const listing = (domain: string, more: object = {}) => ({
  domain,
  description: `About ${domain}`,
  languages: ["en"],
  category: "general",
  region: "europe",
  proxied_thumbnail: "",
  last_week_users: 10,
  approval_required: false,
  ...more,
});

test("from the directory, past a server that is gone, by a typed name to an account that reloads find", async ({
  page,
  demo,
  desk,
  ownSite,
  expected,
  visitor,
}) => {
  expected.push(/gone\.example|ERR_/);
  await desk.play("open");
  const wrong = await forbidden(page);
  const strangers: string[] = [];
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (![ownSite.origin, demo.server, demo.site].includes(origin)) strangers.push(origin);
  });
  await page.route("https://api.joinmastodon.org/**", (route) =>
    route.fulfill({
      headers: { "access-control-allow-origin": "*" },
      json: [listing("gone.example"), listing("kunst.example", { languages: ["de"], category: "art" })],
    }),
  );
  await page.route("https://gone.example/**", (route) => route.abort("namenotresolved"));
  ownSite.serve({ body: `<fedi-signup servers="directory"></fedi-signup>`, connect: demo.server });
  await page.goto(ownSite.origin);
  await visitor.sees("choose");
  const { widget } = visitor;
  await widget.getByRole("button", { name: /^gone\.example/ }).click();
  await visitor.sees("failed");
  expect(strangers.slice(0, 2)).toEqual(["https://api.joinmastodon.org", "https://gone.example"]);
  await widget.getByRole("button", { name: "Choose another server" }).click();
  await widget.getByText("Filters", { exact: true }).click();
  await widget.getByLabel("Topic").selectOption("Art (1)");
  await expect(widget.getByRole("list").getByRole("button")).toHaveCount(1);
  await widget.getByRole("searchbox").fill(`${demo.server}/about`);
  await widget.getByRole("searchbox").press("Enter");
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await expect(widget.getByRole("button", { name: "Choose another server" })).toHaveCount(0);
  expect(strangers.every((origin) => /joinmastodon|gone/.test(origin))).toBe(true);
  expect(wrong.filter((text) => !text.includes("gone.example"))).toEqual([]);
});

test("an account that waits is found without the choice", async ({ page, demo, desk, ownSite, visitor }) => {
  await desk.play("open");
  const second = demo.server.replace("127.0.0.1", "localhost");
  const body = `<fedi-signup servers="${second} ${demo.server}"></fedi-signup>`;
  ownSite.serve({ body, connect: `${demo.server} ${second}` });
  await page.goto(ownSite.origin);
  await visitor.sees("choose");
  const offered = visitor.widget.getByRole("list").getByRole("button");
  await expect(offered).toHaveCount(2);
  await expect(offered.first()).toHaveAccessibleName(/^Tidepool localhost:\d+ Open to everyone/);
  await offered.nth(1).click();
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await page.reload();
  await visitor.sees("confirm");
  await page.goto(await desk.link(alice.email));
  await visitor.sees("ready");
});
