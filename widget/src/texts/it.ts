/** Italian, in the words of Mastodon's own interface, which says tu. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Non è indicato nessun server: l’attributo “server” manca o è vuoto.",
  scheme: "L’attributo “server” contiene un indirizzo che non è del web.",
  credentials: "L’attributo “server” contiene un indirizzo con una password.",
  port: "L’attributo “server” contiene un indirizzo con una porta impossibile.",
  "ip-address": "L’attributo “server” contiene un numero invece del nome di un server.",
  "no-dot": "L’attributo “server” contiene una sola parola. Il nome di un server è del tipo example.social.",
  "bad-character": "L’attributo “server” contiene caratteri che nessun server ha nel nome.",
  "bad-label": "L’attributo “server” contiene un nome di server malformato.",
  "too-long": "L’attributo “server” contiene un nome troppo lungo per un server.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Sembra che tu sia offline. Controlla la connessione e riprova.",
  dns: (server) =>
    `L’indirizzo di ${server} non si trova. Forse il server non esiste più, forse la rete ha un problema passeggero. Riprova tra qualche minuto.`,
  refused: (server) => `${server} non è in funzione al momento. Riprova tra qualche minuto.`,
  tls: (server) =>
    `Non c’è una connessione sicura con ${server}, quindi non è stato inviato nulla. Controlla la data del tuo dispositivo; se è giusta, solo lo staff del server può rimediare.`,
  timeout: (server) =>
    `${server} impiega troppo a rispondere. Forse il server è sovraccarico: riprova tra qualche minuto.`,
  redirects: (server) =>
    `${server} fa girare a vuoto questo modulo e non risponde mai. Solo il suo staff può rimediare; forse sulla pagina del server funziona.`,
  cors: (server) =>
    `${server} risponde, ma non lascia leggere la risposta a questa pagina. Forse il server è sovraccarico, forse vuole verificare che tu non sia un robot, forse non accetta iscrizioni da altri siti. Riprova tra qualche minuto o continua sulla sua pagina.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `La tua iscrizione è partita, ma la risposta di ${server} è andata persa. Il nome ora è occupato, quindi molto probabilmente il tuo profilo è stato creato. Prima di tutto cerca un’email di ${server}; non serve iscriverti di nuovo.`,
  free: (server) =>
    `La tua iscrizione è partita, ma la risposta di ${server} è andata persa. Il nome è ancora libero, quindi molto probabilmente il profilo non è stato creato. Puoi inviarla di nuovo.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} accetta un numero limitato di iscrizioni al giorno, e oggi non ne accetta altre. Riprova domani.`,
  backlog: (server) =>
    `Ci sono così tante iscrizioni in attesa dello staff di ${server} che il server non ne accetta altre finché non ne vengono esaminate alcune. Riprova tra un giorno o due.`,
};

const characters = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "carattere", many: "di caratteri", other: "caratteri" })}`;

const years = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "anno", many: "di anni", other: "anni" })}`;

const days = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "giorno", many: "di giorni", other: "giorni" })}`;

const texts: Translation = {
  lang: "it",

  loading: "Caricamento del modulo…",
  opensNewTab: "(si apre in una nuova scheda)",

  joinKicker: "Crea un profilo su",
  approvalNotice: ({ server }) =>
    `Lo staff di ${server} esamina ogni iscrizione. Dopo che avrai confermato il tuo indirizzo email, deciderà, di solito in pochi giorni.`,
  rulesTitle: "Regole del server",
  ruleHint: "Altro su questa regola",
  rulesLeftOut: ({ n, f }) =>
    `… e ${f.plural(n, { one: "ancora", other: "altre" })} ${f.number(n)} ${f.plural(n, { one: "regola", many: "di regole", other: "regole" })} sulla pagina del server`,
  documents: {
    "privacy-policy": "Informativa sulla privacy",
    "terms-of-service": "Termini di servizio",
    about: "Informazioni su questo server",
  },
  agreedDocuments: {
    "privacy-policy": "l’informativa sulla privacy",
    "terms-of-service": "i termini di servizio",
  },
  agreedRules: "le regole del server",

  optional: "(facoltativo)",
  username: "Nome utente",
  usernameHint: ({ handle }) => `Ti troveranno come ${handle}. Non si può cambiare in seguito.`,
  usernameExample: "nomeutente",
  usernameShortened: "È rimasta solo la parte prima della @. Un nome utente non è un indirizzo email.",
  usernameChecking: "Controllo se il nome è libero…",
  usernameFree: ({ name }) => `@${name} sembra libero.`,
  usernameTaken: ({ name }) => `@${name} è già occupato.`,
  usernameSuggestions: "Questi sembrano liberi:",
  email: "Indirizzo email",
  emailHint: "Ti serve per entrare. Prima ci arriverà un’email con un link.",
  emailHintOptional: "Con questo recuperi l’accesso se dimentichi la password.",
  password: "Password",
  passwordHint: ({ min, f }) =>
    min ? `Almeno ${characters(min, f)}. Più è lunga, meglio è.` : "Più è lunga, meglio è.",
  showPassword: "Mostra la password",
  dateOfBirth: "Data di nascita",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} controlla che tu abbia almeno ${years(min, f)}` : `${server} chiede questa data`) +
    (unkept ? ". La data non viene conservata." : ". La data non viene mostrata a nessuno."),
  reason: "Perché vuoi iscriverti?",
  reasonHint: {
    approval: "Lo staff del server lo legge prima di decidere.",
    "server-asked": "Lo chiede il server.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} di ${characters(limit, f)}`,
  inviteCode: "Codice o link d’invito",
  captcha: "Caratteri nell’immagine",
  captchaHint: "Così il server sa che non sei un robot. Ogni immagine vale per un solo tentativo.",
  agreementLabel: "Consenso",
  agreement: "Ho letto e accetto {documents} di {server}.",

  submit: "Crea profilo",
  apply: "Richiedi un profilo",
  submitting: "Creazione del profilo…",
  wait: ({ clock }) => `Troppi tentativi dalla tua rete. Di nuovo possibile tra ${clock}`,
  haveAccount: "Hai già un profilo? {link}",
  signIn: ({ server }) => `Entra su ${server}`,
  unsent: "Non è stato inviato nulla.",

  plain: {
    confirm:
      "Il tuo profilo è stato creato. Un’email è in arrivo: apri il link che contiene per confermare il tuo indirizzo.",
    review: "Lo staff del server sta esaminando la tua iscrizione.",
    ready: "Il tuo profilo è pronto. Entra sul server.",
    returned:
      "Se ti ha portato qui il link nell’email del server, il tuo indirizzo è confermato. Entra sul server.",
    closed: "Il server non accetta iscrizioni al momento.",
    elsewhere: "Il server accetta iscrizioni solo sulla sua pagina.",
    stopped: "Questo profilo non è disponibile.",
    failed: "L’iscrizione qui non funziona al momento.",
  },
  goServer: ({ server }) => `Vai su ${server}`,
  again: "Riprova",

  emailHintMail: "Il server ti scrive qui.",
  passwordEntropy: ({ server }) =>
    `${server} misura quanto è difficile da indovinare: usa più parole, o mescola lettere, cifre e simboli.`,
  summary: ({ n, f }) =>
    `${f.number(n)} ${f.plural(n, { one: "campo richiede", many: "di campi richiedono", other: "campi richiedono" })} la tua attenzione:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Ti ${f.plural(left, { one: "resta", other: "restano" })} ${f.number(left)} ${f.plural(left, { one: "tentativo", many: "di tentativi", other: "tentativi" })}. Il conteggio riparte a quest’ora: ${f.time(resetAt)}.`
      : `Non ti restano tentativi. Il conteggio riparte a quest’ora: ${f.time(resetAt)}.`,
  contact: "Domande? Scrivi allo staff del server: {link}",
  serverSays: ({ server }) => `${server} dice:`,
  slowLoading: ({ server }) =>
    `${server} tarda a rispondere. Puoi aspettare ancora un po’ o seguire il link al server.`,
  slowSubmitting: ({ server }) =>
    `${server} sta controllando se il tuo indirizzo può ricevere email: ci vuole qualche secondo. Resta su questa pagina.`,
  failedTitle: "L’iscrizione qui non funziona al momento",
  keptTitle: "La tua iscrizione continua più tardi",
  keptText: ({ handle, email }) =>
    `Il tuo profilo ${handle} è stato creato, con l’indirizzo ${email}, e non è andato perso nulla.`,
  offline: "Appena torna la connessione, verrà fatto un nuovo tentativo in automatico.",

  captchaPicture: "Immagine con caratteri da copiare",
  captchaLoading: "L’immagine sta arrivando…",
  captchaFailed: "Non è stato possibile mostrare l’immagine. Chiedine un’altra.",
  captchaMissing: ({ server }) =>
    `L’immagine che ${server} vuole farti leggere non è arrivata. Chiedine un’altra accanto al suo campo, o iscriviti direttamente su ${server}.`,
  challenge: "Prima conferma, in fondo al modulo, che sei umano.",
  captchaExpired: "L’immagine è scaduta. Ne sta arrivando un’altra…",
  captchaAnother: "Un’altra immagine",
  captchaChanged: "C’è una nuova immagine. Scrivi i suoi caratteri.",
  captchaUnseen: "Non riesci a vederla o a leggerla? {link}",
  mistyped: ({ address }) => `Intendevi ${address}?`,
  strength: "Quanto è difficile indovinare la password",
  strengths: [
    "Molto facile da indovinare",
    "Facile da indovinare",
    "Non molto difficile da indovinare",
    "Difficile da indovinare",
    "Molto difficile da indovinare",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} di ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} di ${characters(limit, f)}; lettere accentate ed emoji contano da due a quattro`,

  documentDate: ({ date }) => `Data della versione: ${date}`,
  documentComes: ({ date }) => `In vigore dal ${date}`,
  documentSucceeded: ({ date }) => `Un’altra versione la sostituisce il ${date}`,
  documentPage: ({ server }) => `Apri la pagina di ${server}`,
  documentLoading: "Caricamento…",
  documentFailed: "Il server non lascia mostrare il testo a questa pagina. Puoi leggerlo lì:",
  documentForMembers: ({ server }) =>
    `${server} mostra questo solo a chi è già iscritto. Puoi iscriverti lo stesso.`,
  documentEmpty: ({ server }) => `${server} non ha scritto nulla qui.`,
  close: "Chiudi",

  confirmTitle: "Controlla la tua email",
  confirmText:
    "Un’email è in viaggio verso {email}. Apri il link che contiene per confermare che l’indirizzo è tuo.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Il link vale ${days(link, f)}. ${server} elimina le iscrizioni che nessuno conferma entro ${days(life, f)}.`
      : "Fallo presto: la maggior parte dei server elimina le iscrizioni che nessuno conferma entro una settimana.",
  confirmWatched: "Questa pagina se ne accorge da sola, anche se apri il link su un altro dispositivo.",
  confirmUnwatched: ({ server }) =>
    `Questa pagina non può vedere quando l’hai fatto. Dopo, entra su ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Dopo decide lo staff di ${server}. Questa pagina non può vederlo, ma riceverai un’email se la tua iscrizione viene approvata. A quel punto, entra lì.`,
  confirmApproval: ({ server }) =>
    `Dopo decide lo staff di ${server}, e riceverai un’email se la tua iscrizione viene approvata. Fino ad allora questa pagina non vede nulla, neanche un rifiuto.`,
  openMail: "Apri la tua posta",
  handle: "Il tuo profilo sarà {handle}.",
  checkNow: "Controlla ora",
  checking: "Controllo…",
  notYet: "Non ancora confermato.",
  notDecided: "Non ancora deciso.",
  notAccepted: "Non ancora approvato. Il server non dice altro.",
  noMailTitle: "Dov’è la mia email?",
  noMailText: ({ host }) =>
    `Può metterci qualche minuto, o un’ora se il server è molto occupato. Guarda anche nella cartella dello spam, cerca “${host}” e ricontrolla l’indirizzo qui sopra.`,
  noEffectText: ({ server }) =>
    `Hai aperto il link e qui non cambia nulla? Se su ${server} stai usando un altro profilo, prima esci da quello, o apri il link in una finestra anonima.`,
  status: "Come sta oggi il server: {link}",
  wrongAddress: "Indirizzo sbagliato?",
  otherEmail: "Un altro indirizzo email",
  otherEmailHint:
    "Il link nella prima email non varrà più e il vecchio indirizzo riceverà un avviso della modifica. A quello nuovo arriveranno due email uguali; il loro link porta dove si entra sul server, quindi poi torna su questa pagina.",
  resend: "Invia di nuovo",
  resendAt: ({ clock }) => `Possibile tra ${clock}`,
  resent: ({ email }) => `Una nuova email è in viaggio verso ${email}.`,
  restartTitle: "Qualcosa non va con questo profilo?",
  restartText: ({ server }) =>
    `Puoi dimenticarlo su questo dispositivo e ricominciare, per esempio con un altro nome. Quello che è stato creato su ${server} resta lì, e ogni indirizzo email vale una volta sola: per il prossimo profilo ne serve un altro, oppure entra con questo profilo.`,
  restart: "Ricomincia",

  reviewTitle: "In attesa di approvazione",
  reviewUnwatched: ({ server }) =>
    `Lo staff di ${server} sta esaminando la tua iscrizione. Può volerci qualche giorno.`,
  reviewText: ({ server }) =>
    `Il tuo indirizzo email è confermato. Lo staff di ${server} sta esaminando la tua iscrizione. Può volerci qualche giorno.`,
  reviewNext: "Riceverai un’email se viene approvata. Puoi chiudere questa pagina.",

  readyTitle: "Ti diamo il benvenuto!",
  readyText: "Il tuo profilo è pronto: {handle}",
  readyButTitle: "Ancora un passo",
  readyBut: "Il tuo indirizzo è confermato. Il tuo profilo: {handle}",
  readyNext: ({ server, email, username }) =>
    `Entra su ${server} con il tuo ${username ? `nome utente (${username})` : `indirizzo email (${email})`} e la password che hai scelto. Se il browser ha salvato la password per questa pagina, lì non la proporrà da solo.`,
  readyClients: ({ server }) => `Per leggere e scrivere su ${server} ti serve un’app. {link}`,
  clients: "Guarda quali ci sono",
  profile: "Guarda il tuo profilo",
  followText: "Per cominciare:",
  follow: ({ handle }) => `Segui ${handle}`,
  another: "Crea un altro profilo",
  anotherHint: ({ server }) =>
    `Serve un altro indirizzo email. Se su ${server} stai usando un profilo, prima esci da quello, o apri il link nell’email in una finestra anonima.`,

  returnedTitle: "Ti ha portato qui un’email?",
  returnedText: ({ server }) =>
    `Se hai seguito il link in un’email di ${server}, il tuo indirizzo è confermato. Entra lì con la password che hai scelto. Se ${server} ti dice che prima la tua iscrizione va esaminata, aspetta l’email.`,
  returnedReview: ({ server }) =>
    `Se hai seguito il link in un’email di ${server}, il tuo indirizzo è confermato. Forse ora lo staff esaminerà la tua iscrizione; riceverai un’email se viene approvata. A quel punto potrai entrare.`,
  returnedAlso:
    "Se hai iniziato in un’altra scheda o su un altro dispositivo, quella pagina va avanti da sola.",
  returnedElse: "Hai seguito un’altra strada?",
  returnedThere:
    "Se ti ha portato qui un’email di {server}, il tuo indirizzo lì è confermato. Questo modulo è di un altro server.",

  closedTitle: ({ server }) => `${server} non accetta iscrizioni`,
  closedInvites: ({ server }) => `Al momento ${server} accetta iscrizioni solo su invito.`,
  inviteTitle: "Hai un invito?",
  inviteHint: ({ server }) => `Chi è già su ${server} può dartene uno.`,
  inviteUse: "Usa l’invito",
  inviteChecking: "Controllo…",
  elsewhereTitle: ({ server }) => `Iscriviti direttamente su ${server}`,
  stoppedTitle: {
    rejected: "Questa iscrizione non è stata approvata",
    expired: "Questa iscrizione è scaduta",
    suspended: "Questo profilo è sospeso",
    disabled: "Questo profilo è congelato",
  },
  stopped: "Questo profilo non è disponibile",
  goSignUp: ({ server }) => `Iscriviti su ${server}`,
  signUpAgain: "Iscriviti di nuovo",
  requestId: ({ id }) => `Per lo staff del server: richiesta ${id}`,

  fields: {
    "username.ERR_BLANK": "Scegli un nome utente.",
    "username.ERR_TAKEN": "Questo nome utente è già occupato. Scegline un altro.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Usa solo ${f.list([
        pattern.includes("A-Z") ? "lettere dalla a alla z" : "lettere minuscole dalla a alla z",
        "cifre",
        "trattini bassi",
        ...(pattern.includes("\\-") ? ["trattini"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `${server} tiene per sé questo nome. Scegline un altro.`,
    "email.ERR_BLANK": "Inserisci il tuo indirizzo email.",
    "email.ERR_INVALID": "Questo indirizzo email non è completo. Deve essere del tipo nome@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Su ${server} c’è già un profilo con questo indirizzo. Entra con quello o usa un altro indirizzo.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} non trova nulla che riceva email nella parte dopo la @. Controlla se ci sono errori di battitura. Se non ce ne sono, usa un altro indirizzo.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} non accetta indirizzi di questo fornitore di posta. Usane uno di un altro.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} tiene l’ultimo indirizzo che hai dato e non invia nulla a uno precedente. Usane un terzo o aspetta lì l’email.`,
    "password.ERR_BLANK": "Scegli una password.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Questa password è troppo corta. Usa almeno ${characters(limit, f)}.`
        : "Questa password è troppo corta.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Questa password è troppo lunga. Usa al massimo ${characters(limit, f)}, meno se ci sono accenti o emoji.`
        : "Questa password è troppo lunga.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Per ${server} questa password è troppo facile da indovinare. Allungala con più parole, o mescola maiuscole, minuscole, cifre e simboli.`,
    "date_of_birth.ERR_BLANK": "Inserisci la tua data di nascita completa.",
    "date_of_birth.ERR_INVALID": "Inserisci una data che esiste, con l’anno in quattro cifre.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Per iscriverti su ${server} devi avere almeno ${years(limit, f)}.`
        : `Non hai ancora l’età per iscriverti su ${server}.`,
    "reason.ERR_BLANK": "Scrivi perché vuoi iscriverti. Lo staff del server lo legge.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Scrivi un po’ di più: almeno ${characters(limit, f)}.` : "Scrivi un po’ di più.",
    "invite_code.ERR_BLANK": "Inserisci il codice del tuo invito o il suo link.",
    "invite_code.ERR_INVALID":
      "Questo invito qui non vale. Forse è per un altro server, è scaduto o è già esaurito.",
    "captcha_solution.ERR_BLANK": "Scrivi i caratteri che vedi nell’immagine.",
    "captcha_solution.ERR_INVALID": "Quelli non erano i caratteri dell’immagine. Riprova con la nuova.",
    "captcha_solution.ERR_EXPIRED": "Quell’immagine nel frattempo era scaduta. Riprova con la nuova.",
    "agreement.ERR_ACCEPTED":
      "Senza il tuo consenso il profilo non può essere creato. Se accetti, spunta la casella.",
    "agreement.ERR_BLANK":
      "Senza il tuo consenso il profilo non può essere creato. Se accetti, spunta la casella.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Hai accettato qualcosa di diverso da ciò che ${server} chiede ora. Leggi le regole e i documenti e, se accetti, spunta di nuovo la casella.`,

    ERR_BLANK: "Questo è necessario.",
    ERR_TAKEN: "Questo è già occupato.",
    ERR_INVALID: "Questo non è valido.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `È troppo corto. Usa almeno ${characters(limit, f)}.` : "È troppo corto.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `È troppo lungo. Usa al massimo ${characters(limit, f)}.` : "È troppo lungo.",
    ERR_RESERVED: "Il server lo tiene per sé.",
    ERR_BLOCKED: "Il server non lo permette.",
    ERR_EXPIRED: "Questo è scaduto o è già esaurito.",
    ERR_TOO_WEAK: "È troppo facile da indovinare.",
    ERR_UNCHANGED: "Questo non cambia nulla.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Il server trova ancora ${f.number(limit)} ${f.plural(limit, { one: "problema, che qui non trova", many: "di problemi, che qui non trovano", other: "problemi, che qui non trovano" })} posto.`
        : "Il server trova più problemi di quanti ne stiano qui.",
    ERR_UNREACHABLE: "Sembra che questo non esista.",
    ERR_ACCEPTED: "Devi accettarlo.",
    ERR_INCLUSION: "Il server non conosce questa scelta.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Deve essere almeno ${f.number(limit)}.` : "È sotto il limite del server.",
  },
  problems: {
    internal: "Qualcosa è andato storto in questo modulo. Riprova.",
    "wasm-blocked":
      "Questa pagina non lascia funzionare il modulo. Se è tua, aggiungi 'wasm-unsafe-eval' a script-src nella sua Content-Security-Policy.",
    "core-unreachable":
      "Non è stato possibile caricare una parte di questo modulo. Controlla la connessione e riprova.",
    "core-died":
      "Questo modulo si è fermato in modo imprevisto. Quello che hai scritto è rimasto, tranne la password.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "L’attributo “server” non contiene il nome di un server."} Chi gestisce questo sito può correggerlo.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} non risponde. Forse il server è fermo, forse non hai connessione, forse non lascia che altri siti gli parlino. Riprova tra qualche minuto.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} usa ${software}, che accetta iscrizioni solo sulle proprie pagine.`
        : `${server} non risponde come i server con cui questo modulo sa parlare. Forse il nome non è del tutto giusto, forse lì ci si iscrive in un altro modo.`,
    closed: ({ server }) =>
      `${server} non accetta iscrizioni al momento. Forse sulle sue pagine c’è scritto quando cambierà, o a chi chiedere un invito.`,
    "external-sign-up": ({ server }) =>
      `${server} ha una sua iscrizione, che funziona solo sulla sua pagina.`,
    captcha: ({ server }) =>
      `${server} vuole assicurarsi che tu non sia un robot, con una prova che funziona solo sulla sua pagina.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `L’indirizzo di questa pagina è troppo lungo perché ${server} possa riportarti qui. Chi gestisce questo sito può indicarne uno più corto; sulla pagina del server si può.`
        : software
          ? `${server}, che usa ${software}, non permette ad altri siti di creare profili. Sulla sua pagina si può.`
          : `${server} non permette ad altri siti di creare profili. Sulla sua pagina si può.`,
    "sign-up-refused": ({ server }) =>
      `${server} non accetta iscrizioni da altri siti. Forse sulla sua pagina si può.`,
    forbidden: ({ server }) =>
      `${server} non ha accettato questa iscrizione e non dice perché. Forse il server ha appena chiuso le iscrizioni, forse non ne accetta dalla tua rete, forse lì si entra tramite un altro sito. Se hai un invito, usalo; altrimenti riprova più tardi. Quello che hai scritto è rimasto.`,
    "network-blocked": ({ server }) =>
      `${server} rifiuta tutte le richieste dalla tua rete. Forse aiuta un’altra connessione, per esempio senza VPN.`,
    gone: ({ server }) => `${server} chiude per sempre. Cerca un altro server.`,
    invalid: ({ server }) => `${server} ha rifiutato questa iscrizione.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} riceve troppe richieste dalla tua rete. Riprova ${retryAt ? at(about) : "tra cinque minuti"}.`;
      }
      if (detail === "resend") {
        return `${server} invia solo poche email per ogni profilo. ${retryAt ? `La prossima sarà possibile ${at(about)}.` : "Riprova tra mezz’ora."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Potrai riprovare ${at(about)}.`
        : `Riprova tra ${app ? "dieci minuti" : "mezz’ora"}.`;
      return app
        ? `Dalla tua rete sono stati aperti troppi moduli per ${server}. ${when} Quello che hai scritto va bene.`
        : `${server} accetta solo pochi tentativi da una stessa rete. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Qualcosa è andato storto su ${server}. Forse il server non accetta indirizzi del tuo fornitore di posta: provane uno di un altro, o chiedi allo staff.`
        : `Qualcosa è andato storto su ${server}. Non è colpa tua, e spesso passa in qualche minuto.`,
    "bad-answer": ({ server }) =>
      `${server} ha dato una risposta incomprensibile. Riprova tra qualche minuto.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `La tua iscrizione è partita, ma la risposta di ${server} è andata persa. Forse il profilo esiste già: cerca prima un’email, poi eventualmente riprova.`,
    duplicate:
      "Il nome o l’indirizzo è già preso. Forse eri tu, poco fa o in un’altra scheda: cerca un’email prima di riprovare.",
    broker: ({ server, retryable }) =>
      `Questo sito non ha ottenuto da ${server} il permesso che serve per un’iscrizione.${retryable ? " Riprova tra qualche minuto." : ""}`,
    rejected: ({ server }) =>
      `Lo staff di ${server} non ha approvato questa iscrizione, o il profilo è stato eliminato. Puoi chiedere il perché, o cercare un altro server adatto a te.`,
    expired: ({ server }) =>
      `Il link nell’email non è stato aperto in tempo, quindi ${server} ha eliminato questa iscrizione. Puoi iscriverti di nuovo, con lo stesso nome se è ancora libero.`,
    suspended: ({ server }) =>
      `Lo staff di ${server} ha sospeso questo profilo. Entra lì per leggere il motivo e fare ricorso.`,
    disabled: ({ server }) =>
      `Lo staff di ${server} ha congelato questo profilo, e nessuno può usarlo per entrare. Solo lo staff può sbloccarlo: scrivigli.`,
    "two-factor-required": ({ server }) =>
      `${server} non fa ancora entrare questo profilo e non dice perché. Entra lì: forse ti chiede una seconda prova oltre alla password e ti guida a configurare l’autenticazione a due fattori. Se non ti fa entrare, lo staff ha congelato il profilo: scrivigli.`,
    "resend-refused": ({ server }) =>
      `${server} non invia altre email per questo profilo. Cerca la prima, anche nella cartella dello spam.`,
    "not-now": "In questo momento non è possibile.",
    aborted: "È stato annullato.",
  },
};

export default texts;
