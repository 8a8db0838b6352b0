// Stands in for Go behind worker.mjs. An answer tells how often Go was started
// in this isolate and what it was asked; it holds for the seconds that the
// question names as "life", for as many as it names as "uses", and for some more
// seconds ("rest") while it is asked for anew. Every second answer to one that
// names "down" is a failure.
let starts = 0;
const asked = new Map();

export default {
  async fetch(request, { GIVEN }) {
    starts++;
    const question = await request.text();
    asked.set(question, (asked.get(question) ?? 0) + 1);
    const life = /life=(\d+)/.exec(question);
    const headers = { "Retry-After": "30", Allowed: request.headers.get("Origin") };
    const uses = /uses=(\d+)/.exec(question);
    const rest = /rest=(\d+)/.exec(question);
    if (life)
      headers["Front-Cache-Control"] =
        `max-age=${life[1]}${uses ? `, uses=${uses[1]}` : ""}${rest ? `, stale-while-revalidate=${rest[1]}` : ""}`;
    const status = question.includes("down") && asked.get(question) % 2 === 0 ? 502 : 200;
    return Response.json({ starts, question, given: GIVEN, origin: request.headers.get("Origin") }, { status, headers });
  },
};
