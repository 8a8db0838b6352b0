// Every text that a visitor reads, in English. A function gets what its text
// speaks of. {names} in a text stand for links and other parts of the page.
// The first script holds what the form needs, the pack
// src/packs/extras.ts everything else; what nobody imports is left out of either.
import type { Format } from "./format.js";
import { own } from "./own.js";
import type { ServerStrings } from "./server-strings.js";

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
  "agreement.ERR_ACCEPTED": "You can't create an account unless you agree. Tick the box if you do.",
  ERR_BLANK: "This is required.",
  ERR_TAKEN: "This is already taken.",
  ERR_INVALID: "This isn't valid.",
  ERR_TOO_SHORT: ({ limit, f }: About) =>
    limit ? `This is too short. Use at least ${f.number(limit)} ${few(limit, f)}.` : "This is too short.",
  ERR_TOO_LONG: ({ limit, f }: About) =>
    limit ? `This is too long. Use ${f.number(limit)} ${few(limit, f)} at most.` : "This is too long.",
} satisfies Record<string, Sentence>;

/** The same by field and code, which comes first. */
const moreFields = {
  "username.ERR_BLANK": "Choose a username.",
  "username.ERR_TAKEN": "This username is taken. Choose another.",
  "username.ERR_INVALID": ({ pattern, f }: About) =>
    `Use only ${f.list([
      pattern.includes("A-Z") ? "letters a to z" : "lowercase letters a to z",
      "numbers",
      "underscores",
      ...(pattern.includes("\\-") ? ["hyphens"] : []),
    ])}.`,
  "email.ERR_BLANK": "Enter your email address.",
  "email.ERR_INVALID": "Enter a complete email address, like name@example.org.",
  "password.ERR_BLANK": "Choose a password.",
  "password.ERR_TOO_SHORT": ({ limit, f }: About) =>
    limit
      ? `This password is too short. Use at least ${f.number(limit)} ${few(limit, f)}.`
      : "This password is too short.",
  "agreement.ERR_BLANK": "You can't create an account unless you agree. Tick the box if you do.",
  "agreement.ERR_CHANGED": ({ server }: About) =>
    `What ${server} asks you to agree to has changed. Read its rules and documents, and tick the box again if you agree.`,
  "username.ERR_RESERVED": ({ server }: About) => `This username is reserved on ${server}. Choose another.`,
  "email.ERR_TAKEN": ({ server }: About) =>
    `${server} already has an account with this address. Log in with it, or use another address.`,
  "email.ERR_UNREACHABLE": ({ server }: About) =>
    `${server} found nothing that accepts email at the part after the @. Check it for typos. If there are none, use another address.`,
  "email.ERR_BLOCKED": ({ server }: About) =>
    `${server} doesn't accept addresses from this email provider. Use an address from another one.`,
  "email.ERR_UNCHANGED": ({ server }: About) =>
    `${server} keeps the last address you gave and sends nothing to an earlier one. Use one you haven't given yet, or wait for the email there.`,
  "password.ERR_TOO_LONG": ({ limit, f }: About) =>
    limit
      ? `This password is too long. Use ${f.number(limit)} ${few(limit, f)} at most, or fewer with accents or emoji.`
      : "This password is too long.",
  "password.ERR_TOO_WEAK": ({ server }: About) =>
    `${server} finds this password too easy to guess. Make it longer: use several words, or mix upper- and lowercase letters, numbers and symbols.`,
  "date_of_birth.ERR_BLANK": "Enter your full date of birth.",
  "date_of_birth.ERR_INVALID": "Enter a real date, with four digits for the year.",
  "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }: About) =>
    limit
      ? `You must be at least ${f.number(limit)} years old to join ${server}.`
      : `You're too young to join ${server}.`,
  "reason.ERR_BLANK": "Tell the server's staff why you want to join.",
  "reason.ERR_TOO_SHORT": ({ limit, f }: About) =>
    limit ? `Write a bit more: at least ${f.number(limit)} ${few(limit, f)}.` : "Write a bit more.",
  "invite_code.ERR_BLANK": "Enter your invite code or link.",
  "invite_code.ERR_INVALID":
    "This invite isn't valid here. It may be for another server, have expired, or have been used up.",
  "captcha_solution.ERR_BLANK": "Type the characters in the picture.",
  "captcha_solution.ERR_INVALID": "Those weren't the characters in the picture. Try the new one.",
  "captcha_solution.ERR_EXPIRED": "That picture had expired. Try the new one.",

  ERR_RESERVED: "The server has reserved this.",
  ERR_BLOCKED: "The server doesn't allow this.",
  ERR_EXPIRED: "This has expired or been used up.",
  ERR_TOO_WEAK: "This is too easy to guess.",
  ERR_UNCHANGED: "This is the same as before.",
  ERR_MORE: ({ limit, f }: About) =>
    limit
      ? `The server found ${f.number(limit)} more ${f.plural(limit, { one: "problem", other: "problems" })} than fit here.`
      : "The server found more problems than fit here.",
  ERR_UNREACHABLE: "This doesn't seem to exist.",
  ERR_ACCEPTED: "You need to agree to this.",
  ERR_INCLUSION: "The server doesn't offer this choice.",
  ERR_BELOW_LIMIT: ({ limit, f }: About) =>
    limit ? `This must be at least ${f.number(limit)}.` : "This is below the server's limit.",
} satisfies Record<string, Sentence>;

