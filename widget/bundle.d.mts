import type { BuildOptions } from "esbuild";

export interface Pack {
  file: string;
  integrity: string;
  text: string;
}

export function named(stem: string, ending: string, content: string | Uint8Array): Omit<Pack, "text">;
export function addressHelper(providers: string): Promise<typeof import("./src/addresses.ts")>;
export function mistakable(): Promise<string>;
export const languages: string[];
export function joined(source: string): string;
export function bundlePacks(banner?: string): Promise<Record<string, Pack>>;
export function bundleScripts(
  options: BuildOptions & { packs: Record<string, Pack>; core?: object },
): Promise<Record<string, string>>;
