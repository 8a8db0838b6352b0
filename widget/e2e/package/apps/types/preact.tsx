/** @jsxImportSource preact */
import type {} from "fedi-signup/preact";

export const Join = () => (
  <fedi-signup
    server="example.social"
    theme="dark"
    class="wide"
    onfedi-signup-confirmed={(event) => {
      document.title = event.detail.handle;
    }}
  />
);

// @ts-expect-error: no theme of the element's
export const wrong = <fedi-signup server="example.social" theme="purple" />;
