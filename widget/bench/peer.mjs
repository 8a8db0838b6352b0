// What widget and core are measured against: the shortest page that signs people
// up by masto.js without leaving out what a server asks.
import { createOAuthAPIClient, createRestAPIClient } from "masto";

const url = new URLSearchParams(location.search).get("server");
const scope = "read:accounts write:accounts";
const text = (tag, content) => Object.assign(document.createElement(tag), { textContent: content });

function field(label, name, type) {
  const row = text("label", `${label} `);
  row.append(Object.assign(document.createElement("input"), { name, type, required: true }));
  return row;
}

const instance = await createRestAPIClient({ url }).v2.instance.fetch();
const rules = document.createElement("ol");
rules.append(...instance.rules.map((rule) => text("li", rule.text)));
const form = document.createElement("form");
form.append(
  text("h1", instance.title),
  rules,
  field("Username", "username", "text"),
  field("Email", "email", "email"),
  field("Password", "password", "password"),
  field("I agree to the rules", "agreement", "checkbox"),
  text("button", "Create account"),
);
form.onsubmit = async (event) => {
  event.preventDefault();
  const { username, email, password } = Object.fromEntries(new FormData(form));
  const redirectUris = location.origin + location.pathname;
  const app = await createRestAPIClient({ url }).v1.apps.create({
    clientName: "Bench",
    redirectUris,
    scopes: scope,
  });
  const { clientId, clientSecret } = app;
  const oauth = createOAuthAPIClient({ url });
  const token = await oauth.token.create({ grantType: "client_credentials", clientId, clientSecret, scope });
  const client = createRestAPIClient({ url, accessToken: token.accessToken });
  await client.v1.accounts.create({ username, email, password, agreement: true, locale: "en" });
  form.replaceWith(text("p", `Welcome, ${username}: now look into your mailbox`));
  document.body.dataset.created = "";
};
document.body.append(form);
