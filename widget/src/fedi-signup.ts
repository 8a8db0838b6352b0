/** Makes the tag known: `<fedi-signup server="example.social">`. */
import { FediSignup } from "./element.js";

export * from "./element.js";

FediSignup.define();
