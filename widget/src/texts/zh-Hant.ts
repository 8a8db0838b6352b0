/** Chinese in traditional characters, in the words of Mastodon's own interface in Taiwan, which says 您. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)}（${f.time(retryAt)}）`;

const badServer: Record<string, string> = {
  empty: "未指定伺服器：缺少「server」屬性，或其內容為空。",
  scheme: "「server」屬性中的位址不是網址。",
  credentials: "「server」屬性中的位址含有密碼。",
  port: "「server」屬性中的位址含有不可能存在的連接埠。",
  "ip-address": "「server」屬性中是數字，而不是伺服器名稱。",
  "no-dot": "「server」屬性中只有一個單字。伺服器名稱的形式類似 example.social。",
  "bad-character": "「server」屬性中含有伺服器名稱不會有的字元。",
  "bad-label": "「server」屬性中的伺服器名稱格式不正確。",
  "too-long": "「server」屬性中的名稱太長，不可能是伺服器名稱。",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "您似乎沒有連上網路。請檢查連線，再試一次。",
  dns: (server) => `找不到 ${server} 的位址。伺服器可能已經不在了，也可能是網路暫時有狀況。請過幾分鐘再試。`,
  refused: (server) => `${server} 目前沒有運作。請過幾分鐘再試。`,
  tls: (server) =>
    `無法與 ${server} 建立安全連線，因此沒有送出任何資料。請檢查裝置的日期；如果日期正確，就只有伺服器的管理團隊能夠處理。`,
  timeout: (server) => `${server} 太久沒有回應，可能是負載過重。請過幾分鐘再試。`,
  redirects: (server) =>
    `${server} 不斷將這份表單來回轉送，因此收不到回應。只有伺服器的管理團隊能夠處理；在伺服器自己的網頁上或許可以註冊。`,
  cors: (server) =>
    `${server} 有回應，但不允許本頁讀取。伺服器可能負載過重，可能想確認您不是機器人，也可能不接受來自其他網站的註冊。請過幾分鐘再試，或到伺服器自己的網頁繼續。`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `註冊資料已經送出，但沒有收到 ${server} 的回應。這個使用者名稱現在已有人使用，所以帳號很可能已經建立。請先看看有沒有收到 ${server} 的郵件，不需要重新註冊。`,
  free: (server) =>
    `註冊資料已經送出，但沒有收到 ${server} 的回應。這個使用者名稱仍可使用，所以帳號很可能沒有建立。您可以再送出一次。`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) => `${server} 每天只接受一定數量的新使用者，今天已經額滿。請明天再試。`,
  backlog: (server) =>
    `等待 ${server} 管理團隊審核的註冊太多，在處理完一部分之前暫不接受新的註冊。請過一兩天再試。`,
};

const characters = (limit: number, f: Format) => `${f.number(limit)} 個字元`;

const texts: Translation = {
  lang: "zh-Hant",

  loading: "正在載入註冊表單…",
  opensNewTab: "（在新分頁開啟）",

  joinKicker: "在這個伺服器建立帳號",
  approvalNotice: ({ server }) =>
    `${server} 的管理團隊會審核每一份註冊。您確認電子郵件地址之後，通常幾天內就會有結果。`,
  rulesTitle: "伺服器規則",
  ruleHint: "這條規則的詳細說明",
  rulesLeftOut: ({ n, f }) => `…另有 ${f.number(n)} 條規則，請至伺服器自己的網頁查看`,
  documents: {
    "privacy-policy": "隱私權政策",
    "terms-of-service": "服務條款",
    about: "關於本站",
  },
  agreedDocuments: { "privacy-policy": "隱私權政策", "terms-of-service": "服務條款" },
  agreedRules: "伺服器規則",

  optional: "（選填）",
  username: "使用者名稱",
  usernameHint: ({ handle }) => `別人可以透過 ${handle} 找到您。之後無法變更。`,
  usernameExample: "username",
  usernameShortened: "只保留了 @ 前面的部分。使用者名稱不是電子郵件地址。",
  usernameChecking: "正在查看名稱是否可用…",
  usernameFree: ({ name }) => `@${name} 似乎可以使用。`,
  usernameTaken: ({ name }) => `@${name} 已有人使用。`,
  usernameSuggestions: "這些似乎可以使用：",
  email: "電子郵件地址",
  emailHint: "用來登入。您會先收到一封附有連結的郵件。",
  password: "密碼",
  passwordHint: ({ min, f }) => (min ? `至少 ${characters(min, f)}，越長越好。` : "越長越好。"),
  showPassword: "顯示密碼",
  dateOfBirth: "出生日期",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} 需要確認您已年滿 ${f.number(min)} 歲，` : `${server} 要求填寫，`) +
    (unkept ? "但不會儲存這個日期。" : "但不會向任何人顯示這個日期。"),
  reason: "您為什麼想加入？",
  reasonHint: {
    approval: "伺服器的管理團隊會在審核時閱讀。",
    "server-asked": "伺服器要求填寫。",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} / ${characters(limit, f)}`,
  inviteCode: "邀請碼或邀請連結",
  captcha: "圖片中的字元",
  agreementLabel: "同意",
  agreement: "我已閱讀並同意 {server} 的{documents}。",

  submit: "建立帳號",
  apply: "申請帳號",
  submitting: "正在建立帳號…",
  wait: ({ clock }) => `您所在的網路嘗試次數過多，${clock} 後可以再試`,
  haveAccount: "已經有帳號了？{link}",
  signIn: ({ server }) => `登入 ${server}`,
  unsent: "未能送出。",

  plain: {
    confirm: "帳號已建立。確認信已經寄出，請開啟信中的連結以確認您的地址。",
    review: "伺服器的管理團隊正在審核您的註冊。",
    ready: "您的帳號已經可以使用。請到伺服器登入。",
    returned: "如果您是由伺服器郵件中的連結來到這裡，您的電子郵件地址就已確認。請到伺服器登入。",
    closed: "這個伺服器目前不接受新使用者。",
    elsewhere: "這個伺服器只能在它自己的網頁上註冊。",
    stopped: "這個帳號無法使用。",
    failed: "目前無法在這裡註冊。",
  },
  goServer: ({ server }) => `前往 ${server}`,
  again: "再試一次",

  emailHintMail: "伺服器會寄信到這裡。",
  emailHintOptional: "忘記密碼時，可以用它取回帳號。",
  captchaHint: "用來讓伺服器確認您不是機器人。每張圖片只能試一次。",
  passwordEntropy: ({ server }) => `${server} 會衡量密碼有多難猜：可以用幾個單字，或混用字母、數字與符號。`,
  summary: ({ n, f }) => `有 ${f.number(n)} 個欄位需要修改：`,
  triesLeft: ({ left, resetAt, f }) =>
    left ? `${f.time(resetAt)} 之前還可以試 ${f.number(left)} 次。` : `${f.time(resetAt)} 之前無法再試。`,
  contact: "有疑問嗎？請聯絡伺服器的管理團隊：{link}",
  serverSays: ({ server }) => `${server} 的說明：`,
  slowLoading: ({ server }) => `${server} 回應較慢。您可以再等一下，或點選連結前往伺服器。`,
  slowSubmitting: ({ server }) => `${server} 正在檢查您的地址能否收信，需要幾秒鐘。請不要離開本頁。`,
  failedTitle: "目前無法在這裡註冊",
  keptTitle: "稍後可以繼續註冊",
  keptText: ({ handle, email }) => `您的帳號 ${handle} 已用電子郵件地址 ${email} 建立，沒有遺失任何資料。`,
  offline: "恢復連線後會自動再試一次。",

  captchaPicture: "需要輸入字元的圖片",
  captchaLoading: "正在載入圖片…",
  captchaFailed: "圖片無法顯示。請換一張。",
  captchaMissing: ({ server }) =>
    `沒有收到 ${server} 要求辨識的圖片。請在圖片欄位換一張，或直接在 ${server} 註冊。`,
  challenge: "請先在表單末尾確認您是人類。",
  captchaExpired: "圖片已過期，正在換一張…",
  captchaAnother: "換一張圖片",
  captchaChanged: "圖片已更換。請輸入新圖片中的字元。",
  captchaUnseen: "看不到或看不清楚？{link}",
  mistyped: ({ address }) => `您是不是要輸入 ${address}？`,
  strength: "密碼有多難猜",
  strengths: ["非常容易猜", "容易猜", "不太難猜", "難猜", "非常難猜"],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} / ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} / ${characters(limit, f)}；中文字和表情符號等，每個算兩到四個字元`,

  documentDate: ({ date }) => `${date}版`,
  documentComes: ({ date }) => `自 ${date} 起生效`,
  documentSucceeded: ({ date }) => `${date} 起由另一版本取代`,
  documentPage: ({ server }) => `開啟 ${server} 的網頁`,
  documentLoading: "正在載入…",
  documentFailed: "伺服器不允許在本頁顯示。請到伺服器上閱讀：",
  documentForMembers: ({ server }) => `${server} 只向成員顯示這項內容。您仍然可以註冊。`,
  documentEmpty: ({ server }) => `${server} 在這裡沒有寫任何內容。`,
  close: "關閉",

  confirmTitle: "請查看您的信箱",
  confirmText: "一封郵件已寄往 {email}。請開啟信中的連結，確認這是您的地址。",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `連結在 ${f.number(link)} 天內有效。${server} 會刪除 ${f.number(life)} 天內沒有確認的註冊。`
      : "請盡快完成：大多數伺服器會刪除一週內沒有確認的註冊。",
  confirmWatched: "即使您在其他裝置上開啟連結，本頁也會自動得知。",
  confirmUnwatched: ({ server }) => `本頁無法得知您是否已經確認。確認之後，請登入 ${server}。`,
  confirmUnwatchedReview: ({ server }) =>
    `之後由 ${server} 的管理團隊審核。本頁無法得知結果，但通過後您會收到郵件，屆時再到伺服器登入。`,
  confirmApproval: ({ server }) =>
    `之後由 ${server} 的管理團隊審核，通過後您會收到郵件。在此之前本頁看不到任何進展，被拒絕也看不到。`,
  openMail: "開啟信箱",
  handle: "您的帳號將是 {handle}。",
  checkNow: "立即查看",
  checking: "正在查看…",
  notYet: "尚未確認。",
  notDecided: "尚無結果。",
  notAccepted: "尚未通過。伺服器沒有透露更多資訊。",
  noMailTitle: "沒有收到信嗎？",
  noMailText: ({ host }) =>
    `可能要等幾分鐘，伺服器忙碌時可能要一小時。請也看看垃圾郵件匣，搜尋「${host}」，並再檢查一次上面的地址。`,
  noEffectText: ({ server }) =>
    `已經開啟連結，這裡卻沒有變化嗎？如果在 ${server} 登入著其他帳號，請先登出，或在無痕視窗中開啟連結。`,
  status: "伺服器今天的運作狀態：{link}",
  wrongAddress: "地址有誤？",
  otherEmail: "其他電子郵件地址",
  otherEmailHint:
    "第一封信中的連結會失效，舊地址會收到變更通知，新地址會收到兩封相同的郵件。連結最後會開啟伺服器的登入頁面，請在那之後回到本頁。",
  resend: "重新寄送",
  resendAt: ({ clock }) => `${clock} 後可以寄送`,
  resent: ({ email }) => `新郵件已寄往 ${email}。`,
  restartTitle: "帳號資料有誤嗎？",
  restartText: ({ server }) =>
    `您可以讓這台裝置忘記它，重新開始，例如換一個名稱。已在 ${server} 建立的資料會保留，而且一個電子郵件地址只能用一次：下一個帳號要換一個地址，或者直接登入這個帳號。`,
  restart: "重新開始",

  reviewTitle: "等待審核",
  reviewUnwatched: ({ server }) => `${server} 的管理團隊正在審核您的註冊，可能需要幾天。`,
  reviewText: ({ server }) => `您的電子郵件地址已確認。${server} 的管理團隊正在審核您的註冊，可能需要幾天。`,
  reviewNext: "通過後您會收到郵件。現在可以關閉本頁。",

  readyTitle: "歡迎！",
  readyText: "您的帳號已經可以使用：{handle}",
  readyButTitle: "還差一步",
  readyBut: "您的電子郵件地址已確認。您的帳號：{handle}",
  readyNext: ({ server, email, username }) =>
    `請用${username ? `使用者名稱（${username}）` : `電子郵件地址（${email}）`}和您設定的密碼登入 ${server}。瀏覽器為本頁儲存的密碼不會在那裡自動填入。`,
  readyClients: ({ server }) => `要在 ${server} 瀏覽和發文，您需要一個應用程式。{link}`,
  clients: "看看有哪些應用程式",
  profile: "查看您的個人檔案",
  followText: "可以先跟隨：",
  follow: ({ handle }) => `跟隨 ${handle}`,
  another: "再建立一個帳號",
  anotherHint: ({ server }) =>
    `需要另一個電子郵件地址。如果已經登入 ${server}，請先登出，或在無痕視窗中開啟郵件裡的連結。`,

  returnedTitle: "您是由郵件來到這裡的嗎？",
  returnedText: ({ server }) =>
    `如果您開啟了 ${server} 郵件中的連結，您的地址就已確認。請用您設定的密碼登入。如果 ${server} 表示您的註冊還要審核，請等候伺服器的郵件。`,
  returnedReview: ({ server }) =>
    `如果您開啟了 ${server} 郵件中的連結，您的地址就已確認。接下來管理團隊可能會審核您的註冊，通過後您會收到郵件，然後就可以登入。`,
  returnedAlso: "如果您是在其他分頁或裝置上開始的，那邊的頁面會自動繼續。",
  returnedElse: "您是由別的途徑來的嗎？",
  returnedThere:
    "如果您是由 {server} 的郵件來到這裡，您的地址在該伺服器上就已確認。這份表單屬於另一個伺服器。",

  closedTitle: ({ server }) => `${server} 不接受新使用者`,
  closedInvites: ({ server }) => `${server} 目前只接受受邀的新使用者。`,
  inviteTitle: "有邀請嗎？",
  inviteHint: ({ server }) => `${server} 上的使用者可以邀請您。`,
  inviteUse: "使用邀請",
  inviteChecking: "正在檢查…",
  elsewhereTitle: ({ server }) => `請直接在 ${server} 註冊`,
  stoppedTitle: {
    rejected: "這份註冊沒有通過",
    expired: "這份註冊已過期",
    suspended: "這個帳號已被停權",
    disabled: "這個帳號已被凍結",
  },
  stopped: "這個帳號無法使用",
  goSignUp: ({ server }) => `在 ${server} 註冊`,
  signUpAgain: "重新註冊",
  requestId: ({ id }) => `供伺服器的管理團隊參考：請求 ${id}`,

  fields: {
    "username.ERR_BLANK": "請設定使用者名稱。",
    "username.ERR_TAKEN": "這個使用者名稱已有人使用。請換一個。",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `只能使用${f.list([
        pattern.includes("A-Z") ? "英文字母" : "小寫英文字母",
        "數字",
        "底線",
        ...(pattern.includes("\\-") ? ["連字號"] : []),
      ])}。`,
    "username.ERR_RESERVED": ({ server }) => `${server} 保留了這個名稱。請換一個。`,
    "email.ERR_BLANK": "請輸入電子郵件地址。",
    "email.ERR_INVALID": "電子郵件地址不完整，形式應類似 name@example.org。",
    "email.ERR_TAKEN": ({ server }) => `${server} 已有使用這個地址的帳號。請登入該帳號，或使用其他地址。`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} 發現 @ 後面的部分無法收信。請檢查是否有打錯字；如果沒有，請使用其他地址。`,
    "email.ERR_BLOCKED": ({ server }) => `${server} 不接受這家郵件服務商的地址。請使用其他服務商的地址。`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} 會使用您最後填寫的地址，不會寄信到之前的地址。請換成第三個地址，或在最後填寫的信箱等候郵件。`,
    "password.ERR_BLANK": "請設定密碼。",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `密碼太短。請至少使用 ${characters(limit, f)}。` : "密碼太短。",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `密碼太長。請最多使用 ${characters(limit, f)}；如果含有中文字或表情符號，還要更短。`
        : "密碼太長。",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `以 ${server} 的標準，這個密碼太容易猜。請用幾個單字組成更長的密碼，或混用大小寫字母、數字與符號。`,
    "date_of_birth.ERR_BLANK": "請填寫完整的出生日期。",
    "date_of_birth.ERR_INVALID": "請填寫確實存在的日期，西元年份用四位數字。",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit ? `年滿 ${f.number(limit)} 歲才能加入 ${server}。` : `您的年齡太小，無法加入 ${server}。`,
    "reason.ERR_BLANK": "請寫下您想加入的原因。伺服器的管理團隊會閱讀。",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `請再多寫一點，至少 ${characters(limit, f)}。` : "請再多寫一點。",
    "invite_code.ERR_BLANK": "請輸入邀請碼或邀請連結。",
    "invite_code.ERR_INVALID": "這個邀請在這裡無效。它可能屬於其他伺服器、已經過期，或名額已用完。",
    "captcha_solution.ERR_BLANK": "請輸入您在圖片中看到的字元。",
    "captcha_solution.ERR_INVALID": "與圖片中的字元不符。請用新圖片再試。",
    "captcha_solution.ERR_EXPIRED": "那張圖片已經過期。請用新圖片再試。",
    "agreement.ERR_ACCEPTED": "同意之後才能建立帳號。如果同意，請勾選。",
    "agreement.ERR_BLANK": "同意之後才能建立帳號。如果同意，請勾選。",
    "agreement.ERR_CHANGED": ({ server }) =>
      `您先前同意的內容與 ${server} 現在的要求不同。請閱讀規則與文件，如果同意，請重新勾選。`,

    ERR_BLANK: "此欄必填。",
    ERR_TAKEN: "已有人使用。",
    ERR_INVALID: "無效。",
    ERR_TOO_SHORT: ({ limit, f }) => (limit ? `太短。請至少使用 ${characters(limit, f)}。` : "太短。"),
    ERR_TOO_LONG: ({ limit, f }) => (limit ? `太長。請最多使用 ${characters(limit, f)}。` : "太長。"),
    ERR_RESERVED: "伺服器保留了此項。",
    ERR_BLOCKED: "伺服器不允許。",
    ERR_EXPIRED: "已經過期，或名額已用完。",
    ERR_TOO_WEAK: "太容易猜。",
    ERR_UNCHANGED: "沒有變更。",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `伺服器還發現了 ${f.number(limit)} 個問題，這裡顯示不下。`
        : "伺服器還發現了更多問題，這裡顯示不下。",
    ERR_UNREACHABLE: "似乎不存在。",
    ERR_ACCEPTED: "需要您的同意。",
    ERR_INCLUSION: "伺服器沒有這個選項。",
    ERR_BELOW_LIMIT: ({ limit, f }) => (limit ? `至少要為 ${f.number(limit)}。` : "低於伺服器的下限。"),
  },
  problems: {
    internal: "表單發生問題。請再試一次。",
    "wasm-blocked":
      "本頁不允許註冊表單執行。如果這是您的網頁，請在其 Content-Security-Policy 的 script-src 中加入 'wasm-unsafe-eval'。",
    "core-unreachable": "表單的一部分無法載入。請檢查連線，再試一次。",
    "core-died": "表單意外停止。除了密碼，您填寫的內容都還在。",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "「server」屬性中不是伺服器名稱。"}本網站的管理者可以更正。`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} 沒有回應。伺服器可能停機了，您可能沒有連上網路，也可能是它不允許其他網站連線。請過幾分鐘再試。`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} 使用的是 ${software}，只能在它自己的網頁上註冊。`
        : `${server} 的回應不像是本表單支援的伺服器。也許名稱不太對，也許那裡要用別的方式註冊。`,
    closed: ({ server }) =>
      `${server} 目前不接受新使用者。何時恢復註冊、可以向誰索取邀請，或許能在伺服器自己的網頁上找到。`,
    "external-sign-up": ({ server }) => `${server} 有自己的註冊方式，只能在它自己的網頁上使用。`,
    captcha: ({ server }) => `${server} 要用一道驗證題確認您不是機器人，只能在它自己的網頁上完成。`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `這個網頁的網址太長，${server} 無法讓您返回這裡。本網站的營運者可以設定較短的網址；在伺服器自己的網頁上可以註冊。`
        : software
          ? `${server}（使用 ${software}）不允許透過其他網站申請帳號。在它自己的網頁上可以。`
          : `${server} 不允許透過其他網站申請帳號。在它自己的網頁上可以。`,
    "sign-up-refused": ({ server }) => `${server} 不接受來自其他網站的註冊。在它自己的網頁上或許可以。`,
    forbidden: ({ server }) =>
      `${server} 沒有接受這份註冊，也沒有說明原因。可能剛剛關閉了註冊，可能不接受來自您所在網路的註冊，也可能那裡要透過別的網站登入。如果有邀請，請使用邀請；否則請稍後再試。您填寫的內容都還在。`,
    "network-blocked": ({ server }) =>
      `${server} 拒絕來自您所在網路的所有請求。換一個連線或許有用，例如關閉 VPN。`,
    gone: ({ server }) => `${server} 將永久關閉。請另尋一個伺服器。`,
    invalid: ({ server }) => `${server} 拒絕了這份註冊。`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `從您所在的網路送往 ${server} 的請求太多。請${retryAt ? ` ${at(about)}` : "五分鐘後"}再試。`;
      }
      if (detail === "resend") {
        return `${server} 只會寄幾封信給同一個帳號。${retryAt ? `下一封可在 ${at(about)}寄送。` : "請半小時後再試。"}`;
      }
      const app = detail === "app-registration";
      const when = retryAt ? `可在 ${at(about)}再試。` : `請${app ? "十分鐘" : "半小時"}後再試。`;
      return app
        ? `從您所在的網路開啟 ${server} 註冊表單的次數太多。${when}您填寫的內容沒有問題。`
        : `${server} 只允許同一個網路嘗試幾次。${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `${server} 發生問題。它可能不接受您的郵件服務商的地址：請換一家服務商的地址，或詢問伺服器的管理團隊。`
        : `${server} 發生問題。這不是您的錯，通常幾分鐘後就會恢復。`,
    "bad-answer": ({ server }) => `無法理解 ${server} 的回應。請過幾分鐘再試。`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `註冊資料已經送出，但沒有收到 ${server} 的回應。帳號可能已經建立：再試之前，請先看看有沒有收到郵件。`,
    duplicate:
      "這個名稱或電子郵件地址已有人使用。也許就是您自己，剛才或在另一個分頁中：再試之前，請先看看有沒有收到郵件。",
    broker: ({ server, retryable }) =>
      `本網站未能取得註冊所需的 ${server} 的許可。${retryable ? "請過幾分鐘再試。" : ""}`,
    rejected: ({ server }) =>
      `${server} 的管理團隊沒有通過這份註冊，或者帳號已被刪除。您可以詢問原因，或另尋一個適合您的伺服器。`,
    expired: ({ server }) =>
      `郵件中的連結沒有及時開啟，因此 ${server} 刪除了這份註冊。您可以重新註冊；如果原來的名稱仍可使用，還能用同一個。`,
    suspended: ({ server }) => `${server} 的管理團隊已將這個帳號停權。請到伺服器登入，查看原因並提出申訴。`,
    disabled: ({ server }) =>
      `${server} 的管理團隊凍結了這個帳號，因此無法登入。只有他們能夠解除，請與他們聯絡。`,
    "two-factor-required": ({ server }) =>
      `${server} 還不讓這個帳號使用，也沒有說明原因。請到伺服器登入：也許除了密碼還需要第二種驗證，它會引導您設定兩階段驗證。如果無法登入，表示管理團隊凍結了這個帳號，請與他們聯絡。`,
    "resend-refused": ({ server }) => `${server} 不會再寄信給這個帳號。請找找第一封，垃圾郵件匣也要看看。`,
    "not-now": "現在無法這樣做。",
    aborted: "已取消。",
  },
};

export default texts;
