// A form that was made ahead by examples/snapshot, on a page whose core is late.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "./test.ts";
import { password } from "./visitor.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

test("somebody types before the core is there, and it sends what stands in the form", async ({
  page,
  desk,
  demo,
  ownSite,
}) => {
  await desk.play("open");
  const { stdout } = await promisify(execFile)("go", ["run", "./examples/snapshot", demo.server], {
    cwd: root,
  });
  const script = `<script type="application/json">${stdout}</script>`;
  ownSite.serve({
    body: `<fedi-signup server="${demo.server}" loading="eager">${script}</fedi-signup>`,
    connect: demo.server,
  });
  let coreComes = () => {};
  const late = new Promise<void>((come) => {
    coreComes = come;
  });
  await page.route("**/*.wasm", async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(ownSite.origin);
  const form = page.locator("fedi-signup");
  await form.getByRole("textbox", { name: "Username" }).fill("rta");
  await form.getByRole("textbox", { name: "Email" }).fill("rita@example.org");
  await form.getByLabel("Password", { exact: true }).fill(password);
  await form.getByRole("checkbox").check();
  await form.getByRole("textbox", { name: "Username" }).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  coreComes();
  await expect.poll(async () => (await desk.received()).map(({ path }) => path)).toContain("/api/v1/apps");
  await page.keyboard.type("i");
  await form.getByRole("button", { name: "Create account" }).click();
  await expect(form).toHaveAttribute("data-state", "confirm");
  await expect(form.getByText("@rita")).toBeVisible();
});
