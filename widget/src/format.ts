import { Numbers, type Plural } from "./numbers.js";
import { own } from "./own.js";

/** Numbers, times and lists as people of one language write them. What English shares with Numbers is left to it, for its speed. */
export class Format extends Numbers {
  readonly #english = /^en\b/.test(this.language as string);

  override number(n: number): string {
    return this.#english && n < 1000 ? `${n}` : new Intl.NumberFormat(this.language).format(n);
  }

  override plural(n: number, forms: Plural): string {
    if (this.#english) return super.plural(n, forms);
    return own(forms, new Intl.PluralRules(this.language).select(n)) ?? forms.other;
  }

  override join<T>(items: readonly T[]): (T | string)[] {
    if (this.#english) return super.join(items);
    const left = [...items];
    return new Intl.ListFormat(this.language)
      .formatToParts(items.map(() => "-"))
      .map((part) => (part.type === "element" ? (left.shift() as T) : part.value));
  }

  /** A moment: its time, and its day unless that is today. */
  time(at: number): string {
    const today = new Date(at).toDateString() === new Date().toDateString();
    return new Intl.DateTimeFormat(this.language, {
      timeStyle: "short",
      ...(today ? {} : { dateStyle: "medium" }),
    }).format(at);
  }

  /** A day of the calendar, given as YYYY-MM-DD; anything else stays as it is. */
  day(date: string): string {
    const at = Date.parse(date);
    return Number.isNaN(at)
      ? date
      : new Intl.DateTimeFormat(this.language, { dateStyle: "long", timeZone: "UTC" }).format(at);
  }

  /** How long something will take: "in 12 minutes". */
  relative(at: number): string {
    const seconds = Math.max(0, Math.round((at - Date.now()) / 1000));
    const relative = new Intl.RelativeTimeFormat(this.language, { numeric: "always" });
    if (seconds < 90) return relative.format(seconds, "second");
    const minutes = Math.round(seconds / 60);
    return minutes < 90
      ? relative.format(minutes, "minute")
      : relative.format(Math.round(minutes / 60), "hour");
  }

  /** A clock that runs down: "1:05". */
  countdown(at: number): string {
    const seconds = Math.max(0, Math.ceil((at - Date.now()) / 1000));
    const two = (n: number) =>
      this.#english
        ? `${n}`.padStart(2, "0")
        : new Intl.NumberFormat(this.language, { minimumIntegerDigits: 2 }).format(n);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const rest = two(seconds % 60);
    return hours ? `${this.number(hours)}:${two(minutes)}:${rest}` : `${this.number(minutes)}:${rest}`;
  }

  list(items: readonly string[]): string {
    return this.join(items).join("");
  }
}
