/** Korean, in the words of Mastodon's own interface, politely. No particle stands directly after a name. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)}(${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "서버가 지정되지 않았습니다. ‘server’ 속성이 없거나 비어 있습니다.",
  scheme: "‘server’ 속성의 주소가 웹 주소가 아닙니다.",
  credentials: "‘server’ 속성의 주소에 암호가 들어 있습니다.",
  port: "‘server’ 속성의 주소에 있을 수 없는 포트가 들어 있습니다.",
  "ip-address": "‘server’ 속성에 서버 이름 대신 숫자가 들어 있습니다.",
  "no-dot": "‘server’ 속성에 단어 하나만 들어 있습니다. 서버 이름은 example.social 같은 형태입니다.",
  "bad-character": "‘server’ 속성에 서버 이름에 쓸 수 없는 문자가 들어 있습니다.",
  "bad-label": "‘server’ 속성의 서버 이름이 올바른 형태가 아닙니다.",
  "too-long": "‘server’ 속성의 이름이 서버 이름으로는 너무 깁니다.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "오프라인 상태인 것 같습니다. 연결을 확인하고 다시 시도하세요.",
  dns: (server) =>
    `${server} 서버의 주소를 찾을 수 없습니다. 서버가 사라졌거나 네트워크에 일시적인 문제가 있을 수 있습니다. 몇 분 뒤에 다시 시도하세요.`,
  refused: (server) => `${server} 서버가 지금 작동하지 않습니다. 몇 분 뒤에 다시 시도하세요.`,
  tls: (server) =>
    `${server} 서버에 안전하게 연결할 수 없어서 아무것도 보내지 않았습니다. 기기의 날짜를 확인하세요. 날짜가 맞다면 서버 운영진만 고칠 수 있습니다.`,
  timeout: (server) =>
    `${server} 서버의 응답이 너무 오래 걸립니다. 서버가 붐비는 것일 수 있으니 몇 분 뒤에 다시 시도하세요.`,
  redirects: (server) =>
    `${server} 서버가 이 양식을 제자리로 되돌려 보내기만 해서 응답이 오지 않습니다. 서버 운영진만 고칠 수 있지만, 서버의 자체 페이지에서는 될 수도 있습니다.`,
  cors: (server) =>
    `${server} 서버가 응답하지만 이 페이지에서는 읽을 수 없습니다. 서버가 붐비거나, 로봇이 아닌지 확인하려 하거나, 다른 사이트를 통한 가입을 받지 않는 것일 수 있습니다. 몇 분 뒤에 다시 시도하거나 서버의 자체 페이지에서 계속하세요.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `가입 신청을 보냈지만 ${server} 서버의 응답을 받지 못했습니다. 이제 이 이름이 사용 중이므로 계정이 만들어졌을 가능성이 높습니다. 먼저 ${server} 서버에서 온 메일이 있는지 확인하세요. 다시 가입할 필요는 없습니다.`,
  free: (server) =>
    `가입 신청을 보냈지만 ${server} 서버의 응답을 받지 못했습니다. 아직 이 이름을 쓸 수 있으므로 계정이 만들어지지 않았을 가능성이 높습니다. 다시 보내도 됩니다.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} 서버는 하루에 정해진 인원만 받으며, 오늘은 마감되었습니다. 내일 다시 시도하세요.`,
  backlog: (server) =>
    `${server} 서버 운영진의 심사를 기다리는 가입 신청이 많아서, 일부를 처리할 때까지 더 받지 않습니다. 하루 이틀 뒤에 다시 시도하세요.`,
};

const characters = (limit: number, f: Format) => `${f.number(limit)}자`;

const texts: Translation = {
  lang: "ko",

  loading: "가입 양식을 불러오는 중…",
  opensNewTab: "(새 탭에서 열림)",

  joinKicker: "계정을 만들 서버",
  approvalNotice: ({ server }) =>
    `${server} 서버는 운영진이 모든 가입을 심사합니다. 이메일 주소를 확인하고 나면 보통 며칠 안에 결정됩니다.`,
  rulesTitle: "서버 규칙",
  ruleHint: "이 규칙 자세히 보기",
  rulesLeftOut: ({ n, f }) => `… 그 밖의 규칙 ${f.number(n)}개는 서버의 자체 페이지에 있습니다`,
  documents: {
    "privacy-policy": "개인정보처리방침",
    "terms-of-service": "이용 약관",
    about: "이 서버에 대하여",
  },
  agreedDocuments: { "privacy-policy": "개인정보처리방침", "terms-of-service": "이용 약관" },
  agreedRules: "서버 규칙",

  optional: "(선택)",
  username: "사용자명",
  usernameHint: ({ handle }) => `다른 사람들은 ${handle} 주소로 나를 찾습니다. 나중에 바꿀 수 없습니다.`,
  usernameExample: "username",
  usernameShortened: "@ 앞부분만 남겼습니다. 사용자명은 이메일 주소와 다릅니다.",
  usernameChecking: "쓸 수 있는 이름인지 확인하는 중…",
  usernameFree: ({ name }) => `@${name}: 쓸 수 있을 것 같습니다.`,
  usernameTaken: ({ name }) => `@${name}: 이미 사용 중인 이름입니다.`,
  usernameSuggestions: "다음 이름은 쓸 수 있을 것 같습니다:",
  email: "이메일 주소",
  emailHint: "로그인할 때 사용합니다. 먼저 링크가 담긴 메일이 옵니다.",
  password: "암호",
  passwordHint: ({ min, f }) => (min ? `${characters(min, f)} 이상. 길수록 좋습니다.` : "길수록 좋습니다."),
  showPassword: "암호 표시",
  dateOfBirth: "생년월일",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min
      ? `${server} 서버가 만 ${f.number(min)}세 이상인지 확인합니다.`
      : `${server} 서버가 묻는 항목입니다.`) +
    (unkept ? " 날짜는 저장되지 않습니다." : " 날짜는 아무에게도 보이지 않습니다."),
  reason: "가입하려는 이유",
  reasonHint: {
    approval: "서버 운영진이 결정하기 전에 읽습니다.",
    "server-asked": "서버가 묻는 항목입니다.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)}/${characters(limit, f)}`,
  inviteCode: "초대 코드 또는 링크",
  captcha: "그림 속 문자",
  agreementLabel: "동의",
  agreement: "{server} 서버의 다음 내용을 읽었으며 동의합니다: {documents}",

  submit: "계정 만들기",
  apply: "가입 신청",
  submitting: "계정을 만드는 중…",
  wait: ({ clock }) => `사용 중인 네트워크에서 너무 많이 시도했습니다. ${clock} 뒤에 다시 할 수 있습니다`,
  haveAccount: "이미 계정이 있나요? {link}",
  signIn: ({ server }) => `${server} 로그인`,
  unsent: "보내지 못했습니다.",

  plain: {
    confirm: "계정을 만들었습니다. 메일을 보냈으니, 메일 속 링크를 열어 주소를 확인하세요.",
    review: "서버 운영진이 가입을 심사하고 있습니다.",
    ready: "계정이 준비되었습니다. 서버에서 로그인하세요.",
    returned: "서버가 보낸 메일의 링크를 열고 왔다면 이메일 주소가 확인된 것입니다. 서버에서 로그인하세요.",
    closed: "이 서버는 지금 새 가입을 받지 않습니다.",
    elsewhere: "이 서버는 자체 페이지에서만 가입할 수 있습니다.",
    stopped: "이 계정은 사용할 수 없습니다.",
    failed: "지금은 여기에서 가입할 수 없습니다.",
  },
  goServer: ({ server }) => `${server} 바로 가기`,
  again: "다시 시도",

  emailHintMail: "서버가 이 주소로 연락합니다.",
  emailHintOptional: "암호를 잊었을 때 이 주소로 다시 로그인할 수 있습니다.",
  captchaHint: "로봇이 아닌 사람인지 서버가 확인하기 위한 것입니다. 그림마다 한 번만 시도할 수 있습니다.",
  passwordEntropy: ({ server }) =>
    `${server} 서버는 추측하기 얼마나 어려운지 따집니다. 여러 단어를 쓰거나 글자, 숫자, 기호를 섞으세요.`,
  summary: ({ n, f }) => `확인이 필요한 항목이 ${f.number(n)}개 있습니다:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `${f.time(resetAt)}까지 ${f.number(left)}번 더 시도할 수 있습니다.`
      : `${f.time(resetAt)}까지 더 시도할 수 없습니다.`,
  contact: "궁금한 점은 서버 운영진에게 문의하세요: {link}",
  serverSays: ({ server }) => `${server} 서버의 메시지:`,
  slowLoading: ({ server }) =>
    `${server} 서버의 응답이 늦어지고 있습니다. 조금 더 기다리거나 링크를 따라 서버로 이동하세요.`,
  slowSubmitting: ({ server }) =>
    `${server} 서버가 메일을 받을 수 있는 주소인지 확인하고 있습니다. 몇 초 걸리니 이 페이지를 떠나지 마세요.`,
  failedTitle: "지금은 여기에서 가입할 수 없습니다",
  keptTitle: "가입은 나중에 이어집니다",
  keptText: ({ handle, email }) =>
    `${handle} 계정이 이메일 주소 ${email} 앞으로 만들어졌으며, 사라진 것은 없습니다.`,
  offline: "다시 연결되면 자동으로 한 번 더 시도합니다.",

  captchaPicture: "입력할 문자가 있는 그림",
  captchaLoading: "그림을 불러오는 중…",
  captchaFailed: "그림을 표시하지 못했습니다. 다른 그림을 요청하세요.",
  captchaMissing: ({ server }) =>
    `${server} 서버가 읽도록 요구하는 그림이 오지 않았습니다. 입력란에서 다른 그림을 요청하거나, ${server} 서버에서 직접 가입하세요.`,
  challenge: "먼저 양식 끝에서 사람임을 확인하세요.",
  captchaExpired: "그림이 너무 오래되었습니다. 새 그림을 불러오는 중…",
  captchaAnother: "다른 그림",
  captchaChanged: "새 그림이 나왔습니다. 그림 속 문자를 입력하세요.",
  captchaUnseen: "그림이 보이지 않거나 읽기 어려운가요? {link}",
  mistyped: ({ address }) => `혹시 ${address} 아닌가요?`,
  strength: "암호를 추측하기 어려운 정도",
  strengths: [
    "추측하기 매우 쉬움",
    "추측하기 쉬움",
    "추측하기 어렵지 않음",
    "추측하기 어려움",
    "추측하기 매우 어려움",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)}/${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)}/${characters(limit, f)}. 한글과 이모지 등은 2~4자로 셉니다`,

  documentDate: ({ date }) => `${date} 개정`,
  documentComes: ({ date }) => `${date}부터 적용`,
  documentSucceeded: ({ date }) => `${date}에 다른 판으로 바뀝니다`,
  documentPage: ({ server }) => `${server} 페이지 열기`,
  documentLoading: "불러오는 중…",
  documentFailed: "서버가 여기에 표시하는 것을 허용하지 않습니다. 서버에서 읽어 보세요:",
  documentForMembers: ({ server }) =>
    `${server} 서버는 이 내용을 회원에게만 보여 줍니다. 그래도 가입할 수 있습니다.`,
  documentEmpty: ({ server }) => `${server} 서버가 여기에 쓴 내용이 없습니다.`,
  close: "닫기",

  confirmTitle: "메일을 확인하세요",
  confirmText: "{email} 주소로 메일을 보냈습니다. 메일 속 링크를 열어 본인의 주소임을 확인하세요.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `링크는 ${f.number(link)}일 동안 유효합니다. ${server} 서버는 ${f.number(life)}일 안에 확인하지 않은 가입을 삭제합니다.`
      : "서둘러 주세요. 대부분의 서버는 일주일 안에 확인하지 않은 가입을 삭제합니다.",
  confirmWatched: "다른 기기에서 링크를 열어도 이 페이지가 스스로 알아차립니다.",
  confirmUnwatched: ({ server }) =>
    `링크를 열었는지 이 페이지에서는 알 수 없습니다. 그 뒤에 ${server} 서버에서 로그인하세요.`,
  confirmUnwatchedReview: ({ server }) =>
    `그다음에는 ${server} 서버 운영진이 결정합니다. 이 페이지에서는 결과를 알 수 없지만, 승인되면 메일이 옵니다. 그때 서버에서 로그인하세요.`,
  confirmApproval: ({ server }) =>
    `그다음에는 ${server} 서버 운영진이 결정하고, 승인되면 메일이 옵니다. 그 전까지는 이 페이지에서 아무것도 알 수 없으며, 거부되더라도 알 수 없습니다.`,
  openMail: "메일 열기",
  handle: "계정 주소는 {handle}입니다.",
  checkNow: "지금 확인",
  checking: "확인하는 중…",
  notYet: "아직 확인되지 않았습니다.",
  notDecided: "아직 결정되지 않았습니다.",
  notAccepted: "아직 승인되지 않았습니다. 서버가 그 이상은 알려 주지 않습니다.",
  noMailTitle: "메일이 오지 않나요?",
  noMailText: ({ host }) =>
    `몇 분, 붐비는 서버에서는 한 시간이 걸릴 수 있습니다. 스팸 폴더도 살펴보고, ‘${host}’ 검색도 해 보고, 위의 주소가 맞는지 다시 확인하세요.`,
  noEffectText: ({ server }) =>
    `링크를 열었는데 아무 변화가 없나요? ${server} 서버에 다른 계정으로 로그인되어 있다면, 먼저 로그아웃하거나 링크를 시크릿 창에서 여세요.`,
  status: "오늘의 서버 상태: {link}",
  wrongAddress: "주소가 틀렸나요?",
  otherEmail: "다른 이메일 주소",
  otherEmailHint:
    "첫 메일의 링크는 쓸 수 없게 되고, 이전 주소로 변경 알림이 갑니다. 새 주소로는 똑같은 메일 두 통이 갑니다. 링크를 열면 서버의 로그인 화면이 나오니, 그 뒤에 이 페이지로 돌아오세요.",
  resend: "다시 보내기",
  resendAt: ({ clock }) => `${clock} 뒤에 가능`,
  resent: ({ email }) => `${email} 주소로 새 메일을 보냈습니다.`,
  restartTitle: "계정이 잘못되었나요?",
  restartText: ({ server }) =>
    `이 기기에서 계정 기록을 지우고, 예를 들어 다른 이름으로 처음부터 다시 시작할 수 있습니다. ${server} 서버에 만들어진 것은 그대로 남고, 서버는 이메일 주소 하나를 한 번만 받습니다. 다음 계정에는 다른 주소를 쓰거나, 이 계정으로 로그인하세요.`,
  restart: "처음부터 다시",

  reviewTitle: "승인을 기다리는 중",
  reviewUnwatched: ({ server }) => `${server} 서버 운영진이 가입을 심사하고 있습니다. 며칠 걸릴 수 있습니다.`,
  reviewText: ({ server }) =>
    `이메일 주소가 확인되었습니다. ${server} 서버 운영진이 가입을 심사하고 있습니다. 며칠 걸릴 수 있습니다.`,
  reviewNext: "승인되면 메일이 옵니다. 이 페이지는 닫아도 됩니다.",

  readyTitle: "환영합니다!",
  readyText: "계정이 준비되었습니다: {handle}",
  readyButTitle: "한 단계 남았습니다",
  readyBut: "이메일 주소가 확인되었습니다. 내 계정: {handle}",
  readyNext: ({ server, email, username }) =>
    `${username ? `사용자명(${username})` : `이메일 주소(${email})`} 및 직접 정한 암호로 ${server} 서버에서 로그인하세요. 브라우저가 이 페이지용으로 저장한 암호는 서버에서 자동으로 제안되지 않습니다.`,
  readyClients: ({ server }) => `${server} 서버에서 글을 읽고 쓰려면 앱이 필요합니다. {link}`,
  clients: "어떤 앱이 있는지 보기",
  profile: "내 프로필 보기",
  followText: "첫 팔로우로 추천합니다:",
  follow: ({ handle }) => `${handle} 팔로우`,
  another: "다른 계정 만들기",
  anotherHint: ({ server }) =>
    `다른 이메일 주소가 필요합니다. ${server} 서버에 로그인되어 있다면, 먼저 로그아웃하거나 메일의 링크를 시크릿 창에서 여세요.`,

  returnedTitle: "메일을 보고 왔나요?",
  returnedText: ({ server }) =>
    `${server} 서버가 보낸 메일의 링크를 열었다면 주소가 확인된 것입니다. 직접 정한 암호로 서버에서 로그인하세요. 먼저 심사가 필요하다고 ${server} 서버가 알리면, 서버의 메일을 기다리세요.`,
  returnedReview: ({ server }) =>
    `${server} 서버가 보낸 메일의 링크를 열었다면 주소가 확인된 것입니다. 이제 서버 운영진이 가입을 심사할 수 있으며, 승인되면 메일이 옵니다. 그때부터 로그인할 수 있습니다.`,
  returnedAlso: "다른 탭이나 다른 기기에서 시작했다면, 그 페이지가 알아서 이어집니다.",
  returnedElse: "다른 경로로 왔나요?",
  returnedThere:
    "{server} 서버의 메일을 보고 왔다면, 그 서버에서 주소가 확인된 것입니다. 이 양식은 다른 서버의 것입니다.",

  closedTitle: ({ server }) => `${server} 서버는 새 가입을 받지 않습니다`,
  closedInvites: ({ server }) => `${server} 서버는 지금 초대받은 사람만 가입할 수 있습니다.`,
  inviteTitle: "초대를 받았나요?",
  inviteHint: ({ server }) => `${server} 서버를 쓰는 사람에게 초대를 받을 수 있습니다.`,
  inviteUse: "초대 사용",
  inviteChecking: "확인하는 중…",
  elsewhereTitle: ({ server }) => `${server} 서버에서 직접 가입하세요`,
  stoppedTitle: {
    rejected: "가입이 승인되지 않았습니다",
    expired: "가입 기한이 지났습니다",
    suspended: "정지된 계정입니다",
    disabled: "잠긴 계정입니다",
  },
  stopped: "사용할 수 없는 계정입니다",
  goSignUp: ({ server }) => `${server} 가입`,
  signUpAgain: "다시 가입",
  requestId: ({ id }) => `서버 운영진 참고용: 요청 ${id}`,

  fields: {
    "username.ERR_BLANK": "사용자명을 정하세요.",
    "username.ERR_TAKEN": "이미 사용 중인 사용자명입니다. 다른 이름을 정하세요.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `다음 문자만 쓸 수 있습니다: ${f.list([
        pattern.includes("A-Z") ? "영문자" : "영문 소문자",
        "숫자",
        "밑줄(_)",
        ...(pattern.includes("\\-") ? ["붙임표(-)"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) =>
      `${server} 서버가 따로 쓰려고 남겨 둔 이름입니다. 다른 이름을 정하세요.`,
    "email.ERR_BLANK": "이메일 주소를 입력하세요.",
    "email.ERR_INVALID": "완전한 이메일 주소가 아닙니다. name@example.org 같은 형태여야 합니다.",
    "email.ERR_TAKEN": ({ server }) =>
      `${server} 서버에 이 주소를 쓰는 계정이 이미 있습니다. 그 계정으로 로그인하거나 다른 주소를 사용하세요.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} 서버에 따르면 @ 뒷부분은 메일을 받을 수 없는 곳입니다. 오타가 없는지 확인하고, 없다면 다른 주소를 사용하세요.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} 서버는 이 메일 서비스의 주소를 받지 않습니다. 다른 서비스의 주소를 사용하세요.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} 서버는 마지막으로 입력한 주소를 쓰며, 이전 주소로는 아무것도 보내지 않습니다. 또 다른 주소를 쓰거나, 마지막 주소에서 메일을 기다리세요.`,
    "password.ERR_BLANK": "암호를 정하세요.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `암호가 너무 짧습니다. ${characters(limit, f)} 이상으로 정하세요.` : "암호가 너무 짧습니다.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `암호가 너무 깁니다. ${characters(limit, f)} 이하로 정하세요. 한글이나 이모지를 쓰면 더 짧아야 합니다.`
        : "암호가 너무 깁니다.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `${server} 서버의 기준으로는 추측하기 너무 쉬운 암호입니다. 여러 단어를 이어 더 길게 하거나, 대문자와 소문자, 숫자, 기호를 섞으세요.`,
    "date_of_birth.ERR_BLANK": "생년월일을 빠짐없이 입력하세요.",
    "date_of_birth.ERR_INVALID": "실제로 있는 날짜를 입력하고, 연도는 네 자리로 쓰세요.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `${server} 서버에는 만 ${f.number(limit)}세부터 가입할 수 있습니다.`
        : `${server} 서버에 가입할 수 있는 나이가 아닙니다.`,
    "reason.ERR_BLANK": "가입하려는 이유를 쓰세요. 서버 운영진이 읽습니다.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `조금 더 써 주세요. ${characters(limit, f)} 이상이어야 합니다.` : "조금 더 써 주세요.",
    "invite_code.ERR_BLANK": "초대 코드나 초대 링크를 입력하세요.",
    "invite_code.ERR_INVALID":
      "여기에서는 쓸 수 없는 초대입니다. 다른 서버의 초대이거나, 기한이 지났거나, 이미 다 사용되었을 수 있습니다.",
    "captcha_solution.ERR_BLANK": "그림에 보이는 문자를 입력하세요.",
    "captcha_solution.ERR_INVALID": "그림 속 문자와 다릅니다. 새 그림으로 시도하세요.",
    "captcha_solution.ERR_EXPIRED": "그림이 너무 오래되었습니다. 새 그림으로 시도하세요.",
    "agreement.ERR_ACCEPTED": "동의해야 계정을 만들 수 있습니다. 동의한다면 칸에 표시하세요.",
    "agreement.ERR_BLANK": "동의해야 계정을 만들 수 있습니다. 동의한다면 칸에 표시하세요.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `동의한 내용이 지금 ${server} 서버가 요구하는 내용과 다릅니다. 규칙과 문서를 읽고, 동의한다면 칸에 다시 표시하세요.`,

    ERR_BLANK: "꼭 필요한 항목입니다.",
    ERR_TAKEN: "이미 사용 중입니다.",
    ERR_INVALID: "올바르지 않습니다.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `너무 짧습니다. ${characters(limit, f)} 이상이어야 합니다.` : "너무 짧습니다.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `너무 깁니다. ${characters(limit, f)} 이하여야 합니다.` : "너무 깁니다.",
    ERR_RESERVED: "서버가 따로 쓰려고 남겨 두었습니다.",
    ERR_BLOCKED: "서버가 허용하지 않습니다.",
    ERR_EXPIRED: "기한이 지났거나, 이미 다 사용되었습니다.",
    ERR_TOO_WEAK: "추측하기 너무 쉽습니다.",
    ERR_UNCHANGED: "바뀐 것이 없습니다.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `서버가 찾은 문제가 ${f.number(limit)}개 더 있지만 여기에 다 표시할 수 없습니다.`
        : "서버가 찾은 문제가 더 있지만 여기에 다 표시할 수 없습니다.",
    ERR_UNREACHABLE: "존재하지 않는 것 같습니다.",
    ERR_ACCEPTED: "동의가 필요합니다.",
    ERR_INCLUSION: "서버에 없는 선택지입니다.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `${f.number(limit)} 이상이어야 합니다.` : "서버가 정한 하한보다 낮습니다.",
  },
  problems: {
    internal: "이 양식에 문제가 생겼습니다. 다시 시도하세요.",
    "wasm-blocked":
      "이 페이지에서는 가입 양식을 실행할 수 없습니다. 직접 운영하는 페이지라면 Content-Security-Policy의 script-src에 'wasm-unsafe-eval'을 추가하세요.",
    "core-unreachable": "이 양식의 일부를 불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.",
    "core-died": "이 양식이 갑자기 멈췄습니다. 암호를 빼고 입력한 내용은 남아 있습니다.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "‘server’ 속성에 서버 이름이 들어 있지 않습니다."} 이 사이트의 운영자가 고칠 수 있습니다.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} 서버가 응답하지 않습니다. 서버가 멈췄거나, 오프라인 상태이거나, 서버가 다른 사이트의 연결을 허용하지 않는 것일 수 있습니다. 몇 분 뒤에 다시 시도하세요.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} 서버는 ${software} 소프트웨어를 쓰며, 자체 페이지에서만 가입할 수 있습니다.`
        : `${server} 서버는 이 양식이 다룰 수 있는 서버처럼 응답하지 않습니다. 이름이 조금 틀렸거나, 다른 방식으로 가입하는 곳일 수 있습니다.`,
    closed: ({ server }) =>
      `${server} 서버는 지금 새 가입을 받지 않습니다. 언제 다시 받는지, 누구에게 초대를 부탁할 수 있는지 서버의 자체 페이지에 나와 있을 수 있습니다.`,
    "external-sign-up": ({ server }) =>
      `${server} 서버에는 고유한 가입 방식이 있으며, 자체 페이지에서만 쓸 수 있습니다.`,
    captcha: ({ server }) =>
      `${server} 서버는 사람인지 확인하는 퍼즐을 풀게 하며, 이 퍼즐은 자체 페이지에서만 작동합니다.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `이 페이지의 주소가 너무 길어 ${server} 서버가 여기로 돌려보낼 수 없습니다. 이 사이트의 운영자는 더 짧은 주소를 지정할 수 있습니다. 서버의 자체 페이지에서는 가입할 수 있습니다.`
        : software
          ? `${software} 소프트웨어를 쓰는 ${server} 서버는 다른 사이트를 통한 계정 신청을 허용하지 않습니다. 자체 페이지에서는 할 수 있습니다.`
          : `${server} 서버는 다른 사이트를 통한 계정 신청을 허용하지 않습니다. 자체 페이지에서는 할 수 있습니다.`,
    "sign-up-refused": ({ server }) =>
      `${server} 서버는 다른 사이트를 통한 가입을 받지 않습니다. 자체 페이지에서는 될 수도 있습니다.`,
    forbidden: ({ server }) =>
      `${server} 서버가 이유를 밝히지 않고 이 가입을 받지 않았습니다. 방금 가입이 마감되었거나, 사용 중인 네트워크의 가입을 받지 않거나, 다른 사이트를 거쳐 로그인하는 서버일 수 있습니다. 초대가 있다면 사용하고, 없다면 나중에 다시 시도하세요. 입력한 내용은 남아 있습니다.`,
    "network-blocked": ({ server }) =>
      `${server} 서버가 사용 중인 네트워크의 모든 요청을 거부합니다. VPN을 끄는 등 다른 연결을 써 보세요.`,
    gone: ({ server }) => `${server} 서버는 완전히 문을 닫습니다. 다른 서버를 찾아보세요.`,
    invalid: ({ server }) => `${server} 서버가 이 가입을 거부했습니다.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `사용 중인 네트워크에서 ${server} 서버에 보낸 요청이 너무 많습니다. ${retryAt ? at(about) : "5분 뒤"}에 다시 시도하세요.`;
      }
      if (detail === "resend") {
        return `${server} 서버는 한 계정에 메일을 몇 통만 보냅니다. ${retryAt ? `다음 메일은 ${at(about)}에 보낼 수 있습니다.` : "30분 뒤에 다시 시도하세요."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `${at(about)}에 다시 할 수 있습니다.`
        : `${app ? "10분" : "30분"} 뒤에 다시 시도하세요.`;
      return app
        ? `사용 중인 네트워크에서 ${server} 서버의 가입 양식을 너무 많이 열었습니다. ${when} 입력한 내용에는 문제가 없습니다.`
        : `${server} 서버는 한 네트워크에서 몇 번만 시도할 수 있습니다. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `${server} 서버에 문제가 생겼습니다. 사용 중인 메일 서비스의 주소를 받지 않는 것일 수 있습니다. 다른 서비스의 주소로 시도하거나 서버 운영진에게 문의하세요.`
        : `${server} 서버에 문제가 생겼습니다. 이용자 잘못이 아니며, 대개 몇 분이면 해결됩니다.`,
    "bad-answer": ({ server }) =>
      `${server} 서버가 이해할 수 없는 응답을 보냈습니다. 몇 분 뒤에 다시 시도하세요.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `가입 신청을 보냈지만 ${server} 서버의 응답을 받지 못했습니다. 계정이 이미 만들어졌을 수 있으니, 다시 시도하기 전에 메일이 왔는지 확인하세요.`,
    duplicate:
      "이 이름이나 주소는 이미 사용 중입니다. 방금 또는 다른 탭에서 직접 한 것일 수도 있으니, 다시 시도하기 전에 메일이 왔는지 확인하세요.",
    broker: ({ server, retryable }) =>
      `이 사이트가 가입에 필요한 ${server} 서버의 허가를 받지 못했습니다.${retryable ? " 몇 분 뒤에 다시 시도하세요." : ""}`,
    rejected: ({ server }) =>
      `${server} 서버 운영진이 이 가입을 승인하지 않았거나 계정이 삭제되었습니다. 이유를 물어보거나, 나에게 맞는 다른 서버를 찾아보세요.`,
    expired: ({ server }) =>
      `메일의 링크를 제때 열지 않아서 ${server} 서버가 이 가입을 삭제했습니다. 다시 가입할 수 있으며, 아직 쓸 수 있다면 같은 이름도 됩니다.`,
    suspended: ({ server }) =>
      `${server} 서버 운영진이 이 계정을 정지했습니다. 서버에서 로그인하면 이유를 읽고 이의를 제기할 수 있습니다.`,
    disabled: ({ server }) =>
      `${server} 서버 운영진이 이 계정을 잠가서 아무도 로그인할 수 없습니다. 운영진만 풀 수 있으니 문의하세요.`,
    "two-factor-required": ({ server }) =>
      `${server} 서버가 이유를 밝히지 않고 아직 이 계정을 들여보내지 않습니다. 서버에서 로그인해 보세요. 암호 외에 두 번째 확인 수단이 필요해서 2단계 인증 설정으로 안내할 수 있습니다. 로그인되지 않는다면 운영진이 계정을 잠근 것이니 문의하세요.`,
    "resend-refused": ({ server }) =>
      `${server} 서버는 이 계정으로 메일을 더 보내지 않습니다. 스팸 폴더까지 살펴 첫 메일을 찾아보세요.`,
    "not-now": "지금은 할 수 없습니다.",
    aborted: "취소되었습니다.",
  },
};

export default texts;
