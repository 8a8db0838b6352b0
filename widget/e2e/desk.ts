// What a person does at the demo desk: scenarios, emails, moderators.
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { Demo } from "./demo.ts";

/** A request that the simulated server received. */
export interface Received {
  method: string;
  path: string;
  status: number;
}

export class Desk {
  constructor(
    private readonly request: APIRequestContext,
    private readonly demo: Demo,
  ) {}

  /** Starts a scenario, with a server that knows nobody. */
  async play(scenario: string): Promise<void> {
    const answer = await this.request.post(`${this.demo.site}/desk/scenario`, { form: { scenario } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  /** Lets the moderators approve, reject, suspend or disable an account. */
  async moderate(verb: string, username: string): Promise<void> {
    const answer = await this.request.post(`${this.demo.site}/desk/moderators`, { form: { verb, username } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  /** Waits for an email to an address and tells the link in the newest. */
  async link(address: string): Promise<string> {
    let link: string | undefined;
    await expect
      .poll(async () => {
        const page = await (await this.request.get(`${this.demo.site}/desk/mail`)).text();
        const letter = page.split("<article").find((part) => part.includes(`To ${address},`));
        link = letter?.match(/href="([^"]+)"/)?.[1]?.replaceAll("&amp;", "&");
        return link;
      })
      .toBeTruthy();
    return link as string;
  }

  /** The solution of the captcha that the server made last. */
  async captcha(): Promise<string> {
    const page = await (await this.request.get(`${this.demo.site}/desk`)).text();
    return page.match(/data-captcha>([^<]*)</)?.[1] ?? "";
  }

  /** What the simulated server received so far, oldest first. */
  async received(): Promise<Received[]> {
    const page = await (await this.request.get(`${this.demo.site}/desk/requests`)).text();
    return [...page.matchAll(/<tr><td>[^<]*<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td><td>([^<]*)<\/td>/g)].map(
      ([, method = "", path = "", status = ""]) => ({ method, path, status: Number(status) || 0 }),
    );
  }
}

/** Opens the newest email's link in the mailbox, as a person would. */
export async function openMail(page: Page, demo: Demo): Promise<void> {
  await page.goto(`${demo.site}/desk/mail`);
  await page
    .getByRole("link", { name: /auth\/confirmation/ })
    .first()
    .click();
}
