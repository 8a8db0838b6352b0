// A visitor of one of the isolates, who leaves when told.
let leave = false;

export default {
  async fetch(request, services) {
    const { url, method, headers } = request;
    if (new URL(url).pathname === "/leave") {
      leave = true;
      return new Response();
    }
    const service = services[headers.get("X-At") ?? "edge"];
    if (headers.get("X-Leaves") !== "yes") return service.fetch(request);
    leave = false;
    const visit = new AbortController();
    const waiting = setInterval(() => leave && visit.abort(), 10);
    try {
      return await service.fetch(new Request(url, { method, headers, body: await request.text(), signal: visit.signal }));
    } catch (error) {
      return new Response(String(error), { status: 499 });
    } finally {
      clearInterval(waiting);
    }
  },
};
