/** Estimates how hard a password is to guess from what people choose and attackers try. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs } from "@zxcvbn-ts/language-common";

/** What widget/bundle.mjs takes of the dictionaries, most common first, and folded. */
declare const __GUESSABLE__: { passwords: string; words: string };

/** The words of a folded text, which begin with as many letters of the one before as the capital tells. */
function unfolded(text: string): string[] {
  let word = "";
  return text.split(/(?=[A-Z])/).map((piece) => {
    word = word.slice(0, piece.charCodeAt(0) - 65) + piece.slice(1);
    return word;
  });
}

const checker = new ZxcvbnFactory({
  dictionary: {
    "passwords-common": unfolded(__GUESSABLE__.passwords),
    "diceware-common": unfolded(__GUESSABLE__.words),
  },
  graphs: adjacencyGraphs,
  maxLength: 32, // what comes after can only be better, and would slow down old devices
});

/** From 0, guessed immediately, to 4. The other texts are what an attacker would try first. */
export function strengthOf(password: string, known: string[]): number {
  return checker.check(password, known).score;
}
