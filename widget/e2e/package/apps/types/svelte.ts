import type {} from "fedi-signup/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

export const join: SvelteHTMLElements["fedi-signup"] = {
  server: "example.social",
  theme: "dark",
  class: "wide",
  "onfedi-signup-confirmed": (event) => {
    document.title = event.detail.handle;
  },
};

// @ts-expect-error: no theme of the element's
export const wrong: SvelteHTMLElements["fedi-signup"] = { theme: "purple" };
