// Work that requests share, and that nobody keeps up when a visitor leaves.
//   POST /work/endless  goes on until the visitor leaves; done anew, it has a result at once
//   POST /work/failing  fails when ten have asked; done anew, it has a result at once
//   GET  on either      how many have asked
import { sharing } from "../isolate.mjs";

const { once } = sharing();

const asked = { "/work/endless": 0, "/work/failing": 0 };
const runs = { ...asked };

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const kinds = {
  "/work/endless": () => pause(3_600_000),
  "/work/failing": async () => {
    while (asked["/work/failing"] < 10) await pause(10);
    throw new Error("a defect");
  },
};

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (request.method === "GET") return new Response(String(asked[pathname]));
    asked[pathname]++;
    const work = async () => {
      const run = ++runs[pathname];
      if (run === 1) await kinds[pathname]();
      return `run ${run}`;
    };
    return once(pathname, work).then(
      (text) => new Response(text),
      (error) => new Response(String(error), { status: 500 }),
    );
  },
};
