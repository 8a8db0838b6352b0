// Every text that a visitor reads, in English. A function gets what its text
// speaks of. {names} in a text stand for links and other parts of the page.
import type { Format } from "./format.js";

/** What a problem's text may speak of. */
export interface About {
  server: string; // its title or name
  limit: number; // the number that the problem speaks of; 0 if there is none
  pattern: string; // of the field, as in HTML's pattern attribute
  detail: string;
  retryAt: number;
  f: Format;
}

type Sentence = string | ((about: About) => string);

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const few = (limit: number, f: Format) => f.plural(limit, "character", "characters");

/** What is wrong with a field: by field and code, else by code alone. */
const fields = {
  "username.ERR_BLANK": "Choose a username.",
  "username.ERR_TAKEN": "This username is taken. Choose another one.",
  "username.ERR_INVALID": ({ pattern, f }: About) =>
    `Use only ${f.list([
      pattern.includes("A-Z") ? "letters from a to z" : "small letters from a to z",
      "digits",
      "underscores",
      ...(pattern.includes("\\-") ? ["hyphens"] : []),
    ])}.`,
  "username.ERR_RESERVED": ({ server }: About) => `${server} keeps this name for itself. Choose another one.`,
  "email.ERR_BLANK": "Enter your e-mail address.",
  "email.ERR_TAKEN": ({ server }: About) =>
    `${server} has an account with this address already. Sign in with it, or use another address.`,
  "email.ERR_INVALID": "This is not a complete e-mail address. It looks like name@example.org.",
  "email.ERR_UNREACHABLE":
    "The part after the @ does not seem to receive mail. Check it for typing mistakes.",
  "email.ERR_BLOCKED": ({ server }: About) =>
    `${server} does not accept addresses of this mail provider. Use an address at another one.`,
  "password.ERR_BLANK": "Choose a password.",
  "password.ERR_TOO_SHORT": ({ limit, f }: About) =>
    limit
      ? `This password is too short. Use at least ${f.number(limit)} ${few(limit, f)}.`
      : "This password is too short.",
  "password.ERR_TOO_LONG": ({ limit, f }: About) =>
    limit
      ? `This password is too long. Use ${f.number(limit)} ${few(limit, f)} at most, fewer with accents or emoji.`
      : "This password is too long.",
  "date_of_birth.ERR_BLANK": "Enter your date of birth, all of it.",
  "date_of_birth.ERR_INVALID": "This is not a date of the calendar.",
  "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }: About) =>
    limit
      ? `You have to be at least ${f.number(limit)} years old to join ${server}.`
      : `You are too young to join ${server}.`,
  "reason.ERR_BLANK": "Write why you want to join. The server's staff read it.",
  "reason.ERR_TOO_SHORT": ({ limit, f }: About) =>
    limit ? `Write a little more: at least ${f.number(limit)} ${few(limit, f)}.` : "Write a little more.",
  "invite_code.ERR_BLANK": "Enter the code of your invite, or its link.",
  "invite_code.ERR_INVALID": "This invite is not valid here. It may have expired or been used up.",
  "agreement.ERR_ACCEPTED": "Without your agreement there can be no account. Tick the box if you agree.",
  "agreement.ERR_BLANK": "Without your agreement there can be no account. Tick the box if you agree.",

  ERR_BLANK: "This is needed.",
  ERR_TAKEN: "This is taken already.",
  ERR_INVALID: "This is not valid.",
  ERR_TOO_SHORT: ({ limit, f }: About) =>
    limit ? `This is too short. Use at least ${f.number(limit)} ${few(limit, f)}.` : "This is too short.",
  ERR_TOO_LONG: ({ limit, f }: About) =>
    limit ? `This is too long. Use ${f.number(limit)} ${few(limit, f)} at most.` : "This is too long.",
  ERR_RESERVED: "The server keeps this for itself.",
  ERR_BLOCKED: "The server does not allow this.",
  ERR_UNREACHABLE: "This does not seem to exist.",
  ERR_ACCEPTED: "You have to agree to this.",
  ERR_INCLUSION: "The server does not know this choice.",
  ERR_BELOW_LIMIT: ({ limit, f }: About) =>
    limit ? `This has to be at least ${f.number(limit)}.` : "This is below the server's limit.",
} satisfies Record<string, Sentence>;

/** Why a server's name is refused, by the problem's detail. */
const badServer: Record<string, string> = {
  empty: "No server is named: the attribute “server” is missing or empty.",
  scheme: "The attribute “server” holds an address that is not one of the web.",
  credentials: "The attribute “server” holds an address with a password in it.",
  port: "The attribute “server” holds an address with an impossible port.",
  "ip-address": "The attribute “server” holds a number instead of a server's name.",
  "no-dot": "The attribute “server” holds a single word. A server's name looks like example.social.",
  "bad-character": "The attribute “server” holds characters that no server's name has.",
  "bad-label": "The attribute “server” holds a malformed server name.",
  "too-long": "The attribute “server” holds a name that is too long for a server.",
};

