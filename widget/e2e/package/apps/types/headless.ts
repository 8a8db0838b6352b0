import { startCore } from "fedi-signup/core";

export async function openServer() {
  const core = await startCore();
  const signup = core.createSignup(
    { appName: "The shore", returnUrl: location.href, languages: ["en"], persist: "none" },
    (snapshot) => {
      document.title = snapshot.screen;
    },
  );
  await signup.open("example.social");
}
