// The whole journey in WebKitGTK, which Playwright cannot drive.
import { Key } from "selenium-webdriver";
import { clone, mixedUp, twoCopies } from "../copies.ts";
import { startEdge } from "../edge.ts";
import { listen, look } from "../nosy.ts";
import { type OwnPage, startOwnSite } from "../own-site.ts";
import { strictPolicy } from "../policy.ts";
import { inArabic, measured, rightToLeft } from "../right-to-left.ts";
import { test as base, expect } from "../surroundings.ts";
import { alice } from "../visitor.ts";
import { type Engine, startWebKitGtk, Visitor } from "./webkitgtk.ts";

const test = base.extend<{ visitor: Visitor; page: never }, { engine: Engine }>({
  engine: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern
    async ({}, use) => {
      const engine = await startWebKitGtk();
      await use(engine);
      await engine.stop();
    },
    { scope: "worker" },
  ],

  // A window for each test: in a new tab nothing ever becomes visible.
  visitor: async ({ engine: { driver } }, use) => {
    const first = await driver.getWindowHandle();
    await driver.switchTo().newWindow("window");
    await use(new Visitor(driver));
    for (const handle of await driver.getAllWindowHandles()) {
      if (handle === first) continue;
      await driver.switchTo().window(handle);
      await driver.close();
    }
    await driver.switchTo().window(first);
  },
});

/** A page of one widget for a server. */
const pageFor = (server: string, attributes = ""): OwnPage => ({
  body: `<fedi-signup server="${server}" ${attributes}><a href="${server}/auth/sign_up">Join Tidepool</a></fedi-signup>`,
  connect: server,
});

test("from the form over the mail to a working account", async ({ demo, desk, visitor }) => {
  await desk.play("open");
  await visitor.opens(demo.site);
  await visitor.sees("form");

  await test.step("an empty form names every problem and sends nothing", async () => {
    await visitor.submits();
    await expect.poll(() => visitor.focused()).toContain("need your attention");
    for (const name of ["username", "email", "password", "agreement"]) {
      expect(await visitor.complaint(name)).toMatch(/\S/);
    }
    expect((await desk.received()).map((r) => r.path)).not.toContain("/api/v1/accounts");
  });

  await test.step("a refusal names the fields, keeps what was typed, and takes the focus", async () => {
    await visitor.signsUp({ ...alice, username: "admin", email: "alice@throwaway.example" });
    await expect.poll(() => visitor.complaint("username")).toContain("is reserved on");
    expect(await visitor.complaint("email")).toContain("doesn't accept addresses from this email provider");
    expect(await visitor.complaint("password")).toBe("");
    expect(await visitor.focused()).toContain("need your attention");
    expect(await (await visitor.field("password")).getAttribute("value")).toBe(alice.password);
  });

  await test.step("the corrected form goes through", async () => {
    await visitor.signsUp(alice);
    await visitor.sees("confirm");
    await visitor.reads(alice.email);
  });

  await test.step("a reload and another window go on where it was", async () => {
    await visitor.driver.navigate().refresh();
    await visitor.sees("confirm");
  });

  await test.step("the mail's link leads back to the page", async () => {
    await visitor.opens(`${demo.site}/desk/mail`);
    await visitor.clicks("auth/confirmation");
    await visitor.sees("ready");
    await visitor.reads("@alice@tidepool.example");
    expect(new URL(await visitor.driver.getCurrentUrl()).origin).toBe(demo.site);
  });
});

test("approval, with the mail read in another window", async ({ demo, desk, request, visitor }) => {
  await desk.play("approval");
  await visitor.opens(demo.site);
  await visitor.sees("form");
  await visitor.signsUp({ ...alice, reason: "I count limpets for a living." });
  await visitor.sees("confirm");
  await request.get(await desk.link(alice.email));
  await visitor.clicks("Check now");
  await visitor.sees("review");
  expect(await visitor.run(() => document.hasFocus()), "another window is in front").toBe(false);
  await expect.poll(() => visitor.focused()).toBe("Waiting for approval");
  await desk.moderate("approve", "alice");
  await visitor.clicks("Check now");
  await visitor.sees("ready");
});