/** Why a server's name is refused, by the problem's detail. */
const badServer: Record<string, string> = {
  empty: "No server is named: the “server” attribute is missing or empty.",
  scheme: "The “server” attribute holds an address that isn't a web address.",
  credentials: "The “server” attribute holds an address with a password in it.",
  port: "The “server” attribute holds an address with an impossible port.",
  "ip-address": "The “server” attribute holds a number instead of a server name.",
  "no-dot": "The “server” attribute holds a single word. A server name looks like example.social.",
  "bad-character": "The “server” attribute holds characters that a server name can't have.",
  "bad-label": "The “server” attribute holds a malformed server name.",
  "too-long": "The “server” attribute holds a name that's too long for a server.",
};

/** Why no answer came, by the problem's detail. */
const unreachable: Record<string, (server: string) => string> = {
  offline: () => "You seem to be offline. Check your connection and try again.",
  dns: (server) =>
    `${server} can't be found. It may be gone, or the network may be having trouble. Try again in a few minutes.`,
  refused: (server) => `${server} isn't running at the moment. Try again in a few minutes.`,
  tls: (server) =>
    `There's no secure connection to ${server}, so nothing was sent. Check the date on your device. If it's right, only the server's staff can fix this.`,
  timeout: (server) =>
    `${server} is taking too long to answer. It may be overloaded. Try again in a few minutes.`,
  redirects: (server) =>
    `${server} keeps redirecting this form in circles. Only its staff can fix this, but its own page may work.`,
  cors: (server) =>
    `${server} answers, but doesn't let this page read the answer. It may be overloaded, want to check that you're not a robot, or accept no sign-ups from other sites. Try again in a few minutes, or continue on its own page.`,
};

/** What probably became of a sign-up whose answer got lost, by the problem's detail. */
const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Your sign-up was sent, but the answer from ${server} got lost. The name is taken now, so your account was most likely created. Look for an email from ${server} before you do anything else; you don't need to sign up again.`,
  free: (server) =>
    `Your sign-up was sent, but the answer from ${server} got lost. The name is still free, so most likely no account was created. You can send it again.`,
};

/** Why a server has no room for now, by the problem's detail. */
const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) => `${server} has reached its limit of new accounts for today. Try again tomorrow.`,
  backlog: (server) =>
    `${server} isn't accepting new sign-ups until its staff have reviewed some of those that are waiting. Try again in a day or two.`,
};

/** What is wrong with the form itself, by code. */
const formProblems = {
  internal: "Something went wrong in this form. Try again.",
  "wasm-blocked":
    "This page doesn't let the sign-up form run. If it's yours, add 'wasm-unsafe-eval' to script-src in its Content-Security-Policy.",
  "core-unreachable": "Part of this form couldn't be loaded. Check your connection and try again.",
  "core-died": "This form stopped unexpectedly. What you typed is kept, except the password.",
} satisfies Record<string, Sentence>;

