import { wordsIn } from '@/lib/call/transcript/words';

/** A word, or the words of a phrase in a row, and whose they have to be; null: anybody's. */
export type SaidTerm = { side: 'agent' | 'caller' | null; words: readonly string[] };

/** Whose it has to be, then a phrase in quotes of any kind, or everything up to the next blank. */
const TERMS = /(?:(agent|caller):)?(?:["“”„«]([^"“”„«»]*)["“”»]?|(\S+))/giu;

/**
 * Reads what is searched for in what was said: all of the terms have to be there, each within one turn. What is a word
 * in writing and several for a search, such as "don't", is a phrase.
 */
export function saidTerms(said: string): SaidTerm[] {
  const terms = new Map<string, SaidTerm>();
  for (const [, prefix, phrase, word] of said.matchAll(TERMS)) {
    const words = wordsIn(phrase ?? word ?? '').map((each) => each.word);
    const side = sideOf(prefix);
    if (words.length > 0) terms.set(`${side} ${words.join(' ')}`, { side, words });
  }
  return [...terms.values()];
}

function sideOf(prefix: string | undefined): SaidTerm['side'] {
  if (prefix === undefined) return null;
  return prefix.toLowerCase() === 'agent' ? 'agent' : 'caller';
}
