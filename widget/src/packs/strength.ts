/** Estimates how hard a password is to guess from what people choose and attackers try. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs } from "@zxcvbn-ts/language-common";

/** What widget/bundle.mjs takes of the dictionaries, most common first. */
declare const __GUESSABLE__: { passwords: string; words: string };

const checker = new ZxcvbnFactory({
  dictionary: {
    "passwords-common": __GUESSABLE__.passwords.split(" "),
    "diceware-common": __GUESSABLE__.words.split(" "),
  },
  graphs: adjacencyGraphs,
  maxLength: 32, // what comes after can only be better, and would slow down old devices
});

/** From 0, guessed immediately, to 4. The other texts are what an attacker would try first. */
export function strengthOf(password: string, known: string[]): number {
  return checker.check(password, known).score;
}