/** What is wrong beyond the fields, by code. */
const flowProblems = {
  "bad-server": ({ detail }: About) =>
    `${own(badServer, detail) ?? "The “server” attribute doesn't hold a server name."} The people who run this site can fix it.`,
  unreachable: ({ server, detail }: About) =>
    own(unreachable, detail)?.(server) ??
    `${server} isn't answering. It may be down, you may be offline, or it may not let other sites talk to it. Try again in a few minutes.`,
  "not-supported": ({ server, software }: About) =>
    software
      ? `${server} runs ${software}, which accepts sign-ups only on its own pages.`
      : `${server} doesn't answer like a server this form can talk to. The name may be wrong, or people may sign up there in another way.`,
  closed: ({ server }: About) =>
    `Sign-ups on ${server} are closed at the moment. Its own pages may say when that will change, or who to ask for an invite.`,
  "external-sign-up": ({ server }: About) =>
    `${server} has its own sign-up, which works only on its own page.`,
  captcha: ({ server }: About) =>
    `${server} wants to be sure that you're a person, with a puzzle that works only on its own page.`,
  "app-refused": ({ server, software, detail }: About) => {
    if (detail === "return-url") {
      return `This page's address is too long for ${server} to send you back to. The people who run this site can set a shorter one; the server's own page works.`;
    }
    return software
      ? `${server}, which runs ${software}, doesn't let other sites ask for accounts. Sign up on its own page instead.`
      : `${server} doesn't let other sites ask for accounts. Sign up on its own page instead.`;
  },
  "sign-up-refused": ({ server }: About) =>
    `${server} doesn't accept sign-ups from other sites. Its own page may work.`,
  forbidden: ({ server }: About) =>
    `${server} didn't accept this sign-up and doesn't say why. It may have just closed, accept no one from your network, or have people log in through another site. Use an invite if you have one, or try again later. What you typed is kept.`,
  "network-blocked": ({ server }: About) =>
    `${server} refuses every request from your network. Another connection may help, for example without a VPN.`,
  gone: ({ server }: About) => `${server} is closing down for good. Look for another server.`,
  invalid: ({ server }: About) => `${server} refused this sign-up.`,
  "rate-limited": (about: About) => {
    const full = own(noRoom, about.detail);
    if (full) return full(about.server);
    if (about.detail === "opening") {
      return `${about.server} is getting too many requests from your network. ${about.retryAt ? `You can try again ${at(about)}.` : "Try again in five minutes."}`;
    }
    if (about.detail === "resend") {
      return `${about.server} sends only a few emails per account. ${about.retryAt ? `You can try again ${at(about)}.` : "Try again in half an hour."}`;
    }
    const when = about.retryAt
      ? `You can try again ${at(about)}.`
      : about.detail === "app-registration"
        ? "Try again in ten minutes."
        : "Try again in half an hour.";
    return about.detail === "app-registration"
      ? `Too many sign-up forms for ${about.server} were opened from your network. ${when} Nothing you typed is wrong.`
      : `${about.server} allows only a few tries from one network. ${when}`;
  },
  "server-error": ({ server, detail }: About) =>
    detail === "email"
      ? `Something went wrong on ${server}. It may not accept addresses from your email provider: try one from another provider, or ask its staff.`
      : `Something went wrong on ${server}. It's not your fault, and is often over in a few minutes.`,
  "bad-answer": ({ server }: About) =>
    `${server} gave an answer that this form can't understand. Try again in a few minutes.`,
  "lost-answer": ({ server, detail }: About) =>
    own(lostAnswer, detail)?.(server) ??
    `Your sign-up was sent, but the answer from ${server} got lost. Your account may exist by now: look for an email before you try again.`,
  duplicate:
    "The name or the address is taken. It may have been you, just now or in another tab: look for an email before you try again.",
  broker: ({ server, retryable }: About) =>
    `This site couldn't get the permission from ${server} that a sign-up needs.${retryable ? " Try again in a few minutes." : ""}`,
  rejected: ({ server }: About) =>
    `Staff at ${server} didn't accept this sign-up, or the account was deleted. You can ask them why, or look for another server.`,
  expired: ({ server }: About) =>
    `The link in the email wasn't opened in time, so ${server} deleted this sign-up. You can sign up again, with the same name if it's still free.`,
  suspended: ({ server }: About) =>
    `Staff at ${server} suspended this account. Log in there to read why, and to appeal.`,
  disabled: ({ server }: About) =>
    `Staff at ${server} froze this account, so nobody can log in with it. Only they can undo that: write to them.`,
  "two-factor-required": ({ server }: About) =>
    `${server} doesn't let this account in yet, and doesn't say why. Log in there: it may want you to set up two-factor authentication. If it doesn't let you in, its staff froze the account: write to them.`,
  "resend-refused": ({ server }: About) =>
    `${server} won't send another email for this account. Look for the first one, and check your spam folder.`,
  "not-now": "That isn't possible right now.",
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
    `Staff at ${server} review every sign-up. After you confirm your email address they decide, usually within a few days.`,
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
    `People find you as ${handle}. You can't change it later.`,
  usernameExample: "username",
  email: "Email address",
  emailHint: "We'll send a confirmation link to it. You'll log in with it, too.",
  password: "Password",
  passwordHint: ({ min, f }: { min: number; f: Format }) =>
    min ? `At least ${f.number(min)} ${few(min, f)}. Longer is better.` : "Longer is better.",
  showPassword: "Show password",
  dateOfBirth: "Date of birth",
  reason: "Why do you want to join?",
  inviteCode: "Invite code or link",
  captcha: "Characters in the picture",
  agreementLabel: "Agreement",
  agreement: "I have read and agree to the {documents} of {server}.",

  submit: "Create account",
  apply: "Apply for an account",
  submitting: "Creating account\u00a0…",
  haveAccount: "Already have an account? {link}",
  signIn: ({ server }: { server: string }) => `Log in to ${server}`,
  unsent: "Not sent.",

  /** Each screen in one sentence. */
  plain: {
    confirm: "Your account was created. An email is on its way: open the link in it to confirm your address.",
    review: "The server's staff are reviewing your sign-up.",
    ready: "Your account is ready. Log in to the server.",
    returned:
      "If the link in the server's email brought you here, your email address is confirmed. Log in to the server.",
    closed: "The server isn't accepting new sign-ups.",
    elsewhere: "The server accepts sign-ups only on its own page.",
    stopped: "This account isn't available.",
    failed: "Sign-up isn't working here right now.",
  } as Record<string, string>,
  goServer: ({ server }: Named) => `Go to ${server}`,
  again: "Try again",

  fields: formFields,
  problems: formProblems,
};

