/** Chinese in simplified characters, in the words of Mastodon's own interface, which says 你. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)}（${f.time(retryAt)}）`;

const badServer: Record<string, string> = {
  empty: "未指定服务器：缺少“server”属性，或其内容为空。",
  scheme: "“server”属性中的地址不是网址。",
  credentials: "“server”属性中的地址带有密码。",
  port: "“server”属性中的地址带有不可能存在的端口。",
  "ip-address": "“server”属性中是数字，而不是服务器名称。",
  "no-dot": "“server”属性中只有一个单词。服务器名称的形式类似 example.social。",
  "bad-character": "“server”属性中含有服务器名称不会有的字符。",
  "bad-label": "“server”属性中的服务器名称格式不正确。",
  "too-long": "“server”属性中的名称太长，不可能是服务器名称。",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "你似乎处于离线状态。请检查网络连接，然后重试。",
  dns: (server) => `找不到 ${server} 的地址。服务器可能已经不在了，也可能是网络暂时有问题。请过几分钟再试。`,
  refused: (server) => `${server} 目前没有运行。请过几分钟再试。`,
  tls: (server) =>
    `无法与 ${server} 建立安全连接，因此没有发送任何内容。请检查设备的日期；如果日期没错，就只有服务器的管理团队能解决了。`,
  timeout: (server) => `${server} 太久没有响应，可能是负载过高。请过几分钟再试。`,
  redirects: (server) =>
    `${server} 不断地来回转发这份表单，因此收不到响应。只有服务器的管理团队能解决；在服务器自己的页面上也许可以注册。`,
  cors: (server) =>
    `${server} 有响应，但不允许本页读取。服务器可能负载过高，可能要确认你不是机器人，也可能不接受来自其他网站的注册。请过几分钟再试，或到服务器自己的页面继续。`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `注册信息已经发送，但没有收到 ${server} 的响应。这个用户名现在已被占用，所以账号很可能已经建好了。请先看看有没有收到 ${server} 的邮件，不需要重新注册。`,
  free: (server) =>
    `注册信息已经发送，但没有收到 ${server} 的响应。这个用户名仍然可用，所以账号很可能没有建成。你可以再发送一次。`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) => `${server} 每天只接受一定数量的新用户，今天的名额已满。请明天再试。`,
  backlog: (server) =>
    `等待 ${server} 管理团队审核的注册太多，处理掉一部分之前暂不接受新的注册。请过一两天再试。`,
};

const characters = (limit: number, f: Format) => `${f.number(limit)} 个字符`;

const texts: Translation = {
  lang: "zh-Hans",

  loading: "正在加载注册表单…",
  opensNewTab: "（在新标签页中打开）",

  joinKicker: "在此服务器上创建账号",
  approvalNotice: ({ server }) =>
    `${server} 的管理团队会审核每一份注册。你确认邮箱地址后，通常几天内就会有结果。`,
  rulesTitle: "服务器规则",
  ruleHint: "关于这条规则的更多说明",
  rulesLeftOut: ({ n, f }) => `…另有 ${f.number(n)} 条规则，请在服务器自己的页面上查看`,
  documents: {
    "privacy-policy": "隐私政策",
    "terms-of-service": "服务条款",
    about: "关于本站",
  },
  agreedDocuments: { "privacy-policy": "隐私政策", "terms-of-service": "服务条款" },
  agreedRules: "服务器规则",

  optional: "（选填）",
  username: "用户名",
  usernameHint: ({ handle }) => `别人可以通过 ${handle} 找到你。以后不能更改。`,
  usernameExample: "username",
  usernameShortened: "只保留了 @ 前面的部分。用户名不是邮箱地址。",
  usernameChecking: "正在查看用户名是否可用…",
  usernameFree: ({ name }) => `@${name} 似乎可用。`,
  usernameTaken: ({ name }) => `@${name} 已被占用。`,
  usernameSuggestions: "这些似乎可用：",
  email: "邮箱地址",
  emailHint: "用于登录。你会先收到一封带有链接的邮件。",
  password: "密码",
  passwordHint: ({ min, f }) => (min ? `至少 ${characters(min, f)}，越长越好。` : "越长越好。"),
  showPassword: "显示密码",
  dateOfBirth: "出生日期",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} 需要确认你已年满 ${f.number(min)} 岁，` : `${server} 要求填写，`) +
    (unkept ? "但不会保存这个日期。" : "但不会向任何人显示这个日期。"),
  reason: "你为什么想要加入？",
  reasonHint: {
    approval: "服务器的管理团队会在审核时阅读。",
    "server-asked": "服务器要求填写。",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} / ${characters(limit, f)}`,
  inviteCode: "邀请码或邀请链接",
  captcha: "图片中的字符",
  agreementLabel: "同意",
  agreement: "我已阅读并同意 {server} 的{documents}。",

  submit: "创建账号",
  apply: "申请账号",
  submitting: "正在创建账号…",
  wait: ({ clock }) => `你所在的网络尝试次数过多，${clock} 后可以再试`,
  haveAccount: "已经有账号了？{link}",
  signIn: ({ server }) => `登录 ${server}`,
  unsent: "未能发送。",

  plain: {
    confirm: "账号已创建。确认邮件已经发出，请打开其中的链接确认你的邮箱地址。",
    review: "服务器的管理团队正在审核你的注册。",
    ready: "你的账号已经可以使用了。请到服务器登录。",
    returned: "如果你是通过服务器邮件中的链接来到这里的，邮箱地址就已确认。请到服务器登录。",
    closed: "该服务器目前不接受新用户。",
    elsewhere: "该服务器只能在它自己的页面上注册。",
    stopped: "此账号不可用。",
    failed: "目前无法在这里注册。",
  },
  goServer: ({ server }) => `前往 ${server}`,
  again: "重试",

  emailHintMail: "服务器会发邮件到这里。",
  emailHintOptional: "忘记密码时，可以用它找回账号。",
  captchaHint: "用来让服务器确认你不是机器人。每张图片只能试一次。",
  passwordEntropy: ({ server }) => `${server} 会衡量密码有多难猜：可以用几个单词，或混用字母、数字和符号。`,
  summary: ({ n, f }) => `有 ${f.number(n)} 项需要修改：`,
  triesLeft: ({ left, resetAt, f }) =>
    left ? `${f.time(resetAt)} 之前还可以试 ${f.number(left)} 次。` : `${f.time(resetAt)} 之前不能再试了。`,
  contact: "有疑问？请联系服务器的管理团队：{link}",
  serverSays: ({ server }) => `${server} 的说明：`,
  slowLoading: ({ server }) => `${server} 响应较慢。你可以再等一会儿，或点击链接前往服务器。`,
  slowSubmitting: ({ server }) => `${server} 正在检查你的邮箱地址能否接收邮件，需要几秒钟。请不要离开本页。`,
  failedTitle: "目前无法在这里注册",
  keptTitle: "稍后可以继续注册",
  keptText: ({ handle, email }) => `你的账号 ${handle} 已用邮箱地址 ${email} 创建，没有丢失任何内容。`,
  offline: "恢复连接后会自动重试。",

  captchaPicture: "待输入字符的图片",
  captchaLoading: "正在加载图片…",
  captchaFailed: "图片无法显示。请换一张。",
  captchaMissing: ({ server }) =>
    `没有收到 ${server} 要求辨认的图片。请在图片栏换一张，或直接在 ${server} 上注册。`,
  challenge: "请先在表单末尾确认你是人类。",
  captchaExpired: "图片已过期，正在换一张…",
  captchaAnother: "换一张图片",
  captchaChanged: "图片已更换。请输入新图片中的字符。",
  captchaUnseen: "看不见或看不清？{link}",
  mistyped: ({ address }) => `你是不是想输入 ${address}？`,
  strength: "密码有多难猜",
  strengths: ["非常容易猜", "容易猜", "不太难猜", "难猜", "非常难猜"],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} / ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} / ${characters(limit, f)}；汉字和表情符号等每个算两到四个字符`,

  documentDate: ({ date }) => `${date}版`,
  documentComes: ({ date }) => `自 ${date} 起生效`,
  documentSucceeded: ({ date }) => `${date} 起由另一版本取代`,
  documentPage: ({ server }) => `打开 ${server} 的页面`,
  documentLoading: "正在加载…",
  documentFailed: "服务器不允许在本页显示。请到服务器上阅读：",
  documentForMembers: ({ server }) => `${server} 只向成员显示此内容。你仍然可以注册。`,
  documentEmpty: ({ server }) => `${server} 在这里没有写任何内容。`,
  close: "关闭",

  confirmTitle: "请查收邮件",
  confirmText: "一封邮件已发往 {email}。请打开其中的链接，确认这是你的邮箱地址。",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `链接在 ${f.number(link)} 天内有效。${server} 会删除 ${f.number(life)} 天内没有确认的注册。`
      : "请尽快完成：大多数服务器会删除一周内没有确认的注册。",
  confirmWatched: "即使你在其他设备上打开链接，本页也会自动察觉。",
  confirmUnwatched: ({ server }) => `本页无法得知你是否已经确认。确认之后，请登录 ${server}。`,
  confirmUnwatchedReview: ({ server }) =>
    `之后由 ${server} 的管理团队审核。本页无法得知结果，但通过后你会收到邮件，届时再到服务器登录。`,
  confirmApproval: ({ server }) =>
    `之后由 ${server} 的管理团队审核，通过后你会收到邮件。在此之前本页看不到任何进展，被拒绝也看不到。`,
  openMail: "打开邮箱",
  handle: "你的账号将是 {handle}。",
  checkNow: "立即查看",
  checking: "正在查看…",
  notYet: "尚未确认。",
  notDecided: "尚无结果。",
  notAccepted: "尚未通过。服务器没有透露更多信息。",
  noMailTitle: "没收到邮件？",
  noMailText: ({ host }) =>
    `邮件可能要等几分钟，服务器繁忙时可能要一小时。请也看看垃圾邮件箱，搜索“${host}”，并再核对一遍上面的地址。`,
  noEffectText: ({ server }) =>
    `已经打开链接，这里却没有变化？如果在 ${server} 上登录着别的账号，请先退出登录，或在无痕窗口中打开链接。`,
  status: "服务器今天的运行状态：{link}",
  wrongAddress: "地址有误？",
  otherEmail: "其他邮箱地址",
  otherEmailHint:
    "第一封邮件中的链接会失效，旧地址会收到变更通知，新地址会收到两封相同的邮件。链接最终会打开服务器的登录页面，请在那之后回到本页。",
  resend: "重新发送",
  resendAt: ({ clock }) => `${clock} 后可以发送`,
  resent: ({ email }) => `新邮件已发往 ${email}。`,
  restartTitle: "账号信息有误？",
  restartText: ({ server }) =>
    `你可以让这台设备忘掉它，重新开始，例如换一个用户名。已在 ${server} 上创建的内容会保留，而且一个邮箱地址只能用一次：下一个账号要换一个地址，或者直接登录这个账号。`,
  restart: "重新开始",

  reviewTitle: "等待审核",
  reviewUnwatched: ({ server }) => `${server} 的管理团队正在审核你的注册，可能需要几天。`,
  reviewText: ({ server }) => `你的邮箱地址已确认。${server} 的管理团队正在审核你的注册，可能需要几天。`,
  reviewNext: "通过后你会收到邮件。现在可以关闭本页。",

  readyTitle: "欢迎！",
  readyText: "你的账号已经可以使用了：{handle}",
  readyButTitle: "还差一步",
  readyBut: "你的邮箱地址已确认。你的账号：{handle}",
  readyNext: ({ server, email, username }) =>
    `请用${username ? `用户名（${username}）` : `邮箱地址（${email}）`}和你设置的密码登录 ${server}。浏览器为本页保存的密码不会在那里自动填写。`,
  readyClients: ({ server }) => `要在 ${server} 上浏览和发帖，你需要一个应用。{link}`,
  clients: "看看有哪些应用",
  profile: "查看你的个人资料",
  followText: "可以先关注：",
  follow: ({ handle }) => `关注 ${handle}`,
  another: "再创建一个账号",
  anotherHint: ({ server }) =>
    `需要另一个邮箱地址。如果已经登录 ${server}，请先退出登录，或在无痕窗口中打开邮件里的链接。`,

  returnedTitle: "你是从邮件来到这里的吗？",
  returnedText: ({ server }) =>
    `如果你打开了 ${server} 邮件中的链接，邮箱地址就已确认。请用你设置的密码登录。如果 ${server} 提示你的注册还要审核，请等待服务器的邮件。`,
  returnedReview: ({ server }) =>
    `如果你打开了 ${server} 邮件中的链接，邮箱地址就已确认。接下来管理团队可能会审核你的注册，通过后你会收到邮件，然后就可以登录了。`,
  returnedAlso: "如果你是在别的标签页或设备上开始的，那边的页面会自动继续。",
  returnedElse: "你是从别处来的？",
  returnedThere:
    "如果你是从 {server} 的邮件来到这里的，邮箱地址在该服务器上就已确认。这份表单属于另一个服务器。",

  closedTitle: ({ server }) => `${server} 不接受新用户`,
  closedInvites: ({ server }) => `${server} 目前只接受受邀的新用户。`,
  inviteTitle: "有邀请吗？",
  inviteHint: ({ server }) => `${server} 上的用户可以邀请你。`,
  inviteUse: "使用邀请",
  inviteChecking: "正在检查…",
  elsewhereTitle: ({ server }) => `请直接在 ${server} 上注册`,
  stoppedTitle: {
    rejected: "这份注册没有通过",
    expired: "这份注册已过期",
    suspended: "此账号已被封禁",
    disabled: "此账号已被冻结",
  },
  stopped: "此账号不可用",
  goSignUp: ({ server }) => `在 ${server} 上注册`,
  signUpAgain: "重新注册",
  requestId: ({ id }) => `供服务器的管理团队参考：请求 ${id}`,

  fields: {
    "username.ERR_BLANK": "请设置用户名。",
    "username.ERR_TAKEN": "这个用户名已被占用。请换一个。",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `只能使用${f.list([
        pattern.includes("A-Z") ? "英文字母" : "小写英文字母",
        "数字",
        "下划线",
        ...(pattern.includes("\\-") ? ["连字符"] : []),
      ])}。`,
    "username.ERR_RESERVED": ({ server }) => `${server} 保留了这个用户名。请换一个。`,
    "email.ERR_BLANK": "请输入邮箱地址。",
    "email.ERR_INVALID": "邮箱地址不完整，形式应类似 name@example.org。",
    "email.ERR_TAKEN": ({ server }) => `${server} 上已有使用这个地址的账号。请登录该账号，或使用其他地址。`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} 发现 @ 后面的部分无法接收邮件。请检查是否有输入错误；如果没有，请使用其他地址。`,
    "email.ERR_BLOCKED": ({ server }) => `${server} 不接受这家邮件服务商的地址。请使用其他服务商的地址。`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} 会使用你最后填写的地址，不会发邮件到之前的地址。请换成第三个地址，或在最后填写的邮箱中等待邮件。`,
    "password.ERR_BLANK": "请设置密码。",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `密码太短。请至少使用 ${characters(limit, f)}。` : "密码太短。",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `密码太长。请最多使用 ${characters(limit, f)}；如果含有汉字或表情符号，还要更短。`
        : "密码太长。",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `按照 ${server} 的标准，这个密码太容易猜。请用几个单词组成更长的密码，或混用大小写字母、数字和符号。`,
    "date_of_birth.ERR_BLANK": "请填写完整的出生日期。",
    "date_of_birth.ERR_INVALID": "请填写真实存在的日期，年份用四位数字。",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit ? `年满 ${f.number(limit)} 岁才能加入 ${server}。` : `你的年龄太小，不能加入 ${server}。`,
    "reason.ERR_BLANK": "请写下你想加入的原因。服务器的管理团队会阅读。",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `请再多写一点，至少 ${characters(limit, f)}。` : "请再多写一点。",
    "invite_code.ERR_BLANK": "请输入邀请码或邀请链接。",
    "invite_code.ERR_INVALID": "这个邀请在这里无效。它可能属于其他服务器、已经过期，或名额已用完。",
    "captcha_solution.ERR_BLANK": "请输入你在图片中看到的字符。",
    "captcha_solution.ERR_INVALID": "与图片中的字符不符。请用新图片再试。",
    "captcha_solution.ERR_EXPIRED": "那张图片已经过期。请用新图片再试。",
    "agreement.ERR_ACCEPTED": "同意之后才能创建账号。如果同意，请勾选。",
    "agreement.ERR_BLANK": "同意之后才能创建账号。如果同意，请勾选。",
    "agreement.ERR_CHANGED": ({ server }) =>
      `你之前同意的内容与 ${server} 现在的要求不同。请阅读规则和文件，如果同意，请重新勾选。`,

    ERR_BLANK: "此项必填。",
    ERR_TAKEN: "已被占用。",
    ERR_INVALID: "无效。",
    ERR_TOO_SHORT: ({ limit, f }) => (limit ? `太短。请至少使用 ${characters(limit, f)}。` : "太短。"),
    ERR_TOO_LONG: ({ limit, f }) => (limit ? `太长。请最多使用 ${characters(limit, f)}。` : "太长。"),
    ERR_RESERVED: "服务器保留了此项。",
    ERR_BLOCKED: "服务器不允许。",
    ERR_EXPIRED: "已经过期，或名额已用完。",
    ERR_TOO_WEAK: "太容易猜。",
    ERR_UNCHANGED: "没有变化。",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `服务器还发现了 ${f.number(limit)} 个问题，这里显示不下。`
        : "服务器还发现了更多问题，这里显示不下。",
    ERR_UNREACHABLE: "似乎不存在。",
    ERR_ACCEPTED: "需要你的同意。",
    ERR_INCLUSION: "服务器没有这个选项。",
    ERR_BELOW_LIMIT: ({ limit, f }) => (limit ? `至少要为 ${f.number(limit)}。` : "低于服务器的下限。"),
  },
  problems: {
    internal: "表单出了问题。请重试。",
    "wasm-blocked":
      "本页不允许注册表单运行。如果这是你的网页，请在其 Content-Security-Policy 的 script-src 中加入 'wasm-unsafe-eval'。",
    "core-unreachable": "表单的一部分无法加载。请检查网络连接，然后重试。",
    "core-died": "表单意外停止。除密码外，你填写的内容都还在。",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "“server”属性中不是服务器名称。"}本网站的管理者可以更正。`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} 没有响应。服务器可能停机了，你可能处于离线状态，也可能是它不允许其他网站连接。请过几分钟再试。`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} 使用的是 ${software}，只能在它自己的页面上注册。`
        : `${server} 的响应不像是本表单支持的服务器。也许名称不太对，也许那里要用别的方式注册。`,
    closed: ({ server }) =>
      `${server} 目前不接受新用户。何时恢复注册、可以向谁要邀请，也许能在服务器自己的页面上找到。`,
    "external-sign-up": ({ server }) => `${server} 有自己的注册方式，只能在它自己的页面上使用。`,
    captcha: ({ server }) => `${server} 要用一道验证题确认你不是机器人，只能在它自己的页面上完成。`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `此页面的地址太长，${server} 无法让你返回这里。本网站的运营者可以设置更短的地址；在服务器自己的页面上可以注册。`
        : software
          ? `${server}（使用 ${software}）不允许通过其他网站申请账号。在它自己的页面上可以。`
          : `${server} 不允许通过其他网站申请账号。在它自己的页面上可以。`,
    "sign-up-refused": ({ server }) => `${server} 不接受来自其他网站的注册。在它自己的页面上也许可以。`,
    forbidden: ({ server }) =>
      `${server} 没有接受这份注册，也没有说明原因。可能刚刚关闭了注册，可能不接受来自你所在网络的注册，也可能那里要通过别的网站登录。如果有邀请，请使用邀请；否则请稍后再试。你填写的内容都还在。`,
    "network-blocked": ({ server }) =>
      `${server} 拒绝来自你所在网络的所有请求。换一个连接也许有用，例如关闭 VPN。`,
    gone: ({ server }) => `${server} 将永久关闭。请另找一个服务器。`,
    invalid: ({ server }) => `${server} 拒绝了这份注册。`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `从你所在的网络发往 ${server} 的请求太多。请${retryAt ? ` ${at(about)}` : "五分钟后"}再试。`;
      }
      if (detail === "resend") {
        return `${server} 只会给一个账号发送几封邮件。${retryAt ? `下一封可在 ${at(about)}发送。` : "请半小时后再试。"}`;
      }
      const app = detail === "app-registration";
      const when = retryAt ? `可在 ${at(about)}再试。` : `请${app ? "十分钟" : "半小时"}后再试。`;
      return app
        ? `从你所在的网络打开 ${server} 注册表单的次数太多。${when}你填写的内容没有问题。`
        : `${server} 只允许一个网络尝试几次。${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `${server} 出了问题。它可能不接受你的邮件服务商的地址：请换一家服务商的地址，或询问服务器的管理团队。`
        : `${server} 出了问题。这不是你的错，通常几分钟后就会恢复。`,
    "bad-answer": ({ server }) => `无法理解 ${server} 的响应。请过几分钟再试。`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `注册信息已经发送，但没有收到 ${server} 的响应。账号可能已经建好了：再试之前，请先看看有没有收到邮件。`,
    duplicate:
      "这个用户名或邮箱地址已被占用。也许就是你自己，刚才或在另一个标签页中：重试之前，请先看看有没有收到邮件。",
    broker: ({ server, retryable }) =>
      `本网站未能取得注册所需的 ${server} 的许可。${retryable ? "请过几分钟再试。" : ""}`,
    rejected: ({ server }) =>
      `${server} 的管理团队没有通过这份注册，或者账号已被删除。你可以询问原因，或另找一个适合你的服务器。`,
    expired: ({ server }) =>
      `邮件中的链接没有及时打开，因此 ${server} 删除了这份注册。你可以重新注册；用户名如果仍然可用，还可以用同一个。`,
    suspended: ({ server }) => `${server} 的管理团队封禁了此账号。请到服务器登录，查看原因并提出申诉。`,
    disabled: ({ server }) =>
      `${server} 的管理团队冻结了此账号，因此无法登录。只有他们能够解冻，请与他们联系。`,
    "two-factor-required": ({ server }) =>
      `${server} 暂不允许此账号使用，也没有说明原因。请到服务器登录：也许除了密码还需要第二种验证，它会引导你设置双因素认证。如果无法登录，说明管理团队冻结了此账号，请与他们联系。`,
    "resend-refused": ({ server }) =>
      `${server} 不会再给这个账号发送邮件。请找找第一封，垃圾邮件箱也要看看。`,
    "not-now": "现在不能这样做。",
    aborted: "已取消。",
  },
};

export default texts;
