/** What widget/build.mjs knows of the core that the script belongs to. */
export interface CoreBuild {
  compiler: string;
  wasm: { file: string; integrity: string };
  exec: { file: string; integrity: string };
}

declare const __CORE__: CoreBuild;

export const coreBuild: CoreBuild = __CORE__;
