/** Estimates how hard a password is to guess from what people choose and attackers try. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

const checker = new ZxcvbnFactory({
  dictionary,
  graphs: adjacencyGraphs,
  maxLength: 32, // what comes after can only be better, and would slow down old devices
});

/** From 0, guessed immediately, to 4. The other texts are what an attacker would try first. */
export function strengthOf(password: string, known: string[]): number {
  return checker.check(password, known).score;
}
