import type { SaidTerm } from '@/lib/call/query/said';
import type { SpokenTurn } from './spoken-turns';
import { type Word, wordsIn } from './words';

/** Where a term stands in a text: `end` is after it. */
export type Mark = { start: number; end: number };

/** Whether a term was said: all of it in one turn. */
export function hasTerm(turns: readonly SpokenTurn[], term: SaidTerm): boolean {
  return turns.some((turn) => isTheirs(turn, term) && isIn(turn.text, term));
}

const ASCII = /^[\0-\x7f]*$/;
const patterns = new WeakMap<SaidTerm, RegExp>();

/** Most texts are in ASCII: there it takes a pattern, in a fraction of the time. */
function isIn(text: string, term: SaidTerm): boolean {
  if (!ASCII.test(text)) return marksOf(wordsIn(text), term).length > 0;
  const pattern = patterns.get(term) ?? asciiPattern(term);
  patterns.set(term, pattern);
  return pattern.test(text);
}

/** Words have letters and digits only, nothing that means something in a pattern. */
function asciiPattern({ words }: SaidTerm): RegExp {
  return new RegExp(`(?<![a-z0-9])${words.join('[^a-z0-9]+')}(?![a-z0-9])`, 'i');
}

/** Everywhere that terms stand in what was said in one go, in order; where they overlap they are one. */
export function marksIn(
  turn: Pick<SpokenTurn, 'side' | 'text'>,
  terms: readonly SaidTerm[],
): Mark[] {
  const theirs = terms.filter((term) => isTheirs(turn, term));
  if (theirs.length === 0) return [];
  const words = wordsIn(turn.text);
  const marks = theirs
    .flatMap((term) => marksOf(words, term))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Mark[] = [];
  for (const mark of marks) {
    const last = merged.at(-1);
    if (last && mark.start < last.end) last.end = Math.max(last.end, mark.end);
    else merged.push({ ...mark });
  }
  return merged;
}

function isTheirs({ side }: Pick<SpokenTurn, 'side'>, term: SaidTerm): boolean {
  return term.side === null || term.side === side;
}

function marksOf(words: readonly Word[], { words: sought }: SaidTerm): Mark[] {
  const [first] = sought;
  return words.flatMap((word, at) => {
    if (word.word !== first) return [];
    const last = words[at + sought.length - 1];
    const isWhole = last && sought.every((each, offset) => words[at + offset]?.word === each);
    return isWhole ? [{ start: word.start, end: last.end }] : [];
  });
}
