import { keysOf } from '@/lib/call/query/filters';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import type { Turn } from '@/lib/call/transcript/turns';
import { shortenedAtWord } from '@/lib/call/values/shorten';
import { interruptionsOf } from './interruptions';
import type { CallMeasures, MeasureKey, MeasureValues } from './keys';
import type { Measured } from './measured';
import { isContradictory, type Said, saidIn, saidInKept } from './said';
import { silenceOf } from './silence';
import { talkShareOf } from './talk-share';
import { toolUseOf } from './tools';
import { median, percentile, waitsIn } from './waits';

/** Goes up with every change of what a measure is: what was measured before is measured anew. */
export const MEASURES_VERSION = 3;
/** So much of the first words is kept beside the measures. */
const MOST_FIRST_WORDS = 120;

type SaidMeasures = Record<Exclude<MeasureKey, ToolMeasure>, Measured> & {
  /** What the other side said first; null when it said nothing. */
  first_words: string | null;
};
type ToolMeasure = 'tool_calls' | 'tool_errors';
export type Measures = SaidMeasures & Record<ToolMeasure, Measured>;

/**
 * How a conversation went, by the definitions of `definitions.ts`, in seconds to the millisecond; where nobody spoke,
 * nothing is known.
 */
export function measuresOf(turns: readonly Turn[]): Measures {
  const said = saidIn(turns);
  return { ...saidMeasures(said), ...toolUseOf(turns, said.length > 0) };
}

/** The values alone. */
export function measureValues(turns: readonly Turn[]): CallMeasures {
  const { first_words, ...measures } = measuresOf(turns);
  return { ...valuesOf(measures), first_words: begun(first_words) };
}

/** The same from what is kept of a transcript; how tools were used is not, so that is handed in. */
export function keptMeasureValues(
  turns: readonly SpokenTurn[],
  tools: Pick<MeasureValues, ToolMeasure>,
): CallMeasures {
  const { first_words, ...measures } = saidMeasures(saidInKept(turns));
  const values = valuesOf(measures);
  return {
    ...values,
    first_words: begun(first_words),
    ...(values.turns === null ? { tool_calls: null, tool_errors: null } : tools),
  };
}

function begun(words: string | null): string | null {
  return words === null ? null : shortenedAtWord(words.replace(/\s+/g, ' '), MOST_FIRST_WORDS);
}

function valuesOf<Key extends MeasureKey>(
  measures: Record<Key, Measured>,
): Record<Key, number | null> {
  const entries = keysOf(measures).map((key) => [key, measures[key].value]);
  // Every key is there, with its value.
  return Object.fromEntries(entries) as Record<Key, number | null>;
}

function saidMeasures(all: readonly Said[]): SaidMeasures {
  const said = believed(all);
  const { answers, waits } = waitsIn(said);
  const seconds = waits?.map((wait) => wait.seconds) ?? [];
  const basis = { measured: seconds.length, of: answers };
  return {
    talk_share: talkShareOf(said),
    silence: silenceOf(said),
    interruptions: interruptionsOf(said),
    response_time: { value: median(seconds), ...basis },
    response_time_p95: { value: percentile(seconds, 0.95), ...basis },
    turns: { value: said.length || null, measured: said.length, of: said.length },
    first_words: said.find(({ speaker }) => speaker === 'caller')?.text ?? null,
  };
}

/** How long each answer took, in seconds, under its index among the turns; empty where that is not known. */
export function waitsOf(turns: readonly Turn[]): ReadonlyMap<number, number> {
  const { waits } = waitsIn(believed(saidIn(turns)));
  return new Map(waits?.map(({ turn, seconds }) => [turn, seconds]));
}

/** What was said, without times where they cannot be true. */
function believed(said: readonly Said[]): readonly Said[] {
  return isContradictory(said) ? said.map((each) => ({ ...each, start: null, end: null })) : said;
}