/** What is wrong beyond the fields, by code. */
const problems = {
  "bad-server": ({ detail }: About) =>
    `${badServer[detail] ?? "The attribute “server” does not hold a server's name."} The people who run this site can correct it.`,
  unreachable: ({ server }: About) =>
    `${server} gives no answer. Perhaps it is down, perhaps you are offline, or it does not let other sites talk to it.`,
  "not-supported": ({ server }: About) =>
    `${server} takes new people on its own pages only, not through other sites.`,
  closed: ({ server }: About) =>
    `${server} takes no new people at the moment. Its own pages may tell when that changes, or whom to ask for an invite.`,
  "external-sign-up": ({ server }: About) =>
    `${server} has a sign-up of its own, which works on its own page only.`,
  captcha: ({ server }: About) =>
    `${server} wants to be sure that you are a person, with a puzzle that works on its own page only.`,
  "app-refused": ({ server }: About) =>
    `${server} does not let other sites ask for accounts. Its own page does.`,
  "sign-up-refused": ({ server }: About) =>
    `${server} does not take this sign-up: it may not take any from other sites, or none from your network. Its own page tells more.`,
  invalid: ({ server }: About) => `${server} refused this sign-up.`,
  "rate-limited": (about: About) =>
    `${about.server} takes only a few tries from one network. ${
      about.retryAt ? `The next one is possible ${at(about)}.` : "Try again in half an hour."
    }`,
  "server-error": ({ server }: About) =>
    `Something went wrong at ${server}. It is not your fault, and often over after a few minutes.`,
  "bad-answer": ({ server }: About) =>
    `${server} gave an answer that cannot be understood. Try again in a few minutes.`,
  "lost-answer": ({ server }: About) =>
    `Your sign-up was sent, but the answer of ${server} got lost. The account may exist by now: look for a mail first, before you try again.`,
  broker: ({ server }: About) =>
    `This site could not get the permission of ${server} that a sign-up needs. Try again in a few minutes.`,
  rejected: ({ server }: About) =>
    `The staff of ${server} did not accept this sign-up, or the account was deleted.`,
  suspended: ({ server }: About) => `The staff of ${server} suspended this account.`,
  disabled: ({ server }: About) => `The staff of ${server} disabled this account.`,
  "two-factor-required": ({ server }: About) =>
    `${server} wants you to set up two-factor authentication when you first sign in.`,
  "resend-refused": ({ server }: About) => `${server} sends no other mail for this account.`,
  "not-now": "That is not possible at this moment.",
  aborted: "That was cancelled.",
  internal: "Something went wrong in this form. Try again.",
  "wasm-blocked":
    "This page does not let the sign-up form run. If it is yours: add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy.",
  "core-unreachable": "A part of this form could not be loaded. Check your connection, and try again.",
  "core-died": "This form stopped unexpectedly. What you typed is kept, except the password.",
} satisfies Record<string, Sentence>;

