/** Spanish, in the words of Mastodon's own interface, addressing people as tú. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "No se indica ningún servidor: el atributo “server” falta o está vacío.",
  scheme: "El atributo “server” contiene una dirección que no es de la web.",
  credentials: "El atributo “server” contiene una dirección con una contraseña.",
  port: "El atributo “server” contiene una dirección con un puerto imposible.",
  "ip-address": "El atributo “server” contiene un número en vez del nombre de un servidor.",
  "no-dot":
    "El atributo “server” contiene una sola palabra. El nombre de un servidor es del tipo example.social.",
  "bad-character": "El atributo “server” contiene caracteres que ningún servidor tiene en su nombre.",
  "bad-label": "El atributo “server” contiene un nombre de servidor mal formado.",
  "too-long": "El atributo “server” contiene un nombre demasiado largo para un servidor.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Parece que no tienes conexión. Compruébala e inténtalo de nuevo.",
  dns: (server) =>
    `No se encuentra la dirección de ${server}. Quizá el servidor ya no exista, o la red tenga un problema pasajero. Inténtalo de nuevo en unos minutos.`,
  refused: (server) => `${server} no está en marcha en este momento. Inténtalo de nuevo en unos minutos.`,
  tls: (server) =>
    `No hay conexión segura con ${server}, así que no se ha enviado nada. Comprueba la fecha de tu dispositivo; si es correcta, solo el equipo del servidor puede arreglarlo.`,
  timeout: (server) =>
    `${server} tarda demasiado en responder. Quizá el servidor esté sobrecargado: inténtalo de nuevo en unos minutos.`,
  redirects: (server) =>
    `${server} hace dar vueltas a este formulario y nunca responde. Solo su equipo puede arreglarlo; quizá funcione en la página del servidor.`,
  cors: (server) =>
    `${server} responde, pero no deja que esta página lea la respuesta. Quizá el servidor esté sobrecargado, quiera comprobar que no eres un robot o no acepte registros desde otros sitios. Inténtalo de nuevo en unos minutos o continúa en su propia página.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Tu registro se envió, pero la respuesta de ${server} se perdió. El nombre ya está ocupado, así que lo más probable es que tu cuenta se haya creado. Antes de nada, busca un correo de ${server}; no hace falta que te registres otra vez.`,
  free: (server) =>
    `Tu registro se envió, pero la respuesta de ${server} se perdió. El nombre sigue libre, así que lo más probable es que la cuenta no se haya creado. Puedes enviarlo otra vez.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} acepta un número limitado de registros al día, y hoy ya no acepta más. Inténtalo de nuevo mañana.`,
  backlog: (server) =>
    `Hay tantos registros a la espera del equipo de ${server} que el servidor no acepta más hasta que se revisen algunos. Inténtalo de nuevo en un par de días.`,
};

const characters = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "carácter", many: "de caracteres", other: "caracteres" })}`;

const years = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "año", many: "de años", other: "años" })}`;

const days = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "día", many: "de días", other: "días" })}`;

const texts: Translation = {
  lang: "es",

  loading: "Cargando el formulario…",
  opensNewTab: "(se abre en una pestaña nueva)",

  joinKicker: "Crear una cuenta en",
  approvalNotice: ({ server }) =>
    `El equipo de ${server} revisa cada registro. Cuando hayas confirmado tu dirección de correo, toma una decisión, normalmente en pocos días.`,
  rulesTitle: "Normas del servidor",
  ruleHint: "Más sobre esta norma",
  rulesLeftOut: ({ n, f }) =>
    `… y ${f.number(n)} ${f.plural(n, { one: "norma", many: "de normas", other: "normas" })} más en la página del servidor`,
  documents: {
    "privacy-policy": "Política de privacidad",
    "terms-of-service": "Términos del servicio",
    about: "Acerca de este servidor",
  },
  agreedDocuments: {
    "privacy-policy": "la política de privacidad",
    "terms-of-service": "los términos del servicio",
  },
  agreedRules: "las normas del servidor",

  optional: "(opcional)",
  username: "Nombre de usuario",
  usernameHint: ({ handle }) => `Te encontrarán como ${handle}. No se puede cambiar más adelante.`,
  usernameExample: "nombredeusuario",
  usernameShortened:
    "Solo ha quedado la parte anterior a la @. Un nombre de usuario no es una dirección de correo.",
  usernameChecking: "Comprobando si el nombre está libre…",
  usernameFree: ({ name }) => `@${name} parece estar libre.`,
  usernameTaken: ({ name }) => `@${name} ya está ocupado.`,
  usernameSuggestions: "Estos parecen estar libres:",
  email: "Dirección de correo electrónico",
  emailHint: "Con ella inicias sesión. Primero recibirás en ella un correo con un enlace.",
  emailHintOptional: "Con ella puedes recuperar tu cuenta si olvidas la contraseña.",
  password: "Contraseña",
  passwordHint: ({ min, f }) =>
    min ? `Al menos ${characters(min, f)}. Cuanto más larga, mejor.` : "Cuanto más larga, mejor.",
  showPassword: "Mostrar la contraseña",
  dateOfBirth: "Fecha de nacimiento",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} comprueba que tengas al menos ${years(min, f)}` : `${server} pide esta fecha`) +
    (unkept ? ". La fecha no se guarda." : ". La fecha no se muestra a nadie."),
  reason: "¿Por qué quieres unirte?",
  reasonHint: {
    approval: "El equipo del servidor lo lee antes de decidir.",
    "server-asked": "El servidor lo pide.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} de ${characters(limit, f)}`,
  inviteCode: "Código o enlace de invitación",
  captcha: "Caracteres de la imagen",
  captchaHint: "Así el servidor sabe que no eres un robot. Cada imagen vale para un solo intento.",
  agreementLabel: "Aceptación",
  agreement: "He leído y acepto {documents} de {server}.",

  submit: "Crear cuenta",
  apply: "Solicitar una cuenta",
  submitting: "Creando la cuenta…",
  wait: ({ clock }) => `Demasiados intentos desde tu red. Disponible de nuevo en ${clock}`,
  haveAccount: "¿Ya tienes una cuenta? {link}",
  signIn: ({ server }) => `Iniciar sesión en ${server}`,
  unsent: "No se ha enviado nada.",

  plain: {
    confirm:
      "Tu cuenta está creada. Un correo va en camino: abre el enlace que contiene para confirmar tu dirección.",
    review: "El equipo del servidor está revisando tu registro.",
    ready: "Tu cuenta está lista. Inicia sesión en el servidor.",
    returned:
      "Si has llegado aquí por el enlace del correo del servidor, tu dirección está confirmada. Inicia sesión en el servidor.",
    closed: "El servidor no acepta registros en este momento.",
    elsewhere: "El servidor solo acepta registros en su propia página.",
    stopped: "Esta cuenta no está disponible.",
    failed: "El registro no funciona aquí en este momento.",
  },
  goServer: ({ server }) => `Ir a ${server}`,
  again: "Intentar de nuevo",

  emailHintMail: "El servidor te escribirá a ella.",
  passwordEntropy: ({ server }) =>
    `${server} mide lo difícil que es adivinarla: usa varias palabras o mezcla letras, números y símbolos.`,
  summary: ({ n, f }) =>
    `Hay que revisar ${f.number(n)} ${f.plural(n, { one: "campo", many: "de campos", other: "campos" })}:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Te ${f.plural(left, { one: "queda", other: "quedan" })} ${f.number(left)} ${f.plural(left, { one: "intento", many: "de intentos", other: "intentos" })}. El recuento empieza de nuevo a esta hora: ${f.time(resetAt)}.`
      : `No te quedan intentos. El recuento empieza de nuevo a esta hora: ${f.time(resetAt)}.`,
  contact: "¿Preguntas? Escribe al equipo del servidor: {link}",
  serverSays: ({ server }) => `${server} dice:`,
  slowLoading: ({ server }) =>
    `${server} tarda en responder. Puedes esperar un poco más o seguir el enlace al servidor.`,
  slowSubmitting: ({ server }) =>
    `${server} está comprobando si tu dirección puede recibir correo, lo que lleva unos segundos. Quédate en esta página.`,
  failedTitle: "El registro no funciona aquí en este momento",
  keptTitle: "Tu registro continúa más tarde",
  keptText: ({ handle, email }) =>
    `Tu cuenta ${handle} se creó con la dirección ${email}, y no se ha perdido nada.`,
  offline: "En cuanto vuelva la conexión, se intentará de nuevo automáticamente.",

  captchaPicture: "Imagen con caracteres para copiar",
  captchaLoading: "Cargando la imagen…",
  captchaFailed: "No se ha podido mostrar la imagen. Pide otra.",
  captchaMissing: ({ server }) =>
    `La imagen que ${server} quiere que leas no ha llegado. Pide otra junto a su campo o regístrate directamente en ${server}.`,
  challenge: "Confirma primero, al final del formulario, que eres humano.",
  captchaExpired: "La imagen ha caducado. Cargando otra…",
  captchaAnother: "Otra imagen",
  captchaChanged: "Hay una imagen nueva. Escribe sus caracteres.",
  captchaUnseen: "¿No puedes verla o leerla? {link}",
  mistyped: ({ address }) => `¿Querías decir ${address}?`,
  strength: "Dificultad para adivinar la contraseña",
  strengths: [
    "Muy fácil de adivinar",
    "Fácil de adivinar",
    "No muy difícil de adivinar",
    "Difícil de adivinar",
    "Muy difícil de adivinar",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} de ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} de ${characters(limit, f)}; las letras con tilde y los emojis cuentan de dos a cuatro`,

  documentDate: ({ date }) => `Versión del ${date}`,
  documentComes: ({ date }) => `Entra en vigor el ${date}`,
  documentSucceeded: ({ date }) => `Otra versión la sustituye el ${date}`,
  documentPage: ({ server }) => `Abrir la página de ${server}`,
  documentLoading: "Cargando…",
  documentFailed: "El servidor no deja que esta página lo muestre. Puedes leerlo allí:",
  documentForMembers: ({ server }) =>
    `${server} solo muestra esto a sus miembros. Puedes registrarte igualmente.`,
  documentEmpty: ({ server }) => `${server} no ha escrito nada aquí.`,
  close: "Cerrar",

  confirmTitle: "Revisa tu correo",
  confirmText:
    "Un correo va en camino a {email}. Abre el enlace que contiene para confirmar que la dirección es tuya.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `El enlace vale ${days(link, f)}. ${server} elimina los registros que nadie confirma en ${days(life, f)}.`
      : "Hazlo pronto: la mayoría de los servidores eliminan los registros que nadie confirma en una semana.",
  confirmWatched: "Esta página se entera por sí sola, aunque abras el enlace en otro dispositivo.",
  confirmUnwatched: ({ server }) =>
    `Esta página no puede ver cuándo lo has hecho. Después, inicia sesión en ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Después decide el equipo de ${server}. Esta página no puede verlo, pero recibirás un correo si aprueba tu registro. Entonces, inicia sesión allí.`,
  confirmApproval: ({ server }) =>
    `Después decide el equipo de ${server}, y recibirás un correo si aprueba tu registro. Hasta entonces esta página no ve nada, tampoco si lo rechaza.`,
  openMail: "Abrir tu correo",
  handle: "Tu cuenta será {handle}.",
  checkNow: "Comprobar ahora",
  checking: "Comprobando…",
  notYet: "Aún sin confirmar.",
  notDecided: "Aún sin decidir.",
  notAccepted: "Aún sin aprobar. El servidor no dice más.",
  noMailTitle: "¿Dónde está mi correo?",
  noMailText: ({ host }) =>
    `Puede tardar unos minutos, o una hora si el servidor está muy ocupado. Mira también en la carpeta de spam, busca “${host}” y repasa la dirección de arriba.`,
  noEffectText: ({ server }) =>
    `¿Has abierto el enlace y aquí no cambia nada? Si en ${server} tienes la sesión iniciada con otra cuenta, ciérrala primero o abre el enlace en una ventana privada.`,
  status: "Cómo está hoy el servidor: {link}",
  wrongAddress: "¿Dirección equivocada?",
  otherEmail: "Otra dirección de correo",
  otherEmailHint:
    "El enlace del primer correo dejará de valer y la dirección antigua recibirá un aviso del cambio. A la nueva llegarán dos correos iguales; su enlace lleva a la página de inicio de sesión del servidor, así que vuelve después a esta página.",
  resend: "Enviar de nuevo",
  resendAt: ({ clock }) => `Disponible en ${clock}`,
  resent: ({ email }) => `Un nuevo correo va en camino a ${email}.`,
  restartTitle: "¿Algo va mal con esta cuenta?",
  restartText: ({ server }) =>
    `Puedes olvidarla en este dispositivo y empezar de nuevo, por ejemplo con otro nombre. Lo que se creó en ${server} se queda allí, y cada dirección de correo vale solo una vez: la próxima cuenta necesita otra, o inicia sesión con esta cuenta.`,
  restart: "Empezar de nuevo",

  reviewTitle: "A la espera de aprobación",
  reviewUnwatched: ({ server }) =>
    `El equipo de ${server} está revisando tu registro. Puede tardar unos días.`,
  reviewText: ({ server }) =>
    `Tu dirección de correo está confirmada. El equipo de ${server} está revisando tu registro. Puede tardar unos días.`,
  reviewNext: "Recibirás un correo si lo aprueba. Puedes cerrar esta página.",

  readyTitle: "¡Te damos la bienvenida!",
  readyText: "Tu cuenta está lista: {handle}",
  readyButTitle: "Un paso más",
  readyBut: "Tu dirección está confirmada. Tu cuenta: {handle}",
  readyNext: ({ server, email, username }) =>
    `Inicia sesión en ${server} con tu ${username ? `nombre de usuario (${username})` : `dirección de correo (${email})`} y la contraseña que elegiste. Si tu navegador guardó la contraseña para esta página, allí no la ofrecerá por sí solo.`,
  readyClients: ({ server }) => `Para leer y escribir en ${server} necesitas una aplicación. {link}`,
  clients: "Mira cuáles hay",
  profile: "Ver tu perfil",
  followText: "Para empezar:",
  follow: ({ handle }) => `Seguir a ${handle}`,
  another: "Crear otra cuenta",
  anotherHint: ({ server }) =>
    `Necesita otra dirección de correo. Si tienes la sesión iniciada en ${server}, ciérrala primero o abre el enlace del correo en una ventana privada.`,

  returnedTitle: "¿Te ha traído un correo?",
  returnedText: ({ server }) =>
    `Si has seguido el enlace de un correo de ${server}, tu dirección está confirmada. Inicia sesión allí con la contraseña que elegiste. Si ${server} te dice que antes hay que revisar tu registro, espera su correo.`,
  returnedReview: ({ server }) =>
    `Si has seguido el enlace de un correo de ${server}, tu dirección está confirmada. Puede que ahora el equipo revise tu registro; recibirás un correo si lo aprueba. Entonces podrás iniciar sesión.`,
  returnedAlso: "Si empezaste en otra pestaña o en otro dispositivo, esa página continúa por sí sola.",
  returnedElse: "¿Has llegado de otra forma?",
  returnedThere:
    "Si te ha traído un correo de {server}, tu dirección está confirmada allí. Este formulario es de otro servidor.",

  closedTitle: ({ server }) => `${server} no acepta registros`,
  closedInvites: ({ server }) => `En este momento, ${server} solo acepta registros con invitación.`,
  inviteTitle: "¿Tienes una invitación?",
  inviteHint: ({ server }) => `La gente que está en ${server} puede darte una.`,
  inviteUse: "Usar la invitación",
  inviteChecking: "Comprobando…",
  elsewhereTitle: ({ server }) => `Regístrate directamente en ${server}`,
  stoppedTitle: {
    rejected: "Este registro no ha sido aprobado",
    expired: "Este registro ha caducado",
    suspended: "Esta cuenta está suspendida",
    disabled: "Esta cuenta está congelada",
  },
  stopped: "Esta cuenta no está disponible",
  goSignUp: ({ server }) => `Registrarse en ${server}`,
  signUpAgain: "Registrarse de nuevo",
  requestId: ({ id }) => `Para el equipo del servidor: petición ${id}`,

  fields: {
    "username.ERR_BLANK": "Elige un nombre de usuario.",
    "username.ERR_TAKEN": "Este nombre de usuario ya está ocupado. Elige otro.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Usa solo ${f.list([
        pattern.includes("A-Z") ? "letras de la a a la z" : "minúsculas de la a a la z",
        "números",
        "guiones bajos",
        ...(pattern.includes("\\-") ? ["guiones"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `${server} se reserva este nombre. Elige otro.`,
    "email.ERR_BLANK": "Escribe tu dirección de correo.",
    "email.ERR_INVALID":
      "Esta dirección de correo no está completa. Tiene que parecerse a nombre@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `En ${server} ya hay una cuenta con esta dirección. Inicia sesión con ella o usa otra dirección.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} no encuentra nada que reciba correo en lo que va después de la @. Comprueba si hay errores al teclear. Si no los hay, usa otra dirección.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} no acepta direcciones de este proveedor de correo. Usa una de otro.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} conserva la última dirección que diste y no envía nada a una anterior. Usa una tercera o espera el correo en ella.`,
    "password.ERR_BLANK": "Elige una contraseña.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Esta contraseña es demasiado corta. Usa al menos ${characters(limit, f)}.`
        : "Esta contraseña es demasiado corta.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Esta contraseña es demasiado larga. Usa ${characters(limit, f)} como máximo, menos si hay tildes o emojis.`
        : "Esta contraseña es demasiado larga.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Para ${server}, esta contraseña es demasiado fácil de adivinar. Hazla más larga, con varias palabras, o mezcla mayúsculas, minúsculas, números y símbolos.`,
    "date_of_birth.ERR_BLANK": "Escribe tu fecha de nacimiento completa.",
    "date_of_birth.ERR_INVALID": "Escribe una fecha que exista, con el año en cuatro cifras.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Para unirte a ${server} tienes que tener al menos ${years(limit, f)}.`
        : `Aún no tienes edad para unirte a ${server}.`,
    "reason.ERR_BLANK": "Escribe por qué quieres unirte. El equipo del servidor lo lee.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Escribe un poco más: al menos ${characters(limit, f)}.` : "Escribe un poco más.",
    "invite_code.ERR_BLANK": "Escribe el código de tu invitación o su enlace.",
    "invite_code.ERR_INVALID":
      "Esta invitación no vale aquí. Puede que sea de otro servidor, que haya caducado o que ya esté agotada.",
    "captcha_solution.ERR_BLANK": "Escribe los caracteres que ves en la imagen.",
    "captcha_solution.ERR_INVALID": "Esos no eran los caracteres de la imagen. Inténtalo con la nueva.",
    "captcha_solution.ERR_EXPIRED": "Esa imagen ya había caducado. Inténtalo con la nueva.",
    "agreement.ERR_ACCEPTED":
      "Sin tu aceptación no se puede crear la cuenta. Marca la casilla si estás de acuerdo.",
    "agreement.ERR_BLANK":
      "Sin tu aceptación no se puede crear la cuenta. Marca la casilla si estás de acuerdo.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Lo que aceptaste no es lo que ${server} pide ahora. Lee sus normas y documentos, y vuelve a marcar la casilla si estás de acuerdo.`,

    ERR_BLANK: "Esto es necesario.",
    ERR_TAKEN: "Esto ya está ocupado.",
    ERR_INVALID: "Esto no es válido.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `Es demasiado corto. Usa al menos ${characters(limit, f)}.` : "Es demasiado corto.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `Es demasiado largo. Usa ${characters(limit, f)} como máximo.` : "Es demasiado largo.",
    ERR_RESERVED: "El servidor se lo reserva.",
    ERR_BLOCKED: "El servidor no lo permite.",
    ERR_EXPIRED: "Esto ha caducado o ya está agotado.",
    ERR_TOO_WEAK: "Es demasiado fácil de adivinar.",
    ERR_UNCHANGED: "Esto no cambia nada.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `El servidor encuentra ${f.number(limit)} ${f.plural(limit, { one: "problema más, que no cabe", many: "de problemas más, que no caben", other: "problemas más, que no caben" })} aquí.`
        : "El servidor encuentra más problemas de los que caben aquí.",
    ERR_UNREACHABLE: "Parece que esto no existe.",
    ERR_ACCEPTED: "Tienes que aceptar esto.",
    ERR_INCLUSION: "El servidor no conoce esta opción.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Tiene que ser al menos ${f.number(limit)}.` : "Está por debajo del límite del servidor.",
  },
  problems: {
    internal: "Algo ha fallado en este formulario. Inténtalo de nuevo.",
    "wasm-blocked":
      "Esta página no deja funcionar el formulario. Si es tuya, añade 'wasm-unsafe-eval' a script-src en su Content-Security-Policy.",
    "core-unreachable":
      "No se ha podido cargar una parte de este formulario. Comprueba tu conexión e inténtalo de nuevo.",
    "core-died":
      "Este formulario se ha detenido de forma inesperada. Se conserva lo que escribiste, menos la contraseña.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "El atributo “server” no contiene el nombre de un servidor."} Quienes llevan este sitio pueden corregirlo.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} no responde. Quizá el servidor esté caído, no tengas conexión o no deje que otros sitios hablen con él. Inténtalo de nuevo en unos minutos.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} usa ${software}, que solo acepta registros en sus propias páginas.`
        : `${server} no responde como los servidores con los que este formulario puede hablar. Quizá el nombre no sea del todo correcto, o allí el registro se haga de otra manera.`,
    closed: ({ server }) =>
      `${server} no acepta registros en este momento. Quizá en sus páginas diga cuándo cambiará eso o a quién pedir una invitación.`,
    "external-sign-up": ({ server }) => `${server} tiene un registro propio, que solo funciona en su página.`,
    captcha: ({ server }) =>
      `${server} quiere asegurarse de que no eres un robot con una prueba que solo funciona en su página.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `La dirección de esta página es demasiado larga para que ${server} te devuelva a ella. Quienes llevan este sitio pueden indicar una más corta; en la página del servidor sí se puede.`
        : software
          ? `${server}, que usa ${software}, no deja que otros sitios pidan cuentas. En su propia página sí se puede.`
          : `${server} no deja que otros sitios pidan cuentas. En su propia página sí se puede.`,
    "sign-up-refused": ({ server }) =>
      `${server} no acepta registros desde otros sitios. Quizá en su propia página sí.`,
    forbidden: ({ server }) =>
      `${server} no ha aceptado este registro y no dice por qué. Quizá el servidor acabe de cerrar los registros, no acepte ninguno desde tu red o allí se inicie sesión a través de otro sitio. Si tienes una invitación, úsala; si no, inténtalo más tarde. Se conserva lo que escribiste.`,
    "network-blocked": ({ server }) =>
      `${server} rechaza todas las peticiones de tu red. Prueba con otra conexión, por ejemplo sin VPN.`,
    gone: ({ server }) => `${server} cierra definitivamente. Busca otro servidor.`,
    invalid: ({ server }) => `${server} ha rechazado este registro.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} recibe demasiadas peticiones de tu red. Inténtalo de nuevo ${retryAt ? at(about) : "dentro de cinco minutos"}.`;
      }
      if (detail === "resend") {
        return `${server} solo envía unos pocos correos por cuenta. ${retryAt ? `El próximo será posible ${at(about)}.` : "Inténtalo de nuevo dentro de media hora."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Podrás intentarlo de nuevo ${at(about)}.`
        : `Inténtalo de nuevo dentro de ${app ? "diez minutos" : "media hora"}.`;
      return app
        ? `Se han abierto demasiados formularios de ${server} desde tu red. ${when} Lo que has escrito está bien.`
        : `${server} solo acepta unos pocos intentos desde una misma red. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Algo ha fallado en ${server}. Quizá el servidor no acepte direcciones de tu proveedor de correo: prueba con una de otro o pregunta a su equipo.`
        : `Algo ha fallado en ${server}. No es culpa tuya y suele pasarse en unos minutos.`,
    "bad-answer": ({ server }) =>
      `${server} ha dado una respuesta que no se entiende. Inténtalo de nuevo en unos minutos.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Tu registro se envió, pero la respuesta de ${server} se perdió. Puede que la cuenta ya exista: busca primero un correo antes de intentarlo de nuevo.`,
    duplicate:
      "El nombre o la dirección ya está ocupado. Quizá lo hiciste tú, ahora mismo o en otra pestaña: busca un correo antes de volver a intentarlo.",
    broker: ({ server, retryable }) =>
      `Este sitio no ha podido obtener de ${server} el permiso que un registro necesita.${retryable ? " Inténtalo de nuevo en unos minutos." : ""}`,
    rejected: ({ server }) =>
      `El equipo de ${server} no ha aprobado este registro, o la cuenta ha sido eliminada. Puedes preguntarle por qué o buscar otro servidor que te convenga.`,
    expired: ({ server }) =>
      `El enlace del correo no se abrió a tiempo, así que ${server} ha eliminado este registro. Puedes registrarte de nuevo, con el mismo nombre si sigue libre.`,
    suspended: ({ server }) =>
      `El equipo de ${server} ha suspendido esta cuenta. Inicia sesión allí para leer el motivo y apelar.`,
    disabled: ({ server }) =>
      `El equipo de ${server} ha congelado esta cuenta, así que nadie puede iniciar sesión con ella. Solo el equipo puede descongelarla: escríbele.`,
    "two-factor-required": ({ server }) =>
      `${server} aún no deja entrar a esta cuenta y no dice por qué. Inicia sesión allí: quizá te pida una segunda prueba además de la contraseña y te guíe para configurar la autenticación de dos factores. Si no te deja entrar, el equipo ha congelado la cuenta: escríbele.`,
    "resend-refused": ({ server }) =>
      `${server} no envía más correos para esta cuenta. Busca el primero, también en la carpeta de spam.`,
    "not-now": "Eso no es posible en este momento.",
    aborted: "Se ha cancelado.",
  },
};

export default texts;