test("by keyboard alone", async ({ demo, desk, visitor }) => {
  await desk.play("open");
  await visitor.opens(demo.site);
  await visitor.sees("form");
  const username = await visitor.field("username");
  await username.sendKeys(alice.username, Key.TAB);
  expect(await visitor.focused()).toBe("email");
  await visitor.driver.actions().sendKeys(alice.email, Key.TAB, alice.password).perform();
  const agreement = await visitor.field("agreement");
  await agreement.sendKeys(Key.SPACE);
  await username.sendKeys(Key.ENTER);
  await visitor.sees("confirm");
});

test("Akkoma's captcha: a wrong solution brings another, the right one an account", async ({
  demo,
  desk,
  visitor,
}) => {
  await desk.play("akkoma");
  await visitor.opens(demo.site);
  await visitor.sees("form");
  const before = await desk.captcha();
  await visitor.fills("captcha_solution", "wrong");
  await visitor.signsUp(alice);
  await expect.poll(() => visitor.complaint("captcha_solution")).toMatch(/\S/);
  expect(await desk.captcha()).not.toBe(before);
  await visitor.fills("captcha_solution", await desk.captcha());
  await visitor.submits();
  await visitor.sees("confirm");
});

test("documents in place, and help with single fields", async ({ demo, desk, visitor }) => {
  await desk.play("open");
  await visitor.opens(demo.site);
  await visitor.sees("form");
  await visitor.fills("username", "alice");

  await test.step("the privacy policy is read in place", async () => {
    await visitor.clicks("privacy policy");
    await expect
      .poll(() => visitor.run(() => document.querySelector<HTMLIFrameElement>("dialog[open] iframe")?.srcdoc))
      .toContain("nothing for advertising");
    await visitor.driver.actions().sendKeys(Key.ESCAPE).perform();
    await expect.poll(() => visitor.run(() => document.querySelectorAll("dialog").length)).toBe(0);
    expect(await visitor.focused()).toContain("privacy policy");
    expect(await (await visitor.field("username")).getAttribute("value")).toBe("alice");
  });

  await test.step("the strength of a password", async () => {
    const strength = () =>
      visitor.run(() => document.querySelector("fedi-signup [role=meter]")?.getAttribute("aria-valuenow"));
    await visitor.fills("password", "password1");
    await expect.poll(strength).toMatch(/[01]/);
    await visitor.fills("password", "correct horse battery staple seaweed");
    await expect.poll(strength).toBe("4");
  });

  await test.step("a mistyped mail provider", async () => {
    await visitor.fills("email", "alice@gmial.com");
    await (await visitor.field("username")).click();
    await visitor.clicks("alice@gmail.com");
    expect(await (await visitor.field("email")).getAttribute("value")).toBe("alice@gmail.com");
  });

  await test.step("a taken name, with names that are free", async () => {
    await visitor.fills("username", "marina");
    await (await visitor.field("email")).click();
    await visitor.reads(/This username is taken.*marina_/);
  });
});

test("a date of birth: two digits are no year, and no date does not look like one", async ({
  demo,
  desk,
  visitor,
}) => {
  await desk.play("minimum-age");
  await visitor.opens(demo.site);
  await visitor.sees("form");
  const color = () =>
    visitor.run(() => {
      const field = document.querySelector("fedi-signup [data-name=date_of_birth]") as HTMLElement;
      return getComputedStyle(field).color;
    });
  const set = (date: string) =>
    visitor.run((value) => {
      const field = document.querySelector("fedi-signup [data-name=date_of_birth]") as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }, date);
  const empty = await color();
  await visitor.signsUp(alice);
  await expect.poll(() => visitor.complaint("date_of_birth")).toContain("Enter your full date of birth");
  await set("0090-02-01");
  await visitor.submits();
  await expect.poll(() => visitor.complaint("date_of_birth")).toContain("four digits for the year");
  await set("1990-02-01");
  expect(await color()).not.toBe(empty);
  await visitor.submits();
  await visitor.sees("confirm");
});

