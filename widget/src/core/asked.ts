const kept = Symbol.for("fedi-signup.asked");

/**
 * Requests that are made before what needs their answers is there, by address. The
 * page keeps them: the first fields have a script of their own, which makes them too.
 */
const asked: Map<string, Promise<Response>> = Reflect.get(globalThis, kept) ??
new Map<string, Promise<Response>>();
Reflect.set(globalThis, kept, asked);

const fresh = 60_000; // milliseconds for which an answer counts

/** Makes a request, unless it was made, and keeps the answer. */
export function askAhead(url: string, ask: () => Promise<Response>): void {
  if (asked.has(url)) return;
  const answer = ask();
  const forget = () => {
    if (asked.get(url) === answer) asked.delete(url);
  };
  asked.set(url, answer);
  answer.catch(forget);
  setTimeout(forget, fresh);
}

/** The answer to a request that was made ahead. It counts once. */
export function answerTo(url: string): Promise<Response> | undefined {
  const answer = asked.get(url);
  asked.delete(url);
  return answer;
}
