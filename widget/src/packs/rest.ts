/** Everything beyond the form's first sight. */
export { Aids } from "../aids.js";
export { Guard } from "../guard.js";
export { restTexts as texts } from "../strings.js";
export { restLooks as looks } from "../styles.js";
export { aid } from "../views/aid.js";
export { alert } from "../views/alert.js";
export { read } from "../views/reader.js";
export { returnedThere, screen, slow } from "../views/screens.js";
export { lend } from "./lent.js";