test("doors", async ({ demo, desk, visitor }) => {
  for (const [scenario, screen, says] of [
    ["closed", "closed", "We take new people again in spring"],
    ["gotosocial", "elsewhere", "Sign up on Tidepool"],
    ["broken", "failed", "Try again"],
  ] as const) {
    await desk.play(scenario);
    await visitor.opens(demo.site);
    await visitor.sees(screen);
    await visitor.reads(says);
  }
  await desk.play("open");
  await visitor.clicks("Try again");
  await visitor.sees("form");
});

test("a strict policy: the README's is enough", async ({ demo, desk, ownSite, visitor }) => {
  await desk.play("open");
  ownSite.serve(pageFor(demo.server));
  await visitor.opens(ownSite.origin);
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
});

test("a policy without 'wasm-unsafe-eval': what to add, and the link stays", async ({
  demo,
  desk,
  ownSite,
  visitor,
}) => {
  await desk.play("open");
  ownSite.serve({ ...pageFor(demo.server), script: "'self'" });
  await visitor.opens(ownSite.origin);
  await visitor.sees("failed");
  await visitor.reads("'wasm-unsafe-eval'");
  await visitor.reads("Join Tidepool");
});

test("the core may come from another origin", async ({ demo, desk, dist, ownSite, visitor }) => {
  await desk.play("open");
  const parts = await startOwnSite(dist);
  ownSite.serve({
    ...pageFor(demo.server, `core-src="${parts.origin}/widget"`),
    connect: `${demo.server} ${parts.origin}`,
    script: `'self' ${parts.origin} 'wasm-unsafe-eval'`,
  });
  await visitor.opens(ownSite.origin);
  await visitor.sees("form");
  await visitor.fills("password", "limpets");
  await expect.poll(() => visitor.run(() => document.querySelector("[role=meter]") !== null)).toBe(true);
  await parts.stop();
});

test("a part that was changed on its way is not run", async ({ demo, desk, dist, ownSite, visitor }) => {
  await desk.play("open");
  const parts = await startOwnSite(dist, (file, content) =>
    file.startsWith("extras.") ? `${content}\nglobalThis.taken = true;` : content,
  );
  ownSite.serve({
    ...pageFor(demo.server, `core-src="${parts.origin}/widget"`),
    connect: `${demo.server} ${parts.origin}`,
    script: `'self' ${parts.origin} 'wasm-unsafe-eval'`,
  });
  await visitor.opens(ownSite.origin);
  await visitor.sees("form");
  expect(await visitor.run(() => "taken" in globalThis)).toBe(false);
  await parts.stop();
});

test("two windows of one site", async ({ demo, desk, visitor }) => {
  await desk.play("open");
  await visitor.opens(demo.site);
  await visitor.sees("form");
  const one = await visitor.driver.getWindowHandle();
  await visitor.driver.switchTo().newWindow("window");
  await visitor.opens(demo.site);
  await visitor.sees("form");
  await visitor.signsUp(alice);
  await visitor.sees("confirm");
  await visitor.driver.switchTo().window(one);
  await visitor.sees("form");
});

test("two copies of the script, and clones: no id twice, and each label leads to a field of its own form", async ({
  demo,
  desk,
  ownSite,
  visitor,
}) => {
  await desk.play("open");
  ownSite.serve(twoCopies(demo.server));
  await visitor.opens(ownSite.origin);
  const forms = async (n: number) =>
    expect.poll(() => visitor.run(mixedUp)).toEqual({ forms: n, twice: [], astray: [] });
  await forms(2);
  await visitor.run(clone);
  await forms(4);
});