export const english = {
  lang: "en", // of these texts

  loading: "Loading the sign-up form\u00a0…",
  opensNewTab: "(opens in a new tab)",

  joinKicker: "Create an account on",
  approvalNotice: ({ server }: { server: string }) =>
    `The staff of ${server} look at every sign-up. After you confirm your e-mail address they decide, usually within a few days.`,
  rulesTitle: "Server rules",
  ruleHint: "More about this rule",
  documents: {
    "privacy-policy": "Privacy policy",
    "terms-of-service": "Terms of service",
    about: "About this server",
  } as Record<string, string>,
  agreedDocuments: { "privacy-policy": "privacy policy", "terms-of-service": "terms of service" } as Record<
    string,
    string
  >,
  agreedRules: "server rules",

  optional: "(optional)",
  username: "Username",
  usernameHint: ({ handle }: { handle: string }) =>
    `People find you as ${handle}. It cannot be changed later.`,
  usernameExample: "username",
  usernameShortened: "Only the part before the @ was kept. A username is not an e-mail address.",
  usernameChecking: "Looking whether the name is free …",
  usernameFree: ({ name }: { name: string }) => `@${name} seems to be free.`,
  usernameTaken: ({ name }: { name: string }) => `@${name} is taken.`,
  usernameSuggestions: "These seem to be free:",
  email: "E-mail address",
  emailHint: "You sign in with it. A mail with a link comes to it first.",
  password: "Password",
  passwordHint: ({ min, f }: { min: number; f: Format }) =>
    min ? `At least ${f.number(min)} ${few(min, f)}. Longer is better.` : "Longer is better.",
  showPassword: "Show password",
  dateOfBirth: "Date of birth",
  dateOfBirthHint: ({ min, server, f }: { min: number; server: string; f: Format }) =>
    min ? `${server} asks it to check that you are at least ${f.number(min)}.` : `${server} asks for it.`,
  reason: "Why do you want to join?",
  reasonHint: {
    approval: "The server's staff read this before they decide.",
    "server-asked": "The server asks for this.",
  } as Record<string, string>,
  reasonCounter: ({ length, limit, f }: { length: number; limit: number; f: Format }) =>
    `${f.number(length)} of ${f.number(limit)} characters`,
  inviteCode: "Invite code or link",
  captcha: "Characters in the picture",
  agreementLabel: "Agreement",
  agreement: "I have read and agree to the {documents} of {server}.",

  submit: "Create account",
  apply: "Apply for an account",
  submitting: "Creating account\u00a0…",
  wait: ({ clock }: { clock: string }) => `Possible again in ${clock}`,
  triesLeft: ({ left, resetAt, f }: { left: number; resetAt: number; f: Format }) =>
    `${left ? f.number(left) : "No"} ${f.plural(left, "try is", "tries are")} left until ${f.time(resetAt)}.`,
  haveAccount: "Have an account already? {link}",
  signIn: ({ server }: { server: string }) => `Sign in at ${server}`,
  resetPassword: "Reset your password",
  serverSays: ({ server }: { server: string }) => `${server} says:`,
  summary: ({ n, f }: { n: number; f: Format }) =>
    `${f.number(n)} ${f.plural(n, "field needs", "fields need")} your attention:`,

  confirmTitle: "Check your mail",
  confirmText: "A mail is on its way to {email}. Open the link in it to confirm that the address is yours.",
  confirmWaiting: "This page notices by itself, even if you open the link on another device.",
  handle: "Your account will be {handle}.",
  checkNow: "Check now",
  checking: "Checking …",
  notYet: "Not confirmed yet.",
  notDecided: "Not decided yet.",
  noMailTitle: "No mail?",
  noMailText: "It can take a few minutes. Look into the spam folder too.",
  contact: "Questions? Write to the server's staff: {link}",
  otherEmail: "Another e-mail address",
  otherEmailHint: "Only if the one above is wrong.",
  resend: "Send again",
  resendAt: ({ clock }: { clock: string }) => `Possible in ${clock}`,
  resent: ({ email }: { email: string }) => `A new mail is on its way to ${email}.`,

  reviewTitle: "Waiting for approval",
  reviewText: ({ server }: { server: string }) =>
    `Your e-mail address is confirmed. The staff of ${server} look at your sign-up now. That can take some days.`,
  reviewNext: "You get a mail when they have decided. You can close this page.",

  readyTitle: "Welcome!",
  readyText: "Your account is ready: {handle}",
  readyNext: ({ server }: { server: string }) =>
    `Sign in at ${server} with your e-mail address and the password that you chose. A password that your browser saved for this page is not offered there by itself.`,
  profile: "See your profile",

  returnedTitle: "Your e-mail address is confirmed",

  closedTitle: ({ server }: { server: string }) => `${server} is closed to new people`,
  elsewhereTitle: ({ server }: { server: string }) => `Sign up at ${server} itself`,
  stoppedTitle: "This account is not available",
  failedTitle: "The sign-up does not work here right now",
  goSignUp: ({ server }: { server: string }) => `Sign up at ${server}`,
  goServer: ({ server }: { server: string }) => `Go to ${server}`,
  requestId: ({ id }: { id: string }) => `For the server's staff: request ${id}`,
  again: "Try again",
  startOver: "Start over",

  fields,
  problems,
};

type Texts<T> = {
  [K in keyof T]: T[K] extends (about: infer A) => string ? string | ((about: A) => string) : T[K];
};

/** All texts of the widget. Each can be a plain text instead of a function. */
export type Strings = Texts<Omit<typeof english, "fields" | "problems">> & {
  fields: Record<string, Sentence>;
  problems: Record<string, Sentence>;
};

/** The texts that a page sets itself; the others stay English. */
export type StringsOverride = Partial<Strings>;

export function stringsWith(own: StringsOverride = {}): Strings {
  return {
    ...english,
    ...own,
    fields: { ...english.fields, ...own.fields },
    problems: { ...english.problems, ...own.problems },
  };
}

/** The text itself, or what the function makes of the matter. */
export function say<T>(text: string | ((about: T) => string), about: T): string {
  return typeof text === "string" ? text : text(about);
}
