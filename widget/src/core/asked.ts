const kept = Symbol.for("fedi-signup.asked");

interface Asked {
  answer: Promise<Response>;
  over: AbortController;
}

/**
 * Requests that are made before what needs their answers is there, by address. The
 * page keeps them: the first fields have a script of their own, which makes them too.
 */
const asked: Map<string, Asked> = Reflect.get(globalThis, kept) ?? new Map<string, Asked>();
Reflect.set(globalThis, kept, asked);

const fresh = 60_000; // milliseconds for which an answer counts

/** Makes a request, unless it was made, and keeps the answer. */
export function askAhead(url: string, ask: (signal: AbortSignal) => Promise<Response>): void {
  if (asked.has(url)) return;
  const over = new AbortController();
  const { signal } = over;
  const one = { answer: ask(signal), over };
  const forget = () => {
    if (asked.get(url) !== one) return;
    asked.delete(url);
    over.abort(); // what hangs would be in the way of the next try
  };
  asked.set(url, one);
  one.answer.catch(forget);
  setTimeout(forget, fresh);
}

/** The answer to a request that was made ahead, which the signal then ends. It counts once. */
export function answerTo(url: string, signal: AbortSignal | null = null): Promise<Response> | undefined {
  const one = asked.get(url);
  asked.delete(url);
  if (one) signal?.addEventListener("abort", () => one.over.abort());
  return one?.answer;
}

/** A copy of such an answer, which counts nevertheless. Fails where there is none. */
export const copyOf = async (url: string): Promise<Response> =>
  (await (asked.get(url) as Asked).answer).clone();
