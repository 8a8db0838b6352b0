/** German, in the words of Mastodon's own interface, which says du. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Es ist kein Server genannt: Das Attribut „server“ fehlt oder ist leer.",
  scheme: "Im Attribut „server“ steht eine Adresse, die keine des Webs ist.",
  credentials: "Im Attribut „server“ steht eine Adresse mit einem Passwort.",
  port: "Im Attribut „server“ steht eine Adresse mit einem unmöglichen Port.",
  "ip-address": "Im Attribut „server“ steht eine Zahl statt eines Servernamens.",
  "no-dot": "Im Attribut „server“ steht ein einzelnes Wort. Ein Servername sieht aus wie example.social.",
  "bad-character": "Im Attribut „server“ stehen Zeichen, die kein Servername hat.",
  "bad-label": "Im Attribut „server“ steht kein richtiger Servername.",
  "too-long": "Im Attribut „server“ steht ein Name, der für einen Server zu lang ist.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Du scheinst offline zu sein. Prüfe deine Verbindung und versuche es noch einmal.",
  dns: (server) =>
    `Die Adresse von ${server} ist nicht zu finden. Vielleicht gibt es den Server nicht mehr, vielleicht stockt gerade das Netz. Versuche es in ein paar Minuten noch einmal.`,
  refused: (server) => `${server} läuft im Moment nicht. Versuche es in ein paar Minuten noch einmal.`,
  tls: (server) =>
    `Es gibt keine sichere Verbindung zu ${server}, deshalb wurde nichts gesendet. Prüfe das Datum deines Geräts; stimmt es, dann kann nur das Team des Servers das beheben.`,
  timeout: (server) =>
    `${server} antwortet zu langsam. Vielleicht ist der Server überlastet: Versuche es in ein paar Minuten noch einmal.`,
  redirects: (server) =>
    `${server} schickt dieses Formular im Kreis, sodass keine Antwort kommt. Nur das Team des Servers kann das beheben; auf der eigenen Seite des Servers geht es vielleicht.`,
  cors: (server) =>
    `${server} antwortet, lässt diese Seite die Antwort aber nicht lesen. Vielleicht ist der Server überlastet, vielleicht will er prüfen, dass du kein Roboter bist, vielleicht nimmt er keine Registrierungen von anderen Seiten an. Versuche es in ein paar Minuten noch einmal oder mach auf seiner eigenen Seite weiter.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Deine Registrierung wurde gesendet, aber die Antwort von ${server} ging verloren. Der Profilname ist jetzt vergeben, also gibt es dein Konto sehr wahrscheinlich schon. Sieh nach, ob eine E-Mail von ${server} da ist, bevor du etwas anderes tust; noch einmal registrieren musst du dich nicht.`,
  free: (server) =>
    `Deine Registrierung wurde gesendet, aber die Antwort von ${server} ging verloren. Der Profilname ist noch frei, also gibt es das Konto sehr wahrscheinlich nicht. Du kannst sie noch einmal senden.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} nimmt am Tag nur eine bestimmte Zahl von Leuten auf, heute niemanden mehr. Versuche es morgen noch einmal.`,
  backlog: (server) =>
    `Beim Team von ${server} warten so viele Registrierungen, dass der Server keine weiteren annimmt, bis einige davon geprüft sind. Versuche es in ein, zwei Tagen noch einmal.`,
};

const characters = (limit: number, f: Format) => `${f.number(limit)} Zeichen`;

const years = (limit: number, f: Format) =>
  `${f.number(limit)} ${f.plural(limit, { one: "Jahr", other: "Jahre" })}`;

const texts: Translation = {
  lang: "de",

  loading: "Das Formular wird geladen\u00a0…",
  opensNewTab: "(öffnet einen neuen Tab)",

  joinKicker: "Konto anlegen auf",
  approvalNotice: ({ server }) =>
    `Das Team von ${server} sieht sich jede Registrierung an. Wenn du deine E-Mail-Adresse bestätigt hast, entscheidet es, meist in ein paar Tagen.`,
  rulesTitle: "Serverregeln",
  ruleHint: "Mehr zu dieser Regel",
  rulesLeftOut: ({ n, f }) =>
    `… und ${f.number(n)} weitere ${f.plural(n, { one: "Regel", other: "Regeln" })} auf der Seite des Servers`,
  documents: {
    "privacy-policy": "Datenschutzerklärung",
    "terms-of-service": "Nutzungsbedingungen",
    about: "Über diesen Server",
  },
  agreedDocuments: { "privacy-policy": "Datenschutzerklärung", "terms-of-service": "Nutzungsbedingungen" },
  agreedRules: "Serverregeln",

  optional: "(freiwillig)",
  username: "Profilname",
  usernameHint: ({ handle }) => `Andere finden dich als ${handle}. Das lässt sich später nicht ändern.`,
  usernameExample: "profilname",
  usernameShortened: "Nur der Teil vor dem @ ist geblieben. Ein Profilname ist keine E-Mail-Adresse.",
  usernameChecking: "Es wird nachgesehen, ob der Name frei ist\u00a0…",
  usernameFree: ({ name }) => `@${name} scheint frei zu sein.`,
  usernameTaken: ({ name }) => `@${name} ist vergeben.`,
  usernameSuggestions: "Diese scheinen frei zu sein:",
  email: "E-Mail-Adresse",
  emailHint: "Damit meldest du dich an. Zuerst bekommst du dorthin eine E-Mail mit einem Link.",
  emailHintOptional: "Damit kommst du wieder hinein, wenn du dein Passwort vergessen hast.",
  password: "Passwort",
  passwordHint: ({ min, f }) =>
    min ? `Mindestens ${characters(min, f)}. Je länger, desto besser.` : "Je länger, desto besser.",
  showPassword: "Passwort anzeigen",
  dateOfBirth: "Geburtsdatum",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} prüft, ob du mindestens ${years(min, f)} alt bist` : `${server} fragt danach`) +
    (unkept ? ". Das Datum wird nicht gespeichert." : ". Das Datum wird niemandem gezeigt."),
  reason: "Warum möchtest du beitreten?",
  reasonHint: {
    approval: "Das Team des Servers liest das, bevor es entscheidet.",
    "server-asked": "Der Server fragt danach.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} von ${characters(limit, f)}`,
  inviteCode: "Einladungscode oder -link",
  captcha: "Zeichen im Bild",
  captchaHint: "Damit der Server weiß, dass du ein Mensch bist. Jedes Bild gilt für einen Versuch.",
  agreementLabel: "Zustimmung",
  agreement: "Ich habe {documents} von {server} gelesen und stimme zu.",

  submit: "Konto anlegen",
  apply: "Registrierung beantragen",
  submitting: "Das Konto wird angelegt\u00a0…",
  wait: ({ clock }) => `Zu viele Versuche aus deinem Netz. Wieder möglich in ${clock}`,
  haveAccount: "Hast du schon ein Konto? {link}",
  signIn: ({ server }) => `Auf ${server} anmelden`,
  unsent: "Das wurde nicht gesendet.",

  plain: {
    confirm:
      "Dein Konto ist angelegt. Eine E-Mail ist unterwegs: Öffne den Link darin, um deine Adresse zu bestätigen.",
    review: "Das Team des Servers sieht sich deine Registrierung jetzt an.",
    ready: "Dein Konto ist bereit. Melde dich auf dem Server an.",
    returned:
      "Wenn der Link in der E-Mail des Servers dich hergeführt hat, ist deine E-Mail-Adresse bestätigt. Melde dich auf dem Server an.",
    closed: "Der Server nimmt zurzeit niemanden auf.",
    elsewhere: "Der Server nimmt Leute nur auf seiner eigenen Seite auf.",
    stopped: "Dieses Konto ist nicht verfügbar.",
    failed: "Die Registrierung geht hier gerade nicht.",
  },
  goServer: ({ server }) => `Zu ${server}`,
  again: "Noch einmal versuchen",

  emailHintMail: "Dorthin schreibt dir der Server.",
  passwordEntropy: ({ server }) =>
    `${server} misst, wie schwer es zu erraten ist: am besten mehrere Wörter oder eine Mischung aus Buchstaben, Ziffern und Zeichen.`,
  summary: ({ n, f }) =>
    `${f.number(n)} ${f.plural(n, { one: "Feld braucht", other: "Felder brauchen" })} deine Aufmerksamkeit:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Bis ${f.time(resetAt)} ${f.plural(left, { one: "bleibt", other: "bleiben" })} dir ${f.number(left)} ${f.plural(left, { one: "Versuch", other: "Versuche" })}.`
      : `Bis ${f.time(resetAt)} bleibt dir kein Versuch.`,
  contact: "Fragen? Schreib dem Team des Servers: {link}",
  serverSays: ({ server }) => `${server} sagt:`,
  slowLoading: ({ server }) =>
    `${server} lässt sich mit der Antwort Zeit. Du kannst noch etwas warten oder dem Link dorthin folgen.`,
  slowSubmitting: ({ server }) =>
    `${server} prüft, ob deine Adresse E-Mails empfangen kann. Das dauert ein paar Sekunden; bleib bitte auf dieser Seite.`,
  failedTitle: "Die Registrierung geht hier gerade nicht",
  keptTitle: "Deine Registrierung geht später weiter",
  keptText: ({ handle, email }) =>
    `Dein Konto ${handle} ist angelegt, mit der Adresse ${email}, und nichts davon ist verloren.`,
  offline: "Sobald du wieder verbunden bist, wird es von selbst noch einmal versucht.",

  captchaPicture: "Bild mit Zeichen zum Abtippen",
  captchaLoading: "Das Bild kommt\u00a0…",
  captchaFailed: "Das Bild ließ sich nicht anzeigen. Lass dir ein anderes geben.",
  captchaMissing: ({ server }) =>
    `Das Bild, das du für ${server} lesen sollst, ist nicht gekommen. Lass dir an seinem Feld ein anderes geben oder registriere dich auf ${server} selbst.`,
  challenge: "Bestätige zuerst am Ende des Formulars, dass du ein Mensch bist.",
  captchaExpired: "Das Bild ist zu alt. Ein anderes kommt\u00a0…",
  captchaAnother: "Anderes Bild",
  captchaChanged: "Hier ist ein neues Bild. Tippe seine Zeichen ab.",
  captchaUnseen: "Du kannst es nicht sehen oder nicht lesen? {link}",
  mistyped: ({ address }) => `Meinst du ${address}?`,
  strength: "Wie schwer das Passwort zu erraten ist",
  strengths: [
    "Sehr leicht zu erraten",
    "Leicht zu erraten",
    "Nicht schwer zu erraten",
    "Schwer zu erraten",
    "Sehr schwer zu erraten",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} von ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} von ${characters(limit, f)}; Umlaute und Emojis zählen zwei bis vier`,

  documentDate: ({ date }) => `Fassung vom ${date}`,
  documentComes: ({ date }) => `Gilt ab dem ${date}`,
  documentSucceeded: ({ date }) => `Eine andere Fassung löst sie am ${date} ab`,
  documentPage: ({ server }) => `Die Seite von ${server} öffnen`,
  documentLoading: "Wird geladen\u00a0…",
  documentFailed: "Der Server lässt diese Seite das nicht zeigen. Du kannst es dort lesen:",
  documentForMembers: ({ server }) =>
    `${server} zeigt das nur den eigenen Mitgliedern. Registrieren kannst du dich trotzdem.`,
  documentEmpty: ({ server }) => `${server} hat hier nichts geschrieben.`,
  close: "Schließen",

  confirmTitle: "Sieh in dein Postfach",
  confirmText:
    "Eine E-Mail ist unterwegs an {email}. Öffne den Link darin, um zu bestätigen, dass die Adresse dir gehört.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Der Link gilt ${f.number(link)} Tage. ${server} löscht eine Registrierung, die in ${f.number(life)} Tagen niemand bestätigt.`
      : "Tu es bald: Die meisten Server löschen eine Registrierung, die in einer Woche niemand bestätigt.",
  confirmWatched: "Diese Seite merkt es von selbst, auch wenn du den Link auf einem anderen Gerät öffnest.",
  confirmUnwatched: ({ server }) =>
    `Diese Seite kann nicht sehen, wann du das getan hast. Melde dich danach auf ${server} an.`,
  confirmUnwatchedReview: ({ server }) =>
    `Danach entscheidet das Team von ${server}. Diese Seite kann das nicht sehen, aber du bekommst eine E-Mail, wenn es dich aufnimmt. Melde dich dann dort an.`,
  confirmApproval: ({ server }) =>
    `Danach entscheidet das Team von ${server}, und du bekommst eine E-Mail, wenn es dich aufnimmt. Vorher sieht diese Seite nichts, auch keine Ablehnung.`,
  openMail: "Postfach öffnen",
  handle: "Dein Konto wird {handle}.",
  checkNow: "Jetzt nachsehen",
  checking: "Es wird nachgesehen\u00a0…",
  notYet: "Noch nicht bestätigt.",
  notDecided: "Noch nicht entschieden.",
  notAccepted: "Noch nicht aufgenommen. Mehr sagt der Server nicht.",
  noMailTitle: "Wo bleibt die E-Mail?",
  noMailText: ({ host }) =>
    `Es kann ein paar Minuten dauern, auf einem vollen Server eine Stunde. Sieh auch im Spam-Ordner nach, suche nach „${host}“ und prüfe oben die Adresse noch einmal.`,
  noEffectText: ({ server }) =>
    `Du hast den Link geöffnet, und hier ändert sich nichts? Wer auf ${server} mit einem anderen Konto angemeldet ist, muss sich dort erst abmelden oder den Link in einem privaten Fenster öffnen.`,
  status: "Wie es dem Server heute geht: {link}",
  wrongAddress: "Falsche Adresse?",
  otherEmail: "Andere E-Mail-Adresse",
  otherEmailHint:
    "Der Link in der ersten E-Mail gilt dann nicht mehr, und die alte Adresse bekommt eine Nachricht von der Änderung. An die neue kommen zwei gleiche E-Mails; ihr Link endet dort, wo man sich auf dem Server anmeldet, also komm danach auf diese Seite zurück.",
  resend: "Noch einmal senden",
  resendAt: ({ clock }) => `Möglich in ${clock}`,
  resent: ({ email }) => `Eine neue E-Mail ist unterwegs an ${email}.`,
  restartTitle: "Stimmt etwas mit diesem Konto nicht?",
  restartText: ({ server }) =>
    `Du kannst es auf diesem Gerät vergessen und neu anfangen, zum Beispiel mit einem anderen Namen. Was auf ${server} angelegt wurde, bleibt dort, und eine E-Mail-Adresse gilt dort nur einmal: Das nächste Konto braucht eine andere, oder du meldest dich mit diesem an.`,
  restart: "Neu anfangen",

  reviewTitle: "Es wird noch entschieden",
  reviewUnwatched: ({ server }) =>
    `Das Team von ${server} sieht sich deine Registrierung jetzt an. Das kann ein paar Tage dauern.`,
  reviewText: ({ server }) =>
    `Deine E-Mail-Adresse ist bestätigt. Das Team von ${server} sieht sich deine Registrierung jetzt an. Das kann ein paar Tage dauern.`,
  reviewNext: "Du bekommst eine E-Mail, wenn es sie annimmt. Du kannst diese Seite schließen.",

  readyTitle: "Willkommen!",
  readyText: "Dein Konto ist bereit: {handle}",
  readyButTitle: "Noch ein Schritt",
  readyBut: "Deine Adresse ist bestätigt. Dein Konto: {handle}",
  readyNext: ({ server, email, username }) =>
    `Melde dich auf ${server} mit ${username ? `deinem Profilnamen (${username})` : `deiner E-Mail-Adresse (${email})`} und dem Passwort an, das du gewählt hast. Ein Passwort, das dein Browser für diese Seite gespeichert hat, bietet er dort nicht von selbst an.`,
  readyClients: ({ server }) => `Um auf ${server} zu lesen und zu schreiben, brauchst du eine App. {link}`,
  clients: "Sieh nach, welche es gibt",
  profile: "Dein Profil ansehen",
  followText: "Jemand für den Anfang:",
  follow: ({ handle }) => `${handle} folgen`,
  another: "Ein weiteres Konto anlegen",
  anotherHint: ({ server }) =>
    `Es braucht eine andere E-Mail-Adresse. Wer auf ${server} angemeldet ist, meldet sich dort vorher ab oder öffnet den Link der E-Mail in einem privaten Fenster.`,

  returnedTitle: "Hat dich eine E-Mail hergeführt?",
  returnedText: ({ server }) =>
    `Wenn du dem Link in einer E-Mail von ${server} gefolgt bist, ist deine Adresse bestätigt. Melde dich dort mit dem Passwort an, das du gewählt hast. Wenn ${server} sagt, dass sich erst jemand deine Registrierung ansehen muss, warte auf die E-Mail von dort.`,
  returnedReview: ({ server }) =>
    `Wenn du dem Link in einer E-Mail von ${server} gefolgt bist, ist deine Adresse bestätigt. Als Nächstes sieht sich das Team dort vielleicht deine Registrierung an; du bekommst eine E-Mail, wenn es sie annimmt. Dann kannst du dich anmelden.`,
  returnedAlso:
    "Wenn du in einem anderen Tab oder auf einem anderen Gerät angefangen hast, macht jene Seite von selbst weiter.",
  returnedElse: "Du bist anders hergekommen?",
  returnedThere:
    "Wenn dich eine E-Mail von {server} hergeführt hat, ist deine Adresse dort bestätigt. Dieses Formular gehört zu einem anderen Server.",

  closedTitle: ({ server }) => `${server} nimmt niemanden auf`,
  closedInvites: ({ server }) => `${server} nimmt zurzeit nur Leute mit einer Einladung auf.`,
  inviteTitle: "Hast du eine Einladung?",
  inviteHint: ({ server }) => `Leute, die auf ${server} sind, können dir eine geben.`,
  inviteUse: "Einladung verwenden",
  inviteChecking: "Wird geprüft\u00a0…",
  elsewhereTitle: ({ server }) => `Registriere dich auf ${server} selbst`,
  stoppedTitle: {
    rejected: "Diese Registrierung wurde nicht angenommen",
    expired: "Diese Registrierung ist abgelaufen",
    suspended: "Dieses Konto ist gesperrt",
    disabled: "Dieses Konto ist stillgelegt",
  },
  stopped: "Dieses Konto ist nicht verfügbar",
  goSignUp: ({ server }) => `Auf ${server} registrieren`,
  signUpAgain: "Noch einmal registrieren",
  requestId: ({ id }) => `Für das Team des Servers: Anfrage ${id}`,

  fields: {
    "username.ERR_BLANK": "Wähle einen Profilnamen.",
    "username.ERR_TAKEN": "Dieser Profilname ist vergeben. Wähle einen anderen.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Verwende nur ${f.list([
        pattern.includes("A-Z") ? "Buchstaben von a bis z" : "Kleinbuchstaben von a bis z",
        "Ziffern",
        "Unterstriche",
        ...(pattern.includes("\\-") ? ["Bindestriche"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `${server} behält diesen Namen für sich. Wähle einen anderen.`,
    "email.ERR_BLANK": "Gib deine E-Mail-Adresse ein.",
    "email.ERR_INVALID": "Das ist keine vollständige E-Mail-Adresse. Sie sieht aus wie name@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Auf ${server} gibt es mit dieser Adresse schon ein Konto. Melde dich damit an oder nimm eine andere Adresse.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} findet hinter dem Teil nach dem @ nichts, was E-Mails annimmt. Prüfe ihn auf Tippfehler. Wenn keiner da ist, nimm eine andere Adresse.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} nimmt keine Adressen dieses Anbieters an. Nimm eine bei einem anderen.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} behält die Adresse, die du zuletzt angegeben hast, und sendet nichts an eine frühere. Nimm eine dritte oder warte dort auf die E-Mail.`,
    "password.ERR_BLANK": "Wähle ein Passwort.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Dieses Passwort ist zu kurz. Nimm mindestens ${characters(limit, f)}.`
        : "Dieses Passwort ist zu kurz.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Dieses Passwort ist zu lang. Nimm höchstens ${characters(limit, f)}, mit Umlauten oder Emojis weniger.`
        : "Dieses Passwort ist zu lang.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Dieses Passwort ist ${server} zu leicht zu erraten. Mach es länger, mit mehreren Wörtern, oder mische Groß- und Kleinbuchstaben, Ziffern und Zeichen.`,
    "date_of_birth.ERR_BLANK": "Gib dein ganzes Geburtsdatum ein.",
    "date_of_birth.ERR_INVALID": "Gib ein Datum des Kalenders ein, das Jahr mit vier Ziffern.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Um ${server} beizutreten, musst du mindestens ${years(limit, f)} alt sein.`
        : `Du bist zu jung, um ${server} beizutreten.`,
    "reason.ERR_BLANK": "Schreib, warum du beitreten möchtest. Das Team des Servers liest es.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Schreib etwas mehr: mindestens ${characters(limit, f)}.` : "Schreib etwas mehr.",
    "invite_code.ERR_BLANK": "Gib den Code deiner Einladung ein oder ihren Link.",
    "invite_code.ERR_INVALID":
      "Diese Einladung gilt hier nicht. Vielleicht gehört sie zu einem anderen Server, ist abgelaufen oder verbraucht.",
    "captcha_solution.ERR_BLANK": "Tippe die Zeichen ab, die du im Bild siehst.",
    "captcha_solution.ERR_INVALID": "Das waren nicht die Zeichen im Bild. Versuche es mit dem neuen.",
    "captcha_solution.ERR_EXPIRED": "Jenes Bild war inzwischen zu alt. Versuche es mit dem neuen.",
    "agreement.ERR_ACCEPTED":
      "Ohne deine Zustimmung kann es kein Konto geben. Setze den Haken, wenn du zustimmst.",
    "agreement.ERR_BLANK":
      "Ohne deine Zustimmung kann es kein Konto geben. Setze den Haken, wenn du zustimmst.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Du hast etwas anderem zugestimmt, als ${server} jetzt verlangt. Lies die Regeln und Dokumente und setze den Haken noch einmal, wenn du zustimmst.`,

    ERR_BLANK: "Das wird gebraucht.",
    ERR_TAKEN: "Das ist schon vergeben.",
    ERR_INVALID: "Das ist nicht gültig.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `Das ist zu kurz. Nimm mindestens ${characters(limit, f)}.` : "Das ist zu kurz.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `Das ist zu lang. Nimm höchstens ${characters(limit, f)}.` : "Das ist zu lang.",
    ERR_RESERVED: "Das behält der Server für sich.",
    ERR_BLOCKED: "Das erlaubt der Server nicht.",
    ERR_EXPIRED: "Das ist abgelaufen oder verbraucht.",
    ERR_TOO_WEAK: "Das ist zu leicht zu erraten.",
    ERR_UNCHANGED: "Das ändert nichts.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Der Server hat noch ${f.number(limit)} Dinge auszusetzen, mehr als hierher passen.`
        : "Der Server hat noch mehr auszusetzen, als hierher passt.",
    ERR_UNREACHABLE: "Das scheint es nicht zu geben.",
    ERR_ACCEPTED: "Dem musst du zustimmen.",
    ERR_INCLUSION: "Diese Auswahl kennt der Server nicht.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Das muss mindestens ${f.number(limit)} sein.` : "Das liegt unter der Grenze des Servers.",
  },
  problems: {
    internal: "In diesem Formular ist etwas schiefgegangen. Versuche es noch einmal.",
    "wasm-blocked":
      "Diese Seite lässt das Formular nicht laufen. Wenn es deine ist: Ergänze 'wasm-unsafe-eval' bei script-src in ihrer Content-Security-Policy.",
    "core-unreachable":
      "Ein Teil dieses Formulars ließ sich nicht laden. Prüfe deine Verbindung und versuche es noch einmal.",
    "core-died":
      "Dieses Formular ist unerwartet stehen geblieben. Was du eingegeben hast, ist noch da, nur das Passwort nicht.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "Im Attribut „server“ steht kein Servername."} Wer diese Seite betreibt, kann das berichtigen.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} antwortet nicht. Vielleicht läuft der Server nicht, vielleicht bist du offline, vielleicht lässt er andere Seiten nicht mit sich reden. Versuche es in ein paar Minuten noch einmal.`,
    "not-supported": ({ server, software }) =>
      software
        ? `Auf ${server} läuft ${software}, und das nimmt Leute nur auf seinen eigenen Seiten auf.`
        : `${server} antwortet nicht wie ein Server, mit dem dieses Formular reden kann. Vielleicht stimmt der Name nicht ganz, vielleicht registriert man sich dort auf andere Art.`,
    closed: ({ server }) =>
      `${server} nimmt zurzeit niemanden auf. Auf den Seiten des Servers steht vielleicht, wann sich das ändert oder wer Einladungen vergibt.`,
    "external-sign-up": ({ server }) =>
      `${server} hat eine eigene Registrierung, die nur auf der eigenen Seite geht.`,
    captcha: ({ server }) =>
      `${server} will mit einem Rätsel sicher sein, dass du ein Mensch bist. Das geht nur auf der eigenen Seite des Servers.`,
    "app-refused": ({ server, software, detail }) => {
      if (detail === "return-url") {
        return `Die Adresse dieser Seite, zu der ${server} dich zurückführen soll, ist dem Server zu lang. Wer diese Seite betreibt, kann eine kürzere angeben; die eigene Seite des Servers geht.`;
      }
      return software
        ? `${server}, wo ${software} läuft, lässt andere Seiten keine Konten beantragen. Auf der eigenen Seite geht es.`
        : `${server} lässt andere Seiten keine Konten beantragen. Auf der eigenen Seite geht es.`;
    },
    "sign-up-refused": ({ server }) =>
      `${server} nimmt keine Registrierungen von anderen Seiten an. Auf der eigenen Seite geht es vielleicht.`,
    forbidden: ({ server }) =>
      `${server} hat diese Registrierung nicht angenommen und sagt nicht, warum. Vielleicht nimmt der Server seit eben niemanden mehr auf, vielleicht niemanden aus deinem Netz, vielleicht meldet man sich dort über eine andere Seite an. Wenn du eine Einladung hast, verwende sie; sonst versuche es später noch einmal. Was du eingegeben hast, ist noch da.`,
    "network-blocked": ({ server }) =>
      `${server} weist jede Anfrage aus deinem Netz ab. Vielleicht hilft eine andere Verbindung, zum Beispiel ohne VPN.`,
    gone: ({ server }) => `${server} schließt für immer. Such dir einen anderen Server.`,
    invalid: ({ server }) => `${server} hat diese Registrierung abgelehnt.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} bekommt zu viele Anfragen aus deinem Netz. ${retryAt ? `Versuche es ${at(about)} noch einmal.` : "Versuche es in fünf Minuten noch einmal."}`;
      }
      if (detail === "resend") {
        return `${server} schickt für ein Konto nur wenige E-Mails. ${retryAt ? `Die nächste geht ${at(about)}.` : "Versuche es in einer halben Stunde noch einmal."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Der nächste Versuch geht ${at(about)}.`
        : `Versuche es in ${app ? "zehn Minuten" : "einer halben Stunde"} noch einmal.`;
      return app
        ? `Aus deinem Netz wurden zu viele Formulare für ${server} geöffnet. ${when} Mit dem, was du eingegeben hast, ist alles in Ordnung.`
        : `${server} nimmt aus einem Netz nur wenige Versuche an. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Auf ${server} ist etwas schiefgegangen. Vielleicht nimmt der Server keine Adressen deines Anbieters an: Versuche es mit einer bei einem anderen oder frag das Team.`
        : `Auf ${server} ist etwas schiefgegangen. Das liegt nicht an dir und ist oft nach ein paar Minuten vorbei.`,
    "bad-answer": ({ server }) =>
      `${server} hat eine Antwort gegeben, die nicht zu verstehen ist. Versuche es in ein paar Minuten noch einmal.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Deine Registrierung wurde gesendet, aber die Antwort von ${server} ging verloren. Vielleicht gibt es das Konto schon: Sieh erst nach einer E-Mail, bevor du es noch einmal versuchst.`,
    duplicate:
      "Der Name oder die Adresse ist vergeben. Vielleicht warst du es selbst, gerade eben oder in einem anderen Tab: Sieh nach einer E-Mail, bevor du es noch einmal versuchst.",
    broker: ({ server, retryable }) =>
      `Diese Seite bekam von ${server} nicht die Erlaubnis, die eine Registrierung braucht.${retryable ? " Versuche es in ein paar Minuten noch einmal." : ""}`,
    rejected: ({ server }) =>
      `Das Team von ${server} hat diese Registrierung nicht angenommen, oder das Konto wurde gelöscht. Du kannst nach dem Grund fragen oder dir einen anderen Server suchen, der zu dir passt.`,
    expired: ({ server }) =>
      `Der Link in der E-Mail wurde nicht rechtzeitig geöffnet, deshalb hat ${server} diese Registrierung gelöscht. Du kannst dich noch einmal registrieren, mit demselben Namen, wenn er noch frei ist.`,
    suspended: ({ server }) =>
      `Das Team von ${server} hat dieses Konto gesperrt. Melde dich dort an, um den Grund zu lesen und zu widersprechen.`,
    disabled: ({ server }) =>
      `Das Team von ${server} hat dieses Konto stillgelegt, sodass sich niemand damit anmelden kann. Nur das Team kann das ändern: Schreib ihm.`,
    "two-factor-required": ({ server }) =>
      `${server} lässt dieses Konto noch nicht hinein und sagt nicht, warum. Melde dich dort an: Vielleicht wird außer dem Passwort ein zweiter Nachweis verlangt, und du wirst durch das Einrichten der Zwei-Faktor-Authentisierung geführt. Wenn du nicht hineinkommst, hat das Team das Konto stillgelegt: Schreib ihm.`,
    "resend-refused": ({ server }) =>
      `${server} sendet für dieses Konto keine weitere E-Mail. Such nach der ersten, auch im Spam-Ordner.`,
    "not-now": "Das geht in diesem Moment nicht.",
    aborted: "Das wurde abgebrochen.",
  },
};

export default texts;
