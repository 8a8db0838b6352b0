// What the requests of one isolate, or of one registration, share. A promise of
// one that was cancelled never settles for another, so only plain data goes
// across, and whoever waits looks again by a timer of its own.

/** How often work shows that it goes on, and is looked at by those who wait, in ms. */
const interval = 25;

/** After so many looks without a sign of life, whoever did the work is taken for gone. */
const patience = 40;

/**
 * @param {{get(key: string): unknown, set(key: string, kept: unknown): unknown}} [texts] that
 *   Go programs know of each other, one program for each request
 */
export function sharing(texts = new Map()) {
  /** Work that is being done, by its key. */
  const running = new Map();
  return { texts, once: (key, work) => once(running, key, work) };
}

/**
 * Does work whose result serves all who ask for the same key until it is done.
 * If it fails, or whoever does it is no more, one of those does it anew.
 *
 * @template T plain data
 * @param {Map<string, object>} running
 * @param {string} key
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function once(running, key, work) {
  const job = running.get(key) ?? { beats: 0, ended: true };
  let seen = job.beats;
  for (let missed = 0; !job.ended && missed < patience; ) {
    await new Promise((done) => setTimeout(done, interval));
    // Looks are counted, not time: an isolate that is busy delays both sides.
    missed = job.beats === seen ? missed + 1 : 0;
    seen = job.beats;
  }
  if ("result" in job) return job.result;
  // Nobody is working on it. From here on this request is, also for those who wait.
  job.ended = false;
  job.beats++;
  running.set(key, job);
  const beating = setInterval(() => job.beats++, interval);
  try {
    job.result = await work();
    if (running.get(key) === job) running.delete(key);
    return job.result;
  } finally {
    clearInterval(beating);
    job.ended = true;
  }
}
