// A page from right to left, and how the rules of a server stand there.
import type { FediSignup } from "../src/element.ts";
import type { OwnPage } from "./own-site.ts";

export const rightToLeft = (server: string): OwnPage => ({
  body: `<div lang="ar" dir="rtl"><fedi-signup lang="en" server="${server}"></fedi-signup></div>`,
  connect: server,
});

/** Gives the widget of the page Arabic texts, as far as it knows. */
export function inArabic(): void {
  (document.querySelector("fedi-signup") as FediSignup).strings = { lang: "ar" };
}

/** The direction of our texts, and the rules that stand far from their numbers. */
export function measured(): { texts: string; far: string[] } {
  const label = document.querySelector("fedi-signup label") as HTMLElement;
  const far = [...document.querySelectorAll<HTMLElement>("fedi-signup li[data-part=rule]")].filter((rule) => {
    const text = document.createRange();
    text.selectNodeContents(rule);
    const [words, all] = [[...text.getClientRects()], rule.getBoundingClientRect()];
    return getComputedStyle(rule).direction === "ltr"
      ? Math.min(...words.map(({ left }) => left)) - all.left > 60
      : all.right - Math.max(...words.map(({ right }) => right)) > 60;
  });
  return {
    texts: getComputedStyle(label).direction,
    far: far.map((rule) => rule.textContent ?? ""),
  };
}
