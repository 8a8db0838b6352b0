/** Welsh, in the words of Mastodon's own interface, which says chi. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Nid oes gweinydd wedi’i enwi: mae’r briodoledd “server” ar goll neu’n wag.",
  scheme: "Mae’r briodoledd “server” yn cynnwys cyfeiriad nad yw’n un o’r we.",
  credentials: "Mae’r briodoledd “server” yn cynnwys cyfeiriad â chyfrinair ynddo.",
  port: "Mae’r briodoledd “server” yn cynnwys cyfeiriad â phorth amhosibl.",
  "ip-address": "Mae’r briodoledd “server” yn cynnwys rhif yn lle enw gweinydd.",
  "no-dot":
    "Mae’r briodoledd “server” yn cynnwys un gair yn unig. Mae enw gweinydd yn edrych fel example.social.",
  "bad-character": "Mae’r briodoledd “server” yn cynnwys nodau na all fod mewn enw gweinydd.",
  "bad-label": "Mae’r briodoledd “server” yn cynnwys enw gweinydd gwallus.",
  "too-long": "Mae’r briodoledd “server” yn cynnwys enw sy’n rhy hir i weinydd.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Mae’n ymddangos eich bod all-lein. Gwiriwch eich cysylltiad a cheisiwch eto.",
  dns: (server) =>
    `Nid oes modd dod o hyd i gyfeiriad ${server}. Efallai nad yw’r gweinydd yn bod bellach, neu fod trafferth dros dro ar y rhwydwaith. Ceisiwch eto ymhen ychydig funudau.`,
  refused: (server) => `Nid yw ${server} yn rhedeg ar hyn o bryd. Ceisiwch eto ymhen ychydig funudau.`,
  tls: (server) =>
    `Nid oes cysylltiad diogel â’r gweinydd ${server}, felly ni chafodd dim ei anfon. Gwiriwch y dyddiad ar eich dyfais; os yw’n gywir, dim ond tîm y gweinydd all ddatrys hyn.`,
  timeout: (server) =>
    `Mae ${server} yn cymryd gormod o amser i ateb. Efallai ei fod wedi’i orlwytho: ceisiwch eto ymhen ychydig funudau.`,
  redirects: (server) =>
    `Mae ${server} yn anfon y ffurflen hon mewn cylchoedd, felly nid oes ateb yn dod. Dim ond tîm y gweinydd all ddatrys hyn; efallai y bydd cofrestru’n gweithio ar dudalen y gweinydd ei hun.`,
  cors: (server) =>
    `Mae ${server} yn ateb, ond nid yw’n gadael i’r dudalen hon ddarllen yr ateb. Efallai ei fod wedi’i orlwytho, ei fod am wirio nad robot ydych chi, neu nad yw’n derbyn cofrestriadau o wefannau eraill. Ceisiwch eto ymhen ychydig funudau, neu ewch ymlaen ar ei dudalen ei hun.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Anfonwyd eich cofrestriad, ond collwyd ateb ${server}. Mae’r enw wedi’i gymryd erbyn hyn, felly mae’n debyg iawn bod eich cyfrif wedi’i greu. Chwiliwch am e-bost gan ${server} cyn gwneud dim arall; nid oes angen cofrestru eto.`,
  free: (server) =>
    `Anfonwyd eich cofrestriad, ond collwyd ateb ${server}. Mae’r enw’n dal ar gael, felly mae’n debyg iawn na chafodd cyfrif ei greu. Gallwch anfon y ffurflen eto.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `Dim ond hyn a hyn o bobl newydd y dydd y mae ${server} yn eu derbyn, a dim rhagor heddiw. Ceisiwch eto yfory.`,
  backlog: (server) =>
    `Mae cymaint o gofrestriadau’n aros am dîm ${server} fel na fydd yn derbyn rhagor nes bod rhai wedi’u hadolygu. Ceisiwch eto ymhen diwrnod neu ddau.`,
};

/** No number changes this word. */
const characters = (n: number, f: Format) => `${f.number(n)} nod`;

