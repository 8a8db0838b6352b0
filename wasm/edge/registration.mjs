// The one place in the world where an app is registered for a site with a
// server: a Durable Object for each. All isolates ask it, and it asks Go.
import { DurableObject } from "cloudflare:workers";
import go from "./go.mjs";
import { sharing } from "./isolate.mjs";

export class Registration extends DurableObject {
  #own;

  constructor(ctx, env) {
    super(ctx, env);
    const { kv } = ctx.storage;
    this.#own = sharing({ get: (key) => kv.get(key), set: (key, kept) => kv.put(key, kept) });
  }

  /** Puts a question of Go in an isolate to Go here. */
  async ask(question) {
    const request = new Request("https://registration/", { method: "POST", body: question });
    const answer = await go.fetch(request, { ...this.env, ISOLATE: this.#own, REGISTRATION: true }, this.ctx);
    return answer.text();
  }
}
