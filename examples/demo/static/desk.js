// The demo's own script: it counts the mails in the bar, brings pages of the
// desk up to date, and forgets the visitor's sign-up when the server did.
const page = document.documentElement.dataset;

// A sign-up that waits on a server that is gone would only be told so.
const before = sessionStorage.getItem("demo-scene");
if (before && before !== page.scene) sessionStorage.clear();
sessionStorage.setItem("demo-scene", page.scene);

async function look() {
  if (document.hidden) return;
  const answer = await fetch("/desk/now").catch(() => null); // the demo was ended
  if (!answer?.ok) return;
  const now = await answer.json();
  if ("live" in page && now.revision !== page.revision) location.reload();
  for (const count of document.querySelectorAll("[data-count]")) count.textContent = now[count.dataset.count];
}

setInterval(look, 1000);
