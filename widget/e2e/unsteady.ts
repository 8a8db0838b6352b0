// Stands before a server, and lets one kind of request go wrong.
import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";

/** What can go wrong with a request, but for what a server says on purpose. */
export const faults = [
  "drop before", // the connection breaks before the server does anything
  "drop after", // after it did everything
  "delay", // there is no answer
  "500", // an error of the server's own
  "503 page", // that of a proxy before it, which pages of other sites cannot read
  "truncated", // half of the answer comes
  "no CORS", // the server does everything, but pages of other sites cannot read the answer
  "redirect loop",
  "HTML", // a page in place of the answer
  "empty", // nothing in place of the answer
] as const;

export type Fault = (typeof faults)[number];

/** A request as it came. */
export interface Call {
  method: string;
  path: string;
  query: string;
  body: Buffer;
  /** Whether the connection broke on purpose: browsers may then send again by themselves. */
  broke: boolean;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

const page = "<!doctype html><html><head><title>Sorry</title></head><body><h1>Sorry</h1></body></html>";

export class Unsteady {
  readonly calls: Call[] = [];
  #fault: { hits: (call: Call) => boolean; fault: Fault } | undefined;
  #held = new Set<() => void>();
  #hit = 0;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch(() => request.socket.destroy());
  });

  /** Stands before an origin. `answers` come in place of the server's own. */
  constructor(
    private readonly upstream: string,
    private readonly answers: (call: Call, real: () => Promise<Reply>) => Promise<Reply> = (_, real) =>
      real(),
  ) {}

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests that wait for an answer that does not come. */
  get held(): number {
    return this.#held.size;
  }

  /** How many requests went wrong. */
  get hits(): number {
    return this.#hit;
  }

  async start(): Promise<this> {
    this.#server.keepAliveTimeout = 0; // a connection breaks by its fault alone
    await new Promise<void>((listening) => this.#server.listen(0, "127.0.0.1", listening));
    return this;
  }

  async stop(): Promise<void> {
    this.heal();
    this.#server.closeAllConnections();
    await new Promise((stopped) => this.#server.close(stopped));
  }

  /** Lets requests go wrong until heal is called. */
  fail(fault: Fault, hits: (call: Call) => boolean): void {
    this.#fault = { hits, fault };
  }

  /** Cuts the connection of the first POST to a path, once the server did everything, and counts what comes. */
  cutsFirst(path: string): () => number {
    let count = 0;
    this.fail("drop after", (call) => call.method === "POST" && call.path === path && ++count === 1);
    return () => count;
  }

  /** Lets all requests succeed, also those that wait. */
  heal(): void {
    this.#fault = undefined;
    for (const go of this.#held) go();
  }

  /** Forgets what came so far. */
  forget(): void {
    this.calls.length = this.#hit = 0;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? "", "http://server");
    const call: Call = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.search,
      body: Buffer.concat(chunks),
      broke: false,
    };
    this.calls.push(call);
    const { socket } = request;
    const real = () => this.answers(call, () => forward(this.upstream, request, call.body));
    const put = ({ status, headers, body }: Reply) => {
      response.writeHead(status, headers);
      response.end(body);
    };
    const instead = (status: number, type: string, body: string, more = {}) => {
      const cors = fault === "503 page" ? {} : { "access-control-allow-origin": "*" };
      put({ status, headers: { "content-type": type, ...cors, ...more }, body: Buffer.from(body) });
    };
    const hit = this.#fault?.hits(call);
    const fault = hit ? this.#fault?.fault : undefined;
    if (hit) this.#hit++;
    switch (fault) {
      case undefined:
        return put(await real());
      case "drop before":
      case "drop after":
        if (fault === "drop after") await real();
        call.broke = true;
        socket.destroy();
        return;
      case "delay": {
        await new Promise<void>((go) => {
          const end = () => {
            this.#held.delete(end);
            go();
          };
          this.#held.add(end);
          socket.once("close", end);
        });
        if (!socket.destroyed) put(await real());
        return;
      }
      case "500":
        return instead(500, "application/json", '{"error":"Something went wrong"}');
      case "503 page":
        return instead(503, "text/html", page);
      case "truncated": {
        const { status, headers, body } = await real();
        response.writeHead(status, { ...headers, "content-length": body.length + 1 });
        response.flushHeaders(); // also if nothing follows
        response.write(body.subarray(0, body.length / 2));
        socket.destroySoon();
        return;
      }
      case "no CORS": {
        const { status, headers, body } = await real();
        const left = Object.entries(headers).filter(([name]) => !name.startsWith("access-control-"));
        return put({ status, headers: Object.fromEntries(left), body });
      }
      case "redirect loop":
        return instead(302, "text/plain", "", { location: request.url });
      case "HTML":
        return instead(200, "text/html", page);
      case "empty":
        return instead(200, "application/json", "");
    }
  }
}

/** Asks the server behind for its answer. It sees the address by which it was asked. */
async function forward(upstream: string, request: IncomingMessage, body: Buffer): Promise<Reply> {
  const { "if-modified-since": _, "if-none-match": __, "accept-encoding": ___, ...headers } = request.headers;
  return new Promise((resolve, reject) => {
    const asked = send(
      `${upstream}${request.url}`,
      { method: request.method ?? "GET", headers, agent: false }, // no connection is used again
      async (answer) => {
        const chunks: Buffer[] = [];
        for await (const chunk of answer) chunks.push(chunk as Buffer);
        const { "transfer-encoding": _, connection: __, ...kept } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, headers: kept, body: Buffer.concat(chunks) });
      },
    );
    asked.once("error", reject);
    asked.end(body);
  });
}
