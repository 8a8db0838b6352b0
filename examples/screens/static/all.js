// Gives each scene the height of its content.
for (const frame of document.querySelectorAll("iframe")) {
  frame.addEventListener("load", () => {
    const { body } = frame.contentDocument;
    new ResizeObserver(() => {
      frame.height = body.scrollHeight;
    }).observe(body);
  });
}
