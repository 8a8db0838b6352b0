import { ignore } from "./promises.js";

/**
 * Whether the focus is there or within. In a window that is not active, in which nobody
 * types, WebKitGTK lets no element match :focus.
 */
export function hasFocus(part: Element): boolean {
  return part.contains((part.getRootNode() as Document).activeElement);
}

/** Notes where in the window what has the focus in a part is. Returns what scrolls it back there. */
export function holdFocused(part: Element): () => void {
  const { activeElement: focused } = part.getRootNode() as Document;
  if (!focused || !part.contains(focused)) return ignore;
  const top = () => focused.getBoundingClientRect().top;
  const before = top();
  return () => {
    const by = focused.isConnected && top() - before;
    if (by) focused.ownerDocument.defaultView?.scrollBy({ top: by, behavior: "instant" });
  };
}
