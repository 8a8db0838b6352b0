/** Czech, in the words of Mastodon's own interface, which says vy. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Není uveden žádný server: atribut „server“ chybí nebo je prázdný.",
  scheme: "V atributu „server“ je adresa, která není webová.",
  credentials: "V atributu „server“ je adresa s heslem.",
  port: "V atributu „server“ je adresa s nemožným portem.",
  "ip-address": "V atributu „server“ je číslo místo názvu serveru.",
  "no-dot": "V atributu „server“ je jediné slovo. Název serveru vypadá jako example.social.",
  "bad-character": "V atributu „server“ jsou znaky, které v názvu serveru být nemohou.",
  "bad-label": "V atributu „server“ je chybný název serveru.",
  "too-long": "V atributu „server“ je příliš dlouhý název serveru.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Zdá se, že jste offline. Zkontrolujte připojení a zkuste to znovu.",
  dns: (server) =>
    `Adresu serveru ${server} nelze najít. Možná už server neexistuje, možná má síť dočasné potíže. Zkuste to znovu za několik minut.`,
  refused: (server) => `Server ${server} právě neběží. Zkuste to znovu za několik minut.`,
  tls: (server) =>
    `K serveru ${server} není bezpečné připojení, proto se nic neodeslalo. Zkontrolujte datum na svém zařízení; pokud je správné, může to napravit jen tým serveru.`,
  timeout: (server) =>
    `Serveru ${server} trvá odpověď příliš dlouho. Možná je přetížený: zkuste to znovu za několik minut.`,
  redirects: (server) =>
    `Server ${server} posílá tento formulář pořád dokola, takže žádná odpověď nepřijde. Napravit to může jen jeho tým; na stránce serveru to možná půjde.`,
  cors: (server) =>
    `Server ${server} odpovídá, ale nedovolí této stránce odpověď přečíst. Možná je přetížený, možná chce ověřit, že nejste robot, možná nepřijímá registrace z jiných webů. Zkuste to znovu za několik minut, nebo pokračujte na jeho vlastní stránce.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Registrace byla odeslána, ale odpověď serveru ${server} se ztratila. Uživatelské jméno je teď obsazené, takže účet velmi pravděpodobně vznikl. Než uděláte cokoli jiného, podívejte se po e-mailu ze serveru ${server}; registrovat se znovu nemusíte.`,
  free: (server) =>
    `Registrace byla odeslána, ale odpověď serveru ${server} se ztratila. Uživatelské jméno je stále volné, takže účet velmi pravděpodobně nevznikl. Registraci můžete odeslat znovu.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `Server ${server} přijímá za den jen omezený počet lidí a dnes už nikoho nepřijme. Zkuste to znovu zítra.`,
  backlog: (server) =>
    `Na tým serveru ${server} čeká tolik registrací, že další nepřijímá, dokud některé neposoudí. Zkuste to znovu za den či dva.`,
};

const characters = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "znak", few: "znaky", many: "znaku", other: "znaků" })}`;

const ofCharacters = (n: number, limit: number, f: Format) =>
  `${f.number(n)} z ${f.number(limit)} ${f.plural(limit, { one: "znaku", few: "znaků", many: "znaku", other: "znaků" })}`;

const years = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "rok", few: "roky", many: "roku", other: "let" })}`;

const texts: Translation = {
  lang: "cs",

  loading: "Načítání formuláře…",
  opensNewTab: "(otevře se na nové kartě)",

  joinKicker: "Vytvořit účet na serveru",
  approvalNotice: ({ server }) =>
    `Tým serveru ${server} posuzuje každou registraci. Až potvrdíte svou e-mailovou adresu, rozhodne o ní, obvykle během několika dnů.`,
  rulesTitle: "Pravidla serveru",
  ruleHint: "Více o tomto pravidle",
  rulesLeftOut: ({ n, f }) =>
    `… a ještě ${f.number(n)} ${f.plural(n, { one: "pravidlo", few: "pravidla", many: "pravidla", other: "pravidel" })} na stránce serveru`,
  documents: {
    "privacy-policy": "Zásady ochrany osobních údajů",
    "terms-of-service": "Podmínky služby",
    about: "O tomto serveru",
  },
  agreedDocuments: {
    "privacy-policy": "zásady ochrany osobních údajů",
    "terms-of-service": "podmínky služby",
  },
  agreedRules: "pravidla",

  optional: "(nepovinné)",
  username: "Uživatelské jméno",
  usernameHint: ({ handle }) => `Ostatní vás najdou jako ${handle}. Později se to změnit nedá.`,
  usernameExample: "jmeno",
  usernameShortened: "Zůstala jen část před @. Uživatelské jméno není e-mailová adresa.",
  usernameChecking: "Zjišťuje se, zda je jméno volné…",
  usernameFree: ({ name }) => `Jméno @${name} je zřejmě volné.`,
  usernameTaken: ({ name }) => `Jméno @${name} je obsazené.`,
  usernameSuggestions: "Tato jména jsou zřejmě volná:",
  email: "E-mailová adresa",
  emailHint: "Slouží k přihlášení. Nejdřív na ni přijde e-mail s odkazem.",
  password: "Heslo",
  passwordHint: ({ min, f }) =>
    min ? `Alespoň ${characters(min, f)}. Čím delší, tím lepší.` : "Čím delší, tím lepší.",
  showPassword: "Zobrazit heslo",
  dateOfBirth: "Datum narození",
  dateOfBirthHint: ({ min, server, f }) =>
    min
      ? `Server ${server} ověřuje, že je vám alespoň ${years(min, f)}. Datum nikomu neukazuje.`
      : `Server ${server} se na ně ptá a nikomu je neukazuje.`,
  reason: "Proč se chcete přidat?",
  reasonHint: {
    approval: "Tým serveru si to přečte, než rozhodne.",
    "server-asked": "Server se na to ptá.",
  },
  reasonCounter: ({ length, limit, f }) => ofCharacters(length, limit, f),
  inviteCode: "Kód pozvánky nebo odkaz",
  captcha: "Znaky z obrázku",
  agreementLabel: "Souhlas",
  agreement: "Znám {documents} serveru {server} a souhlasím s nimi.",

  submit: "Vytvořit účet",
  apply: "Požádat o účet",
  submitting: "Vytváří se účet…",
  wait: ({ clock }) => `Z vaší sítě přišlo příliš mnoho pokusů. Další bude možný za ${clock}`,
  haveAccount: "Už máte účet? {link}",
  signIn: ({ server }) => `Přihlásit se na server ${server}`,
  unsent: "Formulář nebyl odeslán.",

  plain: {
    confirm:
      "Účet je vytvořený. E-mail je na cestě: otevřete odkaz, který v něm je, a potvrďte tak svou adresu.",
    review: "Tým serveru teď posuzuje vaši registraci.",
    ready: "Účet je připravený. Přihlaste se na serveru.",
    returned:
      "Pokud vás sem přivedl odkaz z e-mailu od serveru, vaše adresa je potvrzená. Přihlaste se na serveru.",
    closed: "Server teď nové lidi nepřijímá.",
    elsewhere: "Server přijímá nové lidi jen na vlastní stránce.",
    stopped: "Tento účet není dostupný.",
    failed: "Registrace tu právě nefunguje.",
  },
  goServer: ({ server }) => `Přejít na server ${server}`,
  again: "Zkusit znovu",

  emailHintMail: "Server na ni posílá e-maily.",
  emailHintOptional: "Když zapomenete heslo, pomůže vám vrátit se k účtu.",
  passwordEntropy: ({ server }) =>
    `Server ${server} měří, jak těžké je heslo uhodnout: použijte několik slov nebo směs písmen, číslic a dalších znaků.`,
  captchaHint: "Server díky tomu ví, že jste člověk. Každý obrázek platí na jeden pokus.",
  summary: ({ n, f }) =>
    `${f.number(n)} ${f.plural(n, { one: "pole vyžaduje", few: "pole vyžadují", many: "pole vyžaduje", other: "polí vyžaduje" })} vaši pozornost:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Do ${f.time(resetAt)} ${f.plural(left, { one: "zbývá", few: "zbývají", many: "zbývá", other: "zbývá" })} ${f.number(left)} ${f.plural(left, { one: "pokus", few: "pokusy", many: "pokusu", other: "pokusů" })}.`
      : `Do ${f.time(resetAt)} nezbývá žádný pokus.`,
  contact: "Máte otázky? Napište týmu serveru: {link}",
  serverSays: ({ server }) => `Server ${server} sděluje:`,
  slowLoading: ({ server }) =>
    `Serveru ${server} trvá odpověď dlouho. Můžete ještě chvíli počkat, nebo na něj přejít odkazem.`,
  slowSubmitting: ({ server }) =>
    `Server ${server} ověřuje, zda vaše adresa přijímá e-maily. Trvá to několik sekund; zůstaňte prosím na této stránce.`,
  failedTitle: "Registrace tu právě nefunguje",
  offline: "Jakmile se připojení obnoví, další pokus proběhne sám.",
  keptTitle: "Registrace bude pokračovat později",
  keptText: ({ handle, email }) =>
    `Váš účet ${handle} s adresou ${email} je vytvořený a nic z něj se neztratilo.`,

  captchaPicture: "Obrázek se znaky k opsání",
  captchaLoading: "Obrázek se načítá…",
  captchaFailed: "Obrázek se nepodařilo zobrazit. Vyžádejte si jiný.",
  captchaMissing: ({ server }) =>
    `Obrázek, ze kterého máte pro server ${server} opsat znaky, nepřišel. Vyžádejte si u jeho pole jiný, nebo se registrujte přímo na serveru ${server}.`,
  challenge: "Nejdřív na konci formuláře potvrďte, že jste člověk.",
  captchaExpired: "Obrázek je příliš starý. Načítá se nový…",
  captchaAnother: "Jiný obrázek",
  captchaChanged: "Je tu nový obrázek. Opište z něj znaky.",
  captchaUnseen: "Obrázek nevidíte nebo ho nepřečtete? {link}",
  mistyped: ({ address }) => `Máte na mysli ${address}?`,
  strength: "Jak těžké je heslo uhodnout",
  strengths: [
    "Velmi snadno uhodnutelné",
    "Snadno uhodnutelné",
    "Ne příliš těžko uhodnutelné",
    "Těžko uhodnutelné",
    "Velmi těžko uhodnutelné",
  ],
  passwordLength: ({ length, limit, f }) => ofCharacters(length, limit, f),
  passwordBytes: ({ length, limit, f }) =>
    `${ofCharacters(length, limit, f)}; písmena s diakritikou a emoji se počítají jako dva až čtyři`,

  documentDate: ({ date }) => `Znění z ${date}`,
  documentComes: ({ date }) => `Platí od: ${date}`,
  documentSucceeded: ({ date }) => `Jiné znění platí od: ${date}`,
  documentPage: ({ server }) => `Otevřít stránku serveru ${server}`,
  documentLoading: "Načítání…",
  documentFailed: "Server nedovolí, aby to tato stránka zobrazila. Přečtete si to tam:",
  documentForMembers: ({ server }) =>
    `Server ${server} to ukazuje jen svým členům. Zaregistrovat se můžete i tak.`,
  documentEmpty: ({ server }) => `Server ${server} tu nic nenapsal.`,
  close: "Zavřít",

  confirmTitle: "Podívejte se do pošty",
  confirmText: "Na {email} míří e-mail. Otevřete odkaz, který v něm je, a potvrďte tak, že adresa patří vám.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Odkaz platí ${f.number(link)} ${f.plural(link, { one: "den", few: "dny", many: "dne", other: "dní" })}. Server ${server} maže registrace, které nikdo nepotvrdí do ${f.number(life)} ${f.plural(life, { one: "dne", few: "dnů", many: "dne", other: "dnů" })}.`
      : "Neotálejte: většina serverů maže registrace, které nikdo nepotvrdí do týdne.",
  confirmWatched: "Tato stránka pozná potvrzení sama, i když odkaz otevřete na jiném zařízení.",
  confirmUnwatched: ({ server }) =>
    `Tato stránka potvrzení nepozná. Přihlaste se potom na serveru ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Potom rozhodne tým serveru ${server}. Tato stránka to nepozná, ale až vás přijme, dostanete e-mail. Pak se tam přihlaste.`,
  confirmApproval: ({ server }) =>
    `Potom rozhodne tým serveru ${server}, a až vás přijme, dostanete e-mail. Dřív tato stránka nic nepozná, ani případné zamítnutí.`,
  openMail: "Otevřít poštu",
  handle: "Váš účet bude {handle}.",
  checkNow: "Zkontrolovat teď",
  checking: "Kontroluje se…",
  notYet: "Zatím nepotvrzeno.",
  notDecided: "Zatím nerozhodnuto.",
  notAccepted: "Zatím nepřijato. Víc server neříká.",
  noMailTitle: "Kde je můj e-mail?",
  noMailText: ({ host }) =>
    `Může to trvat několik minut, na vytíženém serveru i hodinu. Podívejte se také do spamu, vyhledejte „${host}“ a zkontrolujte ještě jednou adresu výše.`,
  noEffectText: ({ server }) =>
    `Odkaz je otevřený a tady se nic nemění? Pokud je na serveru ${server} přihlášený jiný účet, nejdřív se tam odhlaste, nebo odkaz otevřete v anonymním okně.`,
  status: "Jak na tom server dnes je: {link}",
  wrongAddress: "Špatná adresa?",
  otherEmail: "Jiná e-mailová adresa",
  otherEmailHint:
    "Odkaz z prvního e-mailu přestane platit a na starou adresu přijde oznámení o změně. Na novou přijdou dva stejné e-maily; jejich odkaz končí na přihlašovací stránce serveru, proto se potom vraťte sem.",
  resend: "Poslat znovu",
  resendAt: ({ clock }) => `Možné za ${clock}`,
  resent: ({ email }) => `Na ${email} míří nový e-mail.`,
  restartTitle: "Není s tímto účtem něco v pořádku?",
  restartText: ({ server }) =>
    `Můžete ho na tomto zařízení zapomenout a začít znovu, třeba s jiným jménem. Co vzniklo na serveru ${server}, tam zůstane a každou e-mailovou adresu přijímá jen jednou: další účet potřebuje jinou, nebo se přihlaste k tomuto.`,
  restart: "Začít znovu",

  reviewTitle: "Čeká se na schválení",
  reviewUnwatched: ({ server }) =>
    `Tým serveru ${server} teď posuzuje vaši registraci. Může to trvat několik dnů.`,
  reviewText: ({ server }) =>
    `Vaše e-mailová adresa je potvrzená. Tým serveru ${server} teď posuzuje vaši registraci. Může to trvat několik dnů.`,
  reviewNext: "Až ji schválí, dostanete e-mail. Tuto stránku můžete zavřít.",

  readyTitle: "Vítejte!",
  readyText: "Váš účet je připravený: {handle}",
  readyButTitle: "Ještě jeden krok",
  readyBut: "Vaše adresa je potvrzená. Váš účet: {handle}",
  readyNext: ({ server, email, username }) =>
    `Na serveru ${server} se přihlaste ${username ? `uživatelským jménem (${username})` : `e-mailovou adresou (${email})`} a heslem z registrace. Heslo, které si prohlížeč uložil pro tuto stránku, tam sám nenabídne.`,
  readyClients: ({ server }) => `Ke čtení a psaní na serveru ${server} potřebujete aplikaci. {link}`,
  clients: "Podívejte se, jaké existují",
  profile: "Zobrazit svůj profil",
  followText: "Někdo pro začátek:",
  follow: ({ handle }) => `Sledovat ${handle}`,
  another: "Vytvořit další účet",
  anotherHint: ({ server }) =>
    `Potřebuje jinou e-mailovou adresu. Pokud je na serveru ${server} přihlášený jiný účet, nejdřív se tam odhlaste, nebo odkaz z e-mailu otevřete v anonymním okně.`,

  returnedTitle: "Přivedl vás sem e-mail?",
  returnedText: ({ server }) =>
    `Pokud jste tu díky odkazu z e-mailu od serveru ${server}, vaše adresa je potvrzená. Přihlaste se tam heslem z registrace. Pokud server ${server} sdělí, že registraci musí nejdřív někdo posoudit, počkejte na jeho e-mail.`,
  returnedReview: ({ server }) =>
    `Pokud jste tu díky odkazu z e-mailu od serveru ${server}, vaše adresa je potvrzená. Jeho tým teď možná bude registraci posuzovat; až ji schválí, dostanete e-mail. Potom se můžete přihlásit.`,
  returnedAlso:
    "Pokud registrace začala na jiné kartě nebo jiném zařízení, bude tamní stránka sama pokračovat.",
  returnedElse: "Jste tu z jiného důvodu?",
  returnedThere:
    "Pokud vás sem přivedl e-mail od serveru {server}, vaše adresa je tam potvrzená. Tento formulář patří jinému serveru.",

  closedTitle: ({ server }) => `Server ${server} nové lidi nepřijímá`,
  closedInvites: ({ server }) => `Server ${server} teď přijímá nové lidi jen s pozvánkou.`,
  inviteTitle: "Máte pozvánku?",
  inviteHint: ({ server }) => `Mohou vám ji dát lidé, kteří na serveru ${server} už jsou.`,
  inviteUse: "Použít pozvánku",
  inviteChecking: "Kontroluje se…",
  elsewhereTitle: ({ server }) => `Registrujte se přímo na serveru ${server}`,
  stoppedTitle: {
    rejected: "Tato registrace nebyla schválena",
    expired: "Platnost této registrace vypršela",
    suspended: "Tento účet je pozastavený",
    disabled: "Tento účet je zablokovaný",
  },
  stopped: "Tento účet není dostupný",
  goSignUp: ({ server }) => `Registrovat se na serveru ${server}`,
  signUpAgain: "Registrovat se znovu",
  requestId: ({ id }) => `Pro tým serveru: požadavek ${id}`,

  fields: {
    "username.ERR_BLANK": "Zvolte si uživatelské jméno.",
    "username.ERR_TAKEN": "Toto uživatelské jméno je obsazené. Zvolte jiné.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Použijte jen ${f.list([
        pattern.includes("A-Z") ? "písmena od a do z" : "malá písmena od a do z",
        "číslice",
        "podtržítka",
        ...(pattern.includes("\\-") ? ["spojovníky"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `Server ${server} si toto jméno nechává pro sebe. Zvolte jiné.`,
    "email.ERR_BLANK": "Zadejte svou e-mailovou adresu.",
    "email.ERR_INVALID": "Toto není úplná e-mailová adresa. Vypadá jako jmeno@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Na serveru ${server} už účet s touto adresou existuje. Přihlaste se k němu, nebo použijte jinou adresu.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `Podle serveru ${server} část adresy za @ nepřijímá poštu. Zkontrolujte, zda v ní není překlep. Pokud není, použijte jinou adresu.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `Server ${server} nepřijímá adresy u tohoto poskytovatele pošty. Použijte adresu u jiného.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `Server ${server} si nechává naposledy zadanou adresu a na dřívější nic neposílá. Použijte třetí, nebo počkejte na e-mail na té poslední.`,
    "password.ERR_BLANK": "Zvolte si heslo.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Toto heslo je příliš krátké. Použijte alespoň ${characters(limit, f)}.`
        : "Toto heslo je příliš krátké.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Toto heslo je příliš dlouhé. Použijte nejvýše ${characters(limit, f)}, s diakritikou nebo emoji méně.`
        : "Toto heslo je příliš dlouhé.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Podle serveru ${server} je toto heslo příliš snadno uhodnutelné. Zvolte delší, z několika slov, nebo smíchejte velká a malá písmena, číslice a další znaky.`,
    "date_of_birth.ERR_BLANK": "Zadejte celé datum narození.",
    "date_of_birth.ERR_INVALID": "Zadejte datum, které je v kalendáři, rok čtyřmi číslicemi.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Abyste se mohli přidat na server ${server}, musí vám být alespoň ${years(limit, f)}.`
        : `Na server ${server} se můžete přidat, až budete starší.`,
    "reason.ERR_BLANK": "Napište, proč se chcete přidat. Přečte si to tým serveru.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Napište trochu víc: alespoň ${characters(limit, f)}.` : "Napište trochu víc.",
    "invite_code.ERR_BLANK": "Zadejte kód pozvánky nebo její odkaz.",
    "invite_code.ERR_INVALID":
      "Tato pozvánka tu neplatí. Možná je na jiný server, vypršela nebo už je vyčerpaná.",
    "captcha_solution.ERR_BLANK": "Opište znaky, které vidíte na obrázku.",
    "captcha_solution.ERR_INVALID": "Na obrázku byly jiné znaky. Zkuste to s novým.",
    "captcha_solution.ERR_EXPIRED": "Ten obrázek už byl příliš starý. Zkuste to s novým.",
    "agreement.ERR_ACCEPTED": "Bez vašeho souhlasu účet vzniknout nemůže. Pokud souhlasíte, zaškrtněte pole.",
    "agreement.ERR_BLANK": "Bez vašeho souhlasu účet vzniknout nemůže. Pokud souhlasíte, zaškrtněte pole.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Váš souhlas platil něčemu jinému, než co server ${server} žádá teď. Přečtěte si jeho pravidla a dokumenty, a pokud souhlasíte, zaškrtněte pole znovu.`,

    ERR_BLANK: "Toto je povinné.",
    ERR_TAKEN: "Toto už je obsazené.",
    ERR_INVALID: "Toto není platné.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `Toto je příliš krátké. Použijte alespoň ${characters(limit, f)}.` : "Toto je příliš krátké.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `Toto je příliš dlouhé. Použijte nejvýše ${characters(limit, f)}.` : "Toto je příliš dlouhé.",
    ERR_RESERVED: "Toto si server nechává pro sebe.",
    ERR_BLOCKED: "Toto server nedovoluje.",
    ERR_EXPIRED: "Platnost vypršela, nebo už je vyčerpaná.",
    ERR_TOO_WEAK: "Toto je příliš snadno uhodnutelné.",
    ERR_UNCHANGED: "Tím se nic nemění.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Server hlásí víc chyb, než se sem vejde: ještě ${f.number(limit)}.`
        : "Server hlásí víc chyb, než se sem vejde.",
    ERR_UNREACHABLE: "Toto zřejmě neexistuje.",
    ERR_ACCEPTED: "S tímto je třeba souhlasit.",
    ERR_INCLUSION: "Tuto možnost server nezná.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Musí to být alespoň ${f.number(limit)}.` : "Toto je pod limitem serveru.",
  },
  problems: {
    internal: "V tomto formuláři se něco pokazilo. Zkuste to znovu.",
    "wasm-blocked":
      "Tato stránka nenechá formulář běžet. Pokud je vaše: přidejte 'wasm-unsafe-eval' do script-src v její Content-Security-Policy.",
    "core-unreachable":
      "Část tohoto formuláře se nepodařilo načíst. Zkontrolujte připojení a zkuste to znovu.",
    "core-died": "Formulář se nečekaně zastavil. Vyplněné údaje zůstaly, kromě hesla.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "V atributu „server“ není název serveru."} Opravit to mohou provozovatelé tohoto webu.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `Server ${server} neodpovídá. Možná neběží, možná jste offline, možná nedovolí jiným webům, aby se s ním spojily. Zkuste to znovu za několik minut.`,
    "not-supported": ({ server, software }) =>
      software
        ? `Na serveru ${server} běží ${software}, kde se lze registrovat jen na vlastních stránkách.`
        : `Server ${server} neodpovídá jako ty, se kterými si tento formulář rozumí. Možná název není úplně přesný, možná se tam lidé registrují jinak.`,
    closed: ({ server }) =>
      `Server ${server} teď nové lidi nepřijímá. Na jeho stránkách možná najdete, kdy se to změní nebo koho požádat o pozvánku.`,
    "external-sign-up": ({ server }) =>
      `Server ${server} má vlastní registraci, která funguje jen na jeho stránce.`,
    captcha: ({ server }) =>
      `Server ${server} si chce být jistý, že jste člověk, a jeho hádanka funguje jen na jeho vlastní stránce.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `Adresa této stránky je příliš dlouhá na to, aby vás na ni server ${server} mohl vrátit. Správci tohoto webu mohou nastavit kratší; na vlastní stránce serveru to jde.`
        : software
          ? `Server ${server}, na kterém běží ${software}, nedovoluje žádat o účty z jiných webů. Na jeho vlastní stránce to jde.`
          : `Server ${server} nedovoluje žádat o účty z jiných webů. Na jeho vlastní stránce to jde.`,
    "sign-up-refused": ({ server }) =>
      `Server ${server} nepřijímá registrace z jiných webů. Na jeho vlastní stránce to možná půjde.`,
    forbidden: ({ server }) =>
      `Server ${server} tuto registraci nepřijal a neříká proč. Možná právě přestal přijímat nové lidi, možná nepřijímá nikoho z vaší sítě, možná se tam přihlašuje přes jiný web. Pokud máte pozvánku, použijte ji; jinak to zkuste později. Vyplněné údaje zůstaly.`,
    "network-blocked": ({ server }) =>
      `Server ${server} odmítá všechny požadavky z vaší sítě. Možná pomůže jiné připojení, například bez VPN.`,
    gone: ({ server }) => `Server ${server} končí natrvalo. Najděte si jiný.`,
    invalid: ({ server }) => `Server ${server} tuto registraci odmítl.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `Server ${server} dostává z vaší sítě příliš mnoho požadavků. Zkuste to znovu ${retryAt ? at(about) : "za pět minut"}.`;
      }
      if (detail === "resend") {
        return `Server ${server} posílá k jednomu účtu jen několik e-mailů. ${retryAt ? `Další bude možný ${at(about)}.` : "Zkuste to znovu za půl hodiny."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Další pokus bude možný ${at(about)}.`
        : `Zkuste to znovu za ${app ? "deset minut" : "půl hodiny"}.`;
      return app
        ? `Z vaší sítě bylo otevřeno příliš mnoho formulářů pro server ${server}. ${when} Vyplněné údaje jsou v pořádku.`
        : `Server ${server} dovoluje z jedné sítě jen několik pokusů. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Na serveru ${server} se něco pokazilo. Možná nepřijímá adresy vašeho poskytovatele pošty: zkuste adresu u jiného, nebo se zeptejte týmu serveru.`
        : `Na serveru ${server} se něco pokazilo. Není to vaše chyba a často to za několik minut přejde.`,
    "bad-answer": ({ server }) =>
      `Odpovědi serveru ${server} nelze rozumět. Zkuste to znovu za několik minut.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Registrace byla odeslána, ale odpověď serveru ${server} se ztratila. Účet už možná existuje: než to zkusíte znovu, podívejte se po e-mailu.`,
    duplicate:
      "Toto jméno nebo adresa jsou zabrané. Možná jste to byli vy sami, právě teď nebo na jiné kartě: než to zkusíte znovu, podívejte se po e-mailu.",
    broker: ({ server, retryable }) =>
      `Tento web nezískal od serveru ${server} povolení, které registrace potřebuje.${retryable ? " Zkuste to znovu za několik minut." : ""}`,
    rejected: ({ server }) =>
      `Tým serveru ${server} tuto registraci neschválil, nebo byl účet smazán. Můžete se zeptat na důvod, nebo si najít jiný server, který vám bude vyhovovat.`,
    expired: ({ server }) =>
      `Odkaz z e-mailu nebyl otevřen včas, proto server ${server} tuto registraci smazal. Můžete se registrovat znovu, i se stejným jménem, pokud je ještě volné.`,
    suspended: ({ server }) =>
      `Tým serveru ${server} tento účet pozastavil. Přihlaste se tam, kde najdete důvod a možnost odvolání.`,
    disabled: ({ server }) =>
      `Tým serveru ${server} tento účet zablokoval, takže se k němu nikdo nemůže přihlásit. Odblokovat ho může jen on: napište mu.`,
    "two-factor-required": ({ server }) =>
      `Server ${server} tento účet zatím nevpustil a neříká proč. Přihlaste se tam: možná chce kromě hesla druhé ověření a provede vás nastavením dvoufázového ověřování. Pokud vás nevpustí, účet zablokoval jeho tým: napište mu.`,
    "resend-refused": ({ server }) =>
      `Server ${server} už k tomuto účtu další e-mail nepošle. Najděte ten první, třeba ve spamu.`,
    "not-now": "To teď není možné.",
    aborted: "Zrušeno.",
  },
};

export default texts;
