// A form of one's own: shows what the server asks, and sends what was typed.
import { startCore } from "fedi-signup/core";

const find = (tag) => document.querySelector(tag);
const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
const types = { email: "email", password: "password", date_of_birth: "date", agreement: "checkbox" };
let shown; // what an agreement is given to

function draw({ screen, fields, rules, documents, terms, problem, problems, account }) {
  const wrong = problems.map(({ field, code }) => `${field}: ${code}`).join(", ") || problem?.code || "";
  const done = { confirm: `Open the link in the email to ${account?.email}`, ready: `Welcome, ${account?.handle}` };
  find("output").textContent = done[screen] ?? `${screen} ${wrong}`;
  find("form").hidden = screen !== "form";
  if (screen !== "form" || terms === shown) return; // what was typed stays
  shown = terms;
  const links = documents.map(({ url }) => make("a", { href: url, textContent: url, target: "_blank" }));
  find("ol").replaceChildren(...rules.map(({ text }) => make("li", { textContent: text })), ...links);
  const inputs = fields.map(({ name, required }) => make("input", { name, required, type: types[name] ?? "text" }));
  find("div").replaceChildren(...inputs.map((input) => make("label", { textContent: input.name })));
  inputs.forEach((input, i) => find("div").children[i].append(input));
}

const page = { appName: document.title, returnUrl: location.origin + location.pathname };
const signup = (await startCore()).createSignup({ ...page, languages: [...navigator.languages], persist: "session" }, draw);
signup.open("example.social").catch(() => {}); // what is wrong is in the snapshot
find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const values = Object.fromEntries(new FormData(event.target));
  signup.submit({ ...values, agreement: "agreement" in values, terms: shown }).catch(() => {});
});