test("looks: dark, right to left, and narrow", async ({ demo, desk, ownSite, visitor }) => {
  await desk.play("open");
  const looks = async (attributes: string) => {
    ownSite.serve(pageFor(demo.server, attributes));
    await visitor.opens(ownSite.origin);
    await visitor.sees("form");
    return visitor.run(() => {
      const field = document.querySelector("fedi-signup [data-name=username]") as HTMLElement;
      const { color, backgroundColor, direction } = getComputedStyle(field);
      const sum = (text: string) => (text.match(/\d+/g) ?? []).slice(0, 3).reduce((a, b) => a + Number(b), 0);
      return {
        dark: sum(color) > sum(backgroundColor),
        direction,
        sideways: document.documentElement.scrollWidth - innerWidth,
      };
    });
  };
  expect(await looks('theme="light"')).toEqual({ dark: false, direction: "ltr", sideways: 0 });
  expect(await looks('theme="dark"')).toEqual({ dark: true, direction: "ltr", sideways: 0 });
  await visitor.driver.manage().window().setRect({ width: 320, height: 700 });
  expect((await looks("")).sideways).toBe(0);
});

test("from right to left, rules stand beside their numbers, whichever way either is written", async ({
  demo,
  desk,
  ownSite,
  visitor,
}) => {
  await desk.play("open");
  ownSite.serve(rightToLeft(demo.server));
  await visitor.opens(ownSite.origin);
  await visitor.sees("form");
  expect(await visitor.run(measured), "English texts").toEqual({ texts: "ltr", far: [] });
  await visitor.run(inArabic);
  await expect
    .poll(() => visitor.run(measured), "Arabic texts, English rules")
    .toEqual({ texts: "rtl", far: [] });
});

test("the connection breaks before the answer: the account was most likely created", async ({
  desk,
  ownSite,
  unsteady,
  visitor,
}) => {
  await desk.play("open");
  ownSite.serve(pageFor(unsteady.origin));
  await visitor.opens(ownSite.origin);
  await visitor.sees("form");
  await visitor.fills("username", alice.username);
  await visitor.reads("seems to be free");
  const signUps = unsteady.cutsFirst("/api/v1/accounts");
  await visitor.signsUp(alice);
  await visitor.reads("your account was most likely created");
  expect(signUps()).toBe(1);
  expect(await visitor.complaint("username")).toBe("");
  const text = await visitor.run(() => document.querySelector("fedi-signup")?.textContent);
  expect(text).not.toMatch(/seems to be free|left until/);
});

test("in a frame of the edge's origin, no script of the page reads the password", async ({
  demo,
  desk,
  dist,
  ownSite,
  visitor,
}, { parallelIndex }) => {
  const edge = await startEdge(dist, demo.server, `${ownSite.origin}/`, parallelIndex);
  try {
    await desk.play("open");
    ownSite.serve({
      body: `<fedi-signup server="${demo.server}" isolate="${edge.url}"></fedi-signup>`,
      policy: `${strictPolicy()}; frame-src ${edge.url}`,
    });
    await visitor.opens(ownSite.origin);
    await visitor.run(listen);
    await visitor.sees("form");
    const { driver } = visitor;
    const frame = await visitor.run(
      () => document.querySelector("fedi-signup")?.shadowRoot?.querySelector("iframe") as never,
    );
    await driver.switchTo().frame(frame);
    await visitor.find("form");
    // The driver brings no keys into frames of other sites.
    await visitor.run((person: Record<string, string>) => {
      const fields = [...document.querySelectorAll<HTMLInputElement>("fedi-signup input")];
      for (const field of fields) {
        field.value = person[field.dataset.name ?? ""] ?? field.value;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
      fields.find(({ type }) => type === "checkbox")?.click();
      document.querySelector<HTMLElement>("fedi-signup [type=submit]")?.click();
    }, alice as never);
    await visitor.sees("confirm");
    await driver.switchTo().defaultContent();
    await visitor.sees("confirm");
    const readable = await visitor.run(look);
    expect(readable).toContain(alice.username); // it does look
    expect(readable).not.toContain(alice.password);
  } finally {
    await edge.stop();
  }
});
