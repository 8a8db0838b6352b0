// What no file of the widget answers ends here. Starting a Go program is what
// costs: an answer that Go has given already is given again for as long as Go
// said, the same question from several requests at once is put to Go once, and
// what is the same for everybody stands in front.mjs, which Go wrote at the
// build. This script decides nothing.
import { give, given, recall, remember } from "./answers.mjs";
import front from "./build/front.mjs";
import go from "./go.mjs";
import { sharing } from "./isolate.mjs";

export { Registration } from "./registration.mjs";

const isolate = sharing();
const paths = new Map(Object.entries(front.paths));

export default {
  fetch(request, env, ctx) {
    const path = paths.get(new URL(request.url).pathname);
    if (!path) return fixed(front.notFound);
    if (request.method === "OPTIONS") return fixed(path.preflight);
    if (request.method !== path.method) return fixed(path.otherwise);
    const answer = answered(request, env, ctx);
    // Others may wait for it, so it goes on even if its own visitor has left.
    ctx.waitUntil(answer);
    return answer;
  },
};

const fixed = ({ body, ...how }) => new Response(how.status === 204 ? null : body, how);

/** Gives an answer again, takes over that to somebody else, or asks Go. */
async function answered(request, env, ctx) {
  const ask = (question, times = 0) =>
    go.fetch(question, { ...env, ISOLATE: isolate, REGISTRAR: registrar(env), GIVEN: times }, ctx);
  const small = request.body === null || Number(request.headers.get("Content-Length") ?? Number.NaN) <= front.largest;
  if (!small) return (await tooOften(request, env)) ? fixed(front.tooMany) : ask(request).then(toPlain).then(toPage);
  const body = await request.text();
  const { url, method, headers } = request;
  // All that an answer depends on.
  const key = JSON.stringify([url, ...["Origin", "Sec-Fetch-Site", "Content-Type"].map((name) => headers.get(name)), body]);
  let asks = false;
  const anew = () =>
    isolate.once(key, async () => {
      asks = true;
      const question = new Request(url, { method, headers, body: body || null });
      return remember({ url, key }, env, await toPlain(await ask(question, given({ key }))), ctx);
    });
  const known = await recall({ url, key }, env);
  if (known) {
    if (Date.now() >= known.until) ctx.waitUntil(anew());
    return toPage(known);
  }
  if (await tooOften(request, env)) return fixed(front.tooMany);
  const answer = await anew();
  if (!asks) give({ key });
  return toPage(answer);
}

/**
 * Whether this address makes Go start too often, where the settings bind a
 * limit. What is repeated costs nothing, so that many visitors behind one
 * address are served all the same.
 */
async function tooOften(request, { LIMIT }) {
  if (!LIMIT) return false;
  const address = request.headers.get("CF-Connecting-IP") ?? "";
  // Who has one address of version 6 has all that begin alike in four groups.
  const [head, compressed] = address.split("::");
  const groups = head.split(":");
  const key = address.includes(":") ? (compressed === undefined ? groups : [...groups, 0, 0, 0]).slice(0, 4).join(":") : address;
  return !(await LIMIT.limit({ key })).success;
}

/** The way to the one place in the world where a registration is made, if the settings have it. */
const registrar = ({ REGISTRATIONS: places }) =>
  places && { ask: (key, question) => places.get(places.idFromName(key)).ask(question) };

/** An answer of Go as plain data, without the word of how long it holds. */
async function toPlain(response) {
  const word = new URLSearchParams(response.headers.get(front.cacheControl)?.replaceAll(", ", "&"));
  const headers = [...response.headers].filter(([name]) => name !== front.cacheControl);
  const body = await response.text();
  const from = Date.now();
  const until = from + Number(word.get("max-age")) * 1000;
  const rest = until + Number(word.get("stale-while-revalidate")) * 1000;
  return { body, status: response.status, headers, from, until, rest, uses: Number(word.get("uses")) || Number.MAX_SAFE_INTEGER };
}

const toPage = ({ body, status, headers, ready }) => new Response(body, { status, headers: ready ?? headers });
