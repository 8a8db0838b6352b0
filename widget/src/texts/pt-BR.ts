/** Portuguese of Brazil, in the words of Mastodon's own interface, which says você. */
import type { Format } from "../format.js";
import { own } from "../own.js";
import type { About, Translation } from "../strings.js";

const at = ({ retryAt, f }: About) => `${f.relative(retryAt)} (${f.time(retryAt)})`;

const badServer: Record<string, string> = {
  empty: "Nenhum servidor foi indicado: o atributo “server” está faltando ou vazio.",
  scheme: "O atributo “server” contém um endereço que não é da web.",
  credentials: "O atributo “server” contém um endereço com uma senha.",
  port: "O atributo “server” contém um endereço com uma porta impossível.",
  "ip-address": "O atributo “server” contém um número em vez do nome de um servidor.",
  "no-dot": "O atributo “server” contém uma só palavra. O nome de um servidor se parece com example.social.",
  "bad-character": "O atributo “server” contém caracteres que nenhum servidor tem no nome.",
  "bad-label": "O atributo “server” contém um nome de servidor malformado.",
  "too-long": "O atributo “server” contém um nome longo demais para um servidor.",
};

const unreachable: Record<string, (server: string) => string> = {
  offline: () => "Parece que você está sem conexão. Verifique a rede e tente de novo.",
  dns: (server) =>
    `O endereço de ${server} não foi encontrado. Talvez o servidor não exista mais, talvez a rede esteja com um problema passageiro. Tente de novo em alguns minutos.`,
  refused: (server) => `${server} não está funcionando no momento. Tente de novo em alguns minutos.`,
  tls: (server) =>
    `Não há conexão segura com ${server}, por isso nada foi enviado. Verifique a data do seu aparelho; se estiver certa, só a equipe do servidor pode resolver isso.`,
  timeout: (server) =>
    `${server} está demorando demais para responder. Talvez o servidor esteja sobrecarregado: tente de novo em alguns minutos.`,
  redirects: (server) =>
    `${server} faz este formulário andar em círculos e nunca responde. Só a equipe do servidor pode resolver isso; talvez funcione na página dele.`,
  cors: (server) =>
    `${server} responde, mas não deixa esta página ler a resposta. Talvez o servidor esteja sobrecarregado, queira verificar que você não é um robô ou não aceite cadastros de outros sites. Tente de novo em alguns minutos ou continue na página dele.`,
};

const lostAnswer: Record<string, (server: string) => string> = {
  taken: (server) =>
    `Seu cadastro foi enviado, mas a resposta de ${server} se perdeu. O nome agora está em uso, então é bem provável que sua conta tenha sido criada. Antes de qualquer coisa, procure um e-mail de ${server}; não é preciso se cadastrar de novo.`,
  free: (server) =>
    `Seu cadastro foi enviado, mas a resposta de ${server} se perdeu. O nome continua livre, então é bem provável que a conta não tenha sido criada. Você pode enviar de novo.`,
};

const noRoom: Record<string, (server: string) => string> = {
  "daily-limit": (server) =>
    `${server} aceita um número limitado de cadastros por dia, e hoje não aceita mais. Tente de novo amanhã.`,
  backlog: (server) =>
    `Há tantos cadastros à espera da equipe de ${server} que o servidor não aceita outros até que alguns sejam analisados. Tente de novo em um ou dois dias.`,
};

const characters = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "caractere", many: "de caracteres", other: "caracteres" })}`;

const years = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "ano", many: "de anos", other: "anos" })}`;

const days = (n: number, f: Format) =>
  `${f.number(n)} ${f.plural(n, { one: "dia", many: "de dias", other: "dias" })}`;

