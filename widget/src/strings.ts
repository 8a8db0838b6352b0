// Every text that a visitor reads, in English. A function gets what its text
// speaks of. {names} in a text stand for links and other parts of the page.
// The first script holds what the form needs, the pack
// src/packs/extras.ts everything else; what nobody imports is left out of either.
import type { Format } from "./format.js";
import { own } from "./own.js";

/** What a problem's text may speak of. */
export interface About {
  server: string; // its title or name
  software: string; // what it runs: GoToSocial, PeerTube …
  limit: number; // the number that the problem speaks of; 0 if there is none
  pattern: string; // of the field, as in HTML's pattern attribute
  detail: string;
  retryAt: number;
  retryable: boolean; // whether trying again can help
  f: Format;
}

type Sentence = string | ((about: About) => string);

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const few = (limit: number, f: Format) => f.plural(limit, { one: "character", other: "characters" });

/** What is wrong with a field, by code. */
const formFields = {
  "agreement.ERR_ACCEPTED": "Without your agreement there can be no account. Tick the box if you agree.",
  ERR_BLANK: "This is needed.",
  ERR_TAKEN: "This is taken already.",
  ERR_INVALID: "This is not valid.",
  ERR_TOO_SHORT: ({ limit, f }: About) =>
    limit ? `This is too short. Use at least ${f.number(limit)} ${few(limit, f)}.` : "This is too short.",
  ERR_TOO_LONG: ({ limit, f }: About) =>
    limit ? `This is too long. Use ${f.number(limit)} ${few(limit, f)} at most.` : "This is too long.",
} satisfies Record<string, Sentence>;

