import type { SaidTerm } from '@/lib/call/query/said';
import { hasTerm, type Mark, marksIn } from './said-hits';
import type { Side } from './sides';
import type { SpokenTurn } from './spoken-turns';

/** A piece of what was said, with what was searched for in it. */
export type SaidSnippet = {
  role: Side;
  /** When it was said, in seconds since the call began; null where nobody knows. */
  seconds: number | null;
  text: string;
  /** Where the words stand in the text, in order; `end` is after them. */
  marks: Mark[];
};

/** So much is shown of what was said in one go, and so much of it before the first word that was searched for. */
const LONGEST = 160;
const BEFORE = 50;

/** The turn that has most of what is sought, the first of such, cut down around them; undefined where none has any. */
export function snippetOf(
  turns: readonly SpokenTurn[],
  terms: readonly SaidTerm[],
): SaidSnippet | undefined {
  let best: SpokenTurn | undefined;
  let most = 0;
  for (const turn of turns) {
    const there = terms.filter((term) => hasTerm([turn], term));
    // A phrase says more than a word.
    const count = there.reduce((sum, { words }) => sum + words.length, 0);
    if (count > most) [best, most] = [turn, count];
  }
  if (!best) return undefined;
  const { side: role, start: seconds } = best;
  return { role, seconds, ...cut(best.text, marksIn(best, terms)) };
}

function cut(text: string, marks: readonly Mark[]): Pick<SaidSnippet, 'text' | 'marks'> {
  const first = marks[0]?.start ?? 0;
  const start = first <= BEFORE ? 0 : afterBlank(text, first - BEFORE, first);
  const end = text.length - start <= LONGEST ? text.length : beforeBlank(text, start + LONGEST);
  const before = start > 0 ? '…' : '';
  const after = end < text.length ? '…' : '';
  const shift = before.length - start;
  return {
    // One for one, so that the marks stay where they are.
    text: `${before}${text.slice(start, end).replace(/\s/gu, ' ')}${after}`,
    marks: marks.flatMap((mark) =>
      mark.end <= end ? [{ start: mark.start + shift, end: mark.end + shift }] : [],
    ),
  };
}

/** The first beginning of a word from `from` on; without any blank `from` itself, or one less inside a letter. */
function afterBlank(text: string, from: number, until: number): number {
  const blank = text.slice(from, until).search(/\s/u);
  return blank >= 0 ? from + blank + 1 : wholeAt(text, from);
}

function beforeBlank(text: string, until: number): number {
  const blank = text.lastIndexOf(' ', until);
  return blank > until - BEFORE ? blank : wholeAt(text, until);
}

/** Emoji and the like are two units of a text. */
function wholeAt(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
