// What no file of the widget answers ends here. Only the broker's own paths
// are worth starting a Go program, and the same question from several requests
// at once is worth only one.
import go from "./build/worker.mjs";
import { once, texts } from "./isolate.mjs";

/** The largest question that is read before Go does, in bytes: as large as Go takes. */
const largest = 8 << 10;

export default {
  fetch(request, env, ctx) {
    if (!new URL(request.url).pathname.startsWith("/v1/")) return new Response("Not found\n", { status: 404 });
    const ask = (question) => go.fetch(question, { ...env, ISOLATE: { once, texts } }, ctx);
    const small = Number(request.headers.get("Content-Length") ?? Number.NaN) <= largest;
    const answer = request.method === "POST" && small ? askOnce(request, ask) : ask(request);
    // Others may wait for it, so it goes on even if its own visitor has left.
    ctx.waitUntil(answer);
    return answer;
  },
};

/** Asks, or takes over the answer to the same question of somebody else. */
async function askOnce(request, ask) {
  const body = await request.text();
  const key = JSON.stringify([request.url, request.headers.get("Origin"), request.headers.get("Content-Type"), body]);
  const answer = await once(key, async () => {
    const { url, method, headers } = request;
    const response = await ask(new Request(url, { method, headers, body }));
    return { body: await response.text(), status: response.status, headers: [...response.headers] };
  });
  return new Response(answer.body, answer);
}
