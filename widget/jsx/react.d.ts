/** The tag in React's JSX: `import type {} from "fedi-signup/react"`. */
import type { FediSignup, FediSignupAttributes, FediSignupEventMap } from "fedi-signup/element";
import type { DetailedHTMLProps, HTMLAttributes } from "react";

type Listeners = {
  [Name in keyof FediSignupEventMap as `on${Name}`]?: (event: FediSignupEventMap[Name]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "fedi-signup": DetailedHTMLProps<HTMLAttributes<FediSignup>, FediSignup> &
        FediSignupAttributes &
        Listeners;
    }
  }
}
