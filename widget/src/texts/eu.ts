/** Basque, in the words of Mastodon's own interface, which says zu. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Ez da zerbitzaririk adierazi: “server” atributua falta da edo hutsik dago.",
  scheme: "“server” atributuan webekoa ez den helbide bat dago.",
  credentials: "“server” atributuan pasahitza duen helbide bat dago.",
  port: "“server” atributuan ezinezko ataka duen helbide bat dago.",
  "ip-address": "“server” atributuan zenbaki bat dago, zerbitzari baten izenaren ordez.",
  "no-dot": "“server” atributuan hitz bakarra dago. Zerbitzari baten izenak example.social itxura du.",
  "bad-character": "“server” atributuan inongo zerbitzariren izenean ez dauden karaktereak daude.",
  "bad-label": "“server” atributuan gaizki osatutako zerbitzari-izen bat dago.",
  "too-long": "“server” atributuan zerbitzari batentzat luzeegia den izena dago.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Badirudi ez duzula konexiorik. Egiaztatu, eta saiatu berriro.",
  dns: (server) =>
    `Ez da aurkitu ${server} zerbitzariaren helbidea. Agian zerbitzaria desagertu da, edo sareak une bateko arazoren bat du. Saiatu berriro minutu batzuk barru.`,
  refused: (server) => `${server} zerbitzaria ez dabil une honetan. Saiatu berriro minutu batzuk barru.`,
  tls: (server) =>
    `Ez dago konexio segururik ${server} zerbitzariarekin; beraz, ez da ezer bidali. Egiaztatu zure gailuaren data; zuzena bada, zerbitzariko taldeak bakarrik konpon dezake hau.`,
  timeout: (server) =>
    `${server} zerbitzariak denbora gehiegi behar du erantzuteko. Agian gainezka dago: saiatu berriro minutu batzuk barru.`,
  redirects: (server) =>
    `${server} zerbitzariak jira-biraka darabil inprimaki hau, eta ez du inoiz erantzuten. Bertako taldeak bakarrik konpon dezake; agian zerbitzariaren orrian badabil.`,
  cors: (server) =>
    `${server} zerbitzariak erantzuten du, baina ez dio orri honi erantzuna irakurtzen uzten. Agian gainezka dago, robota ez zarela egiaztatu nahi du, edo ez du beste webguneetatik izen-ematerik onartzen. Saiatu berriro minutu batzuk barru, edo jarraitu bertako orrian.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Zure izen-ematea bidali da, baina ${server} zerbitzariaren erantzuna galdu egin da. Izena hartuta dago orain; beraz, ziur aski zure kontua sortu da. Beste ezer egin aurretik, bilatu ${server} zerbitzariaren mezua; ez duzu izena berriro eman beharrik.`,
  free: (server) =>
    `Zure izen-ematea bidali da, baina ${server} zerbitzariaren erantzuna galdu egin da. Izena libre dago oraindik; beraz, ziur aski kontua ez da sortu. Berriro bidal dezakezu.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} zerbitzariak izen-emate kopuru mugatua onartzen du egunean, eta gaur ez du gehiago onartuko. Saiatu berriro bihar.`,
  backlog: (server) =>
    `${server} zerbitzariko taldeak izen-emate asko ditu aztertzeko, eta ez da gehiago onartuko batzuk aztertu arte. Saiatu berriro egun bat edo bi barru.`,
};

const characters = (n: number, f: Format) =>
  f.plural(n, { one: "karaktere bat", other: `${f.number(n)} karaktere` });

const years = (n: number, f: Format) => f.plural(n, { one: "urte bat", other: `${f.number(n)} urte` });

const texts: Translation = {
  lang: "eu",

  loading: "Inprimakia kargatzen…",
  opensNewTab: "(fitxa berri batean irekitzen da)",

  joinKicker: "Sortu kontua hemen:",
  approvalNotice: ({ server }) =>
    `${server} zerbitzariko taldeak izen-emate guztiak aztertzen ditu. Zure e-mail helbidea berretsi ondoren erabakitzen du, egun gutxi batzuetan normalean.`,
  rulesTitle: "Zerbitzariaren arauak",
  ruleHint: "Arau honi buruz gehiago",
  rulesLeftOut: ({ n, f }) =>
    `… eta beste ${f.plural(n, { one: "arau bat", other: `${f.number(n)} arau` })} zerbitzariaren orrian`,
  documents: {
    "privacy-policy": "Pribatutasun politika",
    "terms-of-service": "Erabilera baldintzak",
    about: "Zerbitzari honi buruz",
  },
  agreedDocuments: {
    "privacy-policy": "pribatutasun politika",
    "terms-of-service": "erabilera baldintzak",
  },
  agreedRules: "zerbitzariaren arauak",

  optional: "(aukerakoa)",
  username: "Erabiltzaile-izena",
  usernameHint: ({ handle }) => `Honela aurkituko zaituzte: ${handle}. Gero ezin da aldatu.`,
  usernameExample: "erabiltzailea",
  usernameShortened: "@ aurreko zatia bakarrik gorde da. Erabiltzaile-izena ez da e-mail helbide bat.",
  usernameChecking: "Izena libre dagoen egiaztatzen…",
  usernameFree: ({ name }) => `@${name} libre dagoela dirudi.`,
  usernameTaken: ({ name }) => `@${name} hartuta dago.`,
  usernameSuggestions: "Hauek libre daudela dirudi:",
  email: "E-mail helbidea",
  emailHint: "Honekin hasten da saioa. Lehenik, esteka bat duen mezua jasoko duzu bertan.",
  emailHintOptional: "Honekin zure kontura itzul zaitezke, pasahitza ahazten baduzu.",
  password: "Pasahitza",
  passwordHint: ({ min, f }) =>
    min
      ? `Gutxienez ${characters(min, f)}. Zenbat eta luzeagoa, orduan eta hobea.`
      : "Zenbat eta luzeagoa, orduan eta hobea.",
  showPassword: "Erakutsi pasahitza",
  dateOfBirth: "Jaioteguna",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min
      ? `${server} zerbitzariak egiaztatzen du gutxienez ${years(min, f)} dituzula`
      : `${server} zerbitzariak eskatzen du`) +
    (unkept ? ". Data ez da gordetzen." : ". Data ez zaio inori erakusten."),
  reason: "Zergatik eman nahi duzu izena?",
  reasonHint: {
    approval: "Zerbitzariko taldeak irakurtzen du, erabaki aurretik.",
    "server-asked": "Zerbitzariak eskatzen du.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)}/${f.number(limit)} karaktere`,
  inviteCode: "Gonbidapenaren kodea edo esteka",
  captcha: "Irudiko karaktereak",
  captchaHint:
    "Horrela, zerbitzariak badaki pertsona bat zarela. Irudi bakoitzak saiakera bakarrerako balio du.",
  agreementLabel: "Adostasuna",
  agreement: "{server} zerbitzariko testu hauek irakurri ditut, eta onartzen ditut: {documents}.",

  submit: "Sortu kontua",
  apply: "Eskatu kontua",
  submitting: "Kontua sortzen…",
  wait: ({ clock }) => `Saiakera gehiegi zure saretik. Berriro erabilgarri ${clock} barru`,
  haveAccount: "Baduzu konturik? {link}",
  signIn: ({ server }) => `Hasi saioa ${server} zerbitzarian`,
  unsent: "Hau ez da bidali.",

  plain: {
    confirm: "Zure kontua sortu da. Mezu bat bidean da: ireki bertako esteka, zure helbidea berresteko.",
    review: "Zerbitzariko taldea zure izen-ematea aztertzen ari da.",
    ready: "Zure kontua prest dago. Hasi saioa zerbitzarian.",
    returned:
      "Zerbitzariaren mezuko estekak ekarri bazaitu hona, zure e-mail helbidea berretsita dago. Hasi saioa zerbitzarian.",
    closed: "Zerbitzariak ez du izen-ematerik onartzen une honetan.",
    elsewhere: "Zerbitzariak bere orrian bakarrik onartzen ditu izen-emateak.",
    stopped: "Kontu hau ez dago erabilgarri.",
    failed: "Hemen ezin da izena eman une honetan.",
  },
  goServer: ({ server }) => `Joan ${server} zerbitzarira`,
  again: "Saiatu berriro",

  emailHintMail: "Zerbitzariak bertara idazten du.",
  passwordEntropy: ({ server }) =>
    `${server} zerbitzariak neurtzen du zein zaila den asmatzen: erabili hainbat hitz, edo nahasi letrak, zifrak eta ikurrak.`,
  summary: ({ n, f }) =>
    `${f.plural(n, { one: "Eremu bat berrikusi behar duzu", other: `${f.number(n)} eremu berrikusi behar dituzu` })}:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `${f.time(resetAt)} arte, ${f.plural(left, { one: "saiakera bat geratzen zaizu", other: `${f.number(left)} saiakera geratzen zaizkizu` })}.`
      : `${f.time(resetAt)} arte, ez zaizu saiakerarik geratzen.`,
  contact: "Galderarik? Idatzi zerbitzariko taldeari: {link}",
  serverSays: ({ server }) => `${server} zerbitzariak dio:`,
  slowLoading: ({ server }) =>
    `${server} zerbitzaria luze ari da erantzuten. Pixka bat gehiago itxaron dezakezu, edo zerbitzarirako estekari jarraitu.`,
  slowSubmitting: ({ server }) =>
    `${server} zerbitzaria egiaztatzen ari da zure helbideak mezuak jaso ditzakeen, eta segundo batzuk behar ditu. Geratu orri honetan, mesedez.`,
  failedTitle: "Hemen ezin da izena eman une honetan",
  keptTitle: "Izen-emateak geroago jarraituko du",
  keptText: ({ handle, email }) =>
    `Zure ${handle} kontua sortu da, ${email} helbidearekin, eta ez da ezer galdu.`,
  offline: "Konexioa itzuli bezain laster, berriro saiatuko da bere kabuz.",

  captchaPicture: "Idatzi beharreko karaktereak dituen irudia",
  captchaLoading: "Irudia badator…",
  captchaFailed: "Ezin izan da irudia erakutsi. Eskatu beste bat.",
  captchaMissing: ({ server }) =>
    `Ez da iritsi ${server} zerbitzariak irakurtzeko eskatzen dizun irudia. Eskatu beste bat haren eremuan, edo eman izena zuzenean ${server} zerbitzarian.`,
  challenge: "Lehenik baieztatu gizakia zarela, inprimakiaren amaieran.",
  captchaExpired: "Irudia zaharregia da. Beste bat badator…",
  captchaAnother: "Beste irudi bat",
  captchaChanged: "Irudi berri bat dago. Idatzi bertako karaktereak.",
  captchaUnseen: "Ezin duzu ikusi edo irakurri? {link}",
  mistyped: ({ address }) => `${address} esan nahi zenuen?`,
  strength: "Pasahitza asmatzeko zailtasuna",
  strengths: [
    "Asmatzen oso erraza",
    "Asmatzen erraza",
    "Asmatzen ez oso zaila",
    "Asmatzen zaila",
    "Asmatzen oso zaila",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)}/${f.number(limit)} karaktere`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)}/${f.number(limit)} karaktere; azentudun letra edo emoji bakoitza bitik laura kontatzen da`,

  documentDate: ({ date }) => `Bertsioaren data: ${date}`,
  documentComes: ({ date }) => `Indarrean noiztik: ${date}`,
  documentSucceeded: ({ date }) => `Beste bertsio batek ordezkatuko du, data honetan: ${date}`,
  documentPage: ({ server }) => `Ireki ${server} zerbitzariaren orria`,
  documentLoading: "Kargatzen…",
  documentFailed: "Zerbitzariak ez dio orri honi hau erakusten uzten. Irakurri bertan:",
  documentForMembers: ({ server }) =>
    `${server} zerbitzariak kideei bakarrik erakusten die hau. Hala ere, eman dezakezu izena.`,
  documentEmpty: ({ server }) => `${server} zerbitzariak ez du hemen ezer idatzi.`,
  close: "Itxi",

  confirmTitle: "Begiratu zure postontzia",
  confirmText: "Mezu bat bidean da {email} helbidera. Ireki bertako esteka, helbidea zurea dela berresteko.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Estekak ${f.plural(link, { one: "egun baterako", other: `${f.number(link)} egunerako` })} balio du. ${server} zerbitzariak ezabatu egiten du ${f.plural(life, { one: "egun batean", other: `${f.number(life)} egunean` })} inork berresten ez duen izen-ematea.`
      : "Egin laster: zerbitzari gehienek ezabatu egiten dute astebetean inork berresten ez duen izen-ematea.",
  confirmWatched: "Orri hau bere kabuz konturatuko da, esteka beste gailu batean irekita ere.",
  confirmUnwatched: ({ server }) =>
    `Orri honek ezin du ikusi noiz egin duzun. Ondoren, hasi saioa ${server} zerbitzarian.`,
  confirmUnwatchedReview: ({ server }) =>
    `Ondoren, ${server} zerbitzariko taldeak erabakiko du. Orri honek ezin du ikusi, baina mezu bat jasoko duzu onartzen bazaituzte. Orduan, hasi saioa bertan.`,
  confirmApproval: ({ server }) =>
    `Ondoren, ${server} zerbitzariko taldeak erabakiko du, eta mezu bat jasoko duzu onartzen bazaituzte. Ordura arte orri honek ez du ezer ikusiko, ezta ezezkorik ere.`,
  openMail: "Ireki postontzia",
  handle: "Zure kontua {handle} izango da.",
  checkNow: "Egiaztatu orain",
  checking: "Egiaztatzen…",
  notYet: "Oraindik berretsi gabe.",
  notDecided: "Oraindik erabaki gabe.",
  notAccepted: "Oraindik onartu gabe. Zerbitzariak ez dio besterik.",
  noMailTitle: "Non da nire mezua?",
  noMailText: ({ host }) =>
    `Minutu batzuk behar ditzake; lanpetuta dagoen zerbitzari batean, ordubete. Begiratu spam karpetan ere, bilatu “${host}”, eta begiratu goiko helbidea berriro.`,
  noEffectText: ({ server }) =>
    `Esteka ireki duzu, eta hemen ez da ezer aldatzen? ${server} zerbitzarian beste kontu batekin hasi baduzu saioa, amaitu lehenik, edo ireki esteka leiho pribatu batean.`,
  status: "Zerbitzariaren gaurko egoera: {link}",
  wrongAddress: "Helbidea okerra da?",
  otherEmail: "Beste e-mail helbide bat",
  otherEmailHint:
    "Lehen mezuko estekak ez du gehiago balioko, eta helbide zaharrak aldaketaren berri jasoko du. Berrira bi mezu berdin iritsiko dira; haien esteka zerbitzarian saioa hasteko orrira doa; beraz, itzuli gero orri honetara.",
  resend: "Bidali berriro",
  resendAt: ({ clock }) => `Erabilgarri ${clock} barru`,
  resent: ({ email }) => `Mezu berri bat bidean da ${email} helbidera.`,
  restartTitle: "Arazorik kontu honekin?",
  restartText: ({ server }) =>
    `Gailu honetan ahaztu eta berriro has zaitezke, adibidez beste izen batekin. ${server} zerbitzarian sortutakoa bertan geratuko da, eta e-mail helbide bakoitzak behin bakarrik balio du han: hurrengo kontuak beste bat behar du; bestela, hasi saioa kontu honekin.`,
  restart: "Hasi berriro",

  reviewTitle: "Onarpenaren zain",
  reviewUnwatched: ({ server }) =>
    `${server} zerbitzariko taldea zure izen-ematea aztertzen ari da. Egun batzuk behar ditzake.`,
  reviewText: ({ server }) =>
    `Zure e-mail helbidea berretsita dago. ${server} zerbitzariko taldea zure izen-ematea aztertzen ari da. Egun batzuk behar ditzake.`,
  reviewNext: "Mezu bat jasoko duzu onartzen badute. Orri hau itxi dezakezu.",

  readyTitle: "Ongi etorri!",
  readyText: "Zure kontua prest dago: {handle}",
  readyButTitle: "Urrats bat gehiago",
  readyBut: "Zure helbidea berretsita dago. Zure kontua: {handle}",
  readyNext: ({ server, email, username }) =>
    `Hasi saioa ${server} zerbitzarian, zure ${username ? `erabiltzaile-izenarekin (${username})` : `e-mail helbidearekin (${email})`} eta aukeratu duzun pasahitzarekin. Nabigatzaileak pasahitza orri honetarako gorde badu, han ez dizu bere kabuz eskainiko.`,
  readyClients: ({ server }) =>
    `${server} zerbitzarian irakurtzeko eta idazteko, aplikazio bat behar duzu. {link}`,
  clients: "Ikusi zein dauden",
  profile: "Ikusi zure profila",
  followText: "Norbait, hasteko:",
  follow: ({ handle }) => `Jarraitu ${handle}`,
  another: "Sortu beste kontu bat",
  anotherHint: ({ server }) =>
    `Beste e-mail helbide bat behar du. ${server} zerbitzarian saioa hasita baduzu, amaitu lehenik, edo ireki mezuko esteka leiho pribatu batean.`,

  returnedTitle: "Mezu batek ekarri zaitu hona?",
  returnedText: ({ server }) =>
    `${server} zerbitzariaren mezu bateko estekari jarraitu badiozu, zure helbidea berretsita dago. Hasi saioa bertan, aukeratu zenuen pasahitzarekin. Zerbitzariak esaten badizu lehenik norbaitek zure izen-ematea aztertu behar duela, itxaron haren mezua.`,
  returnedReview: ({ server }) =>
    `${server} zerbitzariaren mezu bateko estekari jarraitu badiozu, zure helbidea berretsita dago. Agian bertako taldeak zure izen-ematea aztertuko du orain; mezu bat jasoko duzu onartzen badu. Orduan saioa hasi ahalko duzu.`,
  returnedAlso: "Beste fitxa batean edo beste gailu batean hasi bazinen, orri hark bere kabuz jarraituko du.",
  returnedElse: "Beste bide batetik etorri zara?",
  returnedThere:
    "{server} zerbitzariaren mezu batek ekarri bazaitu hona, zure helbidea berretsita dago bertan. Inprimaki hau beste zerbitzari batena da.",

  closedTitle: ({ server }) => `${server} zerbitzariak ez du izen-ematerik onartzen`,
  closedInvites: ({ server }) =>
    `Une honetan, ${server} zerbitzariak gonbidapenarekin bakarrik onartzen ditu izen-emateak.`,
  inviteTitle: "Baduzu gonbidapenik?",
  inviteHint: ({ server }) => `${server} zerbitzarian dagoen jendeak eman diezazuke bat.`,
  inviteUse: "Erabili gonbidapena",
  inviteChecking: "Egiaztatzen…",
  elsewhereTitle: ({ server }) => `Eman izena zuzenean ${server} zerbitzarian`,
  stoppedTitle: {
    rejected: "Izen-emate hau ez da onartu",
    expired: "Izen-emate hau iraungi da",
    suspended: "Kontu hau kanporatuta dago",
    disabled: "Kontu hau izoztuta dago",
  },
  stopped: "Kontu hau ez dago erabilgarri",
  goSignUp: ({ server }) => `Eman izena ${server} zerbitzarian`,
  signUpAgain: "Eman izena berriro",
  requestId: ({ id }) => `Zerbitzariko taldearentzat: ${id} eskaera`,

  fields: {
    "username.ERR_BLANK": "Aukeratu erabiltzaile-izena.",
    "username.ERR_TAKEN": "Erabiltzaile-izen hau hartuta dago. Aukeratu beste bat.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Erabili hauek bakarrik: ${f.list([
        pattern.includes("A-Z") ? "a-tik z-rako letrak" : "a-tik z-rako letra xeheak",
        "zifrak",
        "azpimarrak",
        ...(pattern.includes("\\-") ? ["marratxoak"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) =>
      `${server} zerbitzariak beretzat gordetzen du izen hau. Aukeratu beste bat.`,
    "email.ERR_BLANK": "Idatzi zure e-mail helbidea.",
    "email.ERR_INVALID": "E-mail helbide hau ez dago osorik. Itxura hau du: izena@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `${server} zerbitzarian badago kontu bat helbide honekin. Hasi saioa kontu horrekin, edo erabili beste helbide bat.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} zerbitzariak ez du mezuak jasotzen dituen ezer aurkitzen @ ondoko zatian. Begiratu idazketa-akatsik dagoen. Ez badago, erabili beste helbide bat.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} zerbitzariak ez du posta-hornitzaile honen helbiderik onartzen. Erabili beste hornitzaile batena.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} zerbitzariak eman duzun azken helbidea gordetzen du, eta ez du ezer bidaltzen aurreko batera. Erabili hirugarren bat, edo itxaron mezua azken horretan.`,
    "password.ERR_BLANK": "Aukeratu pasahitza.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Pasahitz hau laburregia da. Erabili gutxienez ${characters(limit, f)}.`
        : "Pasahitz hau laburregia da.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Pasahitz hau luzeegia da. Erabili gehienez ${characters(limit, f)}, gutxiago azentuekin edo emojiekin.`
        : "Pasahitz hau luzeegia da.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `${server} zerbitzariarentzat, pasahitz hau errazegia da asmatzen. Egin luzeagoa, hainbat hitzekin, edo nahasi letra larriak eta xeheak, zifrak eta ikurrak.`,
    "date_of_birth.ERR_BLANK": "Idatzi zure jaioteguna, osorik.",
    "date_of_birth.ERR_INVALID": "Idatzi egutegiko data bat, urtea lau zifrarekin.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `${server} zerbitzarian izena emateko, gutxienez ${years(limit, f)} bete behar dituzu.`
        : `Gazteegia zara ${server} zerbitzarian izena emateko.`,
    "reason.ERR_BLANK": "Idatzi zergatik eman nahi duzun izena. Zerbitzariko taldeak irakurtzen du.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Idatzi pixka bat gehiago: gutxienez ${characters(limit, f)}.` : "Idatzi pixka bat gehiago.",
    "invite_code.ERR_BLANK": "Idatzi zure gonbidapenaren kodea edo esteka.",
    "invite_code.ERR_INVALID":
      "Gonbidapen honek ez du hemen balio. Agian beste zerbitzari batekoa da, iraungi egin da, edo agortuta dago.",
    "captcha_solution.ERR_BLANK": "Idatzi irudian ikusten dituzun karaktereak.",
    "captcha_solution.ERR_INVALID": "Horiek ez ziren irudiko karaktereak. Saiatu berriarekin.",
    "captcha_solution.ERR_EXPIRED": "Irudi hura zaharregia zen ordurako. Saiatu berriarekin.",
    "agreement.ERR_ACCEPTED": "Zure adostasunik gabe ezin da konturik sortu. Markatu laukia, ados bazaude.",
    "agreement.ERR_BLANK": "Zure adostasunik gabe ezin da konturik sortu. Markatu laukia, ados bazaude.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Onartu zenuena ez da ${server} zerbitzariak orain eskatzen duena. Irakurri arauak eta dokumentuak, eta markatu laukia berriro, ados bazaude.`,

    ERR_BLANK: "Hau beharrezkoa da.",
    ERR_TAKEN: "Hau hartuta dago.",
    ERR_INVALID: "Honek ez du balio.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `Laburregia da. Erabili gutxienez ${characters(limit, f)}.` : "Laburregia da.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `Luzeegia da. Erabili gehienez ${characters(limit, f)}.` : "Luzeegia da.",
    ERR_RESERVED: "Zerbitzariak beretzat gordetzen du hau.",
    ERR_BLOCKED: "Zerbitzariak ez du hau baimentzen.",
    ERR_EXPIRED: "Hau iraungi edo agortu da.",
    ERR_TOO_WEAK: "Errazegia da asmatzen.",
    ERR_UNCHANGED: "Honek ez du ezer aldatzen.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Zerbitzariak beste ${f.plural(limit, { one: "arazo bat aurkitu du, hemen sartzen ez dena", other: `${f.number(limit)} arazo aurkitu ditu, hemen sartzen ez direnak` })}.`
        : "Zerbitzariak hemen sartzen direnak baino arazo gehiago aurkitu ditu.",
    ERR_UNREACHABLE: "Badirudi hau ez dela existitzen.",
    ERR_ACCEPTED: "Onartu egin behar duzu.",
    ERR_INCLUSION: "Zerbitzariak ez du aukera hau ezagutzen.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Gutxienez ${f.number(limit)} izan behar du.` : "Zerbitzariaren mugaren azpitik dago.",
  },
  problems: {
    internal: "Zerbait gaizki joan da inprimaki honetan. Saiatu berriro.",
    "wasm-blocked":
      "Orri honek ez dio inprimakiari ibiltzen uzten. Zurea bada, gehitu 'wasm-unsafe-eval' script-src atalean, orriaren Content-Security-Policy goiburuan.",
    "core-unreachable":
      "Ezin izan da inprimaki honen zati bat kargatu. Egiaztatu zure konexioa, eta saiatu berriro.",
    "core-died": "Inprimaki hau ustekabean gelditu da. Idatzi duzuna gorde da, pasahitza izan ezik.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "“server” atributuan ez dago zerbitzari baten izenik."} Webgune honen arduradunek zuzen dezakete.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} zerbitzariak ez du erantzuten. Agian ez dabil, agian ez duzu konexiorik, edo ez die beste webguneei berarekin hitz egiten uzten. Saiatu berriro minutu batzuk barru.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} zerbitzariak ${software} darabil, eta horrek bere orrietan bakarrik onartzen ditu izen-emateak.`
        : `${server} zerbitzariak ez du erantzuten inprimaki honek ezagutzen dituen zerbitzariek bezala. Agian izena ez da guztiz zuzena, edo han beste modu batera ematen da izena.`,
    closed: ({ server }) =>
      `${server} zerbitzariak ez du izen-ematerik onartzen une honetan. Agian haren orrietan ageri da hori noiz aldatuko den, edo nori eska diezaiokezun gonbidapena.`,
    "external-sign-up": ({ server }) =>
      `${server} zerbitzariak izena emateko modu propioa du, eta bertako orrian bakarrik dabil.`,
    captcha: ({ server }) =>
      `${server} zerbitzariak ziurtatu nahi du pertsona bat zarela, bertako orrian bakarrik dabilen proba batekin.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `Orri honen helbidea luzeegia da ${server} zerbitzariak hona itzul zaitzan. Webgune honen arduradunek laburrago bat ezar dezakete; zerbitzariaren orrian egin daiteke.`
        : software
          ? `${server} zerbitzariak, ${software} darabilenak, ez die beste webguneei konturik eskatzen uzten. Bertako orrian bai.`
          : `${server} zerbitzariak ez die beste webguneei konturik eskatzen uzten. Bertako orrian bai.`,
    "sign-up-refused": ({ server }) =>
      `${server} zerbitzariak ez du beste webguneetatik izen-ematerik onartzen. Bertako orrian agian bai.`,
    forbidden: ({ server }) =>
      `${server} zerbitzariak ez du izen-emate hau onartu, eta ez du esaten zergatik. Agian oraintxe itxi ditu izen-emateak, ez du zure saretik bat ere onartzen, edo han beste webgune baten bidez hasten da saioa. Gonbidapenik baduzu, erabili; bestela, saiatu berriro geroago. Idatzi duzuna gorde da.`,
    "network-blocked": ({ server }) =>
      `${server} zerbitzariak zure sareko eskaera guztiak baztertzen ditu. Agian beste konexio batek lagunduko du, adibidez VPNrik gabe.`,
    gone: ({ server }) => `${server} zerbitzaria betiko ixten ari da. Bilatu beste zerbitzari bat.`,
    invalid: ({ server }) => `${server} zerbitzariak izen-emate hau baztertu du.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} zerbitzariak eskaera gehiegi jasotzen ditu zure saretik. Saiatu berriro ${retryAt ? at(about) : "bost minutu barru"}.`;
      }
      if (detail === "resend") {
        return `${server} zerbitzariak mezu gutxi batzuk bakarrik bidaltzen ditu kontu bakoitzeko. ${retryAt ? `Hurrengoa ${at(about)} bidal daiteke.` : "Saiatu berriro ordu erdi barru."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Hurrengo saiakera ${at(about)} egin dezakezu.`
        : `Saiatu berriro ${app ? "hamar minutu" : "ordu erdi"} barru.`;
      return app
        ? `${server} zerbitzarirako inprimaki gehiegi ireki dira zure saretik. ${when} Idatzi duzuna ondo dago.`
        : `${server} zerbitzariak saiakera gutxi batzuk bakarrik onartzen ditu sare beretik. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Zerbait gaizki joan da ${server} zerbitzarian. Agian ez du zure posta-hornitzailearen helbiderik onartzen: saiatu beste hornitzaile batekoarekin, edo galdetu bertako taldeari.`
        : `Zerbait gaizki joan da ${server} zerbitzarian. Ez da zure errua, eta sarritan minutu batzuetan konpontzen da.`,
    "bad-answer": ({ server }) =>
      `${server} zerbitzariak ulertu ezin den erantzuna eman du. Saiatu berriro minutu batzuk barru.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Zure izen-ematea bidali da, baina ${server} zerbitzariaren erantzuna galdu egin da. Agian kontua sortuta dago: bilatu mezua lehenik, berriro saiatu aurretik.`,
    duplicate:
      "Izena edo helbidea hartuta dago. Agian zu zeu izan zara, oraintxe bertan edo beste fitxa batean: bilatu mezua berriro saiatu aurretik.",
    broker: ({ server, retryable }) =>
      `Webgune honek ezin izan du ${server} zerbitzaritik eskuratu izena emateko behar den baimena.${retryable ? " Saiatu berriro minutu batzuk barru." : ""}`,
    rejected: ({ server }) =>
      `${server} zerbitzariko taldeak ez du izen-emate hau onartu, edo kontua ezabatu egin da. Zergatia galde diezaiekezu, edo zuri komeni zaizun beste zerbitzari bat bilatu.`,
    expired: ({ server }) =>
      `Mezuko esteka ez da garaiz ireki; beraz, ${server} zerbitzariak izen-emate hau ezabatu du. Berriro eman dezakezu izena, erabiltzaile-izen berarekin oraindik libre badago.`,
    suspended: ({ server }) =>
      `${server} zerbitzariko taldeak kontu hau kanporatu du. Hasi saioa bertan, zergatia irakurtzeko eta apelazioa bidaltzeko.`,
    disabled: ({ server }) =>
      `${server} zerbitzariko taldeak kontu hau izoztu du; beraz, inork ezin du saioa hasi kontu honekin. Taldeak bakarrik desizoztu dezake: idatzi taldeari.`,
    "two-factor-required": ({ server }) =>
      `${server} zerbitzariak oraindik ez dio kontu honi sartzen uzten, eta ez du esaten zergatik. Hasi saioa bertan: agian bigarren froga bat eskatuko dizu pasahitzaz gain, eta bi faktoreko autentifikazioa konfiguratzen lagunduko dizu. Sartzen uzten ez badizu, taldeak kontua izoztu du: idatzi taldeari.`,
    "resend-refused": ({ server }) =>
      `${server} zerbitzariak ez du beste mezurik bidaltzen kontu honetarako. Bilatu lehenengoa, spam karpetan ere bai.`,
    "not-now": "Hori ezin da egin une honetan.",
    aborted: "Bertan behera utzi da.",
  },
};

export default texts;
