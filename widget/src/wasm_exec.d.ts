/** The support code of the core's compiler, which widget/build.mjs puts beside the scripts of the package. */
declare const support: (scope: object) => unknown;
export default support;
