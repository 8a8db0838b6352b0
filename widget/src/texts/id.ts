/** Indonesian, in the words of Mastodon's own interface, which says Anda. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Server belum disebutkan: atribut “server” tidak ada atau kosong.",
  scheme: "Atribut “server” berisi alamat yang bukan alamat web.",
  credentials: "Atribut “server” berisi alamat dengan kata sandi.",
  port: "Atribut “server” berisi alamat dengan porta yang tidak mungkin.",
  "ip-address": "Atribut “server” berisi angka, bukan nama server.",
  "no-dot": "Atribut “server” berisi satu kata saja. Nama server tampak seperti example.social.",
  "bad-character": "Atribut “server” berisi karakter yang tidak boleh ada dalam nama server.",
  "bad-label": "Atribut “server” berisi nama server yang salah bentuk.",
  "too-long": "Atribut “server” berisi nama yang terlalu panjang untuk server.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Anda tampaknya sedang offline. Periksa koneksi Anda, lalu coba lagi.",
  dns: (server) =>
    `Alamat ${server} tidak ditemukan. Mungkin server ini sudah tidak ada, mungkin jaringan sedang terganggu. Coba lagi dalam beberapa menit.`,
  refused: (server) => `${server} sedang tidak berjalan. Coba lagi dalam beberapa menit.`,
  tls: (server) =>
    `Tidak ada koneksi aman ke ${server}, jadi tidak ada yang dikirim. Periksa tanggal di perangkat Anda; jika sudah benar, hanya tim server yang dapat memperbaikinya.`,
  timeout: (server) =>
    `${server} terlalu lama menjawab. Mungkin server ini kelebihan beban: coba lagi dalam beberapa menit.`,
  redirects: (server) =>
    `${server} mengalihkan formulir ini berputar-putar sehingga jawaban tidak pernah datang. Hanya tim server yang dapat memperbaikinya; pendaftaran mungkin bisa di halaman server itu sendiri.`,
  cors: (server) =>
    `${server} menjawab, tetapi tidak mengizinkan halaman ini membaca jawabannya. Mungkin server ini kelebihan beban, ingin memastikan Anda bukan robot, atau tidak menerima pendaftaran dari situs lain. Coba lagi dalam beberapa menit, atau lanjutkan di halaman server itu sendiri.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Pendaftaran Anda sudah dikirim, tetapi jawaban dari ${server} hilang. Nama itu kini terpakai, jadi kemungkinan besar akun Anda sudah dibuat. Sebelum melakukan hal lain, cari e-mail dari ${server}; Anda tidak perlu mendaftar lagi.`,
  free: (server) =>
    `Pendaftaran Anda sudah dikirim, tetapi jawaban dari ${server} hilang. Nama itu masih tersedia, jadi kemungkinan besar akun belum dibuat. Anda dapat mengirimnya lagi.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} hanya menerima sejumlah orang baru per hari, dan kuota hari ini sudah habis. Coba lagi besok.`,
  backlog: (server) =>
    `Begitu banyak pendaftaran menunggu tim ${server} sehingga server belum menerima yang baru sampai sebagian ditinjau. Coba lagi dalam satu atau dua hari.`,
};

const characters = (n: number, f: Format) => `${f.number(n)} karakter`;

const texts: Translation = {
  lang: "id",

  loading: "Memuat formulir pendaftaran…",
  opensNewTab: "(dibuka di tab baru)",

  joinKicker: "Buat akun di",
  approvalNotice: ({ server }) =>
    `Tim ${server} meninjau setiap pendaftaran. Setelah Anda mengonfirmasi alamat e-mail, mereka memutuskan, biasanya dalam beberapa hari.`,
  rulesTitle: "Aturan server",
  ruleHint: "Selengkapnya tentang aturan ini",
  rulesLeftOut: ({ n, f }) => `… dan ${f.number(n)} aturan lagi di halaman server itu sendiri`,
  documents: {
    "privacy-policy": "Kebijakan privasi",
    "terms-of-service": "Ketentuan layanan",
    about: "Tentang server ini",
  },
  agreedDocuments: { "privacy-policy": "kebijakan privasi", "terms-of-service": "ketentuan layanan" },
  agreedRules: "aturan",

  optional: "(opsional)",
  username: "Nama pengguna",
  usernameHint: ({ handle }) => `Orang lain menemukan Anda sebagai ${handle}. Ini tidak dapat diubah nanti.`,
  usernameExample: "nama",
  usernameShortened: "Hanya bagian sebelum @ yang disimpan. Nama pengguna bukan alamat e-mail.",
  usernameChecking: "Memeriksa apakah nama ini tersedia…",
  usernameFree: ({ name }) => `@${name} tampaknya tersedia.`,
  usernameTaken: ({ name }) => `@${name} sudah dipakai.`,
  usernameSuggestions: "Yang tampaknya tersedia:",
  email: "Alamat e-mail",
  emailHint: "Anda masuk dengan alamat ini. E-mail berisi tautan akan dikirim ke sana lebih dulu.",
  password: "Kata sandi",
  passwordHint: ({ min, f }) =>
    min ? `Minimal ${characters(min, f)}. Makin panjang makin baik.` : "Makin panjang makin baik.",
  showPassword: "Tampilkan kata sandi",
  dateOfBirth: "Tanggal lahir",
  dateOfBirthHint: ({ min, server, f }) =>
    min
      ? `${server} memeriksa apakah Anda berusia minimal ${f.number(min)} tahun. Tanggal ini tidak diperlihatkan kepada siapa pun.`
      : `${server} menanyakan ini dan tidak memperlihatkannya kepada siapa pun.`,
  reason: "Mengapa Anda ingin bergabung?",
  reasonHint: {
    approval: "Tim server membaca ini sebelum memutuskan.",
    "server-asked": "Server menanyakan ini.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} dari ${characters(limit, f)}`,
  inviteCode: "Kode atau tautan undangan",
  captcha: "Karakter dalam gambar",
  agreementLabel: "Persetujuan",
  agreement: "Saya telah membaca dan menyetujui {documents} dari {server}.",

  submit: "Buat akun",
  apply: "Ajukan akun",
  submitting: "Membuat akun…",
  wait: ({ clock }) => `Terlalu banyak percobaan dari jaringan Anda. Bisa lagi dalam ${clock}`,
  haveAccount: "Sudah punya akun? {link}",
  signIn: ({ server }) => `Masuk di ${server}`,
  unsent: "Formulir tidak terkirim.",

  plain: {
    confirm:
      "Akun Anda sudah dibuat. Sebuah e-mail sedang dikirim: buka tautan di dalamnya untuk mengonfirmasi alamat Anda.",
    review: "Tim server sedang meninjau pendaftaran Anda.",
    ready: "Akun Anda siap. Masuklah di server.",
    returned:
      "Jika tautan dalam e-mail dari server membawa Anda ke sini, alamat e-mail Anda sudah dikonfirmasi. Masuklah di server.",
    closed: "Server sedang tidak menerima orang baru.",
    elsewhere: "Server hanya menerima orang baru di halamannya sendiri.",
    stopped: "Akun ini tidak tersedia.",
    failed: "Pendaftaran di sini sedang tidak berfungsi.",
  },
  goServer: ({ server }) => `Buka ${server}`,
  again: "Coba lagi",

  emailHintMail: "Server mengirim e-mail ke alamat ini.",
  emailHintOptional: "Dengan ini Anda bisa masuk kembali jika lupa kata sandi.",
  passwordEntropy: ({ server }) =>
    `${server} mengukur seberapa sulit kata sandi ditebak: pakai beberapa kata, atau campuran huruf, angka, dan tanda.`,
  captchaHint: "Agar server tahu bahwa Anda manusia. Setiap gambar berlaku untuk satu kali percobaan.",
  summary: ({ n, f }) => `${f.number(n)} kolom perlu Anda periksa:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Tersisa ${f.number(left)} percobaan sampai ${f.time(resetAt)}.`
      : `Tidak ada percobaan tersisa sampai ${f.time(resetAt)}.`,
  contact: "Ada pertanyaan? Tulis kepada tim server: {link}",
  serverSays: ({ server }) => `Pesan dari ${server}:`,
  slowLoading: ({ server }) =>
    `${server} lama menjawab. Anda bisa menunggu sedikit lagi, atau mengikuti tautan ke sana.`,
  slowSubmitting: ({ server }) =>
    `${server} sedang memeriksa apakah alamat Anda dapat menerima e-mail. Ini perlu beberapa detik; harap tetap di halaman ini.`,
  failedTitle: "Pendaftaran di sini sedang tidak berfungsi",
  offline: "Begitu Anda tersambung lagi, ini dicoba lagi dengan sendirinya.",
  keptTitle: "Pendaftaran Anda berlanjut nanti",
  keptText: ({ handle, email }) =>
    `Akun Anda ${handle} sudah dibuat dengan alamat ${email}, dan tidak ada yang hilang.`,

  captchaPicture: "Gambar berisi karakter untuk diketik",
  captchaLoading: "Memuat gambar…",
  captchaFailed: "Gambar tidak dapat ditampilkan. Minta gambar lain.",
  captchaMissing: ({ server }) =>
    `Gambar yang harus Anda baca untuk ${server} tidak sampai. Minta gambar lain di kolomnya, atau daftar langsung di ${server}.`,
  challenge: "Konfirmasikan dulu di akhir formulir bahwa Anda manusia.",
  captchaExpired: "Gambar sudah terlalu lama. Memuat yang baru…",
  captchaAnother: "Gambar lain",
  captchaChanged: "Ada gambar baru. Ketik karakternya.",
  captchaUnseen: "Tidak dapat melihat atau membacanya? {link}",
  mistyped: ({ address }) => `Maksud Anda ${address}?`,
  strength: "Seberapa sulit kata sandi ditebak",
  strengths: [
    "Sangat mudah ditebak",
    "Mudah ditebak",
    "Tidak sulit ditebak",
    "Sulit ditebak",
    "Sangat sulit ditebak",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} dari ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} dari ${characters(limit, f)}; huruf beraksen dan emoji dihitung dua sampai empat`,

  documentDate: ({ date }) => `Versi ${date}`,
  documentComes: ({ date }) => `Berlaku mulai ${date}`,
  documentSucceeded: ({ date }) => `Digantikan versi lain pada ${date}`,
  documentPage: ({ server }) => `Buka halaman ${server}`,
  documentLoading: "Memuat…",
  documentFailed: "Server tidak mengizinkan halaman ini menampilkannya. Baca di sana:",
  documentForMembers: ({ server }) =>
    `${server} hanya menampilkan ini kepada anggotanya. Kamu tetap bisa mendaftar.`,
  documentEmpty: ({ server }) => `${server} belum menulis apa pun di sini.`,
  close: "Tutup",

  confirmTitle: "Periksa e-mail Anda",
  confirmText:
    "Sebuah e-mail sedang dikirim ke {email}. Buka tautan di dalamnya untuk mengonfirmasi bahwa alamat itu milik Anda.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `Tautan berlaku ${f.number(link)} hari. ${server} menghapus pendaftaran yang tidak dikonfirmasi dalam ${f.number(life)} hari.`
      : "Lakukan segera: kebanyakan server menghapus pendaftaran yang tidak dikonfirmasi dalam seminggu.",
  confirmWatched: "Halaman ini akan tahu dengan sendirinya, juga jika Anda membuka tautan di perangkat lain.",
  confirmUnwatched: ({ server }) =>
    `Halaman ini tidak dapat melihat kapan Anda melakukannya. Setelah itu, masuklah di ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Setelah itu tim ${server} memutuskan. Halaman ini tidak dapat melihatnya, tetapi Anda mendapat e-mail jika diterima. Saat itu, masuklah di sana.`,
  confirmApproval: ({ server }) =>
    `Setelah itu tim ${server} memutuskan, dan Anda mendapat e-mail jika diterima. Sebelumnya halaman ini tidak melihat apa pun, juga jika Anda ditolak.`,
  openMail: "Buka e-mail Anda",
  handle: "Akun Anda adalah {handle}.",
  checkNow: "Periksa sekarang",
  checking: "Memeriksa…",
  notYet: "Belum dikonfirmasi.",
  notDecided: "Belum diputuskan.",
  notAccepted: "Belum diterima. Server tidak memberi tahu lebih banyak.",
  noMailTitle: "Di mana e-mail saya?",
  noMailText: ({ host }) =>
    `Bisa perlu beberapa menit, di server yang sibuk satu jam. Lihat juga folder spam, cari “${host}”, dan periksa sekali lagi alamat di atas.`,
  noEffectText: ({ server }) =>
    `Tautan sudah dibuka, tetapi di sini tidak ada yang berubah? Jika Anda masuk di ${server} dengan akun lain, keluarlah dulu di sana, atau buka tautan di jendela privat.`,
  status: "Keadaan server hari ini: {link}",
  wrongAddress: "Alamatnya salah?",
  otherEmail: "Alamat e-mail lain",
  otherEmailHint:
    "Tautan dalam e-mail pertama tidak berlaku lagi, dan alamat lama mendapat pemberitahuan tentang perubahan. Dua e-mail yang sama dikirim ke alamat baru; tautannya berakhir di halaman masuk server, jadi kembalilah ke halaman ini setelahnya.",
  resend: "Kirim lagi",
  resendAt: ({ clock }) => `Bisa dalam ${clock}`,
  resent: ({ email }) => `E-mail baru sedang dikirim ke ${email}.`,
  restartTitle: "Ada yang salah dengan akun ini?",
  restartText: ({ server }) =>
    `Anda bisa melupakannya di perangkat ini dan mulai lagi, misalnya dengan nama lain. Yang sudah dibuat di ${server} tetap ada di sana, dan satu alamat e-mail hanya diterima sekali: akun berikutnya perlu alamat lain, atau masuklah dengan akun ini.`,
  restart: "Mulai lagi",

  reviewTitle: "Menunggu persetujuan",
  reviewUnwatched: ({ server }) =>
    `Tim ${server} sedang meninjau pendaftaran Anda. Ini bisa perlu beberapa hari.`,
  reviewText: ({ server }) =>
    `Alamat e-mail Anda sudah dikonfirmasi. Tim ${server} sedang meninjau pendaftaran Anda. Ini bisa perlu beberapa hari.`,
  reviewNext: "Anda mendapat e-mail jika diterima. Halaman ini boleh ditutup.",

  readyTitle: "Selamat datang!",
  readyText: "Akun Anda siap: {handle}",
  readyButTitle: "Satu langkah lagi",
  readyBut: "Alamat Anda sudah dikonfirmasi. Akun Anda: {handle}",
  readyNext: ({ server, email, username }) =>
    `Masuklah di ${server} dengan ${username ? `nama pengguna Anda (${username})` : `alamat e-mail Anda (${email})`} dan kata sandi yang Anda pilih. Kata sandi yang disimpan peramban untuk halaman ini tidak otomatis ditawarkan di sana.`,
  readyClients: ({ server }) => `Untuk membaca dan menulis di ${server}, Anda perlu aplikasi. {link}`,
  clients: "Lihat pilihannya",
  profile: "Lihat profil Anda",
  followText: "Seseorang untuk memulai:",
  follow: ({ handle }) => `Ikuti ${handle}`,
  another: "Buat akun lain",
  anotherHint: ({ server }) =>
    `Perlu alamat e-mail lain. Jika Anda sudah masuk di ${server}, keluarlah dulu di sana, atau buka tautan dari e-mail di jendela privat.`,

  returnedTitle: "Apakah sebuah e-mail membawa Anda ke sini?",
  returnedText: ({ server }) =>
    `Jika Anda mengikuti tautan dalam e-mail dari ${server}, alamat Anda sudah dikonfirmasi. Masuklah di sana dengan kata sandi yang Anda pilih. Jika ${server} memberi tahu bahwa pendaftaran Anda harus ditinjau dulu, tunggu e-mail dari sana.`,
  returnedReview: ({ server }) =>
    `Jika Anda mengikuti tautan dalam e-mail dari ${server}, alamat Anda sudah dikonfirmasi. Berikutnya tim di sana mungkin meninjau pendaftaran Anda; Anda mendapat e-mail jika diterima. Setelah itu Anda bisa masuk.`,
  returnedAlso: "Jika Anda memulai di tab atau perangkat lain, halaman di sana berlanjut dengan sendirinya.",
  returnedElse: "Anda datang lewat jalan lain?",
  returnedThere:
    "Jika e-mail dari {server} membawa Anda ke sini, alamat Anda sudah dikonfirmasi di sana. Formulir ini untuk server lain.",

  closedTitle: ({ server }) => `${server} tidak menerima orang baru`,
  closedInvites: ({ server }) => `${server} saat ini hanya menerima orang baru dengan undangan.`,
  inviteTitle: "Punya undangan?",
  inviteHint: ({ server }) => `Orang yang sudah ada di ${server} dapat memberi Anda undangan.`,
  inviteUse: "Gunakan undangan",
  inviteChecking: "Memeriksa…",
  elsewhereTitle: ({ server }) => `Daftar langsung di ${server}`,
  stoppedTitle: {
    rejected: "Pendaftaran ini tidak diterima",
    expired: "Pendaftaran ini kedaluwarsa",
    suspended: "Akun ini ditangguhkan",
    disabled: "Akun ini dibekukan",
  },
  stopped: "Akun ini tidak tersedia",
  goSignUp: ({ server }) => `Daftar di ${server}`,
  signUpAgain: "Daftar lagi",
  requestId: ({ id }) => `Untuk tim server: permintaan ${id}`,

  fields: {
    "username.ERR_BLANK": "Pilih nama pengguna.",
    "username.ERR_TAKEN": "Nama pengguna ini sudah dipakai. Pilih yang lain.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Gunakan hanya ${f.list([
        pattern.includes("A-Z") ? "huruf a sampai z" : "huruf kecil a sampai z",
        "angka",
        "garis bawah",
        ...(pattern.includes("\\-") ? ["tanda hubung"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `${server} memakai nama ini sendiri. Pilih yang lain.`,
    "email.ERR_BLANK": "Masukkan alamat e-mail Anda.",
    "email.ERR_INVALID": "Ini bukan alamat e-mail yang lengkap. Bentuknya seperti nama@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Sudah ada akun dengan alamat ini di ${server}. Masuklah dengan akun itu, atau gunakan alamat lain.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `Menurut ${server}, bagian setelah @ tidak menerima e-mail. Periksa apakah ada salah ketik. Jika tidak ada, gunakan alamat lain.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} tidak menerima alamat dari penyedia e-mail ini. Gunakan alamat dari penyedia lain.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} tetap memakai alamat yang terakhir Anda berikan, dan tidak mengirim apa pun ke alamat sebelumnya. Gunakan alamat ketiga, atau tunggu e-mail di alamat terakhir itu.`,
    "password.ERR_BLANK": "Pilih kata sandi.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Kata sandi ini terlalu pendek. Gunakan minimal ${characters(limit, f)}.`
        : "Kata sandi ini terlalu pendek.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Kata sandi ini terlalu panjang. Gunakan maksimal ${characters(limit, f)}, lebih sedikit dengan huruf beraksen atau emoji.`
        : "Kata sandi ini terlalu panjang.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Bagi ${server}, kata sandi ini terlalu mudah ditebak. Buat lebih panjang dengan beberapa kata, atau campurkan huruf besar dan kecil, angka, dan tanda.`,
    "date_of_birth.ERR_BLANK": "Masukkan tanggal lahir Anda dengan lengkap.",
    "date_of_birth.ERR_INVALID": "Masukkan tanggal yang ada di kalender, dengan tahun empat angka.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `Anda harus berusia minimal ${f.number(limit)} tahun untuk bergabung dengan ${server}.`
        : `Anda belum cukup umur untuk bergabung dengan ${server}.`,
    "reason.ERR_BLANK": "Tulis mengapa Anda ingin bergabung. Tim server akan membacanya.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Tulis sedikit lagi: minimal ${characters(limit, f)}.` : "Tulis sedikit lagi.",
    "invite_code.ERR_BLANK": "Masukkan kode undangan Anda atau tautannya.",
    "invite_code.ERR_INVALID":
      "Undangan ini tidak berlaku di sini. Mungkin untuk server lain, sudah kedaluwarsa, atau sudah habis dipakai.",
    "captcha_solution.ERR_BLANK": "Ketik karakter yang Anda lihat dalam gambar.",
    "captcha_solution.ERR_INVALID": "Bukan itu karakter dalam gambar. Coba dengan gambar baru.",
    "captcha_solution.ERR_EXPIRED": "Gambar tadi sudah terlalu lama. Coba dengan gambar baru.",
    "agreement.ERR_ACCEPTED":
      "Tanpa persetujuan Anda, akun tidak dapat dibuat. Centang kotak jika Anda setuju.",
    "agreement.ERR_BLANK": "Tanpa persetujuan Anda, akun tidak dapat dibuat. Centang kotak jika Anda setuju.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Yang Anda setujui berbeda dari yang sekarang diminta ${server}. Baca aturan dan dokumennya, lalu centang lagi kotak jika Anda setuju.`,

    ERR_BLANK: "Ini wajib diisi.",
    ERR_TAKEN: "Ini sudah dipakai.",
    ERR_INVALID: "Ini tidak valid.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `Ini terlalu pendek. Gunakan minimal ${characters(limit, f)}.` : "Ini terlalu pendek.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `Ini terlalu panjang. Gunakan maksimal ${characters(limit, f)}.` : "Ini terlalu panjang.",
    ERR_RESERVED: "Server memakai ini sendiri.",
    ERR_BLOCKED: "Server tidak mengizinkan ini.",
    ERR_EXPIRED: "Ini sudah kedaluwarsa, atau sudah habis dipakai.",
    ERR_TOO_WEAK: "Ini terlalu mudah ditebak.",
    ERR_UNCHANGED: "Ini tidak mengubah apa pun.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `Server menemukan ${f.number(limit)} kesalahan lagi yang tidak muat di sini.`
        : "Server menemukan kesalahan lain yang tidak muat di sini.",
    ERR_UNREACHABLE: "Ini tampaknya tidak ada.",
    ERR_ACCEPTED: "Anda harus menyetujui ini.",
    ERR_INCLUSION: "Server tidak mengenal pilihan ini.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Ini harus minimal ${f.number(limit)}.` : "Ini di bawah batas server.",
  },
  problems: {
    internal: "Terjadi kesalahan dalam formulir ini. Coba lagi.",
    "wasm-blocked":
      "Halaman ini tidak mengizinkan formulir pendaftaran berjalan. Jika halaman ini milik Anda: tambahkan 'wasm-unsafe-eval' ke script-src dalam Content-Security-Policy-nya.",
    "core-unreachable": "Sebagian formulir ini tidak dapat dimuat. Periksa koneksi Anda, lalu coba lagi.",
    "core-died": "Formulir ini berhenti tiba-tiba. Yang Anda ketik masih ada, kecuali kata sandi.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "Atribut “server” tidak berisi nama server."} Pengelola situs ini dapat memperbaikinya.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} tidak menjawab. Mungkin server ini sedang mati, mungkin Anda offline, atau server tidak mengizinkan situs lain menghubunginya. Coba lagi dalam beberapa menit.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} memakai ${software}, yang hanya menerima orang baru di halamannya sendiri.`
        : `${server} tidak menjawab seperti server yang dikenal formulir ini. Mungkin namanya kurang tepat, mungkin cara mendaftar di sana berbeda.`,
    closed: ({ server }) =>
      `${server} sedang tidak menerima orang baru. Halaman server itu mungkin menyebutkan kapan ini berubah, atau kepada siapa Anda dapat meminta undangan.`,
    "external-sign-up": ({ server }) =>
      `${server} punya pendaftaran tersendiri, yang hanya berfungsi di halamannya sendiri.`,
    captcha: ({ server }) =>
      `${server} ingin memastikan bahwa Anda manusia, dengan teka-teki yang hanya berfungsi di halamannya sendiri.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `Alamat halaman ini terlalu panjang bagi ${server} untuk mengembalikan Anda ke sini. Pengelola situs ini bisa menetapkan alamat yang lebih pendek; di halaman server sendiri bisa.`
        : software
          ? `${server}, yang memakai ${software}, tidak mengizinkan permintaan akun dari situs lain. Di halamannya sendiri bisa.`
          : `${server} tidak mengizinkan permintaan akun dari situs lain. Di halamannya sendiri bisa.`,
    "sign-up-refused": ({ server }) =>
      `${server} tidak menerima pendaftaran dari situs lain. Di halamannya sendiri mungkin bisa.`,
    forbidden: ({ server }) =>
      `${server} tidak menerima pendaftaran ini dan tidak menyebutkan alasannya. Mungkin server ini baru saja ditutup untuk orang baru, tidak menerima siapa pun dari jaringan Anda, atau orang masuk di sana lewat situs lain. Jika punya undangan, gunakanlah; jika tidak, coba lagi nanti. Yang Anda ketik masih ada.`,
    "network-blocked": ({ server }) =>
      `${server} menolak semua permintaan dari jaringan Anda. Mungkin koneksi lain bisa membantu, misalnya tanpa VPN.`,
    gone: ({ server }) => `${server} akan tutup untuk selamanya. Cari server lain.`,
    invalid: ({ server }) => `${server} menolak pendaftaran ini.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} mendapat terlalu banyak permintaan dari jaringan Anda. Coba lagi ${retryAt ? at(about) : "dalam lima menit"}.`;
      }
      if (detail === "resend") {
        return `${server} hanya mengirim beberapa e-mail untuk satu akun. ${retryAt ? `Yang berikutnya bisa ${at(about)}.` : "Coba lagi dalam setengah jam."}`;
      }
      const app = detail === "app-registration";
      const when = `Coba lagi ${retryAt ? at(about) : app ? "dalam sepuluh menit" : "dalam setengah jam"}.`;
      return app
        ? `Terlalu banyak formulir pendaftaran untuk ${server} dibuka dari jaringan Anda. ${when} Tidak ada yang salah dengan yang Anda ketik.`
        : `${server} hanya menerima beberapa percobaan dari satu jaringan. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Terjadi kesalahan di ${server}. Mungkin server ini tidak menerima alamat dari penyedia e-mail Anda: coba alamat dari penyedia lain, atau tanyakan kepada timnya.`
        : `Terjadi kesalahan di ${server}. Ini bukan salah Anda, dan sering kali selesai dalam beberapa menit.`,
    "bad-answer": ({ server }) =>
      `${server} memberi jawaban yang tidak dapat dipahami. Coba lagi dalam beberapa menit.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Pendaftaran Anda sudah dikirim, tetapi jawaban dari ${server} hilang. Mungkin akunnya sudah ada: cari e-mail dulu sebelum mencoba lagi.`,
    duplicate:
      "Nama atau alamat itu sudah dipakai. Mungkin oleh Anda sendiri, baru saja atau di tab lain: cari e-mail sebelum mencoba lagi.",
    broker: ({ server, retryable }) =>
      `Situs ini tidak mendapat izin dari ${server} yang diperlukan untuk mendaftar.${retryable ? " Coba lagi dalam beberapa menit." : ""}`,
    rejected: ({ server }) =>
      `Tim ${server} tidak menerima pendaftaran ini, atau akunnya sudah dihapus. Anda dapat menanyakan alasannya, atau mencari server lain yang cocok.`,
    expired: ({ server }) =>
      `Tautan dalam e-mail tidak dibuka tepat waktu, jadi ${server} menghapus pendaftaran ini. Anda dapat mendaftar lagi, dengan nama yang sama jika masih tersedia.`,
    suspended: ({ server }) =>
      `Tim ${server} menangguhkan akun ini. Masuklah di sana untuk membaca alasannya dan mengajukan banding.`,
    disabled: ({ server }) =>
      `Tim ${server} membekukan akun ini, sehingga tidak ada yang dapat masuk dengannya. Hanya mereka yang dapat membukanya kembali: tulis kepada mereka.`,
    "two-factor-required": ({ server }) =>
      `${server} belum mengizinkan akun ini masuk dan tidak menyebutkan alasannya. Masuklah di sana: mungkin selain kata sandi diperlukan bukti kedua, dan Anda dipandu menyiapkan autentikasi dua faktor. Jika tetap tidak bisa masuk, timnya membekukan akun ini: tulis kepada mereka.`,
    "resend-refused": ({ server }) =>
      `${server} tidak mengirim e-mail lain untuk akun ini. Cari e-mail pertama, juga di folder spam.`,
    "not-now": "Saat ini belum bisa.",
    aborted: "Dibatalkan.",
  },
};

export default texts;
