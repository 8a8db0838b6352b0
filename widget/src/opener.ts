import { askAhead, copyOf } from "./core/asked.js";
import { documentOf } from "./core/host.js";
import { requestProgram } from "./core/load.js";
import { openerIn } from "./files.js";

interface Opener {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  form(at: number, size: number, now: number): void;
}

/**
 * The form, as JSON, that wasm/opener makes of the document that a server was asked for
 * ahead, by its origin; empty if it makes none. It is there before the core, being a
 * fifth of its size.
 */
export async function openedForm(origin: string, languages: string[], folder?: string): Promise<string> {
  const file = openerIn(folder);
  if (!file) return "";
  const { url, integrity } = file;
  askAhead(url, (signal) => requestProgram(url, integrity, signal));
  let form = "";
  const bytes = (at: number, size: number) => new Uint8Array(opener.memory.buffer, at, size);
  const imports = {
    opener: {
      random: Math.random,
      tell(at: number, size: number) {
        form = new TextDecoder().decode(bytes(at, size));
      },
    },
    gojs: { "syscall/js.valueGet": () => 0n }, // asked for at the start, and put to no use
  };
  // It starts before the document has come, or would have to wait for the core's start.
  const [{ instance }, text] = await Promise.all([
    copyOf(url).then(async (program) => WebAssembly.instantiate(await program.arrayBuffer(), imports)),
    copyOf(documentOf(origin)).then(
      async (document) => `${[document.url, ...languages]}\n${document.ok && (await document.text())}`,
    ),
  ]);
  const opener = instance.exports as unknown as Opener;
  const given = new TextEncoder().encode(text);
  opener._initialize();
  const at = opener.malloc(given.length);
  bytes(at, given.length).set(given);
  opener.form(at, given.length, Date.now());
  return form;
}
