// What a visitor sees of the widget and does with it.
import { expect, type Locator, type Page } from "@playwright/test";

export const password = "correct horse battery staple";

/** What a visitor types. */
export interface Person {
  username: string;
  email: string;
  password: string;
  born?: string;
  reason?: string;
}

export const alice: Person = { username: "alice", email: "alice@example.org", password };

export class Visitor {
  readonly widget: Locator;
  readonly username: Locator;
  readonly email: Locator;
  readonly password: Locator;
  readonly born: Locator;
  readonly reason: Locator;
  readonly agreement: Locator;
  readonly submit: Locator;
  readonly alert: Locator;

  /** Takes the only widget of a page, or the given one. */
  constructor(
    readonly page: Page,
    widget = page.locator("fedi-signup"),
  ) {
    this.widget = widget;
    this.username = widget.getByRole("textbox", { name: "Username" });
    this.email = widget.getByRole("textbox", { name: "Email address" });
    this.password = widget.getByLabel("Password", { exact: true });
    this.born = widget.locator("[type=date]");
    this.reason = widget.getByRole("textbox", { name: "Why do you want to join?" });
    this.agreement = widget.getByRole("checkbox");
    this.alert = widget.locator("[data-part=alert]");
    this.submit = widget.getByRole("button", { name: /Create account|Apply for an account/ });
  }

  /** Waits for a screen of the flow. */
  async sees(screen: string, timeout?: number): Promise<void> {
    if (screen !== "idle" && screen !== "loading") {
      await expect(this.widget).toHaveAttribute("data-state", screen, timeout ? { timeout } : {});
    } else {
      // The attribute comes with what there is to show.
      await expect
        .poll(
          () => this.widget.evaluate((e, state) => e.matches(`:state(${state})`), screen),
          timeout ? { timeout } : {},
        )
        .toBe(true);
    }
  }

  async opensSite(path = "/"): Promise<void> {
    await this.page.goto(path);
    await this.sees("form");
  }

  async fills(person: Person): Promise<void> {
    await this.page.bringToFront(); // where Firefox sends the keys
    await this.username.fill(person.username);
    await this.fillsEmail(person.email);
    await this.password.fill(person.password);
    if (person.born !== undefined) await this.born.fill(person.born);
    if (person.reason !== undefined) await this.reason.fill(person.reason);
    // By key: what is told of the name comes at any moment, and moves what a pointer aims at.
    if (!(await this.agreement.isChecked())) await this.agreement.press("Space");
  }

  /** In Firefox, filling in an email field adds to what it holds. */
  async fillsEmail(address: string): Promise<void> {
    await this.email.clear();
    await this.email.fill(address);
  }

  async signsUp(person: Person): Promise<void> {
    await this.fills(person);
    await this.submit.click();
  }
}
