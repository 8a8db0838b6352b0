/** Japanese, in the words of Mastodon's own interface, politely (です, ます). */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)}（${f.time(retryAt)}）`;

const badServer: Record<string, string> = {
  empty: "サーバーが指定されていません。属性「server」がないか、空です。",
  scheme: "属性「server」のアドレスは、ウェブのアドレスではありません。",
  credentials: "属性「server」のアドレスに、パスワードが含まれています。",
  port: "属性「server」のアドレスに、存在しないポートが指定されています。",
  "ip-address": "属性「server」に、サーバー名ではなく数字が入っています。",
  "no-dot": "属性「server」に、単語が1つだけ入っています。サーバー名は example.social のような形です。",
  "bad-character": "属性「server」に、サーバー名には使えない文字が入っています。",
  "bad-label": "属性「server」のサーバー名は、正しい形ではありません。",
  "too-long": "属性「server」の名前は、サーバー名としては長すぎます。",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "オフラインのようです。接続を確認して、もう一度お試しください。",
  dns: (server) =>
    `${server}のアドレスが見つかりません。サーバーがなくなったか、ネットワークの一時的な不調かもしれません。数分後にもう一度お試しください。`,
  refused: (server) => `${server}は現在動いていません。数分後にもう一度お試しください。`,
  tls: (server) =>
    `${server}に安全に接続できないため、何も送信していません。お使いの端末の日付を確認してください。日付が正しければ、直せるのはサーバーのスタッフだけです。`,
  timeout: (server) =>
    `${server}の応答に時間がかかりすぎています。混み合っているのかもしれません。数分後にもう一度お試しください。`,
  redirects: (server) =>
    `${server}の中でフォームが転送され続け、応答が届きません。直せるのはサーバーのスタッフだけですが、サーバーのページからなら登録できるかもしれません。`,
  cors: (server) =>
    `${server}は応答していますが、このページからは読み取れません。混み合っている、ロボットでないことを確認したい、ほかのサイトからの登録を受け付けていない、などの理由が考えられます。数分後にもう一度お試しになるか、サーバーのページで続けてください。`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `登録を送信しましたが、${server}からの応答が届きませんでした。この名前はもう使われているので、アカウントはおそらく作成されています。まず、${server}からメールが届いていないか確認してください。登録し直す必要はありません。`,
  free: (server) =>
    `登録を送信しましたが、${server}からの応答が届きませんでした。この名前はまだ空いているので、アカウントはおそらく作成されていません。もう一度送信できます。`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server}では1日に登録できる人数が決まっていて、今日の受け付けは終わりました。明日もう一度お試しください。`,
  backlog: (server) =>
    `${server}のスタッフの審査を待つ登録が多いため、新しい登録の受け付けを止めています。1、2日後にもう一度お試しください。`,
};

const characters = (limit: number, f: Format) => `${f.number(limit)}文字`;

