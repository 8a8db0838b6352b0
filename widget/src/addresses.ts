import { DEFAULT_CONFIG } from "@zootools/email-spell-checker/dist/lib/config/index.js";

// The library takes short names and endings that it does not know for mistakes:
// only its lists and its measure are used, with more names, and for whole domains.
const { distanceFunction, domains: popular, topLevelDomains: endings } = DEFAULT_CONFIG;
const domains = [
  ...popular.filter((domain) => domain !== "pm.com"),
  ...words(`yahoo.com hotmail.com outlook.com live.com gmx.de gmx.net gmx.com t-online.de online.de freenet.de
    posteo.de mailbox.org mac.com pm.me ya.ru mail.ru bk.ru list.ru inbox.ru yandex.ru mail.com email.com mailo.com
    orange.fr free.fr laposte.net libero.it wp.pl o2.pl vp.pl op.pl seznam.cz naver.com fastmail.com tutanota.com
    tuta.com tuta.io duck.com riseup.net disroot.org 163.com 126.com 139.com uol.com.br`),
];
const manyEndings = words("yahoo hotmail live outlook gmx mail posteo yandex fastmail orange");

/** Lists of providers include these too: somebody profits from typing mistakes. */
export const mistakes = words(
  "gmial.com hotmai.com hotmial.com h0tmaii.com outiook.com vahoo.com sbcglbal.net icousd.com",
);

/** The providers, of all that are known, that would be taken for a mistake: see bundle.mjs. */
declare const __PROVIDERS__: string;
const providers = new Set(words(__PROVIDERS__).filter((domain) => !mistakes.includes(domain)));

/**
 * The address that was probably meant, if this one was mistyped. It is the
 * domain that is checked; what comes before it is the visitor's business.
 */
export function meant(email: string): string | undefined {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || providers.has(domain)) return undefined;
  const [name = "", ...ending] = domain.split(".");
  if (manyEndings.includes(name) && endings.includes(ending.join("."))) return undefined;
  if (/[^ -~]/.test(domain)) return undefined; // no provider's name is written so
  let least = domain.length > 8 ? 2 : 1; // two letters are half of a short name
  let nearest: string | undefined;
  for (const known of domains) {
    const distance = distanceFunction(domain, known);
    if (distance > least || (nearest && distance === least)) continue;
    [least, nearest] = [distance, known];
  }
  return nearest && nearest !== domain ? `${email.slice(0, at)}@${nearest}` : undefined;
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