/** What everything else needs. */
export const extraTexts = {
  rulesLeftOut: ({ n, f }: { n: number; f: Format }) =>
    `… and ${f.number(n)} more ${f.plural(n, { one: "rule", other: "rules" })} on the server's own page`,
  wait: ({ clock }: { clock: string }) => `Too many tries from your network. You can try again in ${clock}`,
  usernameShortened: "Only the part before the @ was kept. A username isn't an email address.",
  usernameChecking: "Checking whether the name is free …",
  usernameFree: ({ name }: { name: string }) => `@${name} seems to be free.`,
  usernameTaken: ({ name }: { name: string }) => `@${name} is taken.`,
  usernameSuggestions: "These seem to be free:",
  emailHintMail: "The server sends its emails to it.",
  emailHintOptional: "It can get you back in if you forget your password.",
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
    (min ? `${server} checks that you're at least ${f.number(min)}` : `${server} asks for this`) +
    (unkept ? ". It doesn't keep the date." : ". It doesn't show the date to anyone."),
  reasonHint: {
    approval: "The server's staff read this before they decide.",
    "server-asked": "The server asks for this.",
  } as Record<string, string>,
  reasonCounter: ({ length, limit, f }: { length: number; limit: number; f: Format }) =>
    `${f.number(length)} of ${f.number(limit)} characters`,
  captchaHint: "This tells the server that you're a person. Each picture works for one try.",
  passwordEntropy: ({ server }: Named) =>
    `${server} measures how hard it is to guess: use several words, or mix upper- and lowercase letters, numbers and symbols.`,
  summary: ({ n, f }: { n: number; f: Format }) =>
    `${f.number(n)} ${f.plural(n, { one: "field needs", other: "fields need" })} your attention:`,
  triesLeft: ({ left, resetAt, f }: { left: number; resetAt: number; f: Format }) =>
    `${left ? f.number(left) : "No"} ${f.plural(left, { one: "try", other: "tries" })} left until ${f.time(resetAt)}.`,
  contact: "Questions? Write to the server's staff: {link}",
  serverSays: ({ server }: Named) => `${server} says:`,
  slowLoading: ({ server }: Named) =>
    `${server} is taking a long time to answer. You can wait, or follow the link to it.`,
  slowSubmitting: ({ server }: Named) =>
    `${server} is checking whether your address can receive email, which takes a few seconds. Stay on this page.`,
  failedTitle: "Sign-up isn't working here right now",
  keptTitle: "Your sign-up will continue later",
  keptText: ({ handle, email }: { handle: string; email: string }) =>
    `Your account ${handle} was created with the address ${email}, and nothing is lost.`,
  offline: "This form will try again as soon as you're back online.",

  captchaPicture: "Picture with characters to type",
  captchaLoading: "Loading the picture\u00a0…",
  captchaFailed: "The picture couldn't be shown. Ask for another one.",
  captchaMissing: ({ server }: Named) =>
    `The picture that ${server} wants you to read hasn't loaded. Ask for another one in the form, or sign up on ${server} itself.`,
  challenge: "First confirm that you're human, at the end of the form.",
  captchaExpired: "The picture has expired. Loading another one\u00a0…",
  captchaAnother: "Another picture",
  captchaChanged: "There's a new picture. Type its characters.",
  captchaUnseen: "Can't see or read it? {link}",
  mistyped: ({ address }: { address: string }) => `Did you mean ${address}?`,
  strength: "Password strength",
  strengths: [
    "Very easy to guess",
    "Easy to guess",
    "Fairly easy to guess",
    "Hard to guess",
    "Very hard to guess",
  ],
  passwordLength: ({ length, limit, f }: { length: number; limit: number; f: Format }) =>
    `${f.number(length)} of ${f.number(limit)} characters`,
  passwordBytes: ({ length, limit, f }: { length: number; limit: number; f: Format }) =>
    `${f.number(length)} of ${f.number(limit)} characters; accented letters and emoji count as two to four`,

  documentDate: ({ date }: { date: string }) => `Version of ${date}`,
  documentComes: ({ date }: { date: string }) => `Takes effect on ${date}`,
  documentSucceeded: ({ date }: { date: string }) => `Another version replaces it on ${date}`,
  documentPage: ({ server }: Named) => `Open the page on ${server}`,
  documentLoading: "Loading\u00a0…",
  documentFailed: "The server doesn't let this page show it. Read it there:",
  documentForMembers: ({ server }: Named) =>
    `${server} shows this only to its members. You can still sign up.`,
  documentEmpty: ({ server }: Named) => `${server} hasn't written anything here.`,
  close: "Close",

  confirmTitle: "Check your email",
  confirmText: "An email is on its way to {email}. Open the link in it to confirm that the address is yours.",
  confirmDays: ({ link, life, server, f }: { link: number; life: number; server: string; f: Format }) =>
    link
      ? `The link works for ${f.number(link)} days. ${server} deletes sign-ups that aren't confirmed within ${f.number(life)} days.`
      : "Do it soon: most servers delete sign-ups that aren't confirmed within a week.",
  confirmWatched: "This page will notice, even if you open the link on another device.",
  confirmUnwatched: ({ server }: Named) =>
    `This page can't tell when you've done that. Log in to ${server} afterwards.`,
  confirmUnwatchedReview: ({ server }: Named) =>
    `After that, staff at ${server} decide. This page can't see it, but you'll get an email when they accept you. Then you can log in.`,
  confirmApproval: ({ server }: Named) =>
    `After that, staff at ${server} decide, and you'll get an email when they accept you. This page sees nothing before that, nor if they decline.`,
  openMail: "Open your email",
  handle: "Your account will be {handle}.",
  checkNow: "Check now",
  checking: "Checking …",
  notYet: "Not confirmed yet.",
  notDecided: "Not decided yet.",
  notAccepted: "Not accepted yet. The server doesn't say more.",
  noMailTitle: "Didn't get the email?",
  noMailText: ({ host }: { host: string }) =>
    `It can take a few minutes, or an hour on a busy server. Check your spam folder and the address above, and search for “${host}”.`,
  noEffectText: ({ server }: Named) =>
    `Opened the link, but nothing changed here? If you're logged in to ${server} as someone else, log out there first, or open the link in a private window.`,
  status: "Server status: {link}",
  wrongAddress: "Wrong address?",
  otherEmail: "Another email address",
  otherEmailHint:
    "The first link will stop working, and the old address gets a notice of the change. The new one gets two identical emails. Their link ends at the server's login page, so come back here afterwards.",
  resend: "Send again",
  resendAt: ({ clock }: { clock: string }) => `Available in ${clock}`,
  resent: ({ email }: { email: string }) => `A new email is on its way to ${email}.`,
  restartTitle: "Something wrong with this account?",
  restartText: ({ server }: Named) =>
    `You can forget it on this device and start again, for example with another name. What was created on ${server} stays there, and it accepts each email address only once: use another one for the next account, or log in with this one.`,
  restart: "Start over",

  reviewTitle: "Waiting for approval",
  reviewUnwatched: ({ server }: Named) =>
    `Staff at ${server} are reviewing your sign-up. That can take a few days.`,
  reviewText: ({ server }: Named) =>
    `Your email address is confirmed. Staff at ${server} are reviewing your sign-up. That can take a few days.`,
  reviewNext: "You'll get an email when they accept it. You can close this page.",

  readyTitle: "Welcome!",
  readyText: "Your account is ready: {handle}",
  readyButTitle: "One more step",
  readyBut: "Your address is confirmed. Your account: {handle}",
  readyNext: ({ server, email, username }: { server: string; email: string; username: string }) =>
    `Log in to ${server} with your ${username ? `username (${username})` : `email address (${email})`} and the password you chose. If your browser saved it for this page, it won't offer it there by itself.`,
  readyClients: ({ server }: Named) => `To read and post on ${server}, you need an app. {link}`,
  clients: "See which apps there are",
  profile: "View your profile",
  followText: "Someone to start with:",
  follow: ({ handle }: { handle: string }) => `Follow ${handle}`,
  another: "Create another account",
  anotherHint: ({ server }: Named) =>
    `It needs another email address. If you're logged in to ${server}, log out there first, or open the link in the email in a private window.`,

  // Anybody can write the address that an email's link leads to.
  returnedTitle: "Did an email bring you here?",
  returnedText: ({ server }: Named) =>
    `If you followed the link in an email from ${server}, your address is confirmed. Log in there with the password you chose. If ${server} tells you that someone has to review your sign-up first, wait for its email.`,
  returnedReview: ({ server }: Named) =>
    `If you followed the link in an email from ${server}, your address is confirmed. Staff there may review your sign-up next; you'll get an email when they accept it. Then you can log in.`,
  returnedAlso: "If you started in another tab or on another device, that page continues by itself.",
  returnedElse: "Came here another way?",
  returnedThere:
    "If an email from {server} brought you here, your address is confirmed there. This form is for another server.",

  closedTitle: ({ server }: Named) => `${server} isn't accepting new sign-ups`,
  closedInvites: ({ server }: Named) => `You need an invite to join ${server} at the moment.`,
  inviteTitle: "Have an invite?",
  inviteHint: ({ server }: Named) => `People on ${server} can give you one.`,
  inviteUse: "Use the invite",
  inviteChecking: "Checking …",
  elsewhereTitle: ({ server }: Named) => `Sign up on ${server} itself`,
  stoppedTitle: {
    rejected: "This sign-up was not accepted",
    expired: "This sign-up has expired",
    suspended: "This account is suspended",
    disabled: "This account is frozen",
  } as Record<string, string>,
  stopped: "This account isn't available",
  goSignUp: ({ server }: Named) => `Sign up on ${server}`,
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

/** All texts of the widget but those of the choice of a server. Each can be a plain text instead of a function. */
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
export type StringsOverride = Own<Strings & { servers: ServerStrings }>;
