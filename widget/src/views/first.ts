import { named } from "../names.js";
import { Numbers } from "../numbers.js";
import { early } from "../state.js";
import { formTexts } from "../strings.js";
import { content } from "./content.js";
import type { View } from "./view.js";

/**
 * The first fields in English, as they are drawn of a server that has not answered,
 * with {marks} for what only the page knows. For prerender.mjs, which has no DOM.
 */
export const firstFields = content({
  state: early,
  t: formTexts,
  f: new Numbers("en"),
  id: "{id}",
  languages: [],
  server: named("{server}"),
  onward: "https://{onward}",
  sending: false,
  form: { text: () => "{username}", problems: () => [], refused: [], revealed: false },
  acts: {},
  waitUntil: 0,
  awake: true,
  expected: false,
} as unknown as View);
