/**
 * Whether the focus is there or within. In a window that is not active, in which nobody
 * types, WebKitGTK lets no element match :focus.
 */
export function hasFocus(part: Element): boolean {
  return part.contains((part.getRootNode() as Document).activeElement);
}
