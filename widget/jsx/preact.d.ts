/** The tag in Preact's JSX: `import type {} from "fedi-signup/preact"`. */
import type { FediSignup, FediSignupAttributes, FediSignupEventMap } from "fedi-signup/element";
import type { HTMLAttributes } from "preact";

type Listeners = {
  [Name in keyof FediSignupEventMap as `on${Name}`]?: (event: FediSignupEventMap[Name]) => void;
};

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "fedi-signup": HTMLAttributes<FediSignup> & FediSignupAttributes & Listeners;
    }
  }
}