const texts: Translation = {
  lang: "ja",

  loading: "登録フォームを読み込み中…",
  opensNewTab: "（新しいタブで開きます）",

  joinKicker: "アカウントを作成するサーバー",
  approvalNotice: ({ server }) =>
    `${server}ではスタッフがすべての登録を審査します。結果が決まるのは、メールアドレスの確認後、通常は数日以内です。`,
  rulesTitle: "サーバーのルール",
  ruleHint: "このルールの詳細",
  rulesLeftOut: ({ n, f }) => `…ほか${f.number(n)}件のルールがサーバーのページにあります`,
  documents: {
    "privacy-policy": "プライバシーポリシー",
    "terms-of-service": "サービス利用規約",
    about: "このサーバーについて",
  },
  agreedDocuments: { "privacy-policy": "プライバシーポリシー", "terms-of-service": "サービス利用規約" },
  agreedRules: "サーバーのルール",

  optional: "（任意）",
  username: "ユーザー名",
  usernameHint: ({ handle }) => `ほかの人からは${handle}として見えます。あとから変更することはできません。`,
  usernameExample: "username",
  usernameShortened: "@より前の部分だけを残しました。ユーザー名はメールアドレスとは別のものです。",
  usernameChecking: "この名前が使えるか確認中…",
  usernameFree: ({ name }) => `@${name}は使えそうです。`,
  usernameTaken: ({ name }) => `@${name}はすでに使われています。`,
  usernameSuggestions: "次の名前なら使えそうです：",
  email: "メールアドレス",
  emailHint: "ログインに使います。最初に、リンクの入ったメールが届きます。",
  password: "パスワード",
  passwordHint: ({ min, f }) =>
    min ? `${characters(min, f)}以上。長いほど安全です。` : "長いほど安全です。",
  showPassword: "パスワードを表示",
  dateOfBirth: "生年月日",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${f.number(min)}歳以上かどうかを${server}が確認します。` : `${server}が尋ねています。`) +
    (unkept ? "生年月日は保存されません。" : "生年月日はほかの誰にも表示されません。"),
  reason: "参加したい理由",
  reasonHint: {
    approval: "サーバーのスタッフが審査のときに読みます。",
    "server-asked": "サーバーが尋ねています。",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)}／${characters(limit, f)}`,
  inviteCode: "招待コードまたは招待リンク",
  captcha: "画像の文字",
  agreementLabel: "同意",
  agreement: "{server}の{documents}を読み、同意します。",

  submit: "アカウントを作成",
  apply: "アカウントを申請",
  submitting: "アカウントを作成中…",
  wait: ({ clock }) => `お使いのネットワークからの試行が多すぎます。あと${clock}で再びお試しいただけます`,
  haveAccount: "アカウントをお持ちですか？{link}",
  signIn: ({ server }) => `${server}にログイン`,
  unsent: "送信されませんでした。",

  plain: {
    confirm:
      "アカウントを作成しました。メールをお送りしましたので、リンクを開いてアドレスを確認してください。",
    review: "サーバーのスタッフが登録を審査しています。",
    ready: "アカウントの準備ができました。サーバーにログインしてください。",
    returned:
      "サーバーから届いたメールのリンクを開いたのなら、メールアドレスの確認は完了しています。サーバーにログインしてください。",
    closed: "このサーバーは現在、新規登録を受け付けていません。",
    elsewhere: "このサーバーには、サーバーのページからのみ登録できます。",
    stopped: "このアカウントは利用できません。",
    failed: "現在、ここからは登録できません。",
  },
  goServer: ({ server }) => `${server}を開く`,
  again: "もう一度試す",

  emailHintMail: "サーバーからの連絡が届きます。",
  emailHintOptional: "パスワードを忘れたときも、これがあれば再びログインできます。",
  captchaHint: "ロボットでないことをサーバーが確認するためのものです。1つの画像は一度しか使えません。",
  passwordEntropy: ({ server }) =>
    `${server}は推測されにくさを測ります。いくつかの単語をつなげるか、文字・数字・記号を組み合わせてください。`,
  summary: ({ n, f }) => `${f.number(n)}か所の入力を確認してください：`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `${f.time(resetAt)}までに、あと${f.number(left)}回試せます。`
      : `${f.time(resetAt)}までは、もう試せません。`,
  contact: "ご質問はサーバーのスタッフへ：{link}",
  serverSays: ({ server }) => `${server}からのメッセージ：`,
  slowLoading: ({ server }) =>
    `${server}の応答に時間がかかっています。もう少し待つか、リンクからサーバーを開いてください。`,
  slowSubmitting: ({ server }) =>
    `${server}がメールを受信できるアドレスかどうかを確認しています。数秒かかりますので、このページを開いたままお待ちください。`,
  failedTitle: "現在、ここからは登録できません",
  keptTitle: "登録の続きはあとで行えます",
  keptText: ({ handle, email }) =>
    `アカウント${handle}はメールアドレス${email}で作成済みです。何も失われていません。`,
  offline: "接続が戻りしだい、自動でもう一度試します。",

  captchaPicture: "入力する文字の画像",
  captchaLoading: "画像を読み込み中…",
  captchaFailed: "画像を表示できませんでした。別の画像に替えてください。",
  captchaMissing: ({ server }) =>
    `${server}の確認用の画像が届いていません。入力欄で別の画像に替えるか、${server}で直接登録してください。`,
  challenge: "先に、フォームの最後で人間であることを確認してください。",
  captchaExpired: "画像の期限が切れました。新しい画像を読み込み中…",
  captchaAnother: "別の画像",
  captchaChanged: "新しい画像になりました。その文字を入力してください。",
  captchaUnseen: "見えない、または読めない場合：{link}",
  mistyped: ({ address }) => `もしかして：${address}`,
  strength: "パスワードの推測されにくさ",
  strengths: [
    "とても推測されやすい",
    "推測されやすい",
    "推測されにくいとは言えない",
    "推測されにくい",
    "とても推測されにくい",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)}／${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)}／${characters(limit, f)}（全角文字や絵文字などは1つで2～4文字分）`,

  documentDate: ({ date }) => `${date}版`,
  documentComes: ({ date }) => `${date}から適用`,
  documentSucceeded: ({ date }) => `${date}に別の版に置き換わります`,
  documentPage: ({ server }) => `${server}のページを開く`,
  documentLoading: "読み込み中…",
  documentFailed: "サーバーの設定により、ここには表示できません。サーバーでお読みください：",
  documentForMembers: ({ server }) => `${server}は、これをメンバーだけに公開しています。登録はできます。`,
  documentEmpty: ({ server }) => `${server}は、ここに何も書いていません。`,
  close: "閉じる",

  confirmTitle: "メールを確認してください",
  confirmText:
    "{email}にメールをお送りしました。リンクを開いて、ご自分のアドレスであることを確認してください。",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `リンクの有効期限は${f.number(link)}日間です。${server}では、${f.number(life)}日以内に確認されない登録は削除されます。`
      : "お早めにお願いします。たいていのサーバーは、1週間以内に確認されない登録を削除します。",
  confirmWatched: "別の端末でリンクを開いても、このページは自動で切り替わります。",
  confirmUnwatched: ({ server }) =>
    `確認が済んでも、このページではわかりません。そのあと${server}にログインしてください。`,
  confirmUnwatchedReview: ({ server }) =>
    `そのあと${server}のスタッフが審査します。このページでは結果がわかりませんが、承認されるとメールが届きます。届いたらサーバーにログインしてください。`,
  confirmApproval: ({ server }) =>
    `そのあと${server}のスタッフが審査し、承認されるとメールが届きます。それまでは、却下された場合も含めて、このページでは何もわかりません。`,
  openMail: "メールを開く",
  handle: "アカウントは{handle}になります。",
  checkNow: "今すぐ確認",
  checking: "確認中…",
  notYet: "まだ確認されていません。",
  notDecided: "まだ審査中です。",
  notAccepted: "まだ承認されていません。サーバーからそれ以上の情報はありません。",
  noMailTitle: "メールが届かないときは",
  noMailText: ({ host }) =>
    `届くまでに数分、混雑したサーバーでは1時間ほどかかることがあります。迷惑メールフォルダーも見て、「${host}」で検索し、上のアドレスに間違いがないかもう一度確認してください。`,
  noEffectText: ({ server }) =>
    `リンクを開いたのに何も変わりませんか？${server}に別のアカウントでログインしている場合は、先にログアウトするか、リンクをプライベートウィンドウで開いてください。`,
  status: "サーバーの稼働状況：{link}",
  wrongAddress: "アドレスが間違っていますか？",
  otherEmail: "別のメールアドレス",
  otherEmailHint:
    "最初のメールのリンクは無効になり、前のアドレスには変更のお知らせが届きます。新しいアドレスには同じメールが2通届きます。リンク先はサーバーのログイン画面なので、開いたあとはこのページに戻ってください。",
  resend: "もう一度送信",
  resendAt: ({ clock }) => `あと${clock}で可能になります`,
  resent: ({ email }) => `${email}に新しいメールをお送りしました。`,
  restartTitle: "アカウントに間違いがありますか？",
  restartText: ({ server }) =>
    `この端末に残る記録を消して、たとえば別の名前で最初からやり直せます。${server}に作成されたものはそのまま残り、同じメールアドレスは一度しか使えません。次のアカウントには別のアドレスを使うか、このアカウントでログインしてください。`,
  restart: "最初からやり直す",

  reviewTitle: "承認待ちです",
  reviewUnwatched: ({ server }) => `${server}のスタッフが登録を審査しています。数日かかることがあります。`,
  reviewText: ({ server }) =>
    `メールアドレスの確認が完了しました。${server}のスタッフが登録を審査しています。数日かかることがあります。`,
  reviewNext: "承認されるとメールが届きます。このページは閉じてかまいません。",

  readyTitle: "ようこそ！",
  readyText: "アカウントの準備ができました：{handle}",
  readyButTitle: "あと1ステップ",
  readyBut: "メールアドレスの確認が完了しました。アカウント：{handle}",
  readyNext: ({ server, email, username }) =>
    `${username ? `ユーザー名（${username}）` : `メールアドレス（${email}）`}と設定したパスワードで、${server}にログインしてください。このページ用にブラウザーに保存したパスワードは、サーバーでは自動で入力されません。`,
  readyClients: ({ server }) => `${server}で投稿を読み書きするには、アプリが必要です。{link}`,
  clients: "アプリの一覧を見る",
  profile: "プロフィールを見る",
  followText: "まずはこの人から：",
  follow: ({ handle }) => `${handle}をフォロー`,
  another: "別のアカウントを作成",
  anotherHint: ({ server }) =>
    `別のメールアドレスが必要です。${server}にログイン中の場合は、先にログアウトするか、メールのリンクをプライベートウィンドウで開いてください。`,

  returnedTitle: "メールから来ましたか？",
  returnedText: ({ server }) =>
    `${server}からのメールのリンクを開いたのなら、アドレスの確認は完了しています。設定したパスワードでログインしてください。審査が必要だと${server}に表示された場合は、サーバーからのメールをお待ちください。`,
  returnedReview: ({ server }) =>
    `${server}からのメールのリンクを開いたのなら、アドレスの確認は完了しています。このあとスタッフが登録を審査することがあります。承認されるとメールが届き、ログインできるようになります。`,
  returnedAlso: "別のタブや端末で登録を始めた場合は、そちらのページが自動で先に進みます。",
  returnedElse: "それ以外の方法で来ましたか？",
  returnedThere:
    "{server}からのメールで来たのなら、そのサーバーでのアドレスの確認は完了しています。このフォームは別のサーバーのものです。",

  closedTitle: ({ server }) => `${server}は新規登録を受け付けていません`,
  closedInvites: ({ server }) => `${server}に登録できるのは、現在、招待された人だけです。`,
  inviteTitle: "招待をお持ちですか？",
  inviteHint: ({ server }) => `${server}を使っている人から招待してもらえます。`,
  inviteUse: "招待を使う",
  inviteChecking: "確認中…",
  elsewhereTitle: ({ server }) => `${server}で直接登録してください`,
  stoppedTitle: {
    rejected: "この登録は承認されませんでした",
    expired: "この登録は期限が切れました",
    suspended: "このアカウントは停止されています",
    disabled: "このアカウントはロックされています",
  },
  stopped: "このアカウントは利用できません",
  goSignUp: ({ server }) => `${server}で登録`,
  signUpAgain: "もう一度登録",
  requestId: ({ id }) => `サーバーのスタッフ向け：リクエスト${id}`,

  fields: {
    "username.ERR_BLANK": "ユーザー名を決めてください。",
    "username.ERR_TAKEN": "このユーザー名はすでに使われています。別の名前にしてください。",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `使えるのは${f.list([
        pattern.includes("A-Z") ? "半角英字" : "半角英小文字",
        "数字",
        "アンダースコア",
        ...(pattern.includes("\\-") ? ["ハイフン"] : []),
      ])}だけです。`,
    "username.ERR_RESERVED": ({ server }) =>
      `この名前は${server}が自分用に確保しています。別の名前にしてください。`,
    "email.ERR_BLANK": "メールアドレスを入力してください。",
    "email.ERR_INVALID": "メールアドレスが不完全です。name@example.org のような形で入力してください。",
    "email.ERR_TAKEN": ({ server }) =>
      `このアドレスのアカウントは、すでに${server}にあります。そのアカウントでログインするか、別のアドレスを使ってください。`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server}によると、@より後ろの部分はメールを受信できません。打ち間違いがないか確認してください。なければ、別のアドレスを使ってください。`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server}では、このメールサービスのアドレスは使えません。別のサービスのアドレスを使ってください。`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server}は最後に入力されたアドレスを使い、以前のアドレスには何も送りません。3つ目のアドレスを使うか、最後のアドレスでメールをお待ちください。`,
    "password.ERR_BLANK": "パスワードを決めてください。",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `パスワードが短すぎます。${characters(limit, f)}以上にしてください。`
        : "パスワードが短すぎます。",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `パスワードが長すぎます。${characters(limit, f)}以内にしてください。全角文字や絵文字を使うと、さらに少なくなります。`
        : "パスワードが長すぎます。",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `${server}の基準では、このパスワードは推測されやすすぎます。単語をいくつかつなげて長くするか、大文字・小文字・数字・記号を組み合わせてください。`,
    "date_of_birth.ERR_BLANK": "生年月日を年月日すべて入力してください。",
    "date_of_birth.ERR_INVALID": "実在する日付を、年は4桁で入力してください。",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `${server}に参加できるのは${f.number(limit)}歳以上の人です。`
        : `${server}に参加できる年齢に達していません。`,
    "reason.ERR_BLANK": "参加したい理由を書いてください。サーバーのスタッフが読みます。",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `もう少し詳しく、${characters(limit, f)}以上書いてください。`
        : "もう少し詳しく書いてください。",
    "invite_code.ERR_BLANK": "招待コードまたは招待リンクを入力してください。",
    "invite_code.ERR_INVALID":
      "この招待はここでは使えません。別のサーバーのものか、期限切れか、使用済みかもしれません。",
    "captcha_solution.ERR_BLANK": "画像に見える文字を入力してください。",
    "captcha_solution.ERR_INVALID": "画像の文字と違いました。新しい画像でお試しください。",
    "captcha_solution.ERR_EXPIRED": "画像の期限が切れていました。新しい画像でお試しください。",
    "agreement.ERR_ACCEPTED": "アカウントの作成には同意が必要です。同意する場合はチェックを入れてください。",
    "agreement.ERR_BLANK": "アカウントの作成には同意が必要です。同意する場合はチェックを入れてください。",
    "agreement.ERR_CHANGED": ({ server }) =>
      `同意していただいた内容と、${server}が現在求めている内容が異なります。ルールと文書を読み、同意する場合はもう一度チェックを入れてください。`,

    ERR_BLANK: "入力が必要です。",
    ERR_TAKEN: "すでに使われています。",
    ERR_INVALID: "正しくありません。",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `短すぎます。${characters(limit, f)}以上にしてください。` : "短すぎます。",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `長すぎます。${characters(limit, f)}以内にしてください。` : "長すぎます。",
    ERR_RESERVED: "サーバーが自分用に確保しています。",
    ERR_BLOCKED: "サーバーで許可されていません。",
    ERR_EXPIRED: "期限切れか、使用済みです。",
    ERR_TOO_WEAK: "推測されやすすぎます。",
    ERR_UNCHANGED: "変更がありません。",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `ほかに${f.number(limit)}件の問題がサーバーで見つかりましたが、ここには表示しきれません。`
        : "ほかにも問題がサーバーで見つかりましたが、ここには表示しきれません。",
    ERR_UNREACHABLE: "存在しないようです。",
    ERR_ACCEPTED: "同意が必要です。",
    ERR_INCLUSION: "サーバーで使えない選択肢です。",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `${f.number(limit)}以上にしてください。` : "サーバーの下限を下回っています。",
  },
  problems: {
    internal: "フォームで問題が起きました。もう一度お試しください。",
    "wasm-blocked":
      "このページでは登録フォームを実行できません。ご自分のページなら、Content-Security-Policy の script-src に 'wasm-unsafe-eval' を追加してください。",
    "core-unreachable": "フォームの一部を読み込めませんでした。接続を確認して、もう一度お試しください。",
    "core-died": "フォームが予期せず停止しました。パスワード以外の入力内容は残っています。",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "属性「server」にサーバー名が入っていません。"}このサイトの運営者が修正できます。`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server}から応答がありません。サーバーが止まっている、オフラインになっている、ほかのサイトからの接続が許可されていない、などの理由が考えられます。数分後にもう一度お試しください。`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server}で使われている${software}には、サーバーのページからのみ登録できます。`
        : `${server}は、このフォームが対応するサーバーのようには応答しません。名前が少し違うか、登録方法が異なるのかもしれません。`,
    closed: ({ server }) =>
      `${server}は現在、新規登録を受け付けていません。再開の時期や招待の頼み先は、サーバーのページに書かれているかもしれません。`,
    "external-sign-up": ({ server }) =>
      `${server}には独自の登録方法があり、サーバーのページでのみ利用できます。`,
    captcha: ({ server }) =>
      `${server}はロボットでないことを確認するため、サーバーのページでのみ解けるパズルを出しています。`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `このページのアドレスが長すぎるため、${server}から戻ってくることができません。このサイトの運営者は、短いアドレスを指定できます。サーバーのページからは登録できます。`
        : software
          ? `${software}で動いている${server}では、ほかのサイトからアカウントを申請できません。サーバーのページからは申請できます。`
          : `${server}では、ほかのサイトからアカウントを申請できません。サーバーのページからは申請できます。`,
    "sign-up-refused": ({ server }) =>
      `${server}は、ほかのサイトからの登録を受け付けていません。サーバーのページからなら登録できるかもしれません。`,
    forbidden: ({ server }) =>
      `${server}はこの登録を受け付けませんでした。理由は示されていません。登録の受け付けが終わったばかりか、お使いのネットワークからの登録を受け付けていないか、別のサイトを通してログインする仕組みなのかもしれません。招待をお持ちなら使ってください。なければ、あとでもう一度お試しください。入力内容は残っています。`,
    "network-blocked": ({ server }) =>
      `${server}は、お使いのネットワークからの接続をすべて拒否しています。VPNを切るなど、別の接続をお試しください。`,
    gone: ({ server }) => `${server}は恒久的に閉鎖されます。別のサーバーをお探しください。`,
    invalid: ({ server }) => `${server}はこの登録を拒否しました。`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `お使いのネットワークから${server}へのリクエストが多すぎます。${retryAt ? at(about) : "5分後"}にもう一度お試しください。`;
      }
      if (detail === "resend") {
        return `${server}が1つのアカウントに送るメールの数には限りがあります。${retryAt ? `次は${at(about)}に送信できます。` : "30分後にもう一度お試しください。"}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `次は${at(about)}に試せます。`
        : `${app ? "10分後" : "30分後"}にもう一度お試しください。`;
      return app
        ? `お使いのネットワークから${server}の登録フォームが何度も開かれました。${when}入力内容に問題はありません。`
        : `${server}では、1つのネットワークから試せる回数に限りがあります。${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `${server}で問題が起きました。お使いのメールサービスのアドレスは使えないのかもしれません。別のサービスのアドレスで試すか、サーバーのスタッフにお問い合わせください。`
        : `${server}で問題が起きました。あなたのせいではなく、たいてい数分で解消します。`,
    "bad-answer": ({ server }) =>
      `${server}からの応答を理解できませんでした。数分後にもう一度お試しください。`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `登録を送信しましたが、${server}からの応答が届きませんでした。アカウントはもう作成されているかもしれません。もう一度試す前に、メールが届いていないか確認してください。`,
    duplicate:
      "この名前かアドレスは登録済みです。たった今、または別のタブでのご自分の操作かもしれません。もう一度お試しになる前に、メールを確認してください。",
    broker: ({ server, retryable }) =>
      `登録に必要な${server}の許可を、このサイトが得られませんでした。${retryable ? "数分後にもう一度お試しください。" : ""}`,
    rejected: ({ server }) =>
      `${server}のスタッフがこの登録を承認しなかったか、アカウントが削除されました。理由を問い合わせるか、ご自分に合う別のサーバーをお探しください。`,
    expired: ({ server }) =>
      `メールのリンクが期限内に開かれなかったため、${server}はこの登録を削除しました。もう一度登録できます。名前が空いていれば、同じ名前も使えます。`,
    suspended: ({ server }) =>
      `${server}のスタッフがこのアカウントを停止しました。サーバーにログインすると、理由の確認と異議申し立てができます。`,
    disabled: ({ server }) =>
      `${server}のスタッフがこのアカウントをロックしたため、ログインできません。解除できるのはスタッフだけですので、お問い合わせください。`,
    "two-factor-required": ({ server }) =>
      `${server}はまだこのアカウントでのアクセスを認めていません。理由は示されていません。サーバーにログインしてみてください。パスワードのほかに2つ目の認証が必要で、二要素認証の設定に案内されるのかもしれません。ログインできなければ、スタッフがアカウントをロックしています。スタッフにお問い合わせください。`,
    "resend-refused": ({ server }) =>
      `${server}は、このアカウントにこれ以上メールを送りません。迷惑メールフォルダーも含めて、最初のメールをお探しください。`,
    "not-now": "今はできません。",
    aborted: "中止されました。",
  },
};

export default texts;
