/** Turkish, in the words of Mastodon's own interface, which says siz. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Sunucu belirtilmemiş: “server” özniteliği yok ya da boş.",
  scheme: "“server” özniteliğinde web adresi olmayan bir adres var.",
  credentials: "“server” özniteliğinde parola içeren bir adres var.",
  port: "“server” özniteliğinde olanaksız bir bağlantı noktası içeren bir adres var.",
  "ip-address": "“server” özniteliğinde sunucu adı yerine bir sayı var.",
  "no-dot": "“server” özniteliğinde tek bir sözcük var. Sunucu adı example.social gibi görünür.",
  "bad-character": "“server” özniteliğinde sunucu adında bulunamayacak karakterler var.",
  "bad-label": "“server” özniteliğinde hatalı yazılmış bir sunucu adı var.",
  "too-long": "“server” özniteliğindeki ad bir sunucu için çok uzun.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Çevrimdışı görünüyorsunuz. Bağlantınızı kontrol edip yeniden deneyin.",
  dns: (server) =>
    `${server} sunucusunun adresi bulunamıyor. Sunucu artık olmayabilir ya da ağda geçici bir sorun olabilir. Birkaç dakika sonra yeniden deneyin.`,
  refused: (server) => `${server} sunucusu şu anda çalışmıyor. Birkaç dakika sonra yeniden deneyin.`,
  tls: (server) =>
    `${server} sunucusuyla güvenli bağlantı kurulamadığı için hiçbir şey gönderilmedi. Cihazınızın tarihini kontrol edin; tarih doğruysa bunu yalnızca sunucunun ekibi düzeltebilir.`,
  timeout: (server) =>
    `${server} sunucusunun yanıt vermesi çok uzun sürüyor. Aşırı yüklü olabilir: birkaç dakika sonra yeniden deneyin.`,
  redirects: (server) =>
    `${server} sunucusu bu formu sürekli başa döndürüyor, bu yüzden yanıt gelmiyor. Bunu yalnızca sunucunun ekibi düzeltebilir; kayıt, sunucunun kendi sayfasında çalışabilir.`,
  cors: (server) =>
    `${server} sunucusu yanıt veriyor ama bu sayfanın yanıtı okumasına izin vermiyor. Aşırı yüklü olabilir, robot olmadığınızı kontrol etmek istiyor olabilir ya da başka sitelerden kayıt kabul etmiyor olabilir. Birkaç dakika sonra yeniden deneyin ya da sunucunun kendi sayfasında devam edin.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Kaydınız gönderildi ama ${server} sunucusunun yanıtı kayboldu. Kullanıcı adı artık alınmış, yani hesabınız büyük olasılıkla oluşturuldu. Başka bir şey yapmadan önce ${server} sunucusundan gelen e-postaya bakın; yeniden kaydolmanız gerekmez.`,
  free: (server) =>
    `Kaydınız gönderildi ama ${server} sunucusunun yanıtı kayboldu. Kullanıcı adı hâlâ boşta, yani hesap büyük olasılıkla oluşturulmadı. Kaydı yeniden gönderebilirsiniz.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} sunucusu günde sınırlı sayıda kişi kabul ediyor ve bugünlük sınır doldu. Yarın yeniden deneyin.`,
  backlog: (server) =>
    `${server} sunucusunun ekibini o kadar çok başvuru bekliyor ki bir bölümü incelenene kadar yenileri alınmıyor. Bir iki gün sonra yeniden deneyin.`,
};

const characters = (n: number, f: Format) => `${f.number(n)} karakter`;

const texts: Translation = {
  lang: "tr",

  loading: "Kayıt formu yükleniyor…",
  opensNewTab: "(yeni sekmede açılır)",

  joinKicker: "Şu sunucuda hesap oluşturun:",
  approvalNotice: ({ server }) =>
    `${server} sunucusunun ekibi her başvuruyu inceler. E-posta adresinizi onayladıktan sonra, genellikle birkaç gün içinde karar verir.`,
  rulesTitle: "Sunucu kuralları",
  ruleHint: "Bu kuralın ayrıntıları",
  rulesLeftOut: ({ n, f }) => `… ve sunucunun kendi sayfasında ${f.number(n)} kural daha`,
  documents: {
    "privacy-policy": "Gizlilik politikası",
    "terms-of-service": "Hizmet şartları",
    about: "Bu sunucu hakkında",
  },
  agreedDocuments: { "privacy-policy": "gizlilik politikasını", "terms-of-service": "hizmet şartlarını" },
  agreedRules: "kurallarını",

  optional: "(isteğe bağlı)",
  username: "Kullanıcı adı",
  usernameHint: ({ handle }) => `Sizi şu adla bulurlar: ${handle}. Sonradan değiştirilemez.`,
  usernameExample: "kullanici",
  usernameShortened: "Yalnızca @ işaretinden önceki bölüm bırakıldı. Kullanıcı adı, e-posta adresi değildir.",
  usernameChecking: "Adın boşta olup olmadığına bakılıyor…",
  usernameFree: ({ name }) => `@${name} adı boşta görünüyor.`,
  usernameTaken: ({ name }) => `@${name} adı alınmış.`,
  usernameSuggestions: "Boşta görünenler:",
  email: "E-posta adresi",
  emailHint: "Bu adresle oturum açarsınız. Önce buraya bağlantı içeren bir e-posta gelir.",
  password: "Parola",
  passwordHint: ({ min, f }) =>
    min ? `En az ${characters(min, f)}. Ne kadar uzun, o kadar iyi.` : "Ne kadar uzun, o kadar iyi.",
  showPassword: "Parolayı göster",
  dateOfBirth: "Doğum tarihi",
  dateOfBirthHint: ({ min, server, f }) =>
    min
      ? `${server} sunucusu en az ${f.number(min)} yaşında olduğunuzu kontrol eder. Tarihi kimseye göstermez.`
      : `${server} sunucusu bunu sorar ve kimseye göstermez.`,
  reason: "Neden katılmak istiyorsunuz?",
  reasonHint: {
    approval: "Sunucunun ekibi karar vermeden önce bunu okur.",
    "server-asked": "Sunucu bunu soruyor.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} / ${characters(limit, f)}`,
  inviteCode: "Davet kodu veya bağlantısı",
  captcha: "Resimdeki karakterler",
  agreementLabel: "Onayınız",
  agreement: "{server} sunucusunun {documents} okudum ve kabul ediyorum.",

  submit: "Hesap oluştur",
  apply: "Hesap için başvur",
  submitting: "Hesap oluşturuluyor…",
  wait: ({ clock }) => `Ağınızdan çok fazla deneme yapıldı. Yeniden denemek için kalan süre: ${clock}`,
  haveAccount: "Zaten hesabınız var mı? {link}",
  signIn: ({ server }) => `${server} sunucusunda oturum aç`,
  unsent: "Form gönderilmedi.",

  plain: {
    confirm:
      "Hesabınız oluşturuldu. Size bir e-posta gönderildi: adresinizi onaylamak için içindeki bağlantıyı açın.",
    review: "Sunucunun ekibi şimdi başvurunuzu inceliyor.",
    ready: "Hesabınız hazır. Sunucuda oturum açın.",
    returned:
      "Buraya sunucunun e-postasındaki bağlantıyla geldiyseniz e-posta adresiniz onaylandı. Sunucuda oturum açın.",
    closed: "Sunucu şu anda yeni kişi kabul etmiyor.",
    elsewhere: "Sunucu yeni kişileri yalnızca kendi sayfasında kabul ediyor.",
    stopped: "Bu hesap kullanılamıyor.",
    failed: "Kayıt şu anda burada çalışmıyor.",
  },
  goServer: ({ server }) => `${server} sunucusuna git`,
  again: "Yeniden dene",

  emailHintMail: "Sunucu size bu adrese yazar.",
  emailHintOptional: "Parolanızı unutursanız hesabınıza bununla dönebilirsiniz.",
  passwordEntropy: ({ server }) =>
    `${server} sunucusu tahmin edilmesinin ne kadar zor olduğunu ölçer: birkaç sözcük kullanın ya da harf, rakam ve işaretleri karıştırın.`,
  captchaHint: "Böylece sunucu insan olduğunuzu anlar. Her resim tek deneme için geçerlidir.",
  summary: ({ n, f }) => `${f.number(n)} alanı gözden geçirin:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `${f.time(resetAt)} saatine kadar ${f.number(left)} deneme hakkınız kaldı.`
      : `${f.time(resetAt)} saatine kadar deneme hakkınız kalmadı.`,
  contact: "Sorunuz mu var? Sunucunun ekibine yazın: {link}",
  serverSays: ({ server }) => `${server} sunucusunun iletisi:`,
  slowLoading: ({ server }) =>
    `${server} sunucusunun yanıt vermesi uzun sürüyor. Biraz daha bekleyebilir ya da bağlantıyla oraya gidebilirsiniz.`,
  slowSubmitting: ({ server }) =>
    `${server} sunucusu adresinizin e-posta alıp alamadığını kontrol ediyor. Bu birkaç saniye sürer; lütfen bu sayfada kalın.`,
  failedTitle: "Kayıt şu anda burada çalışmıyor",
  offline: "Bağlantı geri gelir gelmez kendiliğinden yeniden denenecek.",
  keptTitle: "Kaydınız daha sonra sürecek",
  keptText: ({ handle, email }) =>
    `${handle} hesabınız ${email} adresiyle oluşturuldu ve hiçbir şey kaybolmadı.`,

  captchaPicture: "Yazılacak karakterlerin olduğu resim",
  captchaLoading: "Resim yükleniyor…",
  captchaFailed: "Resim gösterilemedi. Başka bir resim isteyin.",
  captchaMissing: ({ server }) =>
    `${server} sunucusunun okumanızı istediği resim gelmedi. Resmin alanından başka bir resim isteyin ya da doğrudan ${server} sunucusunda kaydolun.`,
  challenge: "Önce formun sonunda insan olduğunuzu doğrulayın.",
  captchaExpired: "Resmin süresi doldu. Yenisi yükleniyor…",
  captchaAnother: "Başka resim",
  captchaChanged: "Yeni bir resim geldi. Karakterlerini yazın.",
  captchaUnseen: "Göremiyor ya da okuyamıyor musunuz? {link}",
  mistyped: ({ address }) => `Bunu mu demek istediniz: ${address}?`,
  strength: "Parolayı tahmin etmenin zorluğu",
  strengths: [
    "Tahmin etmesi çok kolay",
    "Tahmin etmesi kolay",
    "Tahmin etmesi pek zor değil",
    "Tahmin etmesi zor",
    "Tahmin etmesi çok zor",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} / ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} / ${characters(limit, f)}; Türkçe harfler iki, emojiler dört karaktere kadar sayılır`,

  documentDate: ({ date }) => `${date} tarihli sürüm`,
  documentComes: ({ date }) => `Yürürlük tarihi: ${date}`,
  documentSucceeded: ({ date }) => `Yeni sürümün yürürlük tarihi: ${date}`,
  documentPage: ({ server }) => `${server} sunucusunun sayfasını aç`,
  documentLoading: "Yükleniyor…",
  documentFailed: "Sunucu bunun bu sayfada gösterilmesine izin vermiyor. Orada okuyabilirsiniz:",
  documentForMembers: ({ server }) =>
    `${server} sunucusu bunu yalnızca üyelerine gösteriyor. Yine de kaydolabilirsin.`,
  documentEmpty: ({ server }) => `${server} sunucusu buraya bir şey yazmamış.`,
  close: "Kapat",

  confirmTitle: "E-postanıza bakın",
  confirmText:
    "Şu adrese bir e-posta gönderildi: {email}. Adresin sizin olduğunu onaylamak için içindeki bağlantıyı açın.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Bağlantı ${f.number(link)} gün geçerlidir. ${server} sunucusu ${f.number(life)} gün içinde onaylanmayan kayıtları siler.`
      : "Bunu geciktirmeyin: çoğu sunucu bir hafta içinde onaylanmayan kayıtları siler.",
  confirmWatched: "Bağlantıyı başka bir cihazda açsanız bile bu sayfa onayı kendiliğinden fark eder.",
  confirmUnwatched: ({ server }) =>
    `Bu sayfa onayı fark edemez. Onayladıktan sonra ${server} sunucusunda oturum açın.`,
  confirmUnwatchedReview: ({ server }) =>
    `Bundan sonra ${server} sunucusunun ekibi karar verir. Bu sayfa kararı göremez ama kabul edildiğinizde size bir e-posta gelir. O zaman orada oturum açın.`,
  confirmApproval: ({ server }) =>
    `Bundan sonra ${server} sunucusunun ekibi karar verir ve kabul edildiğinizde size bir e-posta gelir. Bu sayfa ondan önce hiçbir şey göremez, reddi de göremez.`,
  openMail: "E-postayı aç",
  handle: "Hesabınızın adı: {handle}.",
  checkNow: "Şimdi kontrol et",
  checking: "Kontrol ediliyor…",
  notYet: "Henüz onaylanmadı.",
  notDecided: "Henüz karar verilmedi.",
  notAccepted: "Henüz kabul edilmedi. Sunucu daha fazlasını söylemiyor.",
  noMailTitle: "E-posta nerede?",
  noMailText: ({ host }) =>
    `Gelmesi birkaç dakika, yoğun bir sunucuda bir saat sürebilir. Spam klasörüne de bakın, “${host}” diye arayın ve yukarıdaki adresi bir kez daha kontrol edin.`,
  noEffectText: ({ server }) =>
    `Bağlantıyı açtınız ama burada bir şey değişmiyor mu? ${server} sunucusunda başka bir hesapla oturum açıksa önce onu kapatın ya da bağlantıyı gizli pencerede açın.`,
  status: "Sunucunun bugünkü durumu: {link}",
  wrongAddress: "Adres yanlış mı?",
  otherEmail: "Başka bir e-posta adresi",
  otherEmailHint:
    "İlk e-postadaki bağlantı geçersiz olur ve eski adrese değişiklik bildirimi gider. Yeni adrese birbirinin aynı iki e-posta gelir; bağlantıları sunucunun oturum açma sayfasında biter, sonra bu sayfaya dönün.",
  resend: "Yeniden gönder",
  resendAt: ({ clock }) => `Kalan süre: ${clock}`,
  resent: ({ email }) => `Şu adrese yeni bir e-posta gönderildi: ${email}.`,
  restartTitle: "Bu hesapta bir sorun mu var?",
  restartText: ({ server }) =>
    `Hesabı bu cihazda unutup örneğin başka bir adla baştan başlayabilirsiniz. ${server} sunucusunda oluşturulan her şey orada kalır ve sunucu bir e-posta adresini yalnızca bir kez kabul eder: sonraki hesap için başka bir adres gerekir ya da bu hesapla oturum açın.`,
  restart: "Baştan başla",

  reviewTitle: "Onay bekleniyor",
  reviewUnwatched: ({ server }) =>
    `${server} sunucusunun ekibi şimdi başvurunuzu inceliyor. Bu birkaç gün sürebilir.`,
  reviewText: ({ server }) =>
    `E-posta adresiniz onaylandı. ${server} sunucusunun ekibi şimdi başvurunuzu inceliyor. Bu birkaç gün sürebilir.`,
  reviewNext: "Kabul edildiğinde size bir e-posta gelir. Bu sayfayı kapatabilirsiniz.",

  readyTitle: "Hoş geldiniz!",
  readyText: "Hesabınız hazır: {handle}",
  readyButTitle: "Bir adım daha",
  readyBut: "Adresiniz onaylandı. Hesabınız: {handle}",
  readyNext: ({ server, email, username }) =>
    `${server} sunucusunda ${username ? `kullanıcı adınız (${username})` : `e-posta adresiniz (${email})`} ve seçtiğiniz parolayla oturum açın. Tarayıcınız, bu sayfa için kaydettiği parolayı orada kendiliğinden önermez.`,
  readyClients: ({ server }) => `${server} sunucusunda okumak ve yazmak için bir uygulama gerekir. {link}`,
  clients: "Hangileri olduğuna bakın",
  profile: "Profili gör",
  followText: "Başlangıç için biri:",
  follow: ({ handle }) => `Takip et: ${handle}`,
  another: "Başka bir hesap oluştur",
  anotherHint: ({ server }) =>
    `Bunun için başka bir e-posta adresi gerekir. ${server} sunucusunda oturum açıksa önce onu kapatın ya da e-postadaki bağlantıyı gizli pencerede açın.`,

  returnedTitle: "Buraya bir e-postayla mı geldiniz?",
  returnedText: ({ server }) =>
    `${server} sunucusundan gelen e-postadaki bağlantıyla geldiyseniz adresiniz onaylandı. Seçtiğiniz parolayla orada oturum açın. ${server} sunucusu önce başvurunuzun inceleneceğini söylüyorsa gelecek e-postayı bekleyin.`,
  returnedReview: ({ server }) =>
    `${server} sunucusundan gelen e-postadaki bağlantıyla geldiyseniz adresiniz onaylandı. Oradaki ekip şimdi başvurunuzu inceleyebilir; kabul edildiğinde size bir e-posta gelir. O zaman oturum açabilirsiniz.`,
  returnedAlso: "Başka bir sekmede ya da cihazda başladıysanız oradaki sayfa kendiliğinden devam eder.",
  returnedElse: "Başka bir yolla mı geldiniz?",
  returnedThere:
    "{server} sunucusundan gelen bir e-postayla geldiyseniz adresiniz orada onaylandı. Bu form başka bir sunucu için.",

  closedTitle: ({ server }) => `${server} sunucusu yeni kişi kabul etmiyor`,
  closedInvites: ({ server }) => `${server} sunucusu şu anda yalnızca davetle kişi kabul ediyor.`,
  inviteTitle: "Davetiniz var mı?",
  inviteHint: ({ server }) => `${server} sunucusundaki kişiler size davet verebilir.`,
  inviteUse: "Daveti kullan",
  inviteChecking: "Kontrol ediliyor…",
  elsewhereTitle: ({ server }) => `Doğrudan ${server} sunucusunda kaydolun`,
  stoppedTitle: {
    rejected: "Bu başvuru kabul edilmedi",
    expired: "Bu kaydın süresi doldu",
    suspended: "Bu hesap askıya alındı",
    disabled: "Bu hesap kilitlendi",
  },
  stopped: "Bu hesap kullanılamıyor",
  goSignUp: ({ server }) => `${server} sunucusunda kaydol`,
  signUpAgain: "Yeniden kaydol",
  requestId: ({ id }) => `Sunucunun ekibi için istek numarası: ${id}`,

  fields: {
    "username.ERR_BLANK": "Bir kullanıcı adı seçin.",
    "username.ERR_TAKEN": "Bu kullanıcı adı alınmış. Başka bir ad seçin.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Yalnızca ${f.list([
        pattern.includes("A-Z") ? "a ile z arasındaki harfleri" : "a ile z arasındaki küçük harfleri",
        "rakamları",
        "alt çizgiyi",
        ...(pattern.includes("\\-") ? ["kısa çizgiyi"] : []),
      ])} kullanın.`,
    "username.ERR_RESERVED": ({ server }) =>
      `${server} sunucusu bu adı kendisine ayırıyor. Başka bir ad seçin.`,
    "email.ERR_BLANK": "E-posta adresinizi girin.",
    "email.ERR_INVALID": "Bu, eksiksiz bir e-posta adresi değil. Adres ad@example.org gibi görünür.",
    "email.ERR_TAKEN": ({ server }) =>
      `${server} sunucusunda bu adresle zaten bir hesap var. Onunla oturum açın ya da başka bir adres kullanın.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} sunucusuna göre @ işaretinden sonraki bölüm e-posta almıyor. Yazım hatası olup olmadığına bakın. Hata yoksa başka bir adres kullanın.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} sunucusu bu e-posta sağlayıcısının adreslerini kabul etmiyor. Başka bir sağlayıcıdaki adresi kullanın.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} sunucusu son verdiğiniz adresi tutar ve öncekilere bir şey göndermez. Üçüncü bir adres kullanın ya da o adreste e-postayı bekleyin.`,
    "password.ERR_BLANK": "Bir parola seçin.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Bu parola çok kısa. En az ${characters(limit, f)} kullanın.` : "Bu parola çok kısa.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Bu parola çok uzun. En fazla ${characters(limit, f)} kullanın; Türkçe harf veya emoji varsa daha az.`
        : "Bu parola çok uzun.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `${server} sunucusuna göre bu parolayı tahmin etmek çok kolay. Birkaç sözcükle uzatın ya da büyük ve küçük harfleri, rakamları ve işaretleri karıştırın.`,
    "date_of_birth.ERR_BLANK": "Doğum tarihinizi eksiksiz girin.",
    "date_of_birth.ERR_INVALID": "Takvimde olan bir tarih girin, yılı dört rakamla yazın.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `${server} sunucusuna katılmak için en az ${f.number(limit)} yaşında olmanız gerekir.`
        : `${server} sunucusuna katılmak için yaşınız küçük.`,
    "reason.ERR_BLANK": "Neden katılmak istediğinizi yazın. Bunu sunucunun ekibi okur.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Biraz daha yazın: en az ${characters(limit, f)}.` : "Biraz daha yazın.",
    "invite_code.ERR_BLANK": "Davetinizin kodunu ya da bağlantısını girin.",
    "invite_code.ERR_INVALID":
      "Bu davet burada geçerli değil. Başka bir sunucuya ait olabilir, süresi dolmuş ya da kullanılmış olabilir.",
    "captcha_solution.ERR_BLANK": "Resimde gördüğünüz karakterleri yazın.",
    "captcha_solution.ERR_INVALID": "Resimdeki karakterler bunlar değildi. Yeni resimle deneyin.",
    "captcha_solution.ERR_EXPIRED": "O resmin süresi dolmuştu. Yeni resimle deneyin.",
    "agreement.ERR_ACCEPTED": "Onayınız olmadan hesap oluşturulamaz. Kabul ediyorsanız kutuyu işaretleyin.",
    "agreement.ERR_BLANK": "Onayınız olmadan hesap oluşturulamaz. Kabul ediyorsanız kutuyu işaretleyin.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Kabul ettiğiniz, ${server} sunucusunun şimdi istediğinden farklıydı. Kurallarını ve belgelerini okuyun, kabul ediyorsanız kutuyu yeniden işaretleyin.`,

    ERR_BLANK: "Bu gerekli.",
    ERR_TAKEN: "Bu zaten alınmış.",
    ERR_INVALID: "Bu geçerli değil.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `Bu çok kısa. En az ${characters(limit, f)} kullanın.` : "Bu çok kısa.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `Bu çok uzun. En fazla ${characters(limit, f)} kullanın.` : "Bu çok uzun.",
    ERR_RESERVED: "Sunucu bunu kendisine ayırıyor.",
    ERR_BLOCKED: "Sunucu buna izin vermiyor.",
    ERR_EXPIRED: "Bunun süresi dolmuş ya da kullanılmış.",
    ERR_TOO_WEAK: "Bunu tahmin etmek çok kolay.",
    ERR_UNCHANGED: "Bu bir şeyi değiştirmiyor.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Sunucu, buraya sığmayan ${f.number(limit)} hata daha buldu.`
        : "Sunucu, buraya sığmayan başka hatalar da buldu.",
    ERR_UNREACHABLE: "Böyle bir şey yok gibi görünüyor.",
    ERR_ACCEPTED: "Bunu kabul etmeniz gerekir.",
    ERR_INCLUSION: "Sunucu bu seçeneği tanımıyor.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Bu en az ${f.number(limit)} olmalı.` : "Bu, sunucunun sınırının altında.",
  },
  problems: {
    internal: "Bu formda bir şeyler ters gitti. Yeniden deneyin.",
    "wasm-blocked":
      "Bu sayfa kayıt formunun çalışmasına izin vermiyor. Sayfa sizinse Content-Security-Policy içindeki script-src yönergesine 'wasm-unsafe-eval' ekleyin.",
    "core-unreachable": "Bu formun bir bölümü yüklenemedi. Bağlantınızı kontrol edip yeniden deneyin.",
    "core-died": "Bu form beklenmedik biçimde durdu. Parola dışında yazdıklarınız duruyor.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "“server” özniteliğinde sunucu adı yok."} Bunu bu siteyi yönetenler düzeltebilir.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} sunucusu yanıt vermiyor. Çalışmıyor olabilir, çevrimdışı olabilirsiniz ya da sunucu başka sitelerin kendisiyle konuşmasına izin vermiyor olabilir. Birkaç dakika sonra yeniden deneyin.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} sunucusunda ${software} çalışıyor; o da yeni kişileri yalnızca kendi sayfalarında kabul ediyor.`
        : `${server} sunucusunun yanıtı, bu formun konuşabildiği sunucularınkine benzemiyor. Ad tam doğru olmayabilir ya da orada başka biçimde kaydolunuyor olabilir.`,
    closed: ({ server }) =>
      `${server} sunucusu şu anda yeni kişi kabul etmiyor. Bunun ne zaman değişeceği ya da kimden davet istenebileceği sunucunun sayfalarında yazıyor olabilir.`,
    "external-sign-up": ({ server }) =>
      `${server} sunucusunun yalnızca kendi sayfasında çalışan ayrı bir kaydı var.`,
    captcha: ({ server }) =>
      `${server} sunucusu insan olduğunuzdan emin olmak istiyor; bunun için kullandığı bilmece yalnızca kendi sayfasında çalışıyor.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `Bu sayfanın adresi, ${server} sunucusunun sizi geri göndermesi için çok uzun. Bu siteyi yönetenler daha kısa bir adres belirleyebilir; sunucunun kendi sayfasında kayıt mümkün.`
        : software
          ? `${software} çalıştıran ${server} sunucusu başka sitelerden hesap istenmesine izin vermiyor. Kendi sayfasında bu mümkün.`
          : `${server} sunucusu başka sitelerden hesap istenmesine izin vermiyor. Kendi sayfasında bu mümkün.`,
    "sign-up-refused": ({ server }) =>
      `${server} sunucusu başka sitelerden kayıt kabul etmiyor. Kendi sayfasında mümkün olabilir.`,
    forbidden: ({ server }) =>
      `${server} sunucusu bu kaydı kabul etmedi ve nedenini söylemiyor. Az önce yeni kişilere kapanmış olabilir, ağınızdan kimseyi kabul etmiyor olabilir ya da orada başka bir site üzerinden oturum açılıyor olabilir. Davetiniz varsa kullanın; yoksa daha sonra yeniden deneyin. Yazdıklarınız duruyor.`,
    "network-blocked": ({ server }) =>
      `${server} sunucusu ağınızdan gelen tüm istekleri reddediyor. Başka bir bağlantı, örneğin VPN kullanmamak işe yarayabilir.`,
    gone: ({ server }) => `${server} sunucusu temelli kapanıyor. Başka bir sunucu arayın.`,
    invalid: ({ server }) => `${server} sunucusu bu kaydı reddetti.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} sunucusuna ağınızdan çok fazla istek geliyor. ${retryAt ? at(about) : "Beş dakika sonra"} yeniden deneyin.`;
      }
      if (detail === "resend") {
        return `${server} sunucusu bir hesap için yalnızca birkaç e-posta gönderir. ${retryAt ? `Sıradaki e-posta için zaman: ${at(about)}.` : "Yarım saat sonra yeniden deneyin."}`;
      }
      const app = detail === "app-registration";
      const when = `${retryAt ? at(about) : app ? "On dakika sonra" : "Yarım saat sonra"} yeniden deneyin.`;
      return app
        ? `Ağınızdan ${server} sunucusu için çok fazla kayıt formu açıldı. ${when} Yazdıklarınızda bir yanlışlık yok.`
        : `${server} sunucusu bir ağdan yalnızca birkaç deneme kabul eder. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `${server} sunucusunda bir şeyler ters gitti. E-posta sağlayıcınızın adreslerini kabul etmiyor olabilir: başka bir sağlayıcıdaki adresle deneyin ya da sunucunun ekibine sorun.`
        : `${server} sunucusunda bir şeyler ters gitti. Bu sizin hatanız değil ve çoğu zaman birkaç dakikada geçer.`,
    "bad-answer": ({ server }) =>
      `${server} sunucusunun yanıtı anlaşılamadı. Birkaç dakika sonra yeniden deneyin.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Kaydınız gönderildi ama ${server} sunucusunun yanıtı kayboldu. Hesap oluşturulmuş olabilir: yeniden denemeden önce e-postanıza bakın.`,
    duplicate:
      "Bu ad ya da adres alınmış. Az önce ya da başka bir sekmede siz almış olabilirsiniz: yeniden denemeden önce e-postanıza bakın.",
    broker: ({ server, retryable }) =>
      `Bu site, kayıt için gereken izni ${server} sunucusundan alamadı.${retryable ? " Birkaç dakika sonra yeniden deneyin." : ""}`,
    rejected: ({ server }) =>
      `${server} sunucusunun ekibi bu başvuruyu kabul etmedi ya da hesap silindi. Nedenini sorabilir ya da size uyan başka bir sunucu arayabilirsiniz.`,
    expired: ({ server }) =>
      `E-postadaki bağlantı zamanında açılmadığı için ${server} sunucusu bu kaydı sildi. Yeniden kaydolabilirsiniz, hâlâ boştaysa aynı adla da.`,
    suspended: ({ server }) =>
      `${server} sunucusunun ekibi bu hesabı askıya aldı. Nedenini okumak ve itiraz etmek için orada oturum açın.`,
    disabled: ({ server }) =>
      `${server} sunucusunun ekibi bu hesabı kilitledi; kimse bu hesapla oturum açamaz. Kilidi yalnızca ekip açabilir: onlara yazın.`,
    "two-factor-required": ({ server }) =>
      `${server} sunucusu bu hesabı henüz içeri almıyor ve nedenini söylemiyor. Orada oturum açın: parolanızın yanında ikinci bir doğrulama istiyor ve iki aşamalı kimlik doğrulamayı kurmanız için size yol gösteriyor olabilir. İçeri giremezseniz hesabı ekip kilitlemiştir: onlara yazın.`,
    "resend-refused": ({ server }) =>
      `${server} sunucusu bu hesap için başka e-posta göndermez. Spam klasörüne de bakarak ilk e-postayı arayın.`,
    "not-now": "Bu şu anda mümkün değil.",
    aborted: "İptal edildi.",
  },
};

export default texts;
