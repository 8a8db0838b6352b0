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
  signInWith: "email",
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

export const account = {
  username: "alice",
  handle: "@alice@tidepool.example",
  email: "a•••@example.org",
  url: "https://tidepool.example/@alice",
  watched: true,
};

/** A picture of ink on nothing, as captchas are. */
export const picture =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAKAAAAA4CAYAAAB6+vMDAAABIUlEQVR42u3cwQ3CMBBFwVTCmZrovw/ogBxsx/vX8yRuIMFmEGyIuC5JkiRJkiRJkpTX6/35/rutfrwABFAAHjNggLIAxgNPB3h3AE4HWP74pgEcBTcKaDaA0fk/PY9yAGcPePZAAQQQwKD5AFhswNUBxn9HTAdY7fVVA1h+a1691e3eGp9+fLX7l19C0wYGIIAAArjvl4I0gN3eoMcB3L0E7B4ogMUAVn+BAAIY9ZEJIIAABi9py58AgLUBpn1Hbwdw9fNLB1j++AJ4FsC4n+IABBBAAAEEMHMLbn85Vve6nYZpdzlW9zeM84AAAggggAACCCCAAJrn4VuwrR3ArWs9gM1OywAIYKs/NwIQQAAFICCWEkmSJEmSJEmSJEnD/QApKlxRh3QFkQAAAABJRU5ErkJggg==";

export const captchaForm: Snapshot = {
  ...form,
  server: { ...server, software: "akkoma", softwareTitle: "Akkoma", signInWith: "username" },
  fields: [...fields, { name: "captcha_solution", required: true }, agreement],
  captcha: { image: picture, expiresAt: Date.now() + 300_000 },
};

/** What GoToSocial asks. */
export const entropyForm: Snapshot = {
  ...form,
  fields: [
    { name: "username", required: true, maxLength: 64, pattern: "[a-z0-9_]+" },
    { name: "email", required: true },
    { name: "password", required: true, maxBytes: 72, entropy: 60 },
    agreement,
  ],
};

export const submitting: Snapshot = { ...form, screen: "submitting" };
export const confirm: Snapshot = { ...form, screen: "confirm", account, resendAt: Date.now() + 45_000 };
export const resendable: Snapshot = { ...confirm, resendAt: 1 };
/** Where no token came with the account, so that nobody can ask for its status. */
export const unwatched: Snapshot = {
  ...confirm,
  resendAt: 0,
  account: { ...account, watched: false, webMail: "https://mail.example.org/" },
};
export const review: Snapshot = { ...confirm, screen: "review" };
export const ready: Snapshot = { ...confirm, screen: "ready" };
export const twoFactor: Snapshot = {
  ...ready,
  problem: { code: "two-factor-required", handover: server.signInUrl },
};

export const returned: Snapshot = { ...base, screen: "returned" };
export const closedToAll: Snapshot = {
  ...base,
  screen: "closed",
  problem: {
    code: "closed",
    handover: "https://tidepool.example/about",
    notice: [
      { text: "We are full until spring.\nAsk in " },
      { text: "our chat", url: "https://chat.example/tidepool" },
      { text: " for an invite, or " },
      { text: "do something bad", url: "javascript:alert(1)" },
      { text: "." },
    ],
  },
};
export const closedButInvites: Snapshot = {
  ...base,
  screen: "closed",
  fields: [{ name: "invite_code", required: true }],
  problem: { code: "closed" },
};

/** A server that is no more than a name. */
const named = (softwareTitle?: string, signUpUrl = server.signUpUrl): Server => ({
  host: server.host,
  domain: server.host,
  title: server.host,
  signUpUrl,
  signInUrl: "https://tidepool.example/",
  signInWith: "email",
  resetUrl: "https://tidepool.example/",
  ...(softwareTitle ? { softwareTitle } : {}),
});

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

