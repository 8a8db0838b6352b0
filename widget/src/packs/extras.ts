/** Everything but the form itself. */
export { Format } from "../format.js";
export { extraTexts as texts } from "../strings.js";
export { extraStyles as styles } from "../styles.js";
export { toolsFor } from "../tools.js";
export { aid, counter } from "../views/aid.js";
export { alert } from "../views/alert.js";
export { returnedThere, screen, slow } from "../views/screens.js";
export { lend } from "./lent.js";
