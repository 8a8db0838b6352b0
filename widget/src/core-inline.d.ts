/** The core in base64, which widget/build.mjs puts beside the scripts of the package. */
declare const core: string;
export default core;
