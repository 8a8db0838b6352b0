/** French, in the words of Mastodon's own interface, which says vous. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Aucun serveur n’est indiqué\u00a0: l’attribut «\u00a0server\u00a0» manque ou est vide.",
  scheme: "L’attribut «\u00a0server\u00a0» contient une adresse qui n’est pas celle d’un site web.",
  credentials: "L’attribut «\u00a0server\u00a0» contient une adresse avec un mot de passe.",
  port: "L’attribut «\u00a0server\u00a0» contient une adresse dont le port est impossible.",
  "ip-address": "L’attribut «\u00a0server\u00a0» contient un nombre au lieu d’un nom de serveur.",
  "no-dot":
    "L’attribut «\u00a0server\u00a0» contient un seul mot. Un nom de serveur ressemble plutôt à example.social.",
  "bad-character":
    "L’attribut «\u00a0server\u00a0» contient des caractères interdits dans un nom de serveur.",
  "bad-label": "L’attribut «\u00a0server\u00a0» contient un nom de serveur mal formé.",
  "too-long": "L’attribut «\u00a0server\u00a0» contient un nom trop long pour un serveur.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Vous semblez hors ligne. Vérifiez votre connexion, puis réessayez.",
  dns: (server) =>
    `L’adresse de ${server} est introuvable. Le serveur n’existe peut-être plus, ou le réseau a un problème passager. Réessayez dans quelques minutes.`,
  refused: (server) => `${server} ne fonctionne pas en ce moment. Réessayez dans quelques minutes.`,
  tls: (server) =>
    `Aucune connexion sûre avec ${server} n’est possible\u00a0; rien n’a donc été envoyé. Vérifiez la date de votre appareil. Si elle est juste, seule l’équipe du serveur peut régler le problème.`,
  timeout: (server) =>
    `${server} met trop de temps à répondre. Le serveur est peut-être surchargé\u00a0: réessayez dans quelques minutes.`,
  redirects: (server) =>
    `${server} fait tourner ce formulaire en rond, sans jamais répondre. Seule son équipe peut régler le problème\u00a0; l’inscription fonctionne peut-être sur la page du serveur.`,
  cors: (server) =>
    `${server} répond, mais ne laisse pas cette page lire la réponse. Le serveur est peut-être surchargé, il veut peut-être vérifier que vous n’êtes pas un robot, ou il n’accepte pas d’inscription depuis d’autres sites. Réessayez dans quelques minutes, ou continuez sur sa propre page.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Votre inscription est partie, mais la réponse de ${server} s’est perdue. L’identifiant est maintenant pris\u00a0: votre compte a donc très probablement été créé. Avant toute chose, cherchez un courriel de ${server}\u00a0; inutile de vous inscrire à nouveau.`,
  free: (server) =>
    `Votre inscription est partie, mais la réponse de ${server} s’est perdue. L’identifiant est toujours libre\u00a0: le compte n’a donc très probablement pas été créé. Vous pouvez renvoyer votre inscription.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} limite le nombre d’inscriptions par jour, et n’en accepte plus aujourd’hui. Réessayez demain.`,
  backlog: (server) =>
    `Tant d’inscriptions attendent l’équipe de ${server} que le serveur n’en prend plus pour l’instant. Réessayez dans un jour ou deux.`,
};

const characters = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "caractère", many: "de caractères", other: "caractères" })}`;

const years = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "an", many: "d’années", other: "ans" })}`;

const days = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "jour", many: "de jours", other: "jours" })}`;

const texts: Translation = {
  lang: "fr",

  loading: "Chargement du formulaire…",
  opensNewTab: "(s’ouvre dans un nouvel onglet)",

  joinKicker: "Créer un compte sur",
  approvalNotice: ({ server }) =>
    `L’équipe de ${server} examine chaque inscription. Une fois votre adresse de courriel confirmée, elle se décide, en général en quelques jours.`,
  rulesTitle: "Règles du serveur",
  ruleHint: "En savoir plus sur cette règle",
  rulesLeftOut: ({ n, f }) =>
    `… et ${f.number(n)} ${f.plural(n, { one: "autre règle", many: "d’autres règles", other: "autres règles" })} sur la page du serveur`,
  documents: {
    "privacy-policy": "Politique de confidentialité",
    "terms-of-service": "Conditions d’utilisation",
    about: "À propos de ce serveur",
  },
  agreedDocuments: {
    "privacy-policy": "la politique de confidentialité",
    "terms-of-service": "les conditions d’utilisation",
  },
  agreedRules: "les règles du serveur",

  optional: "(facultatif)",
  username: "Identifiant",
  usernameHint: ({ handle }) =>
    `C’est ainsi qu’on vous trouvera\u00a0: ${handle}. Il ne pourra plus être changé.`,
  usernameExample: "identifiant",
  usernameShortened:
    "Seule la partie avant le @ est restée. Un identifiant n’est pas une adresse de courriel.",
  usernameChecking: "Vérification de l’identifiant…",
  usernameFree: ({ name }) => `@${name} semble libre.`,
  usernameTaken: ({ name }) => `@${name} est déjà pris.`,
  usernameSuggestions: "Ceux-ci semblent libres\u00a0:",
  email: "Adresse de courriel",
  emailHint: "Elle sert à vous connecter. Vous y recevrez d’abord un courriel contenant un lien.",
  emailHintOptional: "Elle vous permet de retrouver votre compte si vous oubliez votre mot de passe.",
  password: "Mot de passe",
  passwordHint: ({ min, f }) =>
    min ? `Au moins ${characters(min, f)}. Plus il est long, mieux c’est.` : "Plus il est long, mieux c’est.",
  showPassword: "Afficher le mot de passe",
  dateOfBirth: "Date de naissance",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} vérifie que vous avez au moins ${years(min, f)}` : `${server} demande cette date`) +
    (unkept ? ". La date n’est pas conservée." : ". La date n’est montrée à personne."),
  reason: "Pourquoi voulez-vous vous inscrire\u00a0?",
  reasonHint: {
    approval: "L’équipe du serveur lit votre réponse avant de se décider.",
    "server-asked": "Le serveur le demande.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} sur ${characters(limit, f)}`,
  inviteCode: "Code ou lien d’invitation",
  captcha: "Caractères de l’image",
  captchaHint: "Ainsi, le serveur sait que vous n’êtes pas un robot. Chaque image ne sert que pour un essai.",
  agreementLabel: "Accord",
  agreement: "J’ai lu et j’accepte {documents} de {server}.",

  submit: "Créer un compte",
  apply: "Demander un compte",
  submitting: "Création du compte…",
  wait: ({ clock }) => `Trop d’essais depuis votre réseau. À nouveau possible dans ${clock}`,
  haveAccount: "Vous avez déjà un compte\u00a0? {link}",
  signIn: ({ server }) => `Se connecter à ${server}`,
  unsent: "Rien n’a été envoyé.",

  plain: {
    confirm:
      "Votre compte est créé. Un courriel est en route\u00a0: ouvrez le lien qu’il contient pour confirmer votre adresse.",
    review: "L’équipe du serveur examine votre inscription.",
    ready: "Votre compte est prêt. Connectez-vous sur le serveur.",
    returned:
      "Si vous arrivez ici par le lien du courriel du serveur, votre adresse est confirmée. Connectez-vous sur le serveur.",
    closed: "Le serveur n’accepte pas d’inscriptions en ce moment.",
    elsewhere: "Le serveur n’accepte d’inscriptions que sur sa propre page.",
    stopped: "Ce compte n’est pas disponible.",
    failed: "L’inscription ne fonctionne pas ici pour le moment.",
  },
  goServer: ({ server }) => `Aller sur ${server}`,
  again: "Réessayer",

  emailHintMail: "Le serveur vous y écrit.",
  passwordEntropy: ({ server }) =>
    `${server} mesure s’il est difficile à deviner\u00a0: prenez plusieurs mots, ou mélangez lettres, chiffres et symboles.`,
  summary: ({ n, f }) =>
    `${f.number(n)} ${f.plural(n, { one: "champ est", many: "de champs sont", other: "champs sont" })} à revoir\u00a0:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Il vous reste ${f.number(left)} ${f.plural(left, { one: "essai", many: "d’essais", other: "essais" })} avant ${f.time(resetAt)}.`
      : `Il ne vous reste aucun essai avant ${f.time(resetAt)}.`,
  contact: "Des questions\u00a0? Écrivez à l’équipe du serveur\u00a0: {link}",
  serverSays: ({ server }) => `${server} indique\u00a0:`,
  slowLoading: ({ server }) =>
    `${server} tarde à répondre. Vous pouvez patienter encore un peu, ou suivre le lien vers le serveur.`,
  slowSubmitting: ({ server }) =>
    `${server} vérifie que votre adresse peut recevoir des courriels, ce qui prend quelques secondes. Restez sur cette page.`,
  failedTitle: "L’inscription ne fonctionne pas ici pour le moment",
  keptTitle: "Votre inscription reprendra plus tard",
  keptText: ({ handle, email }) =>
    `Votre compte ${handle} a été créé, avec l’adresse ${email}, et rien n’en est perdu.`,
  offline: "Dès que la connexion reviendra, un nouvel essai se fera automatiquement.",

  captchaPicture: "Image avec des caractères à recopier",
  captchaLoading: "L’image arrive…",
  captchaFailed: "L’image n’a pas pu s’afficher. Demandez-en une autre.",
  captchaMissing: ({ server }) =>
    `L’image que ${server} vous demande de lire n’est pas arrivée. Demandez-en une autre près de son champ, ou inscrivez-vous directement sur ${server}.`,
  challenge: "Confirmez d’abord, au bas du formulaire, que vous êtes humain.",
  captchaExpired: "L’image est trop ancienne. Une autre arrive…",
  captchaAnother: "Autre image",
  captchaChanged: "L’image a changé. Recopiez ses caractères.",
  captchaUnseen: "Vous ne la voyez pas ou n’arrivez pas à la lire\u00a0? {link}",
  mistyped: ({ address }) => `Vouliez-vous dire ${address}\u00a0?`,
  strength: "Difficulté à deviner le mot de passe",
  strengths: [
    "Très facile à deviner",
    "Facile à deviner",
    "Pas très difficile à deviner",
    "Difficile à deviner",
    "Très difficile à deviner",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} sur ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} sur ${characters(limit, f)}\u00a0; une lettre accentuée ou un émoji compte pour deux à quatre`,

  documentDate: ({ date }) => `Version du ${date}`,
  documentComes: ({ date }) => `S’applique à partir du ${date}`,
  documentSucceeded: ({ date }) => `Une autre version la remplace le ${date}`,
  documentPage: ({ server }) => `Ouvrir la page de ${server}`,
  documentLoading: "Chargement…",
  documentFailed: "Le serveur ne laisse pas cette page l’afficher. Lisez-le là-bas\u00a0:",
  documentForMembers: ({ server }) =>
    `${server} ne montre cela qu’à ses membres. Vous pouvez vous inscrire quand même.`,
  documentEmpty: ({ server }) => `${server} n’a rien écrit ici.`,
  close: "Fermer",

  confirmTitle: "Consultez votre messagerie",
  confirmText:
    "Un courriel est en route vers {email}. Ouvrez le lien qu’il contient pour confirmer que cette adresse est la vôtre.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Le lien est valable ${days(link, f)}. ${server} supprime une inscription que personne ne confirme en ${days(life, f)}.`
      : "N’attendez pas trop\u00a0: la plupart des serveurs suppriment une inscription que personne ne confirme en une semaine.",
  confirmWatched: "Cette page s’en apercevra toute seule, même si vous ouvrez le lien sur un autre appareil.",
  confirmUnwatched: ({ server }) =>
    `Cette page ne peut pas savoir quand c’est fait. Connectez-vous ensuite à ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Ensuite, c’est à l’équipe de ${server} de se décider. Cette page ne peut pas le savoir, mais vous recevrez un courriel si votre inscription est approuvée. Vous pourrez alors vous connecter là-bas.`,
  confirmApproval: ({ server }) =>
    `Ensuite, c’est à l’équipe de ${server} de se décider\u00a0; vous recevrez un courriel si votre inscription est approuvée. D’ici là, cette page ne saura rien, même en cas de refus.`,
  openMail: "Ouvrir votre messagerie",
  handle: "Votre compte sera {handle}.",
  checkNow: "Vérifier maintenant",
  checking: "Vérification…",
  notYet: "La confirmation manque encore.",
  notDecided: "Pas encore de décision.",
  notAccepted: "Pas encore d’approbation. Le serveur n’en dit pas plus.",
  noMailTitle: "Où est mon courriel\u00a0?",
  noMailText: ({ host }) =>
    `Il peut mettre quelques minutes, une heure si le serveur est très occupé. Regardez aussi dans les indésirables, cherchez «\u00a0${host}\u00a0», et relisez l’adresse ci-dessus.`,
  noEffectText: ({ server }) =>
    `Vous avez ouvert le lien, et rien ne change ici\u00a0? Si un autre compte est connecté à ${server} dans votre navigateur, déconnectez-le d’abord, ou ouvrez le lien dans une fenêtre privée.`,
  status: "État du serveur aujourd’hui\u00a0: {link}",
  wrongAddress: "Mauvaise adresse\u00a0?",
  otherEmail: "Autre adresse de courriel",
  otherEmailHint:
    "Le lien du premier courriel ne marchera plus, et l’ancienne adresse sera prévenue du changement. La nouvelle recevra deux courriels identiques\u00a0; leur lien mène là où l’on se connecte au serveur, alors revenez ensuite sur cette page.",
  resend: "Renvoyer",
  resendAt: ({ clock }) => `Possible dans ${clock}`,
  resent: ({ email }) => `Un nouveau courriel est en route vers ${email}.`,
  restartTitle: "Un problème avec ce compte\u00a0?",
  restartText: ({ server }) =>
    `Vous pouvez l’oublier sur cet appareil et recommencer, par exemple avec un autre identifiant. Ce qui a été créé sur ${server} y reste, et une adresse de courriel n’y sert qu’une fois\u00a0: il en faut une autre pour le prochain compte, ou connectez-vous avec ce compte-ci.`,
  restart: "Recommencer",

  reviewTitle: "En attente d’approbation",
  reviewUnwatched: ({ server }) =>
    `L’équipe de ${server} examine votre inscription. Cela peut prendre quelques jours.`,
  reviewText: ({ server }) =>
    `Votre adresse de courriel est confirmée. L’équipe de ${server} examine maintenant votre inscription. Cela peut prendre quelques jours.`,
  reviewNext: "Vous recevrez un courriel si elle est approuvée. Vous pouvez fermer cette page.",

  readyTitle: "Bienvenue\u00a0!",
  readyText: "Votre compte est prêt\u00a0: {handle}",
  readyButTitle: "Encore une étape",
  readyBut: "Votre adresse est confirmée. Votre compte\u00a0: {handle}",
  readyNext: ({ server, email, username }) =>
    `Connectez-vous à ${server} avec ${username ? `votre identifiant (${username})` : `votre adresse de courriel (${email})`} et le mot de passe que vous avez choisi. Un mot de passe enregistré par votre navigateur pour cette page n’y est pas proposé automatiquement.`,
  readyClients: ({ server }) => `Pour lire et écrire sur ${server}, il vous faut une application. {link}`,
  clients: "Voir lesquelles existent",
  profile: "Voir votre profil",
  followText: "Pour bien commencer\u00a0:",
  follow: ({ handle }) => `Suivre ${handle}`,
  another: "Créer un autre compte",
  anotherHint: ({ server }) =>
    `Il lui faut une autre adresse de courriel. Si un compte est connecté à ${server} dans votre navigateur, déconnectez-le d’abord, ou ouvrez le lien du courriel dans une fenêtre privée.`,

  returnedTitle: "Un courriel vous amène ici\u00a0?",
  returnedText: ({ server }) =>
    `Si vous avez suivi le lien d’un courriel de ${server}, votre adresse est confirmée. Connectez-vous là-bas avec le mot de passe que vous avez choisi. Si ${server} vous dit que votre inscription doit d’abord être examinée, attendez son courriel.`,
  returnedReview: ({ server }) =>
    `Si vous avez suivi le lien d’un courriel de ${server}, votre adresse est confirmée. L’équipe va peut-être encore examiner votre inscription\u00a0; vous recevrez un courriel si elle est approuvée. Vous pourrez alors vous connecter.`,
  returnedAlso:
    "Si vous avez commencé dans un autre onglet ou sur un autre appareil, l’inscription s’y poursuit toute seule.",
  returnedElse: "Vous arrivez par un autre chemin\u00a0?",
  returnedThere:
    "Si un courriel de {server} vous amène ici, votre adresse y est confirmée. Ce formulaire est celui d’un autre serveur.",

  closedTitle: ({ server }) => `${server} n’accepte pas d’inscriptions`,
  closedInvites: ({ server }) => `En ce moment, ${server} n’accepte d’inscriptions que sur invitation.`,
  inviteTitle: "Vous avez une invitation\u00a0?",
  inviteHint: ({ server }) => `Les membres de ${server} peuvent vous en donner une.`,
  inviteUse: "Utiliser l’invitation",
  inviteChecking: "Vérification…",
  elsewhereTitle: ({ server }) => `Inscrivez-vous directement sur ${server}`,
  stoppedTitle: {
    rejected: "Cette inscription n’a pas été approuvée",
    expired: "Cette inscription a expiré",
    suspended: "Ce compte est suspendu",
    disabled: "Ce compte est gelé",
  },
  stopped: "Ce compte n’est pas disponible",
  goSignUp: ({ server }) => `S’inscrire sur ${server}`,
  signUpAgain: "S’inscrire à nouveau",
  requestId: ({ id }) => `Pour l’équipe du serveur\u00a0: requête ${id}`,

  fields: {
    "username.ERR_BLANK": "Choisissez un identifiant.",
    "username.ERR_TAKEN": "Cet identifiant est déjà pris. Choisissez-en un autre.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Utilisez uniquement ${f.list([
        pattern.includes("A-Z") ? "des lettres de a à z" : "des minuscules de a à z",
        "des chiffres",
        "des tirets bas",
        ...(pattern.includes("\\-") ? ["des traits d’union"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `${server} se réserve cet identifiant. Choisissez-en un autre.`,
    "email.ERR_BLANK": "Saisissez votre adresse de courriel.",
    "email.ERR_INVALID": "Cette adresse de courriel est incomplète. Elle ressemble à nom@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Un compte avec cette adresse existe déjà sur ${server}. Connectez-vous avec, ou prenez une autre adresse.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `Pour ${server}, rien ne reçoit de courriels derrière la partie après le @. Vérifiez qu’elle ne contient pas de faute de frappe. Sinon, prenez une autre adresse.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} n’accepte pas les adresses de ce fournisseur. Prenez-en une chez un autre.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} garde la dernière adresse que vous avez donnée, et n’envoie rien à une précédente. Prenez-en une troisième, ou attendez-y le courriel.`,
    "password.ERR_BLANK": "Choisissez un mot de passe.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Ce mot de passe est trop court. Il faut au moins ${characters(limit, f)}.`
        : "Ce mot de passe est trop court.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Ce mot de passe est trop long. Pas plus de ${characters(limit, f)}, moins avec des accents ou des émojis.`
        : "Ce mot de passe est trop long.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Ce mot de passe est trop facile à deviner pour ${server}. Allongez-le avec plusieurs mots, ou mélangez majuscules, minuscules, chiffres et symboles.`,
    "date_of_birth.ERR_BLANK": "Saisissez votre date de naissance complète.",
    "date_of_birth.ERR_INVALID": "Saisissez une date qui existe, avec l’année en quatre chiffres.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Il faut avoir au moins ${years(limit, f)} pour s’inscrire sur ${server}.`
        : `Vous êtes trop jeune pour vous inscrire sur ${server}.`,
    "reason.ERR_BLANK": "Dites pourquoi vous voulez vous inscrire. L’équipe du serveur lit votre réponse.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Écrivez-en un peu plus\u00a0: au moins ${characters(limit, f)}.` : "Écrivez-en un peu plus.",
    "invite_code.ERR_BLANK": "Saisissez le code de votre invitation, ou son lien.",
    "invite_code.ERR_INVALID":
      "Cette invitation n’est pas valable ici. Elle est peut-être pour un autre serveur, expirée ou déjà utilisée.",
    "captcha_solution.ERR_BLANK": "Recopiez les caractères que vous voyez dans l’image.",
    "captcha_solution.ERR_INVALID": "Ce n’étaient pas les caractères de l’image. Réessayez avec la nouvelle.",
    "captcha_solution.ERR_EXPIRED": "Cette image était devenue trop ancienne. Réessayez avec la nouvelle.",
    "agreement.ERR_ACCEPTED":
      "Sans votre accord, aucun compte ne peut être créé. Cochez la case si vous acceptez.",
    "agreement.ERR_BLANK":
      "Sans votre accord, aucun compte ne peut être créé. Cochez la case si vous acceptez.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Ce que ${server} vous demande d’accepter a changé. Lisez les règles et les documents, et cochez à nouveau la case si vous acceptez.`,

    ERR_BLANK: "Ce champ est obligatoire.",
    ERR_TAKEN: "C’est déjà pris.",
    ERR_INVALID: "Ce n’est pas valable.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `C’est trop court. Il faut au moins ${characters(limit, f)}.` : "C’est trop court.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `C’est trop long. Pas plus de ${characters(limit, f)}.` : "C’est trop long.",
    ERR_RESERVED: "Le serveur se le réserve.",
    ERR_BLOCKED: "Le serveur ne l’autorise pas.",
    ERR_EXPIRED: "C’est expiré ou déjà utilisé.",
    ERR_TOO_WEAK: "C’est trop facile à deviner.",
    ERR_UNCHANGED: "Cela ne change rien.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Le serveur signale ${f.number(limit)} ${f.plural(limit, { one: "autre problème, qui ne tient", many: "d’autres problèmes, qui ne tiennent", other: "autres problèmes, qui ne tiennent" })} pas ici.`
        : "Le serveur signale plus de problèmes qu’il n’en tient ici.",
    ERR_UNREACHABLE: "Cela ne semble pas exister.",
    ERR_ACCEPTED: "Votre accord est nécessaire.",
    ERR_INCLUSION: "Le serveur ne connaît pas ce choix.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Il faut au moins ${f.number(limit)}.` : "C’est au-dessous de la limite du serveur.",
  },
  problems: {
    internal: "Un problème est survenu dans ce formulaire. Réessayez.",
    "wasm-blocked":
      "Cette page empêche le formulaire de fonctionner. Si elle est à vous, ajoutez 'wasm-unsafe-eval' à script-src dans sa Content-Security-Policy.",
    "core-unreachable":
      "Une partie de ce formulaire n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez.",
    "core-died":
      "Ce formulaire s’est arrêté de façon inattendue. Ce que vous avez saisi est conservé, sauf le mot de passe.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "L’attribut «\u00a0server\u00a0» ne contient pas un nom de serveur."} Les responsables de ce site peuvent le corriger.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} ne répond pas. Le serveur est peut-être en panne, vous êtes peut-être hors ligne, ou il ne laisse pas d’autres sites lui parler. Réessayez dans quelques minutes.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} utilise ${software}, qui n’accepte d’inscriptions que sur ses propres pages.`
        : `${server} ne répond pas comme un serveur auquel ce formulaire peut parler. Le nom n’est peut-être pas tout à fait juste, ou l’inscription s’y fait autrement.`,
    closed: ({ server }) =>
      `${server} n’accepte pas d’inscriptions en ce moment. Ses pages disent peut-être quand cela changera, ou à qui demander une invitation.`,
    "external-sign-up": ({ server }) =>
      `${server} a sa propre procédure d’inscription, qui ne fonctionne que sur sa page.`,
    captcha: ({ server }) =>
      `${server} veut s’assurer que vous n’êtes pas un robot, par une épreuve qui ne fonctionne que sur sa page.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `L’adresse de cette page est trop longue pour que ${server} vous y ramène. Les responsables de ce site peuvent en indiquer une plus courte\u00a0; la page du serveur, elle, fonctionne.`
        : software
          ? `${server}, qui utilise ${software}, ne laisse pas d’autres sites demander des comptes. Cela fonctionne sur sa propre page.`
          : `${server} ne laisse pas d’autres sites demander des comptes. Cela fonctionne sur sa propre page.`,
    "sign-up-refused": ({ server }) =>
      `${server} n’accepte pas d’inscriptions depuis d’autres sites. Cela fonctionne peut-être sur sa propre page.`,
    forbidden: ({ server }) =>
      `${server} n’a pas accepté cette inscription, sans dire pourquoi. Le serveur vient peut-être de fermer les inscriptions, il refuse peut-être celles de votre réseau, ou l’on s’y connecte par un autre site. Si vous avez une invitation, utilisez-la\u00a0; sinon, réessayez plus tard. Ce que vous avez saisi est conservé.`,
    "network-blocked": ({ server }) =>
      `${server} refuse toute requête de votre réseau. Essayez une autre connexion, par exemple sans VPN.`,
    gone: ({ server }) => `${server} ferme définitivement. Cherchez un autre serveur.`,
    invalid: ({ server }) => `${server} a refusé cette inscription.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} reçoit trop de requêtes de votre réseau. Réessayez ${retryAt ? at(about) : "dans cinq minutes"}.`;
      }
      if (detail === "resend") {
        return `${server} n’envoie que quelques courriels par compte. ${retryAt ? `Le prochain sera possible ${at(about)}.` : "Réessayez dans une demi-heure."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Le prochain essai sera possible ${at(about)}.`
        : `Réessayez dans ${app ? "dix minutes" : "une demi-heure"}.`;
      return app
        ? `Trop de formulaires pour ${server} ont été ouverts depuis votre réseau. ${when} Ce que vous avez saisi n’est pas en cause.`
        : `${server} n’accepte que quelques essais par réseau. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Un problème est survenu sur ${server}. Le serveur n’accepte peut-être pas les adresses de votre fournisseur\u00a0: essayez-en une d’un autre, ou demandez à son équipe.`
        : `Un problème est survenu sur ${server}. Vous n’y êtes pour rien, et c’est souvent réglé en quelques minutes.`,
    "bad-answer": ({ server }) =>
      `${server} a donné une réponse incompréhensible. Réessayez dans quelques minutes.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Votre inscription est partie, mais la réponse de ${server} s’est perdue. Le compte existe peut-être déjà\u00a0: cherchez d’abord un courriel avant de réessayer.`,
    duplicate:
      "L’identifiant ou l’adresse est déjà pris. C’était peut-être vous, à l’instant ou dans un autre onglet\u00a0: cherchez un courriel avant de réessayer.",
    broker: ({ server, retryable }) =>
      `Ce site n’a pas pu obtenir de ${server} l’autorisation nécessaire à une inscription.${retryable ? " Réessayez dans quelques minutes." : ""}`,
    rejected: ({ server }) =>
      `L’équipe de ${server} n’a pas approuvé cette inscription, ou le compte a été supprimé. Vous pouvez lui demander pourquoi, ou chercher un autre serveur qui vous convienne.`,
    expired: ({ server }) =>
      `Le lien du courriel n’a pas été ouvert à temps, et ${server} a supprimé cette inscription. Vous pouvez vous inscrire à nouveau, avec le même identifiant s’il est encore libre.`,
    suspended: ({ server }) =>
      `L’équipe de ${server} a suspendu ce compte. Connectez-vous là-bas pour en lire la raison et faire appel.`,
    disabled: ({ server }) =>
      `L’équipe de ${server} a gelé ce compte\u00a0: plus personne ne peut s’y connecter. Elle seule peut le dégeler\u00a0: écrivez-lui.`,
    "two-factor-required": ({ server }) =>
      `${server} ne laisse pas encore entrer ce compte, sans dire pourquoi. Connectez-vous là-bas\u00a0: on vous demandera peut-être, en plus du mot de passe, une seconde preuve, et on vous guidera pour configurer l’authentification à deux facteurs. Si vous ne pouvez pas entrer, l’équipe a gelé le compte\u00a0: écrivez-lui.`,
    "resend-refused": ({ server }) =>
      `${server} n’envoie plus d’autre courriel pour ce compte. Cherchez le premier, y compris dans les indésirables.`,
    "not-now": "Ce n’est pas possible en ce moment.",
    aborted: "L’opération a été annulée.",
  },
};

export default texts;