/** The same by field and code, which comes first. */
const moreFields = {
  "username.ERR_BLANK": "Choose a username.",
  "username.ERR_TAKEN": "This username is taken. Choose another one.",
  "username.ERR_INVALID": ({ pattern, f }: About) =>
    `Use only ${f.list([
      pattern.includes("A-Z") ? "letters from a to z" : "small letters from a to z",
      "digits",
      "underscores",
      ...(pattern.includes("\\-") ? ["hyphens"] : []),
    ])}.`,
  "email.ERR_BLANK": "Enter your e-mail address.",
  "email.ERR_INVALID": "This is not a complete e-mail address. It looks like name@example.org.",
  "password.ERR_BLANK": "Choose a password.",
  "password.ERR_TOO_SHORT": ({ limit, f }: About) =>
    limit
      ? `This password is too short. Use at least ${f.number(limit)} ${few(limit, f)}.`
      : "This password is too short.",
  "agreement.ERR_BLANK": "Without your agreement there can be no account. Tick the box if you agree.",
  "agreement.ERR_CHANGED": ({ server }: About) =>
    `What you agreed to was not what ${server} asks now. Read its rules and documents, and tick the box again if you agree.`,
  "username.ERR_RESERVED": ({ server }: About) => `${server} keeps this name for itself. Choose another one.`,
  "email.ERR_TAKEN": ({ server }: About) =>
    `${server} has an account with this address already. Sign in with it, or use another address.`,
  "email.ERR_UNREACHABLE": ({ server }: About) =>
    `${server} finds nothing behind the part after the @ that takes mail. Check it for typing mistakes. If there are none, use another address.`,
  "email.ERR_BLOCKED": ({ server }: About) =>
    `${server} does not accept addresses of this mail provider. Use an address at another one.`,
  "email.ERR_UNCHANGED": ({ server }: About) =>
    `${server} keeps the address that you gave last, and sends nothing to an earlier one. Use a third one, or wait for the mail there.`,
  "password.ERR_TOO_LONG": ({ limit, f }: About) =>
    limit
      ? `This password is too long. Use ${f.number(limit)} ${few(limit, f)} at most, fewer with accents or emoji.`
      : "This password is too long.",
  "password.ERR_TOO_WEAK": ({ server }: About) =>
    `This password is too easy to guess for ${server}. Make it longer, with several words, or mix capital and small letters, digits and signs.`,
  "date_of_birth.ERR_BLANK": "Enter your date of birth, all of it.",
  "date_of_birth.ERR_INVALID": "Enter a date of the calendar, the year with four digits.",
  "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }: About) =>
    limit
      ? `You have to be at least ${f.number(limit)} years old to join ${server}.`
      : `You are too young to join ${server}.`,
  "reason.ERR_BLANK": "Write why you want to join. The server's staff read it.",
  "reason.ERR_TOO_SHORT": ({ limit, f }: About) =>
    limit ? `Write a little more: at least ${f.number(limit)} ${few(limit, f)}.` : "Write a little more.",
  "invite_code.ERR_BLANK": "Enter the code of your invite, or its link.",
  "invite_code.ERR_INVALID":
    "This invite is not valid here. It may belong to another server, have expired, or be used up.",
  "captcha_solution.ERR_BLANK": "Type the characters that you see in the picture.",
  "captcha_solution.ERR_INVALID": "Those were not the characters in the picture. Try it with the new one.",
  "captcha_solution.ERR_EXPIRED": "That picture was too old by then. Try it with the new one.",

  ERR_RESERVED: "The server keeps this for itself.",
  ERR_BLOCKED: "The server does not allow this.",
  ERR_EXPIRED: "This has expired.",
  ERR_TOO_WEAK: "This is too easy to guess.",
  ERR_UNCHANGED: "This is no change.",
  ERR_MORE: ({ limit, f }: About) =>
    limit
      ? `The server finds ${f.number(limit)} more things wrong than fit here.`
      : "The server finds more things wrong than fit here.",
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

/** Why no answer came, by the problem's detail. */
const unreachable: Record<string, (server: string) => string> = {
  offline: () => "You seem to be offline. Check your connection, and try again.",
  dns: (server) =>
    `The address of ${server} cannot be found. Perhaps the server has gone, perhaps the network has a passing trouble. Try again in a few minutes.`,
  refused: (server) => `${server} is not running at the moment. Try again in a few minutes.`,
  tls: (server) =>
    `There is no safe connection to ${server}, so nothing was sent. Check the date of your device; if it is right, only the server's staff can repair this.`,
  timeout: (server) =>
    `${server} takes too long to answer. It may be overloaded: try again in a few minutes.`,
  redirects: (server) =>
    `${server} sends this form in circles, so that no answer comes. Only its staff can repair this; its own page may work.`,
  cors: (server) =>
    `${server} answers, but does not let this page read the answer. It may be overloaded, it may want to check that you are no robot, or it may not take sign-ups from other sites. Try again in a few minutes, or go on at its own page.`,
};

/** What probably became of a sign-up whose answer got lost, by the problem's detail. */
const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Your sign-up was sent, but the answer of ${server} got lost. The name is taken now, so your account was most likely made. Look for a mail from ${server} before you do anything else; there is no need to sign up again.`,
  free: (server) =>
    `Your sign-up was sent, but the answer of ${server} got lost. The name is still free, so most likely no account was made. You can send it again.`,
};

/** Why a server has no room for now, by the problem's detail. */
const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} takes only so many new people a day, and no more today. Try again tomorrow.`,
  backlog: (server) =>
    `So many sign-ups wait for the staff of ${server} that it takes no more until they have looked at some. Try again in a day or two.`,
};

/** What is wrong with the form itself, by code. */
const formProblems = {
  internal: "Something went wrong in this form. Try again.",
  "wasm-blocked":
    "This page does not let the sign-up form run. If it is yours: add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy.",
  "core-unreachable": "A part of this form could not be loaded. Check your connection, and try again.",
  "core-died": "This form stopped unexpectedly. What you typed is kept, except the password.",
} satisfies Record<string, Sentence>;

