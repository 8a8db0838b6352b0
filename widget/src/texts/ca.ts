/** Catalan, in the words of Mastodon's own interface, addressing people as tu. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "No s’indica cap servidor: l’atribut “server” falta o és buit.",
  scheme: "L’atribut “server” conté una adreça que no és del web.",
  credentials: "L’atribut “server” conté una adreça amb una contrasenya.",
  port: "L’atribut “server” conté una adreça amb un port impossible.",
  "ip-address": "L’atribut “server” conté un número en lloc del nom d’un servidor.",
  "no-dot": "L’atribut “server” conté una sola paraula. El nom d’un servidor és de l’estil d’example.social.",
  "bad-character": "L’atribut “server” conté caràcters que cap servidor no té al nom.",
  "bad-label": "L’atribut “server” conté un nom de servidor mal format.",
  "too-long": "L’atribut “server” conté un nom massa llarg per a un servidor.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Sembla que no tens connexió. Comprova-la i torna-ho a provar.",
  dns: (server) =>
    `No es troba l’adreça de ${server}. Potser el servidor ja no existeix, potser la xarxa té un problema passatger. Torna-ho a provar d’aquí a uns minuts.`,
  refused: (server) => `${server} no està en marxa en aquest moment. Torna-ho a provar d’aquí a uns minuts.`,
  tls: (server) =>
    `No hi ha cap connexió segura amb ${server}, així que no s’ha enviat res. Comprova la data del dispositiu; si és correcta, només l’equip del servidor ho pot arreglar.`,
  timeout: (server) =>
    `${server} triga massa a respondre. Potser el servidor està sobrecarregat: torna-ho a provar d’aquí a uns minuts.`,
  redirects: (server) =>
    `${server} fa donar voltes a aquest formulari i no respon mai. Només el seu equip ho pot arreglar; potser funciona a la pàgina del servidor.`,
  cors: (server) =>
    `${server} respon, però no deixa que aquesta pàgina llegeixi la resposta. Potser el servidor està sobrecarregat, vol comprovar que no ets un robot o no accepta registres des d’altres llocs web. Torna-ho a provar d’aquí a uns minuts o continua a la seva pàgina.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `El teu registre s’ha enviat, però la resposta de ${server} s’ha perdut. Ara el nom està ocupat, així que el més probable és que el compte s’hagi creat. Abans de res, busca un correu de ${server}; no cal que et tornis a registrar.`,
  free: (server) =>
    `El teu registre s’ha enviat, però la resposta de ${server} s’ha perdut. El nom encara és lliure, així que el més probable és que el compte no s’hagi creat. El pots tornar a enviar.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} accepta un nombre limitat de registres al dia, i avui ja no n’accepta més. Torna-ho a provar demà.`,
  backlog: (server) =>
    `Hi ha tants registres a l’espera de l’equip de ${server} que el servidor no n’accepta més fins que se’n revisin alguns. Torna-ho a provar d’aquí a un dia o dos.`,
};

const characters = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "caràcter", many: "de caràcters", other: "caràcters" })}`;

const years = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "any", many: "d’anys", other: "anys" })}`;

const days = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "dia", many: "de dies", other: "dies" })}`;

const texts: Translation = {
  lang: "ca",

  loading: "S’està carregant el formulari…",
  opensNewTab: "(s’obre en una pestanya nova)",

  joinKicker: "Crea un compte a",
  approvalNotice: ({ server }) =>
    `L’equip de ${server} revisa cada registre. Quan hagis confirmat l’adreça de correu, pren una decisió, normalment en pocs dies.`,
  rulesTitle: "Normes del servidor",
  ruleHint: "Més sobre aquesta norma",
  rulesLeftOut: ({ n, f }) =>
    `… i ${f.number(n)} ${f.plural(n, { one: "norma", many: "de normes", other: "normes" })} més a la pàgina del servidor`,
  documents: {
    "privacy-policy": "Política de privacitat",
    "terms-of-service": "Condicions de servei",
    about: "Quant a aquest servidor",
  },
  agreedDocuments: {
    "privacy-policy": "la política de privacitat",
    "terms-of-service": "les condicions de servei",
  },
  agreedRules: "les normes del servidor",

  optional: "(opcional)",
  username: "Nom d’usuari",
  usernameHint: ({ handle }) => `Et trobaran com a ${handle}. No es pot canviar més endavant.`,
  usernameExample: "nomdusuari",
  usernameShortened: "Només ha quedat la part d’abans de l’@. Un nom d’usuari no és una adreça de correu.",
  usernameChecking: "S’està comprovant si el nom és lliure…",
  usernameFree: ({ name }) => `@${name} sembla lliure.`,
  usernameTaken: ({ name }) => `@${name} ja està ocupat.`,
  usernameSuggestions: "Aquests semblen lliures:",
  email: "Adreça de correu electrònic",
  emailHint: "Et serveix per a iniciar la sessió. Primer hi rebràs un correu amb un enllaç.",
  emailHintOptional: "Amb ella pots recuperar el compte si oblides la contrasenya.",
  password: "Contrasenya",
  passwordHint: ({ min, f }) =>
    min ? `Almenys ${characters(min, f)}. Com més llarga, millor.` : "Com més llarga, millor.",
  showPassword: "Mostra la contrasenya",
  dateOfBirth: "Data de naixement",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} comprova que tinguis almenys ${years(min, f)}` : `${server} demana aquesta data`) +
    (unkept ? ". La data no es desa." : ". La data no es mostra a ningú."),
  reason: "Per què vols unir-t’hi?",
  reasonHint: {
    approval: "L’equip del servidor ho llegeix abans de decidir.",
    "server-asked": "El servidor ho demana.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} de ${characters(limit, f)}`,
  inviteCode: "Codi o enllaç d’invitació",
  captcha: "Caràcters de la imatge",
  captchaHint: "Així el servidor sap que no ets un robot. Cada imatge val per a un sol intent.",
  agreementLabel: "Acceptació",
  agreement: "He llegit i accepto {documents} de {server}.",

  submit: "Crea el compte",
  apply: "Sol·licita un compte",
  submitting: "S’està creant el compte…",
  wait: ({ clock }) => `Massa intents des de la teva xarxa. Possible de nou d’aquí a ${clock}`,
  haveAccount: "Ja tens un compte? {link}",
  signIn: ({ server }) => `Inicia la sessió a ${server}`,
  unsent: "No s’ha enviat res.",

  plain: {
    confirm:
      "El teu compte s’ha creat. Un correu va de camí: obre l’enllaç que conté per a confirmar l’adreça.",
    review: "L’equip del servidor està revisant el teu registre.",
    ready: "El teu compte està a punt. Inicia la sessió al servidor.",
    returned:
      "Si has arribat aquí per l’enllaç del correu del servidor, la teva adreça està confirmada. Inicia la sessió al servidor.",
    closed: "El servidor no accepta registres en aquest moment.",
    elsewhere: "El servidor només accepta registres a la seva pàgina.",
    stopped: "Aquest compte no està disponible.",
    failed: "El registre no funciona aquí en aquest moment.",
  },
  goServer: ({ server }) => `Ves a ${server}`,
  again: "Torna-ho a provar",

  emailHintMail: "El servidor hi escriu.",
  passwordEntropy: ({ server }) =>
    `${server} mesura com és de difícil d’endevinar: fes servir unes quantes paraules o barreja lletres, xifres i símbols.`,
  summary: ({ n, f }) =>
    `Cal revisar ${f.number(n)} ${f.plural(n, { one: "camp", many: "de camps", other: "camps" })}:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Et ${f.plural(left, { one: "queda", other: "queden" })} ${f.number(left)} ${f.plural(left, { one: "intent", many: "d’intents", other: "intents" })}. El recompte torna a començar a aquesta hora: ${f.time(resetAt)}.`
      : `No et queden intents. El recompte torna a començar a aquesta hora: ${f.time(resetAt)}.`,
  contact: "Preguntes? Escriu a l’equip del servidor: {link}",
  serverSays: ({ server }) => `${server} diu:`,
  slowLoading: ({ server }) =>
    `${server} triga a respondre. Pots esperar una mica més o seguir l’enllaç al servidor.`,
  slowSubmitting: ({ server }) =>
    `${server} està comprovant si la teva adreça pot rebre correu, i això triga uns segons. Queda’t en aquesta pàgina.`,
  failedTitle: "El registre no funciona aquí en aquest moment",
  keptTitle: "El teu registre continua més tard",
  keptText: ({ handle, email }) =>
    `El teu compte ${handle} s’ha creat, amb l’adreça ${email}, i no s’ha perdut res.`,
  offline: "Tan bon punt torni la connexió, es tornarà a provar automàticament.",

  captchaPicture: "Imatge amb caràcters per a copiar",
  captchaLoading: "S’està carregant la imatge…",
  captchaFailed: "No s’ha pogut mostrar la imatge. Demana’n una altra.",
  captchaMissing: ({ server }) =>
    `La imatge que ${server} vol que llegeixis no ha arribat. Demana’n una altra al costat del camp o registra’t directament a ${server}.`,
  challenge: "Primer confirma, al final del formulari, que ets humà.",
  captchaExpired: "La imatge ha caducat. Se n’està carregant una altra…",
  captchaAnother: "Una altra imatge",
  captchaChanged: "Hi ha una imatge nova. Escriu-ne els caràcters.",
  captchaUnseen: "No la pots veure o llegir? {link}",
  mistyped: ({ address }) => `Volies dir ${address}?`,
  strength: "Dificultat d’endevinar la contrasenya",
  strengths: [
    "Molt fàcil d’endevinar",
    "Fàcil d’endevinar",
    "No gaire difícil d’endevinar",
    "Difícil d’endevinar",
    "Molt difícil d’endevinar",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} de ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} de ${characters(limit, f)}; les lletres accentuades i els emojis compten de dos a quatre`,

  documentDate: ({ date }) => `Data de la versió: ${date}`,
  documentComes: ({ date }) => `Entra en vigor el ${date}`,
  documentSucceeded: ({ date }) => `Una altra versió la substitueix el ${date}`,
  documentPage: ({ server }) => `Obre la pàgina de ${server}`,
  documentLoading: "S’està carregant…",
  documentFailed: "El servidor no deixa que aquesta pàgina ho mostri. Ho pots llegir allà:",
  documentForMembers: ({ server }) =>
    `${server} només ho mostra als seus membres. Et pots registrar igualment.`,
  documentEmpty: ({ server }) => `${server} no hi ha escrit res.`,
  close: "Tanca",

  confirmTitle: "Mira el correu",
  confirmText:
    "Un correu va de camí a {email}. Obre l’enllaç que conté per a confirmar que l’adreça és teva.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `L’enllaç val ${days(link, f)}. ${server} elimina els registres que ningú no confirma en ${days(life, f)}.`
      : "No triguis: la majoria de servidors eliminen els registres que ningú no confirma en una setmana.",
  confirmWatched: "Aquesta pàgina ho veu tota sola, encara que obris l’enllaç en un altre dispositiu.",
  confirmUnwatched: ({ server }) =>
    `Aquesta pàgina no pot veure quan ho has fet. Després, inicia la sessió a ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Després decideix l’equip de ${server}. Aquesta pàgina no ho pot veure, però rebràs un correu si aprova el registre. Aleshores, inicia-hi la sessió.`,
  confirmApproval: ({ server }) =>
    `Després decideix l’equip de ${server}, i rebràs un correu si aprova el registre. Fins aleshores aquesta pàgina no veu res, tampoc si el rebutja.`,
  openMail: "Obre el correu",
  handle: "El teu compte serà {handle}.",
  checkNow: "Comprova-ho ara",
  checking: "S’està comprovant…",
  notYet: "Encara sense confirmar.",
  notDecided: "Encara sense decidir.",
  notAccepted: "Encara sense aprovar. El servidor no diu res més.",
  noMailTitle: "On és el correu?",
  noMailText: ({ host }) =>
    `Pot trigar uns minuts, o una hora si el servidor té molta feina. Mira també a la carpeta de correu brossa, busca “${host}” i repassa l’adreça de dalt.`,
  noEffectText: ({ server }) =>
    `Has obert l’enllaç i aquí no canvia res? Si a ${server} tens la sessió iniciada amb un altre compte, primer tanca-la o obre l’enllaç en una finestra privada.`,
  status: "Com està avui el servidor: {link}",
  wrongAddress: "Adreça incorrecta?",
  otherEmail: "Una altra adreça de correu",
  otherEmailHint:
    "L’enllaç del primer correu deixarà de valer i l’adreça antiga rebrà un avís del canvi. A la nova hi arribaran dos correus iguals; l’enllaç porta a la pàgina d’inici de sessió del servidor, així que després torna a aquesta pàgina.",
  resend: "Torna-ho a enviar",
  resendAt: ({ clock }) => `Possible d’aquí a ${clock}`,
  resent: ({ email }) => `Un correu nou va de camí a ${email}.`,
  restartTitle: "Hi ha cap problema amb aquest compte?",
  restartText: ({ server }) =>
    `El pots oblidar en aquest dispositiu i tornar a començar, per exemple amb un altre nom. El que s’ha creat a ${server} s’hi queda, i cada adreça de correu només hi val una vegada: el pròxim compte en necessita una altra, o inicia la sessió amb aquest compte.`,
  restart: "Torna a començar",

  reviewTitle: "A l’espera d’aprovació",
  reviewUnwatched: ({ server }) => `L’equip de ${server} està revisant el teu registre. Pot trigar uns dies.`,
  reviewText: ({ server }) =>
    `La teva adreça de correu està confirmada. L’equip de ${server} està revisant el teu registre. Pot trigar uns dies.`,
  reviewNext: "Rebràs un correu si l’aprova. Pots tancar aquesta pàgina.",

  readyTitle: "Et donem la benvinguda!",
  readyText: "El teu compte està a punt: {handle}",
  readyButTitle: "Un pas més",
  readyBut: "La teva adreça està confirmada. El teu compte: {handle}",
  readyNext: ({ server, email, username }) =>
    `Inicia la sessió a ${server} amb ${username ? `el nom d’usuari (${username})` : `l’adreça de correu (${email})`} i la contrasenya que has triat. Si el navegador ha desat la contrasenya per a aquesta pàgina, allà no te l’oferirà tot sol.`,
  readyClients: ({ server }) => `Per a llegir i escriure a ${server} et cal una aplicació. {link}`,
  clients: "Mira quines hi ha",
  profile: "Mira el teu perfil",
  followText: "Per a començar:",
  follow: ({ handle }) => `Segueix ${handle}`,
  another: "Crea un altre compte",
  anotherHint: ({ server }) =>
    `Necessita una altra adreça de correu. Si tens la sessió iniciada a ${server}, primer tanca-la o obre l’enllaç del correu en una finestra privada.`,

  returnedTitle: "T’ha portat aquí un correu?",
  returnedText: ({ server }) =>
    `Si has seguit l’enllaç d’un correu de ${server}, la teva adreça està confirmada. Inicia-hi la sessió amb la contrasenya que vas triar. Si ${server} et diu que abans s’ha de revisar el registre, espera el correu.`,
  returnedReview: ({ server }) =>
    `Si has seguit l’enllaç d’un correu de ${server}, la teva adreça està confirmada. Potser ara l’equip revisarà el registre; rebràs un correu si l’aprova. Aleshores podràs iniciar la sessió.`,
  returnedAlso:
    "Si vas començar en una altra pestanya o en un altre dispositiu, aquella pàgina continua tota sola.",
  returnedElse: "Has arribat d’una altra manera?",
  returnedThere:
    "Si t’ha portat aquí un correu de {server}, la teva adreça hi està confirmada. Aquest formulari és d’un altre servidor.",

  closedTitle: ({ server }) => `${server} no accepta registres`,
  closedInvites: ({ server }) => `En aquest moment, ${server} només accepta registres amb invitació.`,
  inviteTitle: "Tens una invitació?",
  inviteHint: ({ server }) => `La gent que és a ${server} te’n pot donar una.`,
  inviteUse: "Fes servir la invitació",
  inviteChecking: "S’està comprovant…",
  elsewhereTitle: ({ server }) => `Registra’t directament a ${server}`,
  stoppedTitle: {
    rejected: "Aquest registre no s’ha aprovat",
    expired: "Aquest registre ha caducat",
    suspended: "Aquest compte està suspès",
    disabled: "Aquest compte està congelat",
  },
  stopped: "Aquest compte no està disponible",
  goSignUp: ({ server }) => `Registra’t a ${server}`,
  signUpAgain: "Torna’t a registrar",
  requestId: ({ id }) => `Per a l’equip del servidor: petició ${id}`,

  fields: {
    "username.ERR_BLANK": "Tria un nom d’usuari.",
    "username.ERR_TAKEN": "Aquest nom d’usuari ja està ocupat. Tria’n un altre.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Fes servir només ${f.list([
        pattern.includes("A-Z") ? "lletres de la a a la z" : "minúscules de la a a la z",
        "xifres",
        "guions baixos",
        ...(pattern.includes("\\-") ? ["guionets"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `${server} es reserva aquest nom. Tria’n un altre.`,
    "email.ERR_BLANK": "Escriu la teva adreça de correu.",
    "email.ERR_INVALID": "Aquesta adreça de correu no és completa. Ha de ser de l’estil de nom@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `A ${server} ja hi ha un compte amb aquesta adreça. Inicia-hi la sessió o fes servir una altra adreça.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} no troba res que rebi correu a la part de després de l’@. Comprova si hi ha errors de picatge. Si no n’hi ha cap, fes servir una altra adreça.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} no accepta adreces d’aquest proveïdor de correu. Fes-ne servir una d’un altre.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} conserva l’última adreça que has donat i no envia res a una d’anterior. Fes-ne servir una tercera o espera-hi el correu.`,
    "password.ERR_BLANK": "Tria una contrasenya.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Aquesta contrasenya és massa curta. Fes servir almenys ${characters(limit, f)}.`
        : "Aquesta contrasenya és massa curta.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Aquesta contrasenya és massa llarga. Fes servir ${characters(limit, f)} com a màxim, menys si hi ha accents o emojis.`
        : "Aquesta contrasenya és massa llarga.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Per a ${server}, aquesta contrasenya és massa fàcil d’endevinar. Allarga-la amb unes quantes paraules o barreja majúscules, minúscules, xifres i símbols.`,
    "date_of_birth.ERR_BLANK": "Escriu la teva data de naixement completa.",
    "date_of_birth.ERR_INVALID": "Escriu una data que existeixi, amb l’any en quatre xifres.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Per a unir-te a ${server} has de tenir almenys ${years(limit, f)}.`
        : `Encara no tens l’edat per a unir-te a ${server}.`,
    "reason.ERR_BLANK": "Escriu per què vols unir-t’hi. L’equip del servidor ho llegeix.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Escriu una mica més: almenys ${characters(limit, f)}.` : "Escriu una mica més.",
    "invite_code.ERR_BLANK": "Escriu el codi de la teva invitació o l’enllaç.",
    "invite_code.ERR_INVALID":
      "Aquesta invitació no val aquí. Potser és d’un altre servidor, ha caducat o ja s’ha esgotat.",
    "captcha_solution.ERR_BLANK": "Escriu els caràcters que veus a la imatge.",
    "captcha_solution.ERR_INVALID": "Aquests no eren els caràcters de la imatge. Prova-ho amb la nova.",
    "captcha_solution.ERR_EXPIRED": "Aquella imatge ja havia caducat. Prova-ho amb la nova.",
    "agreement.ERR_ACCEPTED":
      "Sense la teva acceptació no es pot crear el compte. Marca la casella si hi estàs d’acord.",
    "agreement.ERR_BLANK":
      "Sense la teva acceptació no es pot crear el compte. Marca la casella si hi estàs d’acord.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `El que vas acceptar no és el que ${server} demana ara. Llegeix-ne les normes i els documents i torna a marcar la casella si hi estàs d’acord.`,

    ERR_BLANK: "Això és necessari.",
    ERR_TAKEN: "Això ja està ocupat.",
    ERR_INVALID: "Això no és vàlid.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `És massa curt. Fes servir almenys ${characters(limit, f)}.` : "És massa curt.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `És massa llarg. Fes servir ${characters(limit, f)} com a màxim.` : "És massa llarg.",
    ERR_RESERVED: "El servidor s’ho reserva.",
    ERR_BLOCKED: "El servidor no ho permet.",
    ERR_EXPIRED: "Això ha caducat o ja s’ha esgotat.",
    ERR_TOO_WEAK: "És massa fàcil d’endevinar.",
    ERR_UNCHANGED: "Això no canvia res.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `El servidor troba ${f.number(limit)} ${f.plural(limit, { one: "problema més, que no cap", many: "de problemes més, que no caben", other: "problemes més, que no caben" })} aquí.`
        : "El servidor troba més problemes dels que caben aquí.",
    ERR_UNREACHABLE: "Sembla que això no existeix.",
    ERR_ACCEPTED: "Has d’acceptar-ho.",
    ERR_INCLUSION: "El servidor no coneix aquesta opció.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Ha de ser almenys ${f.number(limit)}.` : "És per sota del límit del servidor.",
  },
  problems: {
    internal: "Alguna cosa ha fallat en aquest formulari. Torna-ho a provar.",
    "wasm-blocked":
      "Aquesta pàgina no deixa funcionar el formulari. Si és teva, afegeix 'wasm-unsafe-eval' a script-src a la Content-Security-Policy.",
    "core-unreachable":
      "No s’ha pogut carregar una part d’aquest formulari. Comprova la connexió i torna-ho a provar.",
    "core-died":
      "Aquest formulari s’ha aturat de manera inesperada. Es conserva el que has escrit, tret de la contrasenya.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "L’atribut “server” no conté el nom d’un servidor."} Qui porta aquest lloc web ho pot corregir.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} no respon. Potser el servidor ha caigut, no tens connexió o no deixa que altres llocs web hi parlin. Torna-ho a provar d’aquí a uns minuts.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} fa servir ${software}, que només accepta registres a les seves pàgines.`
        : `${server} no respon com els servidors amb què aquest formulari sap parlar. Potser el nom no és del tot correcte, potser allà el registre es fa d’una altra manera.`,
    closed: ({ server }) =>
      `${server} no accepta registres en aquest moment. Potser a les seves pàgines diu quan canviarà o a qui demanar una invitació.`,
    "external-sign-up": ({ server }) =>
      `${server} té un registre propi, que només funciona a la seva pàgina.`,
    captcha: ({ server }) =>
      `${server} vol assegurar-se que no ets un robot amb una prova que només funciona a la seva pàgina.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `L’adreça d’aquesta pàgina és massa llarga perquè ${server} t’hi pugui tornar. Qui porta aquest lloc web en pot indicar una de més curta; a la pàgina del servidor sí que es pot.`
        : software
          ? `${server}, que fa servir ${software}, no deixa que altres llocs web demanin comptes. A la seva pàgina sí que es pot.`
          : `${server} no deixa que altres llocs web demanin comptes. A la seva pàgina sí que es pot.`,
    "sign-up-refused": ({ server }) =>
      `${server} no accepta registres des d’altres llocs web. Potser a la seva pàgina sí.`,
    forbidden: ({ server }) =>
      `${server} no ha acceptat aquest registre i no diu per què. Potser el servidor acaba de tancar els registres, no n’accepta cap des de la teva xarxa o s’hi inicia la sessió a través d’un altre lloc web. Si tens una invitació, fes-la servir; si no, torna-ho a provar més tard. Es conserva el que has escrit.`,
    "network-blocked": ({ server }) =>
      `${server} rebutja totes les peticions de la teva xarxa. Prova amb una altra connexió, per exemple sense VPN.`,
    gone: ({ server }) => `${server} tanca definitivament. Busca un altre servidor.`,
    invalid: ({ server }) => `${server} ha rebutjat aquest registre.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} rep massa peticions de la teva xarxa. Torna-ho a provar ${retryAt ? at(about) : "d’aquí a cinc minuts"}.`;
      }
      if (detail === "resend") {
        return `${server} només envia uns quants correus per compte. ${retryAt ? `El pròxim serà possible ${at(about)}.` : "Torna-ho a provar d’aquí a mitja hora."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Ho podràs tornar a provar ${at(about)}.`
        : `Torna-ho a provar d’aquí a ${app ? "deu minuts" : "mitja hora"}.`;
      return app
        ? `S’han obert massa formularis de ${server} des de la teva xarxa. ${when} El que has escrit està bé.`
        : `${server} només accepta uns quants intents des d’una mateixa xarxa. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Alguna cosa ha fallat a ${server}. Potser el servidor no accepta adreces del teu proveïdor de correu: prova amb una d’un altre o pregunta a l’equip.`
        : `Alguna cosa ha fallat a ${server}. No és culpa teva i sovint s’arregla en uns minuts.`,
    "bad-answer": ({ server }) =>
      `${server} ha donat una resposta que no s’entén. Torna-ho a provar d’aquí a uns minuts.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `El teu registre s’ha enviat, però la resposta de ${server} s’ha perdut. Potser el compte ja existeix: busca primer un correu abans de tornar-ho a provar.`,
    duplicate:
      "El nom o l’adreça ja està agafat. Potser ho has fet tu, ara mateix o en una altra pestanya: busca un correu abans de tornar-ho a provar.",
    broker: ({ server, retryable }) =>
      `Aquest lloc web no ha pogut obtenir de ${server} el permís que cal per a un registre.${retryable ? " Torna-ho a provar d’aquí a uns minuts." : ""}`,
    rejected: ({ server }) =>
      `L’equip de ${server} no ha aprovat aquest registre, o el compte s’ha eliminat. Pots preguntar-li per què o buscar un altre servidor que et vagi bé.`,
    expired: ({ server }) =>
      `L’enllaç del correu no s’ha obert a temps, així que ${server} ha eliminat aquest registre. Et pots tornar a registrar, amb el mateix nom si encara és lliure.`,
    suspended: ({ server }) =>
      `L’equip de ${server} ha suspès aquest compte. Inicia-hi la sessió per a llegir-ne el motiu i apel·lar.`,
    disabled: ({ server }) =>
      `L’equip de ${server} ha congelat aquest compte, i ningú no hi pot iniciar la sessió. Només l’equip el pot descongelar: escriu-li.`,
    "two-factor-required": ({ server }) =>
      `${server} encara no deixa entrar aquest compte i no diu per què. Inicia-hi la sessió: potser et demana una segona prova a més de la contrasenya i et guia per a configurar l’autenticació de dos factors. Si no et deixa entrar, l’equip ha congelat el compte: escriu-li.`,
    "resend-refused": ({ server }) =>
      `${server} no envia cap més correu per a aquest compte. Busca el primer, també a la carpeta de correu brossa.`,
    "not-now": "Això no és possible en aquest moment.",
    aborted: "S’ha cancel·lat.",
  },
};

export default texts;
