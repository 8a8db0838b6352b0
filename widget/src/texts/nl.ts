/** Dutch, in the words of Mastodon's own interface, which says je. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Er is geen server opgegeven: het attribuut ‘server’ ontbreekt of is leeg.",
  scheme: "In het attribuut ‘server’ staat een adres dat geen webadres is.",
  credentials: "In het attribuut ‘server’ staat een adres met een wachtwoord erin.",
  port: "In het attribuut ‘server’ staat een adres met een onmogelijke poort.",
  "ip-address": "In het attribuut ‘server’ staat een getal in plaats van een servernaam.",
  "no-dot": "In het attribuut ‘server’ staat één woord. Een servernaam ziet eruit als example.social.",
  "bad-character": "In het attribuut ‘server’ staan tekens die niet in een servernaam voorkomen.",
  "bad-label": "In het attribuut ‘server’ staat geen juiste servernaam.",
  "too-long": "In het attribuut ‘server’ staat een naam die te lang is voor een server.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Je lijkt offline te zijn. Controleer je verbinding en probeer het opnieuw.",
  dns: (server) =>
    `Het adres van ${server} is niet te vinden. Misschien bestaat de server niet meer, misschien hapert het netwerk even. Probeer het over een paar minuten opnieuw.`,
  refused: (server) => `${server} draait op dit moment niet. Probeer het over een paar minuten opnieuw.`,
  tls: (server) =>
    `Er is geen veilige verbinding met ${server}, dus er is niets verstuurd. Controleer de datum van je apparaat. Klopt die, dan kan alleen het team van de server dit oplossen.`,
  timeout: (server) =>
    `${server} doet te lang over een antwoord. Misschien is de server overbelast: probeer het over een paar minuten opnieuw.`,
  redirects: (server) =>
    `${server} stuurt dit formulier in kringetjes rond, zodat er geen antwoord komt. Alleen het team van de server kan dit oplossen; op de eigen pagina van de server lukt het misschien.`,
  cors: (server) =>
    `${server} antwoordt, maar laat deze pagina het antwoord niet lezen. Misschien is de server overbelast, wil hij nagaan of je geen robot bent of neemt hij geen registraties van andere sites aan. Probeer het over een paar minuten opnieuw of ga verder op zijn eigen pagina.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Je registratie is verstuurd, maar het antwoord van ${server} is verloren gegaan. De naam is nu bezet, dus je account is zeer waarschijnlijk aangemaakt. Kijk eerst of er een e-mail van ${server} is voordat je iets anders doet; opnieuw registreren is niet nodig.`,
  free: (server) =>
    `Je registratie is verstuurd, maar het antwoord van ${server} is verloren gegaan. De naam is nog vrij, dus het account is zeer waarschijnlijk niet aangemaakt. Je kunt de registratie opnieuw versturen.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} neemt per dag maar een beperkt aantal registraties aan, en vandaag geen meer. Probeer het morgen opnieuw.`,
  backlog: (server) =>
    `Bij het team van ${server} wachten zoveel registraties dat de server er geen meer aanneemt tot er een aantal bekeken is. Probeer het over een dag of twee opnieuw.`,
};

const characters = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "teken", other: "tekens" })}`;

const days = (n: number, f: Format) => `${f.number(n)} ${f.plural(n, { one: "dag", other: "dagen" })}`;

const texts: Translation = {
  lang: "nl",

  loading: "Formulier wordt geladen…",
  opensNewTab: "(opent in een nieuw tabblad)",

  joinKicker: "Account aanmaken op",
  approvalNotice: ({ server }) =>
    `Het team van ${server} bekijkt elke registratie. Als je je e-mailadres hebt bevestigd, beslist het, meestal binnen een paar dagen.`,
  rulesTitle: "Serverregels",
  ruleHint: "Meer over deze regel",
  rulesLeftOut: ({ n, f }) =>
    `… en nog ${f.number(n)} ${f.plural(n, { one: "regel", other: "regels" })} op de pagina van de server`,
  documents: {
    "privacy-policy": "Privacybeleid",
    "terms-of-service": "Gebruiksvoorwaarden",
    about: "Over deze server",
  },
  agreedDocuments: {
    "privacy-policy": "het privacybeleid",
    "terms-of-service": "de gebruiksvoorwaarden",
  },
  agreedRules: "de serverregels",

  optional: "(optioneel)",
  username: "Gebruikersnaam",
  usernameHint: ({ handle }) => `Anderen vinden je als ${handle}. Dit kun je later niet wijzigen.`,
  usernameExample: "gebruikersnaam",
  usernameShortened: "Alleen het deel voor de @ is bewaard. Een gebruikersnaam is geen e-mailadres.",
  usernameChecking: "Kijken of de naam vrij is…",
  usernameFree: ({ name }) => `@${name} lijkt vrij te zijn.`,
  usernameTaken: ({ name }) => `@${name} is bezet.`,
  usernameSuggestions: "Deze lijken vrij te zijn:",
  email: "E-mailadres",
  emailHint: "Hiermee log je in. Eerst krijg je er een e-mail met een link op.",
  emailHintOptional: "Hiermee kom je weer binnen als je je wachtwoord bent vergeten.",
  password: "Wachtwoord",
  passwordHint: ({ min, f }) =>
    min ? `Minstens ${characters(min, f)}. Hoe langer, hoe beter.` : "Hoe langer, hoe beter.",
  showPassword: "Wachtwoord tonen",
  dateOfBirth: "Geboortedatum",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} controleert of je minstens ${f.number(min)} jaar bent` : `${server} vraagt erom`) +
    (unkept ? ". De datum wordt niet bewaard." : ". De datum wordt aan niemand getoond."),
  reason: "Waarom wil je meedoen?",
  reasonHint: {
    approval: "Het team van de server leest dit voordat het beslist.",
    "server-asked": "De server vraagt hierom.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} van ${characters(limit, f)}`,
  inviteCode: "Uitnodigingscode of -link",
  captcha: "Tekens in de afbeelding",
  captchaHint: "Zo weet de server dat je een mens bent. Elke afbeelding is goed voor één poging.",
  agreementLabel: "Akkoord",
  agreement: "Ik heb {documents} van {server} gelezen en ga ermee akkoord.",

  submit: "Account aanmaken",
  apply: "Account aanvragen",
  submitting: "Account wordt aangemaakt…",
  wait: ({ clock }) => `Te veel pogingen vanaf jouw netwerk. Weer mogelijk over ${clock}`,
  haveAccount: "Heb je al een account? {link}",
  signIn: ({ server }) => `Inloggen op ${server}`,
  unsent: "Dit is niet verstuurd.",

  plain: {
    confirm:
      "Je account is aangemaakt. Er is een e-mail onderweg: open de link daarin om je adres te bevestigen.",
    review: "Het team van de server bekijkt nu je registratie.",
    ready: "Je account is klaar. Log in op de server.",
    returned:
      "Als je hier bent via de link in de e-mail van de server, is je e-mailadres bevestigd. Log in op de server.",
    closed: "De server neemt op dit moment geen registraties aan.",
    elsewhere: "Registreren kan alleen op de eigen pagina van de server.",
    stopped: "Dit account is niet beschikbaar.",
    failed: "Registreren lukt hier nu niet.",
  },
  goServer: ({ server }) => `Naar ${server}`,
  again: "Opnieuw proberen",

  emailHintMail: "De server schrijft je op dit adres.",
  passwordEntropy: ({ server }) =>
    `${server} meet hoe moeilijk het te raden is: neem meerdere woorden of een mix van letters, cijfers en tekens.`,
  summary: ({ n, f }) =>
    `${f.number(n)} ${f.plural(n, { one: "veld vraagt", other: "velden vragen" })} je aandacht:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Je hebt tot ${f.time(resetAt)} nog ${f.number(left)} ${f.plural(left, { one: "poging", other: "pogingen" })}.`
      : `Je hebt tot ${f.time(resetAt)} geen pogingen meer.`,
  contact: "Vragen? Schrijf naar het team van de server: {link}",
  serverSays: ({ server }) => `${server} zegt:`,
  slowLoading: ({ server }) =>
    `${server} doet lang over een antwoord. Je kunt nog even wachten of de link naar de server volgen.`,
  slowSubmitting: ({ server }) =>
    `${server} controleert of je adres e-mail kan ontvangen. Dat duurt een paar seconden; blijf op deze pagina.`,
  failedTitle: "Registreren lukt hier nu niet",
  keptTitle: "Je registratie gaat later verder",
  keptText: ({ handle, email }) =>
    `Je account ${handle} is aangemaakt, met het adres ${email}, en er is niets verloren gegaan.`,
  offline: "Zodra je weer verbinding hebt, wordt dit vanzelf opnieuw geprobeerd.",

  captchaPicture: "Afbeelding met tekens om over te typen",
  captchaLoading: "De afbeelding komt eraan…",
  captchaFailed: "De afbeelding kon niet worden getoond. Vraag een andere.",
  captchaMissing: ({ server }) =>
    `De afbeelding die je voor ${server} moet lezen, is niet gekomen. Vraag bij het veld een andere of registreer je op ${server} zelf.`,
  challenge: "Bevestig eerst onderaan het formulier dat je een mens bent.",
  captchaExpired: "De afbeelding is te oud. Er komt een andere…",
  captchaAnother: "Andere afbeelding",
  captchaChanged: "Er is een nieuwe afbeelding. Typ de tekens ervan over.",
  captchaUnseen: "Kun je deze niet zien of lezen? {link}",
  mistyped: ({ address }) => `Bedoel je ${address}?`,
  strength: "Hoe moeilijk het wachtwoord te raden is",
  strengths: [
    "Heel makkelijk te raden",
    "Makkelijk te raden",
    "Niet moeilijk te raden",
    "Moeilijk te raden",
    "Heel moeilijk te raden",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} van ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} van ${characters(limit, f)}; letters met accent en emoji tellen als twee tot vier`,

  documentDate: ({ date }) => `Versie van ${date}`,
  documentComes: ({ date }) => `Geldt vanaf ${date}`,
  documentSucceeded: ({ date }) => `Op ${date} komt er een andere versie voor in de plaats`,
  documentPage: ({ server }) => `De pagina van ${server} openen`,
  documentLoading: "Laden…",
  documentFailed: "De server laat deze pagina dit niet tonen. Lees het daar:",
  documentForMembers: ({ server }) =>
    `${server} laat dit alleen aan eigen leden zien. Registreren kan gewoon.`,
  documentEmpty: ({ server }) => `${server} heeft hier niets geschreven.`,
  close: "Sluiten",

  confirmTitle: "Kijk in je mailbox",
  confirmText:
    "Er is een e-mail onderweg naar {email}. Open de link daarin om te bevestigen dat het adres van jou is.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `De link werkt ${days(link, f)}. ${server} verwijdert een registratie die niemand binnen ${days(life, f)} bevestigt.`
      : "Wacht niet te lang: de meeste servers verwijderen een registratie die niemand binnen een week bevestigt.",
  confirmWatched: "Deze pagina merkt het vanzelf, ook als je de link op een ander apparaat opent.",
  confirmUnwatched: ({ server }) =>
    `Deze pagina kan niet zien wanneer je dat hebt gedaan. Log daarna in op ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Daarna beslist het team van ${server}. Deze pagina kan dat niet zien, maar je krijgt een e-mail als je registratie is goedgekeurd. Log dan daar in.`,
  confirmApproval: ({ server }) =>
    `Daarna beslist het team van ${server}, en je krijgt een e-mail als je registratie is goedgekeurd. Tot dan ziet deze pagina niets, ook geen afwijzing.`,
  openMail: "Mailbox openen",
  handle: "Je account wordt {handle}.",
  checkNow: "Nu kijken",
  checking: "Even kijken…",
  notYet: "Nog niet bevestigd.",
  notDecided: "Nog niet beslist.",
  notAccepted: "Nog niet goedgekeurd. Meer zegt de server niet.",
  noMailTitle: "Waar blijft mijn e-mail?",
  noMailText: ({ host }) =>
    `Het kan een paar minuten duren, op een drukke server een uur. Kijk ook in de spammap, zoek op ‘${host}’ en controleer het adres hierboven nog eens.`,
  noEffectText: ({ server }) =>
    `Heb je de link geopend en verandert er hier niets? Ben je op ${server} met een ander account ingelogd, log daar dan eerst uit of open de link in een privévenster.`,
  status: "Hoe het vandaag met de server gaat: {link}",
  wrongAddress: "Verkeerd adres?",
  otherEmail: "Ander e-mailadres",
  otherEmailHint:
    "De link in de eerste e-mail werkt dan niet meer, en het oude adres krijgt bericht van de wijziging. Op het nieuwe komen twee dezelfde e-mails; hun link komt uit waar je op de server inlogt, dus kom daarna terug naar deze pagina.",
  resend: "Opnieuw versturen",
  resendAt: ({ clock }) => `Mogelijk over ${clock}`,
  resent: ({ email }) => `Er is een nieuwe e-mail onderweg naar ${email}.`,
  restartTitle: "Klopt er iets niet met dit account?",
  restartText: ({ server }) =>
    `Je kunt het op dit apparaat vergeten en opnieuw beginnen, bijvoorbeeld met een andere naam. Wat op ${server} is aangemaakt, blijft daar, en een e-mailadres geldt er maar één keer: het volgende account heeft een ander nodig, of log in met dit account.`,
  restart: "Opnieuw beginnen",

  reviewTitle: "Wachten op goedkeuring",
  reviewUnwatched: ({ server }) =>
    `Het team van ${server} bekijkt nu je registratie. Dat kan een paar dagen duren.`,
  reviewText: ({ server }) =>
    `Je e-mailadres is bevestigd. Het team van ${server} bekijkt nu je registratie. Dat kan een paar dagen duren.`,
  reviewNext: "Je krijgt een e-mail als die is goedgekeurd. Je kunt deze pagina sluiten.",

  readyTitle: "Welkom!",
  readyText: "Je account is klaar: {handle}",
  readyButTitle: "Nog één stap",
  readyBut: "Je adres is bevestigd. Je account: {handle}",
  readyNext: ({ server, email, username }) =>
    `Log in op ${server} met je ${username ? `gebruikersnaam (${username})` : `e-mailadres (${email})`} en het wachtwoord dat je hebt gekozen. Een wachtwoord dat je browser voor deze pagina heeft bewaard, vult hij daar niet vanzelf in.`,
  readyClients: ({ server }) => `Om op ${server} te lezen en te schrijven heb je een app nodig. {link}`,
  clients: "Kijk welke er zijn",
  profile: "Je profiel bekijken",
  followText: "Iemand om mee te beginnen:",
  follow: ({ handle }) => `${handle} volgen`,
  another: "Nog een account aanmaken",
  anotherHint: ({ server }) =>
    `Daarvoor heb je een ander e-mailadres nodig. Ben je ingelogd op ${server}, log daar dan eerst uit of open de link in de e-mail in een privévenster.`,

  returnedTitle: "Ben je hier via een e-mail?",
  returnedText: ({ server }) =>
    `Als je de link in een e-mail van ${server} hebt gevolgd, is je adres bevestigd. Log daar in met het wachtwoord dat je hebt gekozen. Zegt ${server} dat iemand eerst je registratie moet bekijken, wacht dan op de e-mail.`,
  returnedReview: ({ server }) =>
    `Als je de link in een e-mail van ${server} hebt gevolgd, is je adres bevestigd. Misschien bekijkt het team daar nu je registratie; je krijgt een e-mail als die is goedgekeurd. Dan kun je inloggen.`,
  returnedAlso:
    "Ben je in een ander tabblad of op een ander apparaat begonnen, dan gaat die pagina vanzelf verder.",
  returnedElse: "Ben je hier op een andere manier gekomen?",
  returnedThere:
    "Als je hier bent via een e-mail van {server}, is je adres daar bevestigd. Dit formulier is voor een andere server.",

  closedTitle: ({ server }) => `${server} neemt geen registraties aan`,
  closedInvites: ({ server }) => `${server} neemt op dit moment alleen registraties met een uitnodiging aan.`,
  inviteTitle: "Heb je een uitnodiging?",
  inviteHint: ({ server }) => `Mensen die op ${server} zitten, kunnen je er een geven.`,
  inviteUse: "Uitnodiging gebruiken",
  inviteChecking: "Even controleren…",
  elsewhereTitle: ({ server }) => `Registreer je op ${server} zelf`,
  stoppedTitle: {
    rejected: "Deze registratie is niet goedgekeurd",
    expired: "Deze registratie is verlopen",
    suspended: "Dit account is opgeschort",
    disabled: "Dit account is bevroren",
  },
  stopped: "Dit account is niet beschikbaar",
  goSignUp: ({ server }) => `Registreren op ${server}`,
  signUpAgain: "Opnieuw registreren",
  requestId: ({ id }) => `Voor het team van de server: verzoek ${id}`,

  fields: {
    "username.ERR_BLANK": "Kies een gebruikersnaam.",
    "username.ERR_TAKEN": "Deze gebruikersnaam is bezet. Kies een andere.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Gebruik alleen ${f.list([
        pattern.includes("A-Z") ? "letters van a tot z" : "kleine letters van a tot z",
        "cijfers",
        "lage streepjes",
        ...(pattern.includes("\\-") ? ["koppeltekens"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `${server} houdt deze naam voor zichzelf. Kies een andere.`,
    "email.ERR_BLANK": "Vul je e-mailadres in.",
    "email.ERR_INVALID": "Dit is geen volledig e-mailadres. Het ziet eruit als naam@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Op ${server} is al een account met dit adres. Log daarmee in of gebruik een ander adres.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} vindt achter het deel na de @ niets wat e-mail aanneemt. Controleer het op typefouten. Zijn die er niet, gebruik dan een ander adres.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} accepteert geen adressen van deze e-mailprovider. Gebruik er een van een andere.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} houdt het adres dat je het laatst hebt opgegeven en stuurt niets naar een eerder adres. Gebruik een derde of wacht daar op de e-mail.`,
    "password.ERR_BLANK": "Kies een wachtwoord.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Dit wachtwoord is te kort. Gebruik minstens ${characters(limit, f)}.`
        : "Dit wachtwoord is te kort.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Dit wachtwoord is te lang. Gebruik hooguit ${characters(limit, f)}, minder met accenten of emoji.`
        : "Dit wachtwoord is te lang.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `${server} vindt dit wachtwoord te makkelijk te raden. Maak het langer, met meerdere woorden, of gebruik hoofdletters, kleine letters, cijfers en tekens door elkaar.`,
    "date_of_birth.ERR_BLANK": "Vul je volledige geboortedatum in.",
    "date_of_birth.ERR_INVALID": "Vul een bestaande datum in, het jaar met vier cijfers.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Je moet minstens ${f.number(limit)} jaar zijn om mee te doen op ${server}.`
        : `Je bent te jong om mee te doen op ${server}.`,
    "reason.ERR_BLANK": "Schrijf waarom je wilt meedoen. Het team van de server leest het.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Schrijf iets meer: minstens ${characters(limit, f)}.` : "Schrijf iets meer.",
    "invite_code.ERR_BLANK": "Vul de code van je uitnodiging in, of de link ervan.",
    "invite_code.ERR_INVALID":
      "Deze uitnodiging geldt hier niet. Misschien is ze voor een andere server, verlopen of opgebruikt.",
    "captcha_solution.ERR_BLANK": "Typ de tekens over die je in de afbeelding ziet.",
    "captcha_solution.ERR_INVALID": "Dat waren niet de tekens in de afbeelding. Probeer het met de nieuwe.",
    "captcha_solution.ERR_EXPIRED": "Die afbeelding was inmiddels te oud. Probeer het met de nieuwe.",
    "agreement.ERR_ACCEPTED":
      "Zonder jouw akkoord kan er geen account komen. Vink het vakje aan als je akkoord gaat.",
    "agreement.ERR_BLANK":
      "Zonder jouw akkoord kan er geen account komen. Vink het vakje aan als je akkoord gaat.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Waar je mee akkoord ging, is niet wat ${server} nu vraagt. Lees de regels en documenten en vink het vakje opnieuw aan als je akkoord gaat.`,

    ERR_BLANK: "Dit is nodig.",
    ERR_TAKEN: "Dit is al bezet.",
    ERR_INVALID: "Dit is niet geldig.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `Dit is te kort. Gebruik minstens ${characters(limit, f)}.` : "Dit is te kort.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `Dit is te lang. Gebruik hooguit ${characters(limit, f)}.` : "Dit is te lang.",
    ERR_RESERVED: "Dit houdt de server voor zichzelf.",
    ERR_BLOCKED: "De server staat dit niet toe.",
    ERR_EXPIRED: "Dit is verlopen of opgebruikt.",
    ERR_TOO_WEAK: "Dit is te makkelijk te raden.",
    ERR_UNCHANGED: "Dit verandert niets.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `De server heeft nog ${f.number(limit)} ${f.plural(limit, { one: "opmerking, die hier niet past", other: "opmerkingen, die hier niet passen" })}.`
        : "De server heeft meer opmerkingen dan hier passen.",
    ERR_UNREACHABLE: "Dit lijkt niet te bestaan.",
    ERR_ACCEPTED: "Je moet hiermee akkoord gaan.",
    ERR_INCLUSION: "De server kent deze keuze niet.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Dit moet minstens ${f.number(limit)} zijn.` : "Dit ligt onder de grens van de server.",
  },
  problems: {
    internal: "Er ging iets mis in dit formulier. Probeer het opnieuw.",
    "wasm-blocked":
      "Deze pagina laat het formulier niet werken. Is ze van jou, voeg dan 'wasm-unsafe-eval' toe aan script-src in de Content-Security-Policy.",
    "core-unreachable":
      "Een deel van dit formulier kon niet worden geladen. Controleer je verbinding en probeer het opnieuw.",
    "core-died":
      "Dit formulier is onverwacht gestopt. Wat je hebt ingevuld is er nog, behalve het wachtwoord.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "In het attribuut ‘server’ staat geen servernaam."} Wie deze site beheert, kan dat verbeteren.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} antwoordt niet. Misschien ligt de server eruit, misschien ben je offline, misschien laat hij andere sites niet met zich praten. Probeer het over een paar minuten opnieuw.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} draait op ${software}, en daar kun je je alleen op de eigen pagina’s registreren.`
        : `${server} antwoordt niet als een server waarmee dit formulier kan praten. Misschien klopt de naam niet helemaal, misschien registreer je je daar op een andere manier.`,
    closed: ({ server }) =>
      `${server} neemt op dit moment geen registraties aan. Misschien staat op de pagina’s van de server wanneer dat verandert of wie je om een uitnodiging kunt vragen.`,
    "external-sign-up": ({ server }) =>
      `${server} heeft een eigen registratie, die alleen op de eigen pagina werkt.`,
    captcha: ({ server }) =>
      `${server} wil zeker weten dat je een mens bent, met een puzzel die alleen op de eigen pagina werkt.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `Het adres van deze pagina is te lang voor ${server} om je naar terug te sturen. Wie deze site beheert, kan een korter adres instellen; op de eigen pagina van de server kan het wel.`
        : software
          ? `${server}, dat op ${software} draait, laat andere sites geen accounts aanvragen. Op de eigen pagina kan het wel.`
          : `${server} laat andere sites geen accounts aanvragen. Op de eigen pagina kan het wel.`,
    "sign-up-refused": ({ server }) =>
      `${server} neemt geen registraties van andere sites aan. Op de eigen pagina kan het misschien wel.`,
    forbidden: ({ server }) =>
      `${server} heeft deze registratie niet aangenomen en zegt niet waarom. Misschien neemt de server sinds zojuist geen registraties meer aan, misschien geen van jouw netwerk, misschien log je daar in via een andere site. Heb je een uitnodiging, gebruik die dan; probeer het anders later opnieuw. Wat je hebt ingevuld is er nog.`,
    "network-blocked": ({ server }) =>
      `${server} weigert elk verzoek van jouw netwerk. Misschien helpt een andere verbinding, bijvoorbeeld zonder VPN.`,
    gone: ({ server }) => `${server} sluit voorgoed. Zoek een andere server.`,
    invalid: ({ server }) => `${server} heeft deze registratie geweigerd.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} krijgt te veel verzoeken van jouw netwerk. Probeer het ${retryAt ? at(about) : "over vijf minuten"} opnieuw.`;
      }
      if (detail === "resend") {
        return `${server} stuurt voor één account maar een paar e-mails. ${retryAt ? `De volgende kan ${at(about)}.` : "Probeer het over een half uur opnieuw."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `De volgende poging kan ${at(about)}.`
        : `Probeer het over ${app ? "tien minuten" : "een half uur"} opnieuw.`;
      return app
        ? `Er zijn vanaf jouw netwerk te veel formulieren voor ${server} geopend. ${when} Met wat je hebt ingevuld is niets mis.`
        : `${server} neemt van één netwerk maar een paar pogingen aan. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Er ging iets mis op ${server}. Misschien accepteert de server geen adressen van jouw e-mailprovider: probeer er een van een andere of vraag het team.`
        : `Er ging iets mis op ${server}. Het ligt niet aan jou en is vaak na een paar minuten voorbij.`,
    "bad-answer": ({ server }) =>
      `${server} gaf een onbegrijpelijk antwoord. Probeer het over een paar minuten opnieuw.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Je registratie is verstuurd, maar het antwoord van ${server} is verloren gegaan. Misschien bestaat het account al: kijk eerst of er een e-mail is voordat je het opnieuw probeert.`,
    duplicate:
      "De naam of het adres is bezet. Misschien was jij het, zojuist of in een ander tabblad: kijk of er een e-mail is voordat je het opnieuw probeert.",
    broker: ({ server, retryable }) =>
      `Deze site kreeg van ${server} niet de toestemming die een registratie nodig heeft.${retryable ? " Probeer het over een paar minuten opnieuw." : ""}`,
    rejected: ({ server }) =>
      `Het team van ${server} heeft deze registratie niet goedgekeurd, of het account is verwijderd. Je kunt vragen waarom of een andere server zoeken die bij je past.`,
    expired: ({ server }) =>
      `De link in de e-mail is niet op tijd geopend, dus ${server} heeft deze registratie verwijderd. Je kunt je opnieuw registreren, met dezelfde naam als die nog vrij is.`,
    suspended: ({ server }) =>
      `Het team van ${server} heeft dit account opgeschort. Log daar in om te lezen waarom en bezwaar te maken.`,
    disabled: ({ server }) =>
      `Het team van ${server} heeft dit account bevroren, zodat niemand ermee kan inloggen. Alleen het team kan dat ongedaan maken: neem er contact mee op.`,
    "two-factor-required": ({ server }) =>
      `${server} laat dit account nog niet binnen en zegt niet waarom. Log daar in: misschien vraagt de server naast je wachtwoord om een tweede bewijs en helpt hij je met het instellen van tweestapsverificatie. Kom je niet binnen, dan heeft het team het account bevroren: neem er contact mee op.`,
    "resend-refused": ({ server }) =>
      `${server} stuurt voor dit account geen nieuwe e-mail. Zoek de eerste, ook in de spammap.`,
    "not-now": "Dat kan op dit moment niet.",
    aborted: "Dat is geannuleerd.",
  },
};

export default texts;
