import "fedi-signup";
import { FediSignup } from "fedi-signup/element";
import { openServer } from "./headless.ts";

FediSignup.define("join-us");
const form = document.querySelector("fedi-signup");
form?.addEventListener("fedi-signup-error", ({ detail: { code, fields } }) => {
  document.title = `${code}: ${fields.map(({ field }) => field).join()}`;
});
if (form) form.strings = { submit: "Konto anlegen" };
if (form?.state.screen === "failed") openServer();
