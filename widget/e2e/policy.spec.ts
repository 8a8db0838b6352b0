// The policy that README promises to be enough: it is, and all of it is needed.
import { forbidden, strictPolicy } from "./policy.ts";
import { expect, test } from "./test.ts";

test.beforeEach(async ({ desk, expected }) => {
  expected.push(/Content.Security.Policy|Trusted(Type|HTML|ScriptURL)|blocked by CSP|Fetch API cannot load/);
  expected.push(/Blocked script execution/); // of the test's own, in a document
  await desk.play("open");
});

test("README's policy is enough, and what another forbids is noticed: in the page, in a document, and if it is only reported", async ({
  page,
  demo,
  ownSite,
  visitor,
}) => {
  const wrong = await forbidden(page);
  const body = `<fedi-signup server="${demo.server}"></fedi-signup>`;
  ownSite.serve({ body, connect: demo.server });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  await visitor.password.fill("limpets");
  await expect(visitor.widget.getByRole("meter")).toBeVisible();
  await visitor.widget.getByRole("link", { name: "Privacy policy" }).first().click();
  const document = page.locator("iframe").contentFrame();
  await expect(document.getByRole("heading")).toBeVisible();
  expect(wrong).toEqual([]);

  const colour = (element: HTMLElement) => element.setAttribute("style", "color: red");
  await visitor.widget.evaluate(colour);
  await expect.poll(() => wrong.splice(0)).toContainEqual(expect.stringContaining("style-src-attr"));
  await document.locator("body").evaluate(colour);
  await expect.poll(() => wrong.splice(0)).toContainEqual(expect.stringContaining("style-src-attr"));

  ownSite.serve({ body, connect: demo.server, reported: "img-src 'none'" });
  await page.goto(ownSite.origin);
  await expect.poll(() => wrong).toContainEqual(expect.stringMatching(/^report img-src/));
});

for (const [part, left] of [
  ["'wasm-unsafe-eval'", "script-src 'self'"],
  ["connect-src 'self'", "connect-src https: SERVER"],
  ["connect-src https:", "connect-src 'self'"],
  ["img-src", "img-src 'none'"],
  ["fedi-signup", "trusted-types 'none'"],
] as const) {
  test(`README's policy without ${part} is not enough`, async ({ page, demo, ownSite }) => {
    const wrong = await forbidden(page);
    const [directive] = left.split(" ");
    const policy = strictPolicy(demo.server)
      .replace(new RegExp(`${directive} [^;]*`), left)
      .replace("SERVER", demo.server);
    ownSite.serve({ body: `<fedi-signup server="${demo.server}"></fedi-signup>`, policy });
    await page.goto(ownSite.origin);
    await expect.poll(() => wrong).not.toEqual([]);
  });
}

test("README's policy is enough beside another copy of Lit", async ({ page, demo, ownSite, visitor }) => {
  const wrong = await forbidden(page);
  await page.addInitScript(() => {
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): void };
    };
    trustedTypes.createPolicy("lit-html", {});
  });
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}"></fedi-signup>`,
    policy: strictPolicy(demo.server).replace("trusted-types ", "trusted-types lit-html "),
  });
  await page.goto(ownSite.origin);
  await visitor.sees("form");
  expect(wrong).toEqual([]);
});

for (const [what, policy, shown] of [
  ["but takes plain texts", "", "form"],
  ["and takes no plain texts", "require-trusted-types-for 'script'; ", "link"],
] as const) {
  test(`a page that allows no policy of ours, ${what}: the ${shown}`, async ({
    page,
    demo,
    ownSite,
    visitor,
  }) => {
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}"><a href="${demo.server}/auth/sign_up">Join</a></fedi-signup>`,
      policy: strictPolicy(demo.server).replace(/require-trusted-types.*/, `${policy}trusted-types theirs`),
    });
    const wrong = await forbidden(page);
    await page.goto(ownSite.origin);
    await expect.poll(() => wrong).toContainEqual(expect.stringMatching(/trusted-?types/i));
    if (shown === "form") await visitor.sees("form");
    else await expect(visitor.widget.getByRole("link", { name: "Join" })).toBeVisible();
  });
}