const texts: Translation = {
  lang: "pt-BR",

  loading: "Carregando o formulário…",
  opensNewTab: "(abre em uma nova aba)",

  joinKicker: "Criar uma conta em",
  approvalNotice: ({ server }) =>
    `A equipe de ${server} analisa cada cadastro. Depois que você confirmar seu endereço de e-mail, ela toma uma decisão, geralmente em poucos dias.`,
  rulesTitle: "Regras do servidor",
  ruleHint: "Mais sobre esta regra",
  rulesLeftOut: ({ n, f }) =>
    `… e mais ${f.number(n)} ${f.plural(n, { one: "regra", many: "de regras", other: "regras" })} na página do servidor`,
  documents: {
    "privacy-policy": "Política de privacidade",
    "terms-of-service": "Termos de serviço",
    about: "Sobre este servidor",
  },
  agreedDocuments: {
    "privacy-policy": "a política de privacidade",
    "terms-of-service": "os termos de serviço",
  },
  agreedRules: "as regras do servidor",

  optional: "(opcional)",
  username: "Nome de usuário",
  usernameHint: ({ handle }) => `Vão encontrar você como ${handle}. Não dá para mudar depois.`,
  usernameExample: "nomedeusuario",
  usernameShortened: "Só ficou a parte antes do @. Um nome de usuário não é um endereço de e-mail.",
  usernameChecking: "Verificando se o nome está livre…",
  usernameFree: ({ name }) => `@${name} parece estar livre.`,
  usernameTaken: ({ name }) => `@${name} já está em uso.`,
  usernameSuggestions: "Estes parecem estar livres:",
  email: "Endereço de e-mail",
  emailHint: "Você entra com ele. Primeiro, ele recebe um e-mail com um link.",
  emailHintOptional: "Com ele você recupera a conta se esquecer a senha.",
  password: "Senha",
  passwordHint: ({ min, f }) =>
    min ? `Pelo menos ${characters(min, f)}. Quanto mais longa, melhor.` : "Quanto mais longa, melhor.",
  showPassword: "Mostrar a senha",
  dateOfBirth: "Data de nascimento",
  dateOfBirthHint: ({ min, unkept, server, f }) =>
    (min ? `${server} verifica se você tem pelo menos ${years(min, f)}` : `${server} pede esta data`) +
    (unkept ? ". A data não fica guardada." : ". A data não é mostrada a ninguém."),
  reason: "Por que você quer participar?",
  reasonHint: {
    approval: "A equipe do servidor lê isto antes de decidir.",
    "server-asked": "O servidor pede isto.",
  },
  reasonCounter: ({ length, limit, f }) => `${f.number(length)} de ${characters(limit, f)}`,
  inviteCode: "Código ou link do convite",
  captcha: "Caracteres da imagem",
  captchaHint: "Assim o servidor sabe que você não é um robô. Cada imagem vale para uma só tentativa.",
  agreementLabel: "Concordância",
  agreement: "Li e aceito {documents} de {server}.",

  submit: "Criar conta",
  apply: "Solicitar uma conta",
  submitting: "Criando a conta…",
  wait: ({ clock }) => `Tentativas demais da sua rede. Disponível de novo em ${clock}`,
  haveAccount: "Já tem uma conta? {link}",
  signIn: ({ server }) => `Entrar em ${server}`,
  unsent: "Nada foi enviado.",

  plain: {
    confirm:
      "Sua conta foi criada. Um e-mail está a caminho: abra o link que ele traz para confirmar seu endereço.",
    review: "A equipe do servidor está analisando seu cadastro.",
    ready: "Sua conta está pronta. Entre no servidor.",
    returned:
      "Se você chegou aqui pelo link do e-mail do servidor, seu endereço está confirmado. Entre no servidor.",
    closed: "O servidor não aceita cadastros no momento.",
    elsewhere: "O servidor só aceita cadastros na página dele.",
    stopped: "Esta conta não está disponível.",
    failed: "O cadastro não está funcionando aqui no momento.",
  },
  goServer: ({ server }) => `Ir para ${server}`,
  again: "Tentar de novo",

  emailHintMail: "O servidor escreve para ele.",
  passwordEntropy: ({ server }) =>
    `${server} mede o quanto ela é difícil de adivinhar: use várias palavras ou misture letras, números e símbolos.`,
  summary: ({ n, f }) =>
    `${f.number(n)} ${f.plural(n, { one: "campo precisa", many: "de campos precisam", other: "campos precisam" })} da sua atenção:`,
  triesLeft: ({ left, resetAt, f }) =>
    left
      ? `Até ${f.time(resetAt)} você ainda tem ${f.number(left)} ${f.plural(left, { one: "tentativa", many: "de tentativas", other: "tentativas" })}.`
      : `Até ${f.time(resetAt)} você não tem mais tentativas.`,
  contact: "Dúvidas? Escreva para a equipe do servidor: {link}",
  serverSays: ({ server }) => `${server} diz:`,
  slowLoading: ({ server }) =>
    `${server} está demorando para responder. Você pode esperar mais um pouco ou seguir o link para o servidor.`,
  slowSubmitting: ({ server }) =>
    `${server} está verificando se seu endereço pode receber e-mails, o que leva alguns segundos. Fique nesta página.`,
  failedTitle: "O cadastro não está funcionando aqui no momento",
  keptTitle: "Seu cadastro continua mais tarde",
  keptText: ({ handle, email }) =>
    `Sua conta ${handle} foi criada, com o endereço ${email}, e nada se perdeu.`,
  offline: "Assim que a conexão voltar, haverá uma nova tentativa automática.",

  captchaPicture: "Imagem com caracteres para digitar",
  captchaLoading: "Carregando a imagem…",
  captchaFailed: "Não foi possível mostrar a imagem. Peça outra.",
  captchaMissing: ({ server }) =>
    `A imagem que ${server} quer que você leia não chegou. Peça outra junto ao campo dela ou cadastre-se diretamente em ${server}.`,
  challenge: "Primeiro confirme, no fim do formulário, que você é humano.",
  captchaExpired: "A imagem expirou. Carregando outra…",
  captchaAnother: "Outra imagem",
  captchaChanged: "Há uma nova imagem. Digite os caracteres dela.",
  captchaUnseen: "Não consegue ver ou ler a imagem? {link}",
  mistyped: ({ address }) => `Você quis dizer ${address}?`,
  strength: "Dificuldade de adivinhar a senha",
  strengths: [
    "Muito fácil de adivinhar",
    "Fácil de adivinhar",
    "Não muito difícil de adivinhar",
    "Difícil de adivinhar",
    "Muito difícil de adivinhar",
  ],
  passwordLength: ({ length, limit, f }) => `${f.number(length)} de ${characters(limit, f)}`,
  passwordBytes: ({ length, limit, f }) =>
    `${f.number(length)} de ${characters(limit, f)}; letras acentuadas e emojis contam de dois a quatro`,

  documentDate: ({ date }) => `Versão de ${date}`,
  documentComes: ({ date }) => `Entra em vigor em ${date}`,
  documentSucceeded: ({ date }) => `Outra versão a substitui em ${date}`,
  documentPage: ({ server }) => `Abrir a página de ${server}`,
  documentLoading: "Carregando…",
  documentFailed: "O servidor não deixa esta página mostrar o texto. Leia lá:",
  documentForMembers: ({ server }) =>
    `${server} só mostra isto a quem já tem conta. Você pode se cadastrar mesmo assim.`,
  documentEmpty: ({ server }) => `${server} não escreveu nada aqui.`,
  close: "Fechar",

  confirmTitle: "Confira seu e-mail",
  confirmText:
    "Um e-mail está a caminho de {email}. Abra o link que ele traz para confirmar que o endereço é seu.",
  confirmDays: ({ link, life, server, f }) =>
    link
      ? `O link vale por ${days(link, f)}. ${server} exclui cadastros que ninguém confirma em ${days(life, f)}.`
      : "Não demore: a maioria dos servidores exclui cadastros que ninguém confirma em uma semana.",
  confirmWatched: "Esta página percebe sozinha, mesmo que você abra o link em outro aparelho.",
  confirmUnwatched: ({ server }) =>
    `Esta página não tem como saber quando você fez isso. Depois, entre em ${server}.`,
  confirmUnwatchedReview: ({ server }) =>
    `Depois disso, a equipe de ${server} decide. Esta página não tem como saber, mas você recebe um e-mail se ela aprovar seu cadastro. Então, entre lá.`,
  confirmApproval: ({ server }) =>
    `Depois disso, a equipe de ${server} decide, e você recebe um e-mail se ela aprovar seu cadastro. Até lá esta página não fica sabendo de nada, nem de uma recusa.`,
  openMail: "Abrir seu e-mail",
  handle: "Sua conta será {handle}.",
  checkNow: "Verificar agora",
  checking: "Verificando…",
  notYet: "Ainda sem confirmação.",
  notDecided: "Ainda sem decisão.",
  notAccepted: "Ainda sem aprovação. O servidor não diz mais do que isso.",
  noMailTitle: "Cadê meu e-mail?",
  noMailText: ({ host }) =>
    `Pode demorar alguns minutos ou, em um servidor muito ocupado, uma hora. Olhe também na pasta de spam, procure por “${host}” e confira mais uma vez o endereço acima.`,
  noEffectText: ({ server }) =>
    `Você abriu o link e nada muda aqui? Se você está em ${server} com outra conta, saia dela primeiro ou abra o link em uma janela anônima.`,
  status: "Como o servidor está hoje: {link}",
  wrongAddress: "Endereço errado?",
  otherEmail: "Outro endereço de e-mail",
  otherEmailHint:
    "O link do primeiro e-mail deixa de funcionar, e o endereço antigo recebe um aviso da mudança. O novo recebe dois e-mails iguais; o link deles leva à página de entrada do servidor, então volte depois para esta página.",
  resend: "Enviar de novo",
  resendAt: ({ clock }) => `Disponível em ${clock}`,
  resent: ({ email }) => `Um novo e-mail está a caminho de ${email}.`,
  restartTitle: "Algo errado com esta conta?",
  restartText: ({ server }) =>
    `Você pode esquecê-la neste aparelho e começar de novo, por exemplo com outro nome. O que foi criado em ${server} continua lá, e cada endereço de e-mail só vale uma vez: a próxima conta precisa de outro, ou entre com esta conta.`,
  restart: "Começar de novo",

  reviewTitle: "À espera de aprovação",
  reviewUnwatched: ({ server }) =>
    `A equipe de ${server} está analisando seu cadastro. Isso pode levar alguns dias.`,
  reviewText: ({ server }) =>
    `Seu endereço de e-mail está confirmado. A equipe de ${server} está analisando seu cadastro. Isso pode levar alguns dias.`,
  reviewNext: "Você recebe um e-mail se ela o aprovar. Pode fechar esta página.",

  readyTitle: "Boas-vindas!",
  readyText: "Sua conta está pronta: {handle}",
  readyButTitle: "Só mais um passo",
  readyBut: "Seu endereço está confirmado. Sua conta: {handle}",
  readyNext: ({ server, email, username }) =>
    `Entre em ${server} com seu ${username ? `nome de usuário (${username})` : `endereço de e-mail (${email})`} e a senha que você escolheu. Se o navegador salvou a senha para esta página, ele não vai oferecê-la lá automaticamente.`,
  readyClients: ({ server }) => `Para ler e escrever em ${server}, você precisa de um aplicativo. {link}`,
  clients: "Veja quais existem",
  profile: "Ver seu perfil",
  followText: "Para começar:",
  follow: ({ handle }) => `Seguir ${handle}`,
  another: "Criar outra conta",
  anotherHint: ({ server }) =>
    `Ela precisa de outro endereço de e-mail. Se você está com uma conta aberta em ${server}, saia dela primeiro ou abra o link do e-mail em uma janela anônima.`,

  returnedTitle: "Um e-mail trouxe você até aqui?",
  returnedText: ({ server }) =>
    `Se você seguiu o link de um e-mail de ${server}, seu endereço está confirmado. Entre lá com a senha que você escolheu. Se ${server} disser que seu cadastro ainda precisa ser analisado, espere o e-mail.`,
  returnedReview: ({ server }) =>
    `Se você seguiu o link de um e-mail de ${server}, seu endereço está confirmado. Talvez agora a equipe analise seu cadastro; você recebe um e-mail se ela o aprovar. Então poderá entrar.`,
  returnedAlso: "Se você começou em outra aba ou em outro aparelho, aquela página continua sozinha.",
  returnedElse: "Chegou de outro jeito?",
  returnedThere:
    "Se um e-mail de {server} trouxe você até aqui, seu endereço está confirmado lá. Este formulário é de outro servidor.",

  closedTitle: ({ server }) => `${server} não aceita cadastros`,
  closedInvites: ({ server }) => `No momento, ${server} só aceita cadastros com convite.`,
  inviteTitle: "Tem um convite?",
  inviteHint: ({ server }) => `Quem já está em ${server} pode dar um a você.`,
  inviteUse: "Usar o convite",
  inviteChecking: "Verificando…",
  elsewhereTitle: ({ server }) => `Cadastre-se diretamente em ${server}`,
  stoppedTitle: {
    rejected: "Este cadastro não foi aprovado",
    expired: "Este cadastro expirou",
    suspended: "Esta conta está suspensa",
    disabled: "Esta conta está congelada",
  },
  stopped: "Esta conta não está disponível",
  goSignUp: ({ server }) => `Criar conta em ${server}`,
  signUpAgain: "Cadastrar-se de novo",
  requestId: ({ id }) => `Para a equipe do servidor: solicitação ${id}`,

  fields: {
    "username.ERR_BLANK": "Escolha um nome de usuário.",
    "username.ERR_TAKEN": "Este nome de usuário já está em uso. Escolha outro.",
    "username.ERR_INVALID": ({ pattern, f }) =>
      `Use apenas ${f.list([
        pattern.includes("A-Z") ? "letras de a até z" : "letras minúsculas de a até z",
        "números",
        "sublinhados",
        ...(pattern.includes("\\-") ? ["hifens"] : []),
      ])}.`,
    "username.ERR_RESERVED": ({ server }) => `${server} reserva este nome para si. Escolha outro.`,
    "email.ERR_BLANK": "Digite seu endereço de e-mail.",
    "email.ERR_INVALID": "Este endereço de e-mail não está completo. Ele se parece com nome@example.org.",
    "email.ERR_TAKEN": ({ server }) =>
      `Já existe em ${server} uma conta com este endereço. Entre com ela ou use outro endereço.`,
    "email.ERR_UNREACHABLE": ({ server }) =>
      `${server} não encontra nada que receba e-mails na parte depois do @. Confira se há erros de digitação. Se não houver, use outro endereço.`,
    "email.ERR_BLOCKED": ({ server }) =>
      `${server} não aceita endereços deste provedor de e-mail. Use um de outro provedor.`,
    "email.ERR_UNCHANGED": ({ server }) =>
      `${server} mantém o último endereço que você informou e não envia nada para um anterior. Use um terceiro ou espere o e-mail nele.`,
    "password.ERR_BLANK": "Escolha uma senha.",
    "password.ERR_TOO_SHORT": ({ limit, f }) =>
      limit
        ? `Esta senha é curta demais. Use pelo menos ${characters(limit, f)}.`
        : "Esta senha é curta demais.",
    "password.ERR_TOO_LONG": ({ limit, f }) =>
      limit
        ? `Esta senha é longa demais. Use no máximo ${characters(limit, f)}, menos com acentos ou emojis.`
        : "Esta senha é longa demais.",
    "password.ERR_TOO_WEAK": ({ server }) =>
      `Para ${server}, esta senha é fácil demais de adivinhar. Use uma mais longa, com várias palavras, ou misture maiúsculas, minúsculas, números e símbolos.`,
    "date_of_birth.ERR_BLANK": "Digite sua data de nascimento completa.",
    "date_of_birth.ERR_INVALID": "Digite uma data que exista, com o ano em quatro dígitos.",
    "date_of_birth.ERR_BELOW_LIMIT": ({ limit, server, f }) =>
      limit
        ? `É preciso ter pelo menos ${years(limit, f)} para participar de ${server}.`
        : `Você ainda não tem idade para participar de ${server}.`,
    "reason.ERR_BLANK": "Escreva por que você quer participar. A equipe do servidor lê isto.",
    "reason.ERR_TOO_SHORT": ({ limit, f }) =>
      limit ? `Escreva um pouco mais: pelo menos ${characters(limit, f)}.` : "Escreva um pouco mais.",
    "invite_code.ERR_BLANK": "Digite o código do seu convite ou o link dele.",
    "invite_code.ERR_INVALID":
      "Este convite não vale aqui. Talvez seja de outro servidor, tenha expirado ou já tenha se esgotado.",
    "captcha_solution.ERR_BLANK": "Digite os caracteres que você vê na imagem.",
    "captcha_solution.ERR_INVALID": "Esses não eram os caracteres da imagem. Tente com a nova.",
    "captcha_solution.ERR_EXPIRED": "Aquela imagem já tinha expirado. Tente com a nova.",
    "agreement.ERR_ACCEPTED": "Sem a sua concordância não pode haver conta. Marque a caixa se você concorda.",
    "agreement.ERR_BLANK": "Sem a sua concordância não pode haver conta. Marque a caixa se você concorda.",
    "agreement.ERR_CHANGED": ({ server }) =>
      `Você concordou com algo diferente do que ${server} pede agora. Leia as regras e os documentos e marque a caixa de novo se você concorda.`,

    ERR_BLANK: "Isto é necessário.",
    ERR_TAKEN: "Isto já está em uso.",
    ERR_INVALID: "Isto não é válido.",
    ERR_TOO_SHORT: ({ limit, f }) =>
      limit ? `É curto demais. Use pelo menos ${characters(limit, f)}.` : "É curto demais.",
    ERR_TOO_LONG: ({ limit, f }) =>
      limit ? `É longo demais. Use no máximo ${characters(limit, f)}.` : "É longo demais.",
    ERR_RESERVED: "O servidor reserva isto para si.",
    ERR_BLOCKED: "O servidor não permite isto.",
    ERR_EXPIRED: "Isto expirou ou já se esgotou.",
    ERR_TOO_WEAK: "É fácil demais de adivinhar.",
    ERR_UNCHANGED: "Isto não muda nada.",
    ERR_MORE: ({ limit, f }) =>
      limit
        ? `O servidor encontra mais ${f.number(limit)} ${f.plural(limit, { one: "problema, que não cabe", many: "de problemas, que não cabem", other: "problemas, que não cabem" })} aqui.`
        : "O servidor encontra mais problemas do que cabem aqui.",
    ERR_UNREACHABLE: "Parece que isto não existe.",
    ERR_ACCEPTED: "Você precisa concordar com isto.",
    ERR_INCLUSION: "O servidor não conhece esta opção.",
    ERR_BELOW_LIMIT: ({ limit, f }) =>
      limit ? `Precisa ser pelo menos ${f.number(limit)}.` : "Está abaixo do limite do servidor.",
  },
  problems: {
    internal: "Algo deu errado neste formulário. Tente de novo.",
    "wasm-blocked":
      "Esta página não deixa o formulário funcionar. Se ela é sua, adicione 'wasm-unsafe-eval' a script-src na Content-Security-Policy dela.",
    "core-unreachable":
      "Não foi possível carregar uma parte deste formulário. Verifique sua conexão e tente de novo.",
    "core-died": "Este formulário parou inesperadamente. O que você digitou foi mantido, menos a senha.",
    "bad-server": ({ detail }) =>
      `${own(badServer, detail) ?? "O atributo “server” não contém o nome de um servidor."} Quem cuida deste site pode corrigir isso.`,
    unreachable: ({ server, detail }) =>
      own(unreachable, detail)?.(server) ??
      `${server} não responde. Talvez o servidor esteja fora do ar, você esteja sem conexão ou ele não deixe outros sites falarem com ele. Tente de novo em alguns minutos.`,
    "not-supported": ({ server, software }) =>
      software
        ? `${server} usa ${software}, que só aceita cadastros nas próprias páginas.`
        : `${server} não responde como os servidores com que este formulário consegue falar. Talvez o nome não esteja bem certo, talvez lá o cadastro seja feito de outro jeito.`,
    closed: ({ server }) =>
      `${server} não aceita cadastros no momento. Talvez as páginas do servidor digam quando isso muda ou a quem pedir um convite.`,
    "external-sign-up": ({ server }) =>
      `${server} tem um cadastro próprio, que só funciona na página do servidor.`,
    captcha: ({ server }) =>
      `${server} quer ter certeza de que você não é um robô, com um teste que só funciona na página do servidor.`,
    "app-refused": ({ server, software, detail }) =>
      detail === "return-url"
        ? `O endereço desta página é longo demais para ${server} trazer você de volta. Quem cuida deste site pode definir um mais curto; na página do servidor dá.`
        : software
          ? `${server}, que usa ${software}, não deixa outros sites pedirem contas. Na página do servidor dá.`
          : `${server} não deixa outros sites pedirem contas. Na página do servidor dá.`,
    "sign-up-refused": ({ server }) =>
      `${server} não aceita cadastros de outros sites. Talvez dê na página do servidor.`,
    forbidden: ({ server }) =>
      `${server} não aceitou este cadastro e não diz por quê. Talvez o servidor tenha acabado de fechar os cadastros, não aceite nenhum da sua rede ou lá se entre por outro site. Se você tem um convite, use-o; se não, tente mais tarde. O que você digitou foi mantido.`,
    "network-blocked": ({ server }) =>
      `${server} recusa todas as solicitações da sua rede. Talvez outra conexão ajude, por exemplo sem VPN.`,
    gone: ({ server }) => `${server} está fechando de vez. Procure outro servidor.`,
    invalid: ({ server }) => `${server} recusou este cadastro.`,
    "rate-limited": (about) => {
      const { server, detail, retryAt } = about;
      const full = own(noRoom, detail);
      if (full) return full(server);
      if (detail === "opening") {
        return `${server} está recebendo solicitações demais da sua rede. Tente de novo ${retryAt ? at(about) : "em cinco minutos"}.`;
      }
      if (detail === "resend") {
        return `${server} só envia poucos e-mails por conta. ${retryAt ? `O próximo será possível ${at(about)}.` : "Tente de novo em meia hora."}`;
      }
      const app = detail === "app-registration";
      const when = retryAt
        ? `Você pode tentar de novo ${at(about)}.`
        : `Tente de novo em ${app ? "dez minutos" : "meia hora"}.`;
      return app
        ? `Formulários demais de ${server} foram abertos na sua rede. ${when} Não há nada de errado com o que você digitou.`
        : `${server} só aceita poucas tentativas de uma mesma rede. ${when}`;
    },
    "server-error": ({ server, detail }) =>
      detail === "email"
        ? `Algo deu errado em ${server}. Talvez o servidor não aceite endereços do seu provedor de e-mail: tente um de outro provedor ou pergunte à equipe.`
        : `Algo deu errado em ${server}. A culpa não é sua, e muitas vezes passa em alguns minutos.`,
    "bad-answer": ({ server }) =>
      `${server} deu uma resposta que não dá para entender. Tente de novo em alguns minutos.`,
    "lost-answer": ({ server, detail }) =>
      own(lostAnswer, detail)?.(server) ??
      `Seu cadastro foi enviado, mas a resposta de ${server} se perdeu. Talvez a conta já exista: primeiro procure um e-mail, antes de tentar de novo.`,
    duplicate:
      "O nome ou o endereço já está em uso. Talvez tenha sido você, agora mesmo ou em outra aba: procure um e-mail antes de tentar de novo.",
    broker: ({ server, retryable }) =>
      `Este site não conseguiu de ${server} a permissão necessária para um cadastro.${retryable ? " Tente de novo em alguns minutos." : ""}`,
    rejected: ({ server }) =>
      `A equipe de ${server} não aprovou este cadastro, ou a conta foi excluída. Você pode perguntar o motivo ou procurar outro servidor que combine com você.`,
    expired: ({ server }) =>
      `O link do e-mail não foi aberto a tempo, por isso ${server} excluiu este cadastro. Você pode se cadastrar de novo, com o mesmo nome se ele ainda estiver livre.`,
    suspended: ({ server }) =>
      `A equipe de ${server} suspendeu esta conta. Entre lá para ler o motivo e contestar.`,
    disabled: ({ server }) =>
      `A equipe de ${server} congelou esta conta, e ninguém consegue entrar com ela. Só a equipe pode descongelá-la: escreva para ela.`,
    "two-factor-required": ({ server }) =>
      `${server} ainda não deixa esta conta entrar e não diz por quê. Entre lá: talvez o servidor peça uma segunda prova além da senha e mostre como configurar a autenticação de dois fatores. Se não der para entrar, a equipe congelou a conta: escreva para ela.`,
    "resend-refused": ({ server }) =>
      `${server} não envia outro e-mail para esta conta. Procure o primeiro, também na pasta de spam.`,
    "not-now": "Isso não é possível neste momento.",
    aborted: "Isso foi cancelado.",
  },
};

export default texts;