const days = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { zero: "diwrnod", one: "diwrnod", two: "ddiwrnod", few: "diwrnod", many: "diwrnod", other: "diwrnod" })}`;

const texts: Translation = {
  lang: "cy",

  loading: "Yn llwytho’r ffurflen gofrestru…",
  opensNewTab: "(yn agor mewn tab newydd)",

  joinKicker: "Crëwch gyfrif ar",
  approvalNotice: ({ server }) =>
    `Mae tîm ${server} yn adolygu pob cofrestriad. Ar ôl i chi gadarnhau eich cyfeiriad e-bost, bydd yn penderfynu, fel arfer o fewn ychydig ddyddiau.`,
  rulesTitle: "Rheolau’r gweinydd",
  ruleHint: "Rhagor am y rheol hon",
  rulesLeftOut: ({ n, f }) =>
    `… mae ${f.number(n)} ${f.plural(n, { zero: "rheol", one: "rheol", two: "reol", few: "rheol", many: "rheol", other: "rheol" })} arall ar dudalen y gweinydd ei hun`,
  documents: {
    "privacy-policy": "Polisi preifatrwydd",
    "terms-of-service": "Telerau gwasanaeth",
    about: "Ynghylch y gweinydd hwn",
  },
  agreedDocuments: { "privacy-policy": "y polisi preifatrwydd", "terms-of-service": "y telerau gwasanaeth" },
  agreedRules: "y rheolau",

  optional: "(dewisol)",
  username: "Enw defnyddiwr",
  usernameHint: ({ handle }) => `Bydd pobl yn dod o hyd i chi fel ${handle}. Nid oes modd ei newid wedyn.`,
  usernameExample: "enw",
  usernameShortened: "Dim ond y rhan cyn yr @ a gadwyd. Nid cyfeiriad e-bost yw enw defnyddiwr.",
  usernameChecking: "Yn gwirio a yw’r enw ar gael…",
  usernameFree: ({ name }) => `Mae’n ymddangos bod @${name} ar gael.`,
  usernameTaken: ({ name }) => `Mae @${name} wedi’i gymryd.`,
  usernameSuggestions: "Mae’n ymddangos bod y rhain ar gael:",
  email: "Cyfeiriad e-bost",
  emailHint: "Byddwch yn ei ddefnyddio i fewngofnodi. Yn gyntaf, bydd e-bost â dolen yn cyrraedd yno.",
  password: "Cyfrinair",
  passwordHint: ({ min, f }) => (min ? `O leiaf ${characters(min, f)}. Gorau po hiraf.` : "Gorau po hiraf."),
  showPassword: "Dangos y cyfrinair",
  dateOfBirth: "Dyddiad geni",
  dateOfBirthHint: ({ min, server, f }) =>
    min
      ? `Mae ${server} yn gwirio eich bod o leiaf ${f.number(min)} oed. Nid yw’n dangos y dyddiad i neb.`
      : `Mae ${server} yn gofyn amdano, ac nid yw’n ei ddangos i neb.`,
  reason: "Pam hoffech chi ymuno?",
  reasonHint: {
    approval: "Bydd tîm y gweinydd yn darllen hwn cyn penderfynu.",
    "server-asked": "Mae’r gweinydd yn gofyn am hwn.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} o ${characters(limit, f)}`,
  inviteCode: "Cod neu ddolen gwahoddiad",
  captcha: "Y nodau yn y llun",
  agreementLabel: "Cytundeb",
  agreement: "Rwyf wedi darllen {documents} sydd gan {server}, ac rwy’n cytuno â nhw.",

  submit: "Creu cyfrif",
  apply: "Gwneud cais am gyfrif",
  submitting: "Yn creu’r cyfrif…",
  wait: ({ clock }) => `Gormod o gynigion o’ch rhwydwaith. Yn bosibl eto ymhen ${clock}`,
  haveAccount: "Oes gennych chi gyfrif yn barod? {link}",
  signIn: ({ server }) => `Mewngofnodi ar ${server}`,
  unsent: "Ni chafodd y ffurflen ei hanfon.",

  plain: {
    confirm:
      "Mae eich cyfrif wedi’i greu. Mae e-bost ar ei ffordd: agorwch y ddolen ynddo i gadarnhau eich cyfeiriad.",
    review: "Mae tîm y gweinydd yn adolygu eich cofrestriad nawr.",
    ready: "Mae eich cyfrif yn barod. Mewngofnodwch ar y gweinydd.",
    returned:
      "Os daeth y ddolen yn e-bost y gweinydd â chi yma, mae eich cyfeiriad e-bost wedi’i gadarnhau. Mewngofnodwch ar y gweinydd.",
    closed: "Nid yw’r gweinydd yn derbyn pobl newydd ar hyn o bryd.",
    elsewhere: "Dim ond ar ei dudalen ei hun y mae’r gweinydd yn derbyn pobl newydd.",
    stopped: "Nid yw’r cyfrif hwn ar gael.",
    failed: "Nid yw cofrestru’n gweithio yma ar hyn o bryd.",
  },
  goServer: ({ server }) => `Mynd i ${server}`,
  again: "Ceisio eto",

  emailHintMail: "Bydd y gweinydd yn ysgrifennu ato.",
  emailHintOptional: "Os anghofiwch eich cyfrinair, gallwch ddod yn ôl i mewn gyda hwn.",
  passwordEntropy: ({ server }) =>
    `Mae ${server} yn mesur pa mor anodd yw ei ddyfalu: defnyddiwch sawl gair, neu gymysgedd o lythrennau, digidau a symbolau.`,
  captchaHint: "Er mwyn i’r gweinydd wybod eich bod yn berson. Mae pob llun yn ddilys ar gyfer un cynnig.",
  summary: ({ n, f }) =>
    `Mae angen eich sylw ar ${f.number(n)} ${f.plural(n, { zero: "maes", one: "maes", two: "faes", few: "maes", many: "maes", other: "maes" })}:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Mae gennych ${f.number(left)} ${f.plural(left, { zero: "cynnig", one: "cynnig", two: "gynnig", few: "chynnig", many: "chynnig", other: "cynnig" })} ar ôl tan ${f.time(resetAt)}.`
      : `Nid oes gennych gynnig arall tan ${f.time(resetAt)}.`,
  contact: "Cwestiynau? Ysgrifennwch at dîm y gweinydd: {link}",
  serverSays: ({ server }) => `Neges gan ${server}:`,
  slowLoading: ({ server }) =>
    `Mae ${server} yn cymryd amser hir i ateb. Gallwch aros ychydig eto, neu ddilyn y ddolen yno.`,
  slowSubmitting: ({ server }) =>
    `Mae ${server} yn gwirio a all eich cyfeiriad dderbyn e-byst, sy’n cymryd ychydig eiliadau. Arhoswch ar y dudalen hon.`,
  failedTitle: "Nid yw cofrestru’n gweithio yma ar hyn o bryd",
  offline: "Cyn gynted ag y byddwch wedi cysylltu eto, bydd hyn yn cael ei geisio’n awtomatig.",
  keptTitle: "Bydd eich cofrestriad yn parhau’n nes ymlaen",
  keptText: ({ handle, email }) =>
    `Mae eich cyfrif ${handle} wedi’i greu, gyda’r cyfeiriad ${email}, ac nid oes dim wedi’i golli.`,

  captchaPicture: "Llun â nodau i’w teipio",
  captchaLoading: "Yn llwytho’r llun…",
  captchaFailed: "Nid oedd modd dangos y llun. Gofynnwch am un arall.",
  captchaMissing: ({ server }) =>
    `Nid yw’r llun y mae ${server} am i chi ei ddarllen wedi cyrraedd. Gofynnwch am un arall wrth ei faes, neu cofrestrwch ar ${server} ei hun.`,
  challenge: "Yn gyntaf, cadarnhewch ar ddiwedd y ffurflen eich bod yn ddynol.",
  captchaExpired: "Mae’r llun yn rhy hen. Mae un arall ar ei ffordd…",
  captchaAnother: "Llun arall",
  captchaChanged: "Mae llun newydd. Teipiwch ei nodau.",
  captchaUnseen: "Methu ei weld neu ei ddarllen? {link}",
  mistyped: ({ address }) => `Ai ${address} oeddech chi’n ei feddwl?`,
  strength: "Pa mor anodd yw dyfalu’r cyfrinair",
  strengths: [
    "Hawdd iawn ei ddyfalu",
    "Hawdd ei ddyfalu",
    "Ddim yn anodd ei ddyfalu",
    "Anodd ei ddyfalu",
    "Anodd iawn ei ddyfalu",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} o ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} o ${characters(limit, f)}; mae acenion ac emojis yn cyfrif fel dau i bedwar`,

  documentDate: ({ date }) => `Fersiwn ${date}`,
  documentComes: ({ date }) => `Mewn grym o ${date}`,
  documentSucceeded: ({ date }) => `Daw fersiwn arall yn ei lle ar ${date}`,
  documentPage: ({ server }) => `Agor tudalen ${server}`,
  documentLoading: "Yn llwytho…",
  documentFailed: "Nid yw’r gweinydd yn gadael i’r dudalen hon ei ddangos. Darllenwch ef yno:",
  documentForMembers: ({ server }) =>
    `Dim ond i’w aelodau mae ${server} yn dangos hyn. Gallwch gofrestru beth bynnag.`,
  documentEmpty: ({ server }) => `Nid yw ${server} wedi ysgrifennu dim yma.`,
  close: "Cau",

  confirmTitle: "Edrychwch yn eich e-byst",
  confirmText:
    "Mae e-bost ar ei ffordd i {email}. Agorwch y ddolen ynddo i gadarnhau mai chi biau’r cyfeiriad.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Mae’r ddolen yn gweithio am ${days(link, f)}. Mae ${server} yn dileu cofrestriad nad oes neb yn ei gadarnhau o fewn ${days(life, f)}.`
      : "Gwnewch hynny’n fuan: mae’r rhan fwyaf o weinyddion yn dileu cofrestriad nad oes neb yn ei gadarnhau o fewn wythnos.",
  confirmWatched: "Bydd y dudalen hon yn sylwi ohoni’i hun, hyd yn oed os agorwch y ddolen ar ddyfais arall.",
  confirmUnwatched: ({ server }) =>
    `Ni all y dudalen hon weld pan fyddwch wedi gwneud hynny. Mewngofnodwch ar ${server} wedyn.`,
  confirmUnwatchedReview: ({ server }) =>
    `Wedyn bydd tîm ${server} yn penderfynu. Ni all y dudalen hon weld hynny, ond cewch e-bost pan gewch eich derbyn. Mewngofnodwch yno bryd hynny.`,
  confirmApproval: ({ server }) =>
    `Wedyn bydd tîm ${server} yn penderfynu, a chewch e-bost pan gewch eich derbyn. Cyn hynny ni fydd y dudalen hon yn gweld dim, hyd yn oed os cewch eich gwrthod.`,
  openMail: "Agor eich e-byst",
  handle: "Eich cyfrif fydd {handle}.",
  checkNow: "Gwirio nawr",
  checking: "Yn gwirio…",
  notYet: "Heb ei gadarnhau eto.",
  notDecided: "Heb ei benderfynu eto.",
  notAccepted: "Heb ei dderbyn eto. Nid yw’r gweinydd yn dweud rhagor.",
  noMailTitle: "Ble mae fy e-bost?",
  noMailText: ({ host }) =>
    `Gall gymryd ychydig funudau, neu awr ar weinydd prysur. Edrychwch yn y ffolder sbam hefyd, chwiliwch am “${host}”, a gwiriwch y cyfeiriad uchod unwaith eto.`,
  noEffectText: ({ server }) =>
    `Wedi agor y ddolen, a dim yn newid yma? Os ydych wedi mewngofnodi ar ${server} gyda chyfrif arall, allgofnodwch yno’n gyntaf, neu agorwch y ddolen mewn ffenestr breifat.`,
  status: "Cyflwr y gweinydd heddiw: {link}",
  wrongAddress: "Cyfeiriad anghywir?",
  otherEmail: "Cyfeiriad e-bost arall",
  otherEmailHint:
    "Bydd y ddolen yn yr e-bost cyntaf yn peidio â gweithio, a bydd yr hen gyfeiriad yn cael gwybod am y newid. Daw dau e-bost union yr un fath i’r un newydd; mae eu dolen yn gorffen ar dudalen fewngofnodi’r gweinydd, felly dewch yn ôl i’r dudalen hon wedyn.",
  resend: "Anfon eto",
  resendAt: ({ clock }) => `Yn bosibl ymhen ${clock}`,
  resent: ({ email }) => `Mae e-bost newydd ar ei ffordd i ${email}.`,
  restartTitle: "Rhywbeth o’i le ar y cyfrif hwn?",
  restartText: ({ server }) =>
    `Gallwch ei anghofio ar y ddyfais hon a dechrau eto, er enghraifft ag enw arall. Bydd beth bynnag a grëwyd ar ${server} yn aros yno, a dim ond unwaith y mae’n derbyn cyfeiriad e-bost: bydd angen un arall ar y cyfrif nesaf, neu mewngofnodwch gyda hwn.`,
  restart: "Dechrau eto",

  reviewTitle: "Yn aros am gymeradwyaeth",
  reviewUnwatched: ({ server }) =>
    `Mae tîm ${server} yn adolygu eich cofrestriad nawr. Gall hynny gymryd rhai dyddiau.`,
  reviewText: ({ server }) =>
    `Mae eich cyfeiriad e-bost wedi’i gadarnhau. Mae tîm ${server} yn adolygu eich cofrestriad nawr. Gall hynny gymryd rhai dyddiau.`,
  reviewNext: "Cewch e-bost pan gaiff ei gymeradwyo. Gallwch gau’r dudalen hon.",

  readyTitle: "Croeso!",
  readyText: "Mae eich cyfrif yn barod: {handle}",
  readyButTitle: "Un cam arall",
  readyBut: "Mae eich cyfeiriad wedi’i gadarnhau. Eich cyfrif: {handle}",
  readyNext: ({ server, email, username }) =>
    `Mewngofnodwch ar ${server} gyda’ch ${username ? `enw defnyddiwr (${username})` : `cyfeiriad e-bost (${email})`} a’r cyfrinair a ddewisoch. Os cadwodd eich porwr gyfrinair ar gyfer y dudalen hon, ni fydd yn ei gynnig yno ohono’i hun.`,
  readyClients: ({ server }) => `I ddarllen ac ysgrifennu ar ${server} mae angen ap arnoch. {link}`,
  clients: "Gweld pa rai sydd",
  profile: "Gweld eich proffil",
  followText: "Rhywun i ddechrau:",
  follow: ({ handle }) => `Dilyn ${handle}`,
  another: "Creu cyfrif arall",
  anotherHint: ({ server }) =>
    `Mae angen cyfeiriad e-bost arall arno. Os ydych wedi mewngofnodi ar ${server}, allgofnodwch yno’n gyntaf, neu agorwch ddolen yr e-bost mewn ffenestr breifat.`,

  returnedTitle: "Ai e-bost ddaeth â chi yma?",
  returnedText: ({ server }) =>
    `Os dilynoch y ddolen mewn e-bost gan ${server}, mae eich cyfeiriad wedi’i gadarnhau. Mewngofnodwch yno gyda’r cyfrinair a ddewisoch. Os yw ${server} yn dweud bod rhaid i rywun adolygu eich cofrestriad yn gyntaf, arhoswch am ei e-bost.`,
  returnedReview: ({ server }) =>
    `Os dilynoch y ddolen mewn e-bost gan ${server}, mae eich cyfeiriad wedi’i gadarnhau. Efallai y bydd y tîm yno’n adolygu eich cofrestriad nesaf; cewch e-bost pan gaiff ei gymeradwyo. Wedyn gallwch fewngofnodi.`,
  returnedAlso:
    "Os dechreuoch mewn tab arall neu ar ddyfais arall, bydd y dudalen honno’n mynd ymlaen ohoni’i hun.",
  returnedElse: "Wedi dod yma ffordd arall?",
  returnedThere:
    "Os daeth e-bost gan {server} â chi yma, mae eich cyfeiriad wedi’i gadarnhau yno. Mae’r ffurflen hon ar gyfer gweinydd arall.",

  closedTitle: ({ server }) => `Nid yw ${server} yn derbyn pobl newydd`,
  closedInvites: ({ server }) => `Dim ond pobl â gwahoddiad y mae ${server} yn eu derbyn ar hyn o bryd.`,
  inviteTitle: "Oes gennych chi wahoddiad?",
  inviteHint: ({ server }) => `Gall pobl sydd ar ${server} roi un i chi.`,
  inviteUse: "Defnyddio’r gwahoddiad",
  inviteChecking: "Yn gwirio…",
  elsewhereTitle: ({ server }) => `Cofrestrwch ar ${server} ei hun`,
  stoppedTitle: {
    rejected: "Ni chafodd y cofrestriad hwn ei gymeradwyo",
    expired: "Mae’r cofrestriad hwn wedi dod i ben",
    suspended: "Mae’r cyfrif hwn wedi’i atal",
    disabled: "Mae’r cyfrif hwn wedi’i rewi",
  },
  stopped: "Nid yw’r cyfrif hwn ar gael",
  goSignUp: ({ server }) => `Cofrestru ar ${server}`,
  signUpAgain: "Cofrestru eto",
  requestId: ({ id }) => `I dîm y gweinydd: cais ${id}`,

  fields: {
    "username.ERR_BLANK": "Dewiswch enw defnyddiwr.",
    "username.ERR_TAKEN": "Mae’r enw defnyddiwr hwn wedi’i gymryd. Dewiswch un arall.",
    // The word for "and" changes the one after it, which a formatted list cannot do.
    "username.ERR_INVALID": ({ pattern }) =>
      `Defnyddiwch ${pattern.includes("A-Z") ? "lythrennau" : "lythrennau bach"} o a i z, digidau${
        pattern.includes("\\-") ? ", tanlinellau a chysylltnodau" : " a thanlinellau"
      } yn unig.`,
    "username.ERR_RESERVED": ({ server }) => `Mae ${server} yn cadw’r enw hwn iddo’i hun. Dewiswch un arall.`,
    "email.ERR_BLANK": "Rhowch eich cyfeiriad e-bost.",
    "email.ERR_INVALID": "Nid yw hwn yn gyfeiriad e-bost cyflawn. Mae’n edrych fel enw@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Mae gan ${server} gyfrif â’r cyfeiriad hwn yn barod. Mewngofnodwch gydag ef, neu defnyddiwch gyfeiriad arall.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `Yn ôl ${server}, nid yw’r rhan ar ôl yr @ yn derbyn e-byst. Gwiriwch nad oes gwall teipio ynddi. Os nad oes, defnyddiwch gyfeiriad arall.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `Nid yw ${server} yn derbyn cyfeiriadau’r darparwr e-bost hwn. Defnyddiwch gyfeiriad gan un arall.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `Mae ${server} yn cadw’r cyfeiriad a roesoch ddiwethaf, ac nid yw’n anfon dim i un cynharach. Defnyddiwch drydydd, neu arhoswch am yr e-bost yn yr un diwethaf.`,
    "password.ERR_BLANK": "Dewiswch gyfrinair.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Mae’r cyfrinair hwn yn rhy fyr. Defnyddiwch o leiaf ${characters(limit, f)}.`
        : "Mae’r cyfrinair hwn yn rhy fyr.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Mae’r cyfrinair hwn yn rhy hir. Defnyddiwch ${characters(limit, f)} ar y mwyaf, llai gydag acenion neu emojis.`
        : "Mae’r cyfrinair hwn yn rhy hir.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Yn ôl ${server}, mae’r cyfrinair hwn yn rhy hawdd ei ddyfalu. Gwnewch ef yn hirach, â sawl gair, neu cymysgwch lythrennau mawr a bach, digidau a symbolau.`,
    "date_of_birth.ERR_BLANK": "Rhowch eich dyddiad geni yn llawn.",
    "date_of_birth.ERR_INVALID": "Rhowch ddyddiad sydd yn y calendr, â phedwar digid i’r flwyddyn.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Rhaid i chi fod o leiaf ${f.number(limit)} oed i ymuno â’r gweinydd ${server}.`
        : `Rydych chi’n rhy ifanc i ymuno â’r gweinydd ${server}.`,
    "reason.ERR_BLANK": "Ysgrifennwch pam hoffech chi ymuno. Bydd tîm y gweinydd yn ei ddarllen.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Ysgrifennwch ychydig mwy: o leiaf ${characters(limit, f)}.` : "Ysgrifennwch ychydig mwy.",
    "invite_code.ERR_BLANK": "Rhowch god eich gwahoddiad, neu ei ddolen.",
    "invite_code.ERR_INVALID":
      "Nid yw’r gwahoddiad hwn yn ddilys yma. Efallai ei fod ar gyfer gweinydd arall, wedi dod i ben, neu wedi’i ddefnyddio.",
    "captcha_solution.ERR_BLANK": "Teipiwch y nodau a welwch yn y llun.",
    "captcha_solution.ERR_INVALID": "Nid y rheini oedd y nodau yn y llun. Ceisiwch gyda’r un newydd.",
    "captcha_solution.ERR_EXPIRED": "Roedd y llun hwnnw’n rhy hen erbyn hynny. Ceisiwch gyda’r un newydd.",
    "agreement.ERR_ACCEPTED": "Heb eich cytundeb ni ellir creu cyfrif. Ticiwch y blwch os ydych yn cytuno.",
    "agreement.ERR_BLANK": "Heb eich cytundeb ni ellir creu cyfrif. Ticiwch y blwch os ydych yn cytuno.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Nid yr hyn y mae ${server} yn ei ofyn nawr oedd yr hyn y cytunoch arno. Darllenwch ei reolau a’i ddogfennau, a thiciwch y blwch eto os ydych yn cytuno.`,

    ERR_BLANK: "Mae angen hwn.",
    ERR_TAKEN: "Mae hwn wedi’i gymryd yn barod.",
    ERR_INVALID: "Nid yw hwn yn ddilys.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `Mae hwn yn rhy fyr. Defnyddiwch o leiaf ${characters(limit, f)}.` : "Mae hwn yn rhy fyr.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `Mae hwn yn rhy hir. Defnyddiwch ${characters(limit, f)} ar y mwyaf.` : "Mae hwn yn rhy hir.",
    ERR_RESERVED: "Mae’r gweinydd yn cadw hwn iddo’i hun.",
    ERR_BLOCKED: "Nid yw’r gweinydd yn caniatáu hyn.",
    ERR_EXPIRED: "Mae hwn wedi dod i ben, neu wedi’i ddefnyddio.",
    ERR_TOO_WEAK: "Mae hwn yn rhy hawdd ei ddyfalu.",
    ERR_UNCHANGED: "Nid yw hyn yn newid dim.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Mae’r gweinydd yn gweld mwy o wallau nag sy’n ffitio yma: ${f.number(limit)} arall.`
        : "Mae’r gweinydd yn gweld mwy o wallau nag sy’n ffitio yma.",
    ERR_UNREACHABLE: "Nid yw’n ymddangos bod hwn yn bodoli.",
    ERR_ACCEPTED: "Rhaid i chi gytuno i hyn.",
    ERR_INCLUSION: "Nid yw’r gweinydd yn adnabod y dewis hwn.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Rhaid i hwn fod o leiaf ${f.number(limit)}.` : "Mae hwn yn is na therfyn y gweinydd.",
  },
  problems: {
    internal: "Aeth rhywbeth o’i le yn y ffurflen hon. Ceisiwch eto.",
    "wasm-blocked":
      "Nid yw’r dudalen hon yn gadael i’r ffurflen gofrestru redeg. Os chi biau’r dudalen: ychwanegwch 'wasm-unsafe-eval' at script-src yn ei Content-Security-Policy.",
    "core-unreachable":
      "Nid oedd modd llwytho rhan o’r ffurflen hon. Gwiriwch eich cysylltiad a cheisiwch eto.",
    "core-died":
      "Stopiodd y ffurflen hon yn annisgwyl. Mae’r hyn a deipioch wedi’i gadw, heblaw am y cyfrinair.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "Nid yw’r briodoledd “server” yn cynnwys enw gweinydd."} Gall y bobl sy’n rhedeg y wefan hon gywiro hyn.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `Nid yw ${server} yn ateb. Efallai nad yw’n rhedeg, eich bod chi all-lein, neu nad yw’n gadael i wefannau eraill siarad ag ef. Ceisiwch eto ymhen ychydig funudau.`,
    "not-supported": ({ server, software }) =>
      software
        ? `Mae ${server} yn rhedeg ${software}, sy’n derbyn pobl newydd ar ei dudalennau ei hun yn unig.`
        : `Nid yw ${server} yn ateb fel y gweinyddion y gall y ffurflen hon siarad â nhw. Efallai nad yw’r enw’n hollol gywir, neu fod pobl yn cofrestru yno mewn ffordd arall.`,
    closed: ({ server }) =>
      `Nid yw ${server} yn derbyn pobl newydd ar hyn o bryd. Efallai fod ei dudalennau’n dweud pryd bydd hynny’n newid, neu i bwy i ofyn am wahoddiad.`,
    "external-sign-up": ({ server }) =>
      `Mae gan ${server} ei ffordd ei hun o gofrestru, sy’n gweithio ar ei dudalen ei hun yn unig.`,
    captcha: ({ server }) =>
      `Mae ${server} am fod yn siŵr eich bod yn berson, gyda phos sy’n gweithio ar ei dudalen ei hun yn unig.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `Mae cyfeiriad y dudalen hon yn rhy hir i ${server} eich anfon yn ôl iddi. Gall y rhai sy’n rhedeg y wefan hon osod un byrrach; mae tudalen y gweinydd ei hun yn gweithio.`
        : software
          ? `Nid yw ${server}, sy’n rhedeg ${software}, yn gadael i wefannau eraill ofyn am gyfrifon. Mae modd gwneud hynny ar ei dudalen ei hun.`
          : `Nid yw ${server} yn gadael i wefannau eraill ofyn am gyfrifon. Mae modd gwneud hynny ar ei dudalen ei hun.`,
    "sign-up-refused": ({ server }) =>
      `Nid yw ${server} yn derbyn cofrestriadau o wefannau eraill. Efallai fod modd gwneud hynny ar ei dudalen ei hun.`,
    forbidden: ({ server }) =>
      `Ni dderbyniodd ${server} y cofrestriad hwn, ac nid yw’n dweud pam. Efallai ei fod newydd gau i bobl newydd, nad yw’n derbyn neb o’ch rhwydwaith, neu fod pobl yn mewngofnodi yno drwy wefan arall. Os oes gennych wahoddiad, defnyddiwch ef; fel arall ceisiwch eto’n nes ymlaen. Mae’r hyn a deipioch wedi’i gadw.`,
    "network-blocked": ({ server }) =>
      `Mae ${server} yn gwrthod pob cais o’ch rhwydwaith. Efallai y bydd cysylltiad arall yn helpu, er enghraifft heb VPN.`,
    gone: ({ server }) => `Mae ${server} yn cau am byth. Chwiliwch am weinydd arall.`,
    invalid: ({ server }) => `Gwrthododd ${server} y cofrestriad hwn.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `Mae ${server} yn cael gormod o geisiadau o’ch rhwydwaith. Ceisiwch eto ${retryAt ? at(about) : "ymhen pum munud"}.`;
      }
      if (detail === "resend") {
        return `Dim ond ychydig e-byst y mae ${server} yn eu hanfon ar gyfer un cyfrif. ${retryAt ? `Bydd yr un nesaf yn bosibl ${at(about)}.` : "Ceisiwch eto ymhen hanner awr."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Bydd y cynnig nesaf yn bosibl ${at(about)}.`
        : `Ceisiwch eto ymhen ${app ? "deg munud" : "hanner awr"}.`;
      return app
        ? `Agorwyd gormod o ffurflenni cofrestru ar gyfer ${server} o’ch rhwydwaith. ${when} Nid oes dim o’i le ar yr hyn a deipioch.`
        : `Dim ond ychydig gynigion o un rhwydwaith y mae ${server} yn eu derbyn. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Aeth rhywbeth o’i le ar ${server}. Efallai nad yw’n derbyn cyfeiriadau eich darparwr e-bost: ceisiwch gydag un gan ddarparwr arall, neu gofynnwch i’w dîm.`
        : `Aeth rhywbeth o’i le ar ${server}. Nid eich bai chi ydyw, ac yn aml bydd drosodd ymhen ychydig funudau.`,
    "bad-answer": ({ server }) => `Nid oes modd deall ateb ${server}. Ceisiwch eto ymhen ychydig funudau.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Anfonwyd eich cofrestriad, ond collwyd ateb ${server}. Efallai fod y cyfrif yn bodoli’n barod: chwiliwch am e-bost yn gyntaf, cyn ceisio eto.`,
    duplicate:
      "Mae’r enw neu’r cyfeiriad wedi’i gymryd. Efallai mai chi oedd hynny, gynnau neu mewn tab arall: chwiliwch am e-bost cyn ceisio eto.",
    broker: ({ server, retryable }) =>
      `Ni chafodd y wefan hon y caniatâd gan ${server} sydd ei angen i gofrestru.${retryable ? " Ceisiwch eto ymhen ychydig funudau." : ""}`,
    rejected: ({ server }) =>
      `Ni chymeradwyodd tîm ${server} y cofrestriad hwn, neu cafodd y cyfrif ei ddileu. Gallwch ofyn pam, neu chwilio am weinydd arall sy’n addas i chi.`,
    expired: ({ server }) =>
      `Ni chafodd y ddolen yn yr e-bost ei hagor mewn pryd, felly dileodd ${server} y cofrestriad hwn. Gallwch gofrestru eto, â’r un enw os yw’n dal ar gael.`,
    suspended: ({ server }) =>
      `Mae tîm ${server} wedi atal y cyfrif hwn. Mewngofnodwch yno i ddarllen pam, ac i apelio.`,
    disabled: ({ server }) =>
      `Mae tîm ${server} wedi rhewi’r cyfrif hwn, felly ni all neb fewngofnodi gydag ef. Dim ond y tîm all ei ddadrewi: ysgrifennwch ato.`,
    "two-factor-required": ({ server }) =>
      `Nid yw ${server} yn gadael y cyfrif hwn i mewn eto, ac nid yw’n dweud pam. Mewngofnodwch yno: efallai ei fod am gael ail brawf heblaw eich cyfrinair, ac y bydd yn eich arwain drwy osod dilysu dau ffactor. Os na chewch fynd i mewn, mae ei dîm wedi rhewi’r cyfrif: ysgrifennwch ato.`,
    "resend-refused": ({ server }) =>
      `Nid yw ${server} yn anfon e-bost arall ar gyfer y cyfrif hwn. Chwiliwch am yr un cyntaf, hefyd yn y ffolder sbam.`,
    "not-now": "Nid yw hynny’n bosibl ar hyn o bryd.",
    aborted: "Cafodd hynny ei ganslo.",
  },
};

export default texts;
