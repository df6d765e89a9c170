/** Where in a text a typed word was found, best first. */
const AT_START = 3;
const AT_WORD = 2;
const INSIDE = 1;

/**
 * The items whose text has every typed word in it, those first that have the words at their start or at the start
 * of a word; equals stay in their order. Case and accents make no difference.
 */
export function matching<T>(items: readonly T[], typed: string, textOf: (item: T) => string): T[] {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [...items];
  return items
    .map((item) => ({ item, score: scoreOf(folded(textOf(item)), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}

function scoreOf(text: string, words: readonly string[]): number {
  const scores = words.map((word) => wordScore(text, word));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0) / words.length;
}

function wordScore(text: string, word: string): number {
  if (text.startsWith(word)) return AT_START;
  let best = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    best = Math.max(best, /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? INSIDE : AT_WORD);
  return best;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
