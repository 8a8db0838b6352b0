/** What surrounds the core, which widget/build.mjs puts beside the scripts of the package. */
export { default } from "./core/shell.js";
