// What is hard to read on a page.
import type { Page } from "@playwright/test";

/** The texts of the widget whose contrast is too low. */
export const faint = (page: Page, least = 4.5): Promise<string[]> =>
  page.evaluate((enough) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    if (!canvas) throw new Error("no canvas");
    type Colour = [number, number, number, number];
    const parse = (css: string): Colour => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
      r * a + x * (1 - a),
      g * a + y * (1 - a),
      b * a + z * (1 - a),
      1,
    ];
    const light = ([r, g, b]: Colour) => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((c) =>
        c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const behind = (element: Element): Colour => {
      const own = parse(getComputedStyle(element).backgroundColor);
      if (own[3] === 1) return own;
      const parent = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
      const dark = getComputedStyle(element).colorScheme === "dark";
      return over(own, parent ? behind(parent) : dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
    };
    const host = document.querySelector("fedi-signup") as Element;
    const root = (host.querySelector("[data-part=fedi-signup]") ?? host.shadowRoot) as Element;
    const found = [...root.querySelectorAll<HTMLElement>("*")].flatMap((element) => {
      const text = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
      const shown = element.checkVisibility() && !element.closest("[data-part=hidden], svg");
      if (!shown || !(text || element.matches("input, textarea"))) return [];
      const back = behind(element);
      const front = light(over(parse(getComputedStyle(element).color), back));
      const [high, low] = [front, light(back)].sort((a, b) => b - a) as [number, number];
      const contrast = (high + 0.05) / (low + 0.05);
      return contrast < enough
        ? [`${element.dataset.part ?? element.localName} ${contrast.toFixed(2)}: ${element.textContent}`]
        : [];
    });
    return [...new Set(found)];
  }, least);
