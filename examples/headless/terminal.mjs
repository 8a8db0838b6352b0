// A form without a page, in Node, Deno or Bun. What is typed is shown, the password too:
//   node terminal.mjs example.social
import process from "node:process";
import { createInterface } from "node:readline";
import { startCore } from "fedi-signup/core";

const typed = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ask = async (question) => {
  process.stdout.write(`${question} `);
  return (await typed.next()).value ?? "";
};

let now; // the last snapshot
const core = await startCore();
const options = { appName: "A terminal", returnUrl: "", languages: ["en"], persist: "none" };
const signup = core.createSignup(options, (snapshot) => {
  now = snapshot;
});
try {
  await signup.open(process.argv[2]);
  for (const { text } of now.rules) console.log(`- ${text}`);
  for (const { url, agreed } of now.documents) if (agreed) console.log(`- ${url}`);
  const values = { terms: now.terms };
  for (const { name } of now.fields) values[name] = await ask(`${name}?`);
  await signup.submit({ ...values, agreement: values.agreement === "yes" });
  console.log(`${now.account.handle}: open the link in the email to ${now.account.email}`);
} catch ({ code, fields }) {
  console.log(code, ...fields.map((problem) => `${problem.field}: ${problem.code}`));
}
await signup.close();
process.stdin.destroy();
