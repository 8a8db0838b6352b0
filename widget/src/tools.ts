import { Aids } from "./aids.js";
import { Guard } from "./guard.js";
import { Requests } from "./requests.js";
import { Reader } from "./views/reader.js";
import type { Tools, ToolsHost } from "./views/view.js";

export function toolsFor(host: ToolsHost): Tools {
  const { element, session, mount } = host;
  const aids = new Aids(host);
  const requests = new Requests(host);
  const reader = new Reader(host);
  const guard = new Guard(
    element,
    mount.container,
    () => mount.render(),
    () => element.close(),
  );
  return {
    aids,
    requests,
    reader,
    guard,
    beforeDraw(before) {
      requests.beforeDraw(before);
      if (session.state.screen === "loading") reader.close();
    },
    afterDraw() {
      aids.afterDraw();
      guard.afterDraw();
    },
  };
}
