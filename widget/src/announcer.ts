const spoken = 7000; // milliseconds after which what was read out is gone, or it would be found as if it were news

/** What the announcer needs of the widget around it. */
export interface AnnouncerHost {
  readonly mount: { readonly container: HTMLElement; update(): void };
}

/** What is read out to those who cannot see. */
export class Announcer {
  text = "";

  readonly #mount: AnnouncerHost["mount"];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ mount }: AnnouncerHost) {
    this.#mount = mount;
  }

  /** Tells who presses a button that cannot be pressed yet when it can. */
  tellWait(): void {
    this.announce(this.#mount.container.querySelector("[role=timer]")?.textContent?.trim() ?? "");
  }

  announce(text: string): void {
    clearTimeout(this.#timer);
    // The same words again are read out only if they differ.
    this.text = text && text === this.text ? `${text}\u00a0` : text;
    if (text) this.#timer = setTimeout(() => this.announce(""), spoken);
    this.#mount.update();
  }
}
