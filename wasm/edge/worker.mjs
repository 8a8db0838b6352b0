// What no file of the widget answers ends here. Only the broker's own paths
// are worth the start of a Go program.
import go from "./build/worker.mjs";

export default {
  fetch(request, env, ctx) {
    if (new URL(request.url).pathname.startsWith("/v1/")) return go.fetch(request, env, ctx);
    return new Response("Not found\n", { status: 404 });
  },
};
