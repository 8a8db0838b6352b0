// What is kept on the device, and what if nothing can be.
import { expect, test } from "./test.ts";
import { alice } from "./visitor.ts";

const kept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

for (const persist of ["session", "local", "none"] as const) {
  test(`persist="${persist}": a reload ${persist === "none" ? "begins anew" : "goes on"}`, async ({
    page,
    demo,
    desk,
    ownSite,
    visitor,
  }) => {
    await desk.play("open");
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}" persist="${persist}"></fedi-signup>`,
      connect: demo.server,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    const found = await page.evaluate(kept);
    expect(found, "neither the password nor the address").not.toContain(alice.email);
    if (persist === "none") expect(found).toBe("[{},{}]");
    await page.reload();
    await visitor.sees(persist === "none" ? "form" : "confirm");
  });
}

for (const [name, breaks] of [
  [
    "that throws",
    () =>
      Object.defineProperty(window, "sessionStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      }),
  ],
  [
    "that is full",
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    },
  ],
  [
    "that holds rubbish",
    () => {
      Storage.prototype.getItem = () => '{"token":';
    },
  ],
] as const) {
  test(`a storage ${name}: the account is made all the same`, async ({
    page,
    demo,
    desk,
    ownSite,
    request,
    visitor,
  }) => {
    await page.addInitScript(breaks);
    await desk.play("open");
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}" app-name="A page"></fedi-signup>`,
      connect: demo.server,
    });
    await page.goto(ownSite.origin);
    await visitor.sees("form");
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    await request.get(await desk.link(alice.email));
    await visitor.widget.getByRole("button", { name: "Check now" }).click();
    await visitor.sees("ready");
  });
}
