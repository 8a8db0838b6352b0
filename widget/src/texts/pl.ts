/** Polish, in the words of Mastodon's own interface, which says ty. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Nie podano serwera: brakuje atrybutu „server” albo jest on pusty.",
  scheme: "Atrybut „server” zawiera adres, który nie jest adresem strony WWW.",
  credentials: "Atrybut „server” zawiera adres z hasłem.",
  port: "Atrybut „server” zawiera adres z niemożliwym portem.",
  "ip-address": "Atrybut „server” zawiera liczbę zamiast nazwy serwera.",
  "no-dot": "Atrybut „server” zawiera jedno słowo. Nazwa serwera wygląda tak: example.social.",
  "bad-character": "Atrybut „server” zawiera znaki, których nie może być w nazwie serwera.",
  "bad-label": "Atrybut „server” zawiera niepoprawną nazwę serwera.",
  "too-long": "Atrybut „server” zawiera za długą nazwę serwera.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Wygląda na to, że nie masz połączenia z internetem. Sprawdź je i spróbuj ponownie.",
  dns: (server) =>
    `Nie można znaleźć adresu serwera ${server}. Może serwer już nie istnieje, a może sieć ma chwilowe kłopoty. Spróbuj ponownie za kilka minut.`,
  refused: (server) => `Serwer ${server} w tej chwili nie działa. Spróbuj ponownie za kilka minut.`,
  tls: (server) =>
    `Nie ma bezpiecznego połączenia z serwerem ${server}, dlatego nic nie zostało wysłane. Sprawdź datę na swoim urządzeniu; jeśli jest poprawna, może to naprawić tylko administracja serwera.`,
  timeout: (server) =>
    `Serwer ${server} zbyt długo nie odpowiada. Może jest przeciążony: spróbuj ponownie za kilka minut.`,
  redirects: (server) =>
    `Serwer ${server} odsyła ten formularz w kółko i odpowiedź nie nadchodzi. Może to naprawić tylko jego administracja; być może rejestracja działa na stronie samego serwera.`,
  cors: (server) =>
    `Serwer ${server} odpowiada, ale nie pozwala tej stronie odczytać odpowiedzi. Może jest przeciążony, może chce sprawdzić, czy nie jesteś robotem, a może nie przyjmuje rejestracji z innych witryn. Spróbuj ponownie za kilka minut albo przejdź na jego własną stronę.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Zgłoszenie zostało wysłane, ale odpowiedź serwera ${server} zaginęła. Nazwa użytkownika jest już zajęta, więc konto najprawdopodobniej powstało. Zanim zrobisz cokolwiek innego, poszukaj wiadomości z serwera ${server}; nie musisz rejestrować się ponownie.`,
  free: (server) =>
    `Zgłoszenie zostało wysłane, ale odpowiedź serwera ${server} zaginęła. Nazwa użytkownika jest nadal wolna, więc konto najprawdopodobniej nie powstało. Możesz wysłać zgłoszenie jeszcze raz.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `Serwer ${server} przyjmuje dziennie ograniczoną liczbę osób i dziś nie przyjmie już nikogo. Spróbuj ponownie jutro.`,
  backlog: (server) =>
    `Na administrację serwera ${server} czeka tyle zgłoszeń, że serwer na razie nie przyjmuje następnych. Spróbuj ponownie za dzień lub dwa.`,
};

const characters = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "znak", few: "znaki", many: "znaków", other: "znaku" })}`;

const ofCharacters = (n: number, limit: number, f: Format) =>
  `${f.number(n)} z ${f.number(limit)} ${f.plural(limit, { one: "znaku", few: "znaków", many: "znaków", other: "znaku" })}`;

const years = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "rok", few: "lata", many: "lat", other: "roku" })}`;

const texts: Translation = {
  lang: "pl",

  loading: "Wczytywanie formularza…",
  opensNewTab: "(otwiera się w nowej karcie)",

  joinKicker: "Utwórz konto na serwerze",
  approvalNotice: ({ server }) =>
    `Administracja serwera ${server} sprawdza każde zgłoszenie. Decyzję podejmuje, gdy potwierdzisz swój adres e-mail, zwykle w ciągu kilku dni.`,
  rulesTitle: "Zasady serwera",
  ruleHint: "Więcej o tej zasadzie",
  rulesLeftOut: ({ n, f }) =>
    `… i jeszcze ${f.number(n)} ${f.plural(n, { one: "zasada", few: "zasady", many: "zasad", other: "zasady" })} na stronie serwera`,
  documents: {
    "privacy-policy": "Polityka prywatności",
    "terms-of-service": "Regulamin",
    about: "O tym serwerze",
  },
  agreedDocuments: { "privacy-policy": "politykę prywatności", "terms-of-service": "regulamin" },
  agreedRules: "zasady",

  optional: "(opcjonalnie)",
  username: "Nazwa użytkownika",
  usernameHint: ({ handle }) => `Inni znajdą Cię jako ${handle}. Później nie da się tego zmienić.`,
  usernameExample: "nazwa",
  usernameShortened: "Została tylko część przed @. Nazwa użytkownika to nie adres e-mail.",
  usernameChecking: "Sprawdzanie, czy nazwa jest wolna…",
  usernameFree: ({ name }) => `Wygląda na to, że nazwa @${name} jest wolna.`,
  usernameTaken: ({ name }) => `Nazwa @${name} jest zajęta.`,
  usernameSuggestions: "Te wydają się wolne:",
  email: "Adres e-mail",
  emailHint: "Służy do logowania. Najpierw przyjdzie na niego wiadomość z linkiem.",
  password: "Hasło",
  passwordHint: ({ min, f }) =>
    min ? `Co najmniej ${characters(min, f)}. Im dłuższe, tym lepsze.` : "Im dłuższe, tym lepsze.",
  showPassword: "Pokaż hasło",
  dateOfBirth: "Data urodzenia",
  dateOfBirthHint: ({ min, server, f }) =>
    min
      ? `Serwer ${server} sprawdza, czy masz co najmniej ${years(min, f)}. Nikomu nie pokazuje tej daty.`
      : `Serwer ${server} o nią pyta i nikomu jej nie pokazuje.`,
  reason: "Dlaczego chcesz dołączyć?",
  reasonHint: {
    approval: "Administracja serwera przeczyta to, zanim podejmie decyzję.",
    "server-asked": "Serwer o to pyta.",
  },
  reasonCounter: ({ length, limit, f }) => ofCharacters(length, limit, f),
  inviteCode: "Kod lub link zaproszenia",
  captcha: "Znaki z obrazka",
  agreementLabel: "Zgoda",
  agreement: "Znam i akceptuję {documents} serwera {server}.",

  submit: "Utwórz konto",
  apply: "Poproś o konto",
  submitting: "Tworzenie konta…",
  wait: ({ clock }) => `Zbyt wiele prób z Twojej sieci. Następna będzie możliwa za ${clock}`,
  haveAccount: "Masz już konto? {link}",
  signIn: ({ server }) => `Zaloguj się na serwerze ${server}`,
  unsent: "Formularz nie został wysłany.",

  plain: {
    confirm:
      "Konto zostało utworzone. Wiadomość jest już w drodze: otwórz link, który zawiera, aby potwierdzić adres.",
    review: "Administracja serwera sprawdza teraz Twoje zgłoszenie.",
    ready: "Konto jest gotowe. Zaloguj się na serwerze.",
    returned:
      "Jeśli przyprowadził Cię tu link z wiadomości od serwera, Twój adres e-mail jest potwierdzony. Zaloguj się na serwerze.",
    closed: "Serwer nie przyjmuje obecnie nowych osób.",
    elsewhere: "Serwer przyjmuje nowe osoby tylko na własnej stronie.",
    stopped: "To konto jest niedostępne.",
    failed: "Rejestracja w tej chwili tu nie działa.",
  },
  goServer: ({ server }) => `Przejdź na serwer ${server}`,
  again: "Spróbuj ponownie",

  emailHintMail: "Serwer wysyła na niego wiadomości.",
  emailHintOptional: "Pomoże Ci odzyskać konto, jeśli zapomnisz hasła.",
  passwordEntropy: ({ server }) =>
    `Serwer ${server} mierzy, jak trudno je odgadnąć: użyj kilku słów albo połącz litery, cyfry i inne znaki.`,
  captchaHint: "Dzięki temu serwer wie, że jesteś człowiekiem. Każdy obrazek wystarcza na jedną próbę.",
  summary: ({ n, f }) =>
    `${f.number(n)} ${f.plural(n, { one: "pole wymaga", few: "pola wymagają", many: "pól wymaga", other: "pola wymaga" })} uwagi:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Do ${f.time(resetAt)} ${f.plural(left, { one: "pozostaje", few: "pozostają", many: "pozostaje", other: "pozostaje" })} jeszcze ${f.number(left)} ${f.plural(left, { one: "próba", few: "próby", many: "prób", other: "próby" })}.`
      : `Do ${f.time(resetAt)} nie ma już więcej prób.`,
  contact: "Masz pytania? Napisz do administracji serwera: {link}",
  serverSays: ({ server }) => `Serwer ${server} informuje:`,
  slowLoading: ({ server }) =>
    `Serwer ${server} długo nie odpowiada. Możesz jeszcze chwilę poczekać albo przejść na niego, korzystając z linku.`,
  slowSubmitting: ({ server }) =>
    `Serwer ${server} sprawdza, czy na Twój adres można wysyłać wiadomości. Potrwa to kilka sekund; pozostań na tej stronie.`,
  failedTitle: "Rejestracja w tej chwili tu nie działa",
  offline: "Gdy wróci połączenie, ponowna próba nastąpi automatycznie.",
  keptTitle: "Rejestrację dokończysz później",
  keptText: ({ handle, email }) =>
    `Twoje konto ${handle} z adresem ${email} zostało utworzone i nic nie przepadło.`,

  captchaPicture: "Obrazek ze znakami do przepisania",
  captchaLoading: "Wczytywanie obrazka…",
  captchaFailed: "Nie udało się pokazać obrazka. Poproś o inny.",
  captchaMissing: ({ server }) =>
    `Obrazek, który trzeba odczytać dla serwera ${server}, nie dotarł. Poproś o inny przy jego polu albo zarejestruj się na samym serwerze ${server}.`,
  challenge: "Najpierw potwierdź na końcu formularza, że jesteś człowiekiem.",
  captchaExpired: "Ten obrazek jest za stary. Wczytywanie nowego…",
  captchaAnother: "Inny obrazek",
  captchaChanged: "Jest nowy obrazek. Przepisz z niego znaki.",
  captchaUnseen: "Nie widzisz obrazka albo nie możesz go odczytać? {link}",
  mistyped: ({ address }) => `Czy chodzi o adres ${address}?`,
  strength: "Jak trudno odgadnąć hasło",
  strengths: [
    "Bardzo łatwe do odgadnięcia",
    "Łatwe do odgadnięcia",
    "Niezbyt trudne do odgadnięcia",
    "Trudne do odgadnięcia",
    "Bardzo trudne do odgadnięcia",
  ],
  passwordLength: ({ length, limit, f }) => ofCharacters(length, limit, f),
  passwordBytes: ({ length, limit, f }) =>
    `${ofCharacters(length, limit, f)}; polskie litery i emoji liczą się jako 2–4 znaki`,

  documentDate: ({ date }) => `Wersja z dnia ${date}`,
  documentComes: ({ date }) => `Obowiązuje od: ${date}`,
  documentSucceeded: ({ date }) => `Inna wersja zastąpi tę: ${date}`,
  documentPage: ({ server }) => `Otwórz stronę serwera ${server}`,
  documentLoading: "Wczytywanie…",
  documentFailed: "Serwer nie pozwala pokazać tego na tej stronie. Przeczytasz to tam:",
  documentForMembers: ({ server }) =>
    `Serwer ${server} pokazuje to tylko osobom, które mają na nim konto. Mimo to możesz się zarejestrować.`,
  documentEmpty: ({ server }) => `Serwer ${server} nic tu nie napisał.`,
  close: "Zamknij",

  confirmTitle: "Sprawdź pocztę",
  confirmText:
    "Na adres {email} wysłano wiadomość. Otwórz link, który zawiera, aby potwierdzić, że ten adres należy do Ciebie.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Link działa ${f.number(link)} ${f.plural(link, { one: "dzień", few: "dni", many: "dni", other: "dnia" })}. Serwer ${server} usuwa rejestrację, której nikt nie potwierdzi w ciągu ${f.number(life)} ${f.plural(life, { one: "dnia", few: "dni", many: "dni", other: "dnia" })}.`
      : "Nie zwlekaj: większość serwerów usuwa rejestrację, której nikt nie potwierdzi w ciągu tygodnia.",
  confirmWatched: "Ta strona sama zauważy potwierdzenie, nawet jeśli otworzysz link na innym urządzeniu.",
  confirmUnwatched: ({ server }) =>
    `Ta strona nie zauważy potwierdzenia. Zaloguj się potem na serwerze ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Potem decyzję podejmie administracja serwera ${server}. Ta strona jej nie zobaczy, ale jeśli będzie pozytywna, dostaniesz wiadomość. Wtedy zaloguj się na serwerze.`,
  confirmApproval: ({ server }) =>
    `Potem decyzję podejmie administracja serwera ${server}, a jeśli będzie pozytywna, dostaniesz wiadomość. Wcześniej ta strona nic nie zobaczy, odmowy też nie.`,
  openMail: "Otwórz pocztę",
  handle: "Twoje konto będzie się nazywać {handle}.",
  checkNow: "Sprawdź teraz",
  checking: "Sprawdzanie…",
  notYet: "Jeszcze bez potwierdzenia.",
  notDecided: "Jeszcze bez decyzji.",
  notAccepted: "Jeszcze bez zgody. Serwer nic więcej nie mówi.",
  noMailTitle: "Gdzie jest wiadomość?",
  noMailText: ({ host }) =>
    `Może przyjść za kilka minut, a jeśli serwer ma dużo pracy, nawet za godzinę. Zajrzyj też do spamu, wyszukaj „${host}” i sprawdź jeszcze raz adres powyżej.`,
  noEffectText: ({ server }) =>
    `Link już otwarty, a tu nic się nie zmienia? Jeśli na serwerze ${server} jest zalogowane inne konto, najpierw się z niego wyloguj albo otwórz link w oknie prywatnym.`,
  status: "Jak dziś działa serwer: {link}",
  wrongAddress: "Błędny adres?",
  otherEmail: "Inny adres e-mail",
  otherEmailHint:
    "Link z pierwszej wiadomości przestanie działać, a na stary adres przyjdzie zawiadomienie o zmianie. Na nowy przyjdą dwie jednakowe wiadomości; link z nich kończy się na stronie logowania serwera, więc potem wróć tutaj.",
  resend: "Wyślij ponownie",
  resendAt: ({ clock }) => `Możliwe za ${clock}`,
  resent: ({ email }) => `Na adres ${email} wysłano nową wiadomość.`,
  restartTitle: "Coś się nie zgadza z tym kontem?",
  restartText: ({ server }) =>
    `Możesz zapomnieć je na tym urządzeniu i zacząć od nowa, na przykład z inną nazwą. To, co powstało na serwerze ${server}, tam pozostanie, a jeden adres e-mail działa tam tylko raz: do następnego konta potrzebny jest inny. Możesz też zalogować się na to konto.`,
  restart: "Zacznij od nowa",

  reviewTitle: "Oczekiwanie na decyzję",
  reviewUnwatched: ({ server }) =>
    `Administracja serwera ${server} sprawdza teraz Twoje zgłoszenie. Może to potrwać kilka dni.`,
  reviewText: ({ server }) =>
    `Twój adres e-mail jest potwierdzony. Administracja serwera ${server} sprawdza teraz Twoje zgłoszenie. Może to potrwać kilka dni.`,
  reviewNext: "Gdy je przyjmie, dostaniesz wiadomość. Możesz zamknąć tę stronę.",

  readyTitle: "Witamy!",
  readyText: "Twoje konto jest gotowe: {handle}",
  readyButTitle: "Jeszcze jeden krok",
  readyBut: "Twój adres jest potwierdzony. Twoje konto: {handle}",
  readyNext: ({ server, email, username }) =>
    `Zaloguj się na serwerze ${server}, podając ${username ? `nazwę użytkownika (${username})` : `adres e-mail (${email})`} i hasło z rejestracji. Hasła zapisanego dla tej strony przeglądarka sama tam nie podpowie.`,
  readyClients: ({ server }) =>
    `Do czytania i pisania na serwerze ${server} potrzebna jest aplikacja. {link}`,
  clients: "Zobacz, jakie są",
  profile: "Zobacz swój profil",
  followText: "Ktoś na początek:",
  follow: ({ handle }) => `Obserwuj ${handle}`,
  another: "Utwórz kolejne konto",
  anotherHint: ({ server }) =>
    `Potrzebny jest do niego inny adres e-mail. Jeśli na serwerze ${server} jest zalogowane inne konto, najpierw się z niego wyloguj albo otwórz link z wiadomości w oknie prywatnym.`,

  returnedTitle: "Przyprowadziła Cię tu wiadomość e-mail?",
  returnedText: ({ server }) =>
    `Jeśli jesteś tu dzięki linkowi z wiadomości od serwera ${server}, Twój adres jest potwierdzony. Zaloguj się tam hasłem z rejestracji. Jeśli serwer ${server} informuje, że ktoś musi najpierw sprawdzić zgłoszenie, poczekaj na wiadomość.`,
  returnedReview: ({ server }) =>
    `Jeśli jesteś tu dzięki linkowi z wiadomości od serwera ${server}, Twój adres jest potwierdzony. Być może administracja sprawdzi teraz zgłoszenie; gdy je przyjmie, dostaniesz wiadomość. Wtedy możesz się zalogować.`,
  returnedAlso:
    "Jeśli rejestracja zaczęła się w innej karcie lub na innym urządzeniu, tamta strona sama przejdzie dalej.",
  returnedElse: "Jesteś tu z innego powodu?",
  returnedThere:
    "Jeśli przyprowadziła Cię tu wiadomość od serwera {server}, Twój adres jest tam potwierdzony. Ten formularz dotyczy innego serwera.",

  closedTitle: ({ server }) => `Serwer ${server} nie przyjmuje nowych osób`,
  closedInvites: ({ server }) => `Serwer ${server} przyjmuje obecnie tylko osoby z zaproszeniem.`,
  inviteTitle: "Masz zaproszenie?",
  inviteHint: ({ server }) => `Zaproszenie możesz dostać od osób, które są na serwerze ${server}.`,
  inviteUse: "Użyj zaproszenia",
  inviteChecking: "Sprawdzanie…",
  elsewhereTitle: ({ server }) => `Zarejestruj się na samym serwerze ${server}`,
  stoppedTitle: {
    rejected: "To zgłoszenie nie zostało przyjęte",
    expired: "Ta rejestracja wygasła",
    suspended: "To konto jest zawieszone",
    disabled: "To konto jest zablokowane",
  },
  stopped: "To konto jest niedostępne",
  goSignUp: ({ server }) => `Zarejestruj się na serwerze ${server}`,
  signUpAgain: "Zarejestruj się ponownie",
  requestId: ({ id }) => `Dla administracji serwera: żądanie ${id}`,

  fields: {
    "username.ERR_BLANK": "Wybierz nazwę użytkownika.",
    "username.ERR_TAKEN": "Ta nazwa użytkownika jest zajęta. Wybierz inną.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Używaj tylko ${f.list([
        pattern.includes("A-Z") ? "liter od a do z" : "małych liter od a do z",
        "cyfr",
        "podkreśleń",
        ...(pattern.includes("\\-") ? ["łączników"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `Serwer ${server} zastrzega tę nazwę dla siebie. Wybierz inną.`,
    "email.ERR_BLANK": "Podaj swój adres e-mail.",
    "email.ERR_INVALID": "To nie jest pełny adres e-mail. Powinien wyglądać tak: nazwa@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Na serwerze ${server} jest już konto z tym adresem. Zaloguj się na nie albo podaj inny adres.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `Według serwera ${server} domena po znaku @ nie przyjmuje poczty. Sprawdź, czy nie ma w niej literówek. Jeśli ich nie ma, podaj inny adres.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `Serwer ${server} nie przyjmuje adresów u tego dostawcy poczty. Podaj adres u innego.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `Serwer ${server} zachowuje ostatnio podany adres i na wcześniejszy nic nie wysyła. Podaj trzeci albo poczekaj na wiadomość na ten ostatni.`,
    "password.ERR_BLANK": "Wybierz hasło.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `To hasło jest za krótkie. Wpisz co najmniej ${characters(limit, f)}.`
        : "To hasło jest za krótkie.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `To hasło jest za długie. Wpisz najwyżej ${characters(limit, f)}, a z polskimi literami lub emoji mniej.`
        : "To hasło jest za długie.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Dla serwera ${server} to hasło jest zbyt łatwe do odgadnięcia. Wybierz dłuższe, z kilku słów, albo połącz wielkie i małe litery, cyfry i inne znaki.`,
    "date_of_birth.ERR_BLANK": "Podaj pełną datę urodzenia.",
    "date_of_birth.ERR_INVALID": "Podaj datę, która jest w kalendarzu, z czterema cyframi roku.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Aby dołączyć do serwera ${server}, musisz mieć co najmniej ${years(limit, f)}.`
        : `Nie masz jeszcze wymaganego wieku, aby dołączyć do serwera ${server}.`,
    "reason.ERR_BLANK": "Napisz, dlaczego chcesz dołączyć. Przeczyta to administracja serwera.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Napisz trochę więcej: co najmniej ${characters(limit, f)}.` : "Napisz trochę więcej.",
    "invite_code.ERR_BLANK": "Podaj kod zaproszenia lub jego link.",
    "invite_code.ERR_INVALID":
      "To zaproszenie tu nie działa. Może być na inny serwer, mogło też wygasnąć lub zostać wykorzystane.",
    "captcha_solution.ERR_BLANK": "Przepisz znaki, które widzisz na obrazku.",
    "captcha_solution.ERR_INVALID": "Na obrazku były inne znaki. Spróbuj z nowym obrazkiem.",
    "captcha_solution.ERR_EXPIRED": "Tamten obrazek był już za stary. Spróbuj z nowym.",
    "agreement.ERR_ACCEPTED": "Bez Twojej zgody konto nie może powstać. Jeśli się zgadzasz, zaznacz pole.",
    "agreement.ERR_BLANK": "Bez Twojej zgody konto nie może powstać. Jeśli się zgadzasz, zaznacz pole.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Twoja zgoda dotyczyła czegoś innego niż to, czego serwer ${server} wymaga teraz. Przeczytaj jego zasady i dokumenty i jeśli się zgadzasz, zaznacz pole jeszcze raz.`,

    ERR_BLANK: "To jest wymagane.",
    ERR_TAKEN: "To jest już zajęte.",
    ERR_INVALID: "To jest nieprawidłowe.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `To jest za krótkie. Wpisz co najmniej ${characters(limit, f)}.` : "To jest za krótkie.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `To jest za długie. Wpisz najwyżej ${characters(limit, f)}.` : "To jest za długie.",
    ERR_RESERVED: "Serwer zastrzega to dla siebie.",
    ERR_BLOCKED: "Serwer na to nie pozwala.",
    ERR_EXPIRED: "To już wygasło lub zostało wykorzystane.",
    ERR_TOO_WEAK: "To jest zbyt łatwe do odgadnięcia.",
    ERR_UNCHANGED: "To niczego nie zmienia.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Serwer zgłasza więcej błędów, niż się tu mieści: jeszcze ${f.number(limit)}.`
        : "Serwer zgłasza więcej błędów, niż się tu mieści.",
    ERR_UNREACHABLE: "Wygląda na to, że to nie istnieje.",
    ERR_ACCEPTED: "Na to trzeba się zgodzić.",
    ERR_INCLUSION: "Serwer nie zna takiej możliwości.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `To musi wynosić co najmniej ${f.number(limit)}.` : "To jest poniżej limitu serwera.",
  },
  problems: {
    internal: "W tym formularzu coś poszło nie tak. Spróbuj ponownie.",
    "wasm-blocked":
      "Ta strona nie pozwala formularzowi działać. Jeśli jest Twoja: dodaj 'wasm-unsafe-eval' do script-src w jej Content-Security-Policy.",
    "core-unreachable":
      "Nie udało się wczytać części tego formularza. Sprawdź swoje połączenie i spróbuj ponownie.",
    "core-died": "Formularz nieoczekiwanie przestał działać. Wpisane dane są zachowane, oprócz hasła.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "Atrybut „server” nie zawiera nazwy serwera."} Mogą to poprawić osoby prowadzące tę witrynę.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `Serwer ${server} nie odpowiada. Może nie działa, może nie masz połączenia z internetem, a może nie pozwala innym witrynom się ze sobą łączyć. Spróbuj ponownie za kilka minut.`,
    "not-supported": ({ server, software }) =>
      software
        ? `Serwer ${server} używa oprogramowania ${software}, które przyjmuje nowe osoby tylko na własnych stronach.`
        : `Serwer ${server} nie odpowiada jak te, z którymi ten formularz umie się porozumieć. Może nazwa nie całkiem się zgadza, a może rejestracja odbywa się tam inaczej.`,
    closed: ({ server }) =>
      `Serwer ${server} nie przyjmuje obecnie nowych osób. Może na jego stronach jest napisane, kiedy to się zmieni albo kogo poprosić o zaproszenie.`,
    "external-sign-up": ({ server }) =>
      `Serwer ${server} ma osobną rejestrację, która działa tylko na jego własnej stronie.`,
    captcha: ({ server }) =>
      `Serwer ${server} chce się upewnić, że jesteś człowiekiem, a jego zagadka działa tylko na jego własnej stronie.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `Adres tej strony jest za długi, aby serwer ${server} mógł na nią odesłać. Osoby prowadzące tę witrynę mogą ustawić krótszy; na własnej stronie serwera można się zarejestrować.`
        : software
          ? `Serwer ${server}, na którym działa ${software}, nie pozwala zakładać kont z innych witryn. Można to zrobić na jego własnej stronie.`
          : `Serwer ${server} nie pozwala zakładać kont z innych witryn. Można to zrobić na jego własnej stronie.`,
    "sign-up-refused": ({ server }) =>
      `Serwer ${server} nie przyjmuje rejestracji z innych witryn. Może da się to zrobić na jego własnej stronie.`,
    forbidden: ({ server }) =>
      `Serwer ${server} nie przyjął tej rejestracji i nie mówi dlaczego. Może przed chwilą przestał przyjmować nowe osoby, może nie przyjmuje ich z Twojej sieci, a może logowanie odbywa się tam przez inną witrynę. Jeśli masz zaproszenie, użyj go; jeśli nie, spróbuj ponownie później. Wpisane dane są zachowane.`,
    "network-blocked": ({ server }) =>
      `Serwer ${server} odrzuca wszystkie zapytania z Twojej sieci. Może pomoże inne połączenie, na przykład bez VPN.`,
    gone: ({ server }) => `Serwer ${server} kończy działalność. Poszukaj innego.`,
    invalid: ({ server }) => `Serwer ${server} odrzucił tę rejestrację.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `Serwer ${server} dostaje zbyt wiele zapytań z Twojej sieci. Spróbuj ponownie ${retryAt ? at(about) : "za pięć minut"}.`;
      }
      if (detail === "resend") {
        return `Serwer ${server} wysyła tylko kilka wiadomości na jedno konto. ${retryAt ? `Następna będzie możliwa ${at(about)}.` : "Spróbuj ponownie za pół godziny."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Następna próba będzie możliwa ${at(about)}.`
        : `Spróbuj ponownie za ${app ? "dziesięć minut" : "pół godziny"}.`;
      return app
        ? `Z Twojej sieci otwarto zbyt wiele formularzy serwera ${server}. ${when} Wpisane dane są w porządku.`
        : `Serwer ${server} dopuszcza tylko kilka prób z jednej sieci. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Na serwerze ${server} coś poszło nie tak. Może nie przyjmuje adresów u Twojego dostawcy poczty: spróbuj z adresem u innego albo zapytaj administrację serwera.`
        : `Na serwerze ${server} coś poszło nie tak. To nie Twoja wina i często mija po kilku minutach.`,
    "bad-answer": ({ server }) =>
      `Odpowiedzi serwera ${server} nie da się zrozumieć. Spróbuj ponownie za kilka minut.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Zgłoszenie zostało wysłane, ale odpowiedź serwera ${server} zaginęła. Konto może już istnieć: zanim spróbujesz ponownie, poszukaj wiadomości.`,
    duplicate:
      "Ta nazwa lub ten adres są zajęte. Może to Ty, przed chwilą lub w innej karcie: zanim spróbujesz ponownie, poszukaj wiadomości.",
    broker: ({ server, retryable }) =>
      `Ta witryna nie dostała od serwera ${server} pozwolenia potrzebnego do rejestracji.${retryable ? " Spróbuj ponownie za kilka minut." : ""}`,
    rejected: ({ server }) =>
      `Administracja serwera ${server} nie przyjęła tego zgłoszenia albo konto zostało usunięte. Możesz zapytać o powód albo poszukać serwera, który bardziej Ci odpowiada.`,
    expired: ({ server }) =>
      `Link z wiadomości nie został otwarty na czas, więc serwer ${server} usunął tę rejestrację. Możesz zarejestrować się ponownie, pod tą samą nazwą, jeśli jest jeszcze wolna.`,
    suspended: ({ server }) =>
      `Administracja serwera ${server} zawiesiła to konto. Zaloguj się tam, aby poznać powód i się odwołać.`,
    disabled: ({ server }) =>
      `Administracja serwera ${server} zablokowała to konto i nikt nie może się na nie zalogować. Tylko ona może je odblokować: napisz do niej.`,
    "two-factor-required": ({ server }) =>
      `Serwer ${server} nie wpuszcza jeszcze tego konta i nie mówi dlaczego. Zaloguj się tam: może oprócz hasła wymaga drugiego składnika i przeprowadzi Cię przez konfigurację uwierzytelniania dwuetapowego. Jeśli Cię nie wpuści, konto zablokowała administracja: napisz do niej.`,
    "resend-refused": ({ server }) =>
      `Serwer ${server} nie wyśle już dla tego konta kolejnej wiadomości. Poszukaj pierwszej, także w spamie.`,
    "not-now": "W tej chwili nie jest to możliwe.",
    aborted: "Anulowano.",
  },
};

export default texts;
