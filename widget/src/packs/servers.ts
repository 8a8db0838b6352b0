/** The choice of a server. */
import { Chooser, type ChooserHost } from "../chooser.js";
import { serverStyles } from "../server-styles.js";
import { back, choice } from "../views/servers.js";
import type { Choosing } from "../views/view.js";

export { lend } from "./lent.js";

export function choosingFor(host: ChooserHost): Choosing {
  const chooser = new Chooser(host);
  return {
    styles: serverStyles,
    begin: () => chooser.begin(),
    screen: (v) => choice(v, chooser),
    back: () => back(chooser),
  };
}
