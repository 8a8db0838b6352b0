/**
 * The server's rules beside the form, or above it where there is no room: there they
 * are folded, so that the first field is in view however many they are.
 */
export class Rules {
  readonly #container: HTMLElement;
  #seen: HTMLDetailsElement | null = null; // so that what visitors fold stays folded
  #cameFrom: HTMLElement | undefined; // where the visitor was when they asked for the rules

  constructor(container: HTMLElement) {
    this.#container = container;
    new ResizeObserver(() => this.#lookAround()).observe(container);
    container.addEventListener("toggle", this.#return, true);
  }

  /** To be called whenever something was drawn: unfolds the rules where they are no longer than the form beside them. */
  afterDraw(): void {
    const rules = this.#container.querySelector<HTMLDetailsElement>("[data-part=rules-box]");
    const stacked = this.#lookAround();
    if (rules === this.#seen) return;
    this.#seen = rules;
    if (!rules || stacked) return;
    rules.open = true;
    const [intro = 0, form = 0] = this.#columns.map(({ bottom }) => bottom);
    rules.open = intro <= form;
  }

  /** Where what introduces the form is, and the form. */
  get #columns(): DOMRect[] {
    const columns = this.#container.querySelectorAll("[data-part=columns] > *");
    return [...columns].map((column) => column.getBoundingClientRect());
  }

  /** Marks whether the form stands below what introduces it. */
  #lookAround(): boolean {
    const [intro, form] = this.#columns;
    const stacked = !intro || !form || form.top >= intro.bottom;
    this.#container.toggleAttribute("data-stacked", stacked);
    return stacked;
  }

  /** Shows the rules to who is asked to agree to them. */
  readonly follow = (event: MouseEvent): void => {
    event.preventDefault(); // the page's own router need not know
    if (!this.#seen) return;
    this.#cameFrom = event.currentTarget as HTMLElement;
    this.#seen.open = true;
    this.#seen.scrollIntoView();
    this.#seen.querySelector("summary")?.focus({ preventScroll: true });
  };

  /** Leads who has folded the rules again back to where they came from. */
  readonly #return = ({ target }: Event): void => {
    if (target !== this.#seen || this.#seen?.open) return;
    this.#cameFrom?.focus();
    this.#cameFrom = undefined;
  };
}