/** What is wrong beyond the fields, by code. */
const flowProblems = {
  "bad-server": ({ detail }: About) =>
    `${own(badServer, detail) ?? "The attribute “server” does not hold a server's name."} The people who run this site can correct it.`,
  unreachable: ({ server, detail }: About) =>
    own(unreachable, detail)?.(server) ??
    `${server} gives no answer. Perhaps it is down, perhaps you are offline, or it does not let other sites talk to it. Try again in a few minutes.`,
  "not-supported": ({ server, software }: About) =>
    software
      ? `${server} runs ${software}, which takes new people on its own pages only.`
      : `${server} does not answer as servers do that this form can talk to. Perhaps the name is not quite right, perhaps people sign up there in another way.`,
  closed: ({ server }: About) =>
    `${server} takes no new people at the moment. Its own pages may tell when that changes, or whom to ask for an invite.`,
  "external-sign-up": ({ server }: About) =>
    `${server} has a sign-up of its own, which works on its own page only.`,
  captcha: ({ server }: About) =>
    `${server} wants to be sure that you are a person, with a puzzle that works on its own page only.`,
  "app-refused": ({ server, software, detail }: About) => {
    if (detail === "return-url") {
      return `The address of this page is too long for ${server}, which is to lead you back to it. The people who run this site can set a shorter one; the server's own page works.`;
    }
    return software
      ? `${server}, which runs ${software}, does not let other sites ask for accounts. Its own page does.`
      : `${server} does not let other sites ask for accounts. Its own page does.`;
  },
  "sign-up-refused": ({ server }: About) => `${server} takes no sign-ups from other sites. Its own page may.`,
  forbidden: ({ server }: About) =>
    `${server} did not take this sign-up and does not say why. It may have closed to new people a moment ago, it may take none from your network, or people may sign in there by way of another site. If you have an invite, use it; otherwise try again later. What you typed is kept.`,
  "network-blocked": ({ server }: About) =>
    `${server} refuses every request from your network. Perhaps another connection helps, without a VPN for example.`,
  gone: ({ server }: About) => `${server} is closing down for good. Look for another server.`,
  invalid: ({ server }: About) => `${server} refused this sign-up.`,
  "rate-limited": (about: About) => {
    const full = own(noRoom, about.detail);
    if (full) return full(about.server);
    if (about.detail === "opening") {
      return `${about.server} gets too many requests from your network. ${about.retryAt ? `Try again ${at(about)}.` : "Try again in five minutes."}`;
    }
    if (about.detail === "resend") {
      return `${about.server} sends only a few mails for one account. ${about.retryAt ? `The next one is possible ${at(about)}.` : "Try again in half an hour."}`;
    }
    const when = about.retryAt
      ? `The next one is possible ${at(about)}.`
      : about.detail === "app-registration"
        ? "Try again in ten minutes."
        : "Try again in half an hour.";
    return about.detail === "app-registration"
      ? `Too many sign-up forms for ${about.server} were opened from your network. ${when} Nothing that you typed is wrong.`
      : `${about.server} takes only a few tries from one network. ${when}`;
  },
  "server-error": ({ server, detail }: About) =>
    detail === "email"
      ? `Something went wrong at ${server}. It may not take addresses of your mail provider: try one at another provider, or ask its staff.`
      : `Something went wrong at ${server}. It is not your fault, and often over after a few minutes.`,
  "bad-answer": ({ server }: About) =>
    `${server} gave an answer that cannot be understood. Try again in a few minutes.`,
  "lost-answer": ({ server, detail }: About) =>
    own(lostAnswer, detail)?.(server) ??
    `Your sign-up was sent, but the answer of ${server} got lost. The account may exist by now: look for a mail first, before you try again.`,
  duplicate:
    "Somebody took the name or the address at the same moment. Perhaps it was you, in another tab: look for a mail first, then try again with another name.",
  broker: ({ server, retryable }: About) =>
    `This site could not get the permission of ${server} that a sign-up needs.${retryable ? " Try again in a few minutes." : ""}`,
  rejected: ({ server }: About) =>
    `The staff of ${server} did not accept this sign-up, or the account was deleted. You can ask them why, or look for another server that suits you.`,
  expired: ({ server }: About) =>
    `The link in the mail was not opened in time, so ${server} deleted this sign-up. You can sign up again, with the same name if it is still free.`,
  suspended: ({ server }: About) =>
    `The staff of ${server} suspended this account. Sign in there to read why, and to object.`,
  disabled: ({ server }: About) =>
    `The staff of ${server} locked this account, so that nobody can sign in with it. Only they can unlock it: write to them.`,
  "two-factor-required": ({ server }: About) =>
    `${server} does not let this account in yet, and does not say why. Sign in there: perhaps it wants a second proof besides your password, and leads you through setting up two-factor authentication. If it does not let you in, its staff locked the account: write to them.`,
  "resend-refused": ({ server }: About) =>
    `${server} sends no other mail for this account. Look for the first one, also in the spam folder.`,
  "not-now": "That is not possible at this moment.",
  aborted: "That was cancelled.",
} satisfies Record<string, Sentence>;

