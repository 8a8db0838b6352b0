// Answers of Go that may be given again: in the memory of the isolate, and for
// new isolates of the same place in its cache.

/** The answers of this isolate, and how often each was given, by question; the oldest first. */
const answers = new Map();
/** How many characters they have. */
let length = 0;

/** How many answers are kept here, and of how many characters: some megabytes of the 128 that an isolate has. */
const most = 500;
const room = 4 << 20;

/** The longest question and answer that are kept, in characters. Pages send a tenth, forms of servers may be long. */
const longest = { key: 8 << 10, body: 512 << 10 };

/**
 * @typedef {object} Answer plain data
 * @property {string} body
 * @property {number} status
 * @property {[string, string][]} headers
 * @property {Headers} [ready] the same headers, if none changes with time: to make them for each
 *   visitor costs a fifth of what giving an answer does
 * @property {number} from when Go gave it, in ms since the Unix epoch
 * @property {number} until when it may no longer be given, but
 * @property {number} rest when that is so even if Go is asked meanwhile
 * @property {number} uses how often it may be given here before Go is asked again
 */

/**
 * @typedef {object} Question
 * @property {string} url
 * @property {string} key all that the answer depends on, but for the settings
 */

/**
 * Finds an answer that may still be given.
 *
 * @param {Question} question
 * @param {object} env the settings
 * @returns {Promise<Answer | undefined>} one that has to be asked for anew if its time is over
 */
export async function recall(question, env) {
  if (question.key.length > longest.key) return undefined;
  const here = answers.get(question.key);
  if (here && Date.now() < here.answer.rest) return here.given < here.answer.uses ? give(question) : undefined;
  const elsewhere = await cached((cache, address) => cache.match(address).then((found) => found?.json()), question, env);
  if (!elsewhere || Date.now() >= elsewhere.rest) return undefined;
  keep(question.key, elsewhere);
  return give(question);
}

/**
 * Notes that the kept answer to a question was given, by whatever way.
 *
 * @param {Question} question
 * @returns {Answer | undefined} as Go would give it now
 */
export function give({ key }) {
  const here = answers.get(key);
  if (!here) return undefined;
  here.given++;
  return aged(here.answer);
}

/**
 * How often the kept answer to a question was given since this was last asked.
 *
 * @param {Question} question
 */
export function given({ key }) {
  const here = answers.get(key);
  const times = here?.given ?? 0;
  if (here) here.given = 0;
  return times;
}

/**
 * Keeps an answer for as long as it may be given.
 *
 * @param {Question} question
 * @param {object} env the settings
 * @param {Answer} answer
 * @param {{waitUntil(promise: Promise<unknown>): void}} ctx
 */
export function remember(question, env, answer, ctx) {
  const { key } = question;
  const seconds = Math.floor((answer.rest - answer.from) / 1000);
  if (seconds < 1 || key.length > longest.key || answer.body.length > longest.body) return answer;
  const before = answers.get(key)?.answer;
  if (answer.status >= 500 && before && Date.now() < before.rest) {
    keep(key, { ...before, until: answer.until }); // until it is asked for again
    return before;
  }
  keep(key, answer);
  const response = Response.json(answer, { headers: { "Cache-Control": `max-age=${seconds}` } });
  ctx.waitUntil(cached((cache, address) => cache.put(address, response), question, env));
  return answer;
}

function keep(key, answer) {
  const times = answers.get(key)?.given ?? 0;
  drop(key);
  while (answers.size >= most || length + answer.body.length > room) drop(answers.keys().next().value);
  const changing = answer.headers.some(([name]) => name === "retry-after");
  const ready = changing ? undefined : new Headers(answer.headers);
  answers.set(key, { answer: { ...answer, ready }, given: times });
  length += answer.body.length;
}

function drop(key) {
  length -= answers.get(key)?.answer.body.length ?? 0;
  answers.delete(key);
}

/** The answer as Go would give it now: it counts what is left of a wait. */
function aged(answer) {
  if (answer.ready) return answer;
  const age = Math.floor((Date.now() - answer.from) / 1000);
  const headers = answer.headers.map(([name, value]) => [
    name,
    name === "retry-after" ? String(Math.max(1, Number(value) - age)) : value,
  ]);
  return { ...answer, headers };
}

/**
 * Uses the cache of this place. What is amiss with it costs only time: not
 * every address that a Worker can have comes with one.
 */
async function cached(use, question, env) {
  try {
    // Nobody can ask for this address: such a request ends in the Worker. The
    // settings are part of it, so that none outlives them.
    const settings = Object.entries(env).filter(([, value]) => typeof value === "string");
    const text = new TextEncoder().encode(JSON.stringify([settings, question.key]));
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", text)).toHex();
    return await use(caches.default, new URL(`/v1/answers/${hash}`, question.url).href);
  } catch {
    return undefined;
  }
}
