/**
 * Has the browser's own colours, and ours, follow the page's text: many dark pages
 * do not say that they are dark. Returns what looks again, after each drawing.
 */
export function followText(container: HTMLElement): () => void {
  const look = () => {
    const { style, dataset } = container;
    // A choice of the page's owner comes first.
    const scheme = dataset.theme ? "" : schemeOf(container);
    // To say what holds already would have all styles made anew.
    if (scheme !== schemeIn(container)) style.colorScheme = scheme;
  };
  container.addEventListener("transitionend", look); // the page has changed the colour
  return look;
}

/** The scheme that an element's text is made for; the style sheet has to mix the colour that tells. */
export const schemeOf = (element: HTMLElement): "dark" | "light" =>
  isLight(textColour(element)) ? "dark" : "light";

/** The scheme that the browser's own colours are in there, which the style sheet has to tell by an outline in black or white. */
const schemeIn = (element: HTMLElement): "dark" | "light" =>
  getComputedStyle(element).outlineColor === "rgb(255, 255, 255)" ? "dark" : "light";

/** Red, green and blue of the text, from 0 to 1, whatever the page writes colours in. */
function textColour(element: HTMLElement): number[] {
  const { columnRuleColor } = getComputedStyle(element); // mixed in sRGB by the style sheet
  const [numbers = []] = [columnRuleColor.match(/[\d.]+(e-\d+)?/g)?.map(Number)];
  return columnRuleColor.startsWith("rgb") ? numbers.map((n) => n / 255) : numbers;
}

/** Whether white rather than black lies behind letters of this colour is told by eye: grey ones are dark. */
const isLight = ([red = 0, green = 0, blue = 0]: number[]): boolean => 2 * red + 5 * green + blue > 4.8;
