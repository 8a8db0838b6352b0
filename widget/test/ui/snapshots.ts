// A snapshot for each screen and each thing that can be wrong.
import type { Code, Field, Problem, Server, Snapshot } from "../../src/core/types.ts";

export const server: Server = {
  host: "tidepool.example",
  domain: "tidepool.example",
  title: "Tidepool",
  description: "A small server for people who like to kneel in cold water and look closely.",
  icon: "https://site.example/icon.svg",
  software: "mastodon",
  version: "4.5.0",
  contactEmail: "staff@tidepool.example",
  signUpUrl: "https://tidepool.example/auth/sign_up",
  signInUrl: "https://tidepool.example/auth/sign_in",
  resetUrl: "https://tidepool.example/auth/password/new",
};

const base: Snapshot = {
  screen: "loading",
  server,
  fields: [],
  documents: [
    { kind: "privacy-policy", url: "https://tidepool.example/privacy-policy", agreed: true },
    { kind: "terms-of-service", url: "https://tidepool.example/terms-of-service", agreed: true },
    { kind: "about", url: "https://tidepool.example/about", agreed: false },
  ],
  rules: [
    { id: "1", text: "Be kind.", translations: { de: { text: "Sei nett." } } },
    {
      id: "2",
      text: "No spam, and nothing that only sells.",
      hint: "A link to your own shop in your profile is fine.",
      translations: { de: { text: "Kein Spam.", hint: "Dein eigener Laden im Profil ist in Ordnung." } },
    },
    { id: "3", text: "Describe your pictures for people who cannot see them." },
  ],
  problems: [],
};

const fields: Field[] = [
  { name: "username", required: true, maxLength: 30, pattern: "[A-Za-z0-9_]+" },
  { name: "email", required: true, maxLength: 320 },
  { name: "password", required: true, minLength: 8, maxLength: 72 },
];
const agreement: Field = { name: "agreement", required: true };

export const form: Snapshot = { ...base, screen: "form", fields: [...fields, agreement] };

export const fullForm: Snapshot = {
  ...form,
  server: { ...server, approvalRequired: true },
  fields: [
    ...fields,
    { name: "date_of_birth", required: true, minAge: 16, latest: "2010-11-24", why: "min-age" },
    { name: "reason", required: true, maxLength: 420, why: "approval" },
    { name: "invite_code", required: false },
    agreement,
  ],
};

export const refused: Snapshot = {
  ...fullForm,
  problems: [
    {
      field: "username",
      code: "ERR_TAKEN",
      origin: "server",
      message: "has already been taken",
      wayOut: { kind: "another-name" },
    },
    {
      field: "email",
      code: "ERR_TAKEN",
      origin: "server",
      wayOut: { kind: "sign-in", url: "https://tidepool.example/auth/sign_in" },
    },
    { field: "password", code: "ERR_TOO_SHORT", origin: "local", limit: 8 },
    { field: "date_of_birth", code: "ERR_BELOW_LIMIT", origin: "server", limit: 16 },
    { field: "reason", code: "ERR_BLANK", origin: "server" },
    { field: "invite_code", code: "ERR_INVALID", origin: "server" },
    { field: "agreement", code: "ERR_ACCEPTED", origin: "local" },
    { field: "shoe_size", code: "ERR_ODD", origin: "server", message: "is odd" },
  ],
  tries: { left: 3, limit: 5, resetAt: Date.now() + 20 * 60_000 },
};

const account = {
  username: "alice",
  handle: "@alice@tidepool.example",
  email: "a•••@example.org",
  url: "https://tidepool.example/@alice",
  watched: true,
};

export const submitting: Snapshot = { ...form, screen: "submitting" };
export const confirm: Snapshot = { ...form, screen: "confirm", account, resendAt: Date.now() + 45_000 };
export const resendable: Snapshot = { ...confirm, resendAt: 1 };
export const review: Snapshot = { ...confirm, screen: "review" };
export const ready: Snapshot = { ...confirm, screen: "ready" };
export const twoFactor: Snapshot = {
  ...ready,
  problem: { code: "two-factor-required", handover: server.signInUrl },
};

/** A snapshot of a screen with a problem. */
export function wrong(screen: Snapshot["screen"], code: Code, more: Partial<Problem> = {}): Snapshot {
  const account = screen === "stopped" || screen === "confirm" ? { account: confirm.account } : {};
  return {
    ...base,
    ...(screen === "form" ? form : {}),
    ...(screen === "confirm" ? confirm : {}),
    ...account,
    screen,
    problem: { code, ...more },
  } as Snapshot;
}

const noServer = (snapshot: Snapshot): Snapshot => {
  const { server: _, ...rest } = snapshot;
  return { ...rest, rules: [], documents: [] };
};

const signUp = { handover: server.signUpUrl };
const again = { retryable: true };

/** Everything that a visitor can see, by name. */
export const all: Record<string, Snapshot> = {
  loading: noServer(base),
  form,
  "form-full": fullForm,
  "form-refused": refused,
  "form-rate-limited": {
    ...wrong("form", "rate-limited", {
      ...again,
      retryAt: Date.now() + 11 * 60_000,
      message: "Too many requests",
    }),
    tries: { left: 0, limit: 5, resetAt: Date.now() + 11 * 60_000 },
  },
  "form-server-error": wrong("form", "server-error", { ...again, requestId: "b6f7-12" }),
  "form-bad-answer": wrong("form", "bad-answer", again),
  "form-lost-answer": wrong("form", "lost-answer", again),
  "form-unreachable": wrong("form", "unreachable", again),
  "form-broker": wrong("form", "broker", again),
  "form-invalid": wrong("form", "invalid", { ...again, message: "Validation failed" }),
  "form-internal": wrong("form", "internal", again),
  submitting,
  confirm,
  "confirm-resendable": resendable,
  "confirm-wrong-address": {
    ...resendable,
    problems: [{ field: "email", code: "ERR_INVALID", origin: "local" }],
  },
  "confirm-resend-refused": wrong("confirm", "resend-refused", { message: "This method is not for you" }),
  "confirm-unreachable": wrong("confirm", "unreachable", again),
  review,
  ready,
  "ready-two-factor": twoFactor,
  closed: wrong("closed", "closed", {
    message: "We take new people again in spring.",
    handover: "https://tidepool.example/about",
  }),
  "closed-silent": wrong("closed", "closed"),
  "elsewhere-external": wrong("elsewhere", "external-sign-up", { handover: "https://id.example/join" }),
  "elsewhere-captcha": wrong("elsewhere", "captcha", signUp),
  "elsewhere-app-refused": wrong("elsewhere", "app-refused", signUp),
  "elsewhere-sign-up-refused": wrong("elsewhere", "sign-up-refused", signUp),
  "elsewhere-not-supported": wrong("elsewhere", "not-supported", signUp),
  "stopped-rejected": wrong("stopped", "rejected"),
  "stopped-suspended": wrong("stopped", "suspended", { handover: server.signInUrl }),
  "stopped-disabled": wrong("stopped", "disabled", { handover: server.signInUrl }),
  "failed-unreachable": noServer(
    wrong("failed", "unreachable", { ...again, handover: "https://tidepool.example/" }),
  ),
  "failed-bad-server": noServer(wrong("failed", "bad-server", { detail: "no-dot" })),
  "failed-server-error": noServer(wrong("failed", "server-error", again)),
};
