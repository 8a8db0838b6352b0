// Pages of other kinds than those that a server sends as HTML.
import type { Snapshot } from "../../src/core/types.ts";
import { children, expect, test } from "./harness.ts";
import { all, form } from "./snapshots.ts";

test("on a page of XML everything is drawn as on others", async ({ page, widget }) => {
  await page.route("https://site.example/page.xhtml", (route) =>
    route.fulfill({
      contentType: "application/xhtml+xml",
      body: `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>The shore</title>
<link rel="icon" href="icon.svg" /><script>import("/fedi-signup.js");</script></head>
<body><fedi-signup server="tidepool.example" loading="eager">${children}</fedi-signup></body></html>`,
    }),
  );
  await page.goto("https://site.example/page.xhtml");
  await page.evaluate(() => customElements.whenDefined("fedi-signup"));
  await widget.emit(form);
  await widget.username.fill("alice");
  await expect(widget.element.getByRole("link", { name: "Join Tidepool" })).toBeHidden();
  await page.evaluate((snapshots) => {
    for (const snapshot of snapshots) globalThis.stub.emit(snapshot);
  }, Object.values(all));
  await widget.emit(all.ready as Snapshot);
  await widget.sees("ready");
});
