// Stands in for Go behind worker.mjs. An answer tells how often Go was started
// in this isolate and what it was asked; it holds for the seconds that the
// question names as "life", and for as many as it names as "uses".
let starts = 0;

export default {
  async fetch(request, { GIVEN }) {
    starts++;
    const question = await request.text();
    const life = /life=(\d+)/.exec(question);
    const headers = { "Retry-After": "30", Allowed: request.headers.get("Origin") };
    const uses = /uses=(\d+)/.exec(question);
    if (life) headers["Front-Cache-Control"] = `max-age=${life[1]}${uses ? `, uses=${uses[1]}` : ""}`;
    return Response.json({ starts, question, given: GIVEN, origin: request.headers.get("Origin") }, { headers });
  },
};
