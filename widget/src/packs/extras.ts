/** Everything but the form itself. */
export { Format } from "../format.js";
export { textsWith } from "../overrides.js";
export { toolsFor } from "../tools.js";
export { aid, look, rulesLeftOut, rulesLink, wait, wayOut } from "../views/aid.js";
export { alert, challenge } from "../views/alert.js";
export { above, screen, slow } from "../views/screens.js";
export { lend } from "./lent.js";
