import { SIDES, type Side } from '@/lib/call/transcript/sides';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import { wordsIn } from '@/lib/call/transcript/words';

/** Which bit of `sides` stands for whom. */
export const SIDE_BITS = Object.fromEntries(SIDES.map((side, at) => [side, 1 << at])) as Readonly<
  Record<Side, number>
>;

/** Goes up with every change of what the words of a text are, here or in `wordsIn`: they are taken from it anew. */
export const WORDS_VERSION = 1;

/** So many characters of a call are searched for: a day of talk. What comes as more was hardly said. */
const MOST_CHARACTERS = 1_000_000;

/** The words of a call as the index keeps them, each once, with the bits of who said it. */
export function postingsOf(turns: readonly SpokenTurn[]): Map<number, number> {
  const sides = new Map<string, number>();
  let left = MOST_CHARACTERS;
  for (const { side, text } of turns) {
    if (left <= 0) break;
    for (const { word } of wordsIn(text.slice(0, left)))
      sides.set(word, (sides.get(word) ?? 0) | SIDE_BITS[side]);
    left -= text.length;
  }
  const postings = new Map<number, number>();
  for (const [word, bits] of sides) {
    const digest = digestOf(word);
    postings.set(digest, (postings.get(digest) ?? 0) | bits);
  }
  return postings;
}

/**
 * 53 bits for a word (cyrb53, public domain): a list of all words would hold each load number and name that was ever
 * said. Two words of a million share one once in ten thousand accounts.
 */
export function digestOf(word: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
