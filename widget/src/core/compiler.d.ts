/** The class of the support code. */
interface Go {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

/**
 * The support code of the core's compiler, as widget/build.mjs wraps it. It takes a
 * global object for its stand-ins of Node's modules and returns its class.
 */
declare const support: (scope: object) => new () => Go;
export default support;
