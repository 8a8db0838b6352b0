"use client";

import "fedi-signup";

export function Join({ server }) {
  return (
    <fedi-signup server={server}>
      <a href={`${server}/auth/sign_up`}>Join</a>
    </fedi-signup>
  );
}
