/** @jsxImportSource react */

import type { FediSignup } from "fedi-signup/element";
import type {} from "fedi-signup/react";
import { useRef } from "react";

export function Join() {
  const form = useRef<FediSignup>(null);
  return (
    <fedi-signup
      ref={form}
      server="example.social"
      theme="dark"
      expose-token
      className="wide"
      onfedi-signup-confirmed={(event) => {
        document.title = event.detail.handle;
      }}
    />
  );
}

// @ts-expect-error: no theme of the element's
export const wrong = <fedi-signup server="example.social" theme="purple" />;
