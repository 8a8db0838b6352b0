// A visitor of the edge, or of work.mjs, who leaves when told.
let leave = false;

export default {
  async fetch(request, { EDGE, WORK }) {
    const { pathname } = new URL(request.url);
    if (pathname === "/leave") {
      leave = true;
      return new Response();
    }
    const service = pathname.startsWith("/work/") ? WORK : EDGE;
    if (request.headers.get("X-Leaves") !== "yes") return service.fetch(request);
    const visit = new AbortController();
    const waiting = setInterval(() => leave && visit.abort(), 10);
    try {
      const { url, method, headers } = request;
      return await service.fetch(new Request(url, { method, headers, body: await request.text(), signal: visit.signal }));
    } catch (error) {
      return new Response(String(error), { status: 499 });
    } finally {
      clearInterval(waiting);
    }
  },
};
