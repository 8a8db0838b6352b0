/** Hebrew, in the words of Mastodon's own interface. Infinitives ask for things, so that nobody is taken for a man or a woman. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "לא צוין שרת: המאפיין ”server” חסר או ריק.",
  scheme: "במאפיין ”server” יש כתובת שאינה כתובת אינטרנט.",
  credentials: "במאפיין ”server” יש כתובת ובה סיסמה.",
  port: "במאפיין ”server” יש כתובת עם פורט בלתי אפשרי.",
  "ip-address": "במאפיין ”server” יש מספר במקום שם של שרת.",
  "no-dot": "במאפיין ”server” יש מילה אחת בלבד. שם של שרת נראה כך: example.social.",
  "bad-character": "במאפיין ”server” יש תווים שאינם מופיעים בשם של שרת.",
  "bad-label": "במאפיין ”server” יש שם שרת שאינו תקין.",
  "too-long": "במאפיין ”server” יש שם ארוך מדי לשרת.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "נראה שאין חיבור לאינטרנט. נא לבדוק את החיבור ולנסות שוב.",
  dns: (server) =>
    `הכתובת של השרת ${server} לא נמצאה. ייתכן שהשרת כבר לא קיים, וייתכן שיש תקלה זמנית ברשת. נא לנסות שוב בעוד כמה דקות.`,
  refused: (server) => `השרת ${server} אינו פועל כרגע. נא לנסות שוב בעוד כמה דקות.`,
  tls: (server) =>
    `אין חיבור מאובטח אל השרת ${server}, ולכן לא נשלח דבר. נא לבדוק את התאריך במכשיר; אם הוא נכון, רק צוות השרת יכול לתקן את זה.`,
  timeout: (server) => `לשרת ${server} לוקח יותר מדי זמן לענות. ייתכן שהוא עמוס: נא לנסות שוב בעוד כמה דקות.`,
  redirects: (server) =>
    `השרת ${server} מפנה את הטופס במעגל, ולכן לא מגיעה תשובה. רק צוות השרת יכול לתקן את זה; ייתכן שבעמוד של השרת זה יצליח.`,
  cors: (server) =>
    `השרת ${server} עונה, אבל לא מאפשר לעמוד הזה לקרוא את התשובה. ייתכן שהוא עמוס, שהוא רוצה לוודא שאינך רובוט, או שאינו מקבל הרשמות מאתרים אחרים. נא לנסות שוב בעוד כמה דקות, או להמשיך בעמוד של השרת.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `ההרשמה נשלחה, אבל התשובה של השרת ${server} לא הגיעה. השם תפוס עכשיו, ולכן קרוב לוודאי שהחשבון נוצר. לפני הכול כדאי לחפש הודעת דוא״ל מאת ${server}; אין צורך להירשם שוב.`,
  free: (server) =>
    `ההרשמה נשלחה, אבל התשובה של השרת ${server} לא הגיעה. השם עדיין פנוי, ולכן קרוב לוודאי שלא נוצר חשבון. אפשר לשלוח שוב.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `השרת ${server} מקבל מספר מוגבל של מצטרפים ביום, ולהיום המכסה מלאה. נא לנסות שוב מחר.`,
  backlog: (server) =>
    `כל כך הרבה הרשמות ממתינות לצוות השרת ${server}, שלא מתקבלות חדשות עד שייבדקו כמה מהן. נא לנסות שוב בעוד יום־יומיים.`,
};

const characters = (n: number, f: Format) =>
  f.plural(n, { one: "תו אחד", two: "שני תווים", other: `${f.number(n)} תווים` });

const days = (n: number, f: Format) =>
  f.plural(n, { one: "יום אחד", two: "יומיים", other: `${f.number(n)} ימים` });

const texts: Translation = {
  lang: "he",

  loading: "טופס ההרשמה נטען…",
  opensNewTab: "(נפתח בלשונית חדשה)",

  joinKicker: "יצירת חשבון אצל",
  approvalNotice: ({ server }) =>
    `צוות השרת ${server} עובר על כל הרשמה. אחרי אימות כתובת הדוא״ל שלך מתקבלת החלטה, בדרך כלל בתוך כמה ימים.`,
  rulesTitle: "כללי השרת",
  ruleHint: "עוד על הכלל הזה",
  rulesLeftOut: ({ n, f }) =>
    `… ועוד ${f.plural(n, { one: "כלל אחד", two: "שני כללים", other: `${f.number(n)} כללים` })} בעמוד של השרת`,
  documents: {
    "privacy-policy": "מדיניות פרטיות",
    "terms-of-service": "תנאי השירות",
    about: "אודות השרת",
  },
  agreedDocuments: { "privacy-policy": "מדיניות הפרטיות", "terms-of-service": "תנאי השירות" },
  agreedRules: "כללי השרת",

  optional: "(רשות)",
  username: "שם משתמש",
  usernameHint: ({ handle }) => `כך ימצאו אותך: ${handle}. אי אפשר לשנות את זה אחר כך.`,
  usernameExample: "username",
  usernameShortened: "נשאר רק החלק שלפני @. שם משתמש אינו כתובת דוא״ל.",
  usernameChecking: "בודקים אם השם פנוי…",
  usernameFree: ({ name }) => `נראה שהשם @${name} פנוי.`,
  usernameTaken: ({ name }) => `השם @${name} תפוס.`,
  usernameSuggestions: "נראה שאלה פנויים:",
  email: "כתובת דוא״ל",
  emailHint: "היא משמשת לכניסה. קודם תגיע אליה הודעה ובה קישור.",
  password: "סיסמה",
  passwordHint: ({ min, f }) =>
    min ? `לפחות ${characters(min, f)}. ככל שארוך יותר, טוב יותר.` : "ככל שארוך יותר, טוב יותר.",
  showPassword: "הצגת הסיסמה",
  dateOfBirth: "תאריך לידה",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `השרת ${server} בודק שגילך לפחות ${f.number(min)}. ` : `השרת ${server} מבקש אותו. `) +
    (unkept ? "התאריך לא נשמר." : "התאריך לא מוצג לאיש."),
  reason: "הסיבה להצטרפות",
  reasonHint: {
    approval: "צוות השרת קורא את זה לפני ההחלטה.",
    "server-asked": "השרת מבקש את זה.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} מתוך ${characters(limit, f)}`,
  inviteCode: "קוד הזמנה או קישור הזמנה",
  captcha: "התווים שבתמונה",
  agreementLabel: "הסכמה",
  agreement: "קראתי את {documents} של {server}, והכול מקובל עליי.",

  submit: "יצירת חשבון",
  apply: "בקשת חשבון",
  submitting: "החשבון נוצר…",
  wait: ({ clock }) => `יותר מדי ניסיונות מהרשת שלך. אפשר יהיה לנסות שוב בעוד ${clock}`,
  haveAccount: "כבר יש לך חשבון? {link}",
  signIn: ({ server }) => `כניסה אל ${server}`,
  unsent: "זה לא נשלח.",

  plain: {
    confirm: "החשבון נוצר והודעת דוא״ל בדרך אליך: נא לפתוח את הקישור שבה כדי לאמת את הכתובת.",
    review: "צוות השרת עובר עכשיו על ההרשמה שלך.",
    ready: "החשבון מוכן. אפשר להיכנס לשרת.",
    returned: "אם הגעת לכאן מהקישור שבהודעת הדוא״ל של השרת, כתובת הדוא״ל שלך אומתה. אפשר להיכנס לשרת.",
    closed: "השרת אינו מקבל כרגע מצטרפים חדשים.",
    elsewhere: "ההצטרפות לשרת אפשרית רק בעמוד שלו.",
    stopped: "החשבון הזה אינו זמין.",
    failed: "ההרשמה מכאן אינה פועלת כרגע.",
  },
  goServer: ({ server }) => `מעבר אל ${server}`,
  again: "ניסיון נוסף",

  emailHintMail: "לשם השרת כותב לך.",
  emailHintOptional: "איתה אפשר לחזור לחשבון אם שכחת את הסיסמה.",
  captchaHint: "כדי שהשרת ידע שמדובר באדם. כל תמונה טובה לניסיון אחד.",
  passwordEntropy: ({ server }) =>
    `השרת ${server} מודד כמה קשה לנחש אותה: כדאי כמה מילים, או שילוב של אותיות, ספרות וסימנים.`,
  summary: ({ n, f }) =>
    `${f.plural(n, { one: "שדה אחד דורש", two: "שני שדות דורשים", other: `${f.number(n)} שדות דורשים` })} את תשומת ליבך:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `${f.plural(left, { one: "נשאר לך ניסיון אחד", two: "נשארו לך שני ניסיונות", other: `נשארו לך ${f.number(left)} ניסיונות` })} עד ${f.time(resetAt)}.`
      : `לא נשארו לך ניסיונות עד ${f.time(resetAt)}.`,
  contact: "יש שאלות? אפשר לכתוב לצוות השרת: {link}",
  serverSays: ({ server }) => `הודעה מהשרת ${server}:`,
  slowLoading: ({ server }) =>
    `לשרת ${server} לוקח זמן לענות. אפשר להמתין עוד קצת, או לעבור אליו דרך הקישור.`,
  slowSubmitting: ({ server }) =>
    `השרת ${server} בודק אם הכתובת שלך יכולה לקבל דוא״ל. זה לוקח כמה שניות; נא להישאר בעמוד הזה.`,
  failedTitle: "ההרשמה מכאן אינה פועלת כרגע",
  keptTitle: "ההרשמה שלך תימשך אחר כך",
  keptText: ({ handle, email }) => `החשבון ${handle} נוצר עם הכתובת ${email}, ושום דבר ממנו לא אבד.`,
  offline: "ברגע שהחיבור יחזור, ייעשה ניסיון נוסף אוטומטית.",

  captchaPicture: "תמונה עם תווים להקלדה",
  captchaLoading: "התמונה בדרך…",
  captchaFailed: "לא ניתן להציג את התמונה. נא לבקש תמונה אחרת.",
  captchaMissing: ({ server }) =>
    `התמונה שהשרת ${server} מבקש לקרוא לא הגיעה. נא לבקש תמונה אחרת בשדה שלה, או להירשם ישירות אצל ${server}.`,
  challenge: "קודם יש לאשר בסוף הטופס שמדובר באדם.",
  captchaExpired: "התמונה ישנה מדי. תמונה אחרת בדרך…",
  captchaAnother: "תמונה אחרת",
  captchaChanged: "יש תמונה חדשה. נא להקליד את התווים שבה.",
  captchaUnseen: "אי אפשר לראות או לקרוא אותה? {link}",
  mistyped: ({ address }) => `הכוונה היא אל ${address}?`,
  strength: "כמה קשה לנחש את הסיסמה",
  strengths: ["קלה מאוד לניחוש", "קלה לניחוש", "לא קשה לניחוש", "קשה לניחוש", "קשה מאוד לניחוש"],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} מתוך ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} מתוך ${characters(limit, f)}; כל אות עברית או אמוג׳י נספרים כשניים עד ארבעה`,

  documentDate: ({ date }) => `גרסה מתאריך ${date}`,
  documentComes: ({ date }) => `בתוקף מ־${date}`,
  documentSucceeded: ({ date }) => `גרסה אחרת תחליף אותה ב־${date}`,
  documentPage: ({ server }) => `פתיחת העמוד של ${server}`,
  documentLoading: "נטען…",
  documentFailed: "השרת לא מאפשר להציג את זה כאן. אפשר לקרוא את זה שם:",
  documentForMembers: ({ server }) => `השרת ${server} מציג את זה לחברים בלבד. אפשר להירשם בכל זאת.`,
  documentEmpty: ({ server }) => `השרת ${server} לא כתב כאן דבר.`,
  close: "סגירה",

  confirmTitle: "כדאי לבדוק את הדוא״ל",
  confirmText: "הודעה בדרך אל {email}. נא לפתוח את הקישור שבה כדי לאמת שהכתובת שלך.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `הקישור תקף למשך ${days(link, f)}. השרת ${server} מוחק הרשמה שלא אומתה בתוך ${days(life, f)}.`
      : "כדאי לא לחכות: רוב השרתים מוחקים הרשמה שלא אומתה בתוך שבוע.",
  confirmWatched: "העמוד הזה ישים לב לכך מעצמו, גם אם הקישור ייפתח במכשיר אחר.",
  confirmUnwatched: ({ server }) => `העמוד הזה לא יכול לראות מתי זה קרה. אחרי האימות נא להיכנס אל ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `אחר כך צוות השרת ${server} מחליט. העמוד הזה לא יכול לראות את זה, אבל אם ההרשמה תתקבל תגיע אליך הודעת דוא״ל. אז אפשר יהיה להיכנס לשרת.`,
  confirmApproval: ({ server }) =>
    `אחר כך צוות השרת ${server} מחליט, ואם ההרשמה תתקבל תגיע אליך הודעת דוא״ל. לפני כן העמוד הזה לא רואה דבר, גם לא דחייה.`,
  openMail: "פתיחת הדוא״ל",
  handle: "החשבון שלך יהיה {handle}.",
  checkNow: "לבדוק עכשיו",
  checking: "בבדיקה…",
  notYet: "עוד לא אומת.",
  notDecided: "עוד לא הוחלט.",
  notAccepted: "עוד לא התקבל. השרת לא מוסר יותר מזה.",
  noMailTitle: "איפה ההודעה?",
  noMailText: ({ host }) =>
    `זה יכול לקחת כמה דקות, ובשרת עמוס גם שעה. כדאי לבדוק גם בתיקיית הספאם, לחפש ”${host}”, ולעבור שוב על הכתובת שלמעלה.`,
  noEffectText: ({ server }) =>
    `פתחת את הקישור ושום דבר לא משתנה כאן? אם חשבון אחר מחובר אצל ${server}, יש לצאת ממנו קודם, או לפתוח את הקישור בחלון פרטי.`,
  status: "מה מצב השרת היום: {link}",
  wrongAddress: "הכתובת שגויה?",
  otherEmail: "כתובת דוא״ל אחרת",
  otherEmailHint:
    "הקישור שבהודעה הראשונה יפסיק לפעול, והכתובת הישנה תקבל הודעה על השינוי. לחדשה יגיעו שתי הודעות זהות; הקישור שלהן מסתיים בעמוד הכניסה לשרת, ולכן נא לחזור אחר כך לעמוד הזה.",
  resend: "שליחה חוזרת",
  resendAt: ({ clock }) => `אפשרי בעוד ${clock}`,
  resent: ({ email }) => `הודעה חדשה בדרך אל ${email}.`,
  restartTitle: "משהו לא בסדר בחשבון הזה?",
  restartText: ({ server }) =>
    `אפשר לשכוח אותו במכשיר הזה ולהתחיל מחדש, למשל בשם אחר. מה שנוצר אצל ${server} נשאר שם, וכל כתובת דוא״ל מתקבלת שם רק פעם אחת: לחשבון הבא דרושה כתובת אחרת, ואפשר גם להיכנס עם החשבון הזה.`,
  restart: "להתחיל מחדש",

  reviewTitle: "בהמתנה לאישור",
  reviewUnwatched: ({ server }) => `צוות השרת ${server} עובר עכשיו על ההרשמה שלך. זה יכול לקחת כמה ימים.`,
  reviewText: ({ server }) =>
    `כתובת הדוא״ל שלך אומתה. צוות השרת ${server} עובר עכשיו על ההרשמה שלך. זה יכול לקחת כמה ימים.`,
  reviewNext: "הודעת דוא״ל תגיע אליך כשההרשמה תתקבל. אפשר לסגור את העמוד הזה.",

  readyTitle: "טוב שבאת!",
  readyText: "החשבון שלך מוכן: {handle}",
  readyButTitle: "עוד צעד אחד",
  readyBut: "הכתובת שלך אומתה. החשבון שלך: {handle}",
  readyNext: ({ server, email, username }) =>
    `אפשר להיכנס אל ${server} עם ${username ? `שם המשתמש (${username})` : `כתובת הדוא״ל (${email})`} והסיסמה שבחרת. סיסמה שהדפדפן שמר לעמוד הזה לא תוצע שם מעצמה.`,
  readyClients: ({ server }) => `כדי לקרוא ולכתוב אצל ${server} דרושה אפליקציה. {link}`,
  clients: "אילו אפליקציות יש",
  profile: "לפרופיל שלך",
  followText: "אחרי מי לעקוב בתור התחלה:",
  follow: ({ handle }) => `מעקב אחרי ${handle}`,
  another: "יצירת חשבון נוסף",
  anotherHint: ({ server }) =>
    `דרושה לו כתובת דוא״ל אחרת. אם יש חשבון מחובר אצל ${server}, יש לצאת ממנו קודם, או לפתוח את הקישור שבהודעה בחלון פרטי.`,

  returnedTitle: "הגעת לכאן מהודעת דוא״ל?",
  returnedText: ({ server }) =>
    `אם פתחת את הקישור בהודעה מאת ${server}, הכתובת שלך אומתה. אפשר להיכנס שם עם הסיסמה שבחרת. אם נאמר לך אצל ${server} שצריך קודם לעבור על ההרשמה שלך, נא לחכות להודעה משם.`,
  returnedReview: ({ server }) =>
    `אם פתחת את הקישור בהודעה מאת ${server}, הכתובת שלך אומתה. ייתכן שעכשיו צוות השרת יעבור על ההרשמה שלך; הודעת דוא״ל תגיע אליך כשהיא תתקבל, ואז אפשר יהיה להיכנס.`,
  returnedAlso: "אם התחלת בלשונית אחרת או במכשיר אחר, העמוד ההוא ימשיך מעצמו.",
  returnedElse: "הגעת בדרך אחרת?",
  returnedThere: "אם הגעת לכאן מהודעה מאת {server}, הכתובת שלך אומתה שם. הטופס הזה שייך לשרת אחר.",

  closedTitle: ({ server }) => `ההרשמה אל ${server} סגורה`,
  closedInvites: ({ server }) => `אל ${server} אפשר להצטרף כרגע רק עם הזמנה.`,
  inviteTitle: "יש לך הזמנה?",
  inviteHint: ({ server }) => `מי שכבר נמצא אצל ${server} יכול לתת לך הזמנה.`,
  inviteUse: "שימוש בהזמנה",
  inviteChecking: "בבדיקה…",
  elsewhereTitle: ({ server }) => `ההרשמה היא ישירות אצל ${server}`,
  stoppedTitle: {
    rejected: "ההרשמה הזאת לא התקבלה",
    expired: "תוקף ההרשמה הזאת פג",
    suspended: "החשבון הזה מושעה",
    disabled: "החשבון הזה נעול",
  },
  stopped: "החשבון הזה אינו זמין",
  goSignUp: ({ server }) => `הרשמה אצל ${server}`,
  signUpAgain: "הרשמה מחדש",
  requestId: ({ id }) => `לצוות השרת: בקשה ${id}`,

  fields: {
    "username.ERR_BLANK": "נא לבחור שם משתמש.",
    "username.ERR_TAKEN": "שם המשתמש הזה תפוס. נא לבחור אחר.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `אפשר להשתמש רק באלה: ${f.list([
        pattern.includes("A-Z") ? "אותיות לטיניות" : "אותיות לטיניות קטנות",
        "ספרות",
        "קווים תחתונים",
        ...(pattern.includes("\\-") ? ["מקפים"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `השרת ${server} שומר את השם הזה לעצמו. נא לבחור אחר.`,
    "email.ERR_BLANK": "נא להזין את כתובת הדוא״ל שלך.",
    "email.ERR_INVALID": "כתובת הדוא״ל אינה שלמה. היא נראית כך: name@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `אצל ${server} כבר יש חשבון עם הכתובת הזאת. אפשר להיכנס איתו, או להשתמש בכתובת אחרת.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `השרת ${server} לא מוצא מי שמקבל דוא״ל מאחורי החלק שאחרי @. נא לבדוק שאין בו טעות הקלדה. אם אין, נא להשתמש בכתובת אחרת.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `השרת ${server} אינו מקבל כתובות של ספק הדוא״ל הזה. נא להשתמש בכתובת אצל ספק אחר.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `השרת ${server} שומר את הכתובת האחרונה שמסרת, ולא שולח דבר לכתובת קודמת. נא להשתמש בכתובת שלישית, או לחכות להודעה באחרונה.`,
    "password.ERR_BLANK": "נא לבחור סיסמה.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `הסיסמה קצרה מדי. דרושים לפחות ${characters(limit, f)}.` : "הסיסמה קצרה מדי.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `הסיסמה ארוכה מדי. מותרים לכל היותר ${characters(limit, f)}, ופחות עם אותיות עבריות או אמוג׳י.`
        : "הסיסמה ארוכה מדי.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `לפי ${server}, קל מדי לנחש את הסיסמה הזאת. כדאי להאריך אותה בכמה מילים, או לשלב אותיות לטיניות גדולות וקטנות, ספרות וסימנים.`,
    "date_of_birth.ERR_BLANK": "נא להזין את תאריך הלידה המלא.",
    "date_of_birth.ERR_INVALID": "נא להזין תאריך שקיים בלוח השנה, עם שנה בארבע ספרות.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `כדי להצטרף אל ${server}, גילך צריך להיות לפחות ${f.number(limit)}.`
        : `גילך צעיר מדי להצטרפות אל ${server}.`,
    "reason.ERR_BLANK": "נא לכתוב מה הסיבה להצטרפות. צוות השרת קורא את זה.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `נא לכתוב עוד קצת: לפחות ${characters(limit, f)}.` : "נא לכתוב עוד קצת.",
    "invite_code.ERR_BLANK": "נא להזין את קוד ההזמנה או את הקישור שלה.",
    "invite_code.ERR_INVALID":
      "ההזמנה הזאת אינה תקפה כאן. ייתכן שהיא שייכת לשרת אחר, שפג תוקפה או שכבר נוצלה.",
    "captcha_solution.ERR_BLANK": "נא להקליד את התווים שבתמונה.",
    "captcha_solution.ERR_INVALID": "אלה לא היו התווים שבתמונה. נא לנסות עם החדשה.",
    "captcha_solution.ERR_EXPIRED": "התמונה ההיא כבר הייתה ישנה מדי. נא לנסות עם החדשה.",
    "agreement.ERR_ACCEPTED": "בלי הסכמה לא ייתכן חשבון. אם זה מקובל עליך, נא לסמן את התיבה.",
    "agreement.ERR_BLANK": "בלי הסכמה לא ייתכן חשבון. אם זה מקובל עליך, נא לסמן את התיבה.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `מה שהסכמת לו אינו מה שנדרש עכשיו אצל ${server}. נא לקרוא את הכללים והמסמכים, ואם הם מקובלים עליך לסמן שוב את התיבה.`,

    ERR_BLANK: "זה נחוץ.",
    ERR_TAKEN: "זה כבר תפוס.",
    ERR_INVALID: "זה לא תקין.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `זה קצר מדי. דרושים לפחות ${characters(limit, f)}.` : "זה קצר מדי.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `זה ארוך מדי. מותרים לכל היותר ${characters(limit, f)}.` : "זה ארוך מדי.",
    ERR_RESERVED: "השרת שומר את זה לעצמו.",
    ERR_BLOCKED: "השרת לא מאפשר את זה.",
    ERR_EXPIRED: "תוקפו של זה פג, או שכבר נוצל.",
    ERR_TOO_WEAK: "קל מדי לנחש את זה.",
    ERR_UNCHANGED: "אין כאן שינוי.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `השרת מוצא עוד ${f.plural(limit, { one: "בעיה אחת", two: "שתי בעיות", other: `${f.number(limit)} בעיות` })}, יותר ממה שנכנס כאן.`
        : "השרת מוצא עוד בעיות, יותר ממה שנכנס כאן.",
    ERR_UNREACHABLE: "נראה שזה לא קיים.",
    ERR_ACCEPTED: "דרושה הסכמתך לזה.",
    ERR_INCLUSION: "השרת לא מכיר את הבחירה הזאת.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `זה צריך להיות לפחות ${f.number(limit)}.` : "זה מתחת לגבול של השרת.",
  },
  problems: {
    internal: "משהו השתבש בטופס הזה. נא לנסות שוב.",
    "wasm-blocked":
      "העמוד הזה לא מאפשר לטופס ההרשמה לפעול. אם העמוד שלך: יש להוסיף 'wasm-unsafe-eval' אל script-src שב־Content-Security-Policy שלו.",
    "core-unreachable": "חלק מהטופס הזה לא נטען. נא לבדוק את החיבור ולנסות שוב.",
    "core-died": "הטופס הזה נעצר במפתיע. מה שהקלדת נשמר, חוץ מהסיסמה.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "במאפיין ”server” אין שם של שרת."} מי שמפעיל את האתר הזה יכול לתקן את זה.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `השרת ${server} לא עונה. ייתכן שהוא מושבת, שאין לך חיבור לאינטרנט, או שהוא לא מאפשר לאתרים אחרים לפנות אליו. נא לנסות שוב בעוד כמה דקות.`,
    "not-supported": ({ server, software }) =>
      software
        ? `אצל ${server} פועלת התוכנה ${software}, שמקבלת מצטרפים רק בעמודים שלה.`
        : `השרת ${server} לא עונה כמו שרתים שהטופס הזה יודע לדבר איתם. ייתכן שהשם לא מדויק, וייתכן שנרשמים שם בדרך אחרת.`,
    closed: ({ server }) =>
      `השרת ${server} אינו מקבל כרגע מצטרפים חדשים. ייתכן שבעמודים שלו כתוב מתי זה ישתנה, או ממי אפשר לבקש הזמנה.`,
    "external-sign-up": ({ server }) => `לשרת ${server} יש הרשמה משלו, שפועלת רק בעמוד שלו.`,
    captcha: ({ server }) => `השרת ${server} רוצה לוודא שמדובר באדם, בעזרת חידה שפועלת רק בעמוד שלו.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `הכתובת של העמוד הזה ארוכה מכדי שהשרת ${server} יחזיר אליה. מי שמפעיל את האתר הזה יכול לקבוע כתובת קצרה יותר; בעמוד של השרת זה אפשרי.`
        : software
          ? `השרת ${server}, שבו פועלת התוכנה ${software}, לא מאפשר לאתרים אחרים לבקש חשבונות. בעמוד שלו זה אפשרי.`
          : `השרת ${server} לא מאפשר לאתרים אחרים לבקש חשבונות. בעמוד שלו זה אפשרי.`,
    "sign-up-refused": ({ server }) =>
      `השרת ${server} אינו מקבל הרשמות מאתרים אחרים. ייתכן שבעמוד שלו זה אפשרי.`,
    forbidden: ({ server }) =>
      `השרת ${server} לא קיבל את ההרשמה הזאת ולא אומר למה. ייתכן שההרשמה נסגרה לפני רגע, שאין שם הרשמה מהרשת שלך, או שנכנסים שם דרך אתר אחר. אם יש לך הזמנה, כדאי להשתמש בה; אם לא, נא לנסות שוב מאוחר יותר. מה שהקלדת נשמר.`,
    "network-blocked": ({ server }) =>
      `השרת ${server} דוחה כל בקשה מהרשת שלך. אולי חיבור אחר יעזור, למשל בלי VPN.`,
    gone: ({ server }) => `השרת ${server} נסגר לצמיתות. כדאי לחפש שרת אחר.`,
    invalid: ({ server }) => `השרת ${server} דחה את ההרשמה הזאת.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `השרת ${server} מקבל יותר מדי בקשות מהרשת שלך. נא לנסות שוב ${retryAt ? at(about) : "בעוד חמש דקות"}.`;
      }
      if (detail === "resend") {
        return `השרת ${server} שולח רק כמה הודעות לחשבון אחד. ${retryAt ? `ההודעה הבאה אפשרית ${at(about)}.` : "נא לנסות שוב בעוד חצי שעה."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `הניסיון הבא אפשרי ${at(about)}.`
        : `נא לנסות שוב בעוד ${app ? "עשר דקות" : "חצי שעה"}.`;
      return app
        ? `נפתחו יותר מדי טופסי הרשמה אל ${server} מהרשת שלך. ${when} אין שום בעיה במה שהקלדת.`
        : `השרת ${server} מקבל רק כמה ניסיונות מרשת אחת. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `משהו השתבש אצל ${server}. ייתכן שכתובות של ספק הדוא״ל שלך לא מתקבלות שם: כדאי לנסות כתובת אצל ספק אחר, או לשאול את צוות השרת.`
        : `משהו השתבש אצל ${server}. זו לא אשמתך, ולעיתים קרובות זה חולף אחרי כמה דקות.`,
    "bad-answer": ({ server }) => `השרת ${server} נתן תשובה שאי אפשר להבין. נא לנסות שוב בעוד כמה דקות.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `ההרשמה נשלחה, אבל התשובה של השרת ${server} לא הגיעה. ייתכן שהחשבון כבר קיים: כדאי לחפש קודם הודעת דוא״ל, לפני ניסיון נוסף.`,
    duplicate:
      "השם או הכתובת תפוסים. אולי זה היה מצידך, ממש עכשיו או בלשונית אחרת: כדאי לחפש הודעת דוא״ל לפני שמנסים שוב.",
    broker: ({ server, retryable }) =>
      `האתר הזה לא קיבל מהשרת ${server} את ההרשאה שדרושה להרשמה.${retryable ? " נא לנסות שוב בעוד כמה דקות." : ""}`,
    rejected: ({ server }) =>
      `צוות השרת ${server} לא קיבל את ההרשמה הזאת, או שהחשבון נמחק. אפשר לשאול למה, או לחפש שרת אחר שמתאים לך.`,
    expired: ({ server }) =>
      `הקישור שבהודעה לא נפתח בזמן, ולכן השרת ${server} מחק את ההרשמה הזאת. אפשר להירשם שוב, באותו שם אם הוא עדיין פנוי.`,
    suspended: ({ server }) =>
      `צוות השרת ${server} השעה את החשבון הזה. אפשר להיכנס שם כדי לקרוא למה, ולערער.`,
    disabled: ({ server }) =>
      `צוות השרת ${server} נעל את החשבון הזה, ואי אפשר להיכנס איתו. רק הצוות יכול לפתוח אותו: כדאי לכתוב לו.`,
    "two-factor-required": ({ server }) =>
      `השרת ${server} עוד לא מכניס את החשבון הזה, ולא אומר למה. נא להיכנס שם: אולי נדרשת הוכחה שנייה מלבד הסיסמה, והשרת ידריך אותך בהגדרת אימות דו־שלבי. אם אי אפשר להיכנס, הצוות נעל את החשבון: כדאי לכתוב לו.`,
    "resend-refused": ({ server }) =>
      `השרת ${server} לא שולח הודעה נוספת לחשבון הזה. כדאי לחפש את הראשונה, גם בתיקיית הספאם.`,
    "not-now": "זה לא אפשרי ברגע זה.",
    aborted: "זה בוטל.",
  },
};

export default texts;