type Named = { server: string };

/** What the form needs, and what is left to say if the extras do not arrive. */
export const formTexts = {
  lang: "en", // of these texts

  loading: "Loading the sign-up form\u00a0…",
  opensNewTab: "(opens in a new tab)",

  joinKicker: "Create an account on",
  approvalNotice: ({ server }: { server: string }) =>
    `The staff of ${server} look at every sign-up. After you confirm your e-mail address they decide, usually within a few days.`,
  rulesTitle: "Server rules",
  ruleHint: "More about this rule",
  rulesLeftOut: ({ n, f }: { n: number; f: Format }) =>
    `… and ${f.number(n)} more ${f.plural(n, { one: "rule", other: "rules" })} on the server's own page`,
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
  dateOfBirthHint: ({
    min,
    unkept,
    server,
    f,
  }: {
    min: number;
    unkept: boolean;
    server: string;
    f: Format;
  }) =>
    (min ? `${server} checks that you are at least ${f.number(min)}` : `${server} asks for it`) +
    (unkept ? ". It does not keep the date." : ". It does not show the date to anybody."),
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
  wait: ({ clock }: { clock: string }) => `Too many tries from your network. Possible again in ${clock}`,
  haveAccount: "Have an account already? {link}",
  signIn: ({ server }: { server: string }) => `Sign in at ${server}`,
  unsent: "Not sent.",

  /** Each screen in one sentence. */
  plain: {
    confirm: "Your account was made. A mail is on its way: open the link in it to confirm your address.",
    review: "The server's staff look at your sign-up now.",
    ready: "Your account is ready. Sign in at the server.",
    returned:
      "If the link in the server's mail led you here, your e-mail address is confirmed. Sign in at the server.",
    closed: "The server takes no new people at the moment.",
    elsewhere: "The server takes new people on its own page only.",
    stopped: "This account is not available.",
    failed: "The sign-up does not work here right now.",
  } as Record<string, string>,
  goServer: ({ server }: Named) => `Go to ${server}`,
  again: "Try again",

  fields: formFields,
  problems: formProblems,
};

