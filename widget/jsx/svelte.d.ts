/** The tag in Svelte's templates: `import type {} from "fedi-signup/svelte"`. */
import type { FediSignup, FediSignupAttributes, FediSignupEventMap } from "fedi-signup/element";
import type { HTMLAttributes } from "svelte/elements";

type Listeners = {
  [Name in keyof FediSignupEventMap as `on${Name}`]?: (event: FediSignupEventMap[Name]) => void;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "fedi-signup": HTMLAttributes<FediSignup> & FediSignupAttributes & Listeners;
  }
}
