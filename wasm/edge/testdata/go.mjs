// Stands in for Go behind worker.mjs. An answer tells how often Go was started
// in this isolate and what it was asked; it holds for the seconds that the
// question names as "life".
let starts = 0;

export default {
  async fetch(request) {
    starts++;
    const question = await request.text();
    const life = /life=(\d+)/.exec(question);
    const headers = { "Retry-After": "30", Allowed: request.headers.get("Origin") };
    if (life) headers["Front-Cache-Control"] = `max-age=${life[1]}`;
    return Response.json({ starts, question, origin: request.headers.get("Origin") }, { headers });
  },
};
