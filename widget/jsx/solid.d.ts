/** The tag in Solid's JSX: `import type {} from "fedi-signup/solid"`. */
import type { FediSignup, FediSignupAttributes, FediSignupEventMap } from "fedi-signup/element";
import type { JSX } from "solid-js";

type Listeners = {
  [Name in keyof FediSignupEventMap as `on:${Name}`]?: (event: FediSignupEventMap[Name]) => void;
};

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "fedi-signup": JSX.HTMLAttributes<FediSignup> & FediSignupAttributes & Listeners;
    }
  }
}
