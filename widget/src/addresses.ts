import spelling from "@zootools/email-spell-checker";

// The library takes short names and endings that it does not know for mistakes:
// it gets more names, and only whole domains are compared.
const domains = [
  ...spelling.POPULAR_DOMAINS.filter((domain) => domain !== "pm.com"),
  ...words(`yahoo.com hotmail.com outlook.com live.com gmx.de gmx.net gmx.com t-online.de online.de freenet.de
    posteo.de mailbox.org mac.com pm.me ya.ru mail.ru bk.ru list.ru inbox.ru yandex.ru mail.com email.com mailo.com
    orange.fr free.fr laposte.net libero.it wp.pl o2.pl vp.pl op.pl seznam.cz naver.com fastmail.com tutanota.com
    tuta.com tuta.io duck.com riseup.net disroot.org 163.com 126.com 139.com uol.com.br`),
];
const secondLevelDomains = words("yahoo hotmail live outlook gmx mail posteo yandex fastmail orange");
const never = 0.01; // no two names are as near

/** Lists of providers hold these too, because somebody lives on other people's mistakes. */
export const mistakes = words(
  "gmial.com hotmai.com hotmial.com h0tmaii.com outiook.com vahoo.com sbcglbal.net icousd.com",
);

/** The providers, of all that are known, that would be taken for a mistake: see bundle.mjs. */
declare const __PROVIDERS__: string;
const providers = new Set(words(__PROVIDERS__).filter((domain) => !mistakes.includes(domain)));

/**
 * The address that was probably meant, if this one was mistyped. It is the
 * domain that is looked at; what is before it is nobody else's business.
 */
export function meant(email: string): string | undefined {
  const at = email.lastIndexOf("@");
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || providers.has(domain)) return undefined;
  const near = spelling.run({
    email: `someone@${domain}`,
    domains,
    domainThreshold: domain.length > 8 ? 2 : 1, // two letters are half of a short name
    secondLevelDomains,
    secondLevelThreshold: never,
    topLevelThreshold: never,
  });
  return near && `${email.slice(0, at)}@${near.domain}`;
}

function words(text: string): string[] {
  return text.split(/\s+/);
}