/** What everything else needs. */
export const extraTexts = {
  emailHintMail: "The server writes to it.",
  emailHintOptional: "With it you can get back in when you have forgotten your password.",
  captchaHint: "So that the server knows that you are a person. Each picture is good for one try.",
  passwordEntropy: ({ server }: Named) =>
    `${server} measures how hard it is to guess: several words, or a mix of letters, digits and signs.`,
  summary: ({ n, f }: { n: number; f: Format }) =>
    `${f.number(n)} ${f.plural(n, { one: "field needs", other: "fields need" })} your attention:`,
  triesLeft: ({ left, resetAt, f }: { left: number; resetAt: number; f: Format }) =>
    `${left ? f.number(left) : "No"} ${f.plural(left, { one: "try is", other: "tries are" })} left until ${f.time(resetAt)}.`,
  contact: "Questions? Write to the server's staff: {link}",
  serverSays: ({ server }: Named) => `${server} says:`,
  slowLoading: ({ server }: Named) =>
    `${server} takes long to answer. You can wait a little more, or follow the link to it.`,
  slowSubmitting: ({ server }: Named) =>
    `${server} checks whether your address can receive mail, which takes some seconds. Please stay on this page.`,
  failedTitle: "The sign-up does not work here right now",
  keptTitle: "Your sign-up goes on later",
  keptText: ({ handle, email }: { handle: string; email: string }) =>
    `Your account ${handle} was made, with the address ${email}, and nothing of it is lost.`,
  offline: "As soon as you are connected again, this is tried by itself.",

  captchaPicture: "Picture with characters to type",
  captchaLoading: "The picture is coming\u00a0…",
  captchaFailed: "The picture could not be shown. Ask for another one.",
  captchaMissing: ({ server }: Named) =>
    `The picture that ${server} wants you to read has not come. Ask for another one at its field, or sign up at ${server} itself.`,
  captchaExpired: "The picture is too old. Another one is coming\u00a0…",
  captchaAnother: "Another picture",
  captchaChanged: "There is a new picture. Type its characters.",
  captchaUnseen: "You cannot see or read it? {link}",
  mistyped: ({ address }: { address: string }) => `Did you mean ${address}?`,
  strength: "How hard the password is to guess",
  strengths: [
    "Very easy to guess",
    "Easy to guess",
    "Not hard to guess",
    "Hard to guess",
    "Very hard to guess",
  ],
  passwordLength: ({ length, limit, f }: { length: number; limit: number; f: Format }) =>
    `${f.number(length)} of ${f.number(limit)} characters`,
  passwordBytes: ({ length, limit, f }: { length: number; limit: number; f: Format }) =>
    `${f.number(length)} of ${f.number(limit)} characters; accents and emoji count as two to four`,

  documentDate: ({ date }: { date: string }) => `Version of ${date}`,
  documentComes: ({ date }: { date: string }) => `Comes into force on ${date}`,
  documentSucceeded: ({ date }: { date: string }) => `Another version takes its place on ${date}`,
  documentPage: ({ server }: Named) => `Open the page of ${server}`,
  documentLoading: "Loading\u00a0…",
  documentFailed: "The server does not let this page show it. Read it there:",
  documentForMembers: ({ server }: Named) =>
    `${server} shows this to its members only. You can sign up all the same.`,
  documentEmpty: ({ server }: Named) => `${server} has written nothing here.`,
  close: "Close",

  confirmTitle: "Check your mail",
  confirmText: "A mail is on its way to {email}. Open the link in it to confirm that the address is yours.",
  confirmDays: ({ link, life, server, f }: { link: number; life: number; server: string; f: Format }) =>
    link
      ? `The link works for ${f.number(link)} days. ${server} deletes a sign-up that nobody confirms within ${f.number(life)} days.`
      : "Do it soon: most servers delete a sign-up that nobody confirms within a week.",
  confirmWatched: "This page notices by itself, even if you open the link on another device.",
  confirmUnwatched: ({ server }: Named) =>
    `This page cannot see when you have done it. Sign in at ${server} afterwards.`,
  confirmUnwatchedReview: ({ server }: Named) =>
    `After that the staff of ${server} decide. This page cannot see it, but you get a mail when they accept you. Sign in there then.`,
  confirmApproval: ({ server }: Named) =>
    `After that the staff of ${server} decide, and you get a mail when they accept you. This page sees nothing before that, nor if they decline.`,
  openMail: "Open your mail",
  handle: "Your account will be {handle}.",
  checkNow: "Check now",
  checking: "Checking …",
  notYet: "Not confirmed yet.",
  notDecided: "Not decided yet.",
  notAccepted: "Not accepted yet. The server tells no more.",
  noMailTitle: "Where is my mail?",
  noMailText: ({ host }: { host: string }) =>
    `It can take a few minutes, on a busy server an hour. Look into the spam folder too, search for “${host}”, and look at the address above once more.`,
  noEffectText: ({ server }: Named) =>
    `You opened the link, and nothing changes here? Whoever is signed in at ${server} as somebody else has to sign out there first, or open the link in a private window.`,
  status: "How the server is today: {link}",
  otherEmail: "Another e-mail address",
  otherEmailHint:
    "Only if the one above is wrong. The link in the first mail stops working then, and the old address gets a notice of the change. Two equal mails come to the new one; their link ends where people sign in at the server, so come back to this page afterwards.",
  resend: "Send again",
  resendAt: ({ clock }: { clock: string }) => `Possible in ${clock}`,
  resent: ({ email }: { email: string }) => `A new mail is on its way to ${email}.`,
  restartTitle: "Something wrong with this account?",
  restartText: ({ server }: Named) =>
    `You can forget it on this device and begin again, for example with another name. What was made at ${server} stays there, and it takes an e-mail address only once: the next account needs another one, or sign in with this one.`,
  restart: "Start over",

  reviewTitle: "Waiting for approval",
  reviewUnwatched: ({ server }: Named) =>
    `The staff of ${server} look at your sign-up now. That can take some days.`,
  reviewText: ({ server }: Named) =>
    `Your e-mail address is confirmed. The staff of ${server} look at your sign-up now. That can take some days.`,
  reviewNext: "You get a mail when they accept it. You can close this page.",

  readyTitle: "Welcome!",
  readyText: "Your account is ready: {handle}",
  readyButTitle: "One more step",
  readyBut: "Your address is confirmed. Your account: {handle}",
  readyNext: ({ server, email, username }: { server: string; email: string; username: string }) =>
    `Sign in at ${server} with your ${username ? `username (${username})` : `e-mail address (${email})`} and the password that you chose. A password that your browser saved for this page is not offered there by itself.`,
  readyClients: ({ server }: Named) => `To read and write at ${server} you need an app. {link}`,
  clients: "See which ones there are",
  profile: "See your profile",
  followText: "Somebody to begin with:",
  follow: ({ handle }: { handle: string }) => `Follow ${handle}`,
  another: "Create another account",
  anotherHint: ({ server }: Named) =>
    `It needs another e-mail address. Whoever is signed in at ${server} signs out there first, or opens the mail's link in a private window.`,

  // Anybody can write the address that a mail's link leads to.
  returnedTitle: "Did a mail lead you here?",
  returnedText: ({ server }: Named) =>
    `If you followed the link in a mail from ${server}, your address is confirmed. Sign in there with the password that you chose. If ${server} tells you that somebody has to look at your sign-up first, wait for its mail.`,
  returnedReview: ({ server }: Named) =>
    `If you followed the link in a mail from ${server}, your address is confirmed. The staff there may look at your sign-up next; you get a mail when they accept it. Then you can sign in.`,
  returnedAlso: "If you began in another tab or on another device, that page goes on by itself.",
  returnedElse: "You came in another way?",
  returnedThere:
    "If a mail from {server} led you here, your address is confirmed there. This form is for another server.",

  closedTitle: ({ server }: Named) => `${server} is closed to new people`,
  closedInvites: ({ server }: Named) => `${server} takes new people only with an invite at the moment.`,
  inviteTitle: "Have an invite?",
  inviteHint: ({ server }: Named) => `People who are on ${server} can give you one.`,
  inviteUse: "Use the invite",
  inviteChecking: "Checking …",
  elsewhereTitle: ({ server }: Named) => `Sign up at ${server} itself`,
  stoppedTitle: {
    rejected: "This sign-up was not accepted",
    expired: "This sign-up has expired",
    suspended: "This account is suspended",
    disabled: "This account is locked",
  } as Record<string, string>,
  stopped: "This account is not available",
  goSignUp: ({ server }: Named) => `Sign up at ${server}`,
  signUpAgain: "Sign up again",
  requestId: ({ id }: { id: string }) => `For the server's staff: request ${id}`,

  fields: moreFields,
  problems: flowProblems,
};

type Texts<T> = {
  [K in keyof T]: T[K] extends (about: infer A) => string ? string | ((about: A) => string) : T[K];
};

type Sentences<T> = Texts<Omit<T, "fields" | "problems">> & {
  fields: Record<string, Sentence>;
  problems: Record<string, Sentence>;
};

/** What is there before the extras are. */
export type FormStrings = Sentences<typeof formTexts>;

/** All texts of the widget. Each can be a plain text instead of a function. */
export type Strings = FormStrings & Sentences<typeof extraTexts>;

/** The texts in another language, all of them. */
export type Translation = Sentences<AllTexts>;

type AllTexts = Omit<typeof formTexts & typeof extraTexts, "fields" | "problems"> & {
  fields: typeof formTexts.fields & typeof extraTexts.fields;
  problems: typeof formTexts.problems & typeof extraTexts.problems;
};

type Text<T> = [T] extends [string | ((about: never) => string)] ? T : Own<T>;

type Own<T> = { [K in keyof T]?: Text<T[K]> | null | undefined };

/** The texts that a page sets itself, at any depth; the others stay English. */
export type StringsOverride = Own<Strings>;