function without<K extends keyof Snapshot>(snapshot: Snapshot, key: K): Omit<Snapshot, K> {
  const { [key]: _, ...rest } = snapshot;
  return rest;
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
  "loading-slow": noServer({ ...base, slow: true }),
  form,
  "form-full": fullForm,
  "form-entropy": entropyForm,
  "form-captcha": captchaForm,
  "form-captcha-coming": without(captchaForm, "captcha"),
  "form-captcha-missing": {
    ...without(captchaForm, "captcha"),
    problem: { code: "captcha", handover: server.signUpUrl },
  },
  "form-captcha-broken": { ...captchaForm, captcha: { image: "data:image/png;base64,AAAA", expiresAt: 0 } },
  "form-captcha-expired": { ...captchaForm, captcha: { image: picture, expiresAt: 1 } },
  "form-captcha-refused": {
    ...captchaForm,
    problems: [{ field: "captcha_solution", code: "ERR_INVALID", origin: "server" }],
  },
  "form-weak-password": {
    ...entropyForm,
    problems: [{ field: "password", code: "ERR_TOO_WEAK", origin: "server", limit: 60 }],
  },
  "form-blocked-mail": {
    ...form,
    problems: [
      { field: "email", code: "ERR_BLOCKED", origin: "server" },
      { field: "email", code: "ERR_UNREACHABLE", origin: "server" },
    ],
  },
  "form-returned-elsewhere": { ...form, returned: "other.example" },
  "form-refused": refused,
  "form-rate-limited": {
    ...wrong("form", "rate-limited", {
      ...again,
      retryAt: Date.now() + 11 * 60_000,
      message: "Too many requests",
    }),
    tries: { left: 0, limit: 5, resetAt: Date.now() + 11 * 60_000 },
  },
  "form-rate-limited-apps": wrong("form", "rate-limited", {
    ...again,
    detail: "app-registration",
    handover: "https://tidepool.example/auth/sign_up",
    retryAt: Date.now() + 7 * 60_000,
  }),
  "form-duplicate": wrong("form", "duplicate", again),
  "form-daily-limit": wrong("form", "rate-limited", { ...again, detail: "daily-limit" }),
  "form-backlog": wrong("form", "rate-limited", { ...again, detail: "backlog" }),
  "form-server-error-email": wrong("form", "server-error", { ...again, detail: "email", message: "Oh no" }),
  "form-server-error": wrong("form", "server-error", { ...again, requestId: "b6f7-12" }),
  "form-bad-answer": wrong("form", "bad-answer", again),
  "form-lost-answer": wrong("form", "lost-answer", { ...again, detail: "unknown" }),
  "form-lost-answer-taken": wrong("form", "lost-answer", { ...again, detail: "taken" }),
  "form-lost-answer-free": wrong("form", "lost-answer", { ...again, detail: "free" }),
  "form-unreachable": wrong("form", "unreachable", again),
  "form-broker": wrong("form", "broker", again),
  "form-invalid": wrong("form", "invalid", { ...again, message: "Validation failed" }),
  "form-internal": wrong("form", "internal", again),
  submitting,
  "submitting-slow": { ...submitting, slow: true },
  confirm,
  "confirm-web-mail": { ...confirm, account: { ...account, webMail: "https://mail.example.org/" } },
  "confirm-unwatched": unwatched,
  "confirm-approval-only": {
    ...confirm,
    server: { ...server, approvalRequired: true },
    account: { ...account, approvalOnly: true },
  },
  "confirm-unwatched-approval": {
    ...unwatched,
    server: { ...server, approvalRequired: true },
    account: { ...account, watched: false },
  },
  "confirm-unchanged-address": {
    ...resendable,
    problems: [{ field: "email", code: "ERR_UNCHANGED", origin: "local" }],
  },
  "confirm-resendable": resendable,
  "confirm-resent": {
    ...resendable,
    resent: 1,
    account: { ...account, linkDays: 2, lifeDays: 7 },
    server: { ...server, statusUrl: "https://status.tidepool.example/" },
  },
  "confirm-wrong-address": {
    ...resendable,
    problems: [{ field: "email", code: "ERR_INVALID", origin: "local" }],
  },
  "confirm-resend-refused": wrong("confirm", "resend-refused", { message: "This method is not for you" }),
  "confirm-unreachable": wrong("confirm", "unreachable", again),
  review,
  "review-unwatched": { ...unwatched, screen: "review" },
  ready,
  "ready-clients": { ...ready, server: { ...server, clientsUrl: "https://tidepool.example/login" } },
  "ready-follow": {
    ...ready,
    follow: { handle: "@club@site.example", url: "https://tidepool.example/@club@site.example" },
  },
  returned,
  "returned-approval": { ...returned, server: { ...server, approvalRequired: true } },
  "ready-two-factor": twoFactor,
  closed: wrong("closed", "closed", {
    message: "We take new people again in spring.",
    handover: "https://tidepool.example/about",
  }),
  "closed-silent": wrong("closed", "closed"),
  "closed-notice": closedToAll,
  "closed-invites": closedButInvites,
  "closed-invites-notice": { ...closedToAll, fields: closedButInvites.fields },
  "closed-invite-refused": {
    ...closedButInvites,
    problems: [{ field: "invite_code", code: "ERR_INVALID", origin: "server" }],
  },
  "elsewhere-external": wrong("elsewhere", "external-sign-up", { handover: "https://id.example/join" }),
  "elsewhere-captcha": wrong("elsewhere", "captcha", signUp),
  "elsewhere-app-refused": wrong("elsewhere", "app-refused", signUp),
  "elsewhere-return-url": wrong("elsewhere", "app-refused", { ...signUp, detail: "return-url" }),
  "elsewhere-broker": wrong("elsewhere", "broker", { ...signUp, detail: "server_refused" }),
  "elsewhere-sign-up-refused": wrong("elsewhere", "sign-up-refused", signUp),
  "elsewhere-not-supported": wrong("elsewhere", "not-supported", signUp),
  "elsewhere-peertube": {
    ...wrong("elsewhere", "not-supported", { handover: "https://tidepool.example/signup" }),
    server: named("PeerTube", "https://tidepool.example/signup"),
    rules: [],
    documents: [],
  },
  "elsewhere-gotosocial": {
    ...wrong("elsewhere", "not-supported", { handover: "https://tidepool.example/signup" }),
    server: { ...server, softwareTitle: "GoToSocial" },
  },
  "elsewhere-unnamed": { ...wrong("elsewhere", "not-supported", signUp), server: named() },
  "stopped-rejected": wrong("stopped", "rejected"),
  "stopped-expired": wrong("stopped", "expired"),
  "stopped-suspended": wrong("stopped", "suspended", { handover: server.signInUrl }),
  "stopped-disabled": wrong("stopped", "disabled", { handover: server.signInUrl }),
  "failed-unreachable": noServer(
    wrong("failed", "unreachable", { ...again, handover: "https://tidepool.example/" }),
  ),
  ...Object.fromEntries(
    ["offline", "dns", "refused", "tls", "timeout", "redirects", "cors"].map((detail) => [
      `failed-unreachable-${detail}`,
      noServer(wrong("failed", "unreachable", { ...again, detail, handover: "https://tidepool.example/" })),
    ]),
  ),
  "failed-rate-limited": noServer(
    wrong("failed", "rate-limited", { ...again, retryAt: Date.now() + 200_000 }),
  ),
  "form-forbidden": {
    ...wrong("form", "forbidden", { ...again, handover: server.signUpUrl }),
    fields: [...fields, { name: "invite_code", required: false }, agreement],
  },
  "failed-network-blocked": noServer(wrong("failed", "network-blocked")),
  "failed-gone": noServer(wrong("failed", "gone")),
  "failed-not-supported": noServer(wrong("failed", "not-supported")),
  "failed-bad-server": noServer(wrong("failed", "bad-server", { detail: "no-dot" })),
  "failed-server-error": noServer(wrong("failed", "server-error", again)),
};
